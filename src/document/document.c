#include "document/document-private.h"

#include <glib/gi18n-lib.h>

#include "document/history.h"
#include "document/scorer.h"
#include "document/share-reset.h"

struct _MisDocument
{
  GObject parent_instance;

  MisHistory *history;
  MisWorld *opened;
  MisWorld *saved; /* NULL as long as no file holds it */
  GFile *file;     /* likewise */
  MisFileStamp stamp;
  GQueue saves; /* of GTask, which hold a reference to us */
  MisScorer *scorer;
  guint focus;
  gboolean *locks;
  guint n_locks;
  MisWorld *gesture;    /* the world at its start; NULL between gestures */
  gboolean gesture_stepped;
  MisOrigin origin;
  GHashTable *set_ranges;
  guint64 *goals; /* of groups in a population of goals_n; NULL before anybody asks */
  guint64 goals_n;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_BUSY,
  PROP_FILE,
  N_PROPERTIES,
};

enum
{
  CHANGED,
  STATE_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisDocument, mis_document, G_TYPE_OBJECT)

static void
update_locks (MisDocument *self)
{
  guint n_agents = mis_world_get_n_agents (mis_document_get_world (self));

  if (n_agents == self->n_locks)
    return;
  g_free (self->locks);
  self->locks = g_new0 (gboolean, n_agents);
  self->n_locks = n_agents;
}

/* Results for the world we stand at: now where that is quick, else soon. */
static void
update_results (MisDocument *self)
{
  update_locks (self);
  mis_scorer_ask (self->scorer, mis_document_get_world (self), self->focus, self->locks,
                  self->n_locks);
  if (mis_document_is_busy (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
counted_cb (MisDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Properties are notified one by one; who follows them all is told once. */
static void
notify_all (MisDocument *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_TITLE; i <= PROP_REDO_NAME; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
world_moved (MisDocument *self)
{
  update_results (self);
  notify_all (self);
}

static void
mis_document_finalize (GObject *object)
{
  MisDocument *self = MIS_DOCUMENT (object);

  g_clear_pointer (&self->history, mis_history_free);
  g_clear_pointer (&self->opened, mis_world_unref);
  g_clear_pointer (&self->saved, mis_world_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->gesture, mis_world_unref);
  g_clear_pointer (&self->origin.world, mis_world_unref);
  g_clear_pointer (&self->origin.base, mis_world_unref);
  g_hash_table_unref (self->set_ranges);
  g_free (self->goals);
  mis_scorer_stop (self->scorer);
  g_object_unref (self->scorer);
  g_free (self->locks);
  G_OBJECT_CLASS (mis_document_parent_class)->finalize (object);
}

static void
mis_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MisDocument *self = MIS_DOCUMENT (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, mis_document_get_title (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, mis_document_is_modified (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, mis_document_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, mis_document_get_redo_name (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, mis_document_is_busy (self));
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mis_document_class_init (MisDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = mis_document_finalize;
  object_class->get_property = mis_document_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", MIS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", MIS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mis_document_init (MisDocument *self)
{
  g_queue_init (&self->saves);
  self->set_ranges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->scorer = mis_scorer_new ();
  g_signal_connect_object (self->scorer, "counted", G_CALLBACK (counted_cb), self,
                           G_CONNECT_SWAPPED);
}

MisDocument *
mis_document_new (MisWorld *world)
{
  MisDocument *self = g_object_new (MIS_TYPE_DOCUMENT, NULL);

  self->history = mis_history_new (world);
  self->opened = mis_world_ref (world);
  update_results (self);
  return self;
}

MisWorld *
mis_document_get_world (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return mis_history_get_world (self->history);
}

MisWorld *
mis_document_get_opened_world (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->opened;
}

MisResults *
mis_document_get_results (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return mis_scorer_get_results (self->scorer);
}

gboolean
mis_document_is_busy (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  return mis_scorer_is_busy (self->scorer);
}

/* A step of a gesture: the first one is pushed, those that follow take its place. */
static void
edit_in_gesture (MisDocument *self, MisWorld *world, const char *name)
{
  if (!self->gesture_stepped)
    mis_history_push (self->history, world, name);
  else if (world == self->gesture)
    mis_history_drop (self->history);
  else
    mis_history_replace (self->history, world);
  self->gesture_stepped = world != self->gesture;
}

void
mis_document_edit (MisDocument *self, MisWorld *world, const char *name)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  if (world == mis_document_get_world (self))
    return;
  if (self->gesture != NULL)
    edit_in_gesture (self, world, name);
  else
    mis_history_push (self->history, world, name);
  world_moved (self);
}

void
mis_document_begin_gesture (MisDocument *self)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  if (self->gesture != NULL)
    return;
  self->gesture = mis_world_ref (mis_document_get_world (self));
  self->gesture_stepped = FALSE;
}

void
mis_document_end_gesture (MisDocument *self)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  g_clear_pointer (&self->gesture, mis_world_unref);
}

MisWorld *
mis_document_get_base_world (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->gesture != NULL ? self->gesture : mis_document_get_world (self);
}

gboolean
mis_document_undo (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  if (!mis_history_undo (self->history))
    return FALSE;
  world_moved (self);
  return TRUE;
}

gboolean
mis_document_redo (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  if (!mis_history_redo (self->history))
    return FALSE;
  world_moved (self);
  return TRUE;
}

const char *
mis_document_get_undo_name (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return mis_history_get_undo_name (self->history);
}

const char *
mis_document_get_redo_name (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return mis_history_get_redo_name (self->history);
}

gboolean
mis_document_is_modified (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  return !mis_world_equal (mis_document_get_world (self),
                           self->saved != NULL ? self->saved : self->opened);
}

const char *
mis_document_get_title (MisDocument *self)
{
  const char *title;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  title = mis_world_get_title (mis_document_get_world (self));
  return *title != '\0' ? title : g_dgettext (GETTEXT_PACKAGE, "Untitled Project");
}

guint
mis_document_get_focus (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), 0);

  return self->focus;
}

void
mis_document_set_focus (MisDocument *self, guint agent)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  if (agent == self->focus)
    return;
  self->focus = agent;
  update_results (self);
}

gboolean
mis_document_is_locked (MisDocument *self, guint agent)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  return agent < self->n_locks && self->locks[agent];
}

void
mis_document_set_locked (MisDocument *self, guint agent, gboolean locked)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));
  g_return_if_fail (agent < self->n_locks);

  if (self->locks[agent] == !!locked)
    return;
  self->locks[agent] = !!locked;
  g_clear_pointer (&self->origin.base, mis_world_unref);
  update_results (self);
}

const gboolean *
mis_document_get_locks (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->locks;
}

GFile *
mis_document_get_file (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->file;
}

const MisFileStamp *
mis_document_get_stamp (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return &self->stamp;
}

MisOrigin *
mis_document_get_origin (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return &self->origin;
}

GHashTable *
mis_document_get_set_ranges (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return self->set_ranges;
}

const guint64 *
mis_document_get_goals (MisDocument *self)
{
  guint64 n;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  n = mis_world_get_population (mis_document_get_world (self));
  if (self->goals == NULL || self->goals_n != n)
    {
      g_free (self->goals);
      self->goals = mis_share_get_goals (self->opened, n);
      self->goals_n = n;
    }
  return self->goals;
}

void
mis_document_set_stamp (MisDocument *self, const MisFileStamp *stamp)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  self->stamp = *stamp;
}

GQueue *
mis_document_get_saves (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return &self->saves;
}

void
mis_document_set_saved (MisDocument *self,
                        GFile *file,
                        MisWorld *world,
                        const MisFileStamp *stamp)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  mis_world_ref (world);
  g_clear_pointer (&self->saved, mis_world_unref);
  self->saved = world;
  self->stamp = *stamp;
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  notify_all (self);
}
