/* Scores of a project under each scenario, on the spot and by a worker. */
#include <math.h>

#include "core/edit.h"
#include "core/edit-scenarios.h"
#include "core/score.h"
#include "document/scenario-scores.h"

#include "load-example.h"

/* @base with two scenarios more: all the same, and without the first group. */
static MisWorld *
with_scenarios (MisWorld *base)
{
  g_autoptr (MisWorld) fewer = mis_world_with_agent_removed (base, 0, NULL);
  MisChange *changes = g_new0 (MisChange, 1);
  g_autoptr (MisScenario) same = mis_scenario_new ("same", "Same", "", NULL, 0, NULL);
  g_autoptr (MisScenario) without = NULL;
  g_autoptr (MisWorld) one = mis_world_with_scenario (base, same, NULL);

  changes[0].kind = MIS_CHANGE_REMOVE_AGENT;
  changes[0].agent_id = g_strdup (mis_world_get_agent (base, 0)->id);
  without = mis_scenario_new ("without", "Without", "", changes, 1, NULL);
  return mis_world_with_scenario (one, without, NULL);
}

static double
score (MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) found = mis_score_new (tally, NULL, NULL);

  return found->overall;
}

static void
check (MisScenarioScores *scores, MisWorld *base)
{
  g_autoptr (MisWorld) fewer = mis_world_with_agent_removed (base, 0, NULL);
  guint n = mis_world_get_n_scenarios (base);

  g_assert_cmpfloat (mis_scenario_scores_get (scores, 0), ==, score (base));
  g_assert_cmpfloat (mis_scenario_scores_get (scores, n + 1), ==, score (base));
  g_assert_cmpfloat (mis_scenario_scores_get (scores, n + 2), ==, score (fewer));
  g_assert_true (isnan (mis_scenario_scores_get (scores, n + 3)));
}

static void
test_at_once (void)
{
  g_autoptr (MisWorld) base = load_example ("shopping");
  g_autoptr (MisWorld) project = with_scenarios (base);
  g_autoptr (MisScenarioScores) scores = mis_scenario_scores_new ();

  mis_scenario_scores_ask (scores, project);
  g_assert_false (mis_scenario_scores_is_busy (scores));
  check (scores, base);
}

/* Who asks again gets the answer to the last question, once. */
static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_worker (void)
{
  g_autoptr (MisWorld) base = load_large_example ();
  g_autoptr (MisWorld) project = with_scenarios (base);
  g_autoptr (MisScenarioScores) scores = mis_scenario_scores_new ();
  guint n_counted = 0;

  g_signal_connect_swapped (scores, "counted", G_CALLBACK (count_cb), &n_counted);
  mis_scenario_scores_ask (scores, base);
  mis_scenario_scores_ask (scores, project);
  g_assert_true (mis_scenario_scores_is_busy (scores));
  g_assert_true (isnan (mis_scenario_scores_get (scores, 0)));
  while (mis_scenario_scores_is_busy (scores))
    g_main_context_iteration (NULL, TRUE);
  check (scores, base);
  g_assert_cmpuint (n_counted, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-scores/at-once", test_at_once);
  g_test_add_func ("/scenario-scores/worker", test_worker);
  return g_test_run ();
}
