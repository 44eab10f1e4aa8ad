/* reset-words.h: what has been reset, in words, beside the way back. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "document/parameter.h"

G_BEGIN_DECLS

/* Says in the window of @widget that all numbers below the heading @section have been reset, and
 * offers to undo that. */
void
mis_offer_undo_of_reset (GtkWidget *widget, const MisParameter *section, const MisWorld *world);

G_END_DECLS
