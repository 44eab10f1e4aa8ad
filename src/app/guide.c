#include "app/guide.h"

#include <glib/gi18n.h>

#include "app/guide-areas.h"
#include "app/guide-people.h"
#include "app/guide-private.h"
#include "app/guide-result.h"
#include "app/guide-steps.h"
#include "app/guide-words.h"
#include "document/elicitation-ranker.h"
#include "report/number-text.h"

struct _MisGuide
{
  AdwBin parent_instance;

  GtkMenuButton *narrow_steps;
  AdwLeaflet *leaflet;
  GtkBox *wide_steps;
  GtkStack *pages;
  MisGuidePeople *people;
  MisGuideAreas *areas;
  MisGuideQuestions *goals;
  MisGuideQuestions *conflicts;
  MisGuideQuestions *weights;
  MisGuideResult *result;
  GtkWidget *back_button;
  GtkWidget *result_button;
  GtkWidget *next_button;

  GtkLabel *details[MIS_N_STEPS]; /* how far each step is */
  GSimpleActionGroup *actions;
  MisDocument *document;
  MisElicitationRanker *ranker;
  MisElicitation *elicitation; /* what the pages show; NULL before the first time in sight */
  guint rank_source;           /* questions are to be put in order anew */
  guint fold_source;
};

G_DEFINE_FINAL_TYPE (MisGuide, mis_guide, ADW_TYPE_BIN)

static MisGuideStep
get_step (MisGuide *self)
{
  return mis_guide_step_find (gtk_stack_get_visible_child_name (self->pages));
}

/* (nullable): the page of a step that asks. */
static MisGuideQuestions *
get_questions (MisGuide *self, MisGuideStep step)
{
  return step == MIS_STEP_GOALS       ? self->goals
         : step == MIS_STEP_CONFLICTS ? self->conflicts
         : step == MIS_STEP_WEIGHTS   ? self->weights
                                      : NULL;
}

static MisInquiryKind
get_kind (MisGuideStep step)
{
  return step == MIS_STEP_GOALS       ? MIS_INQUIRY_GOAL
         : step == MIS_STEP_CONFLICTS ? MIS_INQUIRY_CONFLICT
                                      : MIS_INQUIRY_WEIGHT;
}

/* (transfer full): how far a step is. */
static char *
dup_detail (MisGuide *self, MisGuideStep step)
{
  MisWorld *world = mis_document_get_world (self->document);
  MisResults *results = mis_document_get_results (self->document);
  guint n =
      step == MIS_STEP_PEOPLE ? mis_world_get_n_agents (world) : mis_world_get_n_areas (world);
  MisInquiryProgress progress;

  if (step == MIS_STEP_PEOPLE)
    return g_strdup_printf (ngettext ("%u group", "%u groups", n), n);
  if (step == MIS_STEP_AREAS)
    return g_strdup_printf (ngettext ("%u problem area", "%u problem areas", n), n);
  if (step == MIS_STEP_RESULT)
    return results != NULL && results->score->has_score ? mis_score_text (results->score->overall)
                                                        : g_strdup ("–");
  progress = mis_elicitation_get_progress (self->elicitation, get_kind (step));
  return progress.n > 0 ? mis_guide_dup_short_progress (&progress) : g_strdup ("–");
}

static void
show_steps (MisGuide *self)
{
  MisGuideStep step = get_step (self);
  /* Translators: number of a step, number of steps, name of the step */
  g_autofree char *title = g_strdup_printf (_ ("%u of %u: %s"), step + 1, (guint)MIS_N_STEPS,
                                            mis_guide_step_get_title (step));

  gtk_menu_button_set_label (self->narrow_steps, title);
  for (guint i = 0; i < MIS_N_STEPS; i++)
    {
      g_autofree char *detail = dup_detail (self, (MisGuideStep)i);

      gtk_label_set_label (self->details[i], detail);
    }
  gtk_widget_set_sensitive (self->back_button, step > 0);
  gtk_widget_set_visible (self->result_button, get_questions (self, step) != NULL);
  gtk_widget_set_visible (self->next_button, step != MIS_STEP_RESULT);
}

/* Whatever is asked now goes on being asked, in whichever order the others come. */
static void
show_questions (MisGuide *self, MisElicitation *elicitation)
{
  MisElicitation *before = self->elicitation;

  self->elicitation = mis_elicitation_ref (elicitation);
  for (guint step = MIS_STEP_GOALS; step <= MIS_STEP_WEIGHTS; step++)
    mis_guide_questions_update (get_questions (self, (MisGuideStep)step), self->elicitation);
  mis_guide_result_update (self->result, self->elicitation);
  g_clear_pointer (&before, mis_elicitation_unref);
  show_steps (self);
}

/* For who goes on: the next question cannot wait. */
static void
rank (MisGuide *self)
{
  g_clear_handle_id (&self->rank_source, g_source_remove);
  show_questions (
      self, mis_elicitation_ranker_get_now (self->ranker, mis_document_get_world (self->document)));
}

/* What was ordered may be of a world that has changed since; then it is being ordered anew. */
static void
ranked_cb (MisGuide *self)
{
  MisElicitation *elicitation = mis_elicitation_ranker_get (self->ranker);

  if (elicitation != NULL &&
      mis_elicitation_get_world (elicitation) == mis_document_get_world (self->document))
    show_questions (self, elicitation);
}

static gboolean
rank_cb (gpointer user_data)
{
  MisGuide *self = user_data;

  self->rank_source = 0;
  mis_elicitation_ranker_ask (self->ranker, mis_document_get_world (self->document));
  ranked_cb (self);
  return G_SOURCE_REMOVE;
}

/* Only those of the step that is in sight. */
static void
show_tables (MisGuide *self)
{
  if (get_step (self) == MIS_STEP_PEOPLE)
    mis_guide_people_update (self->people);
  else if (get_step (self) == MIS_STEP_AREAS)
    mis_guide_areas_update (self->areas);
}

/* Every letter and every step of a slider comes here; the order of the questions can wait. */
static void
changed_cb (MisGuide *self)
{
  MisGuideQuestions *questions = get_questions (self, get_step (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  show_tables (self);
  if (questions != NULL)
    mis_guide_questions_update (questions, NULL);
  if (self->rank_source == 0)
    self->rank_source = g_idle_add (rank_cb, self);
}

static void
take_focus (MisGuide *self)
{
  MisGuideStep step = get_step (self);
  MisGuideQuestions *questions = get_questions (self, step);

  if (questions != NULL)
    mis_guide_questions_take_focus (questions);
  else if (step == MIS_STEP_PEOPLE)
    mis_guide_people_take_focus (self->people);
  else if (step == MIS_STEP_AREAS)
    mis_guide_areas_take_focus (self->areas);
  else
    mis_guide_result_take_focus (self->result);
}

/* What is being typed is entered; %FALSE if it cannot be. */
static gboolean
commit (MisGuide *self)
{
  MisGuideStep step = get_step (self);
  MisGuideQuestions *questions = get_questions (self, step);

  if (questions != NULL)
    return mis_guide_questions_commit (questions);
  return step == MIS_STEP_PEOPLE  ? mis_guide_people_commit (self->people)
         : step == MIS_STEP_AREAS ? mis_guide_areas_commit (self->areas)
                                  : TRUE;
}

static void
show_step (MisGuide *self, MisGuideStep step)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "step");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (mis_guide_step_get_name (step)));
  gtk_stack_set_visible_child_name (self->pages, mis_guide_step_get_name (step));
  show_tables (self);
  rank (self);
  take_focus (self);
}

static void
change_step_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MisGuide *self = user_data;
  const char *name = g_variant_get_string (state, NULL);

  for (MisGuideStep i = 0; i < MIS_N_STEPS; i++)
    if (self->document != NULL && g_str_equal (mis_guide_step_get_name (i), name) && commit (self))
      show_step (self, i);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mis_guide_go_back (user_data);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mis_guide_go_next (user_data);
}

/* What was passed over is asked again, the first step first. */
static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisGuide *self = user_data;

  if (self->document == NULL || !commit (self))
    return;
  rank (self);
  for (guint step = MIS_STEP_GOALS; step <= MIS_STEP_WEIGHTS; step++)
    if (mis_elicitation_get_progress (self->elicitation, get_kind ((MisGuideStep)step)).n_open > 0)
      {
        show_step (self, (MisGuideStep)step);
        mis_guide_questions_ask_open (get_questions (self, (MisGuideStep)step));
        return;
      }
}

static const GActionEntry entries[] = {
  { "step", NULL, "s", "'people'", change_step_cb },
  { "back", back_cb },
  { "next", next_cb },
  { "open", open_cb },
};

/* It folds while it is given its size; what that shows or hides has to wait until then. */
static gboolean
show_fold_cb (gpointer user_data)
{
  MisGuide *self = user_data;

  self->fold_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_steps), adw_leaflet_get_folded (self->leaflet));
  return G_SOURCE_REMOVE;
}

static void
folded_cb (MisGuide *self)
{
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_fold_cb, self, NULL);
}

static void
add_steps (MisGuide *self)
{
  g_autoptr (GMenuModel) menu = mis_guide_steps_new_menu ();

  for (guint i = 0; i < MIS_N_STEPS; i++)
    gtk_box_append (self->wide_steps,
                    mis_guide_step_new_button ((MisGuideStep)i, &self->details[i]));
  gtk_menu_button_set_menu_model (self->narrow_steps, menu);
}

static void
forget_document (MisGuide *self)
{
  g_clear_handle_id (&self->rank_source, g_source_remove);
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (self->ranker, self);
    }
  g_clear_object (&self->document);
  g_clear_object (&self->ranker);
  g_clear_pointer (&self->elicitation, mis_elicitation_unref);
}

static void
mis_guide_map (GtkWidget *widget)
{
  MisGuide *self = MIS_GUIDE (widget);

  GTK_WIDGET_CLASS (mis_guide_parent_class)->map (widget);
  if (self->document == NULL)
    return;
  changed_cb (self);
  rank (self);
}

static void
mis_guide_dispose (GObject *object)
{
  MisGuide *self = MIS_GUIDE (object);

  forget_document (self);
  g_clear_handle_id (&self->fold_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_GUIDE);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (mis_guide_parent_class)->dispose (object);
}

static void
mis_guide_class_init (MisGuideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_guide_dispose;
  widget_class->map = mis_guide_map;

  g_type_ensure (MIS_TYPE_GUIDE_AREAS);
  g_type_ensure (MIS_TYPE_GUIDE_PEOPLE);
  g_type_ensure (MIS_TYPE_GUIDE_QUESTIONS);
  g_type_ensure (MIS_TYPE_GUIDE_RESULT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/guide.ui");
  gtk_widget_class_bind_template_child (widget_class, MisGuide, narrow_steps);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, wide_steps);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, pages);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, people);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, areas);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, goals);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, conflicts);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, weights);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, result);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, back_button);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, result_button);
  gtk_widget_class_bind_template_child (widget_class, MisGuide, next_button);
  gtk_widget_class_bind_template_callback (widget_class, mis_guide_go_next);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
mis_guide_init (MisGuide *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "guide", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint step = MIS_STEP_GOALS; step <= MIS_STEP_WEIGHTS; step++)
    mis_guide_questions_set_kind (get_questions (self, (MisGuideStep)step),
                                  get_kind ((MisGuideStep)step));
  add_steps (self);
  mis_guide_add_keys (self);
}

MisGuideQuestions *
mis_guide_get_questions (MisGuide *self)
{
  return self->document != NULL ? get_questions (self, get_step (self)) : NULL;
}

void
mis_guide_set_document (MisGuide *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_GUIDE (self));

  forget_document (self);
  mis_guide_people_set_document (self->people, document);
  mis_guide_areas_set_document (self->areas, document);
  for (guint step = MIS_STEP_GOALS; step <= MIS_STEP_WEIGHTS; step++)
    mis_guide_questions_set_document (get_questions (self, (MisGuideStep)step), document);
  mis_guide_result_set_document (self->result, document);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  self->ranker = mis_elicitation_ranker_new ();
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ranker, "ranked", G_CALLBACK (ranked_cb), self, G_CONNECT_SWAPPED);
}

/* Where somebody has to say something first; where all is said, the conflicts, to be looked at. */
static MisGuideStep
find_first_step (MisGuide *self)
{
  MisWorld *world = mis_document_get_world (self->document);
  MisElicitation *elicitation = mis_elicitation_ranker_get_now (self->ranker, world);

  if (mis_world_get_n_agents (world) == 0)
    return MIS_STEP_PEOPLE;
  if (mis_world_get_n_areas (world) == 0)
    return MIS_STEP_AREAS;
  for (guint step = MIS_STEP_GOALS; step <= MIS_STEP_WEIGHTS; step++)
    if (mis_elicitation_get_next (elicitation, get_kind ((MisGuideStep)step), NULL) != NULL)
      return (MisGuideStep)step;
  return MIS_STEP_CONFLICTS;
}

void
mis_guide_begin (MisGuide *self)
{
  g_return_if_fail (MIS_IS_GUIDE (self));

  if (self->document != NULL)
    show_step (self, find_first_step (self));
}

gboolean
mis_guide_go_back (MisGuide *self)
{
  MisGuideStep step;
  MisGuideQuestions *questions;

  g_return_val_if_fail (MIS_IS_GUIDE (self), FALSE);

  step = get_step (self);
  questions = get_questions (self, step);
  if (self->document == NULL || !commit (self))
    return FALSE;
  if (questions != NULL && mis_guide_questions_go_back (questions))
    mis_guide_questions_take_focus (questions);
  else if (step > 0)
    show_step (self, (MisGuideStep)(step - 1));
  else
    return FALSE;
  return TRUE;
}

gboolean
mis_guide_go_next (MisGuide *self)
{
  MisGuideStep step;
  MisGuideQuestions *questions;

  g_return_val_if_fail (MIS_IS_GUIDE (self), FALSE);

  step = get_step (self);
  questions = get_questions (self, step);
  if (self->document == NULL || !commit (self))
    return FALSE;
  rank (self);
  if (questions != NULL && mis_guide_questions_go_next (questions))
    mis_guide_questions_take_focus (questions);
  else if (step + 1 < MIS_N_STEPS)
    show_step (self, (MisGuideStep)(step + 1));
  else
    return FALSE;
  return TRUE;
}
