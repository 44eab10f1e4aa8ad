#include "app/plot-cursor.h"

#include <math.h>
#include <string.h>

#define LEAPS 10 /* along a curve */
#define LEAP_BARS 10

/* Whether some points of @series are drawn, and it would be known what they are. */
static gboolean
can_be_walked (const MisSeries *series)
{
  if ((series->flags & MIS_SERIES_THEORY) != 0 && *series->name == '\0')
    return FALSE;
  for (guint i = 0; i < series->n; i++)
    if (isfinite (series->xs[i]) && isfinite (series->ys[i]))
      return TRUE;
  return FALSE;
}

/* Whether another series is the same curve with more points. */
static gboolean
is_part_of_another (MisChart *chart, guint index)
{
  const MisSeries *own = mis_chart_get_series (chart, index);

  for (guint i = 0; i < mis_chart_get_n_series (chart); i++)
    {
      const MisSeries *other = mis_chart_get_series (chart, i);

      if (i != index && *own->name != '\0' && strcmp (other->name, own->name) == 0
          && (other->n > own->n || (other->n == own->n && i < index)))
        return TRUE;
    }
  return FALSE;
}

/* (element-type guint): the series to walk along. */
static GArray *
list_series (MisChart *chart)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < mis_chart_get_n_series (chart); i++)
    if (can_be_walked (mis_chart_get_series (chart, i)) && !is_part_of_another (chart, i))
      g_array_append_val (list, i);
  return list;
}

/* (element-type double): where the cursor may stand, in the order of the points. */
static GArray *
list_places (const MisPlotCursor *self, MisChart *chart)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) all = list_series (chart);
  const MisSeries *series;

  for (guint i = 0; i < mis_chart_get_n_bars (chart); i++)
    {
      double place = i;

      g_array_append_val (places, place);
    }
  if (places->len > 0 || all->len == 0)
    return places;
  series = mis_chart_get_series (chart, g_array_index (all, guint,
                                                       MIN (self->series, all->len - 1)));
  for (guint i = 0; i < series->n; i++)
    if (isfinite (series->xs[i]) && isfinite (series->ys[i]))
      g_array_append_val (places, series->xs[i]);
  return places;
}

static int
find_nearest (const GArray *places, double x)
{
  int nearest = 0;

  for (guint i = 1; i < places->len; i++)
    if (fabs (g_array_index (places, double, i) - x)
        < fabs (g_array_index (places, double, nearest) - x))
      nearest = (int) i;
  return nearest;
}

static gboolean
go_to (MisPlotCursor *self, const GArray *places, int index)
{
  self->x = g_array_index (places, double, CLAMP (index, 0, (int) places->len - 1));
  return TRUE;
}

guint
mis_plot_cursor_count_series (MisChart *chart)
{
  g_autoptr (GArray) all = list_series (chart);

  return mis_chart_get_n_bars (chart) > 0 ? 0 : all->len;
}

int
mis_plot_cursor_get_series (const MisPlotCursor *cursor, MisChart *chart)
{
  g_autoptr (GArray) all = list_series (chart);

  if (all->len < 2 || isnan (cursor->x))
    return -1;
  return (int) g_array_index (all, guint, MIN (cursor->series, all->len - 1));
}

gboolean
mis_plot_cursor_step (MisPlotCursor *cursor, MisChart *chart, int steps)
{
  g_autoptr (GArray) places = list_places (cursor, chart);
  double x, y;

  if (places->len == 0)
    return FALSE;
  if (!isnan (cursor->x))
    return go_to (cursor, places, find_nearest (places, cursor->x) + steps);
  if (mis_chart_get_n_bars (chart) == 0 && mis_chart_get_point (chart, 0, &x, &y))
    return go_to (cursor, places, find_nearest (places, x));
  return mis_plot_cursor_go_to_end (cursor, chart, steps < 0);
}

gboolean
mis_plot_cursor_leap (MisPlotCursor *cursor, MisChart *chart, int direction)
{
  g_autoptr (GArray) places = list_places (cursor, chart);
  int steps = mis_chart_get_n_bars (chart) > 0 ? LEAP_BARS : MAX (1, (int) places->len / LEAPS);

  return mis_plot_cursor_step (cursor, chart, direction * steps);
}

gboolean
mis_plot_cursor_go_to_end (MisPlotCursor *cursor, MisChart *chart, gboolean last)
{
  g_autoptr (GArray) places = list_places (cursor, chart);

  return places->len > 0 && go_to (cursor, places, last ? (int) places->len - 1 : 0);
}

gboolean
mis_plot_cursor_change_series (MisPlotCursor *cursor, MisChart *chart, int direction)
{
  int n = (int) mis_plot_cursor_count_series (chart);

  if (n == 0)
    return FALSE;
  /* The first key shows where the cursor is. */
  if (isnan (cursor->x))
    return mis_plot_cursor_step (cursor, chart, 1);
  cursor->series = (guint) CLAMP ((int) MIN (cursor->series, (guint) n - 1) + direction, 0, n - 1);
  return mis_plot_cursor_step (cursor, chart, 0);
}
