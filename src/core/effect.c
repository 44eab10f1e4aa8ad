#include "core/effect-private.h"

const MisChoice mis_lever_kinds[] = {
  { "conflict", NULL },
  { "weight", NULL },
  { "goal-weight", NULL },
  { "move", NULL },
  { "count", NULL },
  { "remove-area", NULL },
  { NULL, NULL },
};

const MisChoice mis_effect_methods[] = {
  { "closed", NULL },
  { "summed", NULL },
  { NULL, NULL },
};

static gboolean
shares_area (const MisEffects *self, const MisEffects *previous, guint area)
{
  return previous != NULL && mis_tally_shares_area (self->tally, previous->tally, area)
         && self->world->areas[area] == previous->world->areas[area]
         && mis_scoring_equal (&self->world->scoring, &previous->world->scoring);
}

MisEffects *
mis_effects_new (MisTally *tally, const MisEffects *previous)
{
  MisEffects *self = g_new0 (MisEffects, 1);

  self->ref_count = 1;
  self->tally = mis_tally_ref (tally);
  self->world = mis_tally_get_world (tally);
  self->reading = mis_tally_get_reading (tally);
  self->n_areas = self->world->n_areas;
  self->divisors = g_new (MisWide, self->world->n_agents);
  for (guint i = 0; i < self->world->n_agents; i++)
    self->divisors[i] = mis_reading_get_wide_divisor (self->reading,
                                                      self->world->blocks[i / MIS_BLOCK_ROWS],
                                                      i % MIS_BLOCK_ROWS, 0, NULL);
  self->exposures = g_new (MisExposure *, self->n_areas);
  self->states = g_new (MisAreaState, self->n_areas);
  for (guint i = 0; i < self->n_areas; i++)
    {
      self->exposures[i] = shares_area (self, previous, i)
                               ? mis_exposure_ref (previous->exposures[i])
                               : mis_exposure_new (self->reading, i, self->divisors);
      self->states[i] = mis_area_state (self->exposures[i], &self->world->scoring);
    }
  mis_mean_base_init (&self->base, self->world->scoring.area_mean, self->states, self->n_areas);
  return self;
}

MisEffects *
mis_effects_ref (MisEffects *effects)
{
  g_atomic_int_inc (&effects->ref_count);
  return effects;
}

void
mis_effects_unref (MisEffects *effects)
{
  if (!g_atomic_int_dec_and_test (&effects->ref_count))
    return;
  for (guint i = 0; i < effects->n_areas; i++)
    mis_exposure_unref (effects->exposures[i]);
  g_free (effects->exposures);
  g_free (effects->states);
  g_free (effects->divisors);
  mis_tally_unref (effects->tally);
  g_free (effects);
}

MisTally *
mis_effects_get_tally (const MisEffects *effects)
{
  return effects->tally;
}

double
mis_effects_get_overall (const MisEffects *effects)
{
  return effects->base.overall;
}

double
mis_effects_get_area (const MisEffects *effects, guint area)
{
  g_return_val_if_fail (area < effects->n_areas, NAN);

  return effects->states[area].scored ? mis_wide_get (effects->states[area].value) : (double) NAN;
}

gboolean
mis_lever_reaches_far (const MisEffects *effects, const MisLever *lever)
{
  const MisArea *area;
  MisConflict conflict;
  guint n;

  if (effects->world->scoring.weights == MIS_WEIGHTS_AS_GIVEN)
    return FALSE;
  if (lever->kind == MIS_LEVER_GOAL_WEIGHT || lever->kind == MIS_LEVER_REMOVE_AREA)
    return TRUE;
  if (lever->kind != MIS_LEVER_CONFLICT
      || (lever->goal != MIS_NO_GOAL && lever->other != MIS_NO_GOAL))
    return FALSE;
  /* Whether "no goal" has a weight in the area: as set by this conflict, or by another. */
  area = effects->world->areas[lever->area];
  conflict = mis_area_get_conflict (area, lever->goal, lever->other);
  n = mis_area_get_n_goals (area);
  for (int h = 0; h < (int) n; h++)
    if (h != conflict.h && effects->exposures[lever->area]->clashes[h])
      return FALSE;
  return mis_conflict_clashes_at (&conflict, lever->value)
         != effects->exposures[lever->area]->clashes[conflict.h];
}

void
mis_effects_compare (const MisEffects *before, const MisEffects *after, MisOutcome *outcomes)
{
  for (guint i = 0; i < before->n_areas; i++)
    {
      int other = mis_world_find_area (after->world, mis_area_get_id (before->world->areas[i]));
      const MisAreaState *state = other >= 0 ? &after->states[other] : NULL;

      outcomes[i] = (MisOutcome) { .area = i, .scored = state != NULL && state->scored };
      if (!outcomes[i].scored)
        continue;
      outcomes[i].value = state->value;
      outcomes[i].delta = mis_wide_subtract (state->value, before->states[i].value);
    }
}

/* %FALSE if there is no room for the row that a lever would split off. */
static gboolean
sum_anew (const MisEffects *effects, const MisLever *lever, MisOutcome *outcomes)
{
  g_autoptr (MisWorld) world = mis_world_with_lever ((MisWorld *) effects->world, lever, NULL);
  g_autoptr (MisTally) tally = NULL;
  g_autoptr (MisEffects) after = NULL;

  if (world == NULL)
    return FALSE;
  tally = mis_tally_new (world, effects->tally);
  after = mis_effects_new (tally, effects);
  mis_effects_compare (effects, after, outcomes);
  return TRUE;
}

/* %FALSE if an area should be summed anew. */
static gboolean
try_row (const MisEffects *effects,
         MisStage *stage,
         const MisLever *lever,
         MisOutcome *outcomes,
         guint *n_outcomes)
{
  g_autofree MisAreaParcels *parcels = g_new (MisAreaParcels, effects->n_areas);
  double agents = mis_stage_agents (stage, lever);
  gboolean closed = TRUE;

  *n_outcomes = mis_stage_read (stage, lever, parcels);
  for (guint i = 0; i < *n_outcomes; i++)
    {
      guint area = parcels[i].area;
      MisShift shift;

      for (guint j = 0; j < parcels[i].n; j++)
        parcels[i].parcels[j].agents *= agents;
      shift = mis_shift_of_parcels (effects->exposures[area], &effects->states[area],
                                    parcels[i].parcels, parcels[i].n, &stage->meetings);
      closed = mis_outcome_of_shift (effects, area, &shift, &outcomes[i]) && closed;
    }
  return closed;
}

static gboolean
try_area (const MisEffects *effects, const MisLever *lever, MisOutcome *outcome)
{
  MisShift shift;

  if (lever->kind == MIS_LEVER_REMOVE_AREA)
    {
      *outcome = (MisOutcome) { .area = lever->area };
      return TRUE;
    }
  shift = lever->kind == MIS_LEVER_CONFLICT ? mis_shift_of_conflict (effects, lever)
                                            : mis_shift_of_goal_weight (effects, lever);
  return mis_outcome_of_shift (effects, lever->area, &shift, outcome);
}

double
mis_effects_try (const MisEffects *effects,
                 MisStage *stage,
                 const MisLever *lever,
                 MisOutcome *outcomes,
                 guint *n_outcomes,
                 MisEffectMethod *method,
                 gboolean *has_score)
{
  gboolean closed = !mis_lever_reaches_far (effects, lever);
  double difference;

  *n_outcomes = 1;
  if (closed && stage != NULL)
    closed = try_row (effects, stage, lever, outcomes, n_outcomes);
  else if (closed)
    closed = try_area (effects, lever, outcomes);
  *method = MIS_EFFECT_CLOSED;
  if (!closed && sum_anew (effects, lever, outcomes))
    {
      *method = MIS_EFFECT_SUMMED;
      *n_outcomes = effects->n_areas;
    }
  difference = mis_mean_difference (&effects->base, outcomes, *n_outcomes, has_score);
  /* No score is below 0; what rounding leaves below is not an effect. */
  return difference < -effects->base.overall ? -effects->base.overall : difference;
}

/* As mis_effects_try(), with a stage of its own where the lever is of a row. */
static double
try_alone (const MisEffects *effects,
           const MisLever *lever,
           MisOutcome *outcomes,
           guint *n_outcomes,
           MisEffectMethod *method,
           gboolean *has_score)
{
  gboolean of_row = mis_lever_is_of_row (lever->kind);
  MisStage stage = { 0 };
  double effect;

  if (of_row)
    mis_stage_init (&stage, effects, lever->agent);
  effect = mis_effects_try (effects, of_row ? &stage : NULL, lever, outcomes, n_outcomes, method,
                            has_score);
  mis_stage_clear (&stage);
  return effect;
}

gboolean
mis_effects_get_item (const MisEffects *effects, const MisLever *lever, MisLeverItem *item)
{
  g_autofree MisOutcome *outcomes = g_new (MisOutcome, effects->n_areas);
  gboolean has_score;
  guint n_outcomes;

  g_return_val_if_fail (mis_lever_check (lever, effects->world, NULL), FALSE);

  *item = (MisLeverItem) { .lever = *lever };
  item->effect = try_alone (effects, lever, outcomes, &n_outcomes, &item->method, &has_score);
  return has_score;
}

MisEffect *
mis_effect_new (const MisEffects *effects, const MisLever *lever, GError **error)
{
  g_autofree MisOutcome *outcomes = g_new (MisOutcome, effects->n_areas);
  MisEffect *effect;
  guint n_outcomes;

  if (!mis_lever_check (lever, effects->world, error))
    return NULL;
  effect = g_new0 (MisEffect, 1);
  effect->lever = *lever;
  effect->n_areas = effects->n_areas;
  effect->areas = g_new (double, effects->n_areas);
  effect->overall = try_alone (effects, lever, outcomes, &n_outcomes, &effect->method,
                               &effect->has_score);
  for (guint i = 0; i < effects->n_areas; i++)
    effect->areas[i] = effects->states[i].scored ? 0.0 : (double) NAN;
  for (guint i = 0; i < n_outcomes; i++)
    if (!outcomes[i].scored || !effects->states[outcomes[i].area].scored)
      effect->areas[outcomes[i].area] = NAN;
    else
      effect->areas[outcomes[i].area] = mis_wide_get (outcomes[i].delta);
  return effect;
}

void
mis_effect_free (MisEffect *effect)
{
  g_free (effect->areas);
  g_free (effect);
}
