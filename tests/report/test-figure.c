#include "report/figure.h"

#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/score.h"
#include "file/example.h"

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
make_carla (guint64 n_agents)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) world = mis_example_load ("carla", &error);
  MisFigureData *data;

  g_assert_no_error (error);
  data = mis_figure_carla (world, n_agents, &error);
  g_assert_no_error (error);
  return data;
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
      g_autoptr (MisFigureData) data = mis_figure_goal_distribution (populations[i]);

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
      g_autoptr (MisFigureData) data = mis_figure_goal_distribution (whole[i]);

      for (guint series = 0; series < 4; series++)
        for (guint step = 0; step < N_POINTS; step++)
          assert_near (value_at (data, series, step), goal_score (series + 2, step, whole[i]));
    }
}

/* Theorem 3: the peak is at 1/k; the left end is the peak with one goal fewer (paper, 5.4). */
static void
test_goal_peaks (void)
{
  g_autoptr (MisFigureData) data = mis_figure_goal_distribution (1000);

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
    "scenario weights, conflict 0.5", "scenario weights, conflict 1", "maximum weights, conflict 0.5",
    "maximum weights, conflict 1"
  };

  for (guint i = 0; i < G_N_ELEMENTS (populations); i++)
    {
      g_autoptr (MisFigureData) data = make_carla (populations[i]);

      check_header (data, "8", "Proportion of Agents Which are Autonomous Vehicles", populations[i]);
      for (guint series = 0; series < 4; series++)
        check_series (data, series, names[series]);
    }
}

static void
test_carla_values (void)
{
  g_autoptr (MisFigureData) data = make_carla (1000);

  for (guint series = 0; series < 4; series++)
    for (guint step = 0; step < N_POINTS; step++)
      assert_near (value_at (data, series, step), carla_score (series, step, 1000));
  /* 500 vehicles and 500 pedestrians (paper, 6.2), in exact fractions */
  g_assert_cmpfloat_with_epsilon (value_at (data, 0, 25), 0.0531730430, 5.1e-11);
  g_assert_cmpfloat_with_epsilon (value_at (data, 1, 25), 0.1063460861, 5.1e-11);
  g_assert_cmpfloat_with_epsilon (value_at (data, 3, 25), 0.5005005005, 5.1e-11);
}

static void
test_other_worlds (void)
{
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  g_autoptr (MisWorld) blank = mis_example_load ("blank", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_figure_carla (shopping, 1000, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (mis_figure_carla (blank, 1000, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN);
}

/* Two groups of the right kinds, but none of the scenarios. */
static void
test_no_scenarios (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisAgent) ai = mis_agent_new ("a", "a", MIS_KIND_AI, "", 1, "", NULL);
  g_autoptr (MisAgent) human = mis_agent_new ("h", "h", MIS_KIND_HUMAN, "", 1, "", NULL);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (GError) error = NULL;

  mis_world_builder_add_agent (builder, ai, NULL, NULL, 0, NULL);
  mis_world_builder_add_agent (builder, human, NULL, NULL, 0, NULL);
  world = mis_world_builder_end (builder);
  g_assert_null (mis_figure_carla (world, 1000, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "half-conflict"));
}

static void
check_chart (const MisFigureData *data,
             const char *title,
             const char *const *values,
             guint n_theory)
{
  g_autoptr (MisChart) chart = mis_figure_chart (data);
  const char *description = mis_chart_get_description (chart);

  g_assert_cmpstr (mis_chart_get_title (chart), ==, title);
  g_assert_true (g_str_has_prefix (mis_chart_get_subtitle (chart), "1000 agents"));
  g_assert_nonnull (strstr (mis_chart_get_source (chart), "arXiv:2406.04231"));
  g_assert_nonnull (strstr (description, data->x_label));
  for (; *values != NULL; values++)
    g_assert_nonnull (strstr (description, *values));
  g_assert_cmpuint (mis_chart_get_n_series (chart), ==, data->series->len + n_theory);
  for (guint i = 0; i < data->series->len; i++)
    {
      const MisSeries *series = mis_chart_get_series (chart, i);

      g_assert_cmpstr (series->name, ==, mis_figure_data_get_series (data, i)->name);
      g_assert_cmpuint (series->n, ==, N_POINTS);
      g_assert_null (series->low);
      for (guint step = 0; step < N_POINTS; step++)
        g_assert_cmpfloat (series->ys[step], ==, value_at (data, i, step));
    }
}

static void
test_charts (void)
{
  static const char *const goal_values[] = {
    "2 goals: 0.000 at 0, highest 0.501 at 0.5, 0.000 at 1.",
    "5 goals: 0.751 at 0, highest 0.801 at 0.2, 0.000 at 1.", NULL
  };
  static const char *const carla_values[] = {
    "scenario weights, conflict 1: 0.000 at 0, highest 0.106 at 0.5, 0.000 at 1.", NULL
  };
  g_autoptr (MisFigureData) goals = mis_figure_goal_distribution (1000);
  g_autoptr (MisFigureData) carla = make_carla (1000);

  check_chart (goals, "Figure 4. Goal distribution", goal_values, 4);
  check_chart (carla, "Figure 8. CARLA: vehicles and pedestrians", carla_values, 0);
}

/* Theorem 3 as a line from the axis to the top of each curve, in its colour and without a name. */
static void
test_peak_lines (void)
{
  g_autoptr (MisFigureData) data = mis_figure_goal_distribution (1000);
  g_autoptr (MisChart) chart = mis_figure_chart (data);

  for (guint i = 0; i < 4; i++)
    {
      const MisSeries *line = mis_chart_get_series (chart, 4 + i);

      g_assert_cmpstr (line->name, ==, "");
      g_assert_true (line->flags & MIS_SERIES_THEORY);
      g_assert_cmpint (line->color, ==, mis_chart_get_series (chart, i)->color);
      g_assert_cmpuint (line->n, ==, 2);
      g_assert_cmpfloat (line->xs[0], ==, 1.0 / (i + 2));
      g_assert_cmpfloat (line->xs[1], ==, line->xs[0]);
      g_assert_cmpfloat (line->ys[0], ==, 0);
      assert_near (line->ys[1], mis_maximum (1000, i + 2, MIS_PAIRS_DISTINCT));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/goal-distribution", test_goal_distribution);
  g_test_add_func ("/figure/goal-values", test_goal_values);
  g_test_add_func ("/figure/goal-peaks", test_goal_peaks);
  g_test_add_func ("/figure/carla", test_carla);
  g_test_add_func ("/figure/carla-values", test_carla_values);
  g_test_add_func ("/figure/other-worlds", test_other_worlds);
  g_test_add_func ("/figure/no-scenarios", test_no_scenarios);
  g_test_add_func ("/figure/charts", test_charts);
  g_test_add_func ("/figure/peak-lines", test_peak_lines);
  return g_test_run ();
}
