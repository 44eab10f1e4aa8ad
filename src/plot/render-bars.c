/* The rows of a bar chart, only those that will be seen. */
#include <math.h>

#include "plot/render-private.h"

/* Lengths in font sizes. */
static const double RADIUS = 0.3;
static const double VALUE_GAP = 0.5;
static const double KEEP_OFF = 0.4; /* between a reference line and a text */
static const double REFERENCE_WIDTH = 1;

/* Where the parts of one row stand; empty texts have no width. */
typedef struct
{
  const MisBar *bar;
  MisRect bar_box;
  MisSide round;
  char *label;
  MisRect label_box;
  MisRect value_box;
} Row;

static double
unit_place (const MisLayout *layout, double value)
{
  return layout->plot.x +
         layout->plot.width * CLAMP (mis_scale_to_unit (&layout->x_scale, value), 0, 1);
}

static gboolean
crosses (const MisRect *box, double x, double margin)
{
  return box->width > 0 && x > box->x - margin && x < box->x + box->width + margin;
}

/* A value that a reference line would run through stands behind that line, as long as there is
 * room: a line that is cut for it is hard to read. */
static void
step_behind_references (const MisLayout *layout, MisRect *box)
{
  const GArray *references = layout->chart->references;
  const double margin = KEEP_OFF * layout->em;
  const double right = layout->frame.x + layout->frame.width;
  double x = box->x;

  for (guint i = 0; i < references->len; i++)
    {
      const double unit = mis_scale_to_unit (
          &layout->x_scale, g_array_index (references, MisReference, i).value);
      const double line = layout->plot.x + unit * layout->plot.width;
      const MisRect moved = { x, box->y, box->width, box->height };

      if (unit >= 0 && unit <= 1 && crosses (&moved, line, margin))
        x = line + margin;
    }
  if (x + box->width <= right)
    box->x = x;
}

static void
row_init (Row *row, const MisLayout *layout, guint index)
{
  const MisRows *rows = &layout->rows;
  const double em = layout->em;
  const double line = mis_layout_line_height (layout, em);
  const MisBar *bar = mis_chart_get_bar (layout->chart, index);
  double top = layout->plot.y + index * rows->row_height;
  double middle = top + rows->row_height / 2;
  double label_middle = middle;
  double base = unit_place (layout, 0);
  double end = isnan (bar->value) ? base : unit_place (layout, bar->value);

  if (rows->stacked)
    {
      double block = line + 0.2 * em + rows->bar_height;

      label_middle = middle - block / 2 + line / 2;
      middle += block / 2 - rows->bar_height / 2;
    }
  row->bar = bar;
  row->bar_box = (MisRect){ MIN (base, end), middle - rows->bar_height / 2, fabs (end - base),
                            rows->bar_height };
  row->round = end < base ? MIS_SIDE_LEFT : MIS_SIDE_RIGHT;
  row->label = mis_layout_has (layout, MIS_FEATURE_TICKS)
                   ? mis_font_ellipsize (layout->font, bar->label, em, FALSE, rows->label_width)
                   : g_strdup ("");
  row->label_box = (MisRect){ layout->frame.x, label_middle - line / 2,
                              mis_font_get_width (layout->font, row->label, em, FALSE), line };
  row->value_box = (MisRect){ MAX (base, end) + VALUE_GAP * em, middle - line / 2, 0, line };
  if (mis_layout_has (layout, MIS_FEATURE_TICKS))
    row->value_box.width = mis_font_get_width (layout->font, bar->value_text, em, FALSE);
  step_behind_references (layout, &row->value_box);
}

void
mis_painter_get_row_boxes (const MisPainter *self, guint row, MisRect boxes[2])
{
  Row own;
  double right;

  row_init (&own, self->layout, row);
  right = MAX (own.bar_box.x + own.bar_box.width, own.value_box.x + own.value_box.width);
  boxes[0] = own.label_box;
  boxes[1] = own.bar_box;
  boxes[1].width = right - own.bar_box.x;
  g_free (own.label);
}

static void
draw_row_text (const MisPainter *self, const char *text, const MisRect *box, MisColorRole role)
{
  const MisText run = {
    .text = text,
    .x = box->x,
    .y = mis_layout_center_line (self->layout, box->y + box->height / 2, self->layout->em),
    .size = self->layout->em,
    .anchor = MIS_ANCHOR_START,
    .color = mis_theme_get_text_color (self->theme, role),
  };

  if (box->width > 0)
    mis_canvas_text (self->canvas, &run);
}

static void
draw_row (const MisPainter *self, const Row *row)
{
  const MisLayout *layout = self->layout;
  const MisColor track = mis_theme_get_color (self->theme, MIS_COLOR_TRACK);
  const MisColor fill = mis_theme_get_color (self->theme, row->bar->color);
  const MisRect whole = { layout->plot.x, row->bar_box.y, layout->plot.width, row->bar_box.height };
  const double radius = RADIUS * layout->mark_em;

  if (!isnan (layout->chart->bars_min) && !isnan (layout->chart->bars_max))
    mis_canvas_rect (self->canvas, &whole, radius, MIS_SIDE_RIGHT, &track);
  mis_canvas_rect (self->canvas, &row->bar_box, radius, row->round, &fill);
  draw_row_text (self, row->label, &row->label_box, MIS_COLOR_TEXT);
  draw_row_text (self, row->bar->value_text, &row->value_box,
                 isnan (row->bar->value) ? MIS_COLOR_DIM_TEXT : MIS_COLOR_TEXT);
}

/* Goes on with a reference line until a text is in its way, and then below that text. */
static double
skip_text (
    const MisPainter *self, const MisRect *box, double x, double from, const MisStroke *stroke)
{
  const double margin = KEEP_OFF * self->layout->em;
  const MisPoint points[] = { { x, from }, { x, box->y - margin } };

  if (!crosses (box, x, margin))
    return from;
  if (points[1].y > from)
    mis_canvas_polyline (self->canvas, points, 2, stroke);
  return MAX (from, box->y + box->height + margin);
}

static void
draw_reference (const MisPainter *self, const Row *rows, guint n_rows, double top, double value)
{
  const MisLayout *layout = self->layout;
  const MisStroke stroke =
      mis_painter_get_stroke (self, MIS_COLOR_TEXT, REFERENCE_WIDTH, MIS_DASH_SOLID);
  double unit = mis_scale_to_unit (&layout->x_scale, value);
  double x = layout->plot.x + unit * layout->plot.width;
  double bottom = top + n_rows * layout->rows.row_height;
  double from = top;

  if (!(unit >= 0 && unit <= 1))
    return;
  for (guint i = 0; i < n_rows; i++)
    {
      if (layout->rows.stacked)
        from = skip_text (self, &rows[i].label_box, x, from, &stroke);
      from = skip_text (self, &rows[i].value_box, x, from, &stroke);
    }
  if (from < bottom)
    {
      const MisPoint points[] = { { x, from }, { x, bottom } };

      mis_canvas_polyline (self->canvas, points, 2, &stroke);
    }
}

/* The rows that the clip lets through: from @first, before @end. */
static void
visible_rows (const MisPainter *self, guint *first, guint *end)
{
  const MisLayout *layout = self->layout;
  const MisRect *clip = self->style->clip;
  const double n = layout->rows.n_shown;

  *first = 0;
  *end = layout->rows.n_shown;
  if (clip == NULL || layout->rows.n_shown == 0)
    return;
  *first = (guint)CLAMP (floor ((clip->y - layout->plot.y) / layout->rows.row_height), 0, n);
  *end = (guint)CLAMP (ceil ((clip->y + clip->height - layout->plot.y) / layout->rows.row_height),
                       *first, n);
}

static void
draw_axis_line (const MisPainter *self, double top, double bottom)
{
  const double x = unit_place (self->layout, 0);
  const MisPoint points[] = { { x, top }, { x, bottom } };
  const MisStroke stroke = mis_painter_get_stroke (self, MIS_COLOR_AXIS, 0.8, MIS_DASH_SOLID);

  mis_canvas_polyline (self->canvas, points, 2, &stroke);
}

/* Says how many rows found no room, at the end of the last one's place below. */
static void
draw_count (const MisPainter *self)
{
  const MisLayout *layout = self->layout;
  guint hidden = layout->chart->bars->len - layout->rows.n_shown;
  g_autofree char *count = mis_layout_count_text (hidden);
  g_autofree char *text =
      mis_font_ellipsize (layout->font, count, layout->em, FALSE, layout->frame.width);
  const double line = mis_layout_line_height (layout, layout->em);
  double width = mis_font_get_width (layout->font, text, layout->em, FALSE);
  const MisRect box = { layout->frame.x + layout->frame.width - width,
                        layout->plot.y + layout->rows.n_shown * layout->rows.row_height, width,
                        line };

  if (hidden > 0 && mis_layout_has (layout, MIS_FEATURE_TICKS))
    draw_row_text (self, text, &box, MIS_COLOR_DIM_TEXT);
}

void
mis_painter_draw_bars (const MisPainter *self)
{
  const MisLayout *layout = self->layout;
  const GArray *references = layout->chart->references;
  guint first, end;
  g_autofree Row *rows = NULL;
  double top;

  visible_rows (self, &first, &end);
  rows = g_new (Row, end - first + 1);
  top = layout->plot.y + first * layout->rows.row_height;
  for (guint i = first; i < end; i++)
    {
      char id[32];

      row_init (&rows[i - first], layout, i);
      g_snprintf (id, sizeof id, "bar-%u", i + 1);
      mis_canvas_begin_group (self->canvas, id, "bar", rows[i - first].bar->label);
      draw_row (self, &rows[i - first]);
      mis_canvas_end_group (self->canvas);
    }
  mis_canvas_begin_group (self->canvas, "references", "references", NULL);
  if (end > first)
    draw_axis_line (self, top, top + (end - first) * layout->rows.row_height);
  for (guint i = 0; i < references->len; i++)
    draw_reference (self, rows, end - first, top,
                    g_array_index (references, MisReference, i).value);
  mis_painter_draw_labels (self, MIS_TEXT_GROUP_REFERENCE, MIS_ALL_OWNERS);
  draw_count (self);
  mis_canvas_end_group (self->canvas);
  for (guint i = first; i < end; i++)
    g_free (rows[i - first].label);
}
