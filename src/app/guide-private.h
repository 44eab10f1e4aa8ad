/* guide-private.h: what the parts of the guide share. guide.c is the widget and knows the steps;
 * guide-keys.c hears the keyboard. */
#pragma once

#include "app/guide-questions.h"
#include "app/guide.h"

G_BEGIN_DECLS

/* ---- guide.c ---- */

/* (nullable) (transfer none): the page in sight, if it is one that asks. */
MisGuideQuestions *mis_guide_get_questions (MisGuide *self);

/* ---- guide-keys.c ---- */

void mis_guide_add_keys (MisGuide *self);

G_END_DECLS
