/* What tables compare with: the same rows, areas and goals by id, wherever they stand; and which
 * world that is beside a scenario. */
#include "core/edit-goals.h"
#include "core/edit-rows.h"
#include "core/edit.h"
#include "document/agent-base.h"
#include "document/agent-table.h"
#include "document/conflict-matrix.h"
#include "document/document-scenarios.h"

#include "table-case.h"

#include "load-example.h"

static void
test_by_id (void)
{
  const guint first[] = { 0 };
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisAgentBase) base = mis_agent_base_new (world);
  g_autoptr (MisWorld) moved = mis_world_with_rows_moved (world, first, 1, 2);
  g_autoptr (MisWorld) shifted = mis_world_with_goal_added (moved, 0, 0, "New", "", NULL);
  g_autoptr (MisWorld) fewer = mis_world_with_area_removed (shifted, 0, NULL);
  g_autoptr (MisAgent) agent = mis_agent_new ("new", "New", MIS_KIND_HUMAN, "", 1, "", NULL);
  g_autoptr (MisWorld) more = mis_world_with_agent_added (fewer, 0, agent, NULL, NULL, 0, NULL);

  g_assert_cmpint (mis_agent_base_find_row (base, moved, 2), ==, 0);
  g_assert_cmpint (mis_agent_base_find_row (base, moved, 0), ==, 1);
  g_assert_cmpint (mis_agent_base_get_position (base, moved, 2, 0).goal, ==, 0);
  g_assert_cmpint (mis_agent_base_get_position (base, shifted, 2, 0).goal, ==, 1);
  g_assert_cmpint (mis_agent_base_find_area (base, fewer, 0), ==, 1);
  g_assert_cmpfloat (mis_agent_base_get_position (base, fewer, 2, 0).weight, ==, 0.6);
  g_assert_cmpint (mis_agent_base_find_row (base, more, 0), ==, -1);
  g_assert_cmpint (mis_agent_base_get_position (base, more, 0, 0).goal, ==, MIS_UNKNOWN);
}

/* A goal, or an area, that the base does not have. */
static void
test_missing (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisWorld) without = mis_world_with_goal_removed (world, 0, 0, MIS_NO_GOAL);
  g_autoptr (MisWorld) fewer = mis_world_with_area_removed (world, 0, NULL);
  g_autoptr (MisAgentBase) base = mis_agent_base_new (world);
  g_autoptr (MisAgentBase) small = mis_agent_base_new (fewer);

  g_assert_cmpint (mis_agent_base_get_position (base, without, 0, 0).goal, ==, MIS_UNKNOWN);
  g_assert_cmpint (mis_agent_base_find_area (small, world, 0), ==, -1);
  g_assert_cmpint (mis_agent_base_get_position (small, world, 0, 0).goal, ==, MIS_UNKNOWN);
}

static gboolean
is_changed (gpointer source, guint row, guint column)
{
  return (get_cell_flags (source, row, column) & MIS_CELL_CHANGED) != 0;
}

/* Beside the base nothing is marked, and an empty text is a default; beside a scenario the base
 * marks, and is what an empty text goes back to. */
static void
test_scenario (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisDocument) document = mis_document_new (world);
  g_autoptr (MisAgentTable) table = mis_agent_table_new (document);
  g_autoptr (MisConflictMatrix) matrix = mis_conflict_matrix_new (document, 0);

  mis_agent_table_follow_base (table);
  mis_conflict_matrix_follow_base (matrix);
  check_edit (table, 0, 5, "0.5", "");
  check_edit (matrix, 0, 2, "0.5", "");
  g_assert_false (is_changed (table, 0, 5) || is_changed (matrix, 1, 1));
  g_assert_true (mis_document_add_scenario (document, "What if", NULL));
  g_assert_false (is_changed (table, 0, 5) || is_changed (matrix, 1, 1));
  check_edit (table, 0, 5, "0.6", "");
  check_edit (matrix, 0, 2, "0.6", "");
  g_assert_true (is_changed (table, 0, 5) && is_changed (matrix, 1, 1));
  check_edit (table, 0, 5, "", "");
  check_edit (matrix, 0, 2, "", "");
  check_cell (table, 0, 5, "0.5");
  check_cell (matrix, 0, 2, "0.5");
  g_assert_false (is_changed (table, 0, 5) || is_changed (matrix, 1, 1));
  g_assert_cmpuint (mis_document_get_scenario (document)->n_changes, ==, 0);
  mis_document_show_scenario (document, NULL);
  g_assert_false (is_changed (table, 0, 5) || is_changed (matrix, 1, 1));
  check_edit (table, 0, 5, "", "");
  check_cell (table, 0, 5, "1");
}

/* A row that only a scenario leaves out keeps its id. */
static void
test_ids_behind_a_scenario (void)
{
  const guint first[] = { 0 };
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisDocument) document = mis_document_new (world);
  g_autoptr (MisAgentTable) table = mis_agent_table_new (document);

  g_assert_true (mis_document_add_scenario (document, "Without", NULL));
  mis_agent_table_remove_rows (table, first, 1);
  g_assert_cmpuint (mis_world_get_n_agents (mis_document_get_project (document)), ==, 3);
  check_edit (table, 2, 0, "Customer", "");
  g_assert_cmpstr (mis_world_get_agent (mis_document_get_world (document), 2)->id, ==,
                   "customer-2");
  check_cell (table, 2, 0, "Customer");
  mis_document_show_scenario (document, NULL);
  check_cell (table, 0, 0, "Customer");
  g_assert_cmpuint (mis_cell_source_get_n_rows (MIS_CELL_SOURCE (table)), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agent-base/by-id", test_by_id);
  g_test_add_func ("/agent-base/missing", test_missing);
  g_test_add_func ("/agent-base/scenario", test_scenario);
  g_test_add_func ("/agent-base/ids-behind-a-scenario", test_ids_behind_a_scenario);
  return g_test_run ();
}
