#include "document/draft-keeper.h"

#include "document/document-private.h"
#include "file/draft.h"

struct _MisDraftKeeper
{
  GObject parent_instance;

  MisDocument *document;
  char *folder;
  MisWorld *written; /* that the draft holds; NULL if it holds nothing */
  guint timer;       /* until the next write; 0 if none is due */
  gboolean writing;
  gboolean told; /* that it failed */

  GMutex lock; /* of what follows, which the worker has too */
  MisDraft *draft;
  gboolean gone;
};

/* What a worker is to write. */
typedef struct
{
  MisWorld *world;
  MisDraftOrigin origin;
} Job;

enum
{
  WRITTEN,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisDraftKeeper, mis_draft_keeper, G_TYPE_OBJECT)

static Job *
job_new (MisDocument *document)
{
  Job *job = g_new0 (Job, 1);
  GFile *file = mis_document_get_file (document);

  job->world = mis_world_ref (mis_document_get_project (document));
  if (file == NULL)
    return job;
  job->origin.uri = g_file_get_uri (file);
  job->origin.stamp = *mis_document_get_stamp (document);
  return job;
}

static void
job_free (Job *job)
{
  mis_world_unref (job->world);
  mis_draft_origin_clear (&job->origin);
  g_free (job);
}

/* Whoever discards the work in the meantime waits for this, and takes it away. */
static gboolean
write_draft (MisDraftKeeper *self, const Job *job, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->gone)
    return TRUE;
  if (self->draft == NULL)
    self->draft = mis_draft_new (self->folder, error);
  return self->draft != NULL && mis_draft_write (self->draft, job->world, &job->origin, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_draft (source, task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void follow (MisDraftKeeper *self);

static void
tell (MisDraftKeeper *self, const GError *error)
{
  if (!self->told)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  self->told = TRUE;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MisDraftKeeper *self = MIS_DRAFT_KEEPER (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->writing = FALSE;
  if (self->gone)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_clear_pointer (&self->written, mis_world_unref);
      self->written = mis_world_ref (job->world);
      self->told = FALSE;
      g_signal_emit (self, signals[WRITTEN], 0);
    }
  else
    tell (self, error);
  follow (self);
}

static void
start_write (MisDraftKeeper *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);

  self->writing = TRUE;
  g_task_set_task_data (task, job_new (self->document), (GDestroyNotify)job_free);
  g_task_run_in_thread (task, write_in_thread);
}

static gboolean
due_cb (gpointer user_data)
{
  MisDraftKeeper *self = user_data;

  self->timer = 0;
  if (mis_document_is_modified (self->document))
    start_write (self);
  else
    follow (self);
  return G_SOURCE_REMOVE;
}

/* Nothing is being written now. */
static void
clear (MisDraftKeeper *self)
{
  g_clear_pointer (&self->written, mis_world_unref);
  if (self->draft != NULL)
    mis_draft_clear (self->draft);
}

/* The first edit that no draft holds sets the time; those that follow do not put it off. */
static void
follow (MisDraftKeeper *self)
{
  if (self->gone || self->timer != 0 || self->writing)
    return;
  if (!mis_document_is_modified (self->document))
    clear (self);
  else if (mis_document_get_project (self->document) != self->written)
    self->timer = g_timeout_add_seconds (MIS_DRAFT_SECONDS, due_cb, self);
}

static void
mis_draft_keeper_dispose (GObject *object)
{
  MisDraftKeeper *self = MIS_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  G_OBJECT_CLASS (mis_draft_keeper_parent_class)->dispose (object);
}

static void
mis_draft_keeper_finalize (GObject *object)
{
  MisDraftKeeper *self = MIS_DRAFT_KEEPER (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->written, mis_world_unref);
  g_clear_pointer (&self->draft, mis_draft_free);
  g_mutex_clear (&self->lock);
  g_free (self->folder);
  G_OBJECT_CLASS (mis_draft_keeper_parent_class)->finalize (object);
}

static void
mis_draft_keeper_class_init (MisDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mis_draft_keeper_dispose;
  object_class->finalize = mis_draft_keeper_finalize;

  signals[WRITTEN] = g_signal_new ("written", MIS_TYPE_DRAFT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", MIS_TYPE_DRAFT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mis_draft_keeper_init (MisDraftKeeper *self)
{
  g_mutex_init (&self->lock);
}

static MisDraftKeeper *
keep (MisDocument *document, const char *folder)
{
  MisDraftKeeper *self = g_object_new (MIS_TYPE_DRAFT_KEEPER, NULL);

  self->document = g_object_ref (document);
  self->folder = g_strdup (folder);
  g_signal_connect_object (document, "state-changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  return self;
}

MisDraftKeeper *
mis_draft_keeper_new (MisDocument *document, const char *folder)
{
  MisDraftKeeper *self = keep (document, folder);

  follow (self);
  return self;
}

MisDocument *
mis_draft_keeper_get_document (MisDraftKeeper *self)
{
  g_return_val_if_fail (MIS_IS_DRAFT_KEEPER (self), NULL);

  return self->document;
}

gboolean
mis_draft_keeper_holds_draft (MisDraftKeeper *self)
{
  g_return_val_if_fail (MIS_IS_DRAFT_KEEPER (self), FALSE);

  return self->written != NULL;
}

void
mis_draft_keeper_discard (MisDraftKeeper *self)
{
  g_return_if_fail (MIS_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_mutex_lock (&self->lock);
  self->gone = TRUE;
  clear (self);
  g_clear_pointer (&self->draft, mis_draft_free);
  g_mutex_unlock (&self->lock);
}

/* A draft that was found, and what it holds. */
typedef struct
{
  MisDraft *draft;
  MisWorld *world;
  MisDraftOrigin origin;
} Found;

static void
found_free (Found *found)
{
  g_clear_pointer (&found->draft, mis_draft_free);
  g_clear_pointer (&found->world, mis_world_unref);
  mis_draft_origin_clear (&found->origin);
  g_free (found);
}

/* What cannot be read, as it was written by another version, stays where it is. */
static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) drafts = mis_drafts_find (task_data);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)found_free);

  while (drafts->len > 0)
    {
      Found *found = g_new0 (Found, 1);

      found->draft = g_ptr_array_steal_index_fast (drafts, 0);
      found->world = mis_draft_read (found->draft, &found->origin);
      if (found->world != NULL)
        g_ptr_array_add (all, found);
      else
        found_free (found);
    }
  g_task_return_pointer (task, all, (GDestroyNotify)g_ptr_array_unref);
}

void
mis_draft_keeper_recover_async (const char *folder,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, mis_draft_keeper_recover_async);
  g_task_set_task_data (task, g_strdup (folder), g_free);
  g_task_run_in_thread (task, find_in_thread);
}

static MisDraftKeeper *
recover (Found *found, const char *folder)
{
  g_autoptr (GFile) file =
      found->origin.uri != NULL ? g_file_new_for_uri (found->origin.uri) : NULL;
  g_autoptr (MisDocument) document =
      mis_document_new_recovered (found->world, file, &found->origin.stamp);
  MisDraftKeeper *self = keep (document, folder);

  self->draft = g_steal_pointer (&found->draft);
  self->written = mis_world_ref (found->world);
  return self;
}

GPtrArray *
mis_draft_keeper_recover_finish (GAsyncResult *result)
{
  GPtrArray *keepers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == mis_draft_keeper_recover_async,
                        keepers);

  all = g_task_propagate_pointer (G_TASK (result), NULL);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (keepers, recover (all->pdata[i], g_task_get_task_data (G_TASK (result))));
  return keepers;
}
