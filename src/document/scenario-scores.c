#include "document/scenario-scores.h"

#include <math.h>

#include "core/edit.h"
#include "core/score.h"
#include "document/results.h"

/* Terms that are summed on the spot, as in scorer.c. */
#define SPOT_COST 1000000u

/* What a worker is given and gives back. */
typedef struct
{
  MisWorld *project;
  GArray *scores; /* of double */
  gint stop;      /* atomic */
} Job;

struct _MisScenarioScores
{
  GObject parent_instance;

  GArray *scores; /* NULL while they are being counted */
  GTask *worker;  /* of what was asked for last */
};

enum
{
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisScenarioScores, mis_scenario_scores, G_TYPE_OBJECT)

static Job *
job_new (MisWorld *project)
{
  Job *job = g_new0 (Job, 1);

  job->project = mis_world_ref (project);
  job->scores = g_array_new (FALSE, FALSE, sizeof (double));
  return job;
}

static void
job_free (Job *job)
{
  mis_world_unref (job->project);
  g_array_unref (job->scores);
  g_free (job);
}

static void
add_score (Job *job, MisWorld *world, MisTally *base)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, base);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  double overall = score->has_score ? score->overall : (double)NAN;

  g_array_append_val (job->scores, overall);
}

/* A scenario shares with the base what it does not change, and so do their tallies. */
static void
count (Job *job)
{
  g_autoptr (MisTally) base = mis_tally_new (job->project, NULL);

  add_score (job, job->project, base);
  for (guint i = 0; i < mis_world_get_n_scenarios (job->project); i++)
    {
      g_autoptr (MisWorld) applied = NULL;

      if (g_atomic_int_get (&job->stop))
        return;
      applied = mis_world_with_scenario_applied (job->project,
                                                 mis_world_get_scenario (job->project, i), NULL);
      add_score (job, applied, base);
    }
}

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  count (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MisScenarioScores *self = MIS_SCENARIO_SCORES (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (G_TASK (result) != self->worker)
    return;
  self->scores = g_array_ref (job->scores);
  g_clear_object (&self->worker);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
forget (MisScenarioScores *self)
{
  g_clear_pointer (&self->scores, g_array_unref);
  if (self->worker == NULL)
    return;
  g_atomic_int_set (&((Job *)g_task_get_task_data (self->worker))->stop, 1);
  g_clear_object (&self->worker);
}

static void
mis_scenario_scores_finalize (GObject *object)
{
  forget (MIS_SCENARIO_SCORES (object));
  G_OBJECT_CLASS (mis_scenario_scores_parent_class)->finalize (object);
}

static void
mis_scenario_scores_class_init (MisScenarioScoresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mis_scenario_scores_finalize;

  signals[COUNTED] = g_signal_new ("counted", MIS_TYPE_SCENARIO_SCORES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mis_scenario_scores_init (MisScenarioScores *self)
{
}

MisScenarioScores *
mis_scenario_scores_new (void)
{
  return g_object_new (MIS_TYPE_SCENARIO_SCORES, NULL);
}

void
mis_scenario_scores_ask (MisScenarioScores *self, MisWorld *project)
{
  guint64 cost;
  Job *job;

  g_return_if_fail (MIS_IS_SCENARIO_SCORES (self));

  forget (self);
  job = job_new (project);
  cost = mis_results_cost (project) * (mis_world_get_n_scenarios (project) + 1);
  if (cost <= SPOT_COST)
    {
      count (job);
      self->scores = g_array_ref (job->scores);
      job_free (job);
      return;
    }
  self->worker = g_task_new (self, NULL, counted_cb, NULL);
  g_task_set_task_data (self->worker, job, (GDestroyNotify)job_free);
  g_task_run_in_thread (self->worker, count_in_thread);
}

double
mis_scenario_scores_get (MisScenarioScores *self, guint index)
{
  g_return_val_if_fail (MIS_IS_SCENARIO_SCORES (self), NAN);

  return self->scores != NULL && index < self->scores->len
             ? g_array_index (self->scores, double, index)
             : (double)NAN;
}

gboolean
mis_scenario_scores_is_busy (MisScenarioScores *self)
{
  g_return_val_if_fail (MIS_IS_SCENARIO_SCORES (self), FALSE);

  return self->worker != NULL;
}
