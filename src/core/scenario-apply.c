/* Applying a scenario: its changes, one by one, to a copy that nobody else sees. */
#include "core/edit.h"

#include "core/limits.h"
#include "core/scenario-totals.h"
#include "core/world-ids.h"

/* What is removed goes at the end, at once; pairs of goals wait until their area is needed. */
typedef struct
{
  MisWorld *world;
  const MisWorldIds *ids; /* of the base: its rows and areas keep their numbers to the end */
  GHashTable *added;      /* id -> row + 1 */
  GArray **pairs;         /* (array length=n_areas): (nullable): of MisConflict */
  MisTotals totals;
  gboolean counts;        /* whether what is removed is counted */
} Apply;

static void
apply_init (Apply *apply, const MisWorld *world, const MisWorldIds *ids)
{
  apply->world = mis_world_copy (world);
  apply->ids = ids;
  apply->added = g_hash_table_new (g_str_hash, g_str_equal);
  apply->pairs = g_new0 (GArray *, world->n_areas);
  apply->counts = FALSE;
  mis_totals_init (&apply->totals, world);
  /* Scenarios belong to the base; the result is one world, in which no id is taken by them. */
  mis_world_take_scenarios (apply->world, NULL, 0);
}

static void
apply_clear (Apply *apply)
{
  for (guint i = 0; i < apply->world->n_areas; i++)
    g_clear_pointer (&apply->pairs[i], g_array_unref);
  g_free (apply->pairs);
  g_hash_table_unref (apply->added);
  mis_totals_clear (&apply->totals);
  mis_world_unref (apply->world);
}

static guint
find_row (const Apply *apply, const char *id)
{
  guint added = GPOINTER_TO_UINT (g_hash_table_lookup (apply->added, id));

  return added != 0 ? added - 1 : (guint) mis_world_ids_find_row (apply->ids, id);
}

static guint
find_area (const Apply *apply, const char *id)
{
  return (guint) mis_world_ids_find_area (apply->ids, id);
}

static int
goal_index (const MisArea *area, const char *id)
{
  return id == NULL ? MIS_NO_GOAL : mis_area_find_goal (area, id);
}

static MisBlock *
own_block_of (Apply *apply, guint row)
{
  return mis_world_own_block (apply->world, row / MIS_BLOCK_ROWS);
}

static void
apply_count (Apply *apply, const MisChange *change)
{
  guint row = find_row (apply, change->agent_id);
  MisBlock *block = own_block_of (apply, row);
  MisAgent *old = block->agents[row % MIS_BLOCK_ROWS];
  g_autoptr (MisAgent) changed = mis_agent_with_count (old, change->count);

  apply->totals.population += change->count - old->count;
  mis_block_set_agent (block, row % MIS_BLOCK_ROWS, changed);
}

static void
set_position (Apply *apply, guint row, guint area, const MisPosition *old, const MisPosition *new)
{
  if (mis_position_equal (old, new))
    return;
  apply->totals.n_positions += new->goal != MIS_UNKNOWN ? 1 : 0;
  apply->totals.n_positions -= old->goal != MIS_UNKNOWN ? 1 : 0;
  mis_block_set_position (own_block_of (apply, row), row % MIS_BLOCK_ROWS, area, new);
}

static void
apply_position (Apply *apply, const MisChange *change)
{
  guint row = find_row (apply, change->agent_id);
  guint area = find_area (apply, change->area_id);
  MisPosition old = mis_block_get_position (apply->world->blocks[row / MIS_BLOCK_ROWS],
                                            row % MIS_BLOCK_ROWS, area);
  MisPosition position = old;

  if (change->kind == MIS_CHANGE_UNKNOWN)
    position = MIS_POSITION_UNKNOWN;
  else if (change->has_goal)
    {
      if (position.goal == MIS_UNKNOWN)
        position = mis_position (0, 1.0);
      position.goal = goal_index (apply->world->areas[area], change->goal_ids[0]);
    }
  /* A weight alone says nothing of somebody whose position is unknown. */
  if (change->has_weight && position.goal != MIS_UNKNOWN)
    mis_position_set_weight (&position, change->value);
  set_position (apply, row, area, &old, &position);
}

/* Pairs are put in many at once, as each time the area lists all anew. */
static void
settle_pairs (Apply *apply, guint area)
{
  GArray *pairs = apply->pairs[area];
  MisArea *changed;

  if (pairs == NULL)
    return;
  changed = mis_area_with_conflicts (
    apply->world->areas[area], (const MisConflict *) (gpointer) pairs->data, pairs->len, NULL);
  g_assert (changed != NULL);
  mis_world_take_area (apply->world, area, changed);
  g_clear_pointer (&apply->pairs[area], g_array_unref);
}

/* Each pair is changed at most once, so those that wait do not matter to it. */
static void
apply_conflict (Apply *apply, const MisChange *change)
{
  guint index = find_area (apply, change->area_id);
  const MisArea *area = apply->world->areas[index];
  MisConflict conflict = mis_area_get_conflict (area, goal_index (area, change->goal_ids[0]),
                                                goal_index (area, change->goal_ids[1]));

  conflict.value = change->value;
  conflict.low = change->low;
  conflict.high = change->high;
  if (apply->pairs[index] == NULL)
    apply->pairs[index] = g_array_new (FALSE, FALSE, sizeof (MisConflict));
  g_array_append_val (apply->pairs[index], conflict);
}

/* A pair that says the same as the old default follows the new one: so the order matters. */
static void
apply_default (Apply *apply, const MisChange *change)
{
  guint index = find_area (apply, change->area_id);
  MisArea *changed;

  settle_pairs (apply, index);
  changed = mis_area_with_default_conflict (apply->world->areas[index], change->value, NULL);
  g_assert (changed != NULL);
  mis_world_take_area (apply->world, index, changed);
}

static void
apply_added_agent (Apply *apply, const MisChange *change)
{
  guint row = apply->totals.removed_rows->len;
  MisBlock *block = mis_world_make_room (apply->world);

  mis_block_append_agent (block, change->agent);
  g_array_set_size (apply->totals.removed_rows, row + 1);
  apply->totals.n_rows++;
  apply->totals.population += change->agent->count;
  g_hash_table_insert (apply->added, change->agent->id, GUINT_TO_POINTER (row + 1));
  for (guint i = 0; i < change->n_positions; i++)
    {
      const MisNamedPosition *named = &change->positions[i];
      guint area = find_area (apply, named->area_id);
      MisPosition position = { goal_index (apply->world->areas[area], named->goal_id),
                               named->weight, named->low, named->high, named->note };

      set_position (apply, row, area, &MIS_POSITION_UNKNOWN, &position);
    }
}

static void
apply_removed_agent (Apply *apply, const MisChange *change)
{
  guint row = find_row (apply, change->agent_id);

  if (apply->counts)
    mis_totals_remove_row (&apply->totals, apply->world, row);
  g_array_index (apply->totals.removed_rows, gboolean, row) = TRUE;
}

static void
apply_removed_area (Apply *apply, const MisChange *change)
{
  guint area = find_area (apply, change->area_id);

  if (apply->counts)
    mis_totals_remove_area (&apply->totals, apply->world, area);
  apply->totals.removed_areas[area] = TRUE;
}

static void
apply_scoring (Apply *apply, const MisChange *change)
{
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((change->scoring_mask & (1u << i)) != 0)
      mis_scoring_set (&apply->world->scoring, i, mis_scoring_get (&change->scoring, i));
}

static void
apply_change (Apply *apply, const MisChange *change)
{
  switch (change->kind)
    {
    case MIS_CHANGE_COUNT:
      apply_count (apply, change);
      break;
    case MIS_CHANGE_POSITION:
    case MIS_CHANGE_UNKNOWN:
      apply_position (apply, change);
      break;
    case MIS_CHANGE_CONFLICT:
      apply_conflict (apply, change);
      break;
    case MIS_CHANGE_DEFAULT:
      apply_default (apply, change);
      break;
    case MIS_CHANGE_ADD_AGENT:
      apply_added_agent (apply, change);
      break;
    case MIS_CHANGE_REMOVE_AGENT:
      apply_removed_agent (apply, change);
      break;
    case MIS_CHANGE_REMOVE_AREA:
      apply_removed_area (apply, change);
      break;
    case MIS_CHANGE_SCORING:
    default:
      apply_scoring (apply, change);
      break;
    }
}

static void
apply_changes (Apply *apply, const MisScenario *scenario)
{
  for (guint i = 0; i < scenario->n_changes; i++)
    apply_change (apply, &scenario->changes[i]);
}

/* Whether a change has to do with how many rows, agents and positions there are. */
static gboolean
is_counted (const MisChange *change)
{
  return change->kind != MIS_CHANGE_CONFLICT && change->kind != MIS_CHANGE_DEFAULT
         && change->kind != MIS_CHANGE_SCORING;
}

/* Limits hold after every change, not only at the end. */
static gboolean
count_changes (Apply *apply, const MisScenario *scenario, guint *change, GError **error)
{
  for (guint i = 0; i < scenario->n_changes; i++)
    if (is_counted (&scenario->changes[i]))
      {
        apply_change (apply, &scenario->changes[i]);
        if (mis_totals_check (&apply->totals, error))
          continue;
        *change = i;
        return FALSE;
      }
  return TRUE;
}

static gboolean
any (const gboolean *marks, guint n)
{
  for (guint i = 0; i < n; i++)
    if (marks[i])
      return TRUE;
  return FALSE;
}

static void
settle (Apply *apply)
{
  const gboolean *removed_rows = (const gboolean *) (gpointer) apply->totals.removed_rows->data;
  const gboolean *removed_areas = apply->totals.removed_areas;
  guint n_areas = apply->world->n_areas;

  for (guint i = 0; i < n_areas; i++)
    settle_pairs (apply, i);
  mis_world_count_rows (apply->world);
  if (any (removed_rows, apply->world->n_agents))
    mis_world_remove_rows (apply->world, removed_rows);
  if (any (removed_areas, n_areas))
    mis_world_remove_areas (apply->world, removed_areas);
}

/* Whether there is need to count: more than the changes can add is not looked at. */
static gboolean
may_reach_limit (const MisScenario *scenario, const MisWorld *world)
{
  guint64 n_rows = world->n_agents;
  guint64 n_positions = world->n_positions;
  guint64 population = world->population;

  for (guint i = 0; i < scenario->n_changes; i++)
    {
      const MisChange *change = &scenario->changes[i];

      n_rows += change->kind == MIS_CHANGE_ADD_AGENT ? 1 : 0;
      n_positions += change->kind == MIS_CHANGE_POSITION ? 1 : change->n_positions;
      population += change->kind == MIS_CHANGE_ADD_AGENT ? change->agent->count : change->count;
    }
  return n_rows > MIS_MAX_AGENTS || n_positions > MIS_MAX_POSITIONS
         || population > MIS_MAX_POPULATION;
}

gboolean
mis_scenario_check_limits (const MisScenario *scenario,
                           const MisWorld *world,
                           const MisWorldIds *ids,
                           guint *change,
                           GError **error)
{
  gboolean valid;
  Apply apply;

  if (!may_reach_limit (scenario, world))
    return TRUE;
  apply_init (&apply, world, ids);
  apply.counts = TRUE;
  valid = count_changes (&apply, scenario, change, error);
  apply_clear (&apply);
  return valid;
}

gboolean
mis_world_check_scenario_limits (const MisWorld *world, GError **error)
{
  MisWorldIds ids = { NULL, NULL };
  gboolean valid = TRUE;

  for (guint i = 0; i < world->n_scenarios && valid; i++)
    {
      guint change = 0;

      if (!may_reach_limit (world->scenarios[i], world))
        continue;
      if (ids.rows == NULL)
        mis_world_ids_init_all (&ids, world);
      valid = mis_scenario_check_limits (world->scenarios[i], world, &ids, &change, error);
      if (!valid)
        g_prefix_error (error, "scenarios[%u].changes[%u]: ", i, change);
    }
  mis_world_ids_clear (&ids);
  return valid;
}

MisWorld *
mis_world_with_scenario_applied (MisWorld *world, const MisScenario *scenario, GError **error)
{
  MisWorld *applied = NULL;
  MisWorldIds ids;
  guint change;

  mis_world_ids_init_all (&ids, world);
  if (!mis_scenario_check (scenario, world, &ids, &change, error))
    g_prefix_error (error, "changes[%u]: ", change);
  else
    {
      Apply apply;

      apply_init (&apply, world, &ids);
      apply_changes (&apply, scenario);
      settle (&apply);
      applied = mis_world_ref (apply.world);
      apply_clear (&apply);
    }
  mis_world_ids_clear (&ids);
  return applied;
}
