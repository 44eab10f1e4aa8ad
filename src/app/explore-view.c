#include "app/explore-view.h"

#include <glib/gi18n.h>

#include "app/card-grid.h"
#include "app/lever-row.h"
#include "app/plot-card.h"
#include "app/scene.h"
#include "app/score-card.h"
#include "document/lever-model.h"
#include "report/project-chart.h"
#include "report/sentence.h"

/* A heading is unfolded at first unless more rows than this come to light. */
#define OPEN_ROWS 12u

#define GROUP_CHARS 30        /* of a name beside a heading */
#define DESCRIPTION_CHARS 900 /* of the description below the drawing */
#define DESCRIPTION_LINES 10

struct _MisExploreView
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  MisScoreCard *compact_score;
  MisScoreCard *score;
  MisScene *scene;
  GtkWidget *scene_card;
  GtkLabel *description;
  GtkEditable *search_entry;
  GtkStack *lever_pages;
  GtkWidget *switcher;
  GtkListView *list;
  MisPlotCard *areas_card;
  MisPlotCard *share_card;
  GtkDropDown *focus_drop_down;

  GSimpleActionGroup *actions;
  MisDocument *document;
  GtkSelectionModel *rows; /* all numbers under their headings */
  guint fold_source;
  gboolean refreshing;
};

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MisExploreView, mis_explore_view, ADW_TYPE_BIN)

static gboolean
uses_counts (MisExploreView *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions),
                                                                "counts");

  return g_variant_get_boolean (state);
}

static GListModel *
create_children_cb (gpointer item, gpointer user_data)
{
  MisExploreView *self = user_data;

  return (GListModel *) mis_lever_model_new_children (mis_document_get_world (self->document), item,
                                                      uses_counts (self));
}

/* Unfolds the headings at the top that have few rows below them. */
static void
unfold (GtkTreeListModel *tree)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, i);
      g_autoptr (MisLever) lever = gtk_tree_list_row_get_item (row);
      GListModel *children;
      guint n;

      if (lever->kind != MIS_LEVER_SECTION || gtk_tree_list_row_get_depth (row) > 0)
        continue;
      gtk_tree_list_row_set_expanded (row, TRUE);
      children = gtk_tree_list_row_get_children (row);
      n = children != NULL ? g_list_model_get_n_items (children) : 0;
      if (n > OPEN_ROWS)
        gtk_tree_list_row_set_expanded (row, FALSE);
    }
}

static GtkSelectionModel *
new_rows (MisExploreView *self, MisLeverModel *root, gboolean unfolded)
{
  GtkTreeListModel *tree = gtk_tree_list_model_new (G_LIST_MODEL (root), FALSE, FALSE,
                                                    create_children_cb, self, NULL);

  if (unfolded)
    unfold (tree);
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (tree)));
}

/* All numbers under their headings, which stay as the user has left them; or what a search finds. */
static void
show_levers (MisExploreView *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  const char *text = gtk_editable_get_text (self->search_entry);
  g_autoptr (GtkSelectionModel) found = NULL;

  if (self->rows == NULL)
    self->rows = new_rows (self, mis_lever_model_new (world), TRUE);
  if (*text != '\0')
    found = new_rows (self, mis_lever_model_new_matches (world, text, uses_counts (self)), FALSE);
  gtk_list_view_set_model (self->list, found != NULL ? found : self->rows);
  gtk_stack_set_visible_child_name (
      self->lever_pages,
      found != NULL && g_list_model_get_n_items (G_LIST_MODEL (found)) == 0 ? "none" : "list");
}

/* Shares become counts, or the other way round: the rows of the population are made anew. */
static void
remake_population (MisExploreView *self)
{
  GListModel *tree = gtk_no_selection_get_model (GTK_NO_SELECTION (self->rows));
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (GTK_TREE_LIST_MODEL (tree), 0);

  if (row == NULL || !gtk_tree_list_row_get_expanded (row))
    return;
  gtk_tree_list_row_set_expanded (row, FALSE);
  gtk_tree_list_row_set_expanded (row, TRUE);
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), mis_lever_row_new ());
  gtk_list_item_set_child (item, expander);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item, MisExploreView *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (MisLever) lever = gtk_tree_list_row_get_item (row);
  gboolean section = lever->kind == MIS_LEVER_SECTION;

  gtk_tree_expander_set_list_row (expander, section ? row : NULL);
  gtk_list_item_set_activatable (item, section);
  mis_lever_row_bind (MIS_LEVER_ROW (gtk_tree_expander_get_child (expander)), self->document, lever,
                      gtk_tree_list_row_get_depth (row));
}

static void
unbind_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  gtk_tree_expander_set_list_row (expander, NULL);
  mis_lever_row_bind (MIS_LEVER_ROW (gtk_tree_expander_get_child (expander)), NULL, NULL, 0);
}

static void
row_activate_cb (MisExploreView *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (
      G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
search_changed_cb (MisExploreView *self)
{
  if (self->document != NULL)
    show_levers (self);
}

static void
stop_search_cb (MisExploreView *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
show_charts (MisExploreView *self)
{
  MisResults *results = mis_document_get_results (self->document);
  MisWorld *world;
  g_autoptr (MisChart) areas = NULL;
  g_autoptr (MisChart) share = NULL;
  g_autofree char *sentence = NULL, *areas_sentence = NULL;

  if (results == NULL)
    return;
  world = mis_results_get_world (results);
  areas = mis_chart_areas (world, results->score);
  areas_sentence = mis_sentence_areas (world, results->score);
  mis_plot_card_set_chart (self->areas_card, areas);
  mis_plot_card_set_caption (self->areas_card, areas_sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->share_card), results->curve != NULL);
  if (results->curve == NULL)
    return;
  share = mis_chart_share (world, results->score, results->curve, results->focus);
  sentence = mis_sentence_share (world, results->score, results->curve, results->focus);
  mis_plot_card_set_chart (self->share_card, share);
  mis_plot_card_set_caption (self->share_card, sentence);
}

static void
document_changed_cb (MisExploreView *self)
{
  show_charts (self);
}

static void
focus_selected_cb (MisExploreView *self)
{
  guint selected = gtk_drop_down_get_selected (self->focus_drop_down);

  if (self->document != NULL && !self->refreshing && selected != GTK_INVALID_LIST_POSITION)
    mis_document_set_focus (self->document, selected);
}

static void
show_groups (MisExploreView *self)
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

/* (transfer full): the beginning of a text, which may be of any length and of any number of lines. */
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
show_description (MisExploreView *self)
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

static void
change_counts_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MisExploreView *self = user_data;

  g_simple_action_set_state (action, state);
  if (self->document == NULL)
    return;
  remake_population (self);
  show_levers (self);
}

/* The score stays in sight where sliders and charts take turns, and sliders are to be seen. */
static void
show_compact_score (MisExploreView *self)
{
  const char *page = adw_leaflet_get_visible_child_name (self->leaflet);

  gtk_widget_set_visible (GTK_WIDGET (self->compact_score),
                          adw_leaflet_get_folded (self->leaflet)
                              && g_strcmp0 (page, "levers") == 0);
}

static void
change_page_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MisExploreView *self = user_data;

  g_simple_action_set_state (action, state);
  adw_leaflet_set_visible_child_name (self->leaflet, g_variant_get_string (state, NULL));
  show_compact_score (self);
}

static const GActionEntry entries[] = {
  { "counts", NULL, "b", "false", change_counts_cb },
  { "page", NULL, "s", "'levers'", change_page_cb },
};

static gboolean
show_fold_cb (gpointer user_data)
{
  MisExploreView *self = user_data;

  self->fold_source = 0;
  gtk_widget_set_visible (self->switcher, adw_leaflet_get_folded (self->leaflet));
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

  mis_explore_view_set_document (self, NULL);
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

  g_type_ensure (MIS_TYPE_CARD_GRID);
  g_type_ensure (MIS_TYPE_PLOT_CARD);
  g_type_ensure (MIS_TYPE_SCENE);
  g_type_ensure (MIS_TYPE_SCORE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/explore-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, compact_score);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, score);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, scene);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, scene_card);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, description);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, lever_pages);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, switcher);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, list);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, areas_card);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, share_card);
  gtk_widget_class_bind_template_child (widget_class, MisExploreView, focus_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_selected_cb);
}

static void
init_list (MisExploreView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

static void
setup_group_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), GROUP_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_group_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (name));
}

/* A factory of our own, as that of GTK makes the window as wide as the longest name. */
static void
init_focus_drop_down (MisExploreView *self)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                                      "string");
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_group_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_group_cb), NULL);
  gtk_drop_down_set_factory (self->focus_drop_down, factory);
  gtk_drop_down_set_expression (self->focus_drop_down, expression);
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
  init_list (self);
  init_focus_drop_down (self);
}

void
mis_explore_view_set_document (MisExploreView *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_EXPLORE_VIEW (self));

  if (self->document == document)
    return;
  if (self->document != NULL)
    {
      gtk_list_view_set_model (self->list, NULL);
      g_clear_object (&self->rows);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_set_object (&self->document, document);
  mis_score_card_set_document (self->compact_score, document);
  mis_score_card_set_document (self->score, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_editable_set_text (self->search_entry, "");
  show_levers (self);
  show_groups (self);
  show_description (self);
  show_charts (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

MisChart *
mis_explore_view_get_chart (MisExploreView *self, const char *name)
{
  g_return_val_if_fail (MIS_IS_EXPLORE_VIEW (self), NULL);

  if (g_strcmp0 (name, "areas") == 0)
    return mis_plot_card_get_chart (self->areas_card);
  if (g_strcmp0 (name, "share") == 0)
    return mis_plot_card_get_chart (self->share_card);
  return NULL;
}

GActionGroup *
mis_explore_view_get_actions (MisExploreView *self)
{
  g_return_val_if_fail (MIS_IS_EXPLORE_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

void
mis_explore_view_find (MisExploreView *self)
{
  g_return_if_fail (MIS_IS_EXPLORE_VIEW (self));

  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "page",
                                      g_variant_new_string ("levers"));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
