/* Limits of a whole world hold after each change of a scenario, and the change that breaks one
 * is named. */
#include "changes.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "sample.h"

#include <string.h>

/* Change @fault leads beyond a limit, whoever finds out. */
static void
expect_limit (MisWorld *world, const MisChange *changes, guint n_changes, guint fault)
{
  g_autoptr (MisScenario) scenario = mis_make_scenario (changes, n_changes, NULL);
  g_autofree char *place = g_strdup_printf ("changes[%u]: found ", fault);
  g_autoptr (GError) error = NULL;
  guint found = G_MAXUINT;

  g_assert_false (mis_world_check_scenario (world, scenario, &found, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_assert_cmpuint (found, ==, fault);
  g_clear_error (&error);
  g_assert_null (mis_world_with_scenario_applied (world, scenario, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, place));
}

static MisWorld *
expect_applied (MisWorld *world, const MisChange *changes, guint n_changes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisScenario) scenario = mis_make_scenario (changes, n_changes, &error);
  MisWorld *applied;

  g_assert_true (mis_world_check_scenario (world, scenario, NULL, &error));
  g_assert_no_error (error);
  applied = mis_world_with_scenario_applied (world, scenario, &error);
  g_assert_no_error (error);
  return applied;
}

/* At 100,000 rows, one goes and one comes, in this order: that is no row too many. */
static void
test_rows (void)
{
  g_autoptr (MisWorld) world = mis_sample_table (MIS_MAX_AGENTS, 1);
  const MisChange swap[] = { mis_remove_agent ("row-0"), mis_add_agent ("new", 1, "p0", "g1", 1) };
  const MisChange more[] = { mis_add_agent ("new", 1, "p0", "g1", 1), mis_remove_agent ("row-0") };
  g_autoptr (MisWorld) applied = expect_applied (world, swap, 2);

  g_assert_cmpuint (mis_world_get_n_agents (applied), ==, MIS_MAX_AGENTS);
  g_assert_cmpint (mis_world_find_agent (applied, "new"), ==, (int) MIS_MAX_AGENTS - 1);
  expect_limit (world, more, 2, 0);
}

/* Rows of 10^12 agents, as many as there may be, and an empty one. */
static MisWorld *
make_full_population (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (9008, 0);
  g_autofree guint64 *counts = g_new (guint64, 9008);

  for (guint i = 0; i < 9008; i++)
    counts[i] = i < 9007 ? MIS_MAX_COUNT : 0;
  return mis_world_with_counts (table, counts, NULL);
}

/* The agents of a removed row make room for others. */
static void
test_population (void)
{
  g_autoptr (MisWorld) world = make_full_population ();
  const MisChange swap[] = { mis_remove_agent ("row-0"),
                             mis_change_count ("row-9007", MIS_MAX_COUNT) };
  const MisChange fewer[] = { mis_change_count ("row-1", 0),
                              mis_change_count ("row-9007", MIS_MAX_COUNT) };
  const MisChange more[] = { mis_change_count ("row-1", MIS_MAX_COUNT),
                             mis_change_count ("row-9007", MIS_MAX_COUNT),
                             mis_remove_agent ("row-0") };
  const MisChange added[] = { mis_remove_agent ("row-0"),
                              mis_change_count ("row-9007", 1),
                              { .kind = MIS_CHANGE_ADD_AGENT,
                                .agent = mis_agent_new ("new", "", MIS_KIND_AI, "", MIS_MAX_COUNT,
                                                        "", NULL) } };
  g_autoptr (MisWorld) swapped = expect_applied (world, swap, 2);
  g_autoptr (MisWorld) lowered = expect_applied (world, fewer, 2);
  g_autoptr (MisWorld) grown = expect_applied (world, added, 3);

  g_assert_cmpuint (mis_world_get_population (swapped), ==, 9007 * MIS_MAX_COUNT);
  g_assert_cmpuint (mis_world_get_population (lowered), ==, 9007 * MIS_MAX_COUNT);
  g_assert_cmpuint (mis_world_get_population (grown), ==, 9007 * MIS_MAX_COUNT + 1);
  expect_limit (world, more, 3, 1);
}

/* 2,000,000 positions: 10,000 rows in 200 areas; and two areas that nobody was asked about. */
static MisWorld *
make_full_positions (void)
{
  g_autoptr (MisWorld) table = mis_sample_table (10000, 200);
  g_autoptr (MisArea) one = mis_sample_area ("one", 2, 1);
  g_autoptr (MisArea) two = mis_sample_area ("two", 2, 1);
  g_autoptr (MisWorld) more = mis_world_with_area_added (table, 0, one, NULL);

  return mis_world_with_area_added (more, 0, two, NULL);
}

static guint
count_positions (const MisWorld *world)
{
  guint n = 0;

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    for (guint area = 0; area < mis_world_get_n_areas (world); area++)
      n += mis_world_get_position (world, i, area).goal != MIS_UNKNOWN ? 1 : 0;
  return n;
}

/* @first, which make room for @room positions, and then so many and @more new ones. */
static MisChange *
make_filling (const MisChange *first, guint n_first, guint room, guint more)
{
  MisChange *changes = g_new0 (MisChange, n_first + room + more);

  memcpy (changes, first, n_first * sizeof (MisChange));
  for (guint i = 0; i < room + more; i++)
    {
      g_autofree char *id = g_strdup_printf ("row-%u", 8 + i / 2);

      changes[n_first + i] = mis_change_goal (id, i % 2 == 0 ? "one" : "two", "g1");
    }
  return changes;
}

/* Two changes make room for exactly so many positions. */
static void
expect_room (MisWorld *world, MisChange (*make) (guint i), guint room)
{
  const MisChange first[] = { make (0), make (1) };
  const MisChange again[] = { make (0), make (1) };
  g_autofree MisChange *fitting = make_filling (first, 2, room, 0);
  g_autofree MisChange *beyond = make_filling (again, 2, room, 1);
  g_autoptr (MisWorld) filled = expect_applied (world, fitting, room + 2);

  g_assert_cmpuint (count_positions (filled), ==, MIS_MAX_POSITIONS);
  expect_limit (world, beyond, room + 3, room + 2);
}

static MisChange
make_unknown_twice (guint i)
{
  return mis_change_unknown ("row-7", i == 0 ? "p3" : "p4");
}

static MisChange
make_unknown_and_gone (guint i)
{
  return i == 0 ? mis_change_unknown ("row-7", "p3") : mis_remove_agent ("row-7");
}

static MisChange
make_row_and_area_gone (guint i)
{
  return i == 0 ? mis_remove_agent ("row-7") : mis_remove_area ("p3");
}

static MisChange
make_area_and_row_gone (guint i)
{
  return make_row_and_area_gone (1 - i);
}

/* What became unknown, and what a removed row or area held, makes room, and none of it twice. */
static void
test_positions (void)
{
  g_autoptr (MisWorld) world = make_full_positions ();

  g_assert_cmpuint (count_positions (world), ==, MIS_MAX_POSITIONS);
  expect_room (world, make_unknown_twice, 2);
  expect_room (world, make_unknown_and_gone, 200);
  expect_room (world, make_row_and_area_gone, 10000 + 200 - 1);
  expect_room (world, make_area_and_row_gone, 10000 + 200 - 1);
}

/* Nor does a builder take a scenario that would not apply. */
static void
test_builder (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const MisChange changes[] = { mis_change_count ("row-0", 5), mis_change_count ("row-1", 1) };
  g_autoptr (MisScenario) scenario = mis_make_scenario (changes, 2, NULL);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 9008; i++)
    {
      g_autofree char *id = g_strdup_printf ("row-%u", i);

      mis_sample_add_row (builder, id, i < 2 ? 0 : MIS_MAX_COUNT, NULL, 0);
    }
  g_assert_true (mis_world_builder_add_scenario (builder, scenario, &error));
  world = mis_world_builder_end (builder);
  g_assert_cmpuint (mis_world_get_n_scenarios (world), ==, 1);
  g_assert_cmpuint (mis_world_get_population (world), ==, 9006 * MIS_MAX_COUNT);
}

static void
test_builder_refuses (void)
{
  g_autoptr (MisWorldBuilder) builder = mis_world_builder_new ();
  const MisChange changes[] = { mis_change_count ("row-0", 5),
                                mis_change_count ("row-1", MIS_MAX_COUNT),
                                mis_change_count ("row-2", MIS_MAX_COUNT) };
  g_autoptr (MisScenario) scenario = mis_make_scenario (changes, 3, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 9009; i++)
    {
      g_autofree char *id = g_strdup_printf ("row-%u", i);

      mis_sample_add_row (builder, id, i < 3 ? 0 : MIS_MAX_COUNT, NULL, 0);
    }
  g_assert_false (mis_world_builder_add_scenario (builder, scenario, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "changes[2]: found "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-limits/rows", test_rows);
  g_test_add_func ("/scenario-limits/population", test_population);
  g_test_add_func ("/scenario-limits/positions", test_positions);
  g_test_add_func ("/scenario-limits/builder", test_builder);
  g_test_add_func ("/scenario-limits/builder-refuses", test_builder_refuses);
  return g_test_run ();
}
