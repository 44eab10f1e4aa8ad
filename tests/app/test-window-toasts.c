/* What the window says in passing goes without taking the keyboard along. */
#include "app-fixture.h"

#include "app/areas-page.h"
#include "app/cell-grid.h"

static gboolean
is_in_toast (GtkWidget *widget, gconstpointer type)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type)) && parent != NULL &&
         g_str_equal (G_OBJECT_TYPE_NAME (parent), "AdwToastWidget");
}

/* The one that undoes, and the one that closes. */
static GtkWidget *
find_button (MisWindow *window, gboolean closes)
{
  GtkWidget *first = app_find (app_child (window, "toasts"), is_in_toast,
                               GSIZE_TO_POINTER (GTK_TYPE_BUTTON));

  while (closes && first != NULL && gtk_widget_get_next_sibling (first) != NULL)
    first = gtk_widget_get_next_sibling (first);
  return first;
}

/* A link is the first on the start page that takes the keyboard. */
static void
test_close_on_start_page (void)
{
  MisWindow *window = app_new_window ("shopping");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "start");
  app_settle ();
  mis_window_show_toast (window, "Exported");
  app_wait_until (find_button (window, TRUE) != NULL);
  g_assert_true (gtk_widget_grab_focus (find_button (window, TRUE)));
  g_signal_emit_by_name (find_button (window, TRUE), "clicked");
  app_wait_until (app_toast (window) == NULL);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
  app_destroy (window);
}

static gboolean
is_grid (GtkWidget *widget, gconstpointer data)
{
  return MIS_IS_CELL_GRID (widget) && gtk_widget_get_mapped (widget);
}

/* What was typed is a step, and the offer goes while the keyboard comes to it. */
static void
test_go_to_offer_from_cell (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  MisCellGrid *grid;

  app_wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "model");
  app_wait_until (app_find (window, is_grid, NULL) != NULL);
  gtk_widget_activate_action (app_child (window, "model_view"), "model.page", "s", "areas");
  gtk_widget_activate_action (app_find_type (window, MIS_TYPE_AREAS_PAGE), "areas.remove", NULL);
  grid = app_find (window, is_grid, NULL);
  app_wait_until (find_button (window, FALSE) != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  mis_cell_grid_set_cursor (grid, 0, 2);
  mis_cell_grid_begin_edit (grid);
  gtk_editable_set_text (GTK_EDITABLE (mis_cell_grid_get_editor (grid)), "0.875");
  g_assert_true (gtk_widget_grab_focus (find_button (window, FALSE)));
  g_assert_cmpuint (mis_document_get_step (document), ==, 2);
  app_wait_until (app_toast (window) == NULL);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/window-toasts/close-on-start-page", test_close_on_start_page);
  g_test_add_func ("/window-toasts/go-to-offer-from-cell", test_go_to_offer_from_cell);
  return app_run ();
}
