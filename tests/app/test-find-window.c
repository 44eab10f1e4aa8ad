/* Looking for something by its name: what is listed, the keys, and where a match leads. */
#include "app-fixture.h"

#include "app/find-window.h"
#include "document/document-scenarios.h"

static MisFindWindow *
find_open (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MIS_IS_FIND_WINDOW (window))
        return MIS_FIND_WINDOW (window);
    }
  return NULL;
}

static void
show_view (MisWindow *window, const char *view)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (view));
}

static const char *
get_view (MisWindow *window)
{
  return gtk_stack_get_visible_child_name (app_child (window, "pages"));
}

/* Ctrl+F, and @text, until it is through. */
static MisFindWindow *
look_for (MisWindow *window, const char *text)
{
  MisFindWindow *find;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  find = find_open ();
  g_assert_nonnull (find);
  gtk_editable_set_text (app_child (find, "entry"), text);
  g_signal_emit_by_name (app_child (find, "entry"), "search-changed");
  app_wait_until (
      g_strcmp0 (gtk_stack_get_visible_child_name (app_child (find, "pages")), "empty") != 0);
  return find;
}

/* The name on the row that Enter would take. */
static const char *
get_selected (MisFindWindow *find)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (app_child (find, "rows"));

  g_assert_nonnull (row);
  return gtk_label_get_label (app_find_type (row, GTK_TYPE_LABEL));
}

static gboolean
has_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static void
press (MisFindWindow *find, guint keyval)
{
  GListModel *controllers = gtk_widget_observe_controllers (app_child (find, "entry"));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &taken);
    }
  g_object_unref (controllers);
  g_assert_true (taken);
}

static void
enter (MisFindWindow *find)
{
  g_signal_emit_by_name (app_child (find, "entry"), "activate");
  g_assert_null (find_open ());
}

/* Type, Down, Enter: the arrows step over headings, and stop at both ends. */
static void
test_keys (void)
{
  MisWindow *window = app_new_window ("carla");
  MisFindWindow *find;

  show_view (window, "model");
  find = look_for (window, "collision");
  g_assert_cmpstr (get_selected (find), ==, "CARLA pre-collision");
  press (find, GDK_KEY_Up);
  g_assert_cmpstr (get_selected (find), ==, "CARLA pre-collision");
  press (find, GDK_KEY_Down);
  g_assert_cmpstr (get_selected (find), ==, "Pedestrian collision");
  press (find, GDK_KEY_Down);
  g_assert_cmpstr (get_selected (find), ==, "Vehicle collision");
  enter (find);
  g_assert_cmpstr (get_view (window), ==, "model");
  g_assert_nonnull (app_find (app_child (app_child (window, "model_view"), "areas_page"), has_label,
                              "Vehicle collision"));
  app_destroy (window);
}

/* From any view, to any other. */
static void
test_places (void)
{
  MisWindow *window = app_new_window ("carla");

  show_view (window, "experiments");
  enter (look_for (window, "half the conflict"));
  g_assert_cmpstr (get_view (window), ==, "explore");
  g_assert_cmpstr (mis_document_get_scenario (mis_window_get_document (window))->name, ==,
                   "Half the conflict");
  show_view (window, "model");
  enter (look_for (window, "normalization"));
  g_assert_cmpstr (get_view (window), ==, "model");
  app_destroy (window);
}

/* In Explore the sliders are what is meant most often. */
static void
test_sliders (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisFindWindow *find = look_for (window, "food");
  GtkEditable *search;

  g_assert_cmpstr (get_selected (find), ==, "Sliders with “food”");
  enter (find);
  search = app_child (app_parameter_list (window), "search_entry");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "food");
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (search)));
  app_destroy (window);
}

static void
test_nothing (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisFindWindow *find;
  GtkWidget *focus;

  show_view (window, "model");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  find = look_for (window, "xyzzy");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (find, "pages")), ==, "none");
  g_signal_emit_by_name (app_child (find, "entry"), "stop-search");
  app_wait_until (find_open () == NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/find-window/keys", test_keys);
  g_test_add_func ("/find-window/places", test_places);
  g_test_add_func ("/find-window/sliders", test_sliders);
  g_test_add_func ("/find-window/nothing", test_nothing);
  return app_run ();
}
