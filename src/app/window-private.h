/* window-private.h: what the parts of the window share: its actions on files stand by themselves. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* Actions "open", "save", "save-as"; in window-files.c. */
void mis_window_add_file_actions (MisWindow *self);

/* Enters the number that somebody is typing, so that what comes next has it. */
void mis_window_commit_typing (MisWindow *self);

/* Asks what to do with unsaved work before the window closes; destroys it when that is settled. */
void mis_window_ask_to_close (MisWindow *self);

/* While a project is being read: the page that says so, or back to what was there. */
void mis_window_set_loading (MisWindow *self, gboolean loading);

G_END_DECLS
