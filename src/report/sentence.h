/* sentence.h: results as plain sentences, whole ones, so that they can be translated. */
#pragma once

#include "core/bounds.h"
#include "core/companion.h"
#include "core/curve.h"

G_BEGIN_DECLS

/* All return (transfer full) text without a verdict word: what was found, not what to think
 * of it. */

/* What the overall score says of this population. */
char *mis_sentence_score (const MisWorld *world, const MisScore *score);

/* "26 % of the possible", and what the possible is. */
char *mis_sentence_possible (const MisScore *score);

/* How far numbers that nobody knows for certain let the overall score go. */
char *mis_sentence_bounds (const MisBounds *bounds);

/* (nullable): where nearly all pairs are two agents of one group, that they are; else %NULL. */
char *mis_sentence_majority (const MisWorld *world);

/* How the score depends on the areas: the highest and the lowest. */
char *mis_sentence_areas (const MisWorld *world, const MisScore *score);

/* Where the population stands, where the curve has its top, and why it ends if it ends early. */
char *mis_sentence_share (const MisWorld *world,
                          const MisScore *score,
                          const MisCurve *curve,
                          guint agent);

/* How the chance of at least one conflict was found. */
char *mis_sentence_method (const MisAnyConflict *any);

G_END_DECLS
