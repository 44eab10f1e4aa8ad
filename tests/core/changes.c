#include "changes.h"

#include "core/edit-scenarios.h"

MisChange
mis_change_count (const char *agent, guint64 count)
{
  return (MisChange) { .kind = MIS_CHANGE_COUNT, .agent_id = g_strdup (agent), .count = count };
}

MisChange
mis_change_goal (const char *agent, const char *area, const char *goal)
{
  return (MisChange) { .kind = MIS_CHANGE_POSITION, .agent_id = g_strdup (agent),
                       .area_id = g_strdup (area), .has_goal = TRUE,
                       .goal_ids = { g_strdup (goal), NULL } };
}

MisChange
mis_change_weight (const char *agent, const char *area, double weight)
{
  return (MisChange) { .kind = MIS_CHANGE_POSITION, .agent_id = g_strdup (agent),
                       .area_id = g_strdup (area), .has_weight = TRUE, .value = weight,
                       .low = weight, .high = weight };
}

MisChange
mis_change_both (const char *agent, const char *area, const char *goal, double weight)
{
  MisChange change = mis_change_weight (agent, area, weight);

  change.has_goal = TRUE;
  change.goal_ids[0] = g_strdup (goal);
  return change;
}

MisChange
mis_change_unknown (const char *agent, const char *area)
{
  return (MisChange) { .kind = MIS_CHANGE_UNKNOWN, .agent_id = g_strdup (agent),
                       .area_id = g_strdup (area) };
}

MisChange
mis_change_conflict (const char *area, const char *g, const char *h, double value)
{
  return (MisChange) { .kind = MIS_CHANGE_CONFLICT, .area_id = g_strdup (area), .value = value,
                       .low = value, .high = value, .goal_ids = { g_strdup (g), g_strdup (h) } };
}

MisChange
mis_change_default (const char *area, double value)
{
  return (MisChange) { .kind = MIS_CHANGE_DEFAULT, .area_id = g_strdup (area), .value = value,
                       .low = value, .high = value };
}

MisChange
mis_remove_agent (const char *agent)
{
  return (MisChange) { .kind = MIS_CHANGE_REMOVE_AGENT, .agent_id = g_strdup (agent) };
}

MisChange
mis_remove_area (const char *area)
{
  return (MisChange) { .kind = MIS_CHANGE_REMOVE_AREA, .area_id = g_strdup (area) };
}

MisChange
mis_add_agent (const char *id, guint64 count, const char *area, const char *goal, double weight)
{
  MisNamedPosition *positions = g_new0 (MisNamedPosition, 1);

  positions[0] = (MisNamedPosition) { .area_id = g_strdup (area), .goal_id = g_strdup (goal),
                                      .weight = weight, .low = weight, .high = weight };
  return (MisChange) { .kind = MIS_CHANGE_ADD_AGENT, .positions = positions, .n_positions = 1,
                       .agent = mis_agent_new (id, id, MIS_KIND_AI, "", count, "", NULL) };
}

MisChange
mis_change_scoring (guint mask, MisScoring scoring)
{
  return (MisChange) { .kind = MIS_CHANGE_SCORING, .scoring_mask = mask, .scoring = scoring };
}

MisScenario *
mis_make_scenario (const MisChange *changes, guint n_changes, GError **error)
{
  return mis_scenario_new ("s", "S", "", g_memdup2 (changes, n_changes * sizeof (MisChange)),
                           n_changes, error);
}

MisWorld *
mis_world_with_changes (MisWorld *world, const MisChange *changes, guint n_changes)
{
  g_autoptr (MisScenario) scenario = mis_make_scenario (changes, n_changes, NULL);
  g_autoptr (GError) error = NULL;
  MisWorld *with = mis_world_with_scenario (world, scenario, &error);

  g_assert_no_error (error);
  return with;
}
