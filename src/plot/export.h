/* export.h: a chart as SVG, PNG or PDF, in memory. */
#pragma once

#include "plot/canvas-svg.h"
#include "plot/chart.h"
#include "plot/layout.h"

G_BEGIN_DECLS

#define MIS_EXPORT_ERROR (mis_export_error_quark ())

/**
 * MisExportError:
 * @MIS_EXPORT_ERROR_SIZE: a size or resolution out of its range; the message names what was found
 *   and what was expected
 * @MIS_EXPORT_ERROR_FAILED: no memory, or the drawing library gave up
 */
typedef enum
{
  MIS_EXPORT_ERROR_SIZE,
  MIS_EXPORT_ERROR_FAILED,
} MisExportError;

GQuark mis_export_error_quark (void);

#define MIS_MM_PER_INCH 25.4
#define MIS_POINTS_PER_MM (72 / MIS_MM_PER_INCH)

/* The longest side of a PNG picture, in pixels (a limit of cairo). */
#define MIS_EXPORT_MAX_PIXELS 32767

/* The longest side of any figure, in mm (a limit of PDF: 200 inches). */
#define MIS_EXPORT_MAX_MM 5080

/**
 * MisExportOptions:
 * @width, @height: the final size in mm, more than 0 and at most %MIS_EXPORT_MAX_MM
 * @text_size: of the labels at that size, in points, from 1 to 100
 * @dpi: pixels per inch of a PNG, from 10 to 10,000; others ignore it
 * @transparent: no background; otherwise white
 * @with_title: whether title and subtitle are drawn (all formats always carry the title as a
 *   property)
 * @with_source: whether the source is drawn; if it is, the description ends with it
 * @svg_text: letters of an SVG
 * @metadata: (nullable): JSON, carried by SVG in `<metadata>` and by PNG as the text "Misalign"
 * @short_metadata: (nullable): one line, carried by PDF as keywords in its document information
 *
 * Start from %MIS_EXPORT_OPTIONS_INIT, or fill the size from a preset.
 */
typedef struct
{
  double width;
  double height;
  double text_size;
  double dpi;
  gboolean transparent;
  gboolean with_title;
  gboolean with_source;
  MisSvgText svg_text;
  const char *metadata;
  const char *short_metadata;
} MisExportOptions;

#define MIS_EXPORT_OPTIONS_INIT                                                                    \
  {                                                                                                \
    .width = 152.4, .height = 101.6, .text_size = 8, .dpi = 300, .transparent = FALSE,             \
    .with_title = TRUE, .with_source = TRUE, .svg_text = MIS_SVG_TEXT, .metadata = NULL,           \
    .short_metadata = NULL                                                                         \
  }

/**
 * MisExportPreset:
 * @nick: what files and scripts call it
 * @label: what people call it; to be translated in the domain of the program
 * @width, @height: in mm
 * @text_size: in points
 */
typedef struct
{
  const char *nick;
  const char *label;
  double width;
  double height;
  double text_size;
} MisExportPreset;

/**
 * mis_export_get_presets:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): a constant table
 */
const MisExportPreset *mis_export_get_presets (guint *n);

/**
 * mis_export_lay_out:
 * @options: within their ranges
 *
 * Returns: (transfer full): where everything stands in a file that is drawn with @options
 */
MisLayout *mis_export_lay_out (MisChart *chart, const MisExportOptions *options);

/**
 * mis_chart_to_svg:
 *
 * Same chart and options, same bytes. Never touches a file.
 *
 * Returns: (transfer full): the document; %NULL on error
 */
GBytes *mis_chart_to_svg (MisChart *chart, const MisExportOptions *options, GError **error);

/**
 * mis_chart_to_png:
 *
 * The picture carries its resolution (pHYs), its title and the metadata. Same bytes for the same
 * input. Takes four bytes a pixel while it works.
 *
 * Returns: (transfer full): the picture; %NULL on error
 */
GBytes *mis_chart_to_png (MisChart *chart, const MisExportOptions *options, GError **error);

/**
 * mis_chart_to_pdf:
 *
 * One page of the figure's size, with real text and embedded fonts. The creation date is fixed, so
 * that the same input gives the same bytes.
 *
 * Returns: (transfer full): the document; %NULL on error
 */
GBytes *mis_chart_to_pdf (MisChart *chart, const MisExportOptions *options, GError **error);

G_END_DECLS
