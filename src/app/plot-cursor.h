/* plot-cursor.h: the place in a chart that keys move: a point of a series, or a bar. */
#pragma once

#include "plot/chart.h"

G_BEGIN_DECLS

/**
 * MisPlotCursor:
 * @x: of the point, in data units; the number of the bar; %NAN if it is nowhere
 * @series: which of mis_plot_cursor_count_series()
 *
 * Holds for any chart: what has moved or is not there any more is the nearest that there is.
 */
typedef struct
{
  double x;
  guint series;
} MisPlotCursor;

#define MIS_PLOT_CURSOR_NOWHERE ((MisPlotCursor) { .x = NAN, .series = 0 })

/* Returns: how many lines there are to walk along; dots on a line of the same name are part
 * of it. */
guint mis_plot_cursor_count_series (MisChart *chart);

/* Returns: the number in @chart of the series that the cursor is on; -1 if there is only one. */
int mis_plot_cursor_get_series (const MisPlotCursor *cursor, MisChart *chart);

/* The following all return %FALSE if there is nothing in @chart to stand on. */

/**
 * mis_plot_cursor_step:
 * @steps: points, or bars; negative for backwards
 *
 * Not beyond the ends. From nowhere it goes to the marked point ("you are here") or, where there is
 * none, to the end that it comes from.
 */
gboolean mis_plot_cursor_step (MisPlotCursor *cursor, MisChart *chart, int steps);

/* By a tenth of the points, or by ten bars: coarse. */
gboolean mis_plot_cursor_leap (MisPlotCursor *cursor, MisChart *chart, int direction);

gboolean mis_plot_cursor_go_to_end (MisPlotCursor *cursor, MisChart *chart, gboolean last);

/* To the next series or the one before, at the same x; not beyond the first or the last. */
gboolean mis_plot_cursor_change_series (MisPlotCursor *cursor, MisChart *chart, int direction);

G_END_DECLS
