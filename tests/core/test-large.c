#include "brute-force.h"
#include "core/edit.h"
#include "core/limits.h"
#include "sample.h"

#include <math.h>

/* Large counts, large populations, many distinct weights: against sums over pairs of rows. */

/* Sums of up to 10^6 positive terms: both the sum in long double and the fast one in double are
 * good to some 1e-14; 1e-12 is what the project promises. Relative: no value is taken as near 0. */
#define TOLERANCE 1e-12
#define FLOOR 1e-300

static MisScore *
score_under (MisWorld *world, MisScoring scoring)
{
  g_autoptr (MisWorld) rescored = mis_sample_rescored (world, scoring);
  g_autoptr (MisTally) tally = mis_tally_new (rescored, NULL);

  return mis_score_new (tally, NULL, NULL);
}

/* M_p by a double loop over rows, all of which hold a goal: agents of one row do not conflict. */
static long double
score_over_rows (const MisWorld *world, guint area, MisWeightMean mean)
{
  guint n_rows = mis_world_get_n_agents (world);
  const MisArea *value = mis_world_get_area (world, area);
  int k = (int) mis_area_get_n_goals (value);
  g_autofree double *conflicts = g_new (double, (gsize) k * (gsize) k);
  g_autofree MisPosition *positions = g_new (MisPosition, n_rows);
  g_autofree long double *counts = g_new (long double, n_rows);
  long double n = (long double) mis_world_get_population (world);
  long double sum = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      positions[i] = mis_world_get_position (world, i, area);
      counts[i] = (long double) mis_world_get_agent (world, i)->count;
    }
  for (int g = 0; g < k; g++)
    for (int h = 0; h < k; h++)
      conflicts[g * k + h] = mis_area_get_conflict (value, g, h).value;
  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < i; j++)
      {
        double c = conflicts[positions[i].goal * k + positions[j].goal];

        if (c > 0)
          sum += 2 * c * counts[i] * counts[j]
                 * mis_brute_pair_weight (mean, positions[i].weight, positions[j].weight);
      }
  return sum / (n * (n - 1));
}

static double
check_all_means (MisWorld *world)
{
  double worst = 0;

  for (guint mean = 0; mean < 6; mean++)
    {
      g_autoptr (MisScore) score =
        score_under (world, (MisScoring){ .weight_mean = (MisWeightMean) mean });

      for (guint p = 0; p < score->n_areas; p++)
        {
          long double expected = score_over_rows (world, p, (MisWeightMean) mean);

          mis_assert_close (score->areas[p].raw, expected, TOLERANCE, FLOOR);
          worst = MAX (worst, mis_deviation (score->areas[p].raw, expected, FLOOR));
        }
    }
  return worst;
}

typedef double (*DrawWeight) (GRand *rand);
typedef guint64 (*DrawCount) (GRand *rand);

static double
draw_uniform (GRand *rand)
{
  return g_rand_double_range (rand, 1e-6, 1);
}

static double
draw_log_uniform (GRand *rand)
{
  return MIN (exp (g_rand_double_range (rand, log (1e-6), 0)), 1);
}

static double
draw_with_zeros (GRand *rand)
{
  return g_rand_int_range (rand, 0, 5) == 0 ? 0 : draw_uniform (rand);
}

static double
draw_extreme (GRand *rand)
{
  return MIN (exp (g_rand_double_range (rand, -700, 0)), 1);
}

/* Five values: ties everywhere. */
static double
draw_tied (GRand *rand)
{
  return g_rand_int_range (rand, 0, 5) / 4.0;
}

static guint64
draw_one (GRand *rand)
{
  return 1;
}

static guint64
draw_many (GRand *rand)
{
  return (guint64) (g_rand_double (rand) * 1e12);
}

static MisWorld *
draw_world (GRand *rand, guint n_rows, guint n_goals, DrawWeight weight, DrawCount count)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;

  mis_sample_add_area (builder, mis_sample_area ("p", n_goals, 0.5));
  for (guint i = 0; i < n_rows; i++)
    {
      int goal = g_rand_int_range (rand, 0, (gint32) n_goals);
      double drawn = weight (rand);
      MisPosition position = mis_position (goal, drawn);
      char id[16];

      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, count (rand), &position, 1);
    }
  world = mis_world_builder_end (builder);
  return mis_world_with_conflict (world, 0, 0, 1, 1, NULL);
}

static void
check_draws (guint32 seed, DrawWeight weight, DrawCount count)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  double worst = 0;

  for (guint n_goals = 2; n_goals <= 4; n_goals += 2)
    {
      g_autoptr (MisWorld) world = draw_world (rand, 1000, n_goals, weight, count);

      worst = MAX (worst, check_all_means (world));
    }
  g_test_message ("worst relative deviation %.2g", worst);
}

static void
test_uniform (void)
{
  check_draws (50, draw_uniform, draw_one);
}

static void
test_uniform_many (void)
{
  check_draws (51, draw_uniform, draw_many);
}

static void
test_log_uniform (void)
{
  check_draws (52, draw_log_uniform, draw_one);
  check_draws (53, draw_log_uniform, draw_many);
}

static void
test_zeros (void)
{
  check_draws (54, draw_with_zeros, draw_one);
}

static void
test_extreme (void)
{
  check_draws (55, draw_extreme, draw_one);
}

static void
test_tied (void)
{
  check_draws (56, draw_tied, draw_one);
  check_draws (57, draw_tied, draw_many);
}

/* The harmonic mean is a sum over pairs of weights for few of them, an integral for many: 6,000
 * rows are many. Its error is 2e-14 (slice.c). */

static double
draw_far_apart (GRand *rand)
{
  return MIN (exp (g_rand_double_range (rand, log (1e-20), 0)), 1);
}

static double
draw_tiny (GRand *rand)
{
  return g_rand_double_range (rand, 1e-12, 2e-12);
}

/* Almost one weight: here it shows where the integral ends. */
static double
draw_narrow (GRand *rand)
{
  return g_rand_double_range (rand, 0.5, 0.50005);
}

static void
test_harmonic (void)
{
  const struct
  {
    DrawWeight weight;
    DrawCount count;
    guint n_goals;
  } cases[] = {
    { draw_uniform, draw_one, 2 },     { draw_uniform, draw_many, 4 },
    { draw_log_uniform, draw_one, 3 }, { draw_with_zeros, draw_many, 3 },
    { draw_far_apart, draw_one, 2 },   { draw_far_apart, draw_many, 5 },
    { draw_tiny, draw_one, 2 },        { draw_narrow, draw_one, 3 },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (59);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MisWorld) world = draw_world (rand, 6000, cases[i].n_goals, cases[i].weight,
                                               cases[i].count);
      g_autoptr (MisScore) score =
        score_under (world, (MisScoring){ .weight_mean = MIS_WEIGHT_MEAN_HARMONIC });
      long double expected = score_over_rows (world, 0, MIS_WEIGHT_MEAN_HARMONIC);

      mis_assert_close (score->overall, expected, TOLERANCE, FLOOR);
      g_test_message ("case %u: relative deviation %.2g", i,
                      mis_deviation (score->overall, expected, FLOOR));
    }
}

/* The smallest positive double as a weight, beside 1, beside itself, and many of them. */
static void
test_denormal (void)
{
  const double weights[][2] = { { 5e-324, 1 }, { 5e-324, 5e-324 }, { 1e-310, 1e-5 }, { 0, 5e-324 },
                                { 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    for (guint rows = 2; rows <= 800; rows *= 20)
      {
        MisWorldBuilder *builder = mis_world_builder_new ();
        g_autoptr (MisWorld) world = NULL;

        mis_sample_add_area (builder, mis_sample_area ("p", 2, 1));
        for (guint row = 0; row < rows; row++)
          {
            MisPosition position = mis_position ((int) (row % 2), weights[i][(row / 2) % 2]);
            char id[16];

            g_snprintf (id, sizeof id, "r%u", row);
            mis_sample_add_row (builder, id, 1, &position, 1);
          }
        world = mis_world_builder_end (builder);
        for (guint mean = 0; mean < 6; mean++)
          {
            MisScoring scoring = { .weight_mean = (MisWeightMean) mean };
            g_autoptr (MisScore) score = score_under (world, scoring);

            /* Below 1e-290 the result has no 12 digits left. */
            mis_assert_close (score->overall, score_over_rows (world, 0, (MisWeightMean) mean),
                              TOLERANCE, 1e-290);
          }
      }
}

/* Two groups at the limits of counts: n^2 is 10^24 and more. */
static void
test_counts (void)
{
  const guint64 counts[][2] = { { MIS_MAX_COUNT, MIS_MAX_COUNT },
                                { MIS_MAX_COUNT, MIS_MAX_COUNT - 1 },
                                { MIS_MAX_COUNT, 1 },
                                { 999999999989, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (MisWorld) world = mis_sample_groups (counts[i], 2, 0.75);
      g_autoptr (MisWorld) weighted = mis_world_with_weight (world, 0, 0, 0.3, NULL);
      long double a = counts[i][0];
      long double b = counts[i][1];
      g_autoptr (MisScore) score = score_under (world, (MisScoring) { 0 });

      mis_assert_close (score->overall, 0.75L * 2 * a * b / ((a + b) * (a + b - 1)), 1e-15, FLOOR);
      g_assert_cmpuint (score->n_agents, ==, counts[i][0] + counts[i][1]);
      check_all_means (world);
      check_all_means (weighted);
    }
}

/* 9,008 rows with 2^53 - 1 agents together. */
static void
test_population (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;
  long double held[3] = { 0 };
  long double n = MIS_MAX_POPULATION;
  g_autoptr (MisScore) score = NULL;
  MisAnyConflict any;
  g_autoptr (MisTally) tally = NULL;

  mis_sample_add_area (builder, mis_sample_area ("p", 3, 1));
  for (guint i = 0; i < 9008; i++)
    {
      MisPosition position = mis_position ((int) (i * i % 3), 1);
      guint64 count = i < 9007 ? MIS_MAX_COUNT : G_GUINT64_CONSTANT (199254740991);
      char id[16];

      held[i * i % 3] += count;
      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, count, &position, 1);
    }
  world = mis_world_builder_end (builder);
  tally = mis_tally_new (world, NULL);
  score = mis_score_new (tally, NULL, NULL);
  g_assert_cmpuint (score->areas[0].n, ==, MIS_MAX_POPULATION);
  mis_assert_close (score->overall,
                    (n * n - held[0] * held[0] - held[1] * held[1] - held[2] * held[2])
                      / (n * (n - 1)),
                    1e-15, FLOOR);
  any = mis_any_conflict (tally, score, NULL);
  g_assert_cmpint (any.method, ==, MIS_ANY_CONFLICT_PAIRS);
  mis_assert_close (any.value, score->overall, TOLERANCE, FLOOR);
}

/* With replacement, a thousand times as many agents of each kind have the same score: 10^2 to 10^11
 * agents give the same digits. */
static void
test_scale (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (58);
  g_autoptr (MisWorld) small = draw_world (rand, 100, 4, draw_uniform, draw_one);
  g_autofree guint64 *counts = g_new (guint64, 100);

  for (guint64 count = 1000; count <= 1000000000; count *= 1000)
    {
      g_autoptr (MisWorld) large = NULL;

      for (guint i = 0; i < 100; i++)
        counts[i] = count;
      large = mis_world_with_counts (small, counts, NULL);
      for (guint mean = 0; mean < 6; mean++)
        {
          MisScoring scoring = { .weight_mean = (MisWeightMean) mean,
                                 .pairs = MIS_PAIRS_REPLACEMENT };
          g_autoptr (MisScore) one = score_under (small, scoring);
          g_autoptr (MisScore) other = score_under (large, scoring);

          mis_assert_close (other->overall, one->overall, 1e-13, FLOOR);
        }
    }
}

/* Two large rows and 50,000 small ones: sums are compensated. */
static void
test_many_rows (void)
{
  const guint n_rows = 50000;
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisScore) score = NULL;
  long double s[2] = { 0 };
  long double n = 0;

  mis_sample_add_area (builder, mis_sample_area ("p", 2, 1));
  for (guint i = 0; i < n_rows; i++)
    {
      double weight = (i * 7919 % 100003 + 1) / 100003.0;
      MisPosition position = mis_position ((int) (i % 2), weight);
      guint64 count = i < 2 ? 100000000000 : i % 10;
      char id[16];

      s[i % 2] += count * sqrtl (weight);
      n += count;
      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, count, &position, 1);
    }
  world = mis_world_builder_end (builder);
  score = score_under (world, (MisScoring) { 0 });
  mis_assert_close (score->overall, 2 * s[0] * s[1] / (n * (n - 1)), 2e-15, FLOOR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/large/uniform", test_uniform);
  g_test_add_func ("/large/uniform/many", test_uniform_many);
  g_test_add_func ("/large/log-uniform", test_log_uniform);
  g_test_add_func ("/large/zeros", test_zeros);
  g_test_add_func ("/large/extreme", test_extreme);
  g_test_add_func ("/large/tied", test_tied);
  g_test_add_func ("/large/harmonic", test_harmonic);
  g_test_add_func ("/large/denormal", test_denormal);
  g_test_add_func ("/large/counts", test_counts);
  g_test_add_func ("/large/population", test_population);
  g_test_add_func ("/large/scale", test_scale);
  g_test_add_func ("/large/many-rows", test_many_rows);
  return g_test_run ();
}
