/* score-private.h: how a score is made from sums, wherever those come from. Private to core. */
#pragma once

#include "core/score.h"
#include "core/slice.h"

G_BEGIN_DECLS

/**
 * mis_score_area:
 * @sums: of the agents that count
 * @all: the same agents as a slice, with classes where the weight mean needs them
 *
 * Every field of the score of one area. O(k^2) and what mis_slice_pair_sum() takes.
 */
MisAreaScore mis_score_area (const MisArea *area,
                             const MisScoring *scoring,
                             const MisAreaTally *sums,
                             const MisSlice *all);

/* (transfer full): the score of a population from those of its areas; takes over @areas. */
MisScore *mis_score_new_for_areas (MisAreaScore *areas,
                                   guint n_areas,
                                   guint64 n_agents,
                                   MisAreaMean mean);

/* Adds the warnings of a population of @n_agents, all but those of single rows, to @list. */
void mis_warnings_add_population (GPtrArray *list, guint n_areas, guint64 n_agents);
void mis_warnings_add_area (GPtrArray *list,
                            const MisArea *area,
                            guint index,
                            const MisAreaTally *sums);

G_END_DECLS
