#include "app/parameter-remark.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/held-pointer.h"
#include "report/number-text.h"

#define SHOWN_DIFFERENCE 5e-5 /* half of the last decimal */

struct _MisParameterRemark
{
  GtkBox parent_instance;

  GtkLabel *fault;
  GtkLabel *note;

  MisValueEntry *entry;
  MisDocument *document;
  MisParameter *parameter;
  MisWorld *refused_at; /* the world in which the text in the field was refused */
  MisWorld *noted_base; /* from which the action began that turned that text into a note */
  double noted_value;   /* the number, and all agents, when another note was made */
  guint64 noted_n;
};

G_DEFINE_FINAL_TYPE (MisParameterRemark, mis_parameter_remark, GTK_TYPE_BOX)

/* What stands below the number is said with it, too. */
static void
describe_entry (MisParameterRemark *self)
{
  const char *fault = gtk_label_get_label (self->fault);
  const char *text = *fault != '\0' ? fault : gtk_label_get_label (self->note);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
say (MisParameterRemark *self, GtkLabel *label, const char *text)
{
  mis_hint_set_text (label, text);
  describe_entry (self);
}

/* About the number as it is: stays until that or the population is another, or somebody types. */
static void
show_note (MisParameterRemark *self, const char *text)
{
  MisWorld *world = mis_document_get_world (self->document);

  g_clear_pointer (&self->noted_base, mis_world_unref);
  self->noted_value = mis_parameter_get_value (self->parameter, world);
  self->noted_n = mis_world_get_population (world);
  say (self, self->note, text);
}

/* About what was typed: stays until the next action, however many steps a drag has. */
static void
show_note_of_action (MisParameterRemark *self, const char *text)
{
  show_note (self, text);
  self->noted_base = mis_world_ref (mis_document_get_base_world (self->document));
}

static void
update_note (MisParameterRemark *self, MisWorld *world)
{
  gboolean stays = self->noted_base != NULL
                       ? self->noted_base == mis_document_get_base_world (self->document)
                       : mis_parameter_get_value (self->parameter, world) == self->noted_value &&
                             mis_world_get_population (world) == self->noted_n;

  if (!stays)
    show_note (self, NULL);
}

/* The reason, and the value that holds nonetheless. */
static void
show_fault (MisParameterRemark *self)
{
  const char *fault = mis_value_entry_get_fault (self->entry);
  g_autofree char *still = NULL, *text = NULL;

  g_clear_pointer (&self->refused_at, mis_world_unref);
  if (fault == NULL || self->document == NULL)
    {
      say (self, self->fault, NULL);
      return;
    }
  self->refused_at = mis_world_ref (mis_document_get_world (self->document));
  /* Translators: behind the reason why another number was refused */
  still = g_strdup_printf (_("It is still %s."), mis_value_entry_get_value (self->entry));
  text = g_strconcat (fault, " ", still, NULL);
  say (self, self->fault, text);
}

/* Once something else has changed, and the keyboard is elsewhere, the field has to tell the truth
 * again; what was typed goes into words. */
static void
retire_refused_text (MisParameterRemark *self, MisWorld *world)
{
  g_autofree char *text = NULL;
  gboolean focused =
      gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN;

  if (self->refused_at == NULL || self->refused_at == world)
    return;
  if (focused || !mis_value_entry_is_typing (self->entry))
    {
      show_fault (self);
      return;
    }
  /* Translators: a text that was typed for a number, and the reason why it is none */
  text = g_strdup_printf (_("“%s” was not taken. %s"),
                          gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                          mis_value_entry_get_fault (self->entry));
  mis_value_entry_stop_typing (self->entry);
  show_note_of_action (self, text);
}

/* (nullable) (transfer full): agents come whole, and locked ones stay: where a typed share cannot
 * be, says which one was taken instead. */
static char *
dup_difference (MisParameterRemark *self, double typed)
{
  MisWorld *world = mis_document_get_world (self->document);
  double value = mis_parameter_get_value (self->parameter, world);
  guint64 n = mis_world_get_population (world);
  g_autofree char *shown = mis_number_text (value, MIS_PARAMETER_DECIMALS);
  g_autofree char *wanted = mis_number_text (typed, MIS_PARAMETER_DECIMALS);
  g_autofree char *agents = mis_count_text (n);

  if (self->parameter->kind != MIS_PARAMETER_SHARE || fabs (value - typed) < SHOWN_DIFFERENCE)
    return NULL;
  if (n == 0)
    return g_strdup (_("There are no agents who could have a share."));
  if (fabs (value - typed) * (double) n > 0.5 + SHOWN_DIFFERENCE)
    /* Translators: two shares of a population */
    return g_strdup_printf (
        _("The locked groups leave no room for %s; the most there can be, %s, was taken."), wanted,
        shown);
  if (fabs (value - typed) * (double) n > 0.5 - SHOWN_DIFFERENCE)
    {
      g_autofree char *other = mis_number_text (2.0 * typed - value, MIS_PARAMETER_DECIMALS);

      /* Translators: the number of all agents, and three shares of them */
      return g_strdup_printf (
          ngettext ("With %s agent no share can be %s; %s was taken, which is as near as %s.",
                    "With %s agents no share can be %s; %s was taken, which is as near as %s.",
                    (gulong) n),
          agents, wanted, shown, other);
    }
  /* Translators: the number of all agents, and two shares of them */
  return g_strdup_printf (
      ngettext ("With %s agent no share can be %s; the nearest, %s, was taken.",
                "With %s agents no share can be %s; the nearest, %s, was taken.", (gulong) n),
      agents, wanted, shown);
}

static void
entry_changed_cb (MisParameterRemark *self)
{
  if (self->document != NULL && mis_value_entry_is_typing (self->entry))
    show_note (self, NULL);
}

static void
forget (MisParameterRemark *self)
{
  g_clear_pointer (&self->refused_at, mis_world_unref);
  g_clear_pointer (&self->noted_base, mis_world_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->parameter);
}

static void
mis_parameter_remark_dispose (GObject *object)
{
  MisParameterRemark *self = MIS_PARAMETER_REMARK (object);

  forget (self);
  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_PARAMETER_REMARK);
  G_OBJECT_CLASS (mis_parameter_remark_parent_class)->dispose (object);
}

static void
mis_parameter_remark_class_init (MisParameterRemarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_parameter_remark_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/parameter-remark.ui");
  gtk_widget_class_bind_template_child (widget_class, MisParameterRemark, fault);
  gtk_widget_class_bind_template_child (widget_class, MisParameterRemark, note);
}

static void
mis_parameter_remark_init (MisParameterRemark *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mis_parameter_remark_set_entry (MisParameterRemark *self, MisValueEntry *entry)
{
  g_return_if_fail (MIS_IS_PARAMETER_REMARK (self));
  g_return_if_fail (self->entry == NULL);

  self->entry = g_object_ref (entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::fault", G_CALLBACK (show_fault), self,
                           G_CONNECT_SWAPPED);
}

void
mis_parameter_remark_bind (MisParameterRemark *self, MisDocument *document, MisParameter *parameter)
{
  g_return_if_fail (MIS_IS_PARAMETER_REMARK (self));

  forget (self);
  say (self, self->fault, NULL);
  say (self, self->note, NULL);
  if (parameter == NULL)
    return;
  self->document = g_object_ref (document);
  self->parameter = g_object_ref (parameter);
}

void
mis_parameter_remark_update (MisParameterRemark *self)
{
  MisWorld *world;

  g_return_if_fail (MIS_IS_PARAMETER_REMARK (self));

  world = mis_document_get_world (self->document);
  update_note (self, world);
  retire_refused_text (self, world);
}

void
mis_parameter_remark_typed (MisParameterRemark *self, double value)
{
  g_autofree char *difference = NULL;

  g_return_if_fail (MIS_IS_PARAMETER_REMARK (self));

  difference = dup_difference (self, value);
  show_note (self, difference);
}
