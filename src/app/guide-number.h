/* guide-number.h: the answers to "How likely?" and "How much?": five in words, any number between,
 * and a range for who is not sure. */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "document/elicitation.h"

G_BEGIN_DECLS

#define MIS_TYPE_GUIDE_NUMBER (mis_guide_number_get_type ())
G_DECLARE_FINAL_TYPE (MisGuideNumber, mis_guide_number, MIS, GUIDE_NUMBER, AdwBin)

/* Asks @question, one about a number; @document: (nullable): nothing any more. */
void mis_guide_number_ask (MisGuideNumber *self, MisDocument *document, const MisInquiry *question);

/* Chooses the answer with this number, counted from 1; whether there is one. */
gboolean mis_guide_number_choose (MisGuideNumber *self, guint digit);

/* The keyboard goes to the field for a number, in which @text stands as if it had been typed. */
void mis_guide_number_type (MisGuideNumber *self, const char *text);

/* Enters what is being typed; %FALSE if that cannot be taken. */
gboolean mis_guide_number_commit (MisGuideNumber *self);

/* The keyboard goes to the answer that is chosen, or to the first one. */
void mis_guide_number_take_focus (MisGuideNumber *self);

G_END_DECLS
