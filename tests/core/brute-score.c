/* Double loops over ordered pairs of agents, and the scores that follow from them. */
#include "brute-private.h"

#include <math.h>

static long double
sum_area (const MisBrute *brute, const View *view, MisWeightMean mean, guint area)
{
  long double sum = 0;

  for (guint a = 0; a < brute->n_agents; a++)
    for (guint b = 0; b < brute->n_agents; b++)
      if (a != b && mis_brute_counts (brute, view, area, a)
          && mis_brute_counts (brute, view, area, b))
        sum += mis_brute_weigh_pair (brute, view, mean, area, a, b);
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
        gboolean known =
          mis_brute_counts (brute, view, p, a) && mis_brute_counts (brute, view, p, b);

        product *= 1 - (known ? mis_brute_weigh_pair (brute, view, mean, p, a, b) : raw[p]);
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
    raw[p] = score_raw (area_sums[p], mis_brute_count_agents (brute, view, p), pairs);
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
    if (mis_brute_counts (brute, view, p, a))
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
        null_clashes = null_clashes || mis_brute_null_can_clash (value, g);
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

      area->n = mis_brute_count_agents (brute, view, p);
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

/* Largest 1 - sum n_g (n_g - 1) / (n (n - 1)), or 1 - sum n_g^2 / n^2, with @n - @left
 * agents placed. */
static long double
search_maximum (guint n, guint left, guint k, long double same, MisPairs pairs)
{
  if (k == 0)
    {
      long double all =
        pairs == MIS_PAIRS_DISTINCT ? (long double) n * (n - 1) : (long double) n * n;

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
