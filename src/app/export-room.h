/* export-room.h: what finds too little room in a chart at the size that is chosen for its file. */
#pragma once

#include "plot/export.h"

G_BEGIN_DECLS

/**
 * mis_export_find_roomier:
 *
 * Returns: (nullable): the narrowest named size that gives the curves of @chart their room, where
 *   @options do not; %NULL where they do, and where no size does
 */
const MisExportPreset *mis_export_find_roomier (MisChart *chart, const MisExportOptions *options);

/**
 * mis_export_room_text:
 * @roomier: (nullable): from mis_export_find_roomier()
 *
 * Returns: (transfer full): which texts are left out at this size, and whether the curves have
 *   little room; "" where all is well
 */
char *mis_export_room_text (MisChart *chart,
                            const MisExportOptions *options,
                            const MisExportPreset *roomier);

G_END_DECLS
