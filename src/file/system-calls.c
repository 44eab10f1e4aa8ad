#include "file/system-calls.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* open() takes a variable number of arguments; the table's does not. */
static int
open_with_mode (const char *path, int flags, mode_t mode)
{
  return open (path, flags, mode);
}

const MisSystemCalls mis_system_calls = {
  .lstat = lstat,
  .readlink = readlink,
  .open = open_with_mode,
  .fstat = fstat,
  .read = read,
  .write = write,
  .fchown = fchown,
  .fchmod = fchmod,
  .fsync = fsync,
  .close = close,
  .rename = rename,
  .unlink = unlink,
};
