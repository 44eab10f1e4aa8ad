/* Saving: every call that fails, links, permissions, changes by others, limits, sudden death. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "common/random-world.h"
#include "failing-calls.h"
#include "file/project-writer.h"
#include "file/save.h"

#define OLD "the old contents\n"
#define NEW "the new contents, which are longer than the old ones\n"

typedef struct
{
  char *folder;
  char *path;
  GBytes *bytes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("misalign-save-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "project.misalign", NULL);
  fixture->bytes = g_bytes_new_static (NEW, strlen (NEW));
  memset (&failing_plan, 0, sizeof failing_plan);
}

/* Removes all that lies in the folder; returns how many of them were temporary files. */
static guint
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_temporary = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, MIS_SAVE_TEMPORARY_PREFIX))
        n_temporary++;
      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        g_rmdir (path);
      else
        g_unlink (path);
    }
  return n_temporary;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty_folder (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_bytes_unref (fixture->bytes);
}

static void
put (const char *path, const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static int
get_mode (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return (int) (status.st_mode & 07777);
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MisFileStamp stamp;

  g_assert_true (mis_save_bytes (fixture->path, fixture->bytes, NULL, &stamp, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, NEW);
  g_assert_true (stamp.exists);
  g_assert_cmpuint (stamp.size, ==, strlen (NEW));
  g_assert_true (mis_save_bytes_with (&failing_calls, fixture->path, fixture->bytes, &stamp, &stamp,
                                      &error));
  assert_contents (fixture->path, NEW);
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 0);
}

static void
check_failure (Fixture *fixture, gboolean existed, const GError *error)
{
  g_assert_true (error->domain == MIS_FILE_ERROR);
  g_assert_nonnull (strstr (error->message, "project.misalign"));
  if (failing_plan.renamed)
    assert_contents (fixture->path, NEW);
  else if (existed)
    assert_contents (fixture->path, OLD);
  else
    g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* One save with the plan; returns whether any call failed. */
static gboolean
run_plan (Fixture *fixture, gboolean existed)
{
  g_autoptr (GError) error = NULL;
  MisFileStamp stamp = { 0 };
  guint n_temporary;
  gboolean saved;

  if (existed)
    {
      g_autoptr (GBytes) old = NULL;

      put (fixture->path, OLD);
      old = mis_load_file (fixture->path, &stamp, NULL);
      g_assert_nonnull (old);
    }
  failing_plan.calls = 0;
  failing_plan.renamed = failing_plan.leaves_temporary = FALSE;
  saved = mis_save_bytes_with (&failing_calls, fixture->path, fixture->bytes, &stamp, NULL, &error);
  if (saved)
    assert_contents (fixture->path, NEW);
  else
    check_failure (fixture, existed, error);
  n_temporary = empty_folder (fixture->folder);
  g_assert_true (n_temporary == 0 || failing_plan.leaves_temporary);
  return failing_plan.calls >= failing_plan.fails_at;
}

static void
test_every_failure (Fixture *fixture, gconstpointer data)
{
  static const int numbers[] = { ENOSPC, EDQUOT, EIO, EROFS, EACCES };
  guint n_plans = 0;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint persists = 0; persists < 2; persists++)
      for (guint existed = 0; existed < 2; existed++)
        {
          failing_plan.number = numbers[i];
          failing_plan.persists = persists != 0;
          for (failing_plan.fails_at = 1; run_plan (fixture, existed != 0); failing_plan.fails_at++)
            n_plans++;
          g_assert_cmpuint (failing_plan.fails_at, >, 10);
        }
  g_test_message ("%u plans of failure", n_plans);
}

static void
test_messages (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int number;
    int code;
    const char *message;
  } cases[] = {
    { ENOSPC, MIS_FILE_ERROR_FULL,
      "The disk is full. The file “project.misalign” is as it was; nothing was lost." },
    { EDQUOT, MIS_FILE_ERROR_FULL,
      "Your quota of disk space is used up. The file “project.misalign” is as it was; nothing was "
      "lost." },
    { EFBIG, MIS_FILE_ERROR_FULL,
      "The file would be larger than the system allows. The file “project.misalign” is as it was; "
      "nothing was lost." },
    { EROFS, MIS_FILE_ERROR_DENIED,
      "The disk is read-only. The file “project.misalign” is as it was; nothing was lost." },
    { EIO, MIS_FILE_ERROR_IO,
      "The disk reports an error: Input/output error. The file “project.misalign” is as it was; "
      "nothing was lost." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      put (fixture->path, OLD);
      failing_plan.calls = 0;
      failing_plan.number = cases[i].number;
      failing_plan.fails_at = 4; /* lstat, open the folder, open, write */
      g_assert_false (
        mis_save_bytes_with (&failing_calls, fixture->path, fixture->bytes, NULL, NULL, &error));
      g_assert_error (error, MIS_FILE_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);
  g_autofree char *dangling = g_build_filename (fixture->folder, "dangling", NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "created", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autoptr (GError) error = NULL;

  put (fixture->path, OLD);
  g_assert_cmpint (symlink ("project.misalign", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  g_assert_cmpint (symlink ("created", dangling), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);

  g_assert_true (mis_save_bytes (second, fixture->bytes, NULL, NULL, NULL));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_contents (fixture->path, NEW);
  g_assert_true (mis_save_bytes (dangling, fixture->bytes, NULL, NULL, NULL));
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));
  assert_contents (target, NEW);
  g_assert_false (mis_save_bytes (loop, fixture->bytes, NULL, NULL, &error));
  g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO);
}

static void
test_modes (Fixture *fixture, gconstpointer data)
{
  static const mode_t modes[] = { 0640, 0600, 0644, 0660, 0200, 0666, 04755 };
  mode_t old_mask = umask (027);

  g_assert_true (mis_save_bytes (fixture->path, fixture->bytes, NULL, NULL, NULL));
  g_assert_cmpint (get_mode (fixture->path), ==, 0640);
  umask (022);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (chmod (fixture->path, modes[i]), ==, 0);
      g_assert_true (mis_save_bytes (fixture->path, fixture->bytes, NULL, NULL, NULL));
      g_assert_cmpint (get_mode (fixture->path), ==, (int) (modes[i] & 0777));
    }
  umask (old_mask);
}

static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, OLD);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_false (mis_save_bytes (fixture->path, fixture->bytes, NULL, NULL, &error));
  g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_DENIED);
  assert_contents (fixture->path, OLD);
}

/* Who cannot keep the group gives the new one no more than everybody has. */
static void
test_lost_group (Fixture *fixture, gconstpointer data)
{
  MisSystemCalls calls = mis_system_calls;

  if (geteuid () != 0)
    {
      g_test_skip ("needs a file of another group");
      return;
    }
  put (fixture->path, OLD);
  g_assert_cmpint (chown (fixture->path, 0, 12345), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0664), ==, 0);
  calls.fchown = failing_calls.fchown;
  failing_plan.fails_at = 1;
  failing_plan.persists = TRUE;
  failing_plan.number = EPERM;
  g_assert_true (mis_save_bytes_with (&calls, fixture->path, fixture->bytes, NULL, NULL, NULL));
  g_assert_cmpint (get_mode (fixture->path), ==, 0644);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  MisFileStamp none = { 0 };
  MisFileStamp stamp;

  put (fixture->path, OLD);
  g_bytes_unref (mis_load_file (fixture->path, &stamp, NULL));

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      if (i == 0)
        put (fixture->path, "THE OLD CONTENTS\n"); /* as long as the old one */
      else if (i == 1)
        put (fixture->path, "short\n");
      else
        g_unlink (fixture->path);
      g_assert_false (mis_save_bytes (fixture->path, fixture->bytes, &stamp, NULL, &error));
      g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_CHANGED);
    }
  put (fixture->path, OLD);
  g_assert_true (mis_save_bytes (fixture->path, fixture->bytes, &stamp, &stamp, NULL));
  g_assert_true (mis_save_bytes (fixture->path, fixture->bytes, &stamp, &stamp, NULL));
  g_assert_false (mis_save_bytes (fixture->path, fixture->bytes, &none, NULL, NULL));
  assert_contents (fixture->path, NEW);
}

static void
test_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MisFileStamp stamp;

  put (fixture->path, OLD);
  g_bytes_unref (mis_load_file (fixture->path, &stamp, NULL));
  failing_plan.intruder = fixture->path;
  g_assert_false (mis_save_bytes_with (&failing_calls, fixture->path, fixture->bytes, &stamp, NULL,
                                       &error));
  g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_CHANGED);
  assert_contents (fixture->path, "THE OLD CONTENTS\n");
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 0);
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "file", NULL);
  const char *paths[] = { fixture->folder, pipe, "/dev/null", nowhere };

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mis_save_bytes (paths[i], fixture->bytes, NULL, NULL, &error));
      g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO);
    }
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (mis_save_bytes (path, fixture->bytes, NULL, NULL, NULL));
  assert_contents (path, NEW);
}

/* The limit on the size of files, which is a signal unless that is ignored. */
static void
test_size_limit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (large, 1024 * 1024);
  g_autoptr (GError) error = NULL;
  struct rlimit old, low;

  put (fixture->path, OLD);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  low = old;
  low.rlim_cur = 65536;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &low), ==, 0);
  g_assert_false (mis_save_bytes (fixture->path, bytes, NULL, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_FULL);
  assert_contents (fixture->path, OLD);
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 0);
}

static MisWorld *
world_with_seed (guint32 seed, guint max_agents)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  return mis_random_world (rand, max_agents, 8, 8);
}

static void
test_project (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MisWorld) world = world_with_seed (1, 20);
  g_autoptr (GBytes) expected = mis_project_write (world);
  g_autoptr (GBytes) loaded = NULL;
  MisFileStamp saved, stamp;

  g_assert_true (mis_save_project (fixture->path, world, NULL, &saved, NULL));
  loaded = mis_load_file (fixture->path, &stamp, NULL);
  g_assert_true (g_bytes_equal (loaded, expected));
  g_assert_cmpstr (saved.sha256, ==, stamp.sha256);
  g_assert_cmpuint (saved.inode, ==, stamp.inode);
  g_assert_cmpint (saved.seconds, ==, stamp.seconds);
  g_assert_cmpint (saved.nanoseconds, ==, stamp.nanoseconds);
}

static void G_GNUC_NORETURN
save_for_ever (const char *path, GBytes *a, GBytes *b)
{
  for (;;)
    {
      mis_save_bytes (path, a, NULL, NULL, NULL);
      mis_save_bytes (path, b, NULL, NULL, NULL);
    }
}

/* Whatever moment the program dies at, the file is one of the two, whole. */
static void
test_sudden_death (Fixture *fixture, gconstpointer data)
{
  guint n = g_getenv ("MISALIGN_FULL") != NULL ? 10000 : 50;
  g_autoptr (MisWorld) small = world_with_seed (2, 400);
  g_autoptr (MisWorld) large = world_with_seed (3, 4000);
  g_autoptr (GBytes) a = mis_project_write (small);
  g_autoptr (GBytes) b = mis_project_write (large);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  g_assert_cmpuint (g_bytes_get_size (a), !=, g_bytes_get_size (b));
  g_assert_true (mis_save_bytes (fixture->path, a, NULL, NULL, NULL));
  for (guint i = 0; i < n; i++)
    {
      pid_t child = fork ();
      g_autoptr (GBytes) found = NULL;

      if (child == 0)
        save_for_ever (fixture->path, a, b);
      g_usleep ((gulong) g_rand_int_range (rand, 0, 8000));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      found = mis_load_file (fixture->path, NULL, NULL);
      g_assert_true (g_bytes_equal (found, a) || g_bytes_equal (found, b));
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/save/plain", test_plain },
    { "/save/every-failure", test_every_failure },
    { "/save/messages", test_messages },
    { "/save/links", test_links },
    { "/save/modes", test_modes },
    { "/save/read-only-file", test_read_only_file },
    { "/save/lost-group", test_lost_group },
    { "/save/changed", test_changed },
    { "/save/changed-meanwhile", test_changed_meanwhile },
    { "/save/no-file", test_no_file },
    { "/save/long-name", test_long_name },
    { "/save/size-limit", test_size_limit },
    { "/save/project", test_project },
    { "/save/sudden-death", test_sudden_death },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
