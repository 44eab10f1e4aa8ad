/* Checking a scenario against a world, and applying it: the changes of scenario.h, one by one. */
#include "core/edit.h"

#include <string.h>

#include "core/error.h"
#include "core/world-private.h"

/* What is there while the changes are gone through. All keys are ids of others. */
typedef struct
{
  GHashTable *agents;  /* of the base, a set */
  GHashTable *areas;   /* of the base, id -> MisArea */
  GHashTable *added;   /* agents that the scenario adds */
  GHashTable *removed; /* agents, areas: "agent/ID", "area/ID" */
  GHashTable *targets; /* what was changed already */
} Check;

static gboolean
fail (GError **error, int code, const char *format, const char *id)
{
  g_autofree char *message = g_strdup_printf ("found \"%s\", expected %s", id, format);

  g_set_error_literal (error, MIS_ERROR, code, message);
  return FALSE;
}

static gboolean
is_removed (Check *check, const char *what, const char *id)
{
  g_autofree char *key = g_strconcat (what, "/", id, NULL);

  return g_hash_table_contains (check->removed, key);
}

static gboolean
check_agent (Check *check, const char *id, GError **error)
{
  if ((g_hash_table_contains (check->agents, id) || g_hash_table_contains (check->added, id))
      && !is_removed (check, "agent", id))
    return TRUE;
  return fail (error, MIS_ERROR_UNKNOWN, "the id of an agent of the project", id);
}

static MisArea *
find_area (Check *check, const char *id, GError **error)
{
  MisArea *area = g_hash_table_lookup (check->areas, id);

  if (area != NULL && !is_removed (check, "area", id))
    return area;
  fail (error, MIS_ERROR_UNKNOWN, "the id of an area of the project", id);
  return NULL;
}

static gboolean
check_goal (const MisArea *area, const char *id, GError **error)
{
  return id == NULL || mis_area_find_goal (area, id) >= 0
         || fail (error, MIS_ERROR_UNKNOWN, "the id of a goal of the area", id);
}

/* Takes over @target, which names what is changed. */
static gboolean
check_target (Check *check, char *target, GError **error)
{
  if (g_hash_table_contains (check->targets, target))
    {
      fail (error, MIS_ERROR_DUPLICATE, "each target of a scenario at most once", target);
      g_free (target);
      return FALSE;
    }
  g_hash_table_add (check->targets, target);
  return TRUE;
}

static gboolean
check_position_change (Check *check, const MisChange *change, GError **error)
{
  MisArea *area;

  if (!check_agent (check, change->agent_id, error))
    return FALSE;
  area = find_area (check, change->area_id, error);
  return area != NULL && (!change->has_goal || check_goal (area, change->goal_ids[0], error))
         && check_target (check,
                          g_strdup_printf ("agent %s, area %s", change->agent_id, change->area_id),
                          error);
}

static gboolean
check_conflict_change (Check *check, const MisChange *change, GError **error)
{
  MisArea *area = find_area (check, change->area_id, error);
  const char *a = change->goal_ids[0];
  const char *b = change->goal_ids[1];

  if (area == NULL || !check_goal (area, a, error) || !check_goal (area, b, error))
    return FALSE;
  if (g_strcmp0 (a, b) == 0)
    return fail (error, MIS_ERROR_DUPLICATE, "two different goals in a pair",
                 a != NULL ? a : "null");
  if (g_strcmp0 (a, b) > 0)
    {
      const char *swap = a;

      a = b;
      b = swap;
    }
  return check_target (check,
                       g_strdup_printf ("area %s, goals %s and %s", change->area_id,
                                        a != NULL ? a : "null", b),
                       error);
}

static gboolean
check_added_agent (Check *check, const MisChange *change, GError **error)
{
  g_autoptr (GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);
  const char *id = change->agent->id;

  if (g_hash_table_contains (check->agents, id) || g_hash_table_contains (check->added, id))
    return fail (error, MIS_ERROR_DUPLICATE, "an id that no agent has", id);
  for (guint i = 0; i < change->n_positions; i++)
    {
      const MisNamedPosition *position = &change->positions[i];
      MisArea *area = find_area (check, position->area_id, error);

      if (area == NULL || !check_goal (area, position->goal_id, error))
        return FALSE;
      if (!g_hash_table_add (areas, position->area_id))
        return fail (error, MIS_ERROR_DUPLICATE, "each area at most once", position->area_id);
    }
  g_hash_table_add (check->added, change->agent->id);
  return TRUE;
}

static gboolean
check_scoring_change (Check *check, const MisChange *change, GError **error)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((change->scoring_mask & (1u << i)) != 0
        && !check_target (check, g_strconcat ("scoring ", mis_options[i].name, NULL), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_change (Check *check, const MisChange *change, GError **error)
{
  switch (change->kind)
    {
    case MIS_CHANGE_COUNT:
      return check_agent (check, change->agent_id, error)
             && check_target (check, g_strdup_printf ("count of agent %s", change->agent_id), error);
    case MIS_CHANGE_POSITION:
    case MIS_CHANGE_UNKNOWN:
      return check_position_change (check, change, error);
    case MIS_CHANGE_CONFLICT:
      return check_conflict_change (check, change, error);
    case MIS_CHANGE_DEFAULT:
      return find_area (check, change->area_id, error) != NULL
             && check_target (check, g_strdup_printf ("default of area %s", change->area_id),
                              error);
    case MIS_CHANGE_ADD_AGENT:
      return check_added_agent (check, change, error);
    case MIS_CHANGE_REMOVE_AGENT:
      if (!check_agent (check, change->agent_id, error))
        return FALSE;
      g_hash_table_add (check->removed, g_strconcat ("agent/", change->agent_id, NULL));
      return TRUE;
    case MIS_CHANGE_REMOVE_AREA:
      if (find_area (check, change->area_id, error) == NULL)
        return FALSE;
      g_hash_table_add (check->removed, g_strconcat ("area/", change->area_id, NULL));
      return TRUE;
    case MIS_CHANGE_SCORING:
      return check_scoring_change (check, change, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
mis_scenario_check (const MisScenario *scenario,
                    GHashTable *agents,
                    GHashTable *areas,
                    guint *change,
                    GError **error)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check check = { agents, areas, added, removed, targets };

  for (guint i = 0; i < scenario->n_changes; i++)
    if (!check_change (&check, &scenario->changes[i], error))
      {
        if (change != NULL)
          *change = i;
        return FALSE;
      }
  return TRUE;
}

gboolean
mis_world_check_scenario (const MisWorld *world,
                          const MisScenario *scenario,
                          guint *change,
                          GError **error)
{
  g_autoptr (GHashTable) agents = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < world->n_agents; i++)
    g_hash_table_add (agents, mis_world_get_agent (world, i)->id);
  for (guint i = 0; i < world->n_areas; i++)
    g_hash_table_insert (areas, (gpointer) mis_area_get_id (world->areas[i]), world->areas[i]);
  return mis_scenario_check (scenario, agents, areas, change, error);
}

static MisNamedPosition *
copy_positions_without (const MisChange *change, const char *area_id, guint *n_positions)
{
  MisNamedPosition *copies = g_new0 (MisNamedPosition, change->n_positions);

  *n_positions = 0;
  for (guint i = 0; i < change->n_positions; i++)
    {
      MisNamedPosition *copy = &copies[*n_positions];

      if (g_strcmp0 (change->positions[i].area_id, area_id) == 0)
        continue;
      *copy = change->positions[i];
      copy->area_id = g_strdup (copy->area_id);
      copy->goal_id = g_strdup (copy->goal_id);
      mis_note_ref (copy->note);
      (*n_positions)++;
    }
  return copies;
}

static MisChange
copy_change_without (const MisChange *change, const char *area_id)
{
  MisChange copy = *change;

  copy.agent_id = g_strdup (change->agent_id);
  copy.area_id = g_strdup (change->area_id);
  copy.goal_ids[0] = g_strdup (change->goal_ids[0]);
  copy.goal_ids[1] = g_strdup (change->goal_ids[1]);
  if (change->agent != NULL)
    mis_agent_ref (change->agent);
  copy.positions = copy_positions_without (change, area_id, &copy.n_positions);
  return copy;
}

static gboolean
names_one_of (const MisChange *change, const char *agent_id, const char *area_id)
{
  return (agent_id != NULL && g_strcmp0 (change->agent_id, agent_id) == 0)
         || (area_id != NULL && g_strcmp0 (change->area_id, area_id) == 0);
}

static gboolean
names_anywhere (const MisChange *change, const char *agent_id, const char *area_id)
{
  if (names_one_of (change, agent_id, area_id))
    return TRUE;
  for (guint i = 0; i < change->n_positions; i++)
    if (g_strcmp0 (change->positions[i].area_id, area_id) == 0)
      return TRUE;
  return FALSE;
}

MisScenario *
mis_scenario_without (MisScenario *scenario, const char *agent_id, const char *area_id)
{
  MisChange *changes;
  guint n_changes = 0;
  gboolean named = FALSE;
  MisScenario *left;

  for (guint i = 0; i < scenario->n_changes && !named; i++)
    named = names_anywhere (&scenario->changes[i], agent_id, area_id);
  if (!named)
    return mis_scenario_ref (scenario);
  changes = g_new0 (MisChange, scenario->n_changes);
  for (guint i = 0; i < scenario->n_changes; i++)
    if (!names_one_of (&scenario->changes[i], agent_id, area_id))
      changes[n_changes++] = copy_change_without (&scenario->changes[i], area_id);
  left = mis_scenario_new (scenario->id, scenario->name, scenario->description, changes, n_changes,
                           NULL);
  g_assert (left != NULL);
  return left;
}

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
        position = MIS_POSITION (0, 1.0);
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
