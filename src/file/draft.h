/* draft.h: unsaved work on disk, so that it outlives the program.
 *
 * All drafts stand in one folder, each in a folder of its own. Its two slots are written in turn,
 * so that one is always whole; each says its generation and the hash of all it holds. A lock that
 * goes with the process tells the drafts of a program that runs from those that it left behind.
 * Files are for the owner alone.
 *
 * Functions block until the disk has everything: but for mis_draft_new() they are for workers, and
 * for the start of the program.
 */
#pragma once

#include "core/world.h"
#include "file/load.h"

G_BEGIN_DECLS

/**
 * MisDraftOrigin:
 * @uri: (nullable): the file that the work was loaded from or saved to last
 * @stamp: what was on disk then; all 0 without @uri
 */
typedef struct
{
  char *uri;
  MisFileStamp stamp;
} MisDraftOrigin;

void mis_draft_origin_clear (MisDraftOrigin *origin);

/* One draft that this process holds the lock of. To be used by one thread at a time. */
typedef struct _MisDraft MisDraft;

/**
 * mis_draft_new:
 * @folder: of all drafts; is made if it is not there
 *
 * Returns: (transfer full): an empty one; %NULL with a #MisFileError
 */
MisDraft *mis_draft_new (const char *folder, GError **error);

/**
 * mis_draft_write:
 *
 * Writes the slot that holds nothing or the older generation.
 *
 * Returns: %FALSE with a #MisFileError; the other slot is as it was
 */
gboolean mis_draft_write (MisDraft *draft,
                          const MisWorld *world,
                          const MisDraftOrigin *origin,
                          GError **error);

/* Removes what it holds: it is saved, or nobody wants it. May be written again. */
void mis_draft_clear (MisDraft *draft);

/* Gives up the lock: what it holds stays on disk, and is found by the next one who looks. Without
 * anything, the draft is gone. */
void mis_draft_free (MisDraft *draft);

/**
 * mis_drafts_find:
 * @folder: of all drafts; need not be there
 *
 * Takes the lock of each draft that no running program has. What is left of those that hold nothing
 * is swept.
 *
 * Returns: (transfer full) (element-type MisDraft): in no order
 */
GPtrArray *mis_drafts_find (const char *folder);

/**
 * mis_draft_read:
 * @origin: (out): to be cleared with mis_draft_origin_clear()
 *
 * Returns: (transfer full) (nullable): what the newest whole slot holds
 */
MisWorld *mis_draft_read (MisDraft *draft, MisDraftOrigin *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisDraft, mis_draft_free)

G_END_DECLS
