/* A scenario at once is the same as its changes one after the other, each made by the edits
 * of edit.h. */
#include "changes.h"
#include "core/edit.h"
#include "random-edit.h"
#include "random-world.h"
#include "sample.h"

static int
find_goal (const MisArea *area, const char *id)
{
  return id == NULL ? MIS_NO_GOAL : mis_area_find_goal (area, id);
}

static MisWorld *
edit_position (MisWorld *world, const MisChange *change, guint row, guint area)
{
  MisPosition position = mis_world_get_position (world, row, area);
  g_autoptr (MisWorld) moved = NULL;

  if (!change->has_goal && position.goal == MIS_UNKNOWN)
    return mis_world_ref (world);
  if (change->has_goal && position.goal == MIS_UNKNOWN)
    position = mis_position (0, 1);
  if (change->has_goal)
    position.goal = find_goal (mis_world_get_area (world, area), change->goal_ids[0]);
  moved = mis_world_with_position (world, row, area, &position, NULL);
  return change->has_weight ? mis_world_with_weight (moved, row, area, change->value, NULL)
                            : g_steal_pointer (&moved);
}

static MisWorld *
edit_area (MisWorld *world, const MisChange *change, guint index)
{
  MisArea *area = mis_world_get_area (world, index);
  g_autoptr (MisArea) edited = NULL;

  if (change->kind == MIS_CHANGE_DEFAULT)
    edited = mis_area_with_default_conflict (area, change->value, NULL);
  else
    {
      MisConflict conflict = mis_area_get_conflict (area, find_goal (area, change->goal_ids[0]),
                                                    find_goal (area, change->goal_ids[1]));

      conflict.value = change->value;
      conflict.low = change->low;
      conflict.high = change->high;
      edited = mis_area_with_conflict_range (area, &conflict, NULL);
    }
  return mis_world_with_area (world, index, edited, NULL);
}

static MisWorld *
edit_add (MisWorld *world, const MisChange *change)
{
  g_autofree guint *areas = g_new (guint, change->n_positions + 1);
  g_autofree MisPosition *positions = g_new (MisPosition, change->n_positions + 1);

  for (guint i = 0; i < change->n_positions; i++)
    {
      const MisNamedPosition *named = &change->positions[i];

      areas[i] = (guint) mis_world_find_area (world, named->area_id);
      positions[i] =
        (MisPosition){ find_goal (mis_world_get_area (world, areas[i]), named->goal_id),
                       named->weight, named->low, named->high, named->note };
    }
  return mis_world_with_agent_added (world, mis_world_get_n_agents (world), change->agent, areas,
                                     positions, change->n_positions, NULL);
}

static MisWorld *
edit_scoring (MisWorld *world, const MisChange *change)
{
  MisScoring scoring = *mis_world_get_scoring (world);

  for (guint i = 0; i < MIS_N_OPTIONS; i++)
    if ((change->scoring_mask >> i & 1u) != 0)
      mis_scoring_set (&scoring, i, mis_scoring_get (&change->scoring, i));
  return mis_world_with_scoring (world, &scoring);
}

static MisWorld *
edit (MisWorld *world, const MisChange *change)
{
  int found = change->agent_id != NULL ? mis_world_find_agent (world, change->agent_id) : 0;
  int named = change->area_id != NULL ? mis_world_find_area (world, change->area_id) : 0;
  guint row = (guint) found, area = (guint) named;

  g_assert_cmpint (MIN (found, named), >=, 0);
  switch (change->kind)
    {
    case MIS_CHANGE_COUNT: return mis_world_with_count (world, row, change->count, NULL);
    case MIS_CHANGE_POSITION: return edit_position (world, change, row, area);
    case MIS_CHANGE_UNKNOWN:
      return mis_world_with_position (world, row, area, &MIS_POSITION_UNKNOWN, NULL);
    case MIS_CHANGE_CONFLICT:
    case MIS_CHANGE_DEFAULT: return edit_area (world, change, area);
    case MIS_CHANGE_ADD_AGENT: return edit_add (world, change);
    case MIS_CHANGE_REMOVE_AGENT: return mis_world_with_agent_removed (world, row, NULL);
    case MIS_CHANGE_REMOVE_AREA: return mis_world_with_area_removed (world, area, NULL);
    case MIS_CHANGE_SCORING:
    default: return edit_scoring (world, change);
    }
}

static void
expect_same (MisWorld *world, const MisScenario *scenario)
{
  const MisScenario nothing = { 0 };
  guint64 digest = mis_digest_world (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) applied = mis_world_with_scenario_applied (world, scenario, &error);
  MisWorld *edited = mis_world_with_scenario_applied (world, &nothing, NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < scenario->n_changes; i++)
    {
      g_autoptr (MisWorld) before = edited;

      edited = edit (before, &scenario->changes[i]);
      g_assert_nonnull (edited);
    }
  g_assert_true (mis_world_equal (applied, edited));
  g_assert_cmpuint (mis_digest_world (applied), ==, mis_digest_world (edited));
  g_assert_cmpuint (mis_digest_world (world), ==, digest);
  mis_world_unref (edited);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, i % 20 == 0 ? 600 : 20, 5, 5);

      for (guint j = 0; j < mis_world_get_n_scenarios (world); j++)
        expect_same (world, mis_world_get_scenario (world, j));
    }
}

/* Rows of several blocks: added, changed after that, and taken out from among old and new ones. */
static void
test_rows (void)
{
  g_autoptr (MisWorld) world = mis_sample_table (700, 3);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MisChange));
  g_autoptr (MisScenario) scenario = NULL;

  for (guint i = 0; i < 700; i++)
    {
      g_autofree char *old = g_strdup_printf ("row-%u", (i * 37) % 700);
      g_autofree char *new = g_strdup_printf ("new-%u", i);
      MisChange all[] = { mis_add_agent (new, i, i % 2 == 0 ? "p0" : "p1", "g2", 0.5),
                          mis_change_both (new, "p2", i % 3 == 0 ? NULL : "g1", 0.25),
                          mis_change_count (new, i + 1), mis_change_unknown (old, "p1"),
                          mis_change_weight (old, "p0", 0.125), mis_change_goal (old, "p2", "g3"),
                          mis_remove_agent (i % 3 == 0 ? old : new) };

      g_array_append_vals (changes, all, i % 5 == 0 ? G_N_ELEMENTS (all) : G_N_ELEMENTS (all) - 1);
      if (i % 5 != 0)
        mis_change_clear (&all[G_N_ELEMENTS (all) - 1]);
    }
  scenario = mis_make_scenario ((const MisChange *) (gpointer) changes->data, changes->len, NULL);
  expect_same (world, scenario);
}

/* A pair at the old default follows the new one, a pair that is set after it does not. */
static void
test_default_between (void)
{
  g_autoptr (MisWorld) world = mis_sample_table (5, 2);
  const MisChange changes[] = {
    mis_change_conflict ("p0", "g1", "g2", 0.5), mis_change_conflict ("p0", "g3", "g1", 0.25),
    mis_change_conflict ("p1", "g1", "g2", 0.75), mis_change_default ("p0", 0.75),
    mis_change_conflict ("p0", "g3", "g2", 0.5), mis_remove_area ("p1"),
  };
  g_autoptr (MisScenario) scenario = mis_make_scenario (changes, G_N_ELEMENTS (changes), NULL);
  g_autoptr (MisWorld) applied = mis_world_with_scenario_applied (world, scenario, NULL);
  MisArea *area = mis_world_get_area (applied, 0);

  expect_same (world, scenario);
  g_assert_cmpfloat (mis_area_get_conflict (area, 0, 1).value, ==, 0.75);
  g_assert_cmpfloat (mis_area_get_conflict (area, 0, 2).value, ==, 0.25);
  g_assert_cmpfloat (mis_area_get_conflict (area, 1, 2).value, ==, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-order/random", test_random);
  g_test_add_func ("/scenario-order/rows", test_rows);
  g_test_add_func ("/scenario-order/default-between", test_default_between);
  return g_test_run ();
}
