/* table-spelling.h: whether a table can call areas and goals by their names. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_table_names_world:
 *
 * Returns: whether the names of the areas of @world can be labels of columns: none of them is
 *   empty, a word that stands for something else, or could be taken for another area, by its name
 *   or by the id that it has or gets from it
 */
gboolean mis_table_names_world (const MisWorld *world);

/* The same of the goals of @area in a cell. */
gboolean mis_table_names_goals (const MisArea *area);

G_END_DECLS
