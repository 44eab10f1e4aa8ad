#include "document/option-scores.h"

#include <math.h>

#include "core/edit.h"
#include "core/score.h"

/* The longest list of choices, of means over weights. */
#define MOST_CHOICES 8u

typedef struct
{
  double overall[MIS_N_OPTIONS][MOST_CHOICES];
} Scores;

struct _MisOptionScores
{
  GObject parent_instance;

  Scores *scores;            /* NULL before the first count */
  MisWorld *next;            /* to be counted when the worker is free; NULL if nothing is */
  GCancellable *cancellable; /* of the worker; NULL while there is none */
};

enum
{
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisOptionScores, mis_option_scores, G_TYPE_OBJECT)

static double
count (MisWorld *world, const MisScoring *scoring)
{
  g_autoptr (MisWorld) other = mis_world_with_scoring (world, scoring);
  g_autoptr (MisTally) tally = mis_tally_new (other, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  return score->has_score ? score->overall : (double) NAN;
}

static void
count_choice (MisWorld *world, guint option, guint choice, double current, Scores *scores)
{
  MisScoring scoring = *mis_world_get_scoring (world);
  gboolean is_current = mis_scoring_get (&scoring, option) == choice;

  mis_scoring_set (&scoring, option, choice);
  scores->overall[option][choice] = is_current ? current : count (world, &scoring);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MisWorld *world = task_data;
  g_autofree Scores *scores = g_new (Scores, 1);
  double current = count (world, mis_world_get_scoring (world));

  for (guint option = 0; option < MIS_N_OPTIONS; option++)
    for (guint choice = 0; mis_options[option].choices[choice].nick != NULL; choice++)
      {
        if (g_task_return_error_if_cancelled (task))
          return;
        count_choice (world, option, choice, current, scores);
      }
  g_task_return_pointer (task, g_steal_pointer (&scores), g_free);
}

static void start_worker (MisOptionScores *self);

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MisOptionScores *self = MIS_OPTION_SCORES (source);
  Scores *scores = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&self->cancellable);
  if (scores != NULL)
    {
      g_free (self->scores);
      self->scores = scores;
      g_signal_emit (self, signals[COUNTED], 0);
    }
  start_worker (self);
}

/* One worker at a time: when an older one has stopped, the newest world is what is counted. */
static void
start_worker (MisOptionScores *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->next == NULL || self->cancellable != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, counted_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&self->next), (GDestroyNotify) mis_world_unref);
  g_task_run_in_thread (task, count_in_thread);
}

static void
mis_option_scores_finalize (GObject *object)
{
  MisOptionScores *self = MIS_OPTION_SCORES (object);

  g_free (self->scores);
  g_clear_pointer (&self->next, mis_world_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (mis_option_scores_parent_class)->finalize (object);
}

static void
mis_option_scores_class_init (MisOptionScoresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mis_option_scores_finalize;

  signals[COUNTED] = g_signal_new ("counted", MIS_TYPE_OPTION_SCORES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mis_option_scores_init (MisOptionScores *self)
{
}

MisOptionScores *
mis_option_scores_new (void)
{
  return g_object_new (MIS_TYPE_OPTION_SCORES, NULL);
}

void
mis_option_scores_ask (MisOptionScores *self, MisWorld *world)
{
  g_return_if_fail (MIS_IS_OPTION_SCORES (self));

  mis_option_scores_stop (self);
  self->next = mis_world_ref (world);
  start_worker (self);
}

void
mis_option_scores_stop (MisOptionScores *self)
{
  g_return_if_fail (MIS_IS_OPTION_SCORES (self));

  g_clear_pointer (&self->next, mis_world_unref);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

double
mis_option_scores_get (MisOptionScores *self, guint option, guint choice)
{
  g_return_val_if_fail (MIS_IS_OPTION_SCORES (self), NAN);
  g_return_val_if_fail (option < MIS_N_OPTIONS && choice < MOST_CHOICES, NAN);

  return self->scores != NULL ? self->scores->overall[option][choice] : (double) NAN;
}
