/* exposure.h: what one agent meets in one area: the sum of c f over all it is paired with.
 *
 * Private to core. E(g,w) = sum over agents b of c(g,g_b) f(w,w_b); geometric: sqrt(w) T_g, T_g =
 * sum over the goals h of c(g,h) S_h, S_h = sum of sqrt(w) over the holders of h. Every exact
 * effect is made of it: an agent more or less with goal g and weight w changes the sum over ordered
 * pairs by 2 E(g,w), since c(g,g) = 0 leaves out the agent itself. All sums are wide.h numbers.
 * Goals are indices: "no goal" is the last, n_goals.
 */
#pragma once

#include "core/slice.h"
#include "core/wide-class.h"

G_BEGIN_DECLS

/**
 * MisExposure:
 * @area: the area
 * @mean: the weight mean
 * @n_goals: k
 * @n: n_p, the agents that count
 * @holders: (array length=n_goals+1): the agents with each goal
 * @w: (array length=n_goals+1): W, the sum of their weights
 * @clashes: (array length=n_goals): whether c(g, no goal) is set above 0, a range by its high end
 * @rows: (array length=n_goals+1): the sum of E over the holders of each goal
 * @sum: the sum of c f over ordered pairs, which is the sum of @rows
 *
 * Immutable and atomically reference-counted.
 */
typedef struct
{
  int ref_count; /* atomic */
  MisArea *area;
  MisWeightMean mean;
  guint n_goals;
  double n;
  double *holders;
  MisWide *w;
  gboolean *clashes;
  MisWide *rows;
  MisWide sum;

  /* Private to exposure.c. */
  double *conflicts; /* (n_goals+1)^2 */
  MisWide *s;
  MisWide *level; /* E(g,w) = level + slope x(w), but for what classes add */
  MisWide *slope;
  MisWideClasses classes; /* where the mean needs them */
  guint n_nodes;
  double *nodes;
  double *factors;
  double *vectors; /* V_g(t_j), n_nodes for each goal */
  double smallest;
} MisExposure;

/**
 * mis_exposure_new:
 * @divisors: (array length=rows): mis_reading_get_wide_divisor() of each row
 *
 * O(rows + k^2); minimum and maximum O((rows + D k) log D) in D distinct weights; harmonic
 * O(D^2), above 1,000 of them O(200 (D + k^2)) by the integral, to 2e-14 of each sum.
 *
 * Returns: (transfer full)
 */
MisExposure *mis_exposure_new (const MisReading *reading, guint area, const MisWide *divisors);
MisExposure *mis_exposure_ref (MisExposure *exposure);
void mis_exposure_unref (MisExposure *exposure);

/* The sums of f over one agent and the holders of each goal, for a weight asked before. */
typedef struct
{
  const MisExposure *exposure;
  MisWide weight;
  MisWide *sums;
} MisMeeting;

/* The last few: a row that moves from goal to goal keeps its weight, or goes to 0 or to 1. To be
 * begun with all 0; no longer used than the exposures it was used with. */
typedef struct
{
  MisMeeting entries[4];
  guint next;
} MisMeetings;

void mis_meetings_clear (MisMeetings *meetings);

/* E(goal, weight). O(1) for the means that reduce to sums; minimum and maximum O(k log D), harmonic
 * O(D) or O(200 k), and O(k) for a weight that @meetings knows. */
MisWide mis_exposure_get (const MisExposure *exposure,
                          guint goal,
                          MisWide weight,
                          MisMeetings *meetings);

/* F_gh: the sum of f over holders of @g and of @h. */
MisWide mis_exposure_between (const MisExposure *exposure, guint g, guint h);

/* c(g,h) of two indices. */
double mis_exposure_conflict (const MisExposure *exposure, guint g, guint h);

/* Whether E is affine in x(w): geometric, arithmetic, none. */
gboolean mis_exposure_is_affine (MisWeightMean mean);

/* x(w): sqrt(w) for the geometric mean, else w; and w for a given x. */
MisWide mis_exposure_scale (MisWide weight, MisWeightMean mean);
double mis_exposure_unscale (double x, MisWeightMean mean);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisExposure, mis_exposure_unref)

G_END_DECLS
