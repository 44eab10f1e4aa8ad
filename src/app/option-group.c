#include "app/option-group.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/tooltip.h"
#include "core/edit.h"
#include "report/number-text.h"
#include "report/option-text.h"

/* What stands in the row of a choice. */
typedef struct
{
  GtkCheckButton *check;
  GtkLabel *score;
} Choice;

struct _MisOptionGroup
{
  AdwBin parent_instance;

  guint option;
  GArray *choices; /* of Choice */
  MisDocument *document;
  gboolean showing; /* buttons are set by the project, not by a hand */
};

G_DEFINE_FINAL_TYPE (MisOptionGroup, mis_option_group, ADW_TYPE_BIN)

static const char *
get_label (MisOptionGroup *self)
{
  return g_dgettext (GETTEXT_PACKAGE, mis_options[self->option].label);
}

static Choice *
get_choice (MisOptionGroup *self, guint choice)
{
  return &g_array_index (self->choices, Choice, choice);
}

static void
choose (MisOptionGroup *self, guint choice)
{
  MisWorld *world = mis_document_get_world (self->document);
  MisScoring scoring = *mis_world_get_scoring (world);
  g_autoptr (MisWorld) edited = NULL;
  g_autofree char *name = NULL;

  mis_scoring_set (&scoring, self->option, choice);
  edited = mis_world_with_scoring (world, &scoring);
  /* Translators: a step to undo; the name of an option of the score. */
  name = g_strdup_printf (_ ("Change %s"), get_label (self));
  mis_document_edit_apart (self->document, edited, name);
}

static void
toggled_cb (MisOptionGroup *self, GtkCheckButton *check)
{
  if (self->showing || self->document == NULL || !gtk_check_button_get_active (check))
    return;
  for (guint i = 0; i < self->choices->len; i++)
    if (get_choice (self, i)->check == check)
      choose (self, i);
}

static GtkWidget *
new_score_label (void)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  return label;
}

static void
add_choice (MisOptionGroup *self, AdwPreferencesGroup *group, guint choice)
{
  GtkWidget *row = adw_action_row_new ();
  Choice parts = { GTK_CHECK_BUTTON (gtk_check_button_new ()), GTK_LABEL (new_score_label ()) };

  if (choice > 0)
    gtk_check_button_set_group (parts.check, get_choice (self, 0)->check);
  gtk_widget_set_valign (GTK_WIDGET (parts.check), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 mis_option_choice_label (self->option, choice));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), mis_option_choice_text (self->option, choice));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (parts.check));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (parts.score));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (parts.check));
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts.check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mis_option_choice_label (self->option, choice), -1);
  g_signal_connect_object (parts.check, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_array_append_val (self->choices, parts);
}

static void
mis_option_group_dispose (GObject *object)
{
  MisOptionGroup *self = MIS_OPTION_GROUP (object);

  g_clear_object (&self->document);
  G_OBJECT_CLASS (mis_option_group_parent_class)->dispose (object);
}

static void
mis_option_group_finalize (GObject *object)
{
  g_array_unref (MIS_OPTION_GROUP (object)->choices);
  G_OBJECT_CLASS (mis_option_group_parent_class)->finalize (object);
}

static void
mis_option_group_class_init (MisOptionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_option_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = mis_option_group_finalize;
}

static void
mis_option_group_init (MisOptionGroup *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
}

GtkWidget *
mis_option_group_new (guint option)
{
  MisOptionGroup *self = g_object_new (MIS_TYPE_OPTION_GROUP, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->option = option;
  adw_preferences_group_set_title (group, get_label (self));
  adw_preferences_group_set_description (group, mis_option_text (option));
  for (guint i = 0; mis_options[option].choices[i].nick != NULL; i++)
    add_choice (self, group, i);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  return GTK_WIDGET (self);
}

void
mis_option_group_show (MisOptionGroup *self, MisDocument *document)
{
  const MisScoring *scoring;

  g_return_if_fail (MIS_IS_OPTION_GROUP (self));

  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  scoring = mis_world_get_scoring (mis_document_get_world (document));
  self->showing = TRUE;
  gtk_check_button_set_active (
    get_choice (self, mis_scoring_get (scoring, self->option))->check, TRUE);
  self->showing = FALSE;
}

void
mis_option_group_show_scores (MisOptionGroup *self, MisOptionScores *scores)
{
  g_return_if_fail (MIS_IS_OPTION_GROUP (self));

  for (guint i = 0; i < self->choices->len; i++)
    {
      double value = mis_option_scores_get (scores, self->option, i);
      g_autofree char *text = isnan (value) ? g_strdup ("–") : mis_score_text (value);
      g_autofree char *spoken = g_strdup_printf (_ ("The score would be %s."), text);
      Choice *choice = get_choice (self, i);

      gtk_label_set_label (choice->score, text);
      mis_tooltip_set (GTK_WIDGET (choice->score), spoken);
      gtk_accessible_update_property (GTK_ACCESSIBLE (choice->check),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
    }
}
