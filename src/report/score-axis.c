#include "report/score-axis.h"

/* The part of an axis below which a curve looks flat. */
#define LEAST_PART (1.0 / 3.0)

double
mis_score_axis_top (double highest)
{
  static const double tops[] = { 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.15,
                                 0.2,  0.25,  0.3,  0.4,  0.5,  0.6,  0.8 };

  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    if (tops[i] >= 1.08 * highest)
      return tops[i];
  return 1.0;
}

double
mis_score_axis_keep (double top, double highest)
{
  return top >= highest && highest >= LEAST_PART * top ? top : mis_score_axis_top (highest);
}
