/* The rising line: what share of the runs is at or below each score, from the exact lowest score
 * that the ranges allow to the exact highest: hard bounds are ends, not tails. */
#include "report/distribution-parts.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "report/number-text.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define N_Y_TICKS 6u

/* Of what the curves take of the x axis. */
#define MARGIN 0.04

/* Of the curve with the most of them. */
static guint
count_steps (const MisFigureData *data)
{
  guint most = 1;

  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      if (it != NULL)
        most = MAX (most, it->n - 1);
    }
  return most;
}

/* A little wider than the curves, so that lines at their ends stand clear of the frame. */
static void
set_axes (MisChart *chart, const MisFigureData *data)
{
  double ys[N_Y_TICKS];
  double low, high, margin;

  for (guint i = 0; i < N_Y_TICKS; i++)
    ys[i] = (double)i / (N_Y_TICKS - 1);
  mis_distribution_find_ends (data, &low, &high);
  margin = MARGIN * (high - low);
  if (low < high)
    mis_chart_set_x_axis (chart, TEXT (data->x_label), MAX (low - margin, 0.0), high + margin);
  else
    mis_chart_set_x_axis (chart, TEXT (data->x_label), NAN, NAN);
  mis_chart_set_y_axis (chart, TEXT (data->y_label), 0.0, 1.0);
  mis_chart_set_format (chart, MIS_AXIS_Y, MIS_NUMBER_PERCENT);
  mis_chart_set_digits (chart, MIS_AXIS_Y, mis_distribution_count_digits (count_steps (data)));
  mis_chart_set_y_ticks (chart, ys, N_Y_TICKS);
}

/* From the lowest possible score, below which no run is, over the quantiles to the highest. */
static void
add_curve (MisChart *chart, const MisFigureSeries *series)
{
  const MisDistribution *it = series->distribution;
  g_autofree double *xs = g_new (double, it->n + 2);
  g_autofree double *ys = g_new (double, it->n + 2);
  guint n = 0;

  xs[n] = isnan (it->lowest) ? it->quantiles[0] : MIN (it->lowest, it->quantiles[0]);
  ys[n++] = 0.0;
  for (guint i = 0; i < it->n; i++, n++)
    {
      xs[n] = it->quantiles[i];
      ys[n] = mis_distribution_get_probability (it->n, i);
    }
  xs[n] = isnan (it->highest) ? xs[n - 1] : MAX (it->highest, xs[n - 1]);
  ys[n++] = 1.0;
  mis_chart_add_series (chart, TEXT (series->name), xs, ys, n, MIS_SERIES_LINE);
}

/* A number stands only where it cannot be taken for that of another curve: above the plot, as at
 * the point itself there is no room for it in a small chart. */
static void
add_mark (MisChart *chart, const MisDistribution *it, guint n_curves)
{
  gboolean is_named = n_curves > 1 && n_curves <= MIS_MOST_NAMED_CURVES;
  /* Translators: %s is a score */
  g_autofree char *label = mis_distribution_put_score (TEXT ("As set: %s"), it->as_set);

  if (n_curves == 1)
    mis_chart_add_reference (chart, MIS_AXIS_X, it->as_set, label);
  mis_chart_add_point (chart, it->as_set, mis_distribution_get_share (it, it->as_set),
                       is_named ? TEXT ("As set") : NULL);
}

/* "Median", with the score where there is one curve only. */
static void
add_line (MisChart *chart, double share, const char *name, const MisDistribution *only)
{
  g_autofree char *label =
      only != NULL ? mis_distribution_name_score (name, mis_distribution_get_quantile (only, share))
                   : g_strdup (name);

  mis_chart_add_reference (chart, MIS_AXIS_Y, share, label);
}

static void
add_lines (MisChart *chart, const MisFigureData *data)
{
  const MisDistribution *only = mis_distribution_get_only (data);
  g_autofree char *low = mis_percent_text (MIS_LOW_SHARE);
  g_autofree char *high = mis_percent_text (MIS_HIGH_SHARE);

  add_line (chart, MIS_LOW_SHARE, low, only);
  add_line (chart, MIS_MIDDLE_SHARE, TEXT ("Median"), only);
  add_line (chart, MIS_HIGH_SHARE, high, only);
}

void
mis_distribution_fill_rising (MisChart *chart, const MisFigureData *data)
{
  guint n_curves = mis_distribution_count_curves (data);

  set_axes (chart, data);
  for (guint i = 0; i < data->series->len; i++)
    if (mis_figure_data_get_series (data, i)->distribution != NULL)
      add_curve (chart, mis_figure_data_get_series (data, i));
  if (!mis_distribution_are_certain (data))
    add_lines (chart, data);
  mis_distribution_add_bounds (chart, data, 1.0);
  /* The title says what a single curve is. */
  if (data->series->len == 1)
    mis_chart_set_legend (chart, MIS_LEGEND_NONE);
  for (guint i = 0; i < data->series->len; i++)
    if (mis_figure_data_get_series (data, i)->distribution != NULL)
      add_mark (chart, mis_figure_data_get_series (data, i)->distribution, n_curves);
}
