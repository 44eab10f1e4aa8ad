#include "core/edit.h"
#include "core/edit-scenarios.h"
#include "core/error.h"
#include "core/limits.h"
#include "core/restore.h"
#include "core/scenario-between.h"
#include "changes.h"
#include "random-edit.h"
#include "random-scenario.h"
#include "random-world.h"
#include "sample.h"

#include <string.h>

static MisWorld *
apply (MisWorld *base, const MisScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  MisWorld *applied = mis_world_with_scenario_applied (base, scenario, &error);

  g_assert_no_error (error);
  return applied;
}

static MisScenario *
find_between (const MisWorld *base, const MisWorld *world)
{
  g_autoptr (GError) error = NULL;
  MisScenario *scenario = mis_scenario_between (base, world, "s", "S", "", &error);

  g_assert_no_error (error);
  g_assert_true (mis_world_check_scenario (base, scenario, NULL, &error));
  g_assert_no_error (error);
  return scenario;
}

/* What any scenario makes of any world is found again, in a form that does not depend on how it was
 * written. */
static void
test_found_again (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250);

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (MisWorld) base = mis_random_world (rand, 12, 4, 5);
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, base, i);
      g_autoptr (MisWorld) world = apply (base, scenario);
      g_autoptr (MisScenario) found = find_between (base, world);
      g_autoptr (MisWorld) again = apply (base, found);
      g_autoptr (MisScenario) same = find_between (base, again);

      g_assert_true (mis_world_equal (again, world));
      g_assert_true (mis_scenario_equal (same, found));
      g_assert_cmpuint (found->n_changes, <=, scenario->n_changes + 12 * 4);
    }
}

/* Rows beyond one block, of which some are left out and some are added. */
static void
test_many_rows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (MisWorld) base = mis_random_world (rand, 700, 3, 3);
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, base, i);
      g_autoptr (MisWorld) world = apply (base, scenario);
      g_autoptr (MisScenario) found = find_between (base, world);
      g_autoptr (MisWorld) again = apply (base, found);

      g_assert_true (mis_world_equal (again, world));
    }
}

static void
test_no_change (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (MisWorld) base = mis_random_world (rand, 300, 3, 3);
      g_autoptr (MisScenario) found = find_between (base, base);

      g_assert_cmpuint (found->n_changes, ==, 0);
    }
}

static void
test_foreign_areas (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (MisWorld) base = mis_random_world (rand, 1, 1, 1);
  g_autoptr (MisArea) area = mis_sample_area ("elsewhere", 2, 0.5);
  g_autoptr (MisWorld) world = mis_world_with_area_added (base, 0, area, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_scenario_between (base, world, "s", "S", "", &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN);
}

/* What a scenario adds and leaves out, and nothing else, makes the rows and areas that it shows. */
static void
test_frame (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (MisWorld) base = mis_random_world (rand, 12, 4, 5);
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, base, i);
      g_autoptr (MisScenario) frame = mis_scenario_get_frame (scenario);
      g_autoptr (MisWorld) world = apply (base, scenario);
      g_autoptr (MisWorld) framed = apply (base, frame);

      g_assert_true (mis_world_has_same_shape (world, framed));
      for (guint j = 0; j < mis_world_get_n_agents (world); j++)
        g_assert_cmpstr (mis_world_get_agent (world, j)->id, ==,
                         mis_world_get_agent (framed, j)->id);
      g_assert_cmpint (mis_world_shares_numbers (base, framed), ==, frame->n_changes == 0);
    }
}

/* Areas p (3 goals at 0.5) and q (2 goals at 1); rows a, b, c; c is unknown in q. Scenario "s". */
static MisWorld *
make_base (const MisChange *changes, guint n_changes)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const MisPosition a[] = { { .goal = 0, .weight = 0.5, .low = 0.25, .high = 0.75 },
                            mis_position (MIS_NO_GOAL, 1) };
  const MisPosition b[] = { mis_position (1, 0.5), mis_position (1, 1) };
  const MisPosition c[] = { mis_position (2, 0) };
  g_autoptr (MisScenario) scenario = mis_make_scenario (changes, n_changes, NULL);

  mis_sample_add_area (builder, mis_sample_area ("p", 3, 0.5));
  mis_sample_add_area (builder, mis_sample_area ("q", 2, 1));
  mis_sample_add_row (builder, "a", 1, a, 2);
  mis_sample_add_row (builder, "b", 20, b, 2);
  mis_sample_add_row (builder, "c", 300, c, 1);
  g_assert_true (mis_world_builder_add_scenario (builder, scenario, NULL));
  return mis_world_builder_end (builder);
}

/* A base, what its scenario shows, and an edit of that. */
typedef struct
{
  MisWorld *base;
  MisWorld *shown;
} Stage;

static Stage
stage (MisWorld *base)
{
  return (Stage){ base, apply (base, mis_world_get_scenario (base, 0)) };
}

static void
stage_clear (Stage *at)
{
  mis_world_unref (at->base);
  mis_world_unref (at->shown);
}

/* Rows that it adds say their positions in the order of the areas, as files do. */
static void
assert_in_order (const MisWorld *base, const MisScenario *scenario)
{
  for (guint i = 0; i < scenario->n_changes; i++)
    for (guint j = 1; j < scenario->changes[i].n_positions; j++)
      g_assert_cmpint (mis_world_find_area (base, scenario->changes[i].positions[j - 1].area_id), <,
                       mis_world_find_area (base, scenario->changes[i].positions[j].area_id));
}

/* Goes on to @edited, which is taken over. */
static void
go_on (Stage *at, MisWorld *edited)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) applied = NULL;
  MisWorld *now = NULL;
  MisWorld *base = mis_world_with_scenario_edited (at->base, 0, at->shown, edited, &now, &error);

  g_assert_no_error (error);
  mis_world_unref (edited);
  stage_clear (at);
  *at = (Stage){ base, now };
  for (guint i = 0; i < mis_world_get_n_scenarios (base); i++)
    {
      g_assert_true (
          mis_world_check_scenario (base, mis_world_get_scenario (base, i), NULL, &error));
      g_assert_no_error (error);
      assert_in_order (base, mis_world_get_scenario (base, i));
    }
  applied = apply (base, mis_world_get_scenario (base, 0));
  g_assert_true (mis_world_equal (applied, now));
}

/* A weight goes to the scenario, and leaves it when it is that of the base again. */
static void
test_weight_there_and_back (void)
{
  g_autoptr (MisWorld) first = make_base (NULL, 0);
  Stage at = stage (mis_world_ref (first));
  const MisChange *change;

  go_on (&at, mis_world_with_weight (at.shown, 1, 0, 0.75, NULL));
  g_assert_cmpuint (mis_world_get_scenario (at.base, 0)->n_changes, ==, 1);
  change = &mis_world_get_scenario (at.base, 0)->changes[0];
  g_assert_cmpint (change->kind, ==, MIS_CHANGE_POSITION);
  g_assert_cmpstr (change->agent_id, ==, "b");
  g_assert_cmpstr (change->area_id, ==, "p");
  g_assert_false (change->has_goal);
  g_assert_cmpfloat (change->value, ==, 0.75);
  g_assert_cmpfloat (mis_world_get_position (at.base, 1, 0).weight, ==, 0.5);
  go_on (&at, mis_world_with_weight (at.shown, 1, 0, 0.5, NULL));
  g_assert_true (mis_world_equal (at.base, first));
  stage_clear (&at);
}

/* Names belong to the base, whatever the scenario says of the count. */
static void
test_name (void)
{
  const MisChange more = mis_change_count ("b", 21);
  Stage at = stage (make_base (&more, 1));
  g_autoptr (MisAgent) named = mis_agent_new ("b", "Bee", MIS_KIND_AI, "user", 22, "Hm", NULL);
  MisAgent *base;

  go_on (&at, mis_world_with_agent (at.shown, 1, named, NULL));
  base = mis_world_get_agent (at.base, 1);
  g_assert_cmpstr (base->name, ==, "Bee");
  g_assert_cmpint (base->kind, ==, MIS_KIND_AI);
  g_assert_cmpuint (base->count, ==, 20);
  g_assert_cmpuint (mis_world_get_agent (at.shown, 1)->count, ==, 22);
  stage_clear (&at);
}

/* The range of a weight belongs to the base, whose own weight lies in it. */
static void
test_range (void)
{
  const MisChange heavier = mis_change_weight ("b", "p", 0.75);
  Stage at = stage (make_base (&heavier, 1));
  const MisPosition wanted = { .goal = 1, .weight = 0.75, .low = 0.625, .high = 0.875 };
  MisPosition base, shown;

  go_on (&at, mis_world_with_position (at.shown, 1, 0, &wanted, NULL));
  base = mis_world_get_position (at.base, 1, 0);
  shown = mis_world_get_position (at.shown, 1, 0);
  g_assert_cmpfloat (base.weight, ==, 0.5);
  g_assert_cmpfloat (base.low, ==, 0.5);
  g_assert_cmpfloat (base.high, ==, 0.875);
  g_assert_cmpfloat (shown.weight, ==, 0.75);
  g_assert_cmpfloat (shown.low, ==, 0.5);
  g_assert_cmpfloat (shown.high, ==, 0.875);
  stage_clear (&at);
}

/* A default conflict has no range: both ends are the number itself, as a file says it. */
static void
test_default_conflict (void)
{
  Stage at = stage (make_base (NULL, 0));
  g_autoptr (MisArea) changed =
      mis_area_with_default_conflict (mis_world_get_area (at.shown, 0), 1.0, NULL);
  const MisChange *change;

  go_on (&at, mis_world_with_area (at.shown, 0, changed, NULL));
  change = &mis_world_get_scenario (at.base, 0)->changes[0];
  g_assert_cmpint (change->kind, ==, MIS_CHANGE_DEFAULT);
  g_assert_cmpfloat (change->value, ==, 1.0);
  g_assert_cmpfloat (change->low, ==, 1.0);
  g_assert_cmpfloat (change->high, ==, 1.0);
  stage_clear (&at);
}

/* A row that is added or removed is so in the scenario alone; the base keeps all that it has. */
static void
test_rows (void)
{
  g_autoptr (MisWorld) first = make_base (NULL, 0);
  Stage at = stage (mis_world_ref (first));
  g_autoptr (MisAgent) agent = mis_agent_new ("d", "D", MIS_KIND_HUMAN, "", 4, "", NULL);
  const MisPosition position = mis_position (0, 0.5);
  const guint area = 1;

  go_on (&at, mis_world_with_agent_added (at.shown, 0, agent, &area, &position, 1, NULL));
  g_assert_cmpuint (mis_world_get_n_agents (at.base), ==, 3);
  g_assert_cmpint (mis_world_find_agent (at.shown, "d"), ==, 3);
  go_on (&at, mis_world_with_agent_removed (at.shown, 0, NULL));
  g_assert_cmpuint (mis_world_get_n_agents (at.base), ==, 3);
  g_assert_cmpuint (mis_world_get_n_agents (at.shown), ==, 3);
  g_assert_cmpuint (mis_world_get_scenario (at.base, 0)->n_changes, ==, 2);
  go_on (&at, mis_world_with_agent_removed (at.shown, 2, NULL));
  go_on (&at, mis_world_with_agent_added (at.shown, 0, mis_world_get_agent (first, 0), NULL, NULL,
                                          0, NULL));
  g_assert_cmpuint (mis_world_get_scenario (at.base, 0)->n_changes, ==, 2);
  g_assert_cmpint (mis_world_get_position (at.shown, 0, 0).goal, ==, MIS_UNKNOWN);
  stage_clear (&at);
}

/* An area that is removed is left out; one that is new is in the base, at its place. */
static void
test_areas (void)
{
  Stage at = stage (make_base (NULL, 0));
  g_autoptr (MisArea) area = mis_sample_area ("r", 2, 0.25);

  go_on (&at, mis_world_with_area_removed (at.shown, 0, NULL));
  g_assert_cmpuint (mis_world_get_n_areas (at.base), ==, 2);
  g_assert_cmpuint (mis_world_get_n_areas (at.shown), ==, 1);
  go_on (&at, mis_world_with_area_added (at.shown, 0, area, NULL));
  g_assert_cmpuint (mis_world_get_n_areas (at.base), ==, 3);
  g_assert_cmpint (mis_world_find_area (at.base, "r"), ==, 1);
  g_assert_cmpint (mis_world_find_area (at.shown, "r"), ==, 0);
  g_assert_cmpint (mis_world_get_position (at.base, 0, 0).goal, ==, 0);
  g_assert_cmpuint (mis_world_get_scenario (at.base, 0)->n_changes, ==, 1);
  stage_clear (&at);
}

static gboolean
can_edit (const MisWorld *world)
{
  return mis_world_get_n_areas (world) > 0 && mis_world_get_n_agents (world) > 0;
}

/* Any edits, through scenarios of any kind: what is shown is what the scenario makes of the base,
 * the other scenarios go on to fit, and no row of the base is lost. */
static void
test_random_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (MisWorld) made = mis_random_world (rand, 10, 4, 4);
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, made, 1000 + i);
      g_autoptr (MisWorld) with = mis_world_with_scenario (made, scenario, NULL);
      guint index = mis_world_get_n_scenarios (made);
      guint n_agents = mis_world_get_n_agents (made);
      Stage at;

      at.base = mis_world_with_scenario_moved (with, index, 0);
      at.shown = apply (at.base, scenario);
      for (guint j = 0; j < 30 && can_edit (at.shown); j++)
        go_on (&at, mis_random_edit (rand, at.shown, MAX (n_agents, 2)));
      g_assert_cmpuint (mis_world_get_n_agents (at.base), ==, n_agents);
      stage_clear (&at);
    }
}

/* Only what an edit has touched is looked at, in worlds of several blocks; nothing is missed. */
static void
test_many_blocks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (MisWorld) table = mis_sample_table (700, 3);
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, table, 1000 + i);
      Stage at;

      at.base = mis_world_with_scenario (table, scenario, NULL);
      at.shown = apply (at.base, scenario);
      for (guint j = 0; j < 60; j++)
        go_on (&at, mis_random_edit (rand, at.shown, 700));
      stage_clear (&at);
    }
}

/* Whether all of @to that a scenario can hold is in @from: by ids, as rows may have moved. */
static void
assert_same_numbers (const MisWorld *from, const MisWorld *to)
{
  g_assert_cmpuint (mis_world_get_n_agents (from), ==, mis_world_get_n_agents (to));
  g_assert_cmpuint (mis_world_get_n_areas (from), ==, mis_world_get_n_areas (to));
  g_assert_true (mis_scoring_equal (mis_world_get_scoring (from), mis_world_get_scoring (to)));
  for (guint i = 0; i < mis_world_get_n_agents (to); i++)
    {
      MisAgent *agent = mis_world_get_agent (to, i);
      guint row = (guint)mis_world_find_agent (from, agent->id);

      g_assert_true (mis_agent_equal (mis_world_get_agent (from, row), agent));
      for (guint j = 0; j < mis_world_get_n_areas (to); j++)
        {
          guint area =
              (guint)mis_world_find_area (from, mis_area_get_id (mis_world_get_area (to, j)));
          MisPosition a = mis_world_get_position (from, row, area);
          MisPosition b = mis_world_get_position (to, i, j);

          g_assert_cmpint (a.goal, ==, b.goal);
          g_assert_cmpfloat (a.weight, ==, b.weight);
        }
    }
}

static void
test_numbers_arrive (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (MisWorld) made = mis_random_world (rand, 8, 3, 4);
      g_autoptr (MisScenario) scenario = mis_random_scenario (rand, made, 1000 + i);
      g_autoptr (MisWorld) with = mis_world_with_scenario (made, scenario, NULL);
      g_autoptr (MisWorld) shown = apply (with, scenario);
      g_autoptr (MisWorld) edited = NULL;
      g_autoptr (MisWorld) now = NULL;
      g_autoptr (MisWorld) base = NULL;

      if (!can_edit (shown))
        continue;
      edited = mis_random_edit (rand, shown, MAX (mis_world_get_n_agents (made), 2));
      base = mis_world_with_scenario_edited (with, mis_world_get_n_scenarios (made), shown, edited,
                                             &now, NULL);
      assert_same_numbers (now, edited);
      g_assert_cmpstr (mis_world_get_title (now), ==, mis_world_get_title (edited));
    }
}

/* A slider in a scenario copies the block that it is in, and nothing else. */
static void
test_sharing (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (MisWorld) world = mis_random_world (rand, 100, 3, 3);
  g_autoptr (MisScenario) scenario = mis_make_scenario (NULL, 0, NULL);
  g_autoptr (MisWorld) base = mis_world_with_scenario (world, scenario, NULL);
  g_autoptr (MisWorld) shown = apply (base, scenario);
  g_autoptr (MisWorld) edited = mis_world_with_count (shown, 0, 7654, NULL);
  g_autoptr (MisWorld) now = NULL;
  g_autoptr (MisWorld) after = mis_world_with_scenario_edited (
      base, mis_world_get_n_scenarios (world), shown, edited, &now, NULL);

  g_assert_true (now == edited);
  g_assert_cmpuint (mis_world_get_unshared_size (after, base), <, 4096);
}

static void
test_too_many (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autofree guint64 *counts = g_new (guint64, MIS_MAX_AGENTS);
  g_autoptr (MisWorld) base = NULL;
  g_autoptr (MisWorld) edited = NULL;
  g_autoptr (GError) error = NULL;
  const MisChange first = mis_change_count ("r0", 2);
  g_autoptr (MisScenario) full = NULL;
  g_autoptr (MisScenario) empty = mis_scenario_new ("t", "T", "", NULL, 0, NULL);
  MisWorld *now = NULL;

  full = mis_make_scenario (&first, 1, NULL);
  for (guint i = 0; i < MIS_MAX_AGENTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);

      mis_sample_add_row (builder, id, 1, NULL, 0);
      counts[i] = 3;
    }
  g_assert_true (mis_world_builder_add_scenario (builder, full, NULL));
  g_assert_true (mis_world_builder_add_scenario (builder, empty, NULL));
  base = mis_world_builder_end (builder);
  edited = mis_world_with_counts (base, counts, NULL);
  g_assert_null (mis_world_with_scenario_edited (base, 1, base, edited, &now, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-between/found-again", test_found_again);
  g_test_add_func ("/scenario-between/many-rows", test_many_rows);
  g_test_add_func ("/scenario-between/no-change", test_no_change);
  g_test_add_func ("/scenario-between/foreign-areas", test_foreign_areas);
  g_test_add_func ("/scenario-between/frame", test_frame);
  g_test_add_func ("/scenario-between/weight-there-and-back", test_weight_there_and_back);
  g_test_add_func ("/scenario-between/name", test_name);
  g_test_add_func ("/scenario-between/range", test_range);
  g_test_add_func ("/scenario-between/default-conflict", test_default_conflict);
  g_test_add_func ("/scenario-between/rows", test_rows);
  g_test_add_func ("/scenario-between/areas", test_areas);
  g_test_add_func ("/scenario-between/random-edits", test_random_edits);
  g_test_add_func ("/scenario-between/many-blocks", test_many_blocks);
  g_test_add_func ("/scenario-between/numbers-arrive", test_numbers_arrive);
  g_test_add_func ("/scenario-between/sharing", test_sharing);
  g_test_add_func ("/scenario-between/too-many", test_too_many);
  return g_test_run ();
}
