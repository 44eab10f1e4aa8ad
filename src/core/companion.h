/* companion.h: the chance of at least one conflict, a companion reading of the overall score.
 *
 * 1 - mean over the pairs of the whole population of prod_p (1 - x_p), x_p = c_p f where both
 * positions are known, M_p (before normalization) where one is left out as unknown.
 * max M_p <= chance <= min(1, sum M_p).
 */
#pragma once

#include "core/score.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_ANY_CONFLICT_PAIRS,    /* exact, over all pairs of agent groups */
  MIS_ANY_CONFLICT_SAMPLED,  /* mean over 10^6 pairs drawn with a fixed seed: error below 0.002 */
  MIS_ANY_CONFLICT_BOUNDS,   /* only the bounds are known */
} MisAnyConflictMethod;

/* The word of files for each method, ended by a %NULL nick. */
extern const MisChoice mis_any_conflict_methods[];

/**
 * MisAnyConflict:
 * @method: how @value was found
 * @value: the chance; %NAN for %MIS_ANY_CONFLICT_BOUNDS
 * @low, @high: its bounds
 */
typedef struct
{
  MisAnyConflictMethod method;
  double value;
  double low;
  double high;
} MisAnyConflict;

/* Above so many distinct rows the chance is sampled. */
#define MIS_ANY_CONFLICT_ROWS 2000u

/**
 * mis_any_conflict_cost:
 *
 * Returns: how many terms mis_any_conflict() would sum, about a nanosecond or two each; so that a
 *   window can leave it to a worker
 */
guint64 mis_any_conflict_cost (const MisWorld *world);

/**
 * mis_any_conflict:
 * @score: the score of @tally
 * @stop: (nullable): polled inside the loop; when it becomes non-zero the bounds are returned
 *
 * O(rows^2 areas) up to %MIS_ANY_CONFLICT_ROWS distinct rows, O(10^6 areas) above.
 */
MisAnyConflict mis_any_conflict (const MisTally *tally, const MisScore *score, const gint *stop);

/* Only the bounds, from the score. */
MisAnyConflict mis_any_conflict_bounds (const MisScore *score);

G_END_DECLS
