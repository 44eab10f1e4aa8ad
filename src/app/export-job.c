#include "app/export-job.h"

#include <glib/gi18n.h>

#include "config.h"
#include "file/experiment-writer.h"
#include "file/project-writer.h"
#include "file/save.h"

typedef struct
{
  MisChart *chart;
  char *name;
  MisChartOrigin origin;
  MisChartFormat format;
  MisExportOptions options;
  GFile *file;
} Job;

static void
job_free (Job *job)
{
  mis_chart_unref (job->chart);
  g_free (job->name);
  mis_chart_origin_clear (&job->origin);
  g_object_unref (job->file);
  g_free (job);
}

static char *
describe_project (const Job *job)
{
  g_autoptr (GBytes) project = mis_project_write (job->origin.world);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, project);

  return g_strdup_printf ("\"project_sha256\": \"%s\"", hash);
}

/* (transfer full): for whom weights were drawn, which the experiment itself says only if it is not
 * as usual; empty where none were. */
static char *
describe_weights (const MisExperiment *experiment)
{
  if (!mis_experiment_draws_weights (experiment))
    return g_strdup ("");
  return g_strdup_printf ("\"weights_per\": \"%s\", ", mis_pers[experiment->recipe.per].nick);
}

/* All of it, so that the same chart can be made again. */
static char *
describe_experiment (const Job *job)
{
  g_autoptr (GBytes) bytes = mis_experiment_write (job->origin.experiment);
  g_autofree char *weights = describe_weights (job->origin.experiment);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *json = g_strchomp (g_strndup (text, length));

  return g_strdup_printf ("%s\"experiment\": %s", weights, json);
}

/* Which program drew the chart, and of what. */
static char *
describe (const Job *job)
{
  g_autofree char *origin = job->origin.experiment != NULL ? describe_experiment (job)
                                                           : describe_project (job);

  return g_strdup_printf ("{ \"program\": \"Misalign\", \"version\": \"" MIS_VERSION "\", "
                          "\"chart\": \"%s\", %s }",
                          job->name, origin);
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
mis_chart_origin_copy (MisChartOrigin *copy, const MisChartOrigin *origin)
{
  *copy = *origin;
  if (copy->world != NULL)
    mis_world_ref (copy->world);
  if (copy->experiment != NULL)
    mis_experiment_ref (copy->experiment);
  copy->source = g_strdup (copy->source);
}

void
mis_chart_origin_clear (MisChartOrigin *origin)
{
  g_clear_pointer (&origin->world, mis_world_unref);
  g_clear_pointer (&origin->experiment, mis_experiment_unref);
  g_clear_pointer (&origin->source, g_free);
}

void
mis_export_chart_async (MisChart *chart,
                        const char *name,
                        const MisChartOrigin *origin,
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
  mis_chart_origin_copy (&job->origin, origin);
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
