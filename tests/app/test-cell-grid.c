/* A grid of cells as it is seen: few widgets, whatever is scrolled; each says what its place says.
 */
#include "grid-fixture.h"

#include <math.h>

#define N_ROWS 100000
#define N_COLUMNS 44

static void
test_bounded (void)
{
  Grid grid;
  guint n_widgets;

  grid_init (&grid, N_ROWS, N_COLUMNS);
  n_widgets = grid_count_widgets (&grid);
  g_assert_cmpuint (n_widgets, <, 1000);
  for (guint i = 0; i < 40; i++)
    {
      gtk_adjustment_set_value (grid.vertical, g_test_rand_double_range (0, 2.6e6));
      gtk_adjustment_set_value (grid.horizontal, g_test_rand_double_range (0, 3000));
      grid_settle (&grid);
      g_assert_cmpuint (grid_count_widgets (&grid), ==, n_widgets);
      grid_assert_shows_table (&grid);
    }
  grid_clear (&grid);
}

/* The last row ends where the view does, however many there are: pixels are whole numbers. */
static void
test_ends (void)
{
  Grid grid;
  graphene_rect_t bounds;
  MisGridCell *last;

  grid_init (&grid, N_ROWS, N_COLUMNS);
  gtk_adjustment_set_value (grid.vertical, gtk_adjustment_get_upper (grid.vertical));
  gtk_adjustment_set_value (grid.horizontal, gtk_adjustment_get_upper (grid.horizontal));
  grid_settle (&grid);
  last = mis_cell_grid_get_cell (grid.grid, N_ROWS - 1, N_COLUMNS - 1);
  g_assert_nonnull (last);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (last), GTK_WIDGET (grid.grid), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, ==,
                     (float) gtk_widget_get_height (GTK_WIDGET (grid.grid)));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, ==,
                     (float) gtk_widget_get_width (GTK_WIDGET (grid.grid)));
  g_assert_nonnull (mis_cell_grid_get_cell (grid.grid, N_ROWS - 1, 0));
  g_assert_nonnull (mis_cell_grid_get_cell (grid.grid, -1, N_COLUMNS - 1));
  grid_clear (&grid);
}

/* Scrolling by a row asks for a row of cells, not for all that are in view. */
static void
test_asks_for_what_is_new (void)
{
  Grid grid;
  guint before, row_height;

  grid_init (&grid, N_ROWS, N_COLUMNS);
  grid_settle (&grid);
  row_height =
      (guint) gtk_widget_get_height (GTK_WIDGET (mis_cell_grid_get_cell (grid.grid, 0, 0)));
  gtk_adjustment_set_value (grid.vertical, 10 * row_height);
  grid_settle (&grid);
  before = test_table_get_n_asked (grid.table);
  gtk_adjustment_set_value (grid.vertical, 11 * row_height);
  grid_settle (&grid);
  /* At most one row: each cell itself, and its row's name for assistive tools. */
  g_assert_cmpuint (test_table_get_n_asked (grid.table) - before, <=, N_COLUMNS / 2);
  g_assert_cmpuint (test_table_get_n_asked (grid.table) - before, >, 0);
  before = test_table_get_n_asked (grid.table);
  gtk_adjustment_set_value (grid.vertical, 11 * row_height + 3);
  grid_settle (&grid);
  g_assert_cmpuint (test_table_get_n_asked (grid.table) - before, <=, N_COLUMNS / 2);
  grid_clear (&grid);
}

static void
test_follows_source (void)
{
  Grid grid;

  grid_init (&grid, 50, 10);
  mis_cell_grid_set_cursor (grid.grid, 49, 9);
  grid_settle (&grid);
  test_table_resize (grid.table, 20, 5);
  grid_assert_cursor (&grid, 19, 4);
  grid_settle (&grid);
  grid_assert_shows_table (&grid);
  test_table_resize (grid.table, 0, 0);
  grid_settle (&grid);
  g_assert_null (mis_cell_grid_get_cell (grid.grid, 0, 0));
  g_assert_false (grid_press (&grid, GDK_KEY_Down, 0));
  g_assert_false (grid_press (&grid, GDK_KEY_a, 0));
  test_table_resize (grid.table, 3, 3);
  grid_settle (&grid);
  grid_assert_shows_table (&grid);
  mis_cell_grid_set_source (grid.grid, NULL);
  grid_settle (&grid);
  g_assert_null (mis_cell_grid_get_source (grid.grid));
  grid_clear (&grid);
}

/* Nobody sees it, so it asks for nothing, however often its source changes; then for all. */
static void
test_out_of_sight (void)
{
  Grid grid;
  guint before;

  grid_init (&grid, 50, 10);
  grid_settle (&grid);
  gtk_widget_set_visible (GTK_WIDGET (grid.grid), FALSE);
  grid_settle (&grid);
  before = test_table_get_n_columns_asked (grid.table);
  test_table_resize (grid.table, 5, 5);
  test_table_resize (grid.table, 20, 4);
  grid_settle (&grid);
  g_assert_cmpuint (test_table_get_n_columns_asked (grid.table), ==, before);
  gtk_widget_set_visible (GTK_WIDGET (grid.grid), TRUE);
  grid_settle (&grid);
  grid_assert_shows_table (&grid);
  grid_clear (&grid);
}

/* Below the last row there is nothing. */
static void
test_short (void)
{
  Grid grid;
  GtkWidget *cell, *pane;

  grid_init (&grid, 3, 5);
  cell = GTK_WIDGET (mis_cell_grid_get_cell (grid.grid, 2, -1));
  pane = gtk_widget_get_parent (cell);
  g_assert_cmpint (gtk_widget_get_height (pane), ==, 3 * gtk_widget_get_height (cell));
  g_assert_null (mis_cell_grid_get_cell (grid.grid, 3, 0));
  grid_assert_shows_table (&grid);
  grid_clear (&grid);
}

static void
assert_bounds (Grid *grid, int row, int column, graphene_rect_t *bounds)
{
  MisGridCell *cell = mis_cell_grid_get_cell (grid->grid, row, column);

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (grid->grid), bounds));
}

/* Neighbours touch, headings stand above their column, and columns run from the start. */
static void
assert_geometry (gboolean mirrored)
{
  Grid grid;
  graphene_rect_t number, name, goal, weight, title;
  int sign = mirrored ? -1 : 1;

  gtk_widget_set_default_direction (mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  grid_init (&grid, N_ROWS, N_COLUMNS);
  assert_bounds (&grid, 0, -1, &number);
  assert_bounds (&grid, 0, 0, &name);
  assert_bounds (&grid, 0, 1, &goal);
  assert_bounds (&grid, 0, 2, &weight);
  assert_bounds (&grid, -1, 2, &title);
  g_assert_cmpfloat ((float) sign * (weight.origin.x - goal.origin.x), >, 0);
  g_assert_cmpfloat ((float) sign * (goal.origin.x - name.origin.x), >, 0);
  g_assert_cmpfloat ((float) sign * (name.origin.x - number.origin.x), >, 0);
  if (mirrored)
    g_assert_cmpfloat (number.origin.x + number.size.width, ==,
                       (float) gtk_widget_get_width (GTK_WIDGET (grid.grid)));
  else
    g_assert_cmpfloat (number.origin.x + number.size.width, ==, name.origin.x);
  g_assert_cmpfloat (title.origin.x, ==, weight.origin.x);
  g_assert_cmpfloat (title.size.width, ==, weight.size.width);
  g_assert_cmpfloat (title.origin.y + title.size.height, ==, weight.origin.y);
  grid_clear (&grid);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_geometry (void)
{
  assert_geometry (FALSE);
  assert_geometry (TRUE);
}

/* What reads the screen hears where it is and what is there. */
static void
test_names (void)
{
  Grid grid;
  MisGridCell *cell;

  grid_init (&grid, N_ROWS, N_COLUMNS);
  test_table_set_flags (grid.table, 2, 2, MIS_CELL_UNCERTAIN | MIS_CELL_NOTED);
  grid_settle (&grid);
  gtk_test_accessible_assert_role (grid.grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_relation (grid.grid, GTK_ACCESSIBLE_RELATION_ROW_COUNT, N_ROWS);
  gtk_test_accessible_assert_relation (grid.grid, GTK_ACCESSIBLE_RELATION_COL_COUNT, N_COLUMNS);
  cell = mis_cell_grid_get_cell (grid.grid, 2, 2);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Agent 2, Food 1, Weight: 0.2");
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Has a range. Has a note.");
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 3);
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_COL_INDEX, 3);
  cell = mis_cell_grid_get_cell (grid.grid, -1, 2);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Weight");
  gtk_adjustment_set_value (grid.vertical, 1e6);
  grid_settle (&grid);
  cell = mis_cell_grid_get_cell (grid.grid, 40000, -1);
  if (cell != NULL)
    gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "40001");
  grid_clear (&grid);
}

/* The heading of a group stays in view as long as one of its columns does. */
static void
test_group_headings (void)
{
  Grid grid;
  MisGridCell *heading;
  graphene_rect_t bounds, name;

  grid_init (&grid, N_ROWS, N_COLUMNS);
  gtk_adjustment_set_value (grid.horizontal, 40);
  grid_settle (&grid);
  heading = mis_cell_grid_get_cell (grid.grid, -2, 1);
  g_assert_cmpstr (mis_grid_cell_get_text (heading), ==, "Food 1");
  assert_bounds (&grid, -2, 1, &bounds);
  assert_bounds (&grid, -1, 0, &name);
  g_assert_cmpfloat (bounds.origin.x, ==, name.origin.x + name.size.width);
  assert_bounds (&grid, -2, 2, &bounds);
  g_assert_cmpfloat (bounds.size.width, ==, 0);
  grid_clear (&grid);
}

/* However wide the columns are that stay, there is room for those that are scrolled. */
static void
test_narrow (void)
{
  Grid grid;
  graphene_rect_t name;
  int minimum;

  grid_init (&grid, 100, N_COLUMNS);
  gtk_widget_measure (GTK_WIDGET (grid.grid), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <, 300);
  gtk_window_set_default_size (GTK_WINDOW (grid.window), 240, 400);
  app_wait_until (gtk_widget_get_width (GTK_WIDGET (grid.grid)) < 300);
  grid_settle (&grid);
  assert_bounds (&grid, 0, 0, &name);
  g_assert_cmpfloat (name.size.width, <=,
                     (float) gtk_widget_get_width (GTK_WIDGET (grid.grid)) / 2);
  grid_assert_shows_table (&grid);
  grid_clear (&grid);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/cell-grid/bounded", test_bounded);
  g_test_add_func ("/cell-grid/ends", test_ends);
  g_test_add_func ("/cell-grid/asks-for-what-is-new", test_asks_for_what_is_new);
  g_test_add_func ("/cell-grid/follows-source", test_follows_source);
  g_test_add_func ("/cell-grid/out-of-sight", test_out_of_sight);
  g_test_add_func ("/cell-grid/short", test_short);
  g_test_add_func ("/cell-grid/geometry", test_geometry);
  g_test_add_func ("/cell-grid/names", test_names);
  g_test_add_func ("/cell-grid/group-headings", test_group_headings);
  g_test_add_func ("/cell-grid/narrow", test_narrow);
  return app_run ();
}
