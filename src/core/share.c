#include "core/share.h"

#include <math.h>

#include "core/edit.h"
#include "core/slice.h"

/* Remainders that differ by less are equal: 4/3 and 1/3 leave the same, but for rounding. */
#define REMAINDER_STEPS 0x1p26L

/* Two agents that count may be a little fewer by rounding: 2/49 times 49 is less than 2. */
#define ROUNDING 1e-6

typedef struct
{
  long double remainder;
  guint index;
} Remainder;

/* Larger remainders first; ties to the earlier one. */
static int
compare_remainders (gconstpointer a, gconstpointer b)
{
  const Remainder *left = a;
  const Remainder *right = b;

  if (left->remainder != right->remainder)
    return left->remainder > right->remainder ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

void
mis_apportion (const double *parts, guint n, guint64 total, guint64 *counts)
{
  g_autofree Remainder *remainders = g_new (Remainder, n);
  long double sum = 0.0L;
  guint64 left = total;

  for (guint i = 0; i < n; i++)
    sum += (long double) parts[i];
  g_return_if_fail (sum > 0.0L);

  for (guint i = 0; i < n; i++)
    {
      long double exact = (long double) total * (long double) parts[i] / sum;
      long double whole = floorl (exact);
      long double remainder = rintl ((exact - whole) * REMAINDER_STEPS);

      counts[i] = MIN ((guint64) whole, left);
      left -= counts[i];
      /* A part of 0 gets nobody, whatever is left over. */
      remainders[i] = (Remainder) { parts[i] > 0.0 ? remainder : -1.0L, i };
    }
  qsort (remainders, n, sizeof (Remainder), compare_remainders);
  for (guint i = 0; left > 0; i = (i + 1) % n)
    if (parts[remainders[i].index] > 0.0)
      {
        counts[remainders[i].index]++;
        left--;
      }
}

/* Who moves when the share of one group does. */
typedef struct
{
  guint n;
  double *moving; /* proportions of the others that are not locked; 0 for all else */
  guint64 locked; /* agents in locked groups, the group at hand not among them */
  gboolean can_move;
} Others;

static void
others_init (Others *others, const MisWorld *world, int agent, const gboolean *locked)
{
  double sum = 0.0;

  others->n = mis_world_get_n_agents (world);
  others->moving = g_new0 (double, others->n);
  others->locked = 0;
  others->can_move = FALSE;
  for (guint i = 0; i < others->n; i++)
    {
      guint64 count = mis_world_get_agent (world, i)->count;

      if ((int) i == agent)
        continue;
      if (locked != NULL && locked[i])
        {
          others->locked += count;
          continue;
        }
      others->can_move = TRUE;
      others->moving[i] = (double) count;
      sum += (double) count;
    }
  /* All others are empty: they share evenly. */
  for (guint i = 0; sum == 0.0 && i < others->n; i++)
    others->moving[i] = (int) i != agent && !(locked != NULL && locked[i]) ? 1.0 : 0.0;
}

static MisWorld *
with_others (MisWorld *world,
             const Others *others,
             int agent,
             guint64 own,
             guint64 moving,
             const gboolean *locked,
             GError **error)
{
  g_autofree guint64 *counts = g_new0 (guint64, others->n);

  if (others->can_move)
    mis_apportion (others->moving, others->n, moving, counts);
  for (guint i = 0; i < others->n; i++)
    if ((int) i == agent)
      counts[i] = own;
    else if (locked != NULL && locked[i])
      counts[i] = mis_world_get_agent (world, i)->count;
  return mis_world_with_counts (world, counts, error);
}

MisWorld *
mis_world_with_share (MisWorld *world,
                      guint agent,
                      double share,
                      const gboolean *locked,
                      GError **error)
{
  guint64 n = mis_world_get_population (world);
  Others others;
  MisWorld *changed;
  guint64 own;

  g_return_val_if_fail (agent < mis_world_get_n_agents (world), NULL);
  g_return_val_if_fail (share >= 0.0 && share <= 1.0, NULL);

  others_init (&others, world, (int) agent, locked);
  own = MIN ((guint64) round (share * (double) n), n - others.locked);
  if (others.can_move)
    changed =
      with_others (world, &others, (int) agent, own, n - others.locked - own, locked, error);
  else
    changed = mis_world_ref (world);
  g_free (others.moving);
  return changed;
}

MisWorld *
mis_world_with_population (MisWorld *world,
                           guint64 population,
                           const gboolean *locked,
                           GError **error)
{
  Others others;
  MisWorld *changed;

  others_init (&others, world, -1, locked);
  if (others.can_move)
    changed = with_others (world, &others, -1, 0,
                           population > others.locked ? population - others.locked : 0, locked,
                           error);
  else
    changed = mis_world_ref (world);
  g_free (others.moving);
  return changed;
}

/* What each locked group has of @population; the number of agents that are left for the others. */
static guint64
share_out_to_locked (const MisWorld *world,
                     guint64 population,
                     const gboolean *locked,
                     guint64 *counts)
{
  long double scale = (long double) population / (long double) mis_world_get_population (world);
  guint64 left = population;

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    if (locked[i])
      {
        guint64 count = mis_world_get_agent (world, i)->count;

        counts[i] = MIN ((guint64) roundl (scale * (long double) count), left);
        left -= counts[i];
      }
  return left;
}

MisWorld *
mis_world_with_population_in_shares (MisWorld *world,
                                     guint64 population,
                                     const gboolean *locked,
                                     GError **error)
{
  guint n = mis_world_get_n_agents (world);
  g_autofree guint64 *counts = g_new0 (guint64, n);
  g_autofree guint64 *rest = g_new0 (guint64, n);
  g_autofree double *parts = g_new0 (double, n);
  double sum = 0.0;

  if (locked == NULL || mis_world_get_population (world) == 0)
    return mis_world_with_population (world, population, locked, error);
  for (guint i = 0; i < n; i++)
    if (!locked[i])
      sum += parts[i] = (double) mis_world_get_agent (world, i)->count;
  if (sum == 0.0)
    return mis_world_with_population (world, population, NULL, error);
  mis_apportion (parts, n, share_out_to_locked (world, population, locked, counts), rest);
  for (guint i = 0; i < n; i++)
    counts[i] += rest[i];
  return mis_world_with_counts (world, counts, error);
}

/* The three parts that a population falls into while the share of one group moves. */
enum
{
  OWN,
  MOVING,
  LOCKED,
  N_PARTS,
};

/* One area: agents that count, by part, and the sums over pairs between the parts. */
typedef struct
{
  double n[N_PARTS];
  double sums[N_PARTS][N_PARTS]; /* both orders, in the upper triangle */
  guint k[1 << N_PARTS];         /* goals that count, by which parts have members */
} AreaCurve;

struct _MisShareCurve
{
  MisScoring scoring;
  double population;
  double lowest;
  double highest;
  double totals[N_PARTS]; /* agents of each part in the world, or proportions */
  guint64 step;
  guint n_areas;
  AreaCurve *areas;
};

/* How many goals count for the maximum if just the parts in @mask have members. */
static guint
count_goals (const MisSlice *slices, const MisArea *area, guint mask)
{
  guint k = 0, n_goals = slices[0].n_goals;
  gboolean null_held = FALSE, null_clashes = FALSE;

  for (guint goal = 0; goal <= n_goals; goal++)
    {
      gboolean held = FALSE;

      for (guint part = 0; part < N_PARTS; part++)
        held = held || ((mask & (1u << part)) != 0 && slices[part].n[goal] > 0.0);
      if (goal == n_goals)
        null_held = held;
      else if (held)
        {
          k++;
          null_clashes = null_clashes || mis_area_has_null_conflict (area, goal);
        }
    }
  return k + (null_held && null_clashes ? 1 : 0);
}

static void
area_curve_init (AreaCurve *self, const MisReading *reading, guint area, double *counts[N_PARTS])
{
  const MisArea *value = mis_world_get_area (reading->world, area);
  MisWeightMean mean = mis_world_get_scoring (reading->world)->weight_mean;
  MisSlice slices[N_PARTS];

  for (guint part = 0; part < N_PARTS; part++)
    {
      mis_slice_init_rows (&slices[part], reading, area, counts[part]);
      self->n[part] = mis_slice_count (&slices[part]);
    }
  for (guint a = 0; a < N_PARTS; a++)
    for (guint b = a; b < N_PARTS; b++)
      self->sums[a][b] = mis_slice_pair_sum (&slices[a], &slices[b], value, mean);
  for (guint mask = 0; mask < G_N_ELEMENTS (self->k); mask++)
    self->k[mask] = count_goals (slices, value, mask);
  for (guint part = 0; part < N_PARTS; part++)
    mis_slice_clear (&slices[part]);
}

/* The fewest agents that can be handed out in whole proportions: their sum over their divisor. */
static guint64
find_step (const Others *others)
{
  guint64 sum = 0, divisor = 0;

  if (!others->can_move)
    return 0;
  for (guint i = 0; i < others->n; i++)
    {
      guint64 rest = (guint64) others->moving[i];

      sum += rest;
      while (rest > 0)
        {
          guint64 next = divisor % rest;

          divisor = rest;
          rest = next;
        }
    }
  return sum / divisor;
}

MisShareCurve *
mis_share_curve_new (MisWorld *world, guint agent, const gboolean *locked)
{
  MisShareCurve *self = g_new0 (MisShareCurve, 1);
  guint n_agents = mis_world_get_n_agents (world);
  guint64 population = mis_world_get_population (world);
  g_autofree double *own = g_new0 (double, n_agents);
  g_autofree double *fixed = g_new0 (double, n_agents);
  MisReading reading;
  Others others;

  others_init (&others, world, (int) agent, locked);
  own[agent] = 1.0;
  for (guint i = 0; i < n_agents; i++)
    {
      if (i != agent && locked != NULL && locked[i])
        fixed[i] = (double) mis_world_get_agent (world, i)->count;
      self->totals[MOVING] += others.moving[i];
    }
  self->totals[OWN] = 1.0;
  self->totals[LOCKED] = (double) others.locked;
  self->scoring = *mis_world_get_scoring (world);
  self->population = (double) population;
  /* One division, so that it is the share that the same counts give elsewhere. */
  self->highest =
    population > 0 ? (double) (population - others.locked) / (double) population : 0.0;
  self->lowest = others.can_move ? 0.0 : self->highest;
  self->step = find_step (&others);
  self->n_areas = mis_world_get_n_areas (world);
  self->areas = g_new0 (AreaCurve, self->n_areas);

  mis_reading_init (&reading, world);
  for (guint i = 0; i < self->n_areas; i++)
    area_curve_init (&self->areas[i], &reading, i, (double *[]) { own, others.moving, fixed });
  mis_reading_clear (&reading);
  g_free (others.moving);
  return self;
}

void
mis_share_curve_free (MisShareCurve *curve)
{
  g_free (curve->areas);
  g_free (curve);
}

double
mis_share_curve_get_lowest (const MisShareCurve *curve)
{
  return curve->lowest;
}

double
mis_share_curve_get_highest (const MisShareCurve *curve)
{
  return curve->highest;
}

guint64
mis_share_curve_get_step (const MisShareCurve *curve)
{
  return curve->step;
}

/* What the sums of each part are multiplied with at @share. */
static void
get_factors (const MisShareCurve *curve, double share, double *factors)
{
  double moving;

  share = CLAMP (share, curve->lowest, curve->highest);
  moving = MAX (curve->highest - share, 0.0) * curve->population;
  factors[OWN] = share * curve->population;
  factors[MOVING] = curve->totals[MOVING] > 0.0 ? moving / curve->totals[MOVING] : 0.0;
  factors[LOCKED] = 1.0;
}

static double
area_at (const MisShareCurve *curve, guint area, const double *factors)
{
  const AreaCurve *self = &curve->areas[area];
  double n = 0.0, sum = 0.0;
  guint mask = 0;

  for (guint a = 0; a < N_PARTS; a++)
    {
      n += factors[a] * self->n[a];
      if (factors[a] > 0.0)
        mask |= 1u << a;
      for (guint b = a; b < N_PARTS; b++)
        sum += factors[a] * factors[b] * self->sums[a][b];
    }
  if (n < 2.0 - ROUNDING)
    return NAN;
  return mis_normalize (sum / mis_pairs_count (n, curve->scoring.pairs), n, self->k[mask],
                        &curve->scoring);
}

/* How many agents count in an area at @share. */
static double
count_at (const MisShareCurve *curve, guint area, double share)
{
  double factors[N_PARTS], n = 0.0;

  get_factors (curve, share, factors);
  for (guint part = 0; part < N_PARTS; part++)
    n += factors[part] * curve->areas[area].n[part];
  return n;
}

/* Between @share and @end: where the agents that count in an area, a linear function of the share,
 * are as many as they must be for it to have a score still, or may be for it to have none yet. */
static double
find_turn (const MisShareCurve *curve, guint area, double share, double end, gboolean has_score)
{
  double n = count_at (curve, area, share), n_end = count_at (curve, area, end);
  double bound = has_score ? 2.0 : 2.0 - 2.0 * ROUNDING;

  return share + CLAMP ((bound - n) / (n_end - n), 0.0, 1.0) * (end - share);
}

/* Moves @end towards @share to where the area gains or loses its score; whether it does. */
static gboolean
shorten (const MisShareCurve *curve, guint area, double share, double *end)
{
  const double bound = 2.0 - ROUNDING;
  gboolean has_score = count_at (curve, area, share) >= bound;

  if ((count_at (curve, area, *end) >= bound) == has_score)
    return FALSE;
  *end = find_turn (curve, area, share, *end, has_score);
  return TRUE;
}

void
mis_share_curve_get_span (const MisShareCurve *curve,
                          double share,
                          double *low,
                          double *high,
                          int *low_area,
                          int *high_area)
{
  int at_low = -1, at_high = -1;

  *low = curve->lowest;
  *high = curve->highest;
  for (guint i = 0; i < curve->n_areas; i++)
    {
      if (shorten (curve, i, share, low))
        at_low = (int) i;
      if (shorten (curve, i, share, high))
        at_high = (int) i;
    }
  if (low_area != NULL)
    *low_area = at_low;
  if (high_area != NULL)
    *high_area = at_high;
}

double
mis_share_curve_get_overall (const MisShareCurve *curve, double share)
{
  g_autofree double *values = g_new (double, curve->n_areas);
  double factors[N_PARTS], overall;

  get_factors (curve, share, factors);
  for (guint i = 0; i < curve->n_areas; i++)
    values[i] = area_at (curve, i, factors);
  overall = mis_area_mean (values, curve->n_areas, curve->scoring.area_mean);
  return isnan (overall) ? 0.0 : overall;
}

double
mis_share_curve_get_area (const MisShareCurve *curve, guint area, double share)
{
  double factors[N_PARTS];

  g_return_val_if_fail (area < curve->n_areas, NAN);

  get_factors (curve, share, factors);
  return area_at (curve, area, factors);
}
