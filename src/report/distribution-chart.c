/* What is said of a distribution, and what its two charts share. */
#include "report/distribution-chart.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "report/distribution-parts.h"
#include "report/number-text.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define LEAST_DIGITS 2 /* of a share: whole percentages */

guint
mis_distribution_count_curves (const MisFigureData *data)
{
  guint n = 0;

  for (guint i = 0; i < data->series->len; i++)
    n += mis_figure_data_get_series (data, i)->distribution != NULL ? 1 : 0;
  return n;
}

gboolean
mis_distribution_is_certain (const MisDistribution *it)
{
  return !(it->quantiles[0] < it->quantiles[it->n - 1]) && !(it->lowest < it->highest);
}

gboolean
mis_distribution_are_certain (const MisFigureData *data)
{
  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      if (it != NULL && !mis_distribution_is_certain (it))
        return FALSE;
    }
  return TRUE;
}

const MisDistribution *
mis_distribution_get_only (const MisFigureData *data)
{
  const MisDistribution *found = NULL;

  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      if (it != NULL && found != NULL)
        return NULL;
      found = it != NULL ? it : found;
    }
  return found;
}

void
mis_distribution_find_run_ends (const MisFigureData *data, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      if (it == NULL)
        continue;
      *low = MIN (it->quantiles[0], *low);
      *high = MAX (it->quantiles[it->n - 1], *high);
    }
}

void
mis_distribution_find_ends (const MisFigureData *data, double *low, double *high)
{
  mis_distribution_find_run_ends (data, low, high);
  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      /* No comparison holds with a bound that is not known. */
      if (it != NULL && it->lowest < *low)
        *low = it->lowest;
      if (it != NULL && it->highest > *high)
        *high = it->highest;
    }
}

guint
mis_distribution_count_digits (guint n_runs)
{
  return (guint)MAX (LEAST_DIGITS, ceil (log10 (MAX (n_runs, 1)) - 1e-9));
}

char *
mis_distribution_put_score (const char *text, double score)
{
  g_autofree char *value = mis_number_text_fixed (score, MIS_DISTRIBUTION_DECIMALS);
  GString *label = g_string_new (text);

  g_string_replace (label, "%s", value, 1);
  return g_string_free (label, FALSE);
}

char *
mis_distribution_name_score (const char *name, double score)
{
  g_autofree char *value = mis_number_text_fixed (score, MIS_DISTRIBUTION_DECIMALS);

  /* Translators: what share of the runs a line stands for, and the score there: "Median: 0.26" */
  return g_strdup_printf (TEXT ("%s: %s"), name, value);
}

/* The ends of the only curve, in words. */
static void
add_labelled_bounds (MisChart *chart, const MisDistribution *it)
{
  /* Translators: %s is a score */
  g_autofree char *lowest = mis_distribution_put_score (TEXT ("Ranges: at least %s"), it->lowest);
  /* Translators: %s is a score */
  g_autofree char *highest = mis_distribution_put_score (TEXT ("Ranges: at most %s"), it->highest);

  mis_chart_add_reference (chart, MIS_AXIS_X, it->lowest, lowest);
  mis_chart_add_reference (chart, MIS_AXIS_X, it->highest, highest);
}

/* A line of the colour of curve @series, from bottom to top. */
static void
add_bound (MisChart *chart, guint series, double value, double top)
{
  guint line = mis_chart_add_series (chart, "", (double[]){ value, value }, (double[]){ 0.0, top },
                                     2, MIS_SERIES_LINE | MIS_SERIES_THEORY | MIS_SERIES_DASHED);

  mis_chart_set_series_color (chart, line, mis_chart_get_series (chart, series)->color);
}

void
mis_distribution_add_bounds (MisChart *chart, const MisFigureData *data, double top)
{
  guint n_curves = mis_distribution_count_curves (data);
  guint series = 0;

  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *it = mis_figure_data_get_series (data, i)->distribution;

      if (it == NULL)
        continue;
      if (n_curves == 1 && it->lowest < it->highest)
        add_labelled_bounds (chart, it);
      else if (n_curves <= MIS_MOST_NAMED_CURVES && it->lowest < it->highest)
        {
          add_bound (chart, series, it->lowest, top);
          add_bound (chart, series, it->highest, top);
        }
      series++;
    }
}

char *
mis_distribution_make_subtitle (const MisFigureData *data, MisDistributionView view)
{
  g_autofree char *runs = mis_count_text (data->runs);

  if (mis_distribution_are_certain (data))
    return g_strdup (TEXT ("Nothing is uncertain here: every run gives the same score"));
  if (view == MIS_DISTRIBUTION_HILL)
    return mis_distribution_make_hill_subtitle (data);
  /* Translators: a number of runs */
  return g_strdup_printf (TEXT ("%s runs, within what the ranges allow"), runs);
}

static void
describe_series (GString *text, const MisFigureSeries *series)
{
  const MisDistribution *it = series->distribution;
  const double values[] = {
    mis_distribution_get_quantile (it, MIS_MIDDLE_SHARE),
    mis_distribution_get_quantile (it, MIS_LOW_SHARE),
    mis_distribution_get_quantile (it, MIS_HIGH_SHARE),
    it->as_set,
  };
  char *words[G_N_ELEMENTS (values)];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    words[i] = mis_number_text_fixed (values[i], MIS_DISTRIBUTION_DECIMALS);
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
  g_autofree char *lowest = mis_number_text_fixed (it->lowest, MIS_DISTRIBUTION_DECIMALS);
  g_autofree char *highest = mis_number_text_fixed (it->highest, MIS_DISTRIBUTION_DECIMALS);

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

  if (it == NULL || mis_distribution_is_certain (it))
    return g_strdup ("");
  middle = mis_number_text_fixed (mis_distribution_get_quantile (it, MIS_MIDDLE_SHARE),
                                  MIS_DISTRIBUTION_DECIMALS);
  low = mis_number_text_fixed (mis_distribution_get_quantile (it, MIS_LOW_SHARE),
                               MIS_DISTRIBUTION_DECIMALS);
  high = mis_number_text_fixed (mis_distribution_get_quantile (it, MIS_HIGH_SHARE),
                                MIS_DISTRIBUTION_DECIMALS);
  as_set = mis_number_text_fixed (it->as_set, MIS_DISTRIBUTION_DECIMALS);
  share = mis_percent_text (mis_distribution_get_share (it, it->as_set));
  /* Translators: scores; the last but one is the score as set, then a share of the runs */
  return g_strdup_printf (TEXT ("Half of the runs lie below %s, nine of ten between %s and %s. The "
                                "score as set, %s, is at least as high as %s of them."),
                          middle, low, high, as_set, share);
}

/* What stands where, in a sentence of the kind of chart. */
static void
describe_axes (GString *text, const MisFigureData *data, MisDistributionView view)
{
  if (view == MIS_DISTRIBUTION_HILL)
    /* Translators: what stands at the x axis */
    g_string_append_printf (text, TEXT ("Histogram of “%s”: the share of the runs in each bar."),
                            TEXT (data->x_label));
  else
    /* Translators: what stands at the y axis and at the x axis */
    g_string_append_printf (text, TEXT ("Line chart of “%s” by “%s”."), TEXT (data->y_label),
                            TEXT (data->x_label));
}

static void
describe (MisChart *chart, const MisFigureData *data, MisDistributionView view)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sentence = mis_distribution_make_sentence (data);

  describe_axes (text, data, view);
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
  if (view == MIS_DISTRIBUTION_HILL)
    mis_distribution_describe_hill (text, data);
  mis_chart_set_description (chart, text->str);
}

void
mis_distribution_fill_chart (MisChart *chart, const MisFigureData *data, MisDistributionView view)
{
  if (view == MIS_DISTRIBUTION_HILL)
    mis_distribution_fill_hill (chart, data);
  else
    mis_distribution_fill_rising (chart, data);
  describe (chart, data, view);
}
