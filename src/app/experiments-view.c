#include "app/experiments-view-private.h"

#include "file/bundled-experiment.h"

#define GALLERY_SPACING 18
#define MOST_TICKS 20u /* that a small chart of an own experiment may take: two seconds */

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisExperimentsView, mis_experiments_view, ADW_TYPE_BIN)

/* (nullable): the first one that waits for its chart. */
static MisExperimentCard *
find_waiting (GPtrArray *cards)
{
  for (guint i = 0; i < cards->len; i++)
    if (mis_experiment_card_is_waiting (g_ptr_array_index (cards, i)))
      return g_ptr_array_index (cards, i);
  return NULL;
}

/* One after another, those of the project first, and only as long as the gallery is shown. */
void
mis_experiments_view_draw_next (MisExperimentsView *self)
{
  self->drawing = NULL;
  if (self->open != NULL)
    return;
  self->drawing = find_waiting (self->own_cards);
  if (self->drawing == NULL)
    self->drawing = find_waiting (self->cards);
  self->n_ticks = 0;
  if (self->drawing != NULL)
    mis_experiment_run_start (self->run, mis_experiment_card_get_experiment (self->drawing),
                              self->world);
}

/* A large experiment of the user's is drawn as far as it has come. */
static void
progressed_cb (MisExperimentsView *self)
{
  if (++self->n_ticks == MOST_TICKS && g_ptr_array_find (self->own_cards, self->drawing, NULL))
    mis_experiment_run_cancel (self->run);
}

/* One that could not be run has no picture. */
static void
ended_cb (MisExperimentsView *self)
{
  gboolean failed = mis_experiment_run_get_fault (self->run) != NULL;

  mis_experiment_card_set_data (self->drawing,
                                failed ? NULL : mis_experiment_run_get_data (self->run),
                                !failed && mis_experiment_run_is_complete (self->run));
  mis_experiments_view_draw_next (self);
}

gboolean
mis_experiments_view_is_own (MisExperimentsView *self, MisExperimentCard *card)
{
  return g_ptr_array_find (self->own_cards, card, NULL);
}

void
mis_experiments_view_open_card (MisExperimentsView *self, MisExperimentCard *card)
{
  MisExperiment *experiment = mis_experiment_card_get_experiment (card);
  MisFigureData *data = mis_experiment_card_get_data (card);

  self->open = card;
  self->drawing = NULL;
  mis_experiment_run_forget (self->run);
  if (mis_experiments_view_is_own (self, card))
    mis_experiment_page_set_own (self->page, experiment->id, data);
  else
    mis_experiment_page_set_experiment (self->page, experiment, data);
  gtk_stack_set_visible_child_name (self->stack, "page");
  mis_experiment_page_show_top (self->page);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mis_experiments_view_card_clicked_cb (MisExperimentCard *card, MisExperimentsView *self)
{
  mis_experiments_view_open_card (self, card);
}

static void
chart_changed_cb (MisExperimentsView *self)
{
  if (self->open != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
append_card (MisExperimentsView *self, guint index)
{
  const char *name = mis_bundled_experiment_names[index];
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) experiment = mis_bundled_experiment_load (name, &error);
  GtkWidget *card;

  g_assert_no_error (error);
  card = mis_experiment_card_new (experiment);
  gtk_widget_set_name (card, name);
  g_signal_connect_object (card, "clicked", G_CALLBACK (mis_experiments_view_card_clicked_cb), self,
                           0);
  g_ptr_array_add (self->cards, card);
  mis_card_grid_append (index < MIS_N_FIGURES ? self->figures : self->others, card);
}

void
mis_experiments_view_show_gallery (MisExperimentsView *self)
{
  self->open = NULL;
  mis_experiment_page_leave (self->page);
  gtk_stack_set_visible_child_name (self->stack, "gallery");
  mis_experiments_view_draw_next (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mis_experiments_view_map (GtkWidget *widget)
{
  MisExperimentsView *self = MIS_EXPERIMENTS_VIEW (widget);

  GTK_WIDGET_CLASS (mis_experiments_view_parent_class)->map (widget);
  if (self->document != NULL)
    mis_experiments_view_follow (self);
  mis_experiments_view_draw_next (self);
}

static void
mis_experiments_view_unmap (GtkWidget *widget)
{
  mis_experiment_run_forget (MIS_EXPERIMENTS_VIEW (widget)->run);
  MIS_EXPERIMENTS_VIEW (widget)->drawing = NULL;
  GTK_WIDGET_CLASS (mis_experiments_view_parent_class)->unmap (widget);
}

static void
mis_experiments_view_dispose (GObject *object)
{
  MisExperimentsView *self = MIS_EXPERIMENTS_VIEW (object);

  mis_experiments_view_set_document (self, NULL);
  g_clear_object (&self->run);
  g_clear_pointer (&self->own_cards, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_EXPERIMENTS_VIEW);
  G_OBJECT_CLASS (mis_experiments_view_parent_class)->dispose (object);
}

static void
mis_experiments_view_class_init (MisExperimentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_experiments_view_dispose;
  widget_class->map = mis_experiments_view_map;
  widget_class->unmap = mis_experiments_view_unmap;

  mis_experiments_view_install_actions (widget_class);

  signals[CHANGED] = g_signal_new ("changed", MIS_TYPE_EXPERIMENTS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MIS_TYPE_CARD_GRID);
  g_type_ensure (MIS_TYPE_EXPERIMENT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/experiments-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MisExperimentsView, stack);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentsView, own_section);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentsView, own_hint);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentsView, new_button);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentsView, own);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentsView, figures);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentsView, others);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentsView, page);
  gtk_widget_class_bind_template_callback (widget_class, chart_changed_cb);
}

static void
set_gallery (MisCardGrid *grid)
{
  mis_card_grid_set_spacing (grid, GALLERY_SPACING);
  mis_card_grid_set_in_rows (grid, TRUE);
}

static void
mis_experiments_view_init (MisExperimentsView *self)
{
  self->cards = g_ptr_array_new ();
  self->own_cards = g_ptr_array_new ();
  self->run = mis_experiment_run_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_gallery (self->own);
  set_gallery (self->figures);
  set_gallery (self->others);
  for (guint i = 0; mis_bundled_experiment_names[i] != NULL; i++)
    append_card (self, i);
  g_signal_connect_object (self->run, "progressed", G_CALLBACK (progressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
}

void
mis_experiments_view_open (MisExperimentsView *self, const char *name)
{
  g_return_if_fail (MIS_IS_EXPERIMENTS_VIEW (self));

  for (guint i = 0; i < self->cards->len; i++)
    if (g_strcmp0 (gtk_widget_get_name (g_ptr_array_index (self->cards, i)), name) == 0)
      mis_experiments_view_open_card (self, g_ptr_array_index (self->cards, i));
}

void
mis_experiments_view_take_focus (MisExperimentsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus, *shown;

  g_return_if_fail (MIS_IS_EXPERIMENTS_VIEW (self));

  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  shown = gtk_stack_get_visible_child (self->stack);
  if (focus != NULL && gtk_widget_is_ancestor (focus, shown))
    return;
  if (self->open != NULL)
    mis_experiment_page_show_top (self->page);
  else
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

gboolean
mis_experiments_view_go_back (MisExperimentsView *self)
{
  MisExperimentCard *card;

  g_return_val_if_fail (MIS_IS_EXPERIMENTS_VIEW (self), FALSE);

  if (self->open == NULL)
    return FALSE;
  card = self->open;
  mis_experiments_view_show_gallery (self);
  gtk_widget_grab_focus (GTK_WIDGET (card));
  return TRUE;
}

gboolean
mis_experiments_view_is_open (MisExperimentsView *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENTS_VIEW (self), FALSE);

  return self->open != NULL;
}

void
mis_experiments_view_run (MisExperimentsView *self)
{
  g_return_if_fail (MIS_IS_EXPERIMENTS_VIEW (self));

  if (self->open != NULL)
    mis_experiment_page_run (self->page);
}

gboolean
mis_experiments_view_cancel (MisExperimentsView *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENTS_VIEW (self), FALSE);

  return self->open != NULL && mis_experiment_page_cancel (self->page);
}

MisChart *
mis_experiments_view_get_chart (MisExperimentsView *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENTS_VIEW (self), NULL);

  return self->open != NULL ? mis_experiment_page_get_chart (self->page) : NULL;
}

gboolean
mis_experiments_view_awaits_chart (MisExperimentsView *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENTS_VIEW (self), FALSE);

  return self->open != NULL && mis_experiment_page_awaits_chart (self->page);
}

MisExperiment *
mis_experiments_view_get_shown (MisExperimentsView *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENTS_VIEW (self), NULL);

  return self->open != NULL ? mis_experiment_page_get_shown (self->page) : NULL;
}

char *
mis_experiments_view_get_source (MisExperimentsView *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENTS_VIEW (self), NULL);

  return self->open != NULL ? mis_experiment_page_get_source (self->page) : NULL;
}
