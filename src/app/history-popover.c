#include "app/history-popover.h"

#include <glib/gi18n.h>

struct _MisHistoryPopover
{
  GtkPopover parent_instance;

  GtkListView *list;
  GtkStringList *names;
  GtkSingleSelection *selection;
  MisDocument *document;
};

G_DEFINE_FINAL_TYPE (MisHistoryPopover, mis_history_popover, GTK_TYPE_POPOVER)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* What a step is told from another by may be the number at its end. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

/* What can be done again is pale. */
static void
bind_cb (MisHistoryPopover *self, GtkListItem *item)
{
  GtkStringObject *name = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  guint step = gtk_list_item_get_position (item);

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (name));
  if (step > mis_document_get_step (self->document))
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

/* Closed first, which empties the list: it does not follow the way it leads. */
static void
activate_cb (MisHistoryPopover *self, guint step)
{
  g_autoptr (MisDocument) document = self->document != NULL ? g_object_ref (self->document) : NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (document != NULL)
    mis_document_go_to_step (document, step);
}

static void
clear (MisHistoryPopover *self)
{
  gtk_string_list_splice (self->names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->names)), NULL);
}

static void
fill (MisHistoryPopover *self, MisDocument *document)
{
  guint n = mis_document_get_n_steps (document);

  gtk_string_list_append (self->names, mis_document_has_lost_steps (document)
                                           ? _ ("Before the oldest step that is kept")
                                           : _ ("As it was opened"));
  for (guint step = 1; step <= n; step++)
    gtk_string_list_append (self->names, mis_document_get_step_name (document, step));
}

static gboolean
is_current (MisHistoryPopover *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->names)) ==
             mis_document_get_n_steps (self->document) + 1 &&
         gtk_single_selection_get_selected (self->selection) ==
             mis_document_get_step (self->document);
}

/* Keys undo while the list is open, too. */
static void
state_changed_cb (MisHistoryPopover *self)
{
  clear (self);
  fill (self, self->document);
  gtk_single_selection_set_selected (self->selection, mis_document_get_step (self->document));
}

/* Names of steps that nobody looks at, and their project, are not kept. */
static void
closed_cb (MisHistoryPopover *self)
{
  clear (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, state_changed_cb, self);
  g_clear_object (&self->document);
}

static void
mis_history_popover_dispose (GObject *object)
{
  MisHistoryPopover *self = MIS_HISTORY_POPOVER (object);

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_HISTORY_POPOVER);
  G_OBJECT_CLASS (mis_history_popover_parent_class)->dispose (object);
}

static void
mis_history_popover_class_init (MisHistoryPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_history_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/history-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MisHistoryPopover, list);
  gtk_widget_class_bind_template_child (widget_class, MisHistoryPopover, names);
  gtk_widget_class_bind_template_child (widget_class, MisHistoryPopover, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
mis_history_popover_init (MisHistoryPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MisHistoryPopover *
mis_history_popover_new (GtkWidget *parent)
{
  MisHistoryPopover *self = g_object_new (MIS_TYPE_HISTORY_POPOVER, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

void
mis_history_popover_show (MisHistoryPopover *self, MisDocument *document)
{
  guint step;

  g_return_if_fail (MIS_IS_HISTORY_POPOVER (self));

  step = mis_document_get_step (document);
  closed_cb (self);
  self->document = g_object_ref (document);
  fill (self, document);
  gtk_single_selection_set_selected (self->selection, step);
  gtk_popover_popup (GTK_POPOVER (self));
  if (self->document == NULL)
    return;
  /* While the keyboard was on its way to a row, no row might go; but what was typed where it was
   * has perhaps become a step. */
  g_signal_connect_object (document, "state-changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (!is_current (self))
    state_changed_cb (self);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", step);
}
