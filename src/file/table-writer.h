/* table-writer.h: a world as a population table, and what such a table cannot hold. */
#pragma once

#include "core/world.h"
#include "file/csv-emitter.h"
#include "file/fault.h"

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

/**
 * mis_table_write_wide:
 *
 * The wide form: a row for each group, `agent,name,kind,principal,count`, then for each area its
 * goal and weight, and their range where some weight has one. Areas and goals stand there by their
 * names, or by their ids where names could be taken for one another. O(bytes + rows x areas).
 *
 * Returns: (transfer full): UTF-8 that mis_table_read() reads; %NULL with %MIS_FILE_ERROR_TABLE if
 *   an area can be no column
 */
GBytes *mis_table_write_wide (const MisWorld *world, MisCsvStyle style, GError **error);

/* The first fields of a row: id, name, kind, principal and count. Private to the two writers. */
void mis_table_append_agent (MisCsv *csv, const MisAgent *agent);

/* (transfer full) (element-type utf8): what of @world a table in the long form cannot hold, a
 * sentence each, in the user's language; empty if reading the table gives the same world back. */
GPtrArray *mis_table_list_losses (const MisWorld *world);

/* The same of the wide form. */
GPtrArray *mis_table_list_wide_losses (const MisWorld *world);

G_END_DECLS
