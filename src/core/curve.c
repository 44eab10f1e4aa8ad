#include "core/curve.h"

#include "core/effect-private.h"

#define N_POINTS 200
#define N_GOLDEN 50

const MisChoice mis_peak_methods[] = {
  { "closed", NULL },
  { "searched", NULL },
  { NULL, NULL },
};

struct _MisCurve
{
  MisScoring scoring;
  guint n_areas;
  double present;
  MisShareCurve *share; /* or else a lever: */
  gboolean *steady;     /* of a share, for each area: whether its agents stay as many */
  MisEffects *effects;
  MisLever lever;
};

static gboolean
counts_somewhere (const MisScoring *scoring, const MisWorld *world, guint row, guint area)
{
  return scoring->unknown == MIS_UNKNOWN_NO_GOAL
         || mis_world_get_position (world, row, area).goal != MIS_UNKNOWN;
}

MisCurve *
mis_curve_new_share (MisWorld *world, guint agent, const gboolean *locked)
{
  MisCurve *self = g_new0 (MisCurve, 1);
  double population = (double) mis_world_get_population (world);

  self->scoring = *mis_world_get_scoring (world);
  self->n_areas = mis_world_get_n_areas (world);
  self->share = mis_share_curve_new (world, agent, locked);
  self->present = population > 0.0
                      ? (double) mis_world_get_agent (world, agent)->count / population
                      : 0.0;
  self->steady = g_new (gboolean, self->n_areas);
  for (guint i = 0; i < self->n_areas; i++)
    {
      self->steady[i] = TRUE;
      for (guint row = 0; row < mis_world_get_n_agents (world); row++)
        if (row == agent || locked == NULL || !locked[row])
          self->steady[i] = self->steady[i] && counts_somewhere (&self->scoring, world, row, i);
    }
  return self;
}

static double
present_value (const MisWorld *world, const MisLever *lever)
{
  if (lever->kind == MIS_LEVER_CONFLICT)
    return mis_area_get_conflict (mis_world_get_area (world, lever->area), lever->goal,
                                  lever->other).value;
  if (lever->kind == MIS_LEVER_WEIGHT)
    return mis_world_get_position (world, lever->agent, lever->area).weight;
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      MisPosition position = mis_world_get_position (world, i, lever->area);

      if (position.goal == lever->goal)
        return position.weight;
    }
  return 0.0;
}

MisCurve *
mis_curve_new_lever (MisEffects *effects, const MisLever *lever, GError **error)
{
  MisLever trial = *lever;
  MisCurve *self;

  g_return_val_if_fail (lever->kind == MIS_LEVER_CONFLICT || lever->kind == MIS_LEVER_WEIGHT
                            || lever->kind == MIS_LEVER_GOAL_WEIGHT,
                        NULL);

  trial.value = 0.0;
  if (!mis_lever_check (&trial, effects->world, error))
    return NULL;
  self = g_new0 (MisCurve, 1);
  self->scoring = *mis_world_get_scoring (effects->world);
  self->n_areas = effects->n_areas;
  self->effects = mis_effects_ref (effects);
  self->lever = trial;
  self->present = present_value (effects->world, lever);
  return self;
}

void
mis_curve_free (MisCurve *curve)
{
  g_clear_pointer (&curve->share, mis_share_curve_free);
  g_clear_pointer (&curve->effects, mis_effects_unref);
  g_free (curve->steady);
  g_free (curve);
}

double
mis_curve_get_lowest (const MisCurve *curve)
{
  return curve->share != NULL ? mis_share_curve_get_lowest (curve->share) : 0.0;
}

double
mis_curve_get_highest (const MisCurve *curve)
{
  return curve->share != NULL ? mis_share_curve_get_highest (curve->share) : 1.0;
}

double
mis_curve_get_present (const MisCurve *curve)
{
  return curve->present;
}

void
mis_curve_get_span (
    const MisCurve *curve, double *low, double *high, int *low_area, int *high_area)
{
  if (curve->share != NULL)
    {
      mis_share_curve_get_span (curve->share, curve->present, low, high, low_area, high_area);
      return;
    }
  *low = mis_curve_get_lowest (curve);
  *high = mis_curve_get_highest (curve);
  if (low_area != NULL)
    *low_area = -1;
  if (high_area != NULL)
    *high_area = -1;
}

guint64
mis_curve_get_step (const MisCurve *curve)
{
  return curve->share != NULL ? mis_share_curve_get_step (curve->share) : 0;
}

static MisEffect *
effect_at (const MisCurve *curve, double x)
{
  MisLever lever = curve->lever;

  lever.value = CLAMP (x, 0.0, 1.0);
  return mis_effect_new (curve->effects, &lever, NULL);
}

double
mis_curve_get_overall (const MisCurve *curve, double x)
{
  g_autoptr (MisEffect) effect = NULL;

  if (curve->share != NULL)
    return mis_share_curve_get_overall (curve->share, x);
  effect = effect_at (curve, x);
  return MAX (mis_effects_get_overall (curve->effects) + effect->overall, 0.0);
}

double
mis_curve_get_area (const MisCurve *curve, guint area, double x)
{
  g_autoptr (MisEffect) effect = NULL;

  g_return_val_if_fail (area < curve->n_areas, NAN);

  if (curve->share != NULL)
    return mis_share_curve_get_area (curve->share, area, x);
  effect = effect_at (curve, x);
  if (isnan (effect->areas[area]))
    return NAN;
  return MAX (mis_effects_get_area (curve->effects, area) + effect->areas[area], 0.0);
}

/* Peaks */

static double
value_at (const MisCurve *curve, int area, double x)
{
  return area < 0 ? mis_curve_get_overall (curve, x) : mis_curve_get_area (curve, (guint) area, x);
}

static void
take_higher (MisPeak *peak, const MisCurve *curve, int area, double x)
{
  double value = value_at (curve, area, x);

  if (!(value <= peak->value) && !isnan (value))
    {
      peak->x = x;
      peak->value = value;
    }
}

/* Whether the curve never falls. */
static gboolean
is_rising (const MisCurve *curve)
{
  gboolean with_none = curve->lever.kind == MIS_LEVER_CONFLICT
                       && (curve->lever.goal == MIS_NO_GOAL || curve->lever.other == MIS_NO_GOAL);

  if (curve->share != NULL)
    return FALSE;
  if (curve->lever.kind == MIS_LEVER_CONFLICT && !with_none)
    return TRUE;
  return curve->scoring.weights == MIS_WEIGHTS_AS_GIVEN
         && (!with_none || curve->scoring.normalization == MIS_NORMALIZATION_NONE);
}

static gboolean
is_quadratic (const MisCurve *curve, int area)
{
  if (curve->share == NULL || curve->scoring.normalization != MIS_NORMALIZATION_NONE)
    return FALSE;
  if (area >= 0)
    return curve->steady[area];
  for (guint i = 0; i < curve->n_areas; i++)
    if (!curve->steady[i])
      return FALSE;
  return curve->scoring.area_mean == MIS_AREA_MEAN_ARITHMETIC;
}

/* The highest of the ends and the vertex of the parabola through them and the middle. */
static void
find_vertex (MisPeak *peak, const MisCurve *curve, int area, double low, double high)
{
  double middle = low + (high - low) / 2.0;
  double left = value_at (curve, area, low);
  double right = value_at (curve, area, high);
  double rise = value_at (curve, area, middle);
  /* In t = -1..1 around the middle: rise + slope t + bend t^2. */
  double slope = (right - left) / 2.0;
  double bend = (left + right) / 2.0 - rise;

  take_higher (peak, curve, area, low);
  if (bend < 0.0 && fabs (slope) < -2.0 * bend)
    take_higher (peak, curve, area,
                 CLAMP (middle - slope / (2.0 * bend) * ((high - low) / 2.0), low, high));
  take_higher (peak, curve, area, high);
}

/* Golden section between @from and @to. */
static void
climb (MisPeak *peak, const MisCurve *curve, int area, double from, double to)
{
  const double ratio = (sqrt (5.0) - 1.0) / 2.0;
  double a = to - ratio * (to - from), b = from + ratio * (to - from);
  double at_a = value_at (curve, area, a), at_b = value_at (curve, area, b);

  for (guint i = 0; i < N_GOLDEN; i++)
    if (at_a > at_b)
      {
        to = b;
        b = a;
        at_b = at_a;
        a = to - ratio * (to - from);
        at_a = value_at (curve, area, a);
      }
    else
      {
        from = a;
        a = b;
        at_a = at_b;
        b = from + ratio * (to - from);
        at_b = value_at (curve, area, b);
      }
  take_higher (peak, curve, area, from + (to - from) / 2.0);
}

static void
search (MisPeak *peak, const MisCurve *curve, int area, double low, double high)
{
  double step = (high - low) / (N_POINTS - 1);
  double best;

  for (guint i = 0; i < N_POINTS; i++)
    take_higher (peak, curve, area, i + 1 < N_POINTS ? low + step * i : high);
  best = peak->x;
  if (!isnan (best))
    climb (peak, curve, area, MAX (best - step, low), MIN (best + step, high));
}

MisPeak
mis_curve_find_peak_within (const MisCurve *curve, int area, double low, double high)
{
  MisPeak peak = { .method = MIS_PEAK_CLOSED, .x = NAN, .value = NAN };

  g_return_val_if_fail (area < (int) curve->n_areas, peak);

  if (is_rising (curve))
    take_higher (&peak, curve, area, high);
  else if (is_quadratic (curve, area))
    find_vertex (&peak, curve, area, low, high);
  else
    {
      peak.method = MIS_PEAK_SEARCHED;
      search (&peak, curve, area, low, high);
    }
  return peak;
}

MisPeak
mis_curve_find_peak (const MisCurve *curve, int area)
{
  return mis_curve_find_peak_within (curve, area, mis_curve_get_lowest (curve),
                                     mis_curve_get_highest (curve));
}
