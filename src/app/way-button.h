/* way-button.h: a way to begin that is no gallery card: a picture and a few words. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MIS_TYPE_WAY_BUTTON (mis_way_button_get_type ())
G_DECLARE_FINAL_TYPE (MisWayButton, mis_way_button, MIS, WAY_BUTTON, GtkButton)

/* Properties "icon" and "title", which is its accessible name, too. */

G_END_DECLS
