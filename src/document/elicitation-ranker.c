#include "document/elicitation-ranker.h"

/* Positions and pairs of goals that are put in order on the spot: about two milliseconds of them,
 * which leaves the rest of a frame to the window. */
#define SPOT_COST 4000u

/* What a worker is given: references to immutable values. */
typedef struct
{
  MisWorld *world;
  MisElicitation *previous;
} Job;

struct _MisElicitationRanker
{
  GObject parent_instance;

  MisElicitation *elicitation;
  GTask *worker;     /* NULL while nothing is being ordered */
  gboolean is_stale; /* the worker's answer is no longer asked for */
  MisWorld *next;    /* what a worker has to order still */
};

enum
{
  RANKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisElicitationRanker, mis_elicitation_ranker, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  mis_world_unref (job->world);
  g_clear_pointer (&job->previous, mis_elicitation_unref);
  g_free (job);
}

/* What mis_elicitation_new() takes, in positions and pairs of goals. */
static guint64
get_cost (const MisWorld *world)
{
  guint n_areas = mis_world_get_n_areas (world);
  guint64 cost = (guint64)mis_world_get_n_agents (world) * n_areas;

  for (guint area = 0; area < n_areas; area++)
    {
      guint64 n_goals = mis_area_get_n_goals (mis_world_get_area (world, area));

      cost += n_goals * n_goals / 2;
    }
  return cost;
}

static gboolean
is_ready (MisElicitationRanker *self, const MisWorld *world)
{
  return self->elicitation != NULL && mis_elicitation_get_world (self->elicitation) == world;
}

static void
take (MisElicitationRanker *self, MisElicitation *elicitation)
{
  g_clear_pointer (&self->elicitation, mis_elicitation_unref);
  self->elicitation = elicitation;
}

static void
rank_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task, mis_elicitation_new (job->world, job->previous),
                         (GDestroyNotify)mis_elicitation_unref);
}

static void start_worker (MisElicitationRanker *self);

static void
ranked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MisElicitationRanker *self = MIS_ELICITATION_RANKER (source);
  g_autoptr (MisElicitation) elicitation = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&self->worker);
  if (!self->is_stale)
    take (self, g_steal_pointer (&elicitation));
  start_worker (self);
  if (self->worker == NULL)
    g_signal_emit (self, signals[RANKED], 0);
}

/* One worker at a time: when an older one has stopped, the newest world is what is ordered. */
static void
start_worker (MisElicitationRanker *self)
{
  Job *job;

  if (self->worker != NULL || self->next == NULL)
    return;
  job = g_new0 (Job, 1);
  job->world = g_steal_pointer (&self->next);
  if (self->elicitation != NULL)
    job->previous = mis_elicitation_ref (self->elicitation);
  self->is_stale = FALSE;
  self->worker = g_task_new (self, NULL, ranked_cb, NULL);
  g_task_set_task_data (self->worker, job, (GDestroyNotify)job_free);
  g_task_run_in_thread (self->worker, rank_in_thread);
}

static void
mis_elicitation_ranker_finalize (GObject *object)
{
  MisElicitationRanker *self = MIS_ELICITATION_RANKER (object);

  g_clear_pointer (&self->next, mis_world_unref);
  g_clear_pointer (&self->elicitation, mis_elicitation_unref);
  G_OBJECT_CLASS (mis_elicitation_ranker_parent_class)->finalize (object);
}

static void
mis_elicitation_ranker_class_init (MisElicitationRankerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mis_elicitation_ranker_finalize;

  signals[RANKED] = g_signal_new ("ranked", MIS_TYPE_ELICITATION_RANKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
mis_elicitation_ranker_init (MisElicitationRanker *self)
{
}

MisElicitationRanker *
mis_elicitation_ranker_new (void)
{
  return g_object_new (MIS_TYPE_ELICITATION_RANKER, NULL);
}

void
mis_elicitation_ranker_ask (MisElicitationRanker *self, MisWorld *world)
{
  g_return_if_fail (MIS_IS_ELICITATION_RANKER (self));
  g_return_if_fail (world != NULL);

  if (is_ready (self, world) || get_cost (world) <= SPOT_COST)
    {
      mis_elicitation_ranker_get_now (self, world);
      return;
    }
  mis_elicitation_ranker_stop (self);
  self->next = mis_world_ref (world);
  start_worker (self);
}

MisElicitation *
mis_elicitation_ranker_get_now (MisElicitationRanker *self, MisWorld *world)
{
  g_return_val_if_fail (MIS_IS_ELICITATION_RANKER (self), NULL);
  g_return_val_if_fail (world != NULL, NULL);

  mis_elicitation_ranker_stop (self);
  if (!is_ready (self, world))
    take (self, mis_elicitation_new (world, self->elicitation));
  return self->elicitation;
}

void
mis_elicitation_ranker_stop (MisElicitationRanker *self)
{
  g_return_if_fail (MIS_IS_ELICITATION_RANKER (self));

  g_clear_pointer (&self->next, mis_world_unref);
  self->is_stale = TRUE;
}

MisElicitation *
mis_elicitation_ranker_get (MisElicitationRanker *self)
{
  g_return_val_if_fail (MIS_IS_ELICITATION_RANKER (self), NULL);

  return self->elicitation;
}

gboolean
mis_elicitation_ranker_is_busy (MisElicitationRanker *self)
{
  g_return_val_if_fail (MIS_IS_ELICITATION_RANKER (self), FALSE);

  return self->worker != NULL;
}
