#include "app/score-card.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/score-difference.h"
#include "app/score-scale.h"
#include "app/tooltip.h"
#include "report/number-text.h"
#include "report/sentence.h"

#define SHOWN_REMARKS 4u

struct _MisScoreCard
{
  AdwBin parent_instance;

  GtkLabel *value;
  GtkLabel *possible;
  MisScoreDifference *difference;
  GtkSpinner *spinner;
  MisScoreScale *scale;
  GtkWidget *sentence;
  GtkLabel *bounds;
  GtkWidget *distribution_button;
  GtkWidget *companions;
  GtkLabel *expected;
  GtkLabel *expected_detail;
  GtkLabel *any_conflict;
  GtkLabel *method;
  GtkWidget *remarks;
  GtkWidget *options;

  MisDocument *document;
  gboolean compact;
};

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MisScoreCard, mis_score_card, ADW_TYPE_BIN)

static guint
count_scored (const MisScore *score)
{
  guint n = 0;

  for (guint i = 0; i < score->n_areas; i++)
    n += isnan (score->areas[i].raw) ? 0 : 1;
  return n;
}

static void
show_companions (MisScoreCard *self, const MisResults *results)
{
  const MisAnyConflict *any = &results->any_conflict;
  guint n = count_scored (results->score);
  g_autofree char *expected = mis_expected_text (results->score->expected_conflicts);
  g_autofree char *of = g_strdup_printf (ngettext ("of %u area", "of %u areas", n), n);
  g_autofree char *low = mis_percent_text (any->low);
  g_autofree char *high = mis_percent_text (any->high);
  g_autofree char *chance = isnan (any->value) ? g_strdup_printf ("%s – %s", low, high)
                                               : mis_percent_text (any->value);
  g_autofree char *method = mis_sentence_method (any);

  gtk_label_set_label (self->expected, expected);
  gtk_label_set_label (self->expected_detail, of);
  gtk_label_set_label (self->any_conflict, chance);
  gtk_label_set_label (self->method, method);
}

/* Which reading of the unknown and which other choices are in force, where they are not
 * the paper's. */
static void
show_options (MisScoreCard *self, const MisWorld *world)
{
  const MisScoring *scoring = mis_world_get_scoring (world);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    {
      guint choice = mis_scoring_get (scoring, i);

      if (choice == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, "%s: %s", _(mis_options[i].label),
                              _(mis_options[i].choices[choice].label));
    }
  gtk_label_set_label (GTK_LABEL (self->options), text->str);
  gtk_widget_set_visible (self->options, text->len > 0 && !self->compact);
  g_string_free (text, TRUE);
}

/* What the model would stumble over, and what a reader would: said and not forbidden. */
static void
show_remarks (MisScoreCard *self, const MisResults *results)
{
  g_autoptr (GPtrArray) warnings = mis_score_list_warnings (results->score, results->tally);
  g_autofree char *majority = mis_sentence_majority (mis_results_get_world (results));
  GString *text = g_string_new (majority);
  guint n_shown = MIN (warnings->len, SHOWN_REMARKS);

  for (guint i = 0; i < n_shown; i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", warning->message);
    }
  if (warnings->len > n_shown)
    g_string_append_printf (text, ngettext ("\nAnd %u more remark.", "\nAnd %u more remarks.",
                                            warnings->len - n_shown),
                            warnings->len - n_shown);
  gtk_label_set_label (GTK_LABEL (self->remarks), text->str);
  gtk_widget_set_visible (self->remarks, text->len > 0 && !self->compact);
  g_string_free (text, TRUE);
}

/* Also in the compact form: a score that is not certain must not look as if it were. */
static void
show_bounds (MisScoreCard *self, const MisResults *results)
{
  gboolean shown = results->bounds != NULL && results->score->has_score;
  g_autofree char *text = shown ? mis_sentence_bounds (results->bounds) : NULL;

  gtk_label_set_label (self->bounds, shown ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->bounds), shown);
  gtk_widget_set_visible (self->distribution_button, shown && !self->compact);
}

static void
show_explanations (MisScoreCard *self)
{
  g_autofree char *possible = mis_score_scale_explain (self->scale, MIS_SCALE_POSSIBLE);

  mis_tooltip_set (GTK_WIDGET (self->possible), possible);
}

static void
refresh (MisScoreCard *self)
{
  MisResults *results = mis_document_get_results (self->document);
  gboolean busy = mis_document_is_busy (self->document);
  g_autofree char *value = NULL, *possible = NULL, *sentence = NULL;

  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  if (results == NULL)
    return;
  value = results->score->has_score ? mis_score_text (results->score->overall)
                                    : g_strdup ("–");
  possible = mis_sentence_possible (results->score);
  sentence = mis_sentence_score (mis_results_get_world (results), results->score);
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->possible, results->score->has_score ? possible : "");
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  mis_score_scale_set_score (
    self->scale, results->score,
    mis_world_get_scoring (mis_results_get_world (results))->normalization);
  gtk_widget_set_visible (self->companions, results->score->has_score && !self->compact);
  show_bounds (self, results);
  show_companions (self, results);
  show_remarks (self, results);
  show_options (self, mis_results_get_world (results));
  show_explanations (self);
}

static void
document_changed_cb (MisScoreCard *self)
{
  refresh (self);
}

static void
set_compact (MisScoreCard *self, gboolean compact)
{
  self->compact = compact;
  gtk_widget_set_visible (self->sentence, !compact);
  gtk_widget_set_visible (self->companions, !compact);
  gtk_widget_set_visible (self->remarks, !compact);
  gtk_widget_set_visible (self->options, !compact);
  if (self->document != NULL)
    refresh (self);
}

static void
mis_score_card_dispose (GObject *object)
{
  MisScoreCard *self = MIS_SCORE_CARD (object);

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_SCORE_CARD);
  G_OBJECT_CLASS (mis_score_card_parent_class)->dispose (object);
}

static void
mis_score_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPACT)
    g_value_set_boolean (value, MIS_SCORE_CARD (object)->compact);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mis_score_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPACT)
    set_compact (MIS_SCORE_CARD (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mis_score_card_class_init (MisScoreCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mis_score_card_dispose;
  object_class->get_property = mis_score_card_get_property;
  object_class->set_property = mis_score_card_set_property;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT
                                                       | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (MIS_TYPE_SCORE_DIFFERENCE);
  g_type_ensure (MIS_TYPE_SCORE_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/score-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, value);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, possible);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, difference);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, spinner);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, scale);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, bounds);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, distribution_button);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, companions);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, expected);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, expected_detail);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, any_conflict);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, method);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, remarks);
  gtk_widget_class_bind_template_child (widget_class, MisScoreCard, options);
  gtk_widget_class_set_css_name (widget_class, "scorecard");
}

static void
mis_score_card_init (MisScoreCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mis_score_card_set_document (MisScoreCard *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_SCORE_CARD (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  mis_score_difference_set_document (self->difference, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::busy", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
