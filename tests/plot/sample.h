/* sample.h: charts that tests draw: figures 4 and 8 of the paper, areas as bars, and random ones.
 */
#pragma once

#include "plot/chart.h"

G_BEGIN_DECLS

/* All return (transfer full). */
MisChart *mis_sample_figure_4 (void);
MisChart *mis_sample_figure_8 (void);
MisChart *mis_sample_bars (void);

/* Lines that end apart, with bands, a theory line, reference lines and a point. */
MisChart *mis_sample_bands (void);

/* Eight series, as figure 3 of the paper. */
MisChart *mis_sample_figure_3 (void);

/* Agents on a logarithmic axis with fixed ticks, as figure 1 of the paper. */
MisChart *mis_sample_figure_1 (void);

/* Anything: empty, one point, gaps, 40 series, long names, other scripts, extreme numbers, bars. */
MisChart *mis_sample_random (GRand *rand);

typedef struct
{
  const char *name;
  MisChart *(*make) (void);
} MisSample;

/* Returns: (transfer none) (array length=n): all of the above that take nothing */
const MisSample *mis_sample_get_all (guint *n);

G_END_DECLS
