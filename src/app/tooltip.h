/* tooltip.h: explanations of widgets that are set anew in every frame of a drag. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (nullable) @text: as gtk_widget_set_tooltip_text(), but what is there already costs nothing: GTK
 * tells assistive tools and asks for the pointer each time. */
void mis_tooltip_set (GtkWidget *widget, const char *text);

G_END_DECLS
