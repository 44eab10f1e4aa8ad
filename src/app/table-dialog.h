/* table-dialog.h: asks which table of a project to export, and how numbers are written in it. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/**
 * mis_table_dialog_ask:
 * @window: has a project, which is exported as it is shown
 * @area_id: (nullable): the area whose conflicts are suggested; else the population is
 *
 * Asks for the place of the file then, and writes it; says in @window how that has gone.
 */
void mis_table_dialog_ask (MisWindow *window, const char *area_id);

G_END_DECLS
