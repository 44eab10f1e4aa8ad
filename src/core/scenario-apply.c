/* Applying a scenario: its changes, one by one. */
#include "core/edit.h"

#include "core/error.h"
#include "core/world-private.h"

/* A world under way: what is removed goes at the end, in one rebuild, or when room is short. */
typedef struct
{
  MisWorld *world;
  GHashTable *rows; /* id, a copy -> row + 1 */
  GPtrArray *removed_agents;
  GPtrArray *removed_areas;
} Apply;

static guint
find_row (Apply *apply, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (apply->rows, id)) - 1;
}

static int
goal_index (const MisArea *area, const char *id)
{
  return id == NULL ? MIS_NO_GOAL : mis_area_find_goal (area, id);
}

static MisWorld *
apply_position (Apply *apply, const MisChange *change, GError **error)
{
  guint agent = find_row (apply, change->agent_id);
  guint area = (guint) mis_world_find_area (apply->world, change->area_id);
  MisPosition position = mis_world_get_position (apply->world, agent, area);
  g_autoptr (MisWorld) moved = NULL;

  if (change->has_goal)
    {
      if (position.goal == MIS_UNKNOWN)
        position = mis_position (0, 1.0);
      position.goal = goal_index (apply->world->areas[area], change->goal_ids[0]);
    }
  /* A weight alone says nothing of somebody whose position is unknown. */
  if (position.goal == MIS_UNKNOWN)
    return mis_world_ref (apply->world);
  moved = mis_world_with_position (apply->world, agent, area, &position, error);
  if (moved == NULL || !change->has_weight)
    return g_steal_pointer (&moved);
  return mis_world_with_weight (moved, agent, area, change->value, error);
}

static MisWorld *
apply_area_change (Apply *apply, const MisChange *change, GError **error)
{
  guint index = (guint) mis_world_find_area (apply->world, change->area_id);
  MisArea *area = apply->world->areas[index];
  g_autoptr (MisArea) changed = NULL;

  if (change->kind == MIS_CHANGE_DEFAULT)
    changed = mis_area_with_default_conflict (area, change->value, error);
  else
    {
      int g = goal_index (area, change->goal_ids[0]);
      int h = goal_index (area, change->goal_ids[1]);
      MisConflict conflict = mis_area_get_conflict (area, g, h);

      conflict.value = change->value;
      conflict.low = change->low;
      conflict.high = change->high;
      changed = mis_area_with_conflict_range (area, &conflict, error);
    }
  return changed != NULL ? mis_world_with_area (apply->world, index, changed, error) : NULL;
}

static MisWorld *
apply_added_agent (Apply *apply, const MisChange *change, GError **error)
{
  g_autofree guint *areas = g_new (guint, change->n_positions);
  g_autofree MisPosition *positions = g_new (MisPosition, change->n_positions);
  MisWorld *world = apply->world;
  guint row = world->n_agents;

  for (guint i = 0; i < change->n_positions; i++)
    {
      const MisNamedPosition *named = &change->positions[i];
      int area = mis_world_find_area (world, named->area_id);

      areas[i] = (guint) area;
      positions[i] = (MisPosition) { goal_index (world->areas[area], named->goal_id),
                                     named->weight, named->low, named->high, named->note };
    }
  g_hash_table_insert (apply->rows, g_strdup (change->agent->id), GUINT_TO_POINTER (row + 1));
  return mis_world_with_agent_added (world, row, change->agent, areas, positions,
                                     change->n_positions, error);
}

static MisWorld *
apply_change (Apply *apply, const MisChange *change, GError **error)
{
  MisScoring scoring = apply->world->scoring;

  switch (change->kind)
    {
    case MIS_CHANGE_COUNT:
      return mis_world_with_count (apply->world, find_row (apply, change->agent_id), change->count,
                                   error);
    case MIS_CHANGE_POSITION:
      return apply_position (apply, change, error);
    case MIS_CHANGE_UNKNOWN:
      return mis_world_with_position (apply->world, find_row (apply, change->agent_id),
                                      (guint) mis_world_find_area (apply->world, change->area_id),
                                      &MIS_POSITION_UNKNOWN, error);
    case MIS_CHANGE_CONFLICT:
    case MIS_CHANGE_DEFAULT:
      return apply_area_change (apply, change, error);
    case MIS_CHANGE_ADD_AGENT:
      return apply_added_agent (apply, change, error);
    case MIS_CHANGE_REMOVE_AGENT:
      g_ptr_array_add (apply->removed_agents, change->agent_id);
      return mis_world_ref (apply->world);
    case MIS_CHANGE_REMOVE_AREA:
      g_ptr_array_add (apply->removed_areas, change->area_id);
      return mis_world_ref (apply->world);
    case MIS_CHANGE_SCORING:
    default:
      for (guint i = 0; i < MIS_N_OPTIONS; i++)
        if ((change->scoring_mask & (1u << i)) != 0)
          mis_scoring_set (&scoring, i, mis_scoring_get (&change->scoring, i));
      return mis_world_with_scoring (apply->world, &scoring);
    }
}

/* All removed rows at once. */
static void
remove_agents (Apply *apply)
{
  g_autofree gboolean *removed = g_new0 (gboolean, apply->world->n_agents);
  MisWorld *copy = mis_world_copy (apply->world);
  MisBlockWriter writer;

  for (guint i = 0; i < apply->removed_agents->len; i++)
    removed[find_row (apply, g_ptr_array_index (apply->removed_agents, i))] = TRUE;
  mis_block_writer_init (&writer, copy->n_areas);
  for (guint i = 0; i < copy->n_agents; i++)
    if (!removed[i])
      mis_block_writer_copy_row (&writer, copy->blocks[i / MIS_BLOCK_ROWS], i % MIS_BLOCK_ROWS);
  mis_world_take_blocks (copy, mis_block_writer_end (&writer));
  mis_world_unref (apply->world);
  apply->world = copy;
}

static void
number_rows (Apply *apply)
{
  g_hash_table_remove_all (apply->rows);
  for (guint i = 0; i < apply->world->n_agents; i++)
    g_hash_table_insert (apply->rows, g_strdup (mis_world_get_agent (apply->world, i)->id),
                         GUINT_TO_POINTER (i + 1));
}

/* Takes out what is to be removed. */
static gboolean
remove_all (Apply *apply, GError **error)
{
  if (apply->removed_agents->len > 0)
    remove_agents (apply);
  for (guint i = 0; i < apply->removed_areas->len; i++)
    {
      int area = mis_world_find_area (apply->world, g_ptr_array_index (apply->removed_areas, i));
      MisWorld *left = mis_world_with_area_removed (apply->world, (guint) area, error);

      if (left == NULL)
        return FALSE;
      mis_world_unref (apply->world);
      apply->world = left;
    }
  g_ptr_array_set_size (apply->removed_agents, 0);
  g_ptr_array_set_size (apply->removed_areas, 0);
  return TRUE;
}

/* At a limit, what was removed before makes room. */
static MisWorld *
apply_with_room (Apply *apply, const MisChange *change, GError **error)
{
  g_autoptr (GError) full = NULL;
  MisWorld *changed = apply_change (apply, change, &full);

  if (changed != NULL)
    return changed;
  if (!g_error_matches (full, MIS_ERROR, MIS_ERROR_LIMIT)
      || apply->removed_agents->len + apply->removed_areas->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&full));
      return NULL;
    }
  if (!remove_all (apply, error))
    return NULL;
  number_rows (apply);
  return apply_change (apply, change, error);
}

MisWorld *
mis_world_with_scenario_applied (MisWorld *world, const MisScenario *scenario, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) removed_agents = g_ptr_array_new ();
  g_autoptr (GPtrArray) removed_areas = g_ptr_array_new ();
  Apply apply = { mis_world_copy (world), rows, removed_agents, removed_areas };
  gboolean valid = mis_world_check_scenario (world, scenario, NULL, error);

  /* Scenarios belong to the base; the result is one world, in which no id is taken by them. */
  mis_world_take_scenarios (apply.world, NULL, 0);
  number_rows (&apply);
  for (guint i = 0; valid && i < scenario->n_changes; i++)
    {
      MisWorld *changed = apply_with_room (&apply, &scenario->changes[i], error);

      valid = changed != NULL;
      if (!valid)
        {
          g_prefix_error (error, "changes[%u]: ", i);
          break;
        }
      mis_world_unref (apply.world);
      apply.world = changed;
    }
  if (valid)
    valid = remove_all (&apply, error);
  if (!valid)
    g_clear_pointer (&apply.world, mis_world_unref);
  return apply.world;
}
