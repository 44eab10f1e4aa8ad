/* The keys of a grid of cells in which nobody types: they move, select, and begin to edit. */
#include "app/cell-grid-private.h"

/* Where a key goes: by cells, by pages, or to an end. */
typedef struct
{
  guint keyval;
  guint keypad;
  int rows;
  int columns;
  gboolean is_page;
  gboolean is_end;
} Move;

static const Move moves[] = {
  { GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0, FALSE, FALSE },
  { GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0, FALSE, FALSE },
  { GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1, FALSE, FALSE },
  { GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1, FALSE, FALSE },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, -1, 0, TRUE, FALSE },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 1, 0, TRUE, FALSE },
  { GDK_KEY_Home, GDK_KEY_KP_Home, 0, -1, FALSE, TRUE },
  { GDK_KEY_End, GDK_KEY_KP_End, 0, 1, FALSE, TRUE },
};

static const Move *
find_move (guint keyval)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].keyval == keyval || moves[i].keypad == keyval)
      return &moves[i];
  return NULL;
}

static gint64
go (guint from, int step, gboolean to_end)
{
  if (step == 0)
    return from;
  return to_end ? (step < 0 ? 0 : G_MAXUINT) : (gint64) from + step;
}

/* A page keeps the cursor at its height in the window. */
static int
turn_page (MisCellGrid *self, int direction)
{
  int n_rows = MAX (mis_cell_grid_view_height (self) / self->row_height - 1, 1);
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                              direction * n_rows * self->row_height);
  mis_cell_grid_show_cells (self);
  return n_rows * direction;
}

static void
move (MisCellGrid *self, const Move *by, GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0, ctrl = (state & GDK_CONTROL_MASK) != 0;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const MisGridPlace *from = extend ? &self->head : &self->cursor;
  int columns = mirrored && !by->is_end ? -by->columns : by->columns;
  int rows = by->is_page ? turn_page (self, by->rows) : by->rows;

  if (by->is_end && ctrl)
    rows = by->columns;
  mis_cell_grid_move (self, go (from->row, rows, ctrl && !by->is_page),
                      go (from->column, columns, ctrl || by->is_end), extend);
}

static gboolean
press_control (MisCellGrid *self, guint keyval)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_a:
      mis_cell_grid_select_all (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      mis_cell_grid_copy (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_x:
      mis_cell_grid_cut (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_v:
      mis_cell_grid_paste (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_d:
      mis_cell_grid_fill_down (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
      mis_cell_grid_select_corners (self, (MisGridPlace){ 0, self->cursor.column },
                                    (MisGridPlace){ G_MAXUINT, self->cursor.column });
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_shift (MisCellGrid *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Insert:
      mis_cell_grid_paste (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
      mis_cell_grid_cut (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      mis_cell_grid_open_menu (self, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
      mis_cell_grid_select_corners (self, (MisGridPlace){ self->cursor.row, 0 },
                                    (MisGridPlace){ self->cursor.row, G_MAXUINT });
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* First rows that are dragged go back, then the text that could not be taken goes, then the
 * selection. */
static gboolean
press_escape (MisCellGrid *self)
{
  MisCellArea area;

  if (mis_cell_grid_cancel_move (self))
    return GDK_EVENT_STOP;
  if (mis_cell_grid_remove_fault (self, self->cursor))
    {
      mis_cell_grid_show_fault (self);
      return GDK_EVENT_STOP;
    }
  mis_cell_grid_get_selection (self, &area);
  if (area.n_rows <= 1 && area.n_columns <= 1)
    return GDK_EVENT_PROPAGATE;
  mis_cell_grid_select_corners (self, self->cursor, self->cursor);
  return GDK_EVENT_STOP;
}

static gboolean
press_plain (MisCellGrid *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_F2:
      mis_cell_grid_edit (self, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      mis_cell_grid_clear (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      return press_escape (self);
    case GDK_KEY_Menu:
      mis_cell_grid_open_menu (self, NULL);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
is_dead (guint keyval)
{
  return keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_longsolidusoverlay;
}

/* The field takes the key itself, so that accents and input methods work. */
static gboolean
type (MisCellGrid *self, GtkEventController *controller, guint keyval)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  char text[8] = "";

  if ((character == 0 || !g_unichar_isprint (character)) && !is_dead (keyval))
    return GDK_EVENT_PROPAGATE;
  if (!mis_cell_grid_edit (self, ""))
    return GDK_EVENT_STOP;
  if (gtk_event_controller_get_current_event (controller) != NULL &&
      gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller),
                                        GTK_WIDGET (self->editor)))
    return GDK_EVENT_STOP;
  if (character != 0)
    {
      text[g_unichar_to_utf8 (character, text)] = '\0';
      gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
      gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
    }
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (MisCellGrid *self,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        GtkEventController *controller)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  const Move *by = find_move (keyval);

  if (self->editor != NULL || self->n_rows == 0 || mis_cell_grid_n_columns (self) == 0)
    return GDK_EVENT_PROPAGATE;
  if (by != NULL && (modifiers & GDK_ALT_MASK) == 0)
    {
      move (self, by, state);
      return GDK_EVENT_STOP;
    }
  if (modifiers == GDK_CONTROL_MASK)
    return press_control (self, keyval);
  if (modifiers == GDK_SHIFT_MASK && press_shift (self, keyval))
    return GDK_EVENT_STOP;
  if (modifiers == 0 && press_plain (self, keyval))
    return GDK_EVENT_STOP;
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  return type (self, controller, keyval);
}

void
mis_cell_grid_add_keys (MisCellGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_shortcut (GtkEventController *shortcuts, guint keyval, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (keyval, GDK_ALT_MASK),
                        gtk_named_action_new (action)));
}

void
mis_cell_grid_set_move_actions (MisCellGrid *self,
                                const char *up,
                                const char *down,
                                const char *to)
{
  GtkEventController *shortcuts;

  g_return_if_fail (MIS_IS_CELL_GRID (self));

  g_free (self->move_action);
  self->move_action = g_strdup (to);
  shortcuts = gtk_shortcut_controller_new ();
  add_shortcut (shortcuts, GDK_KEY_Up, up);
  add_shortcut (shortcuts, GDK_KEY_Down, down);
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}
