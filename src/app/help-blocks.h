/* help-blocks.h: the blocks of a page of help as widgets: headings, text, lists, tables, code. */
#pragma once

#include <gtk/gtk.h>

#include "app/help-page.h"

G_BEGIN_DECLS

/**
 * mis_help_blocks_new:
 * @page: a page, or what holds blocks in it
 *
 * A heading is called by its anchor (gtk_widget_get_name()). A click on a link activates the action
 * "help.open" with what the link says.
 *
 * Returns: (transfer floating): the blocks below each other
 */
GtkWidget *mis_help_blocks_new (cmark_node *page);

G_END_DECLS
