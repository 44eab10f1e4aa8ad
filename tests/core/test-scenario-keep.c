#include "core/scenario-keep.h"

#include "core/edit-scenarios.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/new-ids.h"
#include "core/restore.h"
#include "changes.h"
#include "random-edit.h"
#include "random-scenario.h"
#include "random-world.h"

#define EDITS 8u

/* (transfer full): @world with one more scenario at random. */
static MisWorld *
with_random_scenario (GRand *rand, MisWorld *world, guint number)
{
  g_autoptr (MisScenario) scenario = mis_random_scenario (rand, world, number);
  g_autoptr (GError) error = NULL;
  MisWorld *with = mis_world_with_scenario (world, scenario, &error);

  g_assert_no_error (error);
  return with;
}

static MisWorld *
apply (MisWorld *base, guint scenario)
{
  g_autoptr (GError) error = NULL;
  MisWorld *applied =
      mis_world_with_scenario_applied (base, mis_world_get_scenario (base, scenario), &error);

  g_assert_no_error (error);
  return applied;
}

static void
assert_same_conflicts (const MisArea *a, const MisArea *b)
{
  int n = (int)mis_area_get_n_goals (a);

  g_assert_cmpstr (mis_area_get_name (a), ==, mis_area_get_name (b));
  g_assert_cmpuint (mis_area_get_n_goals (b), ==, (guint)n);
  for (int g = 0; g < n; g++)
    for (int h = 0; h < g; h++)
      g_assert_cmpfloat (mis_area_get_conflict (a, g, h).value, ==,
                         mis_area_get_conflict (b, g, h).value);
}

/* Ranges and notes belong to the base, which does not have them for every number; rows that a
 * scenario adds stand behind all others. */
static void
assert_same_numbers (const MisWorld *a, const MisWorld *b)
{
  guint n_areas = mis_world_get_n_areas (a);

  g_assert_cmpuint (mis_world_get_n_areas (b), ==, n_areas);
  g_assert_cmpuint (mis_world_get_n_agents (b), ==, mis_world_get_n_agents (a));
  for (guint i = 0; i < n_areas; i++)
    assert_same_conflicts (mis_world_get_area (a, i), mis_world_get_area (b, i));
  for (guint i = 0; i < mis_world_get_n_agents (a); i++)
    {
      const MisAgent *agent = mis_world_get_agent (a, i);
      int row = mis_world_find_agent (b, agent->id);

      g_assert_cmpint (row, >=, 0);
      g_assert_cmpstr (agent->name, ==, mis_world_get_agent (b, (guint)row)->name);
      g_assert_cmpuint (agent->count, ==, mis_world_get_agent (b, (guint)row)->count);
      for (guint j = 0; j < n_areas; j++)
        {
          MisPosition p = mis_world_get_position (a, i, j);
          MisPosition q = mis_world_get_position (b, (guint)row, j);

          g_assert_cmpint (p.goal, ==, q.goal);
          g_assert_cmpfloat (p.weight, ==, q.weight);
        }
    }
}

static gboolean
can_edit (const MisWorld *world)
{
  return mis_world_get_n_areas (world) > 0 && mis_world_get_n_agents (world) > 0;
}

static void
assert_sound (MisWorld *world)
{
  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    {
      g_autoptr (GError) error = NULL;

      mis_world_check_scenario (world, mis_world_get_scenario (world, i), NULL, &error);
      g_assert_no_error (error);
    }
}

/* Whatever was edited, the new scenario shows it; and the others stand in front of it. */
static void
test_shows_the_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (MisWorld) plain = mis_random_world (rand, 12, 4, 5);
      g_autoptr (MisWorld) before = with_random_scenario (rand, plain, 1000 + i);
      g_autoptr (MisWorld) world = mis_world_ref (before);
      g_autoptr (MisWorld) kept = NULL, applied = NULL, shown = NULL;
      g_autofree char *id = NULL;
      g_autoptr (GError) error = NULL;
      guint n;

      for (guint j = 0; j < EDITS && can_edit (world); j++)
        {
          MisWorld *edited =
              mis_random_edit (rand, world, MAX (mis_world_get_n_agents (before), 2));

          mis_world_unref (world);
          world = edited;
        }
      n = mis_world_get_n_scenarios (world);
      id = mis_world_new_scenario_id (world, "Kept");
      kept = mis_world_with_edits_kept (before, world, id, "Kept", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (mis_world_get_n_scenarios (kept), ==, n + 1);
      g_assert_cmpstr (mis_world_get_scenario (kept, n)->name, ==, "Kept");
      applied = apply (kept, n);
      shown = mis_world_without_scenarios (world);
      assert_same_numbers (applied, shown);
      assert_sound (kept);
    }
}

/* Numbers leave the base as if they had never been edited. */
static void
test_base_as_before (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  guint n_done = 0;

  for (guint i = 0; n_done < 100; i++)
    {
      g_autoptr (MisWorld) before = mis_random_world (rand, 12, 4, 5);
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, before, 1000 + i);
      g_autoptr (MisWorld) changed = mis_world_with_scenario_applied (before, scenario, NULL);
      g_autoptr (MisWorld) kept = NULL, base = NULL, shown = NULL;

      if (scenario->n_changes == 0)
        continue;
      kept = mis_world_with_edits_kept (before, changed, "kept-1", "Kept", NULL);
      g_assert_nonnull (kept);
      base = mis_world_without_scenarios (kept);
      shown = mis_world_without_scenarios (before);
      g_assert_true (mis_world_equal (base, shown));
      n_done++;
    }
}

static void
test_settled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (MisWorld) plain = mis_random_world (rand, 12, 4, 5);
      g_autoptr (MisWorld) world = with_random_scenario (rand, plain, 1000 + i);
      guint n = mis_world_get_n_scenarios (world), which = g_rand_int (rand) % n;
      g_autoptr (MisWorld) applied = apply (world, which);
      g_autoptr (MisWorld) settled = mis_world_with_scenario_settled (world, which);
      g_autoptr (MisWorld) shown = mis_world_without_scenarios (settled);

      g_assert_true (mis_world_equal (shown, applied));
      g_assert_cmpuint (mis_world_get_n_scenarios (settled), ==, n - 1);
      g_assert_cmpint (
          mis_world_find_scenario (settled, mis_world_get_scenario (world, which)->id), ==, -1);
      assert_sound (settled);
    }
}

/* Kept and taken over again, the edits are where they were. */
static void
test_there_and_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (44);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (MisWorld) before = mis_random_world (rand, 12, 4, 5);
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, before, 1000 + i);
      g_autoptr (MisWorld) changed = mis_world_with_scenario_applied (before, scenario, NULL);
      g_autoptr (MisWorld) kept =
          mis_world_with_edits_kept (before, changed, "kept-1", "Kept", NULL);
      g_autoptr (MisWorld) settled = mis_world_with_scenario_settled (kept, 0);

      g_assert_true (mis_world_equal (settled, changed));
    }
}

static void
test_refused (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (45);
  g_autoptr (MisWorld) world = mis_random_world (rand, 12, 4, 5);
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_world_with_edits_kept (world, world, "", "Kept", &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_TEXT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-keep/shows-the-edits", test_shows_the_edits);
  g_test_add_func ("/scenario-keep/base-as-before", test_base_as_before);
  g_test_add_func ("/scenario-keep/settled", test_settled);
  g_test_add_func ("/scenario-keep/there-and-back", test_there_and_back);
  g_test_add_func ("/scenario-keep/refused", test_refused);
  return g_test_run ();
}
