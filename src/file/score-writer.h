/* score-writer.h: a score as text, as CSV and as JSON, for scripts. */
#pragma once

#include "core/companion.h"
#include "core/score.h"
#include "file/csv-emitter.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_SCORE_TEXT,
  MIS_SCORE_CSV,
  MIS_SCORE_JSON,
} MisScoreFormat;

/* The words of the command line for them, ended by a %NULL nick. */
extern const MisChoice mis_score_formats[];

/* (nullable): what can be done about warnings where there is no window, once for all of them;
 * translated. (element-type MisWarning) */
const char *mis_warnings_get_advice (const GPtrArray *warnings);

/**
 * mis_score_write:
 * @world: whose areas and options these are
 * @score: its score
 * @any_conflict: its chance of at least one conflict; only JSON says it
 * @warnings: (element-type MisWarning): what the model stumbles over; only JSON says them
 * @style: of CSV
 *
 * All numbers in full precision and in the C locale; nothing depends on the user's language but the
 * messages of the warnings. An area without a score is null in JSON, an empty field otherwise.
 *
 * - text: `overall<TAB>value`, then `id<TAB>value` for each area
 * - CSV: `area,misalignment,alignment,agents,goals_held,entropy_bits`, the overall score in the
 *   first row, whose area, goals_held and entropy_bits are empty
 * - JSON: an object; each area and each warning on one line
 *
 * Returns: (transfer full): with a newline at the end
 */
GBytes *mis_score_write (const MisWorld *world,
                         const MisScore *score,
                         const MisAnyConflict *any_conflict,
                         const GPtrArray *warnings,
                         MisScoreFormat format,
                         MisCsvStyle style);

G_END_DECLS
