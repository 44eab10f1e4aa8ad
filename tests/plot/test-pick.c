/* What stands at a place of a chart: for a pointer, and for keys that walk along it. */
#include <math.h>

#include "recorded.h"
#include "sample.h"

static void
test_pick (void)
{
  g_autoptr (MisChart) chart = mis_sample_figure_4 ();
  g_autoptr (MisLayout) layout = mis_layout_new (chart, 1000, 500, 12, (MisRenderFlags)0);

  for (guint s = 0; s < 4; s++)
    for (guint k = 0; k < 30; k++)
      {
        const MisSeries *series = mis_chart_get_series (chart, s);
        MisPick pick;
        double x, y;

        mis_layout_position (layout, series->xs[k], series->ys[k], &x, &y);
        g_assert_true (mis_layout_pick (layout, x + 1, y, &pick));
        g_assert_cmpint (pick.series, ==, s);
        g_assert_cmpint (pick.point, ==, k);
        g_assert_cmpfloat (pick.point_x, ==, series->xs[k]);
        g_assert_cmpfloat_with_epsilon (pick.distance, 1, 1e-6);
        g_assert_cmpfloat_with_epsilon (pick.y, series->ys[k], 1e-9);
        g_assert_cmpint (pick.bar, ==, -1);
      }
}

static void
test_pick_outside (void)
{
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisLayout) empty = mis_layout_new (chart, 300, 200, 9, (MisRenderFlags)0);
  MisPick pick;

  g_assert_false (mis_layout_pick (empty, -5, -5, &pick));
  g_assert_cmpint (pick.series, ==, -1);
  g_assert_true (isnan (pick.point_x));
}

static void
test_pick_bars (void)
{
  g_autoptr (MisChart) chart = mis_sample_bars ();
  g_autoptr (MisLayout) layout = mis_layout_new (chart, 432, 288, 8, (MisRenderFlags)0);

  for (guint i = 0; i < mis_chart_get_n_bars (chart); i++)
    {
      MisPick pick;
      double x, y;

      g_assert_true (mis_layout_position (layout, 0.1, i, &x, &y));
      g_assert_true (mis_layout_pick (layout, x, y, &pick));
      g_assert_cmpint (pick.bar, ==, i);
      g_assert_cmpfloat_with_epsilon (pick.x, 0.1, 1e-9);
    }
}

/* The values at the cursor, on top of everything. */
static void
test_cursor (void)
{
  g_autoptr (MisChart) chart = mis_sample_bands ();
  g_autoptr (MisCanvas) canvas = mis_canvas_recorder_new ();
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;
  const MisRecord *item;

  style.hover_x = 0.62;
  style.flags = MIS_RENDER_READOUT;
  mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_LIGHT), &style, 700, 400);
  /* 0.12 sqrt (0.7) = 0.100399; its band is from 0.88 to 1.1 of that */
  item = recorded_find_text (canvas, "0.10040 (0.088–0.110)");
  g_assert_nonnull (item);
  g_assert_cmpstr (item->group, ==, "cursor");
  item = recorded_find_text (canvas, "Recommender");
  g_assert_nonnull (item);
}

/* Dots on a line of the same name say what the line says: it is read once. */
static void
test_cursor_on_dots (void)
{
  const double xs[] = { 0, 0.5, 1 }, ys[] = { 0.1, 0.25, 0.4 }, others[] = { 0.1, 0.3, 0.4 };
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisCanvas) canvas = mis_canvas_recorder_new ();
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;
  guint n_overall = 0;

  mis_chart_add_series (chart, "Overall", xs, ys, 3, MIS_SERIES_MARKERS);
  mis_chart_add_series (chart, "Overall", xs, ys, 3, MIS_SERIES_LINE);
  mis_chart_add_series (chart, "Overall", xs, others, 3, MIS_SERIES_LINE);
  mis_chart_set_legend (chart, MIS_LEGEND_NONE);
  style.hover_x = 0.5;
  style.flags = MIS_RENDER_READOUT;
  mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_LIGHT), &style, 700, 400);
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    n_overall += g_strcmp0 (mis_canvas_recorder_get_record (canvas, i)->text, "Overall") == 0;
  g_assert_cmpuint (n_overall, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/pick/pick", test_pick);
  g_test_add_func ("/plot/pick/pick-outside", test_pick_outside);
  g_test_add_func ("/plot/pick/pick-bars", test_pick_bars);
  g_test_add_func ("/plot/pick/cursor", test_cursor);
  g_test_add_func ("/plot/pick/cursor-on-dots", test_cursor_on_dots);
  return g_test_run ();
}
