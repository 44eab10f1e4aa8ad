/* table-export.h: a table of a project written into a file, by a worker. */
#pragma once

#include <gio/gio.h>

#include "core/world.h"
#include "file/csv-emitter.h"

G_BEGIN_DECLS

/* The table of all agents, in place of the conflicts of an area: a row for each group in each area,
 * or one for each group. */
#define MIS_TABLE_LONG (-1)
#define MIS_TABLE_WIDE (-2)

/**
 * mis_table_export_async:
 * @area: whose conflicts, or %MIS_TABLE_LONG or %MIS_TABLE_WIDE
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

/* Returns: %FALSE with a #MisFileError as mis_save_bytes(), or as mis_table_write_wide() */
gboolean mis_table_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
