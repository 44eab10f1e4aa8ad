/* Experiments made from others, whether two are the same, and the list of them in a project. */
#include <math.h>

#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "random-experiment.h"
#include "random-world.h"

static MisExperiment *
experiment_new (const char *id)
{
  MisExperiment *experiment = mis_experiment_new ();

  experiment->id = g_strdup (id);
  experiment->title = g_strdup ("Title");
  experiment->description = g_strdup ("");
  experiment->note = g_strdup ("");
  experiment->source = MIS_SOURCE_PROJECT;
  g_assert_true (mis_variation_parse (&experiment->x, "share:a", NULL));
  mis_variation_set_ends (&experiment->x, 0, 1, 51, FALSE);
  return experiment;
}

static void
init (MisVariation *variation, const char *quantity)
{
  mis_variation_init (variation);
  g_assert_true (mis_variation_parse (variation, quantity, NULL));
}

static void
test_with_variation (void)
{
  g_autoptr (MisExperiment) bare = experiment_new ("x");
  g_autoptr (MisExperiment) one = NULL, two = NULL, other = NULL, none = NULL;
  MisVariation variation;

  init (&variation, "conflict");
  mis_variation_set_numbers (&variation, (double[]){ 0.5, 1 }, 2);
  one = mis_experiment_with_variation (bare, 0, &variation, NULL);
  mis_variation_clear (&variation);
  init (&variation, "weight:a:b");
  mis_variation_set_ends (&variation, 0.1, 1, 3, TRUE);
  two = mis_experiment_with_variation (one, 1, &variation, NULL);
  other = mis_experiment_with_variation (one, 0, &variation, NULL);
  mis_variation_clear (&variation);
  none = mis_experiment_with_variation (other, 0, NULL, NULL);

  g_assert_cmpuint (mis_experiment_get_n_series (bare), ==, 1);
  g_assert_cmpuint (mis_experiment_get_n_series (one), ==, 2);
  g_assert_cmpuint (mis_experiment_get_n_series (two), ==, 6);
  g_assert_cmpuint (mis_experiment_get_n_series (other), ==, 3);
  g_assert_cmpfloat (mis_variation_get_number (mis_experiment_get_variation (one, 0), 0), ==, 0.5);
  g_assert_cmpfloat_with_epsilon (
      mis_variation_get_number (mis_experiment_get_variation (two, 1), 1), sqrt (0.1), 1e-15);
  g_assert_true (mis_experiment_equal (bare, none));
  g_assert_false (mis_experiment_equal (bare, one));
}

static void
assert_refused (const MisExperiment *experiment, int part, const MisVariation *variation)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = mis_part_get_place (part);

  g_assert_null (mis_experiment_with_variation (experiment, part, variation, &error));
  if (!g_str_has_prefix (error->message, place))
    g_error ("\"%s\" does not begin with \"%s\"", error->message, place);
}

static void
test_wrong_variation (void)
{
  g_autoptr (MisExperiment) experiment = experiment_new ("x");
  static const double outside[][1] = { { 1.5 }, { -0.1 }, { NAN } };
  MisVariation variation;

  init (&variation, "conflict");
  mis_variation_set_numbers (&variation, NULL, 0);
  assert_refused (experiment, 0, &variation);
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      mis_variation_set_numbers (&variation, outside[i], 1);
      assert_refused (experiment, MIS_PART_X, &variation);
    }
  mis_variation_set_ends (&variation, 1, 0, 5, FALSE);
  assert_refused (experiment, MIS_PART_X, &variation);
  mis_variation_set_ends (&variation, 0, 1, 5, TRUE);
  assert_refused (experiment, MIS_PART_X, &variation);
  mis_variation_set_ends (&variation, 0, 1, 0, FALSE);
  assert_refused (experiment, MIS_PART_X, &variation);
  mis_variation_clear (&variation);

  init (&variation, "share:a");
  mis_variation_set_numbers (&variation, (double[]){ 1 }, 1);
  assert_refused (experiment, 0, &variation);
  mis_variation_clear (&variation);

  init (&variation, "agents");
  mis_variation_set_numbers (&variation, (double[]){ 2.5 }, 1);
  assert_refused (experiment, 0, &variation);
  mis_variation_clear (&variation);

  init (&variation, "scenario");
  mis_variation_set_scenarios (&variation, (const char *const[]){ NULL }, 1);
  assert_refused (experiment, MIS_PART_X, &variation);
  mis_variation_clear (&variation);
}

/* In a recipe conflicts may be drawn; a project has some already. */
static void
test_conflict_is_a_number (void)
{
  g_autoptr (MisExperiment) experiment = experiment_new ("x");
  MisSetting drawn = { .spans = mis_recipe_spans_new ((MisSpan){ 0.25, 0.75 }) };
  MisVariation variation;

  init (&variation, "conflict");
  g_array_append_val (variation.settings, drawn);
  assert_refused (experiment, 0, &variation);
  mis_variation_clear (&variation);
}

/* Without an x there is a distribution, which there is only of what is drawn. */
static void
test_with_ranges (void)
{
  g_autoptr (MisExperiment) set = experiment_new ("x");
  g_autoptr (MisExperiment) drawn =
      mis_experiment_with_ranges (set, MIS_RANGES_TRIANGULAR, 500, NULL);
  g_autoptr (MisExperiment) bare = mis_experiment_with_variation (drawn, MIS_PART_X, NULL, NULL);
  g_autoptr (MisExperiment) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (drawn->ranges, ==, MIS_RANGES_TRIANGULAR);
  g_assert_cmpuint (drawn->runs, ==, 500);
  g_assert_false (mis_experiment_is_distribution (drawn));
  g_assert_true (mis_experiment_is_distribution (bare));
  back = mis_experiment_with_variation (bare, MIS_PART_X, &drawn->x, NULL);
  g_assert_true (mis_experiment_equal (back, drawn));

  assert_refused (set, MIS_PART_X, NULL);
  g_assert_null (mis_experiment_with_ranges (bare, MIS_RANGES_AS_SET, 1, &error));
  g_assert_true (g_str_has_prefix (error->message, "x: "));
  g_assert_null (mis_experiment_with_ranges (drawn, MIS_RANGES_UNIFORM, 0, NULL));
}

static void
test_with_texts (void)
{
  g_autoptr (MisExperiment) experiment = experiment_new ("x");
  g_autoptr (MisExperiment) renamed =
      mis_experiment_with_texts (experiment, NULL, "Other", "All", NULL);
  g_autoptr (MisExperiment) moved = mis_experiment_with_texts (experiment, "y", NULL, NULL, NULL);

  g_assert_cmpstr (renamed->id, ==, "x");
  g_assert_cmpstr (renamed->title, ==, "Other");
  g_assert_cmpstr (renamed->description, ==, "All");
  g_assert_cmpstr (moved->id, ==, "y");
  g_assert_cmpstr (moved->title, ==, "Title");
  g_assert_null (mis_experiment_with_texts (experiment, "Not an id", NULL, NULL, NULL));
  g_assert_null (mis_experiment_with_texts (experiment, NULL, "a\nb", NULL, NULL));
  g_assert_null (mis_experiment_with_texts (experiment, NULL, NULL, "\x01", NULL));
}

/* The same choices make the same experiment; any other number makes another one. */
static void
test_equal (void)
{
  g_autoptr (GRand) worlds = g_rand_new_with_seed (1);
  g_autoptr (MisWorld) base = mis_random_world (worlds, 6, 4, 4);

  for (guint seed = 0; seed < 500; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GRand) again = g_rand_new_with_seed (seed);
      g_autoptr (MisExperiment) a = mis_random_experiment (rand, base, 0);
      g_autoptr (MisExperiment) b = mis_random_experiment (again, base, 0);
      g_autoptr (MisExperiment) band = mis_experiment_with_band (a, (MisBand) ((a->band + 1) % 4));
      guint runs = a->runs + 1;
      guint64 more = a->seed + 1;
      g_autoptr (MisExperiment) longer = mis_experiment_with (a, &runs, NULL, NULL, NULL);
      g_autoptr (MisExperiment) seeded = mis_experiment_with (a, NULL, &more, NULL, NULL);

      g_assert_true (mis_experiment_equal (a, b));
      g_assert_false (mis_experiment_equal (a, band));
      g_assert_false (mis_experiment_equal (a, longer));
      g_assert_false (mis_experiment_equal (a, seeded));
    }
}

/* (transfer full): 120 agents in turn over one area, with weights from @low to @high. */
static MisExperiment *
recipe_new (double low, double high)
{
  MisExperiment *experiment = experiment_new ("x");

  experiment->source = MIS_SOURCE_RECIPE;
  experiment->recipe.n_agents = 120;
  experiment->recipe.assign.kind = MIS_ASSIGN_ROUND_ROBIN;
  experiment->recipe.weights = (MisSpan) { low, high };
  mis_variation_clear (&experiment->x);
  init (&experiment->x, "goals");
  mis_variation_set_ends (&experiment->x, 1, 4, 4, FALSE);
  return experiment;
}

/* For whom weights are drawn is another experiment, also where they vary between others. */
static void
test_with_per (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MisExperiment) agent = recipe_new (i == 0 ? 0.25 : 1.0, i == 0 ? 0.75 : 1.0);
      g_autoptr (MisExperiment) group = mis_experiment_with_per (agent, MIS_PER_GROUP, NULL);
      g_autoptr (MisExperiment) again = mis_experiment_with_per (group, MIS_PER_AGENT, NULL);

      g_assert_cmpint (group->recipe.per, ==, MIS_PER_GROUP);
      g_assert_false (mis_experiment_equal (agent, group));
      g_assert_true (mis_experiment_equal (agent, again));
      g_assert_cmpint (mis_experiment_draws_weights (group), ==, i == 0);
      g_assert_cmpfloat (mis_experiment_count_positions (group), ==, 0.0);
      g_assert_cmpfloat (mis_experiment_count_positions (agent), ==, i == 0 ? 4.0 * 120.0 : 0.0);
    }
}

/* Weights that are drawn in one of the curves only. */
static void
test_draws_weights (void)
{
  g_autoptr (MisExperiment) preset = recipe_new (0.5, 0.5);
  g_autoptr (MisExperiment) some = NULL;
  MisVariation variation;

  init (&variation, "weights.high");
  mis_variation_set_numbers (&variation, (double[]) { 0.5, 1 }, 2);
  some = mis_experiment_with_variation (preset, 0, &variation, NULL);
  mis_variation_clear (&variation);
  g_assert_false (mis_experiment_draws_weights (preset));
  g_assert_true (mis_experiment_draws_weights (some));
  g_assert_cmpfloat (mis_experiment_count_positions (some), ==, 4.0 * 120.0);
}

/* What is drawn once for a group has no bound that each agent has. */
static void
test_too_many_for_each (void)
{
  g_autoptr (MisExperiment) group = recipe_new (0.25, 0.75);
  g_autoptr (MisExperiment) many = NULL;
  guint64 n_agents = MIS_MAX_COUNT;
  g_autoptr (GError) error = NULL;

  group->recipe.per = MIS_PER_GROUP;
  many = mis_experiment_with (group, NULL, NULL, &n_agents, NULL);
  g_assert_nonnull (many);
  g_assert_null (mis_experiment_with_per (many, MIS_PER_AGENT, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
}

/* Whether ranges are drawn from makes a difference, and so does an x. */
static void
test_equal_ranges (void)
{
  g_autoptr (GRand) worlds = g_rand_new_with_seed (1);
  g_autoptr (MisWorld) base = mis_random_world (worlds, 6, 4, 4);
  GRand *rands[3];
  g_autoptr (MisExperiment) plain = NULL;
  g_autoptr (MisExperiment) drawn = NULL;
  g_autoptr (MisExperiment) without = NULL;

  for (guint i = 0; i < 3; i++)
    rands[i] = g_rand_new_with_seed (7);
  plain = mis_random_experiment (rands[0], base, 0);
  drawn = mis_random_experiment (rands[1], base, 0);
  without = mis_random_experiment (rands[2], base, 0);
  drawn->ranges = MIS_RANGES_UNIFORM;
  without->ranges = MIS_RANGES_UNIFORM;
  g_assert_false (mis_experiment_equal (plain, drawn));
  g_assert_true (mis_experiment_equal (drawn, without));
  g_array_set_size (without->x.settings, 0);
  g_assert_false (mis_experiment_equal (drawn, without));
  g_assert_false (mis_experiment_equal (without, drawn));
  for (guint i = 0; i < 3; i++)
    g_rand_free (rands[i]);
}

static MisWorld *
world_with (const char *const *ids)
{
  MisWorld *world = mis_world_builder_end (mis_world_builder_new ());

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (MisExperiment) experiment = experiment_new (ids[i]);
      g_autoptr (MisWorld) before = world;

      world = mis_world_with_experiment (before, experiment, NULL);
    }
  return world;
}

static void
assert_order (const MisWorld *world, const char *order)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < mis_world_get_n_experiments (world); i++)
    g_string_append (found, mis_world_get_experiment (world, i)->id);
  g_assert_cmpstr (found->str, ==, order);
}

static void
test_list (void)
{
  g_autoptr (MisWorld) world = world_with ((const char *const[]){ "a", "b", "c", NULL });
  g_autoptr (MisWorld) later = mis_world_with_experiment_moved (world, 0, 2);
  g_autoptr (MisWorld) earlier = mis_world_with_experiment_moved (world, 2, 0);
  g_autoptr (MisWorld) same = mis_world_with_experiment_moved (world, 1, 1);
  g_autoptr (MisWorld) fewer = mis_world_with_experiment_removed (world, 1, NULL);
  g_autoptr (MisWorld) back = mis_world_with_experiment_moved (later, 2, 0);

  assert_order (world, "abc");
  assert_order (later, "bca");
  assert_order (earlier, "cab");
  assert_order (fewer, "ac");
  g_assert_true (same == world);
  g_assert_true (mis_world_equal (back, world));
  g_assert_false (mis_world_equal (later, world));
}

/* One that says the same takes no step, and one that was changed back leaves nothing unsaved. */
static void
test_same_again (void)
{
  g_autoptr (MisWorld) world = world_with ((const char *const[]){ "a", "b", NULL });
  g_autoptr (MisExperiment) twin = experiment_new ("a");
  g_autoptr (MisExperiment) named = mis_experiment_with_texts (twin, NULL, "Other", NULL, NULL);
  g_autoptr (MisWorld) same = mis_world_with_experiment (world, twin, NULL);
  g_autoptr (MisWorld) changed = mis_world_with_experiment (world, named, NULL);
  g_autoptr (MisWorld) back = mis_world_with_experiment (changed, twin, NULL);

  g_assert_true (same == world);
  g_assert_false (mis_world_equal (changed, world));
  g_assert_true (mis_world_equal (back, world));
}

/* Where nothing varies along x the number of agents is that of the world all the same. */
static void
test_agents_of_a_distribution (void)
{
  g_autoptr (MisExperiment) experiment = experiment_new ("x");
  g_autoptr (MisExperiment) scaled = NULL;
  guint64 n_agents = 50;

  mis_variation_clear (&experiment->x);
  mis_variation_init (&experiment->x);
  experiment->ranges = MIS_RANGES_UNIFORM;
  scaled = mis_experiment_with (experiment, NULL, NULL, &n_agents, NULL);
  g_assert_cmpuint (scaled->n_agents, ==, 50);
  g_assert_true (mis_experiment_is_distribution (scaled));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/experiment-edit/with-variation", test_with_variation);
  g_test_add_func ("/experiment-edit/wrong-variation", test_wrong_variation);
  g_test_add_func ("/experiment-edit/conflict-is-a-number", test_conflict_is_a_number);
  g_test_add_func ("/experiment-edit/with-ranges", test_with_ranges);
  g_test_add_func ("/experiment-edit/with-texts", test_with_texts);
  g_test_add_func ("/experiment-edit/agents-of-a-distribution", test_agents_of_a_distribution);
  g_test_add_func ("/experiment-edit/equal", test_equal);
  g_test_add_func ("/experiment-edit/with-per", test_with_per);
  g_test_add_func ("/experiment-edit/draws-weights", test_draws_weights);
  g_test_add_func ("/experiment-edit/too-many-for-each", test_too_many_for_each);
  g_test_add_func ("/experiment-edit/equal-ranges", test_equal_ranges);
  g_test_add_func ("/experiment-edit/list", test_list);
  g_test_add_func ("/experiment-edit/same-again", test_same_again);
  return g_test_run ();
}
