/* What moves a page waits while a button of the pointer is down. */
#include "row-fixture.h"

#include "app/held-pointer.h"
#include "app/row-fault.h"

static gboolean
shows_fault (Row *row)
{
  return gtk_widget_get_visible (app_child (row->remark, "fault"));
}

/* The press that leaves the field is released before the reason moves the rows below. */
static void
test_remark_waits (void)
{
  Row row;

  row_init (&row, "shopping", row_new_weight ());
  mis_held_pointer_watch (row.window);
  mis_held_pointer_press (row.window);
  row_type (&row, "7");
  g_assert_false (shows_fault (&row));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row.entry), "error"));
  mis_held_pointer_release (row.window);
  row_assert_fault (&row, "7");

  /* It goes likewise. */
  mis_held_pointer_press (row.window);
  row_type (&row, "0.5");
  g_assert_true (shows_fault (&row));
  mis_held_pointer_release (row.window);
  row_assert_no_fault (&row);

  /* What has been taken back by then is never seen. */
  mis_held_pointer_press (row.window);
  row_type (&row, "7");
  row_type (&row, "0.5");
  mis_held_pointer_release (row.window);
  row_assert_no_fault (&row);
  row_type (&row, "7");
  row_assert_fault (&row, "7");
  row_clear (&row);
}

static void
test_row_waits (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = adw_action_row_new ();

  gtk_window_set_child (GTK_WINDOW (window), row);
  mis_held_pointer_watch (window);
  mis_held_pointer_press (window);
  mis_row_show_fault (ADW_ACTION_ROW (row), "Type a number.", NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), !=, "Type a number.");
  g_assert_true (gtk_widget_has_css_class (row, "fault"));
  mis_held_pointer_release (window);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Type a number.");
  mis_row_show_fault (ADW_ACTION_ROW (row), NULL, "As it is");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "As it is");
  app_destroy (window);
}

/* A hint that goes with its window meanwhile; and a window that nobody watches. */
static void
test_gone_meanwhile (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *hint = gtk_label_new (NULL);
  GtkWidget *alone = g_object_ref_sink (gtk_label_new (NULL));

  gtk_box_append (GTK_BOX (box), hint);
  gtk_window_set_child (GTK_WINDOW (window), box);
  mis_held_pointer_watch (window);
  mis_held_pointer_press (window);
  mis_hint_set_text (GTK_LABEL (hint), "Hint");
  g_object_add_weak_pointer (G_OBJECT (hint), (gpointer *) &hint);
  gtk_box_remove (GTK_BOX (box), hint);
  mis_held_pointer_release (window);
  g_assert_null (hint);
  app_destroy (window);

  mis_hint_set_text (GTK_LABEL (alone), NULL);
  g_assert_false (gtk_widget_get_visible (alone));
  g_object_unref (alone);
}

/* The window of the program is watched. */
static void
test_window (void)
{
  MisWindow *window = app_new_window ("shopping");
  GtkWidget *hint = app_child (window, "toasts");
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("Hint"));

  gtk_widget_set_parent (label, hint);
  mis_held_pointer_press (GTK_WIDGET (window));
  mis_hint_set_text (GTK_LABEL (label), NULL);
  g_assert_true (gtk_widget_get_visible (label));
  mis_held_pointer_release (GTK_WIDGET (window));
  g_assert_false (gtk_widget_get_visible (label));
  gtk_widget_unparent (label);
  g_object_unref (label);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/held-pointer/remark-waits", test_remark_waits);
  g_test_add_func ("/app/held-pointer/row-waits", test_row_waits);
  g_test_add_func ("/app/held-pointer/gone-meanwhile", test_gone_meanwhile);
  g_test_add_func ("/app/held-pointer/window", test_window);

  return app_run ();
}
