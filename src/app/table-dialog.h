/* table-dialog.h: asks which table of a project to export, and how numbers are written in it. */
#pragma once

#include "app/window.h"
#include "document/table-export.h"

G_BEGIN_DECLS

/**
 * mis_table_dialog_ask:
 * @window: has a project, which is exported as it is shown
 * @area: what is suggested, as in mis_table_export_async()
 *
 * Asks for the place of the file then, and writes it; says in @window how that has gone.
 */
void mis_table_dialog_ask (MisWindow *window, int area);

G_END_DECLS
