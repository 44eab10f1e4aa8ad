/* name-factory.h: names in a drop-down, cut where they are too long: the window stays narrow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows @drop_down's string objects, each as far as there is room for @max_chars. */
void mis_name_factory_set (GtkDropDown *drop_down, int max_chars);

G_END_DECLS
