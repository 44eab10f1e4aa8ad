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

/* What counts: all conflicts with their parts of the score, the largest first. Nobody can import
 * it. */
#define MIS_TABLE_PARTS (-3)

/**
 * mis_table_export_async:
 * @area: whose conflicts, or %MIS_TABLE_LONG, %MIS_TABLE_WIDE or %MIS_TABLE_PARTS
 * @file: where to: on this computer; what is there is replaced when all is well
 *
 * The same bytes as those of `misalign-cli convert`, or of `analyze --table contributions.pairs`.
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
