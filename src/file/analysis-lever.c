/* How a lever is called by scripts: its place, as experiments name what they vary, and its ends. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/lever-class.h"

static const MisArea *
get_area (const MisTally *tally, const MisLever *lever)
{
  return mis_world_get_area (mis_tally_get_world (tally), lever->area);
}

static const MisAgent *
get_agent (const MisTally *tally, const MisLever *lever)
{
  return mis_world_get_agent (mis_tally_get_world (tally), lever->agent);
}

static gboolean
is_of_row (MisLeverKind kind)
{
  return kind == MIS_LEVER_WEIGHT || kind == MIS_LEVER_MOVE || kind == MIS_LEVER_COUNT;
}

char *
mis_conflict_place (const MisArea *area, int g, int h)
{
  return g_strdup_printf ("conflict:%s:%s:%s", mis_area_get_id (area), mis_goal_word (area, g),
                          mis_goal_word (area, h));
}

char *
mis_weight_place (const MisArea *area, const MisAgent *agent)
{
  return g_strdup_printf ("weight:%s:%s", agent->id, mis_area_get_id (area));
}

char *
mis_conflict_words (const MisArea *area, int g, int h)
{
  return g_strdup_printf (_("Conflict in %s: %s – %s"), mis_area_get_name (area),
                          mis_area_get_goal_name (area, g), mis_area_get_goal_name (area, h));
}

char *
mis_weight_words (const MisArea *area, const MisAgent *agent)
{
  return g_strdup_printf (_("Weight of %s in %s"), agent->name, mis_area_get_name (area));
}

static char *
get_place (const MisTally *tally, const MisLever *lever)
{
  const MisArea *area = lever->kind != MIS_LEVER_COUNT ? get_area (tally, lever) : NULL;
  const MisAgent *agent = is_of_row (lever->kind) ? get_agent (tally, lever) : NULL;

  switch (lever->kind)
    {
    case MIS_LEVER_CONFLICT:
      return mis_conflict_place (area, lever->goal, lever->other);
    case MIS_LEVER_WEIGHT:
      return mis_weight_place (area, agent);
    case MIS_LEVER_GOAL_WEIGHT:
      return g_strdup_printf ("goal-weight:%s:%s", mis_area_get_id (area),
                              mis_goal_word (area, lever->goal));
    case MIS_LEVER_MOVE:
      return g_strdup_printf ("goal:%s:%s", agent->id, mis_area_get_id (area));
    case MIS_LEVER_COUNT:
      return g_strdup_printf ("count:%s", agent->id);
    case MIS_LEVER_REMOVE_AREA:
    default:
      return g_strdup_printf ("area:%s", mis_area_get_id (area));
    }
}

/* The holders of a goal, or NULL if the lever is not about them. */
static const MisGoalSums *
get_holders (const MisTally *tally, const MisLever *lever)
{
  MisAreaTally sums;

  if (lever->kind != MIS_LEVER_GOAL_WEIGHT)
    return NULL;
  sums = mis_tally_get_area (tally, lever->area);
  return &sums.goals[lever->goal];
}

double
mis_lever_get_present (const MisLever *lever, const MisTally *tally)
{
  const MisGoalSums *holders = get_holders (tally, lever);

  if (holders != NULL)
    return holders->w / (double) holders->n;
  if (lever->kind == MIS_LEVER_CONFLICT)
    return mis_area_get_conflict (get_area (tally, lever), lever->goal, lever->other).value;
  return mis_world_get_position (mis_tally_get_world (tally), lever->agent, lever->area).weight;
}

/* How many agents change, or come or go. */
static void
add_agents (MisSheet *sheet, const MisTally *tally, const MisLever *lever)
{
  const MisGoalSums *holders = get_holders (tally, lever);
  guint64 count;

  if (holders != NULL)
    mis_sheet_add_whole (sheet, holders->n);
  else if (!is_of_row (lever->kind))
    mis_sheet_add_text (sheet, NULL);
  else if (lever->kind != MIS_LEVER_COUNT)
    mis_sheet_add_whole (sheet, lever->agents);
  else
    {
      count = get_agent (tally, lever)->count;
      mis_sheet_add_whole (sheet, MAX (count, lever->agents) - MIN (count, lever->agents));
    }
}

static int
get_held (const MisTally *tally, const MisLever *lever)
{
  return mis_world_get_position (mis_tally_get_world (tally), lever->agent, lever->area).goal;
}

/* One cell each for what it is and what it becomes. */
static void
add_ends (MisSheet *sheet, const MisTally *tally, const MisLever *lever)
{
  const MisArea *area;

  switch (lever->kind)
    {
    case MIS_LEVER_MOVE:
      area = get_area (tally, lever);
      mis_sheet_add_text (sheet, mis_goal_word (area, get_held (tally, lever)));
      mis_sheet_add_text (sheet, mis_goal_word (area, lever->goal));
      break;
    case MIS_LEVER_COUNT:
      mis_sheet_add_whole (sheet, get_agent (tally, lever)->count);
      mis_sheet_add_whole (sheet, lever->agents);
      break;
    case MIS_LEVER_REMOVE_AREA:
      mis_sheet_add_text (sheet, NULL);
      mis_sheet_add_text (sheet, NULL);
      break;
    case MIS_LEVER_CONFLICT:
    case MIS_LEVER_WEIGHT:
    case MIS_LEVER_GOAL_WEIGHT:
    default:
      mis_sheet_add_number (sheet, mis_lever_get_present (lever, tally));
      mis_sheet_add_number (sheet, lever->value);
      break;
    }
}

static gboolean
has_goal (const MisLever *lever)
{
  return lever->kind == MIS_LEVER_CONFLICT || lever->kind == MIS_LEVER_GOAL_WEIGHT;
}

/* What is called by an id before. */
static void
add_names (MisSheet *sheet, const MisTally *tally, const MisLever *lever)
{
  const MisArea *area = lever->kind != MIS_LEVER_COUNT ? get_area (tally, lever) : NULL;
  gboolean is_move = lever->kind == MIS_LEVER_MOVE;

  mis_sheet_add_text (sheet, area != NULL ? mis_area_get_name (area) : NULL);
  mis_sheet_add_text (sheet, is_of_row (lever->kind) ? get_agent (tally, lever)->name : NULL);
  mis_sheet_add_goal_name (sheet, area, has_goal (lever) ? lever->goal : MIS_NO_GOAL);
  mis_sheet_add_goal_name (sheet, area,
                           lever->kind == MIS_LEVER_CONFLICT ? lever->other : MIS_NO_GOAL);
  mis_sheet_add_goal_name (sheet, area, is_move ? get_held (tally, lever) : MIS_NO_GOAL);
  mis_sheet_add_goal_name (sheet, area, is_move ? lever->goal : MIS_NO_GOAL);
}

void
mis_sheet_add_lever (MisSheet *sheet, const MisTally *tally, const MisLever *lever)
{
  const MisArea *area = lever->kind != MIS_LEVER_COUNT ? get_area (tally, lever) : NULL;
  g_autofree char *place = get_place (tally, lever);

  mis_sheet_add_text (sheet, mis_lever_kinds[lever->kind].nick);
  mis_sheet_add_text (sheet, place);
  mis_sheet_add_text (sheet, area != NULL ? mis_area_get_id (area) : NULL);
  mis_sheet_add_text (sheet, is_of_row (lever->kind) ? get_agent (tally, lever)->id : NULL);
  mis_sheet_add_text (sheet, has_goal (lever) ? mis_goal_word (area, lever->goal) : NULL);
  mis_sheet_add_text (sheet, lever->kind == MIS_LEVER_CONFLICT ? mis_goal_word (area, lever->other)
                                                               : NULL);
  add_agents (sheet, tally, lever);
  add_ends (sheet, tally, lever);
  add_names (sheet, tally, lever);
}

void
mis_sheet_add_class (MisSheet *sheet, const MisTally *tally, const MisLever *lever)
{
  MisLeverClass class = mis_lever_get_class (lever, mis_tally_get_world (tally));

  mis_sheet_add_text (sheet, mis_lever_classes[class].nick);
}
