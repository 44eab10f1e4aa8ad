/* Columns: the bars of a histogram, without gaps. */
#include <math.h>
#include <string.h>

#include "recorded.h"

#define WIDTH 600.0
#define HEIGHT 400.0
#define N 4

static const double xs[N] = { 0.15, 0.25, 0.35, 0.45 };

static MisChart *
new_chart (const double *first, const double *second)
{
  MisChart *chart = mis_chart_new ();

  mis_chart_set_x_axis (chart, "Score", 0.0, 0.6);
  mis_chart_set_y_axis (chart, "Share", 0.0, 0.5);
  mis_chart_set_columns (chart, mis_chart_add_series (chart, "A", xs, first, N, 0), 0.1);
  if (second != NULL)
    mis_chart_set_columns (chart, mis_chart_add_series (chart, "B", xs, second, N, 0), 0.1);
  return chart;
}

/* What is drawn of a group: its lines, or its areas. */
static GPtrArray *
list_drawn (MisCanvas *canvas, const char *group, MisRecordKind kind)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (g_strcmp0 (item->group, group) == 0 && item->kind == kind)
        g_ptr_array_add (found, (gpointer) item);
    }
  return found;
}

static void
assert_at (MisLayout *layout, MisPoint point, double x, double y)
{
  double px, py;

  g_assert_true (mis_layout_position (layout, x, y, &px, &py));
  g_assert_cmpfloat_with_epsilon (point.x, px, 1e-6);
  g_assert_cmpfloat_with_epsilon (point.y, py, 1e-6);
}

/* Each has its sides, and touches the next; where one is 0 there is nothing. */
static void
test_alone (void)
{
  const double ys[N] = { 0.1, 0.4, 0.0, 0.2 };
  g_autoptr (MisChart) chart = new_chart (ys, NULL);
  g_autoptr (MisLayout) layout = mis_layout_new (chart, WIDTH, HEIGHT, 11, (MisRenderFlags) 0);
  g_autoptr (MisCanvas) canvas = recorded_draw (chart, WIDTH, HEIGHT, 11, (MisRenderFlags) 0);
  g_autoptr (GPtrArray) areas = list_drawn (canvas, "band-1", MIS_RECORD_POLYGON);
  g_autoptr (GPtrArray) lines = list_drawn (canvas, "series-1", MIS_RECORD_POLYLINE);

  g_assert_cmpuint (areas->len, ==, 3);
  g_assert_cmpuint (lines->len, ==, 3);
  for (guint i = 0, drawn = 0; i < N; i++)
    {
      const MisRecord *line;

      if (!(ys[i] > 0))
        continue;
      line = lines->pdata[drawn++];
      g_assert_cmpuint (line->n, ==, 4);
      assert_at (layout, line->points[0], xs[i] - 0.05, 0);
      assert_at (layout, line->points[1], xs[i] - 0.05, ys[i]);
      assert_at (layout, line->points[2], xs[i] + 0.05, ys[i]);
      assert_at (layout, line->points[3], xs[i] + 0.05, 0);
    }
}

/* Of several the columns of each are one outline. */
static void
test_together (void)
{
  const double first[N] = { 0.1, 0.4, 0.3, 0.2 }, second[N] = { 0.0, 0.3, 0.3, 0.4 };
  g_autoptr (MisChart) chart = new_chart (first, second);
  g_autoptr (MisLayout) layout = mis_layout_new (chart, WIDTH, HEIGHT, 11, (MisRenderFlags) 0);
  g_autoptr (MisCanvas) canvas = recorded_draw (chart, WIDTH, HEIGHT, 11, (MisRenderFlags) 0);
  g_autoptr (GPtrArray) one = list_drawn (canvas, "series-1", MIS_RECORD_POLYLINE);
  g_autoptr (GPtrArray) other = list_drawn (canvas, "series-2", MIS_RECORD_POLYLINE);
  const MisRecord *line;

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (other->len, ==, 1);
  line = one->pdata[0];
  g_assert_cmpuint (line->n, ==, 2 * N + 2);
  assert_at (layout, line->points[0], 0.1, 0);
  assert_at (layout, line->points[2], 0.2, 0.1);
  assert_at (layout, line->points[3], 0.2, 0.4);
  assert_at (layout, line->points[2 * N + 1], 0.5, 0);
  line = other->pdata[0];
  g_assert_cmpuint (line->n, ==, 2 * (N - 1) + 2);
  assert_at (layout, line->points[0], 0.2, 0);
}

/* The cursor says from where to where a column goes. */
static void
test_readout (void)
{
  const double ys[N] = { 0.1, 0.4, 0.0, 0.2 };
  g_autoptr (MisChart) chart = new_chart (ys, NULL);
  g_autoptr (MisCanvas) canvas = mis_canvas_recorder_new ();
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;

  mis_chart_set_format (chart, MIS_AXIS_Y, MIS_NUMBER_PERCENT);
  style.flags = MIS_RENDER_READOUT;
  style.font_size = 11;
  style.hover_x = 0.22;
  mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_LIGHT), &style, WIDTH, HEIGHT);
  g_assert_nonnull (recorded_find_text (canvas, "0.2000–0.3000"));
  g_assert_nonnull (recorded_find_text (canvas, "40.000\u00a0%"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/alone", test_alone);
  g_test_add_func ("/columns/together", test_together);
  g_test_add_func ("/columns/readout", test_readout);
  return g_test_run ();
}
