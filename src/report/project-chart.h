/* project-chart.h: the charts of a project: its areas, and its score by the share of a group. */
#pragma once

#include "core/curve.h"
#include "plot/chart.h"

G_BEGIN_DECLS

/**
 * mis_chart_areas:
 * @score: of @world
 *
 * Bars, one for each area, on a scale from 0 to the most that any area can reach; the overall score
 * as a line across.
 *
 * Returns: (transfer full)
 */
MisChart *mis_chart_areas (const MisWorld *world, const MisScore *score);

/**
 * mis_chart_share:
 * @curve: from mis_curve_new_share(), of group @agent of @world
 *
 * The overall score by the group's share, with the place where @world stands marked, and dots at
 * whole agents where there are at most 200 (paper, figure 8's shape).
 *
 * Returns: (transfer full)
 */
MisChart *mis_chart_share (const MisWorld *world,
                           const MisScore *score,
                           const MisCurve *curve,
                           guint agent);

G_END_DECLS
