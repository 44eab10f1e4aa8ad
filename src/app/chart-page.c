#include "app/chart-page.h"

#include <glib/gi18n.h>

#include "app/card-grid.h"
#include "app/driver-list.h"
#include "app/name-factory.h"
#include "app/plot-card.h"
#include "app/scene.h"
#include "app/score-card.h"
#include "report/chart-source.h"
#include "report/project-chart.h"

#define GROUP_CHARS 30        /* of a name beside a heading */
#define DESCRIPTION_CHARS 900 /* of the description below the drawing */
#define DESCRIPTION_LINES 10
#define FEW_AREAS 4           /* whose bars are lower than a curve */

struct _MisChartPage
{
  AdwBin parent_instance;

  MisScoreCard *score;
  MisScene *scene;
  GtkWidget *scene_card;
  GtkLabel *description;
  GtkToggleButton *conflicts_button;
  MisDriverList *drivers;
  MisPlotCard *areas_card;
  MisPlotCard *share_card;
  GtkDropDown *focus_drop_down;

  MisDocument *document;
  MisChart *exported_share; /* made when it is asked for */
  guint shown_focus;        /* G_MAXUINT before the first curve of a document */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (MisChartPage, mis_chart_page, ADW_TYPE_BIN)

/* With what it says to those who cannot see it as a sentence below. */
static void
show_chart (MisPlotCard *card, MisChart *chart)
{
  mis_plot_card_set_chart (card, chart);
  mis_plot_card_set_caption (card, mis_chart_get_description (chart));
}

/* (transfer full) (nullable) */
static MisChart *
new_share_chart (MisChartPage *self, MisChartUse use)
{
  MisResults *results = mis_document_get_results (self->document);

  if (results == NULL || results->curve == NULL)
    return NULL;
  return mis_chart_share (mis_results_get_world (results), results->score, results->curve,
                          results->focus, use);
}

static void
show_charts (MisChartPage *self)
{
  MisResults *results = mis_document_get_results (self->document);
  g_autoptr (MisChart) areas = NULL;
  g_autoptr (MisChart) share = NULL;

  g_clear_pointer (&self->exported_share, mis_chart_unref);
  if (results == NULL)
    return;
  areas = mis_chart_areas (mis_results_get_world (results), results->score);
  show_chart (self->areas_card, areas);
  share = new_share_chart (self, MIS_CHART_ON_SCREEN);
  gtk_widget_set_visible (GTK_WIDGET (self->share_card), share != NULL);
  if (share == NULL)
    return;
  if (self->shown_focus == results->focus)
    mis_chart_share_keep_axis (share, mis_plot_card_get_chart (self->share_card));
  self->shown_focus = results->focus;
  show_chart (self->share_card, share);
}

static void
document_changed_cb (MisChartPage *self)
{
  show_charts (self);
}

static void
conflicts_toggled_cb (MisChartPage *self)
{
  mis_plot_card_show_list (self->areas_card, gtk_toggle_button_get_active (self->conflicts_button));
}

static void
focus_selected_cb (MisChartPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->focus_drop_down);

  if (self->document != NULL && !self->refreshing && selected != GTK_INVALID_LIST_POSITION)
    mis_document_set_focus (self->document, selected);
}

static void
show_groups (MisChartPage *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    gtk_string_list_append (names, mis_world_get_agent (world, i)->name);
  self->refreshing = TRUE;
  gtk_drop_down_set_model (self->focus_drop_down, G_LIST_MODEL (names));
  if (mis_world_get_n_agents (world) > 0)
    gtk_drop_down_set_selected (self->focus_drop_down, mis_document_get_focus (self->document));
  self->refreshing = FALSE;
}

/* (transfer full): the beginning of a text, which may be of any length and of any number
 * of lines. */
static char *
shorten (const char *text)
{
  const char *end = text;
  guint n_lines = 1;

  for (guint i = 0; *end != '\0' && i < DESCRIPTION_CHARS; i++, end = g_utf8_next_char (end))
    if (*end == '\n' && ++n_lines > DESCRIPTION_LINES)
      break;
  return *end == '\0' ? g_strdup (text) : g_strdup_printf ("%.*s…", (int) (end - text), text);
}

static void
show_description (MisChartPage *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  const char *description = mis_world_get_description (world);
  const char *scene = mis_scene_find (world);
  g_autofree char *shown = shorten (description);

  mis_scene_set_name (self->scene, scene);
  gtk_label_set_label (self->description, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->description), *description != '\0');
  gtk_widget_set_visible (self->scene_card, scene != NULL || *description != '\0');
}

/* The higher of the two charts below the score, the lower one below the scene, so that both columns
 * end together. Only the number of areas counts, so cards never change places under a slider. */
static void
arrange_cards (MisChartPage *self)
{
  gboolean few = mis_world_get_n_areas (mis_document_get_world (self->document)) <= FEW_AREAS;
  GtkWidget *areas = GTK_WIDGET (self->areas_card), *share = GTK_WIDGET (self->share_card);
  GtkWidget *grid = gtk_widget_get_parent (areas);

  gtk_widget_insert_after (few ? areas : share, grid, few ? share : areas);
  gtk_widget_queue_resize (grid);
}

static void
layout_changed_cb (MisChartPage *self)
{
  arrange_cards (self);
  show_groups (self);
  show_description (self);
}

static void
mis_chart_page_dispose (GObject *object)
{
  mis_chart_page_set_document (MIS_CHART_PAGE (object), NULL);
  g_clear_pointer (&MIS_CHART_PAGE (object)->exported_share, mis_chart_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_CHART_PAGE);
  G_OBJECT_CLASS (mis_chart_page_parent_class)->dispose (object);
}

static void
mis_chart_page_class_init (MisChartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_chart_page_dispose;

  g_type_ensure (MIS_TYPE_CARD_GRID);
  g_type_ensure (MIS_TYPE_DRIVER_LIST);
  g_type_ensure (MIS_TYPE_PLOT_CARD);
  g_type_ensure (MIS_TYPE_SCENE);
  g_type_ensure (MIS_TYPE_SCORE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MisChartPage, score);
  gtk_widget_class_bind_template_child (widget_class, MisChartPage, scene);
  gtk_widget_class_bind_template_child (widget_class, MisChartPage, scene_card);
  gtk_widget_class_bind_template_child (widget_class, MisChartPage, description);
  gtk_widget_class_bind_template_child (widget_class, MisChartPage, conflicts_button);
  gtk_widget_class_bind_template_child (widget_class, MisChartPage, drivers);
  gtk_widget_class_bind_template_child (widget_class, MisChartPage, areas_card);
  gtk_widget_class_bind_template_child (widget_class, MisChartPage, share_card);
  gtk_widget_class_bind_template_child (widget_class, MisChartPage, focus_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, conflicts_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_selected_cb);
  gtk_widget_class_set_css_name (widget_class, "chartpage");
}

static void
mis_chart_page_init (MisChartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_name_factory_set (self->focus_drop_down, GROUP_CHARS);
}

void
mis_chart_page_set_document (MisChartPage *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_CHART_PAGE (self));

  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  mis_score_card_set_document (self->score, document);
  mis_driver_list_set_document (self->drivers, document);
  self->shown_focus = G_MAXUINT;
  if (document == NULL)
    return;
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "layout-changed", G_CALLBACK (layout_changed_cb), self,
                           G_CONNECT_SWAPPED);
  layout_changed_cb (self);
  show_charts (self);
}

MisChart *
mis_chart_page_get_chart (MisChartPage *self, const char *name)
{
  g_return_val_if_fail (MIS_IS_CHART_PAGE (self), NULL);

  if (g_strcmp0 (name, "areas") == 0)
    return mis_plot_card_get_chart (self->areas_card);
  if (g_strcmp0 (name, "share") != 0 || self->document == NULL)
    return NULL;
  if (self->exported_share == NULL)
    self->exported_share = new_share_chart (self, MIS_CHART_ON_PAPER);
  return self->exported_share;
}

/* (transfer full): the title of the project, and of the scenario of it that is shown. */
static char *
dup_title (MisDocument *document)
{
  const MisScenario *scenario = mis_document_get_scenario (document);
  const char *title = mis_document_get_title (document);

  /* Translators: the name of a project, then that of a scenario of it */
  return scenario != NULL ? g_strdup_printf (_("%s, scenario “%s”"), title, scenario->name)
                          : g_strdup (title);
}

char *
mis_chart_page_get_source (MisChartPage *self, const char *name)
{
  g_autofree char *title = NULL;
  MisWorld *world;
  gboolean is_changed;

  g_return_val_if_fail (MIS_IS_CHART_PAGE (self), NULL);
  g_return_val_if_fail (self->document != NULL, NULL);

  title = dup_title (self->document);
  world = mis_document_get_world (self->document);
  is_changed = mis_chart_source_is_changed (mis_document_get_project (self->document),
                                            mis_document_get_first (self->document));
  if (g_strcmp0 (name, "share") != 0)
    return mis_chart_source_project (title, is_changed);
  return mis_chart_source_share (title, is_changed, world, mis_document_get_focus (self->document),
                                 mis_document_get_locks (self->document));
}
