/* Unsaved work of a document outlives the program, and goes when it is saved or discarded. */
#include "document/draft-keeper.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

#include "core/edit.h"
#include "document/document-file.h"

#include "load-example.h"

/* Where the program that is killed keeps its drafts. */
#define FOLDER_VARIABLE "MISALIGN_TEST_DRAFTS"

static char *
new_folder (void)
{
  char *folder = g_dir_make_tmp ("misalign-keeper-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

static void
assert_empty (const char *folder)
{
  /* Fails where anything stands in it. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static MisDocument *
new_document (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");

  return mis_document_new (world);
}

static void
set_weight (MisDocument *document, double weight)
{
  g_autoptr (MisWorld) edited =
      mis_world_with_weight (mis_document_get_world (document), 0, 0, weight, NULL);

  mis_document_edit (document, edited, "Change Weight");
}

static double
get_weight (MisDocument *document)
{
  return mis_world_get_position (mis_document_get_world (document), 0, 0).weight;
}

static void
written_cb (gboolean *written)
{
  *written = TRUE;
}

static void
wait_until_written (MisDraftKeeper *keeper)
{
  gboolean written = FALSE;
  gulong id = g_signal_connect_swapped (keeper, "written", G_CALLBACK (written_cb), &written);

  while (!written)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (keeper, id);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **)user_data, result);
}

static GPtrArray *
recover (const char *folder)
{
  g_autoptr (GAsyncResult) result = NULL;

  mis_draft_keeper_recover_async (folder, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return mis_draft_keeper_recover_finish (result);
}

static void
save (MisDocument *document, GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mis_document_save_async (document, file, FALSE, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  mis_document_save_finish (document, result, &error);
  g_assert_no_error (error);
}

/* Edits, and is killed as soon as the disk has it: nobody closes or says anything. */
static void
edit_and_die (void)
{
  g_autoptr (MisDocument) document = new_document ();
  g_autoptr (MisDraftKeeper) keeper = mis_draft_keeper_new (document, g_getenv (FOLDER_VARIABLE));

  set_weight (document, 0.125);
  wait_until_written (keeper);
  kill (getpid (), SIGKILL);
}

static void
test_killed (void)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) found = NULL;
  MisDocument *document;

  g_setenv (FOLDER_VARIABLE, folder, TRUE);
  g_test_trap_subprocess ("/draft-keeper/subprocess/edit-and-die", 0, 0);
  found = recover (folder);
  g_assert_cmpuint (found->len, ==, 1);
  document = mis_draft_keeper_get_document (found->pdata[0]);
  g_assert_cmpfloat (get_weight (document), ==, 0.125);
  g_assert_true (mis_document_is_modified (document));
  g_assert_null (mis_document_get_file (document));
  g_assert_true (mis_draft_keeper_holds_draft (found->pdata[0]));
  /* As long as it is open nobody else finds it. */
  none = recover (folder);
  g_assert_cmpuint (none->len, ==, 0);
  mis_draft_keeper_discard (found->pdata[0]);
  assert_empty (folder);
}

/* Saved work needs no draft; what is edited then does. */
static void
test_saved (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "misalign-keeper.misalign", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MisDocument) document = new_document ();
  MisDraftKeeper *keeper = mis_draft_keeper_new (document, folder);
  g_autoptr (GPtrArray) found = NULL;

  set_weight (document, 0.25);
  wait_until_written (keeper);
  g_unlink (path);
  save (document, file);
  g_assert_false (mis_draft_keeper_holds_draft (keeper));
  set_weight (document, 0.5);
  wait_until_written (keeper);
  g_object_unref (keeper);
  found = recover (folder);
  g_assert_cmpuint (found->len, ==, 1);
  g_clear_object (&document);
  document = g_object_ref (mis_draft_keeper_get_document (found->pdata[0]));
  g_assert_cmpfloat (get_weight (document), ==, 0.5);
  g_assert_true (g_file_equal (mis_document_get_file (document), file));
  /* The file is as it was then, so that nothing is asked. */
  save (document, file);
  g_assert_false (mis_document_is_modified (document));
  g_assert_false (mis_draft_keeper_holds_draft (found->pdata[0]));
  g_clear_pointer (&found, g_ptr_array_unref);
  g_unlink (path);
  assert_empty (folder);
}

/* Another program has written the file since: it is not replaced without a word. */
static void
test_file_has_changed (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "misalign-keeper-2.misalign", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MisDocument) document = new_document ();
  MisDraftKeeper *keeper = mis_draft_keeper_new (document, folder);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  save (document, file);
  set_weight (document, 0.5);
  wait_until_written (keeper);
  g_object_unref (keeper);
  g_assert_true (g_file_set_contents (path, "something else", -1, NULL));
  found = recover (folder);
  g_assert_cmpuint (found->len, ==, 1);
  mis_document_save_async (mis_draft_keeper_get_document (found->pdata[0]), file, FALSE, result_cb,
                           &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (
      mis_document_save_finish (mis_draft_keeper_get_document (found->pdata[0]), result, &error));
  g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_CHANGED);
  mis_draft_keeper_discard (found->pdata[0]);
  g_unlink (path);
  assert_empty (folder);
}

/* Undone to what the file has, there is nothing to keep. */
static void
test_undone (void)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (MisDocument) document = new_document ();
  MisDraftKeeper *keeper = mis_draft_keeper_new (document, folder);

  set_weight (document, 0.25);
  wait_until_written (keeper);
  g_assert_true (mis_draft_keeper_holds_draft (keeper));
  g_assert_true (mis_document_undo (document));
  g_assert_false (mis_draft_keeper_holds_draft (keeper));
  g_object_unref (keeper);
  assert_empty (folder);
}

static gboolean
edit_cb (gpointer document)
{
  set_weight (document, get_weight (document) > 0.5 ? 0.25 : 0.75);
  return G_SOURCE_CONTINUE;
}

/* Who never stops editing is kept, too. */
static void
test_continuous (void)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (MisDocument) document = new_document ();
  g_autoptr (MisDraftKeeper) keeper = mis_draft_keeper_new (document, folder);
  guint id = g_timeout_add (10, edit_cb, document);

  wait_until_written (keeper);
  wait_until_written (keeper);
  g_source_remove (id);
  mis_draft_keeper_discard (keeper);
  assert_empty (folder);
}

/* Discarded while a worker writes: nothing is left of it. */
static void
test_discarded (void)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (MisDocument) document = new_document ();
  MisDraftKeeper *keeper = mis_draft_keeper_new (document, folder);

  set_weight (document, 0.25);
  wait_until_written (keeper);
  set_weight (document, 0.5);
  mis_draft_keeper_discard (keeper);
  set_weight (document, 0.75);
  g_object_unref (keeper);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_empty (folder);
}

static void
failed_cb (guint *n, const char *message)
{
  g_assert_nonnull (message);
  (*n)++;
}

static void
test_failed (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "no-folder", NULL);
  g_autoptr (MisDocument) document = new_document ();
  g_autoptr (MisDraftKeeper) keeper = mis_draft_keeper_new (document, path);
  guint n = 0;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_signal_connect_swapped (keeper, "failed", G_CALLBACK (failed_cb), &n);
  set_weight (document, 0.25);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (mis_draft_keeper_holds_draft (keeper));
  /* As soon as there is room, it is kept. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  wait_until_written (keeper);
  g_assert_cmpuint (n, ==, 1);
  mis_draft_keeper_discard (keeper);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  assert_empty (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft-keeper/killed", test_killed);
  g_test_add_func ("/draft-keeper/subprocess/edit-and-die", edit_and_die);
  g_test_add_func ("/draft-keeper/saved", test_saved);
  g_test_add_func ("/draft-keeper/file-has-changed", test_file_has_changed);
  g_test_add_func ("/draft-keeper/undone", test_undone);
  g_test_add_func ("/draft-keeper/continuous", test_continuous);
  g_test_add_func ("/draft-keeper/discarded", test_discarded);
  g_test_add_func ("/draft-keeper/failed", test_failed);
  return g_test_run ();
}
