/* The series of a layout as they lie on the page: lines, bands and columns. */
#include <math.h>

#include "plot/layout-private.h"

void
mis_shapes_clear (MisLayout *self)
{
  for (guint i = 0; i < self->n_shapes; i++)
    {
      mis_polyline_clear (&self->shapes[i].line);
      mis_polyline_clear (&self->shapes[i].low);
      mis_polyline_clear (&self->shapes[i].high);
    }
  g_clear_pointer (&self->shapes, g_free);
  self->n_shapes = 0;
}

/* Whether the columns of @index stand alone, and so each has sides of its own. */
static gboolean
has_sides (const MisChart *chart, guint index)
{
  for (guint i = 0; i < chart->series->len; i++)
    if (i != index && mis_chart_get_series (chart, i)->column > 0)
      return FALSE;
  return TRUE;
}

static void
add_corner (GArray *corners, double x, double y)
{
  const MisPoint corner = { x, y };

  g_array_append_val (corners, corner);
}

/* (element-type MisPoint): the outline of columns, in data units; a gap where they are 0. */
static GArray *
list_corners (const MisSeries *series, gboolean sides)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (MisPoint));

  for (guint i = 0; i < series->n; i++)
    {
      const double left = series->xs[i] - series->column / 2, right = left + series->column;
      const gboolean begins = sides || i == 0 || !(series->ys[i - 1] > 0);
      const gboolean ends = sides || i + 1 == series->n || !(series->ys[i + 1] > 0);

      if (!(series->ys[i] > 0))
        continue;
      if (begins)
        add_corner (corners, left, 0);
      add_corner (corners, left, series->ys[i]);
      add_corner (corners, right, series->ys[i]);
      if (!ends)
        continue;
      add_corner (corners, right, 0);
      add_corner (corners, NAN, NAN);
    }
  return corners;
}

/* The outline as a line, and what is within as a band. */
static void
find_columns (const MisLayout *self, const MisSeries *series, gboolean sides, MisShapes *shapes)
{
  g_autoptr (GArray) corners = list_corners (series, sides);
  const guint n = corners->len;
  g_autofree double *xs = g_new (double, n + 1), *ys = g_new (double, n + 1);
  g_autofree double *zeros = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      xs[i] = g_array_index (corners, MisPoint, i).x;
      ys[i] = g_array_index (corners, MisPoint, i).y;
    }
  mis_polyline_init (&shapes->line, &self->x_scale, &self->y_scale, &self->plot, xs, ys, NULL, n);
  mis_polyline_init (&shapes->high, &self->x_scale, &self->y_scale, &self->plot, xs, ys, NULL, n);
  mis_polyline_init (&shapes->low, &self->x_scale, &self->y_scale, &self->plot, xs, zeros, NULL, n);
}

void
mis_shapes_find (MisLayout *self)
{
  self->n_shapes = self->chart->series->len;
  self->shapes = g_new0 (MisShapes, self->n_shapes + 1);
  for (guint i = 0; i < self->n_shapes; i++)
    {
      const MisSeries *series = mis_chart_get_series (self->chart, i);
      MisShapes *shapes = &self->shapes[i];

      if (series->column > 0)
        {
          find_columns (self, series, has_sides (self->chart, i), shapes);
          continue;
        }
      mis_polyline_init (&shapes->line, &self->x_scale, &self->y_scale, &self->plot, series->xs,
                         series->ys, NULL, series->n);
      if (series->low == NULL)
        continue;
      mis_polyline_init (&shapes->low, &self->x_scale, &self->y_scale, &self->plot, series->xs,
                         series->low, series->high, series->n);
      mis_polyline_init (&shapes->high, &self->x_scale, &self->y_scale, &self->plot, series->xs,
                         series->high, series->low, series->n);
    }
}
