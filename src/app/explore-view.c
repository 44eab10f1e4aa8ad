#include "app/explore-view.h"

#include "app/chart-page.h"
#include "app/parameter-list.h"
#include "app/score-card.h"

struct _MisExploreView
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  MisScoreCard *compact_score;
  MisParameterList *parameter_list;
  MisChartPage *chart_page;

  GSimpleActionGroup *actions;
  guint fold_source;
};

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MisExploreView, mis_explore_view, ADW_TYPE_BIN)

static void
change_counts_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MisExploreView *self = user_data;

  g_simple_action_set_state (action, state);
  mis_parameter_list_set_counts (self->parameter_list, g_variant_get_boolean (state));
}

/* The score stays in sight where sliders and charts take turns, and sliders are to be seen. */
static void
show_compact_score (MisExploreView *self)
{
  const char *page = adw_leaflet_get_visible_child_name (self->leaflet);

  gtk_widget_set_visible (GTK_WIDGET (self->compact_score),
                          adw_leaflet_get_folded (self->leaflet)
                              && g_strcmp0 (page, "parameters") == 0);
}

static void
change_page_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MisExploreView *self = user_data;

  g_simple_action_set_state (action, state);
  adw_leaflet_set_visible_child_name (self->leaflet, g_variant_get_string (state, NULL));
  show_compact_score (self);
}

/* What a row of the conflicts that count leads to. */
static void
show_conflict_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisExploreView *self = user_data;
  guint area;
  int g, h;

  g_variant_get (parameter, "(uii)", &area, &g, &h);
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "page",
                                      g_variant_new_string ("parameters"));
  mis_parameter_list_show_conflict (self->parameter_list, area, g, h);
}

static const GActionEntry entries[] = {
  { "counts", NULL, "b", "false", change_counts_cb },
  { "page", NULL, "s", "'parameters'", change_page_cb },
  { "show-conflict", show_conflict_cb, "(uii)" },
};

static gboolean
show_fold_cb (gpointer user_data)
{
  MisExploreView *self = user_data;

  self->fold_source = 0;
  show_compact_score (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

/* The leaflet folds while it is given its size; what that shows or hides has to wait until then. */
static void
folded_cb (MisExploreView *self)
{
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_fold_cb, self, NULL);
}

static void
mis_explore_view_dispose (GObject *object)
{
  MisExploreView *self = MIS_EXPLORE_VIEW (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_EXPLORE_VIEW);
  G_OBJECT_CLASS (mis_explore_view_parent_class)->dispose (object);
}

static void
mis_explore_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, adw_leaflet_get_folded (MIS_EXPLORE_VIEW (object)->leaflet));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mis_explore_view_class_init (MisExploreViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mis_explore_view_dispose;
  object_class->get_property = mis_explore_view_get_property;
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (MIS_TYPE_CHART_PAGE);
  g_type_ensure (MIS_TYPE_PARAMETER_LIST);
  g_type_ensure (MIS_TYPE_SCORE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/explore-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, compact_score);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, parameter_list);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, chart_page);
}

static void
mis_explore_view_init (MisExploreView *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "explore", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
}

void
mis_explore_view_set_document (MisExploreView *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_EXPLORE_VIEW (self));

  mis_score_card_set_document (self->compact_score, document);
  mis_chart_page_set_document (self->chart_page, document);
  mis_parameter_list_set_document (self->parameter_list, document);
}

MisChart *
mis_explore_view_get_chart (MisExploreView *self, const char *name)
{
  g_return_val_if_fail (MIS_IS_EXPLORE_VIEW (self), NULL);

  return mis_chart_page_get_chart (self->chart_page, name);
}

char *
mis_explore_view_get_source (MisExploreView *self, const char *name)
{
  g_return_val_if_fail (MIS_IS_EXPLORE_VIEW (self), NULL);

  return mis_chart_page_get_source (self->chart_page, name);
}

GActionGroup *
mis_explore_view_get_actions (MisExploreView *self)
{
  g_return_val_if_fail (MIS_IS_EXPLORE_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

void
mis_explore_view_find (MisExploreView *self, const char *text)
{
  g_return_if_fail (MIS_IS_EXPLORE_VIEW (self));

  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "page",
                                      g_variant_new_string ("parameters"));
  mis_parameter_list_find (self->parameter_list, text);
}
