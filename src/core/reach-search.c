/* Searching for the number that reaches a target. */
#include "core/reach-private.h"

/* Points on each side of the present number: evenly spaced, and denser towards it. */
#define N_EVEN 33
#define N_NEAR 65
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

/* The first number on the way to @end that reaches the target. */
static gboolean
search_side (MisAim *aim, double end, double *x)
{
  double distances[N_EVEN + N_NEAR];
  double sign = end < aim->present ? -1.0 : 1.0, out = aim->present;
  guint n = make_distances (fabs (end - aim->present), mis_aim_is_whole (aim), distances);

  for (guint i = 0; i < n; i++)
    {
      double point = aim->present + sign * distances[i];

      if (sign * (point - out) <= 0.0)
        continue;
      if (mis_aim_reaches (aim, point))
        {
          *x = bisect (aim, out, point);
          return TRUE;
        }
      out = point;
    }
  return FALSE;
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
