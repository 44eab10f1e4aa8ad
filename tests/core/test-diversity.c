#include "analysis-case.h"
#include "core/diversity.h"
#include "core/edit.h"
#include "core/limits.h"
#include "sample.h"

#include <math.h>

#define N_WORLDS 500
#define MAX_ROWS 12

static void
check_case (const MisCase *value, gpointer user_data)
{
  double *worst = user_data;

  for (guint p = 0; p < value->expected->n_areas; p++)
    {
      MisDiversity found = mis_diversity (value->tally, value->score, p);
      const MisBruteArea *expected = &value->expected->areas[p];
      guint n_goals = mis_area_get_n_goals (mis_world_get_area (value->world, p));
      g_autofree long double *holders = g_new0 (long double, n_goals + 1);
      long double n = 0, squares = 0, pairs = 0;

      for (guint a = 0; a < mis_brute_get_n_agents (value->brute); a++)
        {
          int goal = mis_brute_get_goal (value->brute, &value->scoring, p, a);

          if (goal >= 0)
            {
              holders[goal] += 1;
              n += 1;
            }
        }
      for (guint g = 0; g < n_goals && n > 0; g++)
        {
          squares += (holders[g] / n) * (holders[g] / n);
          pairs += holders[g] * (n - holders[g]);
        }
      g_assert_cmpuint (found.n_holders, ==, (guint64) n);
      g_assert_cmpuint (found.goals_held, ==, expected->goals_held);
      mis_compare (worst, found.maximum, expected->n < 2 ? 0 : expected->maximum);
      mis_compare (worst, found.limit, expected->k < 2 ? 0 : 1 - 1.0L / expected->k);
      mis_compare (worst, found.reached,
                   expected->n < 2 || expected->maximum == 0 ? (long double) NAN
                                                             : expected->raw / expected->maximum);
      mis_compare (worst, found.gini_simpson, n > 0 ? pairs / (n * n) : 0);
      mis_compare (worst, found.gini_simpson_distinct,
                   n < 2 ? (long double) NAN : pairs / (n * (n - 1)));
      mis_compare (worst, found.effective_goals, n > 0 ? 1 / squares : 0);
      mis_compare (worst, found.entropy_bits, expected->entropy_bits);
      mis_compare (worst, found.entropy_share, expected->goals_held < 2
                                                 ? (long double) NAN
                                                 : expected->entropy_bits
                                                     / log2l (expected->goals_held));
    }
}

static void
test_random (void)
{
  double worst = 0;

  mis_foreach_case (340, N_WORLDS, MAX_ROWS, check_case, &worst);
  g_test_message ("%u worlds under every option: worst relative deviation %.2g", N_WORLDS, worst);
}

static MisDiversity
diversity_of (MisWorld *world, MisScoring scoring, double *raw)
{
  g_autoptr (MisWorld) rescored = mis_sample_rescored (world, scoring);
  g_autoptr (MisTally) tally = mis_tally_new (rescored, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  *raw = score->areas[0].raw;
  return mis_diversity (tally, score, 0);
}

/* Exclusive goals that everyone holds, weights disregarded: M_p is the Gini-Simpson index. */
static void
test_identity (void)
{
  const guint64 counts[] = { 30, 1, 0, 70, 999999999999 };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, G_N_ELEMENTS (counts), 1);
  double raw;
  MisDiversity found = diversity_of (world, (MisScoring) { .weight_mean = MIS_WEIGHT_MEAN_NONE,
                                                           .pairs = MIS_PAIRS_REPLACEMENT }, &raw);

  mis_assert_close (found.gini_simpson, raw, 1e-15, 1e-300);
  found = diversity_of (world, (MisScoring) { .weight_mean = MIS_WEIGHT_MEAN_NONE }, &raw);
  mis_assert_close (found.gini_simpson_distinct, raw, 1e-15, 1e-300);
}

/* k equal groups: everything is at its end, at 10^12 agents each as well. */
static void
test_equal (void)
{
  for (guint k = 2; k <= 7; k++)
    for (guint64 count = 1; count <= MIS_MAX_COUNT; count *= 1000)
      {
        const guint64 counts[] = { count, count, count, count, count, count, count };
        g_autoptr (MisWorld) world = mis_sample_groups (counts, k, 1);
        double raw;
        MisDiversity found = diversity_of (world, (MisScoring) { 0 }, &raw);

        mis_assert_close (found.reached, 1, 4e-16, 1);
        mis_assert_close (found.limit, 1 - 1.0L / k, 2e-16, 1);
        mis_assert_close (found.entropy_share, 1, 4e-16, 1);
        mis_assert_close (found.effective_goals, k, 4e-16, 1);
        g_assert_cmpfloat (found.reached, <=, 1);
        g_assert_cmpfloat (found.entropy_share, <=, 1);
      }
}

/* One who differs among 10^12. */
static void
test_dissenter (void)
{
  const guint64 counts[] = { MIS_MAX_COUNT, 1 };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 2, 1);
  long double n = MIS_MAX_COUNT + 1.0L;
  double raw;
  MisDiversity found = diversity_of (world, (MisScoring) { 0 }, &raw);

  mis_assert_close (found.gini_simpson, 2 * (n - 1) / (n * n), 1e-15, 1e-300);
  mis_assert_close (found.gini_simpson_distinct, 2 / n, 1e-15, 1e-300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diversity/random", test_random);
  g_test_add_func ("/diversity/identity", test_identity);
  g_test_add_func ("/diversity/equal", test_equal);
  g_test_add_func ("/diversity/dissenter", test_dissenter);
  return g_test_run ();
}
