/* The engine against worlds of real agents, scored by core, and what it refuses. */
#include <math.h>
#include <string.h>

#include "core/edit.h"
#include "core/error.h"
#include "core/score.h"
#include "figure-case.h"
#include "file/example.h"

#define N_GOALS 4u

/* A world of 1 area and a row for each goal, all with weight @weight but goal 2 with 0.3. */
static MisWorld *
make_world (const guint64 *counts, double weight, const MisScoring *scoring)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  static const char *const ids[N_GOALS] = { "a", "b", "c", "d" };
  g_autoptr (MisArea) area = NULL;
  MisGoal goals[N_GOALS];

  for (guint g = 0; g < N_GOALS; g++)
    goals[g] = (MisGoal) { (char *) ids[g], (char *) ids[g], (char *) "" };
  area = mis_area_new ("area", "area", "", goals, N_GOALS, 0.7, NULL, 0, NULL);
  mis_world_builder_add_area (builder, area, NULL);
  mis_world_builder_set_scoring (builder, scoring);
  for (guint g = 0; g < N_GOALS; g++)
    {
      g_autoptr (MisAgent) agent
        = mis_agent_new (ids[g], ids[g], MIS_KIND_HUMAN, "", counts[g], "", NULL);
      MisPosition position = mis_position ((int) g, g == 1 ? 0.3 : weight);

      mis_world_builder_add_agent (builder, agent, &(guint) { 0 }, &position, 1, NULL);
    }
  return mis_world_builder_end (builder);
}

/* Every option of the score, where nothing is drawn: what core says of the same agents. */
static void
test_options (void)
{
  static const guint64 counts[N_GOALS] = { 9, 5, 0, 4 };

  for (guint i = 0; i < 6 * 2 * 3; i++)
    {
      const MisScoring scoring = { .weight_mean = i % 6,
                                   .pairs = i / 6 % 2,
                                   .normalization = i / 12 };
      g_autofree char *json = g_strdup_printf (
        "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': { 'agents': 18,"
        "  'goals': 4, 'conflict': 0.7, 'weights': 0.6, 'assign': { 'shares': [0.5, 0.28, 0, 0.22] "
        "},  'focus': { 'goal': 2 } }, 'x': { 'vary': 'focus.weight', 'values': [0.3] },"
        "  'scoring': { 'weight_mean': '%s', 'pairs': '%s', 'normalization': '%s' } }",
        mis_options[0].choices[scoring.weight_mean].nick,
        mis_options[2].choices[scoring.pairs].nick,
        mis_options[3].choices[scoring.normalization].nick);
      g_autoptr (MisExperiment) experiment = figure_case_read (json);
      g_autoptr (MisFigureData) data = figure_case_run (experiment);
      g_autoptr (MisWorld) world = make_world (counts, 0.6, &scoring);
      g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
      g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
      const MisFigurePoint *point
        = mis_figure_series_get_point (mis_figure_data_get_series (data, 0), 0);

      g_assert_cmpfloat_with_epsilon (point->mean, score->overall, 1e-14);
      g_assert_cmpfloat (point->sd, ==, 0);
    }
}

/* Four areas with levels 1, 1/2, 1/4 and 1/8 of one score under each area mean. */
static void
test_area_means (void)
{
  static const char *const nicks[] = { "arithmetic", "geometric", "harmonic", "minimum",
                                       "maximum" };
  const double base = 50.0 / 99;
  const double expected[] = { base * 15 / 32, base * pow (2, -1.5), base * 4 / 15, base / 8, base };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': { 'agents': 100,"
        "  'assign': 'even', 'conflict': [1, 0.5, 0.25, 0.125] }, 'scoring': { 'area_mean': '%s' },"
        "  'x': { 'vary': 'goals', 'values': [2] } }",
        nicks[i]);
      g_autoptr (MisExperiment) experiment = figure_case_read (json);
      g_autoptr (MisFigureData) data = figure_case_run (experiment);

      g_assert_cmpfloat_with_epsilon (
        mis_figure_series_get_point (mis_figure_data_get_series (data, 0), 0)->mean, expected[i],
        1e-14);
    }
}

/* Series that differ only in how they are scored draw the same worlds: the means never cross. */
static void
test_common_worlds (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_load ("weight-means", 0, 1, 0);
  g_autoptr (MisEngine) engine = figure_case_engine (experiment);
  guint n_points = mis_experiment_get_n_points (experiment);
  MisDesk desk;

  mis_engine_init_desk (engine, &desk, NULL);
  for (guint point = 0; point < n_points; point++)
    for (guint run = 0; run < 5; run++)
      for (guint series = 1; series < 6; series++)
        g_assert_cmpfloat (mis_engine_run (engine, &desk, (series - 1) * n_points + point, run), >=,
                           mis_engine_run (engine, &desk, series * n_points + point, run) - 1e-12);
  mis_desk_clear (&desk);
}

/* Weights that sum to 1 over 4 areas are 1/4 each where all are alike, or as their parts say. */
static void
test_sum_to_one (void)
{
  static const char *const assigns[] = { "'round-robin'", "'even'", "'random'" };

  for (guint i = 0; i < G_N_ELEMENTS (assigns); i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': { 'agents': 60,"
        "  'areas': 4, 'goals': 3, 'assign': %s, 'weights': 0.8 }, 'runs': 50,"
        "  'series': [ { 'vary': 'scoring.weights', 'values': ['as-given', 'sum-to-one'] } ],"
        "  'x': { 'vary': 'goals', 'values': [3] } }",
        assigns[i]);
      g_autoptr (MisExperiment) experiment = figure_case_read (json);
      g_autoptr (MisFigureData) data = figure_case_run (experiment);
      double as_given = mis_figure_series_get_point (mis_figure_data_get_series (data, 0), 0)->mean;
      double summed = mis_figure_series_get_point (mis_figure_data_get_series (data, 1), 0)->mean;

      g_assert_cmpfloat_with_epsilon (summed * 0.8 / 0.25, as_given, i < 2 ? 1e-12 : 0.02);
    }
}

/* A world of the example under another scenario, share, weight and conflict, as core edits it. */
static void
test_project (void)
{
  const char *json
    = "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': { 'example': 'carla' },"
      "  'series': [ { 'vary': 'conflict:speed', 'values': [0.25, 1] },"
      "              { 'vary': 'weight:pedestrians:speed', 'values': [0.5] },"
      "              { 'vary': 'conflict:yield:pedestrian:vehicle', 'values': [0.75] },"
      "              { 'vary': 'scoring.pairs', 'values': ['replacement'] },"
      "              { 'vary': 'scenario', 'values': ['half-conflict'] } ],"
      "  'x': { 'vary': 'share:vehicles', 'values': [0.2, 0.4] } }";
  g_autoptr (MisExperiment) experiment = figure_case_read (json);
  g_autoptr (MisFigureData) data = figure_case_run (experiment);
  static const double weights[8][2] = { { 0.50, 0.99 }, { 0.40, 0.15 }, { 0.35, 0.15 },
                                        { 0.30, 0.05 }, { 0.20, 0.05 }, { 0.30, 0.05 },
                                        { 0.30, 0.5 },  { 0.30, 0.05 } };

  for (guint series = 0; series < 2; series++)
    for (guint i = 0; i < 2; i++)
      {
        const MisFigurePoint *point
          = mis_figure_series_get_point (mis_figure_data_get_series (data, series), i);
        double x = i == 0 ? 0.2 : 0.4, sum = 0;

        for (guint p = 0; p < 8; p++)
          sum += (p == 6 ? (series == 0 ? 0.25 : 1) : p == 7 ? 0.75 : 0.5)
                 * sqrt (weights[p][0] * weights[p][1]) / 8;
        g_assert_cmpfloat_with_epsilon (point->mean, sum * 2 * x * (1 - x), 1e-12);
        g_assert_cmpfloat_with_epsilon (point->theory, point->mean, 1e-12);
      }
  g_assert_cmpstr (mis_figure_data_get_series (data, 1)->name, ==,
                   "conflict:speed 1, weight:pedestrians:speed 0.5, "
                   "conflict:yield:pedestrian:vehicle 0.75, replacement, half-conflict");
}

static void
test_unknown_names (void)
{
  static const struct
  {
    const char *x;
    const char *series;
    const char *message;
  } cases[] = {
    { "'share:bikes'", "", "x: found no group of agents \"bikes\"" },
    { "'weight:vehicles:rain'", "", "x: found no area \"rain\"" },
    { "'conflict:speed:vehicle:bike'", "", "x: found no goal \"bike\"" },
    { "'share:vehicles'", "{ 'vary': 'scenario', 'values': [null, 'night'] }",
      "series[0]: found no scenario \"night\"" },
    { "'share:vehicles'",
      "{ 'vary': 'scenario', 'values': [null] }, { 'vary': 'conflict:rain', 'values': [1] }",
      "series[1]: found no area \"rain\"" },
  };
  g_autoptr (MisWorld) carla = mis_example_load ("carla", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': 'project',"
        "  'x': { 'vary': %s, 'values': [0.5] }, 'series': [ %s ] }",
        cases[i].x, cases[i].series);
      g_autoptr (MisExperiment) experiment = figure_case_read (json);
      g_autoptr (GError) error = NULL;

      g_assert_null (mis_engine_new (experiment, carla, NULL, &error));
      g_assert_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

static void
test_no_project (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_read (
    "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': 'project',"
    "  'x': { 'vary': 'share:vehicles', 'values': [0.5] } }");
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_engine_new (experiment, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==, "world: found no project, expected one");
}

/* What takes long to be made ready is given up within. */
static void
test_cancelled (void)
{
  static const char *const names[] = { "figure-5", "figure-8", "uncertain" };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MisExperiment) experiment = figure_case_load (names[i], 0, 0, 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (MisWorld) world
        = experiment->example != NULL ? mis_example_load (experiment->example, NULL) : NULL;

      g_assert_null (mis_engine_new (experiment, world, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* What is expected of a point is part of its first run, and is given up like that. */
static void
test_expectation_cancelled (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_load ("figure-8", 0, 0, 0);
  g_autoptr (MisEngine) engine = figure_case_engine (experiment);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MisExpectation expectation;
  MisDesk desk;

  mis_engine_init_desk (engine, &desk, cancellable);
  g_assert_true (mis_engine_expect (engine, &desk, 7, &expectation));
  g_assert_cmpfloat_with_epsilon (expectation.mean, mis_engine_run (engine, &desk, 7, 0), 1e-12);
  g_cancellable_cancel (cancellable);
  g_assert_false (mis_engine_expect (engine, &desk, 7, &expectation));
  mis_desk_clear (&desk);
}

/* Bands: what they are, over the same values. */
static void
test_bands (void)
{
  static const char *const nicks[] = { "min-max", "5-95", "se", "sd" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': { 'agents': 9 },"
        "  'x': { 'vary': 'goals', 'values': [3] }, 'runs': 400, 'band': '%s' }",
        nicks[i]);
      g_autoptr (MisExperiment) experiment = figure_case_read (json);
      g_autoptr (MisFigureData) data = figure_case_run (experiment);
      const MisFigurePoint *point
        = mis_figure_series_get_point (mis_figure_data_get_series (data, 0), 0);
      double half = i == 2 ? point->sd / 20 : point->sd;

      g_assert_cmpstr (data->band, ==, nicks[i]);
      if (i == 0)
        g_assert_true (point->low == point->min && point->high == point->max);
      else if (i == 1)
        g_assert_true (point->low > point->min && point->low < point->mean
                       && point->high > point->mean && point->high <= point->max);
      else
        {
          g_assert_cmpfloat_with_epsilon (point->low, point->mean - half, 1e-15);
          g_assert_cmpfloat_with_epsilon (point->high, point->mean + half, 1e-15);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/options", test_options);
  g_test_add_func ("/engine/area-means", test_area_means);
  g_test_add_func ("/engine/common-worlds", test_common_worlds);
  g_test_add_func ("/engine/sum-to-one", test_sum_to_one);
  g_test_add_func ("/engine/project", test_project);
  g_test_add_func ("/engine/unknown-names", test_unknown_names);
  g_test_add_func ("/engine/no-project", test_no_project);
  g_test_add_func ("/engine/cancelled", test_cancelled);
  g_test_add_func ("/engine/expectation-cancelled", test_expectation_cancelled);
  g_test_add_func ("/engine/bands", test_bands);
  return g_test_run ();
}
