/* help-window.h: the help: its pages, and search in all of them. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MIS_TYPE_HELP_WINDOW (mis_help_window_get_type ())
G_DECLARE_FINAL_TYPE (MisHelpWindow, mis_help_window, MIS, HELP_WINDOW, AdwWindow)

/* Shows the page called @name in the help that belongs to @parent, a new one if it has none; the
 * help goes with its parent. Returns: (transfer none). */
MisHelpWindow *mis_help_window_present (GtkWindow *parent, const char *name);

G_END_DECLS
