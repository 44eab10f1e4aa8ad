#include "app/parameter-list.h"

#include <glib/gi18n.h>

#include "app/parameter-row.h"
#include "app/reset-words.h"
#include "app/tab-stops.h"
#include "document/move.h"
#include "document/parameter-search.h"

/* A heading is unfolded at first unless more rows than this come to light. */
#define OPEN_ROWS 12u

/* Numbers that are looked at in one go: some milliseconds, less than a frame. */
#define SEARCH_LOOKS 2000u

struct _MisParameterList
{
  AdwBin parent_instance;

  GtkEditable *search_entry;
  GtkWidget *reset_all_button;
  GtkStack *pages;
  GtkListView *list;

  MisDocument *document;
  MisParameter *all;       /* the heading above all */
  GtkSelectionModel *rows; /* all numbers under their headings */
  MisParameterSearch *search; /* (nullable): that is not yet through */
  guint search_source;
  GHashTable *open;        /* headings within a section that are unfolded, or were when it closed */
  gboolean counts;
};

G_DEFINE_FINAL_TYPE (MisParameterList, mis_parameter_list, ADW_TYPE_BIN)

static GListModel *
create_children_cb (gpointer item, gpointer user_data)
{
  MisParameterList *self = user_data;

  return (GListModel *) mis_parameter_model_new_children (mis_document_get_world (self->document),
                                                          item, self->counts);
}

/* Unfolds the headings at the top that have few rows below them. */
static void
unfold (GtkTreeListModel *tree)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, i);
      g_autoptr (MisParameter) parameter = gtk_tree_list_row_get_item (row);
      GListModel *children;
      guint n;

      if (parameter->kind != MIS_PARAMETER_SECTION || gtk_tree_list_row_get_depth (row) > 0)
        continue;
      gtk_tree_list_row_set_expanded (row, TRUE);
      children = gtk_tree_list_row_get_children (row);
      n = children != NULL ? g_list_model_get_n_items (children) : 0;
      if (n > OPEN_ROWS)
        gtk_tree_list_row_set_expanded (row, FALSE);
    }
}

static GtkSelectionModel *
new_rows (MisParameterList *self, MisParameterModel *root, gboolean unfolded)
{
  GtkTreeListModel *tree = gtk_tree_list_model_new (G_LIST_MODEL (root), FALSE, FALSE,
                                                    create_children_cb, self, NULL);

  if (unfolded)
    unfold (tree);
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (tree)));
}

static void
stop_searching (MisParameterList *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  g_clear_pointer (&self->search, mis_parameter_search_free);
}

/* That there is nothing is known at the end only. */
static gboolean
search_on_cb (gpointer user_data)
{
  MisParameterList *self = user_data;
  gboolean goes_on = mis_parameter_search_look (self->search, SEARCH_LOOKS);
  MisParameterModel *matches = mis_parameter_search_get_matches (self->search);

  if (g_list_model_get_n_items (G_LIST_MODEL (matches)) > 0)
    gtk_stack_set_visible_child_name (self->pages, "list");
  else if (!goes_on)
    gtk_stack_set_visible_child_name (self->pages, "none");
  if (goes_on)
    return G_SOURCE_CONTINUE;
  self->search_source = 0;
  stop_searching (self);
  return G_SOURCE_REMOVE;
}

/* The first part at once, which is all of it in most projects; the rest whenever there is nothing
 * else to do. */
static void
show_matches (MisParameterList *self, MisWorld *world, const char *text)
{
  g_autoptr (GtkSelectionModel) found = NULL;

  self->search = mis_parameter_search_new (world, text, self->counts);
  found = new_rows (self, g_object_ref (mis_parameter_search_get_matches (self->search)), FALSE);
  gtk_list_view_set_model (self->list, found);
  if (search_on_cb (self) == G_SOURCE_CONTINUE)
    self->search_source = g_idle_add (search_on_cb, self);
}

/* All numbers under their headings, which stay as the user has left them; or what a
 * search finds. */
static void
show_parameters (MisParameterList *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  const char *text = gtk_editable_get_text (self->search_entry);

  stop_searching (self);
  if (self->rows == NULL)
    self->rows = new_rows (self, mis_parameter_model_new (world), TRUE);
  if (*text != '\0')
    {
      show_matches (self, world, text);
      return;
    }
  gtk_list_view_set_model (self->list, self->rows);
  gtk_stack_set_visible_child_name (self->pages, "list");
}

/* Shares become counts, or the other way round: the rows of the population are made anew. */
static void
remake_population (MisParameterList *self)
{
  GListModel *tree = gtk_no_selection_get_model (GTK_NO_SELECTION (self->rows));
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (GTK_TREE_LIST_MODEL (tree), 0);

  if (row == NULL || !gtk_tree_list_row_get_expanded (row))
    return;
  gtk_tree_list_row_set_expanded (row, FALSE);
  gtk_tree_list_row_set_expanded (row, TRUE);
}

/* Which heading within a section @parameter is: of an area or of an agent. */
static gpointer
get_key (MisParameterSection section, guint index)
{
  return GUINT_TO_POINTER (2 * index + (section == MIS_SECTION_AREA ? 1 : 0));
}

/* Unfolds what was unfolded below @row when it was folded. */
static void
unfold_again (MisParameterList *self, GtkTreeListRow *row, MisParameterSection section)
{
  g_autoptr (GList) keys = g_hash_table_get_keys (self->open);

  for (GList *link = keys; link != NULL; link = link->next)
    {
      guint index = GPOINTER_TO_UINT (link->data) / 2;
      g_autoptr (GtkTreeListRow) child = NULL;

      if (link->data != get_key (section, index))
        continue;
      child = gtk_tree_list_row_get_child_row (row, index);
      if (child != NULL)
        gtk_tree_list_row_set_expanded (child, TRUE);
    }
}

static void
remember (MisParameterList *self, gpointer key, gboolean open)
{
  if (open)
    g_hash_table_add (self->open, key);
  else
    g_hash_table_remove (self->open, key);
}

/* The rows below a heading that is folded are gone, which says nothing about them. */
static void
expanded_cb (MisParameterList *self, GParamSpec *pspec, GtkTreeListRow *row)
{
  g_autoptr (MisParameter) parameter = gtk_tree_list_row_get_item (row);
  gboolean open = gtk_tree_list_row_get_expanded (row);

  if (parameter == NULL)
    return;
  switch (parameter->section)
    {
    case MIS_SECTION_AGENT:
      remember (self, get_key (parameter->section, parameter->agent), open);
      break;
    case MIS_SECTION_AREA:
      remember (self, get_key (parameter->section, parameter->area), open);
      break;
    case MIS_SECTION_WEIGHTS:
      if (open)
        unfold_again (self, row, MIS_SECTION_AGENT);
      break;
    case MIS_SECTION_CONFLICTS:
      if (open)
        unfold_again (self, row, MIS_SECTION_AREA);
      break;
    case MIS_SECTION_POPULATION:
    default: break;
    }
}

/* Tab goes from a heading to its buttons, and back. */
static gboolean
heading_key_cb (GtkTreeExpander *expander, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *row = gtk_tree_expander_get_child (expander);
  GtkWidget *heading = GTK_WIDGET (expander);
  int direction = mis_tab_stops_get_direction (keyval, state);
  gboolean at_heading = gtk_widget_is_focus (heading);

  if (gtk_tree_expander_get_list_row (expander) == NULL || direction < 0)
    return GDK_EVENT_PROPAGATE;
  if (direction == GTK_DIR_TAB_BACKWARD && !at_heading)
    return gtk_widget_child_focus (row, GTK_DIR_TAB_BACKWARD) || gtk_widget_grab_focus (heading);
  if (direction == GTK_DIR_TAB_FORWARD && at_heading)
    return gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_PROPAGATE;
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (heading_key_cb), expander);
  gtk_widget_add_controller (expander, keys);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), mis_parameter_row_new ());
  gtk_list_item_set_child (item, expander);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item, MisParameterList *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (MisParameter) parameter = gtk_tree_list_row_get_item (row);
  gboolean section = parameter->kind == MIS_PARAMETER_SECTION;

  gtk_tree_expander_set_list_row (expander, section ? row : NULL);
  if (section)
    g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (item, section);
  mis_parameter_row_bind (MIS_PARAMETER_ROW (gtk_tree_expander_get_child (expander)),
                          self->document, parameter, gtk_tree_list_row_get_depth (row));
}

static void
unbind_row_cb (GtkListItemFactory *factory, GtkListItem *item, MisParameterList *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), expanded_cb, self);
  gtk_tree_expander_set_list_row (expander, NULL);
  mis_parameter_row_bind (MIS_PARAMETER_ROW (gtk_tree_expander_get_child (expander)), NULL, NULL,
                          0);
}

static void
row_activate_cb (MisParameterList *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (
      G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static gboolean
has_locks (MisParameterList *self)
{
  guint n_agents = mis_world_get_n_agents (mis_document_get_world (self->document));
  const gboolean *locks = mis_document_get_locks (self->document);

  for (guint i = 0; i < n_agents; i++)
    if (locks[i])
      return TRUE;
  return FALSE;
}

static void
open_locks (MisParameterList *self)
{
  guint n_agents = mis_world_get_n_agents (mis_document_get_world (self->document));

  for (guint i = 0; i < n_agents; i++)
    mis_document_set_locked (self->document, i, FALSE);
}

/* Where the reset of all numbers leads. */
static void
show_reset_hint (MisParameterList *self)
{
  const char *hint =
      mis_document_get_scenario (self->document) != NULL
          ? _("Reset All Numbers\nBack to the base project. Locks are opened, too.")
          : _("Reset All Numbers\nBack to when the project was opened. Locks are opened, too.");

  if (g_strcmp0 (gtk_widget_get_tooltip_text (self->reset_all_button), hint) != 0)
    gtk_widget_set_tooltip_text (self->reset_all_button, hint);
}

/* A button that has been pressed does not keep the keyboard once it can do nothing any more. */
static void
document_changed_cb (MisParameterList *self)
{
  gboolean changed = mis_document_is_changed (self->document, self->all) || has_locks (self);

  if (!changed && gtk_widget_has_focus (self->reset_all_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  gtk_widget_set_sensitive (self->reset_all_button, changed);
  show_reset_hint (self);
}

static void
forget_rows (MisParameterList *self)
{
  stop_searching (self);
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->rows);
  g_hash_table_remove_all (self->open);
}

/* Other rows and areas: the list begins anew, once somebody sees it. Every letter of a name or a
 * description that is typed elsewhere comes here. */
static void
layout_changed_cb (MisParameterList *self)
{
  forget_rows (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_parameters (self);
}

/* A lock that was forgotten would bend the next curve; no project is opened with one. */
static void
reset_all_cb (MisParameterList *self)
{
  open_locks (self);
  if (mis_document_is_changed (self->document, self->all)
      && mis_document_reset (self->document, self->all, NULL))
    mis_offer_undo_of_reset (GTK_WIDGET (self), self->all, mis_document_get_world (self->document));
}

static void
search_changed_cb (MisParameterList *self)
{
  if (self->document != NULL)
    show_parameters (self);
}

static void
stop_search_cb (MisParameterList *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
mis_parameter_list_map (GtkWidget *widget)
{
  MisParameterList *self = MIS_PARAMETER_LIST (widget);

  if (self->document != NULL && self->rows == NULL)
    show_parameters (self);
  GTK_WIDGET_CLASS (mis_parameter_list_parent_class)->map (widget);
}

static void
mis_parameter_list_dispose (GObject *object)
{
  mis_parameter_list_set_document (MIS_PARAMETER_LIST (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_PARAMETER_LIST);
  G_OBJECT_CLASS (mis_parameter_list_parent_class)->dispose (object);
}

static void
mis_parameter_list_finalize (GObject *object)
{
  MisParameterList *self = MIS_PARAMETER_LIST (object);

  g_hash_table_unref (self->open);
  g_object_unref (self->all);
  G_OBJECT_CLASS (mis_parameter_list_parent_class)->finalize (object);
}

static void
mis_parameter_list_class_init (MisParameterListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_parameter_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = mis_parameter_list_finalize;
  widget_class->map = mis_parameter_list_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/parameter-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MisParameterList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MisParameterList, reset_all_button);
  gtk_widget_class_bind_template_child (widget_class, MisParameterList, pages);
  gtk_widget_class_bind_template_child (widget_class, MisParameterList, list);
  gtk_widget_class_bind_template_callback (widget_class, reset_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activate_cb);
  gtk_widget_class_set_css_name (widget_class, "parameterlist");
}

static void
init_list (MisParameterList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), self);
  gtk_list_view_set_factory (self->list, factory);
}

static void
mis_parameter_list_init (MisParameterList *self)
{
  self->open = g_hash_table_new (NULL, NULL);
  self->all = mis_parameter_new_section (MIS_SECTION_ALL, 0);
  gtk_widget_init_template (GTK_WIDGET (self));
  init_list (self);
}

void
mis_parameter_list_set_document (MisParameterList *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_PARAMETER_LIST (self));

  if (self->document == document)
    return;
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->document, layout_changed_cb, self);
      forget_rows (self);
    }
  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "layout-changed", G_CALLBACK (layout_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_editable_set_text (self->search_entry, "");
  show_parameters (self);
  document_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
mis_parameter_list_set_counts (MisParameterList *self, gboolean counts)
{
  g_return_if_fail (MIS_IS_PARAMETER_LIST (self));

  self->counts = counts;
  if (self->document == NULL || self->rows == NULL)
    return;
  remake_population (self);
  show_parameters (self);
}

void
mis_parameter_list_find (MisParameterList *self)
{
  g_return_if_fail (MIS_IS_PARAMETER_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* (transfer full) (nullable): the row of the heading above all conflicts. */
static GtkTreeListRow *
get_conflicts_row (MisParameterList *self)
{
  GListModel *tree = gtk_no_selection_get_model (GTK_NO_SELECTION (self->rows));
  GtkTreeListRow *row;

  for (guint i = 0; (row = gtk_tree_list_model_get_child_row (GTK_TREE_LIST_MODEL (tree), i)); i++)
    {
      g_autoptr (MisParameter) parameter = gtk_tree_list_row_get_item (row);

      if (parameter->section == MIS_SECTION_CONFLICTS)
        return row;
      g_object_unref (row);
    }
  return NULL;
}

/* (transfer full) (nullable): the row at @index below @row, which it takes over and unfolds. */
static GtkTreeListRow *
unfold_to (GtkTreeListRow *row, guint index)
{
  g_autoptr (GtkTreeListRow) parent = row;

  if (parent == NULL)
    return NULL;
  gtk_tree_list_row_set_expanded (parent, TRUE);
  return gtk_tree_list_row_get_child_row (parent, index);
}

/* Only rows near those in sight have a widget; the one that was scrolled to is among them. */
static void
focus_slider (MisParameterList *self, const MisParameter *shown)
{
  GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_widget_get_first_child (item));
      MisParameterRow *row = MIS_PARAMETER_ROW (gtk_tree_expander_get_child (expander));
      const MisParameter *parameter = mis_parameter_row_get_parameter (row);

      if (parameter != NULL && parameter->kind == MIS_PARAMETER_CONFLICT
          && parameter->area == shown->area && parameter->g == shown->g && parameter->h == shown->h)
        mis_parameter_row_focus_slider (row);
    }
}

void
mis_parameter_list_show_conflict (MisParameterList *self, guint area, int g, int h)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (MisParameter) shown = NULL;
  guint index;

  g_return_if_fail (MIS_IS_PARAMETER_LIST (self));
  g_return_if_fail (self->document != NULL);

  gtk_editable_set_text (self->search_entry, "");
  show_parameters (self);
  index = mis_parameter_model_find_conflict (mis_document_get_world (self->document), area, g, h);
  row = unfold_to (unfold_to (get_conflicts_row (self), area), index);
  if (row == NULL)
    return;
  shown = gtk_tree_list_row_get_item (row);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              gtk_tree_list_row_get_position (row));
  focus_slider (self, shown);
}
