/* export-dialog.h: a chart as a file: format, size, text, with a preview of what it will be. */
#pragma once

#include <adwaita.h>

#include "app/export-job.h"
#include "app/window.h"
#include "plot/chart.h"

G_BEGIN_DECLS

#define MIS_TYPE_EXPORT_DIALOG (mis_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MisExportDialog, mis_export_dialog, MIS, EXPORT_DIALOG, AdwWindow)

/**
 * mis_export_dialog_new:
 * @parent: the window that is told what has come of it
 * @chart: what to export
 * @name: what the program calls it: "areas", "share", "experiment"
 * @origin: what it shows
 *
 * Remembers its choices. A worker draws and writes; when that is done the dialog closes itself. It
 * may be closed before.
 */
MisExportDialog *
mis_export_dialog_new (MisWindow *parent,
                       MisChart *chart,
                       const char *name,
                       const MisChartOrigin *origin);

/* Exports to @file as chosen, without asking where; what the dialog does when that is known. */
void mis_export_dialog_export_to (MisExportDialog *self, GFile *file);

G_END_DECLS
