/* distribution.h: how the scores of many draws are distributed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MIS_MOST_QUANTILES 1001u

/**
 * MisDistribution:
 * @as_set: the score with every uncertain value as it is set
 * @lowest, @highest: the score with all of them at their low and at their high ends, which no draw
 * can pass (bounds.h); %NAN where that is not known
 * @n: how many quantiles there are: as many as draws, at most %MIS_MOST_QUANTILES
 * @quantiles: (array length=n): number i at probability i / (@n - 1), ascending
 * @counts: (nullable): how many draws each bin of the figure holds (figure-data.h)
 *
 * Between two neighbours a quantile is interpolated (Hyndman and Fan 1996, type 7), so that with
 * few draws the quantiles are the draws. Immutable once counted.
 */
typedef struct
{
  double as_set;
  double lowest;
  double highest;
  guint n;
  double *quantiles;
  guint *counts;
} MisDistribution;

/* How many quantiles there are of so many draws, at least one. */
guint mis_distribution_count (guint n_draws);

/* @quantiles: (transfer full) (array length=n). Returns: (transfer full): */
MisDistribution *
mis_distribution_new (double *quantiles, guint n, double as_set, double lowest, double highest);
void mis_distribution_free (MisDistribution *self);

/* @counts: (transfer full): of all draws. */
void mis_distribution_set_counts (MisDistribution *self, guint *counts);

/* Where quantile @quantile of @n stands, in [0,1]; a single one at 1/2. */
double mis_distribution_get_probability (guint n, guint quantile);

/* The value that the share @probability, in [0,1], of the draws is at or below. */
double mis_distribution_get_quantile (const MisDistribution *self, double probability);

/* The other way round: the share of the draws at or below @value. */
double mis_distribution_get_share (const MisDistribution *self, double value);

/* Between which of @n ascending values the quantile at @probability is: this one, from 0, and the
 * next one if @part, in [0,1), of the way to it. */
guint mis_quantile_find (guint n, double probability, double *part);

/* The value at @part of the way from @low to @high. */
double mis_quantile_between (double low, double high, double part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisDistribution, mis_distribution_free)

G_END_DECLS
