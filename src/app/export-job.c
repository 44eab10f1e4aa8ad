#include "app/export-job.h"

#include <glib/gi18n.h>

#include "config.h"
#include "file/project-writer.h"
#include "file/save.h"

typedef struct
{
  MisChart *chart;
  char *name;
  MisWorld *world;
  MisChartFormat format;
  MisExportOptions options;
  GFile *file;
} Job;

static void
job_free (Job *job)
{
  mis_chart_unref (job->chart);
  g_free (job->name);
  mis_world_unref (job->world);
  g_object_unref (job->file);
  g_free (job);
}

/* Which program drew the chart, and of which project. */
static char *
describe (const Job *job)
{
  g_autoptr (GBytes) project = mis_project_write (job->world);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, project);

  return g_strdup_printf ("{ \"program\": \"Misalign\", \"version\": \"" MIS_VERSION "\", "
                          "\"chart\": \"%s\", \"project_sha256\": \"%s\" }",
                          job->name, hash);
}

static gboolean
export (const Job *job, GError **error)
{
  g_autofree char *path = g_file_get_path (job->file);
  g_autofree char *metadata = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MisExportOptions options = job->options;

  if (path == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                   _("A chart can only be exported to this computer."));
      return FALSE;
    }
  metadata = describe (job);
  options.metadata = metadata;
  bytes = job->format (job->chart, &options, error);
  return bytes != NULL && mis_save_bytes (path, bytes, NULL, NULL, error);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (export (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
mis_export_chart_async (MisChart *chart,
                        const char *name,
                        MisWorld *world,
                        MisChartFormat format,
                        const MisExportOptions *options,
                        GFile *file,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->chart = mis_chart_ref (chart);
  job->name = g_strdup (name);
  job->world = mis_world_ref (world);
  job->format = format;
  job->options = *options;
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, mis_export_chart_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, export_in_thread);
}

gboolean
mis_export_chart_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == mis_export_chart_async, FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

GFile *
mis_export_chart_get_file (GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == mis_export_chart_async, NULL);

  return job->file;
}
