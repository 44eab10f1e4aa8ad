/* help-inline.h: the words of a block of help as text with marks that GtkLabel understands. */
#pragma once

#include "app/help-page.h"

G_BEGIN_DECLS

/* Appends @node, with all that is in it, as Pango markup. */
void mis_help_inline_append (GString *markup, cmark_node *node);

/* (transfer full): all that is in @block. */
char *mis_help_inline_markup (cmark_node *block);

G_END_DECLS
