/* The pointer on a grid of cells: clicks and drags select or take selected rows along, edges of
 * headings make columns wider, the secondary button opens a menu. */
#include <glib/gi18n.h>
#include <math.h>

#include "app/cell-grid-private.h"

/* What a drag selects, by where it began. */
enum
{
  SELECT_CELLS,
  SELECT_ROWS,
  SELECT_COLUMNS,
};

/* How much of its distance from the cells the pointer scrolls them by in a frame. */
#define AUTOSCROLL_PART 0.3

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device =
      gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* What happens in a popover of the grid goes up to the grid, with places that mean nothing here. */
static gboolean
is_in_popover (MisCellGrid *self, GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return event != NULL && gdk_event_get_surface (event) != gtk_native_get_surface (native);
}

static gboolean
is_on_editor (MisCellGrid *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT), *box;

  if (self->editor == NULL || picked == NULL)
    return FALSE;
  box = gtk_widget_get_parent (GTK_WIDGET (self->editor));
  return picked == box || gtk_widget_is_ancestor (picked, box);
}

static void
select_to (MisCellGrid *self, int row, int column, gboolean extend)
{
  MisGridPlace head = { (guint) MAX (row, 0), (guint) MAX (column, 0) }, cursor = head;

  if (extend)
    cursor = self->cursor;
  if (self->select_what != SELECT_CELLS)
    {
      gboolean rows = self->select_what == SELECT_ROWS;

      *(rows ? &cursor.column : &cursor.row) = 0;
      *(rows ? &head.column : &head.row) = G_MAXUINT;
    }
  mis_cell_grid_select_corners (self, cursor, head);
}

static void
press_place (MisCellGrid *self, int row, int column, gboolean extend)
{
  self->select_what = row < 0 ? SELECT_COLUMNS : column < 0 ? SELECT_ROWS : SELECT_CELLS;
  if (row < 0 && column < 0)
    mis_cell_grid_select_all (self);
  else if (row == MIS_GRID_GROUP)
    {
      const MisGridColumn *group = mis_cell_grid_column (self, (guint) column);

      select_to (self, row, group->group_first, FALSE);
      select_to (self, row, group->group_last, TRUE);
    }
  else
    {
      select_to (self, row, column, extend);
      self->is_selecting = TRUE;
    }
}

/* A click that is no drag: what is below the pointer comes into view as a whole. */
static void
press (MisCellGrid *self, double x, double y, gboolean extend)
{
  int row, column;

  if (!mis_cell_grid_pick (self, x, y, &row, &column) || self->n_rows == 0)
    return;
  if (!extend && mis_cell_grid_can_hold (self, row, column))
    mis_cell_grid_hold_rows (self);
  else
    press_place (self, row, column, extend);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Where the pointer is held, or the nearest place that can be selected from where the drag began.
 */
static void
select_on (MisCellGrid *self)
{
  int top = self->select_what == SELECT_COLUMNS ? 0 : mis_cell_grid_heading_height (self);
  double x = CLAMP (self->drag_x, 0, gtk_widget_get_width (GTK_WIDGET (self)) - 1);
  double y = CLAMP (self->drag_y, top, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
  int row, column;

  if (mis_cell_grid_pick (self, x, y, &row, &column))
    select_to (self, row, column, TRUE);
}

static void
drag_on (MisCellGrid *self)
{
  if (self->moving != MIS_GRID_ROWS_AT_REST)
    mis_cell_grid_drag_rows (self);
  else
    select_on (self);
}

/* How far a point is outside of a range. */
static double
get_beyond (double place, double from, double to)
{
  return place < from ? place - from : place > to ? place - to : 0.0;
}

static void
scroll_by (GtkAdjustment *adjustment, double distance)
{
  if (adjustment != NULL && distance != 0.0)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + distance * AUTOSCROLL_PART);
}

/* While the pointer is held beyond the cells they come to it. */
static gboolean
autoscroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MisCellGrid *self = MIS_CELL_GRID (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int start = width - mis_cell_grid_view_width (self);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double from = mirrored ? 0 : start, to = mirrored ? width - start : width;

  if (self->select_what != SELECT_ROWS && (self->drag_x < 0 || self->drag_x > width))
    scroll_by (self->adjustments[GTK_ORIENTATION_HORIZONTAL], get_beyond (self->drag_x, from, to));
  if (self->select_what != SELECT_COLUMNS)
    scroll_by (self->adjustments[GTK_ORIENTATION_VERTICAL],
               get_beyond (self->drag_y, mis_cell_grid_heading_height (self), height));
  drag_on (self);
  return G_SOURCE_CONTINUE;
}

void
mis_cell_grid_end_drag (MisCellGrid *self)
{
  if (self->autoscroll != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->autoscroll);
  self->autoscroll = 0;
  self->is_selecting = FALSE;
  self->moving = MIS_GRID_ROWS_AT_REST;
  self->resized = G_MININT;
}

static void
drag_begin_cb (MisCellGrid *self, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  mis_cell_grid_end_drag (self);
  if (is_in_popover (self, gesture))
    return;
  if (is_touch (gesture) || is_on_editor (self, x, y))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->press_x = x;
  self->press_y = y;
  self->resized = mis_cell_grid_pick_edge (self, x, y);
  if (self->resized == G_MININT)
    press (self, x, y, (state & GDK_SHIFT_MASK) != 0);
  else
    self->resized_from = mis_cell_grid_column (self, (guint) self->resized)->shown_width;
}

static void
drag_update_cb (MisCellGrid *self, double x, double y)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->resized != G_MININT)
    {
      mis_cell_grid_set_column_width (self, self->resized,
                                      self->resized_from + (int) (mirrored ? -x : x));
      return;
    }
  if (!self->is_selecting && self->moving == MIS_GRID_ROWS_AT_REST)
    return;
  self->drag_x = self->press_x + x;
  self->drag_y = self->press_y + y;
  drag_on (self);
  if (self->autoscroll == 0)
    self->autoscroll = gtk_widget_add_tick_callback (GTK_WIDGET (self), autoscroll_cb, NULL, NULL);
}

/* Rows that were pressed and not dragged: the click was on one of them. */
static void
drag_end_cb (MisCellGrid *self)
{
  int row, column;

  if (self->moving == MIS_GRID_ROWS_HELD &&
      mis_cell_grid_pick (self, self->press_x, self->press_y, &row, &column))
    press_place (self, row, column, FALSE);
  mis_cell_grid_drop_rows (self);
  mis_cell_grid_end_drag (self);
}

static void
drag_cancel_cb (MisCellGrid *self)
{
  mis_cell_grid_cancel_move (self);
  mis_cell_grid_end_drag (self);
}

/* As wide as what is in view of the column. */
static void
fit_column (MisCellGrid *self, int column)
{
  MisGridWindow window = mis_cell_grid_get_window (self, FALSE, MIS_GRID_GUTTER_PANE);
  int width = 0;

  for (int row = MIS_GRID_TITLE; row < window.row + window.n_rows; row = MAX (row + 1, window.row))
    {
      MisGridCell *cell = mis_cell_grid_get_cell (self, row, column);

      if (cell != NULL)
        width = MAX (width, mis_grid_cell_measure_text (cell));
    }
  mis_cell_grid_set_column_width (self, column, width);
}

static void
open_menu_at (MisCellGrid *self, double x, double y)
{
  MisCellArea area;
  int row, column;

  if (!mis_cell_grid_pick (self, x, y, &row, &column))
    return;
  mis_cell_grid_get_selection (self, &area);
  if (row < (int) area.row || row >= (int) (area.row + area.n_rows) || column < (int) area.column ||
      column >= (int) (area.column + area.n_columns))
    press (self, x, y, FALSE);
  self->is_selecting = FALSE;
  mis_cell_grid_open_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
pressed_cb (MisCellGrid *self, int n_press, double x, double y, GtkGesture *gesture)
{
  int row, column, edge = mis_cell_grid_pick_edge (self, x, y);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (is_in_popover (self, gesture) || is_on_editor (self, x, y))
    return;
  if (event != NULL && gdk_event_triggers_context_menu (event))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      open_menu_at (self, x, y);
      return;
    }
  if (n_press != 2 ||
      gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) > GDK_BUTTON_PRIMARY)
    return;
  if (edge != G_MININT)
    fit_column (self, edge);
  else if (mis_cell_grid_pick (self, x, y, &row, &column) && row >= 0 && column >= 0)
    mis_cell_grid_edit (self, NULL);
}

/* A finger scrolls; what it only taps has the cursor. */
static void
released_cb (MisCellGrid *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (is_in_popover (self, gesture) || !is_touch (gesture) || is_on_editor (self, x, y))
    return;
  press (self, x, y, FALSE);
  self->is_selecting = FALSE;
}

static void
motion_cb (MisCellGrid *self, double x, double y)
{
  const char *name = NULL;
  int row, column;

  if (self->moving == MIS_GRID_ROWS_MOVED)
    return;
  if (mis_cell_grid_pick_edge (self, x, y) != G_MININT)
    name = "col-resize";
  else if (mis_cell_grid_pick (self, x, y, &row, &column) &&
           mis_cell_grid_can_hold (self, row, column))
    name = "grab";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

/* (transfer full) (nullable): @words, and below them what the source says beside the cell. */
static char *
add_explanation (MisCellGrid *self, int row, int column, char *words)
{
  g_autofree char *own = words;
  g_autofree char *more = NULL;

  if (column < 0 && row >= 0 && self->move_action != NULL)
    more = mis_cell_grid_can_hold (self, row, column)
               ? NULL
               : g_strdup (_ ("Click to select the row, then drag it to another place"));
  else if (column >= 0 && row >= MIS_GRID_TITLE)
    more = mis_cell_source_explain (self->source, row, (guint)column);
  if (more == NULL || own == NULL)
    return more != NULL ? g_steal_pointer (&more) : g_steal_pointer (&own);
  return g_strconcat (own, "\n", more, NULL);
}

/* What is cut, what the marks mean, and what is noted. */
static gboolean
tooltip_cb (MisCellGrid *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  g_autofree char *words = NULL;
  MisGridCell *cell;
  int row, column;

  if (by_key || self->editor != NULL || !mis_cell_grid_pick (self, x, y, &row, &column))
    return FALSE;
  if (row == MIS_GRID_GROUP && column >= 0)
    column = mis_cell_grid_get_group_heading (self, column);
  cell = mis_cell_grid_get_cell (self, row, column);
  words = cell != NULL ? add_explanation (self, row, column, mis_grid_cell_explain (cell)) : NULL;
  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static GMenuModel *
new_menu (MisCellGrid *self)
{
  GMenu *menu = g_menu_new (), *own = g_menu_new ();

  g_menu_append (own, _ ("Cu_t"), "cells.cut");
  g_menu_append (own, _ ("_Copy"), "cells.copy");
  g_menu_append (own, _ ("_Paste"), "cells.paste");
  g_menu_append (own, _ ("C_lear"), "cells.clear");
  g_menu_append (own, _ ("Fill _Down"), "cells.fill-down");
  if (self->menu != NULL)
    g_menu_append_section (menu, NULL, self->menu);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_object_unref (own);
  return G_MENU_MODEL (menu);
}

void
mis_cell_grid_open_menu (MisCellGrid *self, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) menu = new_menu (self);
  GdkRectangle area;

  mis_cell_grid_end_edit (self, TRUE);
  g_clear_pointer (&self->popover_menu, gtk_widget_unparent);
  self->popover_menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->popover_menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover_menu), FALSE);
  gtk_widget_set_halign (self->popover_menu, GTK_ALIGN_START);
  mis_cell_grid_locate_drawn (self, (int) self->cursor.row, (int) self->cursor.column, &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover_menu), place != NULL ? place : &area);
  gtk_popover_popup (GTK_POPOVER (self->popover_menu));
}

void
mis_cell_grid_add_pointer (MisCellGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (drag, click);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
}
