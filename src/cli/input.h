/* input.h: a project, an experiment or a table that is named on the command line. */
#pragma once

#include "core/world.h"
#include "file/fault.h"

G_BEGIN_DECLS

/**
 * mis_input_load:
 * @path: in the encoding of file names; "-" is standard input
 * @fault: (out): why it could not be read
 *
 * Returns: (transfer full): the bytes of any file; %NULL if there is a fault
 */
GBytes *mis_input_load (const char *path, MisFault **fault);

/**
 * mis_input_read:
 * @path: in the encoding of file names; "-" is standard input
 * @fault: (out): what is wrong with it
 *
 * Returns: (transfer full): %NULL if there is a fault
 */
MisWorld *mis_input_read (const char *path, MisFault **fault);

/**
 * mis_input_open:
 * @path: in the encoding of file names; "-" is standard input
 *
 * Returns: a file or pipe to read from, for mis_input_close(); -1 if there is none, which was said
 */
int mis_input_open (const char *path);

/* Standard input stays open. */
void mis_input_close (int fd);

/* Whether @path is standard input. */
gboolean mis_input_is_standard (const char *path);

/* (transfer full): what @path is called in messages: valid UTF-8. */
char *mis_input_get_name (const char *path);

G_END_DECLS
