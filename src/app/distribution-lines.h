/* distribution-lines.h: a distribution of scores as a short table: what it is about, not each
 * quantile.
 */
#pragma once

#include "core/figure-data.h"

G_BEGIN_DECLS

/**
 * MisDistributionLine:
 * @name: translatable, to be passed through gettext()
 * @probability: the share of the runs that are at or below @value; %NAN for what is no quantile
 * @value: a score, or a deviation of scores; %NAN where it is not known
 */
typedef struct
{
  const char *name;
  double probability;
  double value;
} MisDistributionLine;

#define MIS_N_DISTRIBUTION_LINES 13u

/* @series: has a distribution. What the runs have in common first, then scores from low to high. */
void mis_distribution_list (const MisFigureSeries *series,
                            MisDistributionLine lines[MIS_N_DISTRIBUTION_LINES]);

G_END_DECLS
