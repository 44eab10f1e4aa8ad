#include "file/load.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "file/json-gate.h"

#define CHUNK ((gsize) 1024 * 1024)

char *
mis_file_display_name (const char *path)
{
  g_autofree char *name = *path != '\0' ? g_path_get_basename (path) : g_strdup ("");

  return g_filename_display_name (name);
}

MisFileError
mis_file_error_from_errno (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return MIS_FILE_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return MIS_FILE_ERROR_DENIED;
    default:
      return MIS_FILE_ERROR_IO;
    }
}

static void
set_errno_error (const char *name, int number, GError **error)
{
  if (number == EACCES || number == EPERM)
    g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_DENIED,
                 _("You have no permission to read the file “%s”."), name);
  else if (number == ENOENT)
    g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO, _("There is no file “%s”."), name);
  else
    g_set_error (error, MIS_FILE_ERROR, mis_file_error_from_errno (number),
                 _("The file “%s” could not be read: %s."), name, g_strerror (number));
}

static void
set_limit_error (const char *name, GError **error)
{
  g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_LIMIT,
               _("The file “%s” is larger than 256 MiB, the most that this program reads."), name);
}

static gboolean
check_status (const struct stat *status, const char *name, GError **error)
{
  if (S_ISDIR (status->st_mode))
    g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO, _("“%s” is a folder, not a file."),
                 name);
  else if (!S_ISREG (status->st_mode))
    g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO,
                 _("“%s” is a device or a pipe, not a file."), name);
  else if ((guint64) status->st_size > MIS_JSON_MAX_SIZE)
    set_limit_error (name, error);
  else
    return TRUE;
  return FALSE;
}

/* Makes room for one more chunk; the buffer grows by half, so that all copying is O(size). */
static gboolean
reserve (char **buffer, gsize *size, gsize length, const char *name, GError **error)
{
  gsize wanted = MIN (MAX (length + CHUNK, length + length / 2), MIS_JSON_MAX_SIZE + CHUNK);
  char *larger;

  if (*size >= length + 1)
    return TRUE;
  larger = g_try_realloc (*buffer, wanted);
  if (larger == NULL)
    {
      set_errno_error (name, ENOMEM, error);
      return FALSE;
    }
  *buffer = larger;
  *size = wanted;
  return TRUE;
}

/* Reads to the end; @expected is a guess of how much there is. */
static GBytes *
read_all (const MisSystemCalls *calls, int fd, gsize expected, const char *name, GError **error)
{
  g_autofree char *buffer = g_try_malloc (expected + 1);
  gsize size = buffer != NULL ? expected + 1 : 0;
  gsize length = 0;

  for (;;)
    {
      ssize_t n;

      if (!reserve (&buffer, &size, length, name, error))
        return NULL;
      n = calls->read (fd, buffer + length, size - length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_errno_error (name, errno, error);
          return NULL;
        }
      if (n == 0)
        break;
      length += (gsize) n;
      if (length > MIS_JSON_MAX_SIZE)
        {
          set_limit_error (name, error);
          return NULL;
        }
    }
  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

void
mis_file_stamp_fill (MisFileStamp *stamp, const struct stat *status, GBytes *bytes)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  stamp->exists = TRUE;
  stamp->device = status->st_dev;
  stamp->inode = status->st_ino;
  stamp->size = g_bytes_get_size (bytes);
  stamp->seconds = status->st_mtim.tv_sec;
  stamp->nanoseconds = status->st_mtim.tv_nsec;
  g_strlcpy (stamp->sha256, hash, sizeof stamp->sha256);
}

static GBytes *
load_open_file (const MisSystemCalls *calls,
                int fd,
                const char *name,
                MisFileStamp *stamp,
                GError **error)
{
  struct stat status;
  GBytes *bytes;

  if (calls->fstat (fd, &status) != 0)
    {
      set_errno_error (name, errno, error);
      return NULL;
    }
  if (!check_status (&status, name, error))
    return NULL;
  bytes = read_all (calls, fd, (gsize) status.st_size, name, error);
  if (bytes != NULL && stamp != NULL)
    mis_file_stamp_fill (stamp, &status, bytes);
  return bytes;
}

GBytes *
mis_load_file_with (const MisSystemCalls *calls,
                    const char *path,
                    MisFileStamp *stamp,
                    GError **error)
{
  g_autofree char *name = mis_file_display_name (path);
  GBytes *bytes;
  int fd;

  /* Without O_NONBLOCK, opening a pipe would wait for somebody to write into it. */
  do
    fd = calls->open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);
  while (fd < 0 && errno == EINTR);
  if (fd < 0)
    {
      set_errno_error (name, errno, error);
      return NULL;
    }
  bytes = load_open_file (calls, fd, name, stamp, error);
  calls->close (fd);
  return bytes;
}

GBytes *
mis_load_file (const char *path, MisFileStamp *stamp, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return mis_load_file_with (&mis_system_calls, path, stamp, error);
}

GBytes *
mis_load_stream (int fd, const char *name, GError **error)
{
  g_return_val_if_fail (name != NULL, NULL);

  return read_all (&mis_system_calls, fd, CHUNK, name, error);
}
