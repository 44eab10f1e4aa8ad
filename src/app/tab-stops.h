/* tab-stops.h: Tab through the parts of a row in a list; by itself the list would leave the row. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * mis_tab_stops_move:
 * @stops: (array length=n): parts that can take the focus, in the order of the eye; containers
 *   would sort them by height. Those that are hidden are passed over.
 * @direction: %GTK_DIR_TAB_FORWARD or %GTK_DIR_TAB_BACKWARD
 *
 * Moves the focus to the next part, or from outside to the first or last one.
 *
 * Returns: %FALSE if there is none in this direction
 */
gboolean mis_tab_stops_move (GtkWidget *const *stops, guint n, GtkDirectionType direction);

/* The direction of a key: Tab, or Shift and Tab; -1 for all others. */
int mis_tab_stops_get_direction (guint keyval, GdkModifierType state);

G_END_DECLS
