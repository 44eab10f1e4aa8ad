/* distribution-parts.h: what the two charts of a distribution share: distribution-hill.c,
 * distribution-rising.c and distribution-chart.c. Private to src/report. */
#pragma once

#include "core/figure-data.h"
#include "plot/chart.h"

G_BEGIN_DECLS

#define MIS_DISTRIBUTION_DECIMALS 3

/* More curves than these have no place for words at each. */
#define MIS_MOST_NAMED_CURVES 3u

/* The shares of the runs that lines stand for. */
#define MIS_LOW_SHARE 0.05
#define MIS_MIDDLE_SHARE 0.5
#define MIS_HIGH_SHARE 0.95

/* How many series have runs. */
guint mis_distribution_count_curves (const MisFigureData *data);

/* (nullable): the distribution of the only series. */
const MisDistribution *mis_distribution_get_only (const MisFigureData *data);

/* Whether every run gives the same score, of one curve and of all. */
gboolean mis_distribution_is_certain (const MisDistribution *it);
gboolean mis_distribution_are_certain (const MisFigureData *data);

/* From the lowest score of any run to the highest; equal ends where there is none. */
void mis_distribution_find_run_ends (const MisFigureData *data, double *low, double *high);

/* The same, with the bounds that the ranges allow, where they are known. */
void mis_distribution_find_ends (const MisFigureData *data, double *low, double *high);

/* Of a share of so many runs: as many digits as tell single runs apart, at least 2. */
guint mis_distribution_count_digits (guint n_runs);

/* (transfer full): @text with a score in the place of its %s. */
char *mis_distribution_put_score (const char *text, double score);

/* (transfer full): "Median: 0.26": what share of the runs a line stands for, and the score there.
 */
char *mis_distribution_name_score (const char *name, double score);

/* Lines where the ranges end, of up to three curves; those of the only one in words. @top: of the y
 * axis. The curves are the first series of @chart. */
void mis_distribution_add_bounds (MisChart *chart, const MisFigureData *data, double top);

/* distribution-hill.c: columns of how many runs lie where; with what cannot be seen. */
void mis_distribution_fill_hill (MisChart *chart, const MisFigureData *data);

/* (transfer full): what the columns are. */
char *mis_distribution_make_hill_subtitle (const MisFigureData *data);

/* Adds to @text where the summit of each hill is. */
void mis_distribution_describe_hill (GString *text, const MisFigureData *data);

/* distribution-rising.c: lines of how many runs are at or below each score. */
void mis_distribution_fill_rising (MisChart *chart, const MisFigureData *data);

G_END_DECLS
