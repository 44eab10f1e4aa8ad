/* runner.h: all runs of an experiment, or the sums of many agents, on several threads. The one file
 * that knows threads. */
#pragma once

#include "core/agent-arrays.h"
#include "sim/engine.h"

G_BEGIN_DECLS

/* Series times points times runs: where the progress of a run ends. */
guint mis_runner_count (const MisEngine *engine);

/* How many threads this machine runs at once, at least 1. */
guint mis_runner_get_n_processors (void);

/**
 * mis_runner_run:
 * @n_threads: from 1; the calling thread is one of them
 * @progress: (nullable): counts what is done, up to mis_runner_count(); to be read with
 *   g_atomic_int_get()
 * @cancellable: (nullable): polled before and in each run
 * @is_complete: (out) (optional): whether nothing was left out
 *
 * Runs are taken in turn, the first of every point, then the second of every point, and so on, or
 * mis_engine_get_batch() of them at once: what was stopped is balanced. The result is the same bits
 * for any number of threads; it waits until all of them have ended. Memory: 8 bytes for each value.
 *
 * Returns: (transfer full): the result; if cancelled that of the runs that every point has
 *   (@runs of the result says how many), or the points that were run at all; where nothing was, all
 *   series without points, and 0 runs
 */
MisFigureData *mis_runner_run (MisEngine *engine,
                               guint n_threads,
                               int *progress,
                               GCancellable *cancellable,
                               gboolean *is_complete);

/**
 * mis_runner_score_arrays:
 * @n_threads: from 1; the calling thread is one of them
 *
 * Returns: (transfer full): what mis_agent_arrays_score() gives, to the last bit
 */
MisScore *mis_runner_score_arrays (MisWorld *world,
                                   const MisAgentArrays *arrays,
                                   guint n_threads);

G_END_DECLS
