#include "app/value-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "report/number-text.h"

#define LEAST_CHARS 7

/* "0." and the 15 digits behind it; the most agents and the last seed have 16. */
#define MOST_CHARS 17

struct _MisValueEntry
{
  GtkEntry parent_instance;

  char *value; /* what to show as soon as nobody types */
  char *exact; /* and while the field has the focus */
  char *fault;
  gboolean showing;
  gboolean counting;
  gboolean any_text;
  gboolean typing;
  gboolean focused;
};

enum
{
  PROP_0,
  PROP_FAULT,
  N_PROPERTIES,
};

enum
{
  TYPED,
  TYPED_TEXT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisValueEntry, mis_value_entry, GTK_TYPE_ENTRY)

/* As wide as other numbers, or as this one needs: a number that is cut is another number. All its
 * digits, with the focus, scroll in the same place: a wider field would push what is beside it. */
static void
fit_width (MisValueEntry *self)
{
  int chars = CLAMP ((int) g_utf8_strlen (self->value, -1), LEAST_CHARS, MOST_CHARS);

  if (self->any_text)
    return;
  gtk_editable_set_width_chars (GTK_EDITABLE (self), chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), chars);
}

static void
show_value (MisValueEntry *self)
{
  const char *text = self->focused ? self->exact : self->value;

  self->showing = TRUE;
  /* The same text again would lose what is selected. */
  if (strcmp (text, gtk_editable_get_text (GTK_EDITABLE (self))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  fit_width (self);
  self->showing = FALSE;
  mis_value_entry_set_fault (self, NULL);
}

/* A typed value is taken as it is, never rounded. */
static void
take_number (MisValueEntry *self, const char *text)
{
  double value;

  if (!(self->counting && mis_count_from_text (text, &value))
      && !mis_number_from_text (text, &value))
    {
      mis_value_entry_set_fault (self, _("This is not a number."));
      return;
    }
  mis_value_entry_set_fault (self, NULL);
  g_signal_emit (self, signals[TYPED], 0, value);
}

static void
take_any_text (MisValueEntry *self, const char *text)
{
  g_autofree char *typed = g_strdup (text);

  mis_value_entry_set_fault (self, NULL);
  g_signal_emit (self, signals[TYPED_TEXT], 0, typed);
}

static void
take_text (MisValueEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  if (!self->typing)
    return;
  if (self->any_text)
    take_any_text (self, text);
  else
    take_number (self, text);
  if (self->fault == NULL)
    mis_value_entry_stop_typing (self);
}

static void
changed_cb (MisValueEntry *self)
{
  if (self->showing)
    return;
  self->typing = TRUE;
  mis_value_entry_set_fault (self, NULL);
}

/* The next word takes the place of this one. */
static void
activate_cb (MisValueEntry *self)
{
  take_text (self);
  if (!self->typing)
    gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}

static void
enter_cb (MisValueEntry *self)
{
  self->focused = TRUE;
  if (!self->typing)
    show_value (self);
}

/* Of a number that is longer than the field its first digits are in sight, not its last, which look
 * like another number: GTK selects a text with the cursor behind it. */
static void
selected_cb (MisValueEntry *self)
{
  GtkEditable *editable = GTK_EDITABLE (self);
  int length = (int) g_utf8_strlen (gtk_editable_get_text (editable), -1);
  int start, end;

  if (self->typing || self->any_text)
    return;
  /* Once it is selected from its end, selecting it so again changes nothing, and ends here. */
  if (gtk_editable_get_selection_bounds (editable, &start, &end) && start == 0 && end == length)
    gtk_editable_select_region (editable, length, 0);
}

/* What is refused stays to be mended; an empty field has nothing to be kept. */
static void
leave_cb (MisValueEntry *self)
{
  self->focused = FALSE;
  if (*gtk_editable_get_text (GTK_EDITABLE (self)) == '\0')
    mis_value_entry_stop_typing (self);
  take_text (self);
  if (self->typing)
    return;
  show_value (self);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, 0);
}

static gboolean
key_cb (MisValueEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || !self->typing)
    return GDK_EVENT_PROPAGATE;
  mis_value_entry_stop_typing (self);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
  return GDK_EVENT_STOP;
}

static void
mis_value_entry_finalize (GObject *object)
{
  MisValueEntry *self = MIS_VALUE_ENTRY (object);

  g_free (self->value);
  g_free (self->exact);
  g_free (self->fault);
  G_OBJECT_CLASS (mis_value_entry_parent_class)->finalize (object);
}

static void
mis_value_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FAULT)
    g_value_set_string (value, MIS_VALUE_ENTRY (object)->fault);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mis_value_entry_class_init (MisValueEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mis_value_entry_finalize;
  object_class->get_property = mis_value_entry_get_property;

  properties[PROP_FAULT] = g_param_spec_string ("fault", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                    | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[TYPED] = g_signal_new ("typed", MIS_TYPE_VALUE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[TYPED_TEXT] = g_signal_new ("typed-text", MIS_TYPE_VALUE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mis_value_entry_init (MisValueEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->value = g_strdup ("");
  self->exact = g_strdup ("");
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (self, "notify::selection-bound", G_CALLBACK (selected_cb), NULL);
  g_signal_connect (self, "notify::cursor-position", G_CALLBACK (selected_cb), NULL);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
mis_value_entry_show (MisValueEntry *self, const char *text)
{
  mis_value_entry_show_rounded (self, text, text);
}

void
mis_value_entry_show_rounded (MisValueEntry *self, const char *text, const char *exact)
{
  g_return_if_fail (MIS_IS_VALUE_ENTRY (self));

  g_free (self->value);
  g_free (self->exact);
  self->value = g_strdup (text);
  self->exact = g_strdup (exact);
  if (!self->typing)
    show_value (self);
}

const char *
mis_value_entry_get_value (MisValueEntry *self)
{
  g_return_val_if_fail (MIS_IS_VALUE_ENTRY (self), NULL);

  return self->value;
}

void
mis_value_entry_stop_typing (MisValueEntry *self)
{
  g_return_if_fail (MIS_IS_VALUE_ENTRY (self));

  self->typing = FALSE;
  show_value (self);
}

void
mis_value_entry_set_fault (MisValueEntry *self, const char *fault)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (MIS_IS_VALUE_ENTRY (self));

  if (g_strcmp0 (self->fault, fault) == 0)
    return;
  g_free (self->fault);
  self->fault = g_strdup (fault);
  if (fault != NULL)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAULT]);
}

const char *
mis_value_entry_get_fault (MisValueEntry *self)
{
  g_return_val_if_fail (MIS_IS_VALUE_ENTRY (self), NULL);

  return self->fault;
}

void
mis_value_entry_set_counting (MisValueEntry *self, gboolean counting)
{
  g_return_if_fail (MIS_IS_VALUE_ENTRY (self));

  self->counting = counting;
}

void
mis_value_entry_set_any_text (MisValueEntry *self, gboolean any_text)
{
  g_return_if_fail (MIS_IS_VALUE_ENTRY (self));

  self->any_text = any_text;
}

gboolean
mis_value_entry_is_typing (MisValueEntry *self)
{
  g_return_val_if_fail (MIS_IS_VALUE_ENTRY (self), FALSE);

  return self->typing;
}

void
mis_value_entry_commit (MisValueEntry *self)
{
  g_return_if_fail (MIS_IS_VALUE_ENTRY (self));

  take_text (self);
}
