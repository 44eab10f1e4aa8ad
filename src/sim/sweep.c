#include "sim/sweep.h"

#include "core/edit.h"
#include "core/error.h"
#include "core/share.h"

static int
fail_unknown (const char *what, const char *id, GError **error)
{
  g_set_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
               "found no %s \"%s\", expected one of the project", what, id);
  return -1;
}

static int
find_agent (const MisWorld *world, const char *id, GError **error)
{
  int agent = mis_world_find_agent (world, id);

  return agent >= 0 ? agent : fail_unknown ("group of agents", id, error);
}

static int
find_area (const MisWorld *world, const char *id, GError **error)
{
  int area = mis_world_find_area (world, id);

  return area >= 0 ? area : fail_unknown ("area", id, error);
}

/* Replaces *world; %FALSE if there is no @next. */
static gboolean
step (MisWorld **world, MisWorld *next)
{
  if (next == NULL)
    return FALSE;
  mis_world_unref (*world);
  *world = next;
  return TRUE;
}

/* What varies is no longer uncertain. */
static MisWorld *
set_weight (MisWorld *world, const MisVariation *variation, double value, GError **error)
{
  int agent = find_agent (world, variation->ids[0], error);
  int area = agent >= 0 ? find_area (world, variation->ids[1], error) : -1;
  g_autoptr (MisWorld) changed = NULL;
  MisPosition position;

  if (area < 0)
    return NULL;
  changed = mis_world_with_weight (world, (guint) agent, (guint) area, value, error);
  if (changed == NULL)
    return NULL;
  position = mis_world_get_position (changed, (guint) agent, (guint) area);
  position.low = position.high = position.weight;
  return mis_world_with_position (changed, (guint) agent, (guint) area, &position, error);
}

static MisWorld *
set_share (MisWorld *world, const MisVariation *variation, double value, GError **error)
{
  int agent = find_agent (world, variation->ids[0], error);

  return agent >= 0 ? mis_world_with_share (world, (guint)agent, value, NULL, error) : NULL;
}

/* All pairs of explicit goals alike, and none of them uncertain. */
static MisArea *
make_uniform (MisArea *area, double value, GError **error)
{
  g_autoptr (MisArea) uniform = mis_area_with_uniform_conflict (area, value, error);
  g_autofree MisConflict *certain = NULL;
  const MisConflict *conflicts;
  guint n;

  if (uniform == NULL)
    return NULL;
  conflicts = mis_area_get_conflicts (uniform, &n);
  if (n == 0)
    return g_steal_pointer (&uniform);
  certain = g_memdup2 (conflicts, n * sizeof (MisConflict));
  for (guint i = 0; i < n; i++)
    if (certain[i].g != MIS_NO_GOAL)
      certain[i].low = certain[i].high = certain[i].value;
  return mis_area_with_conflicts (uniform, certain, n, error);
}

static MisArea *
set_pair (MisArea *area, int g, int h, double value, GError **error)
{
  MisConflict conflict = mis_area_get_conflict (area, g, h);

  conflict = (MisConflict) { g, h, value, value, value, conflict.note };
  return mis_area_with_conflict_range (area, &conflict, error);
}

static MisWorld *
set_conflict (MisWorld *world, const MisVariation *variation, double value, GError **error)
{
  int area = find_area (world, variation->ids[0], error);
  g_autoptr (MisArea) changed = NULL;
  MisArea *old;
  int goals[2];

  if (area < 0)
    return NULL;
  old = mis_world_get_area (world, (guint) area);
  for (guint i = 0; variation->quantity == MIS_QUANTITY_GOAL_CONFLICT && i < 2; i++)
    {
      goals[i] = mis_area_find_goal (old, variation->ids[i + 1]);
      if (goals[i] < 0)
        {
          fail_unknown ("goal", variation->ids[i + 1], error);
          return NULL;
        }
    }
  if (variation->quantity == MIS_QUANTITY_AREA_CONFLICT)
    changed = make_uniform (old, value, error);
  else
    changed = set_pair (old, goals[0], goals[1], value, error);
  return changed != NULL ? mis_world_with_area (world, (guint) area, changed, error) : NULL;
}

/* All pairs of goals of all areas at once. */
static MisWorld *
set_all_conflicts (MisWorld *project, double value, GError **error)
{
  g_autoptr (MisWorld) world = mis_world_ref (project);

  for (guint area = 0; area < mis_world_get_n_areas (project); area++)
    {
      g_autoptr (MisArea) changed
        = make_uniform (mis_world_get_area (project, area), value, error);

      if (changed == NULL || !step (&world, mis_world_with_area (world, area, changed, error)))
        return NULL;
    }
  return g_steal_pointer (&world);
}

static MisWorld *
set_option (MisWorld *world, const MisVariation *variation, guint choice)
{
  MisScoring scoring = *mis_world_get_scoring (world);

  mis_scoring_set (&scoring, variation->option, choice);
  return mis_world_with_scoring (world, &scoring);
}

static MisWorld *
apply (MisWorld *world, const MisVariation *variation, guint setting, GError **error)
{
  double value = mis_variation_get_number (variation, setting);

  switch ((int)variation->quantity)
    {
    case MIS_QUANTITY_SCORING:
      return set_option (world, variation, mis_variation_get_setting (variation, setting)->choice);
    case MIS_QUANTITY_AGENTS:
      return mis_world_with_population (world, (guint64)value, NULL, error);
    case MIS_QUANTITY_SHARE:
      return set_share (world, variation, value, error);
    case MIS_QUANTITY_WEIGHT:
      return set_weight (world, variation, value, error);
    case MIS_QUANTITY_CONFLICT:
      return set_all_conflicts (world, value, error);
    case MIS_QUANTITY_AREA_CONFLICT:
    case MIS_QUANTITY_GOAL_CONFLICT:
      return set_conflict (world, variation, value, error);
    default:
      return mis_world_ref (world);
    }
}

/* A scenario belongs to the project, but can be applied to what others have made of it. */
static MisWorld *
apply_scenario (MisWorld *world, const MisWorld *project, const char *id, GError **error)
{
  int scenario = id != NULL ? mis_world_find_scenario (project, id) : -1;
  MisWorld *applied;

  if (id == NULL)
    return mis_world_ref (world);
  if (scenario < 0)
    {
      fail_unknown ("scenario", id, error);
      return NULL;
    }
  applied = mis_world_with_scenario_applied (
    world, mis_world_get_scenario (project, (guint) scenario), error);
  if (applied == NULL)
    g_prefix_error (error, "scenario \"%s\": ", id);
  return applied;
}

static MisWorld *
prepare (const MisExperiment *experiment, MisWorld *project)
{
  MisScoring scoring = *mis_world_get_scoring (project);

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((experiment->scoring_mask & (1u << i)) != 0)
      mis_scoring_set (&scoring, i, mis_scoring_get (&experiment->scoring, i));
  return mis_world_with_scoring (project, &scoring);
}

/* Puts in all values of a series that are of the population, or all that are not. */
static gboolean
apply_series (const MisExperiment *experiment,
              guint series,
              gboolean agents,
              MisWorld **world,
              int *part,
              GError **error)
{
  for (guint i = 0; i < experiment->series->len; i++)
    {
      const MisVariation *variation = mis_experiment_get_variation (experiment, i);

      *part = (int)i;
      if ((variation->quantity == MIS_QUANTITY_AGENTS) == agents &&
          !step (world, apply (*world, variation,
                               mis_experiment_get_index (experiment, i, series, 0), error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_scenarios (const MisExperiment *experiment,
                 MisWorld *project,
                 guint series,
                 MisWorld **world,
                 int *part,
                 GError **error)
{
  for (guint i = 0; i < experiment->series->len; i++)
    {
      *part = (int)i;
      if (mis_experiment_get_variation (experiment, i)->quantity == MIS_QUANTITY_SCENARIO &&
          !step (world,
                 apply_scenario (*world, project,
                                 mis_experiment_get_setting (experiment, i, series, 0)->id, error)))
        return FALSE;
    }
  return TRUE;
}

/* Whether a point changes the population, on which all other values of its series stand. */
static gboolean
is_scaled_by_x (const MisExperiment *experiment)
{
  return !mis_experiment_is_distribution (experiment)
         && experiment->x.quantity == MIS_QUANTITY_AGENTS;
}

/* The world of a series; @part: (out): the variation at fault. */
static MisWorld *
make_base (
    const MisExperiment *experiment, MisWorld *project, guint series, int *part, GError **error)
{
  g_autoptr (MisWorld) world = prepare (experiment, project);

  if (!apply_scenarios (experiment, project, series, &world, part, error))
    return NULL;
  *part = MIS_PART_WORLD;
  if (experiment->n_agents > 0 &&
      !step (&world, mis_world_with_population (world, experiment->n_agents, NULL, error)))
    return NULL;
  if (!apply_series (experiment, series, TRUE, &world, part, error) ||
      (!is_scaled_by_x (experiment) &&
       !apply_series (experiment, series, FALSE, &world, part, error)))
    return NULL;
  return g_steal_pointer (&world);
}

/* The world of a point; that of the series where nothing varies along x. */
static MisWorld *
make_point (const MisSweep *self, guint series, guint point, int *part, GError **error)
{
  g_autoptr (MisWorld) world = NULL;

  *part = MIS_PART_X;
  if (mis_experiment_is_distribution (self->experiment))
    return mis_world_ref (self->bases[series]);
  world = apply (self->bases[series], &self->experiment->x, point, error);
  if (world == NULL || (is_scaled_by_x (self->experiment) &&
                        !apply_series (self->experiment, series, FALSE, &world, part, error)))
    return NULL;
  return g_steal_pointer (&world);
}

static gboolean
try_point (const MisSweep *self, guint series, guint point, int *part, GError **error)
{
  g_autoptr (MisWorld) world = make_point (self, series, point, part, error);

  return world != NULL;
}

/* Whether each point of x can be made: the lowest and the highest tell for all of them. */
static gboolean
try_points (const MisSweep *self, guint series, int *part, GError **error)
{
  const MisVariation *x = &self->experiment->x;
  guint lowest = 0, highest = 0;

  for (guint i = 0; i < mis_variation_get_n_settings (x); i++)
    {
      double number = mis_variation_get_number (x, i);

      lowest = number < mis_variation_get_number (x, lowest) ? i : lowest;
      highest = number > mis_variation_get_number (x, highest) ? i : highest;
    }
  return try_point (self, series, lowest, part, error) &&
         try_point (self, series, highest, part, error);
}

/* @part: (out): what is at fault if the world of a series or a point of it cannot be made. */
static gboolean
add_base (MisSweep *self, MisWorld *world, guint series, int *part, GError **error)
{
  self->bases[series] = make_base (self->experiment, world, series, part, error);
  if (self->bases[series] == NULL)
    return FALSE;
  self->n_series++;
  return try_points (self, series, part, error);
}

gboolean
mis_sweep_init (MisSweep *self,
                const MisExperiment *experiment,
                MisWorld *world,
                GCancellable *cancellable,
                GError **error)
{
  guint n_series = mis_experiment_get_n_series (experiment);
  int part = MIS_PART_WORLD;
  gboolean is_good = TRUE;
  GError *fault = NULL;

  *self = (MisSweep){ .experiment = experiment };
  self->bases = g_new0 (MisWorld *, n_series);
  for (guint i = 0; is_good && i < n_series; i++)
    is_good = !g_cancellable_is_cancelled (cancellable)
              && add_base (self, world, i, &part, &fault);
  if (is_good)
    return TRUE;
  if (fault != NULL)
    {
      g_autofree char *place = mis_part_get_place (part);

      g_prefix_error (&fault, "%s: ", place);
      g_propagate_error (error, fault);
    }
  else
    g_cancellable_set_error_if_cancelled (cancellable, error);
  mis_sweep_clear (self);
  return FALSE;
}

void
mis_sweep_clear (MisSweep *self)
{
  for (guint i = 0; i < self->n_series; i++)
    mis_world_unref (self->bases[i]);
  g_clear_pointer (&self->bases, g_free);
  self->n_series = 0;
}

MisWorld *
mis_sweep_make_world (const MisSweep *self, guint series, guint point)
{
  int part;
  MisWorld *world = make_point (self, series, point, &part, NULL);

  g_assert (world != NULL);
  return world;
}
