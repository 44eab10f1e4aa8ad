#include "core/edit-scenarios.h"

#include "core/edit.h"
#include "core/new-ids.h"
#include "core/text.h"
#include "core/world-private.h"

static guint
count_changes (const MisWorld *world)
{
  guint n = 0;

  for (guint i = 0; i < world->n_scenarios; i++)
    n += world->scenarios[i]->n_changes;
  return n;
}

static MisWorld *
with_one_more (MisWorld *world, guint index, MisScenario *scenario)
{
  guint n = world->n_scenarios + 1;
  MisScenario **list = g_new (MisScenario *, n);
  MisWorld *copy = mis_world_copy (world);

  for (guint i = 0; i < n; i++)
    list[i] = mis_scenario_ref (i == index ? scenario : world->scenarios[i < index ? i : i - 1]);
  mis_world_take_scenarios (copy, list, n);
  return copy;
}

static MisWorld *
with_replaced (MisWorld *world, guint index, MisScenario *scenario)
{
  MisWorld *copy;

  if (mis_scenario_equal (world->scenarios[index], scenario))
    return mis_world_ref (world);
  copy = mis_world_copy (world);
  mis_scenario_unref (copy->scenarios[index]);
  copy->scenarios[index] = mis_scenario_ref (scenario);
  return copy;
}

MisWorld *
mis_world_with_scenario (MisWorld *world, MisScenario *scenario, GError **error)
{
  int index = mis_world_find_scenario (world, scenario->id);
  guint n = world->n_scenarios + (index < 0 ? 1 : 0);
  guint n_changes = count_changes (world) + scenario->n_changes;
  guint change = 0;

  n_changes -= index >= 0 ? world->scenarios[index]->n_changes : 0;
  if (!mis_scenarios_check_limits (n, n_changes, error))
    return NULL;
  if (!mis_world_check_scenario (world, scenario, &change, error))
    {
      g_prefix_error (error, "changes[%u]: ", change);
      return NULL;
    }
  return index < 0 ? with_one_more (world, world->n_scenarios, scenario)
                   : with_replaced (world, (guint) index, scenario);
}

MisWorld *
mis_world_without_scenarios (MisWorld *world)
{
  MisWorld *copy;

  if (world->n_scenarios == 0)
    return mis_world_ref (world);
  copy = mis_world_copy (world);
  mis_world_take_scenarios (copy, NULL, 0);
  return copy;
}

MisWorld *
mis_world_with_scenario_removed (MisWorld *world, guint scenario)
{
  MisScenario **list;
  MisWorld *copy;

  g_return_val_if_fail (scenario < world->n_scenarios, NULL);

  copy = mis_world_copy (world);
  list = g_new (MisScenario *, world->n_scenarios);
  for (guint i = 0; i + 1 < world->n_scenarios; i++)
    list[i] = mis_scenario_ref (world->scenarios[i < scenario ? i : i + 1]);
  mis_world_take_scenarios (copy, list, world->n_scenarios - 1);
  return copy;
}

MisWorld *
mis_world_with_scenario_moved (MisWorld *world, guint scenario, guint to)
{
  guint n = world->n_scenarios;
  MisScenario **list;
  MisWorld *copy;

  g_return_val_if_fail (scenario < n && to < n, NULL);

  if (scenario == to)
    return mis_world_ref (world);
  copy = mis_world_copy (world);
  list = g_new (MisScenario *, n);
  for (guint i = 0, from = 0; i < n; i++)
    {
      from += from == scenario ? 1 : 0;
      list[i] = mis_scenario_ref (world->scenarios[i == to ? scenario : from++]);
    }
  mis_world_take_scenarios (copy, list, n);
  return copy;
}

MisWorld *
mis_world_with_scenario_copied (MisWorld *world, guint scenario, GError **error)
{
  g_autoptr (MisScenario) added = NULL;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;
  const MisScenario *old;

  g_return_val_if_fail (scenario < world->n_scenarios, NULL);

  old = world->scenarios[scenario];
  if (!mis_scenarios_check_limits (world->n_scenarios + 1, count_changes (world) + old->n_changes,
                                   error))
    return NULL;
  name = mis_name_of_copy (old->name);
  id = mis_world_new_scenario_id (world, name);
  added = mis_scenario_with_texts (old, id, name, NULL, error);
  return added != NULL ? with_one_more (world, scenario + 1, added) : NULL;
}

MisWorld *
mis_world_with_scenario_texts (
    MisWorld *world, guint scenario, const char *name, const char *description, GError **error)
{
  g_autoptr (MisScenario) changed = NULL;

  g_return_val_if_fail (scenario < world->n_scenarios, NULL);

  changed = mis_scenario_with_texts (world->scenarios[scenario], NULL, name, description, error);
  return changed != NULL ? with_replaced (world, scenario, changed) : NULL;
}
