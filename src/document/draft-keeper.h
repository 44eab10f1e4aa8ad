/* draft-keeper.h: keeps the unsaved work of a document on disk, so that a crash does not take it.
 *
 * At most %MIS_DRAFT_SECONDS after the first edit that no draft holds a worker begins to write the
 * project of that moment, also while edits go on; one write at a time. What is saved needs no
 * draft: it goes.
 */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

/* Two, of the three that are promised: the disk takes its time. */
#define MIS_DRAFT_SECONDS 2u

#define MIS_TYPE_DRAFT_KEEPER (mis_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (MisDraftKeeper, mis_draft_keeper, MIS, DRAFT_KEEPER, GObject)

/**
 * MisDraftKeeper:
 *
 * Lives in the main thread. Signal "written": a draft has come to the disk. Signal "failed" (a
 * sentence): none could be written; once, until one can again.
 */

/* @folder: of all drafts, as in file/draft.h. */
MisDraftKeeper *mis_draft_keeper_new (MisDocument *document, const char *folder);

MisDocument *mis_draft_keeper_get_document (MisDraftKeeper *self);

/* Whether the disk holds work of the document that no file holds. */
gboolean mis_draft_keeper_holds_draft (MisDraftKeeper *self);

/* Nobody wants the unsaved work, or it is saved: takes its draft away, and keeps no other. Waits
 * for one that is being written. Without it, what was written stays on disk when this goes. */
void mis_draft_keeper_discard (MisDraftKeeper *self);

/**
 * mis_draft_keeper_recover_async:
 *
 * Finds and reads, in a worker, the drafts that no running program holds.
 */
void mis_draft_keeper_recover_async (const char *folder,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* Returns: (transfer full) (element-type MisDraftKeeper): one for each, with its document. It has
 * the file that the work came from, with what was on disk then: to save it there asks if that is
 * another one now. */
GPtrArray *mis_draft_keeper_recover_finish (GAsyncResult *result);

G_END_DECLS
