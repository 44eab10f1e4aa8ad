/* The experiments of the project in the gallery: their cards, and what can be done with them. */
#include "app/experiments-view-private.h"

#include <glib/gi18n.h>

#include "document/document-experiments.h"

static MisExperimentCard *
append_own_card (MisExperimentsView *self, MisExperiment *experiment)
{
  GtkWidget *card = mis_experiment_card_new (experiment);

  gtk_widget_set_name (card, experiment->id);
  g_signal_connect_object (card, "clicked", G_CALLBACK (mis_experiments_view_card_clicked_cb), self,
                           0);
  g_ptr_array_add (self->own_cards, card);
  mis_card_grid_append (self->own, card);
  return MIS_EXPERIMENT_CARD (card);
}

/* (nullable): the card of the experiment called @id. */
static MisExperimentCard *
find_own_card (MisExperimentsView *self, const char *id)
{
  for (guint i = 0; i < self->own_cards->len; i++)
    if (g_strcmp0 (gtk_widget_get_name (g_ptr_array_index (self->own_cards, i)), id) == 0)
      return g_ptr_array_index (self->own_cards, i);
  return NULL;
}

/* Whether there is a card for each experiment, in their order. */
static gboolean
has_same_cards (MisExperimentsView *self)
{
  guint n = mis_world_get_n_experiments (self->world);

  if (n != self->own_cards->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_widget_get_name (g_ptr_array_index (self->own_cards, i)),
                   mis_world_get_experiment (self->world, i)->id)
        != 0)
      return FALSE;
  return TRUE;
}

/* All cards anew; the keyboard stays at the experiment that it was at. */
static void
renew_cards (MisExperimentsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->own));
  g_autofree char *id = had_focus ? g_strdup (gtk_widget_get_name (focus)) : NULL;
  MisExperimentCard *card;

  for (guint i = 0; i < self->own_cards->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->own_cards, i));
  g_ptr_array_set_size (self->own_cards, 0);
  for (guint i = 0; i < mis_world_get_n_experiments (self->world); i++)
    append_own_card (self, mis_world_get_experiment (self->world, i));
  card = find_own_card (self, id);
  if (had_focus)
    gtk_widget_grab_focus (card != NULL ? GTK_WIDGET (card) : self->new_button);
}

static void
update_cards (MisExperimentsView *self)
{
  const char *id = mis_experiment_page_get_own_id (self->page);

  mis_experiment_run_forget (self->run);
  self->drawing = NULL;
  if (!has_same_cards (self))
    renew_cards (self);
  for (guint i = 0; i < self->own_cards->len; i++)
    {
      MisExperiment *experiment = mis_world_get_experiment (self->world, i);
      g_autoptr (MisWorld) world = mis_experiment_load_world (experiment, self->world);

      mis_experiment_card_set_own (g_ptr_array_index (self->own_cards, i), experiment, world);
    }
  /* The card that is open may be another one now, or gone. */
  if (self->open != NULL && id != NULL)
    self->open = find_own_card (self, id);
}

/* Shows the project as it is now. */
void
mis_experiments_view_follow (MisExperimentsView *self)
{
  MisWorld *world = mis_document_get_project (self->document);
  gboolean is_gone;

  if (world == self->world)
    return;
  mis_world_ref (world);
  g_clear_pointer (&self->world, mis_world_unref);
  self->world = world;
  is_gone = self->open != NULL && !mis_experiment_page_update (self->page);
  update_cards (self);
  gtk_widget_set_visible (self->own_hint, self->own_cards->len == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "experiments.new",
                                 mis_experiments_view_can_add (self));
  if (is_gone)
    {
      mis_experiments_view_show_gallery (self);
      gtk_widget_grab_focus (self->new_button);
    }
  mis_experiments_view_draw_next (self);
}

/* What is out of sight follows when it comes into sight. */
static void
document_changed_cb (MisExperimentsView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mis_experiments_view_follow (self);
}

/* (nullable): the experiment of the project that is open, or else has the keyboard. */
static const char *
find_chosen (MisExperimentsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->open != NULL)
    return mis_experiment_page_get_own_id (self->page);
  if (focus == NULL || !MIS_IS_EXPERIMENT_CARD (focus)
      || !mis_experiments_view_is_own (self, MIS_EXPERIMENT_CARD (focus)))
    return NULL;
  return gtk_widget_get_name (focus);
}

/* Opens what was made, or says why it was not. */
static void
open_new (MisExperimentsView *self, const char *id, const GError *error)
{
  if (id == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", error->message);
      return;
    }
  mis_experiments_view_open_own (self, id);
  mis_experiment_page_name (self->page);
}

static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mis_experiments_view_add (MIS_EXPERIMENTS_VIEW (widget));
}

static void
keep_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MisExperimentsView *self = MIS_EXPERIMENTS_VIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (self->document == NULL || self->open == NULL
      || mis_experiments_view_is_own (self, self->open))
    return;
  id = mis_document_keep_experiment (self->document, mis_experiment_page_get_set (self->page),
                                     _("Add Experiment"), &error);
  open_new (self, id, error);
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MisExperimentsView *self = MIS_EXPERIMENTS_VIEW (widget);
  const char *chosen = find_chosen (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (chosen == NULL)
    return;
  id = mis_document_keep_experiment (self->document,
                                     mis_document_find_experiment (self->document, chosen),
                                     _("Duplicate Experiment"), &error);
  open_new (self, id, error);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MisExperimentsView *self = MIS_EXPERIMENTS_VIEW (widget);
  const char *id = find_chosen (self);
  g_autofree char *text = NULL;

  if (id == NULL)
    return;
  text = g_strdup_printf (_("“%s” deleted"),
                          mis_document_find_experiment (self->document, id)->title);
  mis_document_remove_experiment (self->document, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", text);
}

/* On the page of an experiment the key is for its fields. */
static gboolean
delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  MisExperimentsView *self = MIS_EXPERIMENTS_VIEW (widget);

  if (self->open != NULL || find_chosen (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  delete_cb (widget, NULL, NULL);
  return GDK_EVENT_STOP;
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MisExperimentsView *self = MIS_EXPERIMENTS_VIEW (widget);
  const char *id = find_chosen (self);

  if (id != NULL)
    mis_document_move_experiment (self->document, id, g_str_has_suffix (action, "-on") ? 1 : -1);
}

void
mis_experiments_view_install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "experiments.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "experiments.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "experiments.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "experiments.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "experiments.move-back", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "experiments.move-on", NULL, move_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK,
                                       "experiments.duplicate", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, both, "experiments.move-back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, both, "experiments.move-on",
                                       NULL);
}

void
mis_experiments_view_open_own (MisExperimentsView *self, const char *id)
{
  MisExperimentCard *card;

  g_return_if_fail (MIS_IS_EXPERIMENTS_VIEW (self));
  g_return_if_fail (self->document != NULL);

  mis_experiments_view_follow (self);
  card = find_own_card (self, id);
  g_return_if_fail (card != NULL);
  mis_experiments_view_open_card (self, card);
}

gboolean
mis_experiments_view_can_add (MisExperimentsView *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENTS_VIEW (self), FALSE);

  return self->document != NULL && mis_document_can_add_experiment (self->document);
}

void
mis_experiments_view_add (MisExperimentsView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (MIS_IS_EXPERIMENTS_VIEW (self));

  if (!mis_experiments_view_can_add (self))
    return;
  id = mis_document_add_experiment (self->document, &error);
  open_new (self, id, error);
}

void
mis_experiments_view_show_distribution (MisExperimentsView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (MIS_IS_EXPERIMENTS_VIEW (self));

  if (!mis_experiments_view_can_add (self))
    return;
  id = mis_document_find_distribution (self->document, &error);
  if (id != NULL)
    mis_experiments_view_open_own (self, id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", error->message);
}

void
mis_experiments_view_set_document (MisExperimentsView *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_EXPERIMENTS_VIEW (self));

  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      self->open = NULL;
      self->drawing = NULL;
      mis_experiment_run_forget (self->run);
      mis_experiment_page_leave (self->page);
      g_clear_pointer (&self->world, mis_world_unref);
    }
  if (!g_set_object (&self->document, document))
    return;
  mis_experiment_page_set_document (self->page, document);
  gtk_widget_set_visible (self->own_section, document != NULL);
  if (document != NULL)
    g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                             G_CONNECT_SWAPPED);
}
