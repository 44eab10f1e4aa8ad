/* conflict-matrix.h: how likely the goals of one area of an open project clash, as a grid of cells:
 * a row and a column for each goal.
 */
#pragma once

#include "document/cell-source.h"
#include "document/document.h"

G_BEGIN_DECLS

#define MIS_TYPE_CONFLICT_MATRIX (mis_conflict_matrix_get_type ())
G_DECLARE_FINAL_TYPE (MisConflictMatrix, mis_conflict_matrix, MIS, CONFLICT_MATRIX, GObject)

/**
 * MisConflictMatrix:
 *
 * A #MisCellSource. Its first column is the names of the goals; typing there renames a goal, and
 * behind the last one adds one. The matrix is symmetric: what is typed in one half stands in the
 * other, too. A block that is pasted over both halves must say the same of a pair, or say it once
 * and be empty the other time. An empty text goes back to the base, or to the default of the area.
 * Cells take what people type: see cell-words.h.
 */

/* @area: index of an area of the current world; remembered by id. */
MisConflictMatrix *mis_conflict_matrix_new (MisDocument *document, guint area);

/* The area that is shown, or -1 if it has gone: then there are no rows. */
int mis_conflict_matrix_get_area (MisConflictMatrix *self);
void mis_conflict_matrix_set_area (MisConflictMatrix *self, guint area);

/* Whether "no goal" has the last row and the last column; at first it has none. */
void mis_conflict_matrix_set_null_goal_shown (MisConflictMatrix *self, gboolean shown);
gboolean mis_conflict_matrix_get_null_goal_shown (MisConflictMatrix *self);

/**
 * mis_conflict_matrix_set_base:
 * @base: (nullable): cells that say something else there are %MIS_CELL_CHANGED
 * @resets: whether an empty text takes a cell back to @base; if not, or where @base has no such
 *   goals, to the default of the area
 *
 * It stays the same until it is set anew.
 */
void mis_conflict_matrix_set_base (MisConflictMatrix *self, MisWorld *base, gboolean resets);

/* Has from now on the base that belongs to what the document shows: see
 * mis_document_get_compared(). */
void mis_conflict_matrix_follow_base (MisConflictMatrix *self);

/**
 * mis_conflict_matrix_get_goals:
 * @g, @h: (out): the goals of a cell, one of which may be %MIS_NO_GOAL
 *
 * Returns: %FALSE for a name, and for a goal with itself
 */
gboolean
mis_conflict_matrix_get_goals (MisConflictMatrix *self, guint row, guint column, int *g, int *h);

G_END_DECLS
