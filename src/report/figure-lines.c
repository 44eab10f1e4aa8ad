#include "report/figure-lines.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/local-number.h"
#include "report/figure.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

#define MOST_MARKERS 60u
#define HIDDEN 0.01 /* of the y axis: lines no farther apart look like one */

/* What a band is, in the order of its nicks. */
static const struct
{
  const char *nick;
  const char *meaning;
} bands[] = {
  { "min-max", N_("minimum to maximum") },
  { "5-95", N_("middle 90 %") },
  { "se", N_("standard error") },
  { "sd", N_("standard deviation") },
};

gboolean
mis_figure_is_random (const MisFigureData *data)
{
  return data->runs > 1;
}

const char *
mis_figure_get_band (const MisFigureData *data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    if (strcmp (bands[i].nick, data->band) == 0)
      return TEXT (bands[i].meaning);
  return "";
}

/* One member of all points, as an array. */
static double *
list (const MisFigureSeries *series, gsize offset)
{
  double *values = g_new (double, series->points->len);

  for (guint i = 0; i < series->points->len; i++)
    values[i] = G_STRUCT_MEMBER (double, mis_figure_series_get_point (series, i), offset);
  return values;
}

/* Whether the only curve is named as the chart is: two of the same words say no more than one. */
static gboolean
is_named_by_title (const MisFigureData *data)
{
  return data->series->len == 1
         && strcmp (mis_figure_data_get_series (data, 0)->name, data->title) == 0;
}

/* How much of @name is words that @first begins with, too. */
static gsize
measure_common_words (const char *first, const char *name)
{
  gsize end = 0;

  for (gsize i = 0; first[i] != '\0' && first[i] == name[i]; i++)
    if (first[i] == ' ')
      end = i + 1;
  return end;
}

/* Whether @legend, which stands above all names, has the words too. */
static gboolean
is_said_above (const char *legend, const char *words, gsize length)
{
  g_autofree char *taken = g_strndup (words, length);
  g_autofree char *folded = g_utf8_casefold (g_strstrip (taken), -1);
  g_autofree char *above = g_utf8_casefold (legend, -1);

  return *folded != '\0' && strstr (above, folded) != NULL;
}

/* Where what sets the names apart begins, in bytes: a word that stands above all of them need not
 * stand in each, where it takes the room of a second column. */
static gsize
find_own_words (const MisFigureData *data)
{
  const char *first =
      data->series->len > 0 ? TEXT (mis_figure_data_get_series (data, 0)->name) : "";
  gsize common = strlen (first);

  for (guint i = 1; i < data->series->len; i++)
    common = MIN (common, measure_common_words (
                            first, TEXT (mis_figure_data_get_series (data, i)->name)));
  if (data->series->len < 2 || *data->legend == '\0'
      || !is_said_above (TEXT (data->legend), first, common))
    return 0;
  return common;
}

/* (transfer full): what the key calls @series. The only curve needs no name of its own, and so
 * says what it is. */
static char *
make_name (const MisFigureData *data, const MisFigureSeries *series)
{
  g_autofree char *runs = mis_count_text (data->runs);

  if (!mis_figure_is_random (data) || !is_named_by_title (data))
    return g_strdup (TEXT (series->name) + find_own_words (data));
  /* Translators: what a curve is; behind it stands what the band around it is */
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "mean of %s run", "mean of %s runs", data->runs), runs);
}

static void
add_series (MisChart *chart, const MisFigureData *data, const MisFigureSeries *series)
{
  g_autofree char *name = make_name (data, series);
  g_autofree double *xs = list (series, G_STRUCT_OFFSET (MisFigurePoint, x));
  g_autofree double *ys = list (series, G_STRUCT_OFFSET (MisFigurePoint, mean));
  g_autofree double *low = list (series, G_STRUCT_OFFSET (MisFigurePoint, low));
  g_autofree double *high = list (series, G_STRUCT_OFFSET (MisFigurePoint, high));
  MisSeriesFlags flags = MIS_SERIES_LINE;
  guint index;

  if (series->points->len <= MOST_MARKERS)
    flags |= MIS_SERIES_MARKERS;
  index = mis_chart_add_series (chart, name, xs, ys, series->points->len, flags);
  if (mis_figure_is_random (data))
    mis_chart_set_band (chart, index, low, high, mis_figure_get_band (data));
}

static gboolean
series_has_theory (const MisFigureSeries *series)
{
  for (guint i = 0; i < series->points->len; i++)
    if (!isnan (mis_figure_series_get_point (series, i)->theory))
      return TRUE;
  return FALSE;
}

gboolean
mis_figure_has_theory (const MisFigureData *data)
{
  for (guint i = 0; i < data->series->len; i++)
    if (series_has_theory (mis_figure_data_get_series (data, i)))
      return TRUE;
  return FALSE;
}

/* Whether the eye cannot tell what theory expects from the mean. */
static gboolean
is_theory_hidden (const MisChart *chart, const MisFigureSeries *series)
{
  const double top = mis_chart_get_axis_end (chart, MIS_AXIS_Y);

  for (guint i = 0; i < series->points->len; i++)
    {
      const MisFigurePoint *point = mis_figure_series_get_point (series, i);

      if (fabs (point->theory - point->mean) > HIDDEN * top)
        return FALSE;
    }
  return TRUE;
}

/* Only the line of a single curve has a name: of several the subtitle speaks. */
static const char *
name_theory (const MisChart *chart, const MisFigureData *data, const MisFigureSeries *series)
{
  if (!is_named_by_title (data))
    return "";
  return is_theory_hidden (chart, series) ? TEXT ("what theory expects (behind the mean)")
                                          : TEXT ("what theory expects");
}

/* What theory expects, thin and dashed, in the colour of its series. */
static void
add_theory (MisChart *chart, const MisFigureData *data)
{
  for (guint i = 0; mis_figure_is_random (data) && i < data->series->len; i++)
    {
      const MisFigureSeries *series = mis_figure_data_get_series (data, i);
      g_autofree double *xs = list (series, G_STRUCT_OFFSET (MisFigurePoint, x));
      g_autofree double *ys = list (series, G_STRUCT_OFFSET (MisFigurePoint, theory));
      const char *name = name_theory (chart, data, series);
      guint line;

      if (!series_has_theory (series))
        continue;
      line = mis_chart_add_series (chart, name, xs, ys, series->points->len,
                                   MIS_SERIES_LINE | MIS_SERIES_THEORY | MIS_SERIES_DASHED);
      mis_chart_set_series_color (chart, line, mis_chart_get_series (chart, i)->color);
    }
}

void
mis_figure_add_lines (MisChart *chart, const MisFigureData *data)
{
  for (guint i = 0; i < data->series->len; i++)
    add_series (chart, data, mis_figure_data_get_series (data, i));
  add_theory (chart, data);
  if (is_named_by_title (data))
    mis_chart_set_legend (chart,
                          mis_figure_is_random (data) ? MIS_LEGEND_BOX : MIS_LEGEND_NONE);
}
