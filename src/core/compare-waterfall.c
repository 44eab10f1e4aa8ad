/* A scenario, one change at a time; and the way from one scenario to another one. */
#include "core/compare-private.h"
#include "core/edit.h"

/* @world with change @index of @scenario applied, as a scenario of one change. */
static MisWorld *
apply_one (MisWorld *world, const MisScenario *scenario, guint index, GError **error)
{
  const MisScenario one = {
    .ref_count = 1,
    .id = scenario->id,
    .name = scenario->name,
    .description = scenario->description,
    .changes = &scenario->changes[index],
    .n_changes = 1,
  };

  return mis_world_with_scenario_applied (world, &one, error);
}

static MisEffects *
effects_next_to (const MisEffects *present, MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, present->tally);

  return mis_effects_new (tally, present);
}

static MisEffects *
next_effects (const MisEffects *present, const MisScenario *scenario, guint index, GError **error)
{
  g_autoptr (MisWorld) world =
      apply_one (mis_tally_get_world (present->tally), scenario, index, error);

  return world != NULL ? effects_next_to (present, world) : NULL;
}

static gboolean
is_stopped (const gint *stop)
{
  return stop != NULL && g_atomic_int_get (stop) != 0;
}

/* Takes over @next, which becomes the present. */
static void
add_step (MisWaterfall *self, MisEffects **present, MisEffects *next)
{
  self->steps[self->n_steps++] = (MisWaterfallStep) { mis_effects_difference (*present, next),
                                                     next->base.overall, next->base.n_scored > 0 };
  mis_effects_unref (*present);
  *present = next;
}

static void
add_total (MisWaterfall *self, const MisEffects *before, const MisEffects *after)
{
  self->old_overall = before->base.overall;
  self->new_overall = after->base.overall;
  self->difference = mis_effects_difference (before, after);
}

MisWaterfall *
mis_waterfall_new (const MisEffects *before,
                   const MisScenario *scenario,
                   const gint *stop,
                   GError **error)
{
  g_autoptr (MisWaterfall) self = g_new0 (MisWaterfall, 1);
  g_autoptr (MisEffects) present = mis_effects_ref ((MisEffects *) before);

  if (!mis_world_check_scenario (before->world, scenario, NULL, error))
    return NULL;
  self->steps = g_new (MisWaterfallStep, scenario->n_changes);
  for (guint i = 0; i < scenario->n_changes; i++)
    {
      MisEffects *next;

      if (is_stopped (stop))
        return NULL;
      next = next_effects (present, scenario, i, error);
      if (next == NULL)
        {
          g_prefix_error (error, "changes[%u]: ", i);
          return NULL;
        }
      add_step (self, &present, next);
    }
  add_total (self, before, present);
  return g_steal_pointer (&self);
}

MisWaterfall *
mis_waterfall_new_along (const MisEffects *before, const MisPath *path, const gint *stop)
{
  g_autoptr (MisWaterfall) self = g_new0 (MisWaterfall, 1);
  g_autoptr (MisEffects) present = mis_effects_ref ((MisEffects *) before);

  self->steps = g_new (MisWaterfallStep, path->n_steps);
  for (guint i = 0; i < path->n_steps; i++)
    {
      g_autoptr (MisWorld) world = NULL;

      if (is_stopped (stop))
        return NULL;
      world = mis_path_make_world (path, i + 1);
      add_step (self, &present, effects_next_to (present, world));
    }
  add_total (self, before, present);
  return g_steal_pointer (&self);
}

double
mis_waterfall_get_before (const MisWaterfall *waterfall, guint step)
{
  g_return_val_if_fail (step < waterfall->n_steps, 0.0);

  return step > 0 ? waterfall->steps[step - 1].overall : waterfall->old_overall;
}

void
mis_waterfall_free (MisWaterfall *waterfall)
{
  g_free (waterfall->steps);
  g_free (waterfall);
}
