/* import-kinds.h: which kind of agent each word of a table is taken for, to be said otherwise. */
#pragma once

#include <adwaita.h>

#include "file/table-plan.h"

G_BEGIN_DECLS

#define MIS_TYPE_IMPORT_KINDS (mis_import_kinds_get_type ())
G_DECLARE_FINAL_TYPE (MisImportKinds, mis_import_kinds, MIS, IMPORT_KINDS, AdwBin)

/* Words that are shown; those that nobody knows come first. */
#define MIS_IMPORT_MOST_KINDS 40u

/**
 * MisImportKinds:
 *
 * In sight only where the table has words that the program does not use itself.
 *
 * Signal "changed": the user has said what a word is, or whether it is kept; it is in the plan.
 */

/* Shows the words anew. @plan is borrowed, and changed by the user. */
void mis_import_kinds_show (MisImportKinds *self, MisTablePlan *plan);

/* Says what number @row of the words is, as the user does. */
void mis_import_kinds_choose (MisImportKinds *self, guint row, MisKind kind);

G_END_DECLS
