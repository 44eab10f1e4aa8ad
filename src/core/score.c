#include "core/score-private.h"

#include <math.h>

#include "core/sum.h"

double
mis_pairs_count (double n, MisPairs pairs)
{
  return pairs == MIS_PAIRS_DISTINCT ? n * (n - 1.0) : n * n;
}

static double
limit (guint k)
{
  return k < 2 ? 0.0 : (k - 1.0) / k;
}

double
mis_maximum (double n, guint k, MisPairs pairs)
{
  double q, r;

  if (k < 2 || n <= 0.0 || (n < 2.0 && pairs == MIS_PAIRS_DISTINCT))
    return 0.0;
  if (n <= k && pairs == MIS_PAIRS_DISTINCT)
    return 1.0;
  if (isinf (n))
    return limit (k);
  q = floor (n / k);
  r = n - q * k;
  if (pairs == MIS_PAIRS_DISTINCT)
    return 1.0 - q * (n + r - k) / (n * (n - 1.0));
  return 1.0 - (q * (n + r) + r) / (n * n);
}

double
mis_alignment (double misalignment)
{
  return misalignment > 1.0 ? 0.0 : 1.0 - misalignment;
}

double
mis_normalize (double raw, double n, guint k, const MisScoring *scoring)
{
  if (k < 2)
    return raw;
  switch (scoring->normalization)
    {
    case MIS_NORMALIZATION_NONE:
      return raw;
    case MIS_NORMALIZATION_LIMIT:
      return raw / limit (k);
    case MIS_NORMALIZATION_MAXIMUM:
      /* Rounding must not lift a population at its maximum above it. */
      return MIN (raw / mis_maximum (n, k, scoring->pairs), 1.0);
    default:
      g_return_val_if_reached (raw);
    }
}

/* n / sum of 1/v, as n v0 / sum of v0/v with v0 the lowest: no 1/v overflows, however small
 * it is. */
static double
harmonic_mean (const double *values, guint n, double lowest, guint n_values)
{
  MisSum ratios = { 0.0, 0.0 };

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      mis_sum_add (&ratios, lowest / values[i]);
  return lowest * (n_values / mis_sum_get (&ratios));
}

double
mis_area_mean (const double *values, guint n, MisAreaMean mean)
{
  MisSum sum = { 0.0, 0.0 }, logs = { 0.0, 0.0 };
  double lowest = INFINITY, highest = 0.0;
  guint n_values = 0;

  for (guint i = 0; i < n; i++)
    {
      if (isnan (values[i]))
        continue;
      n_values++;
      lowest = MIN (lowest, values[i]);
      highest = MAX (highest, values[i]);
      mis_sum_add (&sum, values[i]);
      if (values[i] > 0.0)
        mis_sum_add (&logs, log (values[i]));
    }
  if (n_values == 0)
    return NAN;
  if (mean == MIS_AREA_MEAN_ARITHMETIC)
    return mis_sum_get (&sum) / n_values;
  if (mean == MIS_AREA_MEAN_MAXIMUM)
    return highest;
  if (mean == MIS_AREA_MEAN_MINIMUM || lowest <= 0.0)
    return lowest;
  return mean == MIS_AREA_MEAN_GEOMETRIC ? exp (mis_sum_get (&logs) / n_values)
                                         : harmonic_mean (values, n, lowest, n_values);
}

/* Shannon entropy in bits of the shares among holders of an explicit goal. */
static double
entropy (const MisAreaTally *sums)
{
  MisSum bits = { 0.0, 0.0 };
  double holders = 0.0;

  for (guint goal = 0; goal < sums->n_goals; goal++)
    holders += (double) sums->goals[goal].n;
  for (guint goal = 0; goal < sums->n_goals; goal++)
    if (sums->goals[goal].n > 0)
      {
        double share = (double) sums->goals[goal].n / holders;

        mis_sum_add (&bits, -share * log2 (share));
      }
  return MAX (mis_sum_get (&bits), 0.0);
}

/* Sets which goals are held, and whether "no goal" can clash with a held or with any goal. */
static void
count_goals (MisAreaScore *score, const MisAreaTally *sums, const MisArea *area, guint *k_possible)
{
  guint n_conflicts;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n_conflicts);
  gboolean clashes = FALSE, clashes_with_held = FALSE;

  score->goals_held = 0;
  for (guint goal = 0; goal < sums->n_goals; goal++)
    score->goals_held += sums->goals[goal].n > 0 ? 1 : 0;
  for (guint i = 0; i < n_conflicts && conflicts[i].g == MIS_NO_GOAL; i++)
    if (conflicts[i].high > 0.0)
      {
        clashes = TRUE;
        clashes_with_held = clashes_with_held || sums->goals[conflicts[i].h].n > 0;
      }
  score->k = score->goals_held
             + (clashes_with_held && sums->goals[sums->n_goals].n > 0 ? 1 : 0);
  *k_possible = sums->n_goals + (clashes ? 1 : 0);
}

MisAreaScore
mis_score_area (const MisArea *area,
                const MisScoring *scoring,
                const MisAreaTally *sums,
                const MisSlice *all)
{
  double n = (double) sums->n;
  MisAreaScore score = { .n = sums->n, .misalignment = NAN, .raw = NAN, .possible = NAN };
  guint k_possible;

  count_goals (&score, sums, area, &k_possible);
  score.entropy_bits = entropy (sums);
  score.maximum = mis_maximum (n, score.k, scoring->pairs);
  score.limit = limit (score.k);
  if (sums->n < 2)
    return score;

  score.raw = mis_slice_pair_sum (all, all, area, scoring->weight_mean)
              / mis_pairs_count (n, scoring->pairs);
  score.misalignment = mis_normalize (score.raw, n, score.k, scoring);
  score.possible = mis_normalize (mis_maximum (n, k_possible, scoring->pairs), n, k_possible,
                                  scoring);
  score.possible_limit = mis_normalize (limit (k_possible), INFINITY, k_possible, scoring);
  return score;
}

static MisAreaScore
score_area (const MisTally *tally, guint area)
{
  const MisWorld *world = mis_tally_get_world (tally);
  MisAreaTally sums = mis_tally_get_area (tally, area);
  MisAreaScore score;
  MisSlice all;

  mis_slice_init_all (&all, tally, area);
  score = mis_score_area (mis_world_get_area (world, area), mis_world_get_scoring (world), &sums,
                          &all);
  mis_slice_clear (&all);
  return score;
}

/* Whether an area's score can be taken over: same sums, same conflicts, same options. */
static gboolean
is_unchanged (const MisTally *tally, const MisTally *previous, guint area)
{
  const MisWorld *world = mis_tally_get_world (tally);
  const MisWorld *old = mis_tally_get_world (previous);

  return mis_tally_shares_area (tally, previous, area)
         && mis_world_get_area (world, area) == mis_world_get_area (old, area)
         && mis_scoring_equal (mis_world_get_scoring (world), mis_world_get_scoring (old));
}

static double
mean_of (const MisScore *self, gsize offset, MisAreaMean mean)
{
  g_autofree double *values = g_new (double, self->n_areas);

  for (guint i = 0; i < self->n_areas; i++)
    values[i] = isnan (self->areas[i].raw) ? (double) NAN
                                             : G_STRUCT_MEMBER (double, &self->areas[i], offset);
  return mis_area_mean (values, self->n_areas, mean);
}

MisScore *
mis_score_new_for_areas (MisAreaScore *areas, guint n_areas, guint64 n_agents, MisAreaMean mean)
{
  MisScore *self = g_new0 (MisScore, 1);
  MisSum expected = { 0.0, 0.0 };

  self->ref_count = 1;
  self->n_agents = n_agents;
  self->n_areas = n_areas;
  self->areas = areas;
  for (guint i = 0; i < n_areas; i++)
    if (!isnan (areas[i].raw))
      {
        self->has_score = TRUE;
        mis_sum_add (&expected, areas[i].raw);
      }
  if (!self->has_score)
    return self;
  self->overall = mean_of (self, G_STRUCT_OFFSET (MisAreaScore, misalignment), mean);
  self->possible = mean_of (self, G_STRUCT_OFFSET (MisAreaScore, possible), mean);
  self->possible_limit = mean_of (self, G_STRUCT_OFFSET (MisAreaScore, possible_limit), mean);
  self->expected_conflicts = mis_sum_get (&expected);
  return self;
}

MisScore *
mis_score_new (const MisTally *tally, const MisTally *previous_tally, const MisScore *previous)
{
  const MisWorld *world = mis_tally_get_world (tally);
  guint n_areas = mis_world_get_n_areas (world);
  MisAreaScore *areas = g_new (MisAreaScore, n_areas);

  for (guint i = 0; i < n_areas; i++)
    if (previous != NULL && previous_tally != NULL && is_unchanged (tally, previous_tally, i))
      areas[i] = previous->areas[i];
    else
      areas[i] = score_area (tally, i);
  return mis_score_new_for_areas (areas, n_areas, mis_world_get_population (world),
                                  mis_world_get_scoring (world)->area_mean);
}

double
mis_score_get_overall (const MisScore *score, MisAreaMean mean)
{
  return score->has_score ? mean_of (score, G_STRUCT_OFFSET (MisAreaScore, misalignment), mean)
                          : 0.0;
}

MisScore *
mis_score_ref (MisScore *score)
{
  g_atomic_int_inc (&score->ref_count);
  return score;
}

void
mis_score_unref (MisScore *score)
{
  if (!g_atomic_int_dec_and_test (&score->ref_count))
    return;
  g_free (score->areas);
  g_free (score);
}
