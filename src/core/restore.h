/* restore.h: going back to what another world says of counts, positions or conflicts, all at once.
 *
 * The two have the same shape: the same rows, areas and goals, in number; one came from the other
 * by edits of numbers. What they share is not looked at: O(rows + blocks * areas) at most, where
 * one by one it would be O(positions) edits.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* Whether row, area and goal numbers of one mean something in the other. O(areas). */
gboolean mis_world_has_same_shape (const MisWorld *a, const MisWorld *b);

/* Whether the two share all rows and areas, so that they differ in texts, options, scenarios and
 * experiments at most. O(blocks + areas). */
gboolean mis_world_shares_numbers (const MisWorld *a, const MisWorld *b);

/* Whether lists of what is in the one would do for the other: the same texts of the project, rows
 * and areas with the same names in the same order, the same goals, held by the same rows.
 * O(blocks + areas), and what differs. */
gboolean mis_world_has_same_layout (const MisWorld *a, const MisWorld *b);

/* Whether every row has the same count; the same position in every area, with its weight, range and
 * note; every pair of goals the same conflict. Each for two worlds of the same shape. */
gboolean mis_world_has_same_counts (const MisWorld *a, const MisWorld *b);
gboolean mis_world_has_same_positions (const MisWorld *a, const MisWorld *b);
gboolean mis_world_has_same_conflicts (const MisWorld *a, const MisWorld *b);

/**
 * mis_world_with_counts_of:
 * @other: a world of the same shape
 *
 * Returns: (transfer full): @world with the counts of @other; the same one if they are no others,
 *   or if a scenario that came later would lead beyond a limit
 */
MisWorld *mis_world_with_counts_of (MisWorld *world, const MisWorld *other);

/* Likewise with all positions, and with all areas whose conflicts are others. */
MisWorld *mis_world_with_positions_of (MisWorld *world, const MisWorld *other);
MisWorld *mis_world_with_conflicts_of (MisWorld *world, const MisWorld *other);

G_END_DECLS
