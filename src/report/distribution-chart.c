#include "report/distribution-chart.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "report/number-text.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define DECIMALS 3
#define N_Y_TICKS 6u
#define LEAST_DIGITS 2 /* of a share: whole percentages */

/* More curves than these have no place for words at each. */
#define MOST_NAMED 3u

/* Of what the curves take of the x axis. */
#define MARGIN 0.04

/* The shares that lines stand for. */
#define LOW_SHARE 0.05
#define MIDDLE_SHARE 0.5
#define HIGH_SHARE 0.95

static guint
count_curves (const MisFigureData *data)
{
  guint n = 0;

  for (guint i = 0; i < data->series->len; i++)
    n += mis_figure_data_get_series (data, i)->distribution != NULL ? 1 : 0;
  return n;
}

static gboolean
is_certain (const MisDistribution *it)
{
  return !(it->quantiles[0] < it->quantiles[it->n - 1]) && !(it->lowest < it->highest);
}

static gboolean
are_certain (const MisFigureData *data)
{
  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      if (it != NULL && !is_certain (it))
        return FALSE;
    }
  return TRUE;
}

char *
mis_distribution_make_subtitle (const MisFigureData *data)
{
  g_autofree char *runs = mis_count_text (data->runs);

  if (are_certain (data))
    return g_strdup (TEXT ("Nothing is uncertain here: every run gives the same score"));
  /* Translators: a number of runs */
  return g_strdup_printf (
      TEXT ("%s runs, within what the ranges allow"),
      runs);
}

/* All that any curve touches; equal ends where there is none. */
static void
find_ends (const MisFigureData *data, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      if (it == NULL)
        continue;
      /* No comparison holds with a bound that is not known. */
      *low = MIN (it->lowest < it->quantiles[0] ? it->lowest : it->quantiles[0], *low);
      *high = MAX (it->highest > it->quantiles[it->n - 1] ? it->highest : it->quantiles[it->n - 1],
                   *high);
    }
}

/* Of a share of the runs: as many as tell the steps of the curve with the most of them apart. */
static guint
count_digits (const MisFigureData *data)
{
  guint most = 1;

  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      if (it != NULL)
        most = MAX (most, it->n - 1);
    }
  return (guint)MAX (LEAST_DIGITS, ceil (log10 (most) - 1e-9));
}

/* A little wider than the curves, so that lines at their ends stand clear of the frame. */
static void
set_axes (MisChart *chart, const MisFigureData *data)
{
  double ys[N_Y_TICKS];
  double low, high, margin;

  for (guint i = 0; i < N_Y_TICKS; i++)
    ys[i] = (double) i / (N_Y_TICKS - 1);
  find_ends (data, &low, &high);
  margin = MARGIN * (high - low);
  if (low < high)
    mis_chart_set_x_axis (chart, TEXT (data->x_label), MAX (low - margin, 0.0), high + margin);
  else
    mis_chart_set_x_axis (chart, TEXT (data->x_label), NAN, NAN);
  mis_chart_set_y_axis (chart, TEXT (data->y_label), 0.0, 1.0);
  mis_chart_set_format (chart, MIS_AXIS_Y, MIS_NUMBER_PERCENT);
  mis_chart_set_digits (chart, MIS_AXIS_Y, count_digits (data));
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

/* (transfer full): @text with a score in the place of its %s. */
static char *
put_score (const char *text, double score)
{
  g_autofree char *value = mis_number_text_fixed (score, DECIMALS);
  GString *label = g_string_new (text);

  g_string_replace (label, "%s", value, 1);
  return g_string_free (label, FALSE);
}

/* A number stands only where it cannot be taken for that of another curve: above the plot, as at
 * the point itself there is no room for it in a small chart. */
static void
add_mark (MisChart *chart, const MisDistribution *it, guint n_curves)
{
  gboolean is_named = n_curves > 1 && n_curves <= MOST_NAMED;
  /* Translators: %s is a score */
  g_autofree char *label = put_score (TEXT ("As set: %s"), it->as_set);

  if (n_curves == 1)
    mis_chart_add_reference (chart, MIS_AXIS_X, it->as_set, label);
  mis_chart_add_point (chart, it->as_set, mis_distribution_get_share (it, it->as_set),
                       is_named ? TEXT ("As set") : NULL);
}

/* The ends of the only curve, in words. */
static void
add_labelled_bounds (MisChart *chart, const MisDistribution *it)
{
  /* Translators: %s is a score */
  g_autofree char *lowest = put_score (TEXT ("Ranges: at least %s"), it->lowest);
  /* Translators: %s is a score */
  g_autofree char *highest = put_score (TEXT ("Ranges: at most %s"), it->highest);

  mis_chart_add_reference (chart, MIS_AXIS_X, it->lowest, lowest);
  mis_chart_add_reference (chart, MIS_AXIS_X, it->highest, highest);
}

/* A line of the colour of curve @series, from bottom to top. */
static void
add_bound (MisChart *chart, guint series, double value)
{
  guint line = mis_chart_add_series (chart, "", (double[]){ value, value }, (double[]){ 0.0, 1.0 },
                                     2, MIS_SERIES_LINE | MIS_SERIES_THEORY | MIS_SERIES_DASHED);

  mis_chart_set_series_color (chart, line, mis_chart_get_series (chart, series)->color);
}

/* Where curves are few; of many the ends speak for themselves. */
static void
add_bounds (MisChart *chart, const MisFigureData *data, guint n_curves)
{
  guint series = 0;

  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      if (it == NULL)
        continue;
      if (n_curves == 1 && it->lowest < it->highest)
        add_labelled_bounds (chart, it);
      else if (n_curves <= MOST_NAMED && it->lowest < it->highest)
        {
          add_bound (chart, series, it->lowest);
          add_bound (chart, series, it->highest);
        }
      series++;
    }
}

/* "Median", with the score where there is one curve only. */
static void
add_line (MisChart *chart, double share, const char *name, const MisDistribution *only)
{
  g_autofree char *value =
      only != NULL ? mis_number_text_fixed (mis_distribution_get_quantile (only, share), DECIMALS)
                   : NULL;
  /* Translators: what share of the runs a line stands for, and the score there: "Median: 0.26" */
  g_autofree char *label =
      only != NULL ? g_strdup_printf (TEXT ("%s: %s"), name, value) : g_strdup (name);

  mis_chart_add_reference (chart, MIS_AXIS_Y, share, label);
}

static void
add_lines (MisChart *chart, const MisFigureData *data)
{
  const MisDistribution *only =
      count_curves (data) == 1 ? mis_figure_data_get_series (data, 0)->distribution : NULL;
  g_autofree char *low = mis_percent_text (LOW_SHARE);
  g_autofree char *high = mis_percent_text (HIGH_SHARE);

  add_line (chart, LOW_SHARE, low, only);
  add_line (chart, MIDDLE_SHARE, TEXT ("Median"), only);
  add_line (chart, HIGH_SHARE, high, only);
}

static void
describe_series (GString *text, const MisFigureSeries *series)
{
  const MisDistribution *it = series->distribution;
  const double values[] = {
    mis_distribution_get_quantile (it, MIDDLE_SHARE),
    mis_distribution_get_quantile (it, LOW_SHARE),
    mis_distribution_get_quantile (it, HIGH_SHARE),
    it->as_set,
  };
  char *words[G_N_ELEMENTS (values)];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    words[i] = mis_number_text_fixed (values[i], DECIMALS);
  g_string_append_c (text, '\n');
  /* Translators: the name of a curve, then scores */
  g_string_append_printf (text, TEXT ("%s: median %s, 90 %% of the runs from %s to %s, as set %s."),
                          TEXT (series->name), words[0], words[1], words[2], words[3]);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_free (words[i]);
}

static void
describe_bounds (GString *text, const MisDistribution *it)
{
  g_autofree char *lowest = mis_number_text_fixed (it->lowest, DECIMALS);
  g_autofree char *highest = mis_number_text_fixed (it->highest, DECIMALS);

  if (isnan (it->lowest))
    return;
  g_string_append_c (text, ' ');
  /* Translators: the lowest and the highest score that uncertain values allow */
  g_string_append_printf (text, TEXT ("The ranges allow scores from %s to %s."), lowest, highest);
}

char *
mis_distribution_make_sentence (const MisFigureData *data)
{
  const MisDistribution *it =
      data->series->len == 1 ? mis_figure_data_get_series (data, 0)->distribution : NULL;
  g_autofree char *middle = NULL, *low = NULL, *high = NULL, *as_set = NULL, *share = NULL;

  if (it == NULL || is_certain (it))
    return g_strdup ("");
  middle = mis_number_text_fixed (mis_distribution_get_quantile (it, MIDDLE_SHARE), DECIMALS);
  low = mis_number_text_fixed (mis_distribution_get_quantile (it, LOW_SHARE), DECIMALS);
  high = mis_number_text_fixed (mis_distribution_get_quantile (it, HIGH_SHARE), DECIMALS);
  as_set = mis_number_text_fixed (it->as_set, DECIMALS);
  share = mis_percent_text (mis_distribution_get_share (it, it->as_set));
  /* Translators: scores; the last but one is the score as set, then a share of the runs */
  return g_strdup_printf (TEXT ("Half of the runs lie below %s, nine of ten between %s and %s. The "
                                "score as set, %s, is at least as high as %s of them."),
                          middle, low, high, as_set, share);
}

static void
describe (MisChart *chart, const MisFigureData *data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sentence = mis_distribution_make_sentence (data);

  /* Translators: what stands at the y axis and at the x axis */
  g_string_append_printf (text, TEXT ("Line chart of “%s” by “%s”."), TEXT (data->y_label),
                          TEXT (data->x_label));
  if (*sentence != '\0')
    g_string_append_printf (text, "\n%s", sentence);
  if (*data->legend != '\0')
    g_string_append_printf (text, "\n%s.", TEXT (data->legend));
  for (guint i = 0; i < data->series->len; i++)
    if (mis_figure_data_get_series (data, i)->distribution != NULL)
      {
        if (*sentence == '\0')
          describe_series (text, mis_figure_data_get_series (data, i));
        describe_bounds (text, mis_figure_data_get_series (data, i)->distribution);
      }
  mis_chart_set_description (chart, text->str);
}

void
mis_distribution_fill_chart (MisChart *chart, const MisFigureData *data)
{
  guint n_curves = count_curves (data);

  set_axes (chart, data);
  for (guint i = 0; i < data->series->len; i++)
    if (mis_figure_data_get_series (data, i)->distribution != NULL)
      add_curve (chart, mis_figure_data_get_series (data, i));
  if (!are_certain (data))
    add_lines (chart, data);
  add_bounds (chart, data, n_curves);
  /* The title says what a single curve is. */
  if (data->series->len == 1)
    mis_chart_set_legend (chart, MIS_LEGEND_NONE);
  for (guint i = 0; i < data->series->len; i++)
    if (mis_figure_data_get_series (data, i)->distribution != NULL)
      add_mark (chart, mis_figure_data_get_series (data, i)->distribution, n_curves);
  describe (chart, data);
}
