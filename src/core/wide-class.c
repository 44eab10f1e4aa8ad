#include "core/wide-class.h"

/* Below this the product of two doubles is not exact as a wide number. */
#define SMALLEST_PRODUCT 1e-280

/* 2xy / (x + y), or where the product has no digits left 2 low / (1 + low / high). */
static MisWide
harmonic_mean (MisWide low, MisWide high)
{
  MisWide ratio;

  if (!mis_wide_is_positive (low))
    return MIS_WIDE_ZERO;
  if (low.high * high.high > SMALLEST_PRODUCT)
    return mis_wide_scale (mis_wide_divide (mis_wide_multiply (low, high),
                                            mis_wide_add (low, high)),
                           2.0);
  ratio = mis_wide_divide (low, high);
  return mis_wide_divide (mis_wide_scale (low, 2.0), mis_wide_add (mis_wide (1.0), ratio));
}

MisWide
mis_wide_weight_mean (MisWide x, MisWide y, MisWeightMean mean)
{
  gboolean ordered = mis_wide_compare (x, y) <= 0;

  switch (mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC:
      return mis_wide_multiply (mis_wide_sqrt (x), mis_wide_sqrt (y));
    case MIS_WEIGHT_MEAN_ARITHMETIC:
      return mis_wide_scale (mis_wide_add (x, y), 0.5);
    case MIS_WEIGHT_MEAN_HARMONIC:
      return ordered ? harmonic_mean (x, y) : harmonic_mean (y, x);
    case MIS_WEIGHT_MEAN_MINIMUM:
      return ordered ? x : y;
    case MIS_WEIGHT_MEAN_MAXIMUM:
      return ordered ? y : x;
    case MIS_WEIGHT_MEAN_NONE:
    default:
      return mis_wide (1.0);
    }
}

static int
compare_classes (gconstpointer a, gconstpointer b)
{
  const MisWideClass *left = a;
  const MisWideClass *right = b;

  if (left->goal != right->goal)
    return left->goal < right->goal ? -1 : 1;
  return mis_wide_compare (left->weight, right->weight);
}

/* Running sums over the classes of each goal. */
static void
sum_classes (MisWideClasses *self)
{
  self->below = g_new (MisWide, self->n);
  self->count_below = g_new (double, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      const MisWideClass *class = &self->classes[i];
      gboolean follows = i > 0 && class[-1].goal == class->goal;
      MisWide sum = mis_wide_scale (class->weight, class->count);

      self->below[i] = follows ? mis_wide_add (self->below[i - 1], sum) : sum;
      self->count_below[i] = (follows ? self->count_below[i - 1] : 0.0) + class->count;
    }
}

void
mis_wide_classes_init (MisWideClasses *classes, guint n_goals, GArray *agents)
{
  *classes = (MisWideClasses) { 0 };
  g_array_sort (agents, compare_classes);
  classes->classes = g_new (MisWideClass, agents->len);
  classes->first = g_new0 (guint, n_goals + 2);
  for (guint i = 0; i < agents->len; i++)
    {
      const MisWideClass *agent = &g_array_index (agents, MisWideClass, i);

      if (i > 0 && compare_classes (agent, agent - 1) == 0)
        classes->classes[classes->n - 1].count += agent->count;
      else
        classes->classes[classes->n++] = *agent;
      classes->first[agent->goal + 1] = classes->n;
    }
  for (guint goal = 1; goal < n_goals + 2; goal++)
    classes->first[goal] = MAX (classes->first[goal], classes->first[goal - 1]);
  sum_classes (classes);
}

void
mis_wide_classes_clear (MisWideClasses *classes)
{
  g_clear_pointer (&classes->classes, g_free);
  g_clear_pointer (&classes->first, g_free);
  g_clear_pointer (&classes->below, g_free);
  g_clear_pointer (&classes->count_below, g_free);
}

/* Where the classes between @first and @last begin that weigh more than @weight. */
static guint
find_heavier (const MisWideClasses *self, guint first, guint last, MisWide weight)
{
  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (mis_wide_compare (self->classes[middle].weight, weight) <= 0)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

/* Minimum: those up to @weight count with their own, the others with @weight; maximum the other way
 * round. */
static MisWide
meet_extreme (const MisWideClasses *self, guint goal, MisWide weight, gboolean minimum)
{
  guint first = self->first[goal], last = self->first[goal + 1];
  guint heavier = find_heavier (self, first, last, weight);
  MisWide below = heavier > first ? self->below[heavier - 1] : MIS_WIDE_ZERO;
  double n_below = heavier > first ? self->count_below[heavier - 1] : 0.0;

  if (first == last)
    return MIS_WIDE_ZERO;
  if (minimum)
    return mis_wide_add (below, mis_wide_scale (weight, self->count_below[last - 1] - n_below));
  return mis_wide_add (mis_wide_subtract (self->below[last - 1], below),
                       mis_wide_scale (weight, n_below));
}

static MisWide
meet_harmonic (const MisWideClasses *self, guint goal, MisWide weight)
{
  MisWide sum = MIS_WIDE_ZERO;

  for (guint i = self->first[goal]; i < self->first[goal + 1]; i++)
    {
      const MisWideClass *class = &self->classes[i];
      MisWide f = mis_wide_weight_mean (weight, class->weight, MIS_WEIGHT_MEAN_HARMONIC);

      sum = mis_wide_add (sum, mis_wide_scale (f, class->count));
    }
  return sum;
}

MisWide
mis_wide_classes_meet (const MisWideClasses *classes,
                       guint goal,
                       MisWide weight,
                       MisWeightMean mean)
{
  g_assert (mis_weight_mean_needs_classes (mean));

  if (mean == MIS_WEIGHT_MEAN_HARMONIC)
    return meet_harmonic (classes, goal, weight);
  return meet_extreme (classes, goal, weight, mean == MIS_WEIGHT_MEAN_MINIMUM);
}
