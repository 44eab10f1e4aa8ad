/* cell-grid.h: a table of cells to look at, move in, edit, copy and paste, of any size. */
#pragma once

#include <gtk/gtk.h>

#include "app/grid-cell.h"
#include "document/cell-source.h"

G_BEGIN_DECLS

#define MIS_TYPE_CELL_GRID (mis_cell_grid_get_type ())
G_DECLARE_FINAL_TYPE (MisCellGrid, mis_cell_grid, MIS, CELL_GRID, GtkWidget)

/**
 * MisCellGrid:
 *
 * Belongs into a GtkScrolledWindow. It has widgets for visible cells only; headings, row numbers
 * and the frozen columns stay in view. In a layout from right to left columns run from the right,
 * and the keys with them. It is one stop of the tab key.
 *
 * Arrows, Home, End, Page Up and Down move, with Ctrl to the ends, with Shift they select; a click
 * on a heading or row number selects the column or row; rows that are selected as a whole can be
 * dragged by their numbers to another place, if the page says so. A character, F2, Enter or a
 * double click begins to edit: Enter takes the text and goes down, Tab goes on, Escape restores;
 * Delete resets. Ctrl+X, Ctrl+C, Ctrl+V, Ctrl+D and Ctrl+A are as in a spreadsheet.
 *
 * A text that the source does not take stays in its cell, marked, until it is mended or Escape is
 * pressed on it; the source keeps what it had. Why stands beside the cell with the cursor, and in
 * the property "fault". Such a text goes when its row gets another name.
 *
 * Properties: "source" (#MisCellSource), "menu" (#GMenuModel: the page's own part of the context
 * menu), "cursor-row" and "cursor-column" (unsigned, to be read), "fault" (string or %NULL, to be
 * read).
 *
 * Signal "selection-changed": the cursor or the rectangle that is selected is another one.
 *
 * Actions: "cells.cut", "cells.copy", "cells.paste", "cells.clear", "cells.fill-down",
 * "cells.select-all".
 */

GtkWidget *mis_cell_grid_new (void);

/* (nullable): what it shows. */
void mis_cell_grid_set_source (MisCellGrid *self, MisCellSource *source);
MisCellSource *mis_cell_grid_get_source (MisCellGrid *self);

/* (nullable): what the page adds to the context menu, which comes by the secondary button, the menu
 * key and Shift+F10. The cell it is about has the cursor then. */
void mis_cell_grid_set_menu (MisCellGrid *self, GMenuModel *menu);

/* Which actions, without a parameter, Alt+Up and Alt+Down are: what is selected moves in the order;
 * and which one, with a number (u), puts the rows that are selected in front of that row. */
void mis_cell_grid_set_move_actions (MisCellGrid *self,
                                     const char *up,
                                     const char *down,
                                     const char *to);

/* (nullable): why the rows that are selected cannot be put elsewhere now, as a whole sentence; said
 * to those who drag them. */
void mis_cell_grid_set_move_fault (MisCellGrid *self, const char *reason);

/* Move the cursor to a cell, as near as there is one, and bring it into view. */
void mis_cell_grid_set_cursor (MisCellGrid *self, guint row, guint column);
guint mis_cell_grid_get_cursor_row (MisCellGrid *self);
guint mis_cell_grid_get_cursor_column (MisCellGrid *self);

/* The rectangle that is selected: at least the cell with the cursor; nothing, 0 x 0, of an empty
 * source. */
void mis_cell_grid_get_selection (MisCellGrid *self, MisCellArea *out);

/* Select @area, of which one cell at least must be there; the cursor goes to its first cell. */
void mis_cell_grid_select (MisCellGrid *self, const MisCellArea *area);

/* Edit the cell with the cursor, as F2 does. */
void mis_cell_grid_begin_edit (MisCellGrid *self);

/* The same, for a name that the program has made up: what is typed takes its place. */
void mis_cell_grid_begin_name (MisCellGrid *self);

/* Take what is being typed, as Enter does; for saving and closing. %FALSE if it cannot be taken. */
gboolean mis_cell_grid_commit (MisCellGrid *self);

/* (transfer none) (nullable): the field in which the user types, or %NULL if nobody does. */
GtkText *mis_cell_grid_get_editor (MisCellGrid *self);

/* (transfer none) (nullable): why the text in the cell with the cursor cannot be taken. */
const char *mis_cell_grid_get_fault (MisCellGrid *self);

/* (transfer none) (nullable): the widget that shows a cell now; rows and columns of headings are
 * negative: titles -1, groups of columns -2, row numbers column -1. */
MisGridCell *mis_cell_grid_get_cell (MisCellGrid *self, int row, int column);

G_END_DECLS
