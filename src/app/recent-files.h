/* recent-files.h: the projects that were opened or saved last, kept in the settings. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MIS_RECENT_FILES 8u

/* (transfer full) (element-type GFile): those that still exist, newest first. */
GPtrArray *mis_recent_files_list (void);

/* Puts @file first; the oldest one goes when there are more than %MIS_RECENT_FILES. */
void mis_recent_files_add (GFile *file);

G_END_DECLS
