/* table-drafts.h: the agents of a table with their positions, until a world has them. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

typedef struct _MisTableChunk MisTableChunk;

/* An agent of the table, or one of the base with what the table says of it. */
typedef struct
{
  MisAgent *agent;
  guint n_positions;
  MisPosition *positions; /* (array length=n_positions): notes are borrowed */
  guint *areas;           /* (array length=n_positions) */
  MisTableChunk *chunk;   /* in which both are */
} MisTableDraft;

/**
 * MisTableDrafts:
 * @list: (element-type MisTableDraft)
 * @n_positions: of all of them
 *
 * Positions are held in large chunks, each of which goes as soon as nobody needs what is in it: so
 * a large table is not held twice while its world is built, nor leaves holes that are of no use.
 */
typedef struct
{
  GArray *list;
  gsize n_positions;
  MisTableChunk *chunk; /* the last one; NULL if there is none */
} MisTableDrafts;

void mis_table_drafts_init (MisTableDrafts *self);
void mis_table_drafts_clear (MisTableDrafts *self);

static inline MisTableDraft *
mis_table_drafts_get (const MisTableDrafts *self, guint index)
{
  return &g_array_index (self->list, MisTableDraft, index);
}

/* Takes over @agent and copies the rest: behind the others, or in place of the one at @index. */
void mis_table_drafts_add (MisTableDrafts *self,
                           MisAgent *agent,
                           const guint *areas,
                           const MisPosition *positions,
                           guint n_positions);
void mis_table_drafts_exchange (MisTableDrafts *self,
                                guint index,
                                MisAgent *agent,
                                const guint *areas,
                                const MisPosition *positions,
                                guint n_positions);

/* Nobody needs the positions of @draft again. */
void mis_table_draft_drop_positions (MisTableDraft *draft);

G_END_DECLS
