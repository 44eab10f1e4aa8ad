/* Limits of rows, positions and agents hold for edits of many rows at once. */
#include "core/edit-rows.h"
#include "core/edit-scenarios.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "builder-case.h"
#include "changes.h"
#include "sample.h"

static void
test_rows_limit (void)
{
  g_autoptr (MisWorld) full = mis_sample_table (MIS_MAX_AGENTS, 1);
  g_autoptr (MisAgent) agent = mis_agent_new ("new", "", MIS_KIND_AI, "", 1, "", NULL);
  const MisRowEdit row = { MIS_MAX_AGENTS, agent };
  const guint first = 0;
  GError *error = NULL;

  mis_expect_error (mis_world_with_rows_copied (full, &first, 1, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  mis_expect_error (mis_world_with_cells (full, &row, 1, NULL, 0, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
}

static void
test_position_limit (void)
{
  g_autoptr (MisWorld) full = mis_sample_table (80000, 25);
  g_autoptr (MisArea) area = mis_sample_area ("new", 1, 1);
  g_autoptr (MisWorld) wider = mis_world_with_area_added (full, 25, area, NULL);
  const guint first = 0;
  const MisCellEdit one_more = { 5, 25, mis_position (0, 1) };
  const MisCellEdit other[] = { { 5, 25, mis_position (0, 1) }, { 6, 0, MIS_POSITION_UNKNOWN } };
  GError *error = NULL;
  g_autoptr (MisWorld) exchanged = NULL;

  mis_expect_error (mis_world_with_rows_copied (full, &first, 1, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  mis_expect_error (mis_world_with_cells (wider, NULL, 0, &one_more, 1, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  mis_expect_error (mis_world_with_rows_goal (wider, &first, 1, 25, 0, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  exchanged = mis_world_with_cells (wider, NULL, 0, other, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mis_world_get_position (exchanged, 6, 0).goal, ==, MIS_UNKNOWN);
}

/* 9008 rows of 10^12 are more than 2^53 - 1; what a scenario adds counts as well. */
static void
test_population_limit (void)
{
  const guint n = 9008;
  g_autoptr (MisWorld) table = mis_sample_table (n, 1);
  const MisChange adds[] = { mis_add_agent ("new", MIS_MAX_COUNT, "p0", "g1", 1) };
  g_autoptr (MisScenario) scenario = mis_make_scenario (adds, 1, NULL);
  g_autoptr (MisWorld) with = mis_world_with_scenario (table, scenario, NULL);
  g_autofree guint *rows = g_new (guint, n);
  GError *error = NULL;
  g_autoptr (MisWorld) most = NULL;

  for (guint i = 0; i < n; i++)
    rows[i] = i;
  mis_expect_error (mis_world_with_rows_count (table, rows, n, MIS_MAX_COUNT, &error) != NULL,
                    &error, MIS_ERROR_LIMIT);
  most = mis_world_with_rows_count (table, rows, n - 1, MIS_MAX_COUNT, &error);
  g_assert_no_error (error);
  mis_expect_error (mis_world_with_rows_copied (most, rows, 1, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  g_assert_null (mis_world_with_rows_count (with, rows, n - 1, MIS_MAX_COUNT, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "scenarios[0].changes[0]: "));
  g_clear_error (&error);
}

static void
test_expand_limit (void)
{
  g_autoptr (MisWorld) base = mis_sample_shopping ();
  g_autoptr (MisWorld) rows = mis_world_with_count (base, 0, MIS_MAX_AGENTS - 1, NULL);
  g_autoptr (MisWorld) most = mis_world_with_count (base, 0, MIS_MAX_AGENTS - 2, NULL);
  g_autoptr (MisWorld) endless = mis_world_with_count (base, 0, MIS_MAX_COUNT, NULL);
  const MisChange both[] = { mis_change_weight ("customer", "food", 0.5),
                             mis_change_weight ("customer", "household", 0.5) };
  g_autoptr (MisWorld) changes = mis_world_with_changes (most, both, 2);
  const MisChange adds[] = { mis_add_agent ("new", 1, "food", NULL, 1) };
  g_autoptr (MisWorld) added = mis_world_with_changes (most, adds, 1);
  g_autoptr (MisWorld) full = NULL;
  g_autoptr (MisWorld) again = NULL;
  GError *error = NULL;

  mis_expect_error (mis_world_with_group_expanded (rows, 0, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  mis_expect_error (mis_world_with_group_expanded (endless, 0, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  mis_expect_error (mis_world_with_group_expanded (changes, 0, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  mis_expect_error (mis_world_with_group_expanded (added, 0, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  full = mis_world_with_group_expanded (most, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mis_world_get_n_agents (full), ==, MIS_MAX_AGENTS);
  again = mis_world_with_all_grouped (full, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mis_world_equal (again, most));
}

/* 25 areas x 80,000 rows are all positions there may be. */
static void
test_expand_position_limit (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (40001, 25);
  g_autoptr (MisWorld) most = mis_world_with_count (table, 7, 40000, NULL);
  g_autoptr (MisWorld) more = mis_world_with_count (table, 7, 40001, NULL);
  g_autoptr (MisWorld) full = NULL;
  GError *error = NULL;

  mis_expect_error (mis_world_with_group_expanded (more, 7, &error) != NULL, &error,
                    MIS_ERROR_LIMIT);
  full = mis_world_with_group_expanded (most, 7, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mis_world_get_n_agents (full), ==, 80000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-limits/rows", test_rows_limit);
  g_test_add_func ("/row-limits/positions", test_position_limit);
  g_test_add_func ("/row-limits/population", test_population_limit);
  g_test_add_func ("/row-limits/expanded", test_expand_limit);
  g_test_add_func ("/row-limits/expanded/positions", test_expand_position_limit);
  return g_test_run ();
}
