/* An experiment by a worker: its result, what is kept when it is cancelled, who wins, who
 * is gone. */
#include "document/experiment-run.h"

#include <math.h>
#include <string.h>

#include "file/bundled-experiment.h"
#include "sim/runner.h"

#define MANY_RUNS 10000u /* more than anybody waits for */
#define N_CLOSED 200

typedef struct
{
  guint n_progressed;
  guint n_ended;
} Calls;

static void
count_cb (guint *n)
{
  (*n)++;
}

static MisExperimentRun *
run_new (Calls *calls)
{
  MisExperimentRun *run = mis_experiment_run_new ();

  g_signal_connect_swapped (run, "progressed", G_CALLBACK (count_cb), &calls->n_progressed);
  g_signal_connect_swapped (run, "ended", G_CALLBACK (count_cb), &calls->n_ended);
  return run;
}

static MisExperiment *
load (const char *name, guint runs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) experiment = mis_bundled_experiment_load (name, &error);
  MisExperiment *changed = mis_experiment_with (experiment, &runs, NULL, NULL, &error);

  g_assert_no_error (error);
  return changed;
}

static void
wait_for_end (const Calls *calls, guint n)
{
  while (calls->n_ended < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_equal (const MisFigureData *a, const MisFigureData *b)
{
  g_assert_cmpuint (a->series->len, ==, b->series->len);
  g_assert_cmpuint (a->runs, ==, b->runs);
  for (guint i = 0; i < a->series->len; i++)
    {
      GArray *ours = mis_figure_data_get_series (a, i)->points;
      GArray *theirs = mis_figure_data_get_series (b, i)->points;

      g_assert_cmpuint (ours->len, ==, theirs->len);
      g_assert_cmpint (memcmp (ours->data, theirs->data, ours->len * sizeof (MisFigurePoint)), ==,
                       0);
    }
}

static void
test_result (gconstpointer name)
{
  Calls calls = { 0 };
  g_autoptr (MisExperimentRun) run = run_new (&calls);
  g_autoptr (MisExperiment) experiment = load (name, 7);
  g_autoptr (MisEngine) engine = mis_engine_new (experiment, NULL, NULL, NULL);
  g_autoptr (MisFigureData) expected = mis_runner_run (engine, 1, NULL, NULL, NULL);

  mis_experiment_run_start (run, experiment, NULL);
  g_assert_true (mis_experiment_run_is_running (run));
  wait_for_end (&calls, 1);
  g_assert_false (mis_experiment_run_is_running (run));
  g_assert_true (mis_experiment_run_is_complete (run));
  g_assert_null (mis_experiment_run_get_fault (run));
  g_assert_true (mis_experiment_run_get_experiment (run) == experiment);
  g_assert_cmpuint (mis_experiment_run_get_n_done (run), ==, mis_experiment_run_count (experiment));
  g_assert_cmpuint (mis_runner_count (engine), ==, mis_experiment_run_count (experiment));
  g_assert_cmpfloat (mis_experiment_run_get_seconds_left (run), ==, 0.0);
  assert_equal (mis_experiment_run_get_data (run), expected);
}

static void
test_example (void)
{
  Calls calls = { 0 };
  g_autoptr (MisExperimentRun) run = run_new (&calls);
  g_autoptr (MisExperiment) experiment = load ("figure-8", 1);

  mis_experiment_run_start (run, experiment, NULL);
  wait_for_end (&calls, 1);
  g_assert_cmpuint (mis_experiment_run_get_data (run)->series->len, ==, 4);
}

static void
test_needs_a_project (void)
{
  Calls calls = { 0 };
  g_autoptr (MisExperimentRun) run = run_new (&calls);
  MisExperiment *experiment = mis_experiment_new ();

  experiment->id = g_strdup ("own");
  experiment->title = g_strdup ("Own");
  experiment->description = g_strdup ("");
  experiment->note = g_strdup ("");
  experiment->source = MIS_SOURCE_PROJECT;
  g_assert_true (mis_variation_parse (&experiment->x, "share:a", NULL));
  experiment->x.to = 1.0;
  experiment->x.n_points = 2;
  mis_variation_expand (&experiment->x);
  mis_experiment_run_start (run, experiment, NULL);
  mis_experiment_unref (experiment);
  wait_for_end (&calls, 1);
  g_assert_nonnull (mis_experiment_run_get_fault (run));
  g_assert_null (mis_experiment_run_get_data (run));
}

/* Whether a figure has the numbers of the paper goes with its result; the band is none of them. */
static void
test_changed (void)
{
  Calls calls = { 0 };
  g_autoptr (MisExperimentRun) run = run_new (&calls);
  g_autoptr (MisExperiment) same = load ("figure-1", 100);
  g_autoptr (MisExperiment) banded = mis_experiment_with_band (same, MIS_BAND_SE);
  g_autoptr (MisExperiment) fewer = load ("figure-1", 3);

  mis_experiment_run_start (run, banded, NULL);
  wait_for_end (&calls, 1);
  g_assert_false (mis_experiment_run_get_data (run)->is_changed);
  mis_experiment_run_start (run, fewer, NULL);
  wait_for_end (&calls, 2);
  g_assert_true (mis_experiment_run_get_data (run)->is_changed);
  g_assert_cmpuint (mis_experiment_run_get_data (run)->planned_runs, ==, 3);
}

/* What there is of a cancelled run has as many runs at each point. */
static void
test_cancelled (void)
{
  Calls calls = { 0 };
  g_autoptr (MisExperimentRun) run = run_new (&calls);
  g_autoptr (MisExperiment) experiment = load ("figure-3", MANY_RUNS);
  MisFigureData *data;
  guint n_points = mis_experiment_get_n_points (experiment);

  mis_experiment_run_start (run, experiment, NULL);
  while (calls.n_progressed == 0 || mis_experiment_run_get_n_done (run) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (mis_experiment_run_get_seconds_left (run), >, 0.0);
  mis_experiment_run_cancel (run);
  wait_for_end (&calls, 1);
  data = mis_experiment_run_get_data (run);
  g_assert_false (mis_experiment_run_is_complete (run));
  g_assert_null (mis_experiment_run_get_fault (run));
  g_assert_cmpuint (data->runs, >, 0);
  g_assert_cmpuint (data->runs, <, MANY_RUNS);
  for (guint i = 0; i < data->series->len; i++)
    g_assert_cmpuint (mis_figure_data_get_series (data, i)->points->len, ==, n_points);
}

static void
test_newest_wins (void)
{
  Calls calls = { 0 };
  g_autoptr (MisExperimentRun) run = run_new (&calls);
  g_autoptr (MisExperiment) old = load ("figure-3", MANY_RUNS);
  g_autoptr (MisExperiment) new = load ("figure-4", 1);

  mis_experiment_run_start (run, old, NULL);
  mis_experiment_run_start (run, new, NULL);
  wait_for_end (&calls, 1);
  g_assert_true (mis_experiment_run_get_experiment (run) == new);
  g_assert_false (mis_experiment_run_is_running (run));
  g_assert_cmpuint (calls.n_ended, ==, 1);
}

/* Cancelled while it waits for an older one to stop: it ends all the same, without a result, and
 * what another experiment came to before is not taken for one. */
static void
test_cancelled_in_the_queue (void)
{
  Calls calls = { 0 };
  g_autoptr (MisExperimentRun) run = run_new (&calls);
  g_autoptr (MisExperiment) experiment = load ("figure-3", MANY_RUNS);
  g_autoptr (MisExperiment) other = load ("figure-4", 1);

  mis_experiment_run_start (run, other, NULL);
  wait_for_end (&calls, 1);
  g_assert_nonnull (mis_experiment_run_get_data (run));
  mis_experiment_run_start (run, experiment, NULL);
  mis_experiment_run_start (run, experiment, NULL);
  mis_experiment_run_cancel (run);
  g_assert_cmpuint (calls.n_ended, ==, 2);
  g_assert_false (mis_experiment_run_is_running (run));
  g_assert_null (mis_experiment_run_get_data (run));
}

/* Cancelled before it is made ready it has no result, and that is no fault. */
static void
test_cancelled_at_once (void)
{
  Calls calls = { 0 };
  g_autoptr (MisExperimentRun) run = run_new (&calls);
  g_autoptr (MisExperiment) experiment = load ("figure-3", MANY_RUNS);

  mis_experiment_run_start (run, experiment, NULL);
  mis_experiment_run_cancel (run);
  wait_for_end (&calls, 1);
  g_assert_null (mis_experiment_run_get_fault (run));
  g_assert_false (mis_experiment_run_is_complete (run));
}

/* A result stays when a later run is forgotten. */
static void
test_forgotten (void)
{
  Calls calls = { 0 };
  g_autoptr (MisExperimentRun) run = run_new (&calls);
  g_autoptr (MisExperiment) quick = load ("figure-4", 1);
  g_autoptr (MisExperiment) slow = load ("figure-3", MANY_RUNS);

  mis_experiment_run_start (run, quick, NULL);
  wait_for_end (&calls, 1);
  mis_experiment_run_start (run, slow, NULL);
  mis_experiment_run_forget (run);
  g_assert_false (mis_experiment_run_is_running (run));
  mis_experiment_run_start (run, quick, NULL);
  wait_for_end (&calls, 2);
  g_assert_true (mis_experiment_run_get_experiment (run) == quick);
}

/* Started, cancelled or not, and gone: nothing is called afterwards, and no worker goes on. */
static void
test_closed (void)
{
  g_autoptr (MisExperiment) experiment = load ("figure-3", MANY_RUNS);
  Calls calls = { 0 };

  for (guint i = 0; i < N_CLOSED; i++)
    {
      MisExperimentRun *run = run_new (&calls);

      mis_experiment_run_start (run, experiment, NULL);
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
      if (i % 2 == 0)
        mis_experiment_run_cancel (run);
      g_assert_finalize_object (run);
      /* What it told before is not asked: on a busy machine a progress may have come. */
      calls = (Calls){ 0 };
    }
  /* Workers hold references to what they run; the last one may go in a thread that wakes nobody. */
  while (g_atomic_int_get (&experiment->ref_count) > 1)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
  g_assert_cmpuint (calls.n_progressed, ==, 0);
  g_assert_cmpuint (calls.n_ended, ==, 0);
}

/* What a world takes is less than all of the run, as something has to be made ready. */
static void
test_world_seconds (void)
{
  Calls calls = { 0 };
  g_autoptr (MisExperimentRun) run = run_new (&calls);
  g_autoptr (MisExperiment) experiment = load ("uncertain", 50);
  double all;

  g_assert_true (isnan (mis_experiment_run_get_world_seconds (run)));
  mis_experiment_run_start (run, experiment, NULL);
  wait_for_end (&calls, 1);
  all = mis_experiment_run_get_world_seconds (run) * mis_experiment_run_get_n_worlds (run);
  g_assert_cmpfloat (all, >, 0.0);
  g_assert_cmpfloat (all, <=, mis_experiment_run_get_seconds (run));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/experiment-run/result/figure-1", "figure-1", test_result);
  g_test_add_data_func ("/experiment-run/result/figure-5", "figure-5", test_result);
  g_test_add_func ("/experiment-run/example", test_example);
  g_test_add_func ("/experiment-run/needs-a-project", test_needs_a_project);
  g_test_add_func ("/experiment-run/changed", test_changed);
  g_test_add_func ("/experiment-run/cancelled", test_cancelled);
  g_test_add_func ("/experiment-run/newest-wins", test_newest_wins);
  g_test_add_func ("/experiment-run/cancelled-at-once", test_cancelled_at_once);
  g_test_add_func ("/experiment-run/cancelled-in-the-queue", test_cancelled_in_the_queue);
  g_test_add_func ("/experiment-run/forgotten", test_forgotten);
  g_test_add_func ("/experiment-run/closed", test_closed);
  g_test_add_func ("/experiment-run/world-seconds", test_world_seconds);

  return g_test_run ();
}
