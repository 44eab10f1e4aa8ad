/* lever-row.h: one row of the sliders: a heading, or a number with slider, typed value and reset. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "document/lever.h"

G_BEGIN_DECLS

#define MIS_TYPE_LEVER_ROW (mis_lever_row_get_type ())
G_DECLARE_FINAL_TYPE (MisLeverRow, mis_lever_row, MIS, LEVER_ROW, GtkBox)

GtkWidget *mis_lever_row_new (void);

/**
 * mis_lever_row_bind:
 * @lever: (nullable): rows are recycled: bound while in sight, and to %NULL otherwise
 * @depth: how many headings stand above it; with none, as in the result of a search, its full name
 *   is shown
 */
void mis_lever_row_bind (MisLeverRow *self, MisDocument *document, MisLever *lever, guint depth);

G_END_DECLS
