#include "app/parameter-list-private.h"

#include <glib/gi18n.h>

#include "app/parameter-row.h"
#include "app/reset-words.h"
#include "app/tooltip.h"
#include "document/move.h"

/* Numbers that are looked at in one go: some milliseconds, less than a frame. */
#define SEARCH_LOOKS 2000u

G_DEFINE_FINAL_TYPE (MisParameterList, mis_parameter_list, ADW_TYPE_BIN)

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
  MisParameterModel *matches;
  g_autoptr (GtkSelectionModel) found = NULL;

  self->search = mis_parameter_search_new (world, text, self->counts);
  matches = mis_parameter_search_get_matches (self->search);
  found = mis_parameter_list_new_rows (self, g_object_ref (matches), FALSE);
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
    self->rows = mis_parameter_list_new_rows (self, mis_parameter_model_new (world), TRUE);
  if (*text != '\0')
    {
      show_matches (self, world, text);
      return;
    }
  gtk_list_view_set_model (self->list, self->rows);
  gtk_stack_set_visible_child_name (self->pages, "list");
}

static void
row_activate_cb (MisParameterList *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (
      G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  g_autoptr (MisParameter) heading = gtk_tree_list_row_get_item (row);

  mis_parameter_list_hold (self, heading);
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
    mis_tooltip_set (self->reset_all_button, hint);
}

/* A button that has been pressed does not keep the keyboard once it can do nothing any more. */
static void
document_changed_cb (MisParameterList *self)
{
  gboolean changed = mis_document_is_changed (self->document, self->all) || has_locks (self);

  mis_parameter_list_hold_focused (self);
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
  mis_parameter_list_let_go (MIS_PARAMETER_LIST (object));
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
mis_parameter_list_init (MisParameterList *self)
{
  self->open = g_hash_table_new (NULL, NULL);
  self->all = mis_parameter_new_section (MIS_SECTION_ALL, 0);
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_parameter_list_init_rows (self);
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
  mis_parameter_list_remake_population (self);
  show_parameters (self);
}

void
mis_parameter_list_find (MisParameterList *self, const char *text)
{
  g_return_if_fail (MIS_IS_PARAMETER_LIST (self));

  gtk_editable_set_text (self->search_entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (self->search_entry, -1);
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
  row = mis_parameter_list_unfold_conflict (self, area, index);
  if (row == NULL)
    return;
  shown = gtk_tree_list_row_get_item (row);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              gtk_tree_list_row_get_position (row));
  focus_slider (self, shown);
}
