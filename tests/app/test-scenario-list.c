/* The list of scenarios: its rows, their scores, and how another one is shown. */
#include "app-fixture.h"

#include "app/scenario-bar.h"
#include "document/document-scenarios.h"

/* Opens the list of @window: (transfer none): its rows. */
static GtkListBox *
open_list (MisWindow *window)
{
  MisScenarioBar *bar = app_child (window, "scenario_bar");
  GtkWidget *list = app_child (bar, "list");

  app_present (window);
  mis_scenario_bar_open (bar);
  app_wait_until (gtk_widget_get_mapped (list));
  return app_child (list, "rows");
}

static gboolean
is_label_of (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static void
assert_row (GtkListBox *rows, int index, const char *name, const char *score, const char *change)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (rows, index);

  g_assert_nonnull (row);
  g_assert_nonnull (app_find (row, is_label_of, name));
  g_assert_nonnull (app_find (row, is_label_of, app_local (score)));
  if (change != NULL)
    g_assert_nonnull (app_find (row, is_label_of, app_local (change)));
}

/* The example has two; numbers by the command line: score --scenario. */
static void
test_rows (void)
{
  MisWindow *window = app_new_window ("carla");
  GtkListBox *rows = open_list (window);

  assert_row (rows, 0, "Base project", "0.106", NULL);
  assert_row (rows, 1, "Half the conflict", "0.053", "−0.053");
  assert_row (rows, 2, "Full weights", "0.501", "+0.394");
  g_assert_null (gtk_list_box_get_row_at_index (rows, 3));
  app_destroy (window);
}

static void
test_choose (void)
{
  MisWindow *window = app_new_window ("carla");
  GtkListBox *rows = open_list (window);

  g_signal_emit_by_name (gtk_list_box_get_row_at_index (rows, 1), "activate");
  app_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (rows)));
  g_assert_cmpstr (app_text (app_child (window, "scenario_bar"), "name"), ==, "Half the conflict");
  g_assert_cmpstr (app_score (window), ==, app_local ("0.053"));
  rows = open_list (window);
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (rows, 0), "activate");
  g_assert_cmpstr (app_text (app_child (window, "scenario_bar"), "name"), ==, "Base project");
  app_destroy (window);
}

/* A scenario without changes is said to be as the base. */
static void
test_no_difference (void)
{
  MisWindow *window = app_new_window ("shopping");
  AdwMessageDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-scenario", NULL);
  dialog = app_wait_for_dialog (window);
  app_respond (dialog, "accept");
  assert_row (open_list (window), 1, "Scenario 1", "0.257", "as the base");
  app_destroy (window);
}

/* Ctrl+Z is heard while the list is open: a scenario that goes leaves it. */
static void
test_follows (void)
{
  MisWindow *window = app_new_window ("carla");
  MisDocument *document = mis_window_get_document (window);
  GtkListBox *rows;

  g_assert_true (mis_document_add_scenario (document, "Third", NULL));
  rows = open_list (window);
  g_assert_nonnull (gtk_list_box_get_row_at_index (rows, 3));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_wait_until (gtk_list_box_get_row_at_index (rows, 3) == NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  app_wait_until (gtk_list_box_get_row_at_index (rows, 3) != NULL);
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (rows, 3), "activate");
  g_assert_cmpstr (mis_document_get_scenario (document)->name, ==, "Third");
  app_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (rows)));
  app_destroy (window);
}

/* The way to a new one stands below the list. */
static void
test_new (void)
{
  MisWindow *window = app_new_window ("shopping");
  GtkWidget *list = app_child (app_child (window, "scenario_bar"), "list");

  open_list (window);
  g_signal_emit_by_name (app_child (list, "new_button"), "clicked");
  app_respond (app_wait_for_dialog (window), "cancel");
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/scenario-list/rows", test_rows);
  g_test_add_func ("/scenario-list/choose", test_choose);
  g_test_add_func ("/scenario-list/no-difference", test_no_difference);
  g_test_add_func ("/scenario-list/follows", test_follows);
  g_test_add_func ("/scenario-list/new", test_new);
  return app_run ();
}
