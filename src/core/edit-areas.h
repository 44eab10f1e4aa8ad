/* edit-areas.h: edits of the list of areas.
 *
 * As in edit.h: from world to world, (transfer full), the same one if nothing changes, %NULL with a
 * #MisError. Positions are shared. O(areas + rows + blocks * areas).
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* Another name and description; the id stays. %MIS_ERROR_TEXT. */
MisWorld *mis_world_with_area_texts (
    MisWorld *world, guint area, const char *name, const char *description, GError **error);

/* Takes an area out of its place and puts it in where it then is number @to. */
MisWorld *mis_world_with_area_moved (MisWorld *world, guint area, guint to);

/**
 * mis_world_with_area_copied:
 * @name: (nullable): of the copy, of which its id is made; %NULL is "NAME (copy)"
 *
 * Puts a copy behind the area, with the same description, goals, conflicts and positions. Where one
 * person can hold preferences that clash, the area is split like that in two, and then each is
 * told what belongs to it (paper, appendix A). Scenarios say nothing of the copy.
 *
 * Returns: %NULL with %MIS_ERROR_TEXT, or %MIS_ERROR_LIMIT: areas, pairs of goals, positions
 */
MisWorld *
mis_world_with_area_copied (MisWorld *world, guint area, const char *name, GError **error);

G_END_DECLS
