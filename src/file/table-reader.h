/* table-reader.h: a population table (CSV) as a world, or what becomes of a world with its rows.
 *
 * Long form, a row for an agent group in an area:
 * `agent,name,kind,principal,count,area,goal,weight`, perhaps `low,high`; agent, area and goal are
 * required. Wide form, a row for an agent group:
 * `agent,name,kind,principal,count`, then a column for each area with its goal, perhaps some called
 * `AREA:weight`, `AREA:low`, `AREA:high`. Columns in any order, their names in any case. A goal "-"
 * is "no goal", an empty one is unknown; a weight that is left out is 1. Rows of an agent stand
 * together, and what is said of the agent is repeated, or left out after its first row. A row
 * without an area only says that.
 *
 * Strict: one bad row, and there is no world.
 */
#pragma once

#include "core/world.h"
#include "file/fault.h"

G_BEGIN_DECLS

/**
 * MisTableHow:
 * @MIS_TABLE_MERGE: new agents that are alike in everything but the id become one group
 * @MIS_TABLE_REPLACE: the agents of the project are those of the table, in its order, and no others
 * @MIS_TABLE_LIST_MORE: %MIS_TABLE_MOST_FAULTS faults are listed, for somebody who can scroll
 *
 * How a table is taken up; flags.
 */
typedef enum
{
  MIS_TABLE_ADD = 0,
  MIS_TABLE_MERGE = 1 << 0,
  MIS_TABLE_REPLACE = 1 << 1,
  MIS_TABLE_LIST_MORE = 1 << 2,
} MisTableHow;

#define MIS_TABLE_MOST_FAULTS 100u

/**
 * MisTableSummary:
 * @n_rows: of the table, without its header
 * @n_areas, @n_goals, @n_agents: made anew: the last ones of the world, of each area, of the world
 * @n_changed: rows of the agent table that were there and are named in the table
 * @n_merged: agents of the table that were counted to another one
 * @n_empty_weights: cells of a column with weights that are empty beside a goal, and so count as 1
 * @kinds: (nullable) (element-type MisTableKindCount): words that were taken for
 *   kinds of agents, and are none as the program writes them
 * @keeps_kinds: whether they are the principals of their agents
 */
typedef struct
{
  guint64 n_rows;
  guint n_areas;
  guint n_goals;
  guint n_agents;
  guint n_changed;
  guint64 n_merged;
  guint64 n_empty_weights;
  GPtrArray *kinds;
  gboolean keeps_kinds;
} MisTableSummary;

void mis_table_summary_clear (MisTableSummary *summary);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MisTableSummary, mis_table_summary_clear)

/**
 * mis_table_read:
 * @text: (array length=length): the bytes of a file
 * @base: (nullable): the project to import into; %NULL for an empty one
 * @how: what becomes of the agents
 * @summary: (out) (optional): what the import changes
 * @fault: (out): what is wrong with it, with line and field; free with mis_fault_free()
 *
 * What the table calls an agent, an area or a goal is one of @base by id, else by name, else a new
 * one; goals that are new conflict as the default of their area says, and new areas have no
 * conflicts. Of an agent of @base the table replaces what it mentions. O(@length); for an agent of
 * @base times the areas in which it has a position.
 *
 * With %MIS_TABLE_REPLACE an agent of @base keeps its id, its note, what the table has no column
 * for, and where its goal is the same, the note of its position; a range that the table has no
 * column for stays with its weight. Scenarios lose the changes that no longer find what they name.
 *
 * Returns: (transfer full): %NULL if there is a fault
 */
MisWorld *mis_table_read (const char *text,
                          gsize length,
                          MisWorld *base,
                          MisTableHow how,
                          MisTableSummary *summary,
                          MisFault **fault);

/* The same from an open file, such as standard input, of any length; it stays open. */
MisWorld *mis_table_read_file (int fd,
                               MisWorld *base,
                               MisTableHow how,
                               MisTableSummary *summary,
                               MisFault **fault);

G_END_DECLS
