/* import-words.h: what was found in a table and what becomes of it, in sentences. */
#pragma once

#include "app/import-job.h"

G_BEGIN_DECLS

/* All (transfer full). */

/* "2,000 rows and 52 columns.", those that are left out among them; and which these are, "" for
 * none: "3 of 2,000 rows are left out.", "1 of 52 columns is left out: “Speed”. Choose ...". */
char *mis_import_words_size (const MisTableProfile *profile, const MisTablePlan *plan);
char *mis_import_words_left_out_rows (const MisTableProfile *profile, const MisTablePlan *plan);
char *mis_import_words_left_out_columns (const MisTablePlan *plan);

/* "50 problem areas with 3 goals each, 1,212 groups for 2,000 agents." */
char *mis_import_words_world (const MisWorld *world);

/* What the table does not say, and how that counts; "" if it says everything. */
char *mis_import_words_gaps (const MisImportResult *result);

/* "2,000 entries of the table become 1,212 groups." */
char *mis_import_words_merged (const MisTableSummary *summary);

/* "Line 7, character 11, column “kind” (cell E5): found ..." */
char *mis_import_words_fault (const MisFault *fault);

/* Of all faults, those that are not listed included: "23 places cannot be read." */
char *mis_import_words_faults (const MisFault *fault);

/* What an answer is called: “pass”, or "Empty cells". */
char *mis_import_words_answer (const char *text);

G_END_DECLS
