#include "brute-force.h"
#include "core/edit.h"
#include "sample.h"

#include <math.h>

/* Sums of some 10^3 terms in double against long double: a few 1e-15. 1e-12 is what the project
 * promises. Values below 0.01 are compared absolutely, to 1e-14. */
#define TOLERANCE 1e-12
#define FLOOR 0.01

#define N_WORLDS 500

/* Against brute force */

enum
{
  RAW,
  NORMALIZED,
  MAXIMUM,
  ENTROPY,
  OVERALL,
  EXPECTED,
  ANY,
  BOUNDS,
  N_QUANTITIES
};

static const char *const quantity_names[N_QUANTITIES] = {
  "raw",     "normalized",         "maximum",      "entropy",
  "overall", "expected conflicts", "any conflict", "bounds",
};

typedef struct
{
  MisWorld *world;
  MisBrute *brute;
  double worst[N_QUANTITIES];
  guint n_compared;
  guint n_scored;
} Comparison;

static void
compare (Comparison *comparison, guint quantity, double found, long double expected)
{
  double deviation = mis_deviation (found, expected, FLOOR);

  comparison->worst[quantity] = MAX (comparison->worst[quantity], deviation);
  if (!(deviation <= TOLERANCE))
    g_error ("%s is %.17g, expected %.17Lg", quantity_names[quantity], found, expected);
}

static void
compare_area (Comparison *comparison, const MisAreaScore *found, const MisBruteArea *expected)
{
  g_assert_cmpuint (found->n, ==, expected->n);
  g_assert_cmpuint (found->goals_held, ==, expected->goals_held);
  g_assert_cmpuint (found->k, ==, expected->k);
  compare (comparison, RAW, found->raw, expected->raw);
  compare (comparison, NORMALIZED, found->misalignment, expected->misalignment);
  compare (comparison, MAXIMUM, found->maximum, expected->maximum);
  compare (comparison, MAXIMUM, found->limit, expected->k < 2 ? 0 : 1 - 1.0L / expected->k);
  compare (comparison, ENTROPY, found->entropy_bits, expected->entropy_bits);
}

static void
compare_any (Comparison *comparison, const MisTally *tally, const MisScore *score,
             const MisBruteScore *expected)
{
  MisAnyConflict any = mis_any_conflict (tally, score, NULL);
  MisAnyConflict bounds = mis_any_conflict_bounds (score);

  g_assert_cmpint (any.method, ==, MIS_ANY_CONFLICT_PAIRS);
  compare (comparison, ANY, any.value, expected->any_conflict);
  compare (comparison, BOUNDS, any.low, expected->any_low);
  compare (comparison, BOUNDS, any.high, expected->any_high);
  g_assert_cmpint (bounds.method, ==, MIS_ANY_CONFLICT_BOUNDS);
  g_assert_true (isnan (bounds.value));
  compare (comparison, BOUNDS, bounds.low, expected->any_low);
  compare (comparison, BOUNDS, bounds.high, expected->any_high);
}

static void
compare_scoring (const MisScoring *scoring, gpointer user_data)
{
  Comparison *comparison = user_data;
  g_autoptr (MisWorld) world = mis_world_with_scoring (comparison->world, scoring);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisBruteScore) expected = mis_brute_score (comparison->brute, scoring);

  g_assert_cmpuint (score->n_areas, ==, expected->n_areas);
  g_assert_cmpuint (score->n_agents, ==, mis_world_get_population (world));
  g_assert_cmpint (score->has_score, ==, expected->has_score);
  for (guint p = 0; p < score->n_areas; p++)
    compare_area (comparison, &score->areas[p], &expected->areas[p]);
  compare (comparison, OVERALL, score->overall, expected->overall);
  compare (comparison, EXPECTED, score->expected_conflicts, expected->expected_conflicts);
  compare_any (comparison, tally, score, expected);
  comparison->n_compared += 1;
  comparison->n_scored += score->expected_conflicts > 0 ? 1 : 0;
}

static void
test_brute_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  Comparison comparison = { 0 };

  for (guint i = 0; i < N_WORLDS; i++)
    {
      comparison.world = mis_small_random_world (rand, i % 10 == 0 ? 3 : 20);
      comparison.brute = mis_brute_new (comparison.world);
      mis_foreach_scoring (compare_scoring, &comparison);
      mis_brute_free (comparison.brute);
      mis_world_unref (comparison.world);
    }
  g_assert_cmpuint (comparison.n_compared, ==, N_WORLDS * 720);
  g_assert_cmpuint (comparison.n_scored, >, N_WORLDS * 720 / 3);
  for (guint i = 0; i < N_QUANTITIES; i++)
    g_test_message ("worst deviation, %s: %.2g", quantity_names[i], comparison.worst[i]);
}

/* Properties over random worlds and all scorings */

static MisScore *
score_under (MisWorld *world, MisScoring scoring)
{
  g_autoptr (MisWorld) rescored = mis_sample_rescored (world, scoring);
  g_autoptr (MisTally) tally = mis_tally_new (rescored, NULL);

  return mis_score_new (tally, NULL, NULL);
}

static void
foreach_random_world (guint32 seed, guint n_worlds,
                      void (*check) (const MisScoring *scoring, gpointer world))
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_worlds; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 18);

      mis_foreach_scoring (check, world);
    }
}

/* M(replacement) = M(distinct) (n-1)/n, whatever weighs a pair. */
static void
check_replacement (const MisScoring *scoring, gpointer world)
{
  MisScoring other = *scoring;
  g_autoptr (MisScore) distinct = NULL;
  g_autoptr (MisScore) replacement = NULL;

  if (scoring->pairs == MIS_PAIRS_REPLACEMENT)
    return;
  other.pairs = MIS_PAIRS_REPLACEMENT;
  distinct = score_under (world, *scoring);
  replacement = score_under (world, other);
  for (guint p = 0; p < distinct->n_areas; p++)
    {
      double n = (double) distinct->areas[p].n;

      mis_assert_close (replacement->areas[p].raw, distinct->areas[p].raw * ((n - 1) / n), 1e-14,
                        FLOOR);
    }
}

static void
test_replacement (void)
{
  foreach_random_world (11, 40, check_replacement);
}

static gboolean
has_null_conflict (const MisArea *area)
{
  for (guint g = 0; g < mis_area_get_n_goals (area); g++)
    if (mis_area_has_null_conflict (area, g))
      return TRUE;
  return FALSE;
}

/* M(unknown as no goal) = M(leave-out) n_p(n_p-1)/(n(n-1)) while c(g,g0) = 0. */
static void
check_unknown (const MisScoring *scoring, gpointer world)
{
  MisScoring other = *scoring;
  g_autoptr (MisScore) left_out = NULL;
  g_autoptr (MisScore) no_goal = NULL;

  if (scoring->unknown == MIS_UNKNOWN_NO_GOAL || scoring->pairs == MIS_PAIRS_REPLACEMENT)
    return;
  other.unknown = MIS_UNKNOWN_NO_GOAL;
  left_out = score_under (world, *scoring);
  no_goal = score_under (world, other);
  if (scoring->weights == MIS_WEIGHTS_SUM_TO_ONE)
    for (guint p = 0; p < left_out->n_areas; p++)
      if (has_null_conflict (mis_world_get_area (world, p)))
        return;
  for (guint p = 0; p < left_out->n_areas; p++)
    {
      double n = (double) mis_world_get_population (world);
      double n_p = (double) left_out->areas[p].n;

      g_assert_cmpuint (no_goal->areas[p].n, ==, mis_world_get_population (world));
      if (n_p >= 2 && !has_null_conflict (mis_world_get_area (world, p)))
        mis_assert_close (no_goal->areas[p].raw,
                          left_out->areas[p].raw * (n_p * (n_p - 1) / (n * (n - 1))), 1e-14, FLOOR);
    }
}

static void
test_unknown (void)
{
  foreach_random_world (12, 40, check_unknown);
}

/* The same agents in other rows: shuffled, and every row split in two at random. */
static MisWorld *
regroup (GRand *rand, MisWorld *world)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  guint n = mis_world_get_n_agents (world);
  guint n_areas = mis_world_get_n_areas (world);
  g_autofree guint *order = g_new (guint, n);
  g_autofree MisPosition *positions = g_new (MisPosition, n_areas);

  for (guint p = 0; p < n_areas; p++)
    mis_sample_add_area (builder, mis_area_ref (mis_world_get_area (world, p)));
  for (guint i = 0; i < n; i++)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);

      order[i] = order[j];
      order[j] = i;
    }
  for (guint i = 0; i < 2 * n; i++)
    {
      guint row = order[i % n];
      guint64 count = mis_world_get_agent (world, row)->count;
      guint64 part = (count * 7 + row) / 11;
      char id[16];

      for (guint p = 0; p < n_areas; p++)
        positions[p] = mis_world_get_position (world, row, p);
      g_snprintf (id, sizeof id, "part-%u", i);
      mis_sample_add_row (builder, id, i < n ? MIN (part, count) : count - MIN (part, count),
                          positions, n_areas);
    }
  return mis_world_builder_end (builder);
}

typedef struct
{
  MisWorld *one;
  MisWorld *other;
} Pair;

static void
check_regrouped (const MisScoring *scoring, gpointer user_data)
{
  Pair *pair = user_data;
  g_autoptr (MisScore) one = score_under (pair->one, *scoring);
  g_autoptr (MisScore) other = score_under (pair->other, *scoring);

  mis_assert_close (other->overall, one->overall, 1e-13, FLOOR);
  for (guint p = 0; p < one->n_areas; p++)
    {
      mis_assert_close (other->areas[p].raw, one->areas[p].raw, 1e-13, FLOOR);
      mis_assert_close (other->areas[p].entropy_bits, one->areas[p].entropy_bits, 1e-13, FLOOR);
      g_assert_cmpuint (other->areas[p].k, ==, one->areas[p].k);
    }
}

static void
test_regrouping (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (MisWorld) one = mis_small_random_world (rand, 18);
      g_autoptr (MisWorld) other = regroup (rand, one);
      Pair pair = { one, other };

      g_assert_cmpuint (mis_world_get_population (other), ==, mis_world_get_population (one));
      mis_foreach_scoring (check_regrouped, &pair);
    }
}

/* All weights and conflicts at one end of their ranges, which stay. */
static MisWorld *
move_to_end (MisWorld *world, gboolean high)
{
  MisWorld *moved = mis_world_ref (world);

  for (guint p = 0; p < mis_world_get_n_areas (world); p++)
    {
      guint n = 0;
      const MisConflict *conflicts = mis_area_get_conflicts (mis_world_get_area (world, p), &n);

      for (guint i = 0; i < n; i++)
        {
          MisWorld *last = moved;
          double end = high ? conflicts[i].high : conflicts[i].low;

          moved = mis_world_with_conflict (last, p, conflicts[i].g, conflicts[i].h, end, NULL);
          mis_world_unref (last);
        }
      for (guint row = 0; row < mis_world_get_n_agents (world); row++)
        {
          MisWorld *last = moved;
          MisPosition position = mis_world_get_position (world, row, p);

          position.weight = high ? position.high : position.low;
          moved = mis_world_with_position (last, row, p, &position, NULL);
          mis_world_unref (last);
        }
    }
  return moved;
}

/* M is nondecreasing in every conflict and weight, so the ends of the ranges bound it. */
static void
check_ranges (const MisScoring *scoring, gpointer user_data)
{
  Pair *pair = user_data;
  g_autoptr (MisScore) low = NULL;
  g_autoptr (MisScore) high = NULL;

  if (scoring->weights == MIS_WEIGHTS_SUM_TO_ONE)
    return;
  low = score_under (pair->one, *scoring);
  high = score_under (pair->other, *scoring);
  g_assert_cmpfloat (low->overall, <=, high->overall + 1e-14);
  for (guint p = 0; p < low->n_areas; p++)
    {
      g_assert_cmpuint (low->areas[p].k, ==, high->areas[p].k);
      if (!isnan (low->areas[p].raw))
        g_assert_cmpfloat (low->areas[p].misalignment, <=, high->areas[p].misalignment + 1e-14);
    }
}

static void
test_ranges (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 18);
      g_autoptr (MisWorld) low = move_to_end (world, FALSE);
      g_autoptr (MisWorld) high = move_to_end (world, TRUE);
      Pair pairs[] = { { low, world }, { world, high } };

      mis_foreach_scoring (check_ranges, &pairs[0]);
      mis_foreach_scoring (check_ranges, &pairs[1]);
    }
}

/* No population scores above what it can reach; in [0,1] but for the normalization by the limit. */
static void
check_bounds (const MisScoring *scoring, gpointer world)
{
  g_autoptr (MisScore) score = score_under (world, *scoring);

  for (guint p = 0; p < score->n_areas; p++)
    {
      const MisAreaScore *area = &score->areas[p];

      if (isnan (area->raw))
        continue;
      g_assert_cmpfloat (area->raw, >=, 0);
      g_assert_cmpfloat (area->raw, <=, area->maximum + 1e-14);
      if (scoring->normalization == MIS_NORMALIZATION_NONE)
        g_assert_cmpfloat (area->maximum, <=, area->possible + 1e-14);
      if (scoring->normalization == MIS_NORMALIZATION_MAXIMUM)
        g_assert_cmpfloat (area->misalignment, <=, 1);
    }
  if (scoring->normalization == MIS_NORMALIZATION_NONE)
    g_assert_cmpfloat (score->overall, <=, score->possible + 1e-14);
}

static void
test_bounds (void)
{
  foreach_random_world (15, 40, check_bounds);
}

/* What a population could score, where "no goal" clashes with nobody; and in the limit of a large
 * one, where each normalization makes it 1. */
static void
check_possible (const MisScoring *scoring, gpointer world)
{
  g_autoptr (MisScore) score = score_under (world, *scoring);
  g_autofree double *possible = g_new (double, score->n_areas);
  g_autofree double *limits = g_new (double, score->n_areas);
  gboolean normalized = scoring->normalization != MIS_NORMALIZATION_NONE;

  for (guint p = 0; p < score->n_areas; p++)
    {
      guint k = mis_area_get_n_goals (mis_world_get_area (world, p));
      double n = (double) score->areas[p].n;

      if (has_null_conflict (mis_world_get_area (world, p)))
        return;
      possible[p] =
        n < 2 ? (double) NAN : mis_normalize (mis_maximum (n, k, scoring->pairs), n, k, scoring);
      limits[p] = n < 2 ? (double) NAN : k < 2 ? 0 : normalized ? 1 : 1 - 1.0 / k;
      mis_assert_close (score->areas[p].possible, possible[p], 1e-14, FLOOR);
      if (n >= 2)
        mis_assert_close (score->areas[p].possible_limit, limits[p], 1e-14, FLOOR);
    }
  if (!score->has_score)
    {
      g_assert_cmpfloat (score->possible, ==, 0);
      g_assert_cmpfloat (score->possible_limit, ==, 0);
      return;
    }
  mis_assert_close (score->possible, mis_area_mean (possible, score->n_areas, scoring->area_mean),
                    1e-14, FLOOR);
  mis_assert_close (score->possible_limit,
                    mis_area_mean (limits, score->n_areas, scoring->area_mean), 1e-14, FLOOR);
}

static void
test_possible (void)
{
  foreach_random_world (16, 100, check_possible);
}

/* Scores so small that 1/score is no double any more. */
static void
test_tiny_harmonic_mean (void)
{
  const double same[] = { 1e-308, 1e-308 }, mixed[] = { 1e-310, 0.5 };

  g_assert_cmpfloat_with_epsilon (mis_area_mean (same, 2, MIS_AREA_MEAN_HARMONIC) / 1e-308, 1.0,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (mis_area_mean (mixed, 2, MIS_AREA_MEAN_HARMONIC) / 2e-310, 1.0,
                                  1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/brute-force", test_brute_force);
  g_test_add_func ("/score/replacement", test_replacement);
  g_test_add_func ("/score/unknown", test_unknown);
  g_test_add_func ("/score/regrouping", test_regrouping);
  g_test_add_func ("/score/ranges", test_ranges);
  g_test_add_func ("/score/bounds", test_bounds);
  g_test_add_func ("/score/possible", test_possible);
  g_test_add_func ("/score/tiny-harmonic-mean", test_tiny_harmonic_mean);
  return g_test_run ();
}
