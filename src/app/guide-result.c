#include "app/guide-result.h"

#include <glib/gi18n.h>

#include "app/driver-list.h"
#include "app/score-card.h"

struct _MisGuideResult
{
  AdwBin parent_instance;

  MisScoreCard *score;
  GtkLabel *open;
  GtkWidget *open_child; /* around the button that leads there */
  MisDriverList *drivers;
  GtkWidget *explore_button;
};

G_DEFINE_FINAL_TYPE (MisGuideResult, mis_guide_result, ADW_TYPE_BIN)

static void
mis_guide_result_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_GUIDE_RESULT);
  G_OBJECT_CLASS (mis_guide_result_parent_class)->dispose (object);
}

static void
mis_guide_result_class_init (MisGuideResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_guide_result_dispose;

  g_type_ensure (MIS_TYPE_DRIVER_LIST);
  g_type_ensure (MIS_TYPE_SCORE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/guide-result.ui");
  gtk_widget_class_bind_template_child (widget_class, MisGuideResult, score);
  gtk_widget_class_bind_template_child (widget_class, MisGuideResult, open);
  gtk_widget_class_bind_template_child (widget_class, MisGuideResult, open_child);
  gtk_widget_class_bind_template_child (widget_class, MisGuideResult, drivers);
  gtk_widget_class_bind_template_child (widget_class, MisGuideResult, explore_button);
}

static void
mis_guide_result_init (MisGuideResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mis_guide_result_set_document (MisGuideResult *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_GUIDE_RESULT (self));

  mis_score_card_set_document (self->score, document);
  mis_driver_list_set_document (self->drivers, document);
}

static guint
count_open (const MisElicitation *elicitation)
{
  guint n = 0;

  for (guint kind = 0; kind < MIS_N_INQUIRY_KINDS; kind++)
    n += mis_elicitation_get_progress (elicitation, kind).n_open;
  return n;
}

void
mis_guide_result_update (MisGuideResult *self, const MisElicitation *elicitation)
{
  guint n;
  g_autofree char *text = NULL;

  g_return_if_fail (MIS_IS_GUIDE_RESULT (self));

  n = count_open (elicitation);
  text = g_strdup_printf (
      ngettext (
          "%u question is open. Its number counts as it stands, and what nobody has said yet "
          "is part of the range of the score.",
          "%u questions are open. Their numbers count as they stand, and what nobody has said "
          "yet is part of the range of the score.",
          n),
      n);
  gtk_widget_set_visible (self->open_child, n > 0);
  gtk_label_set_label (self->open, n > 0 ? text : _ ("All questions are answered."));
}

void
mis_guide_result_take_focus (MisGuideResult *self)
{
  g_return_if_fail (MIS_IS_GUIDE_RESULT (self));

  gtk_widget_grab_focus (self->explore_button);
}
