/* render.h: draws a chart on a canvas; screen and paper go through here. */
#pragma once

#include <math.h>

#include "plot/canvas.h"
#include "plot/chart.h"
#include "plot/layout.h"
#include "plot/theme.h"

G_BEGIN_DECLS

/**
 * MisRenderStyle:
 * @font_size: of the labels, in points; 0 for 9
 * @flags: what to leave out or add
 * @hover_x: where the pointer is, in data units; the cursor goes to the nearest point. Of a bar
 *   chart the row, from 0. %NAN for none
 * @hover_series: the series that is told from the others at the cursor; -1 for none
 * @clip: (nullable): the part that will be seen; bars outside it are not drawn
 *
 * Start from %MIS_RENDER_STYLE_INIT.
 */
typedef struct
{
  double font_size;
  MisRenderFlags flags;
  double hover_x;
  int hover_series;
  const MisRect *clip;
} MisRenderStyle;

#define MIS_RENDER_STYLE_INIT                                                                      \
  {                                                                                                \
    .font_size = 0, .flags = 0, .hover_x = NAN, .hover_series = -1, .clip = NULL                   \
  }

/**
 * mis_chart_render:
 * @style: (nullable): %NULL for %MIS_RENDER_STYLE_INIT
 * @width, @height: in points
 *
 * Lays the chart out and draws it. The same chart, theme, style and size always give the same
 * calls.
 */
void mis_chart_render (MisChart *chart,
                       MisCanvas *canvas,
                       const MisTheme *theme,
                       const MisRenderStyle *style,
                       double width,
                       double height);

/**
 * mis_layout_render:
 * @layout: from mis_layout_new(); its font size and flags win over those of @style, but
 *   %MIS_RENDER_TRANSPARENT and %MIS_RENDER_READOUT, which are taken from @style
 *
 * Draws a chart that was laid out before: what a widget does for each frame.
 */
void mis_layout_render (MisLayout *layout,
                        MisCanvas *canvas,
                        const MisTheme *theme,
                        const MisRenderStyle *style);

G_END_DECLS
