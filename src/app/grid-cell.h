/* grid-cell.h: one visible cell or heading of a grid of cells: its text, its colour, its marks. */
#pragma once

#include <gtk/gtk.h>

#include "document/cell-source.h"

G_BEGIN_DECLS

#define MIS_TYPE_GRID_CELL (mis_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (MisGridCell, mis_grid_cell, MIS, GRID_CELL, GtkWidget)

/**
 * MisGridCell:
 *
 * Knows the place that it shows, and is given another one when the grid is scrolled. It draws its
 * text itself: a label would have to be measured for every new text.
 *
 * Selected cells have %GTK_STATE_FLAG_SELECTED.
 */

/* How far from its ends a cell's text stands, in pixels. */
#define MIS_GRID_CELL_PADDING 7

/* Where the text of a cell stands: a heading stands where its column does. */
typedef enum
{
  MIS_GRID_SIDE_START,
  MIS_GRID_SIDE_MIDDLE,
  MIS_GRID_SIDE_END,
} MisGridSide;

/* Numbers stand at the end, those of heat and its fixed diagonal in the middle, all else at the
 * start. */
MisGridSide mis_grid_side_of (const MisCellContent *content);

MisGridCell *mis_grid_cell_new (GtkAccessibleRole role);

/* Which place of the grid it stands for: rows and columns of headings are negative. Nothing is
 * drawn again before it is told what is there. */
void mis_grid_cell_set_place (MisGridCell *self, int row, int column);
int mis_grid_cell_get_row (MisGridCell *self);
int mis_grid_cell_get_column (MisGridCell *self);

/* What it shows, for whoever looks and for assistive tools: @name says where it is. */
void mis_grid_cell_show (MisGridCell *self, const MisCellContent *content, const char *name);

/* (transfer none) (nullable): what it shows, as text. */
const char *mis_grid_cell_get_text (MisGridCell *self);
MisCellFlags mis_grid_cell_get_flags (MisGridCell *self);

/* (nullable): why the text that it shows, which was typed, cannot be taken. */
void mis_grid_cell_set_fault (MisGridCell *self, const char *reason);

/* The one cell that keys speak to. */
void mis_grid_cell_set_cursor (MisGridCell *self, gboolean cursor);

/* A heading has no marks. */
void mis_grid_cell_show_heading (MisGridCell *self, const char *text, MisGridSide side);

/* (transfer full) (nullable): what cannot be seen of it: why it cannot be taken, a text that is
 * cut, what its marks mean. */
char *mis_grid_cell_explain (MisGridCell *self);

/* How wide all of its text is, with its padding. */
int mis_grid_cell_measure_text (MisGridCell *self);

G_END_DECLS
