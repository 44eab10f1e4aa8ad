/* What a chart shows: series and their bands, bars, reference lines and points. */
#include <math.h>

#include "plot/chart-private.h"

guint
mis_chart_add_series (MisChart *chart,
                      const char *name,
                      const double *xs,
                      const double *ys,
                      guint n,
                      MisSeriesFlags flags)
{
  MisSeries series = { 0 };

  g_return_val_if_fail (chart != NULL, 0);
  g_return_val_if_fail (n == 0 || (xs != NULL && ys != NULL), 0);

  series.name = mis_chart_clean_text (name, FALSE);
  series.xs = g_memdup2 (xs, n * sizeof *xs);
  series.ys = g_memdup2 (ys, n * sizeof *ys);
  series.n = n;
  series.flags = flags;
  if ((flags & (MIS_SERIES_LINE | MIS_SERIES_MARKERS)) == 0)
    series.flags |= MIS_SERIES_LINE;
  series.color = MIS_COLOR_REFERENCE;
  if ((flags & MIS_SERIES_THEORY) == 0)
    {
      series.style = chart->n_styles++;
      series.color = MIS_COLOR_SERIES_1 + series.style % MIS_N_SERIES_COLORS;
    }
  g_array_append_val (chart->series, series);
  return chart->series->len - 1;
}

void
mis_chart_set_series_color (MisChart *chart, guint series, MisColorRole color)
{
  g_return_if_fail (chart != NULL && series < chart->series->len);
  g_array_index (chart->series, MisSeries, series).color = color;
}

void
mis_chart_set_band (
    MisChart *chart, guint series, const double *low, const double *high, const char *meaning)
{
  MisSeries *self;

  g_return_if_fail (chart != NULL && series < chart->series->len);
  g_return_if_fail (low != NULL && high != NULL);

  self = &g_array_index (chart->series, MisSeries, series);
  g_free (self->low);
  g_free (self->high);
  g_free (self->meaning);
  self->low = g_memdup2 (low, self->n * sizeof *low);
  self->high = g_memdup2 (high, self->n * sizeof *high);
  self->meaning = mis_chart_clean_text (meaning, FALSE);
}

void
mis_chart_set_columns (MisChart *chart, guint series, double width)
{
  g_return_if_fail (chart != NULL && series < chart->series->len);
  g_return_if_fail (width > 0);

  g_array_index (chart->series, MisSeries, series).column = width;
}

guint
mis_chart_add_bar (
    MisChart *chart, const char *label, double value, const char *value_text, MisColorRole color)
{
  MisBar bar;

  g_return_val_if_fail (chart != NULL, 0);

  bar.label = mis_chart_clean_text (label, FALSE);
  bar.value = isfinite (value) ? value : (double)NAN;
  bar.value_text = mis_chart_clean_text (value_text, FALSE);
  bar.color = color;
  g_array_append_val (chart->bars, bar);
  return chart->bars->len - 1;
}

void
mis_chart_set_bars_range (MisChart *chart, double min, double max)
{
  g_return_if_fail (chart != NULL);
  chart->bars_min = min > max ? max : min;
  chart->bars_max = min > max ? min : max;
}

void
mis_chart_add_reference (MisChart *chart, MisAxis axis, double value, const char *label)
{
  MisReference reference = { axis, value, NULL };

  g_return_if_fail (chart != NULL);

  reference.label = mis_chart_clean_text (label, FALSE);
  g_array_append_val (chart->references, reference);
}

void
mis_chart_add_point (MisChart *chart, double x, double y, const char *label)
{
  MisMark mark = { x, y, NULL };

  g_return_if_fail (chart != NULL);

  mark.label = mis_chart_clean_text (label, FALSE);
  g_array_append_val (chart->marks, mark);
}

gboolean
mis_chart_get_point (const MisChart *chart, guint point, double *x, double *y)
{
  const MisMark *mark;

  g_return_val_if_fail (chart != NULL && x != NULL && y != NULL, FALSE);

  if (point >= chart->marks->len)
    return FALSE;
  mark = &g_array_index (chart->marks, MisMark, point);
  *x = mark->x;
  *y = mark->y;
  return TRUE;
}

void
mis_chart_set_legend (MisChart *chart, MisLegend legend)
{
  g_return_if_fail (chart != NULL);
  chart->legend = legend;
}

guint
mis_chart_get_n_series (const MisChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);
  return chart->series->len;
}

const MisSeries *
mis_chart_get_series (const MisChart *chart, guint series)
{
  g_return_val_if_fail (chart != NULL && series < chart->series->len, NULL);
  return &g_array_index (chart->series, MisSeries, series);
}

guint
mis_chart_get_n_bars (const MisChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);
  return chart->bars->len;
}

const MisBar *
mis_chart_get_bar (const MisChart *chart, guint bar)
{
  g_return_val_if_fail (chart != NULL && bar < chart->bars->len, NULL);
  return &g_array_index (chart->bars, MisBar, bar);
}
