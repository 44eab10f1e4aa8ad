/* score-difference.h: how far the score of the scenario that is shown is from that of the base. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_SCORE_DIFFERENCE (mis_score_difference_get_type ())
G_DECLARE_FINAL_TYPE (MisScoreDifference, mis_score_difference, MIS, SCORE_DIFFERENCE, AdwBin)

/* (nullable) @document: not to be seen without one, nor while the base is shown. */
void mis_score_difference_set_document (MisScoreDifference *self, MisDocument *document);

G_END_DECLS
