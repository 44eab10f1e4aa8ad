/* between.h: who is misaligned with whom: sub-populations within and between, and one by one.
 *
 * The paper's eq. 6 over other pairs: one agent in each of two sub-populations, or one agent and
 * all others; sub-populations with a score of their own are the 2022 paper's. All values are means
 * of c f over pairs of agents, before normalization. Sizes are the agents that count in an area:
 * none whose position is left out.
 */
#pragma once

#include "core/partition.h"
#include "core/score.h"

G_BEGIN_DECLS

/* At most so many values of a matrix, sub-populations squared times areas: 32 MiB. */
#define MIS_BETWEEN_MAX_CELLS G_GUINT64_CONSTANT (4194304)

/**
 * MisDecomposition:
 * @total: the sum of c f over all ordered pairs of the area: n(n-1) M_p, with replacement n^2 M_p
 * @within: the part of pairs inside one sub-population: sum of |X|(|X|-1) M_XX, with replacement
 *   |X|^2
 * @between: the part of pairs across two: 2 sum over X < Y of |X||Y| M_XY
 * @rest: the part of pairs with at least one agent that belongs to no sub-population
 *
 * @total is the sum of the other three, each of which is a sum of its own.
 */
typedef struct
{
  double total;
  double within;
  double between;
  double rest;
} MisDecomposition;

/**
 * MisBetween:
 * @sizes: (array length=n_areas*n_groups): |X|, area after area
 * @values: (array length=n_areas*n_groups^2): M_XY, area after area, row after row, symmetric. The
 *   mean of c f over pairs of one agent of X and one of Y; on the diagonal over the pairs of X
 *   alone (distinct ones, or with replacement, as the option says). %NAN where there is no pair: X
 *   or Y has nobody who counts; on the diagonal, X fewer than two
 * @overall: (array length=n_groups^2): the arithmetic mean of M_XY over the areas where it is a
 *   number, whatever the area mean is; %NAN if there are none
 * @decompositions: (array length=n_areas): all 0 where nobody counts
 *
 * Immutable.
 */
typedef struct
{
  guint n_groups;
  guint n_areas;
  double *sizes;
  double *values;
  double *overall;
  MisDecomposition *decompositions;
} MisBetween;

/**
 * mis_between_new:
 * @partition: of the rows of the world of @tally
 *
 * In each area, with P sub-populations that hold h goals on average: O(rows + P h k + P^2 h);
 * minimum and maximum O(rows (log rows + P h log rows)), harmonic 200 times the first.
 *
 * Returns: (transfer full): %NULL with %MIS_ERROR_LIMIT if the matrices would have more than
 *   %MIS_BETWEEN_MAX_CELLS values
 */
MisBetween *mis_between_new (const MisTally *tally, const MisPartition *partition, GError **error);
void mis_between_free (MisBetween *between);

/* M_XY of @x and @y in @area, and over all areas. */
double mis_between_get (const MisBetween *between, guint area, guint x, guint y);
double mis_between_get_overall (const MisBetween *between, guint x, guint y);

/* |X| of @x in @area. */
double mis_between_get_size (const MisBetween *between, guint area, guint x);

/**
 * mis_own_scores_fill_area:
 * @own: (array length=n_groups) (out caller-allocates): the mean over the members of each
 *   sub-population of the mean of c f over the n_p - 1 pairs that a member is in with anybody who
 *   counts in the area (with replacement n_p); %NAN where a sub-population has no member that
 *   counts, or n_p < 2
 * @sizes: (array length=n_groups) (out caller-allocates) (optional): the members that count
 *
 * A sub-population's own score does not depend on how the others are parted; if every row is in
 * one, M_p before normalization is the mean of their own scores, weighted by @sizes. Any number of
 * sub-populations, each row by itself as well. O(rows + k^2); minimum and maximum O(rows k log
 * rows), harmonic O(200 (rows + k^2)).
 */
void mis_own_scores_fill_area (const MisTally *tally,
                               const MisPartition *partition,
                               guint area,
                               double *own,
                               double *sizes);

/**
 * mis_own_scores_new:
 *
 * Returns: (transfer full) (array length=n_groups): the arithmetic mean of the own scores over the
 *   areas where they are numbers; %NAN if there are none
 */
double *mis_own_scores_new (const MisTally *tally, const MisPartition *partition);

/**
 * mis_partition_score:
 * @group: a sub-population, or %MIS_NO_LABEL for the rows that are in none
 *
 * Returns: (transfer full): the score of the sub-population as if there were nobody else, under all
 *   options of the world; its M_p before normalization is the diagonal of the matrix
 */
MisScore *mis_partition_score (const MisTally *tally, const MisPartition *partition, int group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisBetween, mis_between_free)

G_END_DECLS
