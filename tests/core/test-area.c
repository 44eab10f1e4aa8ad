#include "core/area.h"
#include "core/error.h"
#include "core/limits.h"
#include "core/position.h"
#include "sample.h"

#include <math.h>
#include <string.h>

static MisGoal goals[] = {
  { (char *) "a", (char *) "First", (char *) "What it is" },
  { (char *) "b", (char *) "Second", (char *) "" },
  { (char *) "c", (char *) "Third", (char *) "" },
  { (char *) "d", (char *) "Fourth", (char *) "" },
};

static MisConflict
certain (int g, int h, double value)
{
  return (MisConflict) { .g = g, .h = h, .value = value, .low = value, .high = value };
}

static MisArea *
make_area (double default_conflict, const MisConflict *conflicts, guint n_conflicts)
{
  g_autoptr (GError) error = NULL;
  MisArea *area = mis_area_new ("id", "Name", "Description", goals, 4, default_conflict, conflicts,
                                n_conflicts, &error);

  g_assert_no_error (error);
  g_assert_nonnull (area);
  return area;
}

static void
test_members (void)
{
  g_autoptr (MisArea) area = make_area (0.25, NULL, 0);

  g_assert_cmpstr (mis_area_get_id (area), ==, "id");
  g_assert_cmpstr (mis_area_get_name (area), ==, "Name");
  g_assert_cmpstr (mis_area_get_description (area), ==, "Description");
  g_assert_cmpuint (mis_area_get_n_goals (area), ==, 4);
  g_assert_cmpfloat (mis_area_get_default_conflict (area), ==, 0.25);
  g_assert_cmpstr (mis_area_get_goal (area, 0)->id, ==, "a");
  g_assert_cmpstr (mis_area_get_goal (area, 0)->description, ==, "What it is");
  g_assert_cmpstr (mis_area_get_goal (area, 3)->name, ==, "Fourth");
  g_assert_cmpint (mis_area_find_goal (area, "c"), ==, 2);
  g_assert_cmpint (mis_area_find_goal (area, "z"), ==, -1);
  g_assert_cmpstr (mis_area_get_goal_name (area, 1), ==, "Second");
  g_assert_cmpstr (mis_area_get_goal_name (area, MIS_NO_GOAL), !=,
                   mis_area_get_goal_name (area, MIS_UNKNOWN));
  g_assert_cmpuint (mis_area_get_size (area), >, 0);
}

/* Each goal is found by its id, in whatever order they stand; nothing else is. */
static void
test_find_goal (void)
{
  g_autoptr (MisArea) empty = mis_sample_area ("empty", 0, 0);
  g_autoptr (MisArea) area = mis_sample_area ("area", 300, 0);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *longer = g_strconcat (mis_area_get_goal (area, i)->id, "-", NULL);

      g_assert_cmpint (mis_area_find_goal (area, mis_area_get_goal (area, i)->id), ==, (int) i);
      g_assert_cmpint (mis_area_find_goal (area, longer), ==, -1);
    }
  g_assert_cmpint (mis_area_find_goal (area, ""), ==, -1);
  g_assert_cmpint (mis_area_find_goal (empty, "g1"), ==, -1);
}

/* Symmetric, a diagonal of 0, the default elsewhere; "no goal" conflicts with nobody unless set. */
static void
test_conflicts (void)
{
  const MisConflict pairs[] = { certain (3, 1, 0.75), certain (2, MIS_NO_GOAL, 0.5),
                                certain (0, 1, 0) };
  g_autoptr (MisArea) area = make_area (0.25, pairs, 3);
  const double expected[5][5] = { { 0, 0, 0, 0.5, 0 },
                                  { 0, 0, 0, 0.25, 0.25 },
                                  { 0, 0, 0, 0.25, 0.75 },
                                  { 0.5, 0.25, 0.25, 0, 0.25 },
                                  { 0, 0.25, 0.75, 0.25, 0 } };

  for (int g = MIS_NO_GOAL; g < 4; g++)
    for (int h = MIS_NO_GOAL; h < 4; h++)
      {
        MisConflict conflict = mis_area_get_conflict (area, g, h);

        g_assert_cmpfloat (conflict.value, ==, expected[g + 1][h + 1]);
        g_assert_cmpfloat (conflict.low, ==, conflict.value);
        g_assert_cmpfloat (conflict.high, ==, conflict.value);
        g_assert_null (conflict.note);
      }
}

/* In goal order, the null goal first; what says no more than the default is dropped. */
static void
test_canonical_pairs (void)
{
  g_autoptr (MisNote) note = mis_note_new ("why", "where");
  const MisConflict pairs[] = {
    { .g = 3, .h = 2, .value = 0.25, .low = 0.25, .high = 0.25, .note = note },
    certain (3, 1, 0.75),
    certain (0, 3, 0.25),
    certain (2, MIS_NO_GOAL, 0.5),
    certain (0, MIS_NO_GOAL, 0),
    { .g = 0, .h = 1, .value = 0.25, .low = 0.125, .high = 0.25 },
    { .g = MIS_NO_GOAL, .h = 1, .value = 0, .low = 0, .high = 0.5 },
  };
  const int expected[][2] = { { -1, 1 }, { -1, 2 }, { 0, 1 }, { 1, 3 }, { 2, 3 } };
  g_autoptr (MisArea) area = make_area (0.25, pairs, G_N_ELEMENTS (pairs));
  guint n = 0;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (conflicts[i].g, ==, expected[i][0]);
      g_assert_cmpint (conflicts[i].h, ==, expected[i][1]);
    }
  g_assert_cmpfloat (conflicts[0].high, ==, 0.5);
  g_assert_cmpfloat (conflicts[2].low, ==, 0.125);
  g_assert_cmpstr (conflicts[4].note->note, ==, "why");
  g_assert_cmpstr (mis_area_get_conflict (area, 3, 2).note->source, ==, "where");
}

static void
test_null_conflict (void)
{
  const MisConflict pairs[] = {
    certain (0, MIS_NO_GOAL, 0.5),
    { .g = 1, .h = MIS_NO_GOAL, .value = 0, .low = 0, .high = 0.125 },
    { .g = 2, .h = MIS_NO_GOAL, .value = 0, .low = 0, .high = 0, .note = mis_note_new ("n", NULL) },
  };
  g_autoptr (MisArea) area = make_area (1, pairs, 3);

  g_assert_true (mis_area_has_null_conflict (area, 0));
  g_assert_true (mis_area_has_null_conflict (area, 1));
  g_assert_false (mis_area_has_null_conflict (area, 2));
  g_assert_false (mis_area_has_null_conflict (area, 3));
  mis_note_unref (pairs[2].note);
}

static void
expect_refused (const char *id, const char *name, const char *description, const MisGoal *of,
                guint n_goals, double default_conflict, const MisConflict *conflicts,
                guint n_conflicts, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_area_new (id, name, description, of, n_goals, default_conflict, conflicts,
                               n_conflicts, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, MIS_ERROR);
  if (code >= 0)
    g_assert_cmpint (error->code, ==, code);
  g_assert_cmpuint (strlen (error->message), >, 0);
}

static void
test_bad_texts (void)
{
  MisGoal bad[] = { goals[0], goals[1] };

  expect_refused ("No Id", "n", "", goals, 4, 0, NULL, 0, MIS_ERROR_TEXT);
  expect_refused ("id", "bell\a", "", goals, 4, 0, NULL, 0, MIS_ERROR_TEXT);
  expect_refused ("id", "n", "bell\a", goals, 4, 0, NULL, 0, MIS_ERROR_TEXT);
  bad[1].id = (char *) "";
  expect_refused ("id", "n", "", bad, 2, 0, NULL, 0, MIS_ERROR_TEXT);
  bad[1] = goals[1];
  bad[1].name = (char *) "\xe2\x80\xae";
  expect_refused ("id", "n", "", bad, 2, 0, NULL, 0, MIS_ERROR_TEXT);
  bad[1] = goals[1];
  bad[1].description = (char *) "\x1b";
  expect_refused ("id", "n", "", bad, 2, 0, NULL, 0, MIS_ERROR_TEXT);
  bad[1] = goals[0];
  expect_refused ("id", "n", "", bad, 2, 0, NULL, 0, MIS_ERROR_DUPLICATE);
}

static void
test_bad_numbers (void)
{
  const double bad[] = { -0.1, 1.1, NAN, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      MisConflict value = certain (0, 1, bad[i]);
      MisConflict low = { .g = 0, .h = 1, .value = 0.5, .low = bad[i], .high = 0.5 };
      MisConflict high = { .g = 0, .h = 1, .value = 0.5, .low = 0.5, .high = bad[i] };
      MisConflict null = certain (0, MIS_NO_GOAL, bad[i]);

      expect_refused ("id", "n", "", goals, 4, bad[i], NULL, 0, MIS_ERROR_RANGE);
      expect_refused ("id", "n", "", goals, 4, 0, &value, 1, MIS_ERROR_RANGE);
      expect_refused ("id", "n", "", goals, 4, 0, &low, 1, MIS_ERROR_RANGE);
      expect_refused ("id", "n", "", goals, 4, 0, &high, 1, MIS_ERROR_RANGE);
      expect_refused ("id", "n", "", goals, 4, 0, &null, 1, MIS_ERROR_RANGE);
    }
}

static void
test_bad_pairs (void)
{
  const int bad[][2] = { { 0, 0 }, { 0, 4 }, { 4, 0 }, { -3, 0 }, { 0, MIS_UNKNOWN }, { -1, -1 } };
  const MisConflict twice[] = { certain (0, 1, 0.5), certain (2, 3, 0.5), certain (1, 0, 0.5) };
  const MisConflict null_twice[] = { certain (0, -1, 0.5), certain (-1, 0, 0.5) };
  const MisConflict default_twice[] = { certain (0, 1, 0), certain (1, 0, 0) };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      MisConflict pair = certain (bad[i][0], bad[i][1], 0.5);

      expect_refused ("id", "n", "", goals, 4, 0, &pair, 1, -1);
    }
  expect_refused ("id", "n", "", goals, 4, 0, twice, 3, MIS_ERROR_DUPLICATE);
  expect_refused ("id", "n", "", goals, 4, 0, null_twice, 2, MIS_ERROR_DUPLICATE);
  expect_refused ("id", "n", "", goals, 4, 0, default_twice, 2, MIS_ERROR_DUPLICATE);
}

static void
test_limits (void)
{
  g_autoptr (MisArea) none = mis_sample_area ("none", 0, 0.5);
  g_autoptr (MisArea) most = mis_sample_area ("most", 2000, 0.5);
  g_autofree MisGoal *many = g_new (MisGoal, 2001);
  g_autoptr (GStringChunk) ids = g_string_chunk_new (16);

  g_assert_cmpuint (mis_area_get_n_goals (none), ==, 0);
  g_assert_cmpuint (mis_area_get_n_goals (most), ==, 2000);
  g_assert_cmpfloat (mis_area_get_conflict (most, 0, 1999).value, ==, 0.5);
  for (guint i = 0; i < 2001; i++)
    {
      char id[16];

      g_snprintf (id, sizeof id, "g%u", i);
      many[i] = goals[1];
      many[i].id = g_string_chunk_insert (ids, id);
    }
  expect_refused ("id", "n", "", many, 2001, 0, NULL, 0, MIS_ERROR_LIMIT);
}

/* Positions */

static void
test_positions (void)
{
  g_autoptr (MisArea) area = make_area (0.25, NULL, 0);
  const MisPosition good[] = { mis_position (0, 0),
                               mis_position (3, 1),
                               mis_position (MIS_NO_GOAL, 0.5),
                               { .goal = 1, .weight = 0.5, .low = 0, .high = 1 },
                               MIS_POSITION_UNKNOWN };
  const MisPosition bad_goals[] = { mis_position (4, 1), mis_position (-3, 1) };
  const MisPosition bad_numbers[] = { mis_position (0, 1.5), mis_position (0, NAN),
                                      { .goal = 0, .weight = 0.5, .low = 0.6, .high = 1 },
                                      { .goal = MIS_NO_GOAL, .weight = 0.5, .low = 0, .high = 2 } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (mis_position_check (&good[i], area, &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_goals); i++)
    {
      g_assert_false (mis_position_check (&bad_goals[i], area, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, MIS_ERROR);
      g_clear_error (&error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_numbers); i++)
    {
      g_assert_false (mis_position_check (&bad_numbers[i], area, &error));
      g_assert_error (error, MIS_ERROR, MIS_ERROR_RANGE);
      g_clear_error (&error);
    }
}

/* Weight 0 is not "no goal", "no goal" is not "unknown", a range or a note makes a difference. */
static void
test_position_equal (void)
{
  g_autoptr (MisNote) note = mis_note_new ("n", "s");
  g_autoptr (MisNote) same_note = mis_note_new ("n", "s");
  g_autoptr (MisNote) other_note = mis_note_new ("n", "");
  const MisPosition all[] = {
    mis_position (0, 0), mis_position (0, 1), mis_position (1, 0), mis_position (MIS_NO_GOAL, 0),
    MIS_POSITION_UNKNOWN,
    { .goal = 0, .weight = 1, .low = 0.5, .high = 1 },
    { .goal = 0, .weight = 0, .low = 0, .high = 0.5 },
    { .goal = 0, .weight = 1, .low = 1, .high = 1, .note = note },
    { .goal = 0, .weight = 1, .low = 1, .high = 1, .note = other_note },
  };
  MisPosition same = all[7];

  same.note = same_note;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; j < G_N_ELEMENTS (all); j++)
      g_assert_cmpint (mis_position_equal (&all[i], &all[j]), ==, i == j);
  g_assert_true (mis_position_equal (&same, &all[7]));
}

static void
test_notes (void)
{
  g_autoptr (MisNote) both = mis_note_new ("note", "source");
  g_autoptr (MisNote) half = mis_note_new (NULL, "source");

  g_assert_null (mis_note_new ("", ""));
  g_assert_null (mis_note_new (NULL, NULL));
  g_assert_cmpstr (half->note, ==, "");
  g_assert_cmpstr (half->source, ==, "source");
  g_assert_false (mis_note_equal (both, half));
  g_assert_false (mis_note_equal (both, NULL));
  g_assert_false (mis_note_equal (NULL, both));
  g_assert_true (mis_note_equal (NULL, NULL));
  g_assert_true (mis_note_equal (both, both));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area/members", test_members);
  g_test_add_func ("/area/find-goal", test_find_goal);
  g_test_add_func ("/area/conflicts", test_conflicts);
  g_test_add_func ("/area/canonical-pairs", test_canonical_pairs);
  g_test_add_func ("/area/null-conflict", test_null_conflict);
  g_test_add_func ("/area/bad-texts", test_bad_texts);
  g_test_add_func ("/area/bad-numbers", test_bad_numbers);
  g_test_add_func ("/area/bad-pairs", test_bad_pairs);
  g_test_add_func ("/area/limits", test_limits);
  g_test_add_func ("/area/positions", test_positions);
  g_test_add_func ("/area/positions/equal", test_position_equal);
  g_test_add_func ("/area/notes", test_notes);
  return g_test_run ();
}
