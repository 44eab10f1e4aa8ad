/* world-ids.h: the ids of a world, looked up in constant time.
 *
 * Private to core.
 */
#pragma once

#include "core/world-private.h"

G_BEGIN_DECLS

/* All keys are ids that belong to the world; numbers are stored plus 1. */
typedef struct
{
  GHashTable *rows;
  GHashTable *areas;
} MisWorldIds;

/* None yet. */
void mis_world_ids_init (MisWorldIds *ids);
void mis_world_ids_clear (MisWorldIds *ids);

void mis_world_ids_add_row (MisWorldIds *ids, const char *id, guint row);
void mis_world_ids_add_area (MisWorldIds *ids, const char *id, guint area);

/* Those of all rows and areas. O(rows + areas). */
void mis_world_ids_init_all (MisWorldIds *ids, const MisWorld *world);

/* A number, or -1. */
int mis_world_ids_find_row (const MisWorldIds *ids, const char *id);
int mis_world_ids_find_area (const MisWorldIds *ids, const char *id);

/**
 * mis_scenario_check:
 *
 * mis_world_check_scenario() with ids that the caller has anyway. O(changes), but where a limit of
 * the whole world is near: then O(rows + areas + changes).
 */
gboolean mis_scenario_check (const MisScenario *scenario,
                             const MisWorld *world,
                             const MisWorldIds *ids,
                             guint *change,
                             GError **error);

/* Whether no change, of which each finds what it names, leads beyond a limit of the whole world. */
gboolean mis_scenario_check_limits (const MisScenario *scenario,
                                    const MisWorld *world,
                                    const MisWorldIds *ids,
                                    guint *change,
                                    GError **error);

/* Whether all scenarios of @world stay within the limits, after an edit that made it larger and
 * that they fit otherwise. O(changes), but where a limit is near. */
gboolean mis_world_check_scenario_limits (const MisWorld *world, GError **error);

G_END_DECLS
