/* The visible cells of a grid: which there are, and what each of them shows. */
#include <glib/gi18n.h>
#include <math.h>

#include "app/cell-grid-private.h"

/* A title stands where the first of its cells does. */
static MisGridSide
find_side (MisCellGrid *self, guint column)
{
  MisCellContent content;
  MisGridSide side;

  if (self->n_rows == 0)
    return MIS_GRID_SIDE_START;
  mis_cell_source_get_cell (self->source, 0, column, &content);
  side = mis_grid_side_of (&content);
  mis_cell_content_clear (&content);
  return side;
}

static void
fill_heading (MisCellGrid *self, MisGridCell *cell, int row, int column)
{
  const MisCellColumn *words;

  if (column == MIS_GRID_GUTTER)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Select All"), -1);
      return;
    }
  words = &mis_cell_grid_column (self, (guint) column)->words;
  if (row == MIS_GRID_GROUP)
    mis_grid_cell_show_heading (cell, words->group, MIS_GRID_SIDE_START);
  else
    mis_grid_cell_show_heading (cell, words->title, find_side (self, (guint) column));
}

static void
fill_row_number (MisGridCell *cell, int row)
{
  g_autofree char *number = g_strdup_printf ("%d", row + 1);

  mis_grid_cell_show_heading (cell, number, MIS_GRID_SIDE_END);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_ROW_INDEX, row + 1,
                                  -1);
}

/* Where a cell is, in words: its row's name and its column. */
static char *
make_name (MisCellGrid *self, guint row, guint column)
{
  g_autofree char *column_name = mis_cell_grid_get_column_name (self, column);

  if (column == 0)
    return g_steal_pointer (&column_name);
  return g_strdup_printf ("%s, %s", mis_cell_grid_get_row_name (self, row), column_name);
}

static void
fill_content (MisCellGrid *self, MisGridCell *cell, guint row, guint column)
{
  g_autofree char *name = make_name (self, row, column);
  MisGridFault *fault = mis_cell_grid_find_fault (self, row, column);
  MisCellContent content;

  mis_cell_source_get_cell (self->source, row, column, &content);
  if (fault != NULL)
    {
      g_free (content.text);
      content.text = g_strdup (fault->text);
      content.level = NAN;
    }
  mis_grid_cell_show (cell, &content, name);
  mis_grid_cell_set_fault (cell, fault != NULL ? fault->reason : NULL);
  mis_cell_content_clear (&content);
}

static void
fill_cell (gpointer grid, MisGridCell *cell)
{
  MisCellGrid *self = grid;
  int row = mis_grid_cell_get_row (cell), column = mis_grid_cell_get_column (cell);

  if (row < 0)
    fill_heading (self, cell, row, column);
  else if (column == MIS_GRID_GUTTER)
    fill_row_number (cell, row);
  else
    {
      fill_content (self, cell, (guint) row, (guint) column);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                      row + 1, GTK_ACCESSIBLE_RELATION_COL_INDEX, column + 1, -1);
    }
}

void
mis_cell_grid_make_panes (MisCellGrid *self)
{
  static const char *const css_classes[] = { "gutter", "frozen", "scrolled" };

  for (int heading = 0; heading < 2; heading++)
    for (int pane = 0; pane < MIS_GRID_N_PANES; pane++)
      {
        GtkAccessibleRole role = heading == 1                   ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                                 : pane == MIS_GRID_GUTTER_PANE ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                                                : GTK_ACCESSIBLE_ROLE_GRID_CELL;
        MisGridPane *made = mis_grid_pane_new (role, self, fill_cell, mis_cell_grid_locate);

        gtk_widget_add_css_class (GTK_WIDGET (made), css_classes[pane]);
        if (heading == 1)
          gtk_widget_add_css_class (GTK_WIDGET (made), "headings");
        gtk_widget_set_parent (GTK_WIDGET (made), GTK_WIDGET (self));
        self->panes[heading][pane] = made;
      }
}

/* As many as fit in any place: scrolling makes none. */
static void
make_cells (MisCellGrid *self)
{
  int n_rows = MIN (mis_cell_grid_view_height (self) / self->row_height + 2, (int) self->n_rows);
  int n_columns[MIS_GRID_N_PANES] = { mis_cell_grid_n_columns (self) > 0, (int) self->n_frozen,
                                      mis_cell_grid_count_most_columns (self) };

  for (int pane = 0; pane < MIS_GRID_N_PANES; pane++)
    {
      mis_grid_pane_set_size (self->panes[1][pane], self->n_headings, n_columns[pane]);
      mis_grid_pane_set_size (self->panes[0][pane], n_rows, n_columns[pane]);
    }
}

void
mis_cell_grid_show_cells (MisCellGrid *self)
{
  if (!self->is_placed)
    mis_cell_grid_place_columns (self, gtk_widget_get_width (GTK_WIDGET (self)));
  make_cells (self);
  for (int heading = 0; heading < 2; heading++)
    for (int pane = 0; pane < MIS_GRID_N_PANES; pane++)
      {
        MisGridWindow window = mis_cell_grid_get_window (self, heading, pane);

        mis_grid_pane_show (self->panes[heading][pane], &window, self->is_stale);
      }
  self->is_stale = FALSE;
  mis_cell_grid_show_selection (self);
}

static gboolean
is_between (int place, guint first, guint n)
{
  return place >= (int) first && place < (int) (first + n);
}

static void
set_selected (MisGridCell *cell, gboolean selected)
{
  GtkWidget *widget = GTK_WIDGET (cell);

  if (((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED) != 0) == selected)
    return;
  if (selected)
    gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (widget);
}

/* Headings are marked where anything below or beside them is selected. */
static void
show_selected (gpointer user_data, MisGridCell *cell)
{
  MisCellGrid *self = user_data;
  int row = mis_grid_cell_get_row (cell), column = mis_grid_cell_get_column (cell);
  MisCellArea area;
  gboolean in_rows, in_columns, is_many;

  mis_cell_grid_get_selection (self, &area);
  is_many = area.n_rows > 1 || area.n_columns > 1;
  in_rows = is_between (row, area.row, area.n_rows) || row == MIS_GRID_TITLE;
  in_columns = is_between (column, area.column, area.n_columns) || column == MIS_GRID_GUTTER;
  if (row == MIS_GRID_TITLE && column == MIS_GRID_GUTTER)
    in_rows = FALSE;
  set_selected (cell, in_rows && in_columns && (is_many || row < 0 || column < 0));
  mis_grid_cell_set_cursor (cell, row == (int) self->cursor.row &&
                                      column == (int) self->cursor.column && row >= 0);
}

void
mis_cell_grid_show_selection (MisCellGrid *self)
{
  for (int heading = 0; heading < 2; heading++)
    for (int pane = 0; pane < MIS_GRID_N_PANES; pane++)
      mis_grid_pane_foreach (self->panes[heading][pane], show_selected, self);
}

MisGridCell *
mis_cell_grid_get_cell (MisCellGrid *self, int row, int column)
{
  int pane;

  g_return_val_if_fail (MIS_IS_CELL_GRID (self), NULL);

  pane = column == MIS_GRID_GUTTER       ? MIS_GRID_GUTTER_PANE
         : column < (int) self->n_frozen ? MIS_GRID_FROZEN_PANE
                                         : MIS_GRID_SCROLLED_PANE;
  return mis_grid_pane_get_cell (self->panes[row < 0][pane], row, column);
}

void
mis_cell_grid_refresh_cell (MisCellGrid *self, guint row, guint column)
{
  MisGridCell *cell = mis_cell_grid_get_cell (self, (int) row, (int) column);

  if (cell != NULL && row < self->n_rows && column < mis_cell_grid_n_columns (self))
    fill_cell (self, cell);
}
