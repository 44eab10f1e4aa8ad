/* From the values of all runs to the numbers of a figure, in the order of the slots. */
#include "sim/engine.h"

#include <math.h>
#include <string.h>

#include "core/sum.h"
#include "sim/order.h"

#define SHARE_LABEL "Share of Runs at or Below"

/* Values that are added up plainly before they go into a compensated sum. */
#define BLOCK 256u

guint
mis_engine_count_runs (const MisEngine *engine, const double *values, gboolean *is_complete)
{
  guint runs = mis_engine_get_experiment (engine)->runs;
  guint least = runs, least_begun = runs;
  gboolean any = FALSE;

  for (guint cell = 0; cell < mis_engine_get_n_cells (engine); cell++)
    {
      const double *own = values + (gsize) cell * runs;
      guint n = 0, most = mis_engine_is_random (engine, cell) ? runs : 1;

      while (n < most && !isnan (own[n]))
        n++;
      any = any || n > 0;
      if (n < most)
        least = MIN (least, n);
      if (n > 0 && n < most)
        least_begun = MIN (least_begun, n);
    }
  *is_complete = least == runs;
  if (least > 0 || !any)
    return least;
  /* In batches a point has many runs before the last one has its first. */
  return mis_engine_get_batch (engine) > 1 ? least_begun : 1;
}

/* What is in the sum of so many values, or of their squared distances from @mean. */
typedef double (*Summand) (double value, double mean);

static inline double
take_value (double value, double mean)
{
  return value;
}

static inline double
take_square (double value, double mean)
{
  return (value - mean) * (value - mean);
}

static inline double
sum_up (const double *values, guint n, Summand summand, double mean)
{
  MisSum sum = { 0.0, 0.0 };

  for (guint first = 0; first < n; first += BLOCK)
    {
      guint last = MIN (first + BLOCK, n);
      double part = 0.0;

      for (guint i = first; i < last; i++)
        part += summand (values[i], mean);
      mis_sum_add (&sum, part);
    }
  return mis_sum_get (&sum);
}

/* @values: (array length=n): put into another order. @distribution: (nullable): theirs, if it
 * is known. */
static void
set_percentiles (MisFigurePoint *point,
                 double *values,
                 guint n,
                 const MisDistribution *distribution)
{
  const double probabilities[] = { 0.05, 0.95 };
  double ends[2];

  if (distribution == NULL)
    mis_order_quantiles (values, n, probabilities, 2, ends);
  for (guint i = 0; distribution != NULL && i < 2; i++)
    ends[i] = mis_distribution_get_quantile (distribution, probabilities[i]);
  point->low = ends[0];
  point->high = ends[1];
}

static void
set_band (MisFigurePoint *point,
          double *values,
          guint n,
          MisBand band,
          const MisDistribution *distribution)
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
      set_percentiles (point, values, n, distribution);
      break;
    case MIS_BAND_MIN_MAX:
    default:
      point->low = point->min;
      point->high = point->max;
      break;
    }
}

/* Rounding must not move the mean of what is always the same, nor spread it. */
static void
set_moments (MisFigurePoint *point, const double *values, guint n, gboolean is_random)
{
  point->min = point->max = values[0];
  for (guint i = 1; i < n; i++)
    {
      point->min = MIN (point->min, values[i]);
      point->max = MAX (point->max, values[i]);
    }
  point->mean = point->min;
  point->sd = 0.0;
  if (point->min < point->max)
    {
      point->mean = sum_up (values, n, take_value, 0.0) / n;
      point->sd = sqrt (sum_up (values, n, take_square, point->mean) / (n - 1.0));
    }
  /* What is random has no deviation that a single run would show. */
  if (is_random && n == 1)
    point->sd = NAN;
}

/* The value on the x axis. */
static double
get_x (const MisExperiment *experiment, guint point)
{
  return mis_experiment_is_distribution (experiment)
           ? (double) NAN
           : mis_variation_get_number (&experiment->x, point);
}

/* @values: (array length=n): put into another order. */
static MisDistribution *
make_distribution (const MisExpectation *expectation, double *values, guint n)
{
  guint n_quantiles = mis_distribution_count (n);
  g_autofree double *probabilities = g_new (double, n_quantiles);
  double *quantiles = g_new (double, n_quantiles);

  for (guint i = 0; i < n_quantiles; i++)
    probabilities[i] = mis_distribution_get_probability (n_quantiles, i);
  mis_order_quantiles (values, n, probabilities, n_quantiles, quantiles);
  return mis_distribution_new (quantiles, n_quantiles, expectation->as_set, expectation->lowest,
                               expectation->highest);
}

gboolean
mis_engine_summarize (const MisEngine *engine,
                      double *values,
                      guint n_runs,
                      guint cell,
                      const MisExpectation *expectation,
                      MisCellSummary *summary)
{
  const MisExperiment *experiment = mis_engine_get_experiment (engine);
  gboolean is_random = mis_engine_is_random (engine, cell);
  double *own = values + (gsize) cell * experiment->runs;
  guint n = is_random ? n_runs : 1;
  MisFigurePoint *point = &summary->point;

  *summary = (MisCellSummary) { .is_set = n_runs > 0 && !isnan (own[0]) };
  if (!summary->is_set)
    return FALSE;
  point->x = get_x (experiment, cell % mis_experiment_get_n_points (experiment));
  set_moments (point, own, n, is_random);
  if (mis_experiment_is_distribution (experiment))
    summary->distribution = make_distribution (expectation, own, n);
  set_band (point, own, n, experiment->band, summary->distribution);
  point->theory = expectation->mean;
  point->maximum = expectation->maximum;
  return TRUE;
}

static MisFigureData *
make_data (const MisExperiment *experiment, guint64 n_agents, guint runs)
{
  g_autofree char *x_label = mis_experiment_get_x_label (experiment);
  gboolean is_distribution = mis_experiment_is_distribution (experiment);
  MisFigureData *data =
      mis_figure_data_new (experiment->id, experiment->title, x_label, experiment->x.is_log,
                           is_distribution ? SHARE_LABEL : MIS_SCORE_LABEL, n_agents, runs,
                           experiment->seed, mis_bands[experiment->band].nick);

  g_free (data->legend);
  data->legend = mis_experiment_get_legend (experiment);
  data->planned_runs = experiment->runs;
  data->is_paper = experiment->is_paper;
  if (mis_experiment_draws_weights (experiment))
    data->weights_per = mis_pers[experiment->recipe.per].nick;
  data->is_distribution = is_distribution;
  return data;
}

/* The runs of a distribution, which has one cell. */
static MisDraws
get_draws (const MisEngine *engine,
           const double *values,
           guint n_runs,
           guint cell,
           const MisDistribution *distribution)
{
  const double *own = values + (gsize) cell * mis_engine_get_experiment (engine)->runs;

  return (MisDraws) {
    .values = own,
    .n = mis_engine_is_random (engine, cell) ? n_runs : 1,
    .low = mis_distribution_get_quantile (distribution, 0.0),
    .high = mis_distribution_get_quantile (distribution, 1.0),
    .spread = mis_distribution_get_quantile (distribution, 0.75)
              - mis_distribution_get_quantile (distribution, 0.25),
  };
}

/* All hills in the same bins: only so can they be compared. */
static void
choose_bins (const MisEngine *engine, const double *values, guint n_runs, MisFigureData *data)
{
  g_autofree MisDraws *draws = g_new (MisDraws, data->series->len + 1);
  guint n = 0;

  for (guint i = 0; i < data->series->len; i++)
    {
      const MisDistribution *drawn = mis_figure_data_get_series (data, i)->distribution;

      if (drawn != NULL)
        draws[n++] = get_draws (engine, values, n_runs, i, drawn);
    }
  data->bins = mis_bins_choose (draws, n);
}

void
mis_engine_count_draws (
  const MisEngine *engine, const double *values, guint n_runs, guint series, MisFigureData *data)
{
  MisDistribution *drawn = mis_figure_data_get_series (data, series)->distribution;
  MisDraws draws;

  if (drawn == NULL)
    return;
  draws = get_draws (engine, values, n_runs, series, drawn);
  mis_distribution_set_counts (drawn, mis_bins_count (&data->bins, draws.values, draws.n));
}

MisFigureData *
mis_engine_collect (const MisEngine *engine,
                    const double *values,
                    guint n_runs,
                    MisCellSummary *summaries)
{
  const MisExperiment *experiment = mis_engine_get_experiment (engine);
  guint n_points = mis_experiment_get_n_points (experiment);
  MisFigureData *data = make_data (experiment, mis_engine_get_n_agents (engine), n_runs);

  for (guint series = 0; series < mis_experiment_get_n_series (experiment); series++)
    {
      g_autofree char *name = mis_experiment_get_series_name (experiment, series);
      MisFigureSeries *added = mis_figure_data_add_series (data, name);

      for (guint point = 0; point < n_points; point++)
        {
          MisCellSummary *summary = &summaries[series * n_points + point];

          if (summary->is_set)
            mis_figure_series_add_point (added, &summary->point);
          if (summary->distribution != NULL)
            mis_figure_series_set_distribution (added, g_steal_pointer (&summary->distribution));
        }
    }
  choose_bins (engine, values, n_runs, data);
  return data;
}
