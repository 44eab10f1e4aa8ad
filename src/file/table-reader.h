/* table-reader.h: a population table (CSV) as a world, or what becomes of a world with its rows.
 *
 * Long form, a row for an agent group in an area:
 * `agent,name,kind,principal,count,area,goal,weight`, perhaps `low,high`; agent, area and goal are
 * required. Wide form, a row for an agent group:
 * `agent,name,kind,principal,count`, then a column for each area with its goal, perhaps some called
 * `AREA:weight`, `AREA:low`, `AREA:high`. Columns in any order, their names in any case. A goal "-" is "no goal", an empty
 * one is unknown; a weight that is left out is 1. Rows of an agent stand together, and what is said
 * of the agent is repeated, or left out after its first row. A row without an area only says that.
 *
 * Strict: one bad row, and there is no world.
 */
#pragma once

#include "core/world.h"
#include "file/fault.h"

G_BEGIN_DECLS

/**
 * MisTableSummary:
 * @n_rows: of the table, without its header
 * @n_areas, @n_goals, @n_agents: made anew: the last ones of the world, of each area, of the world
 * @n_changed: rows of the agent table that were there and are named in the table
 * @n_merged: agents of the table that were counted to another one
 */
typedef struct
{
  guint64 n_rows;
  guint n_areas;
  guint n_goals;
  guint n_agents;
  guint n_changed;
  guint64 n_merged;
} MisTableSummary;

/**
 * mis_table_read:
 * @text: (array length=length): the bytes of a file
 * @base: (nullable): the project to import into; %NULL for an empty one
 * @merge: whether new agents that are alike in everything but the id become one group
 * @summary: (out) (optional): what the import changes
 * @fault: (out): what is wrong with it, with line and field; free with mis_fault_free()
 *
 * What the table calls an agent, an area or a goal is one of @base by id, else by name, else a new
 * one; goals that are new conflict as the default of their area says, and new areas have no
 * conflicts. Of an agent of @base the table replaces what it mentions. O(@length); for an agent of
 * @base times the areas in which it has a position.
 *
 * Returns: (transfer full): %NULL if there is a fault
 */
MisWorld *mis_table_read (const char *text,
                          gsize length,
                          MisWorld *base,
                          gboolean merge,
                          MisTableSummary *summary,
                          MisFault **fault);

/* The same from an open file, such as standard input, of any length; it stays open. */
MisWorld *mis_table_read_file (int fd,
                               MisWorld *base,
                               gboolean merge,
                               MisTableSummary *summary,
                               MisFault **fault);

G_END_DECLS
