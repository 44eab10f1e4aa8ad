/* progress.h: long work that is done while its progress is shown. */
#pragma once

#include "core/reach.h"
#include "sim/engine.h"

G_BEGIN_DECLS

/**
 * mis_progress_run:
 * @name: stands before the percentage
 *
 * If standard error is a terminal, it shows how much is done and about how long the rest takes,
 * from half a second on. An interrupt ends the program.
 *
 * Returns: (transfer full): the complete result
 */
MisFigureData *mis_progress_run (MisEngine *engine, guint n_threads, const char *name);

/**
 * mis_progress_show_step:
 * @name: stands before @what
 * @what: what is being done
 *
 * One of a few steps of unknown length, in one line that the next step replaces, if standard error
 * is a terminal.
 */
void mis_progress_show_step (const char *name, const char *what, guint step, guint n_steps);

/**
 * mis_progress_follow:
 * @progress: what @work counts up
 * @work: what is done in this step
 *
 * A step of which it is known how far it is: the same line, with a percentage from the beginning
 * on. Ends when the work is done. Where standard error is no terminal, the work is done and nothing
 * else.
 */
void mis_progress_follow (const char *name,
                          const char *what,
                          guint step,
                          guint n_steps,
                          const MisReachProgress *progress,
                          void (*work) (gpointer data),
                          gpointer data);

/* Takes the line of the last step away. */
void mis_progress_end_steps (void);

G_END_DECLS
