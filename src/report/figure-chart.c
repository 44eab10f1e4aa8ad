/* The paper's figures as charts: from the numbers of a figure to axes, series and a key. */
#include "report/figure.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/score.h"
#include "report/distribution-chart.h"
#include "report/figure-lines.h"
#include "report/number-text.h"
#include "report/score-axis.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define N_X_TICKS 11u /* every 0.1, as in the paper */
#define N_Y_TICKS 6u
#define MOST_X_TICKS 20u /* more points than these have no tick each */
#define DECIMALS 3

const MisChoice mis_distribution_views[] = {
  { "hill", N_ ("the share of the runs in each bar") },
  { "rising", N_ ("the share of the runs at or below each score") },
  { NULL, NULL },
};

static gboolean
is_figure (const MisFigureData *data, const char *id)
{
  return data->is_paper && strcmp (data->id, id) == 0;
}

/* Where x begins and ends; 0 and 1 where there is no point. */
static void
find_ends (const MisFigureData *data, double *first, double *last)
{
  *first = 0.0;
  *last = 1.0;
  for (guint i = 0; i < data->series->len; i++)
    {
      const MisFigureSeries *series = mis_figure_data_get_series (data, i);

      if (series->points->len == 0)
        continue;
      *first = mis_figure_series_get_point (series, 0)->x;
      *last = mis_figure_series_get_point (series, series->points->len - 1)->x;
      return;
    }
}

static void
set_texts (MisChart *chart, const char *title, char *subtitle, const char *source)
{
  mis_chart_set_title (chart, title);
  mis_chart_set_subtitle (chart, subtitle);
  mis_chart_set_source (chart, source);
  g_free (subtitle);
}

/* A tick at each point, where there are few; every tenth of a share or a weight. */
static void
set_x_ticks (MisChart *chart, const MisFigureData *data, double first, double last)
{
  const MisFigureSeries *series
    = data->series->len > 0 ? mis_figure_data_get_series (data, 0) : NULL;
  double xs[MOST_X_TICKS];
  guint n = series != NULL ? series->points->len : 0;

  if (first == 0.0 && last == 1.0)
    {
      for (guint i = 0; i < N_X_TICKS; i++)
        xs[i] = (double) i / (N_X_TICKS - 1);
      mis_chart_set_x_ticks (chart, xs, N_X_TICKS);
    }
  else if (n > 0 && n <= MOST_X_TICKS)
    {
      for (guint i = 0; i < n; i++)
        xs[i] = mis_figure_series_get_point (series, i)->x;
      mis_chart_set_x_ticks (chart, xs, n);
    }
}

/* The paper's figures all end at 1, so that they can be compared; others where their values do. */
static double
find_top (const MisFigureData *data)
{
  double highest = 0.0;

  for (guint i = 0; i < data->series->len; i++)
    {
      const MisFigureSeries *series = mis_figure_data_get_series (data, i);

      for (guint j = 0; j < series->points->len; j++)
        {
          const MisFigurePoint *point = mis_figure_series_get_point (series, j);

          highest = MAX (highest, mis_figure_is_random (data) ? point->high : point->mean);
        }
    }
  return data->is_paper ? 1.0 : mis_score_axis_top (highest);
}

static void
set_y_axis (MisChart *chart, const MisFigureData *data, double top)
{
  double ys[N_Y_TICKS];

  mis_chart_set_y_axis (chart, TEXT (data->y_label), 0.0, top);
  if (top != 1.0)
    return;
  for (guint i = 0; i < N_Y_TICKS; i++)
    ys[i] = (double) i / (N_Y_TICKS - 1);
  mis_chart_set_y_ticks (chart, ys, N_Y_TICKS);
}

static void
set_axes (MisChart *chart, const MisFigureData *data)
{
  double first, last;

  find_ends (data, &first, &last);
  mis_chart_set_x_axis (chart, TEXT (data->x_label), first, last);
  mis_chart_set_x_spacing (chart, data->x_is_log ? MIS_SPACING_LOG : MIS_SPACING_LINEAR);
  set_x_ticks (chart, data, first, last);
  set_y_axis (chart, data, find_top (data));
}

/* The point with the highest mean, the first of them. */
static const MisFigurePoint *
find_peak (const MisFigureSeries *series)
{
  const MisFigurePoint *peak = mis_figure_series_get_point (series, 0);

  for (guint i = 1; i < series->points->len; i++)
    {
      const MisFigurePoint *point = mis_figure_series_get_point (series, i);

      if (point->mean > peak->mean)
        peak = point;
    }
  return peak;
}

static void
describe_series (GString *text, const MisFigureSeries *series)
{
  const MisFigurePoint *start = mis_figure_series_get_point (series, 0);
  const MisFigurePoint *peak = find_peak (series);
  const MisFigurePoint *end = mis_figure_series_get_point (series, series->points->len - 1);
  g_autofree char *first = mis_number_text_fixed (start->mean, DECIMALS);
  g_autofree char *highest = mis_number_text_fixed (peak->mean, DECIMALS);
  g_autofree char *last = mis_number_text_fixed (end->mean, DECIMALS);
  g_autofree char *first_x = mis_number_text (start->x, DECIMALS);
  g_autofree char *highest_x = mis_number_text (peak->x, DECIMALS);
  g_autofree char *last_x = mis_number_text (end->x, DECIMALS);

  g_string_append_c (text, '\n');
  /* Translators: the name of a curve, then its values at its first, highest and last point */
  g_string_append_printf (text, TEXT ("%s: %s at %s, highest %s at %s, %s at %s."),
                          TEXT (series->name), first, first_x, highest, highest_x, last, last_x);
}

static void
describe (MisChart *chart, const MisFigureData *data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *top = mis_number_text (find_top (data), DECIMALS);
  double first, last;

  find_ends (data, &first, &last);
  from = mis_number_text (first, DECIMALS);
  to = mis_number_text (last, DECIMALS);
  /* Translators: the title of the y axis and its end, that of the x axis, where it begins
   * and ends */
  g_string_append_printf (text, TEXT ("Line chart of “%s”, from 0 to %s, by “%s”, from %s to %s."),
                          TEXT (data->y_label), top, TEXT (data->x_label), from, to);
  if (*data->legend != '\0')
    g_string_append_printf (text, "\n%s.", TEXT (data->legend));
  for (guint i = 0; i < data->series->len; i++)
    if (mis_figure_data_get_series (data, i)->points->len > 0)
      describe_series (text, mis_figure_data_get_series (data, i));
  mis_chart_set_description (chart, text->str);
}

/* Theorem 3: k goals are at their worst where each has 1/k of the agents. A thin line in the colour
 * of the curve leads down from there. */
static void
add_peaks (MisChart *chart, const MisFigureData *data)
{
  for (guint i = 0; i < data->series->len; i++)
    {
      guint n_goals = i + 2;
      double peak = mis_maximum ((double) data->agents, n_goals, MIS_PAIRS_DISTINCT);
      guint line = mis_chart_add_series (chart, "", (double[]) { 1.0 / n_goals, 1.0 / n_goals },
                                         (double[]) { 0.0, peak }, 2,
                                         MIS_SERIES_LINE | MIS_SERIES_THEORY | MIS_SERIES_DASHED);

      mis_chart_set_series_color (chart, line, mis_chart_get_series (chart, i)->color);
    }
}

static char *
make_goal_subtitle (guint64 n_agents)
{
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "%" G_GUINT64_FORMAT " agent, weights and conflicts 1; k goals peak at 1/k "
                 "(theorem 3)",
                 "%" G_GUINT64_FORMAT " agents, weights and conflicts 1; k goals peak at 1/k "
                 "(theorem 3)",
                 (gulong) n_agents),
    n_agents);
}

static char *
make_carla_subtitle (guint64 n_agents)
{
  return g_strdup_printf (
    g_dngettext (
      GETTEXT_PACKAGE,
      "%" G_GUINT64_FORMAT " agent in 8 problem areas; weights of the scenario (table 3) "
      "or all 1",
      "%" G_GUINT64_FORMAT " agents in 8 problem areas; weights of the scenario (table 3) "
      "or all 1",
      (gulong) n_agents),
    n_agents);
}

const char *
mis_figure_weights (const char *per)
{
  if (per == NULL)
    return NULL;
  return strcmp (per, mis_pers[MIS_PER_AGENT].nick) == 0 ? TEXT ("weights drawn by agent")
                                                         : TEXT ("weights drawn by goal group");
}

static char *
make_spread_subtitle (const MisFigureData *data)
{
  g_autofree char *runs = mis_count_text (data->runs);

  /* Translators: what the bands around the curves are, such as "minimum to maximum", and of how
   * many runs */
  return g_strdup_printf (mis_figure_has_theory (data)
                            ? TEXT ("Mean and %s of %s runs; thin: what theory expects")
                            : TEXT ("Mean and %s of %s runs"),
                          mis_figure_get_band (data), runs);
}

/* (transfer full): how far a run came that was stopped; %NULL of a whole one. */
static char *
describe_stop (const MisFigureData *data)
{
  g_autofree char *runs = mis_count_text (data->runs);
  g_autofree char *planned = mis_count_text (data->planned_runs);

  if (data->runs < data->planned_runs)
    /* Translators: two numbers of runs */
    return g_strdup_printf (TEXT ("Stopped at %s of %s runs."), runs, planned);
  return data->is_complete ? NULL : g_strdup (TEXT ("Stopped early: points are missing."));
}

/* (transfer full): what makes these numbers others than one would take them for. */
static char *
make_remark (const MisFigureData *data)
{
  g_autofree char *stop = mis_figure_is_empty (data) ? NULL : describe_stop (data);
  const char *changed
    = data->is_changed ? TEXT ("Numbers changed from the paper’s.") : NULL;

  if (stop != NULL && changed != NULL)
    return g_strjoin (" ", stop, changed, NULL);
  return g_strdup (stop != NULL ? stop : changed);
}

static char *
make_random_subtitle (const MisFigureData *data)
{
  const char *weights = mis_figure_weights (data->weights_per);
  g_autofree char *spread = NULL;

  if (!mis_figure_is_random (data))
    return g_strdup (weights != NULL ? weights : "");
  spread = make_spread_subtitle (data);
  /* Translators: what the bands around the curves are; for whom weights are drawn */
  return weights != NULL ? g_strdup_printf (TEXT ("%s; %s"), spread, weights)
                         : g_steal_pointer (&spread);
}

gboolean
mis_figure_is_empty (const MisFigureData *data)
{
  for (guint i = 0; i < data->series->len; i++)
    if (mis_figure_data_get_series (data, i)->points->len > 0)
      return FALSE;
  return TRUE;
}

static char *
make_subtitle (const MisFigureData *data, MisDistributionView view)
{
  if (mis_figure_is_empty (data))
    return g_strdup (
      TEXT ("Stopped before the first run had ended: there is nothing to show yet."));
  if (data->is_distribution)
    return mis_distribution_make_subtitle (data, view);
  if (is_figure (data, "4"))
    return make_goal_subtitle (data->agents);
  if (is_figure (data, "8"))
    return make_carla_subtitle (data->agents);
  return make_random_subtitle (data);
}

static char *
make_title (gboolean is_paper, const char *id, const char *title)
{
  if (!is_paper)
    return g_strdup (title);
  /* Translators: the number of a figure of the paper, and its title */
  return g_strdup_printf (TEXT ("Figure %s. %s"), id, TEXT (title));
}

char *
mis_figure_title (const MisExperiment *experiment)
{
  return make_title (experiment->is_paper, experiment->id, experiment->title);
}

/* (transfer full): of a figure of the paper; with the reading of its weights, as a picture can be
 * without the subtitle that says so too. */
static char *
make_source (const MisFigureData *data)
{
  const char *weights = mis_figure_weights (data->weights_per);
  g_autofree char *paper = NULL;

  if (!data->is_paper)
    return g_strdup ("");
  paper = g_strdup_printf (TEXT ("After Kierans et al. 2024, arXiv:2406.04231, figure %s"),
                           data->id);
  return weights != NULL ? g_strconcat (paper, " · ", weights, NULL) : g_steal_pointer (&paper);
}

MisChart *
mis_figure_chart_view (const MisFigureData *data, MisDistributionView view)
{
  MisChart *chart = mis_chart_new ();
  g_autofree char *title = make_title (data->is_paper, data->id, data->title);
  g_autofree char *remark = make_remark (data);
  g_autofree char *source = make_source (data);

  set_texts (chart, title, make_subtitle (data, view), source);
  mis_chart_set_remark (chart, remark);
  /* An empty text is not one to be translated. */
  if (*data->legend != '\0')
    mis_chart_set_legend_title (chart, TEXT (data->legend));
  if (data->is_distribution)
    {
      mis_distribution_fill_chart (chart, data, view);
      return chart;
    }
  set_axes (chart, data);
  mis_figure_add_lines (chart, data);
  if (is_figure (data, "4"))
    add_peaks (chart, data);
  describe (chart, data);
  return chart;
}

MisChart *
mis_figure_chart (const MisFigureData *data)
{
  return mis_figure_chart_view (data, MIS_DISTRIBUTION_HILL);
}
