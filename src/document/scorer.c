#include "document/scorer.h"

/* Terms that are summed on the spot, so that a drag and its numbers are in the same frame: a few
 * milliseconds of them. What is longer goes to a worker. */
#define SPOT_COST 1000000u
#define WORKER_COST G_MAXUINT64

/* What a worker is given: references to immutable values, and a flag to stop it. */
typedef struct
{
  MisWorld *world;
  MisResults *previous;
  guint focus;
  gboolean *locks;
  gint stop; /* atomic */
} Job;

struct _MisScorer
{
  GObject parent_instance;

  MisResults *results;
  GTask *worker;     /* NULL while nothing is being counted */
  gboolean is_stale; /* the worker's answer is no longer asked for */
  Job *next;         /* what a worker has to count still */
};

enum
{
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisScorer, mis_scorer, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  mis_world_unref (job->world);
  g_clear_pointer (&job->previous, mis_results_unref);
  g_free (job->locks);
  g_free (job);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task,
                         mis_results_new (job->world, job->focus, job->locks, job->previous,
                                          WORKER_COST, &job->stop),
                         (GDestroyNotify) mis_results_unref);
}

static void start_worker (MisScorer *self);

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MisScorer *self = MIS_SCORER (source);
  g_autoptr (MisResults) results = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&self->worker);
  if (!self->is_stale)
    {
      g_clear_pointer (&self->results, mis_results_unref);
      self->results = g_steal_pointer (&results);
    }
  start_worker (self);
  if (self->worker == NULL)
    g_signal_emit (self, signals[COUNTED], 0);
}

/* One worker at a time: when an older one has stopped, the newest world is what is counted. */
static void
start_worker (MisScorer *self)
{
  if (self->worker != NULL || self->next == NULL)
    return;
  if (self->results != NULL)
    self->next->previous = mis_results_ref (self->results);
  self->is_stale = FALSE;
  self->worker = g_task_new (self, NULL, counted_cb, NULL);
  g_task_set_task_data (self->worker, g_steal_pointer (&self->next), (GDestroyNotify) job_free);
  g_task_run_in_thread (self->worker, count_in_thread);
}

static void
mis_scorer_finalize (GObject *object)
{
  MisScorer *self = MIS_SCORER (object);

  g_clear_pointer (&self->next, job_free);
  g_clear_pointer (&self->results, mis_results_unref);
  G_OBJECT_CLASS (mis_scorer_parent_class)->finalize (object);
}

static void
mis_scorer_class_init (MisScorerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mis_scorer_finalize;

  signals[COUNTED] = g_signal_new ("counted", MIS_TYPE_SCORER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
mis_scorer_init (MisScorer *self)
{
}

MisScorer *
mis_scorer_new (void)
{
  return g_object_new (MIS_TYPE_SCORER, NULL);
}

/* Counts on the spot as far as that is quick; whether nothing is left for a worker. */
static gboolean
count_at_once (MisScorer *self, MisWorld *world, guint focus, const gboolean *locks)
{
  g_autoptr (MisResults) previous = NULL;

  if (mis_results_cost (world) > SPOT_COST)
    return FALSE;
  previous = g_steal_pointer (&self->results);
  self->results = mis_results_new (world, focus, locks, previous, SPOT_COST, NULL);
  return self->results->is_complete;
}

void
mis_scorer_ask (MisScorer *self,
                MisWorld *world,
                guint focus,
                const gboolean *locks,
                guint n_locks)
{
  g_return_if_fail (MIS_IS_SCORER (self));

  mis_scorer_stop (self);
  if (count_at_once (self, world, focus, locks))
    return;
  self->next = g_new0 (Job, 1);
  self->next->world = mis_world_ref (world);
  self->next->focus = focus;
  self->next->locks = g_memdup2 (locks, n_locks * sizeof (gboolean));
  start_worker (self);
}

void
mis_scorer_stop (MisScorer *self)
{
  Job *job;

  g_return_if_fail (MIS_IS_SCORER (self));

  g_clear_pointer (&self->next, job_free);
  if (self->worker == NULL)
    return;
  job = g_task_get_task_data (self->worker);
  g_atomic_int_set (&job->stop, 1);
  self->is_stale = TRUE;
}

MisResults *
mis_scorer_get_results (MisScorer *self)
{
  g_return_val_if_fail (MIS_IS_SCORER (self), NULL);

  return self->results;
}

gboolean
mis_scorer_is_busy (MisScorer *self)
{
  g_return_val_if_fail (MIS_IS_SCORER (self), FALSE);

  return self->worker != NULL;
}
