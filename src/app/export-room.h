/* export-room.h: what finds too little room in a chart at the size that is chosen for its file. */
#pragma once

#include "plot/export.h"

G_BEGIN_DECLS

/**
 * mis_export_fit_height:
 * @options: of which the width and the height are not read
 *
 * Bars take the height they need. Curves take that of @preset, or as much more as gives them their
 * room, at most that of a square; a slide and a figure as in the paper are as high as they are.
 *
 * Returns: how high a file of the width of @preset is, in mm
 */
double mis_export_fit_height (MisChart *chart,
                              const MisExportOptions *options,
                              const MisExportPreset *preset);

/**
 * mis_export_find_roomier:
 *
 * Returns: (nullable): the narrowest named size that gives the curves of @chart their room, at its
 *   fitting height, where @options do not; %NULL where they do, and where no size does
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

/* (transfer full): @text with the two lengths of @preset, in mm, in the places of its two %s. */
char *mis_export_put_size (const char *text,
                           MisChart *chart,
                           const MisExportOptions *options,
                           const MisExportPreset *preset);

G_END_DECLS
