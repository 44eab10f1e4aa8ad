#include "document/experiment-run.h"

#include <math.h>

#include "document/quantity.h"
#include "file/bundled-experiment.h"
#include "file/example.h"
#include "sim/runner.h"

#define TICK 100 /* milliseconds */

/* What a worker is given, and what it gives back. The counter is all that both sides touch. */
typedef struct
{
  MisExperiment *experiment;
  MisWorld *world; /* NULL if the experiment makes its own */
  int n_done;      /* atomic */
  double seconds;  /* that the worlds took, once they are made ready */
  gboolean is_complete;
} Job;

struct _MisExperimentRun
{
  GObject parent_instance;

  GTask *worker;     /* NULL while nothing runs */
  gboolean is_stale; /* nobody waits for the worker's answer */
  Job *next;         /* what is to run when the worker has stopped; NULL if nothing */
  guint tick;

  gint64 start;
  double seconds;       /* of the run that has ended */
  double world_seconds; /* likewise: of all its worlds, without what was made ready before them */
  guint n_worlds;
  guint n_done; /* likewise */
  char *fault;

  MisExperiment *experiment;
  MisFigureData *data;
  gboolean is_complete;
};

enum
{
  PROGRESSED,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisExperimentRun, mis_experiment_run, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  mis_experiment_unref (job->experiment);
  g_clear_pointer (&job->world, mis_world_unref);
  g_free (job);
}

static Job *
job_new (MisExperiment *experiment, MisWorld *world)
{
  Job *job = g_new0 (Job, 1);

  job->experiment = mis_experiment_ref (experiment);
  if (world != NULL)
    job->world = mis_world_ref (world);
  return job;
}

static MisFigureData *
run (Job *job, MisEngine *engine, MisWorld *world, GCancellable *cancellable)
{
  gint64 start = g_get_monotonic_time ();
  MisFigureData *data = mis_runner_run (engine, mis_runner_get_n_processors (), &job->n_done,
                                        cancellable, &job->is_complete);

  data->is_complete = job->is_complete;
  data->is_changed = mis_bundled_experiment_is_changed (job->experiment);
  job->seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  if (world != NULL)
    mis_experiment_name_data (job->experiment, world, data);
  return data;
}

/* A cancelled run has a result too, so the task is not to make an error of it. */
static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) world = mis_experiment_load_world (job->experiment, job->world);
  g_autoptr (MisEngine) engine = mis_engine_new (job->experiment, world, cancellable, &error);

  if (engine == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, run (job, engine, world, cancellable),
                           (GDestroyNotify) mis_figure_data_unref);
}

static guint
count_done (MisExperimentRun *self)
{
  Job *job = g_task_get_task_data (self->worker);

  return (guint) g_atomic_int_get (&job->n_done);
}

static double
measure_seconds (MisExperimentRun *self)
{
  return (double) (g_get_monotonic_time () - self->start) / G_USEC_PER_SEC;
}

static gboolean
tick_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[PROGRESSED], 0);
  return G_SOURCE_CONTINUE;
}

/* There is none of a run that was not yet begun, not an earlier one either, which would be taken
 * for its own. */
static void
forget_result (MisExperimentRun *self)
{
  g_clear_pointer (&self->data, mis_figure_data_unref);
  g_clear_pointer (&self->experiment, mis_experiment_unref);
  self->is_complete = FALSE;
}

static void
take_result (MisExperimentRun *self, MisFigureData *data, const GError *error)
{
  Job *job = g_task_get_task_data (self->worker);

  self->n_done = count_done (self);
  self->seconds = measure_seconds (self);
  self->world_seconds = job->seconds;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      forget_result (self);
      return;
    }
  if (data == NULL)
    {
      self->fault = g_strdup (error->message);
      return;
    }
  g_clear_pointer (&self->data, mis_figure_data_unref);
  g_clear_pointer (&self->experiment, mis_experiment_unref);
  self->data = mis_figure_data_ref (data);
  self->experiment = mis_experiment_ref (job->experiment);
  self->is_complete = job->is_complete;
}

static void start_worker (MisExperimentRun *self);

/* The worker holds no reference to the run, which may be gone before it. */
static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree GWeakRef *weak = user_data;
  g_autoptr (MisExperimentRun) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisFigureData) data = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean is_stale;

  g_weak_ref_clear (weak);
  if (self == NULL)
    return;
  is_stale = self->is_stale;
  if (!is_stale)
    take_result (self, data, error);
  g_clear_object (&self->worker);
  start_worker (self);
  if (is_stale)
    return;
  g_clear_handle_id (&self->tick, g_source_remove);
  g_signal_emit (self, signals[ENDED], 0);
}

/* One worker at a time: when an older one has stopped, the newest experiment is what is run. */
static void
start_worker (MisExperimentRun *self)
{
  GWeakRef *weak;
  g_autoptr (GCancellable) cancellable = NULL;

  if (self->worker != NULL || self->next == NULL)
    return;
  weak = g_new (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  cancellable = g_cancellable_new ();
  self->is_stale = FALSE;
  self->start = g_get_monotonic_time ();
  self->worker = g_task_new (NULL, cancellable, ended_cb, weak);
  g_task_set_check_cancellable (self->worker, FALSE);
  g_task_set_task_data (self->worker, g_steal_pointer (&self->next), (GDestroyNotify) job_free);
  g_task_run_in_thread (self->worker, run_in_thread);
}

static void
mis_experiment_run_dispose (GObject *object)
{
  MisExperimentRun *self = MIS_EXPERIMENT_RUN (object);

  mis_experiment_run_forget (self);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (mis_experiment_run_parent_class)->dispose (object);
}

static void
mis_experiment_run_finalize (GObject *object)
{
  MisExperimentRun *self = MIS_EXPERIMENT_RUN (object);

  g_free (self->fault);
  g_clear_pointer (&self->experiment, mis_experiment_unref);
  g_clear_pointer (&self->data, mis_figure_data_unref);
  G_OBJECT_CLASS (mis_experiment_run_parent_class)->finalize (object);
}

static void
mis_experiment_run_class_init (MisExperimentRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mis_experiment_run_dispose;
  object_class->finalize = mis_experiment_run_finalize;

  signals[PROGRESSED] = g_signal_new ("progressed", MIS_TYPE_EXPERIMENT_RUN, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", MIS_TYPE_EXPERIMENT_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
mis_experiment_run_init (MisExperimentRun *self)
{
}

MisExperimentRun *
mis_experiment_run_new (void)
{
  return g_object_new (MIS_TYPE_EXPERIMENT_RUN, NULL);
}

void
mis_experiment_run_start (MisExperimentRun *self, MisExperiment *experiment, MisWorld *world)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_RUN (self));

  mis_experiment_run_forget (self);
  g_clear_pointer (&self->fault, g_free);
  self->n_worlds = mis_experiment_run_count (experiment);
  self->n_done = 0;
  self->seconds = 0.0;
  self->world_seconds = 0.0;
  self->start = g_get_monotonic_time ();
  self->next = job_new (experiment, world);
  self->tick = g_timeout_add (TICK, tick_cb, self);
  start_worker (self);
}

/* One that waits for an older worker still is not begun at all. */
void
mis_experiment_run_cancel (MisExperimentRun *self)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_RUN (self));

  if (self->next != NULL)
    {
      mis_experiment_run_forget (self);
      forget_result (self);
      g_signal_emit (self, signals[ENDED], 0);
    }
  else if (self->worker != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->worker));
}

void
mis_experiment_run_forget (MisExperimentRun *self)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_RUN (self));

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->next, job_free);
  if (self->worker == NULL)
    return;
  g_cancellable_cancel (g_task_get_cancellable (self->worker));
  self->is_stale = TRUE;
}

gboolean
mis_experiment_run_is_running (MisExperimentRun *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_RUN (self), FALSE);

  return self->next != NULL || (self->worker != NULL && !self->is_stale);
}

guint
mis_experiment_run_get_n_worlds (MisExperimentRun *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_RUN (self), 0);

  return self->n_worlds;
}

guint
mis_experiment_run_get_n_done (MisExperimentRun *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_RUN (self), 0);

  return self->worker != NULL && !self->is_stale ? count_done (self) : self->n_done;
}

double
mis_experiment_run_get_seconds (MisExperimentRun *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_RUN (self), 0.0);

  return mis_experiment_run_is_running (self) ? measure_seconds (self) : self->seconds;
}

double
mis_experiment_run_get_world_seconds (MisExperimentRun *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_RUN (self), NAN);

  if (self->n_done == 0)
    return NAN;
  return self->world_seconds / self->n_done;
}

double
mis_experiment_run_get_seconds_left (MisExperimentRun *self)
{
  guint n_done = mis_experiment_run_get_n_done (self);

  if (n_done == 0)
    return NAN;
  return mis_experiment_run_get_seconds (self) * (self->n_worlds - n_done) / n_done;
}

MisFigureData *
mis_experiment_run_get_data (MisExperimentRun *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_RUN (self), NULL);

  return self->data;
}

MisExperiment *
mis_experiment_run_get_experiment (MisExperimentRun *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_RUN (self), NULL);

  return self->experiment;
}

gboolean
mis_experiment_run_is_complete (MisExperimentRun *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_RUN (self), FALSE);

  return self->is_complete;
}

const char *
mis_experiment_run_get_fault (MisExperimentRun *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_RUN (self), NULL);

  return self->fault;
}

guint
mis_experiment_run_count (const MisExperiment *experiment)
{
  return mis_experiment_get_n_series (experiment) * mis_experiment_get_n_points (experiment)
         * experiment->runs;
}

MisWorld *
mis_experiment_load_world (const MisExperiment *experiment, MisWorld *project)
{
  MisWorld *example;
  g_autoptr (GError) error = NULL;

  if (experiment->source == MIS_SOURCE_PROJECT)
    return project != NULL ? mis_world_ref (project) : NULL;
  if (experiment->source == MIS_SOURCE_RECIPE)
    return NULL;
  /* Its name was checked when the experiment was read. */
  example = mis_example_load (experiment->example, &error);
  g_assert_no_error (error);
  return example;
}
