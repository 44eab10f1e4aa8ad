/* document.h: one open project: the world we stand at, how we got there, and what it scores. */
#pragma once

#include <gio/gio.h>

#include "document/results.h"

G_BEGIN_DECLS

#define MIS_TYPE_DOCUMENT (mis_document_get_type ())
G_DECLARE_FINAL_TYPE (MisDocument, mis_document, MIS, DOCUMENT, GObject)

/**
 * MisDocument:
 *
 * Lives in the main thread. Properties, all read-only: "title", "modified", "undo-name",
 * "redo-name" (both nullable), "busy" (whether a worker still counts), "file" (nullable). Signal
 * "changed": the world, its results, the focus or the locks are others now. Signal
 * "layout-changed": rows, areas, goals or names are others, and so may be their indices; before
 * "changed", while results are still those of before. Signal "state-changed": title, names of
 * steps, file, "modified", the scenario that is shown or the list of scenarios may be others now;
 * once for each action, however many of these properties it touches. Signal "refused" (a sentence):
 * an edit was not made, as there is no room for it.
 *
 * One user action is one step: an edit by mis_document_edit(), or all edits between
 * mis_document_begin_gesture() and mis_document_end_gesture().
 */

/* A document that is in no file yet; scored before this returns, or by a worker if that is long. */
MisDocument *mis_document_new (MisWorld *world);

/* The same for work of the user's own, which is unsaved from the start. */
MisDocument *mis_document_new_draft (MisWorld *world);

/* The world that is shown: the base, or what the scenario makes of it; then it has no scenarios. */
MisWorld *mis_document_get_world (MisDocument *self);

/* The base, with all scenarios and experiments: what a file holds. */
MisWorld *mis_document_get_project (MisDocument *self);

/* (nullable) (transfer none): the scenario that is shown, as it is now; %NULL: the base is. */
MisScenario *mis_document_get_scenario (MisDocument *self);

/* Shows the base (%NULL) or a scenario, by its id. No step: nothing of the project is another. */
void mis_document_show_scenario (MisDocument *self, const char *id);

/* The project as it was opened. */
MisWorld *mis_document_get_first (MisDocument *self);

/* The project as it was opened, or saved last. */
MisWorld *mis_document_get_settled (MisDocument *self);

/* What "reset" means: the world as it was opened; in a scenario the base as it is now, with the
 * rows and areas that the scenario has. */
MisWorld *mis_document_get_opened_world (MisDocument *self);

/* (nullable): the results of the world, or of an earlier one while "busy"; %NULL before
 * the first. */
MisResults *mis_document_get_results (MisDocument *self);
gboolean mis_document_is_busy (MisDocument *self);

/**
 * mis_document_edit:
 * @world: (transfer none): made from the world that is shown, or within a gesture from that at its
 *   start
 * @name: what the user did, in the imperative
 *
 * While a scenario is shown, what it can hold becomes part of it, and all else of the base:
 * core/scenario-between.h. Nothing happens if it is the world we stand at.
 */
void mis_document_edit (MisDocument *self, MisWorld *world, const char *name);

/* As that, for what is a step of its own even while somebody types: @world is made from what is
 * shown now, and a gesture ends. */
void mis_document_edit_apart (MisDocument *self, MisWorld *world, const char *name);

/**
 * mis_document_edit_project:
 * @project: (transfer none): made from mis_document_get_project(), with scenarios that fit it
 * @scenario: (nullable): what is shown from then on
 *
 * An edit of the base, or of the list of scenarios.
 */
void mis_document_edit_project (MisDocument *self,
                                MisWorld *project,
                                const char *name,
                                const char *scenario);

/* A drag, a held key: until the end all edits are one step. A gesture within one is the
 * same one. */
void mis_document_begin_gesture (MisDocument *self);
void mis_document_end_gesture (MisDocument *self);

/* As begin, but goes on with the gesture that ended last, if nothing was done since: both are
 * one step. For keys that are pressed one after another. */
void mis_document_resume_gesture (MisDocument *self);

/* What was shown at the start of the gesture, or is now: what an edit is made from. */
MisWorld *mis_document_get_base_world (MisDocument *self);

gboolean mis_document_undo (MisDocument *self);
gboolean mis_document_redo (MisDocument *self);
const char *mis_document_get_undo_name (MisDocument *self);
const char *mis_document_get_redo_name (MisDocument *self);

/* The steps that are kept, from 1 on, and on which we stand (0: before the first). */
guint mis_document_get_n_steps (MisDocument *self);
guint mis_document_get_step (MisDocument *self);
const char *mis_document_get_step_name (MisDocument *self, guint step);

/* Whether there were steps before the first that is kept. */
gboolean mis_document_has_lost_steps (MisDocument *self);

/* Undoes or does again all steps between, at once: 0 is before the first. */
void mis_document_go_to_step (MisDocument *self, guint step);

/* Whether there is something that no file holds. */
gboolean mis_document_is_modified (MisDocument *self);

/* (nullable): where it was loaded from or saved to last. */
GFile *mis_document_get_file (MisDocument *self);

/* The title of the project, or words for one without. */
const char *mis_document_get_title (MisDocument *self);

/* The group whose share the curve varies. */
guint mis_document_get_focus (MisDocument *self);
void mis_document_set_focus (MisDocument *self, guint agent);

/* Groups that stay as they are while the share of another is moved; while the number of all agents
 * is, what they keep is up to its parameter. Not part of the project. */
gboolean mis_document_is_locked (MisDocument *self, guint agent);
void mis_document_set_locked (MisDocument *self, guint agent, gboolean locked);
const gboolean *mis_document_get_locks (MisDocument *self);

G_END_DECLS
