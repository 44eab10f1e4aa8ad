/* table-writer.h: a world as a population table, and what such a table cannot hold. */
#pragma once

#include "core/world.h"
#include "file/csv-emitter.h"

G_BEGIN_DECLS

/**
 * mis_table_write:
 *
 * The long form, canonical: same model and style, same bytes. The columns are
 * `agent,name,kind,principal,count,area,goal,weight`, and `low,high` where a weight has a range. A
 * row for each known position in the order of the areas, ids for agents, areas and goals,
 * everything repeated; an agent without one has a row without an area. O(bytes).
 *
 * Returns: (transfer full): UTF-8 that mis_table_read() reads
 */
GBytes *mis_table_write (const MisWorld *world, MisCsvStyle style);

/* (transfer full) (element-type utf8): what of @world a table cannot hold, a sentence each, in the
 * user's language; empty if reading the table gives the same world back. */
GPtrArray *mis_table_list_losses (const MisWorld *world);

G_END_DECLS
