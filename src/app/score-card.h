/* score-card.h: the overall score, what it means, and its two companion readings. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_SCORE_CARD (mis_score_card_get_type ())
G_DECLARE_FINAL_TYPE (MisScoreCard, mis_score_card, MIS, SCORE_CARD, AdwBin)

/* Property "compact": the number and its scale alone, for narrow windows. */
void mis_score_card_set_document (MisScoreCard *self, MisDocument *document);

G_END_DECLS
