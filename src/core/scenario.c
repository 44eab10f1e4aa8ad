#include "core/scenario.h"

#include "core/error.h"
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
