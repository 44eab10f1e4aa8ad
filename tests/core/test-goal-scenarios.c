/* What becomes of scenarios when a goal goes: by rule, and as if it had gone first. */
#include "core/edit-goals.h"
#include "core/edit-scenarios.h"
#include "core/edit.h"
#include "changes.h"
#include "random-scenario.h"
#include "random-world.h"
#include "sample.h"

static guint
up_to (GRand *rand, guint max)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) max + 1);
}

static gboolean
same_positions (const MisWorld *a, const MisWorld *b)
{
  for (guint row = 0; row < mis_world_get_n_agents (a); row++)
    for (guint p = 0; p < mis_world_get_n_areas (a); p++)
      {
        MisPosition one = mis_world_get_position (a, row, p);
        MisPosition other = mis_world_get_position (b, row, p);

        if (!mis_position_equal (&one, &other))
          return FALSE;
      }
  return mis_world_get_n_agents (a) == mis_world_get_n_agents (b) &&
         mis_world_get_n_areas (a) == mis_world_get_n_areas (b);
}

/* First the scenario and then the goal goes, or the other way round: everybody holds the same. */
static void
test_scenarios_commute (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (93);
  guint n = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (MisWorld) base = mis_random_world (rand, 5, 3, 4);
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, base, 77);
      guint n_areas = mis_world_get_n_areas (base);
      guint area = n_areas > 0 ? up_to (rand, n_areas - 1) : 0;
      guint k = n_areas > 0 ? mis_area_get_n_goals (mis_world_get_area (base, area)) : 0;
      g_autoptr (MisWorld) applied = mis_world_with_scenario_applied (base, scenario, NULL);
      g_autoptr (MisWorld) world = NULL;
      g_autoptr (MisWorld) edited = NULL;
      g_autoptr (MisWorld) one = NULL;
      g_autoptr (MisWorld) other = NULL;
      g_autoptr (GError) error = NULL;
      guint goal;
      int heir, moved;

      if (k < 2)
        continue;
      goal = up_to (rand, k - 1);
      heir = (int) up_to (rand, k) - 1;
      moved = mis_world_find_area (applied, mis_area_get_id (mis_world_get_area (base, area)));
      if (heir == (int) goal || moved < 0)
        continue;
      world = mis_world_with_scenario (base, scenario, &error);
      g_assert_no_error (error);
      edited = mis_world_with_goal_removed (world, area, goal, heir);
      one = mis_world_with_scenario_applied (
          edited,
          mis_world_get_scenario (edited, (guint) mis_world_find_scenario (edited, scenario->id)),
          &error);
      g_assert_no_error (error);
      other = mis_world_with_goal_removed (applied, (guint) moved, goal, heir);
      g_assert_true (same_positions (one, other));
      n += 1;
    }
  g_assert_cmpuint (n, >, 500);
}

/* What the scenario "s" of a world says, one word a change. */
static char *
describe (const MisWorld *world)
{
  const MisScenario *scenario = mis_world_get_scenario (world, 0);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scenario->n_changes; i++)
    {
      const MisChange *change = &scenario->changes[i];

      g_string_append (text, i > 0 ? " " : "");
      if (change->kind == MIS_CHANGE_ADD_AGENT)
        {
          g_string_append_printf (text, "+%s", change->agent->id);
          for (guint j = 0; j < change->n_positions; j++)
            g_string_append_printf (
                text, "=%s",
                change->positions[j].goal_id != NULL ? change->positions[j].goal_id : "none");
        }
      else if (change->kind == MIS_CHANGE_CONFLICT)
        g_string_append_printf (text, "%s/%s",
                                change->goal_ids[0] != NULL ? change->goal_ids[0] : "none",
                                change->goal_ids[1]);
      else
        g_string_append_printf (text, "%s=%s", change->agent_id,
                                change->goal_ids[0] != NULL ? change->goal_ids[0] : "none");
    }
  return g_string_free (text, FALSE);
}

static void
expect_scenario (MisWorld *world, const char *expected)
{
  g_autofree char *found = describe (world);

  g_assert_cmpstr (found, ==, expected);
  g_assert_true (mis_world_check_scenario (world, mis_world_get_scenario (world, 0), NULL, NULL));
  mis_world_unref (world);
}

/* An area of four goals, and one that says the same of its own. */
static MisWorld *
make_world (const MisChange *changes, guint n)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisScenario) scenario = mis_make_scenario (changes, n, NULL);
  const MisPosition positions[] = { mis_position (0, 1), mis_position (1, 0.5) };
  g_autoptr (GError) error = NULL;

  mis_sample_add_area (builder, mis_sample_area ("p", 4, 0.5));
  mis_sample_add_area (builder, mis_sample_area ("q", 4, 0.5));
  mis_sample_add_row (builder, "a", 1, positions, 2);
  mis_sample_add_row (builder, "b", 1, positions, 2);
  mis_world_builder_add_scenario (builder, scenario, &error);
  g_assert_no_error (error);
  return mis_world_builder_end (builder);
}

static void
test_scenarios_positions (void)
{
  const MisChange changes[] = { mis_change_goal ("a", "p", "g2"), mis_change_goal ("b", "p", "g3"),
                                mis_change_both ("a", "q", "g2", 1),
                                mis_add_agent ("c", 1, "p", "g2", 1) };
  g_autoptr (MisWorld) world = make_world (changes, G_N_ELEMENTS (changes));

  expect_scenario (mis_world_with_goal_removed (world, 0, 1, MIS_UNKNOWN), "b=g3 a=g2 +c");
  expect_scenario (mis_world_with_goal_removed (world, 0, 1, MIS_NO_GOAL),
                   "a=none b=g3 a=g2 +c=none");
  expect_scenario (mis_world_with_goal_removed (world, 0, 1, 3), "a=g4 b=g3 a=g2 +c=g4");
  expect_scenario (mis_world_with_goal_merged (world, 0, 1, 2), "a=g3 b=g3 a=g2 +c=g3");
  expect_scenario (mis_world_with_goal_moved (world, 0, 1, 2), "a=g2 b=g3 a=g2 +c=g2");
}

static void
test_scenarios_conflicts (void)
{
  const MisChange changes[] = {
    mis_change_conflict ("p", "g2", "g1", 1), mis_change_conflict ("p", NULL, "g2", 1),
    mis_change_conflict ("p", "g2", "g3", 1), mis_change_conflict ("p", "g4", "g2", 1),
    mis_change_conflict ("p", "g1", "g3", 1), mis_change_conflict ("q", "g2", "g3", 1),
  };
  g_autoptr (MisWorld) world = make_world (changes, G_N_ELEMENTS (changes));

  expect_scenario (mis_world_with_goal_removed (world, 0, 1, 2), "g1/g3 g2/g3");
  expect_scenario (mis_world_with_goal_removed (world, 0, 3, MIS_UNKNOWN),
                   "g2/g1 none/g2 g2/g3 g1/g3 g2/g3");
  /* g3 has a conflict with g1 of its own, and g2 with g3 is none any more. */
  expect_scenario (mis_world_with_goal_merged (world, 0, 1, 2), "none/g3 g4/g3 g1/g3 g2/g3");
  expect_scenario (mis_world_with_goal_merged (world, 0, 3, 0), "g2/g1 none/g2 g2/g3 g1/g3 g2/g3");
  expect_scenario (mis_world_with_goal_merged (world, 0, 1, 3), "g4/g1 none/g4 g4/g3 g1/g3 g2/g3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/goal-scenarios/commute", test_scenarios_commute);
  g_test_add_func ("/goal-scenarios/positions", test_scenarios_positions);
  g_test_add_func ("/goal-scenarios/conflicts", test_scenarios_conflicts);
  return g_test_run ();
}
