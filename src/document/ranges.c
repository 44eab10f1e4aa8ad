#include "document/ranges.h"

#include "core/edit.h"
#include "document/quantity.h"
#include "sim/sampler.h"

#define FIRST_RUNS 1000u /* that show a distribution, and take no time that is felt */

gboolean
mis_world_offers_ranges (MisWorld *world)
{
  if (mis_sampler_has_ranges (world))
    return TRUE;
  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    {
      /* What cannot be applied cannot be run either, and is said there. */
      g_autoptr (MisWorld) applied =
          mis_world_with_scenario_applied (world, mis_world_get_scenario (world, i), NULL);

      if (applied != NULL && mis_sampler_has_ranges (applied))
        return TRUE;
    }
  return FALSE;
}

/* As many as are allowed of an experiment with many points. */
static guint
count_first_runs (const MisExperiment *experiment)
{
  guint64 n_cells = MAX (mis_experiment_get_n_cells (experiment), 1);

  return (guint)CLAMP (MIS_MAX_VALUES / n_cells, 1, FIRST_RUNS);
}

/* (transfer full): with the first thing along x that the curves leave as it is. */
static MisExperiment *
put_x (const MisExperiment *experiment, const MisWorld *world, GError **error)
{
  MisExperiment *with = NULL;

  for (guint i = 0; with == NULL && mis_project_quantities[i].label != NULL; i++)
    {
      MisQuantity quantity = mis_project_quantities[i].quantity;
      MisVariation x;

      if (!mis_quantity_is_number (quantity) || !mis_quantity_exists (quantity, world))
        continue;
      g_clear_error (error);
      mis_variation_init_first (&x, quantity, world, TRUE);
      with = mis_experiment_with_variation (experiment, MIS_PART_X, &x, error);
      mis_variation_clear (&x);
    }
  return with;
}

MisExperiment *
mis_experiment_draw_from (const MisExperiment *experiment,
                          MisRanges ranges,
                          const MisWorld *world,
                          GError **error)
{
  g_autoptr (MisExperiment) once = NULL;
  g_autoptr (MisExperiment) with_x = NULL;
  guint runs = experiment->runs;

  if (ranges != MIS_RANGES_AS_SET)
    return mis_experiment_with_ranges (
        experiment, ranges,
        experiment->ranges == MIS_RANGES_AS_SET && runs == 1 ? count_first_runs (experiment) : runs,
        error);
  if (!mis_experiment_is_distribution (experiment))
    return mis_experiment_with_ranges (experiment, ranges, 1, error);
  once = mis_experiment_with_ranges (experiment, experiment->ranges, 1, error);
  with_x = once != NULL ? put_x (once, world, error) : NULL;
  return with_x != NULL ? mis_experiment_with_ranges (with_x, ranges, 1, error) : NULL;
}

MisExperiment *
mis_experiment_with_distribution (const MisExperiment *experiment,
                                  const MisWorld *world,
                                  GError **error)
{
  g_autoptr (MisExperiment) drawn =
      mis_experiment_draw_from (experiment, MIS_RANGES_UNIFORM, world, error);

  return drawn != NULL ? mis_experiment_with_variation (drawn, MIS_PART_X, NULL, error) : NULL;
}
