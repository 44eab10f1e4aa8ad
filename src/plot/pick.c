/* From data to points on the page and back: for pointers, cursors and scrolled widgets. */
#include <math.h>

#include "plot/layout-private.h"

/* So tall that every row has its natural height. */
static const double TALL = 1e7;

static const double LINE_CHART_RATIO = 0.6;

gboolean
mis_layout_position (const MisLayout *layout, double x, double y, double *px, double *py)
{
  double across, up;

  g_return_val_if_fail (layout != NULL && px != NULL && py != NULL, FALSE);

  across = mis_scale_to_unit (&layout->x_scale, x);
  if (mis_layout_is_bars (layout))
    {
      *px = layout->plot.x + across * layout->plot.width;
      *py = layout->plot.y + (y + 0.5) * layout->rows.row_height;
      return isfinite (*px) && isfinite (*py);
    }
  up = mis_scale_to_unit (&layout->y_scale, y);
  *px = layout->plot.x + across * layout->plot.width;
  *py = layout->plot.y + (1 - up) * layout->plot.height;
  return isfinite (*px) && isfinite (*py);
}

static gboolean
is_drawn (const MisLayout *self, const MisSeries *series, guint point)
{
  return !isnan (mis_scale_to_unit (&self->x_scale, series->xs[point])) &&
         !isnan (mis_scale_to_unit (&self->y_scale, series->ys[point]));
}

int
mis_layout_find_point (const MisLayout *layout, guint series, double x)
{
  const MisSeries *self;
  double wanted, nearest = INFINITY;
  int found = -1;

  g_return_val_if_fail (layout != NULL && series < layout->chart->series->len, -1);

  self = mis_chart_get_series (layout->chart, series);
  wanted = mis_scale_to_unit (&layout->x_scale, x);
  for (guint i = 0; i < self->n; i++)
    {
      double unit = mis_scale_to_unit (&layout->x_scale, self->xs[i]);

      if (unit >= -1e-9 && unit <= 1 + 1e-9 && is_drawn (layout, self, i) &&
          fabs (unit - wanted) < nearest)
        {
          nearest = fabs (unit - wanted);
          found = (int)i;
        }
    }
  return found;
}

/* Fills in the nearest point of one series, if it is nearer than what @pick holds. */
static void
pick_in_series (const MisLayout *self, guint series, double px, double py, MisPick *pick)
{
  const MisSeries *own = mis_chart_get_series (self->chart, series);
  int point = mis_layout_find_point (self, series, pick->x);
  double x, y, held_x, held_y;

  if (point < 0 || !mis_layout_position (self, own->xs[point], own->ys[point], &x, &y))
    return;
  if (pick->series >= 0)
    {
      mis_layout_position (self, pick->point_x, pick->y, &held_x, &held_y);
      if (fabs (held_x - px) < fabs (x - px) - 1e-9 ||
          (fabs (held_x - px) <= fabs (x - px) + 1e-9 && pick->distance <= hypot (x - px, y - py)))
        return;
    }
  pick->series = (int)series;
  pick->point = point;
  pick->point_x = own->xs[point];
  pick->distance = hypot (x - px, y - py);
}

gboolean
mis_layout_pick (const MisLayout *layout, double px, double py, MisPick *pick)
{
  const MisRect *plot;

  g_return_val_if_fail (layout != NULL && pick != NULL, FALSE);

  plot = &layout->plot;
  *pick = (MisPick){ .series = -1, .point = -1, .point_x = NAN, .distance = INFINITY, .bar = -1 };
  pick->x = mis_scale_from_unit (&layout->x_scale, (px - plot->x) / plot->width);
  if (mis_layout_is_bars (layout))
    {
      const MisRows *rows = &layout->rows;
      double row = floor ((py - plot->y) / rows->row_height);

      pick->y = row;
      if (row >= 0 && row < rows->n_shown && px >= 0 && px <= layout->width)
        pick->bar = (int)row;
      return pick->bar >= 0;
    }
  pick->y = mis_scale_from_unit (&layout->y_scale, 1 - (py - plot->y) / plot->height);
  for (guint i = 0; i < layout->chart->series->len; i++)
    pick_in_series (layout, i, px, py, pick);
  return mis_rect_contains (plot, px, py);
}

double
mis_chart_natural_height (MisChart *chart, double width, double font_size, MisRenderFlags flags)
{
  MisLayout *layout;
  double height;

  g_return_val_if_fail (chart != NULL, 0);

  if (chart->bars->len == 0)
    return LINE_CHART_RATIO * width;
  layout = mis_layout_new (chart, width, TALL, font_size, flags);
  height = TALL - layout->rows.room + chart->bars->len * mis_bars_natural_row (layout);
  mis_layout_free (layout);
  return ceil (height);
}
