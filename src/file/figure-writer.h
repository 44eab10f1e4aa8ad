/* figure-writer.h: the numbers of a figure as CSV and as JSON. */
#pragma once

#include "core/figure-data.h"
#include "file/csv-emitter.h"

G_BEGIN_DECLS

/**
 * mis_figure_write_csv:
 *
 * A header row `series,x,mean,min,max,sd,low,high,theory`, then a row for each point, series after
 * series; in either style of CSV; empty where there is no number. Full precision.
 *
 * Of distributions `series,statistic,probability,value`, one number a row: mean, min, max, sd, low,
 * high, theory, as_set, lowest, highest, without probability; then each quantile with its own.
 *
 * Returns: (transfer full)
 */
GBytes *mis_figure_write_csv (const MisFigureData *data, MisCsvStyle style);

/**
 * mis_figure_write_bins_csv:
 * @data: distributions, counted
 *
 * What a histogram shows: a header row `series,from,to,runs,share`, then a row for each bin, series
 * after series. A bin holds @from and not @to; the last one holds both. Shares are of the runs of
 * the series.
 *
 * Returns: (transfer full)
 */
GBytes *mis_figure_write_bins_csv (const MisFigureData *data, MisCsvStyle style);

/**
 * mis_figure_write_json:
 *
 * An object with the members figure, x_label, y_label, agents, runs, seed, band, where weights are
 * drawn weights_per ("agent" or "group"), and series; each series has a name and points, one on
 * each line; null where there is no number. Of distributions each has the statistics of the table
 * as members, quantiles with probability and value, and bins with from, to and runs.
 *
 * Returns: (transfer full)
 */
GBytes *mis_figure_write_json (const MisFigureData *data);

G_END_DECLS
