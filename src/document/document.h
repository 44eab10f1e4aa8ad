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
 * "changed": the world, its results, the focus or the locks are others now. Signal "state-changed":
 * title, names of steps, file or "modified" may be others now; once for each action, however many
 * of these properties it touches.
 *
 * One user action is one step: an edit by mis_document_edit(), or all edits between
 * mis_document_begin_gesture() and mis_document_end_gesture().
 */

/* A document that is in no file yet; scored before this returns, or by a worker if that is long. */
MisDocument *mis_document_new (MisWorld *world);

MisWorld *mis_document_get_world (MisDocument *self);

/* The world as it was opened: what "reset" means. */
MisWorld *mis_document_get_opened_world (MisDocument *self);

/* (nullable): the results of the world, or of an earlier one while "busy"; %NULL before
 * the first. */
MisResults *mis_document_get_results (MisDocument *self);
gboolean mis_document_is_busy (MisDocument *self);

/**
 * mis_document_edit:
 * @world: (transfer none): made from the current world, or within a gesture from that at its start
 * @name: what the user did, in the imperative
 *
 * Nothing happens if it is the world we stand at.
 */
void mis_document_edit (MisDocument *self, MisWorld *world, const char *name);

/* A drag, a held key: until the end all edits are one step. A gesture within one is the
 * same one. */
void mis_document_begin_gesture (MisDocument *self);
void mis_document_end_gesture (MisDocument *self);

/* The world at the start of the gesture, or the current one: what an edit is made from. */
MisWorld *mis_document_get_base_world (MisDocument *self);

gboolean mis_document_undo (MisDocument *self);
gboolean mis_document_redo (MisDocument *self);
const char *mis_document_get_undo_name (MisDocument *self);
const char *mis_document_get_redo_name (MisDocument *self);

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
