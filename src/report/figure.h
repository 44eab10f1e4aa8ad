/* figure.h: the numbers of a figure, or of any experiment, as a chart. */
#pragma once

#include "core/figure-data.h"
#include "plot/chart.h"

G_BEGIN_DECLS

/* Returns: (transfer full): what a figure of this id is called: "Figure 4. Goal distribution". */
char *mis_figure_title (const char *id, const char *title);

/**
 * mis_figure_chart:
 * @data: figures of the paper are known by their id
 *
 * Texts are in the user's language, numbers in sentences too.
 *
 * Returns: (transfer full): as the paper shows it: lines with markers and bands, the y axis from 0 to
 *   1; what theory expects as thin lines. Distributions as the share of runs at or below each score.
 *   Where nothing was run a chart that says so
 */
MisChart *mis_figure_chart (const MisFigureData *data);

/* Whether there is nothing to be seen, because no run has ended. */
gboolean mis_figure_is_empty (const MisFigureData *data);

G_END_DECLS
