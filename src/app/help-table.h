/* help-table.h: tables in the help. CommonMark has none: to it they are paragraphs full of bars. */
#pragma once

#include "app/help-page.h"

G_BEGIN_DECLS

/* (transfer full) (nullable) (element-type GStrv): the rows of a table, the one of the titles
 * first, each cell as Pango markup; %NULL if @paragraph is no table. A row begins and ends with a
 * bar, and a cell holds no bar. */
GPtrArray *mis_help_table_read (cmark_node *paragraph);

G_END_DECLS
