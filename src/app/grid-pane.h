/* grid-pane.h: a part of a grid of cells that scrolls as one: its visible cells, used again and
 * again. */
#pragma once

#include "app/grid-cell.h"

G_BEGIN_DECLS

#define MIS_TYPE_GRID_PANE (mis_grid_pane_get_type ())
G_DECLARE_FINAL_TYPE (MisGridPane, mis_grid_pane, MIS, GRID_PANE, GtkWidget)

/* What of the grid a pane shows: @n_rows x @n_columns places from @row, @column on. */
typedef struct
{
  int row;
  int column;
  int n_rows;
  int n_columns;
} MisGridWindow;

/**
 * MisGridPane:
 *
 * Place (r, c) of the grid is always shown by cell (r mod rows, c mod columns) of the pane, so that
 * scrolling by a row touches one row of cells. It never makes a widget while it is scrolled.
 */

/* What the grid does for its panes: fill a cell that stands for another place now, or for one that
 * may have changed; and say where it is, in the pane, before mirroring. */
typedef void (*MisGridFill) (gpointer grid, MisGridCell *cell);
typedef void (*MisGridLocate) (gpointer grid, int row, int column, GdkRectangle *area);

/* @role is that of each cell; @grid must live as long as the pane. */
MisGridPane *mis_grid_pane_new (GtkAccessibleRole role,
                                gpointer grid,
                                MisGridFill fill,
                                MisGridLocate locate);

/* How many cells it holds: at least as many as it will be asked to show. Makes widgets. */
void mis_grid_pane_set_size (MisGridPane *self, int n_rows, int n_columns);

/* What it shows from now on; with @all every cell is filled, else those that show another place. */
void mis_grid_pane_show (MisGridPane *self, const MisGridWindow *window, gboolean all);

/* (nullable) (transfer none): the cell that shows this place. */
MisGridCell *mis_grid_pane_get_cell (MisGridPane *self, int row, int column);

/* Call @visit for every cell that is shown. */
void mis_grid_pane_foreach (MisGridPane *self, MisGridFill visit, gpointer user_data);

/* (nullable): a widget that lies over the cell at @row, @column, wherever that is. */
void mis_grid_pane_set_cover (MisGridPane *self, GtkWidget *cover, int row, int column);

G_END_DECLS
