#include "document/document-file.h"

#include <glib/gi18n-lib.h>

#include "document/document-private.h"
#include "file/project-reader.h"
#include "file/save.h"

/* What a load or save takes to the worker and back. */
typedef struct
{
  GFile *file;
  MisWorld *world;
  MisFileStamp stamp;
  gboolean overwrite;
  MisFault *fault; /* of a load that failed */
} Transfer;

static Transfer *
transfer_new (GFile *file)
{
  Transfer *transfer = g_new0 (Transfer, 1);

  transfer->file = g_object_ref (file);
  return transfer;
}

static void
transfer_free (Transfer *transfer)
{
  g_object_unref (transfer->file);
  g_clear_pointer (&transfer->world, mis_world_unref);
  mis_fault_free (transfer->fault);
  g_free (transfer);
}

/* (transfer full) (nullable): the path of a local file. */
static char *
get_path (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO, "%s",
                 g_dgettext (GETTEXT_PACKAGE,
                             "Only files on this computer can be opened and saved; "
                             "copy the project here first."));
  return path;
}

/* (transfer full) (nullable): what the file holds; the transfer has the fault if it is
 * no project. */
static MisWorld *
load (Transfer *transfer)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = get_path (transfer->file, &error);
  g_autoptr (GBytes) bytes = path != NULL ? mis_load_file (path, &transfer->stamp, &error) : NULL;

  if (bytes != NULL)
    {
      gsize length;
      const char *text = g_bytes_get_data (bytes, &length);

      return mis_project_read (length > 0 ? text : "", length, &transfer->fault);
    }
  transfer->fault = mis_fault_new_from_error (error);
  return NULL;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Transfer *transfer = task_data;

  transfer->world = load (transfer);
  g_task_return_boolean (task, transfer->world != NULL);
}

void
mis_document_load_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, mis_document_load_async);
  g_task_set_task_data (task, transfer_new (file), (GDestroyNotify) transfer_free);
  g_task_run_in_thread (task, load_in_thread);
}

MisDocument *
mis_document_load_finish (GAsyncResult *result, MisFault **fault)
{
  Transfer *transfer = g_task_get_task_data (G_TASK (result));
  MisDocument *document;

  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == mis_document_load_async, NULL);

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    {
      *fault = g_steal_pointer (&transfer->fault);
      return NULL;
    }
  document = mis_document_new (transfer->world);
  mis_document_set_saved (document, transfer->file, transfer->world, &transfer->stamp);
  return document;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Transfer *transfer = task_data;
  MisFileStamp expected = transfer->stamp;
  GError *error = NULL;
  g_autofree char *path = get_path (transfer->file, &error);

  if (path != NULL
      && mis_save_project (path, transfer->world, transfer->overwrite ? NULL : &expected,
                           &transfer->stamp, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void start_next_save (MisDocument *self);

/* Notes what is on disk now, also where a disk has the file but does not confirm it. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MisDocument *self = MIS_DOCUMENT (source);
  g_autoptr (GTask) task = g_queue_pop_head (mis_document_get_saves (self));
  Transfer *transfer = g_task_get_task_data (task);
  GFile *file = mis_document_get_file (self);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    mis_document_set_saved (self, transfer->file, transfer->world, &transfer->stamp);
  else if (file != NULL && g_file_equal (transfer->file, file))
    mis_document_set_stamp (self, &transfer->stamp);
  start_next_save (self);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* One at a time: the next one has to know what the one before has left on the disk. */
static void
start_next_save (MisDocument *self)
{
  GTask *task = g_queue_peek_head (mis_document_get_saves (self));
  g_autoptr (GTask) work = NULL;
  Transfer *transfer;

  if (task == NULL)
    return;
  transfer = g_task_get_task_data (task);
  transfer->world = mis_world_ref (mis_document_get_project (self));
  transfer->stamp = *mis_document_get_stamp (self);
  work = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (work, transfer, NULL);
  g_task_run_in_thread (work, save_in_thread);
}

void
mis_document_save_async (MisDocument *self,
                         GFile *file,
                         gboolean overwrite,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Transfer *transfer = transfer_new (file);

  g_task_set_source_tag (task, mis_document_save_async);
  transfer->overwrite = overwrite;
  g_task_set_task_data (task, transfer, (GDestroyNotify) transfer_free);
  g_queue_push_tail (mis_document_get_saves (self), task);
  if (mis_document_get_saves (self)->length == 1)
    start_next_save (self);
}

gboolean
mis_document_save_finish (MisDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == mis_document_save_async, FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
mis_document_is_saving (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  return mis_document_get_saves (self)->length > 0;
}
