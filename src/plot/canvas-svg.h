/* canvas-svg.h: a canvas that writes SVG whose text stays text. */
#pragma once

#include "plot/canvas.h"

G_BEGIN_DECLS

/**
 * MisSvgText:
 * @MIS_SVG_TEXT: `<text>` elements, to be searched, edited and restyled
 * @MIS_SVG_OUTLINES: letters as shapes, the same wherever the fonts are missing
 */
typedef enum
{
  MIS_SVG_TEXT,
  MIS_SVG_OUTLINES,
} MisSvgText;

/**
 * mis_canvas_svg_new:
 * @width, @height: in points; the drawing's size is written in millimetres
 * @title, @description: (nullable): what it is called and what is to be seen
 * @metadata: (nullable): any text, as a JSON block
 *
 * Returns: (transfer full): a canvas for use in this thread
 */
MisCanvas *mis_canvas_svg_new (double width,
                               double height,
                               MisSvgText text,
                               const char *title,
                               const char *description,
                               const char *metadata);

/**
 * mis_canvas_svg_finish:
 * @canvas: from mis_canvas_svg_new(), all groups and clips closed; takes no more calls
 *
 * Returns: (transfer full): the document: UTF-8, XML 1.0, the same for the same calls
 */
GBytes *mis_canvas_svg_finish (MisCanvas *canvas);

G_END_DECLS
