/* Whether two scenarios say the same. */
#include "core/scenario.h"

#include <string.h>

static gboolean
position_equal (const MisNamedPosition *a, const MisNamedPosition *b)
{
  return strcmp (a->area_id, b->area_id) == 0 && g_strcmp0 (a->goal_id, b->goal_id) == 0 &&
         a->weight == b->weight && a->low == b->low && a->high == b->high &&
         mis_note_equal (a->note, b->note);
}

static gboolean
positions_equal (const MisChange *a, const MisChange *b)
{
  if (a->n_positions != b->n_positions)
    return FALSE;
  for (guint i = 0; i < a->n_positions; i++)
    if (!position_equal (&a->positions[i], &b->positions[i]))
      return FALSE;
  return TRUE;
}

/* Options that are not changed may stand at anything. */
static gboolean
scoring_equal (const MisChange *a, const MisChange *b)
{
  if (a->scoring_mask != b->scoring_mask)
    return FALSE;
  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((a->scoring_mask & (1u << i)) != 0 &&
        mis_scoring_get (&a->scoring, i) != mis_scoring_get (&b->scoring, i))
      return FALSE;
  return TRUE;
}

static gboolean
agent_equal (const MisAgent *a, const MisAgent *b)
{
  return a == b || (a != NULL && b != NULL && mis_agent_equal (a, b));
}

gboolean
mis_change_equal (const MisChange *a, const MisChange *b)
{
  return a->kind == b->kind && g_strcmp0 (a->agent_id, b->agent_id) == 0 &&
         g_strcmp0 (a->area_id, b->area_id) == 0 && a->count == b->count &&
         a->has_goal == b->has_goal && a->has_weight == b->has_weight &&
         g_strcmp0 (a->goal_ids[0], b->goal_ids[0]) == 0 &&
         g_strcmp0 (a->goal_ids[1], b->goal_ids[1]) == 0 && a->value == b->value &&
         a->low == b->low && a->high == b->high && agent_equal (a->agent, b->agent) &&
         positions_equal (a, b) && scoring_equal (a, b);
}

gboolean
mis_scenario_equal (const MisScenario *a, const MisScenario *b)
{
  if (a == b)
    return TRUE;
  if (strcmp (a->id, b->id) != 0 || strcmp (a->name, b->name) != 0 ||
      strcmp (a->description, b->description) != 0 || a->n_changes != b->n_changes)
    return FALSE;
  for (guint i = 0; i < a->n_changes; i++)
    if (!mis_change_equal (&a->changes[i], &b->changes[i]))
      return FALSE;
  return TRUE;
}
