#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "changes.h"
#include "random-edit.h"
#include "random-world.h"
#include "sample.h"

#include <math.h>
#include <string.h>

/* Areas p (3 goals at 0.5) and q (2 goals at 1); rows a, b, c. c is unknown in q. */
static MisWorld *
make_world (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const MisPosition a[] = { { .goal = 0, .weight = 0.5, .low = 0.25, .high = 0.75 },
                            mis_position (MIS_NO_GOAL, 1) };
  const MisPosition b[] = { mis_position (1, 0.5), mis_position (1, 1) };
  const MisPosition c[] = { mis_position (2, 0) };

  mis_sample_add_area (builder, mis_sample_area ("p", 3, 0.5));
  mis_sample_add_area (builder, mis_sample_area ("q", 2, 1));
  mis_sample_add_row (builder, "a", 1, a, 2);
  mis_sample_add_row (builder, "b", 20, b, 2);
  mis_sample_add_row (builder, "c", 300, c, 1);
  return mis_world_builder_end (builder);
}

/* The changes pass the check and apply; the base stays as it is. */
static MisWorld *
apply (MisWorld *world, const MisChange *changes, guint n_changes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisScenario) scenario = mis_make_scenario (changes, n_changes, &error);
  guint64 digest = mis_digest_world (world);
  guint fault = 17;
  MisWorld *applied;

  g_assert_no_error (error);
  g_assert_true (mis_world_check_scenario (world, scenario, &fault, &error));
  g_assert_no_error (error);
  applied = mis_world_with_scenario_applied (world, scenario, &error);
  g_assert_no_error (error);
  g_assert_nonnull (applied);
  g_assert_cmpuint (mis_digest_world (world), ==, digest);
  return applied;
}

static void
expect_position (const MisWorld *world, const char *row, const char *area, MisPosition expected)
{
  MisPosition found = mis_world_get_position (world, (guint) mis_world_find_agent (world, row),
                                              (guint) mis_world_find_area (world, area));

  g_assert_cmpint (found.goal, ==, expected.goal);
  g_assert_cmpfloat (found.weight, ==, expected.weight);
  g_assert_cmpfloat (found.low, ==, expected.low);
  g_assert_cmpfloat (found.high, ==, expected.high);
}

static double
get_conflict (const MisWorld *world, const char *area, int g, int h)
{
  guint index = (guint) mis_world_find_area (world, area);

  return mis_area_get_conflict (mis_world_get_area (world, index), g, h).value;
}

static void
test_none (void)
{
  g_autoptr (MisWorld) world = make_world ();
  g_autoptr (MisWorld) applied = apply (world, NULL, 0);

  g_assert_cmpuint (mis_digest_world (applied), ==, mis_digest_world (world));
}

static void
test_count (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange changes[] = { mis_change_count ("b", 7), mis_change_count ("a", 0) };
  g_autoptr (MisWorld) applied = apply (world, changes, 2);

  g_assert_cmpuint (mis_world_get_agent (applied, 0)->count, ==, 0);
  g_assert_cmpuint (mis_world_get_agent (applied, 1)->count, ==, 7);
  g_assert_cmpuint (mis_world_get_population (applied), ==, 307);
}

/* What is left out stays; ranges are widened; a new position of somebody unknown has weight 1. */
static void
test_position (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange changes[] = { mis_change_goal ("a", "p", "g3"),
                                mis_change_weight ("b", "p", 0.75),
                                mis_change_both ("b", "q", NULL, 0.25),
                                mis_change_goal ("c", "q", "g2"),
                                mis_change_goal ("c", "p", NULL) };
  const MisChange widening = mis_change_weight ("a", "p", 0.875);
  const MisChange from_unknown = mis_change_both ("c", "q", "g1", 0.5);
  g_autoptr (MisWorld) applied = apply (world, changes, 5);
  g_autoptr (MisWorld) widened = apply (world, &widening, 1);
  g_autoptr (MisWorld) known = apply (world, &from_unknown, 1);

  expect_position (applied, "a", "p",
                   (MisPosition){ .goal = 2, .weight = 0.5, .low = 0.25, .high = 0.75 });
  expect_position (applied, "a", "q", mis_position (MIS_NO_GOAL, 1));
  expect_position (applied, "b", "p", mis_position (1, 0.75));
  expect_position (applied, "b", "q", mis_position (MIS_NO_GOAL, 0.25));
  expect_position (applied, "c", "q", mis_position (1, 1));
  expect_position (applied, "c", "p", mis_position (MIS_NO_GOAL, 0));
  expect_position (widened, "a", "p",
                   (MisPosition){ .goal = 0, .weight = 0.875, .low = 0.25, .high = 0.875 });
  expect_position (known, "c", "q", mis_position (0, 0.5));
}

static void
test_unknown (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange changes[] = { mis_change_unknown ("a", "p"), mis_change_unknown ("c", "q") };
  g_autoptr (MisWorld) applied = apply (world, changes, 2);

  expect_position (applied, "a", "p", MIS_POSITION_UNKNOWN);
  expect_position (applied, "c", "q", MIS_POSITION_UNKNOWN);
  expect_position (applied, "c", "p", mis_position (2, 0));
}

static void
test_conflict (void)
{
  g_autoptr (MisWorld) world = make_world ();
  MisChange changes[] = { mis_change_conflict ("p", "g3", "g1", 0.25),
                          mis_change_conflict ("p", NULL, "g2", 0.125),
                          mis_change_conflict ("q", "g1", "g2", 0.5) };
  const MisChange narrow = mis_change_conflict ("q", "g2", "g1", 0.5);
  g_autoptr (MisWorld) applied = NULL;
  g_autoptr (MisWorld) narrowed = NULL;
  MisConflict found;

  changes[2].low = 0.25;
  changes[2].high = 0.75;
  applied = apply (world, changes, 3);
  g_assert_cmpfloat (get_conflict (applied, "p", 0, 2), ==, 0.25);
  g_assert_cmpfloat (get_conflict (applied, "p", 0, 1), ==, 0.5);
  g_assert_cmpfloat (get_conflict (applied, "p", 1, MIS_NO_GOAL), ==, 0.125);
  found = mis_area_get_conflict (mis_world_get_area (applied, 1), 0, 1);
  g_assert_cmpfloat (found.value, ==, 0.5);
  g_assert_cmpfloat (found.low, ==, 0.25);
  g_assert_cmpfloat (found.high, ==, 0.75);
  /* The range of the change takes the place of the old one, wider or narrower. */
  narrowed = apply (applied, &narrow, 1);
  found = mis_area_get_conflict (mis_world_get_area (narrowed, 1), 0, 1);
  g_assert_cmpfloat (found.low, ==, 0.5);
  g_assert_cmpfloat (found.high, ==, 0.5);
}

/* A pair that differs from the default keeps its value. */
static void
test_default (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange changes[] = { mis_change_conflict ("p", "g3", "g1", 0.25),
                                mis_change_default ("p", 1) };
  g_autoptr (MisWorld) applied = apply (world, changes, 2);

  g_assert_cmpfloat (mis_area_get_default_conflict (mis_world_get_area (applied, 0)), ==, 1);
  g_assert_cmpfloat (get_conflict (applied, "p", 0, 2), ==, 0.25);
  g_assert_cmpfloat (get_conflict (applied, "p", 0, 1), ==, 1);
  g_assert_cmpfloat (get_conflict (applied, "p", 0, MIS_NO_GOAL), ==, 0);
}

/* In order: what was added can be changed, areas keep their names when one goes. */
static void
test_rows_and_areas (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange changes[] = { mis_add_agent ("new", 5, "q", "g2", 0.5),
                                mis_add_agent ("null", 1, "p", NULL, 1),
                                mis_change_count ("new", 6),
                                mis_remove_agent ("b"),
                                mis_remove_area ("p"),
                                mis_change_both ("a", "q", "g1", 0.75) };
  g_autoptr (MisWorld) applied = apply (world, changes, 6);

  g_assert_cmpuint (mis_world_get_n_areas (applied), ==, 1);
  g_assert_cmpuint (mis_world_get_n_agents (applied), ==, 4);
  g_assert_cmpint (mis_world_find_agent (applied, "b"), ==, -1);
  g_assert_cmpuint (mis_world_get_population (applied), ==, 1 + 300 + 6 + 1);
  expect_position (applied, "new", "q", mis_position (1, 0.5));
  expect_position (applied, "null", "q", MIS_POSITION_UNKNOWN);
  expect_position (applied, "a", "q", mis_position (0, 0.75));
  expect_position (applied, "c", "q", MIS_POSITION_UNKNOWN);
}

static void
test_scoring (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisScoring scoring = { .weight_mean = MIS_WEIGHT_MEAN_NONE, .pairs = MIS_PAIRS_REPLACEMENT,
                               .unknown = MIS_UNKNOWN_NO_GOAL };
  const MisScoring expected = { .pairs = MIS_PAIRS_REPLACEMENT, .unknown = MIS_UNKNOWN_NO_GOAL };
  const MisChange changes[] = { mis_change_scoring (1u << 2 | 1u << 4, scoring) };
  g_autoptr (MisWorld) applied = apply (world, changes, 1);

  g_assert_true (mis_scoring_equal (mis_world_get_scoring (applied), &expected));
}

/* The change called @fault cannot be applied, by the check and by the attempt alike. */
static void
expect_fault (const MisChange *changes, guint n_changes, guint fault, int code)
{
  g_autoptr (MisWorld) world = make_world ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MisScenario) scenario = mis_make_scenario (changes, n_changes, &error);
  guint found = 17;

  g_assert_no_error (error);
  g_assert_false (mis_world_check_scenario (world, scenario, &found, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, MIS_ERROR);
  if (code >= 0)
    g_assert_cmpint (error->code, ==, code);
  g_assert_cmpuint (strlen (error->message), >, 0);
  g_assert_cmpuint (found, ==, fault);
  g_clear_error (&error);
  g_assert_false (mis_world_check_scenario (world, scenario, NULL, NULL));
  g_assert_null (mis_world_with_scenario_applied (world, scenario, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, MIS_ERROR);
}

/* A good change comes first, so that the index of the fault is 1. */
static void
expect_bad (MisChange change, int code)
{
  const MisChange changes[] = { mis_change_count ("b", 21), change };

  expect_fault (changes, 2, 1, code);
}

static void
test_dangling (void)
{
  expect_bad (mis_change_count ("x", 1), MIS_ERROR_UNKNOWN);
  expect_bad (mis_change_goal ("x", "p", "g1"), MIS_ERROR_UNKNOWN);
  expect_bad (mis_change_goal ("a", "x", "g1"), MIS_ERROR_UNKNOWN);
  expect_bad (mis_change_goal ("a", "p", "x"), MIS_ERROR_UNKNOWN);
  expect_bad (mis_change_goal ("a", "q", "g3"), MIS_ERROR_UNKNOWN);
  expect_bad (mis_change_unknown ("x", "p"), MIS_ERROR_UNKNOWN);
  expect_bad (mis_change_unknown ("a", "x"), MIS_ERROR_UNKNOWN);
  expect_bad (mis_change_conflict ("x", "g1", "g2", 1), MIS_ERROR_UNKNOWN);
  expect_bad (mis_change_conflict ("p", "g1", "x", 1), MIS_ERROR_UNKNOWN);
  expect_bad (mis_change_conflict ("p", "x", "g1", 1), MIS_ERROR_UNKNOWN);
  expect_bad (mis_change_conflict ("p", "x", NULL, 1), MIS_ERROR_UNKNOWN);
  expect_bad (mis_change_default ("x", 1), MIS_ERROR_UNKNOWN);
  expect_bad (mis_remove_agent ("x"), MIS_ERROR_UNKNOWN);
  expect_bad (mis_remove_area ("x"), MIS_ERROR_UNKNOWN);
  expect_bad (mis_add_agent ("new", 1, "x", "g1", 1), MIS_ERROR_UNKNOWN);
  expect_bad (mis_add_agent ("new", 1, "p", "x", 1), MIS_ERROR_UNKNOWN);
}

static void
test_taken (void)
{
  expect_bad (mis_add_agent ("a", 1, "p", "g1", 1), MIS_ERROR_DUPLICATE);
}

/* Somebody unknown has no weight to change, and stays unknown: a scenario outlives edits of
 * its base. */
static void
test_weight_of_unknown (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange change = mis_change_weight ("c", "q", 0.5);
  g_autoptr (MisWorld) applied = apply (world, &change, 1);

  expect_position (applied, "c", "q", MIS_POSITION_UNKNOWN);
}

/* The second of two changes of one target is at fault, whatever it says. */
static void
expect_twice (MisChange one, MisChange other)
{
  const MisChange changes[] = { one, other };

  expect_fault (changes, 2, 1, -1);
}

static void
test_twice (void)
{
  MisScoring scoring = { .pairs = MIS_PAIRS_REPLACEMENT };

  expect_twice (mis_change_count ("a", 2), mis_change_count ("a", 3));
  expect_twice (mis_change_goal ("a", "p", "g2"), mis_change_goal ("a", "p", "g3"));
  expect_twice (mis_change_goal ("a", "p", "g2"), mis_change_unknown ("a", "p"));
  expect_twice (mis_change_unknown ("a", "p"), mis_change_goal ("a", "p", "g2"));
  expect_twice (mis_change_unknown ("a", "p"), mis_change_unknown ("a", "p"));
  expect_twice (mis_change_conflict ("p", "g1", "g2", 1), mis_change_conflict ("p", "g1", "g2", 0));
  expect_twice (mis_change_conflict ("p", "g1", "g2", 1), mis_change_conflict ("p", "g2", "g1", 1));
  expect_twice (mis_change_conflict ("p", "g1", NULL, 1), mis_change_conflict ("p", NULL, "g1", 1));
  expect_twice (mis_change_default ("p", 1), mis_change_default ("p", 0));
  expect_twice (mis_change_scoring (4, scoring), mis_change_scoring (4, scoring));
  expect_twice (mis_remove_agent ("a"), mis_remove_agent ("a"));
  expect_twice (mis_remove_area ("p"), mis_remove_area ("p"));
  expect_twice (mis_add_agent ("n", 1, "p", "g1", 1), mis_add_agent ("n", 1, "p", "g1", 1));
}

/* What is gone cannot be found any more. */
static void
test_after_removal (void)
{
  expect_twice (mis_remove_agent ("a"), mis_change_count ("a", 3));
  expect_twice (mis_remove_agent ("a"), mis_change_unknown ("a", "p"));
  expect_twice (mis_remove_area ("p"), mis_change_goal ("a", "p", "g2"));
  expect_twice (mis_remove_area ("p"), mis_change_default ("p", 1));
  expect_twice (mis_remove_area ("p"), mis_change_conflict ("p", "g1", "g2", 1));
  expect_twice (mis_remove_area ("p"), mis_add_agent ("new", 1, "p", "g1", 1));
}

/* Different targets that lie close together. */
static void
test_not_twice (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange changes[] = {
    mis_change_count ("a", 2),
    mis_change_goal ("a", "p", "g2"),
    mis_change_goal ("a", "q", "g2"),
    mis_change_goal ("b", "p", "g2"),
    mis_change_conflict ("p", "g1", "g2", 1),
    mis_change_conflict ("p", "g1", "g3", 1),
    mis_change_conflict ("p", "g1", NULL, 1),
    mis_change_conflict ("q", "g1", "g2", 0),
    mis_change_default ("p", 0),
    mis_change_default ("q", 0),
  };
  g_autoptr (MisWorld) applied = apply (world, changes, G_N_ELEMENTS (changes));

  g_assert_cmpfloat (get_conflict (applied, "p", 0, 1), ==, 1);
  g_assert_cmpfloat (get_conflict (applied, "p", 1, 2), ==, 0);
  g_assert_cmpfloat (get_conflict (applied, "q", 0, 1), ==, 0);
}

/* An id that a scenario gives to a new row is taken: else the scenario would no longer apply. */
static void
test_id_taken_by_scenario (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const MisChange change = mis_add_agent ("new", 1, "p", "g1", 1);
  g_autoptr (MisScenario) scenario = mis_make_scenario (&change, 1, NULL);
  g_autoptr (MisAgent) agent = mis_agent_new ("new", "", MIS_KIND_AI, "", 1, "", NULL);
  g_autoptr (MisAgent) other = mis_agent_new ("other", "", MIS_KIND_AI, "", 1, "", NULL);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisWorld) edited = NULL;
  g_autoptr (GError) error = NULL;

  mis_sample_add_area (builder, mis_sample_area ("p", 3, 0.5));
  g_assert_true (mis_world_builder_add_scenario (builder, scenario, &error));
  world = mis_world_builder_end (builder);
  g_assert_null (mis_world_with_agent_added (world, 0, agent, NULL, NULL, 0, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE);
  g_clear_error (&error);
  edited = mis_world_with_agent_added (world, 0, other, NULL, NULL, 0, &error);
  g_assert_no_error (error);
}

static void
expect_refused (MisChange change, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_make_scenario (&change, 1, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, MIS_ERROR);
  g_assert_cmpint (error->code, ==, code);
}

/* Texts and numbers are checked without a world. */
static void
test_bad_values (void)
{
  MisChange range = mis_change_conflict ("p", "g1", "g2", 0.5);
  g_autoptr (GError) error = NULL;

  range.low = 0.75;
  expect_refused (range, MIS_ERROR_RANGE);
  expect_refused (mis_change_count ("a", MIS_MAX_COUNT + 1), MIS_ERROR_RANGE);
  expect_refused (mis_change_weight ("a", "p", 1.5), MIS_ERROR_RANGE);
  expect_refused (mis_change_weight ("a", "p", NAN), MIS_ERROR_RANGE);
  expect_refused (mis_change_conflict ("p", "g1", "g2", -0.5), MIS_ERROR_RANGE);
  expect_refused (mis_change_default ("p", 2), MIS_ERROR_RANGE);
  expect_refused (mis_add_agent ("new", 1, "p", "g1", 2), MIS_ERROR_RANGE);
  g_assert_null (mis_scenario_new ("Bad Id", "", "", NULL, 0, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_TEXT);
  g_clear_error (&error);
  g_assert_null (mis_scenario_new ("s", "a\nb", "", NULL, 0, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_TEXT);
  g_clear_error (&error);
  g_assert_null (mis_scenario_new ("s", "", "\a", NULL, 0, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_TEXT);
}

static void
test_members (void)
{
  const MisChange changes[] = { mis_change_count ("b", 7), mis_change_goal ("a", "p", NULL) };
  g_autoptr (MisScenario) scenario =
    mis_scenario_new ("id", "Name", "Text", g_memdup2 (changes, sizeof changes), 2, NULL);

  g_assert_cmpstr (scenario->id, ==, "id");
  g_assert_cmpstr (scenario->name, ==, "Name");
  g_assert_cmpstr (scenario->description, ==, "Text");
  g_assert_cmpuint (scenario->n_changes, ==, 2);
  g_assert_cmpint (scenario->changes[1].kind, ==, MIS_CHANGE_POSITION);
  g_assert_cmpstr (scenario->changes[0].agent_id, ==, "b");
  g_assert_null (scenario->changes[1].goal_ids[0]);
}

/* A pair of one goal with itself is no pair, whoever finds out. */
static void
test_self_pair (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange changes[][1] = { { mis_change_conflict ("p", "g1", "g1", 1) },
                                   { mis_change_conflict ("p", NULL, NULL, 1) } };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MisScenario) scenario = mis_make_scenario (changes[i], 1, &error);

      if (scenario != NULL)
        g_assert_null (mis_world_with_scenario_applied (world, scenario, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, MIS_ERROR);
    }
}

/* What finds nothing to change is left out; the rest stays as it was. */
static void
test_fit (void)
{
  g_autoptr (MisWorld) world = make_world ();
  const MisChange changes[] = { mis_change_count ("gone", 7), mis_change_goal ("a", "p", "g3"),
                                mis_change_goal ("a", "gone", NULL),
                                mis_change_weight ("b", "p", 0.75),
                                mis_change_conflict ("p", "g1", "gone", 1) };
  const MisChange left[] = { mis_change_goal ("a", "p", "g3"), mis_change_weight ("b", "p", 0.75) };
  g_autoptr (MisScenario) scenario = mis_make_scenario (changes, 5, NULL);
  g_autoptr (MisScenario) fitted = mis_world_fit_scenario (world, scenario);
  g_autoptr (MisScenario) same = mis_world_fit_scenario (world, fitted);
  g_autoptr (MisWorld) found = mis_world_with_scenario_applied (world, fitted, NULL);
  g_autoptr (MisWorld) expected = apply (world, left, 2);

  g_assert_cmpuint (scenario->n_changes, ==, 5);
  g_assert_cmpuint (fitted->n_changes, ==, 2);
  g_assert_cmpstr (fitted->id, ==, scenario->id);
  g_assert_true (same == fitted);
  g_assert_cmpuint (mis_digest_world (found), ==, mis_digest_world (expected));
}

/* Those that the generator makes for a world are faultless. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_scenarios = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, 20, 5, 5);

      for (guint j = 0; j < mis_world_get_n_scenarios (world); j++)
        {
          const MisScenario *scenario = mis_world_get_scenario (world, j);
          g_autoptr (GError) error = NULL;
          g_autoptr (MisWorld) applied = NULL;

          g_assert_true (mis_world_check_scenario (world, scenario, NULL, &error));
          g_assert_no_error (error);
          applied = mis_world_with_scenario_applied (world, scenario, &error);
          g_assert_no_error (error);
          g_assert_nonnull (applied);
          n_scenarios += 1;
        }
    }
  g_assert_cmpuint (n_scenarios, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/none", test_none);
  g_test_add_func ("/scenario/count", test_count);
  g_test_add_func ("/scenario/position", test_position);
  g_test_add_func ("/scenario/unknown", test_unknown);
  g_test_add_func ("/scenario/conflict", test_conflict);
  g_test_add_func ("/scenario/default", test_default);
  g_test_add_func ("/scenario/rows-and-areas", test_rows_and_areas);
  g_test_add_func ("/scenario/scoring", test_scoring);
  g_test_add_func ("/scenario/dangling", test_dangling);
  g_test_add_func ("/scenario/taken", test_taken);
  g_test_add_func ("/scenario/weight-of-unknown", test_weight_of_unknown);
  g_test_add_func ("/scenario/twice", test_twice);
  g_test_add_func ("/scenario/after-removal", test_after_removal);
  g_test_add_func ("/scenario/not-twice", test_not_twice);
  g_test_add_func ("/scenario/id-taken", test_id_taken_by_scenario);
  g_test_add_func ("/scenario/fit", test_fit);
  g_test_add_func ("/scenario/bad-values", test_bad_values);
  g_test_add_func ("/scenario/members", test_members);
  g_test_add_func ("/scenario/self-pair", test_self_pair);
  g_test_add_func ("/scenario/random", test_random);
  return g_test_run ();
}
