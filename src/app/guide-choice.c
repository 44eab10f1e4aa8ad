#include "app/guide-choice.h"

struct _MisGuideChoice
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  gboolean showing; /* set by the project, not by a hand */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisGuideChoice, mis_guide_choice, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (MisGuideChoice *self)
{
  if (!self->showing && gtk_check_button_get_active (self->check))
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
mis_guide_choice_class_init (MisGuideChoiceClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", MIS_TYPE_GUIDE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
mis_guide_choice_init (MisGuideChoice *self)
{
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_digit (MisGuideChoice *self, guint digit)
{
  char text[] = { (char)('0' + digit), '\0' };
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, text, -1);
}

GtkWidget *
mis_guide_choice_new (const char *label, guint digit, GtkCheckButton *group)
{
  MisGuideChoice *self = g_object_new (MIS_TYPE_GUIDE_CHOICE, NULL);

  /* Not at once: what is set while a row is made is taken for markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  gtk_check_button_set_group (self->check, group);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  if (digit >= 1 && digit <= 9)
    add_digit (self, digit);
  return GTK_WIDGET (self);
}

void
mis_guide_choice_show (MisGuideChoice *self)
{
  g_return_if_fail (MIS_IS_GUIDE_CHOICE (self));

  self->showing = TRUE;
  gtk_check_button_set_active (self->check, TRUE);
  self->showing = FALSE;
}

void
mis_guide_choice_focus_chosen (GtkListBox *rows)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (rows, 0);
  GtkListBoxRow *chosen = row;

  for (int i = 0; row != NULL; row = gtk_list_box_get_row_at_index (rows, ++i))
    if (gtk_check_button_get_active (MIS_GUIDE_CHOICE (row)->check))
      chosen = row;
  if (chosen != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (chosen));
}
