#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "core/share.h"
#include "sample.h"

#include <math.h>

/* Apportionment */

/* Largest remainders in whole numbers: parts up to 10^4, totals up to 10^6. */
static void
apportion_exactly (const guint *parts, guint n, guint64 total, guint64 *counts)
{
  g_autofree guint64 *remainders = g_new (guint64, n);
  guint64 sum = 0;
  guint64 left = total;

  for (guint i = 0; i < n; i++)
    sum += parts[i];
  for (guint i = 0; i < n; i++)
    {
      counts[i] = total * parts[i] / sum;
      remainders[i] = total * parts[i] % sum;
      left -= counts[i];
    }
  for (; left > 0; left--)
    {
      guint best = 0;

      for (guint i = 1; i < n; i++)
        if (remainders[i] > remainders[best])
          best = i;
      counts[best] += 1;
      remainders[best] = 0;
    }
}

static void
expect_counts (const double *parts, guint n, guint64 total, const guint64 *expected)
{
  g_autofree guint64 *counts = g_new (guint64, n);

  mis_apportion (parts, n, total, counts);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (counts[i], ==, expected[i]);
}

static void
test_apportion (void)
{
  expect_counts ((double[]) { 1, 1, 1 }, 3, 10, (guint64[]) { 4, 3, 3 });
  expect_counts ((double[]) { 1, 1, 1 }, 3, 11, (guint64[]) { 4, 4, 3 });
  expect_counts ((double[]) { 0, 1 }, 2, 5, (guint64[]) { 0, 5 });
  expect_counts ((double[]) { 0.3, 0.3, 0.4 }, 3, 10, (guint64[]) { 3, 3, 4 });
  expect_counts ((double[]) { 3, 7 }, 2, 0, (guint64[]) { 0, 0 });
  expect_counts ((double[]) { 1e-9, 1e-9 }, 2, 3, (guint64[]) { 2, 1 });
  expect_counts ((double[]) { 5 }, 1, MIS_MAX_POPULATION, (guint64[]) { MIS_MAX_POPULATION });
  /* Remainders of 1/3 each, which are not equal as doubles: the earlier one has it. */
  expect_counts ((double[]) { 4, 1, 1 }, 3, 2, (guint64[]) { 2, 0, 0 });
  expect_counts ((double[]) { 0.4, 0.1, 0.1 }, 3, 2, (guint64[]) { 2, 0, 0 });
}

static void
test_apportion_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (40);

  for (guint i = 0; i < 20000; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 8);
      gint32 most = i % 2 == 0 ? 6 : 10000;
      guint64 total = (guint64) g_rand_int_range (rand, 0, i % 3 == 0 ? 20 : 1000000);
      guint parts[8] = { 0 };
      double shares[8];
      guint64 expected[8];
      double scale = i % 5 == 0 ? 1 : 1.0 / 8;

      for (guint j = 0; j < n; j++)
        parts[j] = (guint) g_rand_int_range (rand, 0, most);
      parts[g_rand_int_range (rand, 0, (gint32) n)] += 1;
      for (guint j = 0; j < n; j++)
        shares[j] = parts[j] * scale;
      apportion_exactly (parts, n, total, expected);
      expect_counts (shares, n, total, expected);
    }
}

/* Totals where a double no longer tells neighbours apart: the sum is exact all the same, and every
 * count within 1 of its part, and the error of the part itself. */
static void
test_apportion_large (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);

  for (guint i = 0; i < 2000; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 200);
      g_autofree double *parts = g_new (double, n);
      g_autofree guint64 *counts = g_new (guint64, n);
      guint64 total = MIS_MAX_POPULATION - (guint64) g_rand_int_range (rand, 0, 1000000);
      guint64 handed_out = 0;
      long double sum = 0;

      for (guint j = 0; j < n; j++)
        {
          parts[j] =
            g_rand_double (rand) * (g_rand_boolean (rand) ? 1 : 1e-12) + (j == 0 ? 1e-3 : 0);
          sum += parts[j];
        }
      mis_apportion (parts, n, total, counts);
      for (guint j = 0; j < n; j++)
        {
          long double exact = total * (parts[j] / sum);

          handed_out += counts[j];
          g_assert_cmpfloat (fabsl (counts[j] - exact), <=, 1 + 1e-13L * exact);
        }
      g_assert_cmpuint (handed_out, ==, total);
    }
}

/* Whole counts */

static void
expect_share (const guint64 *from, guint n, guint agent, double share, const gboolean *locked,
              const guint64 *to)
{
  g_autoptr (MisWorld) world = mis_sample_groups (from, n, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) moved = mis_world_with_share (world, agent, share, locked, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (mis_world_get_agent (moved, i)->count, ==, to[i]);
}

static void
test_with_share (void)
{
  const guint64 two[] = { 30, 70 };
  const guint64 three[] = { 10, 20, 70 };
  const guint64 alone[] = { 100, 0, 0, 0 };
  const gboolean last[] = { FALSE, FALSE, TRUE, FALSE };
  const gboolean self[] = { TRUE, FALSE, FALSE, FALSE };

  expect_share (two, 2, 0, 0.5, NULL, (guint64[]) { 50, 50 });
  expect_share (two, 2, 1, 0.5, NULL, (guint64[]) { 50, 50 });
  expect_share (two, 2, 0, 0, NULL, (guint64[]) { 0, 100 });
  expect_share (two, 2, 0, 1, NULL, (guint64[]) { 100, 0 });
  expect_share (three, 3, 0, 0.55, NULL, (guint64[]) { 55, 10, 35 });
  expect_share (three, 3, 0, 0.25, last, (guint64[]) { 25, 5, 70 });
  expect_share (three, 3, 0, 1, last, (guint64[]) { 30, 0, 70 });
  expect_share (three, 3, 0, 0, last, (guint64[]) { 0, 30, 70 });
  /* Nobody else there: evenly, the earlier one first; a locked one keeps its 0. */
  expect_share (alone, 4, 0, 0.49, NULL, (guint64[]) { 49, 17, 17, 17 });
  expect_share (alone, 4, 0, 0.5, NULL, (guint64[]) { 50, 17, 17, 16 });
  expect_share (alone, 4, 0, 0.49, last, (guint64[]) { 49, 26, 0, 25 });
  /* The lock of the group that is moved is not asked. */
  expect_share (three, 3, 0, 0.55, self, (guint64[]) { 55, 10, 35 });
}

static void
test_with_share_nothing (void)
{
  const guint64 counts[] = { 10, 20, 70 };
  const guint64 nobody[] = { 0, 0, 0 };
  const gboolean others[] = { FALSE, TRUE, TRUE };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 3, 1);
  g_autoptr (MisWorld) empty = mis_sample_groups (nobody, 3, 1);
  g_autoptr (MisWorld) locked = mis_world_with_share (world, 0, 0.5, others, NULL);
  g_autoptr (MisWorld) same = mis_world_with_share (world, 0, 0.1, NULL, NULL);
  g_autoptr (MisWorld) still_empty = mis_world_with_share (empty, 0, 0.5, NULL, NULL);

  g_assert_true (locked == world);
  g_assert_true (same == world);
  g_assert_cmpuint (mis_world_get_population (still_empty), ==, 0);
}

/* A group takes no more than 10^12 agents. */
static void
test_with_share_limit (void)
{
  const guint64 counts[] = { MIS_MAX_COUNT, MIS_MAX_COUNT, MIS_MAX_COUNT };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 3, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_world_with_share (world, 0, 0.5, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, MIS_ERROR);
  g_clear_error (&error);
  g_assert_null (mis_world_with_population (world, MIS_MAX_POPULATION, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, MIS_ERROR);
}

/* The group has its share to a whole agent, the locked ones what they had, the others their
 * proportions to an agent and a half: one is rounded, then the rest is. */
static void
check_random_share (GRand *rand)
{
  guint n = (guint) g_rand_int_range (rand, 2, 9);
  guint64 most = g_rand_boolean (rand) ? 20 : 10000000;
  guint64 counts[8];
  gboolean locked[8];
  guint agent = (guint) g_rand_int_range (rand, 0, (gint32) n);
  double share = g_rand_double (rand);
  long double kept = 0, others = 0, total, rest;

  for (guint i = 0; i < n; i++)
    {
      counts[i] = (guint64) (g_rand_double (rand) * (double) most) + 1;
      locked[i] = i != agent && g_rand_int_range (rand, 0, 4) == 0;
      kept += locked[i] ? counts[i] : 0;
      others += locked[i] || i == agent ? 0 : counts[i];
    }
  if (others == 0)
    return;
  total = kept + others + counts[agent];
  rest = MAX (total - kept - share * total, 0);

  g_autoptr (MisWorld) world = mis_sample_groups (counts, n, 1);
  g_autoptr (MisWorld) moved = mis_world_with_share (world, agent, share, locked, NULL);

  g_assert_cmpuint (mis_world_get_population (moved), ==, mis_world_get_population (world));
  for (guint i = 0; i < n; i++)
    {
      long double found = mis_world_get_agent (moved, i)->count;
      long double exact = locked[i]    ? counts[i]
                          : i == agent ? total - kept - rest
                                       : rest * counts[i] / others;

      g_assert_cmpfloat (fabsl (found - exact), <=, locked[i] ? 0 : i == agent ? 1 : 1.5L);
    }
}

static void
test_with_share_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint i = 0; i < 5000; i++)
    check_random_share (rand);
}

static void
expect_population (const guint64 *from, guint n, guint64 population, const gboolean *locked,
                   const guint64 *to)
{
  g_autoptr (MisWorld) world = mis_sample_groups (from, n, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) moved = mis_world_with_population (world, population, locked, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (mis_world_get_agent (moved, i)->count, ==, to[i]);
}

static void
test_with_population (void)
{
  const guint64 two[] = { 30, 70 };
  const guint64 three[] = { 10, 20, 70 };
  const guint64 zero[] = { 0, 0, 0 };
  const gboolean last[] = { FALSE, FALSE, TRUE };

  expect_population (two, 2, 1000, NULL, (guint64[]) { 300, 700 });
  expect_population (two, 2, 10, NULL, (guint64[]) { 3, 7 });
  expect_population (two, 2, 0, NULL, (guint64[]) { 0, 0 });
  expect_population (two, 2, 1000000000000, NULL, (guint64[]) { 300000000000, 700000000000 });
  expect_population (three, 3, 130, last, (guint64[]) { 20, 40, 70 });
  expect_population (three, 3, 71, last, (guint64[]) { 0, 1, 70 });
  expect_population (zero, 3, 8, NULL, (guint64[]) { 3, 3, 2 });
}

/* Locked groups keep their share to the nearest agent; the others keep theirs of what is left. */
static void
expect_in_shares (const guint64 *before,
                  const gboolean *locked,
                  guint64 population,
                  const guint64 *after)
{
  g_autoptr (MisWorld) world = mis_sample_groups (before, 3, 1.0);
  g_autoptr (MisWorld) changed = NULL;
  g_autoptr (GError) error = NULL;

  changed = mis_world_with_population_in_shares (world, population, locked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mis_world_get_population (changed), ==, population);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (mis_world_get_agent (changed, i)->count, ==, after[i]);
}

static void
test_population_in_shares (void)
{
  const gboolean first[] = { TRUE, FALSE, FALSE }, last[] = { FALSE, FALSE, TRUE };
  const gboolean two[] = { TRUE, TRUE, FALSE }, all[] = { TRUE, TRUE, TRUE };
  const guint64 even[] = { 1, 1, 1 }, mixed[] = { 500, 300, 200 };

  expect_in_shares (even, first, 300, (guint64[]) { 100, 100, 100 });
  expect_in_shares (even, last, 2, (guint64[]) { 1, 0, 1 });
  expect_in_shares (mixed, two, 7, (guint64[]) { 4, 2, 1 });
  expect_in_shares (mixed, last, 8, (guint64[]) { 4, 2, 2 });
  expect_in_shares (mixed, all, 10, (guint64[]) { 5, 3, 2 });
  expect_in_shares (mixed, NULL, 20, (guint64[]) { 10, 6, 4 });
  expect_in_shares (mixed, first, 0, (guint64[]) { 0, 0, 0 });
  /* Two halves of one agent: the first has it. */
  expect_in_shares ((guint64[]) { 2, 2, 1 }, two, 1, (guint64[]) { 0, 0, 1 });
  expect_in_shares ((guint64[]) { 5, 5, 1 }, two, 1, (guint64[]) { 0, 0, 1 });
  expect_in_shares ((guint64[]) { 5, 5, 0 }, two, 1, (guint64[]) { 1, 0, 0 });
  expect_in_shares ((guint64[]) { 0, 0, 0 }, first, 5, (guint64[]) { 0, 3, 2 });
  expect_in_shares ((guint64[]) { 1, 1, 2 }, two, G_GUINT64_CONSTANT (1000000000000),
                    (guint64[]) { 250000000000, 250000000000, 500000000000 });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/apportion", test_apportion);
  g_test_add_func ("/share/population-in-shares", test_population_in_shares);
  g_test_add_func ("/share/apportion/random", test_apportion_random);
  g_test_add_func ("/share/apportion/large", test_apportion_large);
  g_test_add_func ("/share/world", test_with_share);
  g_test_add_func ("/share/world/nothing", test_with_share_nothing);
  g_test_add_func ("/share/world/limit", test_with_share_limit);
  g_test_add_func ("/share/world/random", test_with_share_random);
  g_test_add_func ("/share/population", test_with_population);
  return g_test_run ();
}
