/* The shopping case built anew from a blank project by hand, as a person does it in the window;
 * what is saved is the file that comes with the program, byte by byte. */
#include "app-fixture.h"
#include "hand-fixture.h"
#include "script-fixture.h"

static char *
read_example (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("MISALIGN_DATA"), "examples", "shopping.misalign", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return app_read_file (file);
}

/* Line by line, for the first that differs to be said. */
static void
assert_same (const char *text, const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (strlen (text), ==, strlen (expected));
}

static void
rebuild (const char *script)
{
  g_autoptr (GFile) file = app_new_file ("rebuilt.misalign");
  g_autofree char *expected = read_example (), *saved = NULL;
  MisWindow *window;

  if (!hand_is_there ())
    return;
  window = app_new_window (NULL);
  script_play (script, g_file_peek_path (file));
  app_wait_until (g_file_query_exists (file, NULL));
  app_wait_until (!mis_document_is_modified (mis_window_get_document (window)));
  saved = app_read_file (file);
  assert_same (saved, expected);
  app_destroy (window);
}

static void
test_by_keyboard (void)
{
  rebuild ("rebuild-by-keys.txt");
}

/* The same with the pointer: the keyboard only writes texts. */
static void
test_by_mouse (void)
{
  if (g_getenv ("MISALIGN_FULL") == NULL)
    g_test_skip ("long: set MISALIGN_FULL");
  else
    rebuild ("rebuild-by-mouse.txt");
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  g_test_add_func ("/rebuild/by-keyboard", test_by_keyboard);
  g_test_add_func ("/rebuild/by-mouse", test_by_mouse);
  return app_run ();
}
