/* Whole rows of the agent table: added, removed, copied, moved, merged, expanded, as it is shown.
 */
#include <string.h>

#include "document/agent-table.h"

#include "table-case.h"

typedef struct
{
  MisDocument *document;
  MisAgentTable *table;
} Fixture;

/* Ann 1, Bob 2, Cem 3, Dan 4, Eve 1: all alike but for the count. */
static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Ann", "Bob", "Cem", "Dan", "Eve" };
  static const guint64 counts[] = { 1, 2, 3, 4, 1 };
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_ascii_strdown (names[i], -1);
      g_autoptr (MisAgent) agent =
          mis_agent_new (id, names[i], MIS_KIND_HUMAN, i == 4 ? "boss" : "", counts[i], "", NULL);

      g_assert_true (mis_world_builder_add_agent (builder, agent, NULL, NULL, 0, NULL));
    }
  world = mis_world_builder_end (builder);
  fixture->document = mis_document_new (world);
  fixture->table = mis_agent_table_new (fixture->document);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->table);
  g_assert_finalize_object (fixture->document);
}

/* The names as they are shown, and the step that led there. */
static void
check (Fixture *fixture, const char *expected, const char *step)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint row = 0; row < mis_cell_source_get_n_rows (MIS_CELL_SOURCE (fixture->table)); row++)
    {
      g_autofree char *name = get_cell_text (fixture->table, row, 0);

      g_string_append_printf (names, "%s%s", row > 0 ? ", " : "", name);
    }
  g_assert_cmpstr (names->str, ==, expected);
  g_assert_cmpstr (mis_document_get_undo_name (fixture->document), ==, step);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (mis_agent_table_add_row (fixture->table, 1, NULL), ==, 2);
  check (fixture, "Ann, Bob, Group 6, Cem, Dan, Eve", "Add Group 6");
  g_assert_cmpint (mis_agent_table_add_row (fixture->table, -1, NULL), ==, 6);
  check (fixture, "Ann, Bob, Group 6, Cem, Dan, Eve, Group 7", "Add Group 7");
  mis_agent_table_set_sort (fixture->table, 0, MIS_SORT_DESCENDING);
  mis_agent_table_set_filter (fixture->table, "n");
  check (fixture, "Dan, Ann", "Add Group 7");
  g_assert_cmpint (mis_agent_table_add_row (fixture->table, 1, NULL), ==, 2);
  check (fixture, "Dan, Ann, Group 8", "Add Group 8");
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  const guint one[] = { 3 }, two[] = { 2, 0 };

  mis_agent_table_remove_rows (fixture->table, one, 1);
  check (fixture, "Ann, Bob, Cem, Eve", "Remove Dan");
  mis_agent_table_set_sort (fixture->table, 0, MIS_SORT_DESCENDING);
  mis_agent_table_remove_rows (fixture->table, two, 2);
  check (fixture, "Cem, Ann", "Remove 2 Groups");
  mis_agent_table_remove_rows (fixture->table, NULL, 0);
  mis_document_undo (fixture->document);
  mis_document_undo (fixture->document);
  g_assert_cmpuint (mis_cell_source_get_n_rows (MIS_CELL_SOURCE (fixture->table)), ==, 5);
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  const guint one[] = { 1 }, two[] = { 0, 5 };
  g_autoptr (GError) error = NULL;

  g_assert_true (mis_agent_table_duplicate_rows (fixture->table, one, 1, &error));
  check (fixture, "Ann, Bob, Bob (copy), Cem, Dan, Eve", "Duplicate Bob");
  mis_agent_table_set_sort (fixture->table, 0, MIS_SORT_DESCENDING);
  g_assert_true (mis_agent_table_duplicate_rows (fixture->table, two, 2, &error));
  check (fixture, "Eve, Dan, Cem, Bob (copy), Bob, Ann, Ann (copy), Eve (copy)",
         "Duplicate 2 Groups");
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  const guint two[] = { 3, 1 }, one[] = { 0 }, last[] = { 1 };

  g_assert_true (mis_agent_table_move_rows (fixture->table, two, 2, 0));
  check (fixture, "Bob, Dan, Ann, Cem, Eve", "Move 2 Groups");
  g_assert_true (mis_agent_table_move_rows (fixture->table, one, 1, 5));
  check (fixture, "Dan, Ann, Cem, Eve, Bob", "Move Bob");
  g_assert_true (mis_agent_table_move_rows (fixture->table, one, 1, 2));
  check (fixture, "Ann, Dan, Cem, Eve, Bob", "Move Dan");
  g_assert_true (mis_agent_table_move_rows (fixture->table, last, 1, 1));
  check (fixture, "Ann, Dan, Cem, Eve, Bob", "Move Dan");
  mis_agent_table_set_filter (fixture->table, "e");
  check (fixture, "Cem, Eve", "Move Dan");
  g_assert_true (mis_agent_table_move_rows (fixture->table, last, 1, 0));
  check (fixture, "Eve, Cem", "Move Eve");
  mis_agent_table_set_filter (fixture->table, "");
  check (fixture, "Ann, Dan, Eve, Cem, Bob", "Move Eve");
  mis_agent_table_set_sort (fixture->table, 0, MIS_SORT_ASCENDING);
  g_assert_false (mis_agent_table_move_rows (fixture->table, one, 1, 2));
}

static void
test_merge_and_expand (Fixture *fixture, gconstpointer data)
{
  const guint all[] = { 0, 1, 2, 3, 4 };
  guint n_merged = 0;

  g_assert_true (mis_agent_table_merge_rows (fixture->table, all, 5, &n_merged, NULL));
  g_assert_cmpuint (n_merged, ==, 3);
  check (fixture, "Ann, Eve", "Merge Groups That Are Alike");
  check_cell (fixture->table, 0, 3, "10");
  g_assert_true (mis_agent_table_expand_row (fixture->table, 0, NULL));
  g_assert_cmpuint (mis_cell_source_get_n_rows (MIS_CELL_SOURCE (fixture->table)), ==, 11);
  check_cell (fixture->table, 0, 3, "1");
  g_assert_cmpstr (mis_document_get_undo_name (fixture->document), ==, "Expand Ann");
}

static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  check_edit (fixture->table, 1, 3, "1000000", "");
  g_assert_false (mis_agent_table_expand_row (fixture->table, 1, &error));
  g_assert_cmpstr (error->message, ==,
                   "There is no room for that: a project has at most 100000 groups, "
                   "9007199254740991 agents in them, and 2000000 goals of groups.");
  check (fixture, "Ann, Bob, Cem, Dan, Eve", "Change Count of Bob");
}

/* Every row is shown once, or is hidden by the filter; where it is shown, it is found. */
static void
check_mapping (MisDocument *document, MisAgentTable *table, gboolean is_filtered)
{
  guint n = mis_world_get_n_agents (mis_document_get_world (document));
  guint n_rows = mis_cell_source_get_n_rows (MIS_CELL_SOURCE (table));
  g_autofree gboolean *is_shown = g_new0 (gboolean, n + 1);

  g_assert_cmpuint (n_rows, <=, n);
  g_assert_true (is_filtered || n_rows == n);
  for (guint row = 0; row < n_rows; row++)
    {
      guint agent = mis_agent_table_get_agent (table, row);

      g_assert_cmpuint (agent, <, n);
      g_assert_false (is_shown[agent]);
      is_shown[agent] = TRUE;
      check_cell (table, row, 0,
                  mis_world_get_agent (mis_document_get_world (document), agent)->name);
      g_assert_cmpint (mis_agent_table_find_row (table, agent), ==, row);
    }
}

/* (transfer full): some of the rows that are shown, each at most once, in any order. */
static GArray *
choose_rows (GRand *rand, guint n_rows)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint step = (guint)g_rand_int_range (rand, 1, 8), first = (guint)g_rand_int_range (rand, 0, 8);

  for (guint row = first; row < n_rows && rows->len < 6; row += step)
    if (g_rand_boolean (rand))
      g_array_append_val (rows, row);
    else
      g_array_prepend_val (rows, row);
  return rows;
}

static void
do_something (GRand *rand, MisAgentTable *table, gboolean is_sorted)
{
  guint n_rows = mis_cell_source_get_n_rows (MIS_CELL_SOURCE (table)), n_merged;
  g_autoptr (GArray) chosen = choose_rows (rand, n_rows);
  const guint *rows = (const guint *)chosen->data;

  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      mis_agent_table_add_row (table, g_rand_int_range (rand, -1, (int)n_rows), NULL);
      break;
    case 1:
      mis_agent_table_remove_rows (table, rows, chosen->len);
      break;
    case 2:
    case 3:
      g_assert_true (mis_agent_table_duplicate_rows (table, rows, chosen->len, NULL));
      break;
    case 4:
      g_assert_cmpint (
          mis_agent_table_move_rows (table, rows, chosen->len,
                                     (guint)g_rand_int_range (rand, 0, (int)n_rows + 1)),
          ==, !is_sorted);
      break;
    case 5:
      g_assert_true (mis_agent_table_merge_rows (table, rows, chosen->len, &n_merged, NULL));
      break;
    default:
      check_edit (table, n_rows, 0, "anna\t~\t~\t3", "");
      mis_agent_table_expand_row (table, n_rows, NULL);
    }
}

static void
test_random_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (MisWorld) first = new_table_world (rand, 40, 2, 4);
      g_autoptr (MisDocument) document = mis_document_new (first);
      g_autoptr (MisAgentTable) table = mis_agent_table_new (document);
      gboolean is_sorted = FALSE, is_filtered = FALSE;

      for (guint i = 0; i < 60; i++)
        {
          if (i % 5 == 0)
            {
              is_sorted = g_rand_boolean (rand);
              is_filtered = g_rand_boolean (rand);
              mis_agent_table_set_sort (table, (guint)g_rand_int_range (rand, 0, 6),
                                        is_sorted ? MIS_SORT_DESCENDING : MIS_SORT_NONE);
              mis_agent_table_set_filter (table, is_filtered ? "a" : "");
            }
          do_something (rand, table, is_sorted);
          check_mapping (document, table, is_filtered);
          if (g_rand_int_range (rand, 0, 6) == 0 && mis_document_undo (document))
            check_mapping (document, table, is_filtered);
        }
      while (mis_document_redo (document))
        check_mapping (document, table, is_filtered);
      check_undo_redo (document, first);
      check_mapping (document, table, is_filtered);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/agent-table-rows/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("add", test_add);
  ADD ("remove", test_remove);
  ADD ("duplicate", test_duplicate);
  ADD ("move", test_move);
  ADD ("merge-and-expand", test_merge_and_expand);
  ADD ("no-room", test_no_room);
  ADD ("random-steps", test_random_steps);
  return g_test_run ();
}
