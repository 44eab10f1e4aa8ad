/* Agents as arrays score as the same agents in rows do, however the arrays are cut into slices. */
#include "core/agent-arrays.h"
#include "core/edit.h"

#include <math.h>
#include <string.h>

#include "sample.h"

#define N_AGENTS 1500u /* several blocks and a rest */
#define N_GOALS 5u
#define N_AREAS 3u

typedef struct
{
  gint16 *goals[N_AREAS];
  double *weights[N_AREAS];
  MisWorld *world; /* the same agents, a row each */
} Agents;

/* One area without weights, where all are 1; goals, no goal and unknown in all. */
static Agents
new_agents (GRand *rand)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  Agents agents;

  for (guint area = 0; area < N_AREAS; area++)
    {
      g_autofree char *id = g_strdup_printf ("area-%u", area);

      agents.goals[area] = g_new (gint16, N_AGENTS);
      agents.weights[area] = area == 1 ? NULL : g_new (double, N_AGENTS);
      mis_sample_add_area (builder, mis_sample_area_with_null (id, N_GOALS, 0.6,
                                                               area == 2 ? 0.3 : 0.0));
    }
  for (guint i = 0; i < N_AGENTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      MisPosition positions[N_AREAS];

      for (guint area = 0; area < N_AREAS; area++)
        {
          int goal = g_rand_int_range (rand, MIS_UNKNOWN, N_GOALS);
          double weight = area == 1 ? 1.0 : g_rand_double (rand);

          agents.goals[area][i] = (gint16) goal;
          if (agents.weights[area] != NULL)
            agents.weights[area][i] = weight;
          positions[area] =
            goal == MIS_UNKNOWN ? MIS_POSITION_UNKNOWN : mis_position (goal, weight);
        }
      mis_sample_add_row (builder, id, 1, positions, N_AREAS);
    }
  agents.world = mis_world_builder_end (builder);
  return agents;
}

static void
clear_agents (Agents *agents)
{
  for (guint area = 0; area < N_AREAS; area++)
    {
      g_free (agents->goals[area]);
      g_free (agents->weights[area]);
    }
  mis_world_unref (agents->world);
}

static MisAgentArrays
view (const Agents *agents)
{
  return (MisAgentArrays) { N_AGENTS, (const gint16 *const *) agents->goals,
                            (const double *const *) agents->weights };
}

static void
check_scoring (const Agents *agents, MisScoring scoring)
{
  MisAgentArrays arrays = view (agents);
  g_autoptr (MisWorld) world = mis_world_with_scoring (agents->world, &scoring);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) expected = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisScore) found = mis_agent_arrays_score (world, &arrays);

  g_assert_cmpfloat_with_epsilon (found->overall, expected->overall, 1e-13);
  g_assert_cmpuint (found->n_agents, ==, N_AGENTS);
  for (guint i = 0; i < N_AREAS; i++)
    {
      g_assert_cmpuint (found->areas[i].n, ==, expected->areas[i].n);
      g_assert_cmpuint (found->areas[i].k, ==, expected->areas[i].k);
      g_assert_cmpfloat_with_epsilon (found->areas[i].misalignment, expected->areas[i].misalignment,
                                      1e-13);
      g_assert_cmpfloat_with_epsilon (found->areas[i].entropy_bits, expected->areas[i].entropy_bits,
                                      1e-13);
    }
}

static void
test_scores_as_rows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  Agents agents = new_agents (rand);

  for (int mean = MIS_WEIGHT_MEAN_GEOMETRIC; mean <= MIS_WEIGHT_MEAN_NONE; mean++)
    for (int unknown = MIS_UNKNOWN_LEAVE_OUT; unknown <= MIS_UNKNOWN_NO_GOAL; unknown++)
      check_scoring (&agents, (MisScoring) { .weight_mean = (MisWeightMean) mean,
                                             .unknown = (MisUnknown) unknown,
                                             .normalization = MIS_NORMALIZATION_MAXIMUM });
  clear_agents (&agents);
}

/* Three slices and a rest: taken into one or each into its own, the same bits; and the sums of
 * a loop. */
static void
test_slices_add_up (void)
{
  const gsize n = 3 * MIS_ARRAY_SLICE + 77;
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autofree gint16 *goals = g_new (gint16, n);
  g_autofree double *weights = g_new (double, n);
  MisAgentArrays arrays = { n, (const gint16 *const[]){ goals },
                            (const double *const[]){ weights } };
  long double roots[N_GOALS + 1] = { 0.0L }, plain[N_GOALS + 1] = { 0.0L };
  MisArraySums whole, sum;

  for (gsize i = 0; i < n; i++)
    {
      goals[i] = (gint16) g_rand_int_range (rand, MIS_UNKNOWN, N_GOALS);
      weights[i] = g_rand_double (rand);
      if (goals[i] == MIS_UNKNOWN)
        continue;
      roots[goals[i] < 0 ? N_GOALS : (guint) goals[i]] += sqrtl (weights[i]);
      plain[goals[i] < 0 ? N_GOALS : (guint) goals[i]] += weights[i];
    }
  g_assert_cmpuint (mis_agent_arrays_count_slices (&arrays), ==, 4);
  mis_array_sums_init (&whole, N_GOALS);
  mis_array_sums_init (&sum, N_GOALS);
  for (gsize i = 0; i < 4; i++)
    {
      MisArraySums slice;

      mis_array_sums_take (&whole, &arrays, 0, i);
      mis_array_sums_init (&slice, N_GOALS);
      mis_array_sums_take (&slice, &arrays, 0, i);
      mis_array_sums_add (&sum, &slice);
      mis_array_sums_clear (&slice);
    }
  g_assert_cmpuint (sum.n_unknown, ==, whole.n_unknown);
  g_assert_true (memcmp (sum.goals, whole.goals, (N_GOALS + 1) * sizeof (MisGoalSums)) == 0);
  for (guint goal = 0; goal <= N_GOALS; goal++)
    {
      g_assert_true (fabsl (sum.goals[goal].s - roots[goal]) <= 1e-14L * roots[goal]);
      g_assert_true (fabsl (sum.goals[goal].w - plain[goal]) <= 1e-14L * plain[goal]);
    }
  mis_array_sums_clear (&whole);
  mis_array_sums_clear (&sum);
}

static void
test_nobody (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  const gint16 *goals[] = { NULL, NULL };
  const double *weights[] = { NULL, NULL };
  MisAgentArrays arrays = { 0, goals, weights };
  g_autoptr (MisScore) score = mis_agent_arrays_score (world, &arrays);

  g_assert_false (score->has_score);
  g_assert_cmpfloat (score->overall, ==, 0.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agent-arrays/scores-as-rows", test_scores_as_rows);
  g_test_add_func ("/agent-arrays/slices-add-up", test_slices_add_up);
  g_test_add_func ("/agent-arrays/nobody", test_nobody);
  return g_test_run ();
}
