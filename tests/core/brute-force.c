/* Agents written out one by one, as each option reads them, and pairs of them. */
#include "brute-private.h"

#include <math.h>

long double
mis_brute_pair_weight (MisWeightMean mean, long double x, long double y)
{
  switch (mean)
    {
    case MIS_WEIGHT_MEAN_GEOMETRIC:
      return sqrtl (x) * sqrtl (y);
    case MIS_WEIGHT_MEAN_ARITHMETIC:
      return (x + y) / 2;
    case MIS_WEIGHT_MEAN_HARMONIC:
      return x + y > 0 ? 2 * x * (y / (x + y)) : 0;
    case MIS_WEIGHT_MEAN_MINIMUM:
      return MIN (x, y);
    case MIS_WEIGHT_MEAN_MAXIMUM:
      return MAX (x, y);
    case MIS_WEIGHT_MEAN_NONE:
      return 1;
    default:
      g_assert_not_reached ();
    }
}

/* Expansion */

static void
expand_agents (MisBrute *brute)
{
  guint filled = 0;

  brute->n_agents = (guint) mis_world_get_population (brute->world);
  brute->rows = g_new (guint, brute->n_agents);
  for (guint row = 0; row < mis_world_get_n_agents (brute->world); row++)
    for (guint64 i = 0; i < mis_world_get_agent (brute->world, row)->count; i++)
      brute->rows[filled++] = row;
  g_assert_cmpuint (filled, ==, brute->n_agents);
}

static long double *
expand_matrix (const MisArea *area)
{
  int k = (int) mis_area_get_n_goals (area);
  long double *matrix = g_new0 (long double, (gsize) (k + 1) * (gsize) (k + 1));

  for (int g = MIS_NO_GOAL; g < k; g++)
    for (int h = MIS_NO_GOAL; h < k; h++)
      if (g != h)
        matrix[(g + 1) * (k + 1) + h + 1] = mis_area_get_conflict (area, g, h).value;
  return matrix;
}

gboolean
mis_brute_null_can_clash (const MisArea *area, guint goal)
{
  return mis_area_get_conflict (area, MIS_NO_GOAL, (int) goal).high > 0;
}

static gboolean
null_can_clash_at_all (const MisArea *area)
{
  for (guint g = 0; g < mis_area_get_n_goals (area); g++)
    if (mis_brute_null_can_clash (area, g))
      return TRUE;
  return FALSE;
}

static void
read_position (const MisBrute *brute, guint row, guint area, MisUnknown unknown, int *goal,
               long double *weight)
{
  MisPosition position = mis_world_get_position (brute->world, row, area);

  *goal = position.goal;
  *weight = position.weight;
  if (position.goal != MIS_UNKNOWN)
    return;
  *goal = unknown == MIS_UNKNOWN_NO_GOAL ? MIS_NO_GOAL : LEFT_OUT;
  *weight = 1;
}

/* "sum-to-one": a weight that no conflict can ever meet is not one of those that are shared out. */
static void
share_out_weights (const MisBrute *brute, const int *goals, long double *weights)
{
  long double sum = 0;

  for (guint p = 0; p < brute->n_areas; p++)
    if (goals[p] >= 0
        || (goals[p] == MIS_NO_GOAL
            && null_can_clash_at_all (mis_world_get_area (brute->world, p))))
      sum += weights[p];
  for (guint p = 0; p < brute->n_areas; p++)
    weights[p] = sum > 0 ? weights[p] / sum : 0;
}

static void
expand_view (const MisBrute *brute, View *view, MisUnknown unknown, MisWeights weights)
{
  gsize size = (gsize) brute->n_agents * brute->n_areas;

  view->goals = g_new (int, size);
  view->weights = g_new (long double, size);
  for (guint a = 0; a < brute->n_agents; a++)
    {
      int *goals = view->goals + (gsize) a * brute->n_areas;
      long double *shares = view->weights + (gsize) a * brute->n_areas;

      for (guint p = 0; p < brute->n_areas; p++)
        read_position (brute, brute->rows[a], p, unknown, &goals[p], &shares[p]);
      if (weights == MIS_WEIGHTS_SUM_TO_ONE)
        share_out_weights (brute, goals, shares);
    }
}

MisBrute *
mis_brute_new (MisWorld *world)
{
  MisBrute *brute = g_new0 (MisBrute, 1);

  brute->world = mis_world_ref (world);
  brute->n_areas = mis_world_get_n_areas (world);
  expand_agents (brute);
  brute->matrices = g_new (long double *, brute->n_areas);
  for (guint p = 0; p < brute->n_areas; p++)
    brute->matrices[p] = expand_matrix (mis_world_get_area (world, p));
  for (guint u = 0; u < 2; u++)
    for (guint w = 0; w < 2; w++)
      expand_view (brute, &brute->views[u][w], (MisUnknown) u, (MisWeights) w);
  return brute;
}

void
mis_brute_free (MisBrute *brute)
{
  for (guint u = 0; u < 2; u++)
    for (guint w = 0; w < 2; w++)
      {
        g_free (brute->views[u][w].goals);
        g_free (brute->views[u][w].weights);
        for (guint f = 0; f < N_WEIGHT_MEANS; f++)
          g_free (brute->sums[u][w][f].areas);
      }
  for (guint p = 0; p < brute->n_areas; p++)
    g_free (brute->matrices[p]);
  g_free (brute->matrices);
  g_free (brute->rows);
  mis_world_unref (brute->world);
  g_free (brute);
}

/* Pairs of agents */

long double
mis_brute_weigh_pair (
  const MisBrute *brute, const View *view, MisWeightMean mean, guint area, guint a, guint b)
{
  gsize i = (gsize) a * brute->n_areas + area;
  gsize j = (gsize) b * brute->n_areas + area;
  int k = (int) mis_area_get_n_goals (mis_world_get_area (brute->world, area));
  long double c = brute->matrices[area][(view->goals[i] + 1) * (k + 1) + view->goals[j] + 1];

  return c == 0 ? 0 : c * mis_brute_pair_weight (mean, view->weights[i], view->weights[j]);
}

gboolean
mis_brute_counts (const MisBrute *brute, const View *view, guint area, guint a)
{
  return view->goals[(gsize) a * brute->n_areas + area] != LEFT_OUT;
}

guint
mis_brute_get_n_agents (const MisBrute *brute)
{
  return brute->n_agents;
}

guint
mis_brute_get_row (const MisBrute *brute, guint agent)
{
  return brute->rows[agent];
}

int
mis_brute_get_goal (const MisBrute *brute, const MisScoring *scoring, guint area, guint agent)
{
  const View *view = &brute->views[scoring->unknown][scoring->weights];

  return view->goals[(gsize) agent * brute->n_areas + area];
}

long double
mis_brute_get_pair (const MisBrute *brute, const MisScoring *scoring, guint area, guint a, guint b)
{
  const View *view = &brute->views[scoring->unknown][scoring->weights];

  if (!mis_brute_counts (brute, view, area, a) || !mis_brute_counts (brute, view, area, b))
    return NAN;
  return mis_brute_weigh_pair (brute, view, scoring->weight_mean, area, a, b);
}

guint
mis_brute_count_agents (const MisBrute *brute, const View *view, guint area)
{
  guint n = 0;

  for (guint a = 0; a < brute->n_agents; a++)
    n += mis_brute_counts (brute, view, area, a) ? 1 : 0;
  return n;
}
