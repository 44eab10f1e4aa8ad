/* figure-data.h: the numbers of a figure: series of points with their spread over runs. */
#pragma once

#include "core/distribution.h"
#include "core/histogram.h"

G_BEGIN_DECLS

/**
 * MisFigurePoint:
 * @x: where on the x axis; %NAN in a distribution
 * @mean, @min, @max: of the values of all runs
 * @sd: their standard deviation, with runs - 1; %NAN for a single run
 * @low, @high: the ends of the chosen band
 * @theory: what closed-form theory says; %NAN where it says nothing
 * @maximum: what no run can exceed (paper, theorem 3); %NAN where nothing is known
 */
typedef struct
{
  double x;
  double mean;
  double min;
  double max;
  double sd;
  double low;
  double high;
  double theory;
  double maximum;
} MisFigurePoint;

/**
 * MisFigureSeries:
 * @name: as in the legend
 * @points: (element-type MisFigurePoint): in the order of x; one of a distribution
 * @distribution: (nullable): of the values of all runs, where nothing varies along x
 */
typedef struct
{
  char *name;
  GArray *points;
  MisDistribution *distribution;
} MisFigureSeries;

/**
 * MisFigureData:
 * @id: which figure, such as "4"
 * @is_paper: whether it is one of the paper, with whatever numbers
 * @title: what it shows
 * @x_label, @y_label: the titles of the axes
 * @x_is_log: whether x is spread by equal ratios
 * @agents: n, or the end of the x axis where that is n
 * @legend: what the names of the series have in common; "" if they say it themselves
 * @runs: how many worlds each point stands for; 0 where nothing was run at all
 * @planned_runs: how many there were to be; more than @runs if it was stopped
 * @is_complete: whether no point is missing
 * @is_changed: whether a figure of the paper was made with other numbers than the paper's
 * @seed: of the random numbers
 * @band: what @low and @high of the points are: "min-max", "5-95", "se" or "sd"
 * @weights_per: (nullable): for whom a weight was drawn, as a nick of mis_pers; %NULL where none
 *   was
 * @is_distribution: whether it is about the distribution of the values of all runs; @x_label is
 *   then that of the values, @y_label that of their share
 * @bins: of the counts of all its distributions; none where they are not counted
 * @series: (element-type MisFigureSeries): in the order of the legend
 *
 * Made once, then immutable and atomically reference-counted.
 */
typedef struct
{
  int ref_count; /* atomic */
  char *id;
  gboolean is_paper;
  char *title;
  char *x_label;
  gboolean x_is_log;
  char *y_label;
  guint64 agents;
  char *legend;
  guint runs;
  guint planned_runs;
  gboolean is_complete;
  gboolean is_changed;
  guint64 seed;
  char *band;
  const char *weights_per;
  gboolean is_distribution;
  MisBins bins;
  GPtrArray *series;
} MisFigureData;

/* Returns: (transfer full): a figure without series, of as many runs as were planned. */
MisFigureData *mis_figure_data_new (const char *id,
                                    const char *title,
                                    const char *x_label,
                                    gboolean x_is_log,
                                    const char *y_label,
                                    guint64 agents,
                                    guint runs,
                                    guint64 seed,
                                    const char *band);

MisFigureData *mis_figure_data_ref (MisFigureData *data);
void mis_figure_data_unref (MisFigureData *data);

/* Returns: (transfer none): a new series at the end, without points. */
MisFigureSeries *mis_figure_data_add_series (MisFigureData *data, const char *name);
void mis_figure_series_add_point (MisFigureSeries *series, const MisFigurePoint *point);

/* @distribution: (transfer full). */
void mis_figure_series_set_distribution (MisFigureSeries *series, MisDistribution *distribution);

/* (transfer none): one of them. */
const MisFigureSeries *mis_figure_data_get_series (const MisFigureData *data, guint series);
const MisFigurePoint *mis_figure_series_get_point (const MisFigureSeries *series, guint point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisFigureData, mis_figure_data_unref)

G_END_DECLS
