/* scorer.h: the results of the newest world that was asked for, on the spot or by a worker. */
#pragma once

#include <gio/gio.h>

#include "document/results.h"

G_BEGIN_DECLS

#define MIS_TYPE_SCORER (mis_scorer_get_type ())
G_DECLARE_FINAL_TYPE (MisScorer, mis_scorer, MIS, SCORER, GObject)

/**
 * MisScorer:
 *
 * Lives in the main thread. Signal "counted": a worker has stopped, with results or because nobody
 * asks for them any more. Nobody waits for the worker of a scorer that is gone.
 */
MisScorer *mis_scorer_new (void);

/**
 * mis_scorer_ask:
 * @focus: the row whose share is varied
 * @locks: (array length=n_locks): rows that keep their count when it is
 *
 * What can be had within a frame is there when this returns; the rest is counted by a worker. What
 * was asked for before is forgotten.
 */
void mis_scorer_ask (MisScorer *self,
                     MisWorld *world,
                     guint focus,
                     const gboolean *locks,
                     guint n_locks);

/* Ends the work for a question that nobody waits for any more. */
void mis_scorer_stop (MisScorer *self);

/* (nullable): what was counted last; of an earlier world while it is busy. */
MisResults *mis_scorer_get_results (MisScorer *self);
gboolean mis_scorer_is_busy (MisScorer *self);

G_END_DECLS
