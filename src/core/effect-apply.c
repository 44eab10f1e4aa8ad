/* Levers as edits. */
#include "core/effect-private.h"

#include <string.h>

#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "core/number.h"
#include "core/text.h"

static gboolean
fail (GError **error, int code, const char *found, const char *expected)
{
  g_set_error (error, MIS_ERROR, code, "found %s, expected %s", found, expected);
  return FALSE;
}

static gboolean
has_goal (const MisArea *area, int goal)
{
  return goal >= MIS_NO_GOAL && goal < (int) mis_area_get_n_goals (area);
}

static gboolean
check_conflict (const MisLever *lever, const MisArea *area, GError **error)
{
  if (!has_goal (area, lever->goal) || !has_goal (area, lever->other)
      || lever->goal == lever->other)
    return fail (error, MIS_ERROR_UNKNOWN, "no such pair of goals", "two different goals");
  return mis_check_probability (lever->value, error);
}

static gboolean
check_agents (const MisLever *lever, const MisWorld *world, GError **error)
{
  if (lever->agents >= 1 && lever->agents <= mis_world_get_agent (world, lever->agent)->count)
    return TRUE;
  return fail (error, MIS_ERROR_RANGE, "more agents than the row has, or none",
               "at least one and at most its count");
}

static gboolean
check_weight (const MisLever *lever, const MisWorld *world, GError **error)
{
  if (mis_world_get_position (world, lever->agent, lever->area).goal == MIS_UNKNOWN)
    return fail (error, MIS_ERROR_UNKNOWN, "an unknown position", "a goal or \"no goal\"");
  return check_agents (lever, world, error) && mis_check_probability (lever->value, error);
}

static gboolean
check_count (const MisLever *lever, const MisWorld *world, GError **error)
{
  guint64 others = mis_world_get_population (world)
                   - mis_world_get_agent (world, lever->agent)->count;

  return mis_check_count (lever->agents, error)
         && mis_world_check_limits (0, 0, 0, others + lever->agents, 0, error);
}

gboolean
mis_lever_is_of_row (MisLeverKind kind)
{
  return kind == MIS_LEVER_WEIGHT || kind == MIS_LEVER_MOVE || kind == MIS_LEVER_COUNT;
}

gboolean
mis_lever_check (const MisLever *lever, const MisWorld *world, GError **error)
{
  const MisArea *area;

  if ((lever->kind != MIS_LEVER_COUNT && lever->area >= world->n_areas)
      || (mis_lever_is_of_row (lever->kind) && lever->agent >= world->n_agents))
    return fail (error, MIS_ERROR_UNKNOWN, "no such area or row", "one of the world");
  if (lever->kind == MIS_LEVER_COUNT)
    return check_count (lever, world, error);
  area = world->areas[lever->area];
  switch (lever->kind)
    {
    case MIS_LEVER_CONFLICT:
      return check_conflict (lever, area, error);
    case MIS_LEVER_WEIGHT:
      return check_weight (lever, world, error);
    case MIS_LEVER_GOAL_WEIGHT:
      if (lever->goal < 0 || !has_goal (area, lever->goal))
        return fail (error, MIS_ERROR_UNKNOWN, "no such goal", "an explicit goal of the area");
      return mis_check_probability (lever->value, error);
    case MIS_LEVER_MOVE:
      if (lever->goal != MIS_UNKNOWN && !has_goal (area, lever->goal))
        return fail (error, MIS_ERROR_UNKNOWN, "no such goal", "one of the area, none or unknown");
      return check_agents (lever, world, error);
    case MIS_LEVER_COUNT:
    case MIS_LEVER_REMOVE_AREA:
    default:
      return TRUE;
    }
}

static void
set_weight (MisPosition *position, double weight)
{
  gboolean certain = position->low >= position->weight && position->high <= position->weight;

  position->low = certain ? weight : MIN (position->low, weight);
  position->high = certain ? weight : MAX (position->high, weight);
  position->weight = weight;
}

MisPosition
mis_lever_position (const MisLever *lever, MisPosition position)
{
  if (lever->kind == MIS_LEVER_WEIGHT || lever->kind == MIS_LEVER_GOAL_WEIGHT)
    set_weight (&position, lever->value);
  else if (lever->goal == MIS_UNKNOWN)
    return MIS_POSITION_UNKNOWN;
  else if (position.goal == MIS_UNKNOWN)
    return mis_position (lever->goal, 1.0);
  else
    position.goal = lever->goal;
  return position;
}

static gboolean
adds_agent (const MisScenario *scenario, const char *id)
{
  for (guint i = 0; i < scenario->n_changes; i++)
    if (scenario->changes[i].kind == MIS_CHANGE_ADD_AGENT
        && strcmp (scenario->changes[i].agent->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* By a row, or by one that a scenario of the world adds. */
static gboolean
is_taken (const char *id, gpointer user_data)
{
  const MisWorld *world = user_data;
  gboolean taken = mis_world_find_agent (world, id) >= 0;

  for (guint i = 0; i < world->n_scenarios && !taken; i++)
    taken = adds_agent (world->scenarios[i], id);
  return taken;
}

/* The first @agents agents of a row, as a row of their own at the end, with another position. */
static MisWorld *
split_row (MisWorld *world, const MisLever *lever, const MisPosition *position, GError **error)
{
  MisAgent *old = mis_world_get_agent (world, lever->agent);
  g_autofree char *id = mis_id_from_name (old->id, "agent", is_taken, world);
  g_autofree guint *areas = g_new (guint, world->n_areas);
  g_autofree MisPosition *positions = g_new (MisPosition, world->n_areas);
  g_autoptr (MisAgent) agent = NULL;
  g_autoptr (MisWorld) fewer = NULL;

  for (guint i = 0; i < world->n_areas; i++)
    {
      areas[i] = i;
      positions[i] = i == lever->area ? *position : mis_world_get_position (world, lever->agent, i);
    }
  agent = mis_agent_new (id, old->name, old->kind, old->principal, lever->agents, old->note, error);
  fewer = mis_world_with_count (world, lever->agent, old->count - lever->agents, error);
  if (agent == NULL || fewer == NULL)
    return NULL;
  return mis_world_with_agent_added (fewer, world->n_agents, agent, areas, positions,
                                     world->n_areas, error);
}

static MisWorld *
with_row_changed (MisWorld *world, const MisLever *lever, GError **error)
{
  MisPosition old = mis_world_get_position (world, lever->agent, lever->area);
  MisPosition position = mis_lever_position (lever, old);

  if (mis_position_equal (&old, &position))
    return mis_world_ref (world);
  if (lever->agents < mis_world_get_agent (world, lever->agent)->count)
    return split_row (world, lever, &position, error);
  return mis_world_with_position (world, lever->agent, lever->area, &position, error);
}

static MisWorld *
with_goal_weight (MisWorld *world, const MisLever *lever, GError **error)
{
  MisWorld *changed = mis_world_ref (world);

  for (guint i = 0; i < world->n_agents && changed != NULL; i++)
    {
      MisPosition position = mis_world_get_position (world, i, lever->area);
      MisWorld *next;

      if (position.goal != lever->goal)
        continue;
      position = mis_lever_position (lever, position);
      next = mis_world_with_position (changed, i, lever->area, &position, error);
      mis_world_unref (changed);
      changed = next;
    }
  return changed;
}

MisWorld *
mis_world_with_lever (MisWorld *world, const MisLever *lever, GError **error)
{
  if (!mis_lever_check (lever, world, error))
    return NULL;
  switch (lever->kind)
    {
    case MIS_LEVER_CONFLICT:
      return mis_world_with_conflict (world, lever->area, lever->goal, lever->other, lever->value,
                                      error);
    case MIS_LEVER_WEIGHT:
    case MIS_LEVER_MOVE:
      return with_row_changed (world, lever, error);
    case MIS_LEVER_GOAL_WEIGHT:
      return with_goal_weight (world, lever, error);
    case MIS_LEVER_COUNT:
      return mis_world_with_count (world, lever->agent, lever->agents, error);
    case MIS_LEVER_REMOVE_AREA:
    default:
      return mis_world_with_area_removed (world, lever->area, error);
    }
}
