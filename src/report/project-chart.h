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
 * MisChartUse:
 * @MIS_CHART_ON_SCREEN: seen by who works on the project
 * @MIS_CHART_ON_PAPER: exported, and read by anybody
 */
typedef enum
{
  MIS_CHART_ON_SCREEN,
  MIS_CHART_ON_PAPER,
} MisChartUse;

/**
 * mis_chart_share:
 * @curve: from mis_curve_new_share(), of group @agent of @world
 *
 * The overall score by the group's share, with the place where @world stands marked (paper, figure
 * 8's shape). Dots stand where every group has a whole number of agents, if there are at most 200
 * in all: they are the first series then. The line is the last one. The description says all that.
 *
 * Returns: (transfer full)
 */
MisChart *mis_chart_share (const MisWorld *world,
                           const MisScore *score,
                           const MisCurve *curve,
                           guint agent,
                           MisChartUse use);

/**
 * mis_chart_share_keep_axis:
 * @before: (nullable): the chart that was shown before it
 *
 * Lets the y axis of a chart of mis_chart_share() end where that of @before did, as
 * mis_score_axis_keep() says.
 */
void mis_chart_share_keep_axis (MisChart *chart, const MisChart *before);

G_END_DECLS
