#include "failing-calls.h"

#include <errno.h>

FailingPlan failing_plan;

static gboolean
must_fail (void)
{
  failing_plan.calls++;
  if (failing_plan.fails_at == 0 || failing_plan.calls < failing_plan.fails_at
      || (failing_plan.calls > failing_plan.fails_at && !failing_plan.persists))
    return FALSE;
  errno = failing_plan.number;
  return TRUE;
}

static int
fake_lstat (const char *path, struct stat *status)
{
  return must_fail () ? -1 : mis_system_calls.lstat (path, status);
}

static ssize_t
fake_readlink (const char *path, char *target, size_t size)
{
  return must_fail () ? -1 : mis_system_calls.readlink (path, target, size);
}

static int
fake_open (const char *path, int flags, mode_t mode)
{
  return must_fail () ? -1 : mis_system_calls.open (path, flags, mode);
}

static int
fake_fstat (int fd, struct stat *status)
{
  return must_fail () ? -1 : mis_system_calls.fstat (fd, status);
}

static ssize_t
fake_read (int fd, void *buffer, size_t size)
{
  return must_fail () ? -1 : mis_system_calls.read (fd, buffer, size);
}

/* A few bytes at a time, with an interruption in between. */
static ssize_t
fake_write (int fd, const void *buffer, size_t size)
{
  if (must_fail ())
    return -1;
  if (failing_plan.intruder != NULL)
    g_assert_true (g_file_set_contents (failing_plan.intruder, "THE OLD CONTENTS\n", -1, NULL));
  if (failing_plan.calls % 3 == 0 && failing_plan.fails_at == 0)
    {
      errno = EINTR;
      return -1;
    }
  return mis_system_calls.write (fd, buffer, MIN (size, 20));
}

static int
fake_fchown (int fd, uid_t owner, gid_t group)
{
  return must_fail () ? -1 : mis_system_calls.fchown (fd, owner, group);
}

static int
fake_fchmod (int fd, mode_t mode)
{
  return must_fail () ? -1 : mis_system_calls.fchmod (fd, mode);
}

static int
fake_fsync (int fd)
{
  return must_fail () ? -1 : mis_system_calls.fsync (fd);
}

/* The descriptor is closed even so, as on Linux. */
static int
fake_close (int fd)
{
  gboolean fails = must_fail ();
  int result = mis_system_calls.close (fd);

  if (fails)
    errno = failing_plan.number;
  return fails ? -1 : result;
}

static int
fake_rename (const char *from, const char *to)
{
  if (must_fail ())
    return -1;
  failing_plan.renamed = TRUE;
  return mis_system_calls.rename (from, to);
}

static int
fake_unlink (const char *path)
{
  if (must_fail ())
    {
      failing_plan.leaves_temporary = TRUE;
      return -1;
    }
  return mis_system_calls.unlink (path);
}

const MisSystemCalls failing_calls = {
  .lstat = fake_lstat,
  .readlink = fake_readlink,
  .open = fake_open,
  .fstat = fake_fstat,
  .read = fake_read,
  .write = fake_write,
  .fchown = fake_fchown,
  .fchmod = fake_fchmod,
  .fsync = fake_fsync,
  .close = fake_close,
  .rename = fake_rename,
  .unlink = fake_unlink,
};
