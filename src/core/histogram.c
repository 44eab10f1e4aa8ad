#include "core/histogram.h"

#include <math.h>

/* A hill of fewer bins has no shape, one of more is noise. */
#define LEAST_BINS 8.0
#define MOST_BINS 80.0

/* Where a score can only take so many values, each is seen for itself, as long as it can be. */
#define MOST_VALUES 12u
#define RUNS_PER_VALUE 5u
#define MOST_GAPS 100.0 /* from the lowest to the highest, of those between the two nearest */

#define LEAST_POWER (-18)
#define FINEST 1e-12 /* of the greatest value: digits beyond are rounding */
#define NEAR 1.5     /* a round step may be so many times narrower than one that is not */

#define MOST_RATIO 2.5 /* of a round step to the one before */

static const int steps[] = { 1, 2, 5 };

/* What is known of all values together. */
typedef struct
{
  double low;
  double high;
  double width; /* that is advised; INFINITY where nothing spreads */
  guint n_values;
  double values[MOST_VALUES + 1]; /* (array length=n_values): different ones, ascending */
  guint n;
} Range;

static double
scale (double value, int power)
{
  return power < 0 ? value / pow (10.0, -power) : value * pow (10.0, power);
}

double
mis_bins_get_width (const MisBins *self)
{
  return scale (self->step, self->power);
}

double
mis_bins_get_edge (const MisBins *self, guint bin)
{
  return scale ((double)(self->first + (gint64)bin) * self->step, self->power);
}

/* (transfer full) (array length=n + 1): an edge takes longer than all else that a value takes. */
static double *
list_edges (const MisBins *self)
{
  double *edges = g_new (double, self->n + 1);

  for (guint bin = 0; bin <= self->n; bin++)
    edges[bin] = mis_bins_get_edge (self, bin);
  return edges;
}

/* @guess: about which bin it is, if it is one. */
static inline guint
find (const MisBins *self, const double *edges, double value, double guess)
{
  guint bin = (guint)CLAMP (guess, 0.0, self->n - 1.0);

  while (bin > 0 && value < edges[bin])
    bin--;
  while (bin + 1 < self->n && value >= edges[bin + 1])
    bin++;
  return bin;
}

guint
mis_bins_find (const MisBins *self, double value)
{
  g_autofree double *edges = list_edges (self);

  return find (self, edges, value, (value - edges[0]) / mis_bins_get_width (self));
}

guint *
mis_bins_count (const MisBins *self, const double *values, guint n_values)
{
  guint *counts = g_new0 (guint, self->n);
  g_autofree double *edges = list_edges (self);
  double per_width = 1.0 / mis_bins_get_width (self);

  for (guint i = 0; i < n_values; i++)
    counts[find (self, edges, values[i], (values[i] - edges[0]) * per_width)]++;
  return counts;
}

/* Keeps @value, unless it is known. */
static void
take_value (Range *range, double value)
{
  guint place = 0;

  while (place < range->n_values && range->values[place] < value)
    place++;
  if (place < range->n_values && range->values[place] == value)
    return;
  for (guint i = range->n_values++; i > place; i--)
    range->values[i] = range->values[i - 1];
  range->values[place] = value;
}

/* Half of the values may be the same: then what spreads is what is left. */
static double
advise (const MisDraws *draws)
{
  double spread = draws->spread > 0.0 ? draws->spread : draws->high - draws->low;

  return spread > 0.0 ? 2.0 * spread / cbrt (draws->n) : (double)INFINITY;
}

static void
take_draws (Range *range, const MisDraws *draws)
{
  for (guint i = 0; i < draws->n && range->n_values <= MOST_VALUES; i++)
    take_value (range, draws->values[i]);
  range->low = MIN (range->low, draws->low);
  range->high = MAX (range->high, draws->high);
  range->width = MIN (range->width, advise (draws));
  range->n += draws->n;
}

/* The bins of a step that hold all of @range. */
static MisBins
lay_out (const Range *range, int step, int power)
{
  MisBins bins = { 1, 0, step, power };
  double width = mis_bins_get_width (&bins);
  double last;

  bins.first = (gint64)floor (range->low / width);
  while (mis_bins_get_edge (&bins, 0) > range->low)
    bins.first--;
  last = ceil (range->high / width);
  bins.n = (guint)MAX (last - (double)bins.first, 1.0);
  while (mis_bins_get_edge (&bins, bins.n) < range->high)
    bins.n++;
  return bins;
}

/* The narrowest round step of at least @width that makes at most @most bins. */
static MisBins
round_up (const Range *range, double width, double most)
{
  double least = MAX (width, MAX (fabs (range->low), fabs (range->high)) * FINEST);

  for (int power = LEAST_POWER;; power++)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        double step = scale (steps[i], power);

        if (step >= least && (range->high - range->low) / step <= most)
          return lay_out (range, steps[i], power);
      }
}

/* A round step that keeps all values apart. */
static gboolean
find_narrow (const Range *range, MisBins *bins)
{
  double gap = INFINITY;

  if (range->n_values > MOST_VALUES || range->n / RUNS_PER_VALUE < range->n_values)
    return FALSE;
  for (guint i = 1; i < range->n_values; i++)
    gap = MIN (gap, range->values[i] - range->values[i - 1]);
  if (range->high - range->low > MOST_GAPS * gap)
    return FALSE;
  *bins = round_up (range, gap / MOST_RATIO, G_MAXINT);
  return mis_bins_get_width (bins) < gap;
}

MisBins
mis_bins_choose (const MisDraws *draws, guint n_draws)
{
  Range range = { .low = INFINITY, .high = -INFINITY, .width = INFINITY };
  MisBins bins = { 0 };

  for (guint i = 0; i < n_draws; i++)
    take_draws (&range, &draws[i]);
  if (range.n == 0)
    return bins;
  /* One value is in the middle of nothing: any round step does. */
  if (!(range.low < range.high))
    return lay_out (&range, 1, -2);
  if (find_narrow (&range, &bins))
    return bins;
  return round_up (&range, MIN (range.width, (range.high - range.low) / LEAST_BINS) / NEAR,
                   MOST_BINS);
}
