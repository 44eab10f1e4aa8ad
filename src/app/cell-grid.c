#include "app/cell-grid.h"

#include "app/cell-grid-private.h"

/* At least so much is in view. */
#define LEAST_ROWS 3
#define LEAST_DIGITS 12

enum
{
  PROP_0,
  PROP_SOURCE,
  PROP_MENU,
  PROP_CURSOR_ROW,
  PROP_CURSOR_COLUMN,
  PROP_FAULT,
  N_PROPERTIES,
  PROP_HADJUSTMENT = N_PROPERTIES,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SELECTION_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (MisCellGrid,
                               mis_cell_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

void
mis_cell_grid_notify_fault (MisCellGrid *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAULT]);
}

void
mis_cell_grid_notify_cursor (MisCellGrid *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_ROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_COLUMN]);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
mis_cell_grid_source_changed (MisCellGrid *self)
{
  int width = mis_cell_grid_measure_width (self);
  guint n_rows = self->n_rows;

  mis_cell_grid_load (self);
  mis_cell_grid_place_columns (self, gtk_widget_get_width (GTK_WIDGET (self)));
  mis_cell_grid_clamp_cursor (self);
  mis_cell_grid_check_faults (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) self->n_rows, GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) mis_cell_grid_n_columns (self), -1);
  if (n_rows != self->n_rows || width != mis_cell_grid_measure_width (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Nothing is asked for while nobody sees it: a slider that is dragged changes it in each frame. */
static void
source_changed_cb (MisCellGrid *self)
{
  mis_cell_grid_break_copying (self);
  mis_cell_grid_cancel_move (self);
  self->is_behind = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_behind)
    mis_cell_grid_source_changed (self);
}

static void
mis_cell_grid_map (GtkWidget *widget)
{
  MisCellGrid *self = MIS_CELL_GRID (widget);

  if (self->is_behind)
    mis_cell_grid_source_changed (self);
  self->is_behind = FALSE;
  GTK_WIDGET_CLASS (mis_cell_grid_parent_class)->map (widget);
}

static gboolean
refocus_cb (gpointer user_data)
{
  MisCellGrid *self = user_data;

  self->refocus = 0;
  mis_cell_grid_update_focus (self);
  return G_SOURCE_REMOVE;
}

/* Not while widgets get their places. */
static void
refocus_soon (MisCellGrid *self)
{
  if (self->refocus == 0 &&
      gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    self->refocus = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refocus_cb, self, NULL);
}

/* The part with the rows ends where these do. */
static void
allocate_panes (MisCellGrid *self, int width, int height)
{
  int xs[] = { 0, self->gutter_width, self->gutter_width + self->frozen_width, width };
  int heading = MIN (mis_cell_grid_heading_height (self), height);
  int rows = MIN ((int) self->n_rows * self->row_height - self->offset_y, height - heading);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (int pane = 0; pane < MIS_GRID_N_PANES; pane++)
    {
      int size = MAX (xs[pane + 1] - xs[pane], 0);
      int x = mirrored ? width - xs[pane] - size : xs[pane];

      gtk_widget_size_allocate (GTK_WIDGET (self->panes[1][pane]),
                                &(GtkAllocation){ x, 0, size, heading }, -1);
      gtk_widget_size_allocate (GTK_WIDGET (self->panes[0][pane]),
                                &(GtkAllocation){ x, heading, size, rows }, -1);
    }
}

static void
mis_cell_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MisCellGrid *self = MIS_CELL_GRID (widget);

  mis_cell_grid_place_columns (self, width);
  mis_cell_grid_configure_adjustments (self);
  mis_cell_grid_show_cells (self);
  allocate_panes (self, width, height);
  mis_cell_grid_place_popovers (self);
  refocus_soon (self);
}

static void
mis_cell_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (mis_cell_grid_parent_class)->snapshot (widget, snapshot);
  mis_cell_grid_draw_line (MIS_CELL_GRID (widget), snapshot);
}

static void
mis_cell_grid_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  MisCellGrid *self = MIS_CELL_GRID (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = mis_cell_grid_heading_height (self) + LEAST_ROWS * self->row_height;
      *natural = mis_cell_grid_heading_height (self) + (int) self->n_rows * self->row_height;
    }
  else
    {
      *minimum = LEAST_DIGITS * self->digit_width;
      *natural = mis_cell_grid_measure_width (self);
    }
  *natural = MAX (*minimum, *natural);
}

static void
mis_cell_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  MisCellGrid *self = MIS_CELL_GRID (widget);
  int row_height = self->row_height, digit_width = self->digit_width;

  GTK_WIDGET_CLASS (mis_cell_grid_parent_class)->css_changed (widget, change);
  mis_cell_grid_measure_font (self);
  if (self->row_height != row_height || self->digit_width != digit_width)
    mis_cell_grid_source_changed (self);
}

/* One stop of the tab key: whoever is inside leaves. */
static gboolean
mis_cell_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
mis_cell_grid_grab_focus (GtkWidget *widget)
{
  MisCellGrid *self = MIS_CELL_GRID (widget);
  MisGridCell *cell;

  if (self->editor != NULL)
    return gtk_text_grab_focus_without_selecting (self->editor);
  cell = mis_cell_grid_get_cell (self, (int) self->cursor.row, (int) self->cursor.column);
  if (cell != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (cell));
  return GTK_WIDGET_CLASS (mis_cell_grid_parent_class)->grab_focus (widget);
}

static void
mis_cell_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MisCellGrid *self = MIS_CELL_GRID (object);

  switch (id)
    {
    case PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    case PROP_MENU:
      g_value_set_object (value, self->menu);
      break;
    case PROP_CURSOR_ROW:
      g_value_set_uint (value, self->cursor.row);
      break;
    case PROP_CURSOR_COLUMN:
      g_value_set_uint (value, self->cursor.column);
      break;
    case PROP_FAULT:
      g_value_set_string (value, mis_cell_grid_get_fault (self));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mis_cell_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MisCellGrid *self = MIS_CELL_GRID (object);

  switch (id)
    {
    case PROP_SOURCE:
      mis_cell_grid_set_source (self, g_value_get_object (value));
      break;
    case PROP_MENU:
      mis_cell_grid_set_menu (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      mis_cell_grid_set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
drop_pane (MisGridPane *pane)
{
  gtk_widget_unparent (GTK_WIDGET (pane));
}

static void
drop_panes (MisCellGrid *self)
{
  for (int heading = 0; heading < 2; heading++)
    for (int pane = 0; pane < MIS_GRID_N_PANES; pane++)
      g_clear_pointer (&self->panes[heading][pane], drop_pane);
}

static void
mis_cell_grid_dispose (GObject *object)
{
  MisCellGrid *self = MIS_CELL_GRID (object);

  mis_cell_grid_end_drag (self);
  mis_cell_grid_end_edit (self, FALSE);
  mis_cell_grid_set_source (self, NULL);
  g_clear_handle_id (&self->refocus, g_source_remove);
  g_clear_handle_id (&self->drop_source, g_source_remove);
  g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  g_clear_pointer (&self->fault_popover, gtk_widget_unparent);
  g_clear_pointer (&self->popover_menu, gtk_widget_unparent);
  drop_panes (self);
  mis_cell_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  mis_cell_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (mis_cell_grid_parent_class)->dispose (object);
}

static void
mis_cell_grid_finalize (GObject *object)
{
  MisCellGrid *self = MIS_CELL_GRID (object);

  g_array_unref (self->columns);
  g_array_unref (self->faults);
  g_hash_table_unref (self->widths);
  g_free (self->row_name);
  g_free (self->move_action);
  g_free (self->move_fault);
  G_OBJECT_CLASS (mis_cell_grid_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, MIS_TYPE_CELL_SOURCE, rw);
  properties[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL, rw);
  properties[PROP_CURSOR_ROW] = g_param_spec_uint ("cursor-row", NULL, NULL, 0, G_MAXUINT, 0, ro);
  properties[PROP_CURSOR_COLUMN] =
      g_param_spec_uint ("cursor-column", NULL, NULL, 0, G_MAXUINT, 0, ro);
  properties[PROP_FAULT] = g_param_spec_string ("fault", NULL, NULL, NULL, ro);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
mis_cell_grid_class_init (MisCellGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mis_cell_grid_dispose;
  object_class->finalize = mis_cell_grid_finalize;
  object_class->get_property = mis_cell_grid_get_property;
  object_class->set_property = mis_cell_grid_set_property;
  widget_class->snapshot = mis_cell_grid_snapshot;
  widget_class->measure = mis_cell_grid_measure;
  widget_class->size_allocate = mis_cell_grid_size_allocate;
  widget_class->css_changed = mis_cell_grid_css_changed;
  widget_class->map = mis_cell_grid_map;
  widget_class->focus = mis_cell_grid_focus;
  widget_class->grab_focus = mis_cell_grid_grab_focus;
  install_properties (object_class);
  signals[SELECTION_CHANGED] =
      g_signal_new ("selection-changed", MIS_TYPE_CELL_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "cellgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  mis_cell_grid_add_actions (widget_class);
}

static void
mis_cell_grid_init (MisCellGrid *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (MisGridColumn));
  g_array_set_clear_func (self->columns, mis_cell_grid_clear_column);
  self->faults = mis_cell_grid_new_faults ();
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_headings = 1;
  self->tab_column = G_MAXUINT;
  self->resized = G_MININT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  mis_cell_grid_measure_font (self);
  mis_cell_grid_make_panes (self);
  mis_cell_grid_add_keys (self);
  mis_cell_grid_add_pointer (self);
}

GtkWidget *
mis_cell_grid_new (void)
{
  return g_object_new (MIS_TYPE_CELL_GRID, NULL);
}

void
mis_cell_grid_set_source (MisCellGrid *self, MisCellSource *source)
{
  g_return_if_fail (MIS_IS_CELL_GRID (self));
  g_return_if_fail (source == NULL || MIS_IS_CELL_SOURCE (source));

  if (self->source == source)
    return;
  mis_cell_grid_end_edit (self, FALSE);
  mis_cell_grid_stop_copying (self);
  mis_cell_grid_cancel_move (self);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_func (self->source, source_changed_cb, self);
  g_set_object (&self->source, source);
  if (source != NULL)
    g_signal_connect_swapped (source, "changed", G_CALLBACK (source_changed_cb), self);
  g_array_set_size (self->faults, 0);
  mis_cell_grid_source_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
}

MisCellSource *
mis_cell_grid_get_source (MisCellGrid *self)
{
  g_return_val_if_fail (MIS_IS_CELL_GRID (self), NULL);

  return self->source;
}

void
mis_cell_grid_set_menu (MisCellGrid *self, GMenuModel *menu)
{
  g_return_if_fail (MIS_IS_CELL_GRID (self));

  if (g_set_object (&self->menu, menu))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MENU]);
}
