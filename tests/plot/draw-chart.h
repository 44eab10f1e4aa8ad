/* draw-chart.h: writes drawings of charts to files, for check-pictures.py and for people
 * who look. */
#pragma once

#include "plot/chart.h"

G_BEGIN_DECLS

/* Writes @bytes (transfer full) to FOLDER/NAME-VARIANT.ENDING. */
void mis_save_drawing (GBytes *bytes,
                       const char *folder,
                       const char *name,
                       const char *variant,
                       const char *ending);

/* Writes @chart as PNG, SVG (both kinds) and PDF in every export preset, with the boxes of its
 * texts: a line "x y width height" in points for each. */
void mis_draw_presets (MisChart *chart, const char *folder, const char *name);

G_END_DECLS
