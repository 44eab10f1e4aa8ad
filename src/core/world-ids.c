#include "core/world-ids.h"

void
mis_world_ids_init (MisWorldIds *ids)
{
  ids->rows = g_hash_table_new (g_str_hash, g_str_equal);
  ids->areas = g_hash_table_new (g_str_hash, g_str_equal);
}

void
mis_world_ids_clear (MisWorldIds *ids)
{
  g_clear_pointer (&ids->rows, g_hash_table_unref);
  g_clear_pointer (&ids->areas, g_hash_table_unref);
}

void
mis_world_ids_add_row (MisWorldIds *ids, const char *id, guint row)
{
  g_hash_table_insert (ids->rows, (gpointer) id, GUINT_TO_POINTER (row + 1));
}

void
mis_world_ids_add_area (MisWorldIds *ids, const char *id, guint area)
{
  g_hash_table_insert (ids->areas, (gpointer) id, GUINT_TO_POINTER (area + 1));
}

void
mis_world_ids_init_all (MisWorldIds *ids, const MisWorld *world)
{
  mis_world_ids_init (ids);
  for (guint i = 0; i < world->n_agents; i++)
    mis_world_ids_add_row (ids, mis_world_get_agent (world, i)->id, i);
  for (guint i = 0; i < world->n_areas; i++)
    mis_world_ids_add_area (ids, mis_area_get_id (world->areas[i]), i);
}

int
mis_world_ids_find_row (const MisWorldIds *ids, const char *id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (ids->rows, id)) - 1;
}

int
mis_world_ids_find_area (const MisWorldIds *ids, const char *id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (ids->areas, id)) - 1;
}
