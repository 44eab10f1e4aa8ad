#include "brute-force.h"

#include "core/edit.h"
#include "random-world.h"

#include <math.h>

#define N_WEIGHT_MEANS 6
#define LEFT_OUT (-2)

/* What each agent holds in each area under one reading of unknown positions and of weights. */
typedef struct
{
  int *goals;           /* [agent * n_areas + area]: a goal, MIS_NO_GOAL or LEFT_OUT */
  long double *weights; /* likewise */
} View;

/* Sums over ordered pairs of agents under one view and one weight mean. */
typedef struct
{
  gboolean done;
  long double *areas;        /* sum of c f, for each area */
  long double no_conflict[2]; /* mean of prod (1 - x_p), for each pair rule */
} Sums;

struct _MisBrute
{
  MisWorld *world;
  guint n_areas;
  guint n_agents;
  guint *rows;           /* the row of each agent */
  long double **matrices; /* for each area (k+1)^2 conflicts, the null goal first */
  View views[2][2];      /* [unknown][weights] */
  Sums sums[2][2][N_WEIGHT_MEANS];
};

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

/* Largest 1 - sum n_g (n_g - 1) / (n (n - 1)), or 1 - sum n_g^2 / n^2, with @n - @left agents placed. */
static long double
search_maximum (guint n, guint left, guint k, long double same, MisPairs pairs)
{
  if (k == 0)
    {
      long double all = pairs == MIS_PAIRS_DISTINCT ? (long double) n * (n - 1) : (long double) n * n;

      return left == 0 ? 1 - same / all : 0;
    }

  long double best = 0;

  for (guint size = 0; size <= left; size++)
    {
      long double in_group = pairs == MIS_PAIRS_DISTINCT ? (long double) size * (size - 1.0L)
                                                         : (long double) size * size;
      long double value = search_maximum (n, left - size, k - 1, same + in_group, pairs);

      best = MAX (best, value);
    }
  return best;
}

long double
mis_brute_maximum (guint n, guint k, MisPairs pairs)
{
  return search_maximum (n, n, k, 0, pairs);
}

/* Half of the rows are single agents, one in eight is empty. */
MisWorld *
mis_small_random_world (GRand *rand, guint max_rows)
{
  g_autoptr (MisWorld) world = mis_random_world (rand, max_rows, 4, 5);
  guint n = mis_world_get_n_agents (world);
  g_autofree guint64 *counts = g_new (guint64, n);
  g_autoptr (GError) error = NULL;
  MisWorld *small;

  for (guint i = 0; i < n; i++)
    {
      gint32 dice = g_rand_int_range (rand, 0, 8);

      counts[i] = dice < 4 ? 1 : dice == 4 ? 0 : (guint64) g_rand_int_range (rand, 2, 6);
    }
  small = mis_world_with_counts (world, counts, &error);
  g_assert_no_error (error);
  return small;
}

/* Counts through all options as through the digits of a number. */
void
mis_foreach_scoring (void (*check) (const MisScoring *scoring, gpointer user_data),
                     gpointer user_data)
{
  MisScoring scoring = { 0 };
  guint option = 0;

  while (option < MIS_N_OPTIONS)
    {
      check (&scoring, user_data);
      for (option = 0; option < MIS_N_OPTIONS; option++)
        {
          guint next = mis_scoring_get (&scoring, option) + 1;

          if (mis_options[option].choices[next].nick != NULL)
            {
              mis_scoring_set (&scoring, option, next);
              break;
            }
          mis_scoring_set (&scoring, option, 0);
        }
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

/* Whether the analyst set c(goal, no goal) above 0; a range counts by its high end. */
static gboolean
null_can_clash (const MisArea *area, guint goal)
{
  return mis_area_get_conflict (area, MIS_NO_GOAL, (int) goal).high > 0;
}

static gboolean
null_can_clash_at_all (const MisArea *area)
{
  for (guint g = 0; g < mis_area_get_n_goals (area); g++)
    if (null_can_clash (area, g))
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

/* Sums over pairs of agents */

/* c_p f of two agents that both count in the area. */
static long double
weigh_pair (const MisBrute *brute, const View *view, MisWeightMean mean, guint area, guint a, guint b)
{
  gsize i = (gsize) a * brute->n_areas + area;
  gsize j = (gsize) b * brute->n_areas + area;
  int k = (int) mis_area_get_n_goals (mis_world_get_area (brute->world, area));
  long double c = brute->matrices[area][(view->goals[i] + 1) * (k + 1) + view->goals[j] + 1];

  return c == 0 ? 0 : c * mis_brute_pair_weight (mean, view->weights[i], view->weights[j]);
}

static gboolean
counts (const MisBrute *brute, const View *view, guint area, guint a)
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

  if (!counts (brute, view, area, a) || !counts (brute, view, area, b))
    return NAN;
  return weigh_pair (brute, view, scoring->weight_mean, area, a, b);
}

static guint
count_agents (const MisBrute *brute, const View *view, guint area)
{
  guint n = 0;

  for (guint a = 0; a < brute->n_agents; a++)
    n += counts (brute, view, area, a) ? 1 : 0;
  return n;
}

static long double
sum_area (const MisBrute *brute, const View *view, MisWeightMean mean, guint area)
{
  long double sum = 0;

  for (guint a = 0; a < brute->n_agents; a++)
    for (guint b = 0; b < brute->n_agents; b++)
      if (a != b && counts (brute, view, area, a) && counts (brute, view, area, b))
        sum += weigh_pair (brute, view, mean, area, a, b);
  return sum;
}

/* M_p before normalization, NaN where the area has no score. */
static long double
score_raw (long double sum, guint n, MisPairs pairs)
{
  if (n < 2)
    return NAN;
  return sum / (pairs == MIS_PAIRS_DISTINCT ? (long double) n * (n - 1) : (long double) n * n);
}

static long double
chance_of_no_conflict (const MisBrute *brute, const View *view, MisWeightMean mean,
                       const long double *raw, guint a, guint b)
{
  long double product = 1;

  for (guint p = 0; p < brute->n_areas; p++)
    if (!isnan (raw[p]))
      {
        gboolean known = counts (brute, view, p, a) && counts (brute, view, p, b);

        product *= 1 - (known ? weigh_pair (brute, view, mean, p, a, b) : raw[p]);
      }
  return product;
}

static long double
mean_no_conflict (const MisBrute *brute, const View *view, MisWeightMean mean,
                  const long double *area_sums, MisPairs pairs)
{
  g_autofree long double *raw = g_new (long double, brute->n_areas);
  long double sum = 0;
  long double n_pairs = 0;

  for (guint p = 0; p < brute->n_areas; p++)
    raw[p] = score_raw (area_sums[p], count_agents (brute, view, p), pairs);
  for (guint a = 0; a < brute->n_agents; a++)
    for (guint b = 0; b < brute->n_agents; b++)
      if (a != b || pairs == MIS_PAIRS_REPLACEMENT)
        {
          sum += chance_of_no_conflict (brute, view, mean, raw, a, b);
          n_pairs += 1;
        }
  return n_pairs > 0 ? sum / n_pairs : 1;
}

static const Sums *
get_sums (MisBrute *brute, const MisScoring *scoring)
{
  const View *view = &brute->views[scoring->unknown][scoring->weights];
  Sums *sums = &brute->sums[scoring->unknown][scoring->weights][scoring->weight_mean];

  if (sums->done)
    return sums;
  sums->done = TRUE;
  sums->areas = g_new (long double, brute->n_areas);
  for (guint p = 0; p < brute->n_areas; p++)
    sums->areas[p] = sum_area (brute, view, scoring->weight_mean, p);
  for (guint pairs = 0; pairs < 2; pairs++)
    sums->no_conflict[pairs] = mean_no_conflict (brute, view, scoring->weight_mean, sums->areas,
                                                 (MisPairs) pairs);
  return sums;
}

/* Scores */

/* Paper, theorem 3: the highest misalignment of n agents with k goals. */
static long double
maximum_of (guint64 n, guint k, MisPairs pairs)
{
  if (k < 2 || n == 0)
    return 0;

  long double q = (long double) (n / k);
  long double r = (long double) (n % k);
  long double agents = (long double) n;

  if (pairs == MIS_PAIRS_REPLACEMENT)
    return 1 - (q * (agents + r) + r) / (agents * agents);
  return n <= k ? 1 : 1 - q * (agents + r - k) / (agents * (agents - 1));
}

static void
count_goals (const MisBrute *brute, const View *view, guint p, MisBruteArea *area)
{
  const MisArea *value = mis_world_get_area (brute->world, p);
  guint n_goals = mis_area_get_n_goals (value);
  g_autofree guint *holders = g_new0 (guint, n_goals + 1);
  guint explicit_holders = 0;
  gboolean null_clashes = FALSE;

  for (guint a = 0; a < brute->n_agents; a++)
    if (counts (brute, view, p, a))
      {
        int goal = view->goals[(gsize) a * brute->n_areas + p];

        holders[goal == MIS_NO_GOAL ? n_goals : (guint) goal] += 1;
        explicit_holders += goal == MIS_NO_GOAL ? 0 : 1;
      }
  for (guint g = 0; g < n_goals; g++)
    if (holders[g] > 0)
      {
        long double share = (long double) holders[g] / explicit_holders;

        area->goals_held += 1;
        area->entropy_bits -= share * log2l (share);
        null_clashes = null_clashes || null_can_clash (value, g);
      }
  area->k = area->goals_held + (null_clashes && holders[n_goals] > 0 ? 1 : 0);
}

static long double
normalize (const MisBruteArea *area, MisNormalization normalization)
{
  if (area->k < 2 || normalization == MIS_NORMALIZATION_NONE)
    return area->raw;
  if (normalization == MIS_NORMALIZATION_LIMIT)
    return area->raw * area->k / (area->k - 1.0L);
  return area->raw / area->maximum;
}

static long double
mean_of_areas (const MisBruteScore *score, MisAreaMean mean)
{
  long double sum = 0, log_sum = 0, inverse_sum = 0, low = INFINITY, high = 0;
  guint n = 0;

  for (guint p = 0; p < score->n_areas; p++)
    {
      long double m = score->areas[p].misalignment;

      if (isnan (m))
        continue;
      n += 1;
      sum += m;
      log_sum += logl (m);
      inverse_sum += 1 / m;
      low = MIN (low, m);
      high = MAX (high, m);
    }
  switch (mean)
    {
    case MIS_AREA_MEAN_ARITHMETIC:
      return sum / n;
    case MIS_AREA_MEAN_GEOMETRIC:
      return low > 0 ? expl (log_sum / n) : 0;
    case MIS_AREA_MEAN_HARMONIC:
      return low > 0 ? n / inverse_sum : 0;
    case MIS_AREA_MEAN_MINIMUM:
      return low;
    case MIS_AREA_MEAN_MAXIMUM:
      return high;
    default:
      g_assert_not_reached ();
    }
}

static void
sum_up (MisBruteScore *score, const MisScoring *scoring, const Sums *sums)
{
  for (guint p = 0; p < score->n_areas; p++)
    if (!isnan (score->areas[p].raw))
      {
        score->has_score = TRUE;
        score->expected_conflicts += score->areas[p].raw;
        score->any_low = MAX (score->any_low, score->areas[p].raw);
      }
  score->overall = score->has_score ? mean_of_areas (score, scoring->area_mean) : 0;
  score->any_conflict = 1 - sums->no_conflict[scoring->pairs];
  score->any_high = MIN (1, score->expected_conflicts);
}

MisBruteScore *
mis_brute_score (MisBrute *brute, const MisScoring *scoring)
{
  const Sums *sums = get_sums (brute, scoring);
  const View *view = &brute->views[scoring->unknown][scoring->weights];
  MisBruteScore *score = g_new0 (MisBruteScore, 1);

  score->n_areas = brute->n_areas;
  score->areas = g_new0 (MisBruteArea, brute->n_areas);
  for (guint p = 0; p < brute->n_areas; p++)
    {
      MisBruteArea *area = &score->areas[p];

      area->n = count_agents (brute, view, p);
      count_goals (brute, view, p, area);
      area->maximum = maximum_of (area->n, area->k, scoring->pairs);
      area->raw = score_raw (sums->areas[p], (guint) area->n, scoring->pairs);
      area->misalignment = normalize (area, scoring->normalization);
    }
  sum_up (score, scoring, sums);
  return score;
}

void
mis_brute_score_free (MisBruteScore *score)
{
  g_free (score->areas);
  g_free (score);
}

/* Comparison */

double
mis_deviation (double found, long double expected, double floor)
{
  if (isnan (found) || isnan (expected))
    return isnan (found) && isnan (expected) ? 0 : INFINITY;
  return (double) (fabsl (found - expected) / MAX (fabsl (expected), (long double) floor));
}

void
mis_check_close (const char *file, int line, const char *function, const char *what, double found,
                 long double expected, double tolerance, double floor)
{
  g_autofree char *message = NULL;

  if (mis_deviation (found, expected, floor) <= tolerance)
    return;
  message = g_strdup_printf ("%s is %.17g, expected %.20Lg to %g", what, found, expected, tolerance);
  g_assertion_message (G_LOG_DOMAIN, file, line, function, message);
}
