/* start-page.h: what a window shows before a project is open: examples and recent projects. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_START_PAGE (mis_start_page_get_type ())
G_DECLARE_FINAL_TYPE (MisStartPage, mis_start_page, MIS, START_PAGE, AdwBin)

/* Signals: "example-chosen" (a name of example.h), "file-chosen" (a GFile), "experiments-chosen". */

/* Reads the list of recent projects anew; files that are gone are left out. */
void mis_start_page_refresh (MisStartPage *self);

G_END_DECLS
