/* draft-slot.h: the bytes of one slot of a draft: a head of lines, and the project file. */
#pragma once

#include "file/draft.h"

G_BEGIN_DECLS

/* (transfer full) */
GBytes *mis_draft_slot_write (const MisWorld *world,
                              const MisDraftOrigin *origin,
                              guint64 generation);

/* Whether the slot is whole, and what its generation is. */
gboolean mis_draft_slot_check (GBytes *bytes, guint64 *generation);

/* (transfer full) (nullable): what a whole slot holds; @origin is to be cleared if there is. */
MisWorld *mis_draft_slot_read (GBytes *bytes, MisDraftOrigin *origin);

G_END_DECLS
