#include "file/table-drafts.h"

#include <string.h>

#define CHUNK_SIZE 8192u /* positions */

/* @n_users: drafts that have positions in it, and one for as long as it is the last chunk. */
struct _MisTableChunk
{
  guint n_users;
  guint n;
  guint room;
  guint *areas;
  MisPosition *positions;
};

static MisTableChunk *
chunk_new (guint room)
{
  MisTableChunk *chunk = g_new0 (MisTableChunk, 1);

  chunk->n_users = 1;
  chunk->room = room;
  chunk->areas = g_new (guint, room);
  chunk->positions = g_new (MisPosition, room);
  return chunk;
}

static void
chunk_release (MisTableChunk *chunk)
{
  if (--chunk->n_users > 0)
    return;
  g_free (chunk->areas);
  g_free (chunk->positions);
  g_free (chunk);
}

void
mis_table_draft_drop_positions (MisTableDraft *draft)
{
  g_clear_pointer (&draft->chunk, chunk_release);
  draft->positions = NULL;
  draft->areas = NULL;
  draft->n_positions = 0;
}

static void
clear_draft (gpointer data)
{
  MisTableDraft *draft = data;

  mis_agent_unref (draft->agent);
  mis_table_draft_drop_positions (draft);
}

void
mis_table_drafts_init (MisTableDrafts *self)
{
  *self = (MisTableDrafts){ .list = g_array_new (FALSE, FALSE, sizeof (MisTableDraft)) };
  g_array_set_clear_func (self->list, clear_draft);
}

void
mis_table_drafts_clear (MisTableDrafts *self)
{
  g_array_unref (self->list);
  g_clear_pointer (&self->chunk, chunk_release);
}

static MisTableDraft
make_draft (MisTableDrafts *self,
            MisAgent *agent,
            const guint *areas,
            const MisPosition *positions,
            guint n)
{
  MisTableChunk *chunk = self->chunk;
  MisTableDraft draft = { .agent = agent, .n_positions = n };

  if (n == 0)
    return draft;
  if (chunk == NULL || chunk->room - chunk->n < n)
    {
      g_clear_pointer (&self->chunk, chunk_release);
      chunk = self->chunk = chunk_new (MAX (n, CHUNK_SIZE));
    }
  draft.chunk = chunk;
  draft.areas = chunk->areas + chunk->n;
  draft.positions = chunk->positions + chunk->n;
  memcpy (draft.areas, areas, n * sizeof *areas);
  memcpy (draft.positions, positions, n * sizeof *positions);
  chunk->n += n;
  chunk->n_users++;
  self->n_positions += n;
  return draft;
}

void
mis_table_drafts_add (MisTableDrafts *self,
                      MisAgent *agent,
                      const guint *areas,
                      const MisPosition *positions,
                      guint n_positions)
{
  MisTableDraft draft = make_draft (self, agent, areas, positions, n_positions);

  g_array_append_val (self->list, draft);
}

void
mis_table_drafts_exchange (MisTableDrafts *self,
                           guint index,
                           MisAgent *agent,
                           const guint *areas,
                           const MisPosition *positions,
                           guint n_positions)
{
  MisTableDraft draft = make_draft (self, agent, areas, positions, n_positions);
  MisTableDraft *old = mis_table_drafts_get (self, index);

  self->n_positions -= old->n_positions;
  clear_draft (old);
  *old = draft;
}
