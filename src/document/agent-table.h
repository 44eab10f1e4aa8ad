/* agent-table.h: the agent table of an open project as a grid of cells: a row for each group, with
 * its name, kind, principal and count, and for each area that is shown its goal and weight.
 */
#pragma once

#include "document/agent-order.h"
#include "document/cell-source.h"
#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_AGENT_TABLE (mis_agent_table_get_type ())
G_DECLARE_FINAL_TYPE (MisAgentTable, mis_agent_table, MIS, AGENT_TABLE, GObject)

/**
 * MisAgentTable:
 *
 * A #MisCellSource. Rows are as they are shown: sorted, filtered. They stay where they are while
 * the project is edited, undone and redone, until they are sorted or filtered anew: what is new
 * stands behind the row that it follows in the file, or at the end.
 *
 * Cells take what people type: see cell-words.h and goal-words.h. Rows beyond the last are added.
 * A goal and a weight may be set in one edit; a weight alone needs a position.
 */

MisAgentTable *mis_agent_table_new (MisDocument *document);

/**
 * mis_agent_table_set_areas:
 * @areas: (array length=n_areas): indices of areas of the current world, in the order in which
 *   their columns stand
 *
 * At first the table shows the first area. Areas are remembered by id: one that is removed comes
 * back with undo.
 */
void mis_agent_table_set_areas (MisAgentTable *self, const guint *areas, guint n_areas);

/* Shows all areas, those too that are added later. */
void mis_agent_table_set_all_areas (MisAgentTable *self);

/* (transfer none) (array length=n_areas): those that are shown now. */
const guint *mis_agent_table_get_areas (MisAgentTable *self, guint *n_areas);

/**
 * mis_agent_table_set_base:
 * @base: (nullable): cells that say something else there are %MIS_CELL_CHANGED
 * @resets: whether an empty text takes a cell back to @base, as it does in a scenario; if not, or
 *   where @base has no such row, to what a new row has: unknown, weight 1, count 1
 *
 * It stays the same until it is set anew.
 */
void mis_agent_table_set_base (MisAgentTable *self, MisWorld *base, gboolean resets);

/* Has from now on the base that belongs to what the document shows: see
 * mis_document_get_compared(). */
void mis_agent_table_follow_base (MisAgentTable *self);

/* What a column says; @area: (out): of which area, for a goal or a weight. */
MisAgentField mis_agent_table_get_field (MisAgentTable *self, guint column, guint *area);

/* Sorts by a column, now; %MIS_SORT_NONE is the order of the file. */
void mis_agent_table_set_sort (MisAgentTable *self, guint column, MisSortOrder direction);

/* By which column the table is sorted, unless that is not shown any more: then none. */
MisSortOrder mis_agent_table_get_sort (MisAgentTable *self, guint *column);

/* Shows the rows that match @text, as mis_agent_order_filter() says, with the goals of the areas
 * that are shown; empty shows all. Once more with the same text filters anew. */
void mis_agent_table_set_filter (MisAgentTable *self, const char *text);

/* The row of the world that is shown as @row, and the other way round: -1 if it is hidden, O(rows)
 * unless neither sorted nor filtered. */
guint mis_agent_table_get_agent (MisAgentTable *self, guint row);
int mis_agent_table_find_row (MisAgentTable *self, guint agent);

/**
 * mis_agent_table_add_row:
 * @behind: a row, or -1 for the end
 *
 * Returns: the row that is shown then, or -1 with a #MisError if there is no room for it
 */
int mis_agent_table_add_row (MisAgentTable *self, int behind, GError **error);

/* Each of these is one step of undo; @rows: (array length=n_rows): as they are shown. */

void mis_agent_table_remove_rows (MisAgentTable *self, const guint *rows, guint n_rows);

/* Puts a copy behind each. %FALSE with a #MisError, whose message is a sentence for the user. */
gboolean mis_agent_table_duplicate_rows (MisAgentTable *self,
                                         const guint *rows,
                                         guint n_rows,
                                         GError **error);

/* Puts them, in the order that they have, in front of row @to, or of the end. %FALSE while the
 * table is sorted: then a row cannot be where it is put. */
gboolean mis_agent_table_move_rows (MisAgentTable *self, const guint *rows, guint n_rows, guint to);

/* Makes one group of those of @rows that are alike (core/edit-rows.h); @n_merged: (out): how many
 * rows have gone. */
gboolean mis_agent_table_merge_rows (
    MisAgentTable *self, const guint *rows, guint n_rows, guint *n_merged, GError **error);

/* Makes a row for each agent of a group. */
gboolean mis_agent_table_expand_row (MisAgentTable *self, guint row, GError **error);

G_END_DECLS
