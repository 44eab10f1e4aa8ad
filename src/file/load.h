/* load.h: the bytes of a file, and a stamp of what was on disk when they were read.
 *
 * Only regular files are read: a folder, a device or a pipe is refused and never waited for.
 */
#pragma once

#include "file/fault.h"
#include "file/system-calls.h"

G_BEGIN_DECLS

/**
 * MisFileStamp:
 * @exists: whether there was a file
 * @device, @inode: which file it was
 * @size: its length in bytes
 * @seconds, @nanoseconds: when it was changed last
 * @sha256: the hash of its bytes, in hexadecimal
 *
 * Plain data, copied by assignment.
 */
typedef struct
{
  gboolean exists;
  guint64 device;
  guint64 inode;
  guint64 size;
  gint64 seconds;
  gint64 nanoseconds;
  char sha256[65];
} MisFileStamp;

/* Makes the stamp of a file of which status and bytes are known. */
void mis_file_stamp_fill (MisFileStamp *stamp, const struct stat *status, GBytes *bytes);

/**
 * mis_load_file:
 * @path: where the file is, in the encoding of file names; symbolic links are followed
 * @stamp: (out) (optional): what was read
 *
 * Reads at most 256 MiB. O(size).
 *
 * Returns: (transfer full): %NULL with %MIS_FILE_ERROR_DENIED, %MIS_FILE_ERROR_LIMIT or
 *   %MIS_FILE_ERROR_IO; the message names the file
 */
GBytes *mis_load_file (const char *path, MisFileStamp *stamp, GError **error);

/**
 * mis_load_stream:
 * @fd: an open file, such as standard input; may be a pipe; stays open
 * @name: what it is called in messages
 *
 * Reads to the end, at most 256 MiB.
 *
 * Returns: (transfer full): %NULL with %MIS_FILE_ERROR_LIMIT or %MIS_FILE_ERROR_IO
 */
GBytes *mis_load_stream (int fd, const char *name, GError **error);

/* mis_load_file() with other system calls, for tests and for saving. */
GBytes *mis_load_file_with (const MisSystemCalls *calls,
                            const char *path,
                            MisFileStamp *stamp,
                            GError **error);

/* (transfer full): the name of a file as it stands in messages: valid UTF-8, without its folder. */
char *mis_file_display_name (const char *path);

/* The code for an errno: full, denied or another one. */
MisFileError mis_file_error_from_errno (int number);

G_END_DECLS
