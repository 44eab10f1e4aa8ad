/* Bins of a histogram: round edges, and counts by brute force. */
#include "core/histogram.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>

/* Between the quartiles, by sorting. */
static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static MisDraws
make_draws (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return (MisDraws) { .values = values, .n = n, .low = values[0], .high = values[n - 1],
                      .spread = values[3 * (n - 1) / 4] - values[(n - 1) / 4] };
}

/* A hill: the mean of four even draws, moved and stretched. */
static double *
draw_hill (guint n, double low, double high)
{
  double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = low + (high - low) / 4
                          * (g_test_rand_double () + g_test_rand_double () + g_test_rand_double ()
                             + g_test_rand_double ());
  return values;
}

/* Whether an edge has so few digits that "%.*g" with them, read back, is the very same number. */
static void
assert_round (double edge, double width)
{
  char text[64];
  int digits = fabs (edge) > 0 ? (int) floor (log10 (fabs (edge) / width) + 1e-9) + 2 : 1;

  g_snprintf (text, sizeof text, "%.*e", MAX (digits - 1, 0), edge);
  g_assert_cmpfloat (strtod (text, NULL), ==, edge);
}

static void
assert_bins (const MisBins *bins, const double *values, guint n)
{
  g_autofree guint *counts = mis_bins_count (bins, values, n);
  double width = mis_bins_get_width (bins);
  guint sum = 0;

  g_assert_cmpuint (bins->n, >=, 1);
  g_assert_true (bins->step == 1 || bins->step == 2 || bins->step == 5);
  for (guint bin = 0; bin < bins->n; bin++)
    {
      double low = mis_bins_get_edge (bins, bin), high = mis_bins_get_edge (bins, bin + 1);
      guint inside = 0;

      for (guint i = 0; i < n; i++)
        inside += values[i] >= low
                          && (values[i] < high || (bin + 1 == bins->n && values[i] == high))
                      ? 1
                      : 0;
      g_assert_cmpuint (counts[bin], ==, inside);
      g_assert_cmpfloat_with_epsilon (high - low, width, 1e-9 * width + 1e-16);
      assert_round (low, width);
      sum += inside;
    }
  g_assert_cmpuint (sum, ==, n);
}

static void
test_hills (void)
{
  static const struct
  {
    guint n;
    double low, high;
  } cases[] = {
    { 2, 0.2, 0.4 },   { 10, 0, 1 },         { 100, 0.1, 0.9 },        { 1000, 0.25, 0.26 },
    { 10000, 0, 0.3 }, { 100000, 0.4, 0.7 }, { 1000, 0.3, 0.3000001 }, { 500, 0, 1e-7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree double *values = draw_hill (cases[i].n, cases[i].low, cases[i].high);
      MisDraws draws = make_draws (values, cases[i].n);
      MisBins bins = mis_bins_choose (&draws, 1);
      double advised = 2 * draws.spread / cbrt (cases[i].n);

      assert_bins (&bins, values, cases[i].n);
      g_assert_cmpuint (bins.n, <=, 82);
      if (cases[i].n < 100)
        continue;
      g_assert_cmpuint (bins.n, >=, 4);
      g_assert_cmpfloat (mis_bins_get_width (&bins), <, 2 * advised);
    }
}

/* No edge is drawn beyond the values by more than a bin, and bins are shared by all hills. */
static void
test_together (void)
{
  g_autofree double *narrow = draw_hill (1000, 0.2, 0.3), *wide = draw_hill (1000, 0.1, 0.9);
  MisDraws draws[] = { make_draws (narrow, 1000), make_draws (wide, 1000) };
  MisBins bins = mis_bins_choose (draws, 2);

  assert_bins (&bins, narrow, 1000);
  assert_bins (&bins, wide, 1000);
  g_assert_cmpfloat (mis_bins_get_edge (&bins, 1), >, wide[0]);
  g_assert_cmpfloat (mis_bins_get_edge (&bins, bins.n - 1), <, wide[999] + 1e-12);
  g_assert_cmpfloat (mis_bins_get_width (&bins), <=, 0.02);
}

/* All runs the same: one bin. */
static void
test_one_value (void)
{
  static const double values[] = { 0, 0.25, 1, 0.1, 1e-9, 1.0 / 3 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      double all[] = { values[i], values[i], values[i] };
      MisDraws draws = make_draws (all, 3);
      MisBins bins = mis_bins_choose (&draws, 1);

      g_assert_cmpuint (bins.n, ==, 1);
      assert_bins (&bins, all, 3);
    }
}

/* Few values, whichever they are: no two in one bin. */
static void
test_few_values (void)
{
  static const double all[][4] = {
    { 0.2, 0.3, 0.4, 0.5 },  { 0, 1, 0, 1 },           { 0.1, 0.11, 0.5, 0.9 },
    { 0.25, 0.5, 0.75, 1 },  { 0.2, 0.4, 0.2, 0.4 },   { 0.333, 0.334, 0.335, 0.4 },
    { 0.01, 0.02, 0.03, 1 }, { 1e-6, 2e-6, 3e-6, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      double values[100];
      MisDraws draws;
      MisBins bins;

      for (guint j = 0; j < 100; j++)
        values[j] = all[i][j % 4];
      draws = make_draws (values, 100);
      bins = mis_bins_choose (&draws, 1);
      assert_bins (&bins, values, 100);
      for (guint j = 1; j < 100; j++)
        g_assert_true (values[j] == values[j - 1]
                       || mis_bins_find (&bins, values[j]) != mis_bins_find (&bins, values[j - 1]));
    }
}

/* Half of the runs give the same score, so that quartiles are no guide. */
static void
test_heap (void)
{
  g_autofree double *values = draw_hill (1000, 0.5, 0.6);
  MisDraws draws;
  MisBins bins;

  for (guint i = 0; i < 900; i++)
    values[i] = 0.5;
  draws = make_draws (values, 1000);
  g_assert_cmpfloat (draws.spread, ==, 0);
  bins = mis_bins_choose (&draws, 1);
  assert_bins (&bins, values, 1000);
  g_assert_cmpuint (bins.n, >=, 4);
  g_assert_cmpuint (bins.n, <=, 82);
}

/* Rounding alone sets the runs apart; and there may be none. */
static void
test_nothing_to_see (void)
{
  double values[] = { 0.3, 0.1 + 0.2, nextafter (0.3, 0) };
  MisDraws draws = make_draws (values, 3);
  MisBins bins = mis_bins_choose (&draws, 1);

  assert_bins (&bins, values, 3);
  g_assert_cmpuint (mis_bins_choose (NULL, 0).n, ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histogram/hills", test_hills);
  g_test_add_func ("/histogram/together", test_together);
  g_test_add_func ("/histogram/one-value", test_one_value);
  g_test_add_func ("/histogram/few-values", test_few_values);
  g_test_add_func ("/histogram/heap", test_heap);
  g_test_add_func ("/histogram/nothing-to-see", test_nothing_to_see);
  return g_test_run ();
}
