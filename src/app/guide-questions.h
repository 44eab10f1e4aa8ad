/* guide-questions.h: one step of the guide that asks, one question after another. */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "document/elicitation.h"

G_BEGIN_DECLS

#define MIS_TYPE_GUIDE_QUESTIONS (mis_guide_questions_get_type ())
G_DECLARE_FINAL_TYPE (MisGuideQuestions, mis_guide_questions, MIS, GUIDE_QUESTIONS, AdwBin)

/* Before anything else: what it asks for. */
void mis_guide_questions_set_kind (MisGuideQuestions *self, MisInquiryKind kind);

/* @document: (nullable) */
void mis_guide_questions_set_document (MisGuideQuestions *self, MisDocument *document);

/* Shows what the project says now. @elicitation: (transfer none): of it, kept by the caller until
 * the next call; %NULL while there is none of it yet: then nothing else is asked. */
void mis_guide_questions_update (MisGuideQuestions *self, const MisElicitation *elicitation);

/* To the next question that is open, or on along those that one has come back from; and back along
 * those that were asked. %FALSE at the end, and at the beginning. What is being typed is entered
 * first; it stays, and so does the question, if it cannot be. */
gboolean mis_guide_questions_go_next (MisGuideQuestions *self);
gboolean mis_guide_questions_go_back (MisGuideQuestions *self);

/* Asks what is open first, even if it was passed over; %FALSE if all is answered. */
gboolean mis_guide_questions_ask_open (MisGuideQuestions *self);

/* Enters what is being typed; %FALSE if that cannot be taken. */
gboolean mis_guide_questions_commit (MisGuideQuestions *self);

/* Gives the answer with this number, counted from 1; whether there is one. */
gboolean mis_guide_questions_choose (MisGuideQuestions *self, guint digit);

/* Begins to type a number with @text; whether one is asked for. */
gboolean mis_guide_questions_type (MisGuideQuestions *self, const char *text);

/* Whether @focus, where the keyboard is, is at the answers. */
gboolean mis_guide_questions_is_at_answers (MisGuideQuestions *self, GtkWidget *focus);

/* The keyboard goes to the answers. */
void mis_guide_questions_take_focus (MisGuideQuestions *self);

G_END_DECLS
