/* figure-lines.h: the curves of a figure: means, the bands around them, and what theory expects.
 * Private to src/report. */
#pragma once

#include "core/figure-data.h"
#include "plot/chart.h"

G_BEGIN_DECLS

/* Whether its points are means of several runs. */
gboolean mis_figure_is_random (const MisFigureData *data);

/* What the band around each mean is, such as "minimum to maximum"; "" if it is not known. */
const char *mis_figure_get_band (const MisFigureData *data);

/**
 * mis_figure_add_lines:
 * @chart: with its y axis
 *
 * Adds a curve for each series, with its band, then a thin line where theory says something. The
 * only curve of a figure, named as the figure is, has the words of what it is in the key instead.
 */
void mis_figure_add_lines (MisChart *chart, const MisFigureData *data);

G_END_DECLS
