#include "core/edit.h"
#include "core/score.h"
#include "sample.h"

#include <string.h>

static GPtrArray *
list_warnings (MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  return mis_score_list_warnings (score, tally);
}

static guint
count_warnings (MisWorld *world, MisWarningCode code)
{
  g_autoptr (GPtrArray) warnings = list_warnings (world);
  guint n = 0;

  for (guint i = 0; i < warnings->len; i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);

      g_assert_nonnull (warning->place);
      g_assert_cmpuint (strlen (warning->message), >, 0);
      n += warning->code == code ? 1 : 0;
    }
  return n;
}

/* The one warning called @code stands at @place, or at something in it. */
static void
expect_warning (MisWorld *world, MisWarningCode code, const char *place)
{
  g_autoptr (GPtrArray) warnings = list_warnings (world);

  g_assert_cmpuint (count_warnings (world, code), ==, 1);
  for (guint i = 0; i < warnings->len; i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);

      if (warning->code == code)
        g_assert_true (g_str_has_prefix (warning->place, place));
    }
}

/* Of the first one called @code: (transfer full). */
static char *
dup_message (MisWorld *world, MisWarningCode code)
{
  g_autoptr (GPtrArray) warnings = list_warnings (world);

  for (guint i = 0; i < warnings->len; i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);

      if (warning->code == code)
        return g_strdup (warning->message);
    }
  g_assert_not_reached ();
}

static char *
dup_fact (MisWorld *world, MisWarningCode code)
{
  g_autoptr (GPtrArray) warnings = list_warnings (world);

  for (guint i = 0; i < warnings->len; i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);

      g_assert_true (g_str_has_prefix (warning->message, warning->fact));
      if (warning->code == code)
        return g_strdup (warning->fact);
    }
  g_assert_not_reached ();
}

static void
test_nicks (void)
{
  g_assert_cmpstr (mis_warning_get_nick (MIS_WARNING_GOAL_NOT_HELD), ==, "goal-not-held");
  for (guint i = MIS_WARNING_NO_AREAS; i <= MIS_WARNING_EMPTY_GROUP; i++)
    for (guint j = MIS_WARNING_NO_AREAS; j < i; j++)
      g_assert_cmpstr (mis_warning_get_nick ((MisWarningCode) i), !=,
                       mis_warning_get_nick ((MisWarningCode) j));
}

static void
test_none (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (GPtrArray) warnings = list_warnings (world);

  g_assert_cmpuint (warnings->len, ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (MisWorld) world = mis_world_builder_end (mis_world_builder_new ());

  g_assert_cmpuint (count_warnings (world, MIS_WARNING_NO_AREAS), ==, 1);
  g_assert_cmpuint (count_warnings (world, MIS_WARNING_NO_AGENTS), ==, 1);
}

/* The third goal has no holders; the row that would hold it is empty. */
static void
test_goal_not_held (void)
{
  const guint64 counts[] = { 3, 4, 0 };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 3, 1);

  expect_warning (world, MIS_WARNING_GOAL_NOT_HELD, "areas[0].goals[2]");
  expect_warning (world, MIS_WARNING_EMPTY_GROUP, "agents[2]");
  g_assert_cmpuint (count_warnings (world, MIS_WARNING_NO_CONFLICT), ==, 0);
  g_assert_cmpuint (count_warnings (world, MIS_WARNING_FEWER_THAN_TWO_AGENTS), ==, 0);
}

static void
test_fewer_than_two (void)
{
  const guint64 counts[] = { 1, 0 };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 2, 1);

  expect_warning (world, MIS_WARNING_FEWER_THAN_TWO_AGENTS, "areas[0]");
}

/* An unknown position is not counted where it is left out. */
static void
test_unknown (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const MisPosition position = mis_position (0, 1);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisWorld) as_no_goal = NULL;

  mis_sample_add_area (builder, mis_sample_area ("p", 1, 1));
  mis_sample_add_row (builder, "known", 1, &position, 1);
  mis_sample_add_row (builder, "unknown", 5, NULL, 0);
  world = mis_world_builder_end (builder);
  as_no_goal = mis_sample_rescored (world, (MisScoring) { .unknown = MIS_UNKNOWN_NO_GOAL });
  g_assert_cmpuint (count_warnings (world, MIS_WARNING_FEWER_THAN_TWO_AGENTS), ==, 1);
  g_assert_cmpuint (count_warnings (as_no_goal, MIS_WARNING_FEWER_THAN_TWO_AGENTS), ==, 0);
}

static void
test_no_conflict (void)
{
  const guint64 counts[] = { 3, 4 };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 2, 0);
  g_autoptr (MisWorld) little = mis_sample_groups (counts, 2, 0.001);

  expect_warning (world, MIS_WARNING_NO_CONFLICT, "areas[0]");
  g_assert_cmpuint (count_warnings (little, MIS_WARNING_NO_CONFLICT), ==, 0);
}

/* It says what to do, where there is a pair to set. */
static void
test_no_conflict_says_where (void)
{
  const guint64 counts[] = { 3, 4 };
  g_autoptr (MisWorld) two = mis_sample_groups (counts, 2, 0);
  g_autoptr (MisWorld) one = mis_sample_groups (counts, 1, 0);
  g_autofree char *to_set = dup_message (two, MIS_WARNING_NO_CONFLICT);
  g_autofree char *hopeless = dup_message (one, MIS_WARNING_NO_CONFLICT);
  g_autofree char *fact = dup_fact (two, MIS_WARNING_NO_CONFLICT);

  g_assert_nonnull (strstr (to_set, "under Conflicts"));
  g_assert_null (strstr (hopeless, "under Conflicts"));
  g_assert_nonnull (strstr (hopeless, "fewer than two"));
  g_assert_cmpstr (fact, ==, "No two goals in “area” are in conflict.");
}

static void
test_nobody_cares (void)
{
  const guint64 counts[] = { 3, 4 };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 2, 1);
  g_autoptr (MisWorld) one_left = mis_world_with_weight (world, 0, 0, 0, NULL);
  g_autoptr (MisWorld) nobody = mis_world_with_weight (one_left, 1, 0, 0, NULL);

  g_assert_cmpuint (count_warnings (one_left, MIS_WARNING_NOBODY_CARES), ==, 0);
  expect_warning (nobody, MIS_WARNING_NOBODY_CARES, "areas[0]");
  /* A goal that is held without care is held. */
  g_assert_cmpuint (count_warnings (nobody, MIS_WARNING_GOAL_NOT_HELD), ==, 0);
}

/* Where nobody holds a goal there is nobody to care. */
static void
test_nobody_holds (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const MisPosition none = mis_position (MIS_NO_GOAL, 1);
  g_autoptr (MisWorld) world = NULL;

  mis_sample_add_area (builder, mis_sample_area ("p", 2, 1));
  mis_sample_add_row (builder, "none", 5, &none, 1);
  world = mis_world_builder_end (builder);
  g_assert_cmpuint (count_warnings (world, MIS_WARNING_NOBODY_CARES), ==, 0);
  g_assert_cmpuint (count_warnings (world, MIS_WARNING_GOAL_NOT_HELD), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warning/nicks", test_nicks);
  g_test_add_func ("/warning/none", test_none);
  g_test_add_func ("/warning/empty", test_empty);
  g_test_add_func ("/warning/goal-not-held", test_goal_not_held);
  g_test_add_func ("/warning/fewer-than-two", test_fewer_than_two);
  g_test_add_func ("/warning/unknown", test_unknown);
  g_test_add_func ("/warning/no-conflict", test_no_conflict);
  g_test_add_func ("/warning/no-conflict-says-where", test_no_conflict_says_where);
  g_test_add_func ("/warning/nobody-cares", test_nobody_cares);
  g_test_add_func ("/warning/nobody-holds", test_nobody_holds);
  return g_test_run ();
}
