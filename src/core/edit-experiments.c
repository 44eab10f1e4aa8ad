/* Edits of the list of experiments that a project keeps. */
#include "core/edit.h"

#include "core/world-private.h"

MisWorld *
mis_world_with_experiment (MisWorld *world, MisExperiment *experiment, GError **error)
{
  int index = mis_world_find_experiment (world, experiment->id);
  guint n = world->n_experiments + (index < 0 ? 1 : 0);
  guint64 n_cells = mis_experiment_get_n_cells (experiment);
  MisExperiment **list;
  MisWorld *copy;

  for (guint i = 0; i < world->n_experiments; i++)
    n_cells += (int) i != index ? mis_experiment_get_n_cells (world->experiments[i]) : 0;
  if (!mis_experiments_check_limits (n, n_cells, error))
    return NULL;
  if (index >= 0 && mis_experiment_equal (world->experiments[index], experiment))
    return mis_world_ref (world);
  copy = mis_world_copy (world);
  list = g_new (MisExperiment *, n);
  for (guint i = 0; i < n; i++)
    list[i] = mis_experiment_ref (
        i < world->n_experiments && (int) i != index ? world->experiments[i] : experiment);
  mis_world_take_experiments (copy, list, n);
  return copy;
}

MisWorld *
mis_world_with_experiment_removed (MisWorld *world, guint experiment, GError **error)
{
  MisExperiment **list;
  MisWorld *copy;

  g_return_val_if_fail (experiment < world->n_experiments, NULL);

  copy = mis_world_copy (world);
  list = g_new (MisExperiment *, world->n_experiments);
  for (guint i = 0; i + 1 < world->n_experiments; i++)
    list[i] = mis_experiment_ref (world->experiments[i < experiment ? i : i + 1]);
  mis_world_take_experiments (copy, list, world->n_experiments - 1);
  return copy;
}

MisWorld *
mis_world_with_experiment_moved (MisWorld *world, guint experiment, guint to)
{
  guint n = world->n_experiments;
  MisExperiment **list;
  MisWorld *copy;

  g_return_val_if_fail (experiment < n && to < n, NULL);

  if (experiment == to)
    return mis_world_ref (world);
  copy = mis_world_copy (world);
  list = g_new (MisExperiment *, n);
  for (guint i = 0, from = 0; i < n; i++)
    {
      from += from == experiment ? 1 : 0;
      list[i] = mis_experiment_ref (world->experiments[i == to ? experiment : from++]);
    }
  mis_world_take_experiments (copy, list, n);
  return copy;
}
