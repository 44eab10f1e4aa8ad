/* What can vary in a project: names that people know, values to begin with, and what is gone. */
#include <string.h>

#include "core/edit.h"
#include "core/limits.h"
#include "document/quantity.h"
#include "load-example.h"
#include "random-world.h"
#include "sim/engine.h"

static void
test_labels (void)
{
  static const struct
  {
    const char *quantity, *label, *value;
  } cases[] = {
    { "share:vehicles", "Share of Autonomous vehicles", "Share of Autonomous vehicles: 0.5" },
    { "weight:pedestrians:speed", "Weight of Pedestrians in Inappropriate speed",
      "Weight of Pedestrians in Inappropriate speed: 0.5" },
    { "conflict", "Conflict in all areas", "Conflict in all areas: 0.5" },
    { "conflict:speed", "Conflict in Inappropriate speed", "Conflict in Inappropriate speed: 0.5" },
    { "share:trucks", "Share of trucks", "Share of trucks: 0.5" },
  };
  g_autoptr (MisWorld) world = load_example ("carla");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MisVariation variation;
      g_autofree char *label = NULL, *value = NULL;

      mis_variation_init (&variation);
      g_assert_true (mis_variation_parse (&variation, cases[i].quantity, NULL));
      mis_variation_set_numbers (&variation, (double[]){ 0.5 }, 1);
      label = mis_variation_dup_label (&variation, world);
      value = mis_variation_dup_value_name (&variation, world, 0);
      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_cmpstr (value, ==, cases[i].value);
      mis_variation_clear (&variation);
    }
}

static void
test_other_values (void)
{
  g_autoptr (MisWorld) world = load_example ("carla");
  MisVariation scenario, agents, scoring;
  g_autofree char *base = NULL, *half = NULL, *one = NULL, *many = NULL, *mean = NULL;

  mis_variation_init_first (&scenario, MIS_QUANTITY_SCENARIO, world, FALSE);
  mis_variation_init_first (&agents, MIS_QUANTITY_AGENTS, world, FALSE);
  mis_variation_init_first (&scoring, MIS_QUANTITY_SCORING, world, FALSE);
  mis_variation_set_numbers (&agents, (double[]){ 1, 250 }, 2);
  base = mis_variation_dup_value_name (&scenario, world, 0);
  half = mis_variation_dup_value_name (&scenario, world, 1);
  one = mis_variation_dup_value_name (&agents, world, 0);
  many = mis_variation_dup_value_name (&agents, world, 1);
  mean = mis_variation_dup_value_name (&scoring, world, 0);
  g_assert_cmpstr (base, ==, "As it is");
  g_assert_cmpstr (half, ==, "Half the conflict");
  g_assert_cmpstr (one, ==, "1 agent");
  g_assert_cmpstr (many, ==, "250 agents");
  g_assert_cmpstr (mean, ==, mis_options[0].choices[0].label);
  mis_variation_clear (&scenario);
  mis_variation_clear (&agents);
  mis_variation_clear (&scoring);
}

static void
test_missing (void)
{
  static const struct
  {
    const char *quantity, *part;
  } cases[] = {
    { "share:vehicles", NULL },
    { "share:trucks", "The group “trucks” is not" },
    { "weight:vehicles:night", "The area “night” is not" },
    { "weight:trucks:speed", "The group “trucks” is not" },
    { "conflict:night", "The area “night” is not" },
    { "conflict:speed:vehicle:pedestrian", NULL },
    { "conflict:speed:vehicle:bike", "The goal “bike” is not in the area “Inappropriate speed”" },
    { "conflict:speed:vehicle:vehicle", "no conflict with itself" },
    { "conflict", NULL },
  };
  g_autoptr (MisWorld) world = load_example ("carla");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MisVariation variation;
      g_autofree char *missing = NULL;

      mis_variation_init (&variation);
      g_assert_true (mis_variation_parse (&variation, cases[i].quantity, NULL));
      missing = mis_variation_find_missing (&variation, world);
      if ((missing == NULL) != (cases[i].part == NULL)
          || (missing != NULL && strstr (missing, cases[i].part) == NULL))
        g_error ("%s: %s", cases[i].quantity, missing);
      mis_variation_clear (&variation);
    }
}

static void
test_missing_scenario_and_weight (void)
{
  g_autoptr (MisWorld) world = load_example ("carla");
  g_autoptr (MisWorld) unasked =
      mis_world_with_position (world, 0, 0, &(MisPosition){ .goal = MIS_UNKNOWN }, NULL);
  MisVariation scenario, weight;
  g_autofree char *gone = NULL, *unknown = NULL;

  mis_variation_init_first (&scenario, MIS_QUANTITY_SCENARIO, world, FALSE);
  mis_variation_set_scenarios (&scenario, (const char *const[]){ NULL, "night" }, 2);
  gone = mis_variation_find_missing (&scenario, world);
  g_assert_true (strstr (gone, "The scenario “night” is not") != NULL);
  mis_variation_init_first (&weight, MIS_QUANTITY_WEIGHT, world, FALSE);
  unknown = mis_variation_find_missing (&weight, unasked);
  g_assert_true (strstr (unknown, "is unknown") != NULL);
  mis_variation_clear (&scenario);
  mis_variation_clear (&weight);
}

static MisExperiment *
experiment_new (MisQuantity quantity, const MisWorld *world)
{
  MisExperiment *experiment = mis_experiment_new ();

  experiment->id = g_strdup ("x");
  experiment->title = g_strdup ("Title");
  experiment->description = g_strdup ("");
  experiment->note = g_strdup ("");
  experiment->source = MIS_SOURCE_PROJECT;
  mis_variation_clear (&experiment->x);
  mis_variation_init_first (&experiment->x, quantity, world, TRUE);
  return experiment;
}

/* Whatever a project has, what a menu begins with can be run, on the axis and as a series. */
static void
test_first_runs (void)
{
  guint n_run = 0;

  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (MisWorld) world = mis_random_world (rand, 5, 4, 4);

      for (guint i = 0; mis_project_quantities[i].label != NULL; i++)
        {
          MisQuantity quantity = mis_project_quantities[i].quantity;
          gboolean is_x = mis_quantity_is_number (quantity);
          g_autoptr (MisExperiment) experiment = NULL;
          g_autoptr (MisEngine) engine = NULL;
          g_autoptr (GError) error = NULL;
          g_autofree char *missing = NULL;
          MisVariation variation;

          /* Of so many agents no group can have all. */
          if (!mis_quantity_exists (quantity, world)
              || !mis_quantity_exists (MIS_QUANTITY_SHARE, world)
              || mis_world_get_population (world) > MIS_MAX_COUNT)
            continue;
          experiment = experiment_new (is_x ? quantity : MIS_QUANTITY_SHARE, world);
          if (!is_x)
            {
              g_autoptr (MisExperiment) bare = g_steal_pointer (&experiment);

              mis_variation_init_first (&variation, quantity, world, FALSE);
              experiment = mis_experiment_with_variation (bare, 0, &variation, &error);
              mis_variation_clear (&variation);
              g_assert_no_error (error);
            }
          missing = mis_experiment_find_missing (experiment, world);
          g_assert_null (missing);
          engine = mis_engine_new (experiment, world, NULL, &error);
          /* A scenario may take away the very group on the axis. */
          if (quantity == MIS_QUANTITY_SCENARIO)
            continue;
          g_assert_no_error (error);
          n_run++;
        }
    }
  g_assert_cmpuint (n_run, >, 100);
}

/* What is the same in all curves is not repeated for each. */
static void
test_series_names (void)
{
  g_autoptr (MisWorld) world = load_example ("carla");
  g_autoptr (MisExperiment) bare = experiment_new (MIS_QUANTITY_SHARE, world);
  g_autoptr (MisExperiment) scaled = NULL, both = NULL;
  g_autofree char *title = NULL, *alone = NULL, *name = NULL;
  MisVariation variation;

  mis_variation_init_first (&variation, MIS_QUANTITY_AGENTS, world, FALSE);
  mis_variation_set_numbers (&variation, (double[]){ 10 }, 1);
  scaled = mis_experiment_with_variation (bare, 0, &variation, NULL);
  mis_variation_clear (&variation);
  mis_variation_init_first (&variation, MIS_QUANTITY_SCENARIO, world, FALSE);
  both = mis_experiment_with_variation (scaled, 1, &variation, NULL);
  mis_variation_clear (&variation);
  title = mis_experiment_dup_series_name (bare, world, 0);
  alone = mis_experiment_dup_series_name (scaled, world, 0);
  name = mis_experiment_dup_series_name (both, world, 1);
  g_assert_cmpstr (title, ==, "Title");
  g_assert_cmpstr (alone, ==, "Title");
  g_assert_cmpstr (name, ==, "Half the conflict");
}

/* Numbers stand alone in the legend, and once above it what they are of: curves that differ in one
 * number only would else have names that begin with the same words. */
static void
test_legend (void)
{
  g_autoptr (MisWorld) world = load_example ("carla");
  g_autoptr (MisExperiment) bare = experiment_new (MIS_QUANTITY_SHARE, world);
  g_autoptr (MisExperiment) one = NULL, both = NULL, words = NULL;
  g_autofree char *none = NULL, *of_one = NULL, *of_both = NULL, *of_words = NULL;
  g_autofree char *first = NULL, *second = NULL;
  MisVariation conflict, scenario;

  mis_variation_init (&conflict);
  g_assert_true (mis_variation_parse (&conflict, "conflict:speed", NULL));
  mis_variation_set_numbers (&conflict, (double[]){ 0.5, 1 }, 2);
  mis_variation_init_first (&scenario, MIS_QUANTITY_SCENARIO, world, FALSE);
  one = mis_experiment_with_variation (bare, 0, &conflict, NULL);
  both = mis_experiment_with_variation (one, 1, &scenario, NULL);
  words = mis_experiment_with_variation (bare, 0, &scenario, NULL);
  mis_variation_clear (&conflict);
  mis_variation_clear (&scenario);
  none = mis_experiment_dup_legend (bare, world);
  of_one = mis_experiment_dup_legend (one, world);
  of_both = mis_experiment_dup_legend (both, world);
  of_words = mis_experiment_dup_legend (words, world);
  first = mis_experiment_dup_series_name (one, world, 0);
  second = mis_experiment_dup_series_name (both, world, 1);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (of_words, ==, "");
  g_assert_cmpstr (of_one, ==, "Curves: Conflict in Inappropriate speed");
  g_assert_cmpstr (of_both, ==, "Curves: Conflict in Inappropriate speed; Scenario");
  g_assert_cmpstr (first, ==, "0.5");
  g_assert_cmpstr (second, ==, "0.5; Half the conflict");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantity/labels", test_labels);
  g_test_add_func ("/quantity/other-values", test_other_values);
  g_test_add_func ("/quantity/missing", test_missing);
  g_test_add_func ("/quantity/missing-scenario-and-weight", test_missing_scenario_and_weight);
  g_test_add_func ("/quantity/first-runs", test_first_runs);
  g_test_add_func ("/quantity/series-names", test_series_names);
  g_test_add_func ("/quantity/legend", test_legend);
  return g_test_run ();
}
