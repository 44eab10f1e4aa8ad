/* progress.h: an experiment that is run while its progress is shown. */
#pragma once

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

/* Takes the line of the last step away. */
void mis_progress_end_steps (void);

G_END_DECLS
