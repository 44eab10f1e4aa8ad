#include <math.h>
#include <string.h>

#include "plot/scale.h"
#include "plot/ticks.h"

static void
assert_labels (const MisTicks *ticks, MisNumberFormat format, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < ticks->n; i++)
    {
      g_autofree char *label = mis_ticks_format (ticks, i, format);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", label);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_ticks (double min, double max, guint target, const char *expected)
{
  MisTicks ticks;

  mis_ticks_init (&ticks, min, max, target);
  assert_labels (&ticks, MIS_NUMBER_DECIMAL, expected);
}

static void
test_known (void)
{
  /* The example in the reference of the authors' R package "labeling". */
  assert_ticks (8.1, 14.1, 4, "8|10|12|14");
  assert_ticks (0, 1, 6, "0.0|0.2|0.4|0.6|0.8|1.0");
  assert_ticks (0, 1, 5, "0.00|0.25|0.50|0.75|1.00");
  assert_ticks (0, 1, 11, "0.0|0.1|0.2|0.3|0.4|0.5|0.6|0.7|0.8|0.9|1.0");
  assert_ticks (0, 100, 5, "0|25|50|75|100");
  assert_ticks (-1, 1, 5, "\u22121.0|\u22120.5|0.0|0.5|1.0");
  assert_ticks (0, 0.5, 6, "0.0|0.1|0.2|0.3|0.4|0.5");
}

/* The paper's formulas, without any of the search's shortcuts. */
static double
score_of (double min,
          double max,
          double m,
          guint q,
          gint64 j,
          double low,
          double high,
          gint64 k,
          gboolean zero)
{
  double range = max - min;
  double simplicity = 1 - q / 5.0 - (double)j + (zero ? 1 : 0);
  double coverage = 1 - 0.5 * (pow (max - high, 2) + pow (min - low, 2)) / pow (0.1 * range, 2);
  double r = (double)(k - 1) / (high - low);
  double rt = (m - 1) / (fmax (high, max) - fmin (low, min));

  return 0.25 * simplicity + 0.2 * coverage + 0.5 * (2 - fmax (r / rt, rt / r)) + 0.05;
}

typedef struct
{
  double best;  /* of all labellings */
  double found; /* of the one given */
} Scores;

static void
try_all_starts (double min,
                double max,
                double m,
                guint q,
                gint64 j,
                int z,
                gint64 k,
                const MisTicks *given,
                Scores *scores)
{
  static const double steps[] = { 1, 5, 2, 2.5, 4, 3 };
  double unit = steps[q] * pow (10, z);
  gint64 from = (gint64)floor (min / unit) - k * j - j;
  gint64 to = (gint64)ceil (max / unit) + j;

  for (gint64 start = from; start <= to; start++)
    {
      double low = (double)start * unit, high = (double)(start + (k - 1) * j) * unit;
      gboolean zero = start % j == 0 && start <= 0 && start + (k - 1) * j >= 0;
      double score = score_of (min, max, m, q, j, low, high, k, zero);
      double slack = 1e-9 * (max - min);

      scores->best = fmax (scores->best, score);
      if (k == given->n && fabs (low - given->values[0]) < slack &&
          fabs (high - given->values[k - 1]) < slack)
        scores->found = fmax (scores->found, score);
    }
}

static void
test_best (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  int n = g_test_slow () ? 3000 : 150;

  for (int i = 0; i < n; i++)
    {
      double min = g_rand_double_range (rand, -50, 50);
      double max = min + pow (10, g_rand_double_range (rand, -1, 2.5));
      guint target = (guint)g_rand_int_range (rand, 2, 11);
      Scores scores = { -1e9, -1e9 };
      int magnitude = (int)floor (log10 (max - min));
      MisTicks ticks;

      mis_ticks_init (&ticks, min, max, target);
      for (guint q = 0; q < 6; q++)
        for (gint64 j = 1; j <= 4; j++)
          for (int z = magnitude - 2; z <= magnitude + 1; z++)
            for (gint64 k = 2; k <= 24; k++)
              try_all_starts (min, max, target, q, j, z, k, &ticks, &scores);
      g_assert_cmpfloat_with_epsilon (scores.found, scores.best, 1e-9);
    }
}

static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int i = 0; i < 5000; i++)
    {
      double size = pow (10, g_rand_double_range (rand, -290, 290));
      double min = g_rand_double_range (rand, -1, 1) * size;
      MisScale scale;
      MisTicks ticks;

      mis_scale_init (&scale, min, g_rand_double_range (rand, -1, 1) * size, MIS_SPACING_LINEAR);
      mis_ticks_init (&ticks, scale.min, scale.max, (guint)g_rand_int_range (rand, 2, 20));
      g_assert_cmpuint (ticks.n, >=, 2);
      g_assert_cmpuint (ticks.n, <=, MIS_TICKS_MAX);
      for (guint k = 1; k < ticks.n; k++)
        {
          g_autofree char *before = mis_ticks_format (&ticks, k - 1, MIS_NUMBER_DECIMAL);
          g_autofree char *label = mis_ticks_format (&ticks, k, MIS_NUMBER_DECIMAL);

          g_assert_cmpfloat (ticks.values[k - 1], <, ticks.values[k]);
          g_assert_cmpstr (before, !=, label);
          g_assert_null (strchr (label, '-'));
        }
    }
}

/* Every pair of odd ends, through the scale as in a chart. */
static void
test_degenerate (void)
{
  static const double ends[] = { 0,   -0.0, 1,    1e-300,   -1e-300, 1e300,  -1e300,
                                 NAN, 7,    1e15, 1e15 + 1, 5e-324,  1 / 3.0 };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
      for (guint target = 0; target < 70; target += 7)
        {
          MisScale scale;
          MisTicks ticks;

          mis_scale_init (&scale, ends[i], ends[k], MIS_SPACING_LINEAR);
          mis_ticks_init (&ticks, scale.min, scale.max, target);
          g_assert_cmpuint (ticks.n, >=, 2);
          g_assert_cmpuint (ticks.n, <=, MIS_TICKS_MAX);
          mis_scale_init (&scale, ends[i], ends[k], MIS_SPACING_LOG);
          mis_ticks_init_log (&ticks, scale.min, scale.max, target);
          g_assert_cmpuint (ticks.n, >=, 2);
        }
}

static void
test_exact (void)
{
  MisTicks ticks;

  mis_ticks_init (&ticks, 0, 1, 11);
  for (guint i = 0; i < ticks.n; i++)
    g_assert_cmpfloat (ticks.values[i], ==, i / 10.0);
}

static void
test_fixed (void)
{
  static const double agents[] = { 100, 1, 2, NAN, INFINITY, 5 };
  static const double shares[] = { 0, 0.125, 0.5 };
  MisTicks ticks;

  mis_ticks_init_fixed (&ticks, agents, G_N_ELEMENTS (agents));
  assert_labels (&ticks, MIS_NUMBER_DECIMAL, "1|2|5|100");
  mis_ticks_clip (&ticks, 2, 50);
  assert_labels (&ticks, MIS_NUMBER_DECIMAL, "2|5");
  mis_ticks_init_fixed (&ticks, shares, 3);
  assert_labels (&ticks, MIS_NUMBER_DECIMAL, "0.000|0.125|0.500");
  assert_labels (&ticks, MIS_NUMBER_PERCENT, "0.0\u00a0%|12.5\u00a0%|50.0\u00a0%");
  mis_ticks_init_fixed (&ticks, NULL, 0);
  g_assert_cmpuint (ticks.n, ==, 0);
}

static void
test_log (void)
{
  MisTicks ticks;

  mis_ticks_init_log (&ticks, 1, 1000, 6);
  assert_labels (&ticks, MIS_NUMBER_DECIMAL, "1|10|100|1000");
  mis_ticks_init_log (&ticks, 1, 50, 6);
  assert_labels (&ticks, MIS_NUMBER_DECIMAL, "1|2|5|10|20|50");
  mis_ticks_init_log (&ticks, 1, 1e6, 3);
  g_assert_cmpuint (ticks.n, <=, 4);
}

static void
assert_number (double value, int decimals, MisNumberFormat format, const char *expected)
{
  g_autofree char *label = mis_number_to_label (value, decimals, format);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_numbers (void)
{
  assert_number (-0.0, 2, MIS_NUMBER_DECIMAL, "0.00");
  assert_number (-0.001, 2, MIS_NUMBER_DECIMAL, "0.00");
  assert_number (-0.0, 0, MIS_NUMBER_PERCENT, "0\u00a0%");
  assert_number (-1.5, 1, MIS_NUMBER_DECIMAL, "\u22121.5");
  assert_number (0.43, 2, MIS_NUMBER_PERCENT, "43\u00a0%");
  assert_number (NAN, 2, MIS_NUMBER_DECIMAL, "\u2013");
  assert_number (INFINITY, 2, MIS_NUMBER_DECIMAL, "\u2013");
  assert_number (-2.5e-12, -1, MIS_NUMBER_DECIMAL, "\u22122.5\u00d710\u207b\u00b9\u00b2");
  assert_number (0, -1, MIS_NUMBER_DECIMAL, "0");
  assert_ticks (0, 1e9, 5, "0|2.5\u00d710\u2078|5\u00d710\u2078|7.5\u00d710\u2078|1\u00d710\u2079");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/ticks/known", test_known);
  g_test_add_func ("/plot/ticks/best", test_best);
  g_test_add_func ("/plot/ticks/properties", test_properties);
  g_test_add_func ("/plot/ticks/degenerate", test_degenerate);
  g_test_add_func ("/plot/ticks/exact", test_exact);
  g_test_add_func ("/plot/ticks/fixed", test_fixed);
  g_test_add_func ("/plot/ticks/log", test_log);
  g_test_add_func ("/plot/ticks/numbers", test_numbers);
  return g_test_run ();
}
