/* score-axis.h: where an axis of scores ends. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first of a few round ends that leaves room above @highest, in [0,1]: few enough that the axis
 * seldom jumps while a slider moves. At most 1. */
double mis_score_axis_top (double highest);

G_END_DECLS
