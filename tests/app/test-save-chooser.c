/* Choosing where to save: names with and without their ending, files that are there, windows
 * that go. */
#include "app-fixture.h"

#include "app/export-dialog.h"
#include "app/recent-files.h"
#include "app/save-chooser.h"
#include "config.h"
#include "core/edit.h"

/* What came of one question. */
typedef struct
{
  gboolean answered;
  GFile *file;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  g_assert_false (answer->answered);
  answer->answered = TRUE;
  answer->file = mis_save_chooser_ask_finish (result);
}

static GtkWindow *
new_parent (void)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (app_get_application ()));

  app_present (window);
  return GTK_WINDOW (window);
}

static gpointer
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
shows_a_folder (gpointer chooser)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_current_folder (chooser);

  return folder != NULL;
}

static gboolean
shows_folder (gpointer chooser, GFile *expected)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_current_folder (chooser);

  return folder != NULL && g_file_equal (folder, expected);
}

static gboolean
chooses (gpointer chooser, GFile *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (chooser);

  return chosen != NULL && g_file_equal (chosen, file);
}

/* Chooses @name in the folder of the test's files, in the dialog that opens. */
static void
choose (const char *name)
{
  g_autoptr (GFile) file = app_new_file (name);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  gpointer chooser;

  app_wait_until ((chooser = find_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG)) != NULL);
  app_wait_until (shows_a_folder (chooser));
  app_settle ();
  g_assert_true (gtk_file_chooser_set_current_folder (chooser, folder, NULL));
  gtk_file_chooser_set_current_name (chooser, name);
  app_wait_until (chooses (chooser, file));
  gtk_dialog_response (chooser, GTK_RESPONSE_ACCEPT);
}

static void
ask (GtkWindow *parent, const char *name, Answer *answer)
{
  const MisSaveRequest request = { .title = "Save", .accept = "_Save", .ending = ".misalign",
                                   .name = "old.misalign" };

  *answer = (Answer) { 0 };
  mis_save_chooser_ask_async (parent, &request, answered_cb, answer);
  choose (name);
}

static void
assert_chosen (Answer *answer, const char *name)
{
  g_autoptr (GFile) expected = name != NULL ? app_new_file (name) : NULL;

  app_wait_until (answer->answered);
  if (name == NULL)
    g_assert_null (answer->file);
  else
    g_assert_cmpstr (g_file_peek_path (answer->file), ==, g_file_peek_path (expected));
  g_clear_object (&answer->file);
}

static void
test_suggested_name (void)
{
  g_autofree char *name = mis_save_chooser_suggest_name ("Fig. 4: goals & shares", "chart", ".svg");
  g_autofree char *nameless = mis_save_chooser_suggest_name ("…", "chart", ".svg");

  g_assert_cmpstr (name, ==, "fig-4-goals-shares.svg");
  g_assert_cmpstr (nameless, ==, "chart-1.svg");
}

static void
test_ending (void)
{
  GtkWindow *parent = new_parent ();
  Answer answer;

  ask (parent, "lunch", &answer);
  assert_chosen (&answer, "lunch.misalign");
  ask (parent, "lunch.misalign", &answer);
  assert_chosen (&answer, "lunch.misalign");
  ask (parent, "LUNCH.MISALIGN", &answer);
  assert_chosen (&answer, "LUNCH.MISALIGN");
  ask (parent, "v1.2", &answer);
  assert_chosen (&answer, "v1.2.misalign");
  app_destroy (parent);
}

/* An ending that somebody types is meant, if it is one that can be had. */
static void
test_endings (void)
{
  static const char *const endings[] = { ".png", ".svg", NULL };
  static const char *const names[][2] = {
    { "areas", "areas.png" },         { "areas.png", "areas.png" }, { "areas.svg", "areas.svg" },
    { "AREAS.SVG", "AREAS.SVG" },     { "areas.jpg", "areas.jpg.png" },
    { "areas.svg.v2", "areas.svg.v2.png" },
  };
  const MisSaveRequest request = { .title = "Export", .accept = "_Export", .ending = ".png",
                                   .endings = endings, .name = "old.png" };
  GtkWindow *parent = new_parent ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Answer answer = { 0 };

      mis_save_chooser_ask_async (parent, &request, answered_cb, &answer);
      choose (names[i][0]);
      assert_chosen (&answer, names[i][1]);
    }
  app_destroy (parent);
}

/* The format of a chart follows the name, and is what is offered the next time. */
static void
test_export_follows_ending (void)
{
  g_autoptr (GFile) file = app_new_file ("areas.svg");
  g_autoptr (GSettings) settings = g_settings_new (MIS_APPLICATION_ID);
  g_autofree char *text = NULL, *format = NULL;
  MisWindow *window = app_new_window ("shopping");
  gpointer dialog;

  app_present (window);
  g_settings_set_string (settings, "export-format", "png");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-chart", "s", "areas");
  app_wait_until ((dialog = find_dialog (MIS_TYPE_EXPORT_DIALOG)) != NULL);
  g_signal_emit_by_name (app_child (dialog, "export_button"), "clicked");
  choose ("areas.svg");
  app_wait_until (app_toast (window) != NULL);
  g_assert_true (g_str_has_prefix (app_toast (window), "Exported “areas.svg” to "));
  text = app_read_file (file);
  g_assert_nonnull (strstr (text, "<svg"));
  g_assert_nonnull (strstr (text, ">Source: Shopping recommender · made with Misalign</text>"));
  format = g_settings_get_string (settings, "export-format");
  g_assert_cmpstr (format, ==, "svg");
  app_destroy (window);
}

/* The file chooser asks about the name that was typed; nobody but us about the one with
 * the ending. */
static void
test_file_is_there (void)
{
  g_autoptr (GFile) file = app_write_file ("taken.misalign", "somebody's work");
  GtkWindow *parent = new_parent ();
  gpointer question;
  Answer answer;

  ask (parent, "taken", &answer);
  app_respond (app_wait_for_dialog (parent), "cancel");
  assert_chosen (&answer, NULL);
  ask (parent, "taken", &answer);
  app_respond (app_wait_for_dialog (parent), "replace");
  assert_chosen (&answer, "taken.misalign");
  ask (parent, "taken.misalign", &answer);
  app_wait_until ((question = find_dialog (GTK_TYPE_MESSAGE_DIALOG)) != NULL);
  gtk_dialog_response (question, GTK_RESPONSE_ACCEPT);
  assert_chosen (&answer, "taken.misalign");
  app_destroy (parent);
}

static void
test_given_up (void)
{
  g_autoptr (GFile) file = app_write_file ("taken.misalign", "somebody's work");
  const MisSaveRequest request = { .title = "Save", .accept = "_Save", .ending = ".misalign",
                                   .name = "lunch.misalign" };
  GtkWindow *parent = new_parent ();
  Answer answer = { 0 };
  gpointer chooser;

  mis_save_chooser_ask_async (parent, &request, answered_cb, &answer);
  app_wait_until ((chooser = find_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG)) != NULL);
  gtk_dialog_response (chooser, GTK_RESPONSE_CANCEL);
  assert_chosen (&answer, NULL);
  app_destroy (parent);
}

static void
test_window_goes (void)
{
  g_autoptr (GFile) file = app_write_file ("taken.misalign", "somebody's work");
  const MisSaveRequest request = { .title = "Save", .accept = "_Save", .ending = ".misalign",
                                   .name = "lunch.misalign" };
  GtkWindow *parent = new_parent ();
  Answer answer = { 0 };

  mis_save_chooser_ask_async (parent, &request, answered_cb, &answer);
  app_wait_until (find_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL);
  app_destroy (parent);
  assert_chosen (&answer, NULL);
  /* Likewise when the second question is open. */
  parent = new_parent ();
  ask (parent, "taken", &answer);
  app_wait_for_dialog (parent);
  app_destroy (parent);
  assert_chosen (&answer, NULL);
}

/* Whatever is opened or saved next stands beside what was last. */
static void
test_begins_in_the_last_folder (void)
{
  static const char *const actions[] = { "win.open", "win.save-as" };
  g_autoptr (GFile) file = app_write_file ("last.misalign", "{}");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  MisWindow *window = app_new_window ("shopping");

  mis_recent_files_add (file);
  app_present (window);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gpointer chooser;

      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      app_wait_until ((chooser = find_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG)) != NULL);
      app_wait_until (shows_folder (chooser, folder));
      gtk_dialog_response (chooser, GTK_RESPONSE_CANCEL);
      app_wait_until (find_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG) == NULL);
    }
  app_destroy (window);
}

/* A draft gets its name, and is what the window shows from then on. */
static void
test_save_as (void)
{
  g_autoptr (GFile) file = app_new_file ("groceries.misalign");
  MisWindow *window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);

  app_present (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-as", NULL);
  choose ("groceries");
  app_wait_until (mis_document_get_file (document) != NULL);
  g_assert_true (g_file_equal (mis_document_get_file (document), file));
  g_assert_true (g_file_query_exists (file, NULL));
  app_destroy (window);
}

/* Closing asks, saving asks where to, and then the window goes. */
static void
test_close_draft (void)
{
  g_autoptr (GFile) file = app_new_file ("kept.misalign");
  gpointer window = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisWorld) world = mis_world_with_weight (mis_document_get_world (document), 0, 0, 0.25,
                                                      NULL);

  app_present (window);
  g_object_add_weak_pointer (window, &window);
  mis_document_edit (document, world, "Change Weight");
  gtk_window_close (window);
  app_respond (app_wait_for_dialog (window), "save");
  choose ("kept");
  app_wait_until (window == NULL);
  g_assert_true (g_file_query_exists (file, NULL));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/save-chooser/suggested-name", test_suggested_name);
  g_test_add_func ("/save-chooser/ending", test_ending);
  g_test_add_func ("/save-chooser/endings", test_endings);
  g_test_add_func ("/save-chooser/export-follows-ending", test_export_follows_ending);
  g_test_add_func ("/save-chooser/file-is-there", test_file_is_there);
  g_test_add_func ("/save-chooser/given-up", test_given_up);
  g_test_add_func ("/save-chooser/window-goes", test_window_goes);
  g_test_add_func ("/save-chooser/begins-in-the-last-folder", test_begins_in_the_last_folder);
  g_test_add_func ("/save-chooser/save-as", test_save_as);
  g_test_add_func ("/save-chooser/close-draft", test_close_draft);
  return app_run ();
}
