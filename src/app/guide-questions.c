#include "app/guide-questions.h"

#include <glib/gi18n.h>

#include "app/guide-goals.h"
#include "app/guide-number.h"
#include "app/guide-words.h"

/* Of a long list, more than these are reached by answering. */
#define MOST_ITEMS 100u

struct _MisGuideQuestions
{
  AdwBin parent_instance;

  GtkLabel *progress;
  GtkProgressBar *bar;
  GtkWidget *asked;
  GtkLabel *context;
  GtkLabel *pair; /* of goals */
  GtkLabel *question;
  MisGuideGoals *goals;
  MisGuideNumber *number;
  GtkLabel *state;
  GtkLabel *rest;
  GtkExpander *all;
  GtkListBox *items;

  MisInquiryKind kind;
  MisDocument *document;
  const MisElicitation *elicitation; /* the guide's; NULL while the project has changed since */
  GArray *trail;                     /* of MisInquiry: asked so far, in their order */
  guint at;                          /* where on it; its length while nothing is asked */
};

G_DEFINE_FINAL_TYPE (MisGuideQuestions, mis_guide_questions, ADW_TYPE_BIN)

static MisWorld *
get_world (MisGuideQuestions *self)
{
  return mis_document_get_world (self->document);
}

/* (nullable): what is asked now. */
static MisInquiry *
get_question (MisGuideQuestions *self)
{
  return self->at < self->trail->len ? &g_array_index (self->trail, MisInquiry, self->at) : NULL;
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_question (MisGuideQuestions *self, const MisInquiry *question)
{
  g_autofree char *text = mis_guide_dup_question (question, get_world (self));
  g_autofree char *context = mis_guide_dup_context (question, get_world (self));
  g_autofree char *pair = mis_guide_dup_goals (question, get_world (self));
  g_autofree char *state = mis_guide_dup_state (question, get_world (self));

  gtk_label_set_label (self->question, text);
  show_text (self->context, context);
  show_text (self->pair, pair);
  show_text (self->state, state);
  if (self->kind == MIS_INQUIRY_GOAL)
    mis_guide_goals_ask (self->goals, self->document, question);
  else
    mis_guide_number_ask (self->number, self->document, question);
}

/* In place of a question: nothing to ask for yet, or nothing any more. */
static void
show_rest (MisGuideQuestions *self, guint n)
{
  static const char *const nothing[] = {
    [MIS_INQUIRY_GOAL] = N_ ("Nothing to ask yet: it takes a group, and a problem area with "
                             "something to want."),
    [MIS_INQUIRY_CONFLICT] = N_ ("Nothing to ask yet: nobody wants anything that somebody else "
                                 "could block."),
    [MIS_INQUIRY_WEIGHT] = N_ ("Nothing to ask yet: nobody wants anything."),
  };

  gtk_label_set_label (self->rest, n == 0 ? _ (nothing[self->kind])
                                          : _ ("All is answered. Below stand all answers, to be "
                                               "looked at and changed."));
}

static void
show_progress (MisGuideQuestions *self)
{
  MisInquiryProgress progress = mis_elicitation_get_progress (self->elicitation, self->kind);
  g_autofree char *text = mis_guide_dup_progress (&progress, self->kind);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), progress.n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), progress.n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->all), progress.n > 0);
  gtk_label_set_label (self->progress, text);
  gtk_progress_bar_set_fraction (self->bar,
                                 progress.n > 0 ? 1.0 - (double)progress.n_open / progress.n : 0.0);
  show_rest (self, progress.n);
}

static void
ask (MisGuideQuestions *self, MisInquiry chosen)
{
  for (self->at = 0; self->at < self->trail->len; self->at++)
    if (mis_inquiry_is_same (get_question (self), &chosen))
      break;
  if (self->at == self->trail->len)
    g_array_append_val (self->trail, chosen);
  mis_guide_questions_update (self, self->elicitation);
  mis_guide_questions_take_focus (self);
}

static void
ask_cb (MisGuideQuestions *self, GtkListBoxRow *row)
{
  guint n;
  const MisInquiry *list;
  MisInquiry chosen;

  /* The list is about to be made anew. */
  if (self->elicitation == NULL)
    return;
  list = mis_elicitation_list (self->elicitation, self->kind, &n);
  chosen = list[gtk_list_box_row_get_index (row)];
  if (mis_guide_questions_commit (self))
    ask (self, chosen);
}

static void
add_item (MisGuideQuestions *self, const MisInquiry *question)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = mis_guide_dup_item (question, get_world (self));
  g_autofree char *text = mis_guide_dup_answer (question, get_world (self));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), mis_area_get_name (mis_world_get_area (
                                                         get_world (self), question->area)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->items, row);
}

/* Only while it is in sight. */
static void
show_items (MisGuideQuestions *self)
{
  guint n = 0;
  const MisInquiry *list;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->items, 0)) != NULL)
    gtk_list_box_remove (self->items, GTK_WIDGET (row));
  if (self->elicitation == NULL || !gtk_expander_get_expanded (self->all))
    return;
  list = mis_elicitation_list (self->elicitation, self->kind, &n);
  for (guint i = 0; i < MIN (n, MOST_ITEMS); i++)
    add_item (self, &list[i]);
}

/* What was asked may have gone since. */
static void
prune (MisGuideQuestions *self)
{
  for (guint i = self->trail->len; i > 0; i--)
    if (!mis_inquiry_read (&g_array_index (self->trail, MisInquiry, i - 1), get_world (self)))
      {
        g_array_remove_index (self->trail, i - 1);
        self->at = self->at >= i ? self->at - 1 : self->at;
      }
}

static void
read_effects (MisGuideQuestions *self)
{
  guint n;
  const MisInquiry *list = mis_elicitation_list (self->elicitation, self->kind, &n);
  MisInquiry *question = get_question (self);

  for (guint i = 0; question != NULL && i < n; i++)
    if (mis_inquiry_is_same (question, &list[i]))
      question->effect = list[i].effect;
}

static gboolean
push_next (MisGuideQuestions *self)
{
  const MisInquiry *next =
      self->elicitation != NULL
          ? mis_elicitation_get_next (self->elicitation, self->kind, self->trail)
          : NULL;

  self->at = self->trail->len;
  if (next != NULL)
    g_array_append_val (self->trail, *next);
  return next != NULL;
}

static void
mis_guide_questions_dispose (GObject *object)
{
  MisGuideQuestions *self = MIS_GUIDE_QUESTIONS (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->trail, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_GUIDE_QUESTIONS);
  G_OBJECT_CLASS (mis_guide_questions_parent_class)->dispose (object);
}

static void
mis_guide_questions_class_init (MisGuideQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_guide_questions_dispose;

  g_type_ensure (MIS_TYPE_GUIDE_GOALS);
  g_type_ensure (MIS_TYPE_GUIDE_NUMBER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/guide-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, progress);
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, bar);
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, asked);
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, context);
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, pair);
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, question);
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, goals);
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, number);
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, state);
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, rest);
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, all);
  gtk_widget_class_bind_template_child (widget_class, MisGuideQuestions, items);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_items);
}

static void
mis_guide_questions_init (MisGuideQuestions *self)
{
  self->trail = g_array_new (FALSE, FALSE, sizeof (MisInquiry));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mis_guide_questions_set_kind (MisGuideQuestions *self, MisInquiryKind kind)
{
  g_return_if_fail (MIS_IS_GUIDE_QUESTIONS (self));

  self->kind = kind;
  gtk_widget_set_visible (GTK_WIDGET (self->goals), kind == MIS_INQUIRY_GOAL);
  gtk_widget_set_visible (GTK_WIDGET (self->number), kind != MIS_INQUIRY_GOAL);
}

void
mis_guide_questions_set_document (MisGuideQuestions *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_GUIDE_QUESTIONS (self));

  g_set_object (&self->document, document);
  self->elicitation = NULL;
  g_array_set_size (self->trail, 0);
  self->at = 0;
  mis_guide_goals_ask (self->goals, NULL, NULL);
  mis_guide_number_ask (self->number, NULL, NULL);
}

void
mis_guide_questions_update (MisGuideQuestions *self, const MisElicitation *elicitation)
{
  g_return_if_fail (MIS_IS_GUIDE_QUESTIONS (self));

  self->elicitation = elicitation;
  prune (self);
  if (self->at >= self->trail->len)
    push_next (self);
  if (elicitation != NULL)
    {
      read_effects (self);
      show_progress (self);
      show_items (self);
    }
  gtk_widget_set_visible (self->asked, get_question (self) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), get_question (self) == NULL);
  if (get_question (self) != NULL)
    show_question (self, get_question (self));
}

gboolean
mis_guide_questions_commit (MisGuideQuestions *self)
{
  g_return_val_if_fail (MIS_IS_GUIDE_QUESTIONS (self), FALSE);

  return self->kind == MIS_INQUIRY_GOAL || get_question (self) == NULL ||
         mis_guide_number_commit (self->number);
}

gboolean
mis_guide_questions_go_next (MisGuideQuestions *self)
{
  g_return_val_if_fail (MIS_IS_GUIDE_QUESTIONS (self), FALSE);

  if (self->at + 1 < self->trail->len)
    self->at++;
  else if (get_question (self) == NULL || !push_next (self))
    {
      /* The last one stays in sight, for who comes back. */
      self->at = self->trail->len > 0 ? self->trail->len - 1 : 0;
      return FALSE;
    }
  mis_guide_questions_update (self, self->elicitation);
  return TRUE;
}

gboolean
mis_guide_questions_go_back (MisGuideQuestions *self)
{
  g_return_val_if_fail (MIS_IS_GUIDE_QUESTIONS (self), FALSE);

  if (self->at == 0)
    return FALSE;
  self->at--;
  mis_guide_questions_update (self, self->elicitation);
  return TRUE;
}

gboolean
mis_guide_questions_ask_open (MisGuideQuestions *self)
{
  guint n = 0, i = 0;
  const MisInquiry *list = NULL;

  g_return_val_if_fail (MIS_IS_GUIDE_QUESTIONS (self), FALSE);

  if (self->elicitation != NULL)
    list = mis_elicitation_list (self->elicitation, self->kind, &n);
  while (i < n && list[i].state != MIS_INQUIRY_OPEN)
    i++;
  if (i < n)
    ask (self, list[i]);
  return i < n;
}

gboolean
mis_guide_questions_choose (MisGuideQuestions *self, guint digit)
{
  g_return_val_if_fail (MIS_IS_GUIDE_QUESTIONS (self), FALSE);

  if (get_question (self) == NULL)
    return FALSE;
  return self->kind == MIS_INQUIRY_GOAL ? mis_guide_goals_choose (self->goals, digit)
                                        : mis_guide_number_choose (self->number, digit);
}

gboolean
mis_guide_questions_is_at_answers (MisGuideQuestions *self, GtkWidget *focus)
{
  g_return_val_if_fail (MIS_IS_GUIDE_QUESTIONS (self), FALSE);

  return get_question (self) != NULL && gtk_widget_is_ancestor (focus, self->asked);
}

gboolean
mis_guide_questions_type (MisGuideQuestions *self, const char *text)
{
  g_return_val_if_fail (MIS_IS_GUIDE_QUESTIONS (self), FALSE);

  if (get_question (self) == NULL || self->kind == MIS_INQUIRY_GOAL)
    return FALSE;
  mis_guide_number_type (self->number, text);
  return TRUE;
}

void
mis_guide_questions_take_focus (MisGuideQuestions *self)
{
  g_return_if_fail (MIS_IS_GUIDE_QUESTIONS (self));

  if (get_question (self) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->all));
  else if (self->kind == MIS_INQUIRY_GOAL)
    mis_guide_goals_take_focus (self->goals);
  else
    mis_guide_number_take_focus (self->number);
}
