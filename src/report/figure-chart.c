/* The paper's figures as charts: from the numbers of a figure to axes, series and a key. */
#include "report/figure.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/score.h"
#include "report/number-text.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define N_X_TICKS 11u /* every 0.1, as in the paper */
#define N_Y_TICKS 6u
#define DECIMALS 3

static void
set_texts (MisChart *chart, const char *title, char *subtitle, const char *source)
{
  mis_chart_set_title (chart, title);
  mis_chart_set_subtitle (chart, subtitle);
  mis_chart_set_source (chart, source);
  g_free (subtitle);
}

static void
set_axes (MisChart *chart, const MisFigureData *data)
{
  double xs[N_X_TICKS];
  double ys[N_Y_TICKS];

  for (guint i = 0; i < N_X_TICKS; i++)
    xs[i] = (double) i / (N_X_TICKS - 1);
  for (guint i = 0; i < N_Y_TICKS; i++)
    ys[i] = (double) i / (N_Y_TICKS - 1);
  mis_chart_set_x_axis (chart, TEXT (data->x_label), 0.0, 1.0);
  mis_chart_set_y_axis (chart, TEXT (data->y_label), 0.0, 1.0);
  mis_chart_set_x_ticks (chart, xs, N_X_TICKS);
  mis_chart_set_y_ticks (chart, ys, N_Y_TICKS);
}

static void
add_series (MisChart *chart, const MisFigureSeries *series)
{
  guint n = series->points->len;
  g_autofree double *xs = g_new (double, n);
  g_autofree double *ys = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      const MisFigurePoint *point = mis_figure_series_get_point (series, i);

      xs[i] = point->x;
      ys[i] = point->mean;
    }
  mis_chart_add_series (chart, TEXT (series->name), xs, ys, n,
                        MIS_SERIES_LINE | MIS_SERIES_MARKERS);
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
  g_autofree char *where = mis_number_text (peak->x, DECIMALS);
  g_autofree char *last = mis_number_text_fixed (end->mean, DECIMALS);

  g_string_append_c (text, '\n');
  /* Translators: the name of a curve, then its values at 0, at its highest point, and at 1 */
  g_string_append_printf (text, TEXT ("%s: %s at 0, highest %s at %s, %s at 1."), TEXT (series->name),
                          first, highest, where, last);
}

static void
describe (MisChart *chart, const MisFigureData *data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: the titles of the y and of the x axis */
  g_string_append_printf (text, TEXT ("Line chart of “%s” by “%s”, both from 0 to 1."),
                          TEXT (data->y_label), TEXT (data->x_label));
  for (guint i = 0; i < data->series->len; i++)
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

      mis_chart_set_series_color (chart, line, (MisColorRole) (MIS_COLOR_SERIES_1 + i));
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
    g_dngettext (GETTEXT_PACKAGE,
                 "%" G_GUINT64_FORMAT " agent in 8 problem areas; weights of the scenario (table 3) "
                 "or all 1",
                 "%" G_GUINT64_FORMAT " agents in 8 problem areas; weights of the scenario (table 3) "
                 "or all 1",
                 (gulong) n_agents),
    n_agents);
}

MisChart *
mis_figure_chart (const MisFigureData *data)
{
  MisChart *chart = mis_chart_new ();

  if (strcmp (data->id, "4") == 0)
    {
      set_texts (chart, TEXT ("Figure 4. Goal distribution"), make_goal_subtitle (data->agents),
                 TEXT ("After Kierans et al. 2024, arXiv:2406.04231, figure 4"));
    }
  else
    set_texts (chart, TEXT ("Figure 8. CARLA: vehicles and pedestrians"),
               make_carla_subtitle (data->agents),
               TEXT ("After Kierans et al. 2024, arXiv:2406.04231, figure 8"));
  set_axes (chart, data);
  for (guint i = 0; i < data->series->len; i++)
    add_series (chart, mis_figure_data_get_series (data, i));
  if (strcmp (data->id, "4") == 0)
    add_peaks (chart, data);
  describe (chart, data);
  return chart;
}
