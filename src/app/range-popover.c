#include "app/range-popover.h"

#include <glib/gi18n.h>

#include "app/range-words.h"
#include "app/tab-stops.h"
#include "app/value-entry.h"
#include "document/set-range.h"
#include "report/number-text.h"

struct _MisRangePopover
{
  GtkPopover parent_instance;

  GtkLabel *name;
  GtkLabel *hint;
  MisValueEntry *low;
  MisValueEntry *high;
  GtkLabel *fault;
  GtkWidget *remove_button;

  MisDocument *document;
  MisParameter *parameter;
};

G_DEFINE_FINAL_TYPE (MisRangePopover, mis_range_popover, GTK_TYPE_POPOVER)

static MisRange
get_range (MisRangePopover *self)
{
  return mis_parameter_get_range (self->parameter, mis_document_get_world (self->document));
}

static double
get_value (MisRangePopover *self)
{
  return mis_parameter_get_value (self->parameter, mis_document_get_world (self->document));
}

static void
show_end (MisValueEntry *entry, double end)
{
  g_autofree char *text = mis_range_end_text (end);
  g_autofree char *exact = mis_exact_text (end);

  mis_value_entry_show_rounded (entry, text, exact);
}

/* The button that has been pressed does not keep the keyboard once it can do nothing any more. */
static void
show_remove (MisRangePopover *self, gboolean certain)
{
  if (certain && gtk_widget_has_focus (self->remove_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->low));
  gtk_widget_set_sensitive (self->remove_button, !certain);
}

static void
refresh (MisRangePopover *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  MisRange range;
  g_autofree char *value = NULL, *hint = NULL;

  if (!mis_parameter_may_be_uncertain (self->parameter, world))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  range = get_range (self);
  value = mis_range_end_text (get_value (self));
  hint = g_strdup_printf (_ ("The number is %s. Between which ends may it lie?"), value);
  gtk_label_set_label (self->hint, hint);
  show_end (self->low, range.low);
  show_end (self->high, range.high);
  show_remove (self, range.low == range.high);
}

/* Of the field that is at fault, or of none. */
static void
fault_cb (MisRangePopover *self, GParamSpec *pspec, MisValueEntry *entry)
{
  const char *fault = mis_value_entry_get_fault (entry);
  const char *other = mis_value_entry_get_fault (entry == self->low ? self->high : self->low);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  fault != NULL ? fault : "", -1);
  if (fault == NULL)
    fault = other;
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

static void
set_range (MisRangePopover *self, MisRange range, MisValueEntry *entry)
{
  g_autoptr (GError) error = NULL;

  if (!mis_document_set_range (self->document, self->parameter, range, &error) && entry != NULL)
    mis_value_entry_set_fault (entry, error->message);
}

static void
low_typed_cb (MisRangePopover *self, double low)
{
  g_autofree char *value = NULL, *fault = NULL;

  if (self->document == NULL)
    return;
  if (low < 0.0 || low > get_value (self))
    {
      value = mis_exact_text (get_value (self));
      fault = g_strdup_printf (_ ("A number from 0 to %s is expected: the range holds the number, "
                                  "which is %s."),
                               value, value);
      mis_value_entry_set_fault (self->low, fault);
      return;
    }
  set_range (self, (MisRange){ low, get_range (self).high }, self->low);
}

static void
high_typed_cb (MisRangePopover *self, double high)
{
  g_autofree char *value = NULL, *fault = NULL;

  if (self->document == NULL)
    return;
  if (high < get_value (self) || high > 1.0)
    {
      value = mis_exact_text (get_value (self));
      fault = g_strdup_printf (_ ("A number from %s to 1 is expected: the range holds the number, "
                                  "which is %s."),
                               value, value);
      mis_value_entry_set_fault (self->high, fault);
      return;
    }
  set_range (self, (MisRange){ get_range (self).low, high }, self->high);
}

static void
remove_cb (MisRangePopover *self)
{
  double value = get_value (self);

  mis_value_entry_stop_typing (self->low);
  mis_value_entry_stop_typing (self->high);
  set_range (self, (MisRange){ value, value }, NULL);
}

static gboolean
select_cb (GtkWidget *entry, GdkFrameClock *clock, gpointer user_data)
{
  if (!gtk_widget_get_mapped (entry))
    return G_SOURCE_CONTINUE;
  if ((gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0 &&
      !mis_value_entry_is_typing (MIS_VALUE_ENTRY (entry)))
    gtk_widget_grab_focus (entry);
  return G_SOURCE_REMOVE;
}

/* What is typed takes the place of what is there. A popover may lose the keyboard and get it back
 * while it opens, so this has to wait for the next frame; what is selected before it is in sight
 * GTK lets blink, and then warns of it. */
static void
entered_cb (GtkWidget *entry)
{
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, 0);
  gtk_widget_add_tick_callback (entry, select_cb, NULL, NULL);
}

/* What was refused goes with the popover; who has closed it in the belief that it was taken is
 * told. */
static void
forget_refused (MisRangePopover *self, MisValueEntry *entry)
{
  const char *fault = mis_value_entry_get_fault (entry);
  /* Translators: then why the number that was typed for it was refused */
  g_autofree char *text =
      fault != NULL ? g_strdup_printf (_ ("The range stays as it was. %s"), fault) : NULL;

  if (text != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
  mis_value_entry_stop_typing (entry);
}

static void
closed_cb (MisRangePopover *self)
{
  if (self->document == NULL)
    return;
  forget_refused (self, self->low);
  forget_refused (self, self->high);
}

/* Tab goes round: the popover stands within a row of a list, which would lead it elsewhere. */
static gboolean
key_cb (MisRangePopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *const stops[] = { GTK_WIDGET (self->low), GTK_WIDGET (self->high),
                               self->remove_button };
  int direction = mis_tab_stops_get_direction (keyval, state);
  gboolean sensitive = gtk_widget_get_sensitive (self->remove_button);

  if (direction < 0)
    return GDK_EVENT_PROPAGATE;
  if (!mis_tab_stops_move (stops, G_N_ELEMENTS (stops), direction))
    gtk_widget_grab_focus (direction == GTK_DIR_TAB_FORWARD ? stops[0] : stops[sensitive ? 2 : 1]);
  return GDK_EVENT_STOP;
}

static void
mis_range_popover_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mis_range_popover_parent_class)->map (widget);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (MIS_RANGE_POPOVER (widget)->low));
}

static void
forget (MisRangePopover *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, refresh, self);
  g_clear_object (&self->document);
  g_clear_object (&self->parameter);
}

static void
mis_range_popover_dispose (GObject *object)
{
  MisRangePopover *self = MIS_RANGE_POPOVER (object);

  forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_RANGE_POPOVER);
  G_OBJECT_CLASS (mis_range_popover_parent_class)->dispose (object);
}

static void
mis_range_popover_class_init (MisRangePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_range_popover_dispose;
  widget_class->map = mis_range_popover_map;

  g_type_ensure (MIS_TYPE_VALUE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/range-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MisRangePopover, name);
  gtk_widget_class_bind_template_child (widget_class, MisRangePopover, hint);
  gtk_widget_class_bind_template_child (widget_class, MisRangePopover, low);
  gtk_widget_class_bind_template_child (widget_class, MisRangePopover, high);
  gtk_widget_class_bind_template_child (widget_class, MisRangePopover, fault);
  gtk_widget_class_bind_template_child (widget_class, MisRangePopover, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, low_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, high_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
select_on_focus (MisValueEntry *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entered_cb), entry);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
}

static void
mis_range_popover_init (MisRangePopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  select_on_focus (self->low);
  select_on_focus (self->high);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
set_accessible_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

GtkWidget *
mis_range_popover_new (void)
{
  return g_object_new (MIS_TYPE_RANGE_POPOVER, NULL);
}

static void
show_names (MisRangePopover *self)
{
  g_autofree char *name =
      mis_parameter_dup_name (self->parameter, mis_document_get_world (self->document));
  g_autofree char *low = g_strdup_printf (_ ("%s, at least"), name);
  g_autofree char *high = g_strdup_printf (_ ("%s, at most"), name);

  gtk_label_set_label (self->name, name);
  set_accessible_label (self, name);
  set_accessible_label (self->low, low);
  set_accessible_label (self->high, high);
}

void
mis_range_popover_bind (MisRangePopover *self, MisDocument *document, MisParameter *parameter)
{
  g_return_if_fail (MIS_IS_RANGE_POPOVER (self));

  forget (self);
  mis_value_entry_stop_typing (self->low);
  mis_value_entry_stop_typing (self->high);
  if (parameter == NULL)
    return;
  self->document = g_object_ref (document);
  self->parameter = g_object_ref (parameter);
  g_signal_connect_object (document, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  show_names (self);
  refresh (self);
}
