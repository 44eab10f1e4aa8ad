#include "core/row-draft.h"

#include "core/world-ids.h"

void
mis_row_draft_init (MisRowDraft *draft, MisWorld *base)
{
  *draft = (MisRowDraft){ .base = base, .world = mis_world_copy (base) };
}

void
mis_row_draft_clear (MisRowDraft *draft)
{
  g_clear_pointer (&draft->world, mis_world_unref);
}

static MisBlock *
own_block_of (MisRowDraft *draft, guint row)
{
  draft->changed = TRUE;
  return mis_world_own_block (draft->world, row / MIS_BLOCK_ROWS);
}

void
mis_row_draft_set_agent (MisRowDraft *draft, guint row, MisAgent *agent)
{
  MisAgent *old = mis_world_get_agent (draft->world, row);

  if (mis_agent_equal (old, agent))
    return;
  draft->world->population += agent->count - old->count;
  mis_block_set_agent (own_block_of (draft, row), row % MIS_BLOCK_ROWS, agent);
}

void
mis_row_draft_set_position (MisRowDraft *draft, guint row, guint area, const MisPosition *position)
{
  MisPosition old = mis_world_get_position (draft->world, row, area);

  if (mis_position_equal (&old, position) ||
      (old.goal == MIS_UNKNOWN && position->goal == MIS_UNKNOWN))
    return;
  draft->world->n_positions += position->goal != MIS_UNKNOWN ? 1 : 0;
  draft->world->n_positions -= old.goal != MIS_UNKNOWN ? 1 : 0;
  mis_block_set_position (own_block_of (draft, row), row % MIS_BLOCK_ROWS, area, position);
}

void
mis_row_draft_append (MisRowDraft *draft, MisAgent *agent)
{
  mis_block_append_agent (mis_world_make_room (draft->world), agent);
  draft->world->n_agents++;
  draft->world->population += agent->count;
  draft->changed = TRUE;
}

gboolean
mis_world_check_growth (const MisWorld *world, const MisWorld *base, GError **error)
{
  if (world->n_agents <= base->n_agents && world->population <= base->population &&
      world->n_positions <= base->n_positions)
    return TRUE;
  return mis_world_check_limits (0, 0, world->n_agents, world->population, world->n_positions,
                                 error) &&
         mis_world_check_scenario_limits (world, error);
}

MisWorld *
mis_row_draft_end (MisRowDraft *draft, GError **error)
{
  MisWorld *made = NULL;

  if (!draft->changed)
    made = mis_world_ref (draft->base);
  else if (mis_world_check_growth (draft->world, draft->base, error))
    made = mis_world_ref (draft->world);
  mis_row_draft_clear (draft);
  return made;
}
