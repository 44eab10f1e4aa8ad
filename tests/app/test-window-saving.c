/* Saving: full disks, files that others have changed, and windows that close meanwhile. */
#include "lunch-fixture.h"

#include <sys/resource.h>

#include "core/edit.h"

static void
edit (MisWindow *window, double weight)
{
  MisDocument *document = mis_window_get_document (window);
  g_autoptr (MisWorld) world = mis_world_with_weight (mis_document_get_world (document), 0, 0,
                                                      weight, NULL);

  mis_document_edit (document, world, "Change Weight");
}

static gboolean
is_modified (MisWindow *window)
{
  g_assert_cmpint (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "• "), ==,
                   mis_document_is_modified (mis_window_get_document (window)));
  return mis_document_is_modified (mis_window_get_document (window));
}

static void
save (MisWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
}

static void
assert_holds (GFile *file, const char *words)
{
  g_autofree char *text = app_read_file (file);

  g_assert_nonnull (strstr (text, words));
}

static void
test_save (void)
{
  g_autoptr (GFile) file = app_write_file ("lunch.misalign", lunch_project);
  MisWindow *window = lunch_open (file);

  g_assert_false (is_modified (window));
  edit (window, 0.25);
  g_assert_true (is_modified (window));
  save (window);
  app_wait_until (!is_modified (window));
  assert_holds (file, "\"weight\": 0.25");
  /* What is undone behind a save is unsaved again. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_true (is_modified (window));
  save (window);
  app_wait_until (!is_modified (window));
  assert_holds (file, "\"weight\": 0.5");
  app_destroy (window);
}

static void
test_save_on_a_full_disk (void)
{
  g_autoptr (GFile) file = app_write_file ("lunch.misalign", lunch_project);
  MisWindow *window = lunch_open (file);
  AdwMessageDialog *dialog;
  struct rlimit limit;

  edit (window, 0.25);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit) { 100, limit.rlim_max }), ==, 0);
  save (window);
  dialog = app_wait_for_dialog (window);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The Project Was Not Saved");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "lunch.misalign"));
  g_assert_true (adw_message_dialog_has_response (dialog, "save-as"));
  app_respond (dialog, "close");
  assert_holds (file, lunch_project);
  g_assert_true (is_modified (window));
  /* Once there is room again it can be saved. */
  save (window);
  app_wait_until (!is_modified (window));
  assert_holds (file, "\"weight\": 0.25");
  app_destroy (window);
}

static void
test_file_changed_on_disk (void)
{
  g_autoptr (GFile) file = app_write_file ("lunch.misalign", lunch_project);
  MisWindow *window = lunch_open (file);
  g_autoptr (GFile) same = app_write_file ("lunch.misalign", "Somebody else was here.");
  AdwMessageDialog *dialog;

  edit (window, 0.25);
  save (window);
  dialog = app_wait_for_dialog (window);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The File Has Changed on Disk");
  g_assert_true (adw_message_dialog_has_response (dialog, "cancel"));
  g_assert_true (adw_message_dialog_has_response (dialog, "save-as"));
  g_assert_true (adw_message_dialog_has_response (dialog, "overwrite"));
  app_respond (dialog, "cancel");
  assert_holds (file, "Somebody else");
  g_assert_true (is_modified (window));
  save (window);
  app_respond (app_wait_for_dialog (window), "overwrite");
  app_wait_until (!is_modified (window));
  assert_holds (file, "\"weight\": 0.25");
  app_destroy (window);
}

/* Two projects of one title are told apart by their files; a draft has none. */
static void
test_closing_names_the_file (void)
{
  g_autoptr (GFile) file = app_write_file ("mine.misalign", lunch_project);
  MisWindow *window = lunch_open (file);
  MisWindow *draft = app_new_window ("shopping");
  AdwMessageDialog *dialog;

  edit (window, 0.25);
  gtk_window_close (GTK_WINDOW (window));
  dialog = app_wait_for_dialog (window);
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (dialog),
                                   "“Lunch” (mine.misalign) has unsaved changes."));
  app_respond (dialog, "cancel");
  edit (draft, 0.25);
  gtk_window_close (GTK_WINDOW (draft));
  dialog = app_wait_for_dialog (draft);
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (dialog),
                                   "“Shopping recommender” has unsaved changes."));
  app_respond (dialog, "cancel");
  app_destroy (draft);
  app_destroy (window);
}

static void
test_close_and_save (void)
{
  g_autoptr (GFile) file = app_write_file ("lunch.misalign", lunch_project);
  gpointer window = lunch_open (file);
  gpointer document = mis_window_get_document (window);

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (document, &document);
  edit (window, 0.25);
  gtk_window_close (window);
  app_respond (app_wait_for_dialog (window), "save");
  app_wait_until (window == NULL);
  g_assert_null (document);
  assert_holds (file, "\"weight\": 0.25");
}

/* A window may go while a worker still reads or writes for it. */
static void
test_closed_while_loading (void)
{
  g_autoptr (GFile) sound = app_write_file ("lunch.misalign", lunch_project);
  g_autoptr (GFile) faulty = app_write_file ("faulty.misalign", "no");
  MisWindow *window = app_new_window (NULL);

  mis_window_open (window, sound);
  app_destroy (window);
  window = app_new_window (NULL);
  mis_window_open (window, faulty);
  app_destroy (window);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

static void
test_closed_while_saving (void)
{
  g_autoptr (GFile) file = app_write_file ("lunch.misalign", lunch_project);
  MisWindow *window = lunch_open (file);

  edit (window, 0.25);
  save (window);
  app_destroy (window);
  assert_holds (file, "\"weight\": 0.25");
  /* Likewise if it fails. */
  window = lunch_open (file);
  edit (window, 0.75);
  g_object_unref (app_write_file ("lunch.misalign", "Somebody else was here."));
  save (window);
  app_destroy (window);
  assert_holds (file, "Somebody else");
}

/* Closing waits for a save that runs, so that nobody leaves before it is done or has failed. */
static void
test_close_behind_a_save (void)
{
  g_autoptr (GFile) file = app_write_file ("lunch.misalign", lunch_project);
  gpointer window = lunch_open (file);
  AdwMessageDialog *dialog;

  g_object_add_weak_pointer (window, &window);
  edit (window, 0.25);
  save (window);
  save (window);
  gtk_window_close (window);
  g_assert_nonnull (window);
  app_wait_until (window == NULL);
  assert_holds (file, "\"weight\": 0.25");
  window = lunch_open (file);
  g_object_add_weak_pointer (window, &window);
  edit (window, 0.75);
  g_object_unref (app_write_file ("lunch.misalign", "Somebody else was here."));
  save (window);
  gtk_window_close (window);
  dialog = app_wait_for_dialog (window);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The File Has Changed on Disk");
  app_respond (dialog, "overwrite");
  app_wait_until (!is_modified (window));
  assert_holds (file, "\"weight\": 0.75");
  app_destroy (window);
}

static void
test_closed_with_a_failure_in_sight (void)
{
  g_autoptr (GFile) file = app_write_file ("lunch.misalign", lunch_project);
  MisWindow *window = lunch_open (file);

  g_object_unref (app_write_file ("lunch.misalign", "Somebody else was here."));
  edit (window, 0.25);
  save (window);
  app_wait_for_dialog (window);
  app_destroy (window);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/window-saving/save", test_save);
  g_test_add_func ("/app/window-saving/save-on-a-full-disk", test_save_on_a_full_disk);
  g_test_add_func ("/app/window-saving/file-changed-on-disk", test_file_changed_on_disk);
  g_test_add_func ("/app/window-saving/closing-names-the-file", test_closing_names_the_file);
  g_test_add_func ("/app/window-saving/close-and-save", test_close_and_save);
  g_test_add_func ("/app/window-saving/closed-while-loading", test_closed_while_loading);
  g_test_add_func ("/app/window-saving/closed-while-saving", test_closed_while_saving);
  g_test_add_func ("/app/window-saving/close-behind-a-save", test_close_behind_a_save);
  g_test_add_func ("/app/window-saving/closed-with-a-failure-in-sight",
                   test_closed_with_a_failure_in_sight);

  return app_run ();
}
