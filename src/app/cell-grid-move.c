/* Rows that are dragged to another place in the order, by their numbers: those that are selected as
 * a whole. Any other row number that is pressed selects rows, as in a spreadsheet. */
#include <glib/gi18n.h>
#include <math.h>

#include "app/cell-grid-private.h"

#define LINE_HEIGHT 3

static gboolean
is_in_rows (const MisCellArea *area, int row)
{
  return row >= (int)area->row && row < (int)(area->row + area->n_rows);
}

/* All rows have no other place. */
gboolean
mis_cell_grid_can_hold (MisCellGrid *self, int row, int column)
{
  MisCellArea area;

  mis_cell_grid_get_selection (self, &area);
  return self->move_action != NULL && column < 0 && is_in_rows (&area, row) &&
         area.n_rows < self->n_rows && area.n_columns == mis_cell_grid_n_columns (self);
}

void
mis_cell_grid_hold_rows (MisCellGrid *self)
{
  self->moving = MIS_GRID_ROWS_HELD;
}

/* Between the two rows whose border is nearest to the pointer. */
static guint
get_place (MisCellGrid *self)
{
  double y = self->drag_y - mis_cell_grid_heading_height (self) + self->offset_y;

  return (guint)CLAMP (round (y / self->row_height), 0.0, (double)self->n_rows);
}

/* Beyond the rows in view there is nothing to be put between. */
static guint
get_place_in_view (MisCellGrid *self)
{
  guint first = (guint)((self->offset_y + self->row_height - 1) / self->row_height);
  guint last = (guint)((self->offset_y + mis_cell_grid_view_height (self)) / self->row_height);

  return MIN (CLAMP (get_place (self), first, MAX (first, last)), self->n_rows);
}

/* Whether rows that are put there are where they were. */
static gboolean
is_own_place (MisCellGrid *self, guint place)
{
  MisCellArea area;

  mis_cell_grid_get_selection (self, &area);
  return place >= area.row && place <= area.row + area.n_rows;
}

static gboolean
is_far_enough (MisCellGrid *self)
{
  return gtk_drag_check_threshold (GTK_WIDGET (self), (int)self->press_x, (int)self->press_y,
                                   (int)self->drag_x, (int)self->drag_y);
}

static void
begin (MisCellGrid *self)
{
  self->moving = self->move_fault == NULL ? MIS_GRID_ROWS_MOVED : MIS_GRID_ROWS_REFUSED;
  if (self->move_fault != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", self->move_fault);
  else
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

void
mis_cell_grid_drag_rows (MisCellGrid *self)
{
  if (self->moving == MIS_GRID_ROWS_HELD && is_far_enough (self))
    begin (self);
  self->move_to = get_place_in_view (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mis_cell_grid_drop_rows (MisCellGrid *self)
{
  MisGridRowMove was = self->moving;
  guint row = self->move_to;

  mis_cell_grid_cancel_move (self);
  if (was == MIS_GRID_ROWS_MOVED && !is_own_place (self, row))
    gtk_widget_activate_action (GTK_WIDGET (self), self->move_action, "u", row);
}

gboolean
mis_cell_grid_cancel_move (MisCellGrid *self)
{
  gboolean was_moving = self->moving == MIS_GRID_ROWS_MOVED;

  self->moving = MIS_GRID_ROWS_AT_REST;
  if (was_moving)
    {
      mis_cell_grid_end_drag (self);
      gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  return was_moving;
}

gboolean
mis_cell_grid_get_line (MisCellGrid *self, GdkRectangle *line)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int heading = mis_cell_grid_heading_height (self);
  int length =
      MIN (width, self->gutter_width + self->frozen_width + self->scrolled_width - self->offset_x);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int last = gtk_widget_get_height (GTK_WIDGET (self)) - LINE_HEIGHT;
  int y = heading + (int)self->move_to * self->row_height - self->offset_y - LINE_HEIGHT / 2;

  if (self->moving != MIS_GRID_ROWS_MOVED || is_own_place (self, self->move_to))
    return FALSE;
  *line = (GdkRectangle){ mirrored ? width - length : 0, CLAMP (y, heading, MAX (heading, last)),
                          length, LINE_HEIGHT };
  return TRUE;
}

void
mis_cell_grid_draw_line (MisCellGrid *self, GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRectangle line;
  GdkRGBA color;

  if (!mis_cell_grid_get_line (self, &line))
    return;
  if (!gtk_style_context_lookup_color (context, "accent_color", &color))
    gtk_style_context_get_color (context, &color);
  gtk_snapshot_append_color (
      snapshot, &color,
      &GRAPHENE_RECT_INIT ((float)line.x, (float)line.y, (float)line.width, (float)line.height));
}

void
mis_cell_grid_set_move_fault (MisCellGrid *self, const char *reason)
{
  g_return_if_fail (MIS_IS_CELL_GRID (self));

  if (g_strcmp0 (self->move_fault, reason) == 0)
    return;
  g_free (self->move_fault);
  self->move_fault = g_strdup (reason);
}
