/* canvas-cairo.h: a canvas that draws with cairo: screen, PNG, PDF. */
#pragma once

#include <cairo.h>

#include "plot/canvas.h"

G_BEGIN_DECLS

/**
 * mis_canvas_cairo_new:
 * @cr: where to draw; its user space is in points, y downwards. The canvas holds a reference
 *
 * Letters are set with the fonts of font.h, without hinting, so that all canvases agree.
 *
 * Returns: (transfer full): a canvas for use in this thread
 */
MisCanvas *mis_canvas_cairo_new (cairo_t *cr);

G_END_DECLS
