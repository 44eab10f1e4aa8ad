#include "report/project-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/number-text.h"
#include "report/sentence.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define CURVE_POINTS 201u /* at least; more where whole agents are shown */
#define DOTS 200u         /* whole agents are marked up to so many */
#define DECIMALS 3

/* The most that any area can reach, or the highest bar if that is more. */
static double
find_scale (const MisScore *score)
{
  double scale = 0.0;

  for (guint i = 0; i < score->n_areas; i++)
    if (!isnan (score->areas[i].misalignment))
      scale = MAX (scale, MAX (score->areas[i].possible, score->areas[i].misalignment));
  return scale > 0.0 ? scale : 1.0;
}

MisChart *
mis_chart_areas (const MisWorld *world, const MisScore *score)
{
  MisChart *chart = mis_chart_new ();
  g_autofree char *overall = mis_number_text_fixed (score->overall, DECIMALS);
  g_autofree char *reference = g_strdup_printf (TEXT ("overall %s"), overall);
  g_autofree char *description = mis_sentence_areas (world, score);

  mis_chart_set_title (chart, TEXT ("Misalignment by problem area"));
  mis_chart_set_description (chart, description);
  for (guint i = 0; i < score->n_areas; i++)
    {
      double value = score->areas[i].misalignment;
      g_autofree char *text = isnan (value) ? g_strdup (TEXT ("fewer than two agents"))
                                            : mis_number_text_fixed (value, DECIMALS);

      mis_chart_add_bar (chart, mis_area_get_name (mis_world_get_area (world, i)), value, text,
                         MIS_COLOR_SERIES_1);
    }
  mis_chart_set_x_axis (chart, TEXT ("Misalignment"), 0.0, find_scale (score));
  mis_chart_set_bars_range (chart, 0.0, find_scale (score));
  if (score->has_score)
    mis_chart_add_reference (chart, MIS_AXIS_X, score->overall, reference);
  return chart;
}

/* Where the axis of a curve may end: few enough that it seldom jumps while a slider moves. */
static const double tops[] = { 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0 };

/* The first end that leaves room above the curve. */
static double
find_top (const double *ys, guint n)
{
  double highest = 0.0;

  for (guint i = 0; i < n; i++)
    if (ys[i] > highest) /* never true of a gap */
      highest = ys[i];
  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    if (tops[i] >= 1.08 * highest)
      return tops[i];
  return MAX (highest, 1.0);
}

/* Shares at which the curve is taken: evenly, or at whole agents where they are few. */
static guint
count_points (guint64 population)
{
  guint per_agent;

  if (population == 0 || population > DOTS)
    return CURVE_POINTS;
  per_agent = (guint) ((CURVE_POINTS - 1 + population - 1) / population);
  return (guint) population * per_agent + 1;
}

/* Takes the curve at @n shares from 0 to 1; a gap where locked groups leave no such share. */
static void
take_points (const MisCurve *curve, guint n, double *xs, double *ys)
{
  const double rounding = 1e-12;
  double lowest = mis_curve_get_lowest (curve) - rounding;
  double highest = mis_curve_get_highest (curve) + rounding;

  for (guint i = 0; i < n; i++)
    {
      xs[i] = (double) i / (n - 1);
      ys[i] = xs[i] >= lowest && xs[i] <= highest ? mis_curve_get_overall (curve, xs[i])
                                                  : (double) NAN;
    }
}

static void
add_points (MisChart *chart, const MisCurve *curve, guint n, MisSeriesFlags flags)
{
  g_autofree double *xs = g_new (double, n);
  g_autofree double *ys = g_new (double, n);
  guint series;

  take_points (curve, n, xs, ys);
  series = mis_chart_add_series (chart, TEXT ("Overall"), xs, ys, n, flags);
  mis_chart_set_series_color (chart, series, MIS_COLOR_SERIES_1);
  mis_chart_set_y_axis (chart, TEXT ("Population misalignment"), 0.0, find_top (ys, n));
}

MisChart *
mis_chart_share (const MisWorld *world,
                 const MisScore *score,
                 const MisCurve *curve,
                 guint agent)
{
  MisChart *chart = mis_chart_new ();
  MisAgent *group = mis_world_get_agent (world, agent);
  double n = (double) score->n_agents;
  double share = n > 0.0 ? (double) group->count / n : 0.0;
  g_autofree char *title = g_strdup_printf (TEXT ("Misalignment by the share of %s"), group->name);
  g_autofree char *axis = g_strdup_printf (TEXT ("Proportion of agents: %s"), group->name);
  g_autofree char *description = mis_sentence_share (world, score, curve, agent);

  mis_chart_set_title (chart, title);
  mis_chart_set_description (chart, description);
  mis_chart_set_x_axis (chart, axis, 0.0, 1.0);
  mis_chart_set_legend (chart, MIS_LEGEND_NONE);
  /* Whole agents first: their markers are the round ones. */
  if (score->n_agents > 0 && score->n_agents <= DOTS)
    add_points (chart, curve, (guint) score->n_agents + 1, MIS_SERIES_MARKERS);
  add_points (chart, curve, count_points (score->n_agents),
              MIS_SERIES_LINE | MIS_SERIES_EMPHASIZED);
  if (score->has_score)
    mis_chart_add_point (chart, share, score->overall, TEXT ("you are here"));
  return chart;
}
