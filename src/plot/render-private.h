/* render-private.h: what the parts of the drawing share. */
#pragma once

#include "plot/layout-private.h"
#include "plot/render.h"

/* One drawing of a layout. */
typedef struct
{
  MisLayout *layout;
  MisCanvas *canvas;
  const MisTheme *theme;
  const MisRenderStyle *style;
} MisPainter;

/* A line of @role; @width in points before the theme's factor. */
MisStroke
mis_painter_get_stroke (const MisPainter *self, MisColorRole role, double width, MisDash dash);

/* Draws the labels of one group, of all owners (@owner is -2) or of one. */
void mis_painter_draw_labels (const MisPainter *self, MisTextGroup group, int owner);

/* render-series.c */
void mis_painter_draw_series (const MisPainter *self);
void mis_painter_draw_swatch (const MisPainter *self, const MisSwatch *swatch);

/* render-bars.c; @boxes are for what a row says: its label, and its bar with the value. */
void mis_painter_draw_bars (const MisPainter *self);
void mis_painter_get_row_boxes (const MisPainter *self, guint row, MisRect boxes[2]);

/* cursor.c: of a line chart, of a bar chart. */
void mis_painter_draw_cursor (const MisPainter *self);
void mis_painter_draw_row_cursor (const MisPainter *self);

/**
 * MisReadoutLine:
 * @name: (nullable): in the left column, shortened if it is long
 * @value: (nullable): in the right column
 * @color: of the dot before the name, if it has one
 * @bold: whether the name is to be seen first
 *
 * Owns its texts.
 */
typedef struct
{
  char *name;
  char *value;
  MisColorRole color;
  gboolean has_dot;
  gboolean bold;
} MisReadoutLine;

void mis_readout_line_clear (void *line);

/* readout.c: draws @lines (of MisReadoutLine) in a box near @around, where it covers least of what
 * @taken holds and of the curves and labels. */
void mis_painter_draw_readout (const MisPainter *self,
                               const GArray *lines,
                               const GArray *taken,
                               const MisRect *around);

#define MIS_ALL_OWNERS (-2)
