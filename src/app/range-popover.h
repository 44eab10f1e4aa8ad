/* range-popover.h: where the range of one weight or conflict is typed. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "document/parameter.h"

G_BEGIN_DECLS

#define MIS_TYPE_RANGE_POPOVER (mis_range_popover_get_type ())
G_DECLARE_FINAL_TYPE (MisRangePopover, mis_range_popover, MIS, RANGE_POPOVER, GtkPopover)

/**
 * MisRangePopover:
 *
 * Each end that is typed is one step, and so is "Remove the Range". An end that does not leave the
 * number within the range stays in its field, marked, with the reason.
 */
GtkWidget *mis_range_popover_new (void);

/* (nullable): whose range it shows from now on. */
void mis_range_popover_bind (MisRangePopover *self, MisDocument *document, MisParameter *parameter);

G_END_DECLS
