/* The program: windows it is asked for, files it is started with, its shortcuts, its end. */
#include "app-fixture.h"

#include "app/application.h"
#include "core/edit.h"

static const char PROJECT[] = "{ \"format\": \"misalign-project\", \"version\": 1,"
                              " \"title\": \"Mine\", \"areas\": [], \"agents\": [] }";

static GtkApplication *
get_application (void)
{
  return GTK_APPLICATION (app_get_application ());
}

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (get_application ()));
}

static void
do_action (const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), action, NULL);
}

static void
close_all (void)
{
  while (gtk_application_get_windows (get_application ()) != NULL)
    app_destroy (gtk_application_get_windows (get_application ())->data);
}

static void
test_new_window (void)
{
  app_new_window ("shopping");
  do_action ("new-window");
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_null (mis_window_get_document (
      MIS_WINDOW (gtk_application_get_active_window (get_application ()))));
  close_all ();
}

static MisWindow *
find_titled (const char *title)
{
  for (GList *link = gtk_application_get_windows (get_application ()); link != NULL;
       link = link->next)
    if (g_strcmp0 (gtk_window_get_title (link->data), title) == 0)
      return link->data;
  return NULL;
}

/* As if it had been started with two files, one of them faulty. */
static void
test_open (void)
{
  g_autoptr (GFile) sound = app_write_file ("mine.misalign", PROJECT);
  g_autoptr (GFile) faulty = app_write_file ("faulty.misalign", "no");
  GFile *files[] = { sound, faulty };
  AdwMessageDialog *dialog;

  g_application_open (G_APPLICATION (get_application ()), files, 2, "");
  g_assert_cmpuint (count_windows (), ==, 2);
  app_wait_until (find_titled ("Mine") != NULL);
  dialog = app_wait_for_dialog (find_titled ("Misalign"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "faulty.misalign"));
  app_respond (dialog, "close");
  g_assert_null (mis_window_get_document (find_titled ("Misalign")));
  close_all ();
}

static void
test_quit (void)
{
  app_new_window ("shopping");
  app_new_window (NULL);
  do_action ("quit");
  app_wait_until (count_windows () == 0);
}

static void
test_quit_asks_where_work_is_unsaved (void)
{
  MisWindow *window = app_new_window ("shopping");
  MisWorld *world = mis_document_get_world (mis_window_get_document (window));
  g_autoptr (MisWorld) changed = mis_world_with_weight (world, 0, 0, 0.1, NULL);

  app_new_window (NULL);
  mis_document_edit (mis_window_get_document (window), changed, "Change");
  do_action ("quit");
  app_respond (app_wait_for_dialog (window), "cancel");
  app_wait_until (count_windows () == 1);
  g_assert_true (gtk_application_get_windows (get_application ())->data == window);
  close_all ();
}

static AdwAboutWindow *
find_about_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_ABOUT_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return ADW_ABOUT_WINDOW (window);
    }
  return NULL;
}

static void
test_about (void)
{
  MisWindow *window = app_new_window (NULL);

  do_action ("about");
  app_wait_until (find_about_window () != NULL);
  g_assert_cmpstr (adw_about_window_get_application_name (find_about_window ()), ==, "Misalign");
  gtk_window_close (GTK_WINDOW (find_about_window ()));
  g_assert_null (find_about_window ());
  app_destroy (window);
}

static void
test_shortcuts_window (void)
{
  MisWindow *window = app_new_window (NULL);
  GtkShortcutsWindow *help;

  help = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window));
  g_assert_nonnull (help);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  app_wait_until (gtk_widget_get_mapped (GTK_WIDGET (help)));
  gtk_window_close (GTK_WINDOW (help));
  app_destroy (window);
}

static gboolean
shows_action (GtkWidget *widget, gconstpointer action)
{
  g_autofree char *shown = NULL;

  if (!GTK_IS_SHORTCUTS_SHORTCUT (widget))
    return FALSE;
  g_object_get (widget, "action-name", &shown, NULL);
  return g_strcmp0 (shown, action) == 0;
}

/* Whatever has a key can be found where people look for keys. */
static void
test_every_shortcut_is_shown (void)
{
  MisWindow *window = app_new_window (NULL);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (get_application ());
  GtkWidget *help
      = GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));

  for (guint i = 0; actions[i] != NULL; i++)
    if (app_find (help, shows_action, actions[i]) == NULL)
      g_error ("%s has a key that the window of shortcuts does not show", actions[i]);
  app_destroy (window);
}

static void
test_shortcuts_lead_to_actions (void)
{
  MisWindow *window = app_new_window ("shopping");
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (get_application ());

  g_assert_cmpuint (g_strv_length (actions), >=, 10);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      GActionGroup *group = g_str_has_prefix (actions[i], "app.")
                                ? G_ACTION_GROUP (get_application ())
                                : G_ACTION_GROUP (window);

      g_auto (GStrv) keys = gtk_application_get_accels_for_action (get_application (), actions[i]);

      g_assert_cmpuint (g_strv_length (keys), >=, 1);
      if (!g_str_has_prefix (actions[i], "window."))
        {
          g_autofree char *name = NULL;
          g_autoptr (GVariant) target = NULL;

          g_assert_true (g_action_parse_detailed_name (actions[i], &name, &target, NULL));
          g_assert_true (g_action_group_has_action (group, strchr (name, '.') + 1));
        }
    }
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/application/new-window", test_new_window);
  g_test_add_func ("/app/application/open", test_open);
  g_test_add_func ("/app/application/quit", test_quit);
  g_test_add_func ("/app/application/quit-asks-where-work-is-unsaved",
                   test_quit_asks_where_work_is_unsaved);
  g_test_add_func ("/app/application/about", test_about);
  g_test_add_func ("/app/application/shortcuts-window", test_shortcuts_window);
  g_test_add_func ("/app/application/every-shortcut-is-shown", test_every_shortcut_is_shown);
  g_test_add_func ("/app/application/shortcuts-lead-to-actions", test_shortcuts_lead_to_actions);

  return app_run ();
}
