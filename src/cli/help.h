/* help.h: help in lines of a terminal. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mis_help_wrap:
 * @help: lines; what is explained on a line begins with two spaces, its explanation after two more
 *
 * Returns: (transfer full): the same with long lines broken; an explanation goes on below itself
 */
char *mis_help_wrap (const char *help);

G_END_DECLS
