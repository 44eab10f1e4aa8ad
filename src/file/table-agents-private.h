/* table-agents-private.h: what the parts of the reader of agents share: table-agents.c says which
 * rows are of one agent, and who it is; table-position.c what it wants in an area. */
#pragma once

#include "file/table-agents.h"

G_BEGIN_DECLS

/* What the record at hand has in a column; empty where there is no such column (-1). */
static inline const MisTableField *
mis_table_agents_get_field (const MisTableAgents *agents, int column)
{
  static const MisTableField nothing = { .text = "" };

  return column >= 0 ? &agents->scan->fields[column] : &nothing;
}

/* ---- table-agents.c ---- */

/* Set a fault of the scan that points to a column of the record at hand: what was expected there,
 * or @error (transfer full); return %FALSE. */
gboolean mis_table_agents_fail_field (MisTableAgents *agents, int column, const char *expected);
gboolean mis_table_agents_fail_error (MisTableAgents *agents, int column, GError *error);

/* ---- table-position.c ---- */

/* Reads what stands at @places of the record at hand, of area @area; %FALSE with a fault of the
 * scan. Counts weights that are empty. */
gboolean mis_table_position_read (MisTableAgents *agents,
                                  guint area,
                                  const MisTablePlaces *places,
                                  MisPosition *position);

G_END_DECLS
