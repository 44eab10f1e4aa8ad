/* table-export.h: a table of a project written into a file, by a worker. */
#pragma once

#include <gio/gio.h>

#include "core/world.h"
#include "file/csv-emitter.h"

G_BEGIN_DECLS

/* The table of all agents, in place of the conflicts of an area. */
#define MIS_TABLE_POPULATION (-1)

/**
 * mis_table_export_async:
 * @area: whose conflicts, or %MIS_TABLE_POPULATION
 * @file: where to: on this computer; what is there is replaced when all is well
 *
 * The same bytes as those of `misalign-cli convert`.
 */
void mis_table_export_async (MisWorld *world,
                             int area,
                             MisCsvStyle style,
                             GFile *file,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* Returns: %FALSE with a #MisFileError as mis_save_bytes() */
gboolean mis_table_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
