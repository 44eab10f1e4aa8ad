/* The key of a chart: in which order names stand in it, how many columns they have, what is
 * left out. */
#include <stdio.h>
#include <string.h>

#include "plot/export.h"
#include "plot/layout.h"
#include "recorded.h"
#include "sample.h"

static void
assert_legend (MisLegend legend, const char *group)
{
  g_autoptr (MisChart) chart = mis_sample_bands ();
  g_autoptr (MisCanvas) canvas = NULL;
  const MisRecord *name;

  mis_chart_set_legend (chart, legend);
  canvas = recorded_draw (chart, 700, 400, 10, (MisRenderFlags)0);
  name = recorded_find_text (canvas, "Customer");
  g_assert_cmpstr (name != NULL ? name->group : NULL, ==, group);
}

static void
test_legend (void)
{
  assert_legend (MIS_LEGEND_AUTO, "series-1");
  assert_legend (MIS_LEGEND_DIRECT, "series-1");
  assert_legend (MIS_LEGEND_BOX, "legend");
  assert_legend (MIS_LEGEND_NONE, NULL);
}

/* Draws lines from @starts to @ends, on an axis from 0 to 1; the legend must have them
 * in @order. */
static void
assert_legend_order (const double starts[3], const double ends[3], const char *order)
{
  const double xs[] = { 0, 1 };
  const char *const names[] = { "a", "b", "c" };
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisCanvas) canvas = NULL;
  double x = -INFINITY;

  for (guint i = 0; i < 3; i++)
    {
      const double ys[] = { starts[i], ends[i] };

      mis_chart_add_series (chart, names[i], xs, ys, 2, MIS_SERIES_LINE);
    }
  mis_chart_set_y_axis (chart, NULL, 0, 1);
  mis_chart_set_legend (chart, MIS_LEGEND_BOX);
  canvas = recorded_draw (chart, 700, 400, 10, (MisRenderFlags)0);
  for (; *order != '\0'; order++)
    {
      const char name[] = { *order, '\0' };
      const MisRecord *text = recorded_find_text (canvas, name);

      g_assert_cmpfloat (text->bounds.x, >, x);
      x = text->bounds.x;
    }
}

/* The legend follows the last values from top to bottom, as far as one can see them. */
static void
test_legend_order (void)
{
  assert_legend_order ((double[]){ 0, 0, 0 }, (double[]){ 0.5, 0.9, 0.1 }, "bac");
  /* Lines that meet at their ends: as they stand before. */
  assert_legend_order ((double[]){ 0.2, 0.4, 0.6 }, (double[]){ 0.5, 0.5, 0.5 }, "cba");
  assert_legend_order ((double[]){ 0.2, 0.4, 0.6 }, (double[]){ 0.504, 0.5, 0.502 }, "cba");
  /* Lines that are the same but for noise: in their own order. */
  assert_legend_order ((double[]){ 0, 0, 0 }, (double[]){ 0.5, 0.504, 0.502 }, "abc");
  /* The last two are as one, and the first is not. */
  assert_legend_order ((double[]){ 0, 0, 0 }, (double[]){ 0.5, 0.502, 0.6 }, "cab");
}

/* @n lines one above the other. */
static MisChart *
make_lines (guint n)
{
  const double xs[] = { 0, 1 };
  MisChart *chart = mis_chart_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u problem areas", i + 1);
      const double ys[] = { 0, i };

      mis_chart_add_series (chart, name, xs, ys, 2, MIS_SERIES_LINE);
    }
  mis_chart_set_title (chart, "Lines");
  mis_chart_set_x_axis (chart, "Number of agents", NAN, NAN);
  mis_chart_set_y_axis (chart, "Misalignment", NAN, NAN);
  mis_chart_set_legend (chart, MIS_LEGEND_BOX);
  return chart;
}

/* Names stand beside one another where the width allows it, in columns. */
static void
test_legend_has_columns (void)
{
  g_autoptr (MisChart) chart = make_lines (6);
  g_autoptr (MisCanvas) canvas = recorded_draw (chart, 241, 170, 7, (MisRenderFlags)0);
  const MisRecord *first = recorded_find_text (canvas, "6 problem areas");
  const MisRecord *second = recorded_find_text (canvas, "5 problem areas");
  const MisRecord *third = recorded_find_text (canvas, "4 problem areas");
  const MisRecord *fourth = recorded_find_text (canvas, "3 problem areas");

  g_assert_true (first != NULL && second != NULL && third != NULL && fourth != NULL);
  g_assert_cmpfloat (second->bounds.x, >, first->bounds.x + first->bounds.width);
  g_assert_cmpfloat (third->bounds.x, >, second->bounds.x + second->bounds.width);
  g_assert_cmpfloat (third->bounds.y, ==, first->bounds.y);
  g_assert_cmpfloat (fourth->bounds.x, ==, first->bounds.x);
  g_assert_cmpfloat (fourth->bounds.y, >, first->bounds.y);
}

/* Beside the plot stand names that have room there; longer ones stand above it rather than cut. */
static void
test_legend_names_are_whole (void)
{
  const char *const bands[] = { "5 to 95 %", "minimum to maximum of one hundred runs" };

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      const double low[] = { 0, 0 }, high[] = { 1, 1 };
      g_autoptr (MisChart) chart = make_lines (6);
      g_autoptr (MisCanvas) canvas = NULL;
      const MisRecord *band;

      mis_chart_set_band (chart, 0, low, high, bands[i]);
      canvas = recorded_draw (chart, 560, 400, 14, (MisRenderFlags)0);
      band = recorded_find_text (canvas, bands[i]);
      g_assert_nonnull (band);
      g_assert_cmpint (band->bounds.x > 350, ==, i == 0);
    }
}

/* How often @text is in the picture of @chart. */
static guint
count_drawn (MisChart *chart, const char *text)
{
  const MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = mis_chart_to_svg (chart, &options, &error);
  g_autofree char *picture = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_no_error (error);
  picture = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  parts = g_strsplit (picture, text, -1);
  return g_strv_length (parts) - 1;
}

/* The only band of a chart has its own colour in the key too; what several bands have in common is
 * told in none of theirs. */
static void
test_color_of_bands (void)
{
  const double low[] = { 0, 0 }, high[] = { 1, 1 };
  const char *const swatch = "<rect fill=\"#0072b2\"";
  g_autoptr (MisChart) chart = make_lines (2);

  g_assert_cmpuint (count_drawn (chart, swatch), ==, 0);
  mis_chart_set_band (chart, 0, low, high, "all runs");
  g_assert_cmpuint (count_drawn (chart, swatch), ==, 1);
  mis_chart_set_band (chart, 1, low, high, "all runs");
  g_assert_cmpuint (count_drawn (chart, swatch), ==, 0);
  g_assert_cmpuint (count_drawn (chart, ">all runs</text>"), ==, 1);
}

/* Of very many names some are left out, in words, and the titles stay. */
static void
test_legend_counts_the_rest (void)
{
  static const double sizes[][2] = { { 241, 170 }, { 300, 260 }, { 600, 220 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MisChart) chart = make_lines (40);
      g_autoptr (MisCanvas) canvas =
        recorded_draw (chart, sizes[i][0], sizes[i][1], 9, (MisRenderFlags) 0);
      guint n_names = 0, n_more = 0;

      for (guint k = 0; k < mis_canvas_recorder_get_n_records (canvas); k++)
        {
          const MisRecord *item = mis_canvas_recorder_get_record (canvas, k);

          if (item->kind != MIS_RECORD_TEXT || g_strcmp0 (item->group, "legend") != 0)
            continue;
          if (sscanf (item->text, "and %u more", &n_more) != 1)
            n_names++;
        }
      g_assert_cmpuint (n_names, >=, 4);
      g_assert_cmpuint (n_more, >, 0);
      g_assert_cmpuint (n_names + n_more, ==, 40);
      g_assert_nonnull (recorded_find_text (canvas, "Lines"));
      g_assert_nonnull (recorded_find_text (canvas, "Number of agents"));
      g_assert_nonnull (recorded_find_text (canvas, "Misalignment"));
    }
}

/* A page as wide as a chart on a narrow screen, and as high as it needs: all names are there,
 * whole and above the plot, which keeps the width and nearly half of the height. */
static void
check_least_height (MisChart *chart, double font_size)
{
  static const double WIDE = 296;
  const double height = mis_chart_least_height (chart, WIDE, font_size, MIS_RENDER_NO_TITLE);
  g_autoptr (MisLayout) layout
    = mis_layout_new (chart, WIDE, height, font_size, MIS_RENDER_NO_TITLE);
  g_autoptr (MisCanvas) canvas
    = recorded_draw (chart, WIDE, height, font_size, MIS_RENDER_NO_TITLE);
  const MisRect plot = mis_layout_get_plot_area (layout);

  g_assert_cmpfloat (plot.width, >, 0.6 * WIDE);
  g_assert_cmpfloat (plot.height, >=, 0.45 * height - 1);
  for (guint i = 0; i < mis_chart_get_n_series (chart); i++)
    {
      const MisRecord *name
        = recorded_find_text (canvas, mis_chart_get_series (chart, i)->name);

      g_assert_nonnull (name);
      g_assert_cmpfloat (name->bounds.y + name->bounds.height, <=, plot.y);
    }
}

static void
test_least_height (void)
{
  for (double size = 8; size <= 17; size++)
    {
      g_autoptr (MisChart) figure_3 = mis_sample_figure_3 ();
      g_autoptr (MisChart) lines = make_lines (12);

      check_least_height (figure_3, size);
      check_least_height (lines, size);
    }
}

/* More names need more height, unless they stand beside the plot; bars have no key. */
static void
test_least_height_follows_the_names (void)
{
  g_autoptr (MisChart) few = make_lines (2);
  g_autoptr (MisChart) many = make_lines (12);
  g_autoptr (MisChart) bars = mis_sample_bars ();

  g_assert_cmpfloat (mis_chart_least_height (few, 300, 12, 0), <,
                     mis_chart_least_height (many, 300, 12, 0));
  g_assert_cmpfloat (mis_chart_least_height (few, 1000, 12, 0), >=,
                     mis_chart_least_height (many, 1000, 12, 0));
  g_assert_cmpfloat (mis_chart_least_height (bars, 300, 12, 0), ==, 0);
  g_assert_cmpfloat (mis_chart_least_height (many, 300, 12, MIS_RENDER_THUMBNAIL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/key/legend", test_legend);
  g_test_add_func ("/plot/key/legend-order", test_legend_order);
  g_test_add_func ("/plot/key/legend-has-columns", test_legend_has_columns);
  g_test_add_func ("/plot/key/legend-names-are-whole", test_legend_names_are_whole);
  g_test_add_func ("/plot/key/color-of-bands", test_color_of_bands);
  g_test_add_func ("/plot/key/legend-counts-the-rest", test_legend_counts_the_rest);
  g_test_add_func ("/plot/key/least-height", test_least_height);
  g_test_add_func ("/plot/key/least-height-follows-the-names",
                   test_least_height_follows_the_names);
  return g_test_run ();
}
