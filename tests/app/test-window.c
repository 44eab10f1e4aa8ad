/* The window: its actions, title, buttons; closing with unsaved work; what is left of it then. */
#include "app-fixture.h"

#include "app/experiments-view.h"
#include "app/tooltip.h"
#include "config.h"
#include "core/edit.h"

static const char MARKUP[] = "{ \"format\": \"misalign-project\", \"version\": 1,"
                             " \"title\": \"R&D <b>of\", \"areas\": [], \"agents\":"
                             " [ { \"id\": \"x\", \"name\": \"<i>&nobody;\" } ] }";

static void
edit (MisWindow *window, double weight, const char *name)
{
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisWorld) world = mis_world_with_weight (mis_document_get_world (document), 0, 0,
                                                      weight, NULL);

  mis_document_edit (document, world, name);
}

static gboolean
is_enabled (MisWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static void
do_action (MisWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

static const char *
get_title (MisWindow *window)
{
  return adw_window_title_get_title (app_child (window, "window_title"));
}

static void
assert_tooltip (MisWindow *window, const char *button, const char *expected)
{
  g_assert_cmpstr (mis_tooltip_get (app_child (window, button)), ==, expected);
}

static void
test_without_project (void)
{
  const char *const actions[] = { "undo", "redo", "save", "save-as", "export", "export-chart",
                                  "find" };
  const char *const buttons[] = { "undo_button", "redo_button", "save_button", "export_button" };
  MisWindow *window = app_new_window (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_false (is_enabled (window, actions[i]));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    g_assert_false (gtk_widget_get_visible (app_child (window, buttons[i])));
  g_assert_true (is_enabled (window, "open"));
  g_assert_null (mis_window_get_document (window));
  g_assert_cmpstr (get_title (window), ==, "Misalign");
  app_destroy (window);
}

static void
test_undo_and_redo (void)
{
  MisWindow *window = app_new_window ("shopping");

  g_assert_false (is_enabled (window, "undo"));
  g_assert_false (is_enabled (window, "redo"));
  assert_tooltip (window, "undo_button", "Undo");
  edit (window, 0.1, "Change Weight of Customer");
  g_assert_true (is_enabled (window, "undo"));
  g_assert_false (is_enabled (window, "redo"));
  assert_tooltip (window, "undo_button", "Undo Change Weight of Customer");
  assert_tooltip (window, "redo_button", "Redo");
  do_action (window, "win.undo");
  g_assert_false (is_enabled (window, "undo"));
  g_assert_true (is_enabled (window, "redo"));
  assert_tooltip (window, "redo_button", "Redo Change Weight of Customer");
  do_action (window, "win.redo");
  g_assert_true (is_enabled (window, "undo"));
  g_assert_false (is_enabled (window, "redo"));
  do_action (window, "win.redo");
  app_destroy (window);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A frame of a drag, with all that it changes, is worked into the header bar once. */
static void
test_updated_once_for_an_edit (void)
{
  MisWindow *window = app_new_window ("shopping");
  guint n_updates = 0;

  g_signal_connect_swapped (window, "notify::title",
                            G_CALLBACK (count_cb), &n_updates);
  edit (window, 0.1, "Change Weight of Customer");
  g_assert_cmpuint (n_updates, ==, 1);
  do_action (window, "win.undo");
  g_assert_cmpuint (n_updates, ==, 2);
  app_destroy (window);
}

static void
tooltip_cb (GtkWidget *widget)
{
  const char *now = gtk_widget_get_tooltip_text (widget);

  g_assert_cmpstr (now, !=, g_object_get_data (G_OBJECT (widget), "tooltip"));
  g_object_set_data_full (G_OBJECT (widget), "tooltip", g_strdup (now), g_free);
}

static gboolean
watch_tooltip (GtkWidget *widget, gconstpointer data)
{
  g_object_set_data_full (G_OBJECT (widget), "tooltip",
                          g_strdup (gtk_widget_get_tooltip_text (widget)), g_free);
  g_signal_connect (widget, "notify::tooltip-text", G_CALLBACK (tooltip_cb), NULL);
  return FALSE;
}

/* For each tooltip that is set GTK asks the display where the pointer is, and waits. */
static void
test_same_tooltips_are_not_set (void)
{
  static const char *const views[] = { "explore", "model", "guide" };
  MisWindow *window = app_new_window ("shopping");

  for (guint i = 0; i < 2 * G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s",
                                  views[i % G_N_ELEMENTS (views)]);
      app_settle ();
      if (i == G_N_ELEMENTS (views))
        app_find (window, watch_tooltip, NULL);
      edit (window, 0.1 * (i + 1), "Change Weight of Customer");
      do_action (window, "win.undo");
      app_settle ();
    }
  app_destroy (window);
}

static void
test_title (void)
{
  MisWindow *window = app_new_window ("shopping");
  AdwWindowTitle *title = app_child (window, "window_title");

  g_assert_cmpstr (get_title (window), ==, "Shopping recommender");
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==, "Draft");
  edit (window, 0.1, "Change");
  g_assert_cmpstr (get_title (window), ==, "• Shopping recommender");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• Shopping recommender");
  do_action (window, "win.undo");
  g_assert_cmpstr (get_title (window), ==, "Shopping recommender");
  app_destroy (window);
}

/* Names are text, wherever they stand. */
static void
test_names_are_no_markup (void)
{
  MisWindow *window = app_new_window (NULL);
  g_autoptr (MisDocument) document = app_parse_document (MARKUP);

  mis_window_set_document (window, document);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpstr (get_title (window), ==, "R&D <b>of");
  mis_window_show_toast (window, "R&D <b>of");
  mis_window_show_error (window, "R&D <b>of", "&nothing <i>");
  app_respond (app_wait_for_dialog (window), "close");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_clear_object (&document);
  app_destroy (window);
}

/* As if @key was pressed, and nobody below the window had taken it. */
static gboolean
press_in_window (MisWindow *window, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (shortcuts); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, k);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (
              gtk_shortcut_get_trigger (shortcut));

          if (strcmp (trigger, key) == 0)
            taken = taken
                    || gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                     GTK_WIDGET (window), NULL);
        }
    }
  return taken;
}

/* Wherever the keyboard is, in the header bar too. */
static void
test_keys_lead_back (void)
{
  static const char *const keys[] = { "Escape", "<Alt>Left" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      MisWindow *window = app_new_window (NULL);
      gpointer view = app_child (window, "experiments_view");

      g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                          g_variant_new_string ("experiments"));
      mis_experiments_view_open (view, "figure-4");
      app_wait_until (mis_experiments_view_get_chart (view) != NULL);
      g_assert_true (press_in_window (window, keys[i]));
      g_assert_false (mis_experiments_view_is_open (view));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (window, "pages")), ==,
                       "experiments");
      g_assert_true (press_in_window (window, keys[i]));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (window, "pages")), ==, "start");
      app_destroy (window);
    }
}

static void
test_blank_project_has_a_page (void)
{
  MisWindow *window = app_new_window ("blank");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (window, "pages")), ==, "empty");
  app_destroy (window);
}

/* What turns out of sight has the window laid out and drawn anew in every frame: that takes time
 * and power, and lays out a part of it while another part is being folded. */
static void
test_nothing_moves_at_rest (void)
{
  g_autoptr (GFile) file = app_write_file ("at-rest.misalign", MARKUP);
  MisWindow *window = app_new_window (NULL);
  GtkSpinner *spinner = app_child (window, "loading_spinner");

  g_assert_false (gtk_spinner_get_spinning (spinner));
  mis_window_open (window, file);
  g_assert_true (gtk_spinner_get_spinning (spinner));
  app_wait_until (mis_window_get_document (window) != NULL);
  g_assert_false (gtk_spinner_get_spinning (spinner));
  app_destroy (window);
}

static void
test_close (void)
{
  gpointer window = app_new_window ("shopping");

  g_object_add_weak_pointer (window, &window);
  gtk_window_close (window);
  app_wait_until (window == NULL);
}

static void
test_close_asks_and_stays (void)
{
  MisWindow *window = app_new_window ("shopping");
  AdwMessageDialog *dialog;

  edit (window, 0.1, "Change");
  gtk_window_close (GTK_WINDOW (window));
  dialog = app_wait_for_dialog (window);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "“Shopping recommender”"));
  g_assert_cmpstr (adw_message_dialog_get_close_response (dialog), ==, "cancel");
  app_respond (dialog, "cancel");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_assert_true (mis_document_is_modified (mis_window_get_document (window)));
  app_destroy (window);
}

static void
test_close_and_discard (void)
{
  gpointer window = app_new_window ("shopping");
  gpointer document = mis_window_get_document (window);

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (document, &document);
  edit (window, 0.1, "Change");
  gtk_window_close (window);
  app_respond (app_wait_for_dialog (window), "discard");
  app_wait_until (window == NULL);
  g_assert_null (document);
}

/* Closes a window of this size, and looks at the next one. */
static void
assert_next_size (int width, int height, int next_width, int next_height)
{
  gpointer window = mis_window_new (app_get_application ());
  MisWindow *next;

  g_object_add_weak_pointer (window, &window);
  gtk_window_set_default_size (window, width, height);
  app_present (window);
  gtk_window_close (window);
  app_wait_until (window == NULL);
  next = app_new_window (NULL);
  gtk_window_get_default_size (GTK_WINDOW (next), &width, &height);
  g_assert_cmpint (width, ==, next_width);
  g_assert_cmpint (height, ==, next_height);
  app_destroy (next);
}

/* A window remembers its size for the next one, unless it was put beside something for a while; and
 * none is larger than the screen. */
static void
test_size_is_kept (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MIS_APPLICATION_ID);
  g_autoptr (GdkMonitor) monitor =
      g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);
  GdkRectangle screen;

  assert_next_size (900, 700, 900, 700);
  assert_next_size (360, 500, 900, 700);
  assert_next_size (599, 500, 900, 700);
  assert_next_size (600, 500, 600, 500);
  gdk_monitor_get_geometry (monitor, &screen);
  g_settings_set_int (settings, "window-width", 5000);
  g_settings_set_int (settings, "window-height", 4000);
  assert_next_size (360, 500, screen.width, screen.height);
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
}

static int
measure_width (MisWindow *window)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  return minimum;
}

/* The buttons that are also in the menu give way by themselves: no window is wider than it has to
 * be, not even before it knows that it is narrow. */
static void
test_narrow_from_the_beginning (void)
{
  const char *const examples[] = { NULL, "shopping", "carla", "blank" };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      MisWindow *window = app_new_window (examples[i]);

      g_assert_cmpint (measure_width (window), <=, 360);
      app_destroy (window);
    }
}

/* As a user does it who drops the window at the side of a small screen: in one step. */
static void
test_narrowed_in_one_step (void)
{
  MisWindow *window = app_new_window ("shopping");

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  app_wait_until (gtk_widget_get_width (GTK_WIDGET (window)) <= 360);
  app_wait_until (!gtk_widget_get_mapped (app_child (window, "export_button")));
  app_destroy (window);
}

static GtkWindow *
find_export_dialog (MisWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (dialog) == GTK_WINDOW (window)
          && g_str_equal (G_OBJECT_TYPE_NAME (dialog), "MisExportDialog"))
        return dialog;
    }
  return NULL;
}

static void
test_export_opens_the_dialog (void)
{
  MisWindow *window = app_new_window ("shopping");

  do_action (window, "win.export");
  app_wait_until (find_export_dialog (window) != NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (find_export_dialog (window)));
  gtk_window_close (find_export_dialog (window));
  app_wait_until (find_export_dialog (window) == NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-chart", "s", "no-such-chart");
  g_assert_null (find_export_dialog (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-chart", "s", "areas");
  g_assert_nonnull (find_export_dialog (window));
  /* It goes with its window. */
  app_destroy (window);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

static void
test_closed_while_dialogs_are_open (void)
{
  MisWindow *window = app_new_window ("shopping");

  edit (window, 0.1, "Change");
  gtk_window_close (GTK_WINDOW (window));
  app_wait_for_dialog (window);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/window/without-project", test_without_project);
  g_test_add_func ("/app/window/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/app/window/updated-once-for-an-edit", test_updated_once_for_an_edit);
  g_test_add_func ("/app/window/same-tooltips-are-not-set", test_same_tooltips_are_not_set);
  g_test_add_func ("/app/window/title", test_title);
  g_test_add_func ("/app/window/names-are-no-markup", test_names_are_no_markup);
  g_test_add_func ("/app/window/keys-lead-back", test_keys_lead_back);
  g_test_add_func ("/app/window/blank-project-has-a-page", test_blank_project_has_a_page);
  g_test_add_func ("/app/window/nothing-moves-at-rest", test_nothing_moves_at_rest);
  g_test_add_func ("/app/window/close", test_close);
  g_test_add_func ("/app/window/close-asks-and-stays", test_close_asks_and_stays);
  g_test_add_func ("/app/window/close-and-discard", test_close_and_discard);
  g_test_add_func ("/app/window/size-is-kept", test_size_is_kept);
  g_test_add_func ("/app/window/narrow-from-the-beginning", test_narrow_from_the_beginning);
  g_test_add_func ("/app/window/narrowed-in-one-step", test_narrowed_in_one_step);
  g_test_add_func ("/app/window/export-opens-the-dialog", test_export_opens_the_dialog);
  g_test_add_func ("/app/window/closed-while-dialogs-are-open",
                   test_closed_while_dialogs_are_open);

  return app_run ();
}
