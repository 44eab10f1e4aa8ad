/* table-case.h: worlds for tests of tables, whose texts order as plainly as letters do. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * new_table_world:
 * @rand: the source of all choices
 *
 * Rows with ids "r0"..., names of three letters, principals that are often empty, counts, and in
 * @n_areas areas of @n_goals goals each positions of all three kinds, some with ranges and notes.
 *
 * Returns: (transfer full)
 */
MisWorld *new_table_world (GRand *rand, guint n_agents, guint n_areas, guint n_goals);

G_END_DECLS
