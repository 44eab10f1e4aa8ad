/* What is read at the cursor, and where its box stands: on the page, and not over what it reads. */
#include <math.h>
#include <string.h>

#include "plot/canvas-recorder.h"
#include "plot/render.h"
#include "sample.h"

#define N_POINTS 201

static MisCanvas *
record (MisChart *chart, double width, double height, double hover_x)
{
  MisCanvas *canvas = mis_canvas_recorder_new ();
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;

  style.flags = MIS_RENDER_READOUT | MIS_RENDER_NO_TITLE;
  style.font_size = 11;
  style.hover_x = hover_x;
  mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_LIGHT), &style, width, height);
  return canvas;
}

static gboolean
is_in (const MisRecord *item, const char *group)
{
  return g_strcmp0 (item->group, group) == 0;
}

/* The box of the values: the last rectangle of the cursor. */
static gboolean
find_box (MisCanvas *canvas, MisRect *box)
{
  gboolean found = FALSE;

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (!is_in (item, "cursor") || item->kind != MIS_RECORD_RECT)
        continue;
      *box = item->bounds;
      found = TRUE;
    }
  return found;
}

static gboolean
has_text (MisCanvas *canvas, const char *text)
{
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (is_in (item, "cursor") && g_strcmp0 (item->text, text) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A parabola with its top at @top, and a marked point on it. */
static MisChart *
new_hill (double top, double marked)
{
  MisChart *chart = mis_chart_new ();
  double xs[N_POINTS], ys[N_POINTS];

  for (guint i = 0; i < N_POINTS; i++)
    {
      xs[i] = i / 200.0;
      ys[i] = 0.27 * (1 - pow ((xs[i] - top) / MAX (top, 1 - top), 2));
    }
  mis_chart_set_x_axis (chart, "Share of Customer", 0, 1);
  mis_chart_set_y_axis (chart, "Population misalignment", 0, 0.3);
  mis_chart_set_legend (chart, MIS_LEGEND_NONE);
  mis_chart_add_series (chart, "Overall", xs, ys, N_POINTS, MIS_SERIES_LINE);
  mis_chart_add_point (chart, xs[(int)(200 * marked)], ys[(int)(200 * marked)], "you are here");
  return chart;
}

static void
assert_inside (const MisRect *box, double width, double height)
{
  g_assert_cmpfloat (box->x, >=, 0);
  g_assert_cmpfloat (box->y, >=, 0);
  g_assert_cmpfloat (box->x + box->width, <=, width);
  g_assert_cmpfloat (box->y + box->height, <=, height);
}

/* Neither the marked point nor the point that is read; and where there is room for that, neither
 * the label nor the curve. */
static void
assert_covers_nothing (MisCanvas *canvas, const MisRect *box, gboolean has_room)
{
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (has_room && is_in (item, "series-1") && item->kind == MIS_RECORD_POLYLINE)
        for (guint k = 0; k < item->n; k++)
          g_assert_false (mis_rect_contains (box, item->points[k].x, item->points[k].y));
      if (is_in (item, "points") && (has_room || item->kind == MIS_RECORD_MARKER))
        g_assert_false (mis_rect_overlaps (box, &item->bounds));
      if (is_in (item, "cursor") && item->kind == MIS_RECORD_MARKER &&
          !mis_rect_contains (box, item->points[0].x, item->points[0].y))
        g_assert_false (mis_rect_overlaps (box, &item->bounds));
    }
}

static void
test_covers_nothing_of_a_curve (void)
{
  static const struct
  {
    double width;
    double height;
  } sizes[] = { { 300, 190 }, { 405, 200 }, { 560, 300 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint top = 0; top <= 10; top++)
      for (guint x = 0; x <= 20; x++)
        {
          g_autoptr (MisChart) chart = new_hill (top / 10.0, (x * 7 % 20) / 20.0);
          g_autoptr (MisCanvas) canvas = record (chart, sizes[i].width, sizes[i].height, x / 20.0);
          MisRect box;

          g_assert_true (find_box (canvas, &box));
          assert_inside (&box, sizes[i].width, sizes[i].height);
          assert_covers_nothing (canvas, &box, sizes[i].width > 400);
        }
}

/* What is said of the marked point stands off the curve, also in large text. */
static void
test_point_label_is_off_the_curve (void)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (MisChart) chart = new_hill (i % 5 / 4.0, i / 40.0);
      MisCanvas *canvas = mis_canvas_recorder_new ();
      MisRenderStyle style = MIS_RENDER_STYLE_INIT;
      MisRect label = { 0 };

      style.flags = MIS_RENDER_NO_TITLE;
      style.font_size = 21;
      mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_LIGHT), &style, 320, 310);
      for (guint k = 0; k < mis_canvas_recorder_get_n_records (canvas); k++)
        if (g_strcmp0 (mis_canvas_recorder_get_record (canvas, k)->text, "you are here") == 0)
          label = mis_canvas_recorder_get_record (canvas, k)->bounds;
      g_assert_cmpfloat (label.width, >, 0);
      for (guint k = 0; k < mis_canvas_recorder_get_n_records (canvas); k++)
        {
          const MisRecord *item = mis_canvas_recorder_get_record (canvas, k);

          if (is_in (item, "series-1") && item->kind == MIS_RECORD_POLYLINE)
            for (guint point = 0; point < item->n; point++)
              g_assert_false (
                  mis_rect_contains (&label, item->points[point].x, item->points[point].y));
        }
      mis_canvas_free (canvas);
    }
}

/* Two bars, as in the shopping case, and eight as in the vehicles': no label, bar or value of any
 * row is covered where they are short enough to leave room. */
static void
test_covers_no_bar (void)
{
  static const double values[] = { 0.09, 0.424, 0.2, 0.061, 0.05, 0.061, 0.027, 0.061 };
  const guint numbers[] = { 2, 8 };

  for (guint n = 0; n < G_N_ELEMENTS (numbers); n++)
    for (guint at = 0; at < numbers[n]; at++)
      {
        g_autoptr (MisChart) chart = mis_chart_new ();
        g_autoptr (MisCanvas) canvas = NULL;
        MisRect box;

        for (guint i = 0; i < numbers[n]; i++)
          {
            g_autofree char *label = g_strdup_printf ("Problem area %u", i);

            mis_chart_add_bar (chart, label, values[i], "0.123", MIS_COLOR_SERIES_1);
          }
        mis_chart_set_x_axis (chart, "Misalignment", 0, 1);
        mis_chart_set_bars_range (chart, 0, 1);
        canvas = record (chart, 405, numbers[n] == 2 ? 150 : 330, at);
        g_assert_true (find_box (canvas, &box));
        assert_inside (&box, 405, 330);
        for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
          {
            const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);
            gboolean is_row = item->group != NULL && g_str_has_prefix (item->group, "bar-");

            /* The range behind a bar says nothing. */
            if (is_row && !(item->kind == MIS_RECORD_RECT && item->bounds.width > 240))
              g_assert_false (mis_rect_overlaps (&box, &item->bounds));
          }
      }
}

/* What is read says what it is, with digits that tell values apart and do not jump. */
static void
test_texts (void)
{
  g_autoptr (MisChart) hill = new_hill (0.4, 0.3);
  g_autoptr (MisChart) bars = mis_chart_new ();
  g_autoptr (MisCanvas) curve = record (hill, 405, 240, 0.355);
  g_autoptr (MisCanvas) bar = NULL;

  g_assert_true (has_text (curve, "Share of Customer"));
  g_assert_true (has_text (curve, "0.3550"));
  g_assert_true (has_text (curve, "Overall"));
  g_assert_true (has_text (curve, "0.26848")); /* 0.27 (1 - (0.045/0.6)^2) = 0.26848125 */
  mis_chart_add_bar (bars, "Food", 0.0897212875, "0.090", MIS_COLOR_SERIES_1);
  mis_chart_add_bar (bars, "Nothing", NAN, "fewer than two agents", MIS_COLOR_SERIES_1);
  mis_chart_set_x_axis (bars, "Misalignment", 0, 1);
  mis_chart_set_bars_range (bars, 0, 1);
  bar = record (bars, 405, 150, 0);
  g_assert_true (has_text (bar, "Food"));
  g_assert_true (has_text (bar, "Misalignment"));
  g_assert_true (has_text (bar, "0.08972"));
  g_clear_pointer (&bar, mis_canvas_free);
  bar = record (bars, 405, 150, 1);
  g_assert_true (has_text (bar, "fewer than two agents"));
  g_assert_false (has_text (bar, "Misalignment"));
}

/* A share of a thousand runs is known to a thousandth: no more digits than that are read. */
static void
test_digits (void)
{
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisCanvas) all = NULL, known = NULL;

  mis_chart_set_x_axis (chart, "Score", 0, 1);
  mis_chart_set_y_axis (chart, "Share", 0, 1);
  mis_chart_set_format (chart, MIS_AXIS_Y, MIS_NUMBER_PERCENT);
  mis_chart_add_series (chart, "Runs", (double[]){ 0, 0.5, 1 }, (double[]){ 0, 0.3974, 1 }, 3,
                        MIS_SERIES_LINE);
  all = record (chart, 405, 240, 0.5);
  g_assert_true (has_text (all, "39.740\u00a0%"));
  mis_chart_set_digits (chart, MIS_AXIS_Y, 3);
  known = record (chart, 405, 240, 0.5);
  g_assert_true (has_text (known, "39.7\u00a0%"));
}

/* A band says its ends, behind the value, and what it is; where it has no width, nothing. */
static void
test_band (void)
{
  const double xs[] = { 0, 0.5, 1 }, ys[] = { 0.2, 0.41234, 0.5 };
  const double low[] = { 0.1, 0.38, 0.5 }, high[] = { 0.3, 0.4406, 0.5 };
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisCanvas) middle = NULL, end = NULL;

  mis_chart_set_x_axis (chart, "Share", 0, 1);
  mis_chart_set_y_axis (chart, "Score", 0, 1);
  mis_chart_add_series (chart, "Runs", xs, ys, 3, MIS_SERIES_LINE);
  mis_chart_set_band (chart, 0, low, high, "middle 95 %");
  middle = record (chart, 405, 240, 0.5);
  g_assert_true (has_text (middle, "0.41234 (0.380–0.441)"));
  g_assert_true (has_text (middle, "In brackets: middle 95 %"));
  end = record (chart, 405, 240, 1);
  g_assert_true (has_text (end, "0.50000"));
  g_assert_false (has_text (end, "In brackets: middle 95 %"));
}

/* Between two of its dots, a line says nothing about the dots beside the cursor. */
static void
test_beside_dots (void)
{
  const double xs[] = { 0, 0.5, 1 }, ys[] = { 0.05, 0.26, 0 };
  g_autoptr (MisChart) chart = new_hill (0.4, 0.3);
  MisCanvas *canvas;
  guint n_overall = 0;

  mis_chart_add_series (chart, "Overall", xs, ys, 3, MIS_SERIES_MARKERS);
  canvas = record (chart, 405, 240, 0.51);
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    n_overall += g_strcmp0 (mis_canvas_recorder_get_record (canvas, i)->text, "Overall") == 0;
  g_assert_cmpuint (n_overall, ==, 1);
  g_assert_true (has_text (canvas, "0.26093")); /* 0.27 (1 - (0.11/0.6)^2) = 0.260925 */
  mis_canvas_free (canvas);
}

/* Counts stay counts. */
static void
test_counts (void)
{
  g_autoptr (MisChart) chart = mis_sample_figure_1 ();
  g_autoptr (MisCanvas) canvas = record (chart, 500, 300, 100);
  gboolean found = FALSE;

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      found = found || (is_in (item, "cursor") && g_strcmp0 (item->text, "100") == 0);
    }
  g_assert_true (found);
}

/* Whatever the chart and however small the page, the box stays on it as far as it fits. */
static void
test_any_chart (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (47);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (MisChart) chart = mis_sample_random (rand);
      double width = g_rand_double_range (rand, 150, 800);
      double height = g_rand_double_range (rand, 100, 600);
      guint n_bars = mis_chart_get_n_bars (chart);
      double x = n_bars > 0 ? g_rand_int_range (rand, 0, (gint32)n_bars) : g_rand_double (rand);
      g_autoptr (MisCanvas) canvas = record (chart, width, height, x);
      MisRect box;

      if (!find_box (canvas, &box))
        continue;
      g_assert_cmpfloat (box.x, >=, 0);
      g_assert_cmpfloat (box.y, >=, 0);
      g_assert_cmpfloat (box.x + box.width, <=, width);
      if (box.height < height - 2)
        g_assert_cmpfloat (box.y + box.height, <=, height);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/readout/covers-nothing-of-a-curve", test_covers_nothing_of_a_curve);
  g_test_add_func ("/plot/readout/point-label-is-off-the-curve", test_point_label_is_off_the_curve);
  g_test_add_func ("/plot/readout/covers-no-bar", test_covers_no_bar);
  g_test_add_func ("/plot/readout/texts", test_texts);
  g_test_add_func ("/plot/readout/digits", test_digits);
  g_test_add_func ("/plot/readout/band", test_band);
  g_test_add_func ("/plot/readout/beside-dots", test_beside_dots);
  g_test_add_func ("/plot/readout/counts", test_counts);
  g_test_add_func ("/plot/readout/any-chart", test_any_chart);
  return g_test_run ();
}
