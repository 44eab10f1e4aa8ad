/* Searching for the number that reaches a target. */
#include "core/reach-private.h"

/* Points on each side of the present number: evenly spaced, and denser towards it. */
#define N_EVEN 33
#define N_NEAR 65
#define N_CLIMB 40
#define PRECISION 1e-15

/* Between @out, which does not reach the target, and @in, which does: the first that does. */
static double
bisect (MisAim *aim, double out, double in)
{
  gboolean whole = mis_aim_is_whole (aim);

  while (fabs (in - out) > (whole ? 1.0 : PRECISION))
    {
      double middle = out + (in - out) / 2.0;

      if (whole)
        middle = floor (middle);
      if (mis_aim_reaches (aim, middle))
        in = middle;
      else
        out = middle;
    }
  return in;
}

/* Whether M rises with the lever's number, or at least never falls. */
static gboolean
is_monotone (const MisAim *aim)
{
  const MisScoring *scoring = mis_world_get_scoring (aim->effects->world);
  const MisLever *lever = &aim->lever;

  if (scoring->weights != MIS_WEIGHTS_AS_GIVEN || mis_aim_is_whole (aim))
    return FALSE;
  return lever->kind != MIS_LEVER_CONFLICT || scoring->normalization == MIS_NORMALIZATION_NONE
         || (lever->goal != MIS_NO_GOAL && lever->other != MIS_NO_GOAL);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const double *left = a;
  const double *right = b;

  return (*left > *right) - (*left < *right);
}

/* Distances from the present number to points on the way to an end @length away, ascending. */
static guint
make_distances (double length, gboolean whole, double *distances)
{
  guint n = 0;

  for (guint i = 1; i <= N_EVEN; i++)
    distances[n++] = length * i / N_EVEN;
  /* Whole agents from 1 to 2^40, which is above any count; values down to 2^-32 of the way. */
  for (guint i = 0; i < N_NEAR; i++)
    distances[n++] = whole ? exp2 (0.625 * i) : length * exp2 (-0.5 * i);
  for (guint i = 0; i < n && whole; i++)
    distances[i] = MIN (floor (distances[i]), length);
  qsort (distances, n, sizeof (double), compare_numbers);
  return n;
}

/* How far towards the target M has come at @x. */
static double
progress (MisAim *aim, double x)
{
  double effect = mis_aim_try (aim, mis_aim_is_whole (aim) ? floor (x) : x);

  if (isnan (effect))
    return (double) -INFINITY;
  return aim->needed < 0.0 ? -effect : effect;
}

/* The number between @from and @to at which M comes nearest to the target, by golden section. */
static double
climb (MisAim *aim, double from, double to)
{
  const double ratio = (sqrt (5.0) - 1.0) / 2.0;
  double a = to - ratio * (to - from), b = from + ratio * (to - from);
  double at_a = progress (aim, a), at_b = progress (aim, b);

  for (guint i = 0; i < N_CLIMB; i++)
    if (at_a > at_b)
      {
        to = b;
        b = a;
        at_b = at_a;
        a = to - ratio * (to - from);
        at_a = progress (aim, a);
      }
    else
      {
        from = a;
        a = b;
        at_a = at_b;
        b = from + ratio * (to - from);
        at_b = progress (aim, b);
      }
  return mis_aim_is_whole (aim) ? floor (from + (to - from) / 2.0) : from + (to - from) / 2.0;
}

/* The first number on the way to @end that reaches the target: at a point, or between those next to
 * the one that comes nearest to it. */
static gboolean
search_side (MisAim *aim, double end, double *x)
{
  double distances[N_EVEN + N_NEAR];
  double sign = end < aim->present ? -1.0 : 1.0, out = aim->present;
  double before = out, after = out, best = -INFINITY, top;
  guint n = make_distances (fabs (end - aim->present), mis_aim_is_whole (aim), distances);
  gboolean was_best = FALSE;

  for (guint i = 0; i < n; i++)
    {
      double point = aim->present + sign * distances[i], come;

      if (sign * (point - out) <= 0.0)
        continue;
      come = progress (aim, point);
      if (come >= fabs (aim->needed) - aim->slack)
        {
          *x = bisect (aim, out, point);
          return TRUE;
        }
      if (was_best)
        after = point;
      was_best = come > best;
      if (was_best)
        {
          best = come;
          before = out;
          after = point;
        }
      out = point;
    }
  top = climb (aim, before, after);
  if (!(fabs (after - before) > 0.0) || !mis_aim_reaches (aim, top))
    return FALSE;
  *x = bisect (aim, before, top);
  return TRUE;
}

gboolean
mis_aim_search (MisAim *aim, double *x)
{
  double below, above, end = aim->needed < 0.0 ? aim->low : aim->high;
  gboolean of_goal = aim->lever.kind == MIS_LEVER_GOAL_WEIGHT;
  gboolean has_below, has_above;

  if (is_monotone (aim))
    {
      if (!mis_aim_reaches (aim, end))
        return FALSE;
      /* All holders at their mean weight is not how things are now: from the other end. */
      *x = bisect (aim, of_goal ? aim->low + aim->high - end : aim->present, end);
      return TRUE;
    }
  if (of_goal && mis_aim_reaches (aim, aim->present))
    {
      *x = aim->present;
      return TRUE;
    }
  has_below = search_side (aim, aim->low, &below);
  has_above = search_side (aim, aim->high, &above);
  if (!has_below && !has_above)
    return FALSE;
  *x = has_below && (!has_above || aim->present - below <= above - aim->present) ? below : above;
  return TRUE;
}
