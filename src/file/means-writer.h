/* means-writer.h: the overall score under every mean of weights and of areas, for scripts. */
#pragma once

#include "core/score.h"
#include "file/score-writer.h"

G_BEGIN_DECLS

#define MIS_N_WEIGHT_MEANS (MIS_WEIGHT_MEAN_NONE + 1)
#define MIS_N_AREA_MEANS (MIS_AREA_MEAN_MAXIMUM + 1)

/**
 * mis_means_write:
 * @scores: (array length=MIS_N_WEIGHT_MEANS): one for each weight mean, in the order of the
 *   enumeration, alike in all other options
 * @scoring: the other options; only JSON says them
 * @warnings: (element-type MisWarning): only JSON says them
 * @style: of CSV
 *
 * - text: a line that says which side is which, with the area means, then a line
 *   `weight mean<TAB>value<TAB>value...` for each
 * - CSV: the same, the first field of the first row being "weight_mean"
 * - JSON: `{ "agents", "means": { "geometric": { "arithmetic": value, ... }, ... }, "scoring",
 *   "warnings" }`
 *
 * Returns: (transfer full): with a newline at the end
 */
GBytes *mis_means_write (MisScore *const *scores,
                         const MisScoring *scoring,
                         const GPtrArray *warnings,
                         MisScoreFormat format,
                         MisCsvStyle style);

G_END_DECLS
