/* Typing into a cell: what begins and ends it, and what becomes of a text that cannot be taken. */
#include "grid-fixture.h"

static void
grid_init_at (Grid *grid, guint row, guint column)
{
  grid_init (grid, 200, 12);
  mis_cell_grid_set_cursor (grid->grid, row, column);
}

static const char *
get_typed (Grid *grid)
{
  GtkText *editor = mis_cell_grid_get_editor (grid->grid);

  return editor != NULL ? gtk_editable_get_text (GTK_EDITABLE (editor)) : NULL;
}

static void
assert_marked (Grid *grid, int row, int column, gboolean marked)
{
  MisGridCell *cell = mis_cell_grid_get_cell (grid->grid, row, column);

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell), "fault") == marked);
  if (marked)
    gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_INVALID,
                                      GTK_ACCESSIBLE_INVALID_TRUE);
}

static void
test_type_and_enter (void)
{
  Grid grid;

  grid_init_at (&grid, 3, 2);
  g_assert_true (grid_press (&grid, GDK_KEY_0, 0));
  g_assert_cmpstr (get_typed (&grid), ==, "0");
  grid_type (&grid, "0.5");
  grid_press (&grid, GDK_KEY_Return, 0);
  g_assert_null (get_typed (&grid));
  grid_assert_text (&grid, 3, 2, "0.5");
  grid_assert_cursor (&grid, 4, 2);
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 1);
  g_assert_null (test_table_get_step (grid.table));
  grid_settle (&grid);
  grid_assert_shows_table (&grid);
  grid_clear (&grid);
}

/* Both keys keep what stands there; what stays the same is no step. */
static void
test_enter_keeps (void)
{
  Grid grid;

  grid_init_at (&grid, 3, 2);
  grid_press (&grid, GDK_KEY_F2, 0);
  g_assert_cmpstr (get_typed (&grid), ==, "0.27");
  grid_press (&grid, GDK_KEY_Return, 0);
  grid_assert_cursor (&grid, 4, 2);
  grid_press (&grid, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_typed (&grid), ==, "0.34");
  grid_press (&grid, GDK_KEY_Return, GDK_SHIFT_MASK);
  grid_assert_cursor (&grid, 3, 2);
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 0);
  grid_clear (&grid);
}

/* A row is filled with Tab, and Enter goes below where that began. */
static void
test_tab (void)
{
  Grid grid;

  grid_init_at (&grid, 3, 2);
  grid_press (&grid, GDK_KEY_1, 0);
  grid_press (&grid, GDK_KEY_Tab, 0);
  grid_assert_cursor (&grid, 3, 3);
  g_assert_null (get_typed (&grid));
  grid_press (&grid, GDK_KEY_s, 0);
  grid_type (&grid, "sa");
  grid_press (&grid, GDK_KEY_Tab, 0);
  grid_assert_cursor (&grid, 3, 4);
  grid_assert_text (&grid, 3, 3, "Safety");
  grid_press (&grid, GDK_KEY_0, 0);
  grid_press (&grid, GDK_KEY_Return, 0);
  grid_assert_cursor (&grid, 4, 2);
  grid_assert_text (&grid, 3, 2, "1");
  grid_assert_text (&grid, 3, 4, "0");
  grid_press (&grid, GDK_KEY_1, 0);
  grid_press (&grid, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  grid_assert_cursor (&grid, 4, 1);
  /* Where nobody types, Tab leaves the grid. */
  g_assert_false (grid_press (&grid, GDK_KEY_Tab, 0));
  grid_clear (&grid);
}

static void
test_escape_restores (void)
{
  Grid grid;

  grid_init_at (&grid, 3, 2);
  grid_press (&grid, GDK_KEY_9, 0);
  grid_press (&grid, GDK_KEY_Escape, 0);
  g_assert_null (get_typed (&grid));
  grid_assert_text (&grid, 3, 2, "0.27");
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 0);
  grid_assert_cursor (&grid, 3, 2);
  grid_clear (&grid);
}

/* Arrows end what was typed over a cell; in a text that is being changed they move. */
static void
test_arrows (void)
{
  Grid grid;

  grid_init_at (&grid, 3, 2);
  grid_press (&grid, GDK_KEY_1, 0);
  grid_press (&grid, GDK_KEY_Right, 0);
  grid_assert_cursor (&grid, 3, 3);
  grid_assert_text (&grid, 3, 2, "1");
  grid_press (&grid, GDK_KEY_Left, 0);
  grid_press (&grid, GDK_KEY_F2, 0);
  g_assert_false (grid_press (&grid, GDK_KEY_Left, 0));
  g_assert_nonnull (get_typed (&grid));
  grid_press (&grid, GDK_KEY_Down, 0);
  grid_assert_cursor (&grid, 4, 2);
  grid_clear (&grid);
}

static void
test_fault (void)
{
  Grid grid;

  grid_init_at (&grid, 3, 2);
  grid_press (&grid, GDK_KEY_2, 0);
  grid_press (&grid, GDK_KEY_Return, 0);
  /* It can be mended at once. */
  g_assert_cmpstr (get_typed (&grid), ==, "2");
  grid_assert_cursor (&grid, 3, 2);
  assert_marked (&grid, 3, 2, TRUE);
  g_assert_cmpstr (mis_cell_grid_get_fault (grid.grid), ==, "“2” is no number from 0 to 1.");
  gtk_test_accessible_assert_property (mis_cell_grid_get_cell (grid.grid, 3, 2),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "“2” is no number from 0 to 1.");
  g_assert_false (mis_cell_grid_commit (grid.grid));
  /* Who goes elsewhere leaves the text behind, and the table as it was. */
  mis_cell_grid_set_cursor (grid.grid, 6, 2);
  g_assert_null (get_typed (&grid));
  g_assert_null (mis_cell_grid_get_fault (grid.grid));
  assert_marked (&grid, 3, 2, TRUE);
  g_assert_cmpstr (mis_grid_cell_get_text (mis_cell_grid_get_cell (grid.grid, 3, 2)), ==, "2");
  grid_assert_text (&grid, 3, 2, "0.27");
  /* Out of view and back. */
  mis_cell_grid_set_cursor (grid.grid, 199, 2);
  grid_settle (&grid);
  g_assert_null (mis_cell_grid_get_cell (grid.grid, 3, 2));
  mis_cell_grid_set_cursor (grid.grid, 3, 2);
  grid_settle (&grid);
  assert_marked (&grid, 3, 2, TRUE);
  g_assert_nonnull (mis_cell_grid_get_fault (grid.grid));
  /* Mended. */
  grid_press (&grid, GDK_KEY_F2, 0);
  g_assert_cmpstr (get_typed (&grid), ==, "2");
  grid_type (&grid, "0.2");
  grid_press (&grid, GDK_KEY_Return, 0);
  grid_assert_text (&grid, 3, 2, "0.2");
  assert_marked (&grid, 3, 2, FALSE);
  grid_clear (&grid);
}

/* Another field above the grid, as on the pages. */
static GtkWidget *
add_field (Grid *grid)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *field = gtk_entry_new ();

  g_object_ref (grid->scrolled);
  gtk_window_set_child (GTK_WINDOW (grid->window), box);
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), grid->scrolled);
  gtk_widget_set_vexpand (grid->scrolled, TRUE);
  g_object_unref (grid->scrolled);
  return field;
}

/* Whoever clicks on another field takes what is typed along, and GTK finds its way from one to the
 * other; coming back at once, too. */
static void
test_focus_goes (void)
{
  Grid grid;
  GtkWidget *field;

  grid_init_at (&grid, 3, 2);
  field = add_field (&grid);
  app_wait_until (gtk_window_is_active (GTK_WINDOW (grid.window)));
  for (guint i = 0; i < 3; i++)
    {
      mis_cell_grid_set_cursor (grid.grid, 3 + i, 2);
      gtk_widget_grab_focus (GTK_WIDGET (grid.grid));
      grid_press (&grid, GDK_KEY_0, 0);
      grid_type (&grid, "0.5");
      gtk_widget_grab_focus (field);
      g_assert_null (get_typed (&grid));
      grid_assert_text (&grid, 3 + i, 2, "0.5");
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (
                         GTK_EDITABLE (field)))));
    }
  grid_settle (&grid);
  g_assert_null (app_find_type (grid.grid, GTK_TYPE_TEXT));
  grid_assert_shows_table (&grid);
  grid_press (&grid, GDK_KEY_0, 0);
  grid_type (&grid, "0.6");
  gtk_widget_grab_focus (field);
  grid_clear (&grid);
}

static void
test_fault_and_escape (void)
{
  Grid grid;

  grid_init_at (&grid, 3, 2);
  grid_press (&grid, GDK_KEY_x, 0);
  mis_cell_grid_set_cursor (grid.grid, 4, 2);
  assert_marked (&grid, 3, 2, TRUE);
  mis_cell_grid_set_cursor (grid.grid, 3, 2);
  g_assert_true (grid_press (&grid, GDK_KEY_Escape, 0));
  assert_marked (&grid, 3, 2, FALSE);
  grid_press (&grid, GDK_KEY_x, 0);
  grid_press (&grid, GDK_KEY_Return, 0);
  grid_press (&grid, GDK_KEY_Escape, 0);
  assert_marked (&grid, 3, 2, FALSE);
  g_assert_null (get_typed (&grid));
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 0);
  grid_settle (&grid);
  grid_assert_shows_table (&grid);
  grid_clear (&grid);
}

/* The text belongs to a row by its name: it does not appear in another. */
static void
test_fault_goes_with_its_row (void)
{
  Grid grid;
  g_autoptr (GArray) faults = mis_cell_faults_new ();
  const char *name = "Somebody else";

  grid_init_at (&grid, 3, 2);
  grid_press (&grid, GDK_KEY_x, 0);
  mis_cell_grid_set_cursor (grid.grid, 4, 2);
  mis_cell_source_edit (MIS_CELL_SOURCE (grid.table), &(MisCellArea){ 3, 0, 1, 1 }, &name, NULL,
                        faults);
  grid_settle (&grid);
  assert_marked (&grid, 3, 2, FALSE);
  grid_assert_shows_table (&grid);
  grid_clear (&grid);
}

static void
test_delete (void)
{
  Grid grid;

  grid_init_at (&grid, 3, 2);
  grid_press (&grid, GDK_KEY_1, 0);
  grid_press (&grid, GDK_KEY_Up, 0);
  grid_press (&grid, GDK_KEY_Down, 0);
  grid_assert_text (&grid, 3, 2, "1");
  grid_press (&grid, GDK_KEY_Delete, 0);
  grid_assert_text (&grid, 3, 2, "0.27");
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 2);
  grid_clear (&grid);
}

static void
test_fixed (void)
{
  Grid grid;

  grid_init_at (&grid, 3, 2);
  test_table_set_flags (grid.table, 3, 2, MIS_CELL_FIXED);
  grid_press (&grid, GDK_KEY_1, 0);
  g_assert_null (get_typed (&grid));
  grid_press (&grid, GDK_KEY_F2, 0);
  g_assert_null (get_typed (&grid));
  grid_press (&grid, GDK_KEY_Delete, 0);
  grid_assert_text (&grid, 3, 2, "0.27");
  grid_clear (&grid);
}

/* Typing finds one of the choices; what is none of them is for the source to refuse. */
static void
test_choices (void)
{
  Grid grid;

  grid_init_at (&grid, 3, 3);
  g_assert_true (grid_press (&grid, GDK_KEY_F2, 0));
  g_assert_cmpstr (get_typed (&grid), ==, "Profit");
  grid_press (&grid, GDK_KEY_Down, 0);
  grid_press (&grid, GDK_KEY_Down, 0);
  grid_press (&grid, GDK_KEY_Return, 0);
  grid_assert_text (&grid, 3, 3, "Speed");
  grid_assert_cursor (&grid, 4, 3);
  grid_press (&grid, GDK_KEY_Return, 0);
  grid_type (&grid, "FIT");
  grid_press (&grid, GDK_KEY_Return, 0);
  grid_assert_text (&grid, 4, 3, "Profit");
  grid_press (&grid, GDK_KEY_x, 0);
  grid_press (&grid, GDK_KEY_Return, 0);
  g_assert_cmpstr (mis_cell_grid_get_fault (grid.grid), ==, "“x” is no goal of this area.");
  grid_press (&grid, GDK_KEY_Escape, 0);
  grid_clear (&grid);
}

/* A window that goes while somebody types, and a source that loses the row. */
static void
test_goes (void)
{
  Grid grid;

  grid_init_at (&grid, 3, 2);
  grid_press (&grid, GDK_KEY_2, 0);
  grid_press (&grid, GDK_KEY_Return, 0);
  grid_clear (&grid);
  grid_init_at (&grid, 3, 3);
  grid_press (&grid, GDK_KEY_Return, 0);
  test_table_resize (grid.table, 2, 12);
  g_assert_null (get_typed (&grid));
  grid_settle (&grid);
  grid_assert_shows_table (&grid);
  grid_clear (&grid);
}

/* With the only row goes what is being typed in it, wherever the cursor is then. */
static void
test_only_row_goes (void)
{
  Grid grid;

  grid_init_at (&grid, 0, 0);
  test_table_resize (grid.table, 1, 12);
  grid_press (&grid, GDK_KEY_F2, 0);
  grid_type (&grid, "Typed");
  test_table_resize (grid.table, 0, 12);
  g_assert_null (get_typed (&grid));
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 0);
  grid_clear (&grid);
}

/* A click on a control elsewhere takes the text, while GTK is telling all around the field that the
 * keyboard goes. */
static void
test_leave (void)
{
  Grid grid;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label ("Elsewhere");

  grid_init_at (&grid, 3, 2);
  g_object_ref (grid.scrolled);
  gtk_window_set_child (GTK_WINDOW (grid.window), box);
  gtk_widget_set_vexpand (grid.scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), grid.scrolled);
  gtk_box_append (GTK_BOX (box), button);
  g_object_unref (grid.scrolled);
  grid_settle (&grid);
  for (guint i = 0; i < 2; i++)
    {
      grid_press (&grid, GDK_KEY_0, 0);
      grid_type (&grid, i == 0 ? "0.5" : "0.25");
      g_assert_true (gtk_widget_grab_focus (button));
      g_assert_null (get_typed (&grid));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (grid.window)) == button);
      grid_assert_text (&grid, 3, 2, i == 0 ? "0.5" : "0.25");
      gtk_widget_grab_focus (GTK_WIDGET (grid.grid));
    }
  grid_settle (&grid);
  grid_assert_shows_table (&grid);
  grid_clear (&grid);
}

/* Who leaves and comes back at once may find the keyboard in what is left of the field. That loses
 * it to the next field, which is not closed by it. */
static void
test_begins_from_left_field (void)
{
  Grid grid;
  GtkWidget *field, *left;

  grid_init_at (&grid, 3, 2);
  field = add_field (&grid);
  app_wait_until (gtk_window_is_active (GTK_WINDOW (grid.window)));
  mis_cell_grid_begin_edit (grid.grid);
  left = GTK_WIDGET (mis_cell_grid_get_editor (grid.grid));
  gtk_widget_grab_focus (field);
  g_assert_null (get_typed (&grid));
  g_assert_true (gtk_widget_grab_focus (left));
  mis_cell_grid_begin_edit (grid.grid);
  g_assert_nonnull (get_typed (&grid));
  grid_settle (&grid);
  g_assert_nonnull (get_typed (&grid));
  grid_clear (&grid);
}

static void
take_rows_away (TestTable *table)
{
  test_table_resize (table, 0, 12);
}

/* What has the keyboard until then finishes what was typed there, which may change the table. */
static void
test_begins_while_table_goes (void)
{
  Grid grid;
  GtkWidget *field;
  GtkEventController *focus = gtk_event_controller_focus_new ();

  grid_init_at (&grid, 3, 2);
  field = add_field (&grid);
  gtk_widget_add_controller (field, focus);
  app_wait_until (gtk_window_is_active (GTK_WINDOW (grid.window)));
  gtk_widget_grab_focus (field);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (take_rows_away), grid.table);
  mis_cell_grid_begin_edit (grid.grid);
  g_assert_null (get_typed (&grid));
  grid_settle (&grid);
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 0);
  grid_clear (&grid);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/cell-grid-edit/type-and-enter", test_type_and_enter);
  g_test_add_func ("/cell-grid-edit/enter-keeps", test_enter_keeps);
  g_test_add_func ("/cell-grid-edit/tab", test_tab);
  g_test_add_func ("/cell-grid-edit/escape-restores", test_escape_restores);
  g_test_add_func ("/cell-grid-edit/arrows", test_arrows);
  g_test_add_func ("/cell-grid-edit/fault", test_fault);
  g_test_add_func ("/cell-grid-edit/focus-goes", test_focus_goes);
  g_test_add_func ("/cell-grid-edit/fault-and-escape", test_fault_and_escape);
  g_test_add_func ("/cell-grid-edit/fault-goes-with-its-row", test_fault_goes_with_its_row);
  g_test_add_func ("/cell-grid-edit/delete", test_delete);
  g_test_add_func ("/cell-grid-edit/fixed", test_fixed);
  g_test_add_func ("/cell-grid-edit/choices", test_choices);
  g_test_add_func ("/cell-grid-edit/goes", test_goes);
  g_test_add_func ("/cell-grid-edit/only-row-goes", test_only_row_goes);
  g_test_add_func ("/cell-grid-edit/leave", test_leave);
  g_test_add_func ("/cell-grid-edit/begins-from-left-field", test_begins_from_left_field);
  g_test_add_func ("/cell-grid-edit/begins-while-table-goes", test_begins_while_table_goes);
  return app_run ();
}
