/* The hill: how many runs end in each bin of scores, as columns that touch. */
#include "report/distribution-parts.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "report/number-text.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* Bounds are in the picture unless they leave less than this of its width to the hills. */
#define LEAST_SHARE 0.3
#define MARGIN 0.04  /* of what the axis is about */
#define AIR_BINS 4.0 /* on either side of the only one */

/* Spans of the middle of the runs stand above the hills: how far above the summit, how far from
 * each other, and how high, in summits. */
#define SPAN_GAP 0.09
#define SPAN_STEP 0.08
#define SPAN_HEIGHT 0.022
#define MOST_SPANS 5u
#define SPAN_POINTS 10u

static guint
count_runs (const MisFigureData *data, const MisDistribution *it)
{
  guint sum = 0;

  for (guint bin = 0; bin < data->bins.n; bin++)
    sum += it->counts[bin];
  return MAX (sum, 1);
}

static double
get_share (const MisFigureData *data, const MisDistribution *it, guint bin)
{
  return (double)it->counts[bin] / count_runs (data, it);
}

static guint
find_summit (const MisFigureData *data, const MisDistribution *it)
{
  guint summit = 0;

  for (guint bin = 1; bin < data->bins.n; bin++)
    if (it->counts[bin] > it->counts[summit])
      summit = bin;
  return summit;
}

static double
find_top (const MisFigureData *data)
{
  double top = 0.0;

  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      if (it != NULL)
        top = MAX (top, get_share (data, it, find_summit (data, it)));
    }
  return top;
}

/* Whether the bounds are on the axis: far from all runs they would leave no room to the hills. */
static gboolean
shows_bounds (const MisFigureData *data)
{
  double low, high, lowest, highest;

  mis_distribution_find_run_ends (data, &low, &high);
  mis_distribution_find_ends (data, &lowest, &highest);
  return high - low >= LEAST_SHARE * (highest - lowest);
}

/* What the x axis is about: whole bins. */
static void
find_frame (const MisFigureData *data, double *low, double *high)
{
  double first = mis_bins_get_edge (&data->bins, 0);
  double last = mis_bins_get_edge (&data->bins, data->bins.n);
  double margin;

  *low = first;
  *high = last;
  if (mis_distribution_are_certain (data))
    margin = AIR_BINS * (last - first);
  else
    {
      if (shows_bounds (data))
        mis_distribution_find_ends (data, low, high);
      *low = MIN (*low, first);
      *high = MAX (*high, last);
      margin = MARGIN * (*high - *low);
    }
  *low = MAX (*low - margin, 0.0);
  *high += margin;
}

/* Of the edges of bins, and of how wide they are. */
static guint
count_decimals (const MisFigureData *data)
{
  return (guint)MAX (-data->bins.power, 0);
}

/* The edges of bins are read with the digits that they have. */
static guint
count_x_digits (const MisFigureData *data, double greatest)
{
  return (guint)MAX (count_decimals (data) + ceil (log10 (greatest) - 1e-9), 1.0);
}

/* Where there are spans above the hills, the axis goes on to them. */
static double
find_axis_end (const MisFigureData *data, guint n_spans)
{
  return n_spans > 0 ? find_top (data) * (1.0 + SPAN_GAP + SPAN_STEP * n_spans) : (double)NAN;
}

static void
set_axes (MisChart *chart, const MisFigureData *data, guint n_spans)
{
  double low, high;

  find_frame (data, &low, &high);
  mis_chart_set_x_axis (chart, TEXT (data->x_label), low, high);
  mis_chart_set_digits (chart, MIS_AXIS_X, count_x_digits (data, high));
  mis_chart_set_y_axis (chart, TEXT ("Share of Runs in Each Bar"), 0.0,
                        find_axis_end (data, n_spans));
  mis_chart_set_format (chart, MIS_AXIS_Y, MIS_NUMBER_PERCENT);
  mis_chart_set_digits (chart, MIS_AXIS_Y, mis_distribution_count_digits (data->runs));
}

static void
add_hill (MisChart *chart, const MisFigureData *data, const MisFigureSeries *series)
{
  /* The only hill is what the title says: at the cursor its name says what is read. */
  const char *name = data->series->len == 1 ? TEXT ("Share of runs") : TEXT (series->name);
  g_autofree double *xs = g_new (double, data->bins.n);
  g_autofree double *ys = g_new (double, data->bins.n);
  guint added;

  for (guint bin = 0; bin < data->bins.n; bin++)
    {
      xs[bin] =
          (mis_bins_get_edge (&data->bins, bin) + mis_bins_get_edge (&data->bins, bin + 1)) / 2;
      ys[bin] = get_share (data, series->distribution, bin);
    }
  added = mis_chart_add_series (chart, name, xs, ys, data->bins.n, MIS_SERIES_LINE);
  mis_chart_set_columns (chart, added, mis_bins_get_width (&data->bins));
}

/* At its summit's side: the top of the column that the score as it is set would be in. */
static void
add_mark (MisChart *chart, const MisFigureData *data, const MisDistribution *it, guint n_curves)
{
  guint bin = mis_bins_find (&data->bins, it->as_set);
  gboolean is_inside = it->as_set >= mis_bins_get_edge (&data->bins, 0) &&
                       it->as_set <= mis_bins_get_edge (&data->bins, data->bins.n);
  /* Translators: %s is a score */
  g_autofree char *label = n_curves == 1
                               ? mis_distribution_put_score (TEXT ("As set: %s"), it->as_set)
                               : g_strdup (TEXT ("As set"));

  mis_chart_add_point (chart, it->as_set, is_inside ? get_share (data, it, bin) : 0.0,
                       n_curves <= MIS_MOST_NAMED_CURVES ? label : NULL);
}

/* Of the only hill: where 5 % of the runs end, half of them, and 95 %. */
static void
add_lines (MisChart *chart, const MisDistribution *it)
{
  const double shares[] = { MIS_MIDDLE_SHARE, MIS_LOW_SHARE, MIS_HIGH_SHARE };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *percent = mis_percent_text (shares[i]);
      double score = mis_distribution_get_quantile (it, shares[i]);
      g_autofree char *label = mis_distribution_name_score (
          shares[i] == MIS_MIDDLE_SHARE ? TEXT ("Median") : percent, score);

      mis_chart_add_reference (chart, MIS_AXIS_X, score, label);
    }
}

/* Of several hills: a line from where 5 % of the runs end to where 95 % do, with a stroke at either
 * end and at the median. */
static void
add_span (MisChart *chart, guint series, const MisDistribution *it, double y, double half)
{
  const double low = mis_distribution_get_quantile (it, MIS_LOW_SHARE);
  const double middle = mis_distribution_get_quantile (it, MIS_MIDDLE_SHARE);
  const double high = mis_distribution_get_quantile (it, MIS_HIGH_SHARE);
  const double xs[SPAN_POINTS] = {
    low, low, low, middle, middle, middle, middle, high, high, high
  };
  const double ys[SPAN_POINTS] = { y - half, y + half, y, y,        y + half,
                                   y - half, y,        y, y + half, y - half };
  guint line =
      mis_chart_add_series (chart, "", xs, ys, SPAN_POINTS, MIS_SERIES_LINE | MIS_SERIES_THEORY);

  mis_chart_set_series_color (chart, line, mis_chart_get_series (chart, series)->color);
}

static void
add_spans (MisChart *chart, const MisFigureData *data, guint n_spans)
{
  double top = find_top (data);
  guint curve = 0;

  for (guint i = 0; i < data->series->len && n_spans > 0; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      if (it == NULL)
        continue;
      add_span (chart, curve, it, top * (1.0 + SPAN_GAP + SPAN_STEP * (n_spans - 1 - curve)),
                top * SPAN_HEIGHT);
      curve++;
    }
}

static guint
count_spans (const MisFigureData *data)
{
  guint n_curves = mis_distribution_count_curves (data);

  return n_curves > 1 && n_curves <= MOST_SPANS && !mis_distribution_are_certain (data) ? n_curves
                                                                                        : 0;
}

void
mis_distribution_fill_hill (MisChart *chart, const MisFigureData *data)
{
  guint n_curves = mis_distribution_count_curves (data), n_spans = count_spans (data);
  const MisDistribution *only = mis_distribution_get_only (data);

  set_axes (chart, data, n_spans);
  for (guint i = 0; i < data->series->len; i++)
    if (mis_figure_data_get_series (data, i)->distribution != NULL)
      add_hill (chart, data, mis_figure_data_get_series (data, i));
  add_spans (chart, data, n_spans);
  if (only != NULL && !mis_distribution_is_certain (only))
    add_lines (chart, only);
  if (shows_bounds (data))
    mis_distribution_add_bounds (chart, data,
                                 n_spans > 0 ? find_axis_end (data, n_spans) : find_top (data));
  /* Hills end together, at 0: names at their ends would say nothing. */
  mis_chart_set_legend (chart, data->series->len > 1 ? MIS_LEGEND_BOX : MIS_LEGEND_NONE);
  for (guint i = 0; i < data->series->len; i++)
    if (mis_figure_data_get_series (data, i)->distribution != NULL)
      add_mark (chart, data, mis_figure_data_get_series (data, i)->distribution, n_curves);
}

char *
mis_distribution_make_hill_subtitle (const MisFigureData *data)
{
  const MisDistribution *only = mis_distribution_get_only (data);
  g_autofree char *runs = mis_count_text (data->runs);
  g_autofree char *width =
      mis_number_text (mis_bins_get_width (&data->bins), count_decimals (data));
  g_autofree char *lowest = NULL, *highest = NULL;

  if (count_spans (data) > 0)
    /* Translators: a number of runs, then how wide a bar is */
    return g_strdup_printf (TEXT ("%s runs, in bars %s wide; above, nine of ten runs of each, with "
                                  "the median"),
                            runs, width);
  if (only == NULL || isnan (only->lowest) || shows_bounds (data))
    /* Translators: a number of runs, then how wide a bar is */
    return g_strdup_printf (TEXT ("%s runs, in bars %s wide"), runs, width);
  lowest = mis_number_text_fixed (only->lowest, MIS_DISTRIBUTION_DECIMALS);
  highest = mis_number_text_fixed (only->highest, MIS_DISTRIBUTION_DECIMALS);
  /* Translators: a number of runs, how wide a bar is, and two scores */
  return g_strdup_printf (TEXT ("%s runs, in bars %s wide; the ranges allow scores from %s to %s"),
                          runs, width, lowest, highest);
}

void
mis_distribution_describe_hill (GString *text, const MisFigureData *data)
{
  for (guint i = 0; i < data->series->len; i++)
    {
      const MisFigureSeries *series = mis_figure_data_get_series (data, i);
      g_autofree char *share = NULL, *low = NULL, *high = NULL;
      guint summit;

      if (series->distribution == NULL)
        continue;
      summit = find_summit (data, series->distribution);
      share = mis_percent_text (get_share (data, series->distribution, summit));
      low = mis_number_text (mis_bins_get_edge (&data->bins, summit), count_decimals (data));
      high = mis_number_text (mis_bins_get_edge (&data->bins, summit + 1), count_decimals (data));
      g_string_append_c (text, '\n');
      /* Translators: the name of a hill, a share of the runs, two scores */
      g_string_append_printf (text,
                              TEXT ("%s: the highest bar holds %s of the runs, from %s to %s."),
                              TEXT (series->name), share, low, high);
    }
}
