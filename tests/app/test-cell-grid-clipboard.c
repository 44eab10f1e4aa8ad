/* Many cells at once: what is copied, and what becomes of what is pasted: all of it or nothing. */
#include "grid-fixture.h"

static char *
read_clipboard (Grid *grid)
{
  GdkContentProvider *content =
      gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (grid->grid)));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_nonnull (content);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  return g_value_dup_string (&value);
}

static void
activate (Grid *grid, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (grid->grid), action, NULL));
}

static AdwMessageDialog *
find_dialog (Grid *grid)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (dialog) && gtk_widget_get_mapped (GTK_WIDGET (dialog)))
        return ADW_MESSAGE_DIALOG (dialog);
    }
  return NULL;
}

static void
paste (Grid *grid, const char *text)
{
  guint before = test_table_get_n_edits (grid->table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (grid->grid)), text);
  activate (grid, "cells.paste");
  app_wait_until (test_table_get_n_edits (grid->table) > before || find_dialog (grid) != NULL);
}

static void
close_dialog (Grid *grid)
{
  app_respond (app_wait_for_dialog (grid->window), "close");
  app_wait_until (find_dialog (grid) == NULL);
}

static void
select_area (Grid *grid, guint row, guint column, guint n_rows, guint n_columns)
{
  mis_cell_grid_select (grid->grid, &(MisCellArea){ row, column, n_rows, n_columns });
}

static void
put (Grid *grid, guint row, const char *name)
{
  g_autoptr (GArray) faults = mis_cell_faults_new ();

  g_assert_true (mis_cell_source_edit (MIS_CELL_SOURCE (grid->table),
                                       &(MisCellArea){ row, 0, 1, 1 }, &name, NULL, faults));
}

static void
test_copy (void)
{
  Grid grid;
  g_autofree char *one = NULL, *many = NULL;

  grid_init (&grid, 200, 12);
  select_area (&grid, 3, 2, 1, 1);
  activate (&grid, "cells.copy");
  one = read_clipboard (&grid);
  g_assert_cmpstr (one, ==, "0.27");
  select_area (&grid, 3, 0, 2, 3);
  grid_press (&grid, GDK_KEY_c, GDK_CONTROL_MASK);
  many = read_clipboard (&grid);
  g_assert_cmpstr (many, ==, "Agent 3\tSafety\t0.27\nAgent 4\tSpeed\t0.34\n");
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 0);
  grid_clear (&grid);
}

/* Texts of all kinds go out and come back elsewhere as they are. */
static void
test_round_trip (void)
{
  static const char *const nasty[] = {
    "a\tb", "two\nlines", "\"quoted\"", "\r\n", "  spaces  ", "ß€漢", "'", "=1+1", "\"",
  };
  Grid grid;
  g_autofree char *copied = NULL;

  grid_init (&grid, 200, 12);
  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    put (&grid, i, nasty[i]);
  select_area (&grid, 0, 0, G_N_ELEMENTS (nasty), 1);
  activate (&grid, "cells.copy");
  copied = read_clipboard (&grid);
  mis_cell_grid_set_cursor (grid.grid, 100, 0);
  paste (&grid, copied);
  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    grid_assert_text (&grid, 100 + i, 0, nasty[i]);
  g_assert_cmpstr (test_table_get_step (grid.table), ==, "Paste 9 Cells");
  grid_clear (&grid);
}

static void
test_paste_block (void)
{
  Grid grid;
  MisCellArea area;

  grid_init (&grid, 200, 12);
  mis_cell_grid_set_cursor (grid.grid, 10, 1);
  paste (&grid, "Safety\t0,25\r\nSpeed\t50 %\r\n");
  grid_assert_text (&grid, 10, 1, "Safety");
  grid_assert_text (&grid, 10, 2, "0,25");
  grid_assert_text (&grid, 11, 1, "Speed");
  grid_assert_text (&grid, 11, 2, "50 %");
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 1);
  g_assert_cmpstr (test_table_get_step (grid.table), ==, "Paste 4 Cells");
  mis_cell_grid_get_selection (grid.grid, &area);
  g_assert_cmpuint (area.row, ==, 10);
  g_assert_cmpuint (area.column, ==, 1);
  g_assert_cmpuint (area.n_rows, ==, 2);
  g_assert_cmpuint (area.n_columns, ==, 2);
  grid_settle (&grid);
  grid_assert_shows_table (&grid);
  grid_clear (&grid);
}

/* One text fills the selection; a block goes in as often as it fits, or once. */
static void
test_paste_repeats (void)
{
  Grid grid;

  grid_init (&grid, 200, 12);
  select_area (&grid, 5, 2, 4, 1);
  paste (&grid, "0.5");
  for (guint row = 5; row < 9; row++)
    grid_assert_text (&grid, row, 2, "0.5");
  g_assert_cmpstr (test_table_get_step (grid.table), ==, "Paste 4 Cells");
  select_area (&grid, 20, 2, 4, 1);
  paste (&grid, "0.1\n0.2\n");
  grid_assert_text (&grid, 20, 2, "0.1");
  grid_assert_text (&grid, 21, 2, "0.2");
  grid_assert_text (&grid, 22, 2, "0.1");
  grid_assert_text (&grid, 23, 2, "0.2");
  select_area (&grid, 30, 2, 3, 1);
  paste (&grid, "0.1\n0.2\n");
  grid_assert_text (&grid, 31, 2, "0.2");
  grid_assert_text (&grid, 32, 2, "0.3");
  grid_clear (&grid);
}

/* Where a row is shorter nothing changes. */
static void
test_paste_ragged (void)
{
  Grid grid;

  grid_init (&grid, 200, 12);
  mis_cell_grid_set_cursor (grid.grid, 10, 1);
  paste (&grid, "Safety\t0.9\nSpeed");
  grid_assert_text (&grid, 11, 1, "Speed");
  grid_assert_text (&grid, 11, 2, "0.83");
  grid_clear (&grid);
}

static char *
get_all (Grid *grid)
{
  GString *all = g_string_new (NULL);

  for (guint row = 0; row < 200; row++)
    for (guint column = 0; column < 12; column++)
      {
        g_autofree char *text = test_table_get_text (grid->table, row, column);

        g_string_append_printf (all, "%s|", text);
      }
  return g_string_free (all, FALSE);
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) &&
         g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), (const char *) text);
}

/* Everything that is wrong is said at once, and nothing is changed. */
static void
test_paste_faults (void)
{
  Grid grid;
  g_autofree char *before = NULL, *after = NULL;
  AdwMessageDialog *dialog;

  grid_init (&grid, 200, 12);
  before = get_all (&grid);
  mis_cell_grid_set_cursor (grid.grid, 10, 1);
  paste (&grid, "Safety\t0.25\nProfitt\t0.5\nSpeed\t7\n");
  dialog = app_wait_for_dialog (grid.window);
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==, "2 cells cannot be taken.");
  app_wait_until (app_find (dialog, is_label,
                            "Row 12, Food 1, Goal: “Profitt” is no goal of this area.") != NULL);
  g_assert_nonnull (
      app_find (dialog, is_label, "Row 13, Food 1, Weight: “7” is no number from 0 to 1."));
  after = get_all (&grid);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 0);
  close_dialog (&grid);
  grid_clear (&grid);
}

static void
test_paste_too_wide (void)
{
  Grid grid;

  grid_init (&grid, 200, 12);
  mis_cell_grid_set_cursor (grid.grid, 10, 11);
  paste (&grid, "Safety\t0.25");
  g_assert_cmpstr (adw_message_dialog_get_heading (app_wait_for_dialog (grid.window)), ==,
                   "It Does Not Fit");
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 0);
  close_dialog (&grid);
  grid_clear (&grid);
}

/* Beyond the last row it is for the source to say. */
static void
test_paste_too_long (void)
{
  Grid grid;

  grid_init (&grid, 200, 12);
  mis_cell_grid_set_cursor (grid.grid, 199, 2);
  paste (&grid, "0.1\n0.2\n0.3\n");
  g_assert_cmpstr (adw_message_dialog_get_body (app_wait_for_dialog (grid.window)), ==,
                   "2 cells cannot be taken.");
  close_dialog (&grid);
  grid_assert_text (&grid, 199, 2, "0.99");
  grid_clear (&grid);
}

static void
test_cut_and_clear (void)
{
  Grid grid;
  g_autofree char *cut = NULL;

  grid_init (&grid, 200, 12);
  select_area (&grid, 5, 2, 3, 1);
  paste (&grid, "1");
  test_table_set_flags (grid.table, 6, 2, MIS_CELL_FIXED);
  activate (&grid, "cells.cut");
  cut = read_clipboard (&grid);
  g_assert_cmpstr (cut, ==, "1\n1\n1\n");
  grid_assert_text (&grid, 5, 2, "0.41");
  /* What cannot be changed stays, and keeps nothing from being done. */
  grid_assert_text (&grid, 6, 2, "1");
  grid_assert_text (&grid, 7, 2, "0.55");
  g_assert_cmpstr (test_table_get_step (grid.table), ==, "Cut 3 Cells");
  grid_press (&grid, GDK_KEY_Delete, 0);
  g_assert_cmpstr (test_table_get_step (grid.table), ==, "Clear 3 Cells");
  grid_clear (&grid);
}

static void
test_fill_down (void)
{
  Grid grid;

  grid_init (&grid, 200, 12);
  select_area (&grid, 5, 1, 3, 2);
  grid_press (&grid, GDK_KEY_d, GDK_CONTROL_MASK);
  for (guint row = 5; row < 8; row++)
    {
      grid_assert_text (&grid, row, 1, "Profit");
      grid_assert_text (&grid, row, 2, "0.41");
    }
  g_assert_cmpstr (test_table_get_step (grid.table), ==, "Fill Down 4 Cells");
  /* A single row takes what stands above it. */
  select_area (&grid, 8, 2, 1, 1);
  grid_press (&grid, GDK_KEY_d, GDK_CONTROL_MASK);
  grid_assert_text (&grid, 8, 2, "0.41");
  select_area (&grid, 0, 2, 1, 1);
  grid_press (&grid, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 2);
  grid_clear (&grid);
}

/* What was pasted over a text that could not be taken counts. */
static void
test_paste_mends (void)
{
  Grid grid;

  grid_init (&grid, 200, 12);
  mis_cell_grid_set_cursor (grid.grid, 3, 2);
  grid_press (&grid, GDK_KEY_x, 0);
  mis_cell_grid_set_cursor (grid.grid, 2, 2);
  paste (&grid, "0.1\n0.2\n");
  mis_cell_grid_set_cursor (grid.grid, 3, 2);
  g_assert_null (mis_cell_grid_get_fault (grid.grid));
  grid_settle (&grid);
  grid_assert_shows_table (&grid);
  grid_clear (&grid);
}

/* The answer of the clipboard comes when the window is gone. */
static void
test_goes_while_pasting (void)
{
  Grid grid;

  grid_init (&grid, 200, 12);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (grid.grid)), "0.5");
  activate (&grid, "cells.paste");
  grid_clear (&grid);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at++)
    n += *at == '\n' ? 1 : 0;
  return n;
}

/* A table that takes longer than a frame is copied a part at a time, and whole in the end. */
static void
test_copy_many (void)
{
  Grid grid;
  g_autofree char *before = NULL, *after = NULL, *first = NULL;
  guint asked;

  grid_init (&grid, 40000, 12);
  select_area (&grid, 0, 0, 1, 1);
  activate (&grid, "cells.copy");
  before = read_clipboard (&grid);
  select_area (&grid, 0, 0, 40000, 12);
  asked = test_table_get_n_asked (grid.table);
  activate (&grid, "cells.copy");
  g_assert_cmpuint (test_table_get_n_asked (grid.table) - asked, <, 40000);
  first = read_clipboard (&grid);
  g_assert_cmpstr (first, ==, before);
  app_wait_until (test_table_get_n_asked (grid.table) - asked >= 40000 * 12);
  app_settle ();
  after = read_clipboard (&grid);
  g_assert_cmpuint (count_lines (after), ==, 40000);
  grid_clear (&grid);
}

/* Cutting many is copying them, and then a single step; what changes them first wins. */
static void
test_cut_many (void)
{
  Grid grid;
  guint asked;

  grid_init (&grid, 40000, 12);
  mis_cell_grid_select (grid.grid, &(MisCellArea){ 0, 1, 40000, 11 });
  asked = test_table_get_n_asked (grid.table);
  activate (&grid, "cells.cut");
  g_assert_cmpuint (test_table_get_n_asked (grid.table) - asked, <, 1000);
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 0);
  test_table_resize (grid.table, 39999, 12);
  app_wait_until (!g_main_context_pending (NULL));
  g_assert_cmpuint (test_table_get_n_edits (grid.table), ==, 0);
  mis_cell_grid_select (grid.grid, &(MisCellArea){ 0, 1, 39999, 11 });
  activate (&grid, "cells.cut");
  app_wait_until (test_table_get_n_edits (grid.table) == 1);
  g_assert_cmpstr (test_table_get_step (grid.table), ==, "Cut 439989 Cells");
  grid_clear (&grid);
}

/* What is changed in the meantime would be half of the old and half of the new table. */
static void
test_copy_many_broken (void)
{
  Grid grid;
  g_autofree char *before = NULL, *after = NULL;

  grid_init (&grid, 40000, 12);
  select_area (&grid, 0, 0, 1, 1);
  activate (&grid, "cells.copy");
  before = read_clipboard (&grid);
  select_area (&grid, 0, 0, 40000, 12);
  activate (&grid, "cells.copy");
  put (&grid, 39999, "Another");
  app_settle ();
  after = read_clipboard (&grid);
  g_assert_cmpstr (after, ==, before);
  /* And what goes in the meantime leaves nothing behind. */
  select_area (&grid, 0, 0, 40000, 12);
  activate (&grid, "cells.copy");
  grid_clear (&grid);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/cell-grid-clipboard/copy", test_copy);
  g_test_add_func ("/cell-grid-clipboard/copy-many", test_copy_many);
  g_test_add_func ("/cell-grid-clipboard/cut-many", test_cut_many);
  g_test_add_func ("/cell-grid-clipboard/copy-many-broken", test_copy_many_broken);
  g_test_add_func ("/cell-grid-clipboard/round-trip", test_round_trip);
  g_test_add_func ("/cell-grid-clipboard/paste-block", test_paste_block);
  g_test_add_func ("/cell-grid-clipboard/paste-repeats", test_paste_repeats);
  g_test_add_func ("/cell-grid-clipboard/paste-ragged", test_paste_ragged);
  g_test_add_func ("/cell-grid-clipboard/paste-faults", test_paste_faults);
  g_test_add_func ("/cell-grid-clipboard/paste-too-wide", test_paste_too_wide);
  g_test_add_func ("/cell-grid-clipboard/paste-too-long", test_paste_too_long);
  g_test_add_func ("/cell-grid-clipboard/cut-and-clear", test_cut_and_clear);
  g_test_add_func ("/cell-grid-clipboard/fill-down", test_fill_down);
  g_test_add_func ("/cell-grid-clipboard/paste-mends", test_paste_mends);
  g_test_add_func ("/cell-grid-clipboard/goes-while-pasting", test_goes_while_pasting);
  return app_run ();
}
