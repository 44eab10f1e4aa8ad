/* tally.h: all that a population contributes to its score, as sums for each area and goal.
 *
 * The score is linear in agents, not quadratic: sums over agents with the same goal are enough.
 * They are taken over each block of MIS_BLOCK_ROWS rows, then over the blocks in order (by the 32,
 * then over those), so an edit re-sums one block and the totals, and the tally after any path of
 * edits equals the tally from scratch bit for bit.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * MisGoalSums:
 * @n: number of agents that hold the goal
 * @s: S, the sum of sqrt(w) over them
 * @w: W, the sum of w over them
 */
typedef struct
{
  guint64 n;
  double s;
  double w;
} MisGoalSums;

/**
 * MisAreaTally:
 * @n: n_p, the agents that count in the area: all with a goal or "no goal", and those whose
 *   position is unknown where that is read as no goal
 * @n_unknown: the agents whose position is unknown, however they are read
 * @n_goals: k
 * @goals: (array length=n_goals+1): one for each explicit goal, then one for "no goal"
 */
typedef struct
{
  guint64 n;
  guint64 n_unknown;
  guint n_goals;
  const MisGoalSums *goals;
} MisAreaTally;

/**
 * MisTally:
 *
 * Immutable and atomically reference-counted; holds the world that it is the tally of. Weights are
 * those of the world's "weights" option, unknown positions are read by its "unknown" option.
 */
typedef struct _MisTally MisTally;

/**
 * mis_tally_new:
 * @previous: (nullable): the tally of a world from which @world was made by edits
 *
 * What the two worlds share is taken over from @previous. The result does not depend on @previous.
 * From scratch O(positions + areas x blocks); after an edit of one row O(blocks) for each area
 * that changed.
 *
 * Returns: (transfer full)
 */
MisTally *mis_tally_new (MisWorld *world, MisTally *previous);

MisTally *mis_tally_ref (MisTally *tally);
void mis_tally_unref (MisTally *tally);

MisWorld *mis_tally_get_world (const MisTally *tally);
MisAreaTally mis_tally_get_area (const MisTally *tally, guint area);

/* Whether all sums of the two are the same bits. */
gboolean mis_tally_equal (const MisTally *a, const MisTally *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisTally, mis_tally_unref)

G_END_DECLS
