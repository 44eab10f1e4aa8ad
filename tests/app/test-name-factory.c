/* Menus of names open at the chosen one: it has the keyboard, and is in sight. */
#include "app/name-factory.h"

#include "app-fixture.h"

#define N_NAMES 40u

static GtkWidget *
new_window (GtkWidget *menu)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), menu);
  gtk_window_present (GTK_WINDOW (window));
  app_wait_until (gtk_widget_get_mapped (menu));
  return window;
}

/* (transfer full) */
static GStrv
new_names (void)
{
  GStrv names = g_new0 (char *, N_NAMES + 1);

  for (guint i = 0; i < N_NAMES; i++)
    names[i] = g_strdup_printf ("Name %u", i);
  return names;
}

/* The row that has the keyboard, if the one with @name has. */
static GtkWidget *
get_focus (GtkWidget *window, const char *name)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *label = focus != NULL ? app_find_type (focus, GTK_TYPE_LABEL) : NULL;

  return label != NULL && g_str_equal (gtk_label_get_label (GTK_LABEL (label)), name) ? focus
                                                                                      : NULL;
}

static gboolean
is_in_sight (GtkWidget *row)
{
  GtkWidget *view = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, view, &bounds) && bounds.origin.y >= 0.0f &&
         bounds.origin.y + bounds.size.height <= (float)gtk_widget_get_height (view);
}

static void
test_drop_down (void)
{
  GtkWidget *menu = gtk_drop_down_new (NULL, NULL);
  g_auto (GStrv) names = new_names ();
  GtkWidget *window;

  mis_name_factory_set (GTK_DROP_DOWN (menu), 20);
  mis_name_menu_show (GTK_DROP_DOWN (menu), names, 30);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (menu), FALSE);
  window = new_window (menu);
  g_signal_emit_by_name (menu, "activate");
  app_wait_until (get_focus (window, "Name 30") != NULL);
  app_wait_until (is_in_sight (get_focus (window, "Name 30")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is typed looks for a name, so that the keyboard stays there; the chosen one is in sight. */
static void
test_searched (void)
{
  GtkWidget *menu = gtk_drop_down_new (NULL, NULL);
  g_auto (GStrv) names = new_names ();
  GtkWidget *window, *view;

  mis_name_factory_set (GTK_DROP_DOWN (menu), 20);
  mis_name_menu_show (GTK_DROP_DOWN (menu), names, 30);
  window = new_window (menu);
  g_signal_emit_by_name (menu, "activate");
  view = app_find_type (menu, GTK_TYPE_SCROLLED_WINDOW);
  app_wait_until (gtk_adjustment_get_value (
                      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (view))) > 0.0);
  g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (window))));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_row (void)
{
  GtkWidget *row = adw_combo_row_new ();
  g_auto (GStrv) names = new_names ();
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *)names);
  GtkWidget *rows = gtk_list_box_new (), *window;

  gtk_list_box_append (GTK_LIST_BOX (rows), row);
  mis_name_factory_set_row (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 30);
  window = new_window (rows);
  gtk_popover_popup (app_find_type (row, GTK_TYPE_POPOVER));
  app_wait_until (get_focus (window, "Name 30") != NULL);
  app_wait_until (is_in_sight (get_focus (window, "Name 30")));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/name-factory/drop-down", test_drop_down);
  g_test_add_func ("/name-factory/searched", test_searched);
  g_test_add_func ("/name-factory/row", test_row);
  return app_run ();
}
