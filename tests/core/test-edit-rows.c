/* Edits of worlds of several blocks: rows that move, scenarios that follow, limits, and what
 * stays shared. */
#include "core/edit-scenarios.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "core/restore.h"
#include "changes.h"
#include "random-edit.h"
#include "random-world.h"
#include "sample.h"

/* Adding one by one at random places, and removing, against a plain list of ids: several blocks. */
static void
test_rows_at_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (MisWorld) world = mis_sample_table (500, 2);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 500; i++)
    g_ptr_array_add (ids, g_strdup (mis_world_get_agent (world, i)->id));
  for (guint step = 0; step < 600; step++)
    {
      guint n = mis_world_get_n_agents (world);
      MisWorld *edited;

      if (step < 300 ? g_rand_int_range (rand, 0, 4) > 0 : g_rand_int_range (rand, 0, 4) == 0)
        {
          guint index = (guint) g_rand_int_range (rand, 0, (gint32) n + 1);
          MisPosition positions[] = { mis_position (0, (double) step / 1024), mis_position (1, 1) };
          const guint areas[] = { 0, 1 };
          char *id = g_strdup_printf ("new-%u", step);
          g_autoptr (MisAgent) agent = mis_agent_new (id, id, MIS_KIND_HUMAN, "", step, "", NULL);

          g_ptr_array_insert (ids, (int) index, id);
          edited = mis_world_with_agent_added (world, index, agent, areas, positions, 2, &error);
        }
      else
        {
          guint index = (guint) g_rand_int_range (rand, 0, (gint32) n);

          g_ptr_array_remove_index (ids, index);
          edited = mis_world_with_agent_removed (world, index, &error);
        }
      g_assert_no_error (error);
      mis_world_unref (world);
      world = edited;
      g_assert_cmpuint (mis_world_get_n_agents (world), ==, ids->len);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      const MisAgent *agent = mis_world_get_agent (world, i);

      g_assert_cmpstr (agent->id, ==, g_ptr_array_index (ids, i));
      if (g_str_has_prefix (agent->id, "new-"))
        g_assert_cmpfloat (mis_world_get_position (world, i, 0).weight, ==,
                           (double) agent->count / 1024);
    }
}

/* Scenarios that do not name what goes are shared; those that do lose those changes, so that a
 * world that could be saved can still be saved. */
static void
test_scenarios (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  guint n_checked = 0;
  guint n_cut = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, 8, 5, 4);

      for (guint step = 0; step < 20 && mis_world_get_n_areas (world) > 0
                           && mis_world_get_n_agents (world) > 0; step++)
        {
          MisWorld *edited = mis_random_edit (rand, world, 3);

          for (guint j = 0; j < mis_world_get_n_scenarios (edited); j++)
            {
              const MisScenario *scenario = mis_world_get_scenario (edited, j);
              int before = mis_world_find_scenario (world, scenario->id);
              g_autoptr (GError) error = NULL;

              g_assert_true (mis_world_check_scenario (edited, scenario, NULL, &error));
              g_assert_no_error (error);
              if (before >= 0)
                n_cut += mis_world_get_scenario (world, (guint) before)->n_changes
                         > scenario->n_changes;
              n_checked += 1;
            }
          mis_world_unref (world);
          world = edited;
        }
    }
  g_assert_cmpuint (n_checked, >, 1000);
  g_assert_cmpuint (n_cut, >, 10);
}

static void
test_scenarios_shared (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_shared = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (MisWorld) base = mis_random_world (rand, 8, 5, 4);
      g_autoptr (MisAgent) agent =
        mis_agent_new ("nobody-knows-me", "", MIS_KIND_AI, "", 1, "", NULL);
      g_autoptr (MisWorld) world = mis_world_with_agent_added (base, 0, agent, NULL, NULL, 0, NULL);
      g_autoptr (MisWorld) removed = mis_world_with_agent_removed (world, 0, NULL);

      for (guint j = 0; j < mis_world_get_n_scenarios (world); j++)
        {
          g_assert_true (mis_world_get_scenario (removed, j) == mis_world_get_scenario (base, j));
          n_shared += 1;
        }
    }
  g_assert_cmpuint (n_shared, >, 20);
}

static void
test_limits (void)
{
  g_autoptr (MisWorld) rows = mis_sample_table (100000, 1);
  g_autoptr (MisWorld) areas = mis_sample_table (1, 2000);
  g_autoptr (MisWorld) small = mis_sample_table (1, 2);
  g_autoptr (MisWorld) large = NULL;
  g_autoptr (MisAgent) agent = mis_agent_new ("new", "", MIS_KIND_AI, "", 1, "", NULL);
  g_autoptr (MisArea) area = mis_sample_area ("new", 1, 1);
  g_autoptr (MisArea) most = mis_sample_area ("most", 2000, 1);
  g_autoptr (MisArea) too_many = mis_sample_area ("too-many", 46, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_world_with_agent_added (rows, 50, agent, NULL, NULL, 0, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (mis_world_with_area_added (areas, 0, area, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_clear_error (&error);
  large = mis_world_with_area_added (small, 1, most, &error);
  g_assert_no_error (error);
  g_assert_null (mis_world_with_area_added (large, 1, too_many, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
}

/* 80,000 rows of 25 positions are 2 million: not one more, by a position or by a row. */
static void
test_position_limit (void)
{
  g_autoptr (MisWorld) full = mis_sample_table (80000, 25);
  g_autoptr (MisArea) area = mis_sample_area ("new", 1, 1);
  g_autoptr (MisAgent) agent = mis_agent_new ("new", "", MIS_KIND_AI, "", 1, "", NULL);
  const MisPosition position = mis_position (0, 1);
  const MisPosition unknown = MIS_POSITION_UNKNOWN;
  const guint first = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) wider = mis_world_with_area_added (full, 25, area, &error);
  g_autoptr (MisWorld) less = NULL;
  g_autoptr (MisWorld) again = NULL;

  g_assert_no_error (error);
  g_assert_null (mis_world_with_position (wider, 0, 25, &position, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (mis_world_with_agent_added (wider, 0, agent, &first, &position, 1, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_clear_error (&error);
  less = mis_world_with_position (wider, 79999, 0, &unknown, &error);
  g_assert_no_error (error);
  again = mis_world_with_position (less, 0, 25, &position, &error);
  g_assert_no_error (error);
}

/* What a scenario adds must find room after every edit: a project that was saved would not open. */

static MisWorld *
with_scenario (MisWorld *world, guint64 count)
{
  const MisChange adds[] = { mis_add_agent ("added", count, "p0", "g1", 1) };
  g_autoptr (MisScenario) scenario = mis_make_scenario (adds, 1, NULL);
  g_autoptr (GError) error = NULL;
  MisWorld *with = mis_world_with_scenario (world, scenario, &error);

  g_assert_no_error (error);
  return with;
}

static void
expect_no_room (MisWorld *edited, GError **error)
{
  g_assert_null (edited);
  g_assert_error (*error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix ((*error)->message, "scenarios[0].changes[0]: "));
  g_clear_error (error);
}

static void
test_scenario_limits (void)
{
  g_autoptr (MisWorld) rows = mis_sample_table (MIS_MAX_AGENTS - 1, 1);
  g_autoptr (MisWorld) rows_full = with_scenario (rows, 1);
  g_autoptr (MisWorld) cells = mis_sample_table (80000, 25);
  const MisPosition position = mis_position (0, 1);
  g_autoptr (MisWorld) less = mis_world_with_position (cells, 5, 0, &MIS_POSITION_UNKNOWN, NULL);
  g_autoptr (MisWorld) cells_full = with_scenario (less, 1);
  g_autoptr (MisWorld) same = mis_world_with_positions_of (cells_full, cells);
  g_autoptr (MisAgent) agent = mis_agent_new ("new", "", MIS_KIND_AI, "", 1, "", NULL);
  GError *error = NULL;

  expect_no_room (mis_world_with_agent_added (rows_full, 0, agent, NULL, NULL, 0, &error), &error);
  expect_no_room (mis_world_with_position (cells_full, 5, 0, &position, &error), &error);
  g_assert_true (same == cells_full);
}

static void
test_scenario_population (void)
{
  const guint n = 9007;
  g_autoptr (MisWorld) table = mis_sample_table (n, 1);
  g_autoptr (MisWorld) with = with_scenario (table, MIS_MAX_COUNT);
  g_autofree guint64 *counts = g_new (guint64, n);
  g_autoptr (MisWorld) most = NULL;
  g_autoptr (MisWorld) all = NULL;
  g_autoptr (MisWorld) same = NULL;
  GError *error = NULL;

  for (guint i = 0; i < n; i++)
    counts[i] = MIS_MAX_COUNT;
  all = mis_world_with_counts (table, counts, &error);
  g_assert_no_error (error);
  expect_no_room (mis_world_with_counts (with, counts, &error), &error);
  counts[5] = 1;
  most = mis_world_with_counts (with, counts, &error);
  g_assert_no_error (error);
  expect_no_room (mis_world_with_count (most, 5, MIS_MAX_COUNT, &error), &error);
  same = mis_world_with_counts_of (most, all);
  g_assert_true (same == most);
}

/* Sharing: 10 blocks of 4 columns. One block with one column is a 40th, and some of the rows. */

static void
expect_share (MisWorld *base, MisWorld *edited, double most)
{
  double whole = (double) mis_world_get_unshared_size (base, NULL);
  double part = (double) mis_world_get_unshared_size (edited, base);

  g_test_message ("unshared: %.4f of the whole", part / whole);
  g_assert_cmpfloat (part, >, 0);
  g_assert_cmpfloat (part / whole, <=, most);
  mis_world_unref (edited);
}

static void
test_sharing (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (10 * MIS_BLOCK_ROWS, 4);
  const MisScoring scoring = { .pairs = MIS_PAIRS_REPLACEMENT };
  const MisPosition none = mis_position (MIS_NO_GOAL, 1);
  g_autoptr (MisArea) area = mis_sample_area ("new", 3, 1);
  g_autoptr (MisAgent) agent = mis_agent_new ("new", "", MIS_KIND_AI, "", 1, "", NULL);

  expect_share (table, mis_world_with_title (table, "New", NULL), 0.02);
  expect_share (table, mis_world_with_scoring (table, &scoring), 0.02);
  expect_share (table, mis_world_with_conflict (table, 1, 0, 1, 1, NULL), 0.02);
  expect_share (table, mis_world_with_weight (table, 700, 2, 0.3, NULL), 0.08);
  expect_share (table, mis_world_with_position (table, 700, 2, &none, NULL), 0.08);
  expect_share (table, mis_world_with_count (table, 700, 12, NULL), 0.08);
  expect_share (table, mis_world_with_area_removed (table, 2, NULL), 0.08);
  expect_share (table, mis_world_with_area_added (table, 2, area, NULL), 0.15);
  expect_share (table, mis_world_with_agent_removed (table, 2559, NULL), 0.15);
  expect_share (table, mis_world_with_agent_added (table, 2560, agent, NULL, NULL, 0, NULL), 0.15);
}

/* A hundred edits of one row each keep the other blocks; the whole is not copied in between. */
static void
test_sharing_adds_up (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (10 * MIS_BLOCK_ROWS, 4);
  g_autoptr (MisWorld) world = mis_world_ref (table);

  for (guint i = 0; i < 100; i++)
    {
      MisWorld *edited = mis_world_with_weight (world, 512 + i, 3, 0.3, NULL);

      g_assert_nonnull (edited);
      mis_world_unref (world);
      world = edited;
    }
  expect_share (table, mis_world_ref (world), 0.08);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-rows/rows-at-random", test_rows_at_random);
  g_test_add_func ("/edit-rows/scenarios", test_scenarios);
  g_test_add_func ("/edit-rows/scenarios/shared", test_scenarios_shared);
  g_test_add_func ("/edit-rows/limits", test_limits);
  g_test_add_func ("/edit-rows/limits/positions", test_position_limit);
  g_test_add_func ("/edit-rows/limits/scenarios", test_scenario_limits);
  g_test_add_func ("/edit-rows/limits/scenarios/population", test_scenario_population);
  g_test_add_func ("/edit-rows/sharing", test_sharing);
  g_test_add_func ("/edit-rows/sharing/adds-up", test_sharing_adds_up);
  return g_test_run ();
}
