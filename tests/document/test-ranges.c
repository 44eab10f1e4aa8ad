/* Which projects have ranges, and how many runs there are when an experiment begins to draw. */
#include "document/ranges.h"

#include "core/edit.h"
#include "document/quantity.h"
#include "load-example.h"

static void
test_offers (void)
{
  g_autoptr (MisWorld) shopping = load_example ("shopping");
  g_autoptr (MisWorld) ranges = load_example ("ranges");
  g_autoptr (MisWorld) uncertain = NULL;
  MisPosition position = mis_world_get_position (shopping, 0, 0);

  g_assert_false (mis_world_offers_ranges (shopping));
  g_assert_true (mis_world_offers_ranges (ranges));
  position.low = 0.0;
  position.high = 1.0;
  uncertain = mis_world_with_position (shopping, 0, 0, &position, NULL);
  g_assert_true (mis_world_offers_ranges (uncertain));
}

static MisExperiment *
experiment_new (const MisWorld *world, guint runs)
{
  MisExperiment *experiment = mis_experiment_new ();

  experiment->id = g_strdup ("x");
  experiment->title = g_strdup ("x");
  experiment->description = g_strdup ("");
  experiment->note = g_strdup ("");
  experiment->source = MIS_SOURCE_PROJECT;
  experiment->runs = runs;
  mis_variation_clear (&experiment->x);
  mis_variation_init_first (&experiment->x, MIS_QUANTITY_SHARE, world, TRUE);
  return experiment;
}

static void
test_runs (void)
{
  g_autoptr (MisWorld) world = load_example ("ranges");
  g_autoptr (MisExperiment) set = experiment_new (world, 1);
  g_autoptr (MisExperiment) drawn = mis_experiment_draw_from (set, MIS_RANGES_UNIFORM, world, NULL);
  g_autoptr (MisExperiment) other =
      mis_experiment_draw_from (drawn, MIS_RANGES_TRIANGULAR, world, NULL);
  g_autoptr (MisExperiment) back = mis_experiment_draw_from (other, MIS_RANGES_AS_SET, world, NULL);
  g_autoptr (MisExperiment) many = experiment_new (world, 20000);
  g_autoptr (MisExperiment) kept = mis_experiment_draw_from (many, MIS_RANGES_UNIFORM, world, NULL);

  g_assert_cmpuint (drawn->runs, ==, 1000);
  g_assert_cmpuint (other->runs, ==, 1000);
  g_assert_cmpint (other->ranges, ==, MIS_RANGES_TRIANGULAR);
  g_assert_true (mis_experiment_equal (back, set));
  g_assert_cmpuint (kept->runs, ==, 20000);
}

/* With many points there are only as many runs as are allowed. */
static void
test_many_points (void)
{
  g_autoptr (MisWorld) world = load_example ("ranges");
  g_autoptr (MisExperiment) set = experiment_new (world, 1);
  g_autoptr (MisExperiment) long_one = NULL, wide = NULL, drawn = NULL;
  MisVariation conflict;
  double values[10];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i / 10.0;
  long_one = mis_experiment_with_ends (set, 0.0, 1.0, MIS_MAX_POINTS, NULL);
  mis_variation_init_first (&conflict, MIS_QUANTITY_CONFLICT, world, FALSE);
  mis_variation_set_numbers (&conflict, values, G_N_ELEMENTS (values));
  wide = mis_experiment_with_variation (long_one, 0, &conflict, NULL);
  mis_variation_clear (&conflict);
  drawn = mis_experiment_draw_from (wide, MIS_RANGES_UNIFORM, world, NULL);
  g_assert_cmpuint (drawn->runs, ==, 200);
}

/* What is not drawn has no distribution: something varies along x again, and not twice. */
static void
test_x_comes_back (void)
{
  g_autoptr (MisWorld) world = load_example ("ranges");
  g_autoptr (MisExperiment) set = experiment_new (world, 1);
  g_autoptr (MisExperiment) drawn = mis_experiment_draw_from (set, MIS_RANGES_UNIFORM, world, NULL);
  g_autoptr (MisExperiment) bare = mis_experiment_with_variation (drawn, MIS_PART_X, NULL, NULL);
  g_autoptr (MisExperiment) curves = NULL, back = NULL, other = NULL;
  MisVariation share;

  back = mis_experiment_draw_from (bare, MIS_RANGES_AS_SET, world, NULL);
  g_assert_true (mis_experiment_equal (back, set));
  mis_variation_init_first (&share, MIS_QUANTITY_SHARE, world, FALSE);
  curves = mis_experiment_with_variation (bare, 0, &share, NULL);
  mis_variation_clear (&share);
  other = mis_experiment_draw_from (curves, MIS_RANGES_AS_SET, world, NULL);
  g_assert_cmpint (other->x.quantity, ==, MIS_QUANTITY_WEIGHT);
  g_assert_cmpuint (other->series->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/ranges/offers", test_offers);
  g_test_add_func ("/document/ranges/runs", test_runs);
  g_test_add_func ("/document/ranges/many-points", test_many_points);
  g_test_add_func ("/document/ranges/x-comes-back", test_x_comes_back);

  return g_test_run ();
}
