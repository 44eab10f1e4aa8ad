/* edit-rows.h: edits of many rows at once, in one pass.
 *
 * As in edit.h: from world to world, (transfer full), the same one if nothing changes, %NULL with a
 * #MisError. Sets of rows are arrays of their numbers, in any order; a number may stand there
 * twice. Blocks in which nothing changes are shared. Limits are those of a whole world, and a
 * scenario that would lead beyond one is named: "scenarios[i].changes[j]: ...".
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_world_with_rows_moved:
 * @to: from 0 to n_agents less the rows of the set
 *
 * Takes the rows out and puts them in one behind the other, in the order that they have, where the
 * first of them then is number @to. O(rows + positions between the old places and the new).
 */
MisWorld *mis_world_with_rows_moved (MisWorld *world, const guint *rows, guint n_rows, guint to);

/* Without the rows, and what scenarios say of them. O(rows + positions + changes). */
MisWorld *mis_world_with_rows_removed (MisWorld *world, const guint *rows, guint n_rows);

/**
 * mis_world_with_rows_copied:
 *
 * Puts a copy behind each row, called "NAME (copy)", with an id made of that name. Scenarios say
 * nothing of the copies. O(rows + positions + changes).
 *
 * Returns: %NULL with %MIS_ERROR_LIMIT: rows, agents or positions
 */
MisWorld *
mis_world_with_rows_copied (MisWorld *world, const guint *rows, guint n_rows, GError **error);

/* One value for all rows of the set. O(blocks + rows of the set). */
MisWorld *mis_world_with_rows_kind (MisWorld *world, const guint *rows, guint n_rows, MisKind kind);
MisWorld *mis_world_with_rows_principal (
    MisWorld *world, const guint *rows, guint n_rows, const char *principal, GError **error);
MisWorld *mis_world_with_rows_count (
    MisWorld *world, const guint *rows, guint n_rows, guint64 count, GError **error);

/**
 * mis_world_with_rows_goal:
 * @goal: of the area, %MIS_NO_GOAL or %MIS_UNKNOWN
 *
 * Weights, ranges and notes stay; who was unknown gets weight 1.
 */
MisWorld *mis_world_with_rows_goal (
    MisWorld *world, const guint *rows, guint n_rows, guint area, int goal, GError **error);

/* Ranges that do not hold @weight are widened to hold it; who is unknown stays unknown. */
MisWorld *mis_world_with_rows_weight (
    MisWorld *world, const guint *rows, guint n_rows, guint area, double weight, GError **error);

/* What a row is to be called, and so on: its id stays. Or a new row, with an id of its own. */
typedef struct
{
  guint row;
  MisAgent *agent;
} MisRowEdit;

typedef struct
{
  guint row;
  guint area;
  MisPosition position;
} MisCellEdit;

/**
 * mis_world_with_cells:
 * @rows: (array length=n_rows): row n_agents is a new one at the end, n_agents + 1 one behind it,
 *   and so on, in this order and none left out
 * @cells: (array length=n_cells): also of the new rows, which are unknown everywhere else
 *
 * For what is pasted: first all rows, then all cells, in order. O(blocks + n_rows + n_cells), and
 * O(rows + changes) for new rows.
 *
 * Returns: %NULL with "rows[i]: ..." or "cells[i]: ...": %MIS_ERROR_DUPLICATE for an id that a row,
 *   or a scenario, has; what mis_position_check() says; or %MIS_ERROR_LIMIT
 */
MisWorld *mis_world_with_cells (MisWorld *world,
                                const MisRowEdit *rows,
                                guint n_rows,
                                const MisCellEdit *cells,
                                guint n_cells,
                                GError **error);

/**
 * mis_world_with_groups:
 * @n_merged: (out) (optional): how many rows have gone
 *
 * Makes one group of all rows of the set that are alike in everything but id, name, note and count:
 * the first stays, and the counts add up, as far as one group can count. Alike means also that each
 * scenario says the same of them, but for counts, which add up too; rows that an experiment names
 * stay as they are. Every score is what it was, that of every scenario too.
 * O(rows log rows + positions + rows of the set * areas + changes).
 */
MisWorld *mis_world_with_groups (
    MisWorld *world, const guint *rows, guint n_rows, guint *n_merged, GError **error);

/* The same with all rows. */
MisWorld *mis_world_with_all_grouped (MisWorld *world, guint *n_merged, GError **error);

/**
 * mis_world_with_group_expanded:
 *
 * Makes n rows of one agent of a row with a count of n, which stays as the first of them; the
 * others stand behind it and are called "NAME 2", "NAME 3"... Scenarios say of all what they say of
 * the one, and share its count out. Every score is what it was, that of every scenario too. A count
 * of 0 or 1 stays as it is. O(rows + positions + changes * n).
 *
 * Returns: %NULL with %MIS_ERROR_LIMIT: rows, positions, or changes of scenarios
 */
MisWorld *mis_world_with_group_expanded (MisWorld *world, guint agent, GError **error);

G_END_DECLS
