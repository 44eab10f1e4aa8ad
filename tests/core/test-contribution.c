#include "analysis-case.h"
#include "core/contribution.h"
#include "core/edit.h"
#include "core/limits.h"
#include "sample.h"

#include <math.h>

#define N_WORLDS 500
#define MAX_ROWS 12

/* What turns a sum of c f into a part of M_p as it is normalized. */
static long double
get_factor (const MisCase *value, guint area)
{
  const MisBruteArea *expected = &value->expected->areas[area];

  if (isnan (expected->raw) || expected->raw == 0)
    return 0;
  return expected->misalignment / expected->raw
         / mis_case_count_pairs (value, (long double) expected->n);
}

/* What an area adds to M, M_p dM/dM_p. */
static long double
get_area_part (const MisCase *value, guint area)
{
  const MisBruteScore *expected = value->expected;
  long double m_p = expected->areas[area].misalignment, overall = expected->overall;
  guint n = 0, n_extreme = 0;

  if (isnan (m_p) || overall == 0)
    return 0;
  for (guint p = 0; p < expected->n_areas; p++)
    {
      long double other = expected->areas[p].misalignment;

      n += isnan (other) ? 0 : 1;
      n_extreme += !isnan (other) && fabsl (other - overall) <= 1e-12L * overall ? 1 : 0;
    }
  switch (value->scoring.area_mean)
    {
    case MIS_AREA_MEAN_ARITHMETIC:
      return m_p / n;
    case MIS_AREA_MEAN_GEOMETRIC:
      return overall / n;
    case MIS_AREA_MEAN_HARMONIC:
      return overall * overall / (n * m_p);
    case MIS_AREA_MEAN_MINIMUM:
    case MIS_AREA_MEAN_MAXIMUM:
      return fabsl (m_p - overall) <= 1e-12L * overall ? overall / n_extreme : 0;
    default:
      g_assert_not_reached ();
    }
}

/* Sums over ordered pairs by the goals of the two, "no goal" first. */
static long double *
sum_goals (const MisCase *value, guint area)
{
  guint n = mis_brute_get_n_agents (value->brute);
  g_autofree int *goals = g_new (int, n);

  for (guint a = 0; a < n; a++)
    goals[a] = mis_brute_get_goal (value->brute, &value->scoring, area, a) + 1;
  return mis_case_sum_pairs (value, area, goals,
                             mis_area_get_n_goals (mis_world_get_area (value->world, area)) + 1);
}

/* The sum over all pairs that agents of each row are in, as the first of two. */
static long double *
sum_rows (const MisCase *value, guint area)
{
  guint n_rows = mis_world_get_n_agents (value->world);
  guint n = mis_brute_get_n_agents (value->brute);
  g_autofree int *rows = g_new (int, n);
  g_autofree long double *pairs = NULL;
  long double *sums = g_new0 (long double, n_rows);

  for (guint a = 0; a < n; a++)
    rows[a] = (int) mis_brute_get_row (value->brute, a);
  pairs = mis_case_sum_pairs (value, area, rows, n_rows);
  for (guint i = 0; i < n_rows * n_rows; i++)
    sums[i / n_rows] += pairs[i];
  return sums;
}

static void
check_pairs (const MisCase *value, const MisContributions *found, guint area, double *worst)
{
  long double factor = get_factor (value, area), area_part = get_area_part (value, area);
  long double m_p = value->expected->areas[area].misalignment;
  guint size = mis_area_get_n_goals (mis_world_get_area (value->world, area)) + 1;
  g_autofree long double *sums = sum_goals (value, area);
  long double sum = 0;

  for (guint i = 0; i < found->n_pairs; i++)
    {
      const MisPairContribution *pair = &found->pairs[i];
      long double part;

      if (pair->area != area)
        continue;
      g_assert_cmpint (pair->g, <, pair->h);
      part = 2 * sums[(guint) (pair->g + 1) * size + (guint) pair->h + 1] * factor;
      mis_compare (worst, pair->part, part);
      mis_compare (worst, pair->overall, part * area_part / m_p);
      sum += pair->part;
    }
  /* Nothing is missing from the list if what is on it is all there is. */
  mis_compare (worst, (double) sum, isnan (m_p) ? 0 : m_p);
}

static void
check_rows (const MisCase *value, guint area, long double *overall, double *worst)
{
  guint n = mis_world_get_n_agents (value->world);
  g_autofree long double *sums = sum_rows (value, area);
  g_autofree double *groups = g_new (double, n);
  g_autofree double *agents = g_new (double, n);
  long double m_p = value->expected->areas[area].misalignment, sum = 0;

  mis_contributions_fill_area (value->tally, value->score, area, groups, agents);
  for (guint row = 0; row < n; row++)
    {
      long double part = sums[row] * get_factor (value, area);
      guint64 count = mis_world_get_agent (value->world, row)->count;


      mis_compare (worst, groups[row], part);
      mis_compare (worst, agents[row], count > 0 ? part / count : 0);
      sum += groups[row];
      if (m_p > 0)
        overall[row] += part / m_p * get_area_part (value, area);
    }
  mis_compare (worst, (double) sum, isnan (m_p) ? 0 : m_p);
}

static void
check_case (const MisCase *value, gpointer user_data)
{
  double *worst = user_data;
  g_autoptr (MisContributions) found = mis_contributions_new (value->tally, value->score);
  g_autofree long double *rows = g_new0 (long double, found->n_agents);
  long double areas = 0, pairs = 0, groups = 0;

  g_assert_cmpuint (found->n_areas, ==, value->expected->n_areas);
  for (guint p = 0; p < found->n_areas; p++)
    {
      mis_compare (worst, found->areas[p], get_area_part (value, p));
      areas += found->areas[p];
      check_pairs (value, found, p, worst);
      check_rows (value, p, rows, worst);
    }
  for (guint i = 0; i < found->n_agents; i++)
    {
      guint64 count = mis_world_get_agent (value->world, i)->count;

      mis_compare (worst, found->groups[i], rows[i]);
      mis_compare (worst, found->agents[i], count > 0 ? rows[i] / count : 0);
      groups += found->groups[i];
    }
  for (guint i = 0; i < found->n_pairs; i++)
    {
      pairs += found->pairs[i].overall;
      if (i > 0)
        g_assert_cmpfloat (found->pairs[i].overall, <=, found->pairs[i - 1].overall);
    }
  mis_compare (worst, (double) areas, value->expected->overall);
  mis_compare (worst, (double) pairs, value->expected->overall);
  mis_compare (worst, (double) groups, value->expected->overall);
}

static void
test_random (void)
{
  double worst = 0;

  mis_foreach_case (300, N_WORLDS, MAX_ROWS, check_case, &worst);
  g_test_message ("%u worlds under every option: worst relative deviation %.2g", N_WORLDS, worst);
}

static MisContributions *
contributions_of (MisWorld *world, MisScoring scoring)
{
  g_autoptr (MisWorld) rescored = mis_sample_rescored (world, scoring);
  g_autoptr (MisTally) tally = mis_tally_new (rescored, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  return mis_contributions_new (tally, score);
}

static void
test_shopping (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisContributions) found = contributions_of (world, (MisScoring) { 0 });

  /* The customer and the recommender in household items: 2 x 0.9 sqrt(0.6) / 6. */
  g_assert_cmpuint (found->n_pairs, ==, 6);
  g_assert_cmpuint (found->pairs[0].area, ==, 1);
  g_assert_cmpint (found->pairs[0].g, ==, 0);
  g_assert_cmpint (found->pairs[0].h, ==, 2);
  mis_assert_close (found->pairs[0].part, 0.3L * sqrtl (0.6L), 1e-15, 1);
  g_assert_cmpfloat_with_epsilon (found->pairs[0].part, 0.232, 5e-4);
  g_assert_cmpfloat_with_epsilon (found->pairs[0].overall, found->pairs[0].part / 2, 1e-16);
  g_assert_cmpfloat_with_epsilon (found->areas[1], 0.4240573484 / 2, 5.1e-11);
  g_assert_cmpfloat_with_epsilon (found->overall, 0.2568893180, 5.1e-11);
}

/* Two areas alike share the minimum, whichever is first. */
static void
test_ties (void)
{
  const guint64 counts[] = { 30, 70 };
  g_autoptr (MisWorld) one = mis_sample_groups (counts, 2, 0.5);
  g_autoptr (MisArea) area = mis_sample_area ("other", 2, 0.5);
  g_autoptr (MisWorld) two = mis_world_with_area_added (one, 0, area, NULL);
  const MisPosition positions[] = { mis_position (0, 1), mis_position (1, 1) };

  for (guint row = 0; row < 2; row++)
    {
      MisWorld *next = mis_world_with_position (two, row, 0, &positions[row], NULL);

      mis_world_unref (two);
      two = next;
    }
  for (guint mean = 0; mean < 5; mean++)
    {
      g_autoptr (MisContributions) found
          = contributions_of (two, (MisScoring) { .area_mean = (MisAreaMean) mean });

      mis_assert_close (found->areas[0], found->overall / 2, 1e-15, 1e-3);
      mis_assert_close (found->areas[1], found->overall / 2, 1e-15, 1e-3);
    }
}

/* Three agents with three goals; 0.1 + 0.2 is not 0.3 in double, but the two areas are alike. */
static void
test_rounded_ties (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;
  const double conflicts[2][2] = { { 0.1, 0.2 }, { 0.3, 0 } };

  for (guint p = 0; p < 2; p++)
    mis_sample_add_area (builder, mis_sample_area (p == 0 ? "p" : "q", 3, 0));
  for (int i = 0; i < 3; i++)
    mis_sample_add_row (builder, i == 0 ? "a" : i == 1 ? "b" : "c", 1,
                        (MisPosition[]) { mis_position (i, 1), mis_position (i, 1) }, 2);
  world = mis_world_builder_end (builder);
  for (guint p = 0; p < 2; p++)
    for (int h = 1; h < 3; h++)
      {
        MisWorld *next = mis_world_with_conflict (world, p, 0, h, conflicts[p][h - 1], NULL);

        mis_world_unref (world);
        world = next;
      }
  for (guint mean = MIS_AREA_MEAN_MINIMUM; mean <= MIS_AREA_MEAN_MAXIMUM; mean++)
    {
      g_autoptr (MisContributions) found
          = contributions_of (world, (MisScoring) { .area_mean = (MisAreaMean) mean });

      mis_assert_close (found->areas[0], 0.05L, 1e-15, 1e-3);
      mis_assert_close (found->areas[1], 0.05L, 1e-15, 1e-3);
    }
}

/* Nobody, nothing, and no conflict at all. */
static void
test_empty (void)
{
  g_autoptr (MisWorld) blank = mis_world_builder_end (mis_world_builder_new ());
  const guint64 counts[] = { 1, 0 };
  g_autoptr (MisWorld) single = mis_sample_groups (counts, 2, 1);
  g_autoptr (MisContributions) nothing = contributions_of (blank, (MisScoring) { 0 });
  g_autoptr (MisContributions) alone = contributions_of (single, (MisScoring) { 0 });

  g_assert_cmpuint (nothing->n_areas + nothing->n_pairs + nothing->n_agents, ==, 0);
  g_assert_cmpuint (alone->n_pairs, ==, 0);
  g_assert_cmpfloat (alone->areas[0], ==, 0);
  g_assert_cmpfloat (alone->groups[0] + alone->groups[1], ==, 0);
}

static MisWorld *
draw_world (GRand *rand, guint n_rows, guint n_goals, gboolean large_counts)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  mis_sample_add_area (builder, mis_sample_area_with_null ("p", n_goals, 0.6, 0.25));
  mis_sample_add_area (builder, mis_sample_area ("q", 2, 0.3));
  for (guint i = 0; i < n_rows; i++)
    {
      MisPosition positions[2];
      guint64 count = large_counts ? MIS_MAX_COUNT - (guint64) g_rand_int_range (rand, 0, 1000) : 1;
      char id[16];

      positions[0] =
        mis_position (g_rand_int_range (rand, -1, (gint32) n_goals), g_rand_double (rand));
      positions[1] = mis_position (g_rand_int_range (rand, 0, 2), g_rand_double (rand));
      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, count, positions, 2);
    }
  return mis_world_builder_end (builder);
}

/* What a row adds to M_p, over rows: agents of one row do not meet. */
static long double
get_row_part (const MisWorld *world, guint area, guint row, MisWeightMean mean)
{
  MisPosition own = mis_world_get_position (world, row, area);
  long double n = mis_world_get_population (world);
  long double sum = 0;

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      MisPosition other = mis_world_get_position (world, i, area);
      double c =
        mis_area_get_conflict (mis_world_get_area (world, area), own.goal, other.goal).value;

      if (c > 0)
        sum += c * mis_brute_pair_weight (mean, own.weight, other.weight)
               * mis_world_get_agent (world, i)->count;
    }
  return sum * mis_world_get_agent (world, row)->count / (n * (n - 1));
}

static void
check_world (MisWorld *world, guint step, const char *name)
{
  double worst = 0;
  g_autofree double *groups = g_new (double, mis_world_get_n_agents (world));

  for (guint mean = 0; mean < 6; mean++)
    {
      g_autoptr (MisWorld) rescored
          = mis_sample_rescored (world, (MisScoring) { .weight_mean = (MisWeightMean) mean });
      g_autoptr (MisTally) tally = mis_tally_new (rescored, NULL);
      g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (MisContributions) found = mis_contributions_new (tally, score);
      gint64 end = g_get_monotonic_time ();
      long double pairs = 0, all = 0;

      for (guint i = 0; i < found->n_pairs; i++)
        pairs += found->pairs[i].overall;
      for (guint i = 0; i < found->n_agents; i++)
        all += found->groups[i];
      mis_compare (&worst, (double) pairs, score->overall);
      mis_compare (&worst, (double) all, score->overall);
      mis_contributions_fill_area (tally, score, 0, groups, NULL);
      for (guint row = 0; row < found->n_agents; row += step)
        mis_compare (&worst, groups[row], get_row_part (world, 0, row, (MisWeightMean) mean));
      g_test_message ("%s, %s: %.3f s", name, mis_options[0].choices[mean].nick,
                      (double) (end - start) / 1e6);
    }
  g_test_message ("%s: worst relative deviation %.2g", name, worst);
}

static void
test_large_counts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (301);
  g_autoptr (MisWorld) world = draw_world (rand, 1000, 5, TRUE);

  check_world (world, 1, "1,000 rows of 10^12");
}

static void
test_many_rows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (302);
  g_autoptr (MisWorld) world = draw_world (rand, 50000, 6, FALSE);

  check_world (world, 4999, "50,000 rows");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contribution/random", test_random);
  g_test_add_func ("/contribution/shopping", test_shopping);
  g_test_add_func ("/contribution/ties", test_ties);
  g_test_add_func ("/contribution/ties/rounded", test_rounded_ties);
  g_test_add_func ("/contribution/empty", test_empty);
  g_test_add_func ("/contribution/large-counts", test_large_counts);
  g_test_add_func ("/contribution/many-rows", test_many_rows);
  return g_test_run ();
}
