/* import-preview.h: the first rows of a table, and above each column a menu of what it can be. */
#pragma once

#include <gtk/gtk.h>

#include "file/table-plan.h"

G_BEGIN_DECLS

#define MIS_TYPE_IMPORT_PREVIEW (mis_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (MisImportPreview, mis_import_preview, MIS, IMPORT_PREVIEW, GtkWidget)

/* Columns that are shown; those behind them are what they were taken for. */
#define MIS_IMPORT_MOST_COLUMNS 100u

/**
 * MisImportPreview:
 *
 * Signal "changed": the user has said what a column is; it is in the plan.
 */

/* Shows the table anew. @plan is borrowed, and changed by the user. */
void mis_import_preview_show (MisImportPreview *self,
                              const MisTableProfile *profile,
                              MisTablePlan *plan);

/* Says what column @column is, as the user does. */
void mis_import_preview_choose (MisImportPreview *self,
                                guint column,
                                MisTableUse use,
                                guint of);

G_END_DECLS
