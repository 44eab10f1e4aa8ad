/* figure.h: the numbers of a figure, or of any experiment, as a chart. */
#pragma once

#include "core/experiment.h"
#include "core/figure-data.h"
#include "plot/chart.h"

G_BEGIN_DECLS

/* Returns: (transfer full): its title; of a figure of the paper with its number, as in "Figure 4.
 * Goal distribution". */
char *mis_figure_title (const MisExperiment *experiment);

/* (nullable): which of two readings of the paper weights follow that were drawn for @per, a
 * (nullable) nick of mis_pers. */
const char *mis_figure_weights (const char *per);

/**
 * MisDistributionView:
 * @MIS_DISTRIBUTION_HILL: the share of the runs in each bar of scores
 * @MIS_DISTRIBUTION_RISING: the share of the runs at or below each score
 *
 * How a distribution is seen.
 */
typedef enum
{
  MIS_DISTRIBUTION_HILL,
  MIS_DISTRIBUTION_RISING,
} MisDistributionView;

/* The word of the command line for each, and what it is; ended by %NULL. */
extern const MisChoice mis_distribution_views[];

/**
 * mis_figure_chart:
 *
 * Texts are in the user's language, numbers in sentences too.
 *
 * Returns: (transfer full): as the paper shows it: lines with markers and bands, the y axis from 0,
 *   for figures of the paper to 1; what theory expects as thin lines. Distributions as hills. Where
 *   nothing was run a chart that says so
 */
MisChart *mis_figure_chart (const MisFigureData *data);

/* The same; @view is how a distribution is seen. */
MisChart *mis_figure_chart_view (const MisFigureData *data, MisDistributionView view);

/**
 * mis_figure_sentence:
 * @experiment: what @data is of
 *
 * Returns: (transfer full): what has to be known to read the chart: for whom weights were drawn,
 *   and that few agents make stairs of a curve along a share; empty if there is nothing to say
 */
char *mis_figure_sentence (const MisExperiment *experiment, const MisFigureData *data);

/* Whether theory says something of any curve. */
gboolean mis_figure_has_theory (const MisFigureData *data);

/* Whether there is nothing to be seen, because no run has ended. */
gboolean mis_figure_is_empty (const MisFigureData *data);

G_END_DECLS
