#include "file/save.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "file/project-reader.h"
#include "file/project-writer.h"

#define MOST_LINKS 40
#define MOST_NAMES 16
#define LONGEST_TARGET 4096 /* bytes of what a link leads to */

/* A save under way. */
typedef struct
{
  const MisSystemCalls *calls;
  char *path;         /* of the real file, behind all links */
  char *name;         /* of the file as the user knows it */
  char *folder;
  char *temporary;    /* until it has become the file */
  gboolean is_new;
  struct stat old;    /* unless is_new */
  int folder_fd;
  int fd;
} Save;

static void
save_clear (Save *save)
{
  if (save->fd >= 0)
    save->calls->close (save->fd);
  if (save->temporary != NULL)
    save->calls->unlink (save->temporary);
  if (save->folder_fd >= 0)
    save->calls->close (save->folder_fd);
  g_free (save->path);
  g_free (save->name);
  g_free (save->folder);
  g_free (save->temporary);
}

/* What has happened, in words for people, by the errno of a call. */
static char *
explain (const Save *save, int number)
{
  g_autofree char *folder = NULL;

  switch (number)
    {
    case ENOSPC:
      return g_strdup (_("The disk is full."));
    case EDQUOT:
      return g_strdup (_("Your quota of disk space is used up."));
    case EFBIG:
      return g_strdup (_("The file would be larger than the system allows."));
    case EROFS:
      return g_strdup (_("The disk is read-only."));
    case EACCES:
    case EPERM:
      folder = g_filename_display_name (save->folder);
      return g_strdup_printf (_("You have no permission to write in the folder “%s”."), folder);
    case ENOENT:
      folder = g_filename_display_name (save->folder);
      return g_strdup_printf (_("There is no folder “%s”."), folder);
    default:
      return g_strdup_printf (_("The disk reports an error: %s."), g_strerror (number));
    }
}

/* Sets the error for the errno of a call. Returns: %FALSE. */
static gboolean
fail (const Save *save, int number, GError **error)
{
  g_autofree char *reason = explain (save, number);
  int code = (int) mis_file_error_from_errno (number);

  if (save->is_new)
    g_set_error (error, MIS_FILE_ERROR, code, _("%s The file “%s” was not written."), reason,
                 save->name);
  else
    g_set_error (error, MIS_FILE_ERROR, code, _("%s The file “%s” is as it was; nothing was lost."),
                 reason, save->name);
  return FALSE;
}

/* One step along a symbolic link; *@path becomes what it leads to. */
static gboolean
follow_link (Save *save, GError **error)
{
  char target[LONGEST_TARGET];
  ssize_t length = save->calls->readlink (save->path, target, sizeof target - 1);
  g_autofree char *folder = NULL;
  char *next;

  if (length < 0)
    return fail (save, errno, error);
  target[length] = '\0';
  folder = g_path_get_dirname (save->path);
  next = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
  g_free (save->path);
  save->path = next;
  return TRUE;
}

/* Replacing needs no permission on the file itself; but who took it away meant something. */
static gboolean
check_writable (const Save *save, GError **error)
{
  if ((save->old.st_mode & 0222) != 0)
    return TRUE;
  g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_DENIED,
               _("The file “%s” is read-only. It is as it was; nothing was lost."), save->name);
  return FALSE;
}

static gboolean
fail_not_a_file (const Save *save, GError **error)
{
  if (S_ISDIR (save->old.st_mode))
    g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO,
                 _("“%s” is a folder. Nothing was written."), save->name);
  else
    g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO,
                 _("“%s” is a device or a pipe, not a file. Nothing was written."), save->name);
  return FALSE;
}

/* Finds the real file, which need not be there yet. */
static gboolean
resolve (Save *save, GError **error)
{
  for (guint i = 0; i < MOST_LINKS; i++)
    {
      g_free (save->folder);
      save->folder = g_path_get_dirname (save->path);
      save->is_new = save->calls->lstat (save->path, &save->old) != 0;
      if (save->is_new)
        return errno == ENOENT || fail (save, errno, error);
      if (S_ISREG (save->old.st_mode))
        return check_writable (save, error);
      if (!S_ISLNK (save->old.st_mode))
        return fail_not_a_file (save, error);
      if (!follow_link (save, error))
        return FALSE;
    }
  return fail (save, ELOOP, error);
}

static gboolean
fail_gone (const Save *save, GError **error)
{
  g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_CHANGED,
               _("The file “%s” is no longer there. It was removed or renamed since it was "
                 "loaded."),
               save->name);
  return FALSE;
}

static gboolean
fail_changed (const Save *save, GError **error)
{
  g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_CHANGED,
               _("The file “%s” has changed on disk since it was loaded. It was left as it is."),
               save->name);
  return FALSE;
}

/* The hash decides: a file that was only touched, or copied back, has not changed. */
static gboolean
check_unchanged (const Save *save, const MisFileStamp *expected, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;
  MisFileStamp now;

  if (expected == NULL)
    return TRUE;
  if (save->calls->lstat (save->path, &status) != 0)
    {
      if (errno != ENOENT)
        return fail (save, errno, error);
      return !expected->exists || fail_gone (save, error);
    }
  if (!expected->exists || (guint64) status.st_size != expected->size)
    return fail_changed (save, error);
  bytes = mis_load_file_with (save->calls, save->path, &now, error);
  if (bytes == NULL)
    return FALSE;
  return (now.size == expected->size && strcmp (now.sha256, expected->sha256) == 0)
         || fail_changed (save, error);
}

/* A temporary file for the owner alone, unless it is to be a new file with the umask's mode. */
static gboolean
create_temporary (Save *save, GError **error)
{
  mode_t mode = save->is_new ? 0666 : 0600;
  int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
  int number = EEXIST;

  for (guint i = 0; i < MOST_NAMES; i++)
    {
      g_autofree char *name = g_strdup_printf (MIS_SAVE_TEMPORARY_PREFIX "%08x%08x",
                                               g_random_int (), g_random_int ());
      g_autofree char *path = g_build_filename (save->folder, name, NULL);

      save->fd = save->calls->open (path, flags, mode);
      if (save->fd >= 0)
        {
          save->temporary = g_steal_pointer (&path);
          return TRUE;
        }
      number = errno;
      if (number != EEXIST && number != EINTR)
        break;
    }
  return fail (save, number, error);
}

static gboolean
write_all (Save *save, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      ssize_t n = save->calls->write (save->fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail (save, n < 0 ? errno : EIO, error);
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* Best effort; returns whether the group is the old one. */
static gboolean
keep_owner (Save *save, const struct stat *now)
{
  if (now->st_uid == save->old.st_uid && now->st_gid == save->old.st_gid)
    return TRUE;
  if (save->calls->fchown (save->fd, save->old.st_uid, save->old.st_gid) == 0)
    return TRUE;
  return now->st_gid == save->old.st_gid
         || save->calls->fchown (save->fd, (uid_t) -1, save->old.st_gid) == 0;
}

/* Where the old group cannot be kept, the new one gets no more than everybody has. */
static gboolean
keep_owner_and_mode (Save *save, GError **error)
{
  mode_t mode = save->old.st_mode & 0777;
  struct stat now;

  if (save->is_new)
    return TRUE;
  if (save->calls->fstat (save->fd, &now) != 0)
    return fail (save, errno, error);
  if (!keep_owner (save, &now))
    mode = (mode & 0707) | (mode & (mode << 3) & 0070);
  return save->calls->fchmod (save->fd, mode) == 0 || fail (save, errno, error);
}

static int
try_flush (const Save *save, int fd)
{
  int result;

  do
    result = save->calls->fsync (fd);
  while (result != 0 && errno == EINTR);
  return result;
}

static gboolean
close_file (Save *save, GError **error)
{
  int result = save->calls->close (save->fd);
  int number = errno;

  save->fd = -1;
  /* The descriptor is gone after EINTR, and fsync() has had everything. */
  return result == 0 || number == EINTR || fail (save, number, error);
}

static gboolean
open_folder (Save *save, GError **error)
{
  save->folder_fd = save->calls->open (save->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  return save->folder_fd >= 0 || fail (save, errno, error);
}

static gboolean
replace (Save *save, GError **error)
{
  if (save->calls->rename (save->temporary, save->path) != 0)
    return fail (save, errno, error);
  g_clear_pointer (&save->temporary, g_free);
  return TRUE;
}

/* From here on the new file is in its place; some file systems cannot flush a folder at all. */
static gboolean
flush_folder (Save *save, GError **error)
{
  if (try_flush (save, save->folder_fd) == 0 || errno == EINVAL || errno == ENOTSUP)
    return TRUE;
  g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO,
               _("The file “%s” was written, but the disk does not confirm it: %s. It may be lost "
                 "if the power fails. Save it again."),
               save->name, g_strerror (errno));
  return FALSE;
}

static gboolean
write_temporary (Save *save, GBytes *bytes, MisFileStamp *stamp, GError **error)
{
  struct stat status;

  if (!create_temporary (save, error) || !write_all (save, bytes, error)
      || !keep_owner_and_mode (save, error))
    return FALSE;
  if (try_flush (save, save->fd) != 0 || save->calls->fstat (save->fd, &status) != 0)
    return fail (save, errno, error);
  mis_file_stamp_fill (stamp, &status, bytes);
  return close_file (save, error);
}

gboolean
mis_save_bytes_with (const MisSystemCalls *calls,
                     const char *path,
                     GBytes *bytes,
                     const MisFileStamp *expected,
                     MisFileStamp *stamp,
                     GError **error)
{
  Save save = { .calls = calls, .folder_fd = -1, .fd = -1 };
  MisFileStamp written;
  gboolean done;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  save.path = g_strdup (path);
  save.name = mis_file_display_name (path);
  /* Checked twice, as writing takes its time: the second one is the one that counts. */
  done = resolve (&save, error) && check_unchanged (&save, expected, error)
         && open_folder (&save, error) && write_temporary (&save, bytes, &written, error)
         && check_unchanged (&save, expected, error) && replace (&save, error);
  if (done && stamp != NULL)
    *stamp = written;
  done = done && flush_folder (&save, error);
  save_clear (&save);
  return done;
}

gboolean
mis_save_bytes (const char *path,
                GBytes *bytes,
                const MisFileStamp *expected,
                MisFileStamp *stamp,
                GError **error)
{
  return mis_save_bytes_with (&mis_system_calls, path, bytes, expected, stamp, error);
}

/* A world that could not be read back, or not as it is, must not replace one that can. */
static gboolean
check_readable (GBytes *bytes, const char *path, GError **error)
{
  g_autofree char *name = mis_file_display_name (path);
  g_autoptr (GError) reason = NULL;
  g_autoptr (MisWorld) world = mis_project_read_bytes (bytes, name, &reason);
  g_autoptr (GBytes) again = world != NULL ? mis_project_write (world) : NULL;

  if (again != NULL && g_bytes_equal (again, bytes))
    return TRUE;
  if (g_error_matches (reason, MIS_FILE_ERROR, MIS_FILE_ERROR_LIMIT))
    g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_LIMIT,
                 _("The project is too large to be saved. The file “%s” is as it was."), name);
  else
    g_set_error (error, MIS_FILE_ERROR, MIS_FILE_ERROR_IO,
                 _("The project could not be read back as it is, so it was not saved: %s"),
                 reason != NULL ? reason->message : _("the second save differs from the first"));
  return FALSE;
}

gboolean
mis_save_project (const char *path,
                  const MisWorld *world,
                  const MisFileStamp *expected,
                  MisFileStamp *stamp,
                  GError **error)
{
  g_autoptr (GBytes) bytes = mis_project_write (world);

  return check_readable (bytes, path, error)
         && mis_save_bytes (path, bytes, expected, stamp, error);
}
