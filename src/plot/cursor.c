/* The cursor and what there is to read at it: a line at one x and a dot on each series, or a frame
 * around a bar. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plot/render-private.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* Lengths in font sizes. */
static const double DOT_RADIUS = 0.4;
static const double MARK_RADIUS = 0.6;
static const double TITLE_WIDTH = 22; /* of what the names have in common, beside the values */

static const double TITLE_SHARE = 0.7; /* of the page, at most */
static const guint MOST_TITLE_LINES = 3;

/* Digits of the greatest number of an axis: values that differ look different. */
static const int VALUE_DIGITS = 5;
static const int PLACE_DIGITS = 4;
static const int BAND_DIGITS = 3;
static const int MOST_DECIMALS = 12;

/* Rows near the cursor that its values should not cover. */
static const guint NEAR_ROWS = 8;

/* One point at the cursor. */
typedef struct
{
  const MisSeries *series;
  guint index;
  double value;
  double low; /* the ends of the band; both NaN where there is none */
  double high;
  double x;
  double y;
} Hit;

static int
compare_hits (const void *a, const void *b)
{
  double first = ((const Hit *)a)->y, second = ((const Hit *)b)->y;

  return (first > second) - (first < second);
}

/* As many decimals for all numbers of an axis as give the greatest of them @digits, or those that
 * are known of it, so that they do not jump while the cursor moves. */
static char *
format_number (
    const MisScale *scale, const MisTicks *ticks, const MisAxisSpec *axis, int digits, double value)
{
  const double greatest = MAX (fabs (scale->min), fabs (scale->max));
  int known = axis->digits > 0 ? MIN (digits, (int)axis->digits) : digits;
  int decimals = known - (int)ceil (log10 (greatest) - 1e-9);

  if (ticks->decimals < 0 || !(greatest > 0))
    return mis_number_to_label (value, -1, axis->format);
  return mis_number_to_label (value, CLAMP (decimals, ticks->decimals, MOST_DECIMALS),
                              axis->format);
}

/* Whole numbers on an axis of whole numbers are counts. */
static char *
format_x (const MisLayout *layout, double x)
{
  const MisAxisSpec *axis = &layout->chart->axes[MIS_AXIS_X];

  if (layout->x_ticks.decimals == 0 && x == round (x))
    return mis_number_to_label (x, 0, axis->format);
  return format_number (&layout->x_scale, &layout->x_ticks, axis, PLACE_DIGITS, x);
}

/* What is read of the x axis: a column is not a place, but goes from one to another. */
static char *
format_place (const MisLayout *layout, const GArray *hits, double x)
{
  const double column = hits->len > 0 ? g_array_index (hits, Hit, 0).series->column : 0;
  g_autofree char *low = format_x (layout, x - column / 2);
  g_autofree char *high = format_x (layout, x + column / 2);

  if (!(column > 0))
    return format_x (layout, x);
  return g_strconcat (low, "\u2013", high, NULL);
}

/* A band that is no wider than its line is none. */
static void
add_band (Hit *hit, guint point)
{
  const MisSeries *series = hit->series;

  hit->low = hit->high = NAN;
  if (series->low == NULL || !isfinite (series->low[point]) || !isfinite (series->high[point])
      || !(series->low[point] < series->high[point]))
    return;
  hit->low = series->low[point];
  hit->high = series->high[point];
}

/* The point of a series at the cursor, which is at @x on the page, if it has one there. */
static gboolean
find_hit (const MisLayout *layout, guint index, double cursor, double x, Hit *hit)
{
  const MisSeries *series = mis_chart_get_series (layout->chart, index);
  int point = mis_layout_find_point (layout, index, cursor);

  /* Without a name it would not be known what the value is. */
  if (point < 0 || ((series->flags & MIS_SERIES_THEORY) != 0 && *series->name == '\0'))
    return FALSE;
  *hit = (Hit){ .series = series, .index = index, .value = series->ys[point] };
  add_band (hit, (guint)point);
  return mis_layout_position (layout, series->xs[point], series->ys[point], &hit->x, &hit->y) &&
         fabs (hit->x - x) <= layout->em && mis_rect_contains (&layout->plot, hit->x, hit->y);
}

/* Adds @hit, unless a series of the same name, as the dots on a line, has said it or is nearer to
 * the cursor at @x. */
static void
add_hit (GArray *hits, const Hit *hit, double x)
{
  for (guint i = 0; i < hits->len; i++)
    {
      Hit *other = &g_array_index (hits, Hit, i);
      double farther = fabs (hit->x - x) - fabs (other->x - x);

      if (strcmp (other->series->name, hit->series->name) != 0)
        continue;
      if (farther < -1e-6)
        *other = *hit;
      if (fabs (farther) > 1e-6 || fabs (other->value - hit->value) <= 1e-12 * fabs (hit->value))
        return;
    }
  g_array_append_val (hits, *hit);
}

/* (element-type Hit): from top to bottom. */
static GArray *
list_hits (const MisLayout *layout, double cursor, double x)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  Hit hit;

  for (guint i = 0; i < layout->n_shapes; i++)
    if (find_hit (layout, i, cursor, x, &hit))
      add_hit (hits, &hit, x);
  g_array_sort (hits, compare_hits);
  return hits;
}

static gboolean
is_chosen (const MisPainter *self, const Hit *hit)
{
  return self->style->hover_series >= 0 && hit->index == (guint)self->style->hover_series;
}

static void
draw_dots (const MisPainter *self, const GArray *hits)
{
  const double em = self->layout->em;
  const MisStroke edge = mis_painter_get_stroke (self, MIS_COLOR_CARD, 0.15 * em, MIS_DASH_SOLID);
  const MisStroke chosen = mis_painter_get_stroke (self, MIS_COLOR_TEXT, 0.15 * em, MIS_DASH_SOLID);

  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      const MisColor fill = mis_theme_get_color (self->theme, hit->series->color);

      mis_canvas_marker (self->canvas, MIS_MARKER_CIRCLE, hit->x, hit->y, DOT_RADIUS * em, &fill,
                         is_chosen (self, hit) ? &chosen : &edge);
    }
}

static GArray *
new_lines (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (MisReadoutLine));

  g_array_set_clear_func (lines, mis_readout_line_clear);
  return lines;
}

static void
add_box (GArray *boxes, double x, double y, double radius)
{
  const MisRect box = { x - radius, y - radius, 2 * radius, 2 * radius };

  g_array_append_val (boxes, box);
}

/* What the values must not cover: the points at the cursor, and the marked ones. */
static GArray *
list_points (const MisLayout *layout, const GArray *hits)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (MisRect));

  for (guint i = 0; i < hits->len; i++)
    add_box (boxes, g_array_index (hits, Hit, i).x, g_array_index (hits, Hit, i).y,
             MARK_RADIUS * layout->em);
  for (guint i = 0; i < layout->chart->marks->len; i++)
    {
      const MisMark *mark = &g_array_index (layout->chart->marks, MisMark, i);
      double x, y;

      if (mis_layout_position (layout, mark->x, mark->y, &x, &y))
        add_box (boxes, x, y, MARK_RADIUS * layout->em);
    }
  return boxes;
}

/* What the names below have in common, if anything. */
static void
add_legend_title (const MisLayout *layout, GArray *lines)
{
  const double em = layout->em;
  g_auto (GStrv) parts = mis_font_break_lines (
      layout->font, layout->chart->texts[MIS_CHART_LEGEND_TITLE], em, FALSE,
      MIN (TITLE_WIDTH * em, TITLE_SHARE * layout->width), MOST_TITLE_LINES);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const MisReadoutLine line = { .name = g_strdup (parts[i]) };

      g_array_append_val (lines, line);
    }
}

/* (transfer full): a number of the y axis. */
static char *
format_y (const MisLayout *layout, int digits, double y)
{
  return format_number (&layout->y_scale, &layout->y_ticks, &layout->chart->axes[MIS_AXIS_Y],
                        digits, y);
}

/* (transfer full): the value, and behind it from where to where its band goes. */
static char *
format_hit (const MisLayout *layout, const Hit *hit)
{
  g_autofree char *value = format_y (layout, VALUE_DIGITS, hit->value);
  g_autofree char *low = format_y (layout, BAND_DIGITS, hit->low);
  g_autofree char *high = format_y (layout, BAND_DIGITS, hit->high);

  if (isnan (hit->low))
    return g_steal_pointer (&value);
  return g_strconcat (value, " (", low, "\u2013", high, ")", NULL);
}

/* What stands behind the values in brackets, if anything. */
static void
add_meaning (GArray *lines, const GArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      const char *meaning = hit->series->meaning;
      MisReadoutLine line = { 0 };

      if (isnan (hit->low) || meaning == NULL || *meaning == '\0')
        continue;
      /* Translators: what a band around a curve is, such as "minimum to maximum" */
      line.name = g_strdup_printf (TEXT ("In brackets: %s"), meaning);
      g_array_append_val (lines, line);
      return;
    }
}

static void
draw_values (const MisPainter *self, const GArray *hits, double cursor, double x)
{
  const MisLayout *layout = self->layout;
  const MisAxisSpec *axes = layout->chart->axes;
  g_autoptr (GArray) lines = new_lines ();
  g_autoptr (GArray) points = list_points (layout, hits);
  MisReadoutLine line = { g_strdup (axes[MIS_AXIS_X].title), format_place (layout, hits, cursor),
                          0, FALSE, TRUE };
  MisRect around = { x, layout->plot.y, 0, 0 };

  g_array_append_val (lines, line);
  if (hits->len > 0)
    add_legend_title (layout, lines);
  add_meaning (lines, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);

      line = (MisReadoutLine){
        .name = g_strdup (hit->series->name),
        .value = format_hit (layout, hit),
        .color = hit->series->color,
        .has_dot = TRUE,
        .bold = is_chosen (self, hit),
      };
      g_array_append_val (lines, line);
    }
  if (hits->len > 0)
    {
      around.y = g_array_index (hits, Hit, 0).y;
      around.height = g_array_index (hits, Hit, hits->len - 1).y - around.y;
    }
  mis_painter_draw_readout (self, lines, points, &around);
}

/* The x of the nearest point of any series, so that line, dots and values belong together. */
static double
snap (const MisLayout *layout, double wanted)
{
  double nearest = wanted;
  double distance = INFINITY;

  for (guint i = 0; i < layout->chart->series->len; i++)
    {
      int point = mis_layout_find_point (layout, i, wanted);
      double x = point >= 0 ? mis_chart_get_series (layout->chart, i)->xs[point] : (double)NAN;
      double way = fabs (mis_scale_to_unit (&layout->x_scale, x) -
                         mis_scale_to_unit (&layout->x_scale, wanted));

      if (way < distance)
        {
          distance = way;
          nearest = x;
        }
    }
  return nearest;
}

void
mis_painter_draw_cursor (const MisPainter *self)
{
  MisLayout *layout = self->layout;
  const MisStroke stroke = mis_painter_get_stroke (self, MIS_COLOR_REFERENCE, 1, MIS_DASH_SOLID);
  const double cursor = snap (layout, self->style->hover_x);
  const double unit = mis_scale_to_unit (&layout->x_scale, cursor);
  const double x = layout->plot.x + unit * layout->plot.width;
  const MisPoint points[] = { { x, layout->plot.y }, { x, layout->plot.y + layout->plot.height } };
  g_autoptr (GArray) hits = NULL;

  if (isnan (self->style->hover_x) || !(unit >= 0 && unit <= 1))
    return;
  hits = list_hits (layout, cursor, x);
  mis_canvas_begin_group (self->canvas, "cursor", "cursor", NULL);
  mis_canvas_polyline (self->canvas, points, 2, &stroke);
  draw_dots (self, hits);
  if ((self->style->flags & MIS_RENDER_READOUT) != 0)
    draw_values (self, hits, cursor, x);
  mis_canvas_end_group (self->canvas);
}

/* (transfer full): the bar's number with more digits than beside it, or its text if it has none. */
static char *
format_bar (const MisLayout *layout, const MisBar *bar)
{
  if (isnan (bar->value))
    return g_strdup (bar->value_text);
  return format_number (&layout->x_scale, &layout->x_ticks, &layout->chart->axes[MIS_AXIS_X],
                        VALUE_DIGITS, bar->value);
}

/* What rows near @at say, of @at itself too. */
static GArray *
list_rows (const MisPainter *self, guint at)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (MisRect));
  guint first = at > NEAR_ROWS ? at - NEAR_ROWS : 0;

  for (guint i = first; i < self->layout->rows.n_shown && i <= at + NEAR_ROWS; i++)
    {
      MisRect boxes[2];

      mis_painter_get_row_boxes (self, i, boxes);
      g_array_append_vals (taken, boxes, G_N_ELEMENTS (boxes));
    }
  return taken;
}

/* The whole label and the number. */
static void
draw_bar_values (const MisPainter *self, guint at)
{
  const MisLayout *layout = self->layout;
  const MisBar *bar = mis_chart_get_bar (layout->chart, at);
  const char *title = isnan (bar->value) ? "" : layout->chart->axes[MIS_AXIS_X].title;
  g_autoptr (GArray) lines = new_lines ();
  g_autoptr (GArray) taken = list_rows (self, at);
  const MisReadoutLine label = { .name = g_strdup (bar->label), .bold = TRUE };
  const MisReadoutLine value = { .name = g_strdup (title), .value = format_bar (layout, bar) };
  MisRect boxes[2];

  g_array_append_val (lines, label);
  g_array_append_val (lines, value);
  mis_painter_get_row_boxes (self, at, boxes);
  mis_painter_draw_readout (self, lines, taken, &boxes[1]);
}

void
mis_painter_draw_row_cursor (const MisPainter *self)
{
  const MisLayout *layout = self->layout;
  const MisRows *rows = &layout->rows;
  const MisStroke stroke = mis_painter_get_stroke (self, MIS_COLOR_REFERENCE, 1, MIS_DASH_SOLID);
  const double at = self->style->hover_x;
  const double top = layout->plot.y + floor (at) * rows->row_height;
  const MisRect row = { 1, top, layout->width - 2, rows->row_height };
  const double right = row.x + row.width, bottom = top + row.height;
  const MisPoint frame[] = {
    { row.x, top }, { right, top }, { right, bottom }, { row.x, bottom }, { row.x, top }
  };

  if (!(at >= 0 && at < rows->n_shown))
    return;
  mis_canvas_begin_group (self->canvas, "cursor", "cursor", NULL);
  mis_canvas_polyline (self->canvas, frame, G_N_ELEMENTS (frame), &stroke);
  if ((self->style->flags & MIS_RENDER_READOUT) != 0)
    draw_bar_values (self, (guint)at);
  mis_canvas_end_group (self->canvas);
}
