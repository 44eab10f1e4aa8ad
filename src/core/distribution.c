#include "core/distribution.h"

guint
mis_quantile_find (guint n, double probability, double *part)
{
  double place = probability * (n - 1.0);
  guint below = MIN ((guint) place, n - 1);

  *part = MAX (place - below, 0.0);
  return below;
}

double
mis_quantile_between (double low, double high, double part)
{
  return low < high && part > 0.0 ? MIN ((1.0 - part) * low + part * high, high) : low;
}

guint
mis_distribution_count (guint n_draws)
{
  return MIN (n_draws, MIS_MOST_QUANTILES);
}

double
mis_distribution_get_probability (guint n, guint quantile)
{
  return n > 1 ? (double) quantile / (n - 1.0) : 0.5;
}

MisDistribution *
mis_distribution_new (double *quantiles, guint n, double as_set, double lowest, double highest)
{
  MisDistribution *self = g_new (MisDistribution, 1);

  *self = (MisDistribution) { as_set, lowest, highest, n, quantiles, NULL };
  return self;
}

void
mis_distribution_free (MisDistribution *self)
{
  g_free (self->quantiles);
  g_free (self->counts);
  g_free (self);
}

void
mis_distribution_set_counts (MisDistribution *self, guint *counts)
{
  g_free (self->counts);
  self->counts = counts;
}

double
mis_distribution_get_quantile (const MisDistribution *self, double probability)
{
  double part;
  guint below = mis_quantile_find (self->n, probability, &part);

  return mis_quantile_between (self->quantiles[below],
                               self->quantiles[MIN (below + 1, self->n - 1)], part);
}

/* The first quantile above @value; n if there is none. */
static guint
find_above (const MisDistribution *self, double value)
{
  guint first = 0, last = self->n;

  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (self->quantiles[middle] > value)
        last = middle;
      else
        first = middle + 1;
    }
  return first;
}

double
mis_distribution_get_share (const MisDistribution *self, double value)
{
  guint above = find_above (self, value);
  const double *q = self->quantiles;

  if (above == 0 || above == self->n)
    return above == 0 ? 0.0 : 1.0;
  return (above - 1 + (value - q[above - 1]) / (q[above] - q[above - 1])) / (self->n - 1.0);
}
