#include "plot/polyline.h"

#include <math.h>

/* How many plot sizes away a point may lie. */
static const double FAR = 20;

static const double COLUMNS_PER_POINT = 2;
#define KEPT_PER_COLUMN 4

MisPoint
mis_polyline_place (
    const MisScale *x_scale, const MisScale *y_scale, const MisRect *plot, double x, double y)
{
  double across = mis_scale_to_unit (x_scale, x);
  double up = mis_scale_to_unit (y_scale, y);

  if (isnan (across) || isnan (up))
    return (MisPoint){ NAN, NAN };
  across = CLAMP (across, -FAR, FAR + 1);
  up = CLAMP (up, -FAR, FAR + 1);
  return (MisPoint){ plot->x + across * plot->width, plot->y + (1 - up) * plot->height };
}

static gboolean
runs_forward (const MisPoint *points, guint n)
{
  for (guint i = 1; i < n; i++)
    if (points[i].x < points[i - 1].x)
      return FALSE;
  return TRUE;
}

static void
swap_into_order (guint *first, guint *second)
{
  guint larger = MAX (*first, *second);

  *first = MIN (*first, *second);
  *second = larger;
}

/* Keeps the first, lowest, highest and last of points[from..to) at the end of @kept. */
static void
keep_extremes (GArray *kept, const MisPoint *points, guint from, guint to)
{
  guint low = from, high = from;
  guint chosen[KEPT_PER_COLUMN];

  for (guint i = from; i < to; i++)
    {
      if (points[i].y < points[low].y)
        low = i;
      if (points[i].y > points[high].y)
        high = i;
    }
  swap_into_order (&low, &high);
  chosen[0] = from;
  chosen[1] = low;
  chosen[2] = high;
  chosen[3] = to - 1;
  for (guint i = 0; i < KEPT_PER_COLUMN; i++)
    if (i == 0 || chosen[i] != chosen[i - 1])
      g_array_append_val (kept, points[chosen[i]]);
}

static void
append_run (GArray *kept, const MisPoint *run, guint n)
{
  guint from = 0;

  if (n == 0)
    return;
  if (n <= KEPT_PER_COLUMN * COLUMNS_PER_POINT * (run[n - 1].x - run[0].x) ||
      n <= KEPT_PER_COLUMN || !runs_forward (run, n))
    {
      g_array_append_vals (kept, run, n);
      return;
    }
  for (guint i = 1; i <= n; i++)
    if (i == n || floor (run[i].x * COLUMNS_PER_POINT) > floor (run[from].x * COLUMNS_PER_POINT))
      {
        keep_extremes (kept, run, from, i);
        from = i;
      }
}

void
mis_polyline_init (MisPolyline *polyline,
                const MisScale *x_scale,
                const MisScale *y_scale,
                const MisRect *plot,
                const double *xs,
                const double *ys,
                const double *also,
                guint n)
{
  g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (MisPoint));
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (MisPoint));
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (starts, kept->len);
  for (guint i = 0; i <= n; i++)
    {
      MisPoint point = { NAN, NAN };

      if (i < n && (also == NULL || !isnan (mis_scale_to_unit (y_scale, also[i]))))
        point = mis_polyline_place (x_scale, y_scale, plot, xs[i], ys[i]);
      if (!isnan (point.x))
        {
          g_array_append_val (run, point);
          continue;
        }
      append_run (kept, (MisPoint *)(void *)run->data, run->len);
      if (run->len > 0)
        g_array_append_val (starts, kept->len);
      g_array_set_size (run, 0);
    }
  polyline->n = kept->len;
  polyline->n_runs = starts->len - 1;
  polyline->points = (MisPoint *)(void *)g_array_free (kept, FALSE);
  polyline->starts = (guint *)(void *)g_array_free (starts, FALSE);
}

void
mis_polyline_clear (MisPolyline *polyline)
{
  g_clear_pointer (&polyline->points, g_free);
  g_clear_pointer (&polyline->starts, g_free);
  polyline->n = polyline->n_runs = 0;
}
