/* Tables of a project written into files: which, in which style, and what is said. */
#include "app-fixture.h"

#include <string.h>

#include "app/chart-page.h"
#include "app/table-dialog.h"
#include "file/conflict-table.h"
#include "file/table-writer.h"

static gpointer
find_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
shows_a_folder (gpointer chooser)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_current_folder (chooser);

  return folder != NULL;
}

static gboolean
chooses (gpointer chooser, GFile *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (chooser);

  return chosen != NULL && g_file_equal (chosen, file);
}

/* Chooses @file in the dialog that opens. */
static void
choose (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  gpointer chooser;

  app_wait_until ((chooser = find_chooser ()) != NULL);
  app_wait_until (shows_a_folder (chooser));
  app_settle ();
  g_assert_true (gtk_file_chooser_set_current_folder (chooser, folder, NULL));
  gtk_file_chooser_set_current_name (chooser, name);
  app_wait_until (chooses (chooser, file));
  gtk_dialog_response (chooser, GTK_RESPONSE_ACCEPT);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_COMBO_ROW (widget) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static gboolean
is_conflicts_button (GtkWidget *widget, gconstpointer nothing)
{
  return GTK_IS_TOGGLE_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Conflicts") == 0;
}

static void
select_row (AdwMessageDialog *dialog, const char *title, guint selected)
{
  adw_combo_row_set_selected (app_find (dialog, is_row, title), selected);
}

/* (transfer full): what is written if @table and @style are chosen. */
static char *
export_table (MisWindow *window, const char *name, guint table, guint style)
{
  g_autoptr (GFile) file = app_new_file (name);
  g_autofree char *said = g_strdup_printf ("Exported “%s”", name);
  AdwMessageDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-table", "s", "");
  dialog = app_wait_for_dialog (window);
  select_row (dialog, "Table", table);
  select_row (dialog, "Numbers", style);
  app_respond (dialog, "export");
  choose (file);
  app_wait_until (app_toast (window) != NULL);
  g_assert_cmpstr (app_toast (window), ==, said);
  return app_read_file (file);
}

static void
assert_text (const char *text, GBytes *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
test_population (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisWorld *world = mis_document_get_world (mis_window_get_document (window));
  g_autofree char *text = export_table (window, "people.csv", 1, 0);
  g_autoptr (GBytes) expected = mis_table_write (world, MIS_CSV_POINTS);

  assert_text (text, expected);
  app_destroy (window);
}

/* What is suggested: as somebody would write it down. */
static void
test_wide (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisWorld *world = mis_document_get_world (mis_window_get_document (window));
  g_autofree char *text = export_table (window, "wide.csv", 0, 1);
  g_autoptr (GBytes) expected = mis_table_write_wide (world, MIS_CSV_DECIMAL_COMMAS, NULL);

  assert_text (text, expected);
  app_destroy (window);
}

static void
test_conflicts (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisWorld *world = mis_document_get_world (mis_window_get_document (window));
  g_autofree char *text = export_table (window, "area.csv", 4, 1);
  g_autoptr (GBytes) expected =
      mis_conflict_table_write (mis_world_get_area (world, 1), MIS_CSV_DECIMAL_COMMAS);

  assert_text (text, expected);
  app_destroy (window);
}

static gboolean
is_action (GtkWidget *widget, gconstpointer name)
{
  return GTK_IS_ACTIONABLE (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), name) == 0;
}

/* The list of what counts has a way to its table, in place of that to the chart: all pairs of goals
 * with their parts, as in the analysis, which add up to the score. */
static void
test_parts (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisChartPage *page = app_find_type (window, MIS_TYPE_CHART_PAGE);
  MisScore *score = mis_document_get_results (mis_window_get_document (window))->score;
  AdwMessageDialog *dialog;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  double sum = 0.0;

  g_assert_null (app_find (page, is_action, "win.export-parts"));
  gtk_toggle_button_set_active (app_find (page, is_conflicts_button, NULL), TRUE);
  gtk_widget_activate (app_find (page, is_action, "win.export-parts"));
  dialog = app_wait_for_dialog (window);
  g_assert_cmpuint (adw_combo_row_get_selected (app_find (dialog, is_row, "Table")), ==, 2);
  app_respond (dialog, "cancel");
  text = export_table (window, "parts.csv", 2, 0);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 8);
  g_assert_true (g_str_has_prefix (lines[0], "area,goal,other,part,overall,share,area_name,"));
  g_assert_true (g_str_has_prefix (lines[1], "household,avoid-impulse,checkout,"));
  for (guint i = 1; i < 7; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      sum += g_ascii_strtod (fields[4], NULL);
    }
  g_assert_cmpfloat_with_epsilon (sum, score->overall, 1e-12);
  app_destroy (window);
}

/* An area suggests its own; who gives up has no file, and no question that goes on. */
static void
test_suggested (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisWorld *world = mis_document_get_world (mis_window_get_document (window));
  AdwMessageDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-table", "s",
                              mis_area_get_id (mis_world_get_area (world, 1)));
  dialog = app_wait_for_dialog (window);
  g_assert_cmpuint (adw_combo_row_get_selected (app_find (dialog, is_row, "Table")), ==, 4);
  app_respond (dialog, "cancel");
  app_settle ();
  g_assert_null (find_chooser ());
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/table-dialog/population", test_population);
  g_test_add_func ("/table-dialog/wide", test_wide);
  g_test_add_func ("/table-dialog/conflicts", test_conflicts);
  g_test_add_func ("/table-dialog/parts", test_parts);
  g_test_add_func ("/table-dialog/suggested", test_suggested);
  return app_run ();
}
