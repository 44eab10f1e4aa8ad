/* main-menu.h: the button with the menu of the window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_MAIN_MENU (mis_main_menu_get_type ())
G_DECLARE_FINAL_TYPE (MisMainMenu, mis_main_menu, MIS, MAIN_MENU, AdwBin)

G_END_DECLS
