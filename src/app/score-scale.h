/* score-scale.h: the overall score on a scale from 0 to the most that could be. */
#pragma once

#include <gtk/gtk.h>

#include "core/score.h"

G_BEGIN_DECLS

#define MIS_TYPE_SCORE_SCALE (mis_score_scale_get_type ())
G_DECLARE_FINAL_TYPE (MisScoreScale, mis_score_scale, MIS, SCORE_SCALE, GtkWidget)

/* Its labels: the ends of the scale below it, the limit for large populations above its mark. */
typedef enum
{
  MIS_SCALE_ZERO,
  MIS_SCALE_POSSIBLE,
  MIS_SCALE_LIMIT,
  MIS_N_SCALE_LABELS,
} MisScaleLabel;

/**
 * mis_score_scale_set_score:
 * @score: (nullable): what to show
 * @normalization: what it was divided by: a limit that is 1 by definition is explained otherwise
 */
void
mis_score_scale_set_score (MisScoreScale *self, MisScore *score, MisNormalization normalization);

/* (transfer full) (nullable): what a label says, and where it stands; %NULL if it is not there. */
char *mis_score_scale_get_label (MisScoreScale *self, MisScaleLabel which, graphene_rect_t *place);

/* (transfer full) (nullable): what a label means, in a sentence; %NULL if it is not there or
 * says all. */
char *mis_score_scale_explain (MisScoreScale *self, MisScaleLabel which);

/* (transfer full) (nullable): what is told to a pointer that rests at @x, @y: what is there, or
 * else all that the scale has. */
char *mis_score_scale_explain_at (MisScoreScale *self, double x, double y);

G_END_DECLS
