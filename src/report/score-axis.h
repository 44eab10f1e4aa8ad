/* score-axis.h: where an axis of scores ends. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first of a few round ends that leaves room above @highest, in [0,1]: few enough that the axis
 * seldom jumps while a slider moves. At most 1. */
double mis_score_axis_top (double highest);

/* The end @top that the axis had (0: none) as long as what is drawn fills a third of it and no more
 * than there is room for; else that of mis_score_axis_top(). While a slider moves, it is the curve
 * that is seen to move, not the axis. */
double mis_score_axis_keep (double top, double highest);

G_END_DECLS
