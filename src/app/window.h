/* window.h: one window: the start page, the project that is open in it, experiments. */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "document/draft-keeper.h"

G_BEGIN_DECLS

#define MIS_TYPE_WINDOW (mis_window_get_type ())
G_DECLARE_FINAL_TYPE (MisWindow, mis_window, MIS, WINDOW, AdwApplicationWindow)

MisWindow *mis_window_new (AdwApplication *application);

/* (nullable): the project that is open in it. */
MisDocument *mis_window_get_document (MisWindow *self);

/* Shows @document; a window has one for all its life. */
void mis_window_set_document (MisWindow *self, MisDocument *document);

/* Shows the document of @keeper, which was not saved before the program ended, and says so: here,
 * or in a new window if there is a project here. */
void mis_window_recover (MisWindow *self, MisDraftKeeper *keeper);

/* Opens @file, here if no project is open, else in a window of its own. A fault is shown here; of a
 * table, what would become of it. */
void mis_window_open (MisWindow *self, GFile *file);

/* Shows what the table in @file would become, to be imported. */
void mis_window_import (MisWindow *self, GFile *file);

/* Shows what went wrong: what happened and what is safe. */
void mis_window_show_error (MisWindow *self, const char *heading, const char *message);

/* A short word of success. */
void mis_window_show_toast (MisWindow *self, const char *text);

G_END_DECLS
