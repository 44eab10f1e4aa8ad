/* The runner: any number of threads, progress, and what is left after a cancel. */
#include <math.h>
#include <pthread.h>
#include <string.h>

#include "figure-case.h"
#include "file/example.h"
#include "sim/runner.h"

static void
assert_same_distribution (const MisDistribution *a, const MisDistribution *b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return;
  g_assert_cmpuint (a->n, ==, b->n);
  g_assert_true (memcmp (a->quantiles, b->quantiles, a->n * sizeof (double)) == 0);
  g_assert_nonnull (a->counts);
  g_assert_true (a->as_set == b->as_set && a->lowest == b->lowest && a->highest == b->highest);
}

static void
assert_same_counts (const MisFigureData *a, const MisFigureData *b, guint series)
{
  const MisDistribution *left = mis_figure_data_get_series (a, series)->distribution;
  const MisDistribution *right = mis_figure_data_get_series (b, series)->distribution;

  g_assert_cmpuint (a->bins.n, ==, b->bins.n);
  if (left == NULL)
    return;
  g_assert_true (memcmp (left->counts, right->counts, a->bins.n * sizeof (guint)) == 0);
}

static void
assert_same (const MisFigureData *a, const MisFigureData *b)
{
  g_assert_cmpuint (a->runs, ==, b->runs);
  g_assert_cmpuint (a->series->len, ==, b->series->len);
  for (guint i = 0; i < a->series->len; i++)
    {
      const GArray *left = mis_figure_data_get_series (a, i)->points;
      const GArray *right = mis_figure_data_get_series (b, i)->points;

      g_assert_cmpuint (left->len, ==, right->len);
      assert_same_counts (a, b, i);
      g_assert_true (memcmp (left->data, right->data, left->len * sizeof (MisFigurePoint)) == 0);
      assert_same_distribution (mis_figure_data_get_series (a, i)->distribution,
                                mis_figure_data_get_series (b, i)->distribution);
    }
}

static void
test_threads (void)
{
  static const char *const names[] = { "figure-1",     "figure-3",     "figure-5", "figure-8",
                                       "skewed-goals", "weight-means", "uncertain",
                                       "uncertain-conflict" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MisExperiment) experiment = figure_case_load (names[i], 0, 11, 0);
      g_autoptr (MisEngine) engine = figure_case_engine (experiment);
      g_autoptr (MisFigureData) one = mis_runner_run (engine, 1, NULL, NULL, NULL);

      for (guint n_threads = 2; n_threads <= 7; n_threads += 5)
        {
          int progress = 0;
          gboolean is_complete = FALSE;
          g_autoptr (MisFigureData) other = mis_runner_run (engine, n_threads, &progress, NULL,
                                                            &is_complete);

          assert_same (one, other);
          g_assert_true (is_complete);
          g_assert_cmpint (progress, ==, (int) mis_runner_count (engine));
        }
    }
}

/* A seed of its own gives other numbers; the same seed the same ones, whatever the runs are. */
static void
test_seeds (void)
{
  g_autoptr (MisExperiment) first = figure_case_load ("figure-1", 0, 1, 0);
  g_autoptr (MisExperiment) second = figure_case_load ("figure-1", 0, 2, 0);
  g_autoptr (MisEngine) left = figure_case_engine (first);
  g_autoptr (MisEngine) right = figure_case_engine (second);
  MisDesk desk;
  guint n_different = 0;

  mis_engine_init_desk (left, &desk, NULL);
  for (guint cell = 0; cell < mis_engine_get_n_cells (left); cell++)
    {
      double value = mis_engine_run (left, &desk, cell, 5);

      g_assert_cmpfloat (mis_engine_run (left, &desk, cell, 5), ==, value);
      n_different += mis_engine_run (right, &desk, cell, 5) != value;
    }
  mis_desk_clear (&desk);
  g_assert_cmpuint (n_different, >, mis_engine_get_n_cells (left) / 2);
}

typedef struct
{
  GCancellable *cancellable;
  int *progress;
  int after;
} Stop;

static void *
stop_cb (void *data)
{
  Stop *stop = data;

  while (g_atomic_int_get (stop->progress) < stop->after)
    g_thread_yield ();
  g_cancellable_cancel (stop->cancellable);
  return NULL;
}

/* (transfer full): what is left if it is cancelled when @after worlds are done. */
static MisFigureData *
run_and_stop (MisEngine *engine, guint n_threads, int after, int *progress)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Stop stop = { cancellable, progress, after };
  MisFigureData *data;
  gboolean is_complete = TRUE;
  pthread_t thread;

  pthread_create (&thread, NULL, stop_cb, &stop);
  data = mis_runner_run (engine, n_threads, progress, cancellable, &is_complete);
  pthread_join (thread, NULL);
  g_assert_false (is_complete);
  return data;
}

static gboolean
has_all_points (const MisFigureData *partial, const MisFigureData *whole)
{
  for (guint i = 0; i < whole->series->len; i++)
    if (mis_figure_data_get_series (partial, i)->points->len
        < mis_figure_data_get_series (whole, i)->points->len)
      return FALSE;
  return TRUE;
}

/* As many runs at each point, and the same as if only so many had been asked for. */
static void
test_cancel (void)
{
  for (guint n_threads = 1; n_threads <= 7; n_threads += 3)
    {
      g_autoptr (MisExperiment) experiment = figure_case_load ("figure-3", 5000, 3, 0);
      g_autoptr (MisEngine) engine = figure_case_engine (experiment);
      int progress = 0;
      g_autoptr (MisFigureData) partial = run_and_stop (engine, n_threads, 2500, &progress);
      g_autoptr (MisExperiment) shorter = NULL;
      g_autoptr (MisFigureData) whole = NULL;

      /* One thread goes through them in order; of many, one may not have had its turn yet: then
       * its point is left out, and the others have one run. */
      g_assert_cmpuint (partial->runs, >=, n_threads == 1 ? 5 : 0);
      g_assert_cmpuint (partial->runs, <, 5000);
      if (partial->runs == 0)
        continue;
      shorter = figure_case_load ("figure-3", partial->runs, 3, 0);
      whole = figure_case_run (shorter);
      if (n_threads > 1 && partial->runs == 1 && !has_all_points (partial, whole))
        continue;
      g_assert_cmpuint (partial->runs * 400, <=, (guint) progress);
      assert_same (partial, whole);
    }
}

/* How many runs of a cell are within two edges, run one by one. */
static guint
count_by_hand (const MisEngine *engine, guint cell, double low, double high, gboolean is_last)
{
  guint runs = mis_engine_get_experiment (engine)->runs, inside = 0;
  MisDesk desk;

  mis_engine_init_desk (engine, &desk, NULL);
  for (guint run = 0; run < runs; run++)
    {
      double value = mis_engine_run (engine, &desk, cell, run);

      inside += value >= low && (value < high || (is_last && value == high)) ? 1 : 0;
    }
  mis_desk_clear (&desk);
  return inside;
}

/* Each bin holds the very runs that end in it, not what quantiles say of them. */
static void
test_bins (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_load ("uncertain", 3000, 5, 0);
  g_autoptr (MisEngine) engine = figure_case_engine (experiment);
  g_autoptr (MisFigureData) data = mis_runner_run (engine, 2, NULL, NULL, NULL);

  g_assert_cmpuint (data->series->len, ==, 2);
  g_assert_cmpuint (data->bins.n, >, 8);
  for (guint i = 0; i < 2; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;
      guint sum = 0;

      for (guint bin = 0; bin < data->bins.n; bin++)
        {
          g_assert_cmpuint (it->counts[bin], ==,
                            count_by_hand (engine, i, mis_bins_get_edge (&data->bins, bin),
                                           mis_bins_get_edge (&data->bins, bin + 1),
                                           bin + 1 == data->bins.n));
          sum += it->counts[bin];
        }
      g_assert_cmpuint (sum, ==, 3000);
    }
}

/* Draws of a project are taken in batches. Stopped wherever it is, the distributions are those of
 * as many runs as all have. */
static void
test_cancel_draws (void)
{
  for (int after = 0; after <= 40000; after += 5000)
    {
      g_autoptr (MisExperiment) experiment = figure_case_load ("uncertain", 1000000, 3, 0);
      g_autoptr (MisEngine) engine = figure_case_engine (experiment);
      int progress = 0;
      g_autoptr (MisFigureData) partial = run_and_stop (engine, 3, after, &progress);
      g_autoptr (MisExperiment) shorter = NULL;
      g_autoptr (MisFigureData) whole = NULL;

      g_assert_cmpuint (partial->runs, <, 1000000);
      if (after < 5000)
        continue;
      g_assert_cmpuint (partial->runs, >=, (guint) after / 2 - 1024);
      shorter = figure_case_load ("uncertain", partial->runs, 3, 0);
      whole = figure_case_run (shorter);
      assert_same (partial, whole);
    }
}

/* (transfer full): shares and weights of a case study, point by point. */
static MisEngine *
sweep_new (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_read (
    "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': { 'example': 'carla' },"
    "  'x': { 'vary': 'share:vehicles', 'from': 0, 'to': 1, 'points': 2001 }, 'series': ["
    "  { 'vary': 'conflict', 'from': 0, 'to': 1, 'points': 11 } ] }");

  return figure_case_engine (experiment);
}

/* Each point of a project that was run has what theory says of it, and what it has if all
 * were run. */
static void
test_cancel_sweep (void)
{
  g_autoptr (MisEngine) engine = sweep_new ();
  g_autoptr (MisFigureData) whole = mis_runner_run (engine, 2, NULL, NULL, NULL);
  int progress = 0;
  g_autoptr (MisFigureData) part = run_and_stop (engine, 3, 500, &progress);
  guint n_points = 0;

  for (guint i = 0; i < part->series->len; i++)
    {
      const MisFigureSeries *series = mis_figure_data_get_series (part, i);

      for (guint j = 0; j < series->points->len; j++, n_points++)
        {
          const MisFigurePoint *point = mis_figure_series_get_point (series, j);
          const MisFigurePoint *same = mis_figure_series_get_point (
            mis_figure_data_get_series (whole, i), (guint) lround (2000 * point->x));

          g_assert_true (memcmp (point, same, sizeof *point) == 0);
          g_assert_cmpfloat_with_epsilon (point->theory, point->mean, 1e-12);
        }
    }
  g_assert_cmpuint (n_points, >=, 497);
  g_assert_cmpuint (n_points, <, 11 * 2001);
}

/* Cancelled before the first point: all series are there, without points. */
static void
test_cancelled_before (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_load ("figure-8", 0, 0, 0);
  g_autoptr (MisEngine) engine = figure_case_engine (experiment);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MisFigureData) data = NULL;
  gboolean is_complete = TRUE;

  g_cancellable_cancel (cancellable);
  data = mis_runner_run (engine, 2, NULL, cancellable, &is_complete);
  g_assert_false (is_complete);
  g_assert_cmpuint (data->runs, ==, 0);
  g_assert_cmpuint (data->series->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (mis_figure_data_get_series (data, i)->points->len, ==, 0);
}

/* One run of four thousand million weights would take half a minute; it is given up within. */
static void
test_cancel_within (void)
{
  static const char *const worlds[] = {
    "{ 'agents': 4000000000, 'weights': { 'range': [0, 1] } }",
    "{ 'agents': 1000, 'areas': 2000, 'weights': { 'range': [0, 1] } }, "
    "'scoring': { 'weights': 'sum-to-one' }",
  };

  for (guint i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x',"
        "  'x': { 'vary': 'goals', 'values': [2, 3] }, 'runs': 3, 'world': %s }",
        worlds[i]);
      g_autoptr (MisExperiment) experiment = figure_case_read (json);
      g_autoptr (MisEngine) engine = figure_case_engine (experiment);
      int progress = 0;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (MisFigureData) data = run_and_stop (engine, 2, 0, &progress);

      g_test_message ("%.0f ms", (double) (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpuint (mis_figure_data_get_series (data, 0)->points->len, ==, 0);
    }
}

/* Many starts and stops: whatever the moment, the result is balanced. */
static void
test_often (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_load ("figure-1", 1000, 3, 0);
  g_autoptr (MisEngine) engine = figure_case_engine (experiment);

  for (int i = 0; i < 200; i++)
    {
      int progress = 0;
      g_autoptr (MisFigureData) data = run_and_stop (engine, 3, 7 * i, &progress);

      for (guint series = 0; data->runs > 1 && series < data->series->len; series++)
        g_assert_cmpuint (mis_figure_data_get_series (data, series)->points->len, ==, 17);
    }
}

/* Agents as arrays, summed by any number of threads. */
static void
test_arrays (void)
{
  const gsize n = 5 * MIS_ARRAY_SLICE - 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) world = mis_example_load ("shopping", &error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autofree gint16 *goals = g_new (gint16, n);
  g_autofree double *weights = g_new (double, n);
  const MisAgentArrays arrays = { n, (const gint16 *const[]) { goals, goals },
                                  (const double *const[]) { weights, NULL } };
  g_autoptr (MisScore) expected = NULL;

  g_assert_no_error (error);
  for (gsize i = 0; i < n; i++)
    {
      goals[i] = (gint16) g_rand_int_range (rand, MIS_UNKNOWN, 3);
      weights[i] = g_rand_double (rand);
    }
  expected = mis_agent_arrays_score (world, &arrays);
  g_assert_true (expected->has_score);
  for (guint n_threads = 1; n_threads <= 7; n_threads += 3)
    {
      g_autoptr (MisScore) score = mis_runner_score_arrays (world, &arrays, n_threads);

      g_assert_cmpfloat (score->overall, ==, expected->overall);
      for (guint i = 0; i < 2; i++)
        g_assert_cmpfloat (score->areas[i].misalignment, ==, expected->areas[i].misalignment);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/threads", test_threads);
  g_test_add_func ("/runner/seeds", test_seeds);
  g_test_add_func ("/runner/cancel", test_cancel);
  g_test_add_func ("/runner/bins", test_bins);
  g_test_add_func ("/runner/cancel-draws", test_cancel_draws);
  g_test_add_func ("/runner/cancel-sweep", test_cancel_sweep);
  g_test_add_func ("/runner/cancelled-before", test_cancelled_before);
  g_test_add_func ("/runner/cancel-within", test_cancel_within);
  g_test_add_func ("/runner/often", test_often);
  g_test_add_func ("/runner/arrays", test_arrays);
  return g_test_run ();
}
