/* Figures 4 and 8, where nothing is random, against their closed forms. */
#include <math.h>

#include "core/score.h"
#include "figure-case.h"

#define N_POINTS 51u
#define CLOSE 1e-12

#define assert_near(found_, expected_) \
  g_assert_cmpfloat_with_epsilon ((found_), (expected_), CLOSE)

static const guint64 populations[] = { 2, 3, 7, 120, 999, 1000, 999983, 1000000000000 };

/* Figure 4 by hand: goal 1 has round (n i/50) agents where that is whole. */
static double
goal_score (guint n_goals, guint step, guint64 n)
{
  guint64 own = n * step / 50;
  guint64 rest = n - own;
  double alike = (double) own * ((double) own - 1);

  for (guint g = 1; g < n_goals; g++)
    {
      double count = (double) (rest / (n_goals - 1) + (g <= rest % (n_goals - 1) ? 1 : 0));

      alike += count * (count - 1);
    }
  return 1 - alike / ((double) n * ((double) n - 1));
}

/* Figure 8 by hand, from table 3. */
static double
carla_score (guint series, guint step, guint64 n)
{
  static const double weights[8][2] = { { 0.50, 0.99 }, { 0.40, 0.15 }, { 0.35, 0.15 },
                                        { 0.30, 0.05 }, { 0.20, 0.05 }, { 0.30, 0.05 },
                                        { 0.30, 0.01 }, { 0.30, 0.05 } };
  double vehicles = (double) (n * step / 50);
  double all = (double) n;
  double mean = 0;

  for (guint p = 0; p < 8; p++)
    mean += (series < 2 ? sqrt (weights[p][0] * weights[p][1]) : 1) / 8;
  if (series < 2)
    g_assert_cmpfloat_with_epsilon (mean, 0.2124794800, 5e-11);
  return (series % 2 == 0 ? 0.5 : 1) * mean * 2 * vehicles * (all - vehicles) / (all * (all - 1));
}

static MisFigureData *
make (const char *name, guint64 n_agents)
{
  g_autoptr (MisExperiment) experiment = figure_case_load (name, 0, 0, n_agents);

  return figure_case_run (experiment);
}

static void
check_header (const MisFigureData *data, const char *id, const char *x_label, guint64 n_agents)
{
  g_assert_cmpstr (data->id, ==, id);
  g_assert_cmpstr (data->x_label, ==, x_label);
  g_assert_cmpstr (data->y_label, ==, "Population Misalignment");
  g_assert_cmpstr (data->band, ==, "min-max");
  g_assert_cmpuint (data->agents, ==, n_agents);
  g_assert_cmpuint (data->runs, ==, 1);
  g_assert_cmpuint (data->seed, ==, 0);
  g_assert_cmpuint (data->series->len, ==, 4);
}

/* One run: everything is the value, and that is what theory says. */
static void
check_point (const MisFigurePoint *point, guint step)
{
  g_assert_cmpfloat (point->x, ==, step / 50.0);
  g_assert_cmpfloat (point->mean, >=, 0);
  g_assert_cmpfloat (point->mean, <=, 1);
  g_assert_cmpfloat (point->min, ==, point->mean);
  g_assert_cmpfloat (point->max, ==, point->mean);
  g_assert_cmpfloat (point->low, ==, point->mean);
  g_assert_cmpfloat (point->high, ==, point->mean);
  g_assert_cmpfloat (point->sd, ==, 0);
  assert_near (point->theory, point->mean);
}

static void
check_series (const MisFigureData *data, guint index, const char *name)
{
  const MisFigureSeries *series = mis_figure_data_get_series (data, index);

  g_assert_cmpstr (series->name, ==, name);
  g_assert_cmpuint (series->points->len, ==, N_POINTS);
  for (guint step = 0; step < N_POINTS; step++)
    check_point (mis_figure_series_get_point (series, step), step);
}

static double
value_at (const MisFigureData *data, guint series, guint step)
{
  return mis_figure_series_get_point (mis_figure_data_get_series (data, series), step)->mean;
}

static void
test_goal_distribution (void)
{
  static const char *const names[] = { "2 goals", "3 goals", "4 goals", "5 goals" };

  for (guint i = 0; i < G_N_ELEMENTS (populations); i++)
    {
      g_autoptr (MisFigureData) data = make ("figure-4", populations[i]);

      check_header (data, "4", "Proportion of Agents with Goal 1", populations[i]);
      for (guint series = 0; series < 4; series++)
        check_series (data, series, names[series]);
    }
}

/* All 4 x 51 points, where the shares are whole agents. */
static void
test_goal_values (void)
{
  static const guint64 whole[] = { 50, 1000, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autoptr (MisFigureData) data = make ("figure-4", whole[i]);

      for (guint series = 0; series < 4; series++)
        for (guint step = 0; step < N_POINTS; step++)
          assert_near (value_at (data, series, step), goal_score (series + 2, step, whole[i]));
    }
}

/* Theorem 3: the peak is at 1/k; the left end is the peak with one goal fewer (paper, 5.4). */
static void
test_goal_peaks (void)
{
  g_autoptr (MisFigureData) data = make ("figure-4", 1000);

  assert_near (value_at (data, 0, 25), 1000.0 * 1 / (2 * 999.0));
  assert_near (value_at (data, 3, 10), 1000.0 * 4 / (5 * 999.0));
  for (guint series = 0; series < 4; series++)
    {
      guint k = series + 2;

      assert_near (value_at (data, series, 0), mis_maximum (1000, k - 1, MIS_PAIRS_DISTINCT));
      g_assert_cmpfloat (value_at (data, series, 50), ==, 0);
      for (guint step = 0; step < 50; step++)
        if ((step + 1) * k <= 50)
          g_assert_cmpfloat (value_at (data, series, step), <, value_at (data, series, step + 1));
        else if (step * k >= 50)
          g_assert_cmpfloat (value_at (data, series, step), >, value_at (data, series, step + 1));
    }
}

static void
test_carla (void)
{
  static const char *const names[] = {
    "scenario weights, conflict 0.5", "scenario weights, conflict 1", "maximum weights, conflict "
                                                                      "0.5",
    "maximum weights, conflict 1"
  };

  for (guint i = 0; i < G_N_ELEMENTS (populations); i++)
    {
      g_autoptr (MisFigureData) data = make ("figure-8", populations[i]);

      check_header (data, "8", "Proportion of Agents Which are Autonomous Vehicles",
                    populations[i]);
      for (guint series = 0; series < 4; series++)
        check_series (data, series, names[series]);
    }
}

static void
test_carla_values (void)
{
  g_autoptr (MisFigureData) data = make ("figure-8", 1000);

  for (guint series = 0; series < 4; series++)
    for (guint step = 0; step < N_POINTS; step++)
      assert_near (value_at (data, series, step), carla_score (series, step, 1000));
  /* paper, 6.2, in exact fractions */
  g_assert_cmpfloat_with_epsilon (value_at (data, 0, 25), 0.0531730430, 5.1e-11);
  g_assert_cmpfloat_with_epsilon (value_at (data, 1, 25), 0.1063460861, 5.1e-11);
  g_assert_cmpfloat_with_epsilon (value_at (data, 3, 25), 0.5005005005, 5.1e-11);
}

/* Share of vehicles by conflict of all areas at once, on the project as it is. */
static void
test_carla_conflicts (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_read (
    "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': { 'example': 'carla' },"
    "  'series': [ { 'vary': 'conflict', 'values': [0.5, 1, 0] } ],"
    "  'x': { 'vary': 'share:vehicles', 'from': 0, 'to': 1, 'points': 51 } }");
  g_autoptr (MisExperiment) turned = figure_case_read (
    "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': { 'example': 'carla' },"
    "  'series': [ { 'vary': 'share:vehicles', 'values': [0.3] } ],"
    "  'x': { 'vary': 'conflict', 'from': 0, 'to': 1, 'points': 11 } }");
  g_autoptr (MisFigureData) data = figure_case_run (experiment);
  g_autoptr (MisFigureData) by_conflict = figure_case_run (turned);

  for (guint step = 0; step < N_POINTS; step++)
    {
      assert_near (value_at (data, 0, step), carla_score (0, step, 1000));
      assert_near (value_at (data, 1, step), carla_score (1, step, 1000));
      assert_near (value_at (data, 2, step), 0.0);
    }
  for (guint step = 0; step <= 10; step++)
    {
      const MisFigurePoint *point
        = mis_figure_series_get_point (mis_figure_data_get_series (by_conflict, 0), step);

      g_assert_cmpfloat_with_epsilon (point->x, step / 10.0, 1e-15);
      assert_near (point->mean, step / 10.0 * carla_score (1, 15, 1000));
    }
}

/* The population stands below all else of a series, whichever comes first in the file: half of
 * 1,000 agents is 500, where half of 3 would have been 2. */
static void
test_carla_agents (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_read (
    "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': { 'example': 'carla' },"
    "  'series': [ { 'vary': 'share:vehicles', 'values': [0.5] } ],"
    "  'x': { 'vary': 'agents', 'values': [2, 100, 1000000] } }");
  g_autoptr (MisExperiment) turned = figure_case_read (
    "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': { 'example': 'carla' },"
    "  'series': [ { 'vary': 'share:vehicles', 'values': [0.5] },"
    "              { 'vary': 'agents', 'values': [3, 1000] } ],"
    "  'x': { 'vary': 'conflict', 'values': [1] } }");
  g_autoptr (MisFigureData) data = figure_case_run (experiment);
  g_autoptr (MisFigureData) by_series = figure_case_run (turned);
  const guint64 sizes[] = { 2, 100, 1000000 };

  g_assert_cmpuint (data->agents, ==, 1000000);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    assert_near (value_at (data, 0, i), carla_score (1, 25, sizes[i]));
  assert_near (value_at (by_series, 1, 0), carla_score (1, 25, 1000));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exact/goal-distribution", test_goal_distribution);
  g_test_add_func ("/exact/goal-values", test_goal_values);
  g_test_add_func ("/exact/goal-peaks", test_goal_peaks);
  g_test_add_func ("/exact/carla", test_carla);
  g_test_add_func ("/exact/carla-values", test_carla_values);
  g_test_add_func ("/exact/carla-conflicts", test_carla_conflicts);
  g_test_add_func ("/exact/carla-agents", test_carla_agents);
  return g_test_run ();
}
