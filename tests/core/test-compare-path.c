#include "core/compare.h"
#include "core/edit.h"
#include "core/error.h"
#include "brute-force.h"
#include "group-score.h"
#include "lever-edit.h"
#include "random-scenario.h"
#include "random-texts.h"
#include "sample.h"

#include <math.h>

#define TOLERANCE 1e-12
#define FLOOR 1e-3
#define N_WORLDS 2000
#define AREA "area" /* of mis_sample_groups() */

static MisEffects *
effects_of (MisWorld *world)
{
  return mis_effects_under (world, mis_world_get_scoring (world));
}

/* Every change of either scenario stands all the way, or is taken back or made exactly once. */
static void
check_changes (const MisPath *path, const MisScenario *from, const MisScenario *to)
{
  g_autofree guint *back = g_new0 (guint, from->n_changes);
  g_autofree guint *made = g_new0 (guint, to->n_changes);
  guint n_back = 0, n_made = 0;

  for (guint i = 0; i < path->n_steps; i++)
    {
      const MisPathStep *step = &path->steps[i];

      g_assert_true (step->back >= 0 || step->made >= 0);
      if (step->back >= 0)
        g_assert_cmpuint (back[step->back]++, ==, 0);
      if (step->made >= 0)
        g_assert_cmpuint (made[step->made]++, ==, 0);
      n_back += step->back >= 0 ? 1 : 0;
      n_made += step->made >= 0 ? 1 : 0;
    }
  g_assert_cmpuint (n_back + path->n_kept, ==, from->n_changes);
  g_assert_cmpuint (n_made + path->n_kept, ==, to->n_changes);
}

/* Each step is what the score does between two worlds, over rows; they add up to the whole. */
static void
check_steps (const MisPath *path, const MisWaterfall *waterfall, MisWorld *before, MisWorld *after)
{
  _Float128 first = mis_group_overall (before), last = first;
  double sum = 0, size = fabs (waterfall->difference);

  for (guint i = 0; i < path->n_steps; i++)
    {
      g_autoptr (MisWorld) world = mis_path_make_world (path, i + 1);
      const MisWaterfallStep *step = &waterfall->steps[i];
      _Float128 overall = mis_group_overall (world);

      g_assert_cmpfloat (mis_group_deviation (step->effect, overall - last, FLOOR), <=, TOLERANCE);
      g_assert_cmpfloat (mis_group_deviation (step->overall, overall, FLOOR), <=, TOLERANCE);
      sum += step->effect;
      size = MAX (size, fabs (step->effect));
      last = overall;
    }
  g_assert_cmpfloat (fabs (sum - waterfall->difference), <=, TOLERANCE * size);
  g_assert_cmpfloat (
      mis_group_deviation (waterfall->difference, mis_group_overall (after) - first, FLOOR), <=,
      TOLERANCE);
}

/* Returns whether the way leads over the project. */
static gboolean
check_path (MisWorld *world, MisScenario *from, MisScenario *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisPath) path = mis_path_new (world, from, to, &error);
  g_autoptr (MisWorld) before = mis_world_with_scenario_applied (world, from, NULL);
  g_autoptr (MisWorld) after = mis_world_with_scenario_applied (world, to, NULL);
  g_autoptr (MisWorld) first = NULL;
  g_autoptr (MisWorld) last = NULL;
  g_autoptr (MisEffects) effects = effects_of (before);
  g_autoptr (MisWaterfall) waterfall = NULL;

  g_assert_no_error (error);
  check_changes (path, from, to);
  first = mis_path_make_world (path, 0);
  last = mis_path_make_world (path, path->n_steps);
  g_assert_true (mis_world_equal (first, before));
  g_assert_true (mis_world_equal (last, after));
  waterfall = mis_waterfall_new_along (effects, path, NULL);
  g_assert_cmpuint (waterfall->n_steps, ==, path->n_steps);
  check_steps (path, waterfall, before, after);
  return path->over_project;
}

/* Another value; @change belongs to the caller alone. */
static void
vary_change (GRand *rand, MisChange *change)
{
  change->count += change->kind == MIS_CHANGE_COUNT ? 1 : 0;
  if (change->kind == MIS_CHANGE_CONFLICT)
    change->value = change->low = change->high = mis_random_probability (rand);
  if (change->kind == MIS_CHANGE_POSITION && change->has_weight)
    change->value = mis_random_probability (rand);
}

/* A scenario that shares changes with @scenario: one or more are left out, some have another
 * value. */
static MisScenario *
vary (GRand *rand, const MisWorld *world, MisScenario *scenario)
{
  MisScenario *varied = mis_scenario_ref (scenario);
  g_autoptr (MisScenario) fewer = NULL;

  for (guint i = scenario->n_changes; i > 0; i--)
    if (i == 1 || mis_random_one_in (rand, 3))
      {
        MisScenario *left = mis_scenario_without_change (varied, i - 1);

        mis_scenario_unref (varied);
        varied = left;
      }
  for (guint i = 0; i < varied->n_changes; i++)
    if (mis_random_one_in (rand, 3))
      vary_change (rand, &varied->changes[i]);
  fewer = varied;
  return mis_world_fit_scenario (world, fewer);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (910);
  guint n_over = 0;

  for (guint i = 0; i < N_WORLDS; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 6);
      g_autoptr (MisScenario) one = mis_random_scenario (rand, world, 0);
      g_autoptr (MisScenario) other = mis_random_scenario (rand, world, 1);
      g_autoptr (MisScenario) varied = vary (rand, world, one);

      n_over += check_path (world, one, other) ? 1 : 0;
      n_over += check_path (world, one, varied) ? 1 : 0;
      n_over += check_path (world, varied, one) ? 1 : 0;
      g_assert_false (check_path (world, one, one));
    }
  g_test_message ("%u of %u ways over the project", n_over, 3 * N_WORLDS);
  g_assert_cmpuint (n_over, <, N_WORLDS / 20);
}

/* Chosen cases, over three groups with a goal each in one area. */

static MisScenario *
make_scenario (const MisChange *changes, guint n)
{
  MisChange *copies = g_new0 (MisChange, n);
  g_autoptr (GError) error = NULL;
  MisScenario *scenario;

  for (guint i = 0; i < n; i++)
    {
      copies[i] = changes[i];
      copies[i].agent_id = g_strdup (changes[i].agent_id);
      copies[i].area_id = g_strdup (changes[i].area_id);
      copies[i].goal_ids[0] = g_strdup (changes[i].goal_ids[0]);
      copies[i].goal_ids[1] = g_strdup (changes[i].goal_ids[1]);
      copies[i].low = copies[i].high = changes[i].value;
    }
  scenario = mis_scenario_new ("s", "s", "", copies, n, &error);
  g_assert_no_error (error);
  return scenario;
}

static MisChange
count_change (const char *agent, guint64 count)
{
  return (MisChange) { .kind = MIS_CHANGE_COUNT, .agent_id = (char *) agent, .count = count };
}

static MisChange
conflict_change (const char *g, const char *h, double value)
{
  return (MisChange) { .kind = MIS_CHANGE_CONFLICT,
                      .area_id = (char *) AREA,
                      .goal_ids = { (char *) g, (char *) h },
                      .value = value };
}

static MisWorld *
make_world (void)
{
  const guint64 counts[] = { 4, 5, 6 };

  return mis_sample_groups (counts, 3, 0.5);
}

static const char *
get_id (const MisWorld *world, guint row)
{
  return mis_world_get_agent (world, row)->id;
}

/* What both make stands, what both set differently is one step, the rest goes back, then is made:
 * worked out by hand. */
static void
test_steps (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange before[] = { count_change (get_id (world, 0), 40),
                               conflict_change ("g1", "g2", 0.25),
                               count_change (get_id (world, 1), 50),
                               conflict_change ("g1", "g3", 1) };
  const MisChange now[] = { conflict_change ("g2", "g3", 0.75), conflict_change ("g2", "g1", 0.25),
                            count_change (get_id (world, 1), 51) };
  g_autoptr (MisScenario) from = make_scenario (before, G_N_ELEMENTS (before));
  g_autoptr (MisScenario) to = make_scenario (now, G_N_ELEMENTS (now));
  g_autoptr (MisPath) path = mis_path_new (world, from, to, NULL);
  const MisPathStep expected[] = { { 3, -1 }, { 0, -1 }, { -1, 0 }, { 2, 2 } };

  g_assert_false (path->over_project);
  g_assert_cmpuint (path->n_kept, ==, 1);
  g_assert_cmpuint (path->n_steps, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < path->n_steps; i++)
    {
      g_assert_cmpint (path->steps[i].back, ==, expected[i].back);
      g_assert_cmpint (path->steps[i].made, ==, expected[i].made);
    }
  check_path (world, from, to);
}

/* A group that is gone on one side, and changed on the other, has no step that undoes it. */
static void
test_removed (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange gone[] = {
    { .kind = MIS_CHANGE_REMOVE_AGENT, .agent_id = (char *) get_id (world, 1) },
  };
  const MisChange area_gone[] = { { .kind = MIS_CHANGE_REMOVE_AREA, .area_id = (char *) AREA } };
  const MisChange more[] = { count_change (get_id (world, 1), 50),
                             conflict_change ("g1", "g2", 1) };
  g_autoptr (MisScenario) without = make_scenario (gone, 1);
  g_autoptr (MisScenario) without_area = make_scenario (area_gone, 1);
  g_autoptr (MisScenario) with = make_scenario (more, 2);

  g_assert_false (check_path (world, without, with));
  g_assert_false (check_path (world, with, without));
  g_assert_false (check_path (world, without_area, with));
  g_assert_false (check_path (world, with, without_area));
  g_assert_false (check_path (world, without_area, without));
}

/* A pair that says the same as the default follows it: both scenarios make the same two changes, in
 * another order, and end elsewhere. */
static void
test_order_matters (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange pair = conflict_change ("g1", "g2", 0.5);
  const MisChange rest = { .kind = MIS_CHANGE_DEFAULT, .area_id = (char *) AREA, .value = 1 };
  const MisChange one[] = { pair, rest };
  const MisChange two[] = { rest, pair };
  g_autoptr (MisScenario) from = make_scenario (one, 2);
  g_autoptr (MisScenario) to = make_scenario (two, 2);
  g_autoptr (MisPath) path = mis_path_new (world, from, to, NULL);
  g_autoptr (MisEffects) effects = NULL;
  g_autoptr (MisWorld) before = mis_path_make_world (path, 0);
  g_autoptr (MisWaterfall) waterfall = NULL;

  g_assert_true (path->over_project);
  g_assert_cmpuint (path->n_kept, ==, 0);
  g_assert_cmpuint (path->n_steps, ==, 4);
  g_assert_true (check_path (world, from, to));
  effects = effects_of (before);
  waterfall = mis_waterfall_new_along (effects, path, NULL);
  g_assert_cmpfloat (waterfall->difference, <, 0);
}

static void
test_refused (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange wrong[] = { count_change ("nobody", 1) };
  g_autoptr (MisScenario) good = make_scenario (NULL, 0);
  g_autoptr (MisScenario) bad = make_scenario (wrong, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_path_new (world, bad, good, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (mis_path_new (world, good, bad, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN);
}

static void
test_stopped (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange changes[] = { count_change (get_id (world, 0), 40) };
  g_autoptr (MisScenario) from = make_scenario (NULL, 0);
  g_autoptr (MisScenario) to = make_scenario (changes, 1);
  g_autoptr (MisPath) path = mis_path_new (world, from, to, NULL);
  g_autoptr (MisEffects) effects = effects_of (world);
  const gint stop = 1;

  g_assert_null (mis_waterfall_new_along (effects, path, &stop));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/compare-path/random", test_random);
  g_test_add_func ("/core/compare-path/steps", test_steps);
  g_test_add_func ("/core/compare-path/removed", test_removed);
  g_test_add_func ("/core/compare-path/order-matters", test_order_matters);
  g_test_add_func ("/core/compare-path/refused", test_refused);
  g_test_add_func ("/core/compare-path/stopped", test_stopped);
  return g_test_run ();
}
