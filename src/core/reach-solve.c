/* Solving for the number that reaches a target, where M is affine, quadratic or rational in it. */
#include "core/reach-private.h"

/* How far beyond the end of its range a solution may lie by rounding. */
#define ROUNDING 1e-12

/* The equation a x^2 + b x + c = 0 for x agents, and how many may come and go until an area has
 * fewer than two. */
typedef struct
{
  MisWide a;
  MisWide b;
  MisWide c;
  double lowest;
  double highest;
} Equation;

/* All changed areas as one fraction: their linear and quadratic parts over common pairs. */
static void
set_common_pairs (Equation *equation,
                  const MisAim *aim,
                  MisWide linear,
                  MisWide quadratic,
                  MisWide values,
                  double n,
                  double step)
{
  const MisScoring *scoring = mis_world_get_scoring (aim->effects->world);
  double own = scoring->pairs == MIS_PAIRS_DISTINCT ? 1.0 : 0.0;
  MisWide pairs = mis_wide_product_of (n, n - own);
  MisWide target = mis_wide_subtract (values, equation->c);

  /* (n + sx)(n + sx - 1) = pairs + (2n - 1) sx + x^2 for s = 1 or -1 */
  equation->a = mis_wide_divide (mis_wide_subtract (quadratic, target), pairs);
  linear = mis_wide_subtract (linear, mis_wide_multiply (mis_wide_scale (target, step),
                                                         mis_wide_sum_of (2.0 * n, -own)));
  equation->b = mis_wide_divide (linear, pairs);
  if (step < 0.0)
    equation->highest = n - 2.0;
  else
    equation->lowest = 2.0 - n;
}

/* Whether a further area can share the equation: the same agents come, among as many or to none. */
static gboolean
fits (const MisAreaState *state, double n, double step, double first_n, double first_step)
{
  gboolean same_step = step <= first_step && step >= first_step;

  return state->scored && same_step && (fabs (step) <= 0.0 || (n <= first_n && n >= first_n));
}

/* %FALSE if the areas that change have no common number of agents. */
static gboolean
set_equation (Equation *equation, MisAim *aim)
{
  const MisEffects *effects = aim->effects;
  g_autofree MisAreaParcels *parcels = g_new (MisAreaParcels, effects->n_areas);
  MisWide linear = MIS_WIDE_ZERO, quadratic = MIS_WIDE_ZERO, values = MIS_WIDE_ZERO;
  double own = effects->world->scoring.pairs == MIS_PAIRS_DISTINCT ? 1.0 : 0.0;
  double n = 0.0, step = 0.0;
  guint n_changed;

  aim->lever.agents = 1;
  n_changed = mis_stage_read (aim->stage, &aim->lever, parcels);
  *equation = (Equation) { .lowest = -INFINITY, .highest = INFINITY };
  equation->c = mis_wide_scale (mis_wide (-aim->needed), effects->base.n_scored);
  for (guint i = 0; i < n_changed; i++)
    {
      const MisExposure *exposure = effects->exposures[parcels[i].area];
      const MisAreaState *state = &effects->states[parcels[i].area];
      MisWide pairs = mis_wide_product_of (exposure->n, exposure->n - own), part, square;
      double added = 0.0;

      for (guint j = 0; j < parcels[i].n; j++)
        added += parcels[i].parcels[j].agents;
      if (!fits (state, exposure->n, added, i > 0 ? n : exposure->n, i > 0 ? step : added))
        return FALSE;
      n = exposure->n;
      step = added;
      mis_parcels_sums (exposure, parcels[i].parcels, parcels[i].n, &aim->stage->meetings, &part,
                        &square);
      linear = mis_wide_add (linear, part);
      quadratic = mis_wide_add (quadratic, square);
      values = mis_wide_add (values, state->value);
      equation->a = mis_wide_add (equation->a, mis_wide_divide (square, pairs));
      equation->b = mis_wide_add (equation->b, mis_wide_divide (part, pairs));
    }
  if (fabs (step) > 0.0)
    set_common_pairs (equation, aim, linear, quadratic, values, n, step);
  return TRUE;
}

gboolean
mis_aim_is_closed (MisAim *aim)
{
  const MisScoring *scoring = mis_world_get_scoring (aim->effects->world);
  Equation equation;

  if (scoring->area_mean != MIS_AREA_MEAN_ARITHMETIC
      || scoring->normalization != MIS_NORMALIZATION_NONE || aim->effects->base.n_scored == 0)
    return FALSE;
  switch (aim->lever.kind)
    {
    case MIS_LEVER_CONFLICT:
      return scoring->weights == MIS_WEIGHTS_AS_GIVEN
             || (aim->lever.goal != MIS_NO_GOAL && aim->lever.other != MIS_NO_GOAL);
    case MIS_LEVER_WEIGHT:
    case MIS_LEVER_GOAL_WEIGHT:
      return scoring->weights == MIS_WEIGHTS_AS_GIVEN
             && mis_exposure_is_affine (scoring->weight_mean);
    case MIS_LEVER_MOVE:
    case MIS_LEVER_COUNT:
      return set_equation (&equation, aim);
    case MIS_LEVER_REMOVE_AREA:
    default:
      return FALSE;
    }
}

/* M is affine in the value, or in x(w): through both ends, or the present and the further end. */
static gboolean
solve_value (MisAim *aim, double *x)
{
  MisWeightMean mean = aim->lever.kind == MIS_LEVER_CONFLICT
                           ? MIS_WEIGHT_MEAN_ARITHMETIC
                           : mis_world_get_scoring (aim->effects->world)->weight_mean;
  gboolean starts_here = aim->lever.kind != MIS_LEVER_GOAL_WEIGHT;
  double from = starts_here ? aim->present : 0.0;
  double to = from < 0.5 ? 1.0 : 0.0;
  double begin = mis_wide_get (mis_exposure_scale (mis_wide (from), mean));
  double offset = starts_here ? 0.0 : mis_aim_try (aim, from);
  double rise = mis_aim_try (aim, to) - offset;
  double solution;

  if (fabs (rise) <= 0.0)
    return FALSE;
  solution = begin + (to - begin) * ((aim->needed - offset) / rise);
  if (!(solution >= -ROUNDING && solution <= 1.0 + ROUNDING))
    return FALSE;
  *x = CLAMP (mis_exposure_unscale (CLAMP (solution, 0.0, 1.0), mean), 0.0, 1.0);
  return TRUE;
}

/* The real roots, if any; equal ones twice, the one of an affine equation twice. */
static gboolean
find_roots (const Equation *equation, double *roots)
{
  MisWide square = mis_wide_multiply (equation->b, equation->b);
  MisWide product = mis_wide_scale (mis_wide_multiply (equation->a, equation->c), 4.0);
  MisWide q = mis_wide_subtract (square, product);

  if (q.high < 0.0)
    return FALSE;
  q = mis_wide_sqrt (q);
  q = mis_wide_add (equation->b, equation->b.high < 0.0 ? mis_wide_negate (q) : q);
  q = mis_wide_scale (q, -0.5);
  if (fabs (q.high) <= 0.0)
    return FALSE;
  roots[0] = roots[1] = mis_wide_get (mis_wide_divide (equation->c, q));
  if (fabs (equation->a.high) > 0.0)
    roots[1] = mis_wide_get (mis_wide_divide (q, equation->a));
  return TRUE;
}

/* The first whole number of agents behind @root, which is rounded, that reaches the target. */
static gboolean
try_root (MisAim *aim, const Equation *equation, double root, double *agents)
{
  double sign = root < 0.0 ? -1.0 : 1.0;
  double first = MAX (floor (fabs (root)) - 1.0, 1.0);

  for (double x = first; x <= first + 3.0; x += 1.0)
    {
      double at = aim->present + sign * x;

      if (sign * x < equation->lowest || sign * x > equation->highest || at < aim->low
          || at > aim->high)
        return FALSE;
      if (mis_aim_reaches (aim, at))
        {
          *agents = sign * x;
          return TRUE;
        }
    }
  return FALSE;
}

/* Where an area is left with one agent, or with none, M is no longer the same function. */
static gboolean
try_beyond (MisAim *aim, double agents, double sign, double *found)
{
  for (guint i = 1; i <= 2; i++)
    {
      double at = aim->present + agents + sign * i;

      if (at < aim->low || at > aim->high)
        return FALSE;
      if (mis_aim_reaches (aim, at))
        {
          *found = at - aim->present;
          return TRUE;
        }
    }
  return FALSE;
}

static void
take_nearer (double *best, gboolean has_next, double next)
{
  if (has_next && !(fabs (*best) <= fabs (next)))
    *best = next;
}

static gboolean
solve_agents (MisAim *aim, double *x)
{
  double roots[2], agents = 0.0, best = INFINITY;
  Equation equation;
  gboolean found;

  if (!set_equation (&equation, aim))
    return FALSE;
  if (find_roots (&equation, roots))
    for (guint i = 0; i < 2; i++)
      {
        found = fabs (roots[i]) < 0x1p53 && try_root (aim, &equation, roots[i], &agents);
        take_nearer (&best, found, agents);
      }
  if (!isinf (equation.lowest))
    {
      found = try_beyond (aim, equation.lowest, -1.0, &agents);
      take_nearer (&best, found, agents);
    }
  if (!isinf (equation.highest))
    {
      found = try_beyond (aim, equation.highest, 1.0, &agents);
      take_nearer (&best, found, agents);
    }
  *x = aim->present + best;
  return !isinf (best);
}

gboolean
mis_aim_solve (MisAim *aim, double *x)
{
  return mis_aim_is_whole (aim) ? solve_agents (aim, x) : solve_value (aim, x);
}
