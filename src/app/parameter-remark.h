/* parameter-remark.h: what is said below a number: why a text is not taken, and what was taken
 * instead. */
#pragma once

#include "app/value-entry.h"
#include "document/document.h"
#include "document/parameter.h"

G_BEGIN_DECLS

/* A share, a weight or a conflict is shown with as many decimals. */
#define MIS_PARAMETER_DECIMALS 4

#define MIS_TYPE_PARAMETER_REMARK (mis_parameter_remark_get_type ())
G_DECLARE_FINAL_TYPE (MisParameterRemark, mis_parameter_remark, MIS, PARAMETER_REMARK, GtkBox)

/**
 * MisParameterRemark:
 *
 * A refused text stays in its field with the reason and the value that holds nonetheless. Once
 * something else changes, and the keyboard is elsewhere, the field shows the value again and the
 * text goes into the remark, until the next action. What is said with the field is its accessible
 * description, too.
 */

/* The field that it speaks of, for good. */
void mis_parameter_remark_set_entry (MisParameterRemark *self, MisValueEntry *entry);

/* (nullable): whose number the field holds from now on; nothing is said of it yet. */
void mis_parameter_remark_bind (MisParameterRemark *self,
                                MisDocument *document,
                                MisParameter *parameter);

/* To be told when the document has changed; and when @value was typed and taken, as near as can be.
 */
void mis_parameter_remark_update (MisParameterRemark *self);
void mis_parameter_remark_typed (MisParameterRemark *self, double value);

G_END_DECLS
