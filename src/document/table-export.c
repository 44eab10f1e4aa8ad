#include "document/table-export.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "file/analysis-writer.h"
#include "file/conflict-table.h"
#include "file/save.h"
#include "file/table-writer.h"

typedef struct
{
  MisWorld *world;
  int area;
  MisCsvStyle style;
  GFile *file;
} Job;

static void
job_free (Job *job)
{
  mis_world_unref (job->world);
  g_object_unref (job->file);
  g_free (job);
}

/* A world that is shown has its scenario applied. */
static GBytes *
write_parts (const Job *job, GError **error)
{
  const MisAnalysisRequest request = { .list = "pairs",
                                       .limit = MIS_ANALYSIS_MAX_ROWS,
                                       .step = MIS_ANALYSIS_STEP,
                                       .target = (double)NAN };
  g_autoptr (MisAnalysis) analysis = mis_analysis_new (job->world, &request, error);
  g_autoptr (GPtrArray) sections =
      g_ptr_array_new_with_free_func ((GDestroyNotify)mis_section_free);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new ();

  if (analysis == NULL)
    return NULL;
  g_ptr_array_add (sections, mis_analysis_make_section (analysis, MIS_ANALYSIS_CONTRIBUTIONS));
  return mis_analysis_write (analysis, sections, warnings, MIS_SCORE_CSV, job->style);
}

static GBytes *
write_table (const Job *job, GError **error)
{
  if (job->area == MIS_TABLE_LONG)
    return mis_table_write (job->world, job->style);
  if (job->area == MIS_TABLE_WIDE)
    return mis_table_write_wide (job->world, job->style, error);
  if (job->area == MIS_TABLE_PARTS)
    return write_parts (job, error);
  return mis_conflict_table_write (mis_world_get_area (job->world, (guint)job->area), job->style);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autofree char *path = g_file_get_path (job->file);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (path == NULL)
    {
      g_task_return_new_error (
          task, MIS_FILE_ERROR, MIS_FILE_ERROR_IO, "%s",
          g_dgettext (GETTEXT_PACKAGE, "Tables can only be exported to this computer."));
      return;
    }
  bytes = write_table (job, &error);
  if (bytes != NULL && mis_save_bytes (path, bytes, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
mis_table_export_async (MisWorld *world,
                        int area,
                        MisCsvStyle style,
                        GFile *file,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->world = mis_world_ref (world);
  job->area = area;
  job->style = style;
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, mis_table_export_async);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  g_task_run_in_thread (task, export_in_thread);
}

gboolean
mis_table_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == mis_table_export_async, FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
