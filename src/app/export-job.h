/* export-job.h: a chart drawn into a file by a worker, which also notes what made it. */
#pragma once

#include <gio/gio.h>

#include "core/world.h"
#include "plot/export.h"

G_BEGIN_DECLS

/* One of mis_chart_to_png() and its like. */
typedef GBytes *(*MisChartFormat) (MisChart *chart,
                                   const MisExportOptions *options,
                                   GError **error);

/**
 * mis_export_chart_async:
 * @chart: what to draw
 * @name: what the program calls it: "areas", "share"
 * @world: the project that it shows; PNG and SVG carry its hash
 * @options: how to draw it; copied, but for the metadata, which are made here
 * @file: where to: on this computer
 *
 * O(chart + project). What is at @file is replaced only when all is well.
 */
void mis_export_chart_async (MisChart *chart,
                             const char *name,
                             MisWorld *world,
                             MisChartFormat format,
                             const MisExportOptions *options,
                             GFile *file,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* Returns: %FALSE with an error that says what happened; then what was there is still there. */
gboolean mis_export_chart_finish (GAsyncResult *result, GError **error);

/* (transfer none): where it was to be written to. */
GFile *mis_export_chart_get_file (GAsyncResult *result);

G_END_DECLS
