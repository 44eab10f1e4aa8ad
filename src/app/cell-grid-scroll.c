/* Where a grid of cells is scrolled to: its offsets follow the adjustments, and they follow what is
 * to be in view. */
#include <math.h>

#include "app/cell-grid-private.h"

/* From the start, which is the right end where everything is mirrored. */
static int
get_offset (MisCellGrid *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value;

  if (adjustment == NULL)
    return 0;
  value = gtk_adjustment_get_value (adjustment);
  if (orientation == GTK_ORIENTATION_HORIZONTAL &&
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    value =
        gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - value;
  return (int) round (value);
}

static void
scrolled_cb (MisCellGrid *self)
{
  self->offset_x = get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  self->offset_y = get_offset (self, GTK_ORIENTATION_VERTICAL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Keeps what stands at the start where it is. */
static void
configure (MisCellGrid *self, GtkOrientation orientation, int offset, int size, int page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double upper = MAX (size, page), value;

  if (adjustment == NULL)
    return;
  offset = CLAMP (offset, 0, (int) upper - page);
  value = offset;
  if (orientation == GTK_ORIENTATION_HORIZONTAL &&
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    value = upper - page - offset;
  g_signal_handlers_block_by_func (adjustment, scrolled_cb, self);
  gtk_adjustment_configure (adjustment, value, 0.0, upper, self->row_height, page * 0.9, page);
  g_signal_handlers_unblock_by_func (adjustment, scrolled_cb, self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    self->offset_x = offset;
  else
    self->offset_y = offset;
}

void
mis_cell_grid_configure_adjustments (MisCellGrid *self)
{
  configure (self, GTK_ORIENTATION_HORIZONTAL, self->offset_x, self->scrolled_width,
             mis_cell_grid_view_width (self));
  configure (self, GTK_ORIENTATION_VERTICAL, self->offset_y, (int) self->n_rows * self->row_height,
             mis_cell_grid_view_height (self));
}

void
mis_cell_grid_set_adjustment (MisCellGrid *self,
                              GtkOrientation orientation,
                              GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
is_laid_out (MisCellGrid *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) > 0;
}

static int
get_offset_for (int offset, int page, int from, int size)
{
  if (from < offset || size > page)
    return from;
  return MAX (offset, from + size - page);
}

void
mis_cell_grid_scroll_to (MisCellGrid *self, guint row, guint column)
{
  int x = self->offset_x, y;

  if (!is_laid_out (self))
    return;
  if (!self->is_placed)
    mis_cell_grid_place_columns (self, gtk_widget_get_width (GTK_WIDGET (self)));
  if (column >= self->n_frozen)
    x = get_offset_for (x, mis_cell_grid_view_width (self), mis_cell_grid_column (self, column)->x,
                        mis_cell_grid_column (self, column)->shown_width);
  y = get_offset_for (self->offset_y, mis_cell_grid_view_height (self),
                      (int) row * self->row_height, self->row_height);
  if (x == self->offset_x && y == self->offset_y)
    return;
  self->offset_x = x;
  self->offset_y = y;
  mis_cell_grid_configure_adjustments (self);
  mis_cell_grid_show_cells (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
