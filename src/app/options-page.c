#include "app/options-page.h"

#include <glib/gi18n.h>

#include "app/option-group.h"
#include "core/edit.h"

struct _MisOptionsPage
{
  AdwBin parent_instance;

  GtkBox *groups;
  GtkWidget *paper_button;

  MisOptionGroup *options[MIS_N_OPTIONS];
  MisOptionScores *scores;
  MisDocument *document;
  MisWorld *counted; /* of which the scores are, or are being counted; NULL for none */
};

G_DEFINE_FINAL_TYPE (MisOptionsPage, mis_options_page, ADW_TYPE_BIN)

static gboolean
is_as_in_the_paper (MisWorld *world)
{
  return mis_scoring_equal (mis_world_get_scoring (world), &(MisScoring){ 0 });
}

static void
show_scores (MisOptionsPage *self)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    mis_option_group_show_scores (self->options[i], self->scores);
}

/* Nothing is counted for a page that nobody sees. */
static void
update (MisOptionsPage *self)
{
  MisWorld *world;

  if (self->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  world = mis_document_get_world (self->document);
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    mis_option_group_show (self->options[i], self->document);
  gtk_widget_set_sensitive (self->paper_button, !is_as_in_the_paper (world));
  if (world == self->counted)
    return;
  g_clear_pointer (&self->counted, mis_world_unref);
  self->counted = mis_world_ref (world);
  mis_option_scores_ask (self->scores, world);
}

static void
follow_paper_cb (MisOptionsPage *self)
{
  g_autoptr (MisWorld) edited =
    mis_world_with_scoring (mis_document_get_world (self->document), &(MisScoring){ 0 });

  mis_document_edit_apart (self->document, edited, _ ("Count as in the Paper"));
}

static void
forget_document (MisOptionsPage *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  mis_option_scores_stop (self->scores);
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if (self->options[i] != NULL)
      mis_option_group_show (self->options[i], NULL);
  g_clear_object (&self->document);
  g_clear_pointer (&self->counted, mis_world_unref);
}

static void
mis_options_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mis_options_page_parent_class)->map (widget);
  update (MIS_OPTIONS_PAGE (widget));
}

static void
mis_options_page_dispose (GObject *object)
{
  MisOptionsPage *self = MIS_OPTIONS_PAGE (object);

  if (self->scores != NULL)
    {
      forget_document (self);
      g_signal_handlers_disconnect_by_data (self->scores, self);
    }
  g_clear_object (&self->scores);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_OPTIONS_PAGE);
  G_OBJECT_CLASS (mis_options_page_parent_class)->dispose (object);
}

static void
mis_options_page_class_init (MisOptionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_options_page_dispose;
  widget_class->map = mis_options_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/options-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MisOptionsPage, groups);
  gtk_widget_class_bind_template_child (widget_class, MisOptionsPage, paper_button);
  gtk_widget_class_bind_template_callback (widget_class, follow_paper_cb);
}

static void
mis_options_page_init (MisOptionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      self->options[i] = MIS_OPTION_GROUP (mis_option_group_new (i));
      gtk_box_append (self->groups, GTK_WIDGET (self->options[i]));
    }
  self->scores = mis_option_scores_new ();
  g_signal_connect_object (self->scores, "counted", G_CALLBACK (show_scores), self,
                           G_CONNECT_SWAPPED);
}

void
mis_options_page_set_document (MisOptionsPage *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_OPTIONS_PAGE (self));

  forget_document (self);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
