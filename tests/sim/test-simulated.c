/* Figures 1, 2, 3 and 5 against a simulator of its own (simulate.c) and their exact expectation. */
#include <math.h>
#include <string.h>

#include "figure-case.h"

#define N_SEEDS 20u
#define ROUNDING 1e-8 /* of what is stored */

/* One stored point. */
typedef struct
{
  char figure;
  guint series;
  guint point;
  double mean;
  double sd;
  double min_low;
  double min_high;
  double max_low;
  double max_high;
} Stored;

static GArray *
load_stored (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "sim", "simulated.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Stored));

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      double numbers[9];
      Stored stored;

      g_assert_cmpuint (g_strv_length (fields), ==, 9);
      for (guint j = 0; j < 9; j++)
        numbers[j] = g_ascii_strtod (fields[j], NULL);
      stored = (Stored){ *fields[0], (guint) numbers[1], (guint) numbers[2], numbers[3], numbers[4],
                         numbers[5], numbers[6],         numbers[7],         numbers[8] };
      g_array_append_val (list, stored);
    }
  return list;
}

/* 1 - sum n_g (n_g - 1) / (n (n - 1)) for 120 agents in turn. */
static double
mix_in_turn (guint k)
{
  double alike = 0;

  for (guint g = 0; g < k; g++)
    {
      double own = 120 / k + (g < 120 % k ? 1 : 0);

      alike += own * (own - 1);
    }
  return 1 - alike / (120 * 119);
}

/* The exact expectation of a point. */
static double
expect (const Stored *at)
{
  static const double levels[] = { 1, 1, 0.875, 0.75, 0.5, 0.5, 0.375, 0.25, 0.25 };
  double m = at->series % 4 + 1, k = at->series < 4 ? 2 : 4, w = at->point / 49.0;

  if ((at->figure == '1' || at->figure == '2') && at->point == 0)
    return 0;
  if (at->figure == '1')
    return 2.0 / 3;
  if (at->figure == '2')
    return (at->series + 1.0) / (at->series + 2.0);
  if (at->figure == '5')
    return levels[at->series] * mix_in_turn (at->point + 1)
           * pow (2.0 / 3 * (0.75 + sqrt (0.75 * 0.25) + 0.25) / (sqrt (0.75) + 0.5), 2);
  return ((m - 1) * (k - 1) / k + (k - 1) / k * (1 - 2 / k + 2 / k * sqrt (w))) / m;
}

static gboolean
is_outside (double value, double low, double high)
{
  return value < low - ROUNDING || value > high + ROUNDING;
}

static void
check_point (const Stored *at, const MisFigurePoint *point, guint runs, guint *n_outside)
{
  double expected = expect (at);

  g_assert_cmpfloat_with_epsilon (point->theory, expected, 1e-12);
  if (at->sd == 0)
    g_assert_cmpfloat_with_epsilon (point->mean, expected, 1e-12);
  else
    g_assert_cmpfloat (fabs (point->mean - expected), <, 5 * at->sd / sqrt (runs));
  g_assert_cmpfloat (point->max, <=, point->maximum + 1e-12);
  *n_outside += is_outside (point->min, at->min_low, at->min_high)
                || is_outside (point->max, at->max_low, at->max_high);
}

static void
test_figures (void)
{
  g_autoptr (GArray) stored = load_stored ();
  guint n_outside = 0;

  g_assert_cmpuint (stored->len, ==, 5 * 17 + 4 * 17 + 8 * 50 + 9 * 10);
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (MisFigureData) data = NULL;

      for (guint i = 0; i < stored->len; i++)
        {
          const Stored *at = &g_array_index (stored, Stored, i);

          if (i == 0 || at->figure != g_array_index (stored, Stored, i - 1).figure)
            {
              g_autofree char *name = g_strdup_printf ("figure-%c", at->figure);
              g_autoptr (MisExperiment) experiment = figure_case_load (name, 0, seed, 0);

              g_clear_pointer (&data, mis_figure_data_unref);
              data = figure_case_run (experiment);
            }
          check_point (
            at,
            mis_figure_series_get_point (mis_figure_data_get_series (data, at->series), at->point),
            data->runs, &n_outside);
        }
    }
  g_test_message ("%u extremes outside", n_outside);
  g_assert_cmpuint (100 * n_outside, <=, stored->len * N_SEEDS);
}

/* The simulator itself: its means lie at the exact expectation. */
static void
test_simulator (void)
{
  g_autoptr (GArray) stored = load_stored ();

  for (guint i = 0; i < stored->len; i++)
    {
      const Stored *at = &g_array_index (stored, Stored, i);

      g_assert_cmpfloat (fabs (at->mean - expect (at)), <=, 5 * at->sd / sqrt (1e5) + ROUNDING);
    }
}

/* Standard deviations too: the mean square over all seeds is that of the simulator. */
static void
test_deviations (void)
{
  g_autoptr (GArray) stored = load_stored ();
  g_autoptr (MisExperiment) experiment = figure_case_load ("figure-1", 20000, 5, 0);
  g_autoptr (MisFigureData) data = figure_case_run (experiment);

  for (guint i = 0; i < 5 * 17; i++)
    {
      const Stored *at = &g_array_index (stored, Stored, i);
      const MisFigurePoint *point = mis_figure_series_get_point (
        mis_figure_data_get_series (data, at->series), at->point);

      g_assert_cmpfloat (fabs (point->sd - at->sd), <=, 0.05 * at->sd + ROUNDING);
    }
}

static void
test_names (void)
{
  static const char *const expected[][3] = {
    { "figure-1", "1 problem area", "2 problem areas" },
    { "figure-2", "2 goals", "3 goals" },
    { "figure-3", "2 goals, 1 problem area", "2 goals, 2 problem areas" },
    { "figure-5", "conflict 1, 1, 1", "conflict 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (MisExperiment) experiment = figure_case_load (expected[i][0], 1, 0, 0);
      g_autoptr (MisFigureData) data = figure_case_run (experiment);

      g_assert_cmpstr (mis_figure_data_get_series (data, 0)->name, ==, expected[i][1]);
      g_assert_cmpstr (mis_figure_data_get_series (data, 1)->name, ==, expected[i][2]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulated/simulator", test_simulator);
  g_test_add_func ("/simulated/figures", test_figures);
  g_test_add_func ("/simulated/deviations", test_deviations);
  g_test_add_func ("/simulated/names", test_names);
  return g_test_run ();
}
