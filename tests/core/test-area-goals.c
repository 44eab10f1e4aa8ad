/* Fill patterns of the conflict matrix, against every pair by itself; edits of goals in one area
 * are seen in edit-goals. */
#include "core/area-goals.h"
#include "core/error.h"
#include "random-texts.h"
#include "sample.h"

#include <math.h>

/* An area of @n goals in which pairs say all that pairs can say. */
static MisArea *
make_area (GRand *rand, guint n)
{
  g_autoptr (MisArea) plain = mis_sample_area_with_null ("area", n, mis_random_probability (rand),
                                                         mis_random_one_in (rand, 2) ? 0 : 0.25);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (MisConflict));
  g_autoptr (GError) error = NULL;
  MisArea *area;

  for (int g = MIS_NO_GOAL; g < (int) n; g++)
    for (int h = g + 1; h < (int) n; h++)
      {
        MisConflict pair = { .g = g, .h = h, .value = mis_random_probability (rand) };

        if (mis_random_one_in (rand, 2))
          continue;
        mis_random_range (rand, pair.value, &pair.low, &pair.high);
        pair.note = mis_random_note (rand);
        g_array_append_val (pairs, pair);
      }
  area = mis_area_with_conflicts (plain, (const MisConflict *) (gpointer) pairs->data, pairs->len,
                                  &error);
  g_assert_no_error (error);
  for (guint i = 0; i < pairs->len; i++)
    mis_note_unref (g_array_index (pairs, MisConflict, i).note);
  return area;
}

/* Takes @filled: pairs of explicit goals are certain, at @values[g][h]; all else is as before. */
static void
expect_filled (const MisArea *old,
               MisArea *filled,
               double (*value) (int g, int h, const void *),
               const void *data)
{
  int n = (int) mis_area_get_n_goals (old);

  g_assert_nonnull (filled);
  g_assert_cmpstr (mis_area_get_id (filled), ==, mis_area_get_id (old));
  g_assert_cmpint ((int) mis_area_get_n_goals (filled), ==, n);
  for (int g = MIS_NO_GOAL; g < n; g++)
    for (int h = g + 1; h < n; h++)
      {
        MisConflict before = mis_area_get_conflict (old, g, h);
        MisConflict after = mis_area_get_conflict (filled, g, h);

        if (g != MIS_NO_GOAL)
          before.value = before.low = before.high = value (g, h, data);
        g_assert_true (mis_conflict_equal (&before, &after));
      }
  mis_area_unref (filled);
}

/* Pairs that are the default and have no note are not listed. */
static void
expect_listed (const MisArea *area)
{
  guint n = 0;
  const MisConflict *pairs = mis_area_get_conflicts (area, &n);
  double value = mis_area_get_default_conflict (area);

  for (guint i = 0; i < n; i++)
    g_assert_true (pairs[i].g == MIS_NO_GOAL || pairs[i].note != NULL || pairs[i].low != value ||
                   pairs[i].high != value);
}

static double
one (int g, int h, const void *data)
{
  return 1.0;
}

static double
zero (int g, int h, const void *data)
{
  return 0.0;
}

static double
along_scale (int g, int h, const void *data)
{
  return fabs ((double) g - h) / (*(const guint *) data - 1.0);
}

typedef struct
{
  guint blocks[8];
  double within;
  double between;
} Blocks;

static double
by_block (int g, int h, const void *data)
{
  const Blocks *by = data;

  return by->blocks[g] == by->blocks[h] ? by->within : by->between;
}

static void
test_patterns (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (101);

  for (guint i = 0; i < 2000; i++)
    {
      guint n = mis_random_up_to (rand, 8);
      g_autoptr (MisArea) area = make_area (rand, n);
      g_autoptr (MisArea) exclusive = mis_area_with_exclusive_goals (area);
      g_autoptr (MisArea) compatible = mis_area_with_compatible_goals (area);
      g_autoptr (MisArea) scale = mis_area_with_goals_on_scale (area);
      g_autoptr (MisArea) blocked = NULL;
      g_autoptr (GError) error = NULL;
      Blocks by = { .within = mis_random_probability (rand),
                    .between = mis_random_probability (rand) };

      for (guint g = 0; g < n; g++)
        by.blocks[g] = mis_random_up_to (rand, 2) * 7;
      blocked = mis_area_with_goal_blocks (area, by.blocks, by.within, by.between, &error);
      g_assert_no_error (error);
      expect_listed (exclusive);
      expect_listed (compatible);
      expect_listed (scale);
      expect_listed (blocked);
      g_assert_cmpfloat (mis_area_get_default_conflict (exclusive), ==, 1);
      g_assert_cmpfloat (mis_area_get_default_conflict (compatible), ==, 0);
      g_assert_cmpfloat (mis_area_get_default_conflict (blocked), ==, by.between);
      expect_filled (area, g_steal_pointer (&exclusive), one, NULL);
      expect_filled (area, g_steal_pointer (&compatible), zero, NULL);
      expect_filled (area, g_steal_pointer (&scale), along_scale, &n);
      expect_filled (area, g_steal_pointer (&blocked), by_block, &by);
    }
}

/* A pattern filled in twice says the same as once. */
static void
test_again (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (102);
  g_autoptr (MisArea) area = make_area (rand, 7);
  g_autoptr (MisArea) once = mis_area_with_goals_on_scale (area);
  g_autoptr (MisArea) twice = mis_area_with_goals_on_scale (once);

  g_assert_true (mis_area_equal (once, twice));
  g_assert_cmpfloat (mis_area_get_conflict (once, 0, 6).value, ==, 1);
  g_assert_cmpfloat (mis_area_get_conflict (once, 2, 5).value, ==, 0.5);
}

static void
test_errors (void)
{
  static const guint blocks[3] = { 0 };
  static const double wrong[] = { -0.5, 1.5, NAN, INFINITY };
  g_autoptr (MisArea) area = mis_sample_area ("area", 3, 0.5);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (mis_area_with_goal_blocks (area, blocks, wrong[i], 0, &error));
      g_assert_error (error, MIS_ERROR, MIS_ERROR_RANGE);
      g_clear_error (&error);
      g_assert_null (mis_area_with_goal_blocks (area, blocks, 0, wrong[i], &error));
      g_assert_error (error, MIS_ERROR, MIS_ERROR_RANGE);
      g_clear_error (&error);
    }
}

static void
test_texts (void)
{
  g_autoptr (MisArea) area = mis_sample_area ("area", 3, 0.5);
  g_autoptr (MisArea) other = mis_area_with_texts (area, "b", "B", NULL, NULL);
  g_autoptr (MisArea) goal = mis_area_with_goal_texts (other, 1, "Two", "Why", NULL);
  const MisGoal taken = { (char *) "g1", (char *) "New", (char *) "" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (mis_area_get_id (goal), ==, "b");
  g_assert_cmpstr (mis_area_get_name (goal), ==, "B");
  g_assert_cmpstr (mis_area_get_goal (goal, 1)->id, ==, "g2");
  g_assert_cmpstr (mis_area_get_goal (goal, 1)->name, ==, "Two");
  g_assert_cmpstr (mis_area_get_goal (goal, 1)->description, ==, "Why");
  g_assert_true (mis_area_has_same_conflicts (area, goal));
  g_assert_null (mis_area_with_goal_added (area, 0, &taken, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area-goals/patterns", test_patterns);
  g_test_add_func ("/area-goals/patterns/again", test_again);
  g_test_add_func ("/area-goals/patterns/errors", test_errors);
  g_test_add_func ("/area-goals/texts", test_texts);
  return g_test_run ();
}
