/* agents-page-private.h: what the parts of the page share: agents-page.c has the table, and what is
 * said of the cell with the cursor; agents-page-rows.c what is done with rows. */
#pragma once

#include "app/agents-page.h"
#include "app/cell-grid.h"
#include "app/note-editor.h"
#include "app/text-editor.h"
#include "document/agent-table.h"

G_BEGIN_DECLS

struct _MisAgentsPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkSearchEntry *search;
  GtkDropDown *areas;
  GtkLabel *count;
  GtkScrolledWindow *grid_scroller;
  GtkWidget *notes;
  GtkStack *detail;
  GtkLabel *agent_title;
  MisTextEditor *agent_note;
  MisNoteEditor *position_note;

  MisCellGrid *grid;
  GSimpleActionGroup *actions;
  MisAgentTable *table;
  MisDocument *document;
  gboolean showing; /* the menu is set by the program, not by a hand */
};

/* Actions "add", "copy", "remove", "move-up", "move-down", "move-to", "group", "expand", "sort". */
void mis_agents_page_add_row_actions (MisAgentsPage *self);

/* Which of them can be done with the rows that are selected. */
void mis_agents_page_update_row_actions (MisAgentsPage *self);

/* (transfer full): what the grid's own menu offers. */
GMenuModel *mis_agents_page_new_menu (void);

G_END_DECLS
