#include "plot/render.h"

#include <math.h>

#include "plot/render-private.h"

static const double GRID_WIDTH = 0.6;
static const double AXIS_WIDTH = 0.8;
static const double REFERENCE_WIDTH = 0.9;

/* Lengths in font sizes. */
static const double TICK_LENGTH = 0.35;
static const double RING_RADIUS = 0.42;
static const double LEADER_FROM = 1.6; /* from a point to a label that has a line to it */
static const double LABEL_GAP = 0.25; /* between a label and the ends of a line that it breaks */

typedef struct
{
  const char *id;
  const char *css_class;
} GroupName;

static const GroupName GROUPS[MIS_N_TEXT_GROUPS] = {
  [MIS_TEXT_GROUP_HEAD] = { "head", "head" },
  [MIS_TEXT_GROUP_SOURCE] = { "source", "source" },
  [MIS_TEXT_GROUP_X_AXIS] = { "x-axis", "axis" },
  [MIS_TEXT_GROUP_Y_AXIS] = { "y-axis", "axis" },
  [MIS_TEXT_GROUP_KEY] = { "legend", "legend" },
  [MIS_TEXT_GROUP_REFERENCE] = { "references", "references" },
  [MIS_TEXT_GROUP_SERIES] = { "series", "all-series" },
  [MIS_TEXT_GROUP_MARK] = { "points", "points" },
};

MisStroke
mis_painter_get_stroke (const MisPainter *self, MisColorRole role, double width, MisDash dash)
{
  return (MisStroke){ .color = mis_theme_get_color (self->theme, role),
                      .width = width * mis_theme_get_line_scale (self->theme),
                      .dash = dash };
}

void
mis_painter_draw_labels (const MisPainter *self, MisTextGroup group, int owner)
{
  for (guint i = 0; i < self->layout->labels->len; i++)
    {
      const MisLabel *label = &g_array_index (self->layout->labels, MisLabel, i);
      const MisText text = {
        .text = label->text,
        .x = label->x,
        .y = label->y,
        .size = label->size,
        .bold = label->bold,
        .anchor = label->anchor,
        .color = mis_theme_get_text_color (self->theme, label->color),
      };

      if (label->group == group && (owner == MIS_ALL_OWNERS || owner == label->owner))
        mis_canvas_text (self->canvas, &text);
    }
}

static void
begin_text_group (const MisPainter *self, MisTextGroup group)
{
  mis_canvas_begin_group (self->canvas, GROUPS[group].id, GROUPS[group].css_class, NULL);
}

static gboolean
has_labels (const MisPainter *self, MisTextGroup group)
{
  for (guint i = 0; i < self->layout->labels->len; i++)
    if (g_array_index (self->layout->labels, MisLabel, i).group == group)
      return TRUE;
  return FALSE;
}

static void
draw_text_group (const MisPainter *self, MisTextGroup group)
{
  if (!has_labels (self, group))
    return;
  begin_text_group (self, group);
  mis_painter_draw_labels (self, group, MIS_ALL_OWNERS);
  mis_canvas_end_group (self->canvas);
}

static void
draw_line (
    const MisPainter *self, double x1, double y1, double x2, double y2, const MisStroke *stroke)
{
  const MisPoint points[] = { { x1, y1 }, { x2, y2 } };

  mis_canvas_polyline (self->canvas, points, 2, stroke);
}

static double
x_place (const MisLayout *layout, double value)
{
  return layout->plot.x + layout->plot.width * mis_scale_to_unit (&layout->x_scale, value);
}

static double
y_place (const MisLayout *layout, double value)
{
  return layout->plot.y + layout->plot.height * (1 - mis_scale_to_unit (&layout->y_scale, value));
}

static double
label_end (const MisLayout *layout, const MisLabel *label)
{
  return label->x + mis_font_get_width (layout->font, label->text, label->size, label->bold)
         + LABEL_GAP * layout->em;
}

/* (nullable): the label of a point that lies on height @y, the first one that ends behind @x. */
static const MisLabel *
find_label_across (const MisLayout *layout, double x, double y)
{
  const MisLabel *found = NULL;

  for (guint i = 0; i < layout->labels->len; i++)
    {
      const MisLabel *label = &g_array_index (layout->labels, MisLabel, i);

      if (label->group == MIS_TEXT_GROUP_MARK
          && y > label->y - mis_font_get_ascent (layout->font, label->size)
          && y < label->y + mis_font_get_descent (layout->font, label->size)
          && label_end (layout, label) > x && (found == NULL || label->x < found->x))
        found = label;
    }
  return found;
}

/* A line of the grid does not run through the label of a point. */
static void
draw_grid_line (const MisPainter *self, double y, const MisStroke *stroke)
{
  const MisLayout *layout = self->layout;
  const double end = layout->plot.x + layout->plot.width;
  double x = layout->plot.x;

  while (x < end)
    {
      const MisLabel *label = find_label_across (layout, x, y);
      double stop = label != NULL ? MIN (label->x - LABEL_GAP * layout->em, end) : end;

      if (stop > x)
        draw_line (self, x, y, stop, y, stroke);
      x = label != NULL ? label_end (layout, label) : end;
    }
}

static void
draw_y_axis (const MisPainter *self)
{
  const MisLayout *layout = self->layout;
  const MisStroke grid = mis_painter_get_stroke (self, MIS_COLOR_GRID, GRID_WIDTH, MIS_DASH_SOLID);
  const MisStroke zero = mis_painter_get_stroke (self, MIS_COLOR_AXIS, AXIS_WIDTH, MIS_DASH_SOLID);

  begin_text_group (self, MIS_TEXT_GROUP_Y_AXIS);
  for (guint i = 0; i < layout->y_ticks.n; i++)
    {
      double value = layout->y_ticks.values[i];
      double y = y_place (layout, value);

      draw_grid_line (self, y, value < 0 || value > 0 ? &grid : &zero);
    }
  mis_painter_draw_labels (self, MIS_TEXT_GROUP_Y_AXIS, MIS_ALL_OWNERS);
  mis_canvas_end_group (self->canvas);
}

static void
draw_x_axis (const MisPainter *self)
{
  const MisLayout *layout = self->layout;
  const MisStroke axis = mis_painter_get_stroke (self, MIS_COLOR_AXIS, AXIS_WIDTH, MIS_DASH_SOLID);
  double bottom = layout->plot.y + layout->plot.height;

  begin_text_group (self, MIS_TEXT_GROUP_X_AXIS);
  draw_line (self, layout->plot.x, bottom, layout->plot.x + layout->plot.width, bottom, &axis);
  for (guint i = 0; i < layout->x_ticks.n && mis_layout_has (layout, MIS_FEATURE_TICKS); i++)
    {
      double x = x_place (layout, layout->x_ticks.values[i]);

      draw_line (self, x, bottom, x, bottom + TICK_LENGTH * layout->em, &axis);
    }
  mis_painter_draw_labels (self, MIS_TEXT_GROUP_X_AXIS, MIS_ALL_OWNERS);
  mis_canvas_end_group (self->canvas);
}

static void
draw_references (const MisPainter *self)
{
  const MisLayout *layout = self->layout;
  const GArray *references = layout->chart->references;
  const MisRect *plot = &layout->plot;
  const MisStroke stroke =
      mis_painter_get_stroke (self, MIS_COLOR_REFERENCE, REFERENCE_WIDTH, MIS_DASH_SHORT);

  if (references->len == 0)
    return;
  begin_text_group (self, MIS_TEXT_GROUP_REFERENCE);
  for (guint i = 0; i < references->len; i++)
    {
      const MisReference *reference = &g_array_index (references, MisReference, i);
      double x = x_place (layout, reference->value);
      double y = y_place (layout, reference->value);

      if (reference->axis == MIS_AXIS_X && x >= plot->x && x <= plot->x + plot->width)
        draw_line (self, x, plot->y, x, plot->y + plot->height, &stroke);
      else if (reference->axis == MIS_AXIS_Y && y >= plot->y && y <= plot->y + plot->height)
        draw_line (self, plot->x, y, plot->x + plot->width, y, &stroke);
    }
  mis_painter_draw_labels (self, MIS_TEXT_GROUP_REFERENCE, MIS_ALL_OWNERS);
  mis_canvas_end_group (self->canvas);
}

/* The place in a label's box that is nearest to a point. */
static MisPoint
nearest_of_label (const MisLayout *layout, const MisLabel *label, MisPoint point)
{
  const double top = label->y - mis_font_get_ascent (layout->font, label->size);
  const double bottom = label->y + mis_font_get_descent (layout->font, label->size);
  const double width = mis_font_get_width (layout->font, label->text, label->size, label->bold);

  return (MisPoint){ CLAMP (point.x, label->x, label->x + width), CLAMP (point.y, top, bottom) };
}

/* From the ring to a label that found no place beside it, so that it is known what is named. */
static void
draw_leader (const MisPainter *self, guint mark, MisPoint point)
{
  const MisLayout *layout = self->layout;
  const MisStroke stroke =
      mis_painter_get_stroke (self, MIS_COLOR_REFERENCE, REFERENCE_WIDTH, MIS_DASH_SOLID);
  const double ring = RING_RADIUS * layout->mark_em;

  for (guint i = 0; i < layout->labels->len; i++)
    {
      const MisLabel *label = &g_array_index (layout->labels, MisLabel, i);
      const MisPoint end = nearest_of_label (layout, label, point);
      const double length = hypot (end.x - point.x, end.y - point.y);

      if (label->group == MIS_TEXT_GROUP_MARK && label->owner == (int)mark
          && length > LEADER_FROM * layout->em)
        draw_line (self, point.x + (end.x - point.x) * ring / length,
                   point.y + (end.y - point.y) * ring / length, end.x, end.y, &stroke);
    }
}

static void
draw_points (const MisPainter *self)
{
  const MisLayout *layout = self->layout;
  const GArray *marks = layout->chart->marks;
  const MisColor fill = mis_theme_get_color (self->theme, MIS_COLOR_CARD);
  const MisStroke ring =
      mis_painter_get_stroke (self, MIS_COLOR_TEXT, 0.2 * layout->mark_em, MIS_DASH_SOLID);

  if (marks->len == 0)
    return;
  begin_text_group (self, MIS_TEXT_GROUP_MARK);
  for (guint i = 0; i < marks->len; i++)
    {
      const MisMark *mark = &g_array_index (marks, MisMark, i);
      double x = x_place (layout, mark->x), y = y_place (layout, mark->y);

      if (!mis_rect_contains (&layout->plot, x, y))
        continue;
      draw_leader (self, i, (MisPoint){ x, y });
      mis_canvas_marker (self->canvas, MIS_MARKER_CIRCLE, x, y, RING_RADIUS * layout->mark_em,
                         &fill, &ring);
    }
  mis_painter_draw_labels (self, MIS_TEXT_GROUP_MARK, MIS_ALL_OWNERS);
  mis_canvas_end_group (self->canvas);
}

static void
draw_key (const MisPainter *self)
{
  const GArray *swatches = self->layout->swatches;

  if (swatches->len == 0 && *self->layout->chart->texts[MIS_CHART_LEGEND_TITLE] == '\0')
    return;
  begin_text_group (self, MIS_TEXT_GROUP_KEY);
  for (guint i = 0; i < swatches->len; i++)
    mis_painter_draw_swatch (self, &g_array_index (swatches, MisSwatch, i));
  mis_painter_draw_labels (self, MIS_TEXT_GROUP_KEY, MIS_ALL_OWNERS);
  mis_canvas_end_group (self->canvas);
}

static void
draw_background (const MisPainter *self)
{
  const MisLayout *layout = self->layout;
  const MisColor card = mis_theme_get_color (self->theme, MIS_COLOR_CARD);
  const MisRect page = { 0, 0, layout->width, layout->height };

  if ((self->style->flags & MIS_RENDER_TRANSPARENT) != 0)
    return;
  mis_canvas_begin_group (self->canvas, "background", "background", NULL);
  mis_canvas_rect (self->canvas, &page, 0, MIS_SIDE_NONE, &card);
  mis_canvas_end_group (self->canvas);
}

void
mis_layout_render (MisLayout *layout,
                   MisCanvas *canvas,
                   const MisTheme *theme,
                   const MisRenderStyle *style)
{
  static const MisRenderStyle plain = MIS_RENDER_STYLE_INIT;
  const MisPainter self = { layout, canvas, theme, style != NULL ? style : &plain };

  g_return_if_fail (layout != NULL && canvas != NULL && theme != NULL);

  draw_background (&self);
  draw_text_group (&self, MIS_TEXT_GROUP_HEAD);
  if (mis_layout_is_bars (layout))
    {
      if (mis_bars_have_axis (layout))
        draw_x_axis (&self);
      mis_painter_draw_bars (&self);
      mis_painter_draw_row_cursor (&self);
    }
  else
    {
      draw_y_axis (&self);
      draw_x_axis (&self);
      draw_key (&self);
      draw_references (&self);
      mis_painter_draw_series (&self);
      draw_points (&self);
      mis_painter_draw_cursor (&self);
    }
  draw_text_group (&self, MIS_TEXT_GROUP_SOURCE);
}

void
mis_chart_render (MisChart *chart,
                  MisCanvas *canvas,
                  const MisTheme *theme,
                  const MisRenderStyle *style,
                  double width,
                  double height)
{
  g_autoptr (MisLayout) layout = NULL;

  g_return_if_fail (chart != NULL && canvas != NULL && theme != NULL);

  layout = mis_layout_new (chart, width, height, style != NULL ? style->font_size : 0,
                           style != NULL ? style->flags : 0);
  mis_layout_render (layout, canvas, theme, style);
}
