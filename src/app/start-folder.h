/* start-folder.h: the folder that is shown first where a file is chosen, and names of folders. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Both return (transfer full) a folder that is there, on this computer. */

/* @last: the address of the folder of the last export, "" for none; else that of the user's
 * pictures, else home. */
GFile *mis_start_folder_for_charts (const char *last);

/* That of the project that was opened or saved last; else that of the user's documents,
 * else home. */
GFile *mis_start_folder_for_projects (void);

/* (transfer full): @folder as people write it; in the folder @home from ~ on. */
char *mis_start_folder_get_name (GFile *folder, const char *home);

G_END_DECLS
