/* parameter-row.h: one row of the sliders: a heading, or a number with slider, typed value
 * and reset. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "document/parameter.h"

G_BEGIN_DECLS

#define MIS_TYPE_PARAMETER_ROW (mis_parameter_row_get_type ())
G_DECLARE_FINAL_TYPE (MisParameterRow, mis_parameter_row, MIS, PARAMETER_ROW, GtkBox)

GtkWidget *mis_parameter_row_new (void);

/**
 * mis_parameter_row_bind:
 * @parameter: (nullable): rows are recycled: bound while in sight, and to %NULL otherwise
 * @depth: how many headings stand above it; with none, as in the result of a search, its full name
 *   is shown
 */
void mis_parameter_row_bind (MisParameterRow *self,
                             MisDocument *document,
                             MisParameter *parameter,
                             guint depth);

/* (nullable) (transfer none): what it is bound to. */
const MisParameter *mis_parameter_row_get_parameter (MisParameterRow *self);

/* Puts the keyboard to its slider. */
void mis_parameter_row_focus_slider (MisParameterRow *self);

G_END_DECLS
