/* scenario.h: a named list of changes to a world, as an immutable value. */
#pragma once

#include "core/agent.h"
#include "core/position.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_CHANGE_COUNT,         /* agent, count */
  MIS_CHANGE_POSITION,      /* agent, area; goal and weight where given */
  MIS_CHANGE_UNKNOWN,       /* agent, area */
  MIS_CHANGE_CONFLICT,      /* area, goals, value, low, high */
  MIS_CHANGE_DEFAULT,       /* area, value */
  MIS_CHANGE_ADD_AGENT,     /* row */
  MIS_CHANGE_REMOVE_AGENT,  /* agent */
  MIS_CHANGE_REMOVE_AREA,   /* area */
  MIS_CHANGE_SCORING,       /* scoring_mask, scoring */
} MisChangeKind;

/* A position of a row that a scenario adds, by ids: goal_id %NULL is "no goal". */
typedef struct
{
  char *area_id;
  char *goal_id;
  double weight;
  double low;
  double high;
  MisNote *note;
} MisNamedPosition;

/**
 * MisChange:
 *
 * One change, by ids, so that it outlives edits of the base. Members that a kind does not use are
 * zero. @goal_ids: %NULL is "no goal".
 */
typedef struct
{
  MisChangeKind kind;
  char *agent_id;
  char *area_id;
  guint64 count;
  gboolean has_goal;
  gboolean has_weight;
  char *goal_ids[2];  /* the first one is also the goal of a position */
  double value;       /* weight, conflict or default conflict */
  double low;
  double high;
  MisAgent *agent;    /* the row to add */
  MisNamedPosition *positions;
  guint n_positions;
  guint scoring_mask; /* bit i: option i of mis_options is changed */
  MisScoring scoring;
} MisChange;

/**
 * MisScenario:
 *
 * Immutable and atomically reference-counted. Changes apply in order.
 */
typedef struct
{
  int ref_count; /* atomic */
  char *id;
  char *name;
  char *description;
  MisChange *changes;
  guint n_changes;
} MisScenario;

void mis_change_clear (MisChange *change);

/* A copy of all that @change holds, to be cleared with mis_change_clear(). */
MisChange mis_change_copy (const MisChange *change);

/* Whether the two say the same in the same words: a pair of goals the same way round. */
gboolean mis_change_equal (const MisChange *a, const MisChange *b);

/**
 * mis_scenario_new:
 * @changes: (array length=n_changes) (transfer full): g_malloc'ed, taken over also on failure
 *
 * Checks texts and numbers. Whether the ids exist is a matter of the world: see
 * mis_world_with_scenario_applied().
 *
 * Returns: (transfer full): %NULL with a #MisError
 */
MisScenario *mis_scenario_new (const char *id,
                               const char *name,
                               const char *description,
                               MisChange *changes,
                               guint n_changes,
                               GError **error);

MisScenario *mis_scenario_ref (MisScenario *scenario);
void mis_scenario_unref (MisScenario *scenario);

/* Whether the two say the same, so that they are the same bytes in a file. */
gboolean mis_scenario_equal (const MisScenario *a, const MisScenario *b);

/* %FALSE with %MIS_ERROR_LIMIT if so many scenarios, or changes of all of them, are too many. */
gboolean mis_scenarios_check_limits (guint n_scenarios, guint n_changes, GError **error);

/**
 * mis_scenario_with_texts:
 * @id, @name, @description: (nullable): what is to change
 *
 * Returns: (transfer full): %NULL with %MIS_ERROR_TEXT
 */
MisScenario *mis_scenario_with_texts (const MisScenario *scenario,
                                      const char *id,
                                      const char *name,
                                      const char *description,
                                      GError **error);

/* (nullable) @agent_id, @area_id: (transfer full): @scenario without the changes that name an agent
 * or an area that is gone. */
MisScenario *
mis_scenario_without (MisScenario *scenario, const char *agent_id, const char *area_id);

/* (transfer full): @scenario without the changes that name one of @agent_ids, a set; itself if
 * there are none. O(changes). */
MisScenario *mis_scenario_without_agents (MisScenario *scenario, GHashTable *agent_ids);

/* (transfer full): @scenario after rows went into groups: @heads maps the id of each that has gone
 * to that of its group, of which the scenario says the same, but that counts add up. Itself if it
 * names none. O(changes). */
MisScenario *mis_scenario_with_groups (MisScenario *scenario, GHashTable *heads);

/* (transfer full): @scenario after agents of the row @agent_id became rows of their own, called
 * @ids: (array length=n_ids): what it says of the one it says of all, and its count is shared out
 * among them as evenly as can be. Itself if it does not name the row. O(changes * n_ids). */
MisScenario *mis_scenario_with_group_expanded (MisScenario *scenario,
                                               const char *agent_id,
                                               char *const *ids,
                                               guint n_ids);

/* (transfer full): @scenario with the positions of rows that it adds in the order of the areas:
 * @places maps each area's id to its number. Itself if they are. O(changes + positions log
 * positions). */
MisScenario *mis_scenario_with_areas_in_order (MisScenario *scenario, GHashTable *places);

/**
 * MisGoalHeir:
 * @area_id, @goal_id: the goal that goes
 * @has_heir: whether those who hold it come to hold something else; else they become unknown
 * @heir_id: what they hold then; %NULL is "no goal"
 * @takes_conflicts: whether changes of its conflicts become those of the heir, a goal, as far as
 *   the scenario does not change them itself
 */
typedef struct
{
  const char *area_id;
  const char *goal_id;
  gboolean has_heir;
  const char *heir_id;
  gboolean takes_conflicts;
} MisGoalHeir;

/* (transfer full): @scenario after a goal has gone: changes that name it name the heir, or are left
 * out; itself if there are none. O(changes). */
MisScenario *mis_scenario_without_goal (MisScenario *scenario, const MisGoalHeir *heir);

/* (transfer full): @scenario without one of its changes, an index. */
MisScenario *mis_scenario_without_change (MisScenario *scenario, guint change);

/* Whether @change is about which rows and areas there are: it adds a row, or leaves out a row or an
 * area. */
gboolean mis_change_is_of_frame (const MisChange *change);

/* (transfer full): @scenario with only such changes. */
MisScenario *mis_scenario_get_frame (const MisScenario *scenario);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisScenario, mis_scenario_unref)

G_END_DECLS
