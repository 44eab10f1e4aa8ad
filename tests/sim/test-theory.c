/* What theory expects, against averages over many runs, for every kind of recipe. */
#include <math.h>

#include "core/score.h"
#include "figure-case.h"
#include "file/example.h"
#include "sim/theory.h"

#define RUNS 2000

static const char *const means[]
  = { "geometric", "arithmetic", "harmonic", "minimum", "maximum", "none" };

/* The mean of each point lies within 5 standard errors of what theory says, which it must say. */
static void
check (const char *world, const char *scoring)
{
  g_autofree char *json = g_strdup_printf (
    "{ 'format': 'misalign-experiment', 'version': 1, 'id': 'x', 'world': { %s },"
    "  'x': { 'vary': 'agents', 'values': [1, 2, 3, 7, 20] }, 'runs': %d, 'seed': 3,"
    "  'scoring': { %s } }",
    world, RUNS, scoring);
  g_autoptr (MisExperiment) experiment = figure_case_read (json);
  g_autoptr (MisFigureData) data = figure_case_run (experiment);
  const MisFigureSeries *series = mis_figure_data_get_series (data, 0);

  for (guint i = 0; i < series->points->len; i++)
    {
      const MisFigurePoint *point = mis_figure_series_get_point (series, i);

      g_test_message ("%s | %s | n = %g: %g, expected %g", world, scoring, point->x, point->mean,
                      point->theory);
      g_assert_true (isfinite (point->theory));
      g_assert_cmpfloat (fabs (point->mean - point->theory), <=,
                         5 * point->sd / sqrt (RUNS) + 1e-12);
      g_assert_cmpfloat (point->max, <=, point->maximum + 1e-12);
    }
}

static void
test_weights (void)
{
  static const char *const weights[] = {
    "'weights': 0.3",
    "'weights': { 'range': [0, 1], 'per': 'agent' }",
    "'weights': { 'range': [0.25, 0.75], 'per': 'agent' }",
    "'weights': { 'range': [0.25, 0.75], 'per': 'group' }",
    "'weights': { 'range': [0.6, 0.65], 'per': 'group' }",
  };

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    for (guint mean = 0; mean < G_N_ELEMENTS (means); mean++)
      {
        g_autofree char *scoring = g_strdup_printf ("'weight_mean': '%s'", means[mean]);
        g_autofree char *world = g_strdup_printf ("'goals': 3, %s", weights[i]);
        g_autofree char *focused = g_strdup_printf (
          "'goals': 3, 'areas': 2, %s, 'focus': { 'area': 2, 'goal': 3, 'weight': 0.4 }",
          weights[i]);

        check (world, scoring);
        check (focused, scoring);
      }
}

static void
test_goals (void)
{
  static const char *const worlds[] = {
    "'goals': [2, 5], 'areas': 2",
    "'goals': 1",
    "'goals': 3, 'no_goal': true",
    "'goals': 4, 'assign': 'even'",
    "'goals': 4, 'assign': 'round-robin', 'no_goal': true",
    "'goals': 4, 'assign': 'halving'",
    "'goals': 3, 'assign': { 'shares': [0.5, 0.2, 0.3] }",
    "'goals': 2, 'no_goal': true, 'assign': { 'shares': [0.5, 0.2, 0.3] }",
    "'goals': 3, 'assign': { 'dirichlet': 1 }",
    "'goals': 3, 'assign': { 'dirichlet': 0.2 }, 'no_goal': true",
    "'goals': 5, 'focus': { 'goal': 2, 'share': 0.37 }",
    "'goals': 5, 'focus': { 'goal': 2, 'share': 0.37, 'rest': 'halving', 'weight': 0.5 }",
  };

  for (guint i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      check (worlds[i], "");
      check (worlds[i], "'pairs': 'replacement'");
    }
}

static void
test_conflicts (void)
{
  check ("'goals': 3, 'conflict': 0.4", "");
  check ("'goals': 3, 'conflict': { 'range': [0.2, 1] }", "");
  check ("'goals': 3, 'conflict': [0.4, { 'range': [0, 1] }, 1]", "");
  check ("'goals': 3, 'conflict': { 'range': [0, 1] }, 'weights': { 'range': [0, 1] }",
         "'weight_mean': 'harmonic'");
}

/* Values of E f that are known in closed form. */
static void
test_known (void)
{
  static const struct
  {
    MisWeightMean mean;
    double low, high, expected;
  } cases[] = {
    { MIS_WEIGHT_MEAN_GEOMETRIC, 0, 1, 4.0 / 9 },
    { MIS_WEIGHT_MEAN_GEOMETRIC, 0.25, 0.75, 0.4891026432 },
    { MIS_WEIGHT_MEAN_HARMONIC, 0, 1, 0.40913709258673 },
    { MIS_WEIGHT_MEAN_HARMONIC, 0.25, 0.75, 0.4787991051 },
    { MIS_WEIGHT_MEAN_HARMONIC, 0.5, 0.5, 0.5 },
    { MIS_WEIGHT_MEAN_MINIMUM, 0, 1, 1.0 / 3 },
    { MIS_WEIGHT_MEAN_MAXIMUM, 0, 1, 2.0 / 3 },
    { MIS_WEIGHT_MEAN_NONE, 0, 1, 1 },
    { MIS_WEIGHT_MEAN_GEOMETRIC, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MisScoring scoring = { .weight_mean = cases[i].mean };
      MisRecipe recipe;

      mis_recipe_init (&recipe);
      recipe.n_agents = 10;
      recipe.weights = (MisSpan) { cases[i].low, cases[i].high };
      /* Two goals: one pair in two differs. */
      g_assert_cmpfloat_with_epsilon (mis_theory_recipe (&recipe, &scoring),
                                      cases[i].expected / 2, 5.1e-11);
      mis_recipe_clear (&recipe);
    }
}

/* The two ways to integrate the harmonic mean meet where one takes over from the other. */
static void
test_harmonic_joint (void)
{
  const MisScoring scoring = { .weight_mean = MIS_WEIGHT_MEAN_HARMONIC };
  double values[2];
  MisRecipe recipe;

  mis_recipe_init (&recipe);
  recipe.n_agents = 10;
  for (guint i = 0; i < 2; i++)
    {
      recipe.weights = (MisSpan) { 0.4, i == 0 ? 0.8 : nextafter (0.8, 1.0) };
      recipe.focus = (MisFocus) { TRUE, 0, 0, 0.3, NAN, MIS_REST_EVEN };
      values[i] = mis_theory_recipe (&recipe, &scoring);
    }
  g_assert_cmpfloat_with_epsilon (values[0], values[1], 1e-13);
  mis_recipe_clear (&recipe);
}

/* Where there is no closed form nothing is said. */
static void
test_silent (void)
{
  static const MisScoring scorings[] = {
    { .normalization = MIS_NORMALIZATION_MAXIMUM },
    { .area_mean = MIS_AREA_MEAN_GEOMETRIC },
    { .weights = MIS_WEIGHTS_SUM_TO_ONE },
  };
  MisRecipe recipe;

  mis_recipe_init (&recipe);
  recipe.n_agents = 10;
  recipe.n_areas = 2;
  for (guint i = 0; i < G_N_ELEMENTS (scorings); i++)
    {
      g_assert_true (isnan (mis_theory_recipe (&recipe, &scorings[i])));
      g_assert_true (isnan (mis_theory_maximum (&recipe, &scorings[i])));
    }
  mis_recipe_clear (&recipe);
}

/* A sum over very many pairs of groups is given up within. */
static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) carla = mis_example_load ("carla", &error);

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (mis_theory_world (carla, cancellable), 0.1063460861, 5.1e-11);
  g_cancellable_cancel (cancellable);
  g_assert_true (isnan (mis_theory_world (carla, cancellable)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theory/weights", test_weights);
  g_test_add_func ("/theory/goals", test_goals);
  g_test_add_func ("/theory/conflicts", test_conflicts);
  g_test_add_func ("/theory/known", test_known);
  g_test_add_func ("/theory/harmonic-joint", test_harmonic_joint);
  g_test_add_func ("/theory/silent", test_silent);
  g_test_add_func ("/theory/cancelled", test_cancelled);
  return g_test_run ();
}
