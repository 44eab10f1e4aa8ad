/* Distributions of scores as hills and as rising lines. */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "figure-case.h"
#include "plot/canvas-recorder.h"
#include "plot/render.h"
#include "recorded.h"
#include "report/figure.h"

#define CLOSE 1e-12

#define assert_near(found_, expected_) \
  g_assert_cmpfloat_with_epsilon ((found_), (expected_), CLOSE)

/* A curve from the one bound to the other over all quantiles, thin lines at both, a ring as set. */
static void
test_rising (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_load ("uncertain", 0, 1, 0);
  g_autoptr (MisFigureData) data = figure_case_run (experiment);
  g_autoptr (MisChart) chart = mis_figure_chart_view (data, MIS_DISTRIBUTION_RISING);
  const char *description = mis_chart_get_description (chart);

  g_assert_cmpstr (mis_chart_get_title (chart), ==, "How sure is the score?");
  g_assert_true (g_str_has_prefix (mis_chart_get_subtitle (chart), "10000 runs"));
  g_assert_nonnull (
      strstr (description, "“Share of Runs at or Below” by “Population Misalignment”"));
  g_assert_nonnull (strstr (description, "as it is: median 0.25"));
  g_assert_nonnull (
      strstr (description, "as set 0.257. The ranges allow scores from 0.098 to 0.470."));
  g_assert_cmpuint (mis_chart_get_n_series (chart), ==, 6);
  for (guint i = 0; i < 2; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;
      const MisSeries *curve = mis_chart_get_series (chart, i);
      const MisSeries *lowest = mis_chart_get_series (chart, 2 + 2 * i);
      const MisSeries *highest = mis_chart_get_series (chart, 3 + 2 * i);
      double x, y;

      g_assert_cmpuint (curve->n, ==, 1003);
      g_assert_true (curve->xs[0] == it->lowest && curve->ys[0] == 0);
      g_assert_true (curve->xs[1002] == it->highest && curve->ys[1002] == 1);
      g_assert_cmpfloat (curve->xs[501], ==, it->quantiles[500]);
      assert_near (curve->ys[501], 0.5);
      g_assert_true (lowest->xs[0] == it->lowest && lowest->color == curve->color);
      g_assert_true (highest->xs[1] == it->highest && highest->color == curve->color);
      g_assert_true (mis_chart_get_point (chart, i, &x, &y));
      g_assert_cmpfloat (x, ==, it->as_set);
      g_assert_cmpfloat (y, >, 0.3);
      g_assert_cmpfloat (y, <, 0.5);
    }
}

static MisFigureData *
make_distribution (double *quantiles, guint n, double lowest, double highest)
{
  MisFigureData *data =
      mis_figure_data_new ("own", "Own", "Score", FALSE, "Share", 3, n, 0, "min-max");
  MisFigureSeries *series = mis_figure_data_add_series (data, "Own");
  const MisFigurePoint point = { .x = NAN };
  const MisDraws draws = { .values = quantiles, .n = n, .low = quantiles[0],
                           .high = quantiles[n - 1],
                           .spread = quantiles[3 * (n - 1) / 4] - quantiles[(n - 1) / 4] };

  data->is_distribution = TRUE;
  mis_figure_series_add_point (series, &point);
  mis_figure_series_set_distribution (
      series, mis_distribution_new (g_memdup2 (quantiles, n * sizeof (double)), n, quantiles[0],
                                    lowest, highest));
  data->bins = mis_bins_choose (&draws, 1);
  mis_distribution_set_counts (series->distribution, mis_bins_count (&data->bins, quantiles, n));
  return data;
}

/* One value in a hundred from 0.1 to 0.2: half are below 0.15, nine of ten from 0.105 to 0.195, and
 * eight of ten at most 0.18. */
static void
test_distribution_in_words (void)
{
  const char *expected = "Half of the runs lie below 0.150, nine of ten between 0.105 and 0.195. "
                         "The score as set, 0.180, is at least as high as 80\u202f% of them.";
  double quantiles[101];
  g_autoptr (MisFigureData) data = NULL;
  g_autoptr (MisFigureData) same = make_distribution ((double[]) { 0.5 }, 1, 0.5, 0.5);
  g_autoptr (MisExperiment) experiment = figure_case_load ("figure-1", 10, 1, 0);
  g_autofree char *words = NULL, *nothing = NULL;
  g_autoptr (MisChart) hill = NULL, rising = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    quantiles[i] = 0.1 + 0.1 * i / 100.0;
  data = make_distribution (quantiles, G_N_ELEMENTS (quantiles), NAN, NAN);
  mis_figure_data_get_series (data, 0)->distribution->as_set = quantiles[80];
  words = mis_figure_sentence (experiment, data);
  nothing = mis_figure_sentence (experiment, same);
  hill = mis_figure_chart_view (data, MIS_DISTRIBUTION_HILL);
  rising = mis_figure_chart_view (data, MIS_DISTRIBUTION_RISING);
  g_assert_true (g_str_has_prefix (words, expected));
  g_assert_nonnull (strstr (mis_chart_get_description (hill), expected));
  g_assert_nonnull (strstr (mis_chart_get_description (rising), expected));
  g_assert_null (strstr (nothing, "Half of"));
}

/* Whether the cursor at @x reads @expected off the chart. */
static gboolean
reads (const MisFigureData *data, MisDistributionView view, double x, const char *expected)
{
  g_autoptr (MisChart) chart = mis_figure_chart_view (data, view);
  g_autoptr (MisCanvas) canvas = mis_canvas_recorder_new ();
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;

  style.flags = MIS_RENDER_READOUT;
  style.font_size = 11;
  style.hover_x = x;
  mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_LIGHT), &style, 600, 400);
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    if (g_strcmp0 (mis_canvas_recorder_get_record (canvas, i)->text, expected) == 0)
      return TRUE;
  return FALSE;
}

/* Hundred steps are read as whole percentages, two hundred with a decimal. */
static void
test_steps_of_a_distribution (void)
{
  double quantiles[201];
  g_autoptr (MisFigureData) hundred = NULL, more = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    quantiles[i] = 0.1 + 0.001 * i;
  hundred = make_distribution (quantiles, 101, NAN, NAN);
  more = make_distribution (quantiles, 201, NAN, NAN);
  g_assert_true (reads (hundred, MIS_DISTRIBUTION_RISING, quantiles[41], "41\u00a0%"));
  g_assert_true (reads (more, MIS_DISTRIBUTION_RISING, quantiles[41], "20.5\u00a0%"));
}

/* Nothing uncertain, one run, and bounds that nobody knows: sound charts that say so. */
static void
test_narrow_rising (void)
{
  g_autoptr (MisFigureData) same = make_distribution ((double[]) { 0.5 }, 1, 0.5, 0.5);
  g_autoptr (MisFigureData) unknown = make_distribution ((double[]) { 0.2, 0.4 }, 2, NAN, NAN);
  g_autoptr (MisChart) certain = mis_figure_chart_view (same, MIS_DISTRIBUTION_RISING);
  g_autoptr (MisChart) open = mis_figure_chart_view (unknown, MIS_DISTRIBUTION_RISING);
  const MisSeries *curve = mis_chart_get_series (open, 0);

  g_assert_cmpstr (mis_chart_get_subtitle (certain), ==,
                   "Nothing is uncertain here: every run gives the same score");
  g_assert_cmpuint (mis_chart_get_n_series (certain), ==, 1);
  g_assert_cmpuint (curve->n, ==, 4);
  g_assert_true (curve->xs[0] == 0.2 && curve->xs[3] == 0.4);
  g_assert_null (strstr (mis_chart_get_description (open), "The ranges allow"));
  g_assert_true (g_str_has_prefix (mis_chart_get_subtitle (open), "2 runs"));
}

/* Each hill has the runs of its series in columns of the same bins, and a ring as set. */
static void
test_hills (void)
{
  g_autoptr (MisExperiment) experiment = figure_case_load ("uncertain", 0, 1, 0);
  g_autoptr (MisFigureData) data = figure_case_run (experiment);
  g_autoptr (MisChart) chart = mis_figure_chart (data);
  const char *description = mis_chart_get_description (chart);

  g_assert_true (g_str_has_prefix (mis_chart_get_subtitle (chart), "10000 runs, in bars 0.005"));
  g_assert_true (g_str_has_prefix (description, "Histogram of “Population Misalignment”"));
  g_assert_nonnull (strstr (description, "as it is: median 0.25"));
  g_assert_nonnull (strstr (description, "as it is: the highest bar holds 7"));
  /* Two hills, two spans, two lines at the bounds of each. */
  g_assert_cmpuint (mis_chart_get_n_series (chart), ==, 8);
  for (guint i = 0; i < 2; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;
      const MisSeries *hill = mis_chart_get_series (chart, i);
      const MisSeries *span = mis_chart_get_series (chart, 2 + i);
      double sum = 0.0, x, y;

      g_assert_cmpuint (hill->n, ==, data->bins.n);
      assert_near (hill->column, mis_bins_get_width (&data->bins));
      for (guint bin = 0; bin < hill->n; bin++)
        {
          assert_near (hill->ys[bin], it->counts[bin] / 10000.0);
          assert_near (hill->xs[bin] - hill->column / 2, mis_bins_get_edge (&data->bins, bin));
          sum += hill->ys[bin];
        }
      assert_near (sum, 1.0);
      g_assert_true (span->color == hill->color);
      assert_near (span->xs[0], mis_distribution_get_quantile (it, 0.05));
      assert_near (span->xs[4], mis_distribution_get_quantile (it, 0.5));
      assert_near (span->xs[9], mis_distribution_get_quantile (it, 0.95));
      g_assert_true (mis_chart_get_point (chart, i, &x, &y));
      g_assert_cmpfloat (x, ==, it->as_set);
      assert_near (y, it->counts[mis_bins_find (&data->bins, it->as_set)] / 10000.0);
    }
}

/* Whether @text stands anywhere on the chart. */
static gboolean
says (MisChart *chart, const char *text)
{
  g_autoptr (MisCanvas) canvas = recorded_draw (chart, 600, 400, 11, (MisRenderFlags) 0);

  return recorded_find_text (canvas, text) != NULL;
}

/* A single hill has its quantiles and the score as set in words; bounds far beyond all runs are not
 * on the axis, so that the hill has its room, but said. */
static void
test_hill_in_words (void)
{
  double quantiles[101];
  g_autoptr (MisFigureData) near = NULL, far = NULL;
  g_autoptr (MisChart) whole = NULL, cut = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    quantiles[i] = 0.4 + 0.1 * i / 100.0;
  near = make_distribution (quantiles, G_N_ELEMENTS (quantiles), 0.35, 0.55);
  far = make_distribution (quantiles, G_N_ELEMENTS (quantiles), 0.01, 0.99);
  whole = mis_figure_chart (near);
  cut = mis_figure_chart (far);
  g_assert_true (says (whole, "Median: 0.450"));
  g_assert_true (says (whole, "5\u202f%: 0.405") && says (whole, "95\u202f%: 0.495"));
  g_assert_true (says (whole, "As set: 0.400"));
  g_assert_true (says (whole, "Ranges: at least 0.350") && says (whole, "Ranges: at most 0.550"));
  g_assert_cmpfloat (mis_chart_get_axis_end (whole, MIS_AXIS_X), >, 0.55);
  g_assert_cmpfloat (mis_chart_get_axis_end (cut, MIS_AXIS_X), <, 0.55);
  g_assert_nonnull (
      strstr (mis_chart_get_subtitle (cut), "ranges allow scores from 0.010 to 0.990"));
  g_assert_true (says (cut, "Median: 0.450"));
  g_assert_false (says (cut, "Ranges: at least 0.010"));
}

/* The cursor reads round edges. */
static void
test_hill_at_the_cursor (void)
{
  double quantiles[101];
  g_autoptr (MisFigureData) data = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    quantiles[i] = 0.4 + 0.1 * i / 100.0;
  data = make_distribution (quantiles, G_N_ELEMENTS (quantiles), NAN, NAN);
  g_assert_cmpfloat (mis_bins_get_width (&data->bins), ==, 0.01);
  g_assert_true (reads (data, MIS_DISTRIBUTION_HILL, 0.427, "0.42–0.43"));
  g_assert_true (reads (data, MIS_DISTRIBUTION_HILL, 0.427, "Share of runs"));
}

/* One value, few runs, and bounds that nobody knows: a column, and nothing divided by nothing. */
static void
test_narrow_hills (void)
{
  g_autoptr (MisFigureData) same = make_distribution ((double[]) { 0.5 }, 1, 0.5, 0.5);
  g_autoptr (MisFigureData) single = make_distribution ((double[]) { 0.5 }, 1, 0.2, 0.7);
  g_autoptr (MisFigureData) unknown = make_distribution ((double[]) { 0.2, 0.4 }, 2, NAN, NAN);
  g_autoptr (MisFigureData) zero = make_distribution ((double[]) { 0.0 }, 1, 0.0, 0.0);
  MisFigureData *const all[] = { same, single, unknown, zero };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (MisChart) chart = mis_figure_chart (all[i]);
      const MisSeries *hill = mis_chart_get_series (chart, 0);
      double sum = 0.0;

      for (guint bin = 0; bin < hill->n; bin++)
        sum += hill->ys[bin];
      assert_near (sum, 1.0);
      g_assert_true (isfinite (mis_chart_get_axis_end (chart, MIS_AXIS_X)));
      g_assert_true (says (chart, "Share of Runs in Each Bar"));
      g_assert_true ((i == 0 || i == 3)
                     == (strcmp (mis_chart_get_subtitle (chart),
                                 "Nothing is uncertain here: every run gives the same score")
                         == 0));
    }
}

/* Stopped before a series had a run: those that have one are seen. */
static void
test_series_without_runs (void)
{
  g_autoptr (MisFigureData) data = make_distribution ((double[]) { 0.2, 0.3, 0.4 }, 3, 0.1, 0.5);
  g_autoptr (MisChart) hill = NULL, rising = NULL;

  mis_figure_data_add_series (data, "Without");
  hill = mis_figure_chart (data);
  rising = mis_figure_chart_view (data, MIS_DISTRIBUTION_RISING);
  g_assert_cmpuint (mis_chart_get_n_series (hill), ==, 1);
  g_assert_cmpuint (mis_chart_get_n_series (rising), ==, 1);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distribution/hills", test_hills);
  g_test_add_func ("/distribution/hill-in-words", test_hill_in_words);
  g_test_add_func ("/distribution/hill-at-the-cursor", test_hill_at_the_cursor);
  g_test_add_func ("/distribution/narrow-hills", test_narrow_hills);
  g_test_add_func ("/distribution/series-without-runs", test_series_without_runs);
  g_test_add_func ("/distribution/rising", test_rising);
  g_test_add_func ("/distribution/in-words", test_distribution_in_words);
  g_test_add_func ("/distribution/steps", test_steps_of_a_distribution);
  g_test_add_func ("/distribution/narrow-rising", test_narrow_rising);
  return g_test_run ();
}
