#include "analysis-case.h"

#include "sample.h"

#include <math.h>

#define TOLERANCE 1e-12
#define FLOOR 1e-60

typedef struct
{
  MisWorld *world;
  MisBrute *brute;
  GRand *rand;
  MisCaseFunc check;
  gpointer user_data;
} Visit;

static void
visit (const MisScoring *scoring, gpointer user_data)
{
  const Visit *self = user_data;
  g_autoptr (MisWorld) world = mis_sample_rescored (self->world, *scoring);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisBruteScore) expected = mis_brute_score (self->brute, scoring);
  const MisCase value = { .world = world, .tally = tally, .score = score, .scoring = *scoring,
                          .brute = self->brute, .expected = expected, .rand = self->rand };

  self->check (&value, self->user_data);
}

void
mis_foreach_case_of (MisWorld *world, GRand *rand, MisCaseFunc check, gpointer user_data)
{
  g_autoptr (MisBrute) brute = mis_brute_new (world);
  Visit self = { .world = world, .brute = brute, .rand = rand, .check = check,
                 .user_data = user_data };

  mis_foreach_scoring (visit, &self);
}

void
mis_foreach_case (guint32 seed,
                  guint n_worlds,
                  guint max_rows,
                  MisCaseFunc check,
                  gpointer user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_worlds; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, max_rows);

      mis_foreach_case_of (world, rand, check, user_data);
    }
}

long double
mis_case_get_pair (const MisCase *value, guint area, guint a, guint b)
{
  return mis_brute_get_pair (value->brute, &value->scoring, area, a, b);
}

long double *
mis_case_sum_pairs (const MisCase *value, guint area, const int *labels, guint n_labels)
{
  guint n = mis_brute_get_n_agents (value->brute);
  long double *sums = g_new0 (long double, (gsize) n_labels * n_labels);

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      {
        long double pair = labels[a] < 0 || labels[b] < 0 ? (long double) NAN
                                                          : mis_case_get_pair (value, area, a, b);

        if (!isnan (pair))
          sums[(guint) labels[a] * n_labels + (guint) labels[b]] += pair;
      }
  return sums;
}

long double
mis_case_count_pairs (const MisCase *value, long double n)
{
  return value->scoring.pairs == MIS_PAIRS_DISTINCT ? n * (n - 1) : n * n;
}

void
mis_compare_at (const char *file,
                int line,
                const char *function,
                const char *what,
                double *worst,
                double found,
                long double expected)
{
  mis_check_close (file, line, function, what, found, expected, TOLERANCE, FLOOR);
  *worst = MAX (*worst, mis_deviation (found, expected, FLOOR));
}
