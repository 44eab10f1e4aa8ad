/* The rows of the sliders: which headings are unfolded, and the widgets of what is in sight. */
#include "app/parameter-list-private.h"

#include "app/parameter-row.h"
#include "app/tab-stops.h"

/* A heading is unfolded at first unless more rows than this come to light. */
#define OPEN_ROWS 12u

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

GtkSelectionModel *
mis_parameter_list_new_rows (MisParameterList *self, MisParameterModel *root, gboolean unfolded)
{
  GtkTreeListModel *tree = gtk_tree_list_model_new (G_LIST_MODEL (root), FALSE, FALSE,
                                                    create_children_cb, self, NULL);

  if (unfolded)
    unfold (tree);
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (tree)));
}

void
mis_parameter_list_remake_population (MisParameterList *self)
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
  mis_parameter_list_hold (self, parameter);
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

/* (nullable) (transfer none): the heading that has the keyboard, rather than a part of it. */
static GtkTreeListRow *
get_heading (MisParameterList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self->list))
    focus = gtk_widget_get_first_child (focus);
  return GTK_IS_TREE_EXPANDER (focus)
             ? gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (focus))
             : NULL;
}

/* The arrow that points to where reading goes on unfolds a heading, the other one folds it, and
 * space does either; the list itself would leave the keyboard to the charts. */
static gboolean
key_cb (MisParameterList *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkTreeListRow *heading = get_heading (self);

  if (heading == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space)
    gtk_tree_list_row_set_expanded (heading, !gtk_tree_list_row_get_expanded (heading));
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    gtk_tree_list_row_set_expanded (heading, !mirrored);
  else if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    gtk_tree_list_row_set_expanded (heading, mirrored);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
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

GtkTreeListRow *
mis_parameter_list_unfold_conflict (MisParameterList *self, guint area, guint index)
{
  return unfold_to (unfold_to (get_conflicts_row (self), area), index);
}

void
mis_parameter_list_init_rows (MisParameterList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), self);
  gtk_list_view_set_factory (self->list, factory);
}
