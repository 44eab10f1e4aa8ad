#include "sim/theory.h"

#include <math.h>

#include <gsl/gsl_integration.h>

#include "core/score.h"

#define MOST_ROWS 100u

/* Below this ratio of the ends the antiderivative loses digits, and a few nodes give them all. */
#define NARROW 2.0
#define N_NODES 12u

/* Whether M is the plain mean of the scores of its areas. */
static gboolean
is_plain (const MisScoring *scoring, guint n_areas)
{
  return scoring->normalization == MIS_NORMALIZATION_NONE
         && scoring->weights == MIS_WEIGHTS_AS_GIVEN
         && (scoring->area_mean == MIS_AREA_MEAN_ARITHMETIC || n_areas == 1);
}

/* E sqrt w; (2/3) (hi + sqrt (hi lo) + lo) / (sqrt hi + sqrt lo). */
static double
mean_root (MisSpan span)
{
  double low = sqrt (span.low), high = sqrt (span.high);

  return high > 0.0 ? 2.0 / 3.0 * (span.high + low * high + span.low) / (low + high) : 0.0;
}

/* The antiderivative of 2xy/(x+y) in both, but for terms in x or y alone. */
static double
integrate_harmonic (double x, double y)
{
  return x + y > 0.0 ? 2.0 / 3.0 * (x * y * (x + y) - (x * x * x + y * y * y) * log (x + y)) : 0.0;
}

/* E f over one or two spans by Gauss-Legendre, where f is smooth on them. */
static double
integrate_narrow (MisSpan a, MisSpan b, MisWeightMean mean)
{
  gsl_integration_glfixed_table *table = gsl_integration_glfixed_table_alloc (N_NODES);
  double sum = 0.0;

  for (guint i = 0; i < N_NODES; i++)
    for (guint j = 0; j < N_NODES; j++)
      {
        double x, y, p, q;

        gsl_integration_glfixed_point (0.0, 1.0, i, &x, &p, table);
        gsl_integration_glfixed_point (0.0, 1.0, j, &y, &q, table);
        sum += p * q * mis_weight_mean (a.low + x * (a.high - a.low), b.low + y * (b.high - b.low),
                                        mean);
      }
  gsl_integration_glfixed_table_free (table);
  return sum;
}

static double
mean_harmonic (MisSpan span)
{
  double width = span.high - span.low;

  if (span.high <= NARROW * span.low || width <= 0.0)
    return integrate_narrow (span, span, MIS_WEIGHT_MEAN_HARMONIC);
  return (integrate_harmonic (span.high, span.high) - 2.0 * integrate_harmonic (span.low, span.high)
          + integrate_harmonic (span.low, span.low))
         / (width * width);
}

/* E f of two weights of the span. */
static double
mean_pair (MisSpan span, MisWeightMean mean)
{
  double third = (span.high - span.low) / 3.0;

  switch (mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC: return pow (mean_root (span), 2.0);
    case MIS_WEIGHT_MEAN_ARITHMETIC: return (span.low + span.high) / 2.0;
    case MIS_WEIGHT_MEAN_HARMONIC: return mean_harmonic (span);
    case MIS_WEIGHT_MEAN_MINIMUM: return span.low + third;
    case MIS_WEIGHT_MEAN_MAXIMUM: return span.high - third;
    case MIS_WEIGHT_MEAN_NONE: return 1.0;
    default: g_return_val_if_reached (NAN);
    }
}

/* E min (w, W) for W of a span that is no preset. */
static double
mean_smaller (double w, MisSpan span)
{
  double middle = CLAMP (w, span.low, span.high);

  return ((middle * middle - span.low * span.low) / 2.0 + w * (span.high - middle))
         / (span.high - span.low);
}

/* E f of a weight that is given and one of the span. */
static double
mean_with (double w, MisSpan span, MisWeightMean mean)
{
  double width = span.high - span.low;
  double middle = (span.low + span.high) / 2.0;

  if (width <= 0.0)
    return mis_weight_mean (w, span.low, mean);
  switch (mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC: return sqrt (w) * mean_root (span);
    case MIS_WEIGHT_MEAN_ARITHMETIC: return (w + middle) / 2.0;
    case MIS_WEIGHT_MEAN_HARMONIC:
      if (span.high <= NARROW * span.low)
        return integrate_narrow ((MisSpan) { w, w }, span, mean);
      return w > 0.0 ? 2.0 * w * (1.0 - w * log1p (width / (w + span.low)) / width) : 0.0;
    case MIS_WEIGHT_MEAN_MINIMUM: return mean_smaller (w, span);
    case MIS_WEIGHT_MEAN_MAXIMUM: return w + middle - mean_smaller (w, span);
    case MIS_WEIGHT_MEAN_NONE: return 1.0;
    default: g_return_val_if_reached (NAN);
    }
}

/**
 * Chances:
 * @any: that two different agents hold different explicit goals
 * @focus: that besides one of them holds the goal in focus
 */
typedef struct
{
  double any;
  double focus;
} Chances;

/* The expectation over draws: each ordered pair of choices is equally likely. */
static Chances
expect_drawn (const MisRecipe *recipe, guint k)
{
  double n_choices = k + (recipe->no_goal ? 1.0 : 0.0);
  double a = recipe->assign.concentration;
  double pair = recipe->assign.kind == MIS_ASSIGN_RANDOM
                  ? 1.0 / (n_choices * n_choices)
                  : a / (n_choices * (n_choices * a + 1.0));

  return (Chances) { k * (k - 1.0) * pair, 2.0 * (k - 1.0) * pair };
}

static Chances
count_fixed (const MisRecipe *recipe, guint area, guint k)
{
  g_autofree guint64 *counts = g_new (guint64, k + 1);
  double n = (double) recipe->n_agents, holders = 0.0;
  Chances chances = { 0.0, 0.0 };

  mis_recipe_fill_counts (recipe, area, counts);
  for (guint g = 0; g < k; g++)
    holders += (double) counts[g];
  for (guint g = 0; g < k; g++)
    {
      double own = (double) counts[g];
      double pairs = own * (holders - own) / (n * (n - 1.0));

      chances.any += pairs;
      if (mis_recipe_has_focus (recipe, area) && recipe->focus.goal == g)
        chances.focus = 2.0 * pairs;
    }
  return chances;
}

static double
expect_area (const MisRecipe *recipe, const MisScoring *scoring, guint area)
{
  guint k = mis_recipe_get_n_goals (recipe, area);
  MisSpan conflict = mis_recipe_get_conflict (recipe, area);
  Chances chances = mis_recipe_draws_counts (recipe, area) ? expect_drawn (recipe, k)
                                                           : count_fixed (recipe, area, k);
  double mean = mean_pair (recipe->weights, scoring->weight_mean);
  double sum = chances.any * mean;

  if (mis_recipe_has_focus (recipe, area) && !isnan (recipe->focus.weight))
    sum = (chances.any - chances.focus) * mean
          + chances.focus * mean_with (recipe->focus.weight, recipe->weights, scoring->weight_mean);
  return (conflict.low + conflict.high) / 2.0 * sum;
}

double
mis_theory_recipe (const MisRecipe *recipe, const MisScoring *scoring)
{
  guint n_areas = mis_recipe_get_n_areas (recipe);
  double n = (double) recipe->n_agents;
  double sum = 0.0;

  if (n < 2.0)
    return 0.0;
  if (!is_plain (scoring, n_areas))
    return NAN;
  for (guint area = 0; area < n_areas; area++)
    sum += expect_area (recipe, scoring, area);
  return sum / n_areas * (scoring->pairs == MIS_PAIRS_REPLACEMENT ? (n - 1.0) / n : 1.0);
}

double
mis_theory_maximum (const MisRecipe *recipe, const MisScoring *scoring)
{
  guint n_areas = mis_recipe_get_n_areas (recipe);
  double n = (double) recipe->n_agents;
  double sum = 0.0;

  if (n < 2.0)
    return 0.0;
  if (!is_plain (scoring, n_areas))
    return NAN;
  for (guint area = 0; area < n_areas; area++)
    {
      double weight = recipe->weights.high;

      if (mis_recipe_has_focus (recipe, area) && !isnan (recipe->focus.weight))
        weight = MAX (weight, recipe->focus.weight);
      sum += mis_recipe_get_conflict (recipe, area).high
             * mis_weight_mean (weight, weight, scoring->weight_mean)
             * mis_maximum (n, mis_recipe_get_n_goals (recipe, area), scoring->pairs);
    }
  return sum / n_areas;
}

/* Eq. 6: the pairs of agents of two rows; those of one row have the same goal. */
static double
sum_rows (const MisWorld *world, guint area, guint a, guint b)
{
  MisPosition one = mis_world_get_position (world, a, area);
  MisPosition other = mis_world_get_position (world, b, area);
  double n_pairs = (double) mis_world_get_agent (world, a)->count
                   * (double) mis_world_get_agent (world, b)->count;

  if (one.goal == MIS_UNKNOWN || other.goal == MIS_UNKNOWN)
    return NAN;
  if (one.goal == other.goal)
    return 0.0;
  return n_pairs
         * mis_area_get_conflict (mis_world_get_area (world, area), one.goal, other.goal).value
         * mis_weight_mean (one.weight, other.weight, mis_world_get_scoring (world)->weight_mean);
}

double
mis_theory_world (const MisWorld *world, GCancellable *cancellable)
{
  const MisScoring *scoring = mis_world_get_scoring (world);
  guint n_areas = mis_world_get_n_areas (world);
  guint n_rows = mis_world_get_n_agents (world);
  double n = (double) mis_world_get_population (world);
  double sum = 0.0;

  if (n_rows > MOST_ROWS || n_areas == 0 || !is_plain (scoring, n_areas))
    return NAN;
  if (n < 2.0)
    return 0.0;
  for (guint area = 0; area < n_areas; area++)
    for (guint a = 0; a < n_rows; a++)
      {
        if (mis_world_get_position (world, a, area).goal == MIS_UNKNOWN
            || g_cancellable_is_cancelled (cancellable))
          return NAN;
        for (guint b = a + 1; b < n_rows; b++)
          sum += 2.0 * sum_rows (world, area, a, b);
      }
  return sum / mis_pairs_count (n, scoring->pairs) / n_areas;
}
