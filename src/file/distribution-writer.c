#include "file/distribution-writer.h"

#include <math.h>

#include "file/figure-writer.h"

#define N_STATISTICS 10

static const char *const column_names[] = { "series", "statistic", "probability", "value" };

static const char *const bin_names[] = { "series", "from", "to", "runs", "share" };

/* Everything but the quantiles. */
static const char *const statistic_names[N_STATISTICS] = { "mean",   "min",    "max",    "sd",
                                                           "low",    "high",   "theory", "as_set",
                                                           "lowest", "highest" };

static void
list_statistics (const MisFigureSeries *series, double statistics[N_STATISTICS])
{
  const MisFigurePoint *point = mis_figure_series_get_point (series, 0);
  const MisDistribution *it = series->distribution;
  const double values[N_STATISTICS] = { point->mean, point->min,  point->max,    point->sd,
                                        point->low,  point->high, point->theory, it->as_set,
                                        it->lowest,  it->highest };

  for (guint i = 0; i < N_STATISTICS; i++)
    statistics[i] = values[i];
}

static void
append_row (
    MisCsv *csv, const char *series, const char *statistic, double probability, double value)
{
  mis_csv_append_text (csv, series);
  mis_csv_append_text (csv, statistic);
  mis_csv_append_number (csv, probability);
  mis_csv_append_number (csv, value);
  mis_csv_end_row (csv);
}

static void
append_series (MisCsv *csv, const MisFigureSeries *series)
{
  const MisDistribution *it = series->distribution;
  double statistics[N_STATISTICS];

  list_statistics (series, statistics);
  for (guint i = 0; i < N_STATISTICS; i++)
    append_row (csv, series->name, statistic_names[i], NAN, statistics[i]);
  for (guint i = 0; i < it->n; i++)
    append_row (csv, series->name, "quantile", mis_distribution_get_probability (it->n, i),
                it->quantiles[i]);
}

GBytes *
mis_distribution_write_csv (const MisFigureData *data, MisCsvStyle style)
{
  MisCsv csv;

  mis_csv_init (&csv, style);
  for (guint i = 0; i < G_N_ELEMENTS (column_names); i++)
    mis_csv_append_text (&csv, column_names[i]);
  mis_csv_end_row (&csv);
  for (guint i = 0; i < data->series->len; i++)
    if (mis_figure_data_get_series (data, i)->distribution != NULL)
      append_series (&csv, mis_figure_data_get_series (data, i));
  return mis_csv_end (&csv);
}

static guint
count_runs (const MisFigureData *data, const MisDistribution *it)
{
  guint sum = 0;

  for (guint bin = 0; bin < data->bins.n; bin++)
    sum += it->counts[bin];
  return sum;
}

static void
append_bins (MisCsv *csv, const MisFigureData *data, const MisFigureSeries *series)
{
  const MisDistribution *it = series->distribution;
  guint n_runs = count_runs (data, it);

  for (guint bin = 0; bin < data->bins.n; bin++)
    {
      mis_csv_append_text (csv, series->name);
      mis_csv_append_number (csv, mis_bins_get_edge (&data->bins, bin));
      mis_csv_append_number (csv, mis_bins_get_edge (&data->bins, bin + 1));
      mis_csv_append_whole (csv, it->counts[bin]);
      mis_csv_append_number (csv, (double) it->counts[bin] / n_runs);
      mis_csv_end_row (csv);
    }
}

GBytes *
mis_figure_write_bins_csv (const MisFigureData *data, MisCsvStyle style)
{
  MisCsv csv;

  mis_csv_init (&csv, style);
  for (guint i = 0; i < G_N_ELEMENTS (bin_names); i++)
    mis_csv_append_text (&csv, bin_names[i]);
  mis_csv_end_row (&csv);
  for (guint i = 0; i < data->series->len; i++)
    if (mis_figure_data_get_series (data, i)->distribution != NULL)
      append_bins (&csv, data, mis_figure_data_get_series (data, i));
  return mis_csv_end (&csv);
}

static void
emit_bins (MisJsonEmitter *emitter, const MisFigureData *data, const MisDistribution *it)
{
  mis_json_emitter_key (emitter, "bins");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint bin = 0; bin < data->bins.n; bin++)
    {
      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      mis_json_emitter_member_number (emitter, "from", mis_bins_get_edge (&data->bins, bin));
      mis_json_emitter_member_number (emitter, "to", mis_bins_get_edge (&data->bins, bin + 1));
      mis_json_emitter_member_whole (emitter, "runs", it->counts[bin]);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
}

void
mis_distribution_emit (MisJsonEmitter *emitter,
                       const MisFigureData *data,
                       const MisFigureSeries *series)
{
  const MisDistribution *it = series->distribution;
  double statistics[N_STATISTICS];

  list_statistics (series, statistics);
  for (guint i = 0; i < N_STATISTICS; i++)
    mis_json_emitter_member_number (emitter, statistic_names[i], statistics[i]);
  mis_json_emitter_key (emitter, "quantiles");
  mis_json_emitter_begin (emitter, '[', MIS_JSON_LINES);
  for (guint i = 0; i < it->n; i++)
    {
      mis_json_emitter_begin (emitter, '{', MIS_JSON_ONE_LINE);
      mis_json_emitter_member_number (emitter, "probability",
                                      mis_distribution_get_probability (it->n, i));
      mis_json_emitter_member_number (emitter, "value", it->quantiles[i]);
      mis_json_emitter_end (emitter);
    }
  mis_json_emitter_end (emitter);
  emit_bins (emitter, data, it);
}
