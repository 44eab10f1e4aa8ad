/* Unsaved work on disk: found again after a kill, whole or not at all, left alone while it is
 * somebody's. */
#include "file/draft.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/edit.h"
#include "file/draft-slot.h"
#include "random-world.h"

static const MisDraftOrigin nowhere;

static char *
new_folder (void)
{
  char *folder = g_dir_make_tmp ("misalign-draft-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

static MisDraft *
new_draft (const char *folder)
{
  g_autoptr (GError) error = NULL;
  MisDraft *draft = mis_draft_new (folder, &error);

  g_assert_no_error (error);
  return draft;
}

static void
write_draft (MisDraft *draft, MisWorld *world, const MisDraftOrigin *origin)
{
  g_autoptr (GError) error = NULL;

  mis_draft_write (draft, world, origin, &error);
  g_assert_no_error (error);
}

static MisWorld *
new_world (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  return mis_random_world (rand, 12, 4, 5);
}

/* How many names stand in @folder. */
static guint
count_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_empty (const char *folder)
{
  g_assert_cmpuint (count_names (folder), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* (transfer full): where the one draft of @folder stands. */
static char *
get_only (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_cmpuint (count_names (folder), ==, 1);
  return g_build_filename (folder, g_dir_read_name (dir), NULL);
}

/* The newest of what was written is found by the next one who looks, with where it came from. */
static void
test_found_again (void)
{
  g_autofree char *folder = new_folder ();
  MisDraftOrigin origin = { .uri = (char *)"file:///tmp/a%0Ab.misalign",
                            .stamp = { .exists = TRUE, .size = 77 } };
  MisDraft *draft = new_draft (folder);
  g_autoptr (MisWorld) last = NULL;
  g_autoptr (GPtrArray) found = NULL;

  memset (origin.stamp.sha256, 'a', 64);
  for (guint i = 0; i < 5; i++)
    {
      g_clear_pointer (&last, mis_world_unref);
      last = new_world (i);
      write_draft (draft, last, &origin);
    }
  mis_draft_free (draft);
  found = mis_drafts_find (folder);
  g_assert_cmpuint (found->len, ==, 1);
  {
    MisDraftOrigin now;
    g_autoptr (MisWorld) world = mis_draft_read (found->pdata[0], &now);

    g_assert_true (mis_world_equal (world, last));
    g_assert_cmpstr (now.uri, ==, origin.uri);
    g_assert_true (now.stamp.exists);
    g_assert_cmpuint (now.stamp.size, ==, 77);
    g_assert_cmpstr (now.stamp.sha256, ==, origin.stamp.sha256);
    mis_draft_origin_clear (&now);
  }
  mis_draft_clear (found->pdata[0]);
  g_clear_pointer (&found, g_ptr_array_unref);
  assert_empty (folder);
}

static void
test_owner_alone (void)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (MisDraft) draft = new_draft (folder);
  g_autoptr (MisWorld) world = new_world (1);
  g_autofree char *own = get_only (folder);
  struct stat status;

  write_draft (draft, world, &nowhere);
  write_draft (draft, world, &nowhere);
  g_assert_cmpint (stat (own, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *path = g_build_filename (own, name, NULL);

      g_assert_cmpint (stat (path, &status), ==, 0);
      g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
    }
  mis_draft_clear (draft);
  g_clear_pointer (&draft, mis_draft_free);
  assert_empty (folder);
}

/* What a running program holds is nobody else's. */
static void
test_left_alone (void)
{
  g_autofree char *folder = new_folder ();
  MisDraft *draft = new_draft (folder);
  g_autoptr (MisWorld) world = new_world (1);
  g_autoptr (GPtrArray) found = NULL;

  write_draft (draft, world, &nowhere);
  found = mis_drafts_find (folder);
  g_assert_cmpuint (found->len, ==, 0);
  write_draft (draft, world, &nowhere);
  mis_draft_clear (draft);
  mis_draft_free (draft);
  assert_empty (folder);
}

/* Cuts or changes one slot: the other one speaks. Both: nothing is found, and all is swept. */
static void
test_damaged (void)
{
  g_autofree char *folder = new_folder ();
  MisDraft *draft = new_draft (folder);
  g_autoptr (MisWorld) first = new_world (1);
  g_autoptr (MisWorld) second = new_world (2);
  g_autofree char *own = get_only (folder);
  g_autofree char *one = g_build_filename (own, "1", NULL);
  g_autofree char *zero = g_build_filename (own, "0", NULL);
  g_autofree char *stale = g_build_filename (own, ".misalign-save-0123456789abcdef", NULL);
  g_autoptr (GPtrArray) found = NULL;

  write_draft (draft, first, &nowhere);
  write_draft (draft, second, &nowhere);
  mis_draft_free (draft);
  g_assert_cmpint (truncate (zero, 500), ==, 0);
  g_assert_true (g_file_set_contents (stale, "half", -1, NULL));
  found = mis_drafts_find (folder);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  {
    MisDraftOrigin origin;
    g_autoptr (MisWorld) world = mis_draft_read (found->pdata[0], &origin);

    g_assert_true (mis_world_equal (world, first));
    g_assert_null (origin.uri);
  }
  g_clear_pointer (&found, g_ptr_array_unref);
  g_assert_true (g_file_set_contents (one, "", 0, NULL));
  found = mis_drafts_find (folder);
  g_assert_cmpuint (found->len, ==, 0);
  assert_empty (folder);
}

/* Any single byte that is another one makes a slot one that is not whole. */
static void
test_hash (void)
{
  g_autoptr (MisWorld) world = new_world (3);
  g_autoptr (GBytes) bytes = mis_draft_slot_write (world, &nowhere, 5);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  guint64 generation;

  g_assert_true (mis_draft_slot_check (bytes, &generation));
  g_assert_cmpuint (generation, ==, 5);
  for (gsize i = 0; i < length; i += 1 + i / 100)
    {
      char *copy = g_memdup2 (text, length);
      g_autoptr (GBytes) changed = NULL;

      copy[i] ^= 1;
      changed = g_bytes_new_take (copy, length);
      g_assert_false (mis_draft_slot_check (changed, &generation));
    }
}

/* Writes until it is killed, wherever it is then. */
static void
write_for_ever (const char *folder)
{
  MisDraft *draft = new_draft (folder);

  for (guint32 i = 0;; i++)
    {
      g_autoptr (MisWorld) world = new_world (i % 50);

      write_draft (draft, world, &nowhere);
    }
}

static gboolean
is_one_of (MisWorld *world)
{
  for (guint32 i = 0; i < 50; i++)
    {
      g_autoptr (MisWorld) other = new_world (i);

      if (mis_world_equal (world, other))
        return TRUE;
    }
  return FALSE;
}

/* Waits until a slot of the one draft is there. */
static void
wait_for_slot (const char *folder)
{
  for (;;)
    {
      g_autofree char *own = count_names (folder) == 1 ? get_only (folder) : NULL;
      g_autofree char *path = own != NULL ? g_build_filename (own, "0", NULL) : NULL;

      if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
        return;
      g_thread_yield ();
    }
}

static void
test_killed (void)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *folder = new_folder ();
      g_autoptr (GPtrArray) found = NULL;
      pid_t child = fork ();

      if (child == 0)
        write_for_ever (folder);
      wait_for_slot (folder);
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      found = mis_drafts_find (folder);
      g_assert_cmpuint (found->len, ==, 1);
      {
        MisDraftOrigin origin;
        g_autoptr (MisWorld) world = mis_draft_read (found->pdata[0], &origin);

        g_assert_nonnull (world);
        g_assert_true (is_one_of (world));
      }
      mis_draft_clear (found->pdata[0]);
      g_clear_pointer (&found, g_ptr_array_unref);
      assert_empty (folder);
    }
}

static void
test_no_room (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (path, "drafts", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_null (mis_draft_new (below, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_empty (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/found-again", test_found_again);
  g_test_add_func ("/draft/owner-alone", test_owner_alone);
  g_test_add_func ("/draft/left-alone", test_left_alone);
  g_test_add_func ("/draft/damaged", test_damaged);
  g_test_add_func ("/draft/hash", test_hash);
  g_test_add_func ("/draft/killed", test_killed);
  g_test_add_func ("/draft/no-room", test_no_room);
  return g_test_run ();
}
