/* import-dialog.h: a table on its way into a project: what was found in it, what its columns mean,
 * how its answers are read, and what becomes of it. */
#pragma once

#include <adwaita.h>

#include "core/world.h"

G_BEGIN_DECLS

#define MIS_TYPE_IMPORT_DIALOG (mis_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MisImportDialog, mis_import_dialog, MIS, IMPORT_DIALOG, AdwWindow)

/**
 * MisImportDialog:
 *
 * Signal "imported" (world, is_new): the user wants what has become of the table, a #MisWorld: as a
 * new project, or in place of the one that was given. The dialog closes itself then.
 */

/* @base: (nullable): the open project, which may take up the table. */
MisImportDialog *mis_import_dialog_new (GtkWindow *parent, MisWorld *base);

/* Reads a table from @file, or from the text of cells that were copied. */
void mis_import_dialog_read_file (MisImportDialog *self, GFile *file);
void mis_import_dialog_read_text (MisImportDialog *self, const char *text);

/* Reads what the clipboard has. */
void mis_import_dialog_paste (MisImportDialog *self);

/* What the table is called: the name of its file, or words for cells that were copied. */
const char *mis_import_dialog_get_name (MisImportDialog *self);

G_END_DECLS
