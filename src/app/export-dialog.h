/* export-dialog.h: a chart as a file: format, size, text, with a preview of what it will be. */
#pragma once

#include <adwaita.h>

#include "plot/chart.h"

G_BEGIN_DECLS

#define MIS_TYPE_EXPORT_DIALOG (mis_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MisExportDialog, mis_export_dialog, MIS, EXPORT_DIALOG, AdwWindow)

/**
 * mis_export_dialog_new:
 * @chart: what to export
 * @metadata: JSON that PNG and SVG carry: which program, which project
 *
 * Remembers its choices. Signal "exported" (a GFile), after which it closes itself.
 */
MisExportDialog *mis_export_dialog_new (GtkWindow *parent, MisChart *chart, const char *metadata);

/* Exports to @file as chosen, without asking where; what the dialog does when that is known. */
void mis_export_dialog_export_to (MisExportDialog *self, GFile *file);

G_END_DECLS
