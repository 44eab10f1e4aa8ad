#include "brute-force.h"
#include "core/edit.h"
#include "sample.h"

#include <math.h>

/* The known values of the case studies and theorems of the paper, to ten digits: half a unit of
 * the last. */
#define TEN_DIGITS 5.1e-11
#define FOUR_DIGITS 5.1e-5

#define assert_near(found_, expected_, error_) \
  g_assert_cmpfloat_with_epsilon ((found_), (expected_), (error_))

static MisScore *
score_under (MisWorld *world, MisScoring scoring)
{
  g_autoptr (MisWorld) rescored = mis_sample_rescored (world, scoring);
  g_autoptr (MisTally) tally = mis_tally_new (rescored, NULL);

  return mis_score_new (tally, NULL, NULL);
}

static double
overall_under (MisWorld *world, MisScoring scoring)
{
  g_autoptr (MisScore) score = score_under (world, scoring);

  return score->overall;
}

static double
any_conflict (MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  return mis_any_conflict (tally, score, NULL).value;
}

static const MisScoring paper = { 0 };
static const MisScoring replacement = { .pairs = MIS_PAIRS_REPLACEMENT };
static const MisScoring limit = { .normalization = MIS_NORMALIZATION_LIMIT };
static const MisScoring maximum = { .normalization = MIS_NORMALIZATION_MAXIMUM };

/* 16 digits are printed: one unit of the last is 1e-16, a double rounds to 5.6e-17. */
static void
test_thirty_seventy (void)
{
  const guint64 counts[] = { 30, 70 };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 2, 1);

  assert_near (overall_under (world, paper), 0.4242424242424242, 1.1e-16);
  assert_near (overall_under (world, replacement), 0.42, 1.1e-16);
}

static void
test_shopping (void)
{
  /* By fractions the harmonic mean is 0.25224455999. */
  static const double means[] = { 0.2568893180, 0.2616666667, 0.2522445600,
                                  0.2166666667, 0.3066666667, 0.3333333333 };
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisScore) score = score_under (world, paper);

  assert_near (score->areas[0].misalignment, 0.0897212875, TEN_DIGITS);
  assert_near (score->areas[1].misalignment, 0.4240573484, TEN_DIGITS);
  for (guint mean = 0; mean < 6; mean++)
    assert_near (overall_under (world, (MisScoring) { .weight_mean = (MisWeightMean) mean }),
                 means[mean], TEN_DIGITS);
  assert_near (overall_under (world, limit), 0.3853339770, TEN_DIGITS);
  assert_near (score->expected_conflicts, 0.5137786359, TEN_DIGITS);
  assert_near (any_conflict (world), 0.4758916209, TEN_DIGITS);
  /* all digits, as the command line prints them */
  assert_near (score->overall, 0.25688931797422987, 2e-16);
  assert_near (score->areas[0].raw, 0.0897212875491429, 2e-16);
  assert_near (score->areas[0].entropy_bits, 1.584962500721156, 4e-16);
  g_assert_cmpuint (score->areas[0].goals_held, ==, 3);
  g_assert_cmpfloat (score->areas[0].maximum, ==, 1);
}

/* Area means of the two scores, by hand. */
static void
test_area_means (void)
{
  const double food = 0.0897212875491429;
  const double household = 0.4240573483993168;
  const double expected[] = { (food + household) / 2, sqrt (food * household),
                              2 / (1 / food + 1 / household), food, household };
  g_autoptr (MisWorld) world = mis_sample_shopping ();

  for (guint mean = 0; mean < 5; mean++)
    assert_near (overall_under (world, (MisScoring) { .area_mean = (MisAreaMean) mean }),
                 expected[mean], 1e-14);
}

static void
test_carla (void)
{
  g_autoptr (MisWorld) full = mis_sample_carla (500, 500, 1, FALSE);
  g_autoptr (MisWorld) half = mis_sample_carla (500, 500, 0.5, FALSE);
  g_autoptr (MisWorld) heavy = mis_sample_carla (500, 500, 1, TRUE);
  g_autoptr (MisScore) score = score_under (full, paper);

  assert_near (score->overall, 0.1063460861, TEN_DIGITS);
  assert_near (overall_under (half, paper), 0.0531730430, TEN_DIGITS);
  assert_near (overall_under (heavy, paper), 0.5005005005, TEN_DIGITS);
  assert_near (score->expected_conflicts, 0.8508, FOUR_DIGITS);
  assert_near (any_conflict (full), 0.4509, FOUR_DIGITS);
}

/* Theorem 3: n(k-1) / (k(n-1)) where k divides n; the same by the formula for the maximum. */
static void
test_equal_groups (void)
{
  for (guint k = 2; k <= 7; k++)
    for (guint64 size = 1; size <= 1000000; size *= 10)
      {
        const guint64 counts[] = { size, size, size, size, size, size, size };
        g_autoptr (MisWorld) world = mis_sample_groups (counts, k, 1);
        g_autoptr (MisScore) score = score_under (world, paper);
        double n = (double) (size * k);
        double expected = n * (k - 1) / (k * (n - 1));

        mis_assert_close (score->overall, expected, 4e-16, 0.01);
        mis_assert_close (score->areas[0].maximum, expected, 4e-16, 0.01);
        mis_assert_close (mis_maximum (n, k, MIS_PAIRS_DISTINCT), expected, 4e-16, 0.01);
        mis_assert_close (overall_under (world, maximum), 1, 4e-16, 0.01);
        g_assert_cmpfloat (overall_under (world, maximum), <=, 1);
        mis_assert_close (overall_under (world, limit), n / (n - 1), 4e-16, 0.01);
        mis_assert_close (overall_under (world, replacement), 1 - 1.0 / k, 4e-16, 0.01);
        mis_assert_close (score->areas[0].entropy_bits, log2 (k), 1e-15, 0.01);
      }
}

/* Theorem 4: to (k-1)/k, from above. */
static void
test_large_population (void)
{
  const guint64 counts[] = { 100000000, 100000000, 100000000, 100000000 };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 4, 1);
  double score = overall_under (world, paper);

  g_assert_cmpfloat (score, >, 0.75);
  assert_near (score, 0.75, 1e-8);
}

static void
test_aligned (void)
{
  const guint64 one_goal[] = { 0, 40, 0 };
  const guint64 nobody[] = { 0, 0, 0 };
  const guint64 single[] = { 0, 1, 0 };
  g_autoptr (MisWorld) same = mis_sample_groups (one_goal, 3, 1);
  g_autoptr (MisWorld) none = mis_sample_groups (nobody, 3, 1);
  g_autoptr (MisWorld) alone = mis_sample_groups (single, 3, 1);
  g_autoptr (MisScore) same_score = score_under (same, paper);
  g_autoptr (MisScore) alone_score = score_under (alone, replacement);
  g_autoptr (MisScore) none_score = score_under (none, paper);

  g_assert_cmpfloat (same_score->overall, ==, 0);
  g_assert_true (same_score->has_score);
  g_assert_cmpfloat (same_score->areas[0].misalignment, ==, 0);
  g_assert_cmpfloat (alone_score->overall, ==, 0);
  g_assert_false (alone_score->has_score);
  g_assert_true (isnan (alone_score->areas[0].misalignment));
  g_assert_false (none_score->has_score);
  g_assert_true (isnan (none_score->areas[0].raw));
}

/* Everybody has no goal: 0. With a conflict with it, it is a goal like others, of weight 1. */
static void
test_no_goal (void)
{
  for (guint clashes = 0; clashes < 2; clashes++)
    {
      MisWorldBuilder *builder = mis_world_builder_new ();
      const MisPosition none = mis_position (MIS_NO_GOAL, 0.25);
      const MisPosition goal = mis_position (0, 1);
      g_autoptr (MisWorld) world = NULL;
      g_autoptr (MisScore) score = NULL;

      mis_sample_add_area (builder, mis_sample_area_with_null ("p", 2, 1, clashes * 0.5));
      mis_sample_add_row (builder, "none", 30, &none, 1);
      mis_sample_add_row (builder, "goal", 70, &goal, 1);
      world = mis_world_builder_end (builder);
      score = score_under (world, paper);
      assert_near (score->overall, clashes * 0.5 * 0.5 * 0.4242424242424242, 2e-16);
      g_assert_cmpuint (score->areas[0].k, ==, 1 + clashes);
      g_assert_cmpuint (score->areas[0].goals_held, ==, 1);
      g_assert_cmpuint (score->areas[0].n, ==, 100);
    }
}

/* Gini-Simpson: with weights 1 and replacement, 1 - sum p^2; Shannon entropy of the same shares. */
static void
test_entropy (void)
{
  const guint64 counts[] = { 50, 25, 25 };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 3, 1);
  g_autoptr (MisScore) score = score_under (world, replacement);

  assert_near (score->overall, 1 - 0.25 - 0.0625 - 0.0625, 2e-16);
  assert_near (score->areas[0].entropy_bits, 1.5, 4e-16);
}

/* 4 goals have 6 distinct conflict values. */
static void
test_six_values (void)
{
  g_autoptr (MisArea) area = mis_sample_area ("p", 4, 0.5);
  guint n = 0;

  for (int g = 0; g < 4; g++)
    {
      double row[4] = { -1, -1, -1, -1 };

      mis_area_fill_upper_row (area, g, row);
      for (guint h = 0; h < 4; h++)
        n += row[h] >= 0 ? 1 : 0;
    }
  g_assert_cmpuint (n, ==, 6);
}

/* The formula for the maximum is the highest score of all partitions. */
static void
test_maximum (void)
{
  for (guint k = 1; k <= 5; k++)
    for (guint n = 1; n <= 12; n++)
      {
        if (n > 1)
          mis_assert_close (mis_maximum (n, k, MIS_PAIRS_DISTINCT),
                            mis_brute_maximum (n, k, MIS_PAIRS_DISTINCT), 4e-16, 0.01);
        mis_assert_close (mis_maximum (n, k, MIS_PAIRS_REPLACEMENT),
                          mis_brute_maximum (n, k, MIS_PAIRS_REPLACEMENT), 4e-16, 0.01);
      }
  g_assert_cmpfloat (mis_maximum (0, 3, MIS_PAIRS_DISTINCT), ==, 0);
  g_assert_cmpfloat (mis_maximum (1, 3, MIS_PAIRS_DISTINCT), ==, 0);
  g_assert_cmpfloat (mis_maximum (0, 3, MIS_PAIRS_REPLACEMENT), ==, 0);
  g_assert_cmpfloat (mis_maximum (10, 0, MIS_PAIRS_DISTINCT), ==, 0);
  g_assert_cmpfloat (mis_maximum (10, 1, MIS_PAIRS_REPLACEMENT), ==, 0);
}

static void
test_small_functions (void)
{
  const double values[] = { 0.5, NAN, 0.125 };
  const double zero[] = { 0.5, 0 };
  const double nothing[] = { NAN, NAN };

  g_assert_cmpfloat (mis_pairs_count (1e15, MIS_PAIRS_DISTINCT), ==, 1e15 * (1e15 - 1));
  g_assert_cmpfloat (mis_pairs_count (3, MIS_PAIRS_DISTINCT), ==, 6);
  g_assert_cmpfloat (mis_pairs_count (3, MIS_PAIRS_REPLACEMENT), ==, 9);
  g_assert_cmpfloat (mis_area_mean (values, 3, MIS_AREA_MEAN_ARITHMETIC), ==, 0.3125);
  assert_near (mis_area_mean (values, 3, MIS_AREA_MEAN_GEOMETRIC), 0.25, 1e-15);
  assert_near (mis_area_mean (values, 3, MIS_AREA_MEAN_HARMONIC), 0.2, 1e-15);
  g_assert_cmpfloat (mis_area_mean (values, 3, MIS_AREA_MEAN_MINIMUM), ==, 0.125);
  g_assert_cmpfloat (mis_area_mean (values, 3, MIS_AREA_MEAN_MAXIMUM), ==, 0.5);
  g_assert_cmpfloat (mis_area_mean (zero, 2, MIS_AREA_MEAN_GEOMETRIC), ==, 0);
  g_assert_cmpfloat (mis_area_mean (zero, 2, MIS_AREA_MEAN_HARMONIC), ==, 0);
  for (guint mean = 0; mean < 5; mean++)
    {
      g_assert_true (isnan (mis_area_mean (nothing, 2, (MisAreaMean) mean)));
      g_assert_true (isnan (mis_area_mean (NULL, 0, (MisAreaMean) mean)));
    }
  assert_near (mis_normalize (0.25, 10, 2, &limit), 0.5, 1e-16);
  assert_near (mis_normalize (0.25, 10, 2, &maximum), 0.25 / (10.0 / 18), 1e-16);
  g_assert_cmpfloat (mis_normalize (0.25, 10, 1, &limit), ==, 0.25);
  g_assert_cmpfloat (mis_normalize (0.25, 10, 0, &maximum), ==, 0.25);
  g_assert_cmpfloat (mis_normalize (0.25, 10, 5, &paper), ==, 0.25);
}

/* Theory of random worlds */

/* Two exclusive goals with the same @m equally spaced weights: the mean of f over two weights drawn
 * evenly from [lo, hi], to the error of the midpoint rule, some m^-1.5 where sqrt meets 0. */
static double
mean_pair_weight (MisWeightMean mean, double lo, double hi)
{
  const guint m = 1500;
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;
  double n = 2.0 * m;

  mis_sample_add_area (builder, mis_sample_area ("p", 2, 1));
  for (guint i = 0; i < 2 * m; i++)
    {
      MisPosition position = mis_position ((int) (i % 2), lo + (hi - lo) * (i / 2 + 0.5) / m);
      char id[16];

      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, 1, &position, 1);
    }
  world = mis_world_builder_end (builder);
  return overall_under (world, (MisScoring) { .weight_mean = mean }) * n * (n - 1) / (2.0 * m * m);
}

static void
test_mean_pair_weights (void)
{
  const double ranges[][2] = { { 0, 1 }, { 0.25, 0.75 } };
  const double harmonic[] = { 4.0 / 3 * (1 - G_LN2), 0.4787991051 };

  for (guint i = 0; i < 2; i++)
    {
      double lo = ranges[i][0];
      double hi = ranges[i][1];
      double root = 2.0 / 3 * (hi + sqrt (hi * lo) + lo) / (sqrt (hi) + sqrt (lo));

      assert_near (mean_pair_weight (MIS_WEIGHT_MEAN_GEOMETRIC, lo, hi), root * root, 1e-5);
      assert_near (mean_pair_weight (MIS_WEIGHT_MEAN_ARITHMETIC, lo, hi), (lo + hi) / 2, 1e-12);
      assert_near (mean_pair_weight (MIS_WEIGHT_MEAN_HARMONIC, lo, hi), harmonic[i], 1e-5);
      assert_near (mean_pair_weight (MIS_WEIGHT_MEAN_MINIMUM, lo, hi), lo + (hi - lo) / 3, 1e-6);
      assert_near (mean_pair_weight (MIS_WEIGHT_MEAN_MAXIMUM, lo, hi), hi - (hi - lo) / 3, 1e-6);
      assert_near (mean_pair_weight (MIS_WEIGHT_MEAN_NONE, lo, hi), 1, 1e-12);
    }
  /* figure 5 of the paper */
  assert_near (mean_pair_weight (MIS_WEIGHT_MEAN_GEOMETRIC, 0.25, 0.75), 0.4891026432, 1e-7);
}

/* @n agents with goals drawn evenly from @k, and @no_goal one more choice. */
static double
draw_score (GRand *rand, guint n, guint k, gboolean no_goal)
{
  guint64 counts[8] = { 0 };
  g_autoptr (MisWorld) world = NULL;

  for (guint i = 0; i < n; i++)
    counts[g_rand_int_range (rand, 0, (gint32) (k + (no_goal ? 1 : 0)))] += 1;
  if (no_goal)
    {
      MisWorldBuilder *builder = mis_world_builder_new ();
      const MisPosition none = mis_position (MIS_NO_GOAL, 1);

      mis_sample_add_area (builder, mis_sample_area ("p", k, 1));
      mis_sample_add_row (builder, "none", counts[k], &none, 1);
      for (guint g = 0; g < k; g++)
        {
          const MisPosition position = mis_position ((int) g, 1);
          char id[16];

          g_snprintf (id, sizeof id, "g%u", g);
          mis_sample_add_row (builder, id, counts[g], &position, 1);
        }
      world = mis_world_builder_end (builder);
    }
  else
    world = mis_sample_groups (counts, k, 1);
  return overall_under (world, paper);
}

/* E M_p = (k-1)/k, or k(k-1)/(k+1)^2 with no goal, for every n; Var M_p = 2(k-1)/(k^2 n(n-1)). The
 * mean of 2000 draws lies within 5 standard errors, their variance within 20 % (about 5
 * as well). */
static void
test_random_goals (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  const guint runs = 2000;

  for (guint k = 2; k <= 5; k++)
    for (guint no_goal = 0; no_goal < 2; no_goal++)
      {
        const guint n = 4 + 3 * k;
        double sum = 0;
        double squares = 0;
        double expected = no_goal ? k * (k - 1.0) / ((k + 1.0) * (k + 1.0)) : (k - 1.0) / k;
        double variance;

        for (guint i = 0; i < runs; i++)
          {
            double score = draw_score (rand, n, k, no_goal != 0);

            sum += score;
            squares += (score - expected) * (score - expected);
          }
        variance = squares / runs;
        assert_near (sum / runs, expected, 5 * sqrt (variance / runs));
        if (!no_goal)
          assert_near (variance / (2 * (k - 1.0) / (k * k * n * (n - 1.0))), 1, 0.2);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-values/thirty-seventy", test_thirty_seventy);
  g_test_add_func ("/known-values/shopping", test_shopping);
  g_test_add_func ("/known-values/area-means", test_area_means);
  g_test_add_func ("/known-values/carla", test_carla);
  g_test_add_func ("/known-values/equal-groups", test_equal_groups);
  g_test_add_func ("/known-values/large-population", test_large_population);
  g_test_add_func ("/known-values/aligned", test_aligned);
  g_test_add_func ("/known-values/no-goal", test_no_goal);
  g_test_add_func ("/known-values/entropy", test_entropy);
  g_test_add_func ("/known-values/six-values", test_six_values);
  g_test_add_func ("/known-values/maximum", test_maximum);
  g_test_add_func ("/known-values/small-functions", test_small_functions);
  g_test_add_func ("/known-values/mean-pair-weights", test_mean_pair_weights);
  g_test_add_func ("/known-values/random-goals", test_random_goals);
  return g_test_run ();
}
