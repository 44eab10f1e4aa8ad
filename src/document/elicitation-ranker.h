/* elicitation-ranker.h: the questions of the newest world that was asked for, on the spot or by a
 * worker.
 */
#pragma once

#include <gio/gio.h>

#include "document/elicitation.h"

G_BEGIN_DECLS

#define MIS_TYPE_ELICITATION_RANKER (mis_elicitation_ranker_get_type ())
G_DECLARE_FINAL_TYPE (
    MisElicitationRanker, mis_elicitation_ranker, MIS, ELICITATION_RANKER, GObject)

/**
 * MisElicitationRanker:
 *
 * Lives in the main thread. Signal "ranked": a worker has stopped, with the questions of the newest
 * world or because nobody asks for them any more. Nobody waits for the worker of a ranker that is
 * gone.
 */
MisElicitationRanker *mis_elicitation_ranker_new (void);

/**
 * mis_elicitation_ranker_ask:
 *
 * What is ordered in a part of a frame is there when this returns; the rest is left to a worker.
 * What was asked for before is forgotten.
 */
void mis_elicitation_ranker_ask (MisElicitationRanker *self, MisWorld *world);

/**
 * mis_elicitation_ranker_get_now:
 *
 * For who cannot go on without them. Nothing is ordered twice.
 *
 * Returns: (transfer none): the questions of just this world
 */
MisElicitation *mis_elicitation_ranker_get_now (MisElicitationRanker *self, MisWorld *world);

/* Ends the wait for a worker that nobody needs any more. */
void mis_elicitation_ranker_stop (MisElicitationRanker *self);

/* (nullable) (transfer none): those ordered last; of an earlier world while it is busy. */
MisElicitation *mis_elicitation_ranker_get (MisElicitationRanker *self);
gboolean mis_elicitation_ranker_is_busy (MisElicitationRanker *self);

G_END_DECLS
