/* The conflict matrix of an area as a grid of cells: what it shows, what it takes, what it refuses.
 */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "core/edit.h"
#include "document/conflict-matrix.h"

#include "table-case.h"

#include "load-example.h"

typedef struct
{
  MisDocument *document;
  MisConflictMatrix *matrix;
  guint n_changes;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Food and groceries: Convenience at low price, Increase net profits, Maximize checkout value. */
static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MisWorld) world = load_example ("shopping");

  fixture->document = mis_document_new (world);
  fixture->matrix = mis_conflict_matrix_new (fixture->document, 0);
  fixture->n_changes = 0;
  g_signal_connect_swapped (fixture->matrix, "changed", G_CALLBACK (count_cb), &fixture->n_changes);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->matrix);
  g_assert_finalize_object (fixture->document);
}

static MisWorld *
get_world (Fixture *fixture)
{
  return mis_document_get_world (fixture->document);
}

static void
check_step (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (mis_document_get_undo_name (fixture->document), ==, expected);
}

/* All cells, as a spreadsheet gets them. */
static void
check_all (gpointer source, const char *expected)
{
  g_autoptr (GString) all = g_string_new (NULL);
  guint n_columns = mis_cell_source_get_n_columns (source);

  for (guint row = 0; row < mis_cell_source_get_n_rows (source); row++)
    for (guint column = 0; column < n_columns; column++)
      {
        g_autofree char *text = get_cell_text (source, row, column);

        g_string_append_printf (all, "%s%s", text, column + 1 < n_columns ? "\t" : "\n");
      }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  MisCellSource *source = MIS_CELL_SOURCE (fixture->matrix);
  MisCellColumn column;
  MisCellContent cell;
  int g, h;

  check_all (source, "Convenience at low price\t0\t0.1\t0.1\n"
                     "Increase net profits\t0.1\t0\t0.1\n"
                     "Maximize checkout value\t0.1\t0.1\t0\n");
  g_assert_cmpuint (mis_cell_source_get_n_frozen (source), ==, 1);
  mis_cell_source_get_column (source, 0, &column);
  g_assert_cmpstr (column.title, ==, "Goal");
  mis_cell_column_clear (&column);
  mis_cell_source_get_column (source, 2, &column);
  g_assert_cmpstr (column.title, ==, "Increase net profits");
  g_assert_null (column.group);
  mis_cell_column_clear (&column);
  mis_cell_source_get_cell (source, 0, 2, &cell);
  g_assert_cmpfloat (cell.level, ==, 0.1);
  g_assert_true (cell.flags & MIS_CELL_NUMBER);
  mis_cell_content_clear (&cell);
  mis_cell_source_get_cell (source, 1, 2, &cell);
  g_assert_true (isnan (cell.level));
  g_assert_cmpint (cell.flags, ==, MIS_CELL_FIXED | MIS_CELL_NUMBER);
  mis_cell_content_clear (&cell);
  g_assert_false (mis_conflict_matrix_get_goals (fixture->matrix, 1, 0, &g, &h));
  g_assert_false (mis_conflict_matrix_get_goals (fixture->matrix, 1, 2, &g, &h));
  g_assert_true (mis_conflict_matrix_get_goals (fixture->matrix, 2, 1, &g, &h));
  g_assert_cmpint (g, ==, 2);
  g_assert_cmpint (h, ==, 0);
}

static guint
get_width (gpointer source)
{
  MisCellColumn column;

  mis_cell_source_get_column (source, 1, &column);
  mis_cell_column_clear (&column);
  return column.width;
}

static void
test_edit_cells (Fixture *fixture, gconstpointer data)
{
  gpointer source = fixture->matrix;
  g_autoptr (MisWorld) first = mis_world_ref (get_world (fixture));
  guint width = get_width (source);

  check_edit (source, 2, 1, "0,7", "");
  check_step (fixture, "Change Conflict in Food and groceries");
  check_cell (source, 0, 3, "0.7");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  check_edit (source, 0, 3, "0.6-0.8", "");
  check_cell (source, 2, 1, "0.7 (0.6–0.8)");
  g_assert_true (get_cell_flags (source, 2, 1) & MIS_CELL_UNCERTAIN);
  g_assert_cmpuint (get_width (source), >, width);
  check_edit (source, 0, 3, "90 %", "");
  check_cell (source, 2, 1, "0.9 (0.6–0.9)");
  check_edit (source, 1, 0, "Profit", "");
  check_step (fixture, "Change Name of Increase net profits");
  check_edit (source, 2, 1, "", "");
  check_cell (source, 0, 3, "0");
  check_all (source, "Convenience at low price\t0\t0.1\t0\n"
                     "Profit\t0.1\t0\t0.1\n"
                     "Maximize checkout value\t0\t0.1\t0\n");
  g_assert_cmpuint (check_undo_redo (fixture->document, first), ==, 5);
}

static void
test_no_change (Fixture *fixture, gconstpointer data)
{
  check_edit (fixture->matrix, 0, 0,
              "Convenience at low price\t–\t0,10\t10%\n"
              "Increase net profits\t~\t0\t10 %\n"
              "~\t0.1\t\t0.0",
              "");
  g_assert_null (mis_document_get_undo_name (fixture->document));
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

/* Half a matrix fills the other half; a whole one must be symmetric. */
static void
test_blocks (Fixture *fixture, gconstpointer data)
{
  gpointer source = fixture->matrix;
  const char *triangle = "Convenience at low price\t0\t0.2\t0.3\n"
                         "Increase net profits\t0.2\t0\t0.4\n"
                         "Maximize checkout value\t0.3\t0.4\t0\n";

  check_edit (source, 0, 1, "0\t0.2\t0.3\n\t0\t0.4\n\t\t0", "");
  check_step (fixture, "Paste 9 Cells");
  check_all (source, triangle);
  mis_document_undo (fixture->document);
  check_edit (source, 0, 1, "0\t\t\n0.2\t0\t\n0.3\t0.4\t0", "");
  check_all (source, triangle);
  mis_document_undo (fixture->document);
  check_edit (source, 0, 1, "-\t0,2\t0,3\n0,2\t-\t0,4\n0,3\t0,4\t-", "");
  check_all (source, triangle);
  check_edit (source, 0, 1, "\t\t\n\t\t\n\t\t", "");
  check_step (fixture, "Clear 9 Cells");
  check_all (source, "Convenience at low price\t0\t0\t0\n"
                     "Increase net profits\t0\t0\t0\n"
                     "Maximize checkout value\t0\t0\t0\n");
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  gpointer source = fixture->matrix;
  g_autofree char *before = hash_world (get_world (fixture));
  g_autofree char *after = NULL;

  check_edit (source, 0, 0,
              "\t1\t0.2\t0.3\n"
              "A\t0.25\tx\ty\n"
              "B\t\t0.9-0.1\t-",
              "0,0: A goal needs a name.\n"
              "0,1: A goal has no conflict with itself: this cell stays 0.\n"
              "0,2: “Convenience at low price” against “Increase net profits” is “0.2” here, but "
              "“0.25” the other way round: make both the same, or leave one empty.\n"
              "1,1: “Increase net profits” against “Convenience at low price” is “0.25” here, but "
              "“0.2” the other way round: make both the same, or leave one empty.\n"
              "1,2: A goal has no conflict with itself: this cell stays 0.\n"
              "1,3: “y” is no number from 0 to 1.\n"
              "2,2: The range in “0.9-0.1” ends before it begins.\n");
  check_edit (source, 0, 1, "~\t1.5", "0,2: “1.5” is no number from 0 to 1.\n");
  check_edit (source, 0, 0, "a\rb", "0,0: A name is one line of at most 200 characters.\n");
  check_edit (source, 3, 1, "0.5", "3,1: A new goal needs a name, directly behind the last one.\n");
  check_edit (source, 4, 0, "New", "4,0: A new goal needs a name, directly behind the last one.\n");
  after = hash_world (get_world (fixture));
  g_assert_cmpstr (after, ==, before);
}

static void
test_null_goal (Fixture *fixture, gconstpointer data)
{
  gpointer source = fixture->matrix;

  mis_conflict_matrix_set_null_goal_shown (fixture->matrix, TRUE);
  g_assert_cmpuint (mis_cell_source_get_n_rows (source), ==, 4);
  check_cell (source, 3, 0, "No goal");
  check_cell (source, 3, 4, "0");
  g_assert_true (get_cell_flags (source, 3, 0) & MIS_CELL_FIXED);
  g_assert_true (get_cell_flags (source, 3, 4) & MIS_CELL_FIXED);
  check_edit (source, 3, 0, "No goal\t0.5", "");
  check_cell (source, 0, 4, "0.5");
  g_assert_cmpfloat (
      mis_area_get_conflict (mis_world_get_area (get_world (fixture), 0), MIS_NO_GOAL, 0).value, ==,
      0.5);
  check_edit (source, 3, 0, "Nothing",
              "3,0: This row stands for agents without a goal: it has no name that could "
              "change.\n");
  check_edit (source, 0, 4, "", "");
  check_cell (source, 3, 1, "0");
  check_edit (source, 4, 0, "New\t0.25\t~\t~\t0.75", "");
  g_assert_cmpuint (mis_cell_source_get_n_rows (source), ==, 5);
  check_cell (source, 3, 0, "New");
  check_cell (source, 3, 1, "0.25");
  check_cell (source, 3, 5, "0.75");
  mis_conflict_matrix_set_null_goal_shown (fixture->matrix, FALSE);
  g_assert_cmpuint (mis_cell_source_get_n_rows (source), ==, 4);
}

static void
test_new_goals (Fixture *fixture, gconstpointer data)
{
  gpointer source = fixture->matrix;
  g_autoptr (MisWorld) first = mis_world_ref (get_world (fixture));

  check_edit (source, 3, 0, "Waste nothing", "");
  check_step (fixture, "Add Goal Waste nothing");
  check_cell (source, 0, 4, "0");
  check_edit (source, 3, 0, "Less waste\t0.5\t~\t0.1\nMore choice\t~\t1\t\n\t\t\t", "");
  check_cell (source, 3, 0, "Less waste");
  check_cell (source, 2, 4, "0.1");
  check_cell (source, 4, 0, "More choice");
  check_cell (source, 1, 5, "1");
  g_assert_cmpuint (mis_cell_source_get_n_rows (source), ==, 5);
  g_assert_cmpuint (check_undo_redo (fixture->document, first), ==, 2);
}

static void
test_base (Fixture *fixture, gconstpointer data)
{
  gpointer source = fixture->matrix;
  g_autoptr (MisWorld) base = mis_world_ref (get_world (fixture));

  mis_conflict_matrix_set_base (fixture->matrix, base, FALSE);
  check_edit (source, 0, 0, "Comfort\t~\t0.3", "");
  check_edit (source, 3, 0, "New", "");
  g_assert_true (get_cell_flags (source, 0, 0) & MIS_CELL_CHANGED);
  g_assert_true (get_cell_flags (source, 1, 1) & MIS_CELL_CHANGED);
  g_assert_false (get_cell_flags (source, 2, 1) & MIS_CELL_CHANGED);
  g_assert_true (get_cell_flags (source, 3, 0) & MIS_CELL_CHANGED);
  g_assert_false (get_cell_flags (source, 3, 1) & MIS_CELL_CHANGED);
  check_edit (source, 0, 2, "", "");
  check_cell (source, 0, 2, "0");
  mis_conflict_matrix_set_base (fixture->matrix, base, TRUE);
  check_edit (source, 0, 0, "\t~\t", "");
  check_cell (source, 0, 0, "Convenience at low price");
  check_cell (source, 0, 2, "0.1");
  g_assert_false (get_cell_flags (source, 0, 0) & MIS_CELL_CHANGED);
  g_assert_false (get_cell_flags (source, 0, 2) & MIS_CELL_CHANGED);
  check_edit (source, 3, 1, "0.5", "");
  check_edit (source, 3, 1, "", "");
  check_cell (source, 3, 1, "0");
}

/* It follows its area, and nothing else. */
static void
test_area (Fixture *fixture, gconstpointer data)
{
  gpointer source = fixture->matrix;
  g_autoptr (MisWorld) renamed = mis_world_with_title (get_world (fixture), "Shop", NULL);
  g_autoptr (MisWorld) without = mis_world_with_area_removed (renamed, 0, NULL);

  mis_document_edit (fixture->document, renamed, "Change Title");
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  mis_document_edit (fixture->document, without, "Remove Area");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpint (mis_conflict_matrix_get_area (fixture->matrix), ==, -1);
  g_assert_cmpuint (mis_cell_source_get_n_rows (source), ==, 0);
  g_assert_cmpuint (mis_cell_source_get_n_columns (source), ==, 1);
  mis_document_undo (fixture->document);
  g_assert_cmpint (mis_conflict_matrix_get_area (fixture->matrix), ==, 0);
  mis_conflict_matrix_set_area (fixture->matrix, 1);
  check_cell (source, 0, 0, "Avoid impulse buying");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/conflict-matrix/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("cells", test_cells);
  ADD ("edit-cells", test_edit_cells);
  ADD ("no-change", test_no_change);
  ADD ("blocks", test_blocks);
  ADD ("faults", test_faults);
  ADD ("null-goal", test_null_goal);
  ADD ("new-goals", test_new_goals);
  ADD ("base", test_base);
  ADD ("area", test_area);
  return g_test_run ();
}
