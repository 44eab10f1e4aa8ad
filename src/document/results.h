/* results.h: all that a view shows of one world, as one immutable value made in one go.
 *
 * Made at once where that takes less than a frame, by a worker otherwise: only references to
 * immutable values go in, one such value comes out.
 */
#pragma once

#include "core/bounds.h"
#include "core/companion.h"
#include "core/contribution.h"
#include "core/curve.h"
#include "document/uncertain-count.h"

G_BEGIN_DECLS

/**
 * MisResults:
 * @tally, @score: of the world
 * @any_conflict: the chance of at least one conflict; only its bounds where @is_complete is %FALSE
 * @parts: what areas and pairs of goals add to the score
 * @bounds: (nullable): how far uncertain numbers let the scores go; %NULL where none has a range,
 *   or where @is_complete is %FALSE
 * @uncertain: (nullable): how many numbers below each heading have a range; %NULL if none has
 * @curve: (nullable): the score by the share of group @focus; %NULL without agents
 * @focus: a row of the agent table
 * @is_complete: whether nothing was left for later because it takes longer
 *
 * Atomically reference-counted.
 */
typedef struct
{
  int ref_count; /* atomic */
  MisTally *tally;
  MisScore *score;
  MisAnyConflict any_conflict;
  MisContributions *parts;
  MisBounds *bounds;
  MisUncertainCount *uncertain;
  MisCurve *curve;
  guint focus;
  gboolean is_complete;
} MisResults;

/**
 * mis_results_new:
 * @world: what to score
 * @focus: the row whose share is varied; the last one if there are fewer
 * @locked: (nullable) (array length=n_agents): rows that keep their count when it is
 * @previous: (nullable): results of a world from which @world was made by edits
 * @budget: how many terms may be summed for the chance of at least one conflict, and for the bounds
 * @stop: (nullable): polled; if it becomes non-zero the chance is left at its bounds
 *
 * Returns: (transfer full)
 */
MisResults *mis_results_new (MisWorld *world,
                             guint focus,
                             const gboolean *locked,
                             const MisResults *previous,
                             guint64 budget,
                             const gint *stop);

/**
 * mis_results_cost:
 *
 * Returns: how many terms mis_results_new() sums without the chance of at least one conflict; a
 *   few nanoseconds each
 */
guint64 mis_results_cost (const MisWorld *world);

MisWorld *mis_results_get_world (const MisResults *results);

MisResults *mis_results_ref (MisResults *results);
void mis_results_unref (MisResults *results);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisResults, mis_results_unref)

G_END_DECLS
