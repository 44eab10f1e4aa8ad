/* output.h: where results of misalign-cli go: a file, replaced in one step, or standard output. */
#pragma once

#include "cli/command.h"

G_BEGIN_DECLS

/* Whether @path (nullable) means standard output: it is "-", or none was given. */
gboolean mis_output_is_standard (const char *path);

/* %FALSE after a usage error if @path (nullable) is empty, as when a script's variable is
 * not set. */
gboolean mis_output_check_name (const MisCommand *command, const char *path);

/* Whether @path means standard output and that is a terminal. */
gboolean mis_output_is_terminal (const char *path);

/**
 * mis_output_write:
 * @path: (nullable): in the encoding of file names; what stands there is replaced atomically
 *
 * Returns: %FALSE if it could not be written, which was said; silently where standard output is a
 *   pipe that nobody reads any more
 */
gboolean mis_output_write (const char *path, GBytes *bytes);

/**
 * mis_output_is_free:
 * @path: (nullable): where a file of somebody's own work is to go
 * @way_out: (nullable): what else to do but --force; a clause, translated
 *
 * Returns: %FALSE if there is a file with something in it, which was said
 */
gboolean mis_output_is_free (const char *path, const char *way_out);

/* mis_output_write() for text on standard output. */
gboolean mis_output_print (const char *text);

/* Returns: %FALSE if standard output reports only now that something was not written. */
gboolean mis_output_close (void);

G_END_DECLS
