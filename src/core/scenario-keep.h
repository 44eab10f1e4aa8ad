/* scenario-keep.h: edits of a project that become a scenario of it, and a scenario that becomes the
 * project.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_world_with_edits_kept:
 * @before: the project before it was edited
 * @world: what the edits have made of it
 * @id, @name: of the scenario; no scenario of @world has that id
 *
 * The numbers of @before again; the edits that a scenario can hold are in a new one, the last. What
 * belongs to the base stays as @world has it: core/scenario-between.h. Other scenarios lose what is
 * there no longer.
 *
 * As mis_world_with_scenario_edited().
 *
 * Returns: (transfer full): %NULL with a #MisError: a text is not allowed, or there are too many
 *   scenarios or changes
 */
MisWorld *mis_world_with_edits_kept (
    MisWorld *before, MisWorld *world, const char *id, const char *name, GError **error);

/**
 * mis_world_with_scenario_settled:
 *
 * What the scenario makes of @world, which takes its place; the scenario goes, as it would change
 * nothing. Other scenarios lose what is there no longer.
 *
 * Returns: (transfer full)
 */
MisWorld *mis_world_with_scenario_settled (MisWorld *world, guint scenario);

G_END_DECLS
