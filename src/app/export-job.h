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
 * MisChartOrigin:
 * @world: (nullable): the project that a chart shows
 * @experiment: (nullable): or the experiment, with the seed and the runs that were done
 * @source: (nullable): where it comes from, in words, as a line below the chart; for one that does
 *   not say so itself
 */
typedef struct
{
  MisWorld *world;
  MisExperiment *experiment;
  char *source;
} MisChartOrigin;

/* @copy holds references of its own, which clear drops. */
void mis_chart_origin_copy (MisChartOrigin *copy, const MisChartOrigin *origin);
void mis_chart_origin_clear (MisChartOrigin *origin);

/**
 * mis_export_chart_async:
 * @chart: what to draw
 * @name: what the program calls it: "areas", "share", "experiment"
 * @origin: what it shows; PNG and SVG carry the project's hash, or the experiment itself
 * @options: how to draw it; copied, but for the metadata, which are made here
 * @file: where to: on this computer
 *
 * O(chart + project). What is at @file is replaced only when all is well.
 */
void mis_export_chart_async (MisChart *chart,
                             const char *name,
                             const MisChartOrigin *origin,
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
