/* The cursor: a line at one x, a dot on each series, or a frame around a bar; and if wanted the
 * values in a box. */
#include <math.h>
#include <string.h>

#include "plot/render-private.h"

/* Lengths in font sizes. */
static const double DOT_RADIUS = 0.4;
static const double PADDING = 0.7;
static const double DISTANCE = 1;
static const double SWATCH = 0.7;
static const double COLUMN_GAP = 1.2;
static const double MOST_NAME = 16;

static const guint MOST_LINES = 12;

/* Values show more digits than ticks, so that two that differ look different. */
static const int MORE_DECIMALS = 2;

/* Of the number of a bar. */
static const int BAR_DECIMALS = 5;

typedef struct
{
  const char *series; /* its whole name */
  double data;
  char *name;
  char *value;
  MisColorRole color;
  double y;
} Line;

static void
line_clear (void *data)
{
  g_free (((Line *)data)->name);
  g_free (((Line *)data)->value);
}

static int
compare_lines (const void *a, const void *b)
{
  double first = ((const Line *)a)->y, second = ((const Line *)b)->y;

  return (first > second) - (first < second);
}

static char *
format_y (const MisLayout *layout, double value)
{
  int decimals = layout->y_ticks.decimals;

  return mis_number_to_label (value, decimals < 0 ? -1 : decimals + MORE_DECIMALS,
                              layout->chart->axes[MIS_AXIS_Y].format);
}

/* Whether a series of the same name, as the dots on a line, has said the same. */
static gboolean
is_listed (const GArray *lines, const char *name, double value)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (strcmp (line->series, name) == 0 && fabs (line->data - value) <= 1e-12 * fabs (value))
        return TRUE;
    }
  return FALSE;
}

/* Draws the dot of a series and lists what to read there. */
static void
visit_series (const MisPainter *self, guint index, double cursor, GArray *lines)
{
  MisLayout *layout = self->layout;
  const MisSeries *series = mis_chart_get_series (layout->chart, index);
  const MisColor fill = mis_theme_get_color (self->theme, series->color);
  const MisStroke edge =
      mis_painter_get_stroke (self, MIS_COLOR_CARD, 0.15 * layout->em, MIS_DASH_SOLID);
  int point = mis_layout_find_point (layout, index, cursor);
  double x, y;
  Line line = { .color = series->color };

  /* Without a name it would not be known what the value is. */
  if ((series->flags & MIS_SERIES_THEORY) != 0 && *series->name == '\0')
    return;
  if (point < 0 || !mis_layout_position (layout, series->xs[point], series->ys[point], &x, &y) ||
      fabs (x - layout->plot.x -
            layout->plot.width * mis_scale_to_unit (&layout->x_scale, cursor)) > layout->em ||
      !mis_rect_contains (&layout->plot, x, y))
    return;
  mis_canvas_marker (self->canvas, MIS_MARKER_CIRCLE, x, y, DOT_RADIUS * layout->em, &fill, &edge);
  if (is_listed (lines, series->name, series->ys[point]))
    return;
  line.name =
      mis_font_ellipsize (layout->font, series->name, layout->em, FALSE, MOST_NAME * layout->em);
  line.series = series->name;
  line.data = series->ys[point];
  line.value = format_y (layout, series->ys[point]);
  line.y = y;
  g_array_append_val (lines, line);
}

/* The width of the column of names, and of that of values. */
static void
measure_lines (const MisPainter *self, const GArray *lines, double *names, double *values)
{
  const MisLayout *layout = self->layout;

  *names = *values = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      *names = MAX (*names, mis_font_get_width (layout->font, line->name, layout->em, FALSE));
      *values = MAX (*values, mis_font_get_width (layout->font, line->value, layout->em, TRUE));
    }
}

static void
draw_box (const MisPainter *self, const MisRect *box)
{
  const MisColor card = mis_theme_get_color (self->theme, MIS_COLOR_CARD);
  const MisColor edge = mis_theme_get_color (self->theme, MIS_COLOR_AXIS);
  const double radius = 0.6 * self->layout->em;
  const MisRect outer = { box->x - 0.8, box->y - 0.8, box->width + 1.6, box->height + 1.6 };

  mis_canvas_rect (self->canvas, &outer, radius + 0.8, MIS_SIDE_LEFT | MIS_SIDE_RIGHT, &edge);
  mis_canvas_rect (self->canvas, box, radius, MIS_SIDE_LEFT | MIS_SIDE_RIGHT, &card);
}

static void
draw_text (const MisPainter *self,
           const char *text,
           double x,
           double middle,
           gboolean bold,
           MisAnchor anchor,
           MisColorRole role)
{
  const double em = self->layout->em;
  const MisText run = {
    .text = text,
    .x = x,
    .y = mis_layout_center_line (self->layout, middle, em),
    .size = em,
    .bold = bold,
    .anchor = anchor,
    .color = mis_theme_get_text_color (self->theme, role),
  };

  mis_canvas_text (self->canvas, &run);
}

/* Beside the cursor, on the side with more room, and never off the page. */
static MisRect
place_box (const MisLayout *layout, double x, double width, double height)
{
  const double distance = DISTANCE * layout->em;
  double left = x + distance;

  if (left + width > layout->width - 1)
    left = x - distance - width;
  return (MisRect){ CLAMP (left, 1, MAX (1, layout->width - width - 1)),
                    MAX (1, MIN (layout->plot.y + 0.5 * layout->em, layout->height - height - 1)),
                    width, height };
}

static void
draw_lines (const MisPainter *self, const GArray *lines, const char *head, double x)
{
  const MisLayout *layout = self->layout;
  const double em = layout->em;
  const double step = 1.15 * mis_layout_line_height (layout, em);
  const guint n = MIN (lines->len, MOST_LINES);
  double names, values, middle;
  MisRect box;

  measure_lines (self, lines, &names, &values);
  names += names > 0 ? COLUMN_GAP * em : 0;
  names =
      MAX (names + values + 1.6 * SWATCH * em, mis_font_get_width (layout->font, head, em, TRUE));
  box = place_box (layout, x, names + 2 * PADDING * em, (n + 1) * step + 2 * PADDING * em);
  draw_box (self, &box);
  middle = box.y + PADDING * em + step / 2;
  draw_text (self, head, box.x + PADDING * em, middle, TRUE, MIS_ANCHOR_START, MIS_COLOR_TEXT);
  for (guint i = 0; i < n; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const MisColor fill = mis_theme_get_color (self->theme, line->color);
      double left = box.x + PADDING * em;

      middle += step;
      mis_canvas_marker (self->canvas, MIS_MARKER_CIRCLE, left + SWATCH * em / 2, middle,
                         SWATCH * em / 2, &fill, NULL);
      draw_text (self, line->name, left + 1.6 * SWATCH * em, middle, FALSE, MIS_ANCHOR_START,
                 MIS_COLOR_TEXT);
      draw_text (self, line->value, box.x + box.width - PADDING * em, middle, TRUE, MIS_ANCHOR_END,
                 MIS_COLOR_TEXT);
    }
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

/* As exact as it is, but no more than ticks need and a little. */
static char *
format_x (const MisLayout *layout, double x)
{
  MisTicks exact;

  mis_ticks_init_fixed (&exact, &x, 1);
  if (layout->x_ticks.decimals >= 0 && exact.decimals >= 0)
    exact.decimals = MIN (exact.decimals, layout->x_ticks.decimals + MORE_DECIMALS);
  return mis_number_to_label (x, exact.decimals, layout->chart->axes[MIS_AXIS_X].format);
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
  g_autoptr (GArray) lines = NULL;
  g_autofree char *head = NULL;

  if (isnan (self->style->hover_x) || !(unit >= 0 && unit <= 1))
    return;
  lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (lines, line_clear);
  mis_canvas_begin_group (self->canvas, "cursor", "cursor", NULL);
  mis_canvas_polyline (self->canvas, points, 2, &stroke);
  for (guint i = 0; i < layout->chart->series->len; i++)
    visit_series (self, i, cursor, lines);
  g_array_sort (lines, compare_lines);
  head = format_x (layout, cursor);
  if ((self->style->flags & MIS_RENDER_READOUT) != 0)
    draw_lines (self, lines, head, x);
  mis_canvas_end_group (self->canvas);
}

/* (transfer full): the bar's number with more digits than beside it, or its text if it has none. */
static char *
format_bar (const MisLayout *layout, const MisBar *bar)
{
  MisTicks exact;

  if (isnan (bar->value))
    return g_strdup (bar->value_text);
  mis_ticks_init_fixed (&exact, &bar->value, 1);
  return mis_number_to_label (bar->value, MIN (exact.decimals, BAR_DECIMALS),
                              layout->chart->axes[MIS_AXIS_X].format);
}

/* The whole label and the number, below the row, or above it where there is no room below. */
static void
draw_bar_values (const MisPainter *self, const MisBar *bar, const MisRect *row)
{
  const MisLayout *layout = self->layout;
  const double em = layout->em, step = 1.15 * mis_layout_line_height (layout, em);
  const double most = MAX (em, layout->width - 2 * PADDING * em - 2);
  g_autofree char *label = mis_font_ellipsize (layout->font, bar->label, em, TRUE, most);
  g_autofree char *value = format_bar (layout, bar);
  const double names = mis_font_get_width (layout->font, label, em, TRUE);
  const double values = mis_font_get_width (layout->font, value, em, FALSE);
  const double width = MAX (names, values) + 2 * PADDING * em;
  const double height = 2 * step + 2 * PADDING * em;
  const double below = row->y + row->height + 1;
  const double top = below + height <= layout->height - 1 ? below : row->y - height - 1;
  const MisRect box = { CLAMP (layout->plot.x, 1, MAX (1, layout->width - width - 1)),
                        CLAMP (top, 1, MAX (1, layout->height - height - 1)), width, height };
  const double middle = box.y + PADDING * em + step / 2;

  draw_box (self, &box);
  draw_text (self, label, box.x + PADDING * em, middle, TRUE, MIS_ANCHOR_START, MIS_COLOR_TEXT);
  draw_text (self, value, box.x + PADDING * em, middle + step, FALSE, MIS_ANCHOR_START,
             MIS_COLOR_TEXT);
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
    draw_bar_values (self, mis_chart_get_bar (layout->chart, (guint)at), &row);
  mis_canvas_end_group (self->canvas);
}
