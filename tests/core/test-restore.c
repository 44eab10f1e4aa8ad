/* Going back in parts: after random edits of numbers, against every number by itself; what is
 * shared. */
#include "core/edit.h"
#include "core/restore.h"
#include "random-edit.h"
#include "sample.h"

#define ROWS 700u /* three blocks */
#define AREAS 4u
#define GOALS 3

/* One count, weight, position or conflict is another, now and then to what it is. */
static MisWorld *
edit_number (GRand *rand, MisWorld *world)
{
  guint row = (guint) g_rand_int_range (rand, 0, ROWS);
  guint area = (guint) g_rand_int_range (rand, 0, AREAS);
  double value = g_rand_int_range (rand, 0, 5) / 4.0;
  MisPosition position = mis_position (g_rand_int_range (rand, MIS_NO_GOAL, GOALS), value);

  if (position.goal == MIS_NO_GOAL && value == 0.0)
    position = MIS_POSITION_UNKNOWN;
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return mis_world_with_count (world, row, (guint64) (4.0 * value), NULL);
    case 1:
      return mis_world_with_uniform_conflict (world, area, value, NULL);
    case 2:
      return mis_world_with_conflict (world, area, 0, 2, value, NULL);
    default:
      return mis_world_with_position (world, row, area, &position, NULL);
    }
}

static MisWorld *
edit_often (GRand *rand, MisWorld *world, guint n)
{
  MisWorld *edited = mis_world_ref (world);

  for (guint i = 0; i < n; i++)
    {
      MisWorld *next = edit_number (rand, edited);

      g_assert_nonnull (next);
      mis_world_unref (edited);
      edited = next;
    }
  return edited;
}

static gboolean
counts_equal (const MisWorld *a, const MisWorld *b)
{
  for (guint i = 0; i < ROWS; i++)
    if (mis_world_get_agent (a, i)->count != mis_world_get_agent (b, i)->count)
      return FALSE;
  return TRUE;
}

static gboolean
positions_equal (const MisWorld *a, const MisWorld *b)
{
  for (guint i = 0; i < ROWS; i++)
    for (guint j = 0; j < AREAS; j++)
      {
        MisPosition left = mis_world_get_position (a, i, j);
        MisPosition right = mis_world_get_position (b, i, j);

        if (!mis_position_equal (&left, &right))
          return FALSE;
      }
  return TRUE;
}

static gboolean
conflicts_equal (const MisWorld *a, const MisWorld *b)
{
  for (guint i = 0; i < AREAS; i++)
    for (int g = 0; g < GOALS; g++)
      for (int h = g + 1; h < GOALS; h++)
        {
          MisConflict left = mis_area_get_conflict (mis_world_get_area (a, i), g, h);
          MisConflict right = mis_area_get_conflict (mis_world_get_area (b, i), g, h);

          if (!mis_conflict_equal (&left, &right))
            return FALSE;
        }
  return TRUE;
}

/* Each part is found to differ, and only what is asked for comes back. */
static void
check_parts (MisWorld *edited, MisWorld *base)
{
  g_autoptr (MisWorld) counts = mis_world_with_counts_of (edited, base);
  g_autoptr (MisWorld) positions = mis_world_with_positions_of (edited, base);
  g_autoptr (MisWorld) conflicts = mis_world_with_conflicts_of (edited, base);
  g_autoptr (MisWorld) both = mis_world_with_positions_of (counts, base);
  g_autoptr (MisWorld) all = mis_world_with_conflicts_of (both, base);

  g_assert_cmpint (mis_world_has_same_counts (edited, base), ==, counts_equal (edited, base));
  g_assert_cmpint (mis_world_has_same_positions (edited, base), ==, positions_equal (edited, base));
  g_assert_cmpint (mis_world_has_same_conflicts (edited, base), ==, conflicts_equal (edited, base));
  g_assert_true (counts_equal (counts, base) && positions_equal (counts, edited) &&
                 conflicts_equal (counts, edited));
  g_assert_true (positions_equal (positions, base) && counts_equal (positions, edited) &&
                 conflicts_equal (positions, edited));
  g_assert_true (conflicts_equal (conflicts, base) && counts_equal (conflicts, edited) &&
                 positions_equal (conflicts, edited));
  g_assert_true (mis_world_equal (all, base));
  g_assert_cmpuint (mis_digest_world (all), ==, mis_digest_world (base));
  g_assert_cmpuint (mis_world_get_population (all), ==, mis_world_get_population (base));
}

static void
test_random_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (71);
  g_autoptr (MisWorld) base = mis_sample_table (ROWS, AREAS);
  guint64 digest = mis_digest_world (base);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (MisWorld) edited = edit_often (rand, base, i % 8);
      guint64 before = mis_digest_world (edited);

      check_parts (edited, base);
      g_assert_cmpuint (mis_digest_world (edited), ==, before);
    }
  g_assert_cmpuint (mis_digest_world (base), ==, digest);
}

/* What is no other comes back as the same world, and what came back is held once. */
static void
test_sharing (void)
{
  g_autoptr (MisWorld) base = mis_sample_table (ROWS, AREAS);
  g_autoptr (MisWorld) weight = mis_world_with_weight (base, 600, 2, 0.125, NULL);
  g_autoptr (MisWorld) counts = mis_world_with_counts_of (weight, base);
  g_autoptr (MisWorld) back = mis_world_with_positions_of (weight, base);
  g_autoptr (MisWorld) conflict = mis_world_with_uniform_conflict (base, 1, 0.625, NULL);
  g_autoptr (MisWorld) area = mis_world_with_conflicts_of (conflict, base);

  g_assert_true (counts == weight);
  g_assert_cmpuint (mis_world_get_unshared_size (back, base), <,
                    mis_world_get_unshared_size (weight, base));
  g_assert_true (mis_world_get_area (area, 1) == mis_world_get_area (base, 1));
}

/* Positions that were not known before are unknown again, and the table may grow as it could. */
static void
test_unknown_again (void)
{
  g_autoptr (MisWorld) base = mis_sample_table (ROWS, AREAS);
  g_autoptr (MisWorld) unknown = mis_world_with_position (base, 5, 1, &MIS_POSITION_UNKNOWN, NULL);
  g_autoptr (MisWorld) back = mis_world_with_positions_of (base, unknown);
  g_autoptr (MisWorld) forth = mis_world_with_positions_of (back, base);

  g_assert_cmpint (mis_world_get_position (back, 5, 1).goal, ==, MIS_UNKNOWN);
  g_assert_true (mis_world_equal (back, unknown));
  g_assert_true (mis_world_equal (forth, base));
}

static void
test_shape (void)
{
  g_autoptr (MisWorld) base = mis_sample_table (ROWS, AREAS);
  g_autoptr (MisWorld) fewer_rows = mis_world_with_agent_removed (base, 0, NULL);
  g_autoptr (MisWorld) fewer_areas = mis_world_with_area_removed (base, 0, NULL);
  g_autoptr (MisWorld) edited = mis_world_with_count (base, 0, 9, NULL);

  g_assert_true (mis_world_has_same_shape (base, edited));
  g_assert_false (mis_world_has_same_shape (base, fewer_rows));
  g_assert_false (mis_world_has_same_shape (base, fewer_areas));
}

/* Numbers leave lists as they are; names, goals, rows and areas do not. */
static void
test_layout (void)
{
  g_autoptr (MisWorld) base = mis_sample_table (ROWS, AREAS);
  MisPosition position = mis_world_get_position (base, 5, 1);
  MisPosition other = mis_position (position.goal == 0 ? 1 : 0, 0.5);
  MisAgent *agent = mis_world_get_agent (base, 5);
  g_autoptr (MisAgent) named
    = mis_agent_new (agent->id, "Other", agent->kind, agent->principal, agent->count, "", NULL);
  g_autoptr (MisWorld) same = mis_world_with_count (base, 0, 9, NULL);
  g_autoptr (MisWorld) conflict = mis_world_with_uniform_conflict (same, 0, 0.125, NULL);
  g_autoptr (MisWorld) weight = NULL;
  MisWorld *others[] = { mis_world_with_agent (base, 5, named, NULL),
                         mis_world_with_position (base, 5, 1, &other, NULL),
                         mis_world_with_position (base, 5, 1, &MIS_POSITION_UNKNOWN, NULL),
                         mis_world_with_agent_removed (base, ROWS - 1, NULL),
                         mis_world_with_area_removed (base, 0, NULL),
                         mis_world_with_title (base, "Other", NULL) };

  position.weight = position.low = position.high = 0.375;
  weight = mis_world_with_position (conflict, 5, 1, &position, NULL);
  g_assert_true (mis_world_has_same_layout (base, weight));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_false (mis_world_has_same_layout (base, others[i]));
      mis_world_unref (others[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/restore/random-edits", test_random_edits);
  g_test_add_func ("/restore/sharing", test_sharing);
  g_test_add_func ("/restore/unknown-again", test_unknown_again);
  g_test_add_func ("/restore/shape", test_shape);
  g_test_add_func ("/restore/layout", test_layout);
  return g_test_run ();
}
