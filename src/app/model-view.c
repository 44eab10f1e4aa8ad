#include "app/model-view.h"

#include "app/options-page.h"
#include "app/project-page.h"

struct _MisModelView
{
  AdwBin parent_instance;

  GtkStack *pages;
  MisProjectPage *project_page;
  MisOptionsPage *options_page;

  GSimpleActionGroup *actions;
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

static const GActionEntry entries[] = {
  { "page", NULL, "s", "'project'", change_page_cb },
};

static void
mis_model_view_dispose (GObject *object)
{
  MisModelView *self = MIS_MODEL_VIEW (object);

  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_MODEL_VIEW);
  G_OBJECT_CLASS (mis_model_view_parent_class)->dispose (object);
}

static void
mis_model_view_class_init (MisModelViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_model_view_dispose;

  g_type_ensure (MIS_TYPE_OPTIONS_PAGE);
  g_type_ensure (MIS_TYPE_PROJECT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/model-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MisModelView, pages);
  gtk_widget_class_bind_template_child (widget_class, MisModelView, project_page);
  gtk_widget_class_bind_template_child (widget_class, MisModelView, options_page);
}

static void
mis_model_view_init (MisModelView *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "model", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mis_model_view_set_document (MisModelView *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_MODEL_VIEW (self));

  mis_project_page_set_document (self->project_page, document);
  mis_options_page_set_document (self->options_page, document);
}

GActionGroup *
mis_model_view_get_actions (MisModelView *self)
{
  g_return_val_if_fail (MIS_IS_MODEL_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}
