/* The place in a chart that keys move: along curves with dots, gaps and marks, over series
 * and bars. */
#include "app/plot-cursor.h"

#include <math.h>

#define N_POINTS 101

/* From 0 to 1 in steps of 0.01; nothing beyond @end. */
static MisChart *
new_curve (double end)
{
  MisChart *chart = mis_chart_new ();
  const double dots[] = { 0.0, 0.5, 1.0 }, heights[] = { 0.1, 0.1, 0.1 };
  double xs[N_POINTS], ys[N_POINTS];

  for (guint i = 0; i < N_POINTS; i++)
    {
      xs[i] = i / 100.0;
      ys[i] = xs[i] <= end ? 0.1 : (double) NAN;
    }
  mis_chart_add_series (chart, "Overall", dots, heights, 3, MIS_SERIES_MARKERS);
  mis_chart_add_series (chart, "Overall", xs, ys, N_POINTS, MIS_SERIES_LINE);
  return chart;
}

static void
add_line (MisChart *chart, const char *name, MisSeriesFlags flags)
{
  const double xs[] = { 0.0, 0.25, 0.5, 0.75, 1.0 }, ys[] = { 0.0, 0.2, 0.3, 0.2, 0.0 };

  mis_chart_add_series (chart, name, xs, ys, G_N_ELEMENTS (xs), flags);
}

#define assert_at(cursor_, x_) g_assert_cmpfloat_with_epsilon ((cursor_).x, (x_), 1e-12)

static void
test_one_curve (void)
{
  g_autoptr (MisChart) chart = new_curve (1.0);
  MisPlotCursor cursor = MIS_PLOT_CURSOR_NOWHERE;

  /* Its dots are no other curve, and the points between them are walked along too. */
  g_assert_cmpuint (mis_plot_cursor_count_series (chart), ==, 1);
  g_assert_true (mis_plot_cursor_step (&cursor, chart, 1));
  assert_at (cursor, 0.0);
  g_assert_true (mis_plot_cursor_step (&cursor, chart, 1));
  assert_at (cursor, 0.01);
  g_assert_cmpint (mis_plot_cursor_get_series (&cursor, chart), ==, -1);
  g_assert_true (mis_plot_cursor_leap (&cursor, chart, 1));
  assert_at (cursor, 0.11);
  g_assert_true (mis_plot_cursor_leap (&cursor, chart, -1));
  g_assert_true (mis_plot_cursor_leap (&cursor, chart, -1));
  assert_at (cursor, 0.0);
  g_assert_true (mis_plot_cursor_go_to_end (&cursor, chart, TRUE));
  assert_at (cursor, 1.0);
  g_assert_true (mis_plot_cursor_step (&cursor, chart, 1));
  assert_at (cursor, 1.0);
}

/* Where locked groups leave no such share there is nothing to stand on. */
static void
test_gap (void)
{
  g_autoptr (MisChart) chart = new_curve (0.6);
  MisPlotCursor cursor = MIS_PLOT_CURSOR_NOWHERE;

  g_assert_true (mis_plot_cursor_go_to_end (&cursor, chart, TRUE));
  assert_at (cursor, 0.6);
  g_assert_true (mis_plot_cursor_step (&cursor, chart, 1));
  assert_at (cursor, 0.6);
}

static void
test_mark (void)
{
  g_autoptr (MisChart) chart = new_curve (1.0);
  MisPlotCursor cursor = MIS_PLOT_CURSOR_NOWHERE;

  mis_chart_add_point (chart, 0.333, 0.1, "you are here");
  g_assert_true (mis_plot_cursor_step (&cursor, chart, -1));
  assert_at (cursor, 0.33);
}

static void
test_several_series (void)
{
  g_autoptr (MisChart) chart = new_curve (1.0);
  MisPlotCursor cursor = MIS_PLOT_CURSOR_NOWHERE;

  add_line (chart, "", MIS_SERIES_THEORY); /* says nothing, so it is passed over */
  add_line (chart, "Food", MIS_SERIES_LINE);
  g_assert_cmpuint (mis_plot_cursor_count_series (chart), ==, 2);
  g_assert_true (mis_plot_cursor_change_series (&cursor, chart, 1));
  g_assert_cmpint (mis_plot_cursor_get_series (&cursor, chart), ==, 1);
  mis_plot_cursor_step (&cursor, chart, 30);
  assert_at (cursor, 0.3);
  /* To the point of the other one that is nearest. */
  g_assert_true (mis_plot_cursor_change_series (&cursor, chart, 1));
  g_assert_cmpint (mis_plot_cursor_get_series (&cursor, chart), ==, 3);
  assert_at (cursor, 0.25);
  g_assert_true (mis_plot_cursor_change_series (&cursor, chart, 1));
  g_assert_cmpint (mis_plot_cursor_get_series (&cursor, chart), ==, 3);
  g_assert_true (mis_plot_cursor_step (&cursor, chart, 1));
  assert_at (cursor, 0.5);
}

/* A chart with fewer series or points under the cursor: the nearest that there is. */
static void
test_another_chart (void)
{
  g_autoptr (MisChart) many = new_curve (1.0);
  g_autoptr (MisChart) one = mis_chart_new ();
  g_autoptr (MisChart) none = mis_chart_new ();
  MisPlotCursor cursor = { .x = 0.9, .series = 1 };

  add_line (many, "Food", MIS_SERIES_LINE);
  add_line (one, "Food", MIS_SERIES_LINE);
  g_assert_true (mis_plot_cursor_step (&cursor, many, 1));
  assert_at (cursor, 1.0);
  g_assert_true (mis_plot_cursor_step (&cursor, one, -1));
  assert_at (cursor, 0.75);
  g_assert_false (mis_plot_cursor_step (&cursor, none, 1));
  g_assert_false (mis_plot_cursor_leap (&cursor, none, 1));
  g_assert_false (mis_plot_cursor_go_to_end (&cursor, none, TRUE));
  g_assert_false (mis_plot_cursor_change_series (&cursor, none, 1));
}

static void
test_bars (void)
{
  g_autoptr (MisChart) chart = mis_chart_new ();
  MisPlotCursor cursor = MIS_PLOT_CURSOR_NOWHERE;

  for (guint i = 0; i < 25; i++)
    mis_chart_add_bar (chart, "bar", i, NULL, MIS_COLOR_SERIES_1);
  g_assert_cmpuint (mis_plot_cursor_count_series (chart), ==, 0);
  g_assert_true (mis_plot_cursor_step (&cursor, chart, -1));
  assert_at (cursor, 24);
  g_assert_true (mis_plot_cursor_leap (&cursor, chart, -1));
  assert_at (cursor, 14);
  g_assert_true (mis_plot_cursor_go_to_end (&cursor, chart, FALSE));
  assert_at (cursor, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/plot-cursor/one-curve", test_one_curve);
  g_test_add_func ("/app/plot-cursor/gap", test_gap);
  g_test_add_func ("/app/plot-cursor/mark", test_mark);
  g_test_add_func ("/app/plot-cursor/several-series", test_several_series);
  g_test_add_func ("/app/plot-cursor/another-chart", test_another_chart);
  g_test_add_func ("/app/plot-cursor/bars", test_bars);
  return g_test_run ();
}
