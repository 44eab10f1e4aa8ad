/* find-window.h: asks what to look for, and lists what in the project is called so. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_FIND_WINDOW (mis_find_window_get_type ())
G_DECLARE_FINAL_TYPE (MisFindWindow, mis_find_window, MIS, FIND_WINDOW, AdwWindow)

/**
 * mis_find_window_new:
 * @parent: has the keyboard again where it was, once this has gone
 * @sliders_first: whether the list of sliders is what Enter leads to, where there is one
 *
 * Signal "chosen" (a place): one of document/name-search.h, or "sliders/TEXT": the sliders that the
 * text finds. Emitted once this has gone from sight.
 */
MisFindWindow *mis_find_window_new (GtkWindow *parent,
                                    MisDocument *document,
                                    gboolean sliders_first);

G_END_DECLS
