#include "app/scenario-bar.h"

#include <glib/gi18n.h>

#include "app/scenario-list.h"
#include "app/tooltip.h"

struct _MisScenarioBar
{
  AdwBin parent_instance;

  GtkMenuButton *switcher;
  GtkLabel *name;
  MisScenarioList *list;
  GtkLabel *beside;
  GtkLabel *below;
  GtkWidget *new_button;
  GtkWidget *base_button;
  GtkWidget *menu_button;

  MisDocument *document;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (MisScenarioBar, mis_scenario_bar, ADW_TYPE_BIN)

/* Beside the name of the scenario, or below it where there is no room. */
static void
show_changes (MisScenarioBar *self, const MisScenario *scenario)
{
  guint n = scenario != NULL ? scenario->n_changes : 0;
  /* Translators: how many changes there are */
  g_autofree char *sentence = g_strdup_printf (_ ("Changes go to this scenario (%u so far)"), n);

  gtk_label_set_label (self->beside, sentence);
  gtk_label_set_label (self->below, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->beside), scenario != NULL && !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->below), scenario != NULL && self->narrow);
}

static void
show_name (MisScenarioBar *self, const MisScenario *scenario)
{
  const char *name = scenario != NULL ? scenario->name : _ ("Base project");
  const char *description =
      scenario != NULL && *scenario->description != '\0' ? scenario->description : NULL;
  /* Translators: then the name of a scenario */
  g_autofree char *full = g_strdup_printf (_ ("Scenario: %s"), name);

  gtk_label_set_label (self->name, name);
  mis_tooltip_set (GTK_WIDGET (self->beside), description);
  mis_tooltip_set (GTK_WIDGET (self->below), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scenario != NULL ? full : name, -1);
}

static void
show_new_button (MisScenarioBar *self)
{
  if (self->narrow)
    gtk_button_set_icon_name (GTK_BUTTON (self->new_button), "list-add-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->new_button), _ ("New Scenario…"));
}

/* The keyboard does not stay on a button that is gone, nor in its menu. */
static void
set_shown (MisScenarioBar *self, GtkWidget *button, gboolean shown)
{
  if (!shown && (gtk_widget_get_state_flags (button) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->switcher));
  gtk_widget_set_visible (button, shown);
}

static void
refresh (MisScenarioBar *self)
{
  const MisScenario *scenario = mis_document_get_scenario (self->document);

  show_name (self, scenario);
  show_changes (self, scenario);
  set_shown (self, self->base_button, scenario != NULL);
  set_shown (self, self->menu_button, scenario != NULL);
  set_shown (self, self->new_button, scenario == NULL);
  if (scenario != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "in-scenario");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "in-scenario");
}

static void
document_changed_cb (MisScenarioBar *self)
{
  refresh (self);
}

static void
mis_scenario_bar_dispose (GObject *object)
{
  mis_scenario_bar_set_document (MIS_SCENARIO_BAR (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_SCENARIO_BAR);
  G_OBJECT_CLASS (mis_scenario_bar_parent_class)->dispose (object);
}

static void
mis_scenario_bar_class_init (MisScenarioBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_scenario_bar_dispose;

  g_type_ensure (MIS_TYPE_SCENARIO_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/scenario-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MisScenarioBar, switcher);
  gtk_widget_class_bind_template_child (widget_class, MisScenarioBar, name);
  gtk_widget_class_bind_template_child (widget_class, MisScenarioBar, list);
  gtk_widget_class_bind_template_child (widget_class, MisScenarioBar, beside);
  gtk_widget_class_bind_template_child (widget_class, MisScenarioBar, below);
  gtk_widget_class_bind_template_child (widget_class, MisScenarioBar, new_button);
  gtk_widget_class_bind_template_child (widget_class, MisScenarioBar, base_button);
  gtk_widget_class_bind_template_child (widget_class, MisScenarioBar, menu_button);
  gtk_widget_class_set_css_name (widget_class, "scenariobar");
}

static void
mis_scenario_bar_init (MisScenarioBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mis_scenario_bar_set_document (MisScenarioBar *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_SCENARIO_BAR (self));

  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
  g_set_object (&self->document, document);
  mis_scenario_list_set_document (self->list, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "state-changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

void
mis_scenario_bar_open (MisScenarioBar *self)
{
  g_return_if_fail (MIS_IS_SCENARIO_BAR (self));

  gtk_menu_button_popup (self->switcher);
}

void
mis_scenario_bar_set_narrow (MisScenarioBar *self, gboolean narrow)
{
  g_return_if_fail (MIS_IS_SCENARIO_BAR (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  mis_scenario_list_set_narrow (self->list, narrow);
  show_new_button (self);
  if (self->document != NULL)
    refresh (self);
}
