/* option-scores.h: what the score would be under each choice of each option, before one is made. */
#pragma once

#include <gio/gio.h>

#include "core/world.h"

G_BEGIN_DECLS

#define MIS_TYPE_OPTION_SCORES (mis_option_scores_get_type ())
G_DECLARE_FINAL_TYPE (MisOptionScores, mis_option_scores, MIS, OPTION_SCORES, GObject)

/**
 * MisOptionScores:
 *
 * Lives in the main thread; a worker counts. Signal "counted": there are other scores now.
 */
MisOptionScores *mis_option_scores_new (void);

/**
 * mis_option_scores_ask:
 *
 * Counts M (paper, eq. 7) of @world as it stands, and with one option changed to each other choice
 * it has: about 15 scores. What was asked for before is forgotten.
 */
void mis_option_scores_ask (MisOptionScores *self, MisWorld *world);

/* Ends the work for a question that nobody waits for any more. */
void mis_option_scores_stop (MisOptionScores *self);

/**
 * mis_option_scores_get:
 * @option: an index into mis_options
 * @choice: an index into its choices
 *
 * Returns: M if @option were @choice and all others as they are, of the world that was counted
 *   last; %NAN where no area has a score, or before the first count
 */
double mis_option_scores_get (MisOptionScores *self, guint option, guint choice);

G_END_DECLS
