#include "file/figure-writer.h"

#include "file/distribution-writer.h"
#include "file/json-emitter.h"

#define N_NUMBERS 8

static const char *const number_names[N_NUMBERS]
  = { "x", "mean", "min", "max", "sd", "low", "high", "theory" };

static void
list_numbers (const MisFigurePoint *point, double numbers[N_NUMBERS])
{
  const double values[N_NUMBERS] = { point->x,  point->mean, point->min,  point->max,
                                     point->sd, point->low,  point->high, point->theory };

  for (guint i = 0; i < N_NUMBERS; i++)
    numbers[i] = values[i];
}

static void
append_series (MisCsv *csv, const MisFigureSeries *series)
{
  double numbers[N_NUMBERS];

  for (guint i = 0; i < series->points->len; i++)
    {
      list_numbers (mis_figure_series_get_point (series, i), numbers);
      mis_csv_append_text (csv, series->name);
      for (guint j = 0; j < N_NUMBERS; j++)
        mis_csv_append_number (csv, numbers[j]);
      mis_csv_end_row (csv);
    }
}

GBytes *
mis_figure_write_csv (const MisFigureData *data, MisCsvStyle style)
{
  MisCsv csv;

  if (data->is_distribution)
    return mis_distribution_write_csv (data, style);
  mis_csv_init (&csv, style);
  mis_csv_append_text (&csv, "series");
  for (guint i = 0; i < N_NUMBERS; i++)
    mis_csv_append_text (&csv, number_names[i]);
  mis_csv_end_row (&csv);
  for (guint i = 0; i < data->series->len; i++)
    append_series (&csv, mis_figure_data_get_series (data, i));
  return mis_csv_end (&csv);
}

static void
emit_point (MisJsonEmitter *emitter, const MisFigurePoint *point)
{
  double numbers[N_NUMBERS];

  list_numbers (point, numbers);
  mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
  for (guint i = 0; i < N_NUMBERS; i++)
    mis_json_emitter_member_number (emitter, number_names[i], numbers[i]);
  mis_json_emitter_end (emitter);
}

static void
emit_points (MisJsonEmitter *emitter, const MisFigureSeries *series)
{
  mis_json_emitter_key (emitter, "points");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < series->points->len; i++)
    emit_point (emitter, mis_figure_series_get_point (series, i));
  mis_json_emitter_end (emitter);
}

static void
emit_series (MisJsonEmitter *emitter, const MisFigureData *data, const MisFigureSeries *series)
{
  mis_json_emitter_begin (emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_member (emitter, "name", series->name);
  if (series->distribution != NULL)
    mis_distribution_emit (emitter, data, series);
  else
    emit_points (emitter, series);
  mis_json_emitter_end (emitter);
}

GBytes *
mis_figure_write_json (const MisFigureData *data)
{
  MisJsonEmitter emitter;

  mis_json_emitter_init (&emitter);
  mis_json_emitter_begin (&emitter, '{', MIS_JSON_LINES);
  mis_json_emitter_member (&emitter, "figure", data->id);
  mis_json_emitter_member (&emitter, "x_label", data->x_label);
  mis_json_emitter_member (&emitter, "y_label", data->y_label);
  mis_json_emitter_member_whole (&emitter, "agents", data->agents);
  mis_json_emitter_member_whole (&emitter, "runs", data->runs);
  mis_json_emitter_member_whole (&emitter, "seed", data->seed);
  mis_json_emitter_member (&emitter, "band", data->band);
  if (data->weights_per != NULL)
    mis_json_emitter_member (&emitter, "weights_per", data->weights_per);
  mis_json_emitter_key (&emitter, "series");
  mis_json_emitter_begin (&emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < data->series->len; i++)
    emit_series (&emitter, data, mis_figure_data_get_series (data, i));
  mis_json_emitter_end (&emitter);
  mis_json_emitter_end (&emitter);
  return mis_json_emitter_end_file (&emitter);
}
