/* Levers in words: what would be otherwise, and what the score would be then. */
#include "file/analysis-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/number.h"
#include "file/sheet-writer.h"

/* Who holds a goal is said of so many groups, */
#define MOST_HOLDERS 2u
/* and not looked for among more than so many, which nobody knows by name. */
#define MOST_ROWS 2000u

/* A part of the score that nobody sees in a few digits. */
#define LEAST_SEEN 1e-4

/* A lever, the world it is about to change, and what it is before and after. */
typedef struct
{
  const MisTally *tally;
  const MisWorld *world;
  const MisLever *lever;
  const MisArea *area;   /* NULL for a count */
  const MisAgent *agent; /* NULL where it is not about one row */
} Words;

static const MisAgent *
find_holder (const MisWorld *world, guint area, int goal, guint *row)
{
  for (guint n = mis_world_get_n_agents (world); *row < n; (*row)++)
    {
      const MisAgent *agent = mis_world_get_agent (world, *row);

      if (agent->count > 0 && mis_world_get_position (world, *row, area).goal == goal)
        return agent;
    }
  return NULL;
}

/* "Customer", "Customer, Retailer" or "Customer, Retailer and others"; NULL for nobody. */
static char *
list_holders (const MisWorld *world, guint area, int goal)
{
  const MisAgent *holders[MOST_HOLDERS + 1] = { NULL };
  guint n = 0;

  if (mis_world_get_n_agents (world) > MOST_ROWS)
    return NULL;
  for (guint row = 0; n <= MOST_HOLDERS; row++)
    {
      holders[n] = find_holder (world, area, goal, &row);
      if (holders[n++] == NULL)
        break;
    }
  if (holders[0] == NULL)
    return NULL;
  if (holders[1] == NULL)
    return g_strdup (holders[0]->name);
  if (holders[2] == NULL)
    return g_strdup_printf (_("%s, %s"), holders[0]->name, holders[1]->name);
  return g_strdup_printf (_("%s, %s and others"), holders[0]->name, holders[1]->name);
}

/* “Move inventory” (Retailer); to have no goal is no goal that anybody could read the name of. */
static char *
get_goal (const Words *words, int goal)
{
  const char *name = mis_area_get_goal_name (words->area, goal);
  g_autofree char *holders = list_holders (words->world, words->lever->area, goal);

  if (goal == MIS_NO_GOAL && holders == NULL)
    return g_strdup (_("having no goal there"));
  if (goal == MIS_NO_GOAL)
    return g_strdup_printf (_("having no goal there (%s)"), holders);
  if (holders == NULL)
    return g_strdup_printf (_("“%s”"), name);
  return g_strdup_printf (_("“%s” (%s)"), name, holders);
}

/* The one row that holds a goal, or NULL if there are more. */
static const MisAgent *
get_only_holder (const Words *words, int goal)
{
  guint row = 0, next;
  const MisAgent *first = find_holder (words->world, words->lever->area, goal, &row);

  next = row + 1;
  return find_holder (words->world, words->lever->area, goal, &next) == NULL ? first : NULL;
}

/* A group, or some of its agents. */
static char *
get_who (const Words *words)
{
  g_autofree char *some = g_strdup_printf ("%" G_GUINT64_FORMAT, words->lever->agents);
  g_autofree char *all = g_strdup_printf ("%" G_GUINT64_FORMAT, words->agent->count);

  if (words->lever->agents >= words->agent->count)
    return g_strdup (words->agent->name);
  return g_strdup_printf (_("%s of the %s agents of %s"), some, all, words->agent->name);
}

static char *
get_conflict_clause (const Words *words, const char *from, const char *to)
{
  g_autofree char *one = get_goal (words, words->lever->goal);
  g_autofree char *other = get_goal (words, words->lever->other);
  const char *area = mis_area_get_name (words->area);

  if (words->lever->value < mis_lever_get_present (words->lever, words->tally))
    return g_strdup_printf (_("the conflict in %s between %s and %s fell from %s to %s"), area, one,
                            other, from, to);
  return g_strdup_printf (_("the conflict in %s between %s and %s rose from %s to %s"), area, one,
                          other, from, to);
}

static char *
get_weight_clause (const Words *words, const char *who, const char *from, const char *to)
{
  const char *area = mis_area_get_name (words->area);

  if (words->lever->value < mis_lever_get_present (words->lever, words->tally))
    return g_strdup_printf (_("the weight of %s in %s fell from %s to %s"), who, area, from, to);
  return g_strdup_printf (_("the weight of %s in %s rose from %s to %s"), who, area, from, to);
}

/* The weight of all who hold a goal; where that is one group, it is that group's weight. */
static char *
get_goal_weight_clause (const Words *words, const char *from, const char *to)
{
  const MisAgent *only = get_only_holder (words, words->lever->goal);
  g_autofree char *goal = NULL;
  g_autofree char *who = NULL;
  g_autofree char *mean = NULL;

  if (only != NULL)
    return get_weight_clause (words, only->name, from, to);
  goal = get_goal (words, words->lever->goal);
  who = g_strdup_printf (_("all who hold %s"), goal);
  mean = g_strdup_printf (_("%s on average"), from);
  return get_weight_clause (words, who, mean, to);
}

static char *
get_value_clause (const Words *words)
{
  char from_buffer[MIS_NUMBER_SIZE], to_buffer[MIS_NUMBER_SIZE];
  double present = mis_lever_get_present (words->lever, words->tally);
  const char *from = mis_sheet_format_number (present, from_buffer);
  const char *to = mis_sheet_format_number (words->lever->value, to_buffer);
  g_autofree char *who = NULL;

  if (words->lever->kind == MIS_LEVER_CONFLICT)
    return get_conflict_clause (words, from, to);
  if (words->lever->kind == MIS_LEVER_GOAL_WEIGHT)
    return get_goal_weight_clause (words, from, to);
  who = get_who (words);
  return get_weight_clause (words, who, from, to);
}

/* How much whoever moves cares then: a number that nobody may have set. */
static const char *
format_new_weight (const Words *words, char *buffer)
{
  const MisLever *lever = words->lever;
  MisPosition held = mis_world_get_position (words->world, lever->agent, lever->area);

  return mis_sheet_format_number (mis_lever_position (lever, held).weight, buffer);
}

/* To learn what somebody wants, or to forget it, changes nobody's mind. */
static char *
get_scope_clause (const Words *words, const char *who)
{
  const char *area = mis_area_get_name (words->area);
  char weight[MIS_NUMBER_SIZE];

  if (words->lever->goal == MIS_UNKNOWN)
    return g_strdup_printf (_("nobody knew what %s wanted in %s"), who, area);
  if (words->lever->goal == MIS_NO_GOAL)
    return g_strdup_printf (_("%s turned out to have no goal in %s"), who, area);
  return g_strdup_printf (_("%s turned out to want “%s” in %s, with weight %s"), who,
                          mis_area_get_goal_name (words->area, words->lever->goal), area,
                          format_new_weight (words, weight));
}

static char *
get_move_clause (const Words *words)
{
  int held = mis_world_get_position (words->world, words->lever->agent, words->lever->area).goal;
  const char *area = mis_area_get_name (words->area);
  const char *old_goal = mis_area_get_goal_name (words->area, held);
  const char *new_goal = mis_area_get_goal_name (words->area, words->lever->goal);
  char weight[MIS_NUMBER_SIZE];
  g_autofree char *who = get_who (words);

  if (held == MIS_UNKNOWN || words->lever->goal == MIS_UNKNOWN)
    return get_scope_clause (words, who);
  if (words->lever->goal == MIS_NO_GOAL)
    return g_strdup_printf (_("%s gave up “%s” in %s"), who, old_goal, area);
  if (held == MIS_NO_GOAL)
    return g_strdup_printf (_("%s took up “%s” in %s, with weight %s"), who, new_goal, area,
                            format_new_weight (words, weight));
  return g_strdup_printf (_("%s took up “%s” instead of “%s” in %s"), who, new_goal, old_goal,
                          area);
}

static char *
get_count_clause (const Words *words)
{
  g_autofree char *from = g_strdup_printf ("%" G_GUINT64_FORMAT, words->agent->count);
  g_autofree char *to = g_strdup_printf ("%" G_GUINT64_FORMAT, words->lever->agents);

  if (words->lever->agents < words->agent->count)
    return g_strdup_printf (_("the number of agents of %s fell from %s to %s"), words->agent->name,
                            from, to);
  return g_strdup_printf (_("the number of agents of %s rose from %s to %s"), words->agent->name,
                          from, to);
}

char *
mis_lever_clause (const MisTally *tally, const MisLever *lever)
{
  const MisWorld *world = mis_tally_get_world (tally);
  Words words = { tally, world, lever, NULL, NULL };

  if (lever->kind != MIS_LEVER_COUNT)
    words.area = mis_world_get_area (world, lever->area);
  if (lever->kind == MIS_LEVER_WEIGHT || lever->kind == MIS_LEVER_MOVE
      || lever->kind == MIS_LEVER_COUNT)
    words.agent = mis_world_get_agent (world, lever->agent);
  switch (lever->kind)
    {
    case MIS_LEVER_MOVE:
      return get_move_clause (&words);
    case MIS_LEVER_COUNT:
      return get_count_clause (&words);
    case MIS_LEVER_REMOVE_AREA:
      return g_strdup_printf (_("the problem area %s was left out"),
                              mis_area_get_name (words.area));
    case MIS_LEVER_CONFLICT:
    case MIS_LEVER_WEIGHT:
    case MIS_LEVER_GOAL_WEIGHT:
    default:
      return get_value_clause (&words);
    }
}

gboolean
mis_lever_is_seen (const MisEffects *effects, const MisLeverItem *item)
{
  return fabs (item->effect) >= LEAST_SEEN * mis_effects_get_overall (effects);
}

char *
mis_lever_sentence (const MisTally *tally,
                    const MisLever *lever,
                    double before,
                    double after,
                    gboolean enough)
{
  g_autofree char *clause = mis_lever_clause (tally, lever);
  char before_buffer[MIS_NUMBER_SIZE], after_buffer[MIS_NUMBER_SIZE];
  const char *from = mis_sheet_format_number (before, before_buffer);
  const char *to = mis_sheet_format_number (after, after_buffer);

  /* Translators: the first %s is what would be otherwise: "the weight of Retailer in Food fell from
   * 1 to 0" */
  if (after < before && enough)
    return g_strdup_printf (_("If %s, the score would fall from %s to %s."), clause, from, to);
  if (enough)
    return g_strdup_printf (_("If %s, the score would rise from %s to %s."), clause, from, to);
  if (after < before)
    return g_strdup_printf (_("No single change of this kind is enough: even if %s, the score "
                              "would fall only from %s to %s."), clause, from, to);
  return g_strdup_printf (_("No single change of this kind is enough: even if %s, the score would "
                            "rise only from %s to %s."), clause, from, to);
}
