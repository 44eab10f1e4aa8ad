/* The score under every choice of every option, before one is made. */
#include "document/option-scores.h"

#include <math.h>

#include "core/edit.h"
#include "core/score.h"

#include "load-example.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
wait_for (MisOptionScores *scores, MisWorld *world)
{
  guint n = 0;
  gulong handler = g_signal_connect_swapped (scores, "counted", G_CALLBACK (count_cb), &n);

  mis_option_scores_ask (scores, world);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (scores, handler);
}

static double
get_by_nick (MisOptionScores *scores, const char *name, const char *nick)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if (g_str_equal (mis_options[i].name, name))
      return mis_option_scores_get (scores, i,
                                    (guint) mis_choice_from_nick (mis_options[i].choices, nick));
  g_assert_not_reached ();
}

/* The shopping case: known values of the model's table, and what follows from them by hand. */
static void
test_values (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisOptionScores) scores = mis_option_scores_new ();
  const double food = 0.0897212875491429, household = 0.4240573483993169;

  g_assert_true (isnan (mis_option_scores_get (scores, 0, 0)));
  wait_for (scores, world);
  g_assert_cmpfloat_with_epsilon (get_by_nick (scores, "weight_mean", "geometric"),
                                  0.25688931797422987, 1e-15);
  g_assert_cmpfloat_with_epsilon (get_by_nick (scores, "weight_mean", "harmonic"), 0.2522445600,
                                  1e-10);
  g_assert_cmpfloat_with_epsilon (get_by_nick (scores, "area_mean", "minimum"), food, 1e-15);
  g_assert_cmpfloat_with_epsilon (get_by_nick (scores, "area_mean", "maximum"), household, 1e-15);
  g_assert_cmpfloat_with_epsilon (get_by_nick (scores, "area_mean", "geometric"),
                                  sqrt (food * household), 1e-15);
  g_assert_cmpfloat_with_epsilon (get_by_nick (scores, "pairs", "replacement"),
                                  0.25688931797422987 * 2 / 3, 1e-15);
  g_assert_cmpfloat_with_epsilon (get_by_nick (scores, "normalization", "limit"),
                                  0.25688931797422987 * 3 / 2, 1e-15);
  g_assert_cmpfloat_with_epsilon (get_by_nick (scores, "unknown", "no-goal"), 0.25688931797422987,
                                  1e-15);
}

/* Each is counted with all other options as the project has them. */
static void
test_other_options_stay (void)
{
  g_autoptr (MisWorld) paper = load_example ("shopping");
  MisScoring scoring = *mis_world_get_scoring (paper);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisOptionScores) scores = mis_option_scores_new ();

  scoring.pairs = MIS_PAIRS_REPLACEMENT;
  world = mis_world_with_scoring (paper, &scoring);
  wait_for (scores, world);
  g_assert_cmpfloat_with_epsilon (get_by_nick (scores, "area_mean", "maximum"),
                                  0.4240573483993169 * 2 / 3, 1e-15);
  g_assert_cmpfloat_with_epsilon (get_by_nick (scores, "pairs", "distinct"), 0.25688931797422987,
                                  1e-15);
}

/* Only the newest of many worlds is told of; nothing is told after a stop. */
static void
test_newest_wins (void)
{
  g_autoptr (MisWorld) first = load_example ("shopping");
  g_autoptr (MisWorld) large = load_large_example ();
  g_autoptr (MisWorld) last = load_example ("carla");
  g_autoptr (MisOptionScores) scores = mis_option_scores_new ();
  g_autoptr (MisOptionScores) reference = mis_option_scores_new ();

  mis_option_scores_ask (scores, large);
  mis_option_scores_ask (scores, first);
  wait_for (scores, last);
  wait_for (reference, last);
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    g_assert_cmpfloat (mis_option_scores_get (scores, i, 0), ==,
                       mis_option_scores_get (reference, i, 0));
}

static void
test_no_score (void)
{
  g_autoptr (MisWorld) world = mis_world_builder_end (mis_world_builder_new ());
  g_autoptr (MisOptionScores) scores = mis_option_scores_new ();

  wait_for (scores, world);
  g_assert_true (isnan (mis_option_scores_get (scores, 0, 0)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/option-scores/values", test_values);
  g_test_add_func ("/option-scores/other-options-stay", test_other_options_stay);
  g_test_add_func ("/option-scores/newest-wins", test_newest_wins);
  g_test_add_func ("/option-scores/no-score", test_no_score);
  return g_test_run ();
}
