/* The small line below a chart: whole where there is room, in two lines at most, never in
 * the way. */
#include <string.h>

#include "plot/canvas-recorder.h"
#include "plot/layout.h"
#include "plot/render.h"

#define SLACK 0.02

/* One column of a journal. */
#define WIDTH 240.9
#define HEIGHT 170.1

static const double text_sizes[] = { 7, 9 };

static MisCanvas *
record (MisChart *chart, double text_size, MisRenderFlags flags)
{
  MisCanvas *canvas = mis_canvas_recorder_new ();
  MisRenderStyle style = MIS_RENDER_STYLE_INIT;

  style.font_size = text_size;
  style.flags = flags;
  mis_chart_render (chart, canvas, mis_theme_get (MIS_THEME_PAPER), &style, WIDTH, HEIGHT);
  return canvas;
}

static gboolean
is_source (const MisRecord *item)
{
  return item->kind == MIS_RECORD_TEXT && g_strcmp0 (item->group, "source") == 0;
}

static guint
count_lines (MisCanvas *canvas)
{
  guint n = 0;

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    n += is_source (mis_canvas_recorder_get_record (canvas, i)) ? 1 : 0;
  return n;
}

/* (transfer full): all lines as one text. */
static char *
join_lines (MisCanvas *canvas)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    if (is_source (mis_canvas_recorder_get_record (canvas, i)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              mis_canvas_recorder_get_record (canvas, i)->text);
  return g_string_free (text, FALSE);
}

/* On the page, and below everything else. */
static void
assert_in_place (MisCanvas *canvas)
{
  for (guint i = 0; i < mis_canvas_recorder_get_n_records (canvas); i++)
    {
      const MisRecord *line = mis_canvas_recorder_get_record (canvas, i);
      const MisRect *box = &line->bounds;

      if (!is_source (line))
        continue;
      g_assert_cmpfloat (box->x, >=, -SLACK);
      g_assert_cmpfloat (box->x + box->width, <=, WIDTH + SLACK);
      g_assert_cmpfloat (box->y + box->height, <=, HEIGHT + SLACK);
      for (guint k = 0; k < mis_canvas_recorder_get_n_records (canvas); k++)
        {
          const MisRecord *other = mis_canvas_recorder_get_record (canvas, k);

          if (!is_source (other) && g_strcmp0 (other->group, "background") != 0)
            g_assert_cmpfloat (other->bounds.y + other->bounds.height, <=, box->y + SLACK);
        }
    }
}

/* As a project has them: the areas as bars, or the score by the share of a group. */
static MisChart *
new_chart (gboolean bars, const char *source)
{
  const double xs[] = { 0, 0.5, 1 };
  const double ys[] = { 0.1, 0.3, 0.2 };
  MisChart *chart = mis_chart_new ();

  mis_chart_set_title (chart, "Misalignment by the share of Customer");
  mis_chart_set_source (chart, source);
  mis_chart_set_x_axis (chart, "Share of Customer", 0, 1);
  mis_chart_set_y_axis (chart, "Population misalignment", 0, 1);
  mis_chart_set_legend (chart, MIS_LEGEND_NONE);
  if (!bars)
    mis_chart_add_series (chart, "Overall", xs, ys, G_N_ELEMENTS (xs), MIS_SERIES_LINE);
  for (guint i = 0; bars && i < 4; i++)
    mis_chart_add_bar (chart, "Food and groceries", 0.2, "0.2", MIS_COLOR_SERIES_1);
  return chart;
}

/* Each text in both kinds of chart, in both sizes of letters: @n lines of it, whole or cut. */
static void
check (const char *source, guint n, gboolean whole)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (text_sizes); i++)
    {
      g_autoptr (MisChart) chart = new_chart (i % 2, source);
      g_autoptr (MisCanvas) canvas = record (chart, text_sizes[i / 2], 0);
      g_autofree char *drawn = join_lines (canvas);

      assert_in_place (canvas);
      g_assert_cmpuint (count_lines (canvas), ==, n);
      if (whole)
        g_assert_cmpstr (drawn, ==, source);
      else
        g_assert_true (g_str_has_suffix (drawn, "…"));
    }
}

static void
test_short (void)
{
  check ("Source: Shopping recommender · made with Misalign", 1, TRUE);
  check ("מקור: חנות · נעשה ב Misalign", 1, TRUE);
}

static void
test_wraps (void)
{
  check ("Source: Shopping recommender · Customer held at 12 % · Retailer held at 30 % · made with "
         "Misalign",
         2, TRUE);
  check ("מקור: חנות של אוכל ושל דברים אחרים לבית · לקוח מוחזק על 12 % · סוחר מוחזק על 30 % · נעשה "
         "ב Misalign",
         2, TRUE);
}

static void
test_is_cut (void)
{
  g_autofree char *word = g_strnfill (400, 'm');
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (words, "%s name", i > 0 ? " ·" : "long");
  check (word, 2, FALSE);
  check (words->str, 2, FALSE);
  g_string_free (words, TRUE);
}

/* Without a title it stays; each has a switch of its own. */
static void
test_flags (void)
{
  g_autoptr (MisChart) chart = new_chart (FALSE, "Source: here");
  g_autoptr (MisCanvas) no_title = record (chart, 7, MIS_RENDER_NO_TITLE);
  g_autoptr (MisCanvas) no_source = record (chart, 7, MIS_RENDER_NO_SOURCE);

  g_assert_cmpuint (count_lines (no_title), ==, 1);
  g_assert_cmpuint (count_lines (no_source), ==, 0);
}

/* What is left out of a page of @height, of a chart that has all three texts. */
static MisLayoutTexts
left_out (double height, MisRenderFlags flags)
{
  g_autoptr (MisChart) chart = new_chart (FALSE, "Source: here");
  g_autoptr (MisLayout) layout = NULL;

  mis_chart_set_subtitle (chart, "All of them");
  layout = mis_layout_new (chart, WIDTH, height, 9, flags);
  return mis_layout_get_left_out (layout);
}

/* First the subtitle, then the source, then the title; what nobody wants is not missed. */
static void
test_left_out (void)
{
  const MisLayoutTexts orders[] = {
    0,
    MIS_LAYOUT_SUBTITLE,
    MIS_LAYOUT_SUBTITLE | MIS_LAYOUT_SOURCE,
    MIS_LAYOUT_SUBTITLE | MIS_LAYOUT_SOURCE | MIS_LAYOUT_TITLE,
  };
  guint reached = 0;

  for (double height = HEIGHT; height > 20; height -= 1)
    {
      MisLayoutTexts now = left_out (height, 0);

      while (reached < G_N_ELEMENTS (orders) && orders[reached] != now)
        reached++;
      g_assert_cmpuint (reached, <, G_N_ELEMENTS (orders));
    }
  g_assert_cmpuint (reached, ==, G_N_ELEMENTS (orders) - 1);
  g_assert_cmpuint (left_out (20, MIS_RENDER_NO_TITLE), ==, MIS_LAYOUT_SOURCE);
  g_assert_cmpuint (left_out (20, MIS_RENDER_NO_TITLE | MIS_RENDER_NO_SOURCE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/source/short", test_short);
  g_test_add_func ("/plot/source/wraps", test_wraps);
  g_test_add_func ("/plot/source/is-cut", test_is_cut);
  g_test_add_func ("/plot/source/flags", test_flags);
  g_test_add_func ("/plot/source/left-out", test_left_out);
  return g_test_run ();
}
