/* distribution-chart.h: how scores are distributed, as a chart. Private to src/report.
 *
 * A curve says for each score what share of the runs is at or below it. It begins at the exact
 * lowest score that the ranges allow and ends at the exact highest: hard bounds are ends, not
 * tails, as they would be in a smoothed density.
 */
#pragma once

#include "core/figure-data.h"
#include "plot/chart.h"

G_BEGIN_DECLS

/* (transfer full): what the curves are. */
char *mis_distribution_make_subtitle (const MisFigureData *data);

/* (transfer full): what a single uncertain curve says, in sentences; "" for any other chart. */
char *mis_distribution_make_sentence (const MisFigureData *data);

/* Axes, curves, marks and description. */
void mis_distribution_fill_chart (MisChart *chart, const MisFigureData *data);

G_END_DECLS
