/* What stands where: on a canvas that records. */
#include <math.h>

#include "plot/layout-private.h"
#include "recorded.h"
#include "sample.h"

static const double SLACK = 0.02;

static guint
count_kind (MisCanvas *canvas, MisRecordKind kind)
{
  guint n = 0;

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    n += mis_canvas_recorder_get_record (canvas, i)->kind == kind;
  return n;
}

static gboolean
texts_touch (const MisRecord *a, const MisRecord *b)
{
  MisRect inner = { a->bounds.x + SLACK, a->bounds.y + SLACK, a->bounds.width - 2 * SLACK,
                    a->bounds.height - 2 * SLACK };

  return mis_rect_overlaps (&inner, &b->bounds);
}

static void
assert_tidy (MisCanvas *canvas, double width, double height)
{
  guint n = mis_canvas_recorder_get_n_records (canvas);

  for (guint i = 0; i < n; i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);
      const MisRect *bounds = &item->bounds;

      for (guint k = 0; k < item->n; k++)
        g_assert_true (isfinite (item->points[k].x) && isfinite (item->points[k].y));
      if (!(bounds->x >= -SLACK && bounds->y >= -SLACK &&
            bounds->x + bounds->width <= width + SLACK &&
            bounds->y + bounds->height <= height + SLACK))
        g_error ("%s %s at %g,%g %gx%g leaves %gx%g", item->group, item->text, bounds->x, bounds->y,
                 bounds->width, bounds->height, width, height);
      for (guint k = 0; k < i && item->kind == MIS_RECORD_TEXT; k++)
        {
          const MisRecord *other = mis_canvas_recorder_get_record (canvas, k);

          if (other->kind == MIS_RECORD_TEXT && texts_touch (item, other))
            g_error ("\"%s\" (%s) touches \"%s\" (%s) at %g,%g", item->text, item->group,
                     other->text, other->group, bounds->x, bounds->y);
        }
    }
}

/* No reference line comes nearer than @distance to a text in a row of bars. */
static void
assert_references_keep_off (MisCanvas *canvas, double distance)
{
  guint n = mis_canvas_recorder_get_n_records (canvas);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      {
        const MisRecord *line = mis_canvas_recorder_get_record (canvas, i);
        const MisRecord *text = mis_canvas_recorder_get_record (canvas, k);
        const MisRect around = { text->bounds.x - distance, text->bounds.y - distance,
                                 text->bounds.width + 2 * distance,
                                 text->bounds.height + 2 * distance };

        if (line->kind == MIS_RECORD_POLYLINE && g_strcmp0 (line->group, "references") == 0 &&
            text->kind == MIS_RECORD_TEXT && g_str_has_prefix (text->group, "bar-") &&
            mis_rect_overlaps (&around, &line->bounds))
          g_error ("a line at %g,%g runs into \"%s\"", line->bounds.x, line->bounds.y, text->text);
      }
}

static void
test_samples (void)
{
  static const double sizes[][3] = { { 1000, 500, 12 }, { 432, 288, 8 },   { 241, 170, 7 },
                                     { 320, 240, 12 },  { 720, 405, 14 },  { 240, 135, 9 },
                                     { 120, 80, 9 },    { 40, 30, 9 },     { 1, 1, 9 },
                                     { 360, 200, 24 },  { 2000, 1500, 12 } };
  guint n;
  const MisSample *samples = mis_sample_get_all (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
      {
        g_autoptr (MisChart) chart = samples[i].make ();
        g_autoptr (MisCanvas) canvas =
            recorded_draw (chart, sizes[k][0], sizes[k][1], sizes[k][2], (MisRenderFlags)0);

        assert_tidy (canvas, sizes[k][0], sizes[k][1]);
      }
}

static void
test_random (void)
{
  int n = g_test_slow () ? 2000 : 500;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)i);
      g_autoptr (MisChart) chart = mis_sample_random (rand);
      double width = g_rand_double_range (rand, 60, 1200);
      double height = g_rand_double_range (rand, 40, 900);
      double font_size = g_rand_double_range (rand, 6, 20);
      MisRenderFlags flags = (MisRenderFlags)g_rand_int_range (rand, 0, 8);
      g_autoptr (MisCanvas) canvas = recorded_draw (chart, width, height, font_size, flags);

      assert_tidy (canvas, width, height);
    }
}

static void
test_thumbnail (void)
{
  g_autoptr (MisChart) lines = mis_sample_figure_4 ();
  g_autoptr (MisChart) bars = mis_sample_bars ();
  g_autoptr (MisCanvas) first = recorded_draw (lines, 240, 135, 9, MIS_RENDER_THUMBNAIL);
  g_autoptr (MisCanvas) second = recorded_draw (bars, 240, 135, 9, MIS_RENDER_THUMBNAIL);

  g_assert_cmpuint (count_kind (first, MIS_RECORD_TEXT), ==, 0);
  g_assert_cmpuint (count_kind (second, MIS_RECORD_TEXT), ==, 0);
  g_assert_cmpuint (count_kind (first, MIS_RECORD_POLYLINE), >, 4);
  g_assert_cmpuint (count_kind (second, MIS_RECORD_RECT), >, 8);
}

/* Figures 4 and 8 end in one point: names stand beside the curves or in the legend, all of them. */
static void
test_names (void)
{
  g_autoptr (MisChart) figure_4 = mis_sample_figure_4 ();
  g_autoptr (MisChart) figure_8 = mis_sample_figure_8 ();
  g_autoptr (MisChart) bands = mis_sample_bands ();
  g_autoptr (MisCanvas) wide = recorded_draw (figure_4, 1000, 500, 12, (MisRenderFlags)0);
  g_autoptr (MisCanvas) paper = recorded_draw (figure_8, 432, 288, 8, (MisRenderFlags)0);
  g_autoptr (MisCanvas) ends = recorded_draw (bands, 1000, 500, 12, (MisRenderFlags)0);
  const MisRecord *name = recorded_find_text (wide, "5 goals");

  g_assert_nonnull (name);
  g_assert_cmpstr (name->group, ==, "series-4");
  g_assert_cmpfloat (name->bounds.x, <, 500);
  name = recorded_find_text (paper, "scenario weights, conflict 0.5");
  g_assert_nonnull (name);
  g_assert_cmpstr (name->group, ==, "legend");
  name = recorded_find_text (ends, "Retailer");
  g_assert_nonnull (name);
  g_assert_cmpstr (name->group, ==, "series-2");
  g_assert_cmpfloat (name->bounds.x, >, 850);
  g_assert_nonnull (recorded_find_text (ends, "minimum to maximum of 100 runs"));
  g_assert_nonnull (recorded_find_text (ends, "you are here"));
  g_assert_nonnull (recorded_find_text (ends, "theorem 4: at most 0.45"));
}

/* The series' lines are where the layout says, through all of drawing. */
static void
test_positions (void)
{
  g_autoptr (MisChart) chart = mis_sample_figure_4 ();
  g_autoptr (MisLayout) layout = mis_layout_new (chart, 432, 288, 8, (MisRenderFlags)0);
  g_autoptr (MisCanvas) canvas = recorded_draw (chart, 432, 288, 8, (MisRenderFlags)0);
  MisRect plot = mis_layout_get_plot_area (layout);

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);
      const MisSeries *series;

      if (item->kind != MIS_RECORD_POLYLINE || !g_str_has_prefix (item->group, "series-"))
        continue;
      series =
          mis_chart_get_series (chart, (guint)g_ascii_strtoull (item->group + 7, NULL, 10) - 1);
      g_assert_cmpuint (item->n, ==, series->n);
      for (guint k = 0; k < item->n; k++)
        {
          double x, y;

          g_assert_true (mis_layout_position (layout, series->xs[k], series->ys[k], &x, &y));
          g_assert_cmpfloat_with_epsilon (item->points[k].x, x, 1e-9);
          g_assert_cmpfloat_with_epsilon (item->points[k].y, y, 1e-9);
          g_assert_cmpfloat_with_epsilon (x, plot.x + plot.width * series->xs[k], 1e-9);
          g_assert_cmpfloat_with_epsilon (y, plot.y + plot.height * (1 - series->ys[k]), 1e-9);
        }
    }
}

/* 2,000 rows: the natural height shows all of them, and only those in the clip are drawn. */
static void
test_many_bars (void)
{
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisLayout) layout = NULL;
  g_autoptr (MisCanvas) canvas = mis_canvas_recorder_new ();
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;
  MisRect clip = { 0, 10000, 500, 400 };
  double height;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *label = g_strdup_printf ("Area %u", i);

      mis_chart_add_bar (chart, label, i / 2000.0, "0.5", MIS_COLOR_SERIES_1);
    }
  height = mis_chart_natural_height (chart, 500, 10, (MisRenderFlags)0);
  g_assert_cmpfloat (height, >, 2000 * 13);
  layout = mis_layout_new (chart, 500, height, 10, (MisRenderFlags)0);
  style.clip = &clip;
  mis_layout_render (layout, canvas, mis_theme_get (MIS_THEME_DARK), &style);
  g_assert_cmpuint (count_kind (canvas, MIS_RECORD_TEXT), <, 60);
  g_assert_cmpuint (count_kind (canvas, MIS_RECORD_TEXT), >, 20);
  g_assert_nonnull (recorded_find_text (canvas, "Area 470"));
  g_assert_null (recorded_find_text (canvas, "Area 1"));
  assert_tidy (canvas, 500, height);
}

static void
test_natural_height (void)
{
  g_autoptr (MisChart) chart = mis_sample_bars ();
  double height = mis_chart_natural_height (chart, 600, 10, (MisRenderFlags)0);
  g_autoptr (MisCanvas) canvas = recorded_draw (chart, 600, height, 10, (MisRenderFlags)0);
  g_autoptr (MisCanvas) narrow =
      recorded_draw (chart, 180, mis_chart_natural_height (chart, 180, 10, (MisRenderFlags)0), 10,
              (MisRenderFlags)0);

  g_assert_nonnull (recorded_find_text (canvas, "Parking"));
  g_assert_nonnull (
    recorded_find_text (canvas, "CARLA pre-collision scenarios, 500 vehicles and 500 pedestrians"));
  /* The labels stand above the bars, whole. */
  g_assert_nonnull (recorded_find_text (narrow, "Turning across the footpath"));
}

/* A value that is not its bar's neighbour because a reference line runs there, and one that has no
 * room beside the line: the line keeps off both. */
static void
test_reference_keeps_off_values (void)
{
  for (guint i = 0; i <= 100; i++)
    {
      g_autoptr (MisChart) chart = mis_chart_new ();
      g_autoptr (MisCanvas) canvas = NULL;

      mis_chart_add_bar (chart, "Food and groceries", 0.09, "0.090", MIS_COLOR_SERIES_1);
      mis_chart_add_bar (chart, "Household items", 0.424, "0.424", MIS_COLOR_SERIES_1);
      mis_chart_add_bar (chart, "All of them", 1, "1.000", MIS_COLOR_SERIES_1);
      mis_chart_set_bars_range (chart, 0, 1);
      mis_chart_add_reference (chart, MIS_AXIS_X, i / 100.0, "overall");
      canvas = recorded_draw (chart, 241, 113, 7, (MisRenderFlags)0);
      assert_tidy (canvas, 241, 113);
      assert_references_keep_off (canvas, 0.3 * 7);
    }
}

/* 100,000 points become at most four to half a point of width. */
static void
test_dense (void)
{
  const guint n = 100000;
  g_autofree double *xs = g_new (double, n);
  g_autofree double *ys = g_new (double, n);
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisCanvas) canvas = NULL;
  double top = INFINITY;

  for (guint i = 0; i < n; i++)
    {
      xs[i] = i;
      ys[i] = i == 54321 ? 1 : 0.3 * sin (i / 50.0);
    }
  mis_chart_add_series (chart, NULL, xs, ys, n, MIS_SERIES_LINE);
  canvas = recorded_draw (chart, 500, 300, 9, (MisRenderFlags)0);
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (g_strcmp0 (item->group, "series-1") != 0)
        continue;
      g_assert_cmpuint (item->n, <, 4100);
      top = item->bounds.y;
    }
  g_assert_cmpfloat (top, <, 40); /* the one peak is still there */
}

static void
test_gaps (void)
{
  const double xs[] = { 0, 1, 2, 3, 4, 5, 6 };
  const double ys[] = { 1, 2, NAN, 3, INFINITY, 5, 6 };
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisCanvas) canvas = NULL;
  guint n_lines = 0, n_dots = 0;

  mis_chart_add_series (chart, NULL, xs, ys, 7, MIS_SERIES_LINE);
  canvas = recorded_draw (chart, 500, 300, 9, (MisRenderFlags)0);
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (g_strcmp0 (item->group, "series-1") != 0)
        continue;
      n_lines += item->kind == MIS_RECORD_POLYLINE;
      n_dots += item->kind == MIS_RECORD_MARKER;
    }
  g_assert_cmpuint (n_lines, ==, 2);
  g_assert_cmpuint (n_dots, ==, 1); /* a point alone would be no line */
}

/* The numbers below bars end where the titles do, not at the edge of the page. */
static void
test_bars_keep_the_margin (void)
{
  const double em = 7, widths[] = { 241, 510 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (MisChart) chart = mis_chart_new ();
      g_autoptr (MisCanvas) canvas = NULL;
      double right = 0;

      mis_chart_add_bar (chart, "Food and groceries", 0.09, "0.090", MIS_COLOR_SERIES_1);
      mis_chart_set_bars_range (chart, 0, 0.5);
      mis_chart_set_x_axis (chart, "Misalignment", 0, 0.5);
      canvas = recorded_draw (chart, widths[i], 120, em, (MisRenderFlags)0);
      for (guint k = 0; k < mis_canvas_recorder_get_n_records (canvas); k++)
        {
          const MisRecord *item = mis_canvas_recorder_get_record (canvas, k);

          if (item->kind == MIS_RECORD_TEXT && g_strcmp0 (item->group, "x-axis") == 0)
            right = MAX (right, item->bounds.x + item->bounds.width);
        }
      g_assert_cmpfloat (right, >, widths[i] / 2);
      g_assert_cmpfloat (right, <=, widths[i] - em + SLACK);
    }
}

static guint
count_markers (MisCanvas *canvas, const char *group)
{
  guint n = 0;

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      n += item->kind == MIS_RECORD_MARKER && g_strcmp0 (item->group, group) == 0;
    }
  return n;
}

/* However wide the page, a curve of 51 points has 51 markers or none, and its key says which. */
static void
test_all_markers_or_none (void)
{
  g_autoptr (MisChart) chart = mis_sample_figure_8 ();
  gboolean seen[2] = { FALSE, FALSE };

  for (guint width = 100; width <= 900; width += 25)
    {
      g_autoptr (MisCanvas) canvas = recorded_draw (chart, width, 300, 9, (MisRenderFlags)0);
      guint n = count_markers (canvas, "series-1");

      g_assert_true (n == 0 || n == 51);
      if (count_markers (canvas, "legend") > 0)
        g_assert_cmpuint (n, ==, 51);
      seen[n == 51] = TRUE;
    }
  g_assert_true (seen[0] && seen[1]);
}

/* No band lies on a line. */
static void
test_bands_lie_below (void)
{
  g_autoptr (MisChart) chart = mis_sample_bands ();
  g_autoptr (MisCanvas) canvas = recorded_draw (chart, 500, 300, 9, (MisRenderFlags)0);
  gboolean seen_line = FALSE;
  guint n_bands = 0;

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      seen_line = seen_line
                  || (item->kind == MIS_RECORD_POLYLINE && item->group != NULL
                      && g_str_has_prefix (item->group, "series-"));
      if (item->kind != MIS_RECORD_POLYGON)
        continue;
      g_assert_false (seen_line);
      n_bands++;
    }
  g_assert_true (seen_line);
  g_assert_cmpuint (n_bands, >=, 2);
}

/* Dots that stand for something are all there, however close. */
static void
test_all_dots (void)
{
  double xs[200];
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisCanvas) canvas = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (xs); i++)
    xs[i] = i;
  mis_chart_add_series (chart, NULL, xs, xs, G_N_ELEMENTS (xs), MIS_SERIES_MARKERS);
  canvas = recorded_draw (chart, 241, 170, 7, (MisRenderFlags)0);
  g_assert_cmpuint (count_markers (canvas, "series-1"), ==, G_N_ELEMENTS (xs));
}

/* (transfer full): the texts of @group without a number, one after the other. */
static char *
read_words (MisCanvas *canvas, const char *group)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (item->kind == MIS_RECORD_TEXT && g_strcmp0 (item->group, group) == 0
          && g_ascii_isalpha (*item->text))
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", item->text);
    }
  return g_string_free (words, FALSE);
}

/* Titles of axes that are wider than the page go on in the next line. */
static void
test_titles_of_axes_are_whole (void)
{
  static const double xs[] = { 0, 1 };
  static const char *const across = "Proportion of Agents with the Goal";
  static const char *const up = "Misalignment of the population in all problem areas";

  for (double width = 180; width <= 500; width += 10)
    {
      g_autoptr (MisChart) chart = mis_chart_new ();
      g_autoptr (MisCanvas) canvas = NULL;
      g_autofree char *x_title = NULL, *y_title = NULL;

      mis_chart_add_series (chart, "hill", xs, xs, 2, MIS_SERIES_LINE);
      mis_chart_set_x_axis (chart, across, 0, 1);
      mis_chart_set_y_axis (chart, up, 0, 1);
      canvas = recorded_draw (chart, width, 300, 13, (MisRenderFlags) 0);
      assert_tidy (canvas, width, 300);
      x_title = read_words (canvas, "x-axis");
      y_title = read_words (canvas, "y-axis");
      g_assert_cmpstr (x_title, ==, across);
      g_assert_cmpstr (y_title, ==, up);
    }
}

/* (transfer full): ticks at 100, 101, and so on. */
static MisChart *
new_chart_with_ticks (guint n)
{
  MisChart *chart = mis_chart_new ();
  g_autofree double *xs = g_new (double, n);

  for (guint i = 0; i < n; i++)
    xs[i] = 100.0 + i;
  mis_chart_set_x_axis (chart, "x", xs[0], xs[n - 1]);
  mis_chart_set_x_ticks (chart, xs, n);
  mis_chart_add_series (chart, "", xs, xs, n, MIS_SERIES_LINE);
  return chart;
}

/* Where not all ticks have room for a label, the last one has one, as the first has; the steps
 * between them are no prime numbers here, of which that cannot be asked. */
static void
test_last_tick (void)
{
  static const guint counts[] = { 5, 7, 9, 10, 11, 13, 15, 16, 17 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (double width = 180; width <= 500; width += 40)
      {
        g_autoptr (MisChart) chart = new_chart_with_ticks (counts[i]);
        g_autoptr (MisCanvas) canvas = recorded_draw (chart, width, 200, 9, (MisRenderFlags) 0);
        g_autofree char *last = g_strdup_printf ("%u", 100 + counts[i] - 1);

        g_assert_nonnull (recorded_find_text (canvas, "100"));
        g_assert_nonnull (recorded_find_text (canvas, last));
      }
}

/* However narrow, an axis says where it is: round numbers that it does not reach are no ticks. */
static void
test_narrow_axis (void)
{
  for (double width = 110; width <= 300; width += 10)
    {
      g_autoptr (MisChart) chart = mis_chart_new ();
      g_autoptr (MisLayout) layout = NULL;

      mis_chart_set_x_axis (chart, NULL, 0.083, 0.485);
      mis_chart_set_y_axis (chart, NULL, 0, 1);
      mis_chart_add_series (chart, "", (double[]) { 0.1, 0.4 }, (double[]) { 0, 1 }, 2,
                            MIS_SERIES_LINE);
      layout = mis_layout_new (chart, width, 200, 11, (MisRenderFlags) 0);
      g_assert_cmpuint (layout->x_ticks.n, >=, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/layout/last-tick", test_last_tick);
  g_test_add_func ("/plot/layout/narrow-axis", test_narrow_axis);
  g_test_add_func ("/plot/layout/samples", test_samples);
  g_test_add_func ("/plot/layout/random", test_random);
  g_test_add_func ("/plot/layout/thumbnail", test_thumbnail);
  g_test_add_func ("/plot/layout/names", test_names);
  g_test_add_func ("/plot/layout/reference-keeps-off-values", test_reference_keeps_off_values);
  g_test_add_func ("/plot/layout/positions", test_positions);
  g_test_add_func ("/plot/layout/many-bars", test_many_bars);
  g_test_add_func ("/plot/layout/natural-height", test_natural_height);
  g_test_add_func ("/plot/layout/dense", test_dense);
  g_test_add_func ("/plot/layout/gaps", test_gaps);
  g_test_add_func ("/plot/layout/bars-keep-the-margin", test_bars_keep_the_margin);
  g_test_add_func ("/plot/layout/all-markers-or-none", test_all_markers_or_none);
  g_test_add_func ("/plot/layout/bands-lie-below", test_bands_lie_below);
  g_test_add_func ("/plot/layout/all-dots", test_all_dots);
  g_test_add_func ("/plot/layout/titles-of-axes-are-whole", test_titles_of_axes_are_whole);
  return g_test_run ();
}
