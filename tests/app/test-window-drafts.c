/* Unsaved work in windows: kept, shown again by the next start, gone once it is saved or discarded.
 */
#include "app-fixture.h"

#include "app/application.h"
#include "core/edit.h"
#include "document/document-file.h"

/* A folder of drafts that the program keeps from now on. */
static char *
keep_drafts (void)
{
  g_autoptr (GFile) folder = app_new_file ("drafts");

  mis_application_keep_drafts (MIS_APPLICATION (app_get_application ()), g_file_peek_path (folder));
  return g_file_get_path (folder);
}

static void
keep_no_drafts (void)
{
  mis_application_keep_drafts (MIS_APPLICATION (app_get_application ()), NULL);
}

static gboolean
is_empty (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  return folder == NULL || g_dir_read_name (folder) == NULL;
}

static void
set_weight (MisDocument *document, double weight)
{
  g_autoptr (MisWorld) edited =
      mis_world_with_weight (mis_document_get_world (document), 0, 0, weight, NULL);

  mis_document_edit (document, edited, "Change Weight");
}

static double
get_weight (MisWindow *window)
{
  MisWorld *world = mis_document_get_world (mis_window_get_document (window));

  return mis_world_get_position (world, 0, 0).weight;
}

static gboolean
shows_bar (MisWindow *window)
{
  return gtk_widget_get_visible (app_child (window, "recovered_bar"));
}

static void
written_cb (gboolean *written)
{
  *written = TRUE;
}

/* Leaves a draft in @folder, as a program that was killed has. */
static void
leave_draft (const char *folder)
{
  g_autoptr (MisDocument) document = app_new_document ("shopping");
  g_autoptr (MisDraftKeeper) keeper = mis_draft_keeper_new (document, folder);
  gboolean written = FALSE;

  g_signal_connect_swapped (keeper, "written", G_CALLBACK (written_cb), &written);
  set_weight (document, 0.125);
  app_wait_until (written);
}

/* The next start has a window with the work, marked as unsaved, and a bar that says why. */
static MisWindow *
start_anew (void)
{
  MisWindow *window = app_new_window (NULL);
  GFile *none[] = { NULL };

  /* What starting does, but for the window. */
  g_application_open (G_APPLICATION (app_get_application ()), none, 0, "");
  app_wait_until (mis_window_get_document (window) != NULL);
  return window;
}

static void
test_recovered (void)
{
  g_autofree char *folder = keep_drafts ();
  MisWindow *window;

  leave_draft (folder);
  window = start_anew ();
  g_assert_true (shows_bar (window));
  g_assert_cmpfloat (get_weight (window), ==, 0.125);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• Shopping recommender");
  g_signal_emit_by_name (app_find_type (app_child (window, "recovered_bar"), GTK_TYPE_BUTTON),
                         "clicked");
  gtk_window_close (GTK_WINDOW (window));
  app_respond (app_wait_for_dialog (window), "cancel");
  g_assert_false (is_empty (folder));
  gtk_window_close (GTK_WINDOW (window));
  app_respond (app_wait_for_dialog (window), "discard");
  app_wait_until (is_empty (folder));
  app_settle ();
  keep_no_drafts ();
}

/* Opened anew as often as the program ends, until it is saved. */
static void
test_saved (void)
{
  g_autofree char *folder = keep_drafts ();
  g_autoptr (GFile) file = app_new_file ("recovered.misalign");
  MisWindow *window;

  leave_draft (folder);
  window = start_anew ();
  mis_document_save_async (mis_window_get_document (window), file, TRUE, NULL, NULL);
  app_wait_until (!mis_document_is_modified (mis_window_get_document (window)));
  g_assert_false (shows_bar (window));
  app_destroy (window);
  g_assert_true (is_empty (folder));
  keep_no_drafts ();
}

static void
test_every_window (void)
{
  g_autofree char *folder = keep_drafts ();
  MisWindow *window = app_new_window ("shopping");

  g_assert_false (shows_bar (window));
  set_weight (mis_window_get_document (window), 0.25);
  app_wait_until (!is_empty (folder));
  g_assert_true (mis_document_undo (mis_window_get_document (window)));
  app_destroy (window);
  g_assert_true (is_empty (folder));
  keep_no_drafts ();
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/window-drafts/recovered", test_recovered);
  g_test_add_func ("/window-drafts/saved", test_saved);
  g_test_add_func ("/window-drafts/every-window", test_every_window);
  return app_run ();
}
