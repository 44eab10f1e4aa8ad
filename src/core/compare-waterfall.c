/* A scenario, one change at a time. */
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
next_effects (const MisEffects *present, const MisScenario *scenario, guint index, GError **error)
{
  g_autoptr (MisWorld) world = apply_one (mis_tally_get_world (present->tally), scenario, index,
                                          error);
  g_autoptr (MisTally) tally = NULL;

  if (world == NULL)
    return NULL;
  tally = mis_tally_new (world, present->tally);
  return mis_effects_new (tally, present);
}

static gboolean
is_stopped (const gint *stop)
{
  return stop != NULL && g_atomic_int_get (stop) != 0;
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
      self->steps[self->n_steps++] = (MisWaterfallStep) { mis_effects_difference (present, next),
                                                          next->base.overall,
                                                          next->base.n_scored > 0 };
      mis_effects_unref (present);
      present = next;
    }
  self->old_overall = before->base.overall;
  self->new_overall = present->base.overall;
  self->difference = mis_effects_difference (before, present);
  return g_steal_pointer (&self);
}

void
mis_waterfall_free (MisWaterfall *waterfall)
{
  g_free (waterfall->steps);
  g_free (waterfall);
}
