#include "analysis-case.h"
#include "core/between.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "sample.h"

#include <math.h>

#define N_WORLDS 500
#define MAX_ROWS 12

/* Random labels, some rows with none, and perhaps groups that stay empty. */
static MisPartition *
draw_partition (const MisCase *value)
{
  guint n_rows = mis_world_get_n_agents (value->world);
  guint n_groups = (guint) g_rand_int_range (value->rand, 1, 5);
  g_autofree int *labels = g_new (int, n_rows);

  switch (g_rand_int_range (value->rand, 0, 6))
    {
    case 0:
      return mis_partition_new_by_kind (value->world);
    case 1:
      return mis_partition_new_by_principal (value->world);
    case 2:
      return mis_partition_new_by_agent (value->world);
    default:
      for (guint i = 0; i < n_rows; i++)
        labels[i] = g_rand_int_range (value->rand, -1, (gint32) n_groups);
      return mis_partition_new (value->world, labels, n_groups, NULL);
    }
}

/* What brute force says of one area: group 0 is those without a label. */
typedef struct
{
  guint size;
  long double *sums;    /* over ordered pairs, size x size */
  long double *members; /* who count */
} Expected;

static void
expected_init (Expected *self, const MisCase *value, const MisPartition *partition, guint area)
{
  guint n = mis_brute_get_n_agents (value->brute);
  g_autofree int *labels = g_new (int, n);

  self->size = partition->n_groups + 1;
  self->members = g_new0 (long double, self->size);
  for (guint a = 0; a < n; a++)
    {
      labels[a] = partition->labels[mis_brute_get_row (value->brute, a)] + 1;
      if (mis_brute_get_goal (value->brute, &value->scoring, area, a) != MIS_UNKNOWN)
        self->members[labels[a]] += 1;
    }
  self->sums = mis_case_sum_pairs (value, area, labels, self->size);
}

static void
expected_clear (Expected *self)
{
  g_free (self->sums);
  g_free (self->members);
}

static long double
get_mean (const Expected *self, const MisCase *value, guint x, guint y)
{
  long double n_x = self->members[x + 1], n_y = self->members[y + 1];
  long double sum = self->sums[(x + 1) * self->size + y + 1];

  if (x == y)
    return n_x < 2 ? (long double) NAN : sum / mis_case_count_pairs (value, n_x);
  return n_x * n_y == 0 ? (long double) NAN : sum / (n_x * n_y);
}

static void
check_matrix (const MisCase *value, const Expected *all, const MisBetween *found, double *worst)
{
  for (guint x = 0; x < found->n_groups; x++)
    for (guint y = 0; y < found->n_groups; y++)
      {
        long double sum = 0;
        guint n = 0;

        for (guint p = 0; p < found->n_areas; p++)
          {
            long double mean = get_mean (&all[p], value, x, y);

            mis_compare (worst, mis_between_get (found, p, x, y), mean);
            sum += isnan (mean) ? 0 : mean;
            n += isnan (mean) ? 0 : 1;
          }
        mis_compare (worst, mis_between_get_overall (found, x, y),
                     n > 0 ? sum / n : (long double) NAN);
      }
}

/* Within, between and rest from pairs; again from the matrix by the definition; and their sum. */
static void
check_decomposition (const MisCase *value, const Expected *expected, const MisBetween *found,
                     guint area, double *worst)
{
  const MisDecomposition *parts = &found->decompositions[area];
  const MisBruteArea *score = &value->expected->areas[area];
  long double within = 0, between = 0, rest = 0, within_sum = 0, between_sum = 0;

  for (guint x = 0; x < expected->size; x++)
    for (guint y = 0; y < expected->size; y++)
      {
        long double sum = expected->sums[x * expected->size + y], mean, pairs;

        if (x == 0 || y == 0)
          {
            rest += sum;
            continue;
          }
        *(x == y ? &within : &between) += sum;
        mean = mis_between_get (found, area, x - 1, y - 1);
        pairs = x == y ? mis_case_count_pairs (value, expected->members[x])
                       : expected->members[x] * expected->members[y];
        if (!isnan (mean))
          *(x == y ? &within_sum : &between_sum) += pairs * mean;
      }
  mis_compare (worst, parts->within, within);
  mis_compare (worst, parts->between, between);
  mis_compare (worst, parts->rest, rest);
  mis_compare (worst, parts->within, within_sum);
  mis_compare (worst, parts->between, between_sum);
  mis_compare (worst, parts->total, within + between + rest);
  if (!isnan (score->raw))
    mis_compare (worst, parts->total,
                 score->raw * mis_case_count_pairs (value, (long double) score->n));
  for (guint x = 0; x < found->n_groups; x++)
    g_assert_cmpfloat (mis_between_get_size (found, area, x), ==,
                       (double) expected->members[x + 1]);
}

static long double
get_own (const Expected *expected, guint x, long double n, long double partners)
{
  long double sum = 0;

  for (guint y = 0; y < expected->size; y++)
    sum += expected->sums[(x + 1) * expected->size + y];
  return expected->members[x + 1] == 0 || n < 2 ? (long double) NAN
                                                : sum / expected->members[x + 1] / partners;
}

static void
check_own_scores (const MisCase *value, const MisPartition *partition, const Expected *all,
                  double *worst)
{
  g_autofree double *overall = mis_own_scores_new (value->tally, partition);
  g_autofree double *own = g_new (double, partition->n_groups);
  g_autofree double *sizes = g_new (double, partition->n_groups);
  g_autofree long double *sums = g_new0 (long double, partition->n_groups);
  g_autofree guint *n_areas = g_new0 (guint, partition->n_groups);

  for (guint p = 0; p < value->expected->n_areas; p++)
    {
      long double n = (long double) value->expected->areas[p].n, mean = 0, members = 0;
      long double partners = value->scoring.pairs == MIS_PAIRS_DISTINCT ? n - 1 : n;

      mis_own_scores_fill_area (value->tally, partition, p, own, sizes);
      for (guint x = 0; x < partition->n_groups; x++)
        {
          long double size = all[p].members[x + 1];
          long double expected = get_own (&all[p], x, n, partners);

          mis_compare (worst, own[x], expected);
          g_assert_cmpfloat (sizes[x], ==, (double) size);
          members += size;
          if (isnan (expected))
            continue;
          sums[x] += expected;
          n_areas[x] += 1;
          mean += size * own[x];
        }
      /* M_p is the mean of own scores by size, if nobody is left over. */
      if (members == n && n >= 2)
        mis_compare (worst, (double) (mean / n), value->expected->areas[p].raw);
    }
  for (guint x = 0; x < partition->n_groups; x++)
    mis_compare (worst, overall[x], n_areas[x] > 0 ? sums[x] / n_areas[x] : (long double) NAN);
}

/* The score of a group by itself is that of a world where all other groups are empty. */
static void
check_alone (const MisCase *value, const MisPartition *partition, const Expected *all,
             double *worst)
{
  guint n_rows = mis_world_get_n_agents (value->world);
  int group = g_rand_int_range (value->rand, -1, (gint32) partition->n_groups);
  g_autofree guint64 *of_group = g_new (guint64, n_rows);
  g_autoptr (MisScore) found = mis_partition_score (value->tally, partition, group);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisBrute) brute = NULL;
  g_autoptr (MisBruteScore) expected = NULL;

  for (guint i = 0; i < n_rows; i++)
    of_group[i] = partition->labels[i] == group ? mis_world_get_agent (value->world, i)->count : 0;
  world = mis_world_with_counts (value->world, of_group, NULL);
  brute = mis_brute_new (world);
  expected = mis_brute_score (brute, &value->scoring);
  mis_compare (worst, found->overall, expected->overall);
  for (guint p = 0; p < found->n_areas; p++)
    {
      mis_compare (worst, found->areas[p].misalignment, expected->areas[p].misalignment);
      if (group >= 0)
        mis_compare (worst, found->areas[p].raw,
                     get_mean (&all[p], value, (guint) group, (guint) group));
    }
}

static void
check_case (const MisCase *value, gpointer user_data)
{
  double *worst = user_data;
  g_autoptr (MisPartition) partition = draw_partition (value);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisBetween) found = mis_between_new (value->tally, partition, &error);
  g_autofree Expected *all = g_new (Expected, value->expected->n_areas);

  g_assert_no_error (error);
  for (guint p = 0; p < found->n_areas; p++)
    expected_init (&all[p], value, partition, p);
  check_matrix (value, all, found, &worst[0]);
  for (guint p = 0; p < found->n_areas; p++)
    check_decomposition (value, &all[p], found, p, &worst[1]);
  check_own_scores (value, partition, all, &worst[2]);
  if (g_rand_int_range (value->rand, 0, 10) == 0)
    check_alone (value, partition, all, &worst[3]);
  for (guint p = 0; p < found->n_areas; p++)
    expected_clear (&all[p]);
}

static void
test_random (void)
{
  double worst[4] = { 0 };

  mis_foreach_case (310, N_WORLDS, MAX_ROWS, check_case, worst);
  g_test_message ("%u worlds under every option: worst relative deviation of the matrix %.2g, "
                  "decomposition %.2g, own scores %.2g, scores alone %.2g",
                  N_WORLDS, worst[0], worst[1], worst[2], worst[3]);
}

/* By hand from the tables of the paper, 6.1: recommender-retailer 0.17, recommender-customer 0.39
 * over both areas. */
static void
test_shopping (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisPartition) partition = mis_partition_new_by_agent (world);
  g_autoptr (MisBetween) found = mis_between_new (tally, partition, NULL);

  g_assert_cmpstr (partition->names[2], ==, "recommender");
  mis_assert_close (mis_between_get_overall (found, 2, 1),
                    (0.1L * sqrtl (0.9L) + 0.3L * sqrtl (0.7L)) / 2, 1e-15, 1);
  mis_assert_close (mis_between_get_overall (found, 2, 0),
                    (0.1L * sqrtl (0.8L) + 0.9L * sqrtl (0.6L)) / 2, 1e-15, 1);
  g_assert_cmpfloat_with_epsilon (mis_between_get_overall (found, 1, 2), 0.17, 5e-3);
  g_assert_cmpfloat_with_epsilon (mis_between_get_overall (found, 0, 2), 0.39, 5e-3);
  g_assert_true (isnan (mis_between_get_overall (found, 0, 0)));
  g_assert_cmpfloat (found->decompositions[1].within, ==, 0);
  mis_assert_close (found->decompositions[1].total, 6 * 0.4240573484L, 2e-10, 1);
}

static MisPartition *
part_evenly (const MisWorld *world, guint n_groups)
{
  g_autofree int *labels = g_new (int, mis_world_get_n_agents (world));

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    labels[i] = (int) (i % n_groups);
  return mis_partition_new (world, labels, n_groups, NULL);
}

static void
test_limit (void)
{
  g_autoptr (MisWorld) world = mis_sample_table (1500, 2);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisPartition) by_agent = mis_partition_new_by_agent (world);
  g_autoptr (MisPartition) by_row = part_evenly (world, 1448);
  g_autoptr (MisBetween) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree double *own = NULL;

  g_assert_null (mis_between_new (tally, by_agent, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_clear_error (&error);
  found = mis_between_new (tally, by_row, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (mis_between_get (found, 1, 3, 7), ==, mis_between_get (found, 1, 7, 3));
  /* Own scores have no limit. */
  own = mis_own_scores_new (tally, by_agent);
  g_assert_false (isnan (own[1499]));
}

/* Rows of up to 10^12 agents: the decomposition adds up under every mean. */
static void
test_large (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (311);
  g_autoptr (MisWorld) table = mis_sample_table (8000, 3);
  g_autofree guint64 *sizes = g_new (guint64, 8000);
  g_autoptr (MisWorld) world = NULL;
  double worst = 0;

  for (guint i = 0; i < 8000; i++)
    sizes[i] = MIS_MAX_COUNT - (guint64) g_rand_int_range (rand, 0, 1000000);
  world = mis_world_with_counts (table, sizes, NULL);
  for (guint mean = 0; mean < 6; mean++)
    {
      g_autoptr (MisWorld) rescored
          = mis_sample_rescored (world, (MisScoring) { .weight_mean = (MisWeightMean) mean });
      g_autoptr (MisTally) tally = mis_tally_new (rescored, NULL);
      g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
      g_autoptr (MisPartition) partition = part_evenly (world, 37);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (MisBetween) found = mis_between_new (tally, partition, NULL);
      double seconds = (double) (g_get_monotonic_time () - start) / 1e6;

      for (guint p = 0; p < 3; p++)
        {
          long double n = score->areas[p].n;

          mis_compare (&worst, found->decompositions[p].total, score->areas[p].raw * n * (n - 1));
        }
      g_test_message ("%s: %.3f s", mis_options[0].choices[mean].nick, seconds);
    }
  g_test_message ("8,000 rows of 10^12 in 37 groups: worst relative deviation %.2g", worst);
}

static void
check_labels (const MisPartition *found, const int *expected)
{
  for (guint i = 0; i < found->n_rows; i++)
    g_assert_cmpint (found->labels[i], ==, expected[i]);
}

static void
test_partitions (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const struct
  {
    const char *id;
    MisKind kind;
    const char *principal;
  } rows[] = {
    { "a", MIS_KIND_AI, "" },
    { "b", MIS_KIND_HUMAN, "user" },
    { "c", MIS_KIND_HUMAN, "developer" },
    { "d", MIS_KIND_ORGANIZATION, "user" },
  };
  const int labels[] = { 1, MIS_NO_LABEL, 1, 0 };
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisPartition) kinds = NULL;
  g_autoptr (MisPartition) principals = NULL;
  g_autoptr (MisPartition) given = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MisAgent) agent = mis_agent_new (rows[i].id, rows[i].id, rows[i].kind,
                                                  rows[i].principal, 1, "", NULL);

      mis_world_builder_add_agent (builder, agent, NULL, NULL, 0, NULL);
    }
  world = mis_world_builder_end (builder);
  kinds = mis_partition_new_by_kind (world);
  g_assert_cmpuint (kinds->n_groups, ==, 3);
  g_assert_cmpstr (kinds->names[0], ==, "human");
  g_assert_cmpstr (kinds->names[2], ==, "organization");
  check_labels (kinds, (int[]) { 1, 0, 0, 2 });
  principals = mis_partition_new_by_principal (world);
  g_assert_cmpuint (principals->n_groups, ==, 3);
  g_assert_cmpstr (principals->names[0], ==, "");
  g_assert_cmpstr (principals->names[1], ==, "user");
  check_labels (principals, (int[]) { 0, 1, 2, 1 });
  given = mis_partition_new (world, labels, 2, NULL);
  g_assert_cmpstr (given->names[1], ==, "2");
  check_labels (given, labels);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/between/random", test_random);
  g_test_add_func ("/between/shopping", test_shopping);
  g_test_add_func ("/between/limit", test_limit);
  g_test_add_func ("/between/large", test_large);
  g_test_add_func ("/between/partitions", test_partitions);
  return g_test_run ();
}
