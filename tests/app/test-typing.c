/* A number that is being typed while something else happens: saving, closing, undoing. */
#include "app-fixture.h"

#include "app/parameter-row.h"
#include "app/value-entry.h"

#define NAME "Share of Customer"

/* A window of the shopping case in which somebody types @text for the share of customers. */
static MisWindow *
type (const char *text)
{
  MisWindow *window = app_new_window ("shopping");
  GtkWidget *entry;

  app_present (window);
  entry = app_child (app_wait_for_parameter (window, NAME), "entry");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_assert_true (mis_value_entry_is_typing (MIS_VALUE_ENTRY (entry)));
  return window;
}

static guint64
count_customers (MisWindow *window)
{
  MisWorld *world = mis_document_get_world (mis_window_get_document (window));

  return mis_world_get_agent (world, 0)->count;
}

/* Closing asks about what was typed, as it does about what was entered. */
static void
test_close (void)
{
  MisWindow *window = type ("1");

  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpuint (count_customers (window), ==, 3);
  app_respond (app_wait_for_dialog (window), "cancel");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (count_customers (window), ==, 1);
  app_destroy (window);
}

static void
test_save (void)
{
  MisWindow *window = type ("1");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  g_assert_cmpuint (count_customers (window), ==, 3);
  app_destroy (window);
}

/* The first undo takes back the typing, the next one what was there before. */
static void
test_undo (void)
{
  MisWindow *window = type ("1");
  GtkWidget *entry = app_child (app_wait_for_parameter (window, NAME), "entry");

  mis_value_entry_commit (MIS_VALUE_ENTRY (entry));
  g_assert_cmpuint (count_customers (window), ==, 3);
  gtk_editable_set_text (GTK_EDITABLE (entry), "0");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (count_customers (window), ==, 3);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (count_customers (window), ==, 1);
  app_destroy (window);
}

/* A window that goes in the middle of it, and one with what is no number. */
static void
test_window_goes (void)
{
  MisWindow *window = type ("1");

  app_destroy (window);
  window = type ("half");
  gtk_window_close (GTK_WINDOW (window));
  app_wait_until (g_list_model_get_n_items (gtk_window_get_toplevels ()) == 0);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/typing/close", test_close);
  g_test_add_func ("/typing/save", test_save);
  g_test_add_func ("/typing/undo", test_undo);
  g_test_add_func ("/typing/window-goes", test_window_goes);
  return app_run ();
}
