/* What a world may not exceed, and the errors of the builder that say so. */
#include "builder-case.h"
#include "core/error.h"
#include "core/limits.h"
#include "core/world.h"
#include "sample.h"

static void
test_area_limits (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisArea) last = mis_sample_area ("last", 0, 0);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (GError) error = NULL;

  for (guint p = 0; p < 2000; p++)
    {
      char id[16];

      g_snprintf (id, sizeof id, "p%u", p);
      mis_sample_add_area (builder, mis_sample_area (id, 2, 1));
    }
  mis_expect_error (mis_world_builder_add_area (builder, last, &error), &error, MIS_ERROR_LIMIT);
  world = mis_world_builder_end (builder);
  g_assert_cmpuint (mis_world_get_n_areas (world), ==, 2000);
}

/* 2000 goals have 1,999,000 pairs; 45 have 990, 46 have 1035, 5 have 10, 2 have 1. */
static void
test_pair_limits (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisArea) too_large = mis_sample_area ("too-large", 46, 1);
  g_autoptr (MisArea) last = mis_sample_area ("last", 2, 1);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (GError) error = NULL;

  mis_sample_add_area (builder, mis_sample_area ("a", 2000, 1));
  mis_expect_error (mis_world_builder_add_area (builder, too_large, &error), &error,
                    MIS_ERROR_LIMIT);
  mis_sample_add_area (builder, mis_sample_area ("b", 45, 1));
  mis_sample_add_area (builder, mis_sample_area ("c", 5, 1));
  mis_expect_error (mis_world_builder_add_area (builder, last, &error), &error, MIS_ERROR_LIMIT);
  mis_sample_add_area (builder, mis_sample_area ("d", 1, 1));
  world = mis_world_builder_end (builder);
  g_assert_cmpuint (mis_world_get_n_areas (world), ==, 4);
}

static void
add_rows (MisWorldBuilder *builder, guint from, guint to, guint n_positions)
{
  MisPosition positions[32];

  for (guint p = 0; p < n_positions; p++)
    positions[p] = mis_position (0, 1);
  for (guint row = from; row < to; row++)
    {
      char id[16];

      g_snprintf (id, sizeof id, "r%u", row);
      mis_sample_add_row (builder, id, 1, positions, n_positions);
    }
}

static MisWorldBuilder *
start_with_areas (guint n_areas)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  for (guint p = 0; p < n_areas; p++)
    {
      char id[16];

      g_snprintf (id, sizeof id, "p%u", p);
      mis_sample_add_area (builder, mis_sample_area (id, 2, 1));
    }
  return builder;
}

static void
test_row_limits (void)
{
  MisWorldBuilder *builder = start_with_areas (1);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (GError) error = NULL;

  add_rows (builder, 0, 100000, 1);
  mis_expect_error (mis_try_add_row (builder, "last", 1, NULL, NULL, 0, &error), &error,
                    MIS_ERROR_LIMIT);
  world = mis_world_builder_end (builder);
  g_assert_cmpuint (mis_world_get_n_agents (world), ==, 100000);
  g_assert_cmpint (mis_world_find_agent (world, "r99999"), ==, 99999);
}

/* 80,000 rows of 25 positions are 2 million. An unknown position is none. */
static void
test_position_limits (void)
{
  MisWorldBuilder *builder = start_with_areas (25);
  const guint area = 3;
  const MisPosition none = mis_position (MIS_NO_GOAL, 1);
  const MisPosition unknown = MIS_POSITION_UNKNOWN;
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (GError) error = NULL;

  add_rows (builder, 0, 80000, 25);
  mis_expect_error (mis_try_add_row (builder, "last", 1, &area, &none, 1, &error), &error,
                    MIS_ERROR_LIMIT);
  g_assert_true (mis_try_add_row (builder, "last", 1, &area, &unknown, 1, &error));
  g_assert_no_error (error);
  world = mis_world_builder_end (builder);
  g_assert_cmpuint (mis_world_get_n_agents (world), ==, 80001);
  g_assert_cmpint (mis_world_get_position (world, 80000, 3).goal, ==, MIS_UNKNOWN);
}

/* 9007 rows of 10^12 and one of 199,254,740,991 are 2^53 - 1. */
static void
test_population_limits (void)
{
  MisWorldBuilder *builder = start_with_areas (0);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 9007; i++)
    {
      char id[16];

      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, MIS_MAX_COUNT, NULL, 0);
    }
  mis_expect_error (
    mis_try_add_row (builder, "last", G_GUINT64_CONSTANT (199254740992), NULL, 0, 0, &error),
    &error, MIS_ERROR_LIMIT);
  g_assert_true (
    mis_try_add_row (builder, "last", G_GUINT64_CONSTANT (199254740991), NULL, 0, 0, &error));
  mis_expect_error (mis_try_add_row (builder, "one", 1, NULL, NULL, 0, &error), &error,
                    MIS_ERROR_LIMIT);
  g_assert_true (mis_try_add_row (builder, "zero", 0, NULL, NULL, 0, &error));
  g_assert_no_error (error);
  world = mis_world_builder_end (builder);
  g_assert_cmpuint (mis_world_get_population (world), ==, G_GUINT64_CONSTANT (9007199254740991));
}

static void
add_scenario (MisWorldBuilder *builder, const char *id, guint n_changes, int code)
{
  g_autoptr (MisScenario) scenario = mis_make_unknown (id, n_changes);
  g_autoptr (GError) error = NULL;
  gboolean ok = mis_world_builder_add_scenario (builder, scenario, &error);

  if (code < 0)
    g_assert_true (ok);
  else
    mis_expect_error (ok, &error, code);
}

static void
test_scenario_limits (void)
{
  MisWorldBuilder *builder = start_with_areas (100);
  g_autoptr (MisWorld) world = NULL;

  add_rows (builder, 0, 1000, 1);
  add_scenario (builder, "many", 99990, -1);
  add_scenario (builder, "too-many", 11, MIS_ERROR_LIMIT);
  add_scenario (builder, "rest", 10, -1);
  for (guint i = 2; i < 1000; i++)
    {
      char id[16];

      g_snprintf (id, sizeof id, "s%u", i);
      add_scenario (builder, id, 0, -1);
    }
  add_scenario (builder, "last", 0, MIS_ERROR_LIMIT);
  world = mis_world_builder_end (builder);
  g_assert_cmpuint (mis_world_get_n_scenarios (world), ==, 1000);
}

/* A builder that is given up frees what it was given. Leak checkers see it if not. */
static void
test_abandoned (void)
{
  MisWorldBuilder *builder = start_with_areas (3);

  add_rows (builder, 0, 600, 3);
  mis_world_builder_free (builder);
  mis_world_builder_free (mis_world_builder_new ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/world-limits/areas", test_area_limits);
  g_test_add_func ("/world-limits/pairs", test_pair_limits);
  g_test_add_func ("/world-limits/rows", test_row_limits);
  g_test_add_func ("/world-limits/positions", test_position_limits);
  g_test_add_func ("/world-limits/population", test_population_limits);
  g_test_add_func ("/world-limits/scenarios", test_scenario_limits);
  g_test_add_func ("/world-limits/abandoned", test_abandoned);
  return g_test_run ();
}
