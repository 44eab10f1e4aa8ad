/* system-calls.h: every system call of loading and saving, as a table.
 *
 * Tests put a table in its place whose call k fails, so that what happens on a full disk or a
 * broken one is known and not hoped for. Each member is called like the function it is named after,
 * and sets errno.
 */
#pragma once

#include <sys/stat.h>
#include <sys/types.h>

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int (*lstat) (const char *path, struct stat *status);
  ssize_t (*readlink) (const char *path, char *target, size_t size);
  int (*open) (const char *path, int flags, mode_t mode);
  int (*fstat) (int fd, struct stat *status);
  ssize_t (*read) (int fd, void *buffer, size_t size);
  ssize_t (*write) (int fd, const void *buffer, size_t size);
  int (*fchown) (int fd, uid_t owner, gid_t group);
  int (*fchmod) (int fd, mode_t mode);
  int (*fsync) (int fd);
  int (*close) (int fd);
  int (*rename) (const char *from, const char *to);
  int (*unlink) (const char *path);
} MisSystemCalls;

/* The real ones. */
extern const MisSystemCalls mis_system_calls;

G_END_DECLS
