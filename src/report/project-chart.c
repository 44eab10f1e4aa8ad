#include "report/project-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/number-text.h"
#include "report/score-axis.h"
#include "report/sentence.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define CURVE_STEPS 200u
#define DOTS 200u /* whole agents are marked up to so many */
#define ROUNDING 1e-12 /* of a share */

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

/* Whether the scale ends at what an area could have: none has more than it could, and one could
 * have some. */
static gboolean
ends_at_possible (const MisScore *score)
{
  double most = 0.0;

  for (guint i = 0; i < score->n_areas; i++)
    if (score->areas[i].misalignment > score->areas[i].possible + ROUNDING)
      return FALSE;
    else if (!isnan (score->areas[i].misalignment))
      most = MAX (most, score->areas[i].possible);
  return most > 0.0;
}

/* What the grey behind the bars is: another length for another project. No more is said than what
 * holds: scores of unusual kinds go beyond it. */
static void
explain_areas (MisChart *chart, const MisWorld *world, const MisScore *score)
{
  g_autofree char *sentence = mis_sentence_areas (world, score);
  g_autofree char *most = mis_score_text (find_scale (score));
  g_autofree char *description = NULL, *subtitle = NULL;

  mis_chart_set_description (chart, sentence);
  if (*sentence == '\0' || !ends_at_possible (score))
    return;
  /* Translators: what bars say, in a sentence; then a score */
  description = g_strdup_printf (
      TEXT ("%s The grey behind the bars ends at the most that any area can reach, %s."), sentence,
      most);
  /* Translators: a score */
  subtitle = g_strdup_printf (TEXT ("Grey: up to the most that any area can reach, %s"), most);
  mis_chart_set_description (chart, description);
  mis_chart_set_subtitle (chart, subtitle);
}

MisChart *
mis_chart_areas (const MisWorld *world, const MisScore *score)
{
  MisChart *chart = mis_chart_new ();
  g_autofree char *overall = mis_score_text (score->overall);
  g_autofree char *reference = g_strdup_printf (TEXT ("overall %s"), overall);

  mis_chart_set_title (chart, TEXT ("Misalignment by problem area"));
  explain_areas (chart, world, score);
  for (guint i = 0; i < score->n_areas; i++)
    {
      double value = score->areas[i].misalignment;
      g_autofree char *text = isnan (value) ? g_strdup (TEXT ("fewer than two agents"))
                                            : mis_score_text (value);

      mis_chart_add_bar (chart, mis_area_get_name (mis_world_get_area (world, i)), value, text,
                         MIS_COLOR_SERIES_1);
    }
  mis_chart_set_x_axis (chart, TEXT ("Misalignment"), 0.0, find_scale (score));
  mis_chart_set_bars_range (chart, 0.0, find_scale (score));
  if (score->has_score)
    mis_chart_add_reference (chart, MIS_AXIS_X, score->overall, reference);
  return chart;
}

static double
find_highest (const double *ys, guint n)
{
  double highest = 0.0;

  for (guint i = 0; i < n; i++)
    if (ys[i] > highest) /* never true of a gap */
      highest = ys[i];
  return highest;
}

static int
compare_shares (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* (element-type double): shares at which every group has a whole number of agents, rising. */
static GArray *
list_whole_shares (const MisScore *score, const MisCurve *curve)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (double));
  guint64 n = score->n_agents, step = mis_curve_get_step (curve);
  guint64 rest;
  double low, high;

  if (n == 0 || n > DOTS || step == 0)
    return shares;
  mis_curve_get_span (curve, &low, &high, NULL, NULL);
  /* What the group has, and what it leaves the others. */
  rest = (guint64) round (mis_curve_get_highest (curve) * (double) n);
  for (guint64 own = rest % step; own <= rest; own += step)
    {
      double share = (double) own / (double) n;

      if (share >= low - ROUNDING && share <= high + ROUNDING)
        g_array_append_val (shares, share);
    }
  /* A single one is where the population stands, which is marked anyway. */
  if (shares->len < 2)
    g_array_set_size (shares, 0);
  return shares;
}

/* Where the line is taken: evenly, and wherever something is marked; some shares may be equal. */
static GArray *
list_line_shares (const MisCurve *curve, const GArray *marked)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (double));
  double others[] = { mis_curve_get_present (curve), 0.0, 0.0 };

  mis_curve_get_span (curve, &others[1], &others[2], NULL, NULL);

  for (guint i = 0; i <= CURVE_STEPS; i++)
    {
      double share = (double) i / CURVE_STEPS;

      g_array_append_val (shares, share);
    }
  g_array_append_vals (shares, others, G_N_ELEMENTS (others));
  g_array_append_vals (shares, marked->data, marked->len);
  g_array_sort (shares, compare_shares);
  return shares;
}

/* The curve at @shares; a gap where locked groups leave no such share, and where other areas than
 * now would have a score: that is another mean. */
static void
add_points (MisChart *chart, const MisCurve *curve, const GArray *shares, MisSeriesFlags flags)
{
  double lowest, highest;
  g_autofree double *xs = g_new (double, shares->len + 1);
  g_autofree double *ys = g_new (double, shares->len + 1);
  guint series, n = 0;

  mis_curve_get_span (curve, &lowest, &highest, NULL, NULL);
  for (guint i = 0; i < shares->len; i++)
    {
      double x = g_array_index (shares, double, i);

      if (n > 0 && x - xs[n - 1] < ROUNDING)
        continue;
      xs[n] = x;
      ys[n++] = x >= lowest - ROUNDING && x <= highest + ROUNDING
                    ? mis_curve_get_overall (curve, x)
                    : (double) NAN;
    }
  series = mis_chart_add_series (chart, TEXT ("Overall"), xs, ys, n, flags);
  mis_chart_set_series_color (chart, series, MIS_COLOR_SERIES_1);
  mis_chart_set_y_axis (chart, TEXT ("Population misalignment"), 0.0,
                        mis_score_axis_top (find_highest (ys, n)));
}

/* (transfer full): what the curve says, and what dots are if there are any. */
static char *
describe_share (const MisWorld *world,
                const MisScore *score,
                const MisCurve *curve,
                guint agent,
                gboolean dots)
{
  g_autofree char *sentence = mis_sentence_share (world, score, curve, agent);

  if (!dots)
    return g_steal_pointer (&sentence);
  /* Translators: the sentence about the curve, then: */
  return g_strdup_printf (TEXT ("%s The dots are the shares at which every group has a whole "
                                "number of agents; between them the line counts parts of agents."),
                          sentence);
}

/* (transfer full): on the screen who reads has made the project; a figure is read by anybody. */
static char *
label_present (const MisScore *score, const MisCurve *curve, MisChartUse use)
{
  g_autofree char *value = mis_score_text (score->overall);
  g_autofree char *share = mis_score_text (mis_curve_get_present (curve));

  if (use == MIS_CHART_ON_SCREEN)
    return g_strdup (TEXT ("you are here"));
  /* Translators: label of a point in an exported figure: its score, and the share of a group */
  return g_strdup_printf (TEXT ("this population: %s at %s"), value, share);
}

/* Who reads a figure has no sentence beside it: one group's agents come from the others. */
static void
explain (MisChart *chart, const MisScore *score, gboolean has_dots)
{
  g_autofree char *count = mis_count_text (score->n_agents);
  g_autofree char *all = g_strdup_printf (TEXT ("All agents: always %s"), count);
  g_autofree char *text = has_dots ? g_strconcat (all, ". ", TEXT ("Dots: whole agents"), NULL)
                                   : g_strdup (all);

  mis_chart_set_subtitle (chart, text);
}

MisChart *
mis_chart_share (const MisWorld *world,
                 const MisScore *score,
                 const MisCurve *curve,
                 guint agent,
                 MisChartUse use)
{
  MisChart *chart = mis_chart_new ();
  MisAgent *group = mis_world_get_agent (world, agent);
  g_autoptr (GArray) whole = list_whole_shares (score, curve);
  g_autoptr (GArray) line = list_line_shares (curve, whole);
  g_autofree char *title = g_strdup_printf (TEXT ("Misalignment by the share of %s"), group->name);
  g_autofree char *axis = g_strdup_printf (TEXT ("Share of %s"), group->name);
  g_autofree char *description = describe_share (
      world, score, curve, agent, score->has_score && whole->len > 0);
  g_autofree char *label = label_present (score, curve, use);

  mis_chart_set_title (chart, title);
  mis_chart_set_description (chart, description);
  mis_chart_set_x_axis (chart, axis, 0.0, 1.0);
  mis_chart_set_legend (chart, MIS_LEGEND_NONE);
  if (!score->has_score) /* a line at 0 would say that there is nothing to disagree about */
    {
      mis_chart_set_y_axis (chart, TEXT ("Population misalignment"), 0.0, 1.0);
      return chart;
    }
  /* Whole agents first: their markers are the round ones. */
  if (whole->len > 0)
    add_points (chart, curve, whole, MIS_SERIES_MARKERS);
  if (use == MIS_CHART_ON_PAPER)
    explain (chart, score, whole->len > 0);
  add_points (chart, curve, line, MIS_SERIES_LINE | MIS_SERIES_EMPHASIZED);
  mis_chart_add_point (chart, mis_curve_get_present (curve), score->overall, label);
  return chart;
}

void
mis_chart_share_keep_axis (MisChart *chart, const MisChart *before)
{
  double highest = 0.0;

  if (before == NULL)
    return;
  for (guint i = 0; i < mis_chart_get_n_series (chart); i++)
    {
      const MisSeries *series = mis_chart_get_series (chart, i);

      highest = MAX (highest, find_highest (series->ys, series->n));
    }
  if (highest > 0.0)
    mis_chart_set_y_axis (chart, TEXT ("Population misalignment"), 0.0,
                          mis_score_axis_keep (mis_chart_get_axis_end (before, MIS_AXIS_Y),
                                               highest));
}
