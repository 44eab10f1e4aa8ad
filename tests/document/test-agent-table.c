/* The agent table as a grid of cells: what it shows, what it takes, what it refuses. */
#include <string.h>

#include "core/edit.h"
#include "document/agent-table.h"

#include "table-case.h"

#include "load-example.h"

#define NAME 0u
#define KIND 1u
#define PRINCIPAL 2u
#define COUNT 3u
#define GOAL 4u
#define WEIGHT 5u
#define GOAL_2 6u
#define WEIGHT_2 7u

typedef struct
{
  MisDocument *document;
  MisAgentTable *table;
  guint n_changes;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MisWorld) world = load_example ("shopping");

  fixture->document = mis_document_new (world);
  fixture->table = mis_agent_table_new (fixture->document);
  mis_agent_table_set_all_areas (fixture->table);
  fixture->n_changes = 0;
  g_signal_connect_swapped (fixture->table, "changed", G_CALLBACK (count_cb), &fixture->n_changes);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->table);
  g_assert_finalize_object (fixture->document);
}

static MisWorld *
get_world (Fixture *fixture)
{
  return mis_document_get_world (fixture->document);
}

static void
check_column (Fixture *fixture, guint column, const char *title, const char *group)
{
  MisCellColumn found;

  mis_cell_source_get_column (MIS_CELL_SOURCE (fixture->table), column, &found);
  g_assert_cmpstr (found.title, ==, title);
  g_assert_cmpstr (found.group, ==, group);
  g_assert_cmpuint (found.width, >, 0);
  mis_cell_column_clear (&found);
}

static void
test_shape (Fixture *fixture, gconstpointer data)
{
  MisCellSource *source = MIS_CELL_SOURCE (fixture->table);
  const guint second[] = { 1 };
  guint n_areas;

  g_assert_cmpuint (mis_cell_source_get_n_rows (source), ==, 3);
  g_assert_cmpuint (mis_cell_source_get_n_columns (source), ==, 8);
  g_assert_cmpuint (mis_cell_source_get_n_frozen (source), ==, 1);
  check_column (fixture, NAME, "Name", NULL);
  check_column (fixture, COUNT, "Count", NULL);
  check_column (fixture, GOAL, "Goal", "Food and groceries");
  check_column (fixture, WEIGHT_2, "Weight", "Household items");
  mis_agent_table_set_areas (fixture->table, second, 1);
  g_assert_cmpuint (mis_cell_source_get_n_columns (source), ==, 6);
  check_column (fixture, GOAL, "Goal", "Household items");
  g_assert_cmpuint (*mis_agent_table_get_areas (fixture->table, &n_areas), ==, 1);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

/* At first the first area; one that goes makes room for what was chosen, and comes back. */
static void
test_areas_come_and_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MisAgentTable) table = mis_agent_table_new (fixture->document);
  MisCellSource *source = MIS_CELL_SOURCE (table);
  const guint both[] = { 1, 0 };
  g_autoptr (MisWorld) without = mis_world_with_area_removed (get_world (fixture), 0, NULL);
  guint n_areas;

  g_assert_cmpuint (mis_cell_source_get_n_columns (source), ==, 6);
  g_assert_cmpuint (*mis_agent_table_get_areas (table, &n_areas), ==, 0);
  mis_agent_table_set_areas (table, both, 2);
  mis_document_edit (fixture->document, without, "Remove Area");
  g_assert_cmpuint (*mis_agent_table_get_areas (table, &n_areas), ==, 0);
  g_assert_cmpuint (n_areas, ==, 1);
  mis_document_undo (fixture->document);
  g_assert_cmpuint (mis_cell_source_get_n_columns (source), ==, 8);
  g_assert_cmpuint (mis_agent_table_get_areas (table, &n_areas)[0], ==, 1);
  mis_agent_table_set_areas (table, NULL, 0);
  g_assert_cmpuint (mis_cell_source_get_n_columns (source), ==, 4);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  MisAgentTable *table = fixture->table;
  g_auto (GStrv) goals = mis_cell_source_get_choices (MIS_CELL_SOURCE (table), 0, GOAL);
  g_auto (GStrv) kinds = mis_cell_source_get_choices (MIS_CELL_SOURCE (table), 0, KIND);

  check_cell (table, 0, NAME, "Customer");
  check_cell (table, 0, KIND, "Human");
  check_cell (table, 0, COUNT, "1");
  check_cell (table, 0, WEIGHT, "0.8");
  check_cell (table, 2, KIND, "AI system");
  g_assert_cmpint (get_cell_flags (table, 0, COUNT), ==, MIS_CELL_NUMBER);
  g_assert_cmpint (get_cell_flags (table, 0, WEIGHT), ==, MIS_CELL_NUMBER | MIS_CELL_NOTED);
  g_assert_cmpint (get_cell_flags (table, 0, GOAL), ==, MIS_CELL_CHOICE);
  g_assert_cmpstr (goals[g_strv_length (goals) - 2], ==, "No goal");
  g_assert_cmpstr (goals[g_strv_length (goals) - 1], ==, "Unknown");
  g_assert_cmpuint (g_strv_length (kinds), ==, 4);
  g_assert_null (mis_cell_source_get_choices (MIS_CELL_SOURCE (table), 0, COUNT));
}

static void
check_step (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (mis_document_get_undo_name (fixture->document), ==, expected);
}

static void
test_edit_cells (Fixture *fixture, gconstpointer data)
{
  MisAgentTable *table = fixture->table;
  g_autoptr (MisWorld) first = mis_world_ref (get_world (fixture));

  check_edit (table, 0, WEIGHT, "0,5", "");
  check_step (fixture, "Change Weight of Customer");
  check_cell (table, 0, WEIGHT, "0.5");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  check_edit (table, 0, WEIGHT, "0.4-0.6", "");
  check_cell (table, 0, WEIGHT, "0.5 (0.4–0.6)");
  g_assert_true (get_cell_flags (table, 0, WEIGHT) & MIS_CELL_UNCERTAIN);
  check_edit (table, 0, WEIGHT, "70 %", "");
  check_cell (table, 0, WEIGHT, "0.7 (0.4–0.7)");
  check_edit (table, 0, GOAL, "-", "");
  check_step (fixture, "Change Goal of Customer");
  check_cell (table, 0, GOAL, "No goal");
  check_cell (table, 0, WEIGHT, "0.7 (0.4–0.7)");
  g_assert_cmpint (get_cell_flags (table, 0, GOAL), ==, MIS_CELL_CHOICE | MIS_CELL_NO_GOAL);
  check_edit (table, 0, GOAL, "?", "");
  check_cell (table, 0, GOAL, "Unknown");
  check_cell (table, 0, WEIGHT, "");
  g_assert_cmpint (get_cell_flags (table, 0, WEIGHT), ==, MIS_CELL_NUMBER | MIS_CELL_UNKNOWN);
  check_edit (table, 0, GOAL, "maximize", "");
  check_cell (table, 0, GOAL, "Maximize checkout value");
  check_cell (table, 0, WEIGHT, "1");
  check_edit (table, 0, NAME, "Client", "");
  check_step (fixture, "Change Name of Customer");
  check_edit (table, 0, KIND, "org", "");
  check_step (fixture, "Change Kind of Client");
  check_cell (table, 0, KIND, "Organization");
  check_edit (table, 0, PRINCIPAL, "The state", "");
  check_step (fixture, "Change Principal of Client");
  check_edit (table, 0, COUNT, "8.500", "");
  check_step (fixture, "Change Count of Client");
  check_cell (table, 0, COUNT, "8500");
  g_assert_cmpstr (mis_world_get_agent (get_world (fixture), 0)->id, ==, "customer");
  g_assert_cmpuint (check_undo_redo (fixture->document, first), ==, 10);
}

/* What says the same as it is is no step. */
static void
test_no_change (Fixture *fixture, gconstpointer data)
{
  check_edit (fixture->table, 0, NAME, "Customer\thuman\t~\t1\tconv\t0.80", "");
  check_edit (fixture->table, 0, NAME, "~\t~", "");
  g_assert_null (mis_document_get_undo_name (fixture->document));
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

/* Empty texts go back to what a new group has. */
static void
test_clear (Fixture *fixture, gconstpointer data)
{
  MisAgentTable *table = fixture->table;

  check_edit (table, 1, KIND, "\t\t\t~\t", "");
  check_step (fixture, "Clear 4 Cells");
  check_cell (table, 1, KIND, "Human");
  check_cell (table, 1, COUNT, "1");
  check_cell (table, 1, GOAL, "Increase net profits");
  check_cell (table, 1, WEIGHT, "1");
  check_edit (table, 1, GOAL, "\t\t\t", "");
  check_cell (table, 1, GOAL, "Unknown");
  check_cell (table, 1, GOAL_2, "Unknown");
  check_edit (table, 1, WEIGHT, "", "");
  check_step (fixture, "Clear 4 Cells");
  check_edit (table, 1, NAME, "", "1,0: A group needs a name.\n");
}

/* All that is wrong is said, and nothing is changed. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  MisAgentTable *table = fixture->table;
  g_autofree char *long_name = g_strnfill (201, 'x');
  g_autofree char *before = hash_world (get_world (fixture));
  g_autofree char *after = NULL;

  check_edit (table, 0, NAME,
              "Buyer\tplant\t~\tmany\tProfitt\t0.5\tmax\tabc\n"
              "Shop\to\t~\t1.5\tProfit\t2\tavoid\t0.9-0.1",
              "0,1: “plant” is no kind of agent; the kinds are “Human”, “AI system”, "
              "“Organization” and “Other”.\n"
              "0,3: “many” is no whole number from 0 to 1000000000000.\n"
              "0,4: “Profitt” is no goal of “Food and groceries”; its goals are “Convenience at "
              "low price”, “Increase net profits”, “Maximize checkout value”.\n"
              "0,7: “abc” is no number from 0 to 1.\n"
              "1,1: “o” is no kind of agent; the kinds are “Human”, “AI system”, “Organization” "
              "and “Other”.\n"
              "1,3: “1.5” is no whole number from 0 to 1000000000000.\n"
              "1,5: “2” is no number from 0 to 1.\n"
              "1,7: The range in “0.9-0.1” ends before it begins.\n");
  check_edit (table, 0, NAME, long_name, "0,0: A name is one line of at most 200 characters.\n");
  check_edit (table, 0, PRINCIPAL, "a\rb", "0,2: A name is one line of at most 200 characters.\n");
  check_edit (table, 0, NAME, "\xff", "0,0: A name is one line of at most 200 characters.\n");
  after = hash_world (get_world (fixture));
  g_assert_cmpstr (after, ==, before);
  g_assert_null (mis_document_get_undo_name (fixture->document));
}

static void
test_weight_needs_position (Fixture *fixture, gconstpointer data)
{
  MisAgentTable *table = fixture->table;

  check_edit (table, 0, GOAL, "?", "");
  check_edit (table, 0, WEIGHT, "0.3",
              "0,5: “Customer” has no goal in “Food and groceries” that could have a weight: "
              "choose one, or “No goal”, first.\n");
  check_edit (table, 0, GOAL, "nonsense\t0.3",
              "0,4: “nonsense” is no goal of “Food and groceries”; its goals are “Convenience at "
              "low price”, “Increase net profits”, “Maximize checkout value”.\n");
  check_edit (table, 0, GOAL, "checkout\t0.3", "");
  check_step (fixture, "Paste 2 Cells");
  check_cell (table, 0, WEIGHT, "0.3");
}

static void
test_new_rows (Fixture *fixture, gconstpointer data)
{
  MisAgentTable *table = fixture->table;
  g_autoptr (MisWorld) first = mis_world_ref (get_world (fixture));

  check_edit (table, 3, NAME, "Regulator", "");
  check_step (fixture, "Add Regulator");
  check_edit (table, 3, COUNT, "20\tprofit\t0.2\n~\t\t\n7\t~\t~\n\t\t\n~\t-\t~", "");
  check_step (fixture, "Paste 10 Cells");
  g_assert_cmpuint (mis_world_get_n_agents (get_world (fixture)), ==, 6);
  check_cell (table, 3, COUNT, "20");
  check_cell (table, 3, KIND, "Human");
  check_cell (table, 4, NAME, "Group 5");
  check_cell (table, 4, COUNT, "7");
  check_cell (table, 4, GOAL, "Unknown");
  check_cell (table, 5, GOAL, "No goal");
  g_assert_cmpstr (mis_world_get_agent (get_world (fixture), 3)->id, ==, "regulator");
  g_assert_cmpstr (mis_world_get_agent (get_world (fixture), 5)->id, ==, "group-6");
  check_edit (table, 6, NAME, "Customer\tAI", "");
  g_assert_cmpstr (mis_world_get_agent (get_world (fixture), 6)->id, ==, "customer-2");
  g_assert_cmpuint (check_undo_redo (fixture->document, first), ==, 3);
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *same = g_strnfill (300, '\n');

  check_edit (fixture->table, 3, NAME, same, "");
  for (guint i = 0; i < 9200; i++)
    g_string_append_printf (rows, "%s1000000000000", i > 0 ? "\n" : "");
  check_edit (fixture->table, 3, COUNT, rows->str,
              "3,3: All groups together have at most 9007199254740991 agents.\n");
  g_string_truncate (rows, 0);
  for (guint i = 0; i < 99998; i++)
    g_string_append_printf (rows, "%sx", i > 0 ? "\n" : "");
  check_edit (fixture->table, 3, NAME, rows->str, "3,0: A project has at most 100000 groups.\n");
  g_assert_cmpuint (mis_world_get_n_agents (get_world (fixture)), ==, 3);
}

/* Marks and resets against the world that was opened, and against that of a scenario. */
static void
test_base (Fixture *fixture, gconstpointer data)
{
  MisAgentTable *table = fixture->table;
  g_autoptr (MisWorld) base = mis_world_ref (get_world (fixture));

  mis_agent_table_set_base (table, base, FALSE);
  check_edit (table, 0, NAME, "Client\t~\t~\t9\tprofit\t0.1", "");
  check_edit (table, 3, NAME, "New", "");
  for (guint column = NAME; column <= WEIGHT_2; column++)
    g_assert_cmpint ((get_cell_flags (table, 0, column) & MIS_CELL_CHANGED) != 0, ==,
                     column == NAME || (column >= COUNT && column <= WEIGHT));
  g_assert_true (get_cell_flags (table, 3, NAME) & MIS_CELL_CHANGED);
  g_assert_false (get_cell_flags (table, 3, GOAL) & MIS_CELL_CHANGED);
  g_assert_false (get_cell_flags (table, 1, NAME) & MIS_CELL_CHANGED);
  check_edit (table, 0, COUNT, "\t~\t", "");
  check_cell (table, 0, WEIGHT, "1");
  mis_agent_table_set_base (table, base, TRUE);
  check_edit (table, 0, NAME, "\t~\t~\t\t\t", "");
  for (guint column = NAME; column <= WEIGHT_2; column++)
    g_assert_false (get_cell_flags (table, 0, column) & MIS_CELL_CHANGED);
  check_cell (table, 0, WEIGHT, "0.8");
  check_edit (table, 0, GOAL, "?", "");
  check_edit (table, 0, GOAL, "", "");
  check_cell (table, 0, WEIGHT, "0.8");
  mis_agent_table_set_base (table, NULL, TRUE);
  check_edit (table, 0, GOAL, "", "");
  check_cell (table, 0, GOAL, "Unknown");
}

static void
check_names (MisAgentTable *table, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint row = 0; row < mis_cell_source_get_n_rows (MIS_CELL_SOURCE (table)); row++)
    {
      g_autofree char *name = get_cell_text (table, row, NAME);

      g_string_append_printf (names, "%s%s", row > 0 ? ", " : "", name);
      g_assert_cmpint (mis_agent_table_find_row (table, mis_agent_table_get_agent (table, row)), ==,
                       row);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_sort_and_filter (Fixture *fixture, gconstpointer data)
{
  MisAgentTable *table = fixture->table;
  guint column;

  mis_agent_table_set_sort (table, NAME, MIS_SORT_DESCENDING);
  check_names (table, "Retailer, Recommender system, Customer");
  g_assert_cmpint (mis_agent_table_get_sort (table, &column), ==, MIS_SORT_DESCENDING);
  g_assert_cmpuint (column, ==, NAME);
  mis_agent_table_set_sort (table, WEIGHT, MIS_SORT_DESCENDING);
  check_names (table, "Recommender system, Retailer, Customer");
  g_assert_cmpint (mis_agent_table_get_sort (table, &column), ==, MIS_SORT_DESCENDING);
  g_assert_cmpuint (column, ==, WEIGHT);
  mis_agent_table_set_filter (table, "VALUE");
  check_names (table, "Recommender system");
  g_assert_cmpint (mis_agent_table_find_row (table, 0), ==, -1);
  mis_agent_table_set_filter (table, "r");
  check_names (table, "Recommender system, Retailer, Customer");
  mis_agent_table_set_sort (table, 0, MIS_SORT_NONE);
  check_names (table, "Customer, Retailer, Recommender system");
  mis_agent_table_set_filter (table, "  ");
  g_assert_cmpint (mis_agent_table_get_sort (table, &column), ==, MIS_SORT_NONE);
}

/* A row that is edited stays where it is until it is sorted or filtered anew. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  MisAgentTable *table = fixture->table;
  g_autoptr (MisWorld) removed = NULL;

  mis_agent_table_set_sort (table, NAME, MIS_SORT_ASCENDING);
  mis_agent_table_set_filter (table, "er");
  check_edit (table, 0, NAME, "Zoo", "");
  check_names (table, "Zoo, Recommender system, Retailer");
  check_edit (table, 3, NAME, "Anna", "");
  check_names (table, "Zoo, Recommender system, Retailer, Anna");
  removed = mis_world_with_agent_removed (get_world (fixture), 2, NULL);
  mis_document_edit (fixture->document, removed, "Remove");
  check_names (table, "Zoo, Retailer, Anna");
  mis_document_undo (fixture->document);
  check_names (table, "Zoo, Retailer, Recommender system, Anna");
  mis_document_undo (fixture->document);
  mis_document_undo (fixture->document);
  check_names (table, "Customer, Retailer, Recommender system");
  mis_document_redo (fixture->document);
  mis_agent_table_set_filter (table, "er");
  check_names (table, "Recommender system, Retailer, Zoo"); /* who is a "user" */
}

/* An edit of rows as they are sorted goes to the right groups. */
static void
test_edit_sorted (Fixture *fixture, gconstpointer data)
{
  const guint counts[] = { 13, 11, 12, 14 };

  mis_agent_table_set_sort (fixture->table, NAME, MIS_SORT_DESCENDING);
  check_edit (fixture->table, 0, COUNT, "11\n12\n13\n14", "");
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (mis_world_get_agent (get_world (fixture), i)->count, ==, counts[i]);
}

/* What a column is about, and the note of a number or a group, with its source. */
static void
test_explain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  MisPosition position = mis_world_get_position (world, 0, 0);
  g_autoptr (MisNote) note = mis_note_new ("Asked", "Survey");
  g_autoptr (MisWorld) noted = NULL;
  g_autoptr (MisDocument) document = NULL;
  g_autoptr (MisAgentTable) table = NULL;
  g_autofree char *principal = NULL, *weight = NULL, *none = NULL;

  position.note = note;
  noted = mis_world_with_position (world, 0, 0, &position, NULL);
  document = mis_document_new (noted);
  table = mis_agent_table_new (document);
  principal = mis_cell_source_explain (MIS_CELL_SOURCE (table), -1, 2);
  weight = mis_cell_source_explain (MIS_CELL_SOURCE (table), 0, 5);
  none = mis_cell_source_explain (MIS_CELL_SOURCE (table), 0, 3);
  g_assert_cmpstr (principal, ==, "On whose behalf they act; empty if on their own");
  g_assert_cmpstr (weight, ==, "Asked\nSource: Survey");
  g_assert_null (none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/agent-table/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("shape", test_shape);
  ADD ("areas-come-and-go", test_areas_come_and_go);
  ADD ("cells", test_cells);
  ADD ("edit-cells", test_edit_cells);
  ADD ("no-change", test_no_change);
  ADD ("clear", test_clear);
  ADD ("faults", test_faults);
  ADD ("weight-needs-position", test_weight_needs_position);
  ADD ("new-rows", test_new_rows);
  ADD ("limits", test_limits);
  ADD ("base", test_base);
  ADD ("sort-and-filter", test_sort_and_filter);
  ADD ("rows-stay", test_rows_stay);
  ADD ("edit-sorted", test_edit_sorted);
  ADD ("explain", test_explain);
  return g_test_run ();
}
