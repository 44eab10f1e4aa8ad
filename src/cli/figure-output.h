/* figure-output.h: the formats of a figure, and the bytes of one in each of them. */
#pragma once

#include "core/figure-data.h"
#include "core/scoring.h"
#include "file/csv-emitter.h"
#include "plot/chart.h"
#include "report/figure.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_FIGURE_PNG,
  MIS_FIGURE_SVG,
  MIS_FIGURE_PDF,
  MIS_FIGURE_CSV,
  MIS_FIGURE_JSON,
} MisFigureFormat;

/* The word of the command line for each, which is the ending of files too; ended by %NULL. */
extern const MisChoice mis_figure_formats[];

/* Whether the ending of @path names a format, in any case; *@format stays as it is if not. */
gboolean mis_figure_format_from_path (const char *path, MisFigureFormat *format);

/* Whether it is nothing to be read on a terminal. */
gboolean mis_figure_format_is_binary (MisFigureFormat format);

/**
 * mis_figure_draw:
 * @metadata: JSON on one line, which the picture carries
 * @format: that of a picture
 *
 * Pictures have the size of the paper's, 6 x 4 inches, at 300 dots per inch; bars are as high as
 * they need.
 *
 * Returns: (transfer full): the bytes of a file; %NULL on error
 */
GBytes *mis_figure_draw (MisChart *chart,
                         const char *metadata,
                         MisFigureFormat format,
                         GError **error);

/**
 * mis_figure_format:
 * @view: how a distribution is seen: as bins or as quantiles in a table, while JSON has both
 * @source: (nullable): the line below a picture that says where it comes from; %NULL for a figure
 * of the paper, which says so itself
 *
 * Pictures are as of mis_figure_draw(); @style is that of CSV.
 *
 * Returns: (transfer full): the bytes of a file; %NULL on error
 */
GBytes *mis_figure_format (const MisFigureData *data,
                           MisDistributionView view,
                           const char *source,
                           MisFigureFormat format,
                           MisCsvStyle style,
                           GError **error);

G_END_DECLS
