/* edit-goals.h: edits of the goals of an area, with all who hold them and all scenarios that name
 * them.
 *
 * As in edit.h: from world to world, (transfer full), the same one if nothing changes, %NULL with a
 * #MisError. Goals are numbers; ids never change, so that scenarios and experiments mean the same
 * goals afterwards. Blocks in which nobody's goal has another number are shared. O(goals + listed
 * pairs log listed pairs + positions of the area + blocks) and, where a goal goes, the changes of
 * all scenarios. Experiments that name a goal that has gone say so when they are run, as with
 * agents and areas.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_world_with_goal_added:
 * @index: from 0 to the number of goals; what the new one's number is
 * @name: of which its id is made, once
 *
 * Nobody holds it; it clashes with the others as the area's default says, and not with "no goal".
 *
 * Returns: %NULL with %MIS_ERROR_TEXT, or %MIS_ERROR_LIMIT: goals of the area, pairs of goals
 */
MisWorld *mis_world_with_goal_added (MisWorld *world,
                                     guint area,
                                     guint index,
                                     const char *name,
                                     const char *description,
                                     GError **error);

/* Another name and description; positions, ids and scenarios are shared. %MIS_ERROR_TEXT. */
MisWorld *mis_world_with_goal_texts (MisWorld *world,
                                     guint area,
                                     guint goal,
                                     const char *name,
                                     const char *description,
                                     GError **error);

/**
 * mis_world_with_goal_removed:
 * @heir: what those who hold the goal hold from now on: another goal, by its number before, or
 *   %MIS_NO_GOAL, with the weight, range and note that they have; or %MIS_UNKNOWN
 *
 * Its conflicts go. Scenarios: who holds the goal there holds the heir too, but a change to it is
 * left out if the heir is %MIS_UNKNOWN; changes of its conflicts are left out.
 */
MisWorld *mis_world_with_goal_removed (MisWorld *world, guint area, guint goal, int heir);

/**
 * mis_world_with_goal_merged:
 * @into: another goal of the area
 *
 * Those who hold @goal hold @into, whose texts and conflicts stand, and @goal goes. Scenarios:
 * changes that name @goal name @into, but for conflicts that a scenario sets for @into itself, and
 * for that between the two, which are left out.
 */
MisWorld *mis_world_with_goal_merged (MisWorld *world, guint area, guint goal, guint into);

/* Takes a goal out of its place and puts it in where it then is number @to. */
MisWorld *mis_world_with_goal_moved (MisWorld *world, guint area, guint goal, guint to);

/**
 * mis_world_with_goal_split:
 * @name: of the new goal, of which its id is made, once
 * @conflict: between the two, in [0,1]
 *
 * Puts a goal behind @goal that clashes with all others as @goal does, ranges and notes included.
 * Everybody holds @goal as before; scenarios say nothing of the new one.
 *
 * Returns: %NULL with %MIS_ERROR_RANGE, or as mis_world_with_goal_added()
 */
MisWorld *mis_world_with_goal_split (
    MisWorld *world, guint area, guint goal, const char *name, double conflict, GError **error);

G_END_DECLS
