/* start-page.h: where everything begins: examples, experiments, recent projects, and the one that
 * is open. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_START_PAGE (mis_start_page_get_type ())
G_DECLARE_FINAL_TYPE (MisStartPage, mis_start_page, MIS, START_PAGE, AdwBin)

/* Signals: "example-chosen" (a name of example.h), "file-chosen" (a
 * GFile), "experiments-chosen". */

/* Reads the list of recent projects anew; files that are gone are left out. */
void mis_start_page_refresh (MisStartPage *self);

/* Offers the way back to the project called @title, which is open in this window:
 * action "win.back". */
void mis_start_page_show_open (MisStartPage *self, const char *title, gboolean modified);

/* Goes to that way back, if there is one. */
void mis_start_page_take_focus (MisStartPage *self);

G_END_DECLS
