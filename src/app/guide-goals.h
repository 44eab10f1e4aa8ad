/* guide-goals.h: the answers to "which goal is theirs?": the goals of the area, none, unknown.
 */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "document/elicitation.h"

G_BEGIN_DECLS

#define MIS_TYPE_GUIDE_GOALS (mis_guide_goals_get_type ())
G_DECLARE_FINAL_TYPE (MisGuideGoals, mis_guide_goals, MIS, GUIDE_GOALS, AdwBin)

/* Asks @question, one about a goal; @document: (nullable): nothing any more. */
void mis_guide_goals_ask (MisGuideGoals *self, MisDocument *document, const MisInquiry *question);

/* Chooses the answer with this number, counted from 1; whether there is one. */
gboolean mis_guide_goals_choose (MisGuideGoals *self, guint digit);

/* The keyboard goes to the answer that is chosen, or to the first one. */
void mis_guide_goals_take_focus (MisGuideGoals *self);

G_END_DECLS
