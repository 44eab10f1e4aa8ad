/* analysis-writer.h: an analysis as text, as CSV and as JSON. */
#pragma once

#include "file/analysis.h"
#include "file/score-writer.h"

G_BEGIN_DECLS

/**
 * mis_analysis_write:
 * @sections: (element-type MisSection): what is to be written, in this order; CSV takes exactly one
 * @warnings: (element-type MisWarning): what the model stumbles over; CSV does not say them
 * @style: of CSV
 *
 * - text: for people: the score, then sections of aligned columns with names, numbers with six
 *   digits; messages and headings in the user's language. Where there is no score, that is said in
 *   place of the sections
 * - CSV: the rows of the one section, as mis_section_append_csv() does it, or those of the one list
 *   that the request names
 * - JSON: an object with the members overall, agents, one for each section, left_out (how many rows
 *   of which sheet are not shown), notes, scoring and warnings
 *
 * Numbers in CSV and JSON in full precision and in the C locale.
 *
 * Returns: (transfer full): with a newline at the end
 */
GBytes *mis_analysis_write (const MisAnalysis *analysis,
                            const GPtrArray *sections,
                            const GPtrArray *warnings,
                            MisScoreFormat format,
                            MisCsvStyle style);

G_END_DECLS
