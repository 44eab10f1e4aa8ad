/* Differences of area means. */
#include "core/effect-private.h"

/* Scores that change by more than this part need no difference of their own; nor does a sum of
 * inverses of which less than the other is left, one that a score near 0 had to itself. */
#define SMALL_RATIO 0.5
#define REMNANT 0x1p-40

void
mis_mean_base_init (MisMeanBase *base,
                    MisAreaMean mean,
                    const MisAreaState *states,
                    guint n_areas)
{
  g_autofree double *values = g_new (double, n_areas);
  double overall;

  *base = (MisMeanBase) { .mean = mean, .states = states, .n_areas = n_areas };
  for (guint i = 0; i < n_areas; i++)
    {
      MisWide value = states[i].value;

      values[i] = states[i].scored ? mis_wide_get (value) : (double) NAN;
      if (!states[i].scored)
        continue;
      base->n_scored++;
      base->sum = mis_wide_add (base->sum, value);
      if (!mis_wide_is_positive (value))
        {
          base->n_zero++;
          continue;
        }
      base->inverses = mis_wide_add (base->inverses, mis_wide_divide (mis_wide (1.0), value));
      if (mean == MIS_AREA_MEAN_GEOMETRIC)
        base->logs = mis_wide_add (base->logs, mis_wide_log (value));
    }
  overall = mis_area_mean (values, n_areas, mean);
  base->overall = isnan (overall) ? 0.0 : overall;
}

/* How the counts and the sums of the base change. */
typedef struct
{
  int n_scored;
  int n_zero;
  gboolean same_areas; /* with a score above 0 */
  MisWide sum;
  MisWide inverses;
  MisWide ratio; /* product of after / before, minus 1, while @same_areas */
} Steps;

/* One step from a score above 0 to another. */
static void
step_between (Steps *steps, MisWide before, const MisOutcome *outcome)
{
  MisWide part = mis_wide_divide (outcome->delta, before);

  steps->inverses = mis_wide_subtract (steps->inverses, mis_wide_divide (part, outcome->value));
  /* (1 + r)(1 + p) - 1 */
  steps->ratio = mis_wide_add (mis_wide_add (steps->ratio, part),
                               mis_wide_multiply (steps->ratio, part));
}

/* One area that has a score above 0 only before (@sign -1) or only after (1). */
static void
step_across (Steps *steps, MisWide value, double sign)
{
  steps->same_areas = FALSE;
  steps->inverses = mis_wide_add (steps->inverses, mis_wide_divide (mis_wide (sign), value));
}

static void
take_step (Steps *steps, const MisAreaState *before, const MisOutcome *outcome)
{
  gboolean was_positive = before->scored && mis_wide_is_positive (before->value);
  gboolean is_positive = outcome->scored && mis_wide_is_positive (outcome->value);

  steps->n_scored += (outcome->scored ? 1 : 0) - (before->scored ? 1 : 0);
  steps->n_zero += (outcome->scored && !is_positive ? 1 : 0)
                   - (before->scored && !was_positive ? 1 : 0);
  if (before->scored && outcome->scored)
    steps->sum = mis_wide_add (steps->sum, outcome->delta);
  else if (before->scored)
    steps->sum = mis_wide_subtract (steps->sum, before->value);
  else if (outcome->scored)
    steps->sum = mis_wide_add (steps->sum, outcome->value);
  if (was_positive && is_positive)
    step_between (steps, before->value, outcome);
  else if (was_positive)
    step_across (steps, before->value, -1.0);
  else if (is_positive)
    step_across (steps, outcome->value, 1.0);
}

/* S'/m' - S/m = (m (S' - S) - (m' - m) S) / (m m'). */
static double
arithmetic_difference (const MisMeanBase *base, const Steps *steps)
{
  double m = base->n_scored, after = m + steps->n_scored;
  MisWide difference = mis_wide_subtract (mis_wide_scale (steps->sum, m),
                                          mis_wide_scale (base->sum, steps->n_scored));

  return mis_wide_get (mis_wide_divide (difference, mis_wide (m * after)));
}

/* M after less M before, for changes that are large. */
static double
plain_difference (const MisMeanBase *base, const MisOutcome *outcomes, guint n_outcomes)
{
  g_autofree double *values = g_new (double, base->n_areas);

  for (guint i = 0; i < base->n_areas; i++)
    values[i] = base->states[i].scored ? mis_wide_get (base->states[i].value) : (double) NAN;
  for (guint i = 0; i < n_outcomes; i++)
    values[outcomes[i].area] = outcomes[i].scored ? mis_wide_get (outcomes[i].value) : (double) NAN;
  return mis_area_mean (values, base->n_areas, base->mean) - base->overall;
}

/* The change of the sum of the logarithms, of scores above 0 alone. */
static MisWide
sum_logs (const MisMeanBase *base, const MisOutcome *outcomes, guint n_outcomes)
{
  MisWide logs = MIS_WIDE_ZERO;

  for (guint i = 0; i < n_outcomes; i++)
    {
      const MisAreaState *before = &base->states[outcomes[i].area];

      if (outcomes[i].scored)
        logs = mis_wide_add (logs, mis_wide_log (outcomes[i].value));
      if (before->scored)
        logs = mis_wide_subtract (logs, mis_wide_log (before->value));
    }
  return logs;
}

/* M (exp (L'/m' - L/m) - 1), L the sum of the logarithms; while the same areas have a score and the
 * change is small M (prod (after / before)^(1/m) - 1). */
static double
geometric_difference (const MisMeanBase *base,
                      const Steps *steps,
                      const MisOutcome *outcomes,
                      guint n_outcomes)
{
  double m = base->n_scored, after = m + steps->n_scored;
  MisWide logs;

  if (steps->same_areas && fabs (steps->ratio.high) < SMALL_RATIO)
    return base->overall * expm1 (log1p (mis_wide_get (steps->ratio)) / m);
  logs = mis_wide_subtract (mis_wide_scale (sum_logs (base, outcomes, n_outcomes), m),
                            mis_wide_scale (base->logs, steps->n_scored));
  return base->overall * expm1 (mis_wide_get (mis_wide_divide (logs, mis_wide (m * after))));
}

/* m'/H' - m/H = ((m' - m) - m (H' - H) / H) / H', H the sum of the inverses. */
static double
harmonic_difference (const MisMeanBase *base, const Steps *steps, MisWide inverses)
{
  MisWide part = mis_wide_divide (steps->inverses, base->inverses);

  return mis_wide_get (mis_wide_divide (mis_wide_subtract (mis_wide (steps->n_scored),
                                                           mis_wide_scale (part, base->n_scored)),
                                        inverses));
}

/* The lowest or highest score after minus the one before; areas in @outcomes count with theirs. */
static double
extreme_difference (const MisMeanBase *base, const MisOutcome *outcomes, guint n_outcomes)
{
  int sign = base->mean == MIS_AREA_MEAN_MINIMUM ? -1 : 1;
  g_autofree const MisOutcome **changed = g_new0 (const MisOutcome *, base->n_areas);
  const MisWide *before = NULL, *after = NULL;

  for (guint i = 0; i < n_outcomes; i++)
    changed[outcomes[i].area] = &outcomes[i];
  for (guint i = 0; i < base->n_areas; i++)
    {
      const MisAreaState *state = &base->states[i];
      const MisWide *value = changed[i] != NULL ? &changed[i]->value : &state->value;
      gboolean scored = changed[i] != NULL ? changed[i]->scored : state->scored;

      if (state->scored && (before == NULL || sign * mis_wide_compare (state->value, *before) > 0))
        before = &state->value;
      if (scored && (after == NULL || sign * mis_wide_compare (*value, *after) > 0))
        after = value;
    }
  g_assert (before != NULL && after != NULL);
  return mis_wide_get (mis_wide_subtract (*after, *before));
}

double
mis_mean_difference (const MisMeanBase *base,
                     const MisOutcome *outcomes,
                     guint n_outcomes,
                     gboolean *has_score)
{
  Steps steps = { .same_areas = TRUE };
  MisWide inverses;

  for (guint i = 0; i < n_outcomes; i++)
    take_step (&steps, &base->states[outcomes[i].area], &outcomes[i]);
  *has_score = (int) base->n_scored + steps.n_scored > 0;
  if (!*has_score)
    return -base->overall;
  if (base->n_scored == 0)
    return plain_difference (base, outcomes, n_outcomes);
  if (base->mean == MIS_AREA_MEAN_ARITHMETIC)
    return arithmetic_difference (base, &steps);
  if (base->mean == MIS_AREA_MEAN_MINIMUM || base->mean == MIS_AREA_MEAN_MAXIMUM)
    return extreme_difference (base, outcomes, n_outcomes);
  /* One area with 0 makes both other means 0. */
  if ((int) base->n_zero + steps.n_zero > 0)
    return base->n_zero > 0 ? 0.0 : -base->overall;
  inverses = mis_wide_add (base->inverses, steps.inverses);
  if (base->mean == MIS_AREA_MEAN_HARMONIC && base->n_zero == 0
      && inverses.high > REMNANT * base->inverses.high)
    return harmonic_difference (base, &steps, inverses);
  if (base->mean == MIS_AREA_MEAN_GEOMETRIC && base->n_zero == 0)
    return geometric_difference (base, &steps, outcomes, n_outcomes);
  return plain_difference (base, outcomes, n_outcomes);
}
