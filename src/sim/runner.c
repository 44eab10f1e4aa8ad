#include "sim/runner.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>

/* What the threads share. Each takes the next number until there is none; slots are their own. */
typedef struct
{
  const MisEngine *engine;
  GCancellable *cancellable;
  guint n_cells;
  guint n_tasks;
  guint batch;
  atomic_uint next;
  double *values;
  MisExpectation *expectations; /* (array length=n_cells): of cells whose first run is done */
  int *progress;
  guint n_runs;                 /* that every cell has */
  MisCellSummary *summaries;    /* (array length=n_cells) */
  MisFigureData *data;
} Job;

guint
mis_runner_count (const MisEngine *engine)
{
  return mis_engine_get_n_cells (engine) * mis_engine_get_experiment (engine)->runs;
}

guint
mis_runner_get_n_processors (void)
{
  return MAX (g_get_num_processors (), 1);
}

/* With what is expected of all runs: however long that takes, it is within the progress, and what
 * is left to do after a cancel is no more than sums. */
static double
run_first (Job *job, MisDesk *desk, guint cell)
{
  double value = mis_engine_run (job->engine, desk, cell, 0);

  if (isnan (value) || !mis_engine_expect (job->engine, desk, cell, &job->expectations[cell]))
    return NAN;
  return value;
}

/* A batch of runs of the first cell, then of the second, and after the last the next batch of the
 * first. */
static void
run_task (Job *job, MisDesk *desk, guint task)
{
  guint runs = mis_engine_get_experiment (job->engine)->runs;
  guint first = (guint) (task / ((guint64) job->n_cells * job->batch)) * job->batch;
  guint size = MIN (job->batch, runs - first);
  guint rest = task - first * job->n_cells;
  guint run = first + rest % size, cell = rest / size;
  gsize slot = (gsize) cell * runs + run;

  if (run == 0)
    job->values[slot] = run_first (job, desk, cell);
  else if (mis_engine_is_random (job->engine, cell))
    job->values[slot] = mis_engine_run (job->engine, desk, cell, run);
  if (job->progress != NULL)
    g_atomic_int_inc (job->progress);
}

static void *
work_on_runs (void *data)
{
  Job *job = data;
  MisDesk desk;
  guint task;

  mis_engine_init_desk (job->engine, &desk, job->cancellable);
  while (!g_cancellable_is_cancelled (job->cancellable)
         && (task = atomic_fetch_add (&job->next, 1)) < job->n_tasks)
    run_task (job, &desk, task);
  mis_desk_clear (&desk);
  return NULL;
}

/* Does @work in all threads, this one too. With fewer than asked for it only takes longer. */
static void
run_threads (void *(*work) (void *), void *job, guint n_threads)
{
  g_autofree pthread_t *threads = g_new (pthread_t, n_threads);
  guint n_started = 0;

  while (n_started + 1 < n_threads
         && pthread_create (&threads[n_started], NULL, work, job) == 0)
    n_started++;
  work (job);
  for (guint i = 0; i < n_started; i++)
    pthread_join (threads[i], NULL);
}

/* Each cell is summed up by one thread, all its runs in order. */
static void *
work_on_cells (void *data)
{
  Job *job = data;
  guint cell;

  while ((cell = atomic_fetch_add (&job->next, 1)) < job->n_cells)
    mis_engine_summarize (job->engine, job->values, job->n_runs, cell, &job->expectations[cell],
                          &job->summaries[cell]);
  return NULL;
}

/* Each hill is counted by one thread. */
static void *
work_on_hills (void *data)
{
  Job *job = data;
  guint series;

  while ((series = atomic_fetch_add (&job->next, 1)) < job->data->series->len)
    mis_engine_count_draws (job->engine, job->values, job->n_runs, series, job->data);
  return NULL;
}

static MisFigureData *
sum_up (Job *job, guint n_threads, gboolean *is_complete)
{
  g_autofree MisCellSummary *summaries = g_new0 (MisCellSummary, job->n_cells);

  job->n_runs = mis_engine_count_runs (job->engine, job->values, is_complete);
  job->summaries = summaries;
  job->next = 0;
  run_threads (work_on_cells, job, CLAMP (n_threads, 1, job->n_cells));
  job->data = mis_engine_collect (job->engine, job->values, job->n_runs, summaries);
  job->next = 0;
  run_threads (work_on_hills, job, CLAMP (n_threads, 1, job->n_cells));
  return job->data;
}

MisFigureData *
mis_runner_run (MisEngine *engine,
                guint n_threads,
                int *progress,
                GCancellable *cancellable,
                gboolean *is_complete)
{
  Job job = {
    .engine = engine,
    .cancellable = cancellable,
    .n_cells = mis_engine_get_n_cells (engine),
    .n_tasks = mis_runner_count (engine),
    .batch = mis_engine_get_batch (engine),
    .progress = progress,
  };
  gboolean has_all;
  MisFigureData *data;

  job.values = g_new (double, job.n_tasks);
  job.expectations = g_new (MisExpectation, job.n_cells);
  for (guint i = 0; i < job.n_tasks; i++)
    job.values[i] = NAN;
  run_threads (work_on_runs, &job, CLAMP (n_threads, 1, job.n_tasks));
  data = sum_up (&job, n_threads, &has_all);
  if (is_complete != NULL)
    *is_complete = has_all;
  g_free (job.values);
  g_free (job.expectations);
  return data;
}

/* What the threads share that sum arrays: task t is slice t / n_areas of area t mod n_areas. */
typedef struct
{
  const MisAgentArrays *arrays;
  guint n_areas;
  gsize n_tasks;
  atomic_size_t next;
  MisArraySums *sums; /* by task */
} ArrayJob;

static void *
work_on_slices (void *data)
{
  ArrayJob *job = data;
  gsize task;

  while ((task = atomic_fetch_add (&job->next, 1)) < job->n_tasks)
    mis_array_sums_take (&job->sums[task], job->arrays, (guint) (task % job->n_areas),
                         task / job->n_areas);
  return NULL;
}

MisScore *
mis_runner_score_arrays (MisWorld *world, const MisAgentArrays *arrays, guint n_threads)
{
  guint n_areas = mis_world_get_n_areas (world);
  ArrayJob job = {
    .arrays = arrays,
    .n_areas = n_areas,
    .n_tasks = n_areas * mis_agent_arrays_count_slices (arrays),
  };
  MisScore *score;

  if (job.n_tasks == 0)
    return mis_agent_arrays_score (world, arrays);
  job.sums = g_new (MisArraySums, job.n_tasks);
  for (gsize i = 0; i < job.n_tasks; i++)
    mis_array_sums_init (&job.sums[i],
                         mis_area_get_n_goals (mis_world_get_area (world, (guint) (i % n_areas))));
  run_threads (work_on_slices, &job, (guint) CLAMP (n_threads, 1, job.n_tasks));
  for (gsize i = n_areas; i < job.n_tasks; i++)
    mis_array_sums_add (&job.sums[i % n_areas], &job.sums[i]);
  score = mis_agent_arrays_score_sums (world, arrays, job.sums);
  for (gsize i = 0; i < job.n_tasks; i++)
    mis_array_sums_clear (&job.sums[i]);
  g_free (job.sums);
  return score;
}
