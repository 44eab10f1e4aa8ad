/* What becomes of a scenario when a goal that it may name goes. */
#include "core/scenario.h"

#include <string.h>

static gboolean
is_goal (const char *id, const MisGoalHeir *heir)
{
  return g_strcmp0 (id, heir->goal_id) == 0;
}

static gboolean
names_goal (const MisChange *change, const MisGoalHeir *heir)
{
  for (guint i = 0; i < change->n_positions; i++)
    if (strcmp (change->positions[i].area_id, heir->area_id) == 0 &&
        is_goal (change->positions[i].goal_id, heir))
      return TRUE;
  return g_strcmp0 (change->area_id, heir->area_id) == 0 &&
         (is_goal (change->goal_ids[0], heir) || is_goal (change->goal_ids[1], heir));
}

/* With which goals the scenario says that the heir clashes. %NULL among them is "". */
static GHashTable *
find_partners (const MisScenario *scenario, const MisGoalHeir *heir)
{
  GHashTable *partners = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < scenario->n_changes; i++)
    {
      const MisChange *change = &scenario->changes[i];

      if (change->kind != MIS_CHANGE_CONFLICT || strcmp (change->area_id, heir->area_id) != 0)
        continue;
      for (guint side = 0; side < 2; side++)
        if (g_strcmp0 (change->goal_ids[side], heir->heir_id) == 0)
          g_hash_table_add (partners, change->goal_ids[1 - side] != NULL
                                          ? change->goal_ids[1 - side]
                                          : (char *) "");
    }
  return partners;
}

static void
set_id (char **id, const char *to)
{
  g_free (*id);
  *id = g_strdup (to);
}

/* The positions of a row that the scenario adds. */
static void
hand_over_positions (MisChange *copy, const MisGoalHeir *heir)
{
  guint n = 0;

  for (guint i = 0; i < copy->n_positions; i++)
    {
      MisNamedPosition position = copy->positions[i];
      gboolean names =
          strcmp (position.area_id, heir->area_id) == 0 && is_goal (position.goal_id, heir);

      if (names && !heir->has_heir)
        {
          g_free (position.area_id);
          g_free (position.goal_id);
          mis_note_unref (position.note);
          continue;
        }
      if (names)
        set_id (&position.goal_id, heir->heir_id);
      copy->positions[n++] = position;
    }
  copy->n_positions = n;
}

/* Whether a change that names the goal can name the heir in its place. */
static gboolean
is_handed_over (const MisChange *change, const MisGoalHeir *heir, GHashTable *partners)
{
  const char *other;

  if (change->kind == MIS_CHANGE_ADD_AGENT)
    return TRUE;
  if (change->kind != MIS_CHANGE_CONFLICT)
    return heir->has_heir;
  other = change->goal_ids[is_goal (change->goal_ids[0], heir) ? 1 : 0];
  return heir->takes_conflicts && g_strcmp0 (other, heir->heir_id) != 0 &&
         !g_hash_table_contains (partners, other != NULL ? other : "");
}

static MisChange
hand_over (const MisChange *change, const MisGoalHeir *heir)
{
  MisChange copy = mis_change_copy (change);

  for (guint side = 0; side < 2; side++)
    if (is_goal (copy.goal_ids[side], heir) && g_strcmp0 (copy.area_id, heir->area_id) == 0)
      set_id (&copy.goal_ids[side], heir->heir_id);
  hand_over_positions (&copy, heir);
  return copy;
}

MisScenario *
mis_scenario_without_goal (MisScenario *scenario, const MisGoalHeir *heir)
{
  g_autoptr (GHashTable) partners = NULL;
  gboolean named = FALSE;
  MisChange *changes;
  MisScenario *left;
  guint n_changes = 0;

  for (guint i = 0; i < scenario->n_changes && !named; i++)
    named = names_goal (&scenario->changes[i], heir);
  if (!named)
    return mis_scenario_ref (scenario);
  partners = find_partners (scenario, heir);
  changes = g_new0 (MisChange, scenario->n_changes);
  for (guint i = 0; i < scenario->n_changes; i++)
    if (!names_goal (&scenario->changes[i], heir) ||
        is_handed_over (&scenario->changes[i], heir, partners))
      changes[n_changes++] = hand_over (&scenario->changes[i], heir);
  left = mis_scenario_new (scenario->id, scenario->name, scenario->description, changes, n_changes,
                           NULL);
  g_assert (left != NULL);
  return left;
}
