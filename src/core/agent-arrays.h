/* agent-arrays.h: agents as plain arrays, as simulations and other programs hold them, and their
 * sums.
 *
 * No row of an agent table, no id, no block: a goal and a weight for each agent and area, summed
 * where they lie.
 */
#pragma once

#include "core/score.h"

G_BEGIN_DECLS

/**
 * MisAgentArrays:
 * @n_agents: length of each array
 * @goals: (array length=areas): for each area the goal of each agent: 0..k-1, %MIS_NO_GOAL or
 *   %MIS_UNKNOWN
 * @weights: (array length=areas): for each area the weight of each agent, in [0,1]; %NULL in place
 *   of an area where all are 1
 *
 * All borrowed. Values are not checked: they are a program's own, not a user's.
 */
typedef struct
{
  gsize n_agents;
  const gint16 *const *goals;
  const double *const *weights;
} MisAgentArrays;

/**
 * MisArraySums:
 * @n_goals: k
 * @n_unknown: agents whose position is unknown
 * @goals: (array length=n_goals+1): sums by goal, "no goal" last
 *
 * The tally of one area; sums of slices add up with mis_array_sums_add().
 */
typedef struct
{
  guint n_goals;
  guint64 n_unknown;
  MisGoalSums *goals;
} MisArraySums;

/**
 * mis_array_sums_init:
 * @n_goals: k, at most 2,000
 *
 * All 0; free with mis_array_sums_clear().
 */
void mis_array_sums_init (MisArraySums *sums, guint n_goals);
void mis_array_sums_clear (MisArraySums *sums);

/* Agents are summed in slices of so many, which add up in their order: the same bits for as many
 * threads as take slices, each into sums of its own. */
#define MIS_ARRAY_SLICE 65536u

gsize mis_agent_arrays_count_slices (const MisAgentArrays *arrays);

/**
 * mis_array_sums_take:
 * @slice: from 0 to mis_agent_arrays_count_slices() - 1
 *
 * Adds the agents of one slice to @sums, block by block of %MIS_BLOCK_ROWS. O(%MIS_ARRAY_SLICE), a
 * few nanoseconds an agent; memory O(k).
 */
void mis_array_sums_take (MisArraySums *sums,
                          const MisAgentArrays *arrays,
                          guint area,
                          gsize slice);

/* Adds @more to @sums; the order of slices decides the last bit, so add them in order. */
void mis_array_sums_add (MisArraySums *sums, const MisArraySums *more);

/**
 * mis_agent_arrays_score:
 * @world: areas, goals, conflicts and options; its own agents are ignored; "weights" as given
 *
 * O(agents x areas) and what mis_score_new() takes; the means that need classes sort them, O(n log
 * n).
 *
 * Returns: (transfer full): the score that a world with these agents, one row each, has
 */
MisScore *mis_agent_arrays_score (MisWorld *world, const MisAgentArrays *arrays);

/**
 * mis_agent_arrays_score_sums:
 * @sums: (inout) (array length=areas): all slices of each area, added up; of no more use afterwards
 *
 * The same from sums that were taken elsewhere.
 *
 * Returns: (transfer full)
 */
MisScore *mis_agent_arrays_score_sums (MisWorld *world,
                                       const MisAgentArrays *arrays,
                                       MisArraySums *sums);

G_END_DECLS
