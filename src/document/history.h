/* history.h: a list of worlds to walk along; undo and redo are exact because nothing is undone. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

#define MIS_HISTORY_STEPS 1000u
#define MIS_HISTORY_BYTES ((gsize)256 * 1024 * 1024)

/**
 * MisHistory:
 *
 * Steps between worlds, each with the name of what the user did. The oldest are dropped beyond
 * %MIS_HISTORY_STEPS steps, or %MIS_HISTORY_BYTES bytes that neighbouring worlds do not share.
 * Knows nothing of widgets, files or scores.
 */
typedef struct _MisHistory MisHistory;

MisHistory *mis_history_new (MisWorld *world);
void mis_history_free (MisHistory *history);

/* The world we stand at. */
MisWorld *mis_history_get_world (const MisHistory *history);

/**
 * mis_history_push:
 * @name: what was done, in the imperative: "Change Weight of Customer"
 *
 * Goes one step on, to @world; what was undone before is forgotten.
 */
void mis_history_push (MisHistory *history, MisWorld *world, const char *name);

/**
 * mis_history_note_scenarios:
 * @before, @after: (nullable): ids of the scenarios that were shown before and after what was
 * pushed last; %NULL: the base was
 *
 * So that undo and redo show what they take back and do again.
 */
void mis_history_note_scenarios (MisHistory *history, const char *before, const char *after);

/* (nullable): what was shown before the step that undo would take back, and after that which redo
 * would do again. */
const char *mis_history_get_undo_scenario (const MisHistory *history);
const char *mis_history_get_redo_scenario (const MisHistory *history);

/* Puts @world, and what led there, in the place of what was pushed last: the same step, made longer
 * by a drag. */
void mis_history_replace (MisHistory *history, MisWorld *world, const char *name);

/* Takes what was pushed last back as if it had never been, for a drag that ends where it began:
 * what was undone before can be done again. */
void mis_history_drop (MisHistory *history);

gboolean mis_history_undo (MisHistory *history);
gboolean mis_history_redo (MisHistory *history);

/* What undo or redo would take back or do again: (nullable): its name. */
const char *mis_history_get_undo_name (const MisHistory *history);
const char *mis_history_get_redo_name (const MisHistory *history);

/* How many steps are kept, and on which we stand (0: before the first). */
guint mis_history_get_n_steps (const MisHistory *history);
guint mis_history_get_step (const MisHistory *history);

/* What was done in step @step, from 1 to the number of steps. O(steps). */
const char *mis_history_get_name (const MisHistory *history, guint step);

/* Whether older steps were dropped. */
gboolean mis_history_is_cut (const MisHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisHistory, mis_history_free)

G_END_DECLS
