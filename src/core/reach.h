/* reach.h: "What would it take?": the smallest change that brings the score to a target.
 *
 * The paper's eq. 6 and 7, solved for one number. Under the arithmetic area mean, without
 * normalization, M is
 *   affine in a conflict; in sqrt(w) (geometric), w (arithmetic) of some agents of a row or of all
 *   holders of a goal, with weights as given;
 *   quadratic in the number of agents that move from goal to goal;
 *   a quotient of quadratics in a count, or in the number that become unknown, where all areas that
 *   change have the same number of agents,
 * and is solved: %MIS_REACH_CLOSED. Elsewhere it is searched, %MIS_REACH_SEARCHED: where M is
 * monotone (weights as given, all conflicts but, under a normalization, those with "no goal") from
 * the end of the lever, else from the nearest of about 200 points around the present number at
 * which the target is reached, or, where none is, next to the one that comes nearest (golden
 * section); a target that is passed and left again between two others may be missed. Then follows
 * bisection to 1e-15 of the value or to the agent.
 *
 * A target is reached where M is at most the target (at least, for a target above M), rounding of
 * the target apart: 4 units in the last place of the larger of the two. For the weight of all
 * holders of a goal, who may differ now, it is the common weight at which M is the target; under
 * "sum-to-one" their mean weight, if that reaches it.
 */
#pragma once

#include "core/lever-class.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_REACH_CLOSED,
  MIS_REACH_SEARCHED,
} MisReachMethod;

extern const MisChoice mis_reach_methods[];

/**
 * MisReach:
 * @lever: with the @value or the number of @agents that it takes; as asked if it does not reach
 * @reached: whether this lever reaches the target
 * @method: how that was found
 * @size: how large the change is, in [0,1] or above for a population that more than doubles: the
 *   change of the value (of the mean weight, for all holders of a goal), or of the agents as a part
 *   of the population
 * @overall: M after the change
 */
typedef struct
{
  MisLever lever;
  gboolean reached;
  MisReachMethod method;
  double size;
  double overall;
} MisReach;

/**
 * mis_reach:
 * @lever: which number is to change: @value of a conflict or weight, @agents of a move or count;
 *   what it is set to does not matter. Not %MIS_LEVER_REMOVE_AREA
 * @target: in [0,1]; under the normalization "limit" it may be higher
 * @reach: (out): the answer
 *
 * A few effects in closed form, up to about 400 in a search.
 *
 * Returns: %FALSE with a #MisError as mis_lever_check()
 */
gboolean mis_reach (const MisEffects *effects,
                    const MisLever *lever,
                    double target,
                    MisReach *reach,
                    GError **error);

/**
 * mis_reach_smallest:
 * @classes: bits 1 << MisLeverClass; 0 for all
 * @stop: (nullable): polled; when it becomes non-zero, the answer is of what was tried so far
 *
 * The smallest change, by @size, over every conflict, weight of one agent and of a whole row,
 * weight of all holders of a goal, move of agents of a row, and count. Ties go to the first, as in
 * mis_effects_list(). Microseconds for each lever in closed form.
 *
 * Returns: the answer; not @reached if no lever reaches the target by itself; reached with a size
 *   of 0, and no lever, if M is there already
 */
MisReach mis_reach_smallest (const MisEffects *effects,
                             double target,
                             guint classes,
                             const gint *stop);

/**
 * MisReachProgress:
 * @pass: how many passes over all levers have begun; the second one and the ones after it look for
 *   the steps of a greedy search
 * @done: how many areas and rows this pass is through with
 * @total: of so many
 *
 * Atomic integers, for somebody who watches from another thread.
 */
typedef struct
{
  gint pass;
  gint done;
  gint total;
} MisReachProgress;

/**
 * mis_reach_smallest_of_each:
 * @each: (out caller-allocates) (array fixed-size=MIS_N_LEVER_CLASSES): the smallest change of each
 *   class, as mis_reach_smallest() finds it; changes of different classes have different units
 * @progress: (nullable): counted up
 *
 * Returns: the smallest of all: what mis_reach_smallest() finds. In one pass
 */
MisReach mis_reach_smallest_of_each (const MisEffects *effects,
                                     double target,
                                     MisReach *each,
                                     MisReachProgress *progress,
                                     const gint *stop);

/**
 * MisGreedy:
 * @steps: (element-type MisReach): in order; rows and areas of each are those of the world after
 *   the steps before it; all but the last one are full changes, without @size
 * @reached: whether the last step reaches the target
 * @overall: M after all steps
 * @world: the world after all steps
 */
typedef struct
{
  GArray *steps;
  gboolean reached;
  double overall;
  MisWorld *world;
} MisGreedy;

/**
 * mis_reach_greedy:
 * @classes: bits 1 << MisLeverClass; 0 for all
 * @max_steps: at least 1
 * @progress: (nullable): counted up; each step is a pass
 *
 * Several levers, by a greedy method, which need not be the smallest change together: while no
 * single lever reaches the target, the full change with the largest effect towards it is made; then
 * the smallest one that reaches it. Ends also where no lever helps. Each step costs what
 * mis_reach_smallest() and mis_effects_list() do.
 *
 * Returns: (transfer full)
 */
MisGreedy *mis_reach_greedy (const MisEffects *effects,
                             double target,
                             guint classes,
                             guint max_steps,
                             MisReachProgress *progress,
                             const gint *stop);
void mis_greedy_free (MisGreedy *greedy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisGreedy, mis_greedy_free)

G_END_DECLS
