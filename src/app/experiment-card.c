#include "app/experiment-card.h"

#include <glib/gi18n.h>

#include "app/experiment-words.h"
#include "app/plot-view.h"
#include "document/quantity.h"
#include "report/figure.h"

struct _MisExperimentCard
{
  GtkButton parent_instance;

  MisPlotView *plot;
  GtkLabel *title;
  GtkLabel *summary;
  GtkLabel *missing;

  MisExperiment *experiment;
  MisWorld *world; /* of an own one */
  MisFigureData *data;
  gboolean is_waiting;
  gboolean is_complete;
};

G_DEFINE_FINAL_TYPE (MisExperimentCard, mis_experiment_card, GTK_TYPE_BUTTON)

static void
mis_experiment_card_dispose (GObject *object)
{
  MisExperimentCard *self = MIS_EXPERIMENT_CARD (object);

  g_clear_pointer (&self->experiment, mis_experiment_unref);
  g_clear_pointer (&self->world, mis_world_unref);
  g_clear_pointer (&self->data, mis_figure_data_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_EXPERIMENT_CARD);
  G_OBJECT_CLASS (mis_experiment_card_parent_class)->dispose (object);
}

static void
mis_experiment_card_class_init (MisExperimentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_experiment_card_dispose;

  g_type_ensure (MIS_TYPE_PLOT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/experiment-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MisExperimentCard, plot);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentCard, title);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentCard, summary);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentCard, missing);
}

static void
mis_experiment_card_init (MisExperimentCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_plot_view_set_thumbnail (self->plot, TRUE);
}

static void
show_texts (MisExperimentCard *self, const char *title, const char *missing)
{
  g_autofree char *advice = NULL;
  g_autofree char *summary = mis_experiment_summary (self->experiment, self->world);
  g_autofree char *label = g_strdup_printf ("%s. %s", title, missing != NULL ? missing : summary);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->summary, summary);
  if (missing != NULL)
    {
      /* Translators: a sentence that says what is gone */
      advice = g_strdup_printf (_("%s Open the experiment to choose another one."), missing);
      gtk_label_set_label (self->missing, advice);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->plot), missing == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
mis_experiment_card_new (MisExperiment *experiment)
{
  MisExperimentCard *self = g_object_new (MIS_TYPE_EXPERIMENT_CARD, NULL);
  g_autofree char *title = mis_figure_title (experiment);

  self->experiment = mis_experiment_ref (experiment);
  self->is_waiting = TRUE;
  show_texts (self, title, NULL);
  return GTK_WIDGET (self);
}

void
mis_experiment_card_set_own (MisExperimentCard *self, MisExperiment *experiment, MisWorld *world)
{
  g_autofree char *missing = NULL;

  g_return_if_fail (MIS_IS_EXPERIMENT_CARD (self));

  if (experiment == self->experiment && world == self->world)
    return;
  mis_experiment_ref (experiment);
  g_clear_pointer (&self->experiment, mis_experiment_unref);
  self->experiment = experiment;
  if (world != NULL)
    mis_world_ref (world);
  g_clear_pointer (&self->world, mis_world_unref);
  self->world = world;
  g_clear_pointer (&self->data, mis_figure_data_unref);
  missing = world != NULL ? mis_experiment_find_missing (experiment, world) : NULL;
  self->is_waiting = missing == NULL;
  /* Until it is drawn anew, the picture is that of other numbers. */
  gtk_widget_add_css_class (GTK_WIDGET (self->plot), "outdated");
  show_texts (self, experiment->title, missing);
}

gboolean
mis_experiment_card_is_waiting (MisExperimentCard *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_CARD (self), FALSE);

  return self->is_waiting;
}

MisExperiment *
mis_experiment_card_get_experiment (MisExperimentCard *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_CARD (self), NULL);

  return self->experiment;
}

void
mis_experiment_card_set_data (MisExperimentCard *self, MisFigureData *data, gboolean is_complete)
{
  g_autoptr (MisChart) chart = data != NULL ? mis_figure_chart (data) : NULL;

  g_return_if_fail (MIS_IS_EXPERIMENT_CARD (self));

  if (data != NULL)
    mis_figure_data_ref (data);
  g_clear_pointer (&self->data, mis_figure_data_unref);
  self->data = data;
  self->is_waiting = FALSE;
  self->is_complete = is_complete;
  gtk_widget_remove_css_class (GTK_WIDGET (self->plot), "outdated");
  mis_plot_view_set_chart (self->plot, chart);
}

MisFigureData *
mis_experiment_card_get_data (MisExperimentCard *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_CARD (self), NULL);

  return self->is_complete ? self->data : NULL;
}
