/* area-goals.h: areas with other texts, other goals, or a conflict matrix filled by a pattern.
 *
 * Each returns (transfer full) a new area, or %NULL with a #MisError. What an area says of a pair
 * of goals stays with the two, wherever they move. O(goals + listed pairs log listed pairs) unless
 * said otherwise. Positions belong to the world: see edit-goals.h.
 */
#pragma once

#include "core/area.h"

G_BEGIN_DECLS

/* The same area with another id, name or description; each (nullable): what is to change. */
MisArea *mis_area_with_texts (
    MisArea *area, const char *id, const char *name, const char *description, GError **error);

/* Another name and description of one goal; its id stays. */
MisArea *mis_area_with_goal_texts (
    MisArea *area, guint goal, const char *name, const char *description, GError **error);

/* Puts a goal in as number @index (0..k); it clashes with the others as the default says. %NULL
 * with %MIS_ERROR_TEXT, %MIS_ERROR_DUPLICATE or %MIS_ERROR_LIMIT. */
MisArea *mis_area_with_goal_added (MisArea *area, guint index, const MisGoal *goal, GError **error);

/* Without a goal and the pairs that it is in. */
MisArea *mis_area_with_goal_removed (MisArea *area, guint goal);

/* Takes a goal out of its place and puts it in where it then is number @to. */
MisArea *mis_area_with_goal_moved (MisArea *area, guint goal, guint to);

/* Puts @added behind @goal; it clashes with all others, "no goal" too, as @goal does, with the same
 * ranges and notes, and with @goal by @conflict. As mis_area_with_goal_added(). */
MisArea *mis_area_with_goal_split (
    MisArea *area, guint goal, const MisGoal *added, double conflict, GError **error);

/* Fill patterns: every pair of explicit goals gets a new, certain value. Notes stay, and so does
 * what "no goal" clashes with. */

/**
 * mis_area_with_exclusive_goals:
 *
 * Each goal excludes every other: all 1, which is the new default.
 */
MisArea *mis_area_with_exclusive_goals (MisArea *area);

/* No two goals clash: all 0, which is the new default. */
MisArea *mis_area_with_compatible_goals (MisArea *area);

/**
 * mis_area_with_goals_on_scale:
 *
 * Goals are steps of a scale, in their order: c(g,h) = |g - h| / (k - 1), so that the two ends
 * exclude each other. The default stays. O(k^2).
 */
MisArea *mis_area_with_goals_on_scale (MisArea *area);

/**
 * mis_area_with_goal_blocks:
 * @blocks: (array length=k): which block each goal is in, by any number
 * @within: the conflict of two goals of one block
 * @between: that of two of different blocks, which is the new default
 *
 * O(k^2 + listed pairs log listed pairs).
 *
 * Returns: (transfer full): %NULL with %MIS_ERROR_RANGE if a value is no probability
 */
MisArea *mis_area_with_goal_blocks (
    MisArea *area, const guint *blocks, double within, double between, GError **error);

G_END_DECLS
