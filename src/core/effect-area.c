/* What a change does to the sums, and so to the score, of one area. */
#include "core/effect-private.h"

/* When less than this part of a sum is left, its digits are those of a difference no more. */
#define REMNANT 0x1p-10

/* Likewise for the parts of Q' - Q that cancel, and how much of Q they may be: within that, what
 * they lose is below the last digits of Q. And for what is left of the pairs: over so few, the last
 * digits of Q are digits of M_p. */
#define OWN_REMNANT 0x1p-20
#define OWN_SHARE 4.0
#define PAIRS_REMNANT 0x1p-20

guint
mis_goal_index (const MisArea *area, int goal)
{
  return goal == MIS_NO_GOAL ? mis_area_get_n_goals (area) : (guint) goal;
}

gboolean
mis_conflict_clashes_at (const MisConflict *conflict, double value)
{
  gboolean certain = conflict->low >= conflict->value && conflict->high <= conflict->value;

  return value > 0.0 || (!certain && conflict->high > 0.0);
}

static guint
count_k (const MisExposure *exposure, guint held, guint clashing, double with_none)
{
  return held + (clashing > 0 && with_none > 0.0 ? 1 : 0);
}

static MisWide
pairs_of (double n, MisPairs pairs)
{
  return mis_wide_product_of (n, pairs == MIS_PAIRS_DISTINCT ? n - 1.0 : n);
}

/* mis_maximum() for whole agents: q (n + r - k), or q (n + r) + r, taken from the pairs. */
static MisWide
maximum_of (double n, guint k, MisPairs pairs)
{
  double q = floor (n / k);
  double r = n - q * k;
  MisWide all = pairs_of (n, pairs);
  MisWide alike = pairs == MIS_PAIRS_DISTINCT
                      ? mis_wide_product_of (q, n + r - k)
                      : mis_wide_add (mis_wide_product_of (q, n + r), mis_wide (r));

  if (n <= k && pairs == MIS_PAIRS_DISTINCT)
    return mis_wide (1.0);
  return mis_wide_divide (mis_wide_subtract (all, alike), all);
}

/* What the raw score is multiplied with. */
static MisWide
normalization_of (double n, guint k, const MisScoring *scoring)
{
  if (k < 2 || scoring->normalization == MIS_NORMALIZATION_NONE)
    return mis_wide (1.0);
  if (scoring->normalization == MIS_NORMALIZATION_LIMIT)
    return mis_wide_divide (mis_wide (k), mis_wide (k - 1.0));
  return mis_wide_divide (mis_wide (1.0), maximum_of (n, k, scoring->pairs));
}

MisWide
mis_area_factor (const MisEffects *effects, guint area)
{
  const MisScoring *scoring = &effects->world->scoring;
  double n = effects->exposures[area]->n;

  return mis_wide_divide (normalization_of (n, effects->states[area].k, scoring),
                          pairs_of (n, scoring->pairs));
}

MisAreaState
mis_area_state (const MisExposure *exposure, const MisScoring *scoring)
{
  MisAreaState state = { .scored = exposure->n >= 2.0 };

  for (guint g = 0; g < exposure->n_goals; g++)
    if (exposure->holders[g] > 0.0)
      {
        state.held++;
        state.clashing += exposure->clashes[g] ? 1 : 0;
      }
  state.k = count_k (exposure, state.held, state.clashing, exposure->holders[exposure->n_goals]);
  if (!state.scored)
    return state;
  state.raw = mis_wide_divide (exposure->sum, pairs_of (exposure->n, scoring->pairs));
  state.value = mis_wide_multiply (state.raw, normalization_of (exposure->n, state.k, scoring));
  return state;
}

void
mis_parcels_sums (const MisExposure *exposure,
                  const MisParcel *parcels,
                  guint n_parcels,
                  MisMeetings *meetings,
                  MisWide *linear,
                  MisWide *quadratic)
{
  *linear = *quadratic = MIS_WIDE_ZERO;
  for (guint i = 0; i < n_parcels; i++)
    {
      MisWide meets = mis_exposure_get (exposure, parcels[i].goal, parcels[i].weight, meetings);

      *linear = mis_wide_add (*linear, mis_wide_scale (meets, 2.0 * parcels[i].agents));
      for (guint j = 0; j < i; j++)
        {
          double c = mis_exposure_conflict (exposure, parcels[i].goal, parcels[j].goal);
          MisWide f;

          if (!(c > 0.0))
            continue;
          f = mis_wide_weight_mean (parcels[i].weight, parcels[j].weight, exposure->mean);
          f = mis_wide_scale (mis_wide_scale (f, c), 2.0 * parcels[i].agents);
          *quadratic = mis_wide_add (*quadratic, mis_wide_scale (f, parcels[j].agents));
        }
    }
}

/* k when holders of each goal come and go; two parcels of one goal change no holders. */
static guint
count_k_after (const MisExposure *exposure,
               const MisAreaState *state,
               const MisParcel *parcels,
               guint n_parcels)
{
  guint none = exposure->n_goals, held = state->held, clashing = state->clashing;
  double with_none = exposure->holders[none];

  if (n_parcels == 2 && parcels[0].goal == parcels[1].goal)
    return state->k;
  for (guint i = 0; i < n_parcels; i++)
    {
      guint g = parcels[i].goal;
      gboolean before = exposure->holders[g] > 0.0;
      gboolean after = exposure->holders[g] + parcels[i].agents > 0.0;

      if (g == none)
        with_none += parcels[i].agents;
      else if (before != after)
        {
          held = after ? held + 1 : held - 1;
          if (exposure->clashes[g])
            clashing = after ? clashing + 1 : clashing - 1;
        }
    }
  return count_k (exposure, held, clashing, with_none);
}

MisShift
mis_shift_of_parcels (const MisExposure *exposure,
                      const MisAreaState *state,
                      const MisParcel *parcels,
                      guint n_parcels,
                      MisMeetings *meetings)
{
  MisShift shift = { .k = count_k_after (exposure, state, parcels, n_parcels) };
  MisWide linear, quadratic;

  mis_parcels_sums (exposure, parcels, n_parcels, meetings, &linear, &quadratic);
  shift.sum = mis_wide_add (linear, quadratic);
  shift.size = fabs (quadratic.high);
  shift.is_rest = shift.size > OWN_SHARE * exposure->sum.high
                  && fabs (shift.sum.high) < OWN_REMNANT * shift.size;
  for (guint i = 0; i < n_parcels; i++)
    shift.n += parcels[i].agents;
  return shift;
}

MisShift
mis_shift_of_conflict (const MisEffects *effects, const MisLever *lever)
{
  const MisExposure *exposure = effects->exposures[lever->area];
  const MisAreaState *state = &effects->states[lever->area];
  MisConflict conflict = mis_area_get_conflict (exposure->area, lever->goal, lever->other);
  guint none = exposure->n_goals;
  guint g = mis_goal_index (exposure->area, conflict.g);
  guint h = mis_goal_index (exposure->area, conflict.h);
  MisWide between = mis_exposure_between (exposure, g, h);
  MisShift shift = { .k = state->k };

  shift.sum = mis_wide_multiply (mis_wide_sum_of (lever->value, -conflict.value),
                                 mis_wide_scale (between, 2.0));
  if (g == none && exposure->holders[h] > 0.0)
    {
      guint after = mis_conflict_clashes_at (&conflict, lever->value) ? 1 : 0;
      guint before = exposure->clashes[h] ? 1 : 0;

      shift.k = count_k (exposure, state->held, state->clashing + after - before,
                         exposure->holders[none]);
    }
  return shift;
}

MisShift
mis_shift_of_goal_weight (const MisEffects *effects, const MisLever *lever)
{
  const MisExposure *exposure = effects->exposures[lever->area];
  guint g = (guint) lever->goal;
  MisMeetings meetings = { 0 };
  MisWide sum = mis_exposure_get (exposure, g, mis_wide (lever->value), &meetings);

  mis_meetings_clear (&meetings);
  sum = mis_wide_subtract (mis_wide_scale (sum, exposure->holders[g]), exposure->rows[g]);
  return (MisShift) { .sum = mis_wide_scale (sum, 2.0), .k = effects->states[lever->area].k };
}

/* Whether the difference has its digits: see the limits above. */
static gboolean
is_certain (const MisExposure *exposure,
            const MisShift *shift,
            MisWide sum,
            double share_of_pairs,
            MisAreaMean mean)
{
  /* Under these a score near 0 counts as much as others, or more. */
  gboolean is_relative = mean == MIS_AREA_MEAN_GEOMETRIC || mean == MIS_AREA_MEAN_HARMONIC
                         || mean == MIS_AREA_MEAN_MINIMUM;

  return !shift->is_rest && share_of_pairs >= PAIRS_REMNANT
         && (!is_relative || sum.high >= REMNANT * MAX (exposure->sum.high, shift->size));
}

gboolean
mis_outcome_of_shift (const MisEffects *effects,
                      guint area,
                      const MisShift *shift,
                      MisOutcome *outcome)
{
  const MisScoring *scoring = mis_world_get_scoring (effects->world);
  const MisExposure *exposure = effects->exposures[area];
  const MisAreaState *state = &effects->states[area];
  double n = exposure->n + shift->n;
  MisWide sum = mis_wide_add (exposure->sum, shift->sum);
  MisWide pairs, more, raw, scale, change;
  gboolean certain;

  *outcome = (MisOutcome) { .area = area, .scored = n >= 2.0 };
  if (!outcome->scored)
    return TRUE;
  pairs = pairs_of (n, scoring->pairs);
  scale = normalization_of (n, shift->k, scoring);
  certain = is_certain (exposure, shift, sum,
                        pairs.high / MAX (pairs_of (exposure->n, scoring->pairs).high, 1.0),
                        scoring->area_mean);
  if (!state->scored)
    {
      outcome->value = mis_wide_multiply (mis_wide_divide (sum, pairs), scale);
      return certain;
    }
  /* pairs' - pairs = dn (2 n + dn - 1), or without the - 1 */
  more = mis_wide_sum_of (2.0 * exposure->n,
                          shift->n - (scoring->pairs == MIS_PAIRS_DISTINCT ? 1.0 : 0.0));
  more = mis_wide_scale (more, shift->n);
  raw = mis_wide_subtract (shift->sum, mis_wide_multiply (state->raw, more));
  raw = mis_wide_divide (raw, pairs);
  change = mis_wide_subtract (scale, normalization_of (exposure->n, state->k, scoring));
  outcome->delta = mis_wide_add (mis_wide_multiply (raw, scale),
                                 mis_wide_multiply (state->raw, change));
  outcome->value = mis_wide_add (state->value, outcome->delta);
  return certain;
}
