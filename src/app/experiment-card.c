#include "app/experiment-card.h"

#include <glib/gi18n.h>

#include "app/plot-view.h"
#include "report/figure.h"

struct _MisExperimentCard
{
  GtkButton parent_instance;

  MisPlotView *plot;
  GtkLabel *title;
  GtkLabel *summary;

  MisExperiment *experiment;
  MisFigureData *data;
};

G_DEFINE_FINAL_TYPE (MisExperimentCard, mis_experiment_card, GTK_TYPE_BUTTON)

/* What is varied, and how often: "Goal Weight, 8 curves". */
static char *
summarize (const MisExperiment *experiment)
{
  guint n_series = mis_experiment_get_n_series (experiment);
  g_autofree char *x_label = mis_experiment_get_x_label (experiment);

  /* Translators: the title of the x axis, and how many curves there are */
  return g_strdup_printf (ngettext ("%s, %u curve", "%s, %u curves", n_series), _(x_label),
                          n_series);
}

static void
mis_experiment_card_dispose (GObject *object)
{
  MisExperimentCard *self = MIS_EXPERIMENT_CARD (object);

  g_clear_pointer (&self->experiment, mis_experiment_unref);
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
}

static void
mis_experiment_card_init (MisExperimentCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_plot_view_set_thumbnail (self->plot, TRUE);
}

GtkWidget *
mis_experiment_card_new (MisExperiment *experiment)
{
  MisExperimentCard *self = g_object_new (MIS_TYPE_EXPERIMENT_CARD, NULL);
  g_autofree char *title = mis_figure_title (experiment->id, experiment->title);
  g_autofree char *summary = summarize (experiment);
  g_autofree char *label = g_strdup_printf ("%s. %s", title, summary);

  self->experiment = mis_experiment_ref (experiment);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->summary, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

MisExperiment *
mis_experiment_card_get_experiment (MisExperimentCard *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_CARD (self), NULL);

  return self->experiment;
}

void
mis_experiment_card_set_data (MisExperimentCard *self, MisFigureData *data)
{
  g_autoptr (MisChart) chart = NULL;

  g_return_if_fail (MIS_IS_EXPERIMENT_CARD (self));

  g_clear_pointer (&self->data, mis_figure_data_unref);
  self->data = mis_figure_data_ref (data);
  chart = mis_figure_chart (data);
  mis_plot_view_set_chart (self->plot, chart);
}

MisFigureData *
mis_experiment_card_get_data (MisExperimentCard *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_CARD (self), NULL);

  return self->data;
}
