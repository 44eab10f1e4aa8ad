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

/* Draws the labels of one part, of all owners (@owner is -2) or of one. */
void mis_painter_draw_labels (const MisPainter *self, MisPart part, int owner);

/* render-series.c */
void mis_painter_draw_series (const MisPainter *self);
void mis_painter_draw_swatch (const MisPainter *self, const MisSwatch *swatch);

/* render-bars.c */
void mis_painter_draw_bars (const MisPainter *self);

/* readout.c: the cursor and the values at it; of a line chart, of a bar chart. */
void mis_painter_draw_cursor (const MisPainter *self);
void mis_painter_draw_row_cursor (const MisPainter *self);

#define MIS_ALL_OWNERS (-2)
