/* scenario-totals.h: how many rows, agents and positions there are while a scenario is applied.
 *
 * Private to core. What is removed counts no more, though it stands in the blocks to the end.
 */
#pragma once

#include "core/world-private.h"

G_BEGIN_DECLS

/**
 * MisTotals:
 * @removed_rows: (element-type gboolean): for each row of the blocks
 * @removed_areas: (array length=n_areas)
 */
typedef struct
{
  guint n_rows;
  guint64 population;
  guint64 n_positions;
  GArray *removed_rows;
  gboolean *removed_areas;
} MisTotals;

void mis_totals_init (MisTotals *totals, const MisWorld *world);
void mis_totals_clear (MisTotals *totals);

/* Before a row of the blocks, or an area, is marked as removed. O(areas); O(blocks + positions). */
void mis_totals_remove_row (MisTotals *totals, const MisWorld *world, guint row);
void mis_totals_remove_area (MisTotals *totals, const MisWorld *world, guint area);

gboolean mis_totals_check (const MisTotals *totals, GError **error);

G_END_DECLS
