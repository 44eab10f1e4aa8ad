#include "sim/engine.h"

#include <math.h>

#include "core/error.h"
#include "core/bounds.h"
#include "core/score.h"
#include "sim/sampler.h"
#include "sim/sweep.h"
#include "sim/theory.h"

/* Small enough for a run that is stopped to have much the same number of runs everywhere. */
#define BATCH 256u

struct _MisEngine
{
  MisExperiment *experiment;
  guint n_cells;
  guint n_points;
  MisPlan *plans;       /* (nullable) (array length=n_cells): of a recipe */
  MisSweep sweep;       /* of a project */
  gboolean *draws;      /* (nullable) (array length=n_series): whether the project is drawn from */
  guint *streams;       /* (array length=n_series): the first series that draws the same */
  guint most_choices;
  guint most_areas;
};

/* Which series draws what this one does: that with the first option of the score in place
 * of each. */
static guint
find_stream (const MisExperiment *experiment, guint series)
{
  guint stream = 0, factor = 1;

  for (guint i = experiment->series->len; i-- > 0;)
    {
      const MisVariation *variation = mis_experiment_get_variation (experiment, i);
      guint n = mis_variation_get_n_settings (variation);

      if (variation->quantity != MIS_QUANTITY_SCORING)
        stream += factor * (series % n);
      series /= n;
      factor *= n;
    }
  return stream;
}

static void
make_plans (MisEngine *self, GCancellable *cancellable)
{
  self->plans = g_new0 (MisPlan, self->n_cells);
  for (guint cell = 0; cell < self->n_cells && !g_cancellable_is_cancelled (cancellable); cell++)
    {
      MisScoring scoring = { 0 };
      MisRecipe recipe;

      mis_experiment_fill_cell (self->experiment, cell / self->n_points, cell % self->n_points,
                                &recipe, &scoring);
      mis_plan_init (&self->plans[cell], &recipe, &scoring);
      mis_recipe_clear (&recipe);
      self->most_choices = MAX (self->most_choices, self->plans[cell].most_choices);
      self->most_areas = MAX (self->most_areas, self->plans[cell].n_areas);
    }
}

/* What varies along x is not drawn, wherever on x that is. */
static void
find_draws (MisEngine *self, GCancellable *cancellable)
{
  if (self->experiment->ranges == MIS_RANGES_AS_SET)
    return;
  self->draws = g_new0 (gboolean, self->sweep.n_series);
  for (guint series = 0;
       series < self->sweep.n_series && !g_cancellable_is_cancelled (cancellable); series++)
    {
      g_autoptr (MisWorld) world = mis_sweep_make_world (&self->sweep, series, 0);

      self->draws[series] = mis_sampler_has_ranges (world);
    }
}

static gboolean
make_sweep (MisEngine *self, MisWorld *world, GCancellable *cancellable, GError **error)
{
  if (world == NULL)
    {
      g_set_error_literal (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
                           "world: found no project, expected one");
      return FALSE;
    }
  if (!mis_sweep_init (&self->sweep, self->experiment, world, cancellable, error))
    return FALSE;
  find_draws (self, cancellable);
  return TRUE;
}

MisEngine *
mis_engine_new (MisExperiment *experiment,
                MisWorld *world,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (MisEngine) self = g_new0 (MisEngine, 1);
  guint n_series = mis_experiment_get_n_series (experiment);

  self->experiment = mis_experiment_ref (experiment);
  self->n_points = mis_experiment_get_n_points (experiment);
  self->n_cells = n_series * self->n_points;
  self->streams = g_new (guint, n_series);
  for (guint i = 0; i < n_series; i++)
    self->streams[i] = find_stream (experiment, i);
  if (experiment->source == MIS_SOURCE_RECIPE)
    make_plans (self, cancellable);
  else if (!make_sweep (self, world, cancellable, error))
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
mis_engine_free (MisEngine *self)
{
  for (guint cell = 0; self->plans != NULL && cell < self->n_cells; cell++)
    mis_plan_clear (&self->plans[cell]);
  mis_sweep_clear (&self->sweep);
  mis_experiment_unref (self->experiment);
  g_free (self->plans);
  g_free (self->draws);
  g_free (self->streams);
  g_free (self);
}

const MisExperiment *
mis_engine_get_experiment (const MisEngine *self)
{
  return self->experiment;
}

guint64
mis_engine_get_n_agents (const MisEngine *self)
{
  guint64 n_agents = mis_experiment_get_n_agents (self->experiment);

  return n_agents > 0 ? n_agents : mis_world_get_population (self->sweep.bases[0]);
}

guint
mis_engine_get_n_cells (const MisEngine *self)
{
  return self->n_cells;
}

gboolean
mis_engine_is_random (const MisEngine *self, guint cell)
{
  if (self->plans != NULL)
    return self->plans[cell].is_random;
  return self->draws != NULL && self->draws[cell / self->n_points];
}

guint
mis_engine_get_batch (const MisEngine *self)
{
  return self->draws != NULL ? BATCH : 1;
}

void
mis_engine_init_desk (const MisEngine *self, MisDesk *desk, GCancellable *cancellable)
{
  mis_desk_init (desk, self->most_choices, self->most_areas, cancellable);
}

/* (transfer none): the world of a cell of an experiment with a project. */
static MisWorld *
take_world (const MisEngine *self, MisDesk *desk, guint cell)
{
  if (desk->world != NULL && desk->cell == cell)
    return desk->world;
  g_clear_pointer (&desk->sampler, mis_sampler_free);
  g_clear_pointer (&desk->world, mis_world_unref);
  desk->world = mis_sweep_make_world (&self->sweep, cell / self->n_points, cell % self->n_points);
  desk->cell = cell;
  return desk->world;
}

static MisSampler *
take_sampler (const MisEngine *self, MisDesk *desk, guint cell)
{
  MisWorld *world = take_world (self, desk, cell);

  if (desk->sampler == NULL)
    desk->sampler = mis_sampler_new (world, self->experiment->ranges);
  return desk->sampler;
}

static double
score_world (const MisEngine *self, MisDesk *desk, guint cell)
{
  g_autoptr (MisTally) tally = mis_tally_new (take_world (self, desk, cell), NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  return score->overall;
}

/* Whatever the series and the point, the same draws. */
static double
run_drawn (const MisEngine *self, MisDesk *desk, guint cell, guint run)
{
  mis_stream_init (&desk->stream, self->experiment->seed, 0, 0, run);
  return mis_sampler_run (take_sampler (self, desk, cell), &desk->stream);
}

double
mis_engine_run (const MisEngine *self, MisDesk *desk, guint cell, guint run)
{
  guint series = cell / self->n_points, point = cell % self->n_points;

  if (self->plans == NULL)
    return mis_engine_is_random (self, cell) ? run_drawn (self, desk, cell, run)
                                             : score_world (self, desk, cell);
  mis_stream_init (&desk->stream, self->experiment->seed, self->streams[series], point, run);
  return mis_plan_run (&self->plans[cell], desk);
}

/* Where the ends of a distribution are. */
static void
expect_ends (const MisEngine *self, MisDesk *desk, guint cell, MisExpectation *expectation)
{
  g_autoptr (MisTally) tally = mis_tally_new (take_world (self, desk, cell), NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisBounds) bounds = mis_bounds_new (tally, score);

  expectation->as_set = score->overall;
  expectation->lowest = bounds->overall.low;
  expectation->highest = bounds->overall.high;
}

static void
expect_project (const MisEngine *self, MisDesk *desk, guint cell, MisExpectation *expectation)
{
  expectation->mean = mis_engine_is_random (self, cell)
                        ? mis_sampler_get_expectation (take_sampler (self, desk, cell))
                        : mis_theory_world (take_world (self, desk, cell), desk->cancellable);
  if (mis_experiment_is_distribution (self->experiment))
    expect_ends (self, desk, cell, expectation);
}

static void
expect_recipe (const MisEngine *self, guint cell, MisExpectation *expectation)
{
  MisScoring scoring = { 0 };
  MisRecipe recipe;

  mis_experiment_fill_cell (self->experiment, cell / self->n_points, cell % self->n_points, &recipe,
                            &scoring);
  expectation->mean = mis_theory_recipe (&recipe, &scoring);
  expectation->maximum = mis_theory_maximum (&recipe, &scoring);
  mis_recipe_clear (&recipe);
}

gboolean
mis_engine_expect (const MisEngine *self, MisDesk *desk, guint cell, MisExpectation *expectation)
{
  *expectation = (MisExpectation) { NAN, NAN, NAN, NAN, NAN };
  if (self->plans != NULL)
    expect_recipe (self, cell, expectation);
  else
    expect_project (self, desk, cell, expectation);
  return !g_cancellable_is_cancelled (desk->cancellable);
}
