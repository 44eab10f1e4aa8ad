/* Loading: what is no file, what cannot be read, what is too large; streams. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "file/load.h"

static void
assert_refused (const char *path, int code, const char *before, const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = mis_file_display_name (path);
  g_autofree char *expected = g_strconcat (before, "“", name, "”", after, NULL);

  g_assert_null (mis_load_file (path, NULL, &error));
  g_assert_error (error, MIS_FILE_ERROR, code);
  g_assert_cmpstr (error->message, ==, expected);
}

static int
open_denied (const char *path, int flags, mode_t mode)
{
  errno = EACCES;
  return -1;
}

static ssize_t
read_broken (int fd, void *buffer, size_t size)
{
  errno = EIO;
  return -1;
}

static void
test_refusals (void)
{
  g_autofree char *folder = g_dir_make_tmp ("misalign-load-test-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *large = g_build_filename (folder, "large", NULL);
  int fd;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  fd = g_creat (large, 0600);
  g_assert_cmpint (ftruncate (fd, 257 * 1024 * 1024), ==, 0);
  close (fd);
  alarm (20); /* a pipe must not be waited for */
  assert_refused (folder, MIS_FILE_ERROR_IO, "", " is a folder, not a file.");
  assert_refused (pipe, MIS_FILE_ERROR_IO, "", " is a device or a pipe, not a file.");
  assert_refused ("/dev/zero", MIS_FILE_ERROR_IO, "", " is a device or a pipe, not a file.");
  assert_refused ("/nowhere/x", MIS_FILE_ERROR_IO, "There is no file ", ".");
  assert_refused (large, MIS_FILE_ERROR_LIMIT,
                  "The file ", " is larger than 256 MiB, the most that this program reads.");
  alarm (0);
  g_unlink (pipe);
  g_unlink (large);
  g_rmdir (folder);
}

static void
test_failing_calls (void)
{
  MisSystemCalls denied = mis_system_calls;
  MisSystemCalls broken = mis_system_calls;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) broken_error = NULL;

  denied.open = open_denied;
  g_assert_null (mis_load_file_with (&denied, "/etc/passwd", NULL, &error));
  g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_DENIED);
  g_assert_cmpstr (error->message, ==, "You have no permission to read the file “passwd”.");
  broken.read = read_broken;
  g_assert_null (mis_load_file_with (&broken, "/etc/passwd", NULL, &broken_error));
  g_assert_error (broken_error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO);
}

static void
test_file (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) grown = NULL;
  MisFileStamp stamp;
  int fd = g_file_open_tmp ("misalign-load-XXXXXX", &path, NULL);

  g_assert_cmpint (write (fd, "abc", 3), ==, 3);
  bytes = mis_load_file (path, &stamp, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 3);
  g_assert_cmpuint (stamp.size, ==, 3);
  g_assert_cmpstr (stamp.sha256, ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  /* A file of the kernel says that it is empty, and is not. */
  grown = mis_load_file ("/proc/self/status", NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (grown), >, 100);
  close (fd);
  g_unlink (path);
}

static void
test_stream (void)
{
  int ends[2];
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int zeros = g_open ("/dev/zero", O_RDONLY, 0);

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], "hello", 5), ==, 5);
  close (ends[1]);
  bytes = mis_load_stream (ends[0], "standard input", NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 5);
  close (ends[0]);
  g_assert_null (mis_load_stream (zeros, "standard input", &error));
  g_assert_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_LIMIT);
  close (zeros);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/refusals", test_refusals);
  g_test_add_func ("/load/failing-calls", test_failing_calls);
  g_test_add_func ("/load/file", test_file);
  g_test_add_func ("/load/stream", test_stream);
  return g_test_run ();
}
