/* place-bar.h: the ways between the places of a project, at the bottom of a narrow window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_PLACE_BAR (mis_place_bar_get_type ())
G_DECLARE_FINAL_TYPE (MisPlaceBar, mis_place_bar, MIS, PLACE_BAR, AdwBin)

/* Its buttons are those of the action "win.place". */

G_END_DECLS
