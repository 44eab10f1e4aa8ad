/* Experiments as values: quantities, order of series, values of points; recipes in whole agents. */
#include <math.h>

#include "core/error.h"
#include "core/experiment.h"
#include "core/limits.h"

/* Adds a variation of whole numbers or probabilities. */
static void
add_series (MisExperiment *experiment, const char *quantity, const double *values, guint n)
{
  MisVariation *variation;

  g_array_set_size (experiment->series, experiment->series->len + 1);
  variation = &g_array_index (experiment->series, MisVariation, experiment->series->len - 1);
  mis_variation_init (variation);
  g_assert_true (mis_variation_parse (variation, quantity, NULL));
  for (guint i = 0; i < n; i++)
    {
      MisSetting setting = { .number = values[i] };

      g_array_append_val (variation->settings, setting);
    }
}

static MisExperiment *
make_experiment (double from, double to, guint n_points, gboolean is_log)
{
  MisExperiment *experiment = mis_experiment_new ();

  experiment->id = g_strdup ("x");
  experiment->title = g_strdup ("Title");
  experiment->description = g_strdup ("");
  experiment->note = g_strdup ("");
  experiment->x.from = from;
  experiment->x.to = to;
  experiment->x.n_points = n_points;
  experiment->x.is_log = is_log;
  experiment->x.has_ends = TRUE;
  mis_variation_expand (&experiment->x);
  return experiment;
}

static void
test_quantities (void)
{
  static const char *const good[] = {
    "agents",          "areas",          "goals",   "assign",       "conflict",
    "conflict.low",    "conflict.high",  "weights", "weights.low",  "weights.high",
    "focus.weight",    "focus.share",    "share:a", "weight:a:b-1", "conflict:a",
    "conflict:a:g:h",  "scenario",       "scoring.weight_mean",     "scoring.unknown",
  };
  static const char *const bad[]
    = { "", "agent", "agents:a", "share", "share:", "share:A", "weight:a", "conflict:a:b",
        "conflict:a:b:c:d", "scoring", "scoring.", "scoring.mean", "scoring.pairs:a", ":" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      MisVariation variation;
      g_autofree char *text = NULL;

      mis_variation_init (&variation);
      g_assert_true (mis_variation_parse (&variation, good[i], NULL));
      text = mis_variation_print (&variation);
      g_assert_cmpstr (text, ==, good[i]);
      mis_variation_clear (&variation);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      MisVariation variation;
      g_autoptr (GError) error = NULL;

      mis_variation_init (&variation);
      g_assert_false (mis_variation_parse (&variation, bad[i], &error));
      g_assert_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN);
      mis_variation_clear (&variation);
    }
}

/* The axis of figures 1 and 2: the whole part of 10^(2i/19), each once. */
static void
test_axis (void)
{
  static const double expected[]
    = { 1, 2, 3, 4, 5, 6, 8, 11, 14, 18, 23, 29, 37, 48, 61, 78, 100 };
  g_autoptr (MisExperiment) experiment = make_experiment (1, 100, 20, TRUE);
  g_autoptr (MisExperiment) decades = make_experiment (1, 1e12, 13, TRUE);
  g_autoptr (MisExperiment) single = make_experiment (7, 7, 1, FALSE);

  g_assert_cmpuint (mis_experiment_get_n_points (experiment), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpfloat (mis_variation_get_setting (&experiment->x, i)->number, ==, expected[i]);
  for (guint i = 0; i <= 12; i++)
    g_assert_cmpfloat (mis_variation_get_setting (&decades->x, i)->number, ==, pow (10, i));
  g_assert_cmpfloat (mis_variation_get_setting (&single->x, 0)->number, ==, 7);
}

/* The last variation is the fastest. */
static void
test_series (void)
{
  g_autoptr (MisExperiment) experiment = make_experiment (5, 6, 2, FALSE);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *label = mis_experiment_get_x_label (experiment);
  int part;

  first = mis_experiment_get_series_name (experiment, 0);
  g_assert_cmpstr (first, ==, "Title");
  g_clear_pointer (&first, g_free);
  add_series (experiment, "goals", (double[]) { 2, 4 }, 2);
  add_series (experiment, "areas", (double[]) { 1, 2, 3 }, 3);
  g_assert_true (mis_experiment_check (experiment, &part, NULL));
  g_assert_cmpuint (mis_experiment_get_n_series (experiment), ==, 6);
  first = mis_experiment_get_series_name (experiment, 1);
  last = mis_experiment_get_series_name (experiment, 5);
  g_assert_cmpstr (first, ==, "2 goals, 2 problem areas");
  g_assert_cmpstr (last, ==, "4 goals, 3 problem areas");
  g_assert_cmpstr (label, ==, "Number of Agents");
  for (guint series = 0; series < 6; series++)
    for (guint point = 0; point < 2; point++)
      {
        MisScoring scoring = { 0 };
        MisRecipe recipe;

        mis_experiment_fill_cell (experiment, series, point, &recipe, &scoring);
        g_assert_cmpuint (recipe.n_agents, ==, 5 + point);
        g_assert_cmpuint (mis_recipe_get_n_goals (&recipe, 0), ==, series < 3 ? 2 : 4);
        g_assert_cmpuint (mis_recipe_get_n_areas (&recipe), ==, series % 3 + 1);
        mis_recipe_clear (&recipe);
      }
}

static void
check_counts (const MisRecipe *recipe, const guint64 *expected, guint n)
{
  guint64 counts[8];

  mis_recipe_fill_counts (recipe, 0, counts);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (counts[i], ==, expected[i]);
}

static void
test_counts (void)
{
  MisRecipe recipe;

  mis_recipe_init (&recipe);
  recipe.n_agents = 11;
  g_array_unref (recipe.goals);
  recipe.goals = mis_recipe_goals_new (4);
  recipe.assign.kind = MIS_ASSIGN_EVEN;
  check_counts (&recipe, (guint64[]) { 3, 3, 3, 2 }, 4);
  recipe.no_goal = TRUE;
  check_counts (&recipe, (guint64[]) { 3, 2, 2, 2, 2 }, 5);
  recipe.no_goal = FALSE;
  recipe.n_agents = 16;
  recipe.assign.kind = MIS_ASSIGN_HALVING;
  check_counts (&recipe, (guint64[]) { 8, 4, 2, 2 }, 4);
  recipe.focus = (MisFocus) { TRUE, 0, 1, NAN, 0.25, MIS_REST_EVEN };
  check_counts (&recipe, (guint64[]) { 4, 4, 4, 4 }, 4);
  recipe.focus.rest = MIS_REST_HALVING;
  check_counts (&recipe, (guint64[]) { 6, 4, 3, 3 }, 4);
  recipe.focus.share = 1.0;
  check_counts (&recipe, (guint64[]) { 0, 16, 0, 0 }, 4);
  recipe.focus.share = 0.0;
  check_counts (&recipe, (guint64[]) { 8, 0, 4, 4 }, 4);
  mis_recipe_clear (&recipe);
}

/* Two goals with one in focus, and one alone: everybody has it, whatever its share. */
static void
test_few_goals (void)
{
  MisRecipe recipe;

  mis_recipe_init (&recipe);
  recipe.n_agents = 10;
  recipe.focus = (MisFocus) { TRUE, 0, 0, NAN, 0.3, MIS_REST_HALVING };
  check_counts (&recipe, (guint64[]) { 3, 7 }, 2);
  g_array_unref (recipe.goals);
  recipe.goals = mis_recipe_goals_new (1);
  check_counts (&recipe, (guint64[]) { 10 }, 1);
  recipe.focus.rest = MIS_REST_EVEN;
  check_counts (&recipe, (guint64[]) { 10 }, 1);
  mis_recipe_clear (&recipe);
}

static MisExperiment *
agents_new (void)
{
  MisExperiment *experiment = mis_experiment_new ();

  experiment->id = g_strdup ("own");
  experiment->title = g_strdup ("Own");
  experiment->description = g_strdup ("");
  experiment->note = g_strdup ("");
  experiment->x.has_ends = TRUE;
  experiment->x.is_log = TRUE;
  experiment->x.from = 1.0;
  experiment->x.to = 100.0;
  experiment->x.n_points = 20;
  mis_variation_expand (&experiment->x);
  return experiment;
}

/* The experiment itself is left as it is. */
static void
test_with_ends (void)
{
  g_autoptr (MisExperiment) experiment = agents_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) changed = mis_experiment_with_ends (experiment, 10, 1000, 3, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mis_experiment_get_n_points (experiment), ==, 17);
  g_assert_cmpuint (mis_experiment_get_n_points (changed), ==, 3);
  g_assert_cmpfloat (mis_experiment_get_setting (changed, 0, 0, 1)->number, ==, 100);
  g_assert_cmpuint (mis_experiment_get_n_agents (changed), ==, 1000);
}

static void
test_wrong_ends (void)
{
  g_autoptr (MisExperiment) experiment = agents_new ();
  const struct
  {
    double from, to;
    guint n_points;
  } cases[] = {
    { 0, 10, 2 },   { 1, 1.5, 2 }, { 10, 1, 2 },       { 1, (double) MIS_MAX_COUNT + 1, 2 },
    { NAN, 10, 2 }, { 1, 10, 0 },  { 1, INFINITY, 2 }, { 1, 1e6, MIS_MAX_POINTS + 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mis_experiment_with_ends (experiment, cases[i].from, cases[i].to,
                                               cases[i].n_points, &error));
      g_assert_true (g_str_has_prefix (error->message, "x: "));
    }
}

static void
test_with_band (void)
{
  g_autoptr (MisExperiment) experiment = agents_new ();
  g_autoptr (MisExperiment) changed = mis_experiment_with_band (experiment, MIS_BAND_SE);

  g_assert_cmpint (experiment->band, ==, MIS_BAND_MIN_MAX);
  g_assert_cmpint (changed->band, ==, MIS_BAND_SE);
  g_assert_cmpuint (mis_experiment_get_n_points (changed), ==, 17);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/experiment/quantities", test_quantities);
  g_test_add_func ("/experiment/axis", test_axis);
  g_test_add_func ("/experiment/series", test_series);
  g_test_add_func ("/experiment/counts", test_counts);
  g_test_add_func ("/experiment/few-goals", test_few_goals);
  g_test_add_func ("/experiment/with-ends", test_with_ends);
  g_test_add_func ("/experiment/wrong-ends", test_wrong_ends);
  g_test_add_func ("/experiment/with-band", test_with_band);
  return g_test_run ();
}
