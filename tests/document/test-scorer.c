/* Scores on the spot and by a worker: what is there at once, who wins, what nobody waits for. */
#include "core/edit.h"
#include "document/scorer.h"

#include "load-example.h"

static void
ask (MisScorer *scorer, MisWorld *world)
{
  guint n_agents = mis_world_get_n_agents (world);
  g_autofree gboolean *locks = g_new0 (gboolean, n_agents);

  mis_scorer_ask (scorer, world, 0, locks, n_agents);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_at_once (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisScorer) scorer = mis_scorer_new ();

  g_assert_null (mis_scorer_get_results (scorer));
  ask (scorer, world);
  g_assert_false (mis_scorer_is_busy (scorer));
  g_assert_true (mis_results_get_world (mis_scorer_get_results (scorer)) == world);
}

/* How far uncertain numbers let a score go is there at once, or with what a worker counts. */
static void
test_bounds (void)
{
  g_autoptr (MisWorld) certain = load_example ("shopping");
  g_autoptr (MisWorld) small = load_example ("ranges");
  g_autoptr (MisWorld) large = load_large_example ();
  MisPosition position = mis_world_get_position (large, 0, 0);
  g_autoptr (MisWorld) uncertain = NULL;
  g_autoptr (MisScorer) scorer = mis_scorer_new ();
  const MisResults *results;

  position.low = 0.0;
  uncertain = mis_world_with_position (large, 0, 0, &position, NULL);
  ask (scorer, certain);
  g_assert_null (mis_scorer_get_results (scorer)->bounds);
  ask (scorer, small);
  g_assert_nonnull (mis_scorer_get_results (scorer)->bounds);
  g_assert_false (mis_scorer_is_busy (scorer));
  ask (scorer, uncertain);
  while (mis_scorer_is_busy (scorer))
    g_main_context_iteration (NULL, TRUE);
  results = mis_scorer_get_results (scorer);
  g_assert_true (results->is_complete);
  g_assert_nonnull (results->bounds);
  g_assert_cmpfloat (results->bounds->overall.low, <, results->score->overall);
  g_assert_cmpfloat (results->bounds->overall.high, ==, results->score->overall);
}

static void
test_newest_wins (void)
{
  g_autoptr (MisWorld) large = load_large_example ();
  g_autoptr (MisWorld) changed = mis_world_with_weight (large, 0, 0, 0.125, NULL);
  g_autoptr (MisScorer) scorer = mis_scorer_new ();
  guint n_counted = 0;

  g_signal_connect_swapped (scorer, "counted", G_CALLBACK (count_cb), &n_counted);
  ask (scorer, large);
  g_assert_true (mis_scorer_is_busy (scorer));
  ask (scorer, changed);
  while (n_counted == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_counted, ==, 1);
  g_assert_false (mis_scorer_is_busy (scorer));
  g_assert_true (mis_results_get_world (mis_scorer_get_results (scorer)) == changed);
  g_assert_true (mis_scorer_get_results (scorer)->is_complete);
}

/* A small world that is asked for while a worker counts a large one is there at once, and stays. */
static void
test_late_answers_are_dropped (void)
{
  g_autoptr (MisWorld) large = load_large_example ();
  g_autoptr (MisWorld) small = load_example ("shopping");
  g_autoptr (MisScorer) scorer = mis_scorer_new ();

  ask (scorer, large);
  ask (scorer, small);
  g_assert_true (mis_results_get_world (mis_scorer_get_results (scorer)) == small);
  while (mis_scorer_is_busy (scorer))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (mis_results_get_world (mis_scorer_get_results (scorer)) == small);
}

static void
test_stopped (void)
{
  g_autoptr (MisWorld) large = load_large_example ();
  g_autoptr (MisScorer) scorer = mis_scorer_new ();

  ask (scorer, large);
  mis_scorer_stop (scorer);
  while (mis_scorer_is_busy (scorer))
    g_main_context_iteration (NULL, TRUE);
  /* What was there on the spot stays; the worker's answer is not taken. */
  g_assert_false (mis_scorer_get_results (scorer)->is_complete);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scorer/at-once", test_at_once);
  g_test_add_func ("/scorer/bounds", test_bounds);
  g_test_add_func ("/scorer/newest-wins", test_newest_wins);
  g_test_add_func ("/scorer/late-answers-are-dropped", test_late_answers_are_dropped);
  g_test_add_func ("/scorer/stopped", test_stopped);
  return g_test_run ();
}
