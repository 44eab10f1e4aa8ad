/* What the names of series have in common, names that begin alike, and what must not be left out.
 */
#include <math.h>
#include <string.h>

#include "plot/canvas-recorder.h"
#include "plot/render.h"
#include "sample.h"

#define LONG_TITLE                                                                                 \
  "Curves: Conflict in Pedestrian collision: No pedestrian collision, the vehicle's way against "  \
  "No pedestrian collision, the pedestrian's way"

/* One column of a journal, in points. */
#define WIDTH 241
#define HEIGHT 170

static MisCanvas *
record_sized (
    MisChart *chart, double width, double height, double font_size, MisRenderFlags flags)
{
  MisCanvas *canvas = mis_canvas_recorder_new ();
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;

  style.font_size = font_size;
  style.flags = flags;
  style.hover_x = (flags & MIS_RENDER_READOUT) != 0 ? 0.5 : (double)NAN;
  mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_LIGHT), &style, width, height);
  return canvas;
}

static MisCanvas *
record (MisChart *chart, double width, double height, MisRenderFlags flags)
{
  return record_sized (chart, width, height, 8, flags);
}

/* @names: ended by %NULL: of lines that meet at their ends, so that they have a key. */
static MisChart *
make_chart (const char *const *names)
{
  const double xs[] = { 0, 0.5, 1 };
  MisChart *chart = mis_chart_new ();

  for (guint i = 0; names[i] != NULL; i++)
    mis_chart_add_series (chart, names[i], xs, (double[]){ 0, 0.1 * (i + 1), 0 }, 3,
                          MIS_SERIES_LINE);
  mis_chart_set_title (chart, "Hills");
  mis_chart_set_legend (chart, MIS_LEGEND_BOX);
  return chart;
}

static const MisRecord *
find (MisCanvas *canvas, const char *text, MisRecordKind kind)
{
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (item->kind == kind && g_strcmp0 (item->text, text) == 0)
        return item;
    }
  g_error ("\"%s\" is missing", text);
}

/* (transfer full): all texts of @group, one line each. */
static char *
read_group (MisCanvas *canvas, const char *group)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (item->text != NULL && g_strcmp0 (item->group, group) == 0)
        g_string_append_printf (text, "%s\n", item->text);
    }
  return g_string_free (text, FALSE);
}

/* (transfer full): the same with spaces in place of line ends. */
static char *
read_lines (MisCanvas *canvas, const char *group)
{
  return g_strdelimit (read_group (canvas, group), "\n", ' ');
}

/* The heading is whole, on several lines; the names below it are the values. */
static void
test_title_wraps (void)
{
  g_autoptr (MisChart) chart = make_chart ((const char *const[]){ "0.5", "1", NULL });
  g_autoptr (MisCanvas) canvas = NULL;
  g_autofree char *legend = NULL;

  mis_chart_set_legend_title (chart, LONG_TITLE);
  canvas = record (chart, WIDTH, HEIGHT, (MisRenderFlags)0);
  legend = read_lines (canvas, "legend");
  g_assert_cmpstr (legend, ==, LONG_TITLE " 1 0.5 ");
}

/* Lines that are labelled at their ends have the heading too. */
static void
test_title_of_ends (void)
{
  const double xs[] = { 0, 1 };
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisCanvas) canvas = NULL;
  g_autofree char *legend = NULL;

  mis_chart_add_series (chart, "0.5", xs, (double[]){ 0, 0.5 }, 2, MIS_SERIES_LINE);
  mis_chart_add_series (chart, "1", xs, (double[]){ 0, 1 }, 2, MIS_SERIES_LINE);
  mis_chart_set_legend_title (chart, "Curves: Conflict");
  canvas = record (chart, WIDTH, HEIGHT, (MisRenderFlags)0);
  legend = read_group (canvas, "legend");
  g_assert_cmpstr (legend, ==, "Curves: Conflict\n");
}

/* Curves that meet at their ends have their names where they are apart, each beside its own. */
static void
test_ends_that_meet (void)
{
  g_autoptr (MisChart) chart = make_chart ((const char *const[]){ "0.5", "1", NULL });
  g_autoptr (MisCanvas) canvas = NULL;
  const MisRecord *low, *high;

  mis_chart_set_legend (chart, MIS_LEGEND_AUTO);
  canvas = record (chart, 400, 300, (MisRenderFlags) 0);
  low = find (canvas, "0.5", MIS_RECORD_TEXT);
  high = find (canvas, "1", MIS_RECORD_TEXT);
  g_assert_cmpfloat (high->bounds.y + high->bounds.height, <, low->bounds.y);
  g_assert_cmpfloat (low->bounds.x, <, 350);
}

static void
assert_all_differ (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    for (guint k = 0; k < i; k++)
      if (strcmp (lines[i], lines[k]) == 0)
        g_error ("\"%s\" is there twice", lines[i]);
}

/* However names are alike, what is left of them is not the same. */
static void
test_short_names_differ (void)
{
#define BEGIN "Conflict in a problem area with a name that is longer than the page is wide"
  static const char *const cases[][4] = {
    { BEGIN ": 0.5", BEGIN ": 1", BEGIN ": 0.75" },
    { "First: " BEGIN, "Second: " BEGIN, "Third: " BEGIN },
    { BEGIN " to the first end which is long: " BEGIN ": 1",
      BEGIN " to the first end which is long: " BEGIN ": 2" },
  };
  static const double widths[] = { 100, 160, WIDTH, 600 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; k < G_N_ELEMENTS (widths); k++)
      {
        g_autoptr (MisChart) chart = make_chart (cases[i]);
        g_autoptr (MisCanvas) canvas = record (chart, widths[k], 300, (MisRenderFlags)0);
        g_autofree char *legend = read_group (canvas, "legend");

        g_assert_cmpuint (strlen (legend), >, 0);
        assert_all_differ (legend);
      }
}

/* What is read at the cursor keeps the values of what varies, and says what they are of. */
static void
test_cursor (void)
{
  g_autoptr (MisChart) chart = make_chart ((const char *const[]){ "0.5", "1", NULL });
  g_autoptr (MisCanvas) canvas = NULL;
  g_autofree char *cursor = NULL;

  mis_chart_set_legend_title (chart, "Curves: Conflict in Speed");
  canvas = record (chart, 300, 400, MIS_RENDER_READOUT);
  cursor = read_lines (canvas, "cursor");
  g_assert_nonnull (strstr (cursor, " Curves: Conflict in Speed 1 0.2"));
  g_assert_nonnull (strstr (cursor, " 0.5 0.1"));
}

static void
assert_has_remark (MisChart *chart, MisRenderFlags flags)
{
  g_autoptr (MisCanvas) canvas = record (chart, WIDTH, HEIGHT, flags);
  g_autofree char *head = read_lines (canvas, "head");

  g_assert_nonnull (strstr (head, "Stopped at 3 of 9 runs"));
}

/* A remark is there with many names and without a title. */
static void
test_remark_stays (void)
{
  const char *const names[] = { "conflict a", "conflict b", "conflict c", "conflict d",
                                "conflict e", "conflict f", "conflict g", "conflict h",
                                "conflict i", NULL };
  g_autoptr (MisChart) chart = make_chart (names);

  mis_chart_set_subtitle (chart,
                          "Mean and minimum to maximum of 3 runs; thin: the exact expectation");
  mis_chart_set_remark (chart, "Stopped at 3 of 9 runs");
  assert_has_remark (chart, (MisRenderFlags)0);
  assert_has_remark (chart, MIS_RENDER_NO_TITLE);
}

/* The reference line number @index, in the order that they were added. */
static const MisRecord *
find_line (MisCanvas *canvas, guint index)
{
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (item->kind == MIS_RECORD_POLYLINE && g_strcmp0 (item->group, "references") == 0
          && index-- == 0)
        return item;
    }
  g_error ("There are not so many lines");
}

/* Labels of several horizontal lines stand behind their ends, each at the height of its own. */
static void
test_ladder (void)
{
  static const double shares[] = { 0.05, 0.5, 0.95 };
  static const char *const labels[] = { "5 %: 0.089", "Median: 0.100", "95 %: 0.111" };
  const double xs[] = { 0, 1 };
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisCanvas) canvas = NULL;

  mis_chart_add_series (chart, "Own", xs, xs, 2, MIS_SERIES_LINE);
  mis_chart_set_legend (chart, MIS_LEGEND_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    mis_chart_add_reference (chart, MIS_AXIS_Y, shares[i], labels[i]);
  canvas = record (chart, WIDTH, HEIGHT, (MisRenderFlags) 0);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      const MisRecord *label = find (canvas, labels[i], MIS_RECORD_TEXT);
      const MisRecord *line = find_line (canvas, i);

      g_assert_cmpfloat (label->bounds.x, >, line->bounds.x + line->bounds.width);
      g_assert_cmpfloat (label->bounds.y, <, line->bounds.y);
      g_assert_cmpfloat (label->bounds.y + label->bounds.height, >, line->bounds.y);
    }
}

/* The label of a point stands at it, though a line runs close by. */
static void
test_mark_stays_near (void)
{
  const double xs[] = { 0, 0.5, 1 }, ys[] = { 0, 0.5, 1 };
  g_autoptr (MisChart) chart = mis_chart_new ();
  g_autoptr (MisCanvas) canvas = NULL;
  const MisRecord *label, *line;

  mis_chart_add_series (chart, "Own", xs, ys, 3, MIS_SERIES_LINE);
  mis_chart_set_legend (chart, MIS_LEGEND_NONE);
  mis_chart_set_x_axis (chart, "Score", 0, 1);
  mis_chart_set_y_axis (chart, "Share", 0, 1);
  mis_chart_add_reference (chart, MIS_AXIS_Y, 0.95, "95 %: 0.097");
  mis_chart_add_reference (chart, MIS_AXIS_Y, 0.5, "Median: 0.085");
  mis_chart_add_point (chart, 1, 1, "As set: 0.106");
  canvas = record (chart, WIDTH, HEIGHT, (MisRenderFlags) 0);
  label = find (canvas, "As set: 0.106", MIS_RECORD_TEXT);
  line = find_line (canvas, 0);
  g_assert_cmpfloat (label->bounds.y, <, line->bounds.y + 8);
}

#define ARCH_SIZE 7 /* of the letters, in points */

/* An arch with a point at @at, in one column of a journal. */
static MisCanvas *
record_arch (double at, const char *label)
{
  const guint n = 101;
  g_autoptr (MisChart) chart = mis_chart_new ();
  double xs[101], ys[101];

  for (guint i = 0; i < n; i++)
    {
      xs[i] = i / 100.0;
      ys[i] = 0.13 + 0.647 * xs[i] - 0.777 * xs[i] * xs[i];
    }
  mis_chart_add_series (chart, "Overall", xs, ys, n, MIS_SERIES_LINE | MIS_SERIES_EMPHASIZED);
  mis_chart_set_title (chart, "Misalignment by the share of Customer");
  mis_chart_set_subtitle (chart, "All agents: always 3. Dots: whole agents");
  mis_chart_set_source (chart, "Source: Shopping recommender · made with Misalign");
  mis_chart_set_legend (chart, MIS_LEGEND_NONE);
  mis_chart_set_x_axis (chart, "Share of Customer", 0, 1);
  mis_chart_set_y_axis (chart, "Population misalignment", 0, 0.3);
  mis_chart_add_point (chart, at, 0.13 + 0.647 * at - 0.777 * at * at, label);
  return record_sized (chart, WIDTH, HEIGHT, ARCH_SIZE, (MisRenderFlags) 0);
}

/* Where a point's label stands away from it, a line leads there: from the ring to the words. */
static void
assert_is_linked (MisCanvas *canvas, const char *label)
{
  const MisRecord *text = find (canvas, label, MIS_RECORD_TEXT);
  const MisRecord *ring = NULL, *leader = NULL;
  double across, down;

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *item = mis_canvas_recorder_get_record (canvas, i);

      if (g_strcmp0 (item->group, "points") == 0 && item->kind == MIS_RECORD_MARKER)
        ring = item;
      if (g_strcmp0 (item->group, "points") == 0 && item->kind == MIS_RECORD_POLYLINE)
        leader = item;
    }
  g_assert_nonnull (ring);
  across = MAX (0, MAX (text->bounds.x - ring->points[0].x,
                        ring->points[0].x - text->bounds.x - text->bounds.width));
  down = MAX (0, MAX (text->bounds.y - ring->points[0].y,
                      ring->points[0].y - text->bounds.y - text->bounds.height));
  g_assert_true ((leader != NULL) == (hypot (across, down) > 1.6 * ARCH_SIZE));
}

/* Above the summit, where one looks for it; a label too long for that is led to. */
static void
test_mark_is_found (void)
{
  g_autoptr (MisCanvas) near = record_arch (0.33, "this population: 0.259 at 0.330");
  const MisRecord *label = find (near, "this population: 0.259 at 0.330", MIS_RECORD_TEXT);

  assert_is_linked (near, label->text);
  g_assert_cmpfloat (label->bounds.y + label->bounds.height, <,
                     find (near, "0.2", MIS_RECORD_TEXT)->bounds.y);
  for (guint at = 0; at <= 20; at++)
    {
      g_autoptr (MisCanvas) canvas
          = record_arch (at / 20.0, "this population: 0.259 at 0.330 of all that there are");

      assert_is_linked (canvas, "this population: 0.259 at 0.330 of all that there are");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/legend/title-wraps", test_title_wraps);
  g_test_add_func ("/plot/legend/title-of-ends", test_title_of_ends);
  g_test_add_func ("/plot/legend/ends-that-meet", test_ends_that_meet);
  g_test_add_func ("/plot/legend/short-names-differ", test_short_names_differ);
  g_test_add_func ("/plot/legend/cursor", test_cursor);
  g_test_add_func ("/plot/legend/remark-stays", test_remark_stays);
  g_test_add_func ("/plot/legend/ladder", test_ladder);
  g_test_add_func ("/plot/legend/mark-stays-near", test_mark_stays_near);
  g_test_add_func ("/plot/legend/mark-is-found", test_mark_is_found);
  return g_test_run ();
}
