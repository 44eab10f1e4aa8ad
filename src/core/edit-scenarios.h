/* edit-scenarios.h: edits of the list of scenarios that a project keeps.
 *
 * As in edit.h: from world to world, (transfer full), the same one if nothing changes, %NULL with a
 * #MisError. Everything but the list is shared. Experiments that name a scenario keep the name.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_world_with_scenario:
 *
 * Adds a scenario at the end, or puts it in the place of that with its id, unless they are equal.
 * O(rows + areas + scenarios + changes of @scenario).
 *
 * Returns: %NULL with a #MisError: a limit is reached, or "changes[i]: ..." for the first change
 *   that cannot be applied, as mis_world_check_scenario() finds it
 */
MisWorld *mis_world_with_scenario (MisWorld *world, MisScenario *scenario, GError **error);

/* @world with none of its scenarios. */
MisWorld *mis_world_without_scenarios (MisWorld *world);

MisWorld *mis_world_with_scenario_removed (MisWorld *world, guint scenario);

/* Takes one out of its place and puts it in where it then is number @to. */
MisWorld *mis_world_with_scenario_moved (MisWorld *world, guint scenario, guint to);

/* Puts a copy behind it, called "NAME (copy)", with an id of its own. %NULL with %MIS_ERROR_LIMIT
 * if there is no room for it. */
MisWorld *mis_world_with_scenario_copied (MisWorld *world, guint scenario, GError **error);

/* Another name and description; the id stays. %NULL with %MIS_ERROR_TEXT. */
MisWorld *mis_world_with_scenario_texts (
    MisWorld *world, guint scenario, const char *name, const char *description, GError **error);

G_END_DECLS
