/* own-scroll.h: what a widget of GTK does with the wheel, to be held back where it should not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * mis_find_own_scroll:
 *
 * The controller with which a GtkRange or a GtkScrolledWindow scrolls; there is no other way to
 * hold it back than its propagation phase.
 *
 * Returns: (transfer none): of @widget
 */
GtkEventController *mis_find_own_scroll (GtkWidget *widget);

G_END_DECLS
