/* guide-result.h: the last step of the guide: what the answers come to, and the ways on. */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "document/elicitation.h"

G_BEGIN_DECLS

#define MIS_TYPE_GUIDE_RESULT (mis_guide_result_get_type ())
G_DECLARE_FINAL_TYPE (MisGuideResult, mis_guide_result, MIS, GUIDE_RESULT, AdwBin)

/* @document: (nullable) */
void mis_guide_result_set_document (MisGuideResult *self, MisDocument *document);

/* Says how much is left open. */
void mis_guide_result_update (MisGuideResult *self, const MisElicitation *elicitation);

void mis_guide_result_take_focus (MisGuideResult *self);

G_END_DECLS
