/* Opening: every kind of bad file, sound ones, several windows. */
#include "lunch-fixture.h"

#include <sys/stat.h>
#include <unistd.h>

#include "app/import-dialog.h"

/* What is changed in lunch_project, and what the dialog must then name. */
static const struct
{
  const char *from;
  const char *to;
  const char *words[4];
} faults[] = {
  { NULL, "", { "breaks off", "found the end of the file", "expected" } },
  { NULL, "Dear all,", { "text editor", "Line 1, character 1", "found", "expected a value" } },
  { NULL, "{ \"name\": \"package\" }", { "no member \"format\"", "misalign-project" } },
  { "\"version\": 1",
    "\"version\": 2",
    { "Line 3, character 14", "newer version of Misalign", "Update" } },
  { "0.5 }", "1.2 }", { "Line 10,", "in agents[0].positions.food.weight", "1.2", "from 0 to 1" } },
  { "\"count\": 2", "\"count\": 1.5", { "Line 10,", "agents[0].count (Ann)", "1.5", "whole" } },
  { "0.4", "0.7", { "Line 7,", "areas[0].conflict.pairs[0]", "0.7", "expected" } },
  { "[\"good\", \"cheap\"]",
    "[\"good\", \"good\"]",
    { "Line 7,", "pairs[0].goals", "same goal twice" } },
  { "\"goal\": \"good\"", "\"goal\": \"fine\"", { "Line 10,", "positions.food.goal", "fine" } },
  { "\"bob\"", "\"ann\"", { "Line 11,", "agents[1].id", "ann", "a second time" } },
  { "\"count\": 2", "\"count\": 2, \"count\": 3", { "Line 10,", "count", "a second time" } },
  { "\"Food\"", "\"Fo\\u0007od\"", { "Line 6,", "areas[0].name", "U+0007", "expected" } },
  { "\"Food\"", "\"Fo\\u202eod\"", { "Line 6,", "areas[0].name", "U+202E", "expected" } },
  { "\"Lunch\"", "\"Lunch", { "Line 4,", "found", "expected" } },
};

static char *
replace (const char *text, const char *from, const char *to)
{
  GString *changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, from, to, 1), ==, 1);
  return g_string_free (changed, FALSE);
}

/* Opens @file, which must fail with a message that holds all @words; @window stays as it is. */
static void
assert_refused (MisWindow *window, GFile *file, const char *const *words)
{
  MisDocument *document = mis_window_get_document (window);
  g_autofree char *page = g_strdup (gtk_stack_get_visible_child_name (app_child (window, "pages")));
  guint n_windows = g_list_length (gtk_application_get_windows (
      GTK_APPLICATION (app_get_application ())));
  g_autofree char *name = g_file_get_basename (file);
  AdwMessageDialog *dialog;
  GtkWidget *detail;
  g_autofree char *text = NULL;

  mis_window_open (window, file);
  dialog = app_wait_for_dialog (window);
  detail = adw_message_dialog_get_extra_child (dialog);
  text = g_strconcat (adw_message_dialog_get_body (dialog), "\n",
                      detail != NULL ? gtk_label_get_label (GTK_LABEL (detail)) : "", NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The Project Could Not Be Opened");
  /* The file by its name, and what is wrong with it. */
  if (g_file_is_native (file))
    g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), name));
  for (guint i = 0; i < 4 && words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("No “%s” in: %s", words[i], text);
  g_assert_nonnull (strstr (text, "Your file was not changed"));
  app_respond (dialog, "close");
  g_assert_true (mis_window_get_document (window) == document);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (window, "pages")), ==, page);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (
                        GTK_APPLICATION (app_get_application ()))),
                    ==, n_windows);
}

/* (nullable) */
static GtkWindow *
find_import (MisWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (MIS_IS_IMPORT_DIALOG (dialog)
          && gtk_window_get_transient_for (dialog) == GTK_WINDOW (window))
        return dialog;
    }
  return NULL;
}

static void
test_faulty_projects (gconstpointer example)
{
  MisWindow *window = app_new_window (example);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *text = faults[i].from != NULL
                                  ? replace (lunch_project, faults[i].from, faults[i].to)
                                  : g_strdup (faults[i].to);
      g_autoptr (GFile) file = app_write_file ("faulty.misalign", text);

      assert_refused (window, file, faults[i].words);
    }
  app_destroy (window);
}

/* What is no project is called what it is, and the way to make one of it is offered. */
static void
test_tables_are_no_projects (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *words[4];
  } tables[] = {
    { "people", "agent;area;goal\n", { "is not a Misalign project", "If it is a table" } },
    { "people.misalign", "\xef\xbb\xbf \n\"agent\",\"area\"\n", { "If it is a table" } },
  };
  MisWindow *window = app_new_window (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GFile) file = app_write_file (tables[i].name, tables[i].text);
      AdwMessageDialog *dialog;

      assert_refused (window, file, tables[i].words);
      mis_window_open (window, file);
      dialog = app_wait_for_dialog (window);
      app_respond (dialog, "import");
      app_wait_until (find_import (window) != NULL);
      gtk_window_close (find_import (window));
      app_wait_until (find_import (window) == NULL);
    }
  app_destroy (window);
}

/* What begins like a project is one that is broken, and no table. */
static void
test_broken_projects_are_no_tables (void)
{
  static const char *const texts[] = { "", " \n", "\xef\xbb\xbf{", "\n {}" };
  MisWindow *window = app_new_window (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GFile) file = app_write_file ("broken.misalign", texts[i]);
      AdwMessageDialog *dialog;

      mis_window_open (window, file);
      dialog = app_wait_for_dialog (window);
      g_assert_false (adw_message_dialog_has_response (dialog, "import"));
      g_assert_nonnull (adw_message_dialog_get_extra_child (dialog));
      app_respond (dialog, "close");
    }
  app_destroy (window);
}

static void
test_no_files (void)
{
  MisWindow *window = app_new_window ("shopping");
  g_autoptr (GFile) folder = app_new_file ("folder.misalign");
  g_autoptr (GFile) pipe = app_new_file ("pipe.misalign");
  g_autoptr (GFile) missing = app_new_file ("missing.misalign");
  g_autoptr (GFile) locked = app_write_file ("locked.misalign", lunch_project);
  g_autoptr (GFile) far = g_file_new_for_uri ("sftp://nowhere.invalid/far.misalign");

  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  assert_refused (window, folder, (const char *[]) { "folder.misalign", "folder", NULL });
  assert_refused (window, pipe, (const char *[]) { "pipe.misalign", NULL });
  assert_refused (window, missing, (const char *[]) { "missing.misalign", NULL });
  assert_refused (window, far, (const char *[]) { "on this computer", NULL });
  /* The superuser may read everything. */
  g_assert_cmpint (chmod (g_file_peek_path (locked), 0), ==, 0);
  if (geteuid () != 0)
    assert_refused (window, locked, (const char *[]) { "locked.misalign", NULL });
  app_destroy (window);
}

static void
test_sound_projects (void)
{
  static const struct
  {
    const char *members;
    const char *page;
  } cases[] = {
    { "\"areas\": [], \"agents\": []", "empty" },
    { "\"areas\": [ { \"id\": \"a\", \"goals\": [ { \"id\": \"g\" } ] } ], \"agents\": []",
      "explore" },
    { "\"areas\": [], \"agents\": [ { \"id\": \"x\" } ]", "explore" },
    { "\"areas\": [ { \"id\": \"a\", \"goals\": [] } ],"
      " \"agents\": [ { \"id\": \"x\", \"count\": 0 } ]",
      "explore" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{ \"format\": \"misalign-project\", \"version\": 1,"
                                               " %s }",
                                               cases[i].members);
      g_autoptr (GFile) file = app_write_file ("sound.misalign", text);
      MisWindow *window = lunch_open (file);
      gpointer score = app_child (app_chart_page (window), "score");

      g_assert_cmpstr (gtk_stack_get_visible_child_name (app_child (window, "pages")), ==,
                       cases[i].page);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      g_assert_cmpstr (app_text (score, "value"), ==, "–");
      g_assert_true (gtk_widget_get_visible (app_child (score, "remarks")));
      g_assert_cmpstr (adw_window_title_get_title (app_child (window, "window_title")), ==,
                       "Untitled Project");
      app_destroy (window);
    }
}

static void
test_title_names_the_file (void)
{
  g_autoptr (GFile) file = app_write_file ("lunch.misalign", lunch_project);
  MisWindow *window = lunch_open (file);
  AdwWindowTitle *title = app_child (window, "window_title");

  g_assert_cmpstr (adw_window_title_get_title (title), ==, "Lunch");
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==, g_file_peek_path (file));
  app_destroy (window);
}

/* A long name is cut, and takes no button's place. */
static void
test_long_title (void)
{
  g_autofree char *words = g_strnfill (200, 'W');
  g_autofree char *text = replace (lunch_project, "Lunch", words);
  g_autoptr (GFile) file = app_write_file ("lunch.misalign", text);
  MisWindow *window = lunch_open (file);

  app_present (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 600);
  app_wait_until (gtk_widget_get_width (GTK_WIDGET (window)) <= 1200);
  app_settle ();
  g_assert_true (gtk_widget_get_mapped (app_child (window, "open_button")));
  g_assert_true (gtk_widget_get_mapped (app_child (window, "save_button")));
  g_assert_true (gtk_widget_get_mapped (app_child (window, "export_button")));
  app_destroy (window);
}

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (app_get_application ())));
}

static void
test_second_project_second_window (void)
{
  g_autoptr (GFile) file = app_write_file ("lunch.misalign", lunch_project);
  MisWindow *first = app_new_window ("shopping");
  MisDocument *document = mis_window_get_document (first);
  GtkWindow *second;

  g_assert_cmpuint (count_windows (), ==, 1);
  mis_window_open (first, file);
  app_wait_until (count_windows () == 2);
  g_assert_true (mis_window_get_document (first) == document);
  second = gtk_application_get_windows (GTK_APPLICATION (app_get_application ()))->data;
  g_assert_true (MIS_IS_WINDOW (second) && second != GTK_WINDOW (first));
  g_assert_cmpstr (gtk_window_get_title (second), ==, "Lunch");
  app_destroy (second);
  app_destroy (first);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_data_func ("/app/window-files/faulty-projects/start-page", NULL, test_faulty_projects);
  g_test_add_data_func ("/app/window-files/faulty-projects/open-project", "shopping",
                        test_faulty_projects);
  g_test_add_func ("/app/window-files/tables-are-no-projects", test_tables_are_no_projects);
  g_test_add_func ("/app/window-files/broken-projects-are-no-tables",
                   test_broken_projects_are_no_tables);
  g_test_add_func ("/app/window-files/no-files", test_no_files);
  g_test_add_func ("/app/window-files/sound-projects", test_sound_projects);
  g_test_add_func ("/app/window-files/title-names-the-file", test_title_names_the_file);
  g_test_add_func ("/app/window-files/long-title", test_long_title);
  g_test_add_func ("/app/window-files/second-project-second-window",
                   test_second_project_second_window);

  return app_run ();
}
