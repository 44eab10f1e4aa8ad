/* name-factory.h: names to choose from: cut in a drop-down, so that the window stays narrow, whole
 * in a row. The list opens at the chosen one, which has the keyboard then. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows @drop_down's string objects, the chosen one as far as there is room for @max_chars; all of
 * them whole in its list, in lines. */
void mis_name_factory_set (GtkDropDown *drop_down, int max_chars);

/* The same for names that are not cut: they go on in further lines. */
void mis_name_factory_set_wrapped (GtkDropDown *drop_down, int max_chars);

/* Shows whole names in the list of @drop_down: those that the program itself gives, none of them
 * long.
 */
void mis_name_factory_set_whole (GtkDropDown *drop_down);

/* Shows the whole names in the list of @row, whose string objects they are, with a mark at the
 * chosen one. */
void mis_name_factory_set_row (AdwComboRow *row);

/**
 * mis_name_menu_show:
 * @names: ended by %NULL
 * @selected: which one; %GTK_INVALID_LIST_POSITION for none
 *
 * A menu that is open stays open, if its names stay. Long ones can be searched.
 */
void mis_name_menu_show (GtkDropDown *drop_down, char **names, guint selected);

G_END_DECLS
