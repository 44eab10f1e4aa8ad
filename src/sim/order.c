#include "sim/order.h"

#include <stdlib.h>

#include <gsl/gsl_sort_double.h>

#include "core/distribution.h"

/* Fewer values than these are sorted. Above, values go into bins by their size, and only bins that
 * hold a rank are looked at again. */
#define FEW 1024u
#define N_BINS 32768u

static void
find_ends (const double *values, guint n, double *low, double *high)
{
  *low = *high = values[0];
  for (guint i = 1; i < n; i++)
    {
      *low = MIN (*low, values[i]);
      *high = MAX (*high, values[i]);
    }
}

/* Higher values are in the same bin or a later one. */
static inline guint
get_bin (double value, double low, double factor)
{
  return MIN ((guint) ((value - low) * factor), N_BINS - 1);
}

/* Which bins hold a rank, and where each bin begins. */
typedef struct
{
  guint begins[N_BINS + 1];
  guint8 wanted[N_BINS];
} Bins;

static void
fill_bins (Bins *bins, const double *values, guint n, double low, double factor)
{
  for (guint i = 0; i < n; i++)
    bins->begins[get_bin (values[i], low, factor) + 1]++;
  for (guint bin = 0; bin < N_BINS; bin++)
    bins->begins[bin + 1] += bins->begins[bin];
}

static guint
find_bin (const Bins *bins, guint rank)
{
  guint first = 0, last = N_BINS;

  while (first + 1 < last)
    {
      guint middle = (first + last) / 2;

      if (bins->begins[middle] <= rank)
        first = middle;
      else
        last = middle;
    }
  return first;
}

static void
select_sorted (double *values, guint n, const guint *ranks, guint n_ranks, double *found)
{
  gsl_sort (values, 1, n);
  for (guint i = 0; i < n_ranks; i++)
    found[i] = values[ranks[i]];
}

/* Those of the values that are in wanted bins, bin after bin; @ends: (array): where each bin's end.
 */
static double *
gather (const Bins *bins, const double *values, guint n, double low, double factor, guint *ends)
{
  guint total = 0;
  double *gathered;

  for (guint bin = 0; bin < N_BINS; bin++)
    {
      ends[bin] = total;
      total += bins->wanted[bin] ? bins->begins[bin + 1] - bins->begins[bin] : 0;
    }
  gathered = g_new (double, total);
  for (guint i = 0; i < n; i++)
    {
      guint bin = get_bin (values[i], low, factor);

      if (bins->wanted[bin])
        gathered[ends[bin]++] = values[i];
    }
  return gathered;
}

/* The ranks of one bin after the other, each of which is selected from by itself. */
static void
select_from_bins (Bins *bins,
                  const double *values,
                  guint n,
                  double low,
                  double factor,
                  const guint *ranks,
                  guint n_ranks,
                  double *found)
{
  g_autofree guint *ends = g_new (guint, N_BINS);
  g_autofree guint *own = g_new (guint, n_ranks);
  g_autofree double *gathered = NULL;

  for (guint i = 0; i < n_ranks; i++)
    bins->wanted[find_bin (bins, ranks[i])] = TRUE;
  gathered = gather (bins, values, n, low, factor, ends);
  for (guint i = 0, next; i < n_ranks; i = next)
    {
      guint bin = find_bin (bins, ranks[i]);
      guint size = bins->begins[bin + 1] - bins->begins[bin];

      for (next = i; next < n_ranks && ranks[next] < bins->begins[bin + 1]; next++)
        own[next] = ranks[next] - bins->begins[bin];
      mis_order_select (gathered + ends[bin] - size, size, own + i, next - i, found + i);
    }
}

void
mis_order_select (double *values, guint n, const guint *ranks, guint n_ranks, double *found)
{
  double low, high, factor;
  Bins *bins;

  if (n <= FEW)
    {
      select_sorted (values, n, ranks, n_ranks, found);
      return;
    }
  find_ends (values, n, &low, &high);
  factor = N_BINS / (high - low);
  if (!(low < high))
    {
      for (guint i = 0; i < n_ranks; i++)
        found[i] = low;
      return;
    }
  /* Too near to each other for bins. */
  if (!(factor < G_MAXDOUBLE))
    {
      select_sorted (values, n, ranks, n_ranks, found);
      return;
    }
  bins = g_new0 (Bins, 1);
  fill_bins (bins, values, n, low, factor);
  select_from_bins (bins, values, n, low, factor, ranks, n_ranks, found);
  g_free (bins);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

/* The value at @rank, which is one of @ranks. */
static double
look_up (guint rank, const guint *ranks, guint n_ranks, const double *found)
{
  const guint *it = bsearch (&rank, ranks, n_ranks, sizeof (guint), compare_ranks);

  g_assert (it != NULL);
  return found[it - ranks];
}

void
mis_order_quantiles (
    double *values, guint n, const double *probabilities, guint n_quantiles, double *quantiles)
{
  guint n_ranks = 2 * n_quantiles;
  g_autofree guint *ranks = g_new (guint, n_ranks);
  g_autofree double *found = g_new (double, n_ranks);
  double part;

  for (guint i = 0; i < n_quantiles; i++)
    {
      ranks[2 * i] = mis_quantile_find (n, probabilities[i], &part);
      ranks[2 * i + 1] = MIN (ranks[2 * i] + 1, n - 1);
    }
  qsort (ranks, n_ranks, sizeof (guint), compare_ranks);
  mis_order_select (values, n, ranks, n_ranks, found);
  for (guint i = 0; i < n_quantiles; i++)
    {
      guint below = mis_quantile_find (n, probabilities[i], &part);
      double low = look_up (below, ranks, n_ranks, found);
      double high = look_up (MIN (below + 1, n - 1), ranks, n_ranks, found);

      quantiles[i] = mis_quantile_between (low, high, part);
    }
}
