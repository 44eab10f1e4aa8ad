#include "core/scenario-keep.h"

#include "core/edit-scenarios.h"
#include "core/edit.h"
#include "core/scenario-between.h"
#include "core/world-private.h"

/* (transfer full): @world with scenarios (transfer full) in place of its own. */
static MisWorld *
with_scenarios (const MisWorld *world, MisScenario **scenarios, guint n)
{
  MisWorld *copy = mis_world_copy (world);

  mis_world_take_scenarios (copy, scenarios, n);
  return copy;
}

/* (transfer full): @before with no scenario but the one that holds what led to @world. */
static MisWorld *
hold_edits (
    MisWorld *before, MisWorld *world, const char *id, const char *name, GError **error)
{
  g_autoptr (MisWorld) shown = mis_world_without_scenarios (before);
  g_autoptr (MisWorld) edited = mis_world_without_scenarios (world);
  g_autoptr (MisScenario) empty = mis_scenario_new (id, name, "", NULL, 0, error);
  g_autoptr (MisWorld) base = NULL;
  g_autoptr (MisWorld) now = NULL;

  if (empty == NULL)
    return NULL;
  base = with_scenarios (before, g_memdup2 (&empty, sizeof empty), 1);
  mis_scenario_ref (empty);
  return mis_world_with_scenario_edited (base, 0, shown, edited, &now, error);
}

MisWorld *
mis_world_with_edits_kept (
    MisWorld *before, MisWorld *world, const char *id, const char *name, GError **error)
{
  g_autoptr (MisWorld) held = hold_edits (before, world, id, name, error);
  g_autoptr (MisWorld) kept = NULL;
  guint n = world->n_scenarios, n_changes;
  MisScenario **list;

  if (held == NULL)
    return NULL;
  list = g_new (MisScenario *, n + 1);
  list[n] = mis_scenario_ref (held->scenarios[0]);
  n_changes = list[n]->n_changes;
  for (guint i = 0; i < n; i++)
    {
      list[i] = mis_world_fit_scenario (held, world->scenarios[i]);
      n_changes += list[i]->n_changes;
    }
  kept = with_scenarios (held, list, n + 1);
  return mis_scenarios_check_limits (n + 1, n_changes, error) ? g_steal_pointer (&kept) : NULL;
}

MisWorld *
mis_world_with_scenario_settled (MisWorld *world, guint scenario)
{
  g_autoptr (MisWorld) settled = NULL;
  MisScenario **list;

  g_return_val_if_fail (scenario < world->n_scenarios, NULL);

  settled = mis_world_with_scenario_applied (world, world->scenarios[scenario], NULL);
  /* Those of a world have been checked. */
  g_return_val_if_fail (settled != NULL, NULL);
  list = g_new (MisScenario *, world->n_scenarios);
  for (guint i = 0, n = 0; i < world->n_scenarios; i++)
    if (i != scenario)
      list[n++] = mis_world_fit_scenario (settled, world->scenarios[i]);
  return with_scenarios (settled, list, world->n_scenarios - 1);
}
