/* The keys of a grid of cells: where they go, what they select, and that the cursor stays in view.
 */
#include "grid-fixture.h"

#define N_ROWS 100000
#define N_COLUMNS 44

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

static void
assert_in_view (Grid *grid)
{
  MisGridCell *cell =
      mis_cell_grid_get_cell (grid->grid, (int) mis_cell_grid_get_cursor_row (grid->grid),
                              (int) mis_cell_grid_get_cursor_column (grid->grid));
  GtkWidget *pane;
  graphene_rect_t bounds;

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell), "cursor"));
  pane = gtk_widget_get_parent (GTK_WIDGET (cell));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (cell), pane, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, (float) gtk_widget_get_width (pane));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     (float) gtk_widget_get_height (pane));
}

static void
test_arrows (void)
{
  Grid grid;

  grid_init (&grid, N_ROWS, N_COLUMNS);
  grid_assert_cursor (&grid, 0, 0);
  grid_press (&grid, GDK_KEY_Left, 0);
  grid_press (&grid, GDK_KEY_Up, 0);
  grid_assert_cursor (&grid, 0, 0);
  grid_press (&grid, GDK_KEY_Right, 0);
  grid_press (&grid, GDK_KEY_Down, 0);
  grid_press (&grid, GDK_KEY_KP_Down, 0);
  grid_assert_cursor (&grid, 2, 1);
  grid_press (&grid, GDK_KEY_End, 0);
  grid_assert_cursor (&grid, 2, N_COLUMNS - 1);
  grid_press (&grid, GDK_KEY_Home, 0);
  grid_assert_cursor (&grid, 2, 0);
  grid_press (&grid, GDK_KEY_End, GDK_CONTROL_MASK);
  grid_assert_cursor (&grid, N_ROWS - 1, N_COLUMNS - 1);
  grid_settle (&grid);
  assert_in_view (&grid);
  grid_press (&grid, GDK_KEY_Up, GDK_CONTROL_MASK);
  grid_assert_cursor (&grid, 0, N_COLUMNS - 1);
  grid_press (&grid, GDK_KEY_Left, GDK_CONTROL_MASK);
  grid_assert_cursor (&grid, 0, 0);
  grid_press (&grid, GDK_KEY_Home, GDK_CONTROL_MASK);
  grid_settle (&grid);
  assert_in_view (&grid);
  grid_clear (&grid);
}

/* Where columns run from the right, so do the arrows; Home is still where they begin. */
static void
test_mirrored (void)
{
  Grid grid;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  grid_init (&grid, N_ROWS, N_COLUMNS);
  grid_press (&grid, GDK_KEY_Left, 0);
  grid_assert_cursor (&grid, 0, 1);
  grid_press (&grid, GDK_KEY_Right, 0);
  grid_assert_cursor (&grid, 0, 0);
  grid_press (&grid, GDK_KEY_Left, GDK_CONTROL_MASK);
  grid_assert_cursor (&grid, 0, N_COLUMNS - 1);
  grid_settle (&grid);
  assert_in_view (&grid);
  g_assert_cmpfloat (gtk_adjustment_get_value (grid.horizontal), ==, 0);
  grid_press (&grid, GDK_KEY_Home, 0);
  grid_assert_cursor (&grid, 0, 0);
  grid_settle (&grid);
  assert_in_view (&grid);
  grid_clear (&grid);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_select (void)
{
  Grid grid;

  grid_init (&grid, N_ROWS, N_COLUMNS);
  mis_cell_grid_set_cursor (grid.grid, 5, 5);
  grid_press (&grid, GDK_KEY_Right, GDK_SHIFT_MASK);
  grid_press (&grid, GDK_KEY_Up, GDK_SHIFT_MASK);
  grid_press (&grid, GDK_KEY_Up, GDK_SHIFT_MASK);
  assert_selection (&grid, 3, 5, 3, 2);
  grid_assert_cursor (&grid, 5, 5);
  grid_press (&grid, GDK_KEY_Escape, 0);
  assert_selection (&grid, 5, 5, 1, 1);
  g_assert_false (grid_press (&grid, GDK_KEY_Escape, 0));
  grid_press (&grid, GDK_KEY_End, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_selection (&grid, 5, 5, N_ROWS - 5, N_COLUMNS - 5);
  grid_press (&grid, GDK_KEY_a, GDK_CONTROL_MASK);
  assert_selection (&grid, 0, 0, N_ROWS, N_COLUMNS);
  mis_cell_grid_set_cursor (grid.grid, 7, 3);
  grid_press (&grid, GDK_KEY_space, GDK_SHIFT_MASK);
  assert_selection (&grid, 7, 0, 1, N_COLUMNS);
  mis_cell_grid_set_cursor (grid.grid, 7, 3);
  grid_press (&grid, GDK_KEY_space, GDK_CONTROL_MASK);
  assert_selection (&grid, 0, 3, N_ROWS, 1);
  mis_cell_grid_select (grid.grid, &(MisCellArea){ 2, 1, 3, 4 });
  assert_selection (&grid, 2, 1, 3, 4);
  grid_clear (&grid);
}

/* Whatever is pressed, the cell that it is about can be seen and says what it should. */
static void
test_random_keys (void)
{
  static const guint keys[] = { GDK_KEY_Up,      GDK_KEY_Down,      GDK_KEY_Left, GDK_KEY_Right,
                                GDK_KEY_Page_Up, GDK_KEY_Page_Down, GDK_KEY_Home, GDK_KEY_End };
  Grid grid;
  guint n_widgets;

  grid_init (&grid, N_ROWS, N_COLUMNS);
  n_widgets = grid_count_widgets (&grid);
  for (guint i = 0; i < 400; i++)
    {
      guint key = keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))];

      grid_press (&grid, key, g_test_rand_int_range (0, 12) == 0 ? GDK_CONTROL_MASK : 0);
      if (i % 20 != 0)
        continue;
      grid_settle (&grid);
      assert_in_view (&grid);
      grid_assert_shows_table (&grid);
    }
  g_assert_cmpuint (grid_count_widgets (&grid), ==, n_widgets);
  grid_clear (&grid);
}

/* A page is what is in view, less a row, and the cursor keeps its height. */
static void
test_pages (void)
{
  Grid grid;
  guint first, second;

  grid_init (&grid, N_ROWS, N_COLUMNS);
  mis_cell_grid_set_cursor (grid.grid, 3, 0);
  grid_press (&grid, GDK_KEY_Page_Down, 0);
  first = mis_cell_grid_get_cursor_row (grid.grid);
  g_assert_cmpuint (first, >, 5);
  grid_press (&grid, GDK_KEY_Page_Down, 0);
  second = mis_cell_grid_get_cursor_row (grid.grid);
  g_assert_cmpuint (second - first, ==, first - 3);
  grid_settle (&grid);
  assert_in_view (&grid);
  grid_press (&grid, GDK_KEY_Page_Up, 0);
  grid_press (&grid, GDK_KEY_Page_Up, 0);
  grid_assert_cursor (&grid, 3, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (grid.vertical), ==, 0);
  grid_clear (&grid);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/cell-grid-keys/arrows", test_arrows);
  g_test_add_func ("/cell-grid-keys/mirrored", test_mirrored);
  g_test_add_func ("/cell-grid-keys/select", test_select);
  g_test_add_func ("/cell-grid-keys/random-keys", test_random_keys);
  g_test_add_func ("/cell-grid-keys/pages", test_pages);
  return app_run ();
}
