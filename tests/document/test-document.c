/* An open project: gestures, undo, saving, focus and locks, what is counted by a worker. */
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <signal.h>

#include "core/edit-areas.h"
#include "core/edit.h"
#include "document/document-file.h"
#include "document/parameter.h"
#include "file/fault.h"

#include "load-example.h"

static MisDocument *
new_document (const char *name)
{
  g_autoptr (MisWorld) world = load_example (name);

  return mis_document_new (world);
}

static void
set_weight (MisDocument *document, double weight)
{
  g_autoptr (MisWorld) world = mis_world_with_weight (mis_document_get_base_world (document), 0, 0,
                                                      weight, NULL);

  mis_document_edit (document, world, "Change Weight");
}

static double
get_weight (MisDocument *document)
{
  return mis_world_get_position (mis_document_get_world (document), 0, 0).weight;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_results_follow (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  guint n_changes = 0;

  g_signal_connect_swapped (document, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_false (mis_document_is_busy (document));
  g_assert_cmpfloat_with_epsilon (mis_document_get_results (document)->score->overall, 0.2568893180,
                                  5e-11);
  set_weight (document, 0.0);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (mis_results_get_world (mis_document_get_results (document))
                 == mis_document_get_world (document));
  g_assert_cmpfloat (mis_document_get_results (document)->score->overall, <, 0.25);
}

static void
test_a_drag_is_one_step (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");

  mis_document_begin_gesture (document);
  for (guint i = 0; i <= 10; i++)
    set_weight (document, i / 10.0);
  mis_document_end_gesture (document);
  set_weight (document, 0.5);
  g_assert_cmpstr (mis_document_get_undo_name (document), ==, "Change Weight");
  g_assert_true (mis_document_undo (document));
  g_assert_cmpfloat (get_weight (document), ==, 1.0);
  g_assert_true (mis_document_undo (document));
  g_assert_cmpfloat (get_weight (document), ==, 0.8);
  g_assert_null (mis_document_get_undo_name (document));
  g_assert_false (mis_document_is_modified (document));
  g_assert_true (mis_document_redo (document));
  g_assert_cmpfloat (get_weight (document), ==, 1.0);
}

/* An action takes no part in what is being typed: neither is lost, and each is a step. */
static void
test_an_action_ends_a_drag (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (MisWorld) removed = NULL;

  mis_document_begin_gesture (document);
  set_weight (document, 0.3);
  removed = mis_world_with_area_removed (mis_document_get_world (document), 1, NULL);
  mis_document_edit_apart (document, removed, "Remove Problem Area");
  g_assert_true (mis_document_get_base_world (document) == removed);
  g_assert_cmpfloat (get_weight (document), ==, 0.3);
  g_assert_true (mis_document_undo (document));
  g_assert_cmpuint (mis_world_get_n_areas (mis_document_get_world (document)), ==, 2);
  g_assert_cmpfloat (get_weight (document), ==, 0.3);
  g_assert_true (mis_document_undo (document));
  g_assert_cmpfloat (get_weight (document), ==, 0.8);
}

static void
test_a_drag_back_is_no_step (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");

  mis_document_begin_gesture (document);
  set_weight (document, 0.3);
  set_weight (document, 0.8);
  g_assert_null (mis_document_get_undo_name (document));
  set_weight (document, 0.4);
  mis_document_end_gesture (document);
  g_assert_true (mis_document_undo (document));
  g_assert_cmpfloat (get_weight (document), ==, 0.8);
  g_assert_null (mis_document_get_undo_name (document));
}

/* Keys that follow each other are one step, unless something was done between them. */
static void
test_resumed_gesture (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");

  mis_document_resume_gesture (document);
  set_weight (document, 0.3);
  mis_document_end_gesture (document);
  mis_document_resume_gesture (document);
  set_weight (document, 0.4);
  mis_document_end_gesture (document);
  g_assert_cmpuint (mis_document_get_n_steps (document), ==, 1);
  set_weight (document, 0.5);
  mis_document_resume_gesture (document);
  set_weight (document, 0.6);
  mis_document_end_gesture (document);
  g_assert_cmpuint (mis_document_get_n_steps (document), ==, 3);
  mis_document_undo (document);
  mis_document_redo (document);
  mis_document_resume_gesture (document);
  set_weight (document, 0.7);
  mis_document_end_gesture (document);
  g_assert_cmpuint (mis_document_get_n_steps (document), ==, 4);
  /* Back where it began it is no step, and may go on from there all the same. */
  mis_document_resume_gesture (document);
  set_weight (document, 0.6);
  mis_document_end_gesture (document);
  g_assert_cmpuint (mis_document_get_n_steps (document), ==, 3);
  mis_document_resume_gesture (document);
  set_weight (document, 0.65);
  g_assert_cmpuint (mis_document_get_n_steps (document), ==, 4);
}

/* A number that is reset by hand leaves nothing to save, though it is another world. */
static void
test_back_to_what_was (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (MisParameter) area = mis_parameter_new (MIS_PARAMETER_AREA_CONFLICT, 0, 1, 0, 0);
  g_autoptr (MisWorld) changed =
    mis_parameter_apply (area, mis_document_get_world (document), 0.5, NULL, NULL);
  g_autoptr (MisWorld) reset = NULL;

  set_weight (document, 0.1);
  g_assert_true (mis_document_is_modified (document));
  set_weight (document, 0.8);
  g_assert_false (mis_document_is_modified (document));
  mis_document_edit (document, changed, "Change Conflict");
  g_assert_true (mis_document_is_modified (document));
  reset = mis_parameter_reset (area, changed, mis_document_get_opened_world (document), NULL, NULL);
  mis_document_edit (document, reset, "Reset");
  g_assert_false (mis_document_is_modified (document));
}

static void
notify_cb (GHashTable *seen, GParamSpec *pspec)
{
  g_hash_table_add (seen, (gpointer) pspec->name);
}

static void
test_properties_notify (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean modified;
  g_autofree char *title = NULL, *undo_name = NULL;

  g_signal_connect_swapped (document, "notify", G_CALLBACK (notify_cb), seen);
  set_weight (document, 0.1);
  g_object_get (document, "modified", &modified, "title", &title, "undo-name", &undo_name, NULL);
  g_assert_true (modified);
  g_assert_cmpstr (title, ==, "Shopping recommender");
  g_assert_cmpstr (undo_name, ==, "Change Weight");
  g_assert_true (g_hash_table_contains (seen, "modified"));
  g_assert_true (g_hash_table_contains (seen, "undo-name"));
}

/* Who shows title, steps and what is unsaved has work once for each action, not for
 * each property. */
static void
test_state_is_told_once (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  guint n_told = 0;

  g_signal_connect_swapped (document, "state-changed", G_CALLBACK (count_cb), &n_told);
  mis_document_begin_gesture (document);
  for (guint i = 1; i <= 5; i++)
    set_weight (document, i / 10.0);
  g_assert_cmpuint (n_told, ==, 5);
  mis_document_end_gesture (document);
  g_assert_cmpuint (n_told, ==, 5);
  mis_document_undo (document);
  g_assert_cmpuint (n_told, ==, 6);
  mis_document_redo (document);
  g_assert_cmpuint (n_told, ==, 7);
  mis_document_set_focus (document, 1);
  g_assert_cmpuint (n_told, ==, 7);
}

static void
test_focus_and_locks (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  const MisResults *results = mis_document_get_results (document);

  g_assert_cmpfloat (mis_curve_get_highest (results->curve), ==, 1.0);
  mis_document_set_focus (document, 2);
  g_assert_cmpuint (mis_document_get_results (document)->focus, ==, 2);
  mis_document_set_locked (document, 0, TRUE);
  g_assert_true (mis_document_is_locked (document, 0));
  results = mis_document_get_results (document);
  g_assert_cmpfloat_with_epsilon (mis_curve_get_highest (results->curve), 2.0 / 3.0, 1e-15);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static gboolean
save (MisDocument *document, GFile *file, gboolean overwrite, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mis_document_save_async (document, file, overwrite, done_cb, &result);
  return mis_document_save_finish (document, wait_for (&result), error);
}

static MisDocument *
load (GFile *file, MisFault **fault)
{
  g_autoptr (GAsyncResult) result = NULL;

  mis_document_load_async (file, done_cb, &result);
  return mis_document_load_finish (wait_for (&result), fault);
}

static GFile *
new_file (char **folder)
{
  g_autofree char *path = NULL;

  *folder = g_dir_make_tmp ("misalign-test-XXXXXX", NULL);
  path = g_build_filename (*folder, "project.misalign", NULL);
  return g_file_new_for_path (path);
}

static void
remove_folder (char *folder)
{
  g_autofree char *path = g_build_filename (folder, "project.misalign", NULL);

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_save_and_load (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_file (&folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisDocument) again = NULL;

  set_weight (document, 0.1);
  g_assert_true (mis_document_is_modified (document));
  g_assert_true (save (document, file, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (mis_document_is_modified (document));
  g_assert_true (mis_document_get_file (document) == file);
  mis_document_undo (document);
  g_assert_true (mis_document_is_modified (document));
  mis_document_redo (document);
  g_assert_false (mis_document_is_modified (document));

  again = load (file, &fault);
  g_assert_null (fault);
  g_assert_cmpfloat (get_weight (again), ==, 0.1);
  g_assert_false (mis_document_is_modified (again));
  remove_folder (folder);
}

/* Work that no file has held yet is unsaved however often it is undone, until it is saved. */
static void
test_draft (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisDocument) document = mis_document_new_draft (world);
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_file (&folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (mis_document_is_modified (document));
  set_weight (document, 0.1);
  mis_document_undo (document);
  g_assert_true (mis_document_is_modified (document));
  g_assert_true (mis_document_get_opened_world (document) == world);
  g_assert_true (save (document, file, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (mis_document_is_modified (document));
  remove_folder (folder);
}

/* Who saves twice in a row has both: the second one knows what the first has left on the disk. */
static void
test_saves_in_a_row (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (MisDocument) again = NULL;
  GAsyncResult *results[3] = { NULL };
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_file (&folder);
  g_autoptr (MisFault) fault = NULL;

  g_assert_true (save (document, file, FALSE, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      set_weight (document, 0.1 + 0.1 * i);
      mis_document_save_async (document, file, FALSE, done_cb, &results[i]);
      g_assert_true (mis_document_is_saving (document));
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;

      mis_document_save_finish (document, wait_for (&results[i]), &error);
      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  g_assert_false (mis_document_is_saving (document));
  g_assert_false (mis_document_is_modified (document));
  again = load (file, &fault);
  g_assert_cmpfloat (get_weight (again), ==, 0.1 + 0.1 * 2);
  remove_folder (folder);
}

/* What is wrong is known in its parts: where, and what. */
static void
test_faulty_file (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_file (&folder);
  g_autoptr (MisFault) missing = NULL;
  g_autoptr (MisFault) faulty = NULL;

  g_assert_null (load (file, &missing));
  g_assert_cmpint (missing->code, ==, MIS_FILE_ERROR_IO);
  g_assert_nonnull (strstr (missing->message, "project.misalign"));
  g_assert_true (g_file_set_contents (g_file_peek_path (file),
                                      "{ \"format\": \"misalign-project\", \"version\": 1,\n"
                                      "  \"areas\": 7, \"agents\": [] }",
                                      -1, NULL));
  g_assert_null (load (file, &faulty));
  g_assert_cmpint (faulty->code, ==, MIS_FILE_ERROR_PROJECT);
  g_assert_cmpuint (faulty->line, ==, 2);
  g_assert_cmpstr (faulty->place, ==, "areas");
  remove_folder (folder);
}

static void
test_changed_on_disk (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autoptr (MisDocument) other = new_document ("carla");
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = new_file (&folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (save (document, file, FALSE, NULL));
  g_assert_true (save (other, file, TRUE, NULL));
  set_weight (document, 0.1);
  g_assert_false (save (document, file, FALSE, &error));
  g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_CHANGED);
  g_assert_true (mis_document_is_modified (document));
  g_assert_true (save (document, file, TRUE, NULL));
  g_assert_false (mis_document_is_modified (document));
  remove_folder (folder);
}

/* The limit on the size of files is met as a full disk is: the write fails half way. */
static void
test_full_disk (void)
{
  g_autoptr (MisDocument) document = new_document ("shopping");
  g_autofree char *folder = NULL, *before = NULL, *after = NULL;
  g_autoptr (GFile) file = new_file (&folder);
  g_autoptr (GError) error = NULL;
  struct rlimit old, small;

  g_assert_true (save (document, file, FALSE, NULL));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &before, NULL, NULL));
  set_weight (document, 0.1);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (save (document, file, FALSE, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_FULL);
  g_assert_true (mis_document_is_modified (document));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_assert_true (save (document, file, FALSE, NULL));
  remove_folder (folder);
}

/* More than a frame's worth: a worker counts, and the newest world wins. */
static void
test_worker (void)
{
  g_autoptr (MisWorld) world = load_large_example ();
  g_autoptr (MisDocument) document = NULL;

  document = mis_document_new (world);
  g_assert_true (mis_document_is_busy (document));
  set_weight (document, 0.25);
  set_weight (document, 0.75);
  while (mis_document_is_busy (document))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (mis_results_get_world (mis_document_get_results (document))
                 == mis_document_get_world (document));
  g_assert_true (mis_document_get_results (document)->is_complete);
  g_assert_cmpfloat (get_weight (document), ==, 0.75);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/results-follow", test_results_follow);
  g_test_add_func ("/document/a-drag-is-one-step", test_a_drag_is_one_step);
  g_test_add_func ("/document/an-action-ends-a-drag", test_an_action_ends_a_drag);
  g_test_add_func ("/document/a-drag-back-is-no-step", test_a_drag_back_is_no_step);
  g_test_add_func ("/document/resumed-gesture", test_resumed_gesture);
  g_test_add_func ("/document/back-to-what-was", test_back_to_what_was);
  g_test_add_func ("/document/properties-notify", test_properties_notify);
  g_test_add_func ("/document/state-is-told-once", test_state_is_told_once);
  g_test_add_func ("/document/focus-and-locks", test_focus_and_locks);
  g_test_add_func ("/document/save-and-load", test_save_and_load);
  g_test_add_func ("/document/draft", test_draft);
  g_test_add_func ("/document/saves-in-a-row", test_saves_in_a_row);
  g_test_add_func ("/document/faulty-file", test_faulty_file);
  g_test_add_func ("/document/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/document/full-disk", test_full_disk);
  g_test_add_func ("/document/worker", test_worker);
  return g_test_run ();
}
