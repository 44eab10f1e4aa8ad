/* From the values of all runs to the numbers of a figure, in the order of the slots. */
#include "sim/engine.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_statistics_double.h>

#define Y_LABEL "Population Misalignment"

/* How many runs every cell has, those before the first gap; all where only one is needed. */
static guint
count_runs (const MisEngine *engine, const double *values)
{
  guint runs = mis_engine_get_experiment (engine)->runs;
  guint least = runs;

  for (guint cell = 0; cell < mis_engine_get_n_cells (engine); cell++)
    {
      const double *own = values + (gsize) cell * runs;
      guint n = 0, most = mis_engine_is_random (engine, cell) ? least : 1;

      while (n < most && !isnan (own[n]))
        n++;
      if (n < most)
        least = MIN (least, n);
    }
  return least;
}

/* @sorted: (array length=n): ascending; looked at for percentiles only. */
static void
set_band (MisFigurePoint *point, const double *sorted, guint n, MisBand band)
{
  double half = point->sd > 0.0 ? point->sd : 0.0;

  switch (band)
    {
    case MIS_BAND_SE:
    case MIS_BAND_SD:
      half /= band == MIS_BAND_SE ? sqrt (n) : 1.0;
      point->low = point->mean - half;
      point->high = point->mean + half;
      break;
    case MIS_BAND_5_95:
      point->low = gsl_stats_quantile_from_sorted_data (sorted, 1, n, 0.05);
      point->high = gsl_stats_quantile_from_sorted_data (sorted, 1, n, 0.95);
      break;
    case MIS_BAND_MIN_MAX:
    default:
      point->low = point->min;
      point->high = point->max;
      break;
    }
}

/* @values: (array length=n): of one cell; sorted on return where the band needs it, as that takes
 * longer than all the rest. */
static MisFigurePoint
summarize (double *values, guint n, gboolean is_random, MisBand band)
{
  MisFigurePoint point = { .mean = gsl_stats_mean (values, 1, n) };

  /* What is not random has no deviation; what is random has none that a single run would show. */
  if (!is_random)
    point.sd = 0.0;
  else
    point.sd = n > 1 ? gsl_stats_sd_m (values, 1, n, point.mean) : (double) NAN;
  gsl_stats_minmax (&point.min, &point.max, values, 1, n);
  if (band == MIS_BAND_5_95)
    gsl_sort (values, 1, n);
  set_band (&point, values, n, band);
  return point;
}

static MisFigureData *
make_data (const MisExperiment *experiment, guint64 n_agents, guint runs)
{
  g_autofree char *x_label = mis_experiment_get_x_label (experiment);

  return mis_figure_data_new (experiment->id, experiment->title, x_label, experiment->x.is_log,
                              Y_LABEL, n_agents, runs, experiment->seed,
                              mis_bands[experiment->band].nick);
}

static void
add_point (const MisEngine *engine,
           MisFigureSeries *series,
           guint cell,
           const double *values,
           guint n_runs,
           double *scratch)
{
  const MisExperiment *experiment = mis_engine_get_experiment (engine);
  gboolean is_random = mis_engine_is_random (engine, cell);
  const double *own = values + (gsize) cell * experiment->runs;
  guint n = is_random ? n_runs : 1;
  MisFigurePoint point;

  if (isnan (own[0]))
    return;
  memcpy (scratch, own, n * sizeof (double));
  point = summarize (scratch, n, is_random, experiment->band);
  point.x = mis_variation_get_number (&experiment->x,
                                      cell % mis_experiment_get_n_points (experiment));
  mis_engine_get_theory (engine, cell, &point.theory, &point.maximum);
  mis_figure_series_add_point (series, &point);
}

MisFigureData *
mis_engine_summarize (const MisEngine *engine, const double *values)
{
  const MisExperiment *experiment = mis_engine_get_experiment (engine);
  guint n_runs = MAX (count_runs (engine, values), 1);
  guint n_points = mis_experiment_get_n_points (experiment);
  MisFigureData *data = make_data (experiment, mis_engine_get_n_agents (engine), n_runs);
  g_autofree double *scratch = g_new (double, n_runs);

  for (guint series = 0; series < mis_experiment_get_n_series (experiment); series++)
    {
      g_autofree char *name = mis_experiment_get_series_name (experiment, series);
      MisFigureSeries *added = mis_figure_data_add_series (data, name);

      for (guint point = 0; point < n_points; point++)
        add_point (engine, added, series * n_points + point, values, n_runs, scratch);
    }
  return data;
}
