/* slice.h: a sub-population in one area, and the sum over its pairs that everything is made of.
 *
 * Private to core. Sources: the paper, eq. 6; 2xy/(x+y) = 2xy * integral of exp(-t(x+y)) dt over
 * t = 0..infinity, by the trapezoidal rule in u = ln t.
 */
#pragma once

#include "core/tally-private.h"

G_BEGIN_DECLS

/* Agents with the same goal and weight. Counts are real: a share curve runs between
 * whole agents. */
typedef struct
{
  double weight;
  double count;
} MisWeightClass;

/* A class and whose it is: an explicit goal, or n_goals for "no goal". */
typedef struct
{
  guint goal;
  MisWeightClass class;
} MisGoalClass;

/**
 * MisSlice:
 * @n_goals: k
 * @n, @s, @w: (array length=n_goals+1): counts, sums of sqrt(w) and of w, "no goal" last
 * @classes: (nullable): the weights of each goal, ascending, goal after goal, "no goal" last; only
 *   for the means that do not reduce to sums
 * @first: (nullable) (array length=n_goals+2): where the classes of each goal begin
 */
typedef struct
{
  guint n_goals;
  double *n;
  double *s;
  double *w;
  MisWeightClass *classes;
  guint *first;
} MisSlice;

/* The whole population of @tally. O(k), or O(rows log rows) with classes. */
void mis_slice_init_all (MisSlice *slice, const MisTally *tally, guint area);

/**
 * mis_slice_init_rows:
 * @counts: (array length=rows): how many agents of each row, not negative
 *
 * O(rows), or O(rows log rows) with classes.
 */
void mis_slice_init_rows (MisSlice *slice,
                          const MisReading *reading,
                          guint area,
                          const double *counts);

/**
 * mis_slice_init_agents:
 * @agents: (element-type MisGoalClass): in any order, a goal and weight more than once; sorted
 *   where @mean needs classes
 *
 * O(agents), or O(agents log agents) with classes.
 */
void mis_slice_init_agents (MisSlice *slice, guint n_goals, GArray *agents, MisWeightMean mean);

/* Sums that are known already; classes, where the mean needs them, are set by the next function. */
void mis_slice_init_sums (MisSlice *slice, const MisAreaTally *sums);

/* @classes: (element-type MisGoalClass): in any order, a goal and weight more than once; sorted. */
void mis_slice_set_classes (MisSlice *slice, GArray *classes);

void mis_slice_clear (MisSlice *slice);

/* n_p: the agents in it. */
double mis_slice_count (const MisSlice *slice);

/**
 * mis_slice_pair_sum:
 *
 * The sum over ordered pairs, one agent of @x and one of @y, and with @x and @y different slices
 * also one of @y and one of @x, of c(g_a, g_b) f(w_a, w_b). So the sum over a union of two is
 * sum(x,x) + sum(x,y) + sum(y,y). O(k^2), with classes O(D k) or for harmonic at most about
 * 200 (D + k^2) in D classes.
 */
double mis_slice_pair_sum (const MisSlice *x,
                           const MisSlice *y,
                           const MisArea *area,
                           MisWeightMean mean);

/**
 * mis_slice_goal_sum:
 * @g, @h: two different goals, n_goals for "no goal"
 *
 * F_gh: the sum of f over the holders of @g in @x and those of @h in @y. O(1), minimum and maximum
 * O(classes of both), harmonic their product.
 */
double mis_slice_goal_sum (const MisSlice *x,
                           guint g,
                           const MisSlice *y,
                           guint h,
                           MisWeightMean mean);

/**
 * mis_harmonic_nodes:
 * @smallest, @largest: bounds of the positive weights
 * @nodes, @factors: (out) (transfer full) (optional): t_j and 2 h t_j, to be freed
 *
 * The integral for the harmonic mean: the sum of f over holders of g and h is
 * sum_j factors[j] V_g(nodes[j]) V_h(nodes[j]), V_g(t) = sum of w exp(-t w) over holders of g.
 *
 * Returns: how many nodes there are
 */
guint mis_harmonic_nodes (double smallest, double largest, double **nodes, double **factors);

G_END_DECLS
