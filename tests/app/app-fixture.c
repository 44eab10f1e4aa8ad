#include "app-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>

#include "app/application.h"
#include "app/parameter-row.h"
#include "app/tooltip.h"
#include "file/project-reader.h"

#include "load-example.h"

/* Only a program that hangs needs as long as this. */
#define PATIENCE_SECONDS 50

static AdwApplication *application;
static char *folder;
static guint deadline;

void
app_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  signal (SIGXFSZ, SIG_IGN);
  g_test_init (argc, argv, NULL);
  adw_init ();
  /* No blinking: where another program takes the keyboard in the middle of it, as tests on one
   * display do, GTK 4.8 warns of its own timer ("GtkText - did not receive a focus-out event"). */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  folder = g_dir_make_tmp ("misalign-app-XXXXXX", &error);
  g_assert_no_error (error);
  application = ADW_APPLICATION (mis_application_new (G_APPLICATION_NON_UNIQUE));
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) names = g_dir_open (path, 0, NULL);
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (child);

      if (!g_file_delete (file, NULL, NULL))
        remove_all (child);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* The tests are what the program does once it has started, in place of showing a window. */
static void
activate_cb (GApplication *app, int *status)
{
  g_signal_stop_emission_by_name (app, "activate");
  *status = g_test_run ();
}

int
app_run (void)
{
  int status = 1;

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &status);
  g_application_run (G_APPLICATION (application), 0, NULL);
  remove_all (folder);
  g_clear_pointer (&folder, g_free);
  g_assert_finalize_object (g_steal_pointer (&application));
  return status;
}

AdwApplication *
app_get_application (void)
{
  return application;
}

static gboolean
deadline_cb (gpointer condition)
{
  g_error ("Waited in vain for: %s", (const char *) condition);
  return G_SOURCE_REMOVE;
}

void
app_begin_wait (const char *condition)
{
  g_assert_cmpuint (deadline, ==, 0);
  deadline = g_timeout_add_seconds (PATIENCE_SECONDS, deadline_cb, (gpointer) condition);
}

void
app_iterate (void)
{
  g_main_context_iteration (NULL, TRUE);
}

void
app_end_wait (void)
{
  g_clear_handle_id (&deadline, g_source_remove);
}

void
app_settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* GTK 4.8 shows a tooltip half a second after its text has changed in a popover, whether that is
 * still there or not, and warns of itself. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
  return !g_str_has_suffix (message, ": assertion 'GDK_IS_SURFACE (surface)' failed");
}

static void
log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
  if (is_fatal (domain, level, message, NULL))
    g_log_default_handler (domain, level, message, NULL);
}

/* A test begins without such a handler of its own. */
static void
let_tooltips_warn (void)
{
  GLogLevelFlags levels = G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL;
  static gboolean done = FALSE;

  g_test_log_set_fatal_handler (is_fatal, NULL);
  if (done)
    return;
  done = TRUE;
  g_log_set_handler ("Gdk", levels, log_cb, NULL);
  g_log_set_handler ("Gtk", levels, log_cb, NULL);
}

void
app_present (gpointer window)
{
  let_tooltips_warn ();
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (window);
}

MisDocument *
app_new_document (const char *example)
{
  g_autoptr (MisWorld) world = load_example (example);

  return mis_document_new (world);
}

MisDocument *
app_parse_document (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (MisWorld) world = mis_project_read_bytes (bytes, "test", &error);

  g_assert_no_error (error);
  return mis_document_new (world);
}

MisWindow *
app_new_window (const char *example)
{
  MisWindow *window = mis_window_new (application);

  if (example != NULL)
    {
      g_autoptr (MisDocument) document = app_new_document (example);

      mis_window_set_document (window, document);
    }
  app_present (window);
  return window;
}

void
app_destroy (gpointer window)
{
  gpointer document = MIS_IS_WINDOW (window) ? mis_window_get_document (window) : NULL;

  g_object_add_weak_pointer (window, &window);
  if (document != NULL)
    g_object_add_weak_pointer (document, &document);
  gtk_window_destroy (window);
  app_wait_until (window == NULL);
  app_wait_until (document == NULL);
}

gpointer
app_child (gpointer widget, const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);
  return child;
}

const char *
app_text (gpointer widget, const char *name)
{
  return gtk_label_get_label (app_child (widget, name));
}

gpointer
app_parameter_list (MisWindow *window)
{
  return app_child (app_child (window, "explore_view"), "parameter_list");
}

gpointer
app_chart_page (MisWindow *window)
{
  return app_child (app_child (window, "explore_view"), "chart_page");
}

const char *
app_score (MisWindow *window)
{
  return app_text (app_child (app_chart_page (window), "score"), "value");
}

gpointer
app_find (gpointer root, AppMatch match, gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = app_find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (data));
}

gpointer
app_find_type (gpointer root, GType type)
{
  return app_find (root, has_type, GSIZE_TO_POINTER (type));
}

static gboolean
is_parameter (GtkWidget *widget, gconstpointer name)
{
  return MIS_IS_PARAMETER_ROW (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (mis_tooltip_get (app_child (widget, "label")), name) == 0;
}

gpointer
app_find_parameter (gpointer root, const char *name)
{
  return app_find (root, is_parameter, name);
}

void
app_search (MisWindow *window, const char *text)
{
  gtk_editable_set_text (app_child (app_parameter_list (window), "search_entry"), text);
}

gpointer
app_wait_for_parameter (MisWindow *window, const char *name)
{
  app_wait_until (app_find_parameter (app_parameter_list (window), name) != NULL);
  return app_find_parameter (app_parameter_list (window), name);
}

void
app_drag (gpointer parameter_row, double value)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (app_child (parameter_row, "scale"), "change-value", GTK_SCROLL_JUMP, value,
                         &taken);
  g_assert_true (taken);
}

gpointer
app_get_controller (gpointer widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  /* The newest one comes first. */
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

gboolean
app_press (gpointer widget, guint keyval, GdkModifierType state)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (app_get_controller (widget, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         keyval, 0, state, &taken);
  return taken;
}

static AdwMessageDialog *
find_dialog (GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (dialog) && gtk_window_get_transient_for (dialog) == window
          && gtk_widget_get_mapped (GTK_WIDGET (dialog)))
        return ADW_MESSAGE_DIALOG (dialog);
    }
  return NULL;
}

static gboolean
is_for_key (GtkShortcut *shortcut, guint keyval, GdkModifierType state)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger)
         && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
         && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == state;
}

/* (transfer full) (nullable): that of @shortcuts for a key. */
static GtkShortcut *
find_shortcut (GListModel *shortcuts, guint keyval, GdkModifierType state)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (is_for_key (shortcut, keyval, state))
        return g_steal_pointer (&shortcut);
    }
  return NULL;
}

void
app_press_shortcut (gpointer widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcut) shortcut = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && shortcut == NULL; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        shortcut = find_shortcut (G_LIST_MODEL (controller), keyval, state);
    }
  g_assert_nonnull (shortcut);
  gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL);
}

AdwMessageDialog *
app_wait_for_dialog (gpointer window)
{
  app_wait_until (find_dialog (window) != NULL);
  return find_dialog (window);
}

static gboolean
is_button_called (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

void
app_respond (AdwMessageDialog *dialog, const char *response)
{
  gpointer left = dialog;
  GtkWidget *button = app_find (dialog, is_button_called,
                                adw_message_dialog_get_response_label (dialog, response));

  g_assert_nonnull (button);
  g_object_add_weak_pointer (left, &left);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (left == NULL || !gtk_widget_get_mapped (left));
  if (left != NULL)
    g_object_remove_weak_pointer (left, &left);
}

static gboolean
is_toast (GtkWidget *widget, gconstpointer data)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget");
}

const char *
app_toast (MisWindow *window)
{
  GtkWidget *toast = app_find (app_child (window, "toasts"), is_toast, NULL);

  return toast != NULL ? gtk_label_get_text (app_find_type (toast, GTK_TYPE_LABEL)) : NULL;
}

const char *
app_local (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", -1);
  g_autofree char *local = g_strjoinv (localeconv ()->decimal_point, parts);

  return g_intern_string (local);
}

GBytes *
app_draw (gpointer widget)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GBytes *pixels;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface),
                        (gsize) (cairo_image_surface_get_stride (surface) * height));
  cairo_surface_destroy (surface);
  return pixels;
}

GFile *
app_new_file (const char *name)
{
  return g_file_new_build_filename (folder, name, NULL);
}

GFile *
app_write_file (const char *name, const char *text)
{
  GFile *file = app_new_file (name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), text, -1, &error);
  g_assert_no_error (error);
  return file;
}

char *
app_read_file (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (g_file_peek_path (file), &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}
