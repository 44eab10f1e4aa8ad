/* save.h: writes a file so that at every moment either the old or the new one is whole on disk.
 *
 * The bytes go into a temporary file in the same folder, are brought to the disk, and take the old
 * file's place in one step; then the folder is brought to the disk. On any error the old file is
 * untouched and the temporary one removed. A symbolic link stays one: the file it leads to is
 * replaced. The old file's owner is kept where that is allowed. Its permissions are kept, and never
 * widened: those of a group that cannot be kept shrink to what everybody has, and the set-id and
 * sticky bits go. A new file gets those of the umask. Access lists and extended attributes are not
 * kept.
 *
 * A program that saves must ignore SIGXFSZ (`signal (SIGXFSZ, SIG_IGN)`), else the limit on the
 * size of files ends it; ignored, the limit is an error like a full disk.
 */
#pragma once

#include "core/world.h"
#include "file/load.h"

G_BEGIN_DECLS

/* Temporary files are called so, with 16 hexadecimal digits behind. What is left of them after a
 * crash may be swept. */
#define MIS_SAVE_TEMPORARY_PREFIX ".misalign-save-"

/**
 * mis_save_bytes:
 * @path: where to, in the encoding of file names; must not be a folder, a device or a pipe
 * @expected: (nullable): what was on disk when it was loaded or saved last; %NULL to replace
 *   whatever is there
 * @stamp: (out) (optional): what is on disk now, also where only its confirmation is missing; else
 *   as it was. May be the same as @expected
 *
 * Takes two passes over what is on disk if @expected is given, as a hash tells a change from a mere
 * touch. Blocks until the disk has everything: to be called from a worker.
 *
 * Returns: %FALSE with %MIS_FILE_ERROR_CHANGED, %MIS_FILE_ERROR_FULL (no room),
 *   %MIS_FILE_ERROR_DENIED (another folder may do) or %MIS_FILE_ERROR_IO. The old file is as it
 *   was, unless the message says that only the confirmation of the disk is missing: then the new
 *   one stands in its place.
 */
gboolean mis_save_bytes (const char *path,
                         GBytes *bytes,
                         const MisFileStamp *expected,
                         MisFileStamp *stamp,
                         GError **error);

/**
 * mis_save_project:
 *
 * mis_save_bytes() with the project file of @world, which is read back and compared before
 * anything is written: what is saved can be loaded. What could not be is %MIS_FILE_ERROR_LIMIT or
 * %MIS_FILE_ERROR_IO.
 */
gboolean mis_save_project (const char *path,
                           const MisWorld *world,
                           const MisFileStamp *expected,
                           MisFileStamp *stamp,
                           GError **error);

/* mis_save_bytes() with other system calls, for tests. */
gboolean mis_save_bytes_with (const MisSystemCalls *calls,
                              const char *path,
                              GBytes *bytes,
                              const MisFileStamp *expected,
                              MisFileStamp *stamp,
                              GError **error);

G_END_DECLS
