#include "cli/project-plot.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "config.h"
#include "core/curve.h"
#include "core/score.h"
#include "file/csv-emitter.h"
#include "file/json-emitter.h"
#include "plot/export.h"
#include "report/chart-source.h"
#include "report/project-chart.h"

#define STEPS 200u /* of a share, in a table */

const MisChoice mis_plot_kinds[] = {
  { "areas", N_("the score of each problem area") },
  { "share", N_("the score by the share of a group") },
  { NULL, NULL },
};

/* What all formats are made of; the curve only of a share. */
typedef struct
{
  const MisProjectPlot *plot;
  MisScore *score;
  MisCurve *curve; /* (nullable) */
} Numbers;

static void
numbers_init (Numbers *numbers, const MisProjectPlot *plot)
{
  g_autoptr (MisTally) tally = mis_tally_new (plot->world, NULL);

  numbers->plot = plot;
  numbers->score = mis_score_new (tally, NULL, NULL);
  numbers->curve
    = plot->kind == MIS_PLOT_SHARE ? mis_curve_new_share (plot->world, plot->agent, NULL) : NULL;
}

static void
numbers_clear (Numbers *numbers)
{
  mis_score_unref (numbers->score);
  g_clear_pointer (&numbers->curve, mis_curve_free);
}

static double
get_overall (const Numbers *numbers)
{
  return numbers->score->has_score ? numbers->score->overall : (double) NAN;
}

/* The share of step @i, and the score there. */
static double
get_point (const Numbers *numbers, guint i, double *share)
{
  double low, high;

  mis_curve_get_span (numbers->curve, &low, &high, NULL, NULL);
  *share = low + (high - low) * i / STEPS;
  return numbers->score->has_score ? mis_curve_get_overall (numbers->curve, *share) : (double) NAN;
}

static const MisArea *
get_area (const Numbers *numbers, guint i)
{
  return mis_world_get_area (numbers->plot->world, i);
}

static const char *const area_columns[] = { "area", "name", "misalignment" };
static const char *const share_columns[] = { "share", "misalignment" };

static void
begin_csv (MisCsv *csv, const Numbers *numbers, const char *const *columns, guint n)
{
  mis_csv_init (csv, numbers->plot->style);
  for (guint i = 0; i < n; i++)
    mis_csv_append_text (csv, columns[i]);
  mis_csv_end_row (csv);
}

static GBytes *
write_areas_csv (const Numbers *numbers)
{
  MisCsv csv;

  begin_csv (&csv, numbers, area_columns, G_N_ELEMENTS (area_columns));
  mis_csv_append_empty (&csv);
  mis_csv_append_empty (&csv);
  mis_csv_append_number (&csv, get_overall (numbers));
  mis_csv_end_row (&csv);
  for (guint i = 0; i < numbers->score->n_areas; i++)
    {
      mis_csv_append_text (&csv, mis_area_get_id (get_area (numbers, i)));
      mis_csv_append_text (&csv, mis_area_get_name (get_area (numbers, i)));
      mis_csv_append_number (&csv, numbers->score->areas[i].misalignment);
      mis_csv_end_row (&csv);
    }
  return mis_csv_end (&csv);
}

static GBytes *
write_share_csv (const Numbers *numbers)
{
  MisCsv csv;

  begin_csv (&csv, numbers, share_columns, G_N_ELEMENTS (share_columns));
  for (guint i = 0; i <= STEPS; i++)
    {
      double share, value = get_point (numbers, i, &share);

      mis_csv_append_number (&csv, share);
      mis_csv_append_number (&csv, value);
      mis_csv_end_row (&csv);
    }
  return mis_csv_end (&csv);
}

static void
emit_number (MisJsonEmitter *emitter, const char *name, double number)
{
  mis_json_emitter_key (emitter, name);
  if (isnan (number))
    mis_json_emitter_null (emitter);
  else
    mis_json_emitter_number (emitter, number);
}

static void
emit_areas (MisJsonEmitter *emitter, const Numbers *numbers)
{
  mis_json_emitter_key (emitter, "areas");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < numbers->score->n_areas; i++)
    {
      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      mis_json_emitter_member (emitter, "id", mis_area_get_id (get_area (numbers, i)));
      mis_json_emitter_member (emitter, "name", mis_area_get_name (get_area (numbers, i)));
      emit_number (emitter, "misalignment", numbers->score->areas[i].misalignment);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static void
emit_share (MisJsonEmitter *emitter, const Numbers *numbers)
{
  mis_json_emitter_member (emitter, "group",
                           mis_world_get_agent (numbers->plot->world, numbers->plot->agent)->id);
  emit_number (emitter, "share", mis_curve_get_present (numbers->curve));
  mis_json_emitter_key (emitter, "points");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i <= STEPS; i++)
    {
      double share, value = get_point (numbers, i, &share);

      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      emit_number (emitter, "share", share);
      emit_number (emitter, "misalignment", value);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

static GBytes *
write_json (const Numbers *numbers)
{
  MisJsonEmitter emitter;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_member (&emitter, "plot", mis_plot_kinds[numbers->plot->kind].nick);
  mis_json_emitter_member (&emitter, "title", numbers->plot->title);
  emit_number (&emitter, "overall", get_overall (numbers));
  if (numbers->curve == NULL)
    emit_areas (&emitter, numbers);
  else
    emit_share (&emitter, numbers);
  mis_json_emitter_end (&emitter);
  return mis_json_emitter_end_file (&emitter);
}

/* What made the picture, so that it can be made again. */
static char *
make_metadata (const MisProjectPlot *plot)
{
  MisJsonEmitter emitter;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_ONE_LINE);
  mis_json_emitter_member (&emitter, "program", "misalign " MIS_VERSION);
  mis_json_emitter_member (&emitter, "plot", mis_plot_kinds[plot->kind].nick);
  mis_json_emitter_member (&emitter, "project", plot->title);
  if (plot->kind == MIS_PLOT_SHARE)
    mis_json_emitter_member (&emitter, "group", mis_world_get_agent (plot->world, plot->agent)->id);
  mis_json_emitter_end (&emitter);
  return g_string_free (mis_json_emitter_steal (&emitter), FALSE);
}

/* Whoever sees the picture looks above it for what it is of. */
static void
name_scenario (MisChart *chart, const char *scenario)
{
  const char *below = mis_chart_get_subtitle (chart);
  g_autofree char *name = g_strdup_printf (_("Scenario “%s”"), scenario);
  g_autofree char *subtitle
    = below != NULL && *below != '\0' ? g_strconcat (name, ". ", below, NULL) : g_strdup (name);

  mis_chart_set_subtitle (chart, subtitle);
}

static MisChart *
make_chart (const Numbers *numbers)
{
  const MisProjectPlot *plot = numbers->plot;
  gboolean is_share = numbers->curve != NULL;
  MisChart *chart = is_share ? mis_chart_share (plot->world, numbers->score, numbers->curve,
                                                plot->agent, MIS_CHART_ON_PAPER)
                             : mis_chart_areas (plot->world, numbers->score);
  g_autofree char *source
    = is_share ? mis_chart_source_share (plot->title, FALSE, plot->world, plot->agent, NULL)
               : mis_chart_source_project (plot->title, FALSE);

  mis_chart_set_source (chart, source);
  if (plot->scenario != NULL)
    name_scenario (chart, plot->scenario);
  return chart;
}

static GBytes *
draw (const Numbers *numbers, MisFigureFormat format, GError **error)
{
  g_autoptr (MisChart) chart = make_chart (numbers);
  g_autofree char *metadata = make_metadata (numbers->plot);

  return mis_figure_draw (chart, metadata, format, error);
}

GBytes *
mis_project_plot_format (const MisProjectPlot *plot, MisFigureFormat format, GError **error)
{
  Numbers numbers;
  GBytes *bytes;

  numbers_init (&numbers, plot);
  if (format == MIS_FIGURE_JSON)
    bytes = write_json (&numbers);
  else if (format != MIS_FIGURE_CSV)
    bytes = draw (&numbers, format, error);
  else if (plot->kind == MIS_PLOT_AREAS)
    bytes = write_areas_csv (&numbers);
  else
    bytes = write_share_csv (&numbers);
  numbers_clear (&numbers);
  return bytes;
}
