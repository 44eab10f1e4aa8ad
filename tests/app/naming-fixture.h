/* naming-fixture.h: what people call a widget. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether @widget is called @name: by its label, its title, its tooltip, its placeholder, by what
 * assistive tools are told, by the label before it, or by the one within a button or an item. */
gboolean naming_is_called (GtkWidget *widget, const char *name);

/* (transfer full): the first of these names; "undefined" if there is none. */
char *naming_dup (GtkWidget *widget);

G_END_DECLS
