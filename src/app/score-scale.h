/* score-scale.h: the overall score on a scale from 0 to the most that could be. */
#pragma once

#include <gtk/gtk.h>

#include "core/score.h"

G_BEGIN_DECLS

#define MIS_TYPE_SCORE_SCALE (mis_score_scale_get_type ())
G_DECLARE_FINAL_TYPE (MisScoreScale, mis_score_scale, MIS, SCORE_SCALE, GtkWidget)

/* (nullable): the score to show. The limit for large populations is marked where it is another. */
void mis_score_scale_set_score (MisScoreScale *self, MisScore *score);

G_END_DECLS
