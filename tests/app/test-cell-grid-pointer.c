/* The pointer on a grid of cells: clicks, drags, headings, and edges of columns. */
#include "grid-fixture.h"
#include "hand-fixture.h"

#include "app/cell-grid-private.h"
#include "app/choice-popover.h"

static void
get_middle (Grid *grid, int row, int column, double *x, double *y)
{
  MisGridCell *cell = mis_cell_grid_get_cell (grid->grid, row, column);
  graphene_rect_t bounds;

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (grid->grid), &bounds));
  *x = (double) bounds.origin.x + (double) bounds.size.width / 2;
  *y = (double) bounds.origin.y + (double) bounds.size.height / 2;
}

static void
press_at (Grid *grid, double x, double y)
{
  g_signal_emit_by_name (app_get_controller (grid->grid, GTK_TYPE_GESTURE_DRAG), "drag-begin", x,
                         y);
}

static void
drag_by (Grid *grid, double x, double y)
{
  g_signal_emit_by_name (app_get_controller (grid->grid, GTK_TYPE_GESTURE_DRAG), "drag-update", x,
                         y);
}

static void
let_go (Grid *grid)
{
  g_signal_emit_by_name (app_get_controller (grid->grid, GTK_TYPE_GESTURE_DRAG), "drag-end", 0.0,
                         0.0);
}

static void
click (Grid *grid, int row, int column)
{
  double x, y;

  get_middle (grid, row, column, &x, &y);
  press_at (grid, x, y);
  let_go (grid);
}

static void
click_twice (Grid *grid, double x, double y)
{
  g_signal_emit_by_name (app_get_controller (grid->grid, GTK_TYPE_GESTURE_CLICK), "pressed", 2, x,
                         y);
}

static void
assert_selection (Grid *grid, guint row, guint column, guint n_rows, guint n_columns)
{
  MisCellArea area;

  mis_cell_grid_get_selection (grid->grid, &area);
  g_assert_cmpuint (area.row, ==, row);
  g_assert_cmpuint (area.column, ==, column);
  g_assert_cmpuint (area.n_rows, ==, n_rows);
  g_assert_cmpuint (area.n_columns, ==, n_columns);
}

static gboolean
is_selected (Grid *grid, int row, int column)
{
  GtkWidget *cell = GTK_WIDGET (mis_cell_grid_get_cell (grid->grid, row, column));

  return (gtk_widget_get_state_flags (cell) & GTK_STATE_FLAG_SELECTED) != 0;
}

static void
test_click (void)
{
  Grid grid;

  grid_init (&grid, 200, 12);
  click (&grid, 4, 2);
  grid_assert_cursor (&grid, 4, 2);
  assert_selection (&grid, 4, 2, 1, 1);
  g_assert_true (is_selected (&grid, -1, 2));
  g_assert_true (is_selected (&grid, 4, -1));
  g_assert_false (is_selected (&grid, 4, 2));
  click (&grid, 6, 0);
  grid_assert_cursor (&grid, 6, 0);
  g_assert_false (is_selected (&grid, -1, 2));
  grid_clear (&grid);
}

static void
test_drag (void)
{
  Grid grid;
  double x, y, to_x, to_y;

  grid_init (&grid, 200, 12);
  get_middle (&grid, 3, 1, &x, &y);
  get_middle (&grid, 6, 3, &to_x, &to_y);
  press_at (&grid, x, y);
  drag_by (&grid, to_x - x, to_y - y);
  assert_selection (&grid, 3, 1, 4, 3);
  g_assert_true (is_selected (&grid, 5, 2));
  g_assert_false (is_selected (&grid, 7, 2));
  /* Back over where it began; the headings are no place for cells. */
  drag_by (&grid, 0, -1000);
  assert_selection (&grid, 0, 1, 4, 1);
  let_go (&grid);
  grid_assert_cursor (&grid, 3, 1);
  grid_clear (&grid);
}

/* Held below the last row in view, the rows come to the pointer. */
static void
test_autoscroll (void)
{
  Grid grid;
  MisCellArea area;
  double x, y;

  grid_init (&grid, 2000, 12);
  get_middle (&grid, 3, 1, &x, &y);
  press_at (&grid, x, y);
  drag_by (&grid, 0, 1000);
  app_wait_until ((mis_cell_grid_get_selection (grid.grid, &area), area.n_rows > 100));
  let_go (&grid);
  g_assert_cmpuint (area.row, ==, 3);
  grid_settle (&grid);
  grid_assert_shows_table (&grid);
  grid_clear (&grid);
}

static void
test_headings (void)
{
  Grid grid;
  double x, y, to_x, to_y;

  grid_init (&grid, 200, 12);
  click (&grid, -1, 2);
  assert_selection (&grid, 0, 2, 200, 1);
  click (&grid, 5, -1);
  assert_selection (&grid, 5, 0, 1, 12);
  click (&grid, -2, 3);
  assert_selection (&grid, 0, 3, 200, 2);
  click (&grid, -1, -1);
  assert_selection (&grid, 0, 0, 200, 12);
  get_middle (&grid, 2, -1, &x, &y);
  get_middle (&grid, 4, -1, &to_x, &to_y);
  press_at (&grid, x, y);
  drag_by (&grid, to_x - x, to_y - y);
  let_go (&grid);
  assert_selection (&grid, 2, 0, 3, 12);
  /* What is selected out of view does not come into it. */
  g_assert_cmpfloat (gtk_adjustment_get_value (grid.horizontal), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (grid.vertical), ==, 0);
  grid_clear (&grid);
}

static void
moved_cb (GSimpleAction *action, GVariant *to, gpointer place)
{
  *(int *) place = (int) g_variant_get_uint32 (to);
}

/* @place: where the rows were put last. */
static void
let_rows_move (Grid *grid, int *place)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) move = g_simple_action_new ("move", G_VARIANT_TYPE_UINT32);

  *place = -1;
  g_signal_connect (move, "activate", G_CALLBACK (moved_cb), place);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (move));
  gtk_widget_insert_action_group (grid->window, "test", G_ACTION_GROUP (group));
  mis_cell_grid_set_move_actions (grid->grid, "test.up", "test.down", "test.move");
}

static int
get_row_height (Grid *grid)
{
  return gtk_widget_get_height (GTK_WIDGET (mis_cell_grid_get_cell (grid->grid, 0, 0)));
}

/* Selected rows go with the pointer, a line shows where; others are selected, as ever. */
static void
test_move_rows (void)
{
  Grid grid;
  GdkRectangle line;
  double x, y;
  int place, height;

  grid_init (&grid, 200, 12);
  let_rows_move (&grid, &place);
  height = get_row_height (&grid);
  get_middle (&grid, 2, -1, &x, &y);
  press_at (&grid, x, y);
  drag_by (&grid, 0, height);
  let_go (&grid);
  assert_selection (&grid, 2, 0, 2, 12);
  g_assert_cmpint (place, ==, -1);
  press_at (&grid, x, y);
  g_assert_false (mis_cell_grid_get_line (grid.grid, &line));
  drag_by (&grid, 0, 3 * height);
  g_assert_true (mis_cell_grid_get_line (grid.grid, &line));
  g_assert_cmpint (ABS (line.y + line.height / 2 - (int) (y + 3.5 * height)), <=, height / 2 + 1);
  assert_selection (&grid, 2, 0, 2, 12);
  drag_by (&grid, 0, 0.9 * height);
  g_assert_false (mis_cell_grid_get_line (grid.grid, &line));
  drag_by (&grid, 0, 3.2 * height);
  let_go (&grid);
  g_assert_cmpint (place, ==, 6);
  g_assert_false (mis_cell_grid_get_line (grid.grid, &line));
  /* A click on one of them takes that one. */
  press_at (&grid, x, y);
  let_go (&grid);
  assert_selection (&grid, 2, 0, 1, 12);
  g_assert_cmpint (place, ==, 6);
  grid_clear (&grid);
}

/* Escape puts them back; where there is a reason against it they stay. */
static void
test_move_rows_not (void)
{
  Grid grid;
  GdkRectangle line;
  double x, y;
  int place;

  grid_init (&grid, 200, 12);
  let_rows_move (&grid, &place);
  click (&grid, 3, -1);
  get_middle (&grid, 3, -1, &x, &y);
  press_at (&grid, x, y);
  drag_by (&grid, 0, 100);
  g_assert_true (mis_cell_grid_get_line (grid.grid, &line));
  g_assert_true (grid_press (&grid, GDK_KEY_Escape, 0));
  g_assert_false (mis_cell_grid_get_line (grid.grid, &line));
  drag_by (&grid, 0, 120);
  let_go (&grid);
  g_assert_cmpint (place, ==, -1);
  assert_selection (&grid, 3, 0, 1, 12);
  mis_cell_grid_set_move_fault (grid.grid, "It is sorted.");
  press_at (&grid, x, y);
  drag_by (&grid, 0, 100);
  g_assert_false (mis_cell_grid_get_line (grid.grid, &line));
  let_go (&grid);
  g_assert_cmpint (place, ==, -1);
  assert_selection (&grid, 3, 0, 1, 12);
  grid_clear (&grid);
}

/* Held below the last row in view, the place comes to the pointer. */
static void
test_move_rows_far (void)
{
  Grid grid;
  double x, y;
  int place, height;

  grid_init (&grid, 2000, 12);
  let_rows_move (&grid, &place);
  height = get_row_height (&grid);
  click (&grid, 3, -1);
  get_middle (&grid, 3, -1, &x, &y);
  press_at (&grid, x, y);
  drag_by (&grid, 0, 1000);
  app_wait_until (gtk_adjustment_get_value (grid.vertical) > 100 * height);
  let_go (&grid);
  g_assert_cmpint (place, >, 100);
  g_assert_cmpint (place, <=, 2000);
  grid_clear (&grid);
}

static int
get_width (Grid *grid, int column)
{
  return gtk_widget_get_width (GTK_WIDGET (mis_cell_grid_get_cell (grid->grid, 0, column)));
}

static void
test_column_width (void)
{
  Grid grid;
  graphene_rect_t bounds;
  int before, next;
  double x, y;

  grid_init (&grid, 200, 12);
  before = get_width (&grid, 1);
  next = get_width (&grid, 2);
  get_middle (&grid, -1, 1, &x, &y);
  press_at (&grid, x + before / 2.0, y);
  drag_by (&grid, 30, 0);
  let_go (&grid);
  grid_settle (&grid);
  g_assert_cmpint (get_width (&grid, 1), ==, before + 30);
  g_assert_cmpint (get_width (&grid, 2), ==, next);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (mis_cell_grid_get_cell (grid.grid, 0, 2)),
                                            GTK_WIDGET (grid.grid), &bounds));
  grid_assert_cursor (&grid, 0, 0);
  /* It stays when the table changes, and has a least width. */
  test_table_resize (grid.table, 199, 12);
  grid_settle (&grid);
  g_assert_cmpint (get_width (&grid, 1), ==, before + 30);
  press_at (&grid, (double) bounds.origin.x, y);
  drag_by (&grid, -1000, 0);
  let_go (&grid);
  grid_settle (&grid);
  g_assert_cmpint (get_width (&grid, 1), >, 10);
  grid_assert_shows_table (&grid);
  /* Two clicks make it as wide as its texts. */
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (mis_cell_grid_get_cell (grid.grid, 0, 2)),
                                            GTK_WIDGET (grid.grid), &bounds));
  click_twice (&grid, (double) bounds.origin.x, y);
  grid_settle (&grid);
  g_assert_cmpint (get_width (&grid, 1), ==,
                   mis_grid_cell_measure_text (mis_cell_grid_get_cell (grid.grid, 10, 1)));
  grid_clear (&grid);
}

static void
test_double_click (void)
{
  Grid grid;
  double x, y;

  grid_init (&grid, 200, 12);
  get_middle (&grid, 4, 2, &x, &y);
  press_at (&grid, x, y);
  click_twice (&grid, x, y);
  let_go (&grid);
  g_assert_nonnull (mis_cell_grid_get_editor (grid.grid));
  grid_type (&grid, "0.75");
  click (&grid, 8, 2);
  g_assert_null (mis_cell_grid_get_editor (grid.grid));
  grid_assert_text (&grid, 4, 2, "0.75");
  grid_assert_cursor (&grid, 8, 2);
  grid_clear (&grid);
}

/* What cannot be read in the cell can be read above it. */
static void
test_explains (void)
{
  Grid grid;
  g_autofree char *whole = NULL, *marked = NULL, *cut = NULL;
  g_autoptr (GArray) faults = mis_cell_faults_new ();
  const char *name = "A name that is longer than any column of names will be";

  grid_init (&grid, 200, 12);
  test_table_set_flags (grid.table, 2, 2, MIS_CELL_CHANGED | MIS_CELL_NOTED);
  mis_cell_source_edit (MIS_CELL_SOURCE (grid.table), &(MisCellArea){ 1, 0, 1, 1 }, &name, NULL,
                        faults);
  grid_settle (&grid);
  whole = mis_grid_cell_explain (mis_cell_grid_get_cell (grid.grid, 0, 0));
  g_assert_null (whole);
  marked = mis_grid_cell_explain (mis_cell_grid_get_cell (grid.grid, 2, 2));
  g_assert_cmpstr (marked, ==, "Changed. Has a note.");
  cut = mis_grid_cell_explain (mis_cell_grid_get_cell (grid.grid, 1, 0));
  g_assert_cmpstr (cut, ==, name);
  grid_clear (&grid);
}

static gboolean
is_choice (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && gtk_widget_get_ancestor (widget, MIS_TYPE_CHOICE_POPOVER) != NULL
         && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

/* A click in a popover of the grid is none in the grid: the cursor stays where the choice goes. */
static void
test_click_on_choice (void)
{
  Grid grid;
  gpointer choice;

  if (!hand_is_there ())
    return;
  grid_init (&grid, 200, 12);
  mis_cell_grid_set_cursor (grid.grid, 3, 1);
  gtk_widget_grab_focus (GTK_WIDGET (grid.grid));
  hand_press ("F2");
  hand_look ();
  choice = app_find (grid.grid, is_choice, "Speed");
  g_assert_nonnull (choice);
  hand_click (choice, 5, 5, 1);
  app_wait_until (mis_cell_grid_get_editor (grid.grid) == NULL);
  grid_assert_text (&grid, 3, 1, "Speed");
  grid_assert_cursor (&grid, 3, 1);
  grid_clear (&grid);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/cell-grid-pointer/click", test_click);
  g_test_add_func ("/cell-grid-pointer/drag", test_drag);
  g_test_add_func ("/cell-grid-pointer/autoscroll", test_autoscroll);
  g_test_add_func ("/cell-grid-pointer/headings", test_headings);
  g_test_add_func ("/cell-grid-pointer/move-rows", test_move_rows);
  g_test_add_func ("/cell-grid-pointer/move-rows-not", test_move_rows_not);
  g_test_add_func ("/cell-grid-pointer/move-rows-far", test_move_rows_far);
  g_test_add_func ("/cell-grid-pointer/column-width", test_column_width);
  g_test_add_func ("/cell-grid-pointer/double-click", test_double_click);
  g_test_add_func ("/cell-grid-pointer/explains", test_explains);
  g_test_add_func ("/cell-grid-pointer/click-on-choice", test_click_on_choice);
  return app_run ();
}
