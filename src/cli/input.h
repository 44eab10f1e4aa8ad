/* input.h: a project that is named on the command line. */
#pragma once

#include "core/world.h"
#include "file/fault.h"

G_BEGIN_DECLS

/**
 * mis_input_read:
 * @path: in the encoding of file names; "-" is standard input
 * @fault: (out): what is wrong with it
 *
 * Returns: (transfer full): %NULL if there is a fault
 */
MisWorld *mis_input_read (const char *path, MisFault **fault);

/* (transfer full): what @path is called in messages: valid UTF-8. */
char *mis_input_get_name (const char *path);

G_END_DECLS
