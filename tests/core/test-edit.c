#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "random-edit.h"
#include "sample.h"

#include <math.h>
#include <string.h>

/* Areas p (3 goals) and q (2 goals); rows "a" (with a range and a note), "b", "c". */
static MisWorld *
make_world (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisNote) note = mis_note_new ("why", "where");
  const MisPosition a[] = { { .goal = 0, .weight = 0.5, .low = 0.25, .high = 0.75, .note = note },
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

/* A world and what it said before an edit. */
typedef struct
{
  MisWorld *world;
  guint64 digest;
  GError *error;
} Base;

static void
base_init (Base *base)
{
  base->world = make_world ();
  base->digest = mis_digest_world (base->world);
  base->error = NULL;
}

static void
base_clear (Base *base)
{
  g_assert_no_error (base->error);
  g_assert_cmpuint (mis_digest_world (base->world), ==, base->digest);
  mis_world_unref (base->world);
}

/* Takes @edited, another world than the base. */
static void
expect_new (const Base *base, MisWorld *edited)
{
  g_assert_no_error (base->error);
  g_assert_nonnull (edited);
  g_assert_true (edited != base->world);
  g_assert_cmpuint (mis_digest_world (edited), !=, base->digest);
  g_assert_cmpuint (mis_digest_world (base->world), ==, base->digest);
  mis_world_unref (edited);
}

static void
expect_same (const Base *base, MisWorld *edited)
{
  g_assert_no_error (base->error);
  g_assert_true (edited == base->world);
  mis_world_unref (edited);
}

static void
expect_error (Base *base, MisWorld *edited, int code)
{
  g_assert_null (edited);
  g_assert_nonnull (base->error);
  g_assert_cmpuint (base->error->domain, ==, MIS_ERROR);
  if (code >= 0)
    g_assert_cmpint (base->error->code, ==, code);
  g_assert_cmpuint (strlen (base->error->message), >, 0);
  g_clear_error (&base->error);
}

static void
expect_position (const MisWorld *world, guint row, guint area, MisPosition expected)
{
  MisPosition found = mis_world_get_position (world, row, area);

  g_assert_cmpint (found.goal, ==, expected.goal);
  g_assert_cmpfloat (found.weight, ==, expected.weight);
  g_assert_cmpfloat (found.low, ==, expected.low);
  g_assert_cmpfloat (found.high, ==, expected.high);
}

/* All rows are alike, but for the one called @except, or its position in area @area if that is
 * not -1. */
static void
expect_others_alike (const MisWorld *a, const MisWorld *b, guint except, int area)
{
  g_assert_cmpuint (mis_world_get_n_agents (a), ==, mis_world_get_n_agents (b));
  g_assert_cmpuint (mis_world_get_n_areas (a), ==, mis_world_get_n_areas (b));
  for (guint row = 0; row < mis_world_get_n_agents (a); row++)
    {
      if (row != except || area >= 0)
        g_assert_true (mis_world_get_agent (a, row) == mis_world_get_agent (b, row));
      for (guint p = 0; p < mis_world_get_n_areas (a); p++)
        if (row != except || (int) p != area)
          {
            MisPosition one = mis_world_get_position (a, row, p);
            MisPosition other = mis_world_get_position (b, row, p);

            g_assert_true (mis_position_equal (&one, &other));
          }
    }
}

static void
test_texts (void)
{
  Base base;
  MisWorld *edited;

  base_init (&base);
  edited = mis_world_with_title (base.world, "New", &base.error);
  g_assert_cmpstr (mis_world_get_title (edited), ==, "New");
  g_assert_true (mis_world_get_area (edited, 0) == mis_world_get_area (base.world, 0));
  expect_new (&base, edited);
  edited = mis_world_with_description (base.world, "Two\nlines", &base.error);
  g_assert_cmpstr (mis_world_get_description (edited), ==, "Two\nlines");
  expect_new (&base, edited);
  expect_same (&base, mis_world_with_title (base.world, "", &base.error));
  expect_same (&base, mis_world_with_description (base.world, "", &base.error));
  expect_error (&base, mis_world_with_title (base.world, "a\nb", &base.error), MIS_ERROR_TEXT);
  expect_error (&base, mis_world_with_description (base.world, "\r", &base.error), MIS_ERROR_TEXT);
  base_clear (&base);
}

static void
test_scoring (void)
{
  Base base;
  MisScoring scoring = { .pairs = MIS_PAIRS_REPLACEMENT };
  MisWorld *edited;

  base_init (&base);
  edited = mis_world_with_scoring (base.world, &scoring);
  g_assert_true (mis_scoring_equal (mis_world_get_scoring (edited), &scoring));
  expect_others_alike (base.world, edited, 0, 0);
  expect_new (&base, edited);
  scoring.pairs = MIS_PAIRS_DISTINCT;
  expect_same (&base, mis_world_with_scoring (base.world, &scoring));
  base_clear (&base);
}

static void
test_agent (void)
{
  Base base;
  g_autoptr (MisAgent) meta = mis_agent_new ("b", "Bee", MIS_KIND_AI, "user", 7, "note", NULL);
  g_autoptr (MisAgent) alike = mis_agent_new ("b", "b", MIS_KIND_HUMAN, "", 20, "", NULL);
  MisWorld *edited;

  base_init (&base);
  edited = mis_world_with_agent (base.world, 1, meta, &base.error);
  g_assert_cmpstr (mis_world_get_agent (edited, 1)->id, ==, "b");
  g_assert_cmpstr (mis_world_get_agent (edited, 1)->name, ==, "Bee");
  g_assert_cmpstr (mis_world_get_agent (edited, 1)->principal, ==, "user");
  g_assert_cmpstr (mis_world_get_agent (edited, 1)->note, ==, "note");
  g_assert_cmpint (mis_world_get_agent (edited, 1)->kind, ==, MIS_KIND_AI);
  g_assert_cmpuint (mis_world_get_population (edited), ==, 308);
  expect_others_alike (base.world, edited, 1, -1);
  expect_position (edited, 1, 0, mis_position (1, 0.5));
  expect_new (&base, edited);
  expect_same (&base, mis_world_with_agent (base.world, 1, alike, &base.error));
  expect_same (&base, mis_world_with_agent (base.world, 1, mis_world_get_agent (base.world, 1),
                                            &base.error));
  base_clear (&base);
}

static void
test_count (void)
{
  Base base;
  const guint64 counts[] = { 4, 20, 0 };
  const guint64 same[] = { 1, 20, 300 };
  const guint64 too_many[] = { 4, MIS_MAX_COUNT + 1, 0 };
  MisWorld *edited;

  base_init (&base);
  edited = mis_world_with_count (base.world, 1, 0, &base.error);
  g_assert_cmpuint (mis_world_get_agent (edited, 1)->count, ==, 0);
  g_assert_cmpstr (mis_world_get_agent (edited, 1)->id, ==, "b");
  g_assert_cmpuint (mis_world_get_population (edited), ==, 301);
  expect_others_alike (base.world, edited, 1, -1);
  expect_new (&base, edited);
  edited = mis_world_with_counts (base.world, counts, &base.error);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (mis_world_get_agent (edited, i)->count, ==, counts[i]);
  g_assert_cmpuint (mis_world_get_population (edited), ==, 24);
  expect_new (&base, edited);
  expect_same (&base, mis_world_with_count (base.world, 1, 20, &base.error));
  expect_same (&base, mis_world_with_counts (base.world, same, &base.error));
  expect_error (&base, mis_world_with_count (base.world, 1, MIS_MAX_COUNT + 1, &base.error),
                MIS_ERROR_RANGE);
  expect_error (&base, mis_world_with_counts (base.world, too_many, &base.error), MIS_ERROR_RANGE);
  base_clear (&base);
}

/* 9007 rows of 10^12 and one of 199,254,740,991 are 2^53 - 1. */
static void
test_population (void)
{
  const guint n = 9008;
  g_autoptr (MisWorld) world = mis_sample_table (n, 0);
  g_autoptr (MisWorld) full = NULL;
  g_autoptr (MisAgent) more = NULL;
  g_autofree guint64 *counts = g_new (guint64, n);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    counts[i] = MIS_MAX_COUNT;
  g_assert_null (mis_world_with_counts (world, counts, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_clear_error (&error);
  counts[n - 1] = G_GUINT64_CONSTANT (199254740991);
  full = mis_world_with_counts (world, counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mis_world_get_population (full), ==, MIS_MAX_POPULATION);
  g_assert_null (mis_world_with_count (full, n - 1, counts[n - 1] + 1, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_clear_error (&error);
  more = mis_agent_with_count (mis_world_get_agent (full, n - 1), MIS_MAX_COUNT);
  g_assert_null (mis_world_with_agent (full, n - 1, more, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
}

static void
test_weight (void)
{
  Base base;
  MisWorld *edited;

  base_init (&base);
  edited = mis_world_with_weight (base.world, 0, 0, 0.625, &base.error);
  expect_position (edited, 0, 0,
                   (MisPosition){ .goal = 0, .weight = 0.625, .low = 0.25, .high = 0.75 });
  g_assert_cmpstr (mis_world_get_position (edited, 0, 0).note->note, ==, "why");
  expect_others_alike (base.world, edited, 0, 0);
  expect_new (&base, edited);
  edited = mis_world_with_weight (base.world, 0, 0, 0.875, &base.error);
  expect_position (edited, 0, 0,
                   (MisPosition){ .goal = 0, .weight = 0.875, .low = 0.25, .high = 0.875 });
  expect_new (&base, edited);
  edited = mis_world_with_weight (base.world, 0, 0, 0, &base.error);
  expect_position (edited, 0, 0, (MisPosition) { .goal = 0, .weight = 0, .low = 0, .high = 0.75 });
  expect_new (&base, edited);
  edited = mis_world_with_weight (base.world, 1, 0, 0.75, &base.error);
  expect_position (edited, 1, 0, mis_position (1, 0.75));
  expect_new (&base, edited);
  edited = mis_world_with_weight (base.world, 0, 1, 0.25, &base.error);
  expect_position (edited, 0, 1, mis_position (MIS_NO_GOAL, 0.25));
  expect_new (&base, edited);
  expect_same (&base, mis_world_with_weight (base.world, 0, 0, 0.5, &base.error));
  expect_error (&base, mis_world_with_weight (base.world, 0, 0, 1.5, &base.error), MIS_ERROR_RANGE);
  expect_error (&base, mis_world_with_weight (base.world, 0, 0, NAN, &base.error), MIS_ERROR_RANGE);
  base_clear (&base);
}

static void
test_position (void)
{
  Base base;
  const MisPosition unknown = MIS_POSITION_UNKNOWN;
  const MisPosition none = { .goal = MIS_NO_GOAL, .weight = 0.5, .low = 0, .high = 1 };
  const MisPosition goal = mis_position (1, 0.25);
  const MisPosition bad_goal = mis_position (2, 0.25);
  const MisPosition bad_range = { .goal = 1, .weight = 0.25, .low = 0.5, .high = 1 };
  const MisPosition same = mis_position (1, 1);
  MisWorld *edited;

  base_init (&base);
  edited = mis_world_with_position (base.world, 1, 1, &unknown, &base.error);
  expect_position (edited, 1, 1, unknown);
  expect_others_alike (base.world, edited, 1, 1);
  expect_new (&base, edited);
  edited = mis_world_with_position (base.world, 2, 1, &none, &base.error);
  expect_position (edited, 2, 1, none);
  expect_others_alike (base.world, edited, 2, 1);
  expect_new (&base, edited);
  edited = mis_world_with_position (base.world, 0, 0, &goal, &base.error);
  expect_position (edited, 0, 0, goal);
  g_assert_null (mis_world_get_position (edited, 0, 0).note);
  expect_new (&base, edited);
  expect_same (&base, mis_world_with_position (base.world, 1, 1, &same, &base.error));
  expect_same (&base, mis_world_with_position (base.world, 2, 1, &unknown, &base.error));
  expect_error (&base, mis_world_with_position (base.world, 1, 1, &bad_goal, &base.error), -1);
  expect_error (&base, mis_world_with_position (base.world, 1, 1, &bad_range, &base.error),
                MIS_ERROR_RANGE);
  base_clear (&base);
}

static void
test_area (void)
{
  Base base;
  g_autoptr (MisArea) changed = mis_sample_area_with_null ("p", 3, 0.25, 0.125);
  g_autoptr (MisArea) other_goals = mis_sample_area ("p", 2, 0.25);
  MisWorld *edited;

  base_init (&base);
  edited = mis_world_with_area (base.world, 0, changed, &base.error);
  g_assert_cmpfloat (mis_area_get_conflict (mis_world_get_area (edited, 0), 0, 2).value, ==, 0.25);
  g_assert_true (mis_world_get_area (edited, 1) == mis_world_get_area (base.world, 1));
  expect_others_alike (base.world, edited, 0, 2);
  expect_new (&base, edited);
  edited = mis_world_with_conflict (base.world, 0, 2, 1, 0.75, &base.error);
  g_assert_cmpfloat (mis_area_get_conflict (mis_world_get_area (edited, 0), 1, 2).value, ==, 0.75);
  g_assert_cmpfloat (mis_area_get_conflict (mis_world_get_area (edited, 0), 0, 1).value, ==, 0.5);
  expect_new (&base, edited);
  edited = mis_world_with_conflict (base.world, 0, MIS_NO_GOAL, 1, 0.75, &base.error);
  g_assert_true (mis_area_has_null_conflict (mis_world_get_area (edited, 0), 1));
  expect_new (&base, edited);
  edited = mis_world_with_uniform_conflict (base.world, 0, 1, &base.error);
  g_assert_cmpfloat (mis_area_get_conflict (mis_world_get_area (edited, 0), 0, 2).value, ==, 1);
  g_assert_cmpfloat (mis_area_get_conflict (mis_world_get_area (edited, 0), -1, 2).value, ==, 0);
  expect_new (&base, edited);
  expect_same (&base, mis_world_with_area (base.world, 0, mis_world_get_area (base.world, 0),
                                           &base.error));
  expect_same (&base, mis_world_with_conflict (base.world, 0, 2, 0, 0.5, &base.error));
  expect_same (&base, mis_world_with_uniform_conflict (base.world, 0, 0.5, &base.error));
  expect_error (&base, mis_world_with_area (base.world, 0, other_goals, &base.error), -1);
  expect_error (&base, mis_world_with_conflict (base.world, 0, 0, 1, 2, &base.error),
                MIS_ERROR_RANGE);
  expect_error (&base, mis_world_with_uniform_conflict (base.world, 0, NAN, &base.error),
                MIS_ERROR_RANGE);
  base_clear (&base);
}

static void
test_add_agent (void)
{
  Base base;
  g_autoptr (MisAgent) agent = mis_agent_new ("new", "New", MIS_KIND_AI, "", 5, "", NULL);
  g_autoptr (MisAgent) taken = mis_agent_new ("b", "New", MIS_KIND_AI, "", 5, "", NULL);
  const guint areas[] = { 1, 0 };
  const MisPosition positions[] = { mis_position (1, 0.25), mis_position (2, 0.75) };
  const MisPosition bad = mis_position (2, 1);

  base_init (&base);
  for (guint index = 0; index <= 3; index++)
    {
      g_autoptr (MisWorld) edited = mis_world_with_agent_added (base.world, index, agent, areas,
                                                                positions, 2, &base.error);

      g_assert_no_error (base.error);
      g_assert_cmpuint (mis_world_get_n_agents (edited), ==, 4);
      g_assert_cmpuint (mis_world_get_population (edited), ==, 326);
      expect_position (edited, index, 0, mis_position (2, 0.75));
      expect_position (edited, index, 1, mis_position (1, 0.25));
      g_assert_cmpint (mis_world_find_agent (edited, "new"), ==, (int) index);
      for (guint row = 0; row < 3; row++)
        {
          guint moved = row < index ? row : row + 1;

          g_assert_true (mis_world_get_agent (edited, moved)
                         == mis_world_get_agent (base.world, row));
          for (guint p = 0; p < 2; p++)
            expect_position (edited, moved, p, mis_world_get_position (base.world, row, p));
        }
      expect_new (&base, g_steal_pointer (&edited));
    }
  expect_error (&base,
                mis_world_with_agent_added (base.world, 0, taken, NULL, NULL, 0, &base.error),
                MIS_ERROR_DUPLICATE);
  expect_error (&base,
                mis_world_with_agent_added (base.world, 0, agent, areas, &bad, 1, &base.error), -1);
  base_clear (&base);
}

static void
test_remove_agent (void)
{
  Base base;

  base_init (&base);
  for (guint index = 0; index < 3; index++)
    {
      g_autoptr (MisWorld) edited = mis_world_with_agent_removed (base.world, index, &base.error);

      g_assert_no_error (base.error);
      g_assert_cmpuint (mis_world_get_n_agents (edited), ==, 2);
      g_assert_cmpuint (mis_world_get_population (edited), ==,
                        321 - mis_world_get_agent (base.world, index)->count);
      for (guint row = 0; row < 3; row++)
        if (row != index)
          for (guint p = 0; p < 2; p++)
            expect_position (edited, row < index ? row : row - 1, p,
                             mis_world_get_position (base.world, row, p));
      expect_new (&base, g_steal_pointer (&edited));
    }
  base_clear (&base);
}

static void
test_add_area (void)
{
  Base base;
  g_autoptr (MisArea) area = mis_sample_area ("new", 4, 0.125);
  g_autoptr (MisArea) taken = mis_sample_area ("p", 4, 0.125);

  base_init (&base);
  for (guint index = 0; index <= 2; index++)
    {
      g_autoptr (MisWorld) edited =
        mis_world_with_area_added (base.world, index, area, &base.error);

      g_assert_no_error (base.error);
      g_assert_cmpuint (mis_world_get_n_areas (edited), ==, 3);
      g_assert_cmpint (mis_world_find_area (edited, "new"), ==, (int) index);
      for (guint row = 0; row < 3; row++)
        {
          expect_position (edited, row, index, MIS_POSITION_UNKNOWN);
          for (guint p = 0; p < 2; p++)
            expect_position (edited, row, p < index ? p : p + 1,
                             mis_world_get_position (base.world, row, p));
        }
      expect_new (&base, g_steal_pointer (&edited));
    }
  expect_error (&base, mis_world_with_area_added (base.world, 0, taken, &base.error),
                MIS_ERROR_DUPLICATE);
  base_clear (&base);
}

static void
test_remove_area (void)
{
  Base base;

  base_init (&base);
  for (guint index = 0; index < 2; index++)
    {
      g_autoptr (MisWorld) edited = mis_world_with_area_removed (base.world, index, &base.error);
      guint left = 1 - index;

      g_assert_no_error (base.error);
      g_assert_cmpuint (mis_world_get_n_areas (edited), ==, 1);
      g_assert_true (mis_world_get_area (edited, 0) == mis_world_get_area (base.world, left));
      for (guint row = 0; row < 3; row++)
        expect_position (edited, row, 0, mis_world_get_position (base.world, row, left));
      expect_new (&base, g_steal_pointer (&edited));
    }
  base_clear (&base);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/texts", test_texts);
  g_test_add_func ("/edit/scoring", test_scoring);
  g_test_add_func ("/edit/agent", test_agent);
  g_test_add_func ("/edit/count", test_count);
  g_test_add_func ("/edit/population", test_population);
  g_test_add_func ("/edit/weight", test_weight);
  g_test_add_func ("/edit/position", test_position);
  g_test_add_func ("/edit/area", test_area);
  g_test_add_func ("/edit/add-agent", test_add_agent);
  g_test_add_func ("/edit/remove-agent", test_remove_agent);
  g_test_add_func ("/edit/add-area", test_add_area);
  g_test_add_func ("/edit/remove-area", test_remove_area);
  return g_test_run ();
}
