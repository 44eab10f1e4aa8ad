#include "core/scenario.h"

#include "core/error.h"
#include "core/limits.h"
#include "core/number.h"
#include "core/text.h"

static void
named_position_clear (MisNamedPosition *position)
{
  g_free (position->area_id);
  g_free (position->goal_id);
  mis_note_unref (position->note);
}

void
mis_change_clear (MisChange *change)
{
  g_free (change->agent_id);
  g_free (change->area_id);
  g_free (change->goal_ids[0]);
  g_free (change->goal_ids[1]);
  if (change->agent != NULL)
    mis_agent_unref (change->agent);
  for (guint i = 0; i < change->n_positions; i++)
    named_position_clear (&change->positions[i]);
  g_free (change->positions);
}

static void
changes_free (MisChange *changes, guint n_changes)
{
  for (guint i = 0; i < n_changes; i++)
    mis_change_clear (&changes[i]);
  g_free (changes);
}

static gboolean
check_change (const MisChange *change, GError **error)
{
  switch (change->kind)
    {
    case MIS_CHANGE_COUNT:
      return mis_check_count (change->count, error);
    case MIS_CHANGE_POSITION:
      return !change->has_weight || mis_check_probability (change->value, error);
    case MIS_CHANGE_CONFLICT:
      return mis_check_range (change->low, change->value, change->high, error);
    case MIS_CHANGE_DEFAULT:
      return mis_check_probability (change->value, error);
    case MIS_CHANGE_ADD_AGENT:
      for (guint i = 0; i < change->n_positions; i++)
        if (!mis_check_range (change->positions[i].low, change->positions[i].weight,
                              change->positions[i].high, error))
          return FALSE;
      return TRUE;
    case MIS_CHANGE_UNKNOWN:
    case MIS_CHANGE_REMOVE_AGENT:
    case MIS_CHANGE_REMOVE_AREA:
    case MIS_CHANGE_SCORING:
    default:
      return TRUE;
    }
}

MisScenario *
mis_scenario_new (const char *id,
                  const char *name,
                  const char *description,
                  MisChange *changes,
                  guint n_changes,
                  GError **error)
{
  MisScenario *self;
  gboolean valid = mis_check_id (id, error) && mis_check_name (name, error)
                   && mis_check_text (description, error);

  for (guint i = 0; valid && i < n_changes; i++)
    {
      valid = check_change (&changes[i], error);
      if (!valid)
        g_prefix_error (error, "changes[%u]: ", i);
    }
  if (!valid)
    {
      changes_free (changes, n_changes);
      return NULL;
    }

  self = g_new (MisScenario, 1);
  self->ref_count = 1;
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->description = g_strdup (description);
  self->changes = changes;
  self->n_changes = n_changes;
  return self;
}

MisScenario *
mis_scenario_ref (MisScenario *scenario)
{
  g_atomic_int_inc (&scenario->ref_count);
  return scenario;
}

void
mis_scenario_unref (MisScenario *scenario)
{
  if (!g_atomic_int_dec_and_test (&scenario->ref_count))
    return;
  g_free (scenario->id);
  g_free (scenario->name);
  g_free (scenario->description);
  changes_free (scenario->changes, scenario->n_changes);
  g_free (scenario);
}

static MisNamedPosition *
copy_positions_without (const MisChange *change, const char *area_id, guint *n_positions)
{
  MisNamedPosition *copies = g_new0 (MisNamedPosition, change->n_positions); /* NULL for none */

  *n_positions = 0;
  for (guint i = 0; i < change->n_positions; i++)
    {
      MisNamedPosition *copy = &copies[*n_positions];

      if (g_strcmp0 (change->positions[i].area_id, area_id) == 0)
        continue;
      *copy = change->positions[i];
      copy->area_id = g_strdup (copy->area_id);
      copy->goal_id = g_strdup (copy->goal_id);
      mis_note_ref (copy->note);
      (*n_positions)++;
    }
  return copies;
}

static MisChange
copy_change_without (const MisChange *change, const char *area_id)
{
  MisChange copy = *change;

  copy.agent_id = g_strdup (change->agent_id);
  copy.area_id = g_strdup (change->area_id);
  copy.goal_ids[0] = g_strdup (change->goal_ids[0]);
  copy.goal_ids[1] = g_strdup (change->goal_ids[1]);
  if (change->agent != NULL)
    mis_agent_ref (change->agent);
  copy.positions = copy_positions_without (change, area_id, &copy.n_positions);
  return copy;
}

MisChange
mis_change_copy (const MisChange *change)
{
  return copy_change_without (change, NULL);
}

static gboolean
names_one_of (const MisChange *change, const char *agent_id, const char *area_id)
{
  return (agent_id != NULL && g_strcmp0 (change->agent_id, agent_id) == 0)
         || (area_id != NULL && g_strcmp0 (change->area_id, area_id) == 0);
}

static gboolean
names_anywhere (const MisChange *change, const char *agent_id, const char *area_id)
{
  if (names_one_of (change, agent_id, area_id))
    return TRUE;
  for (guint i = 0; i < change->n_positions; i++)
    if (g_strcmp0 (change->positions[i].area_id, area_id) == 0)
      return TRUE;
  return FALSE;
}

/* @changes are some of those of @scenario. */
static MisScenario *
copy_with_changes (const MisScenario *scenario, MisChange *changes, guint n_changes)
{
  MisScenario *left = mis_scenario_new (scenario->id, scenario->name, scenario->description,
                                        changes, n_changes, NULL);

  g_assert (left != NULL);
  return left;
}

MisScenario *
mis_scenario_without (MisScenario *scenario, const char *agent_id, const char *area_id)
{
  MisChange *changes;
  guint n_changes = 0;
  gboolean named = FALSE;

  for (guint i = 0; i < scenario->n_changes && !named; i++)
    named = names_anywhere (&scenario->changes[i], agent_id, area_id);
  if (!named)
    return mis_scenario_ref (scenario);
  changes = g_new0 (MisChange, scenario->n_changes);
  for (guint i = 0; i < scenario->n_changes; i++)
    if (!names_one_of (&scenario->changes[i], agent_id, area_id))
      changes[n_changes++] = copy_change_without (&scenario->changes[i], area_id);
  return copy_with_changes (scenario, changes, n_changes);
}

MisScenario *
mis_scenario_without_change (MisScenario *scenario, guint change)
{
  MisChange *changes;
  guint n_changes = 0;

  g_return_val_if_fail (change < scenario->n_changes, NULL);

  changes = g_new0 (MisChange, scenario->n_changes);
  for (guint i = 0; i < scenario->n_changes; i++)
    if (i != change)
      changes[n_changes++] = copy_change_without (&scenario->changes[i], NULL);
  return copy_with_changes (scenario, changes, n_changes);
}

MisScenario *
mis_scenario_with_texts (const MisScenario *scenario,
                         const char *id,
                         const char *name,
                         const char *description,
                         GError **error)
{
  MisChange *changes = g_new0 (MisChange, scenario->n_changes);

  for (guint i = 0; i < scenario->n_changes; i++)
    changes[i] = mis_change_copy (&scenario->changes[i]);
  return mis_scenario_new (id != NULL ? id : scenario->id, name != NULL ? name : scenario->name,
                           description != NULL ? description : scenario->description, changes,
                           scenario->n_changes, error);
}

gboolean
mis_scenarios_check_limits (guint n_scenarios, guint n_changes, GError **error)
{
  if (n_scenarios <= MIS_MAX_SCENARIOS && n_changes <= MIS_MAX_CHANGES)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT,
               "found more than %u scenarios or %u changes, expected at most as many",
               MIS_MAX_SCENARIOS, MIS_MAX_CHANGES);
  return FALSE;
}

gboolean
mis_change_is_of_frame (const MisChange *change)
{
  return change->kind == MIS_CHANGE_ADD_AGENT || change->kind == MIS_CHANGE_REMOVE_AGENT
         || change->kind == MIS_CHANGE_REMOVE_AREA;
}

MisScenario *
mis_scenario_get_frame (const MisScenario *scenario)
{
  MisChange *changes = g_new0 (MisChange, scenario->n_changes);
  guint n_changes = 0;

  for (guint i = 0; i < scenario->n_changes; i++)
    if (mis_change_is_of_frame (&scenario->changes[i]))
      changes[n_changes++] = mis_change_copy (&scenario->changes[i]);
  return copy_with_changes (scenario, changes, n_changes);
}
