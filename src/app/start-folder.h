/* start-folder.h: the folder that is shown first where a file is chosen. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* All return (transfer full) a folder that is there, on this computer. */

/* @last: the address of the folder of the last export, "" for none; else that of the user's
 * pictures, else home. */
GFile *mis_start_folder_for_charts (const char *last);

/* That of the project that was opened or saved last; else that of the user's documents,
 * else home. */
GFile *mis_start_folder_for_projects (void);

G_END_DECLS
