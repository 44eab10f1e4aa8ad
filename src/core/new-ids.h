/* new-ids.h: ids for what is new in a world, made once from its name.
 *
 * As mis_id_from_name() makes them: unique within their list. All are (transfer full).
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* Of a row, an area, a goal or a scenario called @name. Rows that scenarios add have their ids too.
 * O(rows + changes), O(areas), O(log goals) and O(scenarios) for each id that is taken. */
char *mis_world_new_agent_id (const MisWorld *world, const char *name);
char *mis_world_new_area_id (const MisWorld *world, const char *name);
char *mis_world_new_scenario_id (const MisWorld *world, const char *name);
char *mis_area_new_goal_id (const MisArea *area, const char *name);

/**
 * MisRowIds:
 * @taken: a set of ids, owned
 * @numbers: the next number to try for each stem
 *
 * For many rows at once: each further id in constant time.
 */
typedef struct
{
  GHashTable *taken;
  GHashTable *numbers;
} MisRowIds;

/* With the ids that are taken in @world. O(rows + changes). */
void mis_row_ids_init (MisRowIds *ids, const MisWorld *world);
void mis_row_ids_clear (MisRowIds *ids);

/* What mis_world_new_agent_id() would say, and from then on it is taken. */
char *mis_row_ids_make (MisRowIds *ids, const char *name);

/* Takes an id; %FALSE with %MIS_ERROR_DUPLICATE if it is taken already. */
gboolean mis_row_ids_take (MisRowIds *ids, const char *id, GError **error);

G_END_DECLS
