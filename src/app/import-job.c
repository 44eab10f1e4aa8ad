#include "app/import-job.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "core/score.h"
#include "file/load.h"
#include "file/table-contents.h"
#include "file/table-import.h"

/* What a worker is given, and what it gives back. */
typedef struct
{
  GFile *file;
  GBytes *table;
  char separator;
  MisTablePlan *plan;
  MisWorld *base;
  MisTableHow how;
  double conflict;
  gboolean is_whole;
  MisTableProfile *profile;
  MisFault *fault;
  gint stop; /* atomic */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_clear_pointer (&job->table, g_bytes_unref);
  g_clear_pointer (&job->plan, mis_table_plan_free);
  g_clear_pointer (&job->base, mis_world_unref);
  g_clear_pointer (&job->profile, mis_table_profile_free);
  mis_fault_free (job->fault);
  g_free (job);
}

static void
cancelled_cb (GCancellable *cancellable, gpointer stop)
{
  g_atomic_int_set ((gint *)stop, 1);
}

static void
look (Job *job)
{
  g_autoptr (GError) error = NULL;
  const char *text;
  gsize length;

  if (job->table == NULL && !g_file_is_native (job->file))
    error = g_error_new (MIS_FILE_ERROR, MIS_FILE_ERROR_IO,
                         "A table must be on this computer to be read.");
  else if (job->table == NULL)
    job->table = mis_load_file (g_file_peek_path (job->file), NULL, &error);
  if (job->table == NULL)
    {
      job->fault = mis_fault_new_from_error (error);
      return;
    }
  text = g_bytes_get_data (job->table, &length);
  job->profile = mis_table_profile_new (text != NULL ? text : "", length, job->separator,
                                        job->plan != NULL ? job->plan->left_out : NULL, &job->stop,
                                        &job->fault);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  gulong handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), &job->stop, NULL);

  look (job);
  g_cancellable_disconnect (cancellable, handler);
  g_task_return_boolean (task, TRUE);
}

void
mis_import_look_async (GFile *file,
                       GBytes *table,
                       char separator,
                       const MisTablePlan *plan,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (file != NULL || table != NULL);

  g_set_object (&job->file, file);
  job->table = table != NULL ? g_bytes_ref (table) : NULL;
  job->separator = separator;
  job->plan = plan != NULL ? mis_table_plan_copy (plan) : NULL;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look_in_thread);
}

MisTableProfile *
mis_import_look_finish (GAsyncResult *result, GBytes **table, MisFault **fault)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *table = NULL;
  *fault = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return NULL;
  *table = g_steal_pointer (&job->table);
  *fault = g_steal_pointer (&job->fault);
  return g_steal_pointer (&job->profile);
}

static void
score (MisImportResult *result)
{
  g_autoptr (MisTally) tally = mis_tally_new (result->world, NULL);
  g_autoptr (MisScore) scored = mis_score_new (tally, NULL, NULL);

  result->has_score = scored->has_score;
  result->score = scored->overall;
}

static void
count_unknown (MisImportResult *result)
{
  guint n_areas = mis_world_get_n_areas (result->world);

  result->n_positions = mis_world_get_population (result->world) * n_areas;
  for (guint i = 0; i < mis_world_get_n_agents (result->world); i++)
    for (guint j = 0; j < n_areas; j++)
      if (mis_world_get_position (result->world, i, j).goal == MIS_UNKNOWN)
        result->n_unknown += mis_world_get_agent (result->world, i)->count;
}

static MisImportResult *
try (Job *job)
{
  MisImportResult *result = g_new0 (MisImportResult, 1);
  g_autoptr (MisWorld) bare = NULL;
  const char *text;
  gsize length;

  text = g_bytes_get_data (job->table, &length);
  bare = mis_table_plan_read (job->plan, text != NULL ? text : "", length, job->base, job->how,
                              &job->stop, &result->summary, &result->fault);
  if (bare == NULL)
    return result;
  result->world = mis_table_set_conflicts (
      bare, job->base != NULL ? mis_world_get_n_areas (job->base) : 0, job->conflict);
  if (job->is_whole)
    {
      result->doubts = mis_table_list_doubts (result->world);
      count_unknown (result);
    }
  score (result);
  if (!job->is_whole)
    g_clear_pointer (&result->world, mis_world_unref);
  return result;
}

/* What a large table needed is given back: the next try may be in another thread, which cannot use
 * it. */
static void
give_room_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static void
try_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  gulong handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), &job->stop, NULL);
  MisImportResult *result;

  give_room_back ();
  result = try (job);
  give_room_back ();
  g_cancellable_disconnect (cancellable, handler);
  g_task_return_pointer (task, result, (GDestroyNotify)mis_import_result_free);
}

void
mis_import_try_async (const MisImportRequest *request,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->table = g_bytes_ref (request->table);
  job->plan = mis_table_plan_copy (request->plan);
  job->base = request->base != NULL ? mis_world_ref (request->base) : NULL;
  job->how = request->how;
  job->conflict = request->conflict;
  job->is_whole = request->is_whole;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, try_in_thread);
}

MisImportResult *
mis_import_try_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
mis_import_result_free (MisImportResult *result)
{
  g_clear_pointer (&result->world, mis_world_unref);
  g_clear_pointer (&result->doubts, g_ptr_array_unref);
  mis_fault_free (result->fault);
  g_free (result);
}
