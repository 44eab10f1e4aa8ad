/* row-draft.h: a world in the making in which rows are changed, one after the other.
 *
 * Private to core. Nothing is copied before something changes, and each block once.
 */
#pragma once

#include "core/world-private.h"

G_BEGIN_DECLS

/**
 * MisRowDraft:
 * @base: borrowed
 * @world: a copy of it
 * @changed: whether they differ
 */
typedef struct
{
  MisWorld *base;
  MisWorld *world;
  gboolean changed;
} MisRowDraft;

void mis_row_draft_init (MisRowDraft *draft, MisWorld *base);

/* Values are checked by the caller; what a row or cell says already changes nothing. */
void mis_row_draft_set_agent (MisRowDraft *draft, guint row, MisAgent *agent);
void
mis_row_draft_set_position (MisRowDraft *draft, guint row, guint area, const MisPosition *position);
void mis_row_draft_append (MisRowDraft *draft, MisAgent *agent);

/* (transfer full): what came of it, or the base if nothing changed; %NULL with %MIS_ERROR_LIMIT if
 * it, or a scenario of it, is too large. Frees what the draft holds. */
MisWorld *mis_row_draft_end (MisRowDraft *draft, GError **error);

/* Frees what the draft holds. */
void mis_row_draft_clear (MisRowDraft *draft);

/* Whether @world, which came of @base, is within the limits, and its scenarios are. */
gboolean mis_world_check_growth (const MisWorld *world, const MisWorld *base, GError **error);

G_END_DECLS
