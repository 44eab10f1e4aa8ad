/* import-spellings.h: which goals of a table are taken for one, as they differ only in capitals or
 * spaces, and whether they are. */
#pragma once

#include <adwaita.h>

#include "file/table-plan.h"

G_BEGIN_DECLS

#define MIS_TYPE_IMPORT_SPELLINGS (mis_import_spellings_get_type ())
G_DECLARE_FINAL_TYPE (MisImportSpellings,
                      mis_import_spellings,
                      MIS,
                      IMPORT_SPELLINGS,
                      AdwActionRow)

/**
 * MisImportSpellings:
 *
 * In sight only where there are such goals.
 *
 * Signal "changed": the user has said whether they are one; it is in the plan.
 */

/* Shows them anew. @plan is borrowed, and changed by the user. */
void mis_import_spellings_show (MisImportSpellings *self, MisTablePlan *plan);

G_END_DECLS
