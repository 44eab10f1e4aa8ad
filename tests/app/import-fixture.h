/* import-fixture.h: the dialog of an import with a table in it. */
#pragma once

#include "app-fixture.h"
#include "app/import-dialog-private.h"

G_BEGIN_DECLS

/* (nullable): the dialog above @window, which is a #MisWindow. */
MisImportDialog *import_find (gpointer window);

/* Whether the table is still to be tried out. */
gboolean import_is_busy (MisImportDialog *dialog);

/* The dialog with the table @text in a file called @name, tried out; and its end. */
MisImportDialog *import_open (MisWindow *window, const char *name, const char *text);
void import_close (MisImportDialog *dialog);

G_END_DECLS
