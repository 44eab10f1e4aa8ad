/* lever-row.h: one row of the sliders: a heading, or a number with slider, typed value and reset. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "document/lever.h"

G_BEGIN_DECLS

#define MIS_TYPE_LEVER_ROW (mis_lever_row_get_type ())
G_DECLARE_FINAL_TYPE (MisLeverRow, mis_lever_row, MIS, LEVER_ROW, GtkBox)

GtkWidget *mis_lever_row_new (void);

/* Rows are recycled: bound to a lever while it is in sight, and to %NULL otherwise. */
void mis_lever_row_bind (MisLeverRow *self, MisDocument *document, MisLever *lever);

G_END_DECLS
