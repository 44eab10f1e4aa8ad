/* A change of a scenario, in words and as cells. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/number.h"
#include "file/sheet-writer.h"

static const char *const kinds[] = {
  [MIS_CHANGE_COUNT] = "count",
  [MIS_CHANGE_POSITION] = "position",
  [MIS_CHANGE_UNKNOWN] = "unknown",
  [MIS_CHANGE_CONFLICT] = "conflict",
  [MIS_CHANGE_DEFAULT] = "default",
  [MIS_CHANGE_ADD_AGENT] = "add-agent",
  [MIS_CHANGE_REMOVE_AGENT] = "remove-agent",
  [MIS_CHANGE_REMOVE_AREA] = "remove-area",
  [MIS_CHANGE_SCORING] = "scoring",
};

/* Areas are those of the project, or gone from there: never added by a scenario. */
static const MisArea *
find_area (const MisWorld *project, const MisChange *change)
{
  int area = change->area_id != NULL ? mis_world_find_area (project, change->area_id) : -1;

  return area >= 0 ? mis_world_get_area (project, (guint) area) : NULL;
}

static const char *
get_agent_id (const MisChange *change)
{
  return change->kind == MIS_CHANGE_ADD_AGENT ? change->agent->id : change->agent_id;
}

/* A row that an earlier change has added is called by its id. */
static const char *
get_agent_name (const MisWorld *project, const MisChange *change)
{
  int row;

  if (change->kind == MIS_CHANGE_ADD_AGENT)
    return change->agent->name;
  if (change->agent_id == NULL)
    return NULL;
  row = mis_world_find_agent (project, change->agent_id);
  return row >= 0 ? mis_world_get_agent (project, (guint) row)->name : change->agent_id;
}

static gboolean
has_goal (const MisChange *change, guint index)
{
  return change->kind == MIS_CHANGE_CONFLICT
         || (change->kind == MIS_CHANGE_POSITION && change->has_goal && index == 0);
}

static gboolean
has_value (const MisChange *change)
{
  return change->kind == MIS_CHANGE_CONFLICT || change->kind == MIS_CHANGE_DEFAULT
         || (change->kind == MIS_CHANGE_POSITION && change->has_weight);
}

static const char *
get_goal_name (const MisArea *area, const char *id)
{
  return mis_area_get_goal_name (area, id != NULL ? mis_area_find_goal (area, id) : MIS_NO_GOAL);
}

static char *
get_position_words (const MisChange *change, const MisArea *area, const char *agent)
{
  char buffer[MIS_NUMBER_SIZE];
  const char *weight = mis_sheet_format_number (change->value, buffer);

  if (change->has_goal && change->has_weight)
    return g_strdup_printf (_("%s in %s: goal %s, weight %s"), agent, mis_area_get_name (area),
                            get_goal_name (area, change->goal_ids[0]), weight);
  if (change->has_goal)
    return g_strdup_printf (_("%s in %s: goal %s"), agent, mis_area_get_name (area),
                            get_goal_name (area, change->goal_ids[0]));
  return g_strdup_printf (_("%s in %s: weight %s"), agent, mis_area_get_name (area), weight);
}

static char *
get_conflict_words (const MisChange *change, const MisArea *area)
{
  char buffer[MIS_NUMBER_SIZE];
  const char *value = mis_sheet_format_number (change->value, buffer);

  if (change->kind == MIS_CHANGE_DEFAULT)
    return g_strdup_printf (_("Conflict of all other goals in %s: %s"), mis_area_get_name (area),
                            value);
  return g_strdup_printf (_("Conflict in %s: %s – %s: %s"), mis_area_get_name (area),
                          get_goal_name (area, change->goal_ids[0]),
                          get_goal_name (area, change->goal_ids[1]), value);
}

char *
mis_change_words (const MisWorld *project, const MisChange *change)
{
  const MisArea *area = find_area (project, change);
  const char *agent = get_agent_name (project, change);
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, change->count);

  switch (change->kind)
    {
    case MIS_CHANGE_COUNT:
      return g_strdup_printf (_("Number of agents of %s: %s"), agent, count);
    case MIS_CHANGE_POSITION:
      return get_position_words (change, area, agent);
    case MIS_CHANGE_UNKNOWN:
      return g_strdup_printf (_("%s in %s: unknown"), agent, mis_area_get_name (area));
    case MIS_CHANGE_CONFLICT:
    case MIS_CHANGE_DEFAULT:
      return get_conflict_words (change, area);
    case MIS_CHANGE_ADD_AGENT:
      return g_strdup_printf (_("New group: %s"), agent);
    case MIS_CHANGE_REMOVE_AGENT:
      return g_strdup_printf (_("Group left out: %s"), agent);
    case MIS_CHANGE_REMOVE_AREA:
      return g_strdup_printf (_("Problem area left out: %s"), mis_area_get_name (area));
    case MIS_CHANGE_SCORING:
    default:
      return g_strdup (_("Options of the score"));
    }
}

char *
mis_change_value_words (const MisChange *change)
{
  char buffer[MIS_NUMBER_SIZE];

  if (change->kind == MIS_CHANGE_COUNT)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, change->count);
  if (change->kind == MIS_CHANGE_CONFLICT || change->kind == MIS_CHANGE_DEFAULT)
    return g_strdup (mis_sheet_format_number (change->value, buffer));
  return NULL;
}

char *
mis_change_place (const MisWorld *project, const MisScenario *scenario, guint index)
{
  return g_strdup_printf ("scenarios[%d].changes[%u]",
                          mis_world_find_scenario (project, scenario->id), index);
}

static void
add_goal (MisSheet *sheet, const MisChange *change, guint index)
{
  const char *id = change->goal_ids[index];

  mis_sheet_add_text (sheet, !has_goal (change, index) ? NULL : id != NULL ? id : "-");
}

/* No goal has no name. */
static void
add_goal_name (MisSheet *sheet, const MisArea *area, const MisChange *change, guint index)
{
  const char *id = has_goal (change, index) ? change->goal_ids[index] : NULL;

  mis_sheet_add_text (sheet, id != NULL ? get_goal_name (area, id) : NULL);
}

void
mis_sheet_add_change_target (MisSheet *sheet, const MisWorld *project, const MisChange *change)
{
  const MisArea *area = find_area (project, change);

  mis_sheet_add_text (sheet, kinds[change->kind]);
  mis_sheet_add_text (sheet, change->area_id);
  mis_sheet_add_text (sheet, get_agent_id (change));
  add_goal (sheet, change, 0);
  add_goal (sheet, change, 1);
  mis_sheet_add_text (sheet, area != NULL ? mis_area_get_name (area) : NULL);
  mis_sheet_add_text (sheet, get_agent_name (project, change));
  add_goal_name (sheet, area, change, 0);
  add_goal_name (sheet, area, change, 1);
}

void
mis_sheet_add_change_value (MisSheet *sheet, const MisChange *change)
{
  if (change != NULL && change->kind == MIS_CHANGE_COUNT)
    mis_sheet_add_whole (sheet, change->count);
  else
    mis_sheet_add_number (sheet, change != NULL && has_value (change) ? change->value
                                                                      : (double) NAN);
}

void
mis_sheet_add_change_goal (MisSheet *sheet, const MisWorld *project, const MisChange *change)
{
  if (change != NULL && change->kind == MIS_CHANGE_POSITION)
    {
      add_goal (sheet, change, 0);
      add_goal_name (sheet, find_area (project, change), change, 0);
      return;
    }
  mis_sheet_add_text (sheet, NULL);
  mis_sheet_add_text (sheet, NULL);
}
