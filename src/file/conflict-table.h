/* conflict-table.h: the conflicts of one area as a square table (CSV).
 *
 *   goal,cheap,good,fast
 *   cheap,,0.5,0.1
 *   good,,,0.3
 *   fast,,,
 *
 * The labels of rows and columns are the same goals, in any order; "-" is "no goal". Each pair
 * stands in one triangle, or equally in both; empty in both is the area's default, for "no goal" 0.
 * The diagonal is empty or 0. What stands in the corner does not matter.
 */
#pragma once

#include "core/area.h"
#include "file/csv-emitter.h"
#include "file/fault.h"

G_BEGIN_DECLS

/**
 * mis_conflict_table_read:
 * @text: (array length=length): the bytes of a file
 * @area: (transfer none): the area that the table is about
 * @n_emptied: (out) (optional): pairs that are empty in both triangles and lose another value
 * thereby
 * @fault: (out): what is wrong with it, with line and field; free with mis_fault_free()
 *
 * A label is a goal of @area by id, else by name, else a new one. Pairs of goals that are not both
 * in the table stay as they are, and so do a pair's range and note where its value does not change.
 * O(@length + pairs log pairs).
 *
 * Returns: (transfer full): @area with these conflicts; %NULL if there is a fault
 */
MisArea *mis_conflict_table_read (const char *text,
                                  gsize length,
                                  MisArea *area,
                                  guint *n_emptied,
                                  MisFault **fault);

/* (nullable): the id or name of a goal of @area that looks like @text; %NULL where that is a goal
 * itself. */
const char *mis_conflict_table_suggest (const MisArea *area, const char *text);

/* (transfer full): canonical, each pair in the upper triangle, the lower one empty; "no goal" first
 * where it conflicts with any goal; ranges and notes are lost. O(k^2). */
GBytes *mis_conflict_table_write (const MisArea *area, MisCsvStyle style);

G_END_DECLS
