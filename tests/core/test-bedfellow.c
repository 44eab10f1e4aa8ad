#include "analysis-case.h"
#include "core/bedfellow.h"
#include "core/edit.h"
#include "sample.h"

#include <math.h>

#define N_WORLDS 500
#define MAX_ROWS 12

/* The first expanded agent of each row, or -1. */
static int *
find_agents (const MisCase *value)
{
  guint n_rows = mis_world_get_n_agents (value->world);
  int *agents = g_new (int, n_rows);

  for (guint row = 0; row < n_rows; row++)
    agents[row] = -1;
  for (guint a = mis_brute_get_n_agents (value->brute); a > 0; a--)
    agents[mis_brute_get_row (value->brute, a - 1)] = (int) (a - 1);
  return agents;
}

/* What brute force says of two agents: a pair without gap has most = least. */
static MisBedfellows
compare_agents (const MisCase *value, const int *agents, guint i, guint j)
{
  MisBedfellows pair = { .a = i, .b = j, .most = -1, .least = 2, .overall = NAN };
  long double sum = 0;
  guint n = 0;

  for (guint p = 0; p < value->expected->n_areas; p++)
    {
      long double c = mis_case_get_pair (value, p, (guint) agents[i], (guint) agents[j]);

      if (isnan (c))
        continue;
      pair.most = MAX (pair.most, (double) c);
      pair.least = MIN (pair.least, (double) c);
      sum += c;
      n++;
    }
  if (n > 0)
    pair.overall = (double) (sum / n);
  return pair;
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const MisBedfellows *left = a;
  const MisBedfellows *right = b;
  double left_gap = left->most - left->least, right_gap = right->most - right->least;

  return (left_gap < right_gap) - (left_gap > right_gap);
}

/* All pairs of rows with agents that have a gap, by brute force. */
static GArray *
list_pairs (const MisCase *value, const int *agents, double *worst)
{
  guint n_rows = mis_world_get_n_agents (value->world), n_areas = value->expected->n_areas;
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (MisBedfellows));
  g_autofree double *areas = g_new (double, n_areas);

  for (guint i = 0; i < n_rows; i++)
    for (guint j = i + 1; j < n_rows; j++)
      {
        MisBedfellows pair;

        if (agents[i] < 0 || agents[j] < 0)
          continue;
        pair = compare_agents (value, agents, i, j);
        mis_compare (worst, mis_two_agents (value->tally, i, j, areas), pair.overall);
        mis_compare (worst, mis_two_agents (value->tally, j, i, NULL), pair.overall);
        for (guint p = 0; p < n_areas; p++)
          mis_compare (worst, areas[p],
                       mis_case_get_pair (value, p, (guint) agents[i], (guint) agents[j]));
        if (pair.most > pair.least)
          g_array_append_val (pairs, pair);
      }
  g_array_sort (pairs, compare_gaps);
  return pairs;
}

/* Equal gaps may differ in the last digit from one program to the other, so gaps are compared by
 * rank, and everything else for the pair that is found. */
static void
check_list (
  const MisCase *value, const int *agents, const GArray *expected, guint max, double *worst)
{
  g_autoptr (MisBedfellowsList) found = mis_bedfellows_new (value->tally, max, FALSE);
  guint n_rows = 0;

  for (guint row = 0; row < mis_world_get_n_agents (value->world); row++)
    n_rows += agents[row] >= 0 ? 1 : 0;
  g_assert_cmpuint (found->n_rows, ==, n_rows);
  g_assert_cmpuint (found->n_compared, ==, n_rows);
  g_assert_cmpuint (found->n_pairs, <=, max);
  for (guint i = 0; i < MAX (found->n_pairs, MIN (expected->len, max)); i++)
    {
      const MisBedfellows *pair = &found->pairs[i];
      const MisBedfellows *other = &g_array_index (expected, MisBedfellows, i);
      double gap = i < found->n_pairs ? pair->most - pair->least : 0;
      double other_gap = i < expected->len ? other->most - other->least : 0;
      MisBedfellows same;

      /* A gap is a difference of two numbers up to 1. */
      g_assert_cmpfloat_with_epsilon (gap, other_gap, 1e-15);
      if (i >= found->n_pairs)
        continue;
      same = compare_agents (value, agents, pair->a, pair->b);
      mis_compare (worst, pair->most, same.most);
      mis_compare (worst, pair->least, same.least);
      mis_compare (worst, pair->overall, same.overall);
      mis_compare (worst, pair->most,
                   mis_case_get_pair (value, pair->most_area, (guint) agents[pair->a],
                                      (guint) agents[pair->b]));
      mis_compare (worst, pair->least, mis_case_get_pair (value, pair->least_area,
                                                          (guint) agents[pair->a],
                                                          (guint) agents[pair->b]));
    }
}

/* How many of those behind the first @n differ as much as the last of them. */
static void
check_ties (const MisCase *value, const GArray *expected, guint max)
{
  g_autoptr (MisBedfellowsList) found = mis_bedfellows_new (value->tally, max, FALSE);
  guint64 n = 0;

  g_assert_cmpuint (found->n_pairs, ==, MIN (expected->len, max));
  for (guint i = found->n_pairs; found->n_pairs > 0 && i < expected->len; i++)
    {
      const MisBedfellows *last = &g_array_index (expected, MisBedfellows, found->n_pairs - 1);
      const MisBedfellows *other = &g_array_index (expected, MisBedfellows, i);

      n += fabs ((last->most - last->least) - (other->most - other->least)) <= 1e-12 ? 1 : 0;
    }
  g_assert_cmpuint (found->n_tied, ==, n);
}

/* Whether the project names the conflict of two goals by itself. Who is unknown, and counts, has no
 * goal. */
static gboolean
is_listed (const MisArea *area, int g, int h)
{
  guint n;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n);

  for (guint i = 0; i < n; i++)
    if (conflicts[i].g == MAX (MIN (g, h), MIS_NO_GOAL) && conflicts[i].h == MAX (g, h))
      return TRUE;
  return FALSE;
}

/* The largest of the conflicts that somebody has set, -1 if there is none. */
static double
find_most_set (const MisCase *value, const int *agents, guint i, guint j, double *least)
{
  double most = -1.0;

  *least = 2.0;
  for (guint p = 0; p < value->expected->n_areas; p++)
    {
      long double c = mis_case_get_pair (value, p, (guint) agents[i], (guint) agents[j]);
      int g = mis_world_get_position (value->world, i, p).goal;
      int h = mis_world_get_position (value->world, j, p).goal;

      if (isnan (c))
        continue;
      *least = MIN (*least, (double) c);
      if (is_listed (mis_world_get_area (value->world, p), g, h))
        most = MAX (most, (double) c);
    }
  return most;
}

/* Where only conflicts that are set count, each pair that is found has one, and none is missing. */
static void
check_set_only (const MisCase *value, const int *agents)
{
  g_autoptr (MisBedfellowsList) found = mis_bedfellows_new (value->tally, G_MAXUINT, TRUE);
  guint n_rows = mis_world_get_n_agents (value->world), n = 0;

  for (guint i = 0; i < n_rows; i++)
    for (guint j = i + 1; j < n_rows; j++)
      {
        double least = 2.0;

        if (agents[i] >= 0 && agents[j] >= 0
            && find_most_set (value, agents, i, j, &least) > least)
          n++;
      }
  g_assert_cmpuint (found->n_found, ==, n);
  g_assert_cmpuint (found->n_default, ==, 0);
  for (guint i = 0; i < found->n_pairs; i++)
    {
      const MisBedfellows *pair = &found->pairs[i];
      double least;

      g_assert_cmpfloat_with_epsilon (pair->most,
                                      find_most_set (value, agents, pair->a, pair->b, &least),
                                      1e-12);
      g_assert_cmpfloat_with_epsilon (pair->least, least, 1e-12);
      g_assert_false (pair->by_default);
    }
}

static void
check_case (const MisCase *value, gpointer user_data)
{
  double *worst = user_data;
  g_autofree int *agents = find_agents (value);
  g_autoptr (GArray) pairs = list_pairs (value, agents, worst);

  check_list (value, agents, pairs, G_MAXUINT, worst);
  check_list (value, agents, pairs, (guint) g_rand_int_range (value->rand, 0, 8), worst);
  check_ties (value, pairs, (guint) g_rand_int_range (value->rand, 0, 8));
  check_set_only (value, agents);
}

static void
test_random (void)
{
  double worst = 0;

  mis_foreach_case (320, N_WORLDS, MAX_ROWS, check_case, &worst);
  g_test_message ("%u worlds under every option: worst relative deviation %.2g", N_WORLDS, worst);
}

static void
test_shopping (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisBedfellowsList) found = mis_bedfellows_new (tally, 2, FALSE);

  g_assert_cmpuint (found->n_pairs, ==, 2);
  g_assert_cmpuint (found->pairs[0].a, ==, 0);
  g_assert_cmpuint (found->pairs[0].b, ==, 2);
  g_assert_cmpuint (found->pairs[0].most_area, ==, 1);
  g_assert_cmpuint (found->pairs[0].least_area, ==, 0);
  mis_assert_close (found->pairs[0].most, 0.9L * sqrtl (0.6L), 1e-15, 1);
  mis_assert_close (found->pairs[0].least, 0.1L * sqrtl (0.8L), 1e-15, 1);
  g_assert_cmpfloat_with_epsilon (found->pairs[0].overall, 0.39, 5e-3);
  g_assert_cmpfloat_with_epsilon (mis_two_agents (tally, 1, 2, NULL), 0.17, 5e-3);
  g_assert_cmpfloat (mis_two_agents (tally, 1, 1, NULL), ==, 0);
}

/* Six rows that clash by default in one area and agree in another; rows 4 and 5 have more
 * agents. */
static void
test_order (void)
{
  static const guint64 counts[] = { 1, 1, 1, 1, 5, 7 };
  g_autoptr (MisWorld) table = mis_sample_table (6, 2);
  g_autoptr (MisWorld) counted = mis_world_with_counts (table, counts, NULL);
  g_autoptr (MisWorld) one = mis_world_with_uniform_conflict (counted, 0, 1, NULL);
  g_autoptr (MisWorld) world = mis_world_with_uniform_conflict (one, 1, 0, NULL);
  MisScoring scoring = *mis_world_get_scoring (world);
  g_autoptr (MisWorld) plain = NULL;
  g_autoptr (MisTally) tally = NULL;
  g_autoptr (MisBedfellowsList) found = NULL;
  g_autoptr (MisBedfellowsList) set = NULL;

  scoring.weight_mean = MIS_WEIGHT_MEAN_NONE;
  plain = mis_sample_rescored (world, scoring);
  tally = mis_tally_new (plain, NULL);
  found = mis_bedfellows_new (tally, 2, FALSE);
  set = mis_bedfellows_new (tally, 2, TRUE);
  g_assert_cmpuint (found->n_found, ==, 12); /* two of six hold each of three goals */
  g_assert_cmpuint (found->n_default, ==, 12);
  g_assert_cmpuint (found->n_tied, ==, 10);
  g_assert_cmpuint (found->pairs[0].a, ==, 4);
  g_assert_cmpuint (found->pairs[0].b, ==, 5);
  g_assert_true (found->pairs[0].by_default);
  g_assert_cmpuint (found->pairs[0].n_areas, ==, 2);
  g_assert_cmpuint (set->n_found, ==, 0);
}

/* 3,000 rows, of which the even ones are larger and row 0 is empty: 1,499 even and the first 501
 * odd ones are compared. Row i has weight i % 17 / 16 everywhere, and goal (i + p) % 3 in
 * area p. */
static void
test_limit (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (3000, 3);
  g_autofree guint64 *counts = g_new (guint64, 3000);
  g_autoptr (MisWorld) counted = NULL;
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisTally) tally = NULL;
  g_autoptr (MisBedfellowsList) found = NULL;
  guint last = 0;
  gint64 start;

  for (guint i = 0; i < 3000; i++)
    counts[i] = i == 0 ? 0 : i % 2 == 0 ? 2 : 1;
  counted = mis_world_with_counts (table, counts, NULL);
  world = mis_world_with_uniform_conflict (counted, 2, 0, NULL);
  tally = mis_tally_new (world, NULL);
  start = g_get_monotonic_time ();
  found = mis_bedfellows_new (tally, 20000, FALSE);
  g_test_message ("2,000 of 2,999 rows in 3 areas: %.3f s",
                  (double) (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpuint (found->n_rows, ==, 2999);
  g_assert_cmpuint (found->n_compared, ==, MIS_BEDFELLOWS_MAX_ROWS);
  g_assert_cmpuint (found->n_pairs, ==, 20000);
  for (guint i = 0; i < found->n_pairs; i++)
    {
      const MisBedfellows *pair = &found->pairs[i];

      g_assert_true (pair->a % 2 == 0 || pair->a <= 1001);
      g_assert_true (pair->b % 2 == 0 || pair->b <= 1001);
      g_assert_cmpuint (pair->most_area, ==, 0);
      g_assert_cmpuint (pair->least_area, ==, 2);
      last = MAX (last, pair->b);
    }
  g_assert_cmpuint (last, >, 2900);
}

/* The more areas, the fewer rows. Rows 16, 33, 50 and so on have weight 1; areas 7 and 9 are
 * without conflict, all others alike, and of those that are the first is named. */
static void
test_limit_areas (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (1200, 256);
  g_autoptr (MisWorld) half = mis_world_with_uniform_conflict (table, 7, 0, NULL);
  g_autoptr (MisWorld) world = mis_world_with_uniform_conflict (half, 9, 0, NULL);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisBedfellowsList) found = mis_bedfellows_new (tally, 10, FALSE);

  g_assert_cmpuint (found->n_compared, ==, 1000);
  g_assert_cmpuint (found->n_pairs, ==, 10);
  for (guint i = 0; i < 10; i++)
    {
      const MisBedfellows *pair = &found->pairs[i];

      g_assert_cmpfloat (pair->most, ==, 0.5);
      g_assert_cmpuint (pair->most_area, ==, 0);
      g_assert_cmpuint (pair->least_area, ==, 7);
      g_assert_cmpuint (pair->a, ==, 16);
      g_assert_cmpuint (pair->b % 17, ==, 16);
      g_assert_cmpuint (pair->b, <, 1000);
      if (i > 0)
        g_assert_cmpuint (pair->b, >, found->pairs[i - 1].b);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bedfellow/random", test_random);
  g_test_add_func ("/bedfellow/shopping", test_shopping);
  g_test_add_func ("/bedfellow/order", test_order);
  g_test_add_func ("/bedfellow/limit", test_limit);
  g_test_add_func ("/bedfellow/limit/areas", test_limit_areas);
  return g_test_run ();
}
