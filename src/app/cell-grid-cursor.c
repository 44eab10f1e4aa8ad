/* The cursor of a grid of cells, and the rectangle that is selected between it and its other
 * corner. */
#include "app/cell-grid-private.h"

static gboolean
has_cells (MisCellGrid *self)
{
  return self->n_rows > 0 && mis_cell_grid_n_columns (self) > 0;
}

static gboolean
is_same (MisGridPlace a, MisGridPlace b)
{
  return a.row == b.row && a.column == b.column;
}

static MisGridPlace
clamp (MisCellGrid *self, gint64 row, gint64 column)
{
  gint64 last_row = MAX ((gint64) self->n_rows - 1, 0);
  gint64 last_column = MAX ((gint64) mis_cell_grid_n_columns (self) - 1, 0);

  return (MisGridPlace){ (guint) CLAMP (row, 0, last_row), (guint) CLAMP (column, 0, last_column) };
}

void
mis_cell_grid_select_corners (MisCellGrid *self, MisGridPlace cursor, MisGridPlace head)
{
  if (!is_same (cursor, self->cursor))
    mis_cell_grid_end_edit (self, TRUE);
  self->tab_column = G_MAXUINT;
  cursor = clamp (self, cursor.row, cursor.column);
  head = clamp (self, head.row, head.column);
  if (is_same (cursor, self->cursor) && is_same (head, self->head))
    return;
  self->cursor = cursor;
  self->head = head;
  mis_cell_grid_show_selection (self);
  mis_cell_grid_notify_cursor (self);
  mis_cell_grid_show_fault (self);
  mis_cell_grid_update_focus (self);
}

void
mis_cell_grid_move (MisCellGrid *self, gint64 row, gint64 column, gboolean extend)
{
  MisGridPlace place = clamp (self, row, column);

  if (!has_cells (self))
    return;
  mis_cell_grid_scroll_to (self, place.row, place.column);
  mis_cell_grid_select_corners (self, extend ? self->cursor : place, place);
}

void
mis_cell_grid_select_all (MisCellGrid *self)
{
  mis_cell_grid_select_corners (self, (MisGridPlace){ 0, 0 },
                                (MisGridPlace){ G_MAXUINT, G_MAXUINT });
}

void
mis_cell_grid_clamp_cursor (MisCellGrid *self)
{
  MisGridPlace cursor = clamp (self, self->cursor.row, self->cursor.column);
  MisGridPlace head = clamp (self, self->head.row, self->head.column);

  /* Where no cell is left the cursor stays, but there is nothing to type in. */
  if (!is_same (cursor, self->cursor) || self->cursor.row >= self->n_rows
      || self->cursor.column >= mis_cell_grid_n_columns (self))
    mis_cell_grid_end_edit (self, FALSE);
  if (is_same (cursor, self->cursor) && is_same (head, self->head))
    return;
  self->cursor = cursor;
  self->head = head;
  mis_cell_grid_notify_cursor (self);
}

/* Between frames the cell that had the keyboard may have become that of another place. */
void
mis_cell_grid_update_focus (MisCellGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  MisGridCell *cell =
      mis_cell_grid_get_cell (self, (int) self->cursor.row, (int) self->cursor.column);

  if (focus == NULL || self->editor != NULL ||
      (focus != GTK_WIDGET (self) && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    return;
  gtk_root_set_focus (root, cell != NULL ? GTK_WIDGET (cell) : GTK_WIDGET (self));
}

void
mis_cell_grid_set_cursor (MisCellGrid *self, guint row, guint column)
{
  g_return_if_fail (MIS_IS_CELL_GRID (self));

  mis_cell_grid_move (self, row, column, FALSE);
}

guint
mis_cell_grid_get_cursor_row (MisCellGrid *self)
{
  g_return_val_if_fail (MIS_IS_CELL_GRID (self), 0);

  return self->cursor.row;
}

guint
mis_cell_grid_get_cursor_column (MisCellGrid *self)
{
  g_return_val_if_fail (MIS_IS_CELL_GRID (self), 0);

  return self->cursor.column;
}

void
mis_cell_grid_get_selection (MisCellGrid *self, MisCellArea *out)
{
  const MisGridPlace *a, *b;

  g_return_if_fail (MIS_IS_CELL_GRID (self));
  g_return_if_fail (out != NULL);

  *out = (MisCellArea){ 0 };
  if (!has_cells (self))
    return;
  a = &self->cursor;
  b = &self->head;
  out->row = MIN (a->row, b->row);
  out->column = MIN (a->column, b->column);
  out->n_rows = MAX (a->row, b->row) - out->row + 1;
  out->n_columns = MAX (a->column, b->column) - out->column + 1;
}

void
mis_cell_grid_select (MisCellGrid *self, const MisCellArea *area)
{
  g_return_if_fail (MIS_IS_CELL_GRID (self));
  g_return_if_fail (area != NULL && area->n_rows > 0 && area->n_columns > 0);

  mis_cell_grid_move (self, area->row, area->column, FALSE);
  mis_cell_grid_select_corners (
      self, (MisGridPlace){ area->row, area->column },
      (MisGridPlace){ area->row + area->n_rows - 1, area->column + area->n_columns - 1 });
}
