#include "app/distribution-lines.h"

#include <glib/gi18n.h>
#include <math.h>

static MisDistributionLine
make_quantile (const char *name, const MisDistribution *distribution, double probability)
{
  return (MisDistributionLine){ name, probability,
                                mis_distribution_get_quantile (distribution, probability) };
}

void
mis_distribution_list (const MisFigureSeries *series,
                       MisDistributionLine lines[MIS_N_DISTRIBUTION_LINES])
{
  const MisFigurePoint *point = mis_figure_series_get_point (series, 0);
  const MisDistribution *it = series->distribution;
  const MisDistributionLine all[MIS_N_DISTRIBUTION_LINES] = {
    { N_ ("As set"), NAN, it->as_set },
    { N_ ("Mean of the runs"), NAN, point->mean },
    { N_ ("Expected mean"), NAN, point->theory },
    { N_ ("Deviation"), NAN, point->sd },
    { N_ ("Lowest the ranges allow"), NAN, it->lowest },
    { N_ ("Lowest of the runs"), NAN, point->min },
    make_quantile (N_ ("5th percentile"), it, 0.05),
    make_quantile (N_ ("Lower quartile"), it, 0.25),
    make_quantile (N_ ("Median"), it, 0.5),
    make_quantile (N_ ("Upper quartile"), it, 0.75),
    make_quantile (N_ ("95th percentile"), it, 0.95),
    { N_ ("Highest of the runs"), NAN, point->max },
    { N_ ("Highest the ranges allow"), NAN, it->highest },
  };

  for (guint i = 0; i < MIS_N_DISTRIBUTION_LINES; i++)
    lines[i] = all[i];
}
