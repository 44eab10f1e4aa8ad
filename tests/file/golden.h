/* golden.h: compares bytes with a file of golden/, which tells what to do where they differ. */
#pragma once

#include <glib.h>

/* MISALIGN_GOLDEN=1 writes the file instead, to be looked at and committed. */
static inline void
assert_golden (GBytes *bytes, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "file", "golden", name, NULL);
  g_autofree char *expected = NULL;
  gsize length;
  const char *found = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (found, length);

  if (g_getenv ("MISALIGN_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, found, (gssize) length, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}
