/* cells.h: one area of the agent table, row by row, as the options of the score read it.
 *
 * Private to core.
 */
#pragma once

#include "core/slice.h"

G_BEGIN_DECLS

/* In place of a goal: the row does not count in the area. */
#define MIS_LEFT_OUT G_MAXUINT

/* (transfer full) (array length=n_agents): mis_reading_get_divisor() of every row. */
double *mis_cells_new_divisors (const MisReading *reading);

/**
 * mis_cells_new:
 * @divisors: what mis_cells_new_divisors() gave
 *
 * O(rows log MIS_BLOCK_ROWS).
 *
 * Returns: (transfer full) (array length=n_agents): the goal of each row, its weight, 0 where that
 *   cannot matter ("no goal" that clashes with nobody), and how many agents it has, 0 where it is
 *   %MIS_LEFT_OUT
 */
MisGoalClass *mis_cells_new (const MisReading *reading, const double *divisors, guint area);

/* Widens @smallest and @largest so that the positive ones of @weight are between them. */
void mis_weights_widen (double weight, double *smallest, double *largest);

G_END_DECLS
