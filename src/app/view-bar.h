/* view-bar.h: the ways between the views of a project, at the top of a wide window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_VIEW_BAR (mis_view_bar_get_type ())
G_DECLARE_FINAL_TYPE (MisViewBar, mis_view_bar, MIS, VIEW_BAR, AdwBin)

/* Its buttons are those of the action "win.view". */

G_END_DECLS
