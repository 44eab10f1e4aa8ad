/* The box with the values at the cursor, where it covers the least of the chart. */
#include <math.h>

#include "plot/placement.h"
#include "plot/render-private.h"

/* Lengths in font sizes. */
static const double PADDING = 0.7;
static const double DISTANCE = 1;
static const double SWATCH = 0.7;
static const double COLUMN_GAP = 1.2;
static const double MOST_NAME = 20;
static const double LEADING = 1.15; /* lines, in their heights */

static const guint MOST_LINES = 13;

void
mis_readout_line_clear (void *line)
{
  g_free (((MisReadoutLine *)line)->name);
  g_free (((MisReadoutLine *)line)->value);
}

/* A line as it fits on the page; its texts may be empty. */
typedef struct
{
  const MisReadoutLine *line;
  double indent; /* of the name, behind its dot */
  char *name;
  char *value;
  double width;
} Shown;

static void
shown_clear (void *data)
{
  g_free (((Shown *)data)->name);
  g_free (((Shown *)data)->value);
}

/* The value first, then as much of the name as there is room for; not too much beside a value. */
static void
shown_init (Shown *self, const MisLayout *layout, const MisReadoutLine *line)
{
  const double em = layout->em;
  const double page = layout->width - 2 * PADDING * em - 2;
  double room, value;

  self->line = line;
  self->indent = line->has_dot ? 1.6 * SWATCH * em : 0;
  self->value = mis_font_ellipsize (layout->font, line->value != NULL ? line->value : "", em, TRUE,
                                    page - self->indent);
  value = mis_font_get_width (layout->font, self->value, em, TRUE);
  room = page - self->indent;
  if (value > 0)
    room = MIN (room - value - COLUMN_GAP * em, MOST_NAME * em);
  self->name = mis_font_ellipsize_middle (layout->font, line->name != NULL ? line->name : "", em,
                                          line->bold, MAX (room, 0));
  self->width = self->indent + value +
                mis_font_get_width (layout->font, self->name, em, line->bold) +
                (value > 0 && *self->name != '\0' ? COLUMN_GAP * em : 0);
}

/* Names of series, what is said of points and lines; and what stands at the axes, which the values
 * say better. */
static void
add_labels (const MisLayout *layout, MisPlacement *placement, GArray *lesser)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const MisLabel *label = &g_array_index (layout->labels, MisLabel, i);
      const double width = mis_font_get_width (layout->font, label->text, label->size, label->bold);
      const double share = label->anchor == MIS_ANCHOR_START ? 0
                           : label->anchor == MIS_ANCHOR_END ? 1
                                                             : 0.5;
      const MisRect box = { label->x - share * width,
                            label->y - mis_font_get_ascent (layout->font, label->size), width,
                            mis_layout_line_height (layout, label->size) };

      if (label->group == MIS_TEXT_GROUP_X_AXIS || label->group == MIS_TEXT_GROUP_Y_AXIS)
        g_array_append_val (lesser, box);
      else
        mis_placement_add_box (placement, &box);
    }
}

static void
place (const MisPainter *self, const GArray *taken, const MisRect *around, MisRect *box)
{
  const MisLayout *layout = self->layout;
  const MisRect page = { 1, 1, layout->width - 2, layout->height - 2 };
  g_autofree MisPolyline *lines = g_new (MisPolyline, layout->n_shapes + 1);
  g_autoptr (GArray) lesser = g_array_new (FALSE, FALSE, sizeof (MisRect));
  MisPlacement placement;

  for (guint i = 0; i < layout->n_shapes; i++)
    lines[i] = layout->shapes[i].line;
  mis_placement_init (&placement, &page, lines, layout->n_shapes);
  add_labels (layout, &placement, lesser);
  for (guint i = 0; i < taken->len; i++)
    mis_placement_add_box (&placement, &g_array_index (taken, MisRect, i));
  mis_placement_cover_least (&placement, lesser, around, DISTANCE * layout->em, box);
  mis_placement_clear (&placement);
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
           MisAnchor anchor)
{
  const double em = self->layout->em;
  const MisText run = {
    .text = text,
    .x = x,
    .y = mis_layout_center_line (self->layout, middle, em),
    .size = em,
    .bold = bold,
    .anchor = anchor,
    .color = mis_theme_get_text_color (self->theme, MIS_COLOR_TEXT),
  };

  mis_canvas_text (self->canvas, &run);
}

static void
draw_line (const MisPainter *self, const Shown *shown, double left, double right, double middle)
{
  const double radius = SWATCH * self->layout->em / 2;
  const MisColor fill = mis_theme_get_color (self->theme, shown->line->color);

  if (shown->line->has_dot)
    mis_canvas_marker (self->canvas, MIS_MARKER_CIRCLE, left + radius, middle, radius, &fill, NULL);
  if (*shown->name != '\0')
    draw_text (self, shown->name, left + shown->indent, middle, shown->line->bold,
               MIS_ANCHOR_START);
  if (*shown->value != '\0')
    draw_text (self, shown->value, right, middle, TRUE, MIS_ANCHOR_END);
}

void
mis_painter_draw_readout (const MisPainter *self,
                          const GArray *lines,
                          const GArray *taken,
                          const MisRect *around)
{
  const double em = self->layout->em, padding = PADDING * em;
  const double step = LEADING * mis_layout_line_height (self->layout, em);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Shown));
  MisRect box = { .width = 0, .height = MIN (lines->len, MOST_LINES) * step + 2 * padding };

  g_array_set_clear_func (all, shown_clear);
  for (guint i = 0; i < MIN (lines->len, MOST_LINES); i++)
    {
      Shown shown;

      shown_init (&shown, self->layout, &g_array_index (lines, MisReadoutLine, i));
      g_array_append_val (all, shown);
      box.width = MAX (box.width, shown.width + 2 * padding);
    }
  place (self, taken, around, &box);
  draw_box (self, &box);
  for (guint i = 0; i < all->len; i++)
    draw_line (self, &g_array_index (all, Shown, i), box.x + padding, box.x + box.width - padding,
               box.y + padding + (i + 0.5) * step);
}
