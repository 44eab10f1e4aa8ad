/* position.h: what an agent group wants in one area, and how much it cares. */
#pragma once

#include "core/area.h"

G_BEGIN_DECLS

/**
 * MisPosition:
 * @goal: an explicit goal of the area, %MIS_NO_GOAL (asked, holds none) or %MIS_UNKNOWN (not asked)
 * @weight: w, the importance of the area to each agent of the group, in [0,1]; counts for "no goal"
 *   only where a conflict with the null goal is set
 * @low, @high: the range of an uncertain weight; both equal @weight if it is certain
 * @note: (nullable): why, and from where
 *
 * The three kinds of position are never mixed up: weight 0 is not "no goal", and "no goal" is not
 * "unknown". An unknown position has no weight, range or note.
 */
typedef struct
{
  int goal;
  double weight;
  double low;
  double high;
  MisNote *note;
} MisPosition;

#define MIS_POSITION_UNKNOWN ((MisPosition) { .goal = MIS_UNKNOWN })

/* A certain position without a note. */
static inline MisPosition
mis_position (int goal, double weight)
{
  return (MisPosition) { .goal = goal, .weight = weight, .low = weight, .high = weight };
}

/* Another weight, in [0,1]; a range that does not hold it is widened to hold it. */
void mis_position_set_weight (MisPosition *position, double weight);

/* Whether the two mean the same, notes included. */
gboolean mis_position_equal (const MisPosition *a, const MisPosition *b);

/**
 * mis_position_check:
 * @area: the area it belongs to
 *
 * Returns: %FALSE with a #MisError if the goal is not one of @area or a number is out of range
 */
gboolean mis_position_check (const MisPosition *position, const MisArea *area, GError **error);

/**
 * mis_positions_check:
 * @areas: (array length=n_positions): the areas of @positions, indices into @all
 * @all: (array length=n_areas): the areas of the world
 *
 * Returns: %FALSE with a #MisError if one fails mis_position_check(), or two are of the same area
 */
gboolean mis_positions_check (const guint *areas,
                              const MisPosition *positions,
                              guint n_positions,
                              MisArea *const *all,
                              guint n_areas,
                              GError **error);

G_END_DECLS
