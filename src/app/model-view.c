#include "app/model-view.h"

#include <glib/gi18n.h>

#include "app/agents-page.h"
#include "app/areas-page.h"
#include "app/options-page.h"
#include "app/project-page.h"
#include "report/number-text.h"

#define FIRST_PAGE "agents"

struct _MisModelView
{
  AdwBin parent_instance;

  GtkLabel *score;
  GtkStack *pages;
  MisProjectPage *project_page;
  MisAgentsPage *agents_page;
  MisAreasPage *areas_page;
  MisOptionsPage *options_page;

  GSimpleActionGroup *actions;
  MisDocument *document;
};

G_DEFINE_FINAL_TYPE (MisModelView, mis_model_view, ADW_TYPE_BIN)

static void
change_page_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MisModelView *self = user_data;
  const char *page = g_variant_get_string (state, NULL);

  if (gtk_stack_get_child_by_name (self->pages, page) == NULL)
    return;
  g_simple_action_set_state (action, state);
  gtk_stack_set_visible_child_name (self->pages, page);
}

static void
show_page (MisModelView *self, const char *page)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "page",
                                      g_variant_new_string (page));
}

/* "agents[1].count", "agents[1].areas[0]"; the number of the area where there is one. */
static void
show_agent (MisModelView *self, guint agent, const char *place)
{
  const char *rest = strchr (place, '.');
  guint area;

  show_page (self, "agents");
  if (rest != NULL && sscanf (rest, ".areas[%u]", &area) == 1)
    mis_agents_page_show_position (self->agents_page, agent, area);
  else
    mis_agents_page_show (self->agents_page, agent);
}

static void
show_place_cb (MisModelView *self, const char *place)
{
  guint index = 0, goal = 0;

  if (sscanf (place, "agents[%u]", &index) == 1)
    show_agent (self, index, place);
  else if (sscanf (place, "areas[%u].goals[%u]", &index, &goal) > 0)
    {
      show_page (self, "areas");
      mis_areas_page_show (self->areas_page, index,
                           strstr (place, ".goals[") != NULL ? (int) goal : -1);
    }
  else if (g_str_equal (place, "options") || g_str_equal (place, "project"))
    show_page (self, place);
  else
    show_page (self, g_str_has_prefix (place, "agents") ? "agents" : "areas");
}

static const GActionEntry entries[] = {
  { "page", NULL, "s", "'" FIRST_PAGE "'", change_page_cb },
};

/* Whatever is edited, what it does to the score is in sight. */
static void
show_score (MisModelView *self)
{
  MisResults *results = mis_document_get_results (self->document);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (results == NULL || !results->score->has_score)
    {
      gtk_label_set_label (self->score, "");
      return;
    }
  number = mis_score_text (results->score->overall);
  text = g_strdup_printf (_ ("Overall misalignment %s"), number);
  gtk_label_set_label (self->score, text);
}

static void
forget_document (MisModelView *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
}

static void
mis_model_view_dispose (GObject *object)
{
  MisModelView *self = MIS_MODEL_VIEW (object);

  forget_document (self);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_MODEL_VIEW);
  G_OBJECT_CLASS (mis_model_view_parent_class)->dispose (object);
}

static void
mis_model_view_class_init (MisModelViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_model_view_dispose;

  g_type_ensure (MIS_TYPE_AGENTS_PAGE);
  g_type_ensure (MIS_TYPE_AREAS_PAGE);
  g_type_ensure (MIS_TYPE_OPTIONS_PAGE);
  g_type_ensure (MIS_TYPE_PROJECT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/model-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MisModelView, score);
  gtk_widget_class_bind_template_child (widget_class, MisModelView, pages);
  gtk_widget_class_bind_template_child (widget_class, MisModelView, project_page);
  gtk_widget_class_bind_template_child (widget_class, MisModelView, agents_page);
  gtk_widget_class_bind_template_child (widget_class, MisModelView, areas_page);
  gtk_widget_class_bind_template_child (widget_class, MisModelView, options_page);
  gtk_widget_class_bind_template_callback (widget_class, show_place_cb);
}

static void
mis_model_view_init (MisModelView *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "model", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_stack_set_visible_child_name (self->pages, FIRST_PAGE);
}

void
mis_model_view_set_document (MisModelView *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_MODEL_VIEW (self));

  mis_project_page_set_document (self->project_page, document);
  mis_agents_page_set_document (self->agents_page, document);
  mis_areas_page_set_document (self->areas_page, document);
  mis_options_page_set_document (self->options_page, document);
  forget_document (self);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (show_score), self, G_CONNECT_SWAPPED);
  show_score (self);
}

GActionGroup *
mis_model_view_get_actions (MisModelView *self)
{
  g_return_val_if_fail (MIS_IS_MODEL_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

void
mis_model_view_show_place (MisModelView *self, const char *place)
{
  g_return_if_fail (MIS_IS_MODEL_VIEW (self));
  g_return_if_fail (self->document != NULL);

  show_place_cb (self, place);
}
