#include "core/scenario-totals.h"

void
mis_totals_init (MisTotals *totals, const MisWorld *world)
{
  totals->n_rows = world->n_agents;
  totals->population = world->population;
  totals->n_positions = world->n_positions;
  totals->removed_rows = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_array_set_size (totals->removed_rows, world->n_agents);
  totals->removed_areas = g_new0 (gboolean, world->n_areas);
}

void
mis_totals_clear (MisTotals *totals)
{
  g_clear_pointer (&totals->removed_rows, g_array_unref);
  g_clear_pointer (&totals->removed_areas, g_free);
}

void
mis_totals_remove_row (MisTotals *totals, const MisWorld *world, guint row)
{
  const MisBlock *block = world->blocks[row / MIS_BLOCK_ROWS];

  for (guint area = 0; area < world->n_areas; area++)
    if (!totals->removed_areas[area] && block->columns[area] != NULL
        && mis_block_get_position (block, row % MIS_BLOCK_ROWS, area).goal != MIS_UNKNOWN)
      totals->n_positions--;
  totals->population -= block->agents[row % MIS_BLOCK_ROWS]->count;
  totals->n_rows--;
}

void
mis_totals_remove_area (MisTotals *totals, const MisWorld *world, guint area)
{
  for (guint i = 0; i < world->n_blocks; i++)
    {
      const MisBlockColumn *column = world->blocks[i]->columns[area];
      guint first = i * MIS_BLOCK_ROWS;

      for (guint j = 0; column != NULL && j < column->n; j++)
        if (!g_array_index (totals->removed_rows, gboolean, first + column->rows[j]))
          totals->n_positions--;
    }
}

gboolean
mis_totals_check (const MisTotals *totals, GError **error)
{
  return mis_world_check_limits (0, 0, totals->n_rows, totals->population, totals->n_positions,
                                 error);
}
