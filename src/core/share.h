/* share.h: shares of agent groups, n fixed: whole counts for an edit, and the exact curve.
 *
 * When one group's share moves, the others keep their proportions, or share evenly if all are 0;
 * locked groups stay as they are.
 */
#pragma once

#include "core/score.h"

G_BEGIN_DECLS

/**
 * mis_apportion:
 * @parts: (array length=n): proportions, at least one of them positive, none negative
 * @total: agents to hand out
 * @counts: (array length=n) (out caller-allocates): whole counts that sum to @total
 *
 * Largest remainders; ties go to the earlier one.
 */
void mis_apportion (const double *parts, guint n, guint64 total, guint64 *counts);

/**
 * mis_world_with_share:
 * @world: the world at the start of the drag
 * @share: the part of the population that group @agent is to have, in [0,1]
 * @locked: (nullable) (array length=n_agents): groups that keep their count
 *
 * The share is limited to what the locked groups leave; if all others are locked nothing changes.
 *
 * Returns: (transfer full)
 */
MisWorld *mis_world_with_share (MisWorld *world,
                                guint agent,
                                double share,
                                const gboolean *locked,
                                GError **error);

/* Returns: (transfer full): @world with @population agents in the same proportions, locks kept. */
MisWorld *mis_world_with_population (MisWorld *world,
                                     guint64 population,
                                     const gboolean *locked,
                                     GError **error);

/**
 * mis_world_with_population_in_shares:
 *
 * Likewise, but what a locked group keeps is its share: it has the nearest whole number of agents,
 * and the others share the rest. Where those are empty, or all are locked, all keep their
 * proportions by largest remainders; where nobody has a share yet, locked groups stay empty.
 */
MisWorld *mis_world_with_population_in_shares (MisWorld *world,
                                               guint64 population,
                                               const gboolean *locked,
                                               GError **error);

/**
 * MisShareCurve:
 *
 * The overall score, and that of each area, as exact functions of one group's share: real-valued
 * counts, n fixed. Every pair sum is a quadratic in the share, so a point costs O(areas).
 */
typedef struct _MisShareCurve MisShareCurve;

/* O(rows + goals^2) for each area, more under the means that do not reduce to sums. */
MisShareCurve *mis_share_curve_new (MisWorld *world, guint agent, const gboolean *locked);
void mis_share_curve_free (MisShareCurve *curve);

/* The highest share that locked groups leave; the lowest is 0 (or that, if all others
 * are locked). */
double mis_share_curve_get_lowest (const MisShareCurve *curve);
double mis_share_curve_get_highest (const MisShareCurve *curve);

/**
 * mis_share_curve_get_step:
 *
 * Returns: by how many agents the group must grow or shrink, from the highest share downwards, so
 *   that every other group has a whole number too; 0 if nothing can move
 */
guint64 mis_share_curve_get_step (const MisShareCurve *curve);

/**
 * mis_share_curve_get_span:
 * @share: between the lowest and the highest
 * @low, @high: (out): the ends of the widest stretch around @share in which the same areas have a
 *   score as at @share
 * @low_area, @high_area: (out) (optional): the area that gains or loses its score there; -1 where
 *   the stretch ends with the curve
 *
 * Real-valued counts pass the two agents that a score needs somewhere between
 * whole ones: there an area comes into the mean or drops out of it, and the overall score jumps.
 * O(areas).
 */
void mis_share_curve_get_span (const MisShareCurve *curve,
                               double share,
                               double *low,
                               double *high,
                               int *low_area,
                               int *high_area);

/* The overall score at @share; 0 where no area has one. */
double mis_share_curve_get_overall (const MisShareCurve *curve, double share);

/* M_p after normalization at @share, %NAN where fewer than two agents count. */
double mis_share_curve_get_area (const MisShareCurve *curve, guint area, double share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisShareCurve, mis_share_curve_free)

G_END_DECLS
