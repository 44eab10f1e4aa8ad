#include "app/guide-entry.h"

#include "app/tooltip.h"

struct _MisGuideEntry
{
  AdwEntryRow parent_instance;

  gboolean showing; /* the text is set by the program, not by a hand */
};

enum
{
  EDITED,
  LEFT,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisGuideEntry, mis_guide_entry, ADW_TYPE_ENTRY_ROW)

static void
changed_cb (MisGuideEntry *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[EDITED], 0, gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
left_cb (MisGuideEntry *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
removed_cb (MisGuideEntry *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
mis_guide_entry_class_init (MisGuideEntryClass *klass)
{
  signals[EDITED] = g_signal_new ("edited", MIS_TYPE_GUIDE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", MIS_TYPE_GUIDE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", MIS_TYPE_GUIDE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mis_guide_entry_init (MisGuideEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (left_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
add_remove_button (MisGuideEntry *self, const char *removal)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, removal);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, removal,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
}

GtkWidget *
mis_guide_entry_new (const char *title, const char *removal)
{
  MisGuideEntry *self = g_object_new (MIS_TYPE_GUIDE_ENTRY, NULL);

  /* Not at once: what is set while a row is made is taken for markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  if (removal != NULL)
    add_remove_button (self, removal);
  return GTK_WIDGET (self);
}

void
mis_guide_entry_show (MisGuideEntry *self, const char *text)
{
  g_return_if_fail (MIS_IS_GUIDE_ENTRY (self));

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->showing = FALSE;
  mis_guide_entry_set_fault (self, NULL);
}

void
mis_guide_entry_set_fault (MisGuideEntry *self, const char *fault)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (MIS_IS_GUIDE_ENTRY (self));

  if (fault != NULL)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
  mis_tooltip_set (widget, fault);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  fault != NULL ? fault : "", -1);
}
