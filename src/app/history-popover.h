/* history-popover.h: all steps of a project, to be gone back to and forth. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_HISTORY_POPOVER (mis_history_popover_get_type ())
G_DECLARE_FINAL_TYPE (MisHistoryPopover, mis_history_popover, MIS, HISTORY_POPOVER, GtkPopover)

/* Points at @parent, which keeps it. */
MisHistoryPopover *mis_history_popover_new (GtkWidget *parent);

/* Opens it with the steps of @document, oldest first; where we stand is chosen. */
void mis_history_popover_show (MisHistoryPopover *self, MisDocument *document);

G_END_DECLS
