#include "app/score-difference.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "core/edit-scenarios.h"
#include "core/restore.h"
#include "document/scenario-scores.h"
#include "report/number-text.h"

struct _MisScoreDifference
{
  AdwBin parent_instance;

  GtkLabel *label;

  MisDocument *document;
  MisScenarioScores *scores; /* of the base alone */
  MisWorld *base;            /* that was asked for last, without scenarios; NULL before */
};

G_DEFINE_FINAL_TYPE (MisScoreDifference, mis_score_difference, ADW_TYPE_BIN)

/* (transfer full) */
static char *
describe (double difference)
{
  g_autofree char *number = mis_score_text (fabs (difference));

  if (difference == 0)
    return g_strdup (_ ("as in the base project"));
  /* Translators: by how much a score differs from that of the base project */
  return g_strdup_printf (difference > 0 ? _ ("+%s against the base project")
                                         : _ ("−%s against the base project"),
                          number);
}

static gboolean
has_same_score (const MisWorld *a, const MisWorld *b)
{
  return mis_world_shares_numbers (a, b)
         && memcmp (mis_world_get_scoring (a), mis_world_get_scoring (b), sizeof (MisScoring)) == 0;
}

/* Whoever drags a slider of the scenario does not have the base counted again in each frame. */
static void
ask (MisScoreDifference *self)
{
  MisWorld *project = mis_document_get_project (self->document);
  g_autoptr (MisWorld) base = mis_world_without_scenarios (project);

  if (self->base == NULL || !has_same_score (self->base, base))
    mis_scenario_scores_ask (self->scores, base);
  g_clear_pointer (&self->base, mis_world_unref);
  self->base = g_steal_pointer (&base);
}

/* %NAN where one of the two has no score, or it is not known yet. */
static double
get_difference (MisScoreDifference *self)
{
  MisResults *results = mis_document_get_results (self->document);

  if (results == NULL || !results->score->has_score || mis_document_is_busy (self->document))
    return (double)NAN;
  return results->score->overall - mis_scenario_scores_get (self->scores, 0);
}

static void
refresh (MisScoreDifference *self)
{
  double difference = (double)NAN;

  if (self->document != NULL && mis_document_get_scenario (self->document) != NULL)
    {
      ask (self);
      difference = get_difference (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), !isnan (difference));
  if (!isnan (difference))
    {
      g_autofree char *text = describe (difference);

      gtk_label_set_label (self->label, text);
    }
}

static void
document_changed_cb (MisScoreDifference *self)
{
  refresh (self);
}

static void
mis_score_difference_dispose (GObject *object)
{
  MisScoreDifference *self = MIS_SCORE_DIFFERENCE (object);

  g_clear_object (&self->document);
  g_clear_object (&self->scores);
  g_clear_pointer (&self->base, mis_world_unref);
  G_OBJECT_CLASS (mis_score_difference_parent_class)->dispose (object);
}

static void
mis_score_difference_class_init (MisScoreDifferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_score_difference_dispose;
}

static void
mis_score_difference_init (MisScoreDifference *self)
{
  self->scores = mis_scenario_scores_new ();
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->scores, "counted", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

void
mis_score_difference_set_document (MisScoreDifference *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_SCORE_DIFFERENCE (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "state-changed", G_CALLBACK (document_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  refresh (self);
}
