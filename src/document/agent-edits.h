/* agent-edits.h: many edits of the agent table, collected, then made in one pass. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * MisAgentEdits:
 * @agents: (element-type MisAgentEdit)
 * @positions: (element-type MisPositionEdit)
 *
 * In any order, each row, or row and area, at most once. Rows from the number of rows on are new,
 * and follow each other.
 */
typedef struct
{
  GArray *agents;
  GArray *positions;
} MisAgentEdits;

/* Another name, kind, principal or count of a row, or a new row; @agent is owned. */
typedef struct
{
  guint row;
  MisAgent *agent;
} MisAgentEdit;

/* Another position; its note is borrowed. */
typedef struct
{
  guint row;
  guint area;
  MisPosition position;
} MisPositionEdit;

void mis_agent_edits_init (MisAgentEdits *edits);
void mis_agent_edits_clear (MisAgentEdits *edits);

/* @agent: (transfer full). */
void mis_agent_edits_take_agent (MisAgentEdits *edits, guint row, MisAgent *agent);
void mis_agent_edits_add_position (MisAgentEdits *edits,
                                   guint row,
                                   guint area,
                                   const MisPosition *position);

/**
 * mis_agent_edits_apply:
 *
 * @edits: (inout): sorted by row
 *
 * All of them or none: few edits share what they do not touch, many are one pass over all rows.
 *
 * Returns: (transfer full): %NULL with a #MisError if a limit is reached
 */
MisWorld *mis_agent_edits_apply (MisAgentEdits *edits, MisWorld *world, GError **error);

G_END_DECLS
