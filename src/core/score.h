/* score.h: how misaligned a population is, by area and overall (paper, eq. 3-7). */
#pragma once

#include "core/tally.h"

G_BEGIN_DECLS

/**
 * MisAreaScore:
 * @misalignment: M_p after normalization; %NAN if fewer than two agents count; above 1 in a small
 *   population under "limit", at most n/(n-1)
 * @raw: M_p before normalization (paper, eq. 6); %NAN likewise
 * @n: n_p, the agents that count
 * @goals_held: explicit goals held by at least one agent
 * @k: goals for the maximum: @goals_held, plus 1 for "no goal" where that can clash and is held
 * @maximum: the highest raw score of @n agents with @k goals of weight 1 (paper, theorem 3)
 * @limit: (k-1)/k, the maximum of a large population (paper, theorem 4)
 * @possible: the highest score that @n agents can reach with all goals that the area defines, under
 *   the same normalization; %NAN if fewer than two agents count
 * @possible_limit: what @possible tends to in a large population (paper, theorem 4)
 * @entropy_bits: Shannon entropy of the shares among holders of an explicit goal
 */
typedef struct
{
  double misalignment;
  double raw;
  guint64 n;
  guint goals_held;
  guint k;
  double maximum;
  double limit;
  double possible;
  double possible_limit;
  double entropy_bits;
} MisAreaScore;

/* Codes of warnings, with the nick that files and scripts see. */
typedef enum
{
  MIS_WARNING_NO_AREAS,
  MIS_WARNING_NO_AGENTS,
  MIS_WARNING_FEWER_THAN_TWO_AGENTS,
  MIS_WARNING_GOAL_NOT_HELD,
  MIS_WARNING_NOBODY_CARES,
  MIS_WARNING_NO_CONFLICT,
  MIS_WARNING_EMPTY_GROUP,
  MIS_WARNING_ABOVE_ONE,
} MisWarningCode;

/**
 * MisWarning:
 * @code: what it is about
 * @place: where, as in "areas[0].goals[1]"
 * @message: sentences for people, with names; translated
 * @fact: the same without what can be done about it in the window
 */
typedef struct
{
  MisWarningCode code;
  char *place;
  char *message;
  char *fact;
} MisWarning;

const char *mis_warning_get_nick (MisWarningCode code);

/**
 * MisScore:
 * @overall: M, the mean of M_p over the areas that have a score; 0 if none has
 * @has_score: whether any area has one
 * @n_agents: the population
 * @n_areas: length of @areas
 * @possible: the area mean of the areas' @possible; 0 if no area has a score
 * @possible_limit: the area mean of their @possible_limit; 0 likewise
 * @expected_conflicts: the sum of M_p before normalization: expected number of conflicting areas
 *
 * Immutable and atomically reference-counted.
 */
typedef struct
{
  int ref_count; /* atomic */
  double overall;
  gboolean has_score;
  guint64 n_agents;
  guint n_areas;
  MisAreaScore *areas;
  double possible;
  double possible_limit;
  double expected_conflicts;
} MisScore;

/**
 * mis_score_new:
 * @previous_tally: (nullable): with @previous, to take over areas that have not changed
 * @previous: (nullable): the score of @previous_tally
 *
 * O(k^2) for each area under the geometric and arithmetic mean and none; minimum and maximum
 * O(n log n + n k), harmonic O(n + k^2) with a factor of about 200, n being the rows.
 *
 * Returns: (transfer full)
 */
MisScore *mis_score_new (const MisTally *tally,
                         const MisTally *previous_tally,
                         const MisScore *previous);

MisScore *mis_score_ref (MisScore *score);
void mis_score_unref (MisScore *score);

/* M under another area mean; 0 if no area has a score. */
double mis_score_get_overall (const MisScore *score, MisAreaMean mean);

/* All that the model would stumble over: (transfer full) (element-type MisWarning). */
GPtrArray *mis_score_list_warnings (const MisScore *score, const MisTally *tally);

/* Appends what only the scores tell: areas above 1, which "limit" allows in small populations. */
void mis_warnings_add_score (GPtrArray *list, const MisWorld *world, const MisScore *score);

/* 1 - M_p (paper, below eq. 4); 0 where a normalized score is above 1. %NAN stays. */
double mis_alignment (double misalignment);

/**
 * mis_maximum:
 * @n: the number of agents; need not be whole, and may be infinite for the limit (k-1)/k
 * @k: the number of goals
 *
 * The score of @k exclusive goals of weight 1 in groups as equal as whole agents allow: theorem 3
 * where k divides n. 0 where @n < 2 (distinct) or @k < 2.
 */
double mis_maximum (double n, guint k, MisPairs pairs);

/* The number of ordered pairs that are drawn from @n agents. */
double mis_pairs_count (double n, MisPairs pairs);

/**
 * mis_normalize:
 * @raw: M_p
 *
 * Returns: @raw divided as @scoring says; unchanged where @k < 2
 */
double mis_normalize (double raw, double n, guint k, const MisScoring *scoring);

/**
 * mis_area_mean:
 * @values: (array length=n): scores in [0, 1]; %NAN are left out
 *
 * Returns: their mean, %NAN if none is left
 */
double mis_area_mean (const double *values, guint n, MisAreaMean mean);

void mis_warning_free (MisWarning *warning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisScore, mis_score_unref)

G_END_DECLS
