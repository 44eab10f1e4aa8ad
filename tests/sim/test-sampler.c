/* Runs that draw what is uncertain in a project: against closed forms, and against other draws. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/bounds.h"
#include "core/edit.h"
#include "figure-case.h"
#include "file/project-reader.h"
#include "random-world.h"
#include "sim/runner.h"

#define N_SEEDS 20

/* A draw may leave its bounds by the rounding of two programs, no more. */
#define ROUNDING 1e-12

/* (transfer full): a project from JSON with ' in place of ", which must be right. */
static MisWorld *
read_project (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MisWorld *world = mis_project_read_bytes (bytes, "test", &error);

  g_assert_no_error (error);
  return world;
}

/* Two of three goals that two groups hold, weights and conflicts with the given ranges. */
static MisWorld *
make_pair (const char *conflict, const char *weight)
{
  g_autofree char *json = g_strdup_printf (
      "{ 'format': 'misalign-project', 'version': 1,"
      "  'areas': [ { 'id': 'a', 'goals': [ { 'id': 'g' }, { 'id': 'h' } ],"
      "    'conflict': { 'pairs': [ { 'goals': ['g', 'h'], %s } ] } } ],"
      "  'agents': [ { 'id': 'one', 'count': 3, 'positions': { 'a': { 'goal': 'g', %s } } },"
      "    { 'id': 'two', 'count': 2, 'positions': { 'a': { 'goal': 'h', 'weight': 0.64 } } } ] }",
      conflict, weight);

  return read_project (json);
}

/* Three groups in two areas, one with two scenarios; nearly everything is uncertain. */
#define AREAS                                                                                      \
  "  'areas': [ { 'id': 'a', 'goals': [ { 'id': 'g' }, { 'id': 'h' }, { 'id': 'i' } ],"            \
  "    'conflict': { 'default': 0.5, 'pairs': ["                                                   \
  "      { 'goals': ['g', 'h'], 'value': 0.5, 'low': 0.2, 'high': 0.6 },"                          \
  "      { 'goals': ['h', 'i'], 'value': 0.9, 'low': 0.8, 'high': 0.9 } ] } },"                    \
  "    { 'id': 'b', 'goals': [ { 'id': 'g' }, { 'id': 'h' } ], 'conflict': { 'default': 1 } } ],"
#define ROWS                                                                                       \
  "  'agents': [ { 'id': 'one', 'count': 3, 'positions': {"                                        \
  "      'a': { 'goal': 'g', 'weight': 0.5, 'low': 0.1, 'high': 0.9 }, 'b': { 'goal': 'g' } } },"  \
  "    { 'id': 'two', 'count': 2, 'positions': { 'a': { 'goal': 'h', 'weight': 0.4 },"             \
  "      'b': { 'goal': 'h', 'weight': 0.3, 'low': 0, 'high': 0.3 } } },"                          \
  "    { 'id': 'three', 'count': 4, 'positions': {"                                                \
  "      'a': { 'goal': 'i', 'weight': 1, 'low': 0.7 } } } ]"
#define SCENARIOS                                                                                  \
  ", 'scenarios': [ { 'id': 'same', 'changes': [] },"                                              \
  "    { 'id': 'less', 'changes': [ { 'agent': 'three', 'count': 1 } ] } ]"
#define PROJECT(rest) "{ 'format': 'misalign-project', 'version': 1," AREAS ROWS rest " }"

/* (transfer full): an experiment with @members on @world. */
static MisEngine *
make_engine (MisWorld *world, const char *ranges, guint runs, guint seed, const char *members)
{
  g_autofree char *json = g_strdup_printf (
      "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': 'project',"
      "  'ranges': '%s', 'runs': %u, 'seed': %u%s }",
      ranges, runs, seed, members);
  g_autoptr (MisExperiment) experiment = figure_case_read (json);
  g_autoptr (GError) error = NULL;
  MisEngine *engine = mis_engine_new (experiment, world, NULL, &error);

  g_assert_no_error (error);
  return engine;
}

static MisFigureData *
run (MisWorld *world, const char *ranges, guint runs, guint seed, const char *members)
{
  g_autoptr (MisEngine) engine = make_engine (world, ranges, runs, seed, members);

  return mis_runner_run (engine, 2, NULL, NULL, NULL);
}

/* (transfer full): the values of all runs of a cell. */
static double *
list_values (const MisEngine *engine, guint cell)
{
  guint runs = mis_engine_get_experiment (engine)->runs;
  double *values = g_new (double, runs);
  MisDesk desk;

  mis_engine_init_desk (engine, &desk, NULL);
  for (guint i = 0; i < runs; i++)
    values[i] = mis_engine_run (engine, &desk, cell, i);
  mis_desk_clear (&desk);
  return values;
}

static double
score (MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) result = mis_score_new (tally, NULL, NULL);

  return result->overall;
}

static const MisFigurePoint *
get_point (const MisFigureData *data, guint series, guint point)
{
  return mis_figure_series_get_point (mis_figure_data_get_series (data, series), point);
}

/* Ranges of no width: the score itself, with nothing drawn. */
static void
test_no_width (void)
{
  static const char *const conflicts[] = { "'value': 0.7",
                                           "'value': 0.7, 'low': 0.7, 'high': 0.7" };

  for (guint i = 0; i < G_N_ELEMENTS (conflicts); i++)
    {
      g_autoptr (MisWorld) world = make_pair (conflicts[i], "'weight': 0.25, 'low': 0.25");
      g_autoptr (MisFigureData) data = run (world, "triangular", 100, 1, "");
      const MisFigurePoint *point = get_point (data, 0, 0);
      const MisDistribution *it = mis_figure_data_get_series (data, 0)->distribution;

      g_assert_cmpfloat_with_epsilon (point->mean, 0.7 * 0.5 * 0.8 * 12 / 20, 1e-15);
      g_assert_cmpfloat (point->mean, ==, score (world));
      g_assert_cmpfloat (point->sd, ==, 0);
      g_assert_cmpfloat (point->low, ==, point->high);
      g_assert_cmpuint (it->n, ==, 1);
      g_assert_true (it->lowest == point->mean && it->highest == point->mean &&
                     it->as_set == point->mean && it->quantiles[0] == point->mean);
    }
}

/* The share of all draws at or below @value, by the words of the help. */
static double
get_share (double value, double low, double peak, double high, gboolean is_uniform)
{
  if (value <= low || value >= high)
    return value >= high ? 1 : 0;
  if (is_uniform)
    return (value - low) / (high - low);
  if (value < peak)
    return (value - low) * (value - low) / ((high - low) * (peak - low));
  return 1 - (high - value) * (high - value) / ((high - low) * (high - peak));
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* One uncertain conflict between two groups: the score is a multiple of it, so its distribution is
 * known. Kolmogorov and Smirnov's test, at a level of one in ten thousand. */
static void
test_kolmogorov (void)
{
  static const double peaks[] = { 0.2, 0.3, 0.55, 0.9 };
  const guint n = 20000;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (peaks); i++)
    {
      double peak = peaks[i / 2], worst = 0;
      g_autofree char *conflict = g_strdup_printf ("'value': %g, 'low': 0.2, 'high': 0.9", peak);
      g_autoptr (MisWorld) world = make_pair (conflict, "'weight': 0.25");
      g_autoptr (MisEngine) engine =
          make_engine (world, i % 2 == 0 ? "uniform" : "triangular", n, i, "");
      g_autofree double *values = list_values (engine, 0);

      qsort (values, n, sizeof (double), compare_doubles);
      for (guint j = 0; j < n; j++)
        {
          double share = get_share (values[j] / (0.5 * 0.8 * 12 / 20), 0.2, peak, 0.9, i % 2 == 0);

          worst = MAX (worst, MAX (share - (double) j / n, (j + 1.0) / n - share));
        }
      g_test_message ("peak %g: %.2f", peak, worst * sqrt (n));
      g_assert_cmpfloat (worst * sqrt (n), <, 2.23);
    }
}

/* Whatever the world, the ranges and the scoring: nothing passes the bounds. */
static void
test_bounds (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_wide = 0;

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (MisWorld) random = mis_random_world (rand, 40, 4, 5);
      const MisScoring scoring = { .weight_mean = i % 6, .normalization = i / 6 % 3 };
      g_autoptr (MisWorld) world =
          i < 300 ? mis_world_ref (random) : mis_world_with_scoring (random, &scoring);
      g_autoptr (MisFigureData) data =
          run (world, i % 2 == 0 ? "uniform" : "triangular", 50, i, "");
      const MisDistribution *it = mis_figure_data_get_series (data, 0)->distribution;
      const MisFigurePoint *point = get_point (data, 0, 0);

      g_assert_cmpfloat_with_epsilon (it->as_set, score (world), 1e-15);
      for (guint j = 0; !isnan (it->lowest) && j < it->n; j++)
        {
          g_assert_cmpfloat (it->quantiles[j], >=, it->lowest - ROUNDING);
          g_assert_cmpfloat (it->quantiles[j], <=, it->highest + ROUNDING);
          g_assert_true (j == 0 || it->quantiles[j] >= it->quantiles[j - 1]);
        }
      g_assert_true (it->quantiles[0] == point->min && it->quantiles[it->n - 1] == point->max);
      n_wide += it->highest > it->lowest + 1e-6 && point->sd > 0;
    }
  g_test_message ("%u with a spread", n_wide);
  g_assert_cmpuint (n_wide, >, 50);
}

/* E w^power over a range, by the sum of very many small steps. */
static double
integrate (double low, double peak, double high, gboolean is_uniform, double power)
{
  const guint n = 200000;
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      double from = low + (high - low) * i / n, to = low + (high - low) * (i + 1) / n;

      sum += pow ((from + to) / 2, power) * (get_share (to, low, peak, high, is_uniform) -
                                             get_share (from, low, peak, high, is_uniform));
    }
  return sum;
}

/* The exact expectation, where each factor has its own: conflict, root of the weight (or itself).
 */
static void
test_expectation (void)
{
  for (guint i = 0; i < 8; i++)
    {
      gboolean is_uniform = i % 2 == 0, is_geometric = i / 2 % 2 == 0;
      double low = i < 4 ? 0.0 : 0.3;
      g_autofree char *weight = g_strdup_printf ("'weight': 0.4, 'low': %g, 'high': 0.8", low);
      g_autoptr (MisWorld) world = make_pair ("'value': 0.6, 'low': 0.5, 'high': 1", weight);
      g_autofree char *members = g_strdup_printf (", 'scoring': { 'weight_mean': '%s' }",
                                                  is_geometric ? "geometric" : "arithmetic");
      g_autoptr (MisFigureData) data =
          run (world, is_uniform ? "uniform" : "triangular", 4000, i, members);
      const MisFigurePoint *point = get_point (data, 0, 0);
      double conflict = integrate (0.5, 0.6, 1, is_uniform, 1);
      double pair = is_geometric ? integrate (low, 0.4, 0.8, is_uniform, 0.5) * 0.8
                                 : (integrate (low, 0.4, 0.8, is_uniform, 1) + 0.64) / 2;

      g_assert_cmpfloat_with_epsilon (point->theory, conflict * pair * 12 / 20, 1e-8);
      g_assert_cmpfloat (fabs (point->mean - point->theory), <, 5 * point->sd / sqrt (4000));
    }
}

/* Where there is no closed form none is claimed; a pair mean of a certain weight has one. */
static void
test_no_expectation (void)
{
  static const char *const scorings[] = { "'weight_mean': 'harmonic'", "'weight_mean': 'minimum'",
                                          "'weights': 'sum-to-one'" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (scorings); i++)
    {
      g_autoptr (MisWorld) world = make_pair (
          "'value': 0.6, 'low': 0.5", i % 2 == 0 ? "'weight': 0.4, 'high': 0.5" : "'weight': 0.4");
      g_autofree char *members = g_strdup_printf (", 'scoring': { %s }", scorings[i / 2]);
      g_autoptr (MisFigureData) data = run (world, "uniform", 2, 0, members);

      g_assert_cmpint (isnan (get_point (data, 0, 0)->theory), ==, i % 2 == 0);
    }
}

/* Replaces *@world by an edited one. */
static void
take (MisWorld **world, MisWorld *edited)
{
  g_assert_nonnull (edited);
  mis_world_unref (*world);
  *world = edited;
}

/* Linear in every conflict: the mean is the score at the middles of all ranges. */
static void
test_linear (void)
{
  g_autoptr (MisWorld) world = read_project (PROJECT (""));
  g_autoptr (MisWorld) middle = mis_world_ref (world);

  for (guint area = 0; area < 2; area++)
    for (guint row = 0; row < 3; row++)
      {
        MisPosition position = mis_world_get_position (world, row, area);

        if (position.goal == MIS_UNKNOWN)
          continue;
        position = mis_position (position.goal, (position.low + position.high) / 2);
        take (&middle, mis_world_with_position (middle, row, area, &position, NULL));
      }
  take (&middle, mis_world_with_conflict (middle, 0, 0, 1, 0.4, NULL));
  take (&middle, mis_world_with_conflict (middle, 0, 1, 2, 0.85, NULL));
  for (guint i = 0; i < 2 * N_SEEDS; i++)
    {
      const MisScoring scoring = { .weight_mean = MIS_WEIGHT_MEAN_ARITHMETIC,
                                   .normalization = i % 2 == 0 ? MIS_NORMALIZATION_NONE
                                                               : MIS_NORMALIZATION_MAXIMUM };
      g_autoptr (MisWorld) rescored = mis_world_with_scoring (world, &scoring);
      g_autoptr (MisWorld) expected = mis_world_with_scoring (middle, &scoring);
      g_autoptr (MisFigureData) data = run (rescored, "uniform", 1000, i, "");
      const MisFigurePoint *point = get_point (data, 0, 0);

      g_assert_cmpfloat_with_epsilon (point->theory, score (expected), 1e-14);
      g_assert_cmpfloat (fabs (point->mean - score (expected)), <, 5 * point->sd / sqrt (1000));
    }
}

#define TWO ", 'series': [ { 'vary': 'scenario', 'values': [null, 'less'] } ]"
#define THREE ", 'series': [ { 'vary': 'scenario', 'values': ['less', 'same', null] } ]"

static void
assert_same_values (const double *a, const double *b, guint n, double tolerance)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (fabs (a[i] - b[i]), <=, tolerance);
}

/* What is drawn does not depend on the series, their number or their order. */
static void
test_common (void)
{
  const guint n = 500;
  g_autoptr (MisWorld) world = read_project (PROJECT (SCENARIOS));
  g_autoptr (MisEngine) two = make_engine (world, "triangular", n, 3, TWO);
  g_autoptr (MisEngine) three = make_engine (world, "triangular", n, 3, THREE);
  g_autofree double *base = list_values (two, 0);
  g_autofree double *less = list_values (two, 1);
  g_autofree double *less_again = list_values (three, 0);
  g_autofree double *same = list_values (three, 1);
  g_autofree double *base_again = list_values (three, 2);
  double sums[3] = { 0 }, squares[3] = { 0 };

  assert_same_values (base, same, n, 0);
  assert_same_values (base, base_again, n, 0);
  assert_same_values (less, less_again, n, 0);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < 3; j++)
      {
        double value = j == 0 ? base[i] : j == 1 ? less[i] : base[i] - less[i];

        sums[j] += value / n;
        squares[j] += value * value / n;
      }
  /* Independent draws would give the difference the variances of both. */
  g_assert_cmpfloat (squares[2] - sums[2] * sums[2], <,
                     0.2 * (squares[0] - sums[0] * sums[0] + squares[1] - sums[1] * sums[1]));
}

/* The same project with everything in another order. */
static void
test_order (void)
{
  const guint n = 200;
  g_autoptr (MisWorld) world = read_project (PROJECT (""));
  g_autoptr (MisWorld) other = read_project (
      "{ 'format': 'misalign-project', 'version': 1,"
      "  'areas': [ { 'id': 'b', 'goals': [ { 'id': 'g' }, { 'id': 'h' } ],"
      "    'conflict': { 'default': 1 } },"
      "    { 'id': 'a', 'goals': [ { 'id': 'i' }, { 'id': 'h' }, { 'id': 'g' } ],"
      "    'conflict': { 'default': 0.5, 'pairs': ["
      "      { 'goals': ['i', 'h'], 'value': 0.9, 'low': 0.8, 'high': 0.9 },"
      "      { 'goals': ['h', 'g'], 'value': 0.5, 'low': 0.2, 'high': 0.6 } ] } } ],"
      "  'agents': ["
      "    { 'id': 'three', 'count': 4, 'positions': {"
      "      'a': { 'goal': 'i', 'weight': 1, 'low': 0.7 } } },"
      "    { 'id': 'two', 'count': 2, 'positions': { 'a': { 'goal': 'h', 'weight': 0.4 },"
      "      'b': { 'goal': 'h', 'weight': 0.3, 'low': 0, 'high': 0.3 } } },"
      "    { 'id': 'one', 'count': 3, 'positions': { 'b': { 'goal': 'g' },"
      "      'a': { 'goal': 'g', 'weight': 0.5, 'low': 0.1, 'high': 0.9 } } } ] }");
  g_autoptr (MisEngine) first = make_engine (world, "uniform", n, 3, "");
  g_autoptr (MisEngine) second = make_engine (other, "uniform", n, 3, "");
  g_autoptr (MisEngine) reseeded = make_engine (world, "uniform", n, 4, "");
  g_autofree double *values = list_values (first, 0);
  g_autofree double *others = list_values (second, 0);
  g_autofree double *reseeded_values = list_values (reseeded, 0);
  guint n_same = 0;

  assert_same_values (values, others, n, 1e-15);
  for (guint i = 0; i < n; i++)
    n_same += fabs (values[i] - reseeded_values[i]) < 1e-9;
  g_assert_cmpuint (n_same, <, 3);
}

/* What varies is certain; along x everything else is drawn as at every other point. */
static void
test_varied (void)
{
  g_autoptr (MisWorld) world = make_pair ("'value': 0.6, 'low': 0.5", "'weight': 0.4, 'high': 0.6");
  g_autoptr (MisFigureData) both =
      run (world, "uniform", 50, 1,
           ", 'x': { 'vary': 'weight:one:a', 'values': [0.1, 0.9] },"
           "  'series': [ { 'vary': 'conflict:a', 'values': [0.55] } ]");
  g_autoptr (MisFigureData) one = run (
      world, "uniform", 50, 1, ", 'x': { 'vary': 'conflict:a:h:g', 'values': [0.25, 0.5, 1] }");

  g_assert_cmpfloat (get_point (both, 0, 0)->sd, ==, 0);
  g_assert_cmpfloat_with_epsilon (get_point (both, 0, 1)->mean, 0.55 * sqrt (0.9) * 0.8 * 12 / 20,
                                  1e-15);
  g_assert_cmpfloat (get_point (one, 0, 0)->sd, >, 0.001);
  for (guint i = 1; i < 3; i++)
    {
      g_assert_cmpfloat_with_epsilon (get_point (one, 0, i)->min,
                                      (1 << i) * get_point (one, 0, 0)->min, 1e-15);
      g_assert_cmpfloat_with_epsilon (get_point (one, 0, i)->mean,
                                      (1 << i) * get_point (one, 0, 0)->mean, 1e-15);
    }
}

/* Along a share everything uncertain has a band, but at the ends, where a group is alone. */
static void
test_share (void)
{
  g_autoptr (MisWorld) world = make_pair ("'value': 0.6, 'low': 0.5", "'weight': 0.4, 'high': 0.6");
  g_autoptr (MisFigureData) data =
      run (world, "triangular", 300, 1, ", 'x': { 'vary': 'share:one', 'values': [0, 0.4, 1] }");

  g_assert_false (data->is_distribution);
  g_assert_null (mis_figure_data_get_series (data, 0)->distribution);
  g_assert_true (get_point (data, 0, 0)->max == 0 && get_point (data, 0, 0)->sd == 0);
  g_assert_true (get_point (data, 0, 2)->max == 0 && get_point (data, 0, 2)->theory == 0);
  g_assert_cmpfloat (get_point (data, 0, 1)->sd, >, 0.001);
  g_assert_cmpfloat (fabs (get_point (data, 0, 1)->mean - get_point (data, 0, 1)->theory), <,
                     5 * get_point (data, 0, 1)->sd / sqrt (300));
}

/* Without "ranges" a project is as it was: nothing is drawn, whatever its ranges. */
static void
test_as_set (void)
{
  g_autoptr (MisWorld) world = make_pair ("'value': 0.6, 'low': 0.5", "'weight': 0.4, 'high': 0.6");
  g_autoptr (MisFigureData) data =
      run (world, "as-set", 30, 1, ", 'x': { 'vary': 'weight:two:a', 'values': [0.64] }");

  g_assert_cmpfloat (get_point (data, 0, 0)->mean, ==, score (world));
  g_assert_cmpfloat (get_point (data, 0, 0)->sd, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampler/no-width", test_no_width);
  g_test_add_func ("/sampler/kolmogorov", test_kolmogorov);
  g_test_add_func ("/sampler/bounds", test_bounds);
  g_test_add_func ("/sampler/expectation", test_expectation);
  g_test_add_func ("/sampler/no-expectation", test_no_expectation);
  g_test_add_func ("/sampler/linear", test_linear);
  g_test_add_func ("/sampler/common", test_common);
  g_test_add_func ("/sampler/order", test_order);
  g_test_add_func ("/sampler/varied", test_varied);
  g_test_add_func ("/sampler/share", test_share);
  g_test_add_func ("/sampler/as-set", test_as_set);
  return g_test_run ();
}
