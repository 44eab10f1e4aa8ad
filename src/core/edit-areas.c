#include "core/edit-areas.h"

#include "core/area-goals.h"
#include "core/edit.h"
#include "core/new-ids.h"
#include "core/text.h"
#include "core/world-ids.h"

MisWorld *
mis_world_with_area_texts (
    MisWorld *world, guint area, const char *name, const char *description, GError **error)
{
  g_autoptr (MisArea) value = NULL;

  value = mis_area_with_texts (mis_world_get_area (world, area), NULL, name, description, error);
  if (value == NULL)
    return NULL;
  if (mis_area_equal (value, world->areas[area]))
    return mis_world_ref (world);
  return mis_world_with_area (world, area, value, error);
}

/* @order: (array length=n): which old area each new one is; one may stand there twice. */
static MisWorld *
with_areas (MisWorld *world, const guint *order, guint n)
{
  MisWorld *copy = mis_world_copy (world);
  MisArea **areas = g_new (MisArea *, n);
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    areas[i] = mis_area_ref (world->areas[order[i]]);
  mis_world_take_areas (copy, areas, n);
  for (guint i = 0; i < world->n_blocks; i++)
    g_ptr_array_add (blocks, mis_block_with_columns (world->blocks[i], order, n));
  mis_world_take_blocks (copy, blocks);
  return copy;
}

MisWorld *
mis_world_with_area_moved (MisWorld *world, guint area, guint to)
{
  guint n = world->n_areas;
  g_autofree guint *order = NULL;
  MisWorld *copy;

  g_return_val_if_fail (area < n && to < n, NULL);

  if (area == to)
    return mis_world_ref (world);
  order = g_new (guint, n);
  for (guint i = 0, from = 0; i < n; i++)
    {
      from += from == area ? 1 : 0;
      order[i] = i == to ? area : from++;
    }
  copy = with_areas (world, order, n);
  mis_world_order_scenarios (copy);
  return copy;
}

static gboolean
has_room_for_copy (const MisWorld *world, guint area, GError **error)
{
  guint64 n_goal_pairs = mis_area_count_goal_pairs (world->areas[area]);
  guint64 n_positions = world->n_positions;

  for (guint i = 0; i < world->n_areas; i++)
    n_goal_pairs += mis_area_count_goal_pairs (world->areas[i]);
  for (guint i = 0; i < world->n_blocks; i++)
    {
      const MisBlockColumn *column = world->blocks[i]->columns[area];

      n_positions += column != NULL ? column->n : 0;
    }
  return mis_world_check_limits (world->n_areas + 1, n_goal_pairs, 0, 0, n_positions, error);
}

MisWorld *
mis_world_with_area_copied (MisWorld *world, guint area, const char *name, GError **error)
{
  MisArea *old = mis_world_get_area (world, area);
  g_autofree char *called =
      name != NULL ? g_strdup (name) : mis_name_of_copy (mis_area_get_name (old));
  g_autofree char *id = mis_world_new_area_id (world, called);
  g_autofree guint *order = g_new (guint, world->n_areas + 1);
  g_autoptr (MisWorld) copy = NULL;
  MisArea *added;

  if (!has_room_for_copy (world, area, error))
    return NULL;
  added = mis_area_with_texts (old, id, called, NULL, error);
  if (added == NULL)
    return NULL;
  for (guint i = 0; i <= world->n_areas; i++)
    order[i] = i <= area ? i : i - 1;
  copy = with_areas (world, order, world->n_areas + 1);
  mis_world_take_area (copy, area + 1, added);
  return mis_world_check_scenario_limits (copy, error) ? g_steal_pointer (&copy) : NULL;
}
