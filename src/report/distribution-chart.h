/* distribution-chart.h: how scores are distributed, as a chart. Private to src/report.
 *
 * There are two views. The hill has a column for each bin of scores, as high as the share of the
 * runs in it: the very runs, counted, in bins with round edges (core/histogram.h). A smoothed
 * density would be no better to read, and would have tails beyond the lowest and the highest score
 * that the ranges allow, which are hard bounds. The rising line says for each score what share of
 * the runs is at or below it: quantiles are read off it, and many lines can be told apart.
 */
#pragma once

#include "core/figure-data.h"
#include "plot/chart.h"
#include "report/figure.h"

G_BEGIN_DECLS

/* (transfer full): what is seen. */
char *mis_distribution_make_subtitle (const MisFigureData *data, MisDistributionView view);

/* (transfer full): what a single uncertain curve says, in sentences; "" for any other chart. */
char *mis_distribution_make_sentence (const MisFigureData *data);

/* Axes, curves, marks and description. */
void mis_distribution_fill_chart (MisChart *chart,
                                  const MisFigureData *data,
                                  MisDistributionView view);

G_END_DECLS
