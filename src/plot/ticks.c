/* J. Talbot, S. Lin, P. Hanrahan: "An Extension of Wilkinson's Algorithm for Positioning Tick
 * Labels on Axes", IEEE TVCG 16(6), 2010. */
#include "plot/ticks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The steps in the order of preference, in tenths. */
static const gint64 STEPS[] = { 10, 50, 20, 25, 40, 30 };

static const double SIMPLICITY_WEIGHT = 0.25;
static const double COVERAGE_WEIGHT = 0.2;
static const double DENSITY_WEIGHT = 0.5;
static const double LEGIBILITY_WEIGHT = 0.05;

/* Labels skip at most this many steps; more never wins. */
#define MAX_SKIP 12
#define MAX_DECIMALS 15

/* From here on a power of ten reads better. */
static const double LARGE = 1e7;
static const double SMALL = 1e-4;

/* One candidate: @n labels at (@start + i @skip) times STEPS[@step] / 10 times 10^@exponent. */
typedef struct
{
  guint step;
  int exponent;
  gint64 start;
  gint64 skip;
  guint n;
  double score;
} Labelling;

/* The axis in units of a power of ten near its length, so that squares stay finite. */
typedef struct
{
  double min;
  double max;
  double range;
  double target;
} Search;

static double
step_size (guint step, int exponent)
{
  return (double)STEPS[step] / 10 * pow (10, exponent);
}

/* The score of what is already certain; legibility is left to the layout and counts as 1. */
static double
weigh (double simplicity, double coverage, double density)
{
  return SIMPLICITY_WEIGHT * simplicity + COVERAGE_WEIGHT * coverage + DENSITY_WEIGHT * density +
         LEGIBILITY_WEIGHT;
}

static double
simplicity (guint step, gint64 skip, gboolean has_zero)
{
  return 1 - (double)step / (G_N_ELEMENTS (STEPS) - 1) - (double)skip + (has_zero ? 1 : 0);
}

static double
coverage (const Search *search, double low, double high)
{
  double above = search->max - high;
  double below = search->min - low;
  double tenth = search->range / 10;

  return 1 - 0.5 * (above * above + below * below) / (tenth * tenth);
}

static double
best_coverage (const Search *search, double span)
{
  double half = (span - search->range) / 2;

  return half > 0 ? coverage (search, search->min - half, search->max + half) : 1;
}

static double
density (const Search *search, guint n, double low, double high)
{
  double found = (n - 1) / (high - low);
  double wanted = (search->target - 1) / (MAX (high, search->max) - MIN (low, search->min));

  return 2 - MAX (found / wanted, wanted / found);
}

static double
best_density (const Search *search, guint n)
{
  return n >= search->target ? 2 - (n - 1) / (search->target - 1) : 1;
}

/* All places for @n labels of one step that touch the axis. */
static void
search_starts (const Search *search, Labelling trial, Labelling *best)
{
  double unit = step_size (trial.step, trial.exponent);
  gint64 steps = (gint64)(trial.n - 1) * trial.skip;
  gint64 first = (gint64)floor (search->max / unit / (double)trial.skip) * trial.skip - steps;
  gint64 last = (gint64)ceil (search->min / unit / (double)trial.skip) * trial.skip;

  for (trial.start = first; trial.start <= last; trial.start++)
    {
      double low = (double)trial.start * unit;
      double high = (double)(trial.start + steps) * unit;
      gboolean has_zero =
          trial.start <= 0 && trial.start + steps >= 0 && trial.start % trial.skip == 0;

      trial.score = weigh (simplicity (trial.step, trial.skip, has_zero),
                           coverage (search, low, high), density (search, trial.n, low, high));
      if (trial.score > best->score)
        *best = trial;
    }
}

/* Larger and larger steps, until they reach too far beyond the axis to win. */
static void
search_exponents (const Search *search, Labelling trial, Labelling *best)
{
  double least = search->range / (trial.n + 1) / (double)trial.skip;
  double simple = simplicity (trial.step, trial.skip, TRUE);

  trial.exponent = (int)ceil (log10 (least / step_size (trial.step, 0)));
  for (;; trial.exponent++)
    {
      double span = step_size (trial.step, trial.exponent) * (double)trial.skip * (trial.n - 1);

      if (weigh (simple, best_coverage (search, span), best_density (search, trial.n)) <
          best->score)
        break;
      search_starts (search, trial, best);
    }
}

static Labelling
search_all (const Search *search)
{
  Labelling best = { .score = -2, .skip = 1, .n = 0 };

  for (gint64 skip = 1; skip <= MAX_SKIP; skip++)
    for (guint step = 0; step < G_N_ELEMENTS (STEPS); step++)
      {
        double simple = simplicity (step, skip, TRUE);

        if (weigh (simple, 1, 1) < best.score)
          continue;
        for (guint n = 2; n <= MIS_TICKS_MAX; n++)
          {
            if (weigh (simple, 1, best_density (search, n)) < best.score)
              break;
            search_exponents (search, (Labelling){ .step = step, .skip = skip, .n = n }, &best);
          }
      }
  return best;
}

/* The double nearest to @whole times 10^@exponent, where both powers are exact. */
static double
scaled (gint64 whole, int exponent)
{
  if (exponent < 0 && exponent >= -22)
    return (double)whole / pow (10, -exponent);
  return whole == 0 ? 0 : (double)whole * pow (10, exponent);
}

static int
decimals_of (gint64 whole, int exponent)
{
  if (whole == 0)
    return 0;
  for (; whole % 10 == 0; whole /= 10)
    exponent++;
  return MAX (0, -exponent);
}

/* Long rows of digits are told by a power of ten. */
static void
prefer_exponent (MisTicks *ticks)
{
  double largest = 0;

  for (guint i = 0; i < ticks->n; i++)
    largest = MAX (largest, fabs (ticks->values[i]));
  if (largest > 0 && (largest >= LARGE || largest < SMALL || ticks->decimals > MAX_DECIMALS))
    ticks->decimals = -1;
}

void
mis_ticks_init (MisTicks *ticks, double min, double max, guint target)
{
  int magnitude;
  Search search;
  Labelling best;

  g_return_if_fail (ticks != NULL);
  g_return_if_fail (isfinite (min) && isfinite (max) && min < max);

  magnitude = (int)floor (log10 (max - min));
  search.min = min / pow (10, magnitude);
  search.max = max / pow (10, magnitude);
  search.range = search.max - search.min;
  search.target = CLAMP (target, 2, MIS_TICKS_MAX / 2);
  best = search_all (&search);

  ticks->n = best.n;
  ticks->decimals = 0;
  for (guint i = 0; i < best.n; i++)
    {
      gint64 whole = (best.start + (gint64)i * best.skip) * STEPS[best.step];
      int exponent = best.exponent + magnitude - 1;

      ticks->values[i] = scaled (whole, exponent);
      ticks->decimals = MAX (ticks->decimals, decimals_of (whole, exponent));
    }
  prefer_exponent (ticks);
}

static void
append_decade (MisTicks *ticks, int decade, gboolean fine, double min, double max)
{
  static const gint64 parts[] = { 1, 2, 5 };

  for (guint i = 0; i < (fine ? G_N_ELEMENTS (parts) : 1); i++)
    {
      double value = scaled (parts[i], decade);

      if (value < min * (1 - 1e-9) || value > max * (1 + 1e-9) || ticks->n == MIS_TICKS_MAX)
        continue;
      ticks->values[ticks->n++] = value;
      ticks->decimals = MAX (ticks->decimals, decimals_of (parts[i], decade));
    }
}

void
mis_ticks_init_log (MisTicks *ticks, double min, double max, guint target)
{
  int first, last, skip;

  g_return_if_fail (ticks != NULL);
  g_return_if_fail (isfinite (min) && isfinite (max) && 0 < min && min < max);

  first = (int)floor (log10 (min));
  last = (int)floor (log10 (max) + 1e-9);
  skip = 1 + (last - first) / (int)CLAMP (target, 2, MIS_TICKS_MAX / 2);
  ticks->n = 0;
  ticks->decimals = 0;
  for (int decade = first; decade <= last; decade += skip)
    append_decade (ticks, decade, log10 (max / min) < 2, min, max);
  if (ticks->n < 3)
    mis_ticks_init (ticks, min, max, target);
  else
    prefer_exponent (ticks);
}

static int
compare_doubles (const void *a, const void *b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

/* As few decimals as keep every value to a millionth of the smallest distance. */
static int
fixed_decimals (const MisTicks *ticks)
{
  double distance = ticks->n > 0 ? fabs (ticks->values[0]) : 0;

  for (guint i = 1; i < ticks->n; i++)
    if (ticks->values[i] > ticks->values[i - 1])
      distance = i == 1 ? ticks->values[1] - ticks->values[0]
                        : MIN (distance, ticks->values[i] - ticks->values[i - 1]);
  for (int decimals = 0; decimals < MAX_DECIMALS; decimals++)
    {
      double power = pow (10, decimals);
      gboolean exact = TRUE;

      for (guint i = 0; i < ticks->n && exact; i++)
        exact =
            fabs (round (ticks->values[i] * power) / power - ticks->values[i]) <= distance * 1e-6;
      if (exact)
        return decimals;
    }
  return MAX_DECIMALS;
}

void
mis_ticks_init_fixed (MisTicks *ticks, const double *values, guint n)
{
  g_return_if_fail (ticks != NULL);

  ticks->n = 0;
  for (guint i = 0; i < n && ticks->n < MIS_TICKS_MAX; i++)
    if (isfinite (values[i]) && fabs (values[i]) < 1e300)
      ticks->values[ticks->n++] = values[i];
  qsort (ticks->values, ticks->n, sizeof *ticks->values, compare_doubles);
  ticks->decimals = fixed_decimals (ticks);
  prefer_exponent (ticks);
}

void
mis_ticks_clip (MisTicks *ticks, double min, double max)
{
  double slack;
  guint kept = 0;

  g_return_if_fail (ticks != NULL);

  slack = (max - min) * 1e-9;
  for (guint i = 0; i < ticks->n; i++)
    if (ticks->values[i] >= min - slack && ticks->values[i] <= max + slack)
      ticks->values[kept++] = ticks->values[i];
  ticks->n = kept;
}
