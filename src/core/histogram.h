/* histogram.h: how many of many draws fall into each of a row of equal bins with round edges. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MisBins:
 * @n: how many there are; 0 where there is nothing to count
 * @first: the lower edge of the first one, in steps from 0
 * @step: a step is @step times ten to the power @power: 1, 2 or 5 of them
 * @power: as above
 *
 * A bin holds its lower edge and not its upper one; the last one holds both.
 */
typedef struct
{
  guint n;
  gint64 first;
  int step;
  int power;
} MisBins;

/**
 * MisDraws:
 * @values: (array length=n): scores, in any order; at least one
 * @low: the lowest of them
 * @high: the highest
 * @spread: between their quartiles
 *
 * What one hill is made of.
 */
typedef struct
{
  const double *values;
  guint n;
  double low;
  double high;
  double spread;
} MisDraws;

/**
 * mis_bins_choose:
 * @draws: (array length=n_draws): hills that are seen together, and so have the same bins
 *
 * As wide as Freedman and Diaconis (1981) advise for the narrowest of them, 2 x @spread / cube
 * root of n, made a round number; not so few that no shape is seen, nor so many that each is noise.
 * Where there are only few different values each has a bin of its own. O(values) then, otherwise as
 * many as it takes to see more than few.
 *
 * Returns: bins that hold all values; at least one, if there are any
 */
MisBins mis_bins_choose (const MisDraws *draws, guint n_draws);

/* The lower edge of bin @bin, from 0 to @n: the upper one of that before. Correctly rounded. */
double mis_bins_get_edge (const MisBins *self, guint bin);

/* From one edge to the next. */
double mis_bins_get_width (const MisBins *self);

/* Which bin holds @value; the first or the last one for what is outside. O(bins). */
guint mis_bins_find (const MisBins *self, double value);

/* Returns: (transfer full) (array length=n): how many of the values each bin holds; the first and
 * the last one also what is outside. O(values). */
guint *mis_bins_count (const MisBins *self, const double *values, guint n_values);

G_END_DECLS
