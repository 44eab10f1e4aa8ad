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
  atomic_uint next;
  double *values;
  int *progress;
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

/* Run task / n_cells of cell task mod n_cells. */
static void
run_task (Job *job, MisDesk *desk, guint task)
{
  guint run = task / job->n_cells, cell = task % job->n_cells;
  gsize slot = (gsize) cell * mis_engine_get_experiment (job->engine)->runs + run;

  if (run == 0 || mis_engine_is_random (job->engine, cell))
    job->values[slot] = mis_engine_run (job->engine, desk, cell, run);
  if (job->progress != NULL)
    g_atomic_int_inc (job->progress);
}

static void *
work (void *data)
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

/* With fewer threads than asked for it only takes longer. */
static void
run_threads (Job *job, guint n_threads)
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

static gboolean
has_all (const Job *job)
{
  guint runs = job->n_tasks / job->n_cells;

  for (guint cell = 0; cell < job->n_cells; cell++)
    for (guint run = 0; run < (mis_engine_is_random (job->engine, cell) ? runs : 1); run++)
      if (isnan (job->values[(gsize) cell * runs + run]))
        return FALSE;
  return TRUE;
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
    .progress = progress,
  };
  MisFigureData *data;

  job.values = g_new (double, job.n_tasks);
  for (guint i = 0; i < job.n_tasks; i++)
    job.values[i] = NAN;
  run_threads (&job, CLAMP (n_threads, 1, job.n_tasks));
  if (is_complete != NULL)
    *is_complete = has_all (&job);
  data = mis_engine_summarize (engine, job.values);
  g_free (job.values);
  return data;
}
