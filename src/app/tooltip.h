/* tooltip.h: explanations of widgets that are set anew in every frame of a drag. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (nullable) @text: as gtk_widget_set_tooltip_text(), for a widget whose text has always been set
 * in this way. GTK asks the display for the pointer at each change, a round trip or two that a
 * frame has no time for: here only a widget below the pointer asks. */
void mis_tooltip_set (GtkWidget *widget, const char *text);

/* (transfer none) (nullable): what was set, in this way or in GTK's. */
const char *mis_tooltip_get (GtkWidget *widget);

G_END_DECLS
