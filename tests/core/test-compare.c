#include "brute-force.h"
#include "core/compare.h"
#include "core/edit.h"
#include "core/error.h"
#include "group-score.h"
#include "lever-edit.h"
#include "random-scenario.h"
#include "sample.h"

#include <math.h>
#include <string.h>

#define TOLERANCE 1e-12
#define FLOOR 1e-3
#define N_WORLDS 500

static MisEffects *
effects_of (MisWorld *world)
{
  return mis_effects_under (world, mis_world_get_scoring (world));
}

static void
check_overall (const MisComparison *comparison, const MisBruteScore *before,
               const MisBruteScore *after)
{
  mis_assert_close (comparison->old_overall, before->overall, TOLERANCE, FLOOR);
  mis_assert_close (comparison->new_overall, after->overall, TOLERANCE, FLOOR);
  mis_assert_close (comparison->difference, after->overall - before->overall, TOLERANCE, FLOOR);
}

static void
check_areas (const MisComparison *comparison, const MisBruteScore *before,
             const MisBruteScore *after)
{
  for (guint i = 0; i < comparison->n_areas; i++)
    {
      const MisAreaDifference *area = &comparison->areas[i];
      long double old_value = area->before >= 0 ? before->areas[area->before].misalignment : NAN;
      long double new_value = area->after >= 0 ? after->areas[area->after].misalignment : NAN;

      mis_assert_close (area->old_value, old_value, TOLERANCE, FLOOR);
      mis_assert_close (area->new_value, new_value, TOLERANCE, FLOOR);
      mis_assert_close (area->difference, new_value - old_value, TOLERANCE, FLOOR);
    }
}

/* The pairs of goals of each area add up to the difference of the area. */
static void
check_pairs (const MisComparison *comparison)
{
  g_autofree double *sums = g_new0 (double, comparison->n_areas);

  for (guint i = 0; i < comparison->n_pairs; i++)
    {
      const MisPairDifference *pair = &comparison->pairs[i];

      sums[pair->area] += pair->difference;
      mis_assert_close (pair->difference, pair->new_part - pair->old_part, TOLERANCE, FLOOR);
      g_assert_cmpint (pair->g, <, pair->h);
      if (i > 0)
        g_assert_cmpfloat (fabs (pair->difference), <=, fabs (pair[-1].difference));
    }
  for (guint i = 0; i < comparison->n_areas; i++)
    if (!isnan (comparison->areas[i].difference))
      mis_assert_close (sums[i], comparison->areas[i].difference, TOLERANCE, FLOOR);
}

/* The mean over areas of the mean of c f over all partners, for one agent of a row. */
static _Float128
own_score (const MisWorld *world, int row)
{
  MisScoring scoring = *mis_world_get_scoring (world);
  g_autoptr (MisWorld) plain = NULL;
  _Float128 sum = 0;
  guint n = 0;

  scoring.normalization = MIS_NORMALIZATION_NONE;
  plain = mis_world_with_scoring ((MisWorld *) world, &scoring);
  for (guint p = 0; p < mis_world_get_n_areas (world); p++)
    {
      _Float128 own = mis_group_own (plain, (guint) row, p);

      if (own != own)
        continue;
      sum += own;
      n++;
    }
  return n > 0 ? sum / n : (_Float128) NAN;
}

static gboolean
has_members (const MisWorld *world, int row)
{
  return row >= 0 && mis_world_get_agent (world, (guint) row)->count > 0;
}

static guint
check_groups (const MisComparison *comparison, const MisWorld *before, const MisWorld *after)
{
  guint n_against = 0, n_spared = 0;

  for (guint i = 0; i < comparison->n_groups; i++)
    {
      const MisGroupDifference *group = &comparison->groups[i];

      n_against += group->against ? 1 : 0;
      n_spared += group->spared ? 1 : 0;
      if (group->before >= 0 && group->after >= 0)
        g_assert_cmpstr (mis_world_get_agent (before, (guint) group->before)->id, ==,
                         mis_world_get_agent (after, (guint) group->after)->id);
      if (!has_members (before, group->before) || !has_members (after, group->after))
        continue;

      _Float128 old_own = own_score (before, group->before);
      _Float128 new_own = own_score (after, group->after);

      g_assert_cmpfloat (mis_group_deviation (group->old_own, old_own, FLOOR), <=, TOLERANCE);
      g_assert_cmpfloat (mis_group_deviation (group->new_own, new_own, FLOOR), <=, TOLERANCE);
      g_assert_cmpfloat (mis_group_deviation (group->difference, new_own - old_own, FLOOR), <=,
                         TOLERANCE);
      if (old_own == old_own && new_own == new_own)
        {
          gboolean up = new_own - old_own > 1e-20 * old_own;

          gboolean down = old_own - new_own > 1e-20 * old_own;

          g_assert_cmpint (group->against, ==, comparison->difference < 0 && up);
          g_assert_cmpint (group->spared, ==, comparison->difference > 0 && down);
        }
    }
  g_assert_cmpuint (comparison->n_against, ==, n_against);
  g_assert_cmpuint (comparison->n_spared, ==, n_spared);
  return n_against;
}

static guint
check_comparison (MisWorld *before, MisWorld *after)
{
  g_autoptr (MisEffects) old_effects = effects_of (before);
  g_autoptr (MisEffects) new_effects = effects_of (after);
  g_autoptr (MisComparison) comparison = mis_comparison_new (old_effects, new_effects);
  g_autoptr (MisBrute) old_brute = mis_brute_new (before);
  g_autoptr (MisBrute) new_brute = mis_brute_new (after);
  g_autoptr (MisBruteScore) old_score = mis_brute_score (old_brute, mis_world_get_scoring (before));
  g_autoptr (MisBruteScore) new_score = mis_brute_score (new_brute, mis_world_get_scoring (after));

  check_overall (comparison, old_score, new_score);
  check_areas (comparison, old_score, new_score);
  check_pairs (comparison);
  return check_groups (comparison, before, after);
}

/* Scenarios set counts of up to 1,000; brute force wants few. */
static MisWorld *
thin_out (MisWorld *world)
{
  guint n = mis_world_get_n_agents (world);
  g_autofree guint64 *counts = g_new (guint64, n);

  for (guint i = 0; i < n; i++)
    counts[i] = MIN (mis_world_get_agent (world, i)->count, 7);
  return mis_world_with_counts (world, counts, NULL);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (900);
  guint n_against = 0;

  for (guint i = 0; i < N_WORLDS; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 6);
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, world, 0);
      g_autoptr (MisWorld) applied = mis_world_with_scenario_applied (world, scenario, NULL);
      g_autoptr (MisWorld) after = thin_out (applied);

      n_against += check_comparison (world, after);
      n_against += check_comparison (after, world);
    }
  g_test_message ("%u groups against the total", n_against);
  g_assert_cmpuint (n_against, >, 0);
}

/* One scenario beside another one of the same project. */
static void
test_scenarios (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (903);

  for (guint i = 0; i < N_WORLDS; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 6);
      g_autoptr (MisScenario) one = mis_random_scenario (rand, world, 0);
      g_autoptr (MisScenario) other = mis_random_scenario (rand, world, 1);
      g_autoptr (MisWorld) under_one = mis_world_with_scenario_applied (world, one, NULL);
      g_autoptr (MisWorld) under_other = mis_world_with_scenario_applied (world, other, NULL);
      g_autoptr (MisWorld) before = thin_out (under_one);
      g_autoptr (MisWorld) after = thin_out (under_other);

      check_comparison (before, after);
    }
}

/* Waterfalls */

static double
check_waterfall (MisWorld *world, const MisScenario *scenario)
{
  g_autoptr (MisEffects) before = effects_of (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWaterfall) waterfall = mis_waterfall_new (before, scenario, NULL, &error);
  g_autoptr (MisWorld) applied = mis_world_with_scenario_applied (world, scenario, NULL);
  double sum = 0, size = fabs (waterfall->difference), deviation;

  g_assert_no_error (error);
  g_assert_cmpuint (waterfall->n_steps, ==, scenario->n_changes);
  for (guint i = 0; i < waterfall->n_steps; i++)
    {
      sum += waterfall->steps[i].effect;
      size = MAX (size, fabs (waterfall->steps[i].effect));
    }
  deviation = size > 0 ? fabs (sum - waterfall->difference) / size : 0;
  g_assert_cmpfloat (deviation, <=, TOLERANCE);
  g_assert_cmpfloat (mis_group_deviation (waterfall->difference,
                                          mis_group_overall (applied) - mis_group_overall (world),
                                          FLOOR),
                     <=, TOLERANCE);
  return deviation;
}

/* Each step is the exact effect at its place: the score after the first i changes, over rows. */
static void
check_steps (MisWorld *world, const MisScenario *scenario)
{
  g_autoptr (MisEffects) before = effects_of (world);
  g_autoptr (MisWaterfall) waterfall = mis_waterfall_new (before, scenario, NULL, NULL);
  _Float128 last = mis_group_overall (world);

  for (guint i = 0; i < scenario->n_changes; i++)
    {
      MisScenario part = *scenario;
      g_autoptr (MisWorld) applied = NULL;
      _Float128 overall;

      part.n_changes = i + 1;
      applied = mis_world_with_scenario_applied (world, &part, NULL);
      overall = mis_group_overall (applied);
      g_assert_cmpfloat (mis_group_deviation (waterfall->steps[i].effect, overall - last, FLOOR),
                         <=, TOLERANCE);
      g_assert_cmpfloat (mis_group_deviation (waterfall->steps[i].overall, overall, FLOOR), <=,
                         TOLERANCE);
      last = overall;
    }
}

static void
test_waterfall (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (901);
  double worst = 0;

  for (guint i = 0; i < N_WORLDS; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 6);
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, world, 0);

      worst = MAX (worst, check_waterfall (world, scenario));
      check_steps (world, scenario);
    }
  g_test_message ("effects add up to %.2g of the largest", worst);
}

static void
add_change (GArray *changes, MisChange change, const char *agent, const char *area)
{
  change.agent_id = g_strdup (agent);
  change.area_id = g_strdup (area);
  g_array_append_val (changes, change);
}

static MisScenario *
make_scenario (GArray *changes)
{
  guint n = changes->len;
  MisChange *taken = (MisChange *) (gpointer) g_array_free (changes, FALSE);

  return mis_scenario_new ("s", "s", "", taken, n, NULL);
}

/* Among 10^12 agents, changes of one agent: each effect to nine digits. */
static void
test_large (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (902);
  double worst = 0;

  for (guint i = 0; i < 40; i++)
    {
      GArray *changes = g_array_new (FALSE, FALSE, sizeof (MisChange));
      g_autoptr (MisWorld) drawn = mis_large_random_world (rand, 1e12);
      MisScoring scoring = { .weight_mean = (MisWeightMean) (i % 6) };
      g_autoptr (MisWorld) world = mis_world_with_scoring (drawn, &scoring);
      guint64 count = mis_world_get_agent (world, 1)->count;
      g_autoptr (MisScenario) scenario = NULL;
      g_autoptr (MisEffects) before = effects_of (world);
      g_autoptr (MisWaterfall) waterfall = NULL;
      _Float128 last = mis_group_overall (world);

      add_change (changes, (MisChange) { .kind = MIS_CHANGE_COUNT, .count = count + 1 }, "r1",
                  NULL);
      add_change (changes,
                  (MisChange) { .kind = MIS_CHANGE_POSITION, .has_weight = TRUE, .value = 0.5 },
                  "r0", "p");
      add_change (changes, (MisChange) { .kind = MIS_CHANGE_REMOVE_AGENT }, "r0", NULL);
      scenario = make_scenario (changes);
      waterfall = mis_waterfall_new (before, scenario, NULL, NULL);
      for (guint j = 0; j < 3; j++)
        {
          MisScenario part = *scenario;
          g_autoptr (MisWorld) applied = NULL;
          _Float128 overall;

          part.n_changes = j + 1;
          applied = mis_world_with_scenario_applied (world, &part, NULL);
          overall = mis_group_overall (applied);
          worst = MAX (worst,
                       mis_group_deviation (waterfall->steps[j].effect, overall - last, 1e-20));
          last = overall;
        }
    }
  g_test_message ("worst relative deviation %.2g", worst);
  g_assert_cmpfloat (worst, <=, 1e-9);
}

/* Shopping: a weaker conflict of retailer and recommender, and a customer who cares more. */
static void
test_total_down_group_up (void)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (MisChange));
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisWorld) calm = mis_world_with_conflict (world, 1, 1, 2, 0, NULL);
  g_autoptr (MisWorld) worse = mis_world_with_conflict (calm, 1, 0, 1, 0.6, NULL);
  g_autoptr (MisEffects) before = effects_of (world);
  g_autoptr (MisEffects) after = effects_of (worse);
  g_autoptr (MisComparison) comparison = mis_comparison_new (before, after);
  g_autoptr (MisScenario) scenario = NULL;
  g_autoptr (MisWaterfall) waterfall = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (comparison->difference, <, 0);
  g_assert_cmpuint (comparison->n_pairs, ==, 2);
  g_assert_true (comparison->groups[0].against);
  g_assert_false (comparison->groups[1].against);
  g_assert_false (comparison->groups[2].against);
  g_assert_cmpuint (comparison->n_against, ==, 1);

  add_change (changes, (MisChange) { .kind = MIS_CHANGE_REMOVE_AGENT }, "nobody", NULL);
  scenario = make_scenario (changes);
  waterfall = mis_waterfall_new (before, scenario, NULL, &error);
  g_assert_null (waterfall);
  g_assert_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/compare/random", test_random);
  g_test_add_func ("/core/compare/scenarios", test_scenarios);
  g_test_add_func ("/core/compare/waterfall", test_waterfall);
  g_test_add_func ("/core/compare/large", test_large);
  g_test_add_func ("/core/compare/total-down-group-up", test_total_down_group_up);
  return g_test_run ();
}
