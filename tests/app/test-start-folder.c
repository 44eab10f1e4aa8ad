/* Where choosing a file begins, with the usual folders and without them. */
#include <glib/gstdio.h>

#include "app/recent-files.h"
#include "app/start-folder.h"

static char *home;

/* (transfer full): the folder called @name at home, which may not be there. */
static GFile *
at_home (const char *name)
{
  g_autofree char *path = g_build_filename (home, name, NULL);

  return g_file_new_for_path (path);
}

static void
make_folder (const char *name)
{
  g_autoptr (GFile) folder = at_home (name);
  g_autoptr (GError) error = NULL;

  g_file_make_directory (folder, NULL, &error);
  g_assert_no_error (error);
}

static void
delete (const char *name)
{
  g_autoptr (GFile) file = at_home (name);
  g_autoptr (GError) error = NULL;

  g_file_delete (file, NULL, &error);
  g_assert_no_error (error);
}

/* Takes @found. */
static void
assert_folder (GFile *found, const char *name)
{
  g_autoptr (GFile) own = found;
  g_autoptr (GFile) expected = at_home (name);

  g_assert_cmpstr (g_file_peek_path (own), ==, g_file_peek_path (expected));
}

static void
assert_charts_folder (const char *last, const char *name)
{
  g_autoptr (GFile) folder = last != NULL ? at_home (last) : NULL;
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : g_strdup ("");

  assert_folder (mis_start_folder_for_charts (uri), name);
}

static void
test_charts (void)
{
  assert_charts_folder (NULL, "");
  make_folder ("My Pictures");
  assert_charts_folder (NULL, "My Pictures");
  make_folder ("Report");
  assert_charts_folder ("Report", "Report");
  delete ("Report");
  assert_charts_folder ("Report", "My Pictures");
  assert_folder (mis_start_folder_for_charts ("sftp://nowhere.invalid/report"), "My Pictures");
  delete ("My Pictures");
  assert_charts_folder ("Report", "");
}

static void
test_projects (void)
{
  g_autoptr (GFile) file = at_home ("Case/lunch.misalign");
  g_autoptr (GError) error = NULL;

  assert_folder (mis_start_folder_for_projects (), "");
  make_folder ("My Documents");
  assert_folder (mis_start_folder_for_projects (), "My Documents");
  make_folder ("Case");
  g_file_set_contents (g_file_peek_path (file), "{}", -1, &error);
  g_assert_no_error (error);
  mis_recent_files_add (file);
  assert_folder (mis_start_folder_for_projects (), "Case");
  delete ("Case/lunch.misalign");
  delete ("Case");
  assert_folder (mis_start_folder_for_projects (), "My Documents");
  delete ("My Documents");
}

/* The names of the usual folders are read once, when one of them is first asked for. */
static void
set_up_home (void)
{
  static const char dirs[] = "XDG_PICTURES_DIR=\"$HOME/My Pictures\"\n"
                             "XDG_DOCUMENTS_DIR=\"$HOME/My Documents\"\n";
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;

  home = g_dir_make_tmp ("misalign-home-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_true (g_setenv ("HOME", home, TRUE));
  g_assert_true (g_setenv ("XDG_CONFIG_HOME", home, TRUE));
  file = g_build_filename (home, "user-dirs.dirs", NULL);
  g_file_set_contents (file, dirs, -1, &error);
  g_assert_no_error (error);
}

static void
assert_name (const char *path, const char *expected)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *name = mis_start_folder_get_name (folder, "/home/ann");

  g_assert_cmpstr (name, ==, expected);
}

static void
test_name (void)
{
  assert_name ("/home/ann/Pictures/2026", "~/Pictures/2026");
  assert_name ("/home/ann", "the home folder");
  assert_name ("/home/anne", "/home/anne");
  assert_name ("/media/stick", "/media/stick");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up_home ();
  g_test_add_func ("/app/start-folder/charts", test_charts);
  g_test_add_func ("/app/start-folder/projects", test_projects);
  g_test_add_func ("/app/start-folder/name", test_name);
  status = g_test_run ();
  delete ("user-dirs.dirs");
  g_rmdir (home);
  g_free (home);
  return status;
}
