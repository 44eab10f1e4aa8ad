#include "app/gallery-card.h"

#include <glib/gi18n.h>

#include "app/plot-view.h"
#include "app/scene.h"
#include "document/results.h"
#include "report/number-text.h"
#include "report/project-chart.h"

struct _MisGalleryCard
{
  GtkButton parent_instance;

  MisScene *scene;
  MisPlotView *plot;
  GtkLabel *title;
  GtkLabel *summary;
  GtkLabel *score;
};

G_DEFINE_FINAL_TYPE (MisGalleryCard, mis_gallery_card, GTK_TYPE_BUTTON)

static void
mis_gallery_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_GALLERY_CARD);
  G_OBJECT_CLASS (mis_gallery_card_parent_class)->dispose (object);
}

static void
mis_gallery_card_class_init (MisGalleryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_gallery_card_dispose;

  g_type_ensure (MIS_TYPE_PLOT_VIEW);
  g_type_ensure (MIS_TYPE_SCENE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/gallery-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MisGalleryCard, scene);
  gtk_widget_class_bind_template_child (widget_class, MisGalleryCard, plot);
  gtk_widget_class_bind_template_child (widget_class, MisGalleryCard, title);
  gtk_widget_class_bind_template_child (widget_class, MisGalleryCard, summary);
  gtk_widget_class_bind_template_child (widget_class, MisGalleryCard, score);
}

static void
mis_gallery_card_init (MisGalleryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_plot_view_set_thumbnail (self->plot, TRUE);
}

/* Who and what: "3 agents, 2 problem areas". */
static char *
summarize (const MisWorld *world)
{
  guint64 n_agents = mis_world_get_population (world);
  guint n_areas = mis_world_get_n_areas (world);
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, n_agents);
  g_autofree char *agents = g_strdup_printf (ngettext ("%s agent", "%s agents", (gulong) n_agents),
                                             count);
  g_autofree char *areas = g_strdup_printf (ngettext ("%u problem area", "%u problem areas",
                                                      n_areas), n_areas);

  /* Translators: "3 agents, 2 problem areas" */
  return g_strdup_printf (_("%s, %s"), agents, areas);
}

GtkWidget *
mis_gallery_card_new (MisWorld *world)
{
  MisGalleryCard *self = g_object_new (MIS_TYPE_GALLERY_CARD, NULL);
  guint n_agents = mis_world_get_n_agents (world);
  g_autoptr (MisResults) results = mis_results_new (world, 0, NULL, NULL, 0, NULL);
  g_autoptr (MisChart) chart = NULL;
  g_autofree char *value = mis_score_text (results->score->overall);
  g_autofree char *summary = summarize (world);
  /* Translators: title of a project, "3 agents, 2 problem areas", a number */
  g_autofree char *label = g_strdup_printf (_("%s. %s. Misalignment %s"),
                                            mis_world_get_title (world), summary, value);

  /* Two groups make a curve to look at; more are better told apart by area. */
  chart = n_agents == 2 ? mis_chart_share (world, results->score, results->curve, 0,
                                           MIS_CHART_ON_SCREEN)
                        : mis_chart_areas (world, results->score);
  mis_scene_set_name (self->scene, mis_scene_find (world));
  mis_plot_view_set_chart (self->plot, chart);
  gtk_label_set_label (self->title, mis_world_get_title (world));
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->score, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
