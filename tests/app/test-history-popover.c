/* The list of steps: what it says, and going back and forth in it. */
#include "app/history-popover.h"

#include "app/cell-grid.h"
#include "core/edit.h"

#include "app-fixture.h"

static gpointer
find_popover (MisWindow *window)
{
  return app_find_type (app_child (window, "undo_button"), MIS_TYPE_HISTORY_POPOVER);
}

static gpointer
show (MisWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.history", NULL);
  app_wait_until (gtk_widget_get_mapped (find_popover (window)));
  return find_popover (window);
}

static void
set_title (MisDocument *document, const char *title)
{
  g_autofree char *name = g_strconcat ("Call It ", title, NULL);
  g_autoptr (MisWorld) edited =
    mis_world_with_title (mis_document_get_world (document), title, NULL);

  mis_document_edit (document, edited, name);
}

static const char *
get_name (gpointer popover, guint step)
{
  return gtk_string_list_get_string (app_child (popover, "names"), step);
}

static void
choose (gpointer popover, guint step)
{
  g_signal_emit_by_name (app_child (popover, "list"), "activate", step);
}

static void
test_steps (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer popover;

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "history"));
  set_title (document, "One");
  set_title (document, "Two");
  set_title (document, "Three");
  popover = show (window);
  g_assert_cmpuint (g_list_model_get_n_items (app_child (popover, "names")), ==, 4);
  g_assert_cmpstr (get_name (popover, 0), ==, "As it was opened");
  g_assert_cmpstr (get_name (popover, 2), ==, "Call It Two");
  g_assert_cmpuint (gtk_single_selection_get_selected (app_child (popover, "selection")), ==, 3);
  choose (popover, 1);
  g_assert_cmpstr (mis_document_get_title (document), ==, "One");
  g_assert_cmpstr (mis_document_get_redo_name (document), ==, "Call It Two");
  app_wait_until (!gtk_widget_get_mapped (popover));
  popover = show (window);
  g_assert_cmpuint (gtk_single_selection_get_selected (app_child (popover, "selection")), ==, 1);
  choose (popover, 3);
  g_assert_cmpstr (mis_document_get_title (document), ==, "Three");
  app_wait_until (!gtk_widget_get_mapped (popover));
  popover = show (window);
  choose (popover, 0);
  g_assert_false (mis_document_is_modified (document));
  g_assert_null (mis_document_get_undo_name (document));
  app_destroy (window);
}

/* Ctrl+Z is heard while the list is open, and what comes then takes what could be done again. */
static void
test_follows (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer popover;

  set_title (document, "One");
  set_title (document, "Two");
  set_title (document, "Three");
  popover = show (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (app_child (popover, "selection")), ==, 1);
  set_title (document, "Other");
  g_assert_cmpuint (g_list_model_get_n_items (app_child (popover, "names")), ==, 3);
  g_assert_cmpstr (get_name (popover, 2), ==, "Call It Other");
  choose (popover, 1);
  g_assert_cmpstr (mis_document_get_title (document), ==, "One");
  app_wait_until (!gtk_widget_get_mapped (popover));
  g_assert_cmpuint (g_list_model_get_n_items (app_child (popover, "names")), ==, 0);
  app_destroy (window);
}

/* However far it is, views and scores follow once. */
static void
test_one_move (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  guint n_changes = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      set_title (document, title);
    }
  g_signal_connect_swapped (document, "changed", G_CALLBACK (g_atomic_int_inc), &n_changes);
  mis_document_go_to_step (document, 3);
  g_assert_cmpuint (n_changes, ==, 1);
  mis_document_go_to_step (document, 3);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (mis_document_get_title (document), ==, "2");
  g_signal_handlers_disconnect_by_data (document, &n_changes);
  app_destroy (window);
}

/* Older steps than are kept: the list says so. */
static void
test_cut (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  gpointer popover;

  for (guint i = 0; i < 1001; i++)
    {
      g_autoptr (MisWorld) edited =
        mis_world_with_count (mis_document_get_world (document), 0, 2 + i, NULL);

      mis_document_edit (document, edited, "Set Count");
    }
  popover = show (window);
  g_assert_cmpuint (g_list_model_get_n_items (app_child (popover, "names")), ==, 1001);
  g_assert_cmpstr (get_name (popover, 0), ==, "Before the oldest step that is kept");
  choose (popover, 0);
  g_assert_cmpuint (mis_world_get_agent (mis_document_get_world (document), 0)->count, ==, 2);
  app_destroy (window);
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

/* Steps that are long, and differ at their ends only. */
static void
test_long_names (void)
{
  const char *name = "Call It the conflict of the first goal with the second one, now 0.8";
  MisWindow *window = app_new_window ("shopping");
  gpointer popover, label;

  set_title (mis_window_get_document (window), name + strlen ("Call It "));
  popover = show (window);
  app_wait_until ((label = app_find (popover, is_label, name)) != NULL);
  app_wait_until (gtk_widget_get_height (label) > 0);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (label)));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (label)), >, 1);
  choose (popover, 0);
  app_wait_until (!gtk_widget_get_mapped (popover));
  app_destroy (window);
}

static gboolean
is_grid (GtkWidget *widget, gconstpointer data)
{
  return MIS_IS_CELL_GRID (widget) && gtk_widget_get_mapped (widget);
}

/* By its key, while somebody types in a cell: the keyboard goes to a row of the list, and what was
 * typed is a step that is in the list then. */
static void
test_while_typing (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  MisCellGrid *grid;
  gpointer popover;

  app_wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "model");
  gtk_widget_activate_action (app_child (window, "model_view"), "model.page", "s", "areas");
  set_title (document, "One");
  grid = app_find (window, is_grid, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  mis_cell_grid_set_cursor (grid, 0, 2);
  mis_cell_grid_begin_edit (grid);
  gtk_editable_set_text (GTK_EDITABLE (mis_cell_grid_get_editor (grid)), "0.875");
  popover = show (window);
  g_assert_cmpuint (mis_document_get_n_steps (document), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (app_child (popover, "names")), ==, 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (app_child (popover, "selection")), ==, 2);
  choose (popover, 0);
  app_settle ();
  app_destroy (window);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/history-popover/steps", test_steps);
  g_test_add_func ("/history-popover/while-typing", test_while_typing);
  g_test_add_func ("/history-popover/long-names", test_long_names);
  g_test_add_func ("/history-popover/follows", test_follows);
  g_test_add_func ("/history-popover/one-move", test_one_move);
  g_test_add_func ("/history-popover/cut", test_cut);
  return app_run ();
}
