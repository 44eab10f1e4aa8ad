/* layout.h: where everything in a chart stands, for one size; from data to points and back. */
#pragma once

#include "plot/canvas.h"
#include "plot/chart.h"

G_BEGIN_DECLS

/**
 * MisRenderFlags:
 * @MIS_RENDER_THUMBNAIL: marks only, no text, for a gallery card
 * @MIS_RENDER_TRANSPARENT: no background
 * @MIS_RENDER_NO_TITLE: neither title nor subtitle
 * @MIS_RENDER_READOUT: a cursor (MisRenderStyle.hover_x) also shows the values
 * @MIS_RENDER_NO_SOURCE: no line that says where the chart comes from
 */
typedef enum
{
  MIS_RENDER_THUMBNAIL = 1 << 0,
  MIS_RENDER_TRANSPARENT = 1 << 1,
  MIS_RENDER_NO_TITLE = 1 << 2,
  MIS_RENDER_READOUT = 1 << 3,
  MIS_RENDER_NO_SOURCE = 1 << 4,
} MisRenderFlags;

/**
 * MisLayout:
 *
 * The chart laid out for one size. It holds a reference on the chart; make a new one when the chart
 * or the size changes, keep it while only the cursor moves. For use in the thread that made it.
 */
typedef struct _MisLayout MisLayout;

/**
 * mis_layout_new:
 * @width, @height: in points; a pixel on the screen is one point here
 * @font_size: of the labels, in points; title and source follow it. 0 for 9
 *
 * What does not fit is left out in this order: subtitle, air, names in a key, source, title, axis
 * titles, names and labels, ticks; the marks remain. The first two also give way where curves would
 * have less than 0.45 of the height. Title and source take two lines each at most, the title
 * of an axis three, then an ellipsis.
 * Of bars that do not fit the first ones are drawn, and how many more there are.
 * O(points + texts).
 *
 * Returns: (transfer full): a layout
 */
MisLayout *mis_layout_new (
    MisChart *chart, double width, double height, double font_size, MisRenderFlags flags);
void mis_layout_free (MisLayout *layout);

/**
 * mis_layout_get_plot_area:
 *
 * Returns: the rectangle between the axes, in points
 */
MisRect mis_layout_get_plot_area (const MisLayout *layout);

/* Texts around the plot. */
typedef enum
{
  MIS_LAYOUT_TITLE = 1 << 0,
  MIS_LAYOUT_SUBTITLE = 1 << 1,
  MIS_LAYOUT_SOURCE = 1 << 2,
} MisLayoutTexts;

/**
 * mis_layout_get_left_out:
 *
 * Returns: which texts the chart has, and are wanted, but found no room
 */
MisLayoutTexts mis_layout_get_left_out (const MisLayout *layout);

/**
 * mis_layout_count_labels:
 *
 * Returns: how many ticks of @axis have a label
 */
guint mis_layout_count_labels (const MisLayout *layout, MisAxis axis);

/**
 * mis_layout_position:
 * @x, @y: in data units; in a bar chart @y is the row, its middle at 0, 1, ...
 * @px, @py: (out): in points; may lie outside the plot area
 *
 * Returns: whether the value can be on the axes at all
 */
gboolean mis_layout_position (const MisLayout *layout, double x, double y, double *px, double *py);

/**
 * MisPick:
 * @x, @y: the place under the pointer, in data units
 * @series: the series whose point is nearest; -1 if there is none
 * @point: the index of that point in its series
 * @point_x: the x of that point, to be used as the cursor; %NAN if there is none
 * @distance: from the pointer to that point, in points
 * @bar: the row under the pointer; -1 if there is none
 */
typedef struct
{
  double x;
  double y;
  int series;
  int point;
  double point_x;
  double distance;
  int bar;
} MisPick;

/**
 * mis_layout_pick:
 * @px, @py: in points
 * @pick: (out): what is there
 *
 * The nearest point is first nearest in x, then in y. O(points).
 *
 * Returns: whether the pointer is in the plot area (of bars: in a row)
 */
gboolean mis_layout_pick (const MisLayout *layout, double px, double py, MisPick *pick);

/**
 * mis_layout_find_point:
 * @x: in data units
 *
 * Returns: the index of the drawn point of @series that is nearest to @x; -1 if there is none
 */
int mis_layout_find_point (const MisLayout *layout, guint series, double x);

/**
 * mis_chart_natural_height:
 * @width: in points
 * @font_size: as in mis_layout_new()
 *
 * Returns: the height in points that shows every bar in comfort; of a line chart 0.6 times @width
 */
double
mis_chart_natural_height (MisChart *chart, double width, double font_size, MisRenderFlags flags);

/**
 * mis_chart_least_height:
 * @width: in points
 * @font_size: as in mis_layout_new()
 *
 * Tells from the names of the series, not from where the curves run, so that it stays while they
 * move. A key that has room beside the plot needs no height.
 *
 * Returns: the height in points in which a key of all names stands whole above the plot, which has
 *   0.45 of the height; 0 for bars
 */
double
mis_chart_least_height (MisChart *chart, double width, double font_size, MisRenderFlags flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisLayout, mis_layout_free)

G_END_DECLS
