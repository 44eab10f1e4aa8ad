/* What each change of a scenario adds to the score. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/compare.h"
#include "core/number.h"
#include "file/sheet-writer.h"

/* Every change of a scenario reads all rows: so many rows in all take some minutes. */
#define MOST_ROWS G_GUINT64_CONSTANT (100000000)

static const MisColumn fact_columns[] = {
  { "old", N_("Score without the scenario") },
  { "new", N_("Score with it") },
  { "difference", N_("Change") },
  { NULL, NULL },
};

static const MisColumn step_columns[] = {
  { "place", NULL },
  { "kind", NULL },
  { "area", NULL },
  { "agent", NULL },
  { "goal", NULL },
  { "other", NULL },
  { "value", NULL },
  { "difference", N_("Adds") },
  { "overall", N_("Score then") },
  { NULL, N_("Change of the scenario") },
  { NULL, NULL },
};

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
find_area (const MisAnalysis *analysis, const MisChange *change)
{
  int area = change->area_id != NULL ? mis_world_find_area (analysis->base, change->area_id) : -1;

  return area >= 0 ? mis_world_get_area (analysis->base, (guint) area) : NULL;
}

static const char *
get_agent_id (const MisChange *change)
{
  return change->kind == MIS_CHANGE_ADD_AGENT ? change->agent->id : change->agent_id;
}

/* A row that an earlier change has added is called by its id. */
static const char *
get_agent_name (const MisAnalysis *analysis, const MisChange *change)
{
  int row;

  if (change->kind == MIS_CHANGE_ADD_AGENT)
    return change->agent->name;
  if (change->agent_id == NULL)
    return NULL;
  row = mis_world_find_agent (analysis->base, change->agent_id);
  return row >= 0 ? mis_world_get_agent (analysis->base, (guint) row)->name : change->agent_id;
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

static char *
get_words (const MisAnalysis *analysis, const MisChange *change)
{
  const MisArea *area = find_area (analysis, change);
  const char *agent = get_agent_name (analysis, change);
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, change->count);

  switch (change->kind)
    {
    case MIS_CHANGE_COUNT:
      return g_strdup_printf (_("Number of agents: %s: %s"), agent, count);
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
      return g_strdup_printf (_("Without the group %s"), agent);
    case MIS_CHANGE_REMOVE_AREA:
      return g_strdup_printf (_("Without the problem area %s"), mis_area_get_name (area));
    case MIS_CHANGE_SCORING:
    default:
      return g_strdup (_("Options of the score"));
    }
}

static void
add_goal (MisSheet *sheet, const MisChange *change, guint index)
{
  const char *id = change->goal_ids[index];

  mis_sheet_add_text (sheet, !has_goal (change, index) ? NULL : id != NULL ? id : "-");
}

static void
add_value (MisSheet *sheet, const MisChange *change)
{
  if (change->kind == MIS_CHANGE_COUNT)
    mis_sheet_add_whole (sheet, change->count);
  else
    mis_sheet_add_number (sheet, has_value (change) ? change->value : (double) NAN);
}

static void
add_step (const MisAnalysis *analysis, MisSheet *sheet, guint index, const MisWaterfallStep *step)
{
  const MisChange *change = &analysis->scenario->changes[index];
  g_autofree char *place = g_strdup_printf ("scenarios[%u].changes[%u]", analysis->scenario_index,
                                            index);
  g_autofree char *words = get_words (analysis, change);

  mis_sheet_add_text (sheet, place);
  mis_sheet_add_text (sheet, kinds[change->kind]);
  mis_sheet_add_text (sheet, change->area_id);
  mis_sheet_add_text (sheet, get_agent_id (change));
  add_goal (sheet, change, 0);
  add_goal (sheet, change, 1);
  add_value (sheet, change);
  mis_sheet_add_change (sheet, step->effect);
  mis_sheet_add_number (sheet, step->overall);
  mis_sheet_add_text (sheet, words);
}

static MisWaterfall *
make_waterfall (MisAnalysis *analysis, MisSection *section)
{
  guint64 n_rows = (guint64) mis_world_get_n_agents (analysis->base)
                   * analysis->scenario->n_changes;
  g_autoptr (GError) error = NULL;
  MisWaterfall *waterfall = NULL;

  if (n_rows > MOST_ROWS)
    mis_section_add_note (section, g_strdup (_("Left out: too many changes of too many groups")));
  else
    waterfall = mis_waterfall_new (mis_analysis_get_base_effects (analysis), analysis->scenario,
                                   NULL, &error);
  if (error != NULL)
    mis_section_add_note (section, g_strdup_printf (_("Left out, as the changes cannot be made one "
                                                      "by one: %s"), error->message));
  return waterfall;
}

/* All steps, whatever the limit is, or they would not add up. */
void
mis_analysis_fill_waterfall (MisAnalysis *analysis, MisSection *section)
{
  g_autoptr (MisWaterfall) waterfall = make_waterfall (analysis, section);
  MisSheet *facts = mis_section_add_facts (section, fact_columns);
  MisSheet *sheet = mis_section_add_sheet (section, "steps", N_("In this order"), step_columns);

  mis_section_set_intro (section, _("Which change of the scenario does how much? They are made one "
                                    "after another, in the order of the scenario, and add up to "
                                    "the whole change. In another order each may add something "
                                    "else."));
  mis_sheet_add_number (facts, waterfall != NULL ? waterfall->old_overall : (double) NAN);
  mis_sheet_add_number (facts, waterfall != NULL ? waterfall->new_overall : (double) NAN);
  mis_sheet_add_change (facts, waterfall != NULL ? waterfall->difference : (double) NAN);
  for (guint i = 0; waterfall != NULL && i < waterfall->n_steps; i++)
    add_step (analysis, sheet, i, &waterfall->steps[i]);
}
