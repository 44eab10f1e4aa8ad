/* The list of recent projects: order, length, what is left out. */
#include "app-fixture.h"

#include <glib/gstdio.h>

#include "app/recent-files.h"
#include "config.h"

static void
forget (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MIS_APPLICATION_ID);

  g_settings_reset (settings, "recent-files");
}

static void
assert_listed (guint index, GFile *file)
{
  g_autoptr (GPtrArray) files = mis_recent_files_list ();

  g_assert_cmpuint (index, <, files->len);
  g_assert_true (g_file_equal (g_ptr_array_index (files, index), file));
}

static guint
count_listed (void)
{
  g_autoptr (GPtrArray) files = mis_recent_files_list ();

  return files->len;
}

static void
test_newest_first (void)
{
  g_autoptr (GFile) first = app_write_file ("first.misalign", "");
  g_autoptr (GFile) second = app_write_file ("Zweites \xe2\x80\x93 \x25.misalign", "");

  forget ();
  g_assert_cmpuint (count_listed (), ==, 0);
  mis_recent_files_add (first);
  mis_recent_files_add (second);
  g_assert_cmpuint (count_listed (), ==, 2);
  assert_listed (0, second);
  assert_listed (1, first);
}

static void
test_once_only (void)
{
  g_autoptr (GFile) first = app_write_file ("first.misalign", "");
  g_autoptr (GFile) second = app_write_file ("second.misalign", "");

  forget ();
  mis_recent_files_add (first);
  mis_recent_files_add (second);
  mis_recent_files_add (first);
  g_assert_cmpuint (count_listed (), ==, 2);
  assert_listed (0, first);
  assert_listed (1, second);
}

static void
test_oldest_goes (void)
{
  forget ();
  for (guint i = 0; i < MIS_RECENT_FILES + 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.misalign", i);
      g_autoptr (GFile) file = app_write_file (name, "");

      mis_recent_files_add (file);
      assert_listed (0, file);
      g_assert_cmpuint (count_listed (), ==, MIN (i + 1, MIS_RECENT_FILES));
    }
}

static void
test_only_what_is_there (void)
{
  g_autoptr (GFile) gone = app_write_file ("gone.misalign", "");
  g_autoptr (GFile) kept = app_write_file ("kept.misalign", "");
  g_autoptr (GFile) far = g_file_new_for_uri ("sftp://nowhere.invalid/far.misalign");

  forget ();
  mis_recent_files_add (far);
  mis_recent_files_add (kept);
  mis_recent_files_add (gone);
  g_assert_cmpuint (count_listed (), ==, 2);
  g_assert_cmpint (g_unlink (g_file_peek_path (gone)), ==, 0);
  g_assert_cmpuint (count_listed (), ==, 1);
  assert_listed (0, kept);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/recent-files/newest-first", test_newest_first);
  g_test_add_func ("/app/recent-files/once-only", test_once_only);
  g_test_add_func ("/app/recent-files/oldest-goes", test_oldest_goes);
  g_test_add_func ("/app/recent-files/only-what-is-there", test_only_what_is_there);

  return app_run ();
}
