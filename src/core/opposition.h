/* opposition.h: what agents are up against: sums of c f over the members of any sub-population.
 *
 * Private to core. D(g,w) = sum over the agents b of a sub-population of c(g,g_b) f(w,w_b), with
 * geometric mean sqrt(w) T_g, T_g = sum over the goals h of c(g,h) S_h (exposure.h). Since c(g,g) =
 * 0, an agent never meets itself, nor anybody with its goal. Goals are indices; "no goal" is the
 * last, n_goals.
 */
#pragma once

#include "core/cells.h"
#include "core/kernel.h"

G_BEGIN_DECLS

/**
 * MisGround:
 * @n_goals: k
 * @conflicts: (array length=(n_goals+1)^2): c(g,h), row after row
 *
 * How two agents meet in one area.
 */
typedef struct
{
  guint n_goals;
  double *conflicts;
  MisKernel kernel;
} MisGround;

/* @smallest, @largest: as for mis_kernel_init(), of all that will ever meet. O(k^2). */
void mis_ground_init (MisGround *ground,
                      const MisArea *area,
                      MisWeightMean mean,
                      double smallest,
                      double largest);
void mis_ground_clear (MisGround *ground);

double mis_ground_get_conflict (const MisGround *ground, guint g, guint h);

/**
 * MisBloc:
 * @ground: borrowed
 * @n: its agents
 * @held: (array length=n_held): the goals that they hold, ascending
 * @features: (array length=n_held * n_terms): of the holders of each; %NULL for minimum and maximum
 *
 * A sub-population in one area.
 */
typedef struct
{
  const MisGround *ground;
  double n;
  MisSlice slice;
  guint n_held;
  guint *held;
  double *features;
} MisBloc;

/* @agents: (element-type MisGoalClass): as for mis_slice_init_agents() */
void mis_bloc_init (MisBloc *bloc, const MisGround *ground, GArray *agents);
void mis_bloc_clear (MisBloc *bloc);

/**
 * mis_bloc_sum_goals:
 *
 * Returns: F_gh, the sum of f over its holders of @g and of @h, two different goals. O(log k), with
 *   harmonic mean O(terms), minimum and maximum O(classes of the two)
 */
double mis_bloc_sum_goals (const MisBloc *bloc, guint g, guint h);

/**
 * MisOpposition:
 * @bloc: who is met; borrowed
 * @against: (array length=(n_goals+1) * n_terms): sum over h of c(g,h) features of h; %NULL for
 *   minimum and maximum
 * @fixed, @slope: for these two: what an agent of weight w meets among the holders of a goal is
 *   fixed + w slope, one place for each interval between their weights
 */
typedef struct
{
  const MisBloc *bloc;
  double *against;
  double *fixed;
  double *slope;
} MisOpposition;

/* O(k held terms), minimum and maximum O(classes). */
void mis_opposition_init (MisOpposition *opposition, const MisBloc *bloc);
void mis_opposition_clear (MisOpposition *opposition);

/* D(goal, weight). O(terms), minimum and maximum O(held log classes). */
double mis_opposition_get (const MisOpposition *opposition, guint goal, double weight);

/**
 * mis_opposition_gain:
 *
 * Returns: D(goal, high) - D(goal, low), at least 0; exact to the last digits under the geometric
 *   and arithmetic mean, else to the last digits of D
 */
double mis_opposition_gain (const MisOpposition *opposition, guint goal, double low, double high);

/* The sum of D over the agents of @bloc, on the same ground. O(held terms), or one D a class. */
double mis_opposition_sum (const MisOpposition *opposition, const MisBloc *bloc);

G_END_DECLS
