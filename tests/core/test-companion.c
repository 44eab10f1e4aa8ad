#include "brute-force.h"
#include "core/edit.h"
#include "sample.h"

#include <math.h>

/* The comparison with brute force over all ways to score is part of test-score.c. */

static MisAnyConflict
get_any (MisWorld *world, const gint *stop)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  return mis_any_conflict (tally, score, stop);
}

static MisWorld *
make_rows (GRand *rand, guint n_rows, guint n_areas, guint64 most, gboolean coarse)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autofree MisPosition *positions = g_new (MisPosition, n_areas);
  char id[16];

  for (guint p = 0; p < n_areas; p++)
    {
      g_snprintf (id, sizeof id, "p%u", p);
      mis_sample_add_area (builder, mis_sample_area_with_null (id, 3, 0.25 + 0.5 * (p % 2),
                                                               p == 0 ? 0.5 : 0));
    }
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint p = 0; p < n_areas; p++)
        {
          int goal = g_rand_int_range (rand, MIS_UNKNOWN, 3);
          double weight = coarse ? 0.5 : g_rand_double (rand);

          positions[p] = goal == MIS_UNKNOWN ? MIS_POSITION_UNKNOWN : mis_position (goal, weight);
        }
      g_snprintf (id, sizeof id, "r%u", row);
      mis_sample_add_row (builder, id, (guint64) (g_rand_double (rand) * (double) most) + 1,
                          positions, n_areas);
    }
  return mis_world_builder_end (builder);
}

/* The definition, over pairs of rows instead of agents: for worlds too large for brute force. */
typedef struct
{
  const MisWorld *world;
  const MisScore *score;
  MisWeightMean mean;
} Rows;

static long double
row_product (const Rows *rows, const MisPosition *one, const MisPosition *other)
{
  long double product = 1;

  for (guint p = 0; p < rows->score->n_areas; p++)
    {
      const MisArea *area = mis_world_get_area (rows->world, p);
      long double x;

      if (isnan (rows->score->areas[p].raw))
        continue;
      if (one[p].goal == MIS_UNKNOWN || other[p].goal == MIS_UNKNOWN)
        x = rows->score->areas[p].raw;
      else
        x = mis_area_get_conflict (area, one[p].goal, other[p].goal).value
            * mis_brute_pair_weight (rows->mean, one[p].weight, other[p].weight);
      product *= 1 - x;
    }
  return product;
}

static long double
any_over_rows (MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  const MisScoring *scoring = mis_world_get_scoring (world);
  Rows rows = { world, score, scoring->weight_mean };
  guint n_areas = score->n_areas;
  guint n_rows = mis_world_get_n_agents (world);
  g_autofree MisPosition *positions = g_new (MisPosition, (gsize) n_rows * n_areas);
  gboolean distinct = scoring->pairs == MIS_PAIRS_DISTINCT;
  long double n = (long double) mis_world_get_population (world);
  long double sum = 0;

  for (guint i = 0; i < n_rows * n_areas; i++)
    positions[i] = mis_world_get_position (world, i / n_areas, i % n_areas);
  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j <= i; j++)
      {
        long double a = (long double) mis_world_get_agent (world, i)->count;
        long double b =
          (long double) mis_world_get_agent (world, j)->count - (distinct && i == j ? 1 : 0);

        sum += (i == j ? 1 : 2) * a * b
               * row_product (&rows, &positions[i * n_areas], &positions[j * n_areas]);
      }
  return 1 - sum / (n * (distinct ? n - 1 : n));
}

/* Counts make no difference to the cost. */
static void
test_exact (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (30);

  for (guint pairs = 0; pairs < 2; pairs++)
    {
      g_autoptr (MisWorld) rows = make_rows (rand, 300, 3, pairs == 0 ? 1000000000 : 3, FALSE);
      MisScoring scoring = { .pairs = (MisPairs) pairs };
      g_autoptr (MisWorld) world = mis_sample_rescored (rows, scoring);
      MisAnyConflict any = get_any (world, NULL);

      g_assert_cmpint (any.method, ==, MIS_ANY_CONFLICT_PAIRS);
      /* 10^5 terms in double */
      mis_assert_close (any.value, any_over_rows (world), 1e-12, 0.01);
    }
}

/* Rows of one agent, all with different weights, and some empty ones. */
static MisWorld *
make_distinct (guint n_rows, guint n_empty)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  mis_sample_add_area (builder, mis_sample_area ("p", 2, 1));
  for (guint i = 0; i < n_rows + n_empty; i++)
    {
      MisPosition position = mis_position ((int) (i % 2), (i + 1) / 4096.0);
      char id[16];

      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, i < n_empty ? 0 : 1, &position, 1);
    }
  return mis_world_builder_end (builder);
}

/* 2000 distinct rows with agents in them are summed, one more is sampled. */
static void
test_limit (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autoptr (MisWorld) at = make_distinct (2000, 50);
  g_autoptr (MisWorld) above = make_distinct (2001, 0);
  g_autoptr (MisWorld) wide = make_rows (rand, 3000, 2, 5, TRUE);
  g_autoptr (MisWorld) fine = make_rows (rand, 4000, 3, 5, FALSE);

  g_assert_cmpint (get_any (at, NULL).method, ==, MIS_ANY_CONFLICT_PAIRS);
  g_assert_cmpint (get_any (above, NULL).method, ==, MIS_ANY_CONFLICT_SAMPLED);
  /* 3000 rows, but no more than 25 distinct ones. */
  g_assert_cmpint (get_any (wide, NULL).method, ==, MIS_ANY_CONFLICT_PAIRS);
  mis_assert_close (get_any (wide, NULL).value, any_over_rows (wide), 1e-12, 0.01);
  g_assert_cmpint (get_any (fine, NULL).method, ==, MIS_ANY_CONFLICT_SAMPLED);
}

/* A little above the limit of 2000 distinct rows (a few are alike): within 0.002 of the exact
 * value, and always the same. The standard error of 10^6 draws is at most 0.0005. */
static void
test_sampled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);

  for (guint i = 0; i < 6; i++)
    {
      const guint64 most[] = { 1, 100, 1000000000 };
      g_autoptr (MisWorld) rows = make_rows (rand, 2200, 3 + i % 2, most[i % 3], FALSE);
      MisScoring scoring = { .weight_mean = (MisWeightMean) i, .pairs = (MisPairs) (i / 3) };
      g_autoptr (MisWorld) world = mis_sample_rescored (rows, scoring);
      MisAnyConflict any = get_any (world, NULL);
      long double exact = any_over_rows (world);

      g_assert_cmpint (any.method, ==, MIS_ANY_CONFLICT_SAMPLED);
      g_test_message ("sampled %.6f, exact %.6Lf, off by %.2Lg", any.value, exact,
                      any.value - exact);
      g_assert_cmpfloat_with_epsilon (any.value, (double) exact, 0.002);
      if (i == 0)
        g_assert_cmpfloat (any.value, ==, get_any (world, NULL).value);
      g_assert_cmpfloat (any.low, <=, (double) exact);
      g_assert_cmpfloat (any.high, >=, (double) exact);
    }
}

/* max M_p <= chance <= min (1, sum M_p), whatever the way to score. */
static void
check_bounds (const MisScoring *scoring, gpointer world)
{
  g_autoptr (MisWorld) rescored = mis_sample_rescored (world, *scoring);
  MisAnyConflict any = get_any (rescored, NULL);

  g_assert_cmpfloat (any.low, <=, any.value);
  g_assert_cmpfloat (any.value, <=, any.high);
  g_assert_cmpfloat (any.low, >=, 0);
  g_assert_cmpfloat (any.high, <=, 1);
}

static void
test_bounds (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (33);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 18);

      mis_foreach_scoring (check_bounds, world);
    }
}

/* One area: the chance is its score. Areas that always clash together add nothing to each other. */
static void
test_one_area (void)
{
  const guint64 counts[] = { 30, 70 };
  g_autoptr (MisWorld) one = mis_sample_groups (counts, 2, 1);
  g_autoptr (MisWorld) eight = mis_sample_carla (30, 70, 1, TRUE);

  mis_assert_close (get_any (one, NULL).value, 14.0L / 33, 1e-15, 1);
  mis_assert_close (get_any (eight, NULL).value, 14.0L / 33, 1e-15, 1);
  g_assert_cmpfloat (get_any (eight, NULL).high, ==, 1);
}

static void
test_nothing (void)
{
  const guint64 counts[] = { 0, 1 };
  g_autoptr (MisWorld) alone = mis_sample_groups (counts, 2, 1);
  g_autoptr (MisWorld) empty = mis_world_builder_end (mis_world_builder_new ());
  MisAnyConflict of_alone = get_any (alone, NULL);
  MisAnyConflict of_empty = get_any (empty, NULL);

  g_assert_cmpfloat (of_alone.value, ==, 0);
  g_assert_cmpfloat (of_alone.high, ==, 0);
  g_assert_cmpfloat (of_empty.value, ==, 0);
  g_assert_cmpfloat (of_empty.high, ==, 0);
}

/* Told to stop, it gives the bounds, exact or sampled. */
static void
test_stop (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (34);
  const guint sizes[] = { 1500, 2500 };
  const gint stop = 1;
  const gint go_on = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MisWorld) world = make_rows (rand, sizes[i], 4, 3, FALSE);
      MisAnyConflict stopped = get_any (world, &stop);
      MisAnyConflict finished = get_any (world, &go_on);

      g_assert_cmpint (stopped.method, ==, MIS_ANY_CONFLICT_BOUNDS);
      g_assert_true (isnan (stopped.value));
      g_assert_cmpint (finished.method, !=, MIS_ANY_CONFLICT_BOUNDS);
      g_assert_cmpfloat (stopped.low, ==, finished.low);
      g_assert_cmpfloat (stopped.high, ==, finished.high);
      g_assert_cmpfloat (stopped.low, <, stopped.high);
    }
}

/* The cost grows with rows and areas up to the limit, and is that of 10^6 draws above. */
static void
test_cost (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (35);
  g_autoptr (MisWorld) small = make_rows (rand, 100, 2, 1000, FALSE);
  g_autoptr (MisWorld) medium = make_rows (rand, 1000, 2, 1000, FALSE);
  g_autoptr (MisWorld) wide = make_rows (rand, 1000, 8, 1000, FALSE);
  g_autoptr (MisWorld) large = make_rows (rand, 20000, 2, 1000, FALSE);
  g_autoptr (MisWorld) larger = make_rows (rand, 40000, 2, 1000, FALSE);

  g_assert_cmpuint (mis_any_conflict_cost (small), >, 0);
  g_assert_cmpuint (mis_any_conflict_cost (medium), >, 10 * mis_any_conflict_cost (small));
  g_assert_cmpuint (mis_any_conflict_cost (wide), >, 2 * mis_any_conflict_cost (medium));
  g_assert_cmpuint (mis_any_conflict_cost (large), <, 100000000);
  g_assert_cmpuint (mis_any_conflict_cost (larger), <, 2 * mis_any_conflict_cost (large));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/companion/exact", test_exact);
  g_test_add_func ("/companion/limit", test_limit);
  g_test_add_func ("/companion/sampled", test_sampled);
  g_test_add_func ("/companion/bounds", test_bounds);
  g_test_add_func ("/companion/one-area", test_one_area);
  g_test_add_func ("/companion/nothing", test_nothing);
  g_test_add_func ("/companion/stop", test_stop);
  g_test_add_func ("/companion/cost", test_cost);
  return g_test_run ();
}
