/* import-uses.h: what a column of a table can be, as the choices of a menu. */
#pragma once

#include <gtk/gtk.h>

#include "file/table-plan.h"

G_BEGIN_DECLS

/* (transfer full) (array zero-terminated=1): the choices; with the weights of each problem area
 * that there is by now where the column may hold them. */
GStrv mis_import_uses_list (const MisTablePlan *plan, gboolean with_numbers);

/* The choice that stands for @column, and what the choice @item stands for. */
guint mis_import_uses_find (const MisTablePlan *plan, const MisTablePlanColumn *column);
MisTablePlanColumn mis_import_uses_get (const MisTablePlan *plan, guint item);

G_END_DECLS
