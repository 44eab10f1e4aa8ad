/* recorded.h: a chart as it was drawn, text by text and line by line. */
#pragma once

#include "plot/canvas-recorder.h"
#include "plot/render.h"

G_BEGIN_DECLS

/* (transfer full): @chart, drawn in the light theme. */
MisCanvas *recorded_draw (
  MisChart *chart, double width, double height, double font_size, MisRenderFlags flags);

/* (nullable): the first text on @canvas that is @text. */
const MisRecord *recorded_find_text (MisCanvas *canvas, const char *text);

G_END_DECLS
