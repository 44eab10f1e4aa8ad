/* Whether every change of a scenario finds what it names. */
#include "core/edit.h"

#include <string.h>

#include "core/error.h"
#include "core/world-ids.h"

/* What is there while the changes are gone through. All keys are ids of others. */
typedef struct
{
  const MisWorld *world;
  const MisWorldIds *ids;
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
  if ((mis_world_ids_find_row (check->ids, id) >= 0 || g_hash_table_contains (check->added, id))
      && !is_removed (check, "agent", id))
    return TRUE;
  return fail (error, MIS_ERROR_UNKNOWN, "the id of an agent of the project", id);
}

static MisArea *
find_area (Check *check, const char *id, GError **error)
{
  int area = mis_world_ids_find_area (check->ids, id);

  if (area >= 0 && !is_removed (check, "area", id))
    return check->world->areas[area];
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
                       g_strdup_printf (a != NULL ? "area %s, goals %s and %s"
                                                  : "area %s, %s and goal %s",
                                        change->area_id, a != NULL ? a : "no goal", b),
                       error);
}

static gboolean
check_added_agent (Check *check, const MisChange *change, GError **error)
{
  g_autoptr (GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);
  const char *id = change->agent->id;

  if (mis_world_ids_find_row (check->ids, id) >= 0 || g_hash_table_contains (check->added, id))
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
             && check_target (check, g_strdup_printf ("count of agent %s", change->agent_id),
                              error);
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

static gboolean
check_changes (Check *check, const MisScenario *scenario, guint *change, GError **error)
{
  for (guint i = 0; i < scenario->n_changes; i++)
    if (!check_change (check, &scenario->changes[i], error))
      {
        *change = i;
        return FALSE;
      }
  return TRUE;
}

gboolean
mis_scenario_check (const MisScenario *scenario,
                    const MisWorld *world,
                    const MisWorldIds *ids,
                    guint *change,
                    GError **error)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check check = { world, ids, added, removed, targets };

  return check_changes (&check, scenario, change, error)
         && mis_scenario_check_limits (scenario, world, ids, change, error);
}

gboolean
mis_world_check_scenario (const MisWorld *world,
                          const MisScenario *scenario,
                          guint *change,
                          GError **error)
{
  MisWorldIds ids;
  gboolean valid;
  guint found = 0;

  mis_world_ids_init_all (&ids, world);
  valid = mis_scenario_check (scenario, world, &ids, &found, error);
  mis_world_ids_clear (&ids);
  if (!valid && change != NULL)
    *change = found;
  return valid;
}

MisScenario *
mis_world_fit_scenario (const MisWorld *world, MisScenario *scenario)
{
  MisScenario *fitted = mis_scenario_ref (scenario);
  guint change = 0;

  while (!mis_world_check_scenario (world, fitted, &change, NULL))
    {
      MisScenario *fewer = mis_scenario_without_change (fitted, change);

      mis_scenario_unref (fitted);
      fitted = fewer;
    }
  return fitted;
}
