#include "app/lever-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "report/number-text.h"

/* Steps of a share, weight or conflict: by an arrow, with Shift, by Page Up and Down. */
#define STEP 0.01
#define FINE_STEP 0.001
#define PAGE_STEP 0.1
#define DECIMALS 4
#define INDENT 18 /* of a number below a heading, for each level */

struct _MisLeverRow
{
  GtkBox parent_instance;

  GtkLabel *label;
  GtkLabel *detail;
  GtkWidget *mode_box;
  GtkWidget *reset_button;
  GtkToggleButton *lock_button;
  GtkEntry *entry;
  GtkScale *scale;
  GtkAdjustment *adjustment;
  GtkLabel *fault;

  MisDocument *document;
  MisLever *lever;
  GtkEventController *scroll; /* the scale's own */
  gboolean refreshing;
  gboolean typing;
  gboolean full_name;
};

G_DEFINE_FINAL_TYPE (MisLeverRow, mis_lever_row, GTK_TYPE_BOX)

static char *
format_value (MisLeverRow *self, double value)
{
  return mis_number_text (value, mis_lever_is_count (self->lever) ? 0 : DECIMALS);
}

static void
set_fault (MisLeverRow *self, const char *reason)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);

  if (reason != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_label_set_label (self->fault, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), reason != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                              : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_value (MisLeverRow *self, double value)
{
  g_autofree char *text = format_value (self, value);

  self->refreshing = TRUE;
  gtk_adjustment_set_value (self->adjustment, value);
  if (!self->typing)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      set_fault (self, NULL);
    }
  self->refreshing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

static void
show_lock (MisLeverRow *self)
{
  gboolean locked = mis_document_is_locked (self->document, self->lever->agent);

  self->refreshing = TRUE;
  gtk_toggle_button_set_active (self->lock_button, locked);
  gtk_button_set_icon_name (GTK_BUTTON (self->lock_button),
                            locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
  self->refreshing = FALSE;
}

/* A value that was typed beyond the end of the slider makes room above itself; a drag never does. */
static double
get_upper (MisLeverRow *self, const MisWorld *world)
{
  double upper = gtk_adjustment_get_upper (self->adjustment);

  return mis_lever_get_value (self->lever, world) > upper ? mis_lever_get_upper (self->lever, world)
                                                          : upper;
}

static void
refresh (MisLeverRow *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  gboolean changed;

  if (!mis_lever_exists (self->lever, world) || self->lever->kind == MIS_LEVER_SECTION)
    return;
  changed = mis_lever_is_changed (self->lever, world,
                                  mis_document_get_opened_world (self->document));
  self->refreshing = TRUE;
  gtk_adjustment_set_upper (self->adjustment, get_upper (self, world));
  self->refreshing = FALSE;
  show_value (self, mis_lever_get_value (self->lever, world));
  gtk_widget_set_visible (self->reset_button, changed);
  show_lock (self);
}

static void
document_changed_cb (MisLeverRow *self)
{
  refresh (self);
}

static void
take_world (MisLeverRow *self, MisWorld *world)
{
  g_autofree char *action = mis_lever_dup_action (self->lever,
                                                  mis_document_get_world (self->document));

  mis_document_edit (self->document, world, action);
}

/* Moves the number; what is refused is said at the typed value. */
static gboolean
apply_value (MisLeverRow *self, double value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) world = mis_lever_apply (self->lever,
                                                mis_document_get_base_world (self->document), value,
                                                mis_document_get_locks (self->document), &error);

  if (world == NULL)
    {
      set_fault (self, error->message);
      return FALSE;
    }
  take_world (self, world);
  return TRUE;
}

static double
round_to_step (MisLeverRow *self, double value, double step)
{
  if (mis_lever_is_count (self->lever))
    return round (value);
  return round (value / step) * step;
}

static gboolean
scale_change_value_cb (GtkScale *scale, GtkScrollType scroll, double value, gpointer user_data)
{
  MisLeverRow *self = user_data;
  double upper = gtk_adjustment_get_upper (self->adjustment);
  /* One step of the slider, unless a pixel is finer than that. */
  double step = scroll == GTK_SCROLL_JUMP ? STEP : FINE_STEP;

  value = CLAMP (round_to_step (self, value, step), 0.0, upper);
  self->typing = FALSE;
  mis_document_begin_gesture (self->document);
  apply_value (self, value);
  return TRUE;
}

/* Behind every press, key or touch on the slider the gesture ends: one action, one undo step. */
static gboolean
scale_event_cb (MisLeverRow *self, GdkEvent *event)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_KEY_RELEASE:
      if (self->document != NULL)
        mis_document_end_gesture (self->document);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
scale_leave_cb (MisLeverRow *self)
{
  if (self->document != NULL)
    mis_document_end_gesture (self->document);
  gtk_event_controller_set_propagation_phase (self->scroll, GTK_PHASE_NONE);
}

/* The wheel moves a slider only once it has the focus; else it scrolls the list. */
static void
scale_enter_cb (MisLeverRow *self)
{
  gtk_event_controller_set_propagation_phase (self->scroll, GTK_PHASE_BUBBLE);
}

static gboolean
scale_key_cb (MisLeverRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  double direction, value = gtk_adjustment_get_value (self->adjustment);

  if ((state & GDK_SHIFT_MASK) == 0 || mis_lever_is_count (self->lever))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    {
      gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

      direction = (keyval == GDK_KEY_Right) == mirrored ? -1.0 : 1.0;
    }
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    direction = keyval == GDK_KEY_Up ? 1.0 : -1.0;
  else
    return GDK_EVENT_PROPAGATE;
  scale_change_value_cb (self->scale, GTK_SCROLL_STEP_FORWARD, value + direction * FINE_STEP, self);
  return GDK_EVENT_STOP;
}

static void
end_typing (MisLeverRow *self)
{
  self->typing = FALSE;
  if (self->document != NULL)
    refresh (self);
}

/* A typed value is taken as it is, never rounded; what is no value stays, marked, until it is. */
static void
entry_activate_cb (MisLeverRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  double value;

  if (!self->typing)
    return;
  if (!mis_number_from_text (text, &value))
    {
      set_fault (self, _("This is not a number."));
      return;
    }
  if (apply_value (self, value))
    end_typing (self);
}

static void
entry_changed_cb (MisLeverRow *self)
{
  if (self->refreshing)
    return;
  self->typing = TRUE;
  set_fault (self, NULL);
}

static void
entry_leave_cb (MisLeverRow *self)
{
  if (self->document != NULL)
    entry_activate_cb (self);
}

static gboolean
entry_key_cb (MisLeverRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || !self->typing)
    return GDK_EVENT_PROPAGATE;
  end_typing (self);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return GDK_EVENT_STOP;
}

static void
reset_clicked_cb (MisLeverRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) world = NULL;

  self->typing = FALSE;
  world = mis_lever_reset (self->lever, mis_document_get_world (self->document),
                           mis_document_get_opened_world (self->document),
                           mis_document_get_locks (self->document), &error);
  if (world != NULL)
    take_world (self, world);
  else
    set_fault (self, error->message);
}

static void
lock_toggled_cb (MisLeverRow *self)
{
  if (!self->refreshing)
    mis_document_set_locked (self->document, self->lever->agent,
                             gtk_toggle_button_get_active (self->lock_button));
}

static void
show_parts (MisLeverRow *self)
{
  MisLeverKind kind = self->lever->kind;
  gboolean section = kind == MIS_LEVER_SECTION;
  gboolean top = section && self->lever->section <= MIS_SECTION_CONFLICTS;

  gtk_widget_set_visible (GTK_WIDGET (self->scale), !section);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !section);
  gtk_widget_set_visible (GTK_WIDGET (self->lock_button),
                          kind == MIS_LEVER_SHARE || kind == MIS_LEVER_COUNT);
  gtk_widget_set_visible (self->mode_box,
                          section && self->lever->section == MIS_SECTION_POPULATION);
  gtk_widget_set_visible (self->reset_button, FALSE);
  if (top)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "heading");
}

static void
show_names (MisLeverRow *self)
{
  const MisWorld *world = mis_document_get_world (self->document);
  g_autofree char *label = mis_lever_dup_label (self->lever, world);
  g_autofree char *detail = mis_lever_dup_detail (self->lever, world);
  g_autofree char *name = mis_lever_dup_name (self->lever, world);
  g_autofree char *value_name = g_strdup_printf (_("%s, exact value"), name);

  gtk_label_set_label (self->label, self->full_name ? name : label);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label),
                               self->lever->kind != MIS_LEVER_SECTION ? name : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  value_name, -1);
}

static void
show_steps (MisLeverRow *self)
{
  double upper = mis_lever_get_upper (self->lever, mis_document_get_opened_world (self->document));
  gboolean count = mis_lever_is_count (self->lever);

  self->refreshing = TRUE;
  gtk_adjustment_configure (self->adjustment, 0.0, 0.0, upper, count ? 1.0 : STEP,
                            count ? ceil (upper / 10.0) : PAGE_STEP, 0.0);
  self->refreshing = FALSE;
}

void
mis_lever_row_bind (MisLeverRow *self, MisDocument *document, MisLever *lever, guint depth)
{
  g_return_if_fail (MIS_IS_LEVER_ROW (self));

  if (self->document != NULL)
    {
      mis_document_end_gesture (self->document);
      g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
    }
  self->typing = FALSE;
  set_fault (self, NULL);
  g_clear_object (&self->document);
  g_clear_object (&self->lever);
  if (lever == NULL)
    return;
  self->document = g_object_ref (document);
  self->lever = g_object_ref (lever);
  self->full_name = depth == 0 && lever->kind != MIS_LEVER_SECTION;
  gtk_widget_set_margin_start (GTK_WIDGET (self),
                               lever->kind != MIS_LEVER_SECTION ? (int) depth * INDENT : 0);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_parts (self);
  show_names (self);
  show_steps (self);
  refresh (self);
}

/* GtkRange makes its own scroll controller; there is no other way to hold it back. */
static GtkEventController *
find_scroll (GtkWidget *scale)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        return controller;
    }
  g_return_val_if_reached (NULL);
}

static void
watch_scale (MisLeverRow *self)
{
  GtkWidget *scale = GTK_WIDGET (self->scale);
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->scroll = find_scroll (scale);
  gtk_event_controller_set_propagation_phase (self->scroll, GTK_PHASE_NONE);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (scale_event_cb), self);
  gtk_widget_add_controller (scale, events);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (scale_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (scale_leave_cb), self);
  gtk_widget_add_controller (scale, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (scale_key_cb), self);
  gtk_widget_add_controller (scale, keys);
}

static void
watch_entry (MisLeverRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/* The parts that take the focus, in the order of the eye; containers would sort them by height. */
static guint
list_stops (MisLeverRow *self, GtkWidget *stops[4])
{
  GtkWidget *const parts[] = { self->reset_button, GTK_WIDGET (self->lock_button),
                               GTK_WIDGET (self->entry), GTK_WIDGET (self->scale) };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (gtk_widget_get_visible (parts[i]))
      stops[n++] = parts[i];
  return n;
}

/* Moves the focus to the next part, or into the row; %FALSE if there is none in this direction. */
static gboolean
move_focus (MisLeverRow *self, GtkDirectionType direction)
{
  GtkWidget *stops[4];
  int n = (int) list_stops (self, stops);
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int at = step > 0 ? -1 : n;

  for (int i = 0; i < n; i++)
    if (gtk_widget_get_state_flags (stops[i]) & GTK_STATE_FLAG_FOCUS_WITHIN)
      at = i;
  for (at += step; at >= 0 && at < n; at += step)
    if (gtk_widget_child_focus (stops[at], direction))
      return TRUE;
  return FALSE;
}

static gboolean
mis_lever_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (mis_lever_row_parent_class)->focus (widget, direction);
  return move_focus (MIS_LEVER_ROW (widget), direction);
}

/* The rows of a list let Tab enter them and leave them, but not go on within them. */
static gboolean
row_key_cb (MisLeverRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) == 0)
    return move_focus (self, GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_ISO_Left_Tab || keyval == GDK_KEY_Tab)
    return move_focus (self, GTK_DIR_TAB_BACKWARD);
  return GDK_EVENT_PROPAGATE;
}

static void
mis_lever_row_dispose (GObject *object)
{
  MisLeverRow *self = MIS_LEVER_ROW (object);

  mis_lever_row_bind (self, NULL, NULL, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_LEVER_ROW);
  G_OBJECT_CLASS (mis_lever_row_parent_class)->dispose (object);
}

static void
mis_lever_row_class_init (MisLeverRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_lever_row_dispose;
  widget_class->focus = mis_lever_row_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/lever-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MisLeverRow, label);
  gtk_widget_class_bind_template_child (widget_class, MisLeverRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MisLeverRow, mode_box);
  gtk_widget_class_bind_template_child (widget_class, MisLeverRow, reset_button);
  gtk_widget_class_bind_template_child (widget_class, MisLeverRow, lock_button);
  gtk_widget_class_bind_template_child (widget_class, MisLeverRow, entry);
  gtk_widget_class_bind_template_child (widget_class, MisLeverRow, scale);
  gtk_widget_class_bind_template_child (widget_class, MisLeverRow, adjustment);
  gtk_widget_class_bind_template_child (widget_class, MisLeverRow, fault);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_change_value_cb);
  gtk_widget_class_set_css_name (widget_class, "leverrow");
}

static void
mis_lever_row_init (MisLeverRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (row_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  watch_scale (self);
  watch_entry (self);
}

GtkWidget *
mis_lever_row_new (void)
{
  return g_object_new (MIS_TYPE_LEVER_ROW, NULL);
}
