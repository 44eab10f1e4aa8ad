/* Shares on the way back: one alone, one after the other, with locks, in another population. */
#include "core/edit.h"
#include "core/share.h"
#include "document/share-reset.h"

#include "load-example.h"
#include "sample.h"

#define GROUPS 5u

static MisWorld *
new_world (const guint64 *counts)
{
  return mis_sample_groups (counts, GROUPS, 1.0);
}

static MisWorld *
move (MisWorld *world, guint agent, double share)
{
  MisWorld *moved = mis_world_with_share (world, agent, share, NULL, NULL);

  g_assert_nonnull (moved);
  return moved;
}

static MisWorld *
reset (MisWorld *world, MisWorld *opened, guint agent, const gboolean *locked)
{
  MisWorld *back = mis_share_reset (world, opened, agent, locked, NULL);

  g_assert_nonnull (back);
  g_assert_cmpuint (mis_world_get_population (back), ==, mis_world_get_population (world));
  return back;
}

static void
assert_counts (const MisWorld *world, const guint64 *counts)
{
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    g_assert_cmpuint (mis_world_get_agent (world, i)->count, ==, counts[i]);
}

static guint
count_changed (const MisWorld *world, const MisWorld *opened)
{
  guint n = 0;

  for (guint i = 0; i < GROUPS; i++)
    n += mis_share_is_changed (world, opened, i) ? 1 : 0;
  return n;
}

/* However far one share was moved, and though whole agents of the others cannot keep their
 * proportions, its reset brings all of them back. */
static void
test_one_share_takes_the_others_along (void)
{
  const guint64 counts[GROUPS] = { 10, 40, 1, 7, 0 };
  g_autoptr (MisWorld) opened = new_world (counts);

  for (guint agent = 0; agent < GROUPS; agent++)
    for (guint step = 0; step <= 50; step++)
      {
        g_autoptr (MisWorld) moved = move (opened, agent, step / 50.0);
        g_autoptr (MisWorld) back = reset (moved, opened, agent, NULL);

        g_assert_true (mis_world_equal (back, opened));
      }
}

/* The three of the shopping case: no third of an agent, and back nonetheless. */
static void
test_three_agents (void)
{
  g_autoptr (MisWorld) opened = load_example ("shopping");
  g_autoptr (MisWorld) moved = move (opened, 0, 0.5);
  g_autoptr (MisWorld) back = reset (moved, opened, 0, NULL);
  g_autoptr (MisWorld) other = reset (moved, opened, 2, NULL);

  assert_counts (moved, (guint64[]) { 2, 1, 0 });
  assert_counts (back, (guint64[]) { 1, 1, 1 });
  assert_counts (other, (guint64[]) { 1, 1, 1 });
}

/* A second share that was moved on purpose stays where it is, as far as others can make room. */
static void
test_what_was_moved_besides_stays (void)
{
  g_autoptr (MisWorld) opened = new_world ((guint64[]) { 200, 200, 200, 200, 200 });
  g_autoptr (MisWorld) first = move (opened, 0, 0.4);
  g_autoptr (MisWorld) second = move (first, 1, 0.4);
  g_autoptr (MisWorld) back = reset (second, opened, 0, NULL);

  assert_counts (second, (guint64[]) { 282, 400, 106, 106, 106 });
  /* 800 for the other four, in the proportions 400 to 106 to 106 to 106. */
  assert_counts (back, (guint64[]) { 200, 446, 118, 118, 118 });
}

/* What is back already stays so; whoever resets each changed share once is back at the start. */
static void
test_one_after_the_other (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 500; i++)
    {
      guint64 counts[GROUPS];
      g_autoptr (MisWorld) opened = NULL;
      g_autoptr (MisWorld) world = NULL;

      for (guint j = 0; j < GROUPS; j++)
        counts[j] = (guint64) g_rand_int_range (rand, 0, i % 2 == 0 ? 4 : 300);
      counts[0]++;
      opened = new_world (counts);
      world = mis_world_ref (opened);
      for (gint32 j = g_rand_int_range (rand, 1, 5); j > 0; j--)
        {
          g_autoptr (MisWorld) before = g_steal_pointer (&world);

          world = move (before, (guint) g_rand_int_range (rand, 0, GROUPS), g_rand_double (rand));
        }
      for (guint j = 0; j < GROUPS; j++)
        {
          g_autoptr (MisWorld) before = g_steal_pointer (&world);
          guint n_before = count_changed (before, opened);

          if (!mis_share_is_changed (before, opened, j))
            {
              world = mis_world_ref (before);
              continue;
            }
          world = reset (before, opened, j, NULL);
          g_assert_false (mis_share_is_changed (world, opened, j));
          g_assert_cmpuint (count_changed (world, opened), <, n_before);
        }
      g_assert_true (mis_world_equal (world, opened));
    }
}

/* Locked ones keep their count, also where it is not the opened one. */
static void
test_locks (void)
{
  const gboolean locked[GROUPS] = { FALSE, TRUE, FALSE, FALSE, FALSE };
  g_autoptr (MisWorld) opened = new_world ((guint64[]) { 100, 100, 100, 100, 100 });
  g_autoptr (MisWorld) kept = mis_world_with_share (opened, 0, 0.5, locked, NULL);
  g_autoptr (MisWorld) back = reset (kept, opened, 0, locked);
  g_autoptr (MisWorld) moved = move (opened, 1, 0.6);
  g_autoptr (MisWorld) some = reset (moved, opened, 0, locked);
  g_autoptr (MisWorld) full = move (opened, 1, 1.0);
  g_autoptr (MisWorld) none = reset (full, opened, 0, locked);

  g_assert_true (mis_world_equal (back, opened));
  assert_counts (some, (guint64[]) { 100, 300, 34, 33, 33 });
  /* No room at all. */
  assert_counts (none, (guint64[]) { 0, 500, 0, 0, 0 });
}

/* In a population of another size it is the share that goes back, in whole agents. */
static void
test_other_size (void)
{
  g_autoptr (MisWorld) opened = new_world ((guint64[]) { 1, 1, 1, 0, 0 });
  g_autoptr (MisWorld) larger = mis_world_with_population (opened, 100, NULL, NULL);
  g_autoptr (MisWorld) moved = move (larger, 1, 0.9);
  g_autoptr (MisWorld) back = reset (moved, opened, 1, NULL);

  assert_counts (larger, (guint64[]) { 34, 33, 33, 0, 0 });
  g_assert_cmpuint (count_changed (larger, opened), ==, 0);
  g_assert_cmpuint (count_changed (moved, opened), ==, 3);
  g_assert_true (mis_world_equal (back, larger));
}

/* The number of all agents goes back with the very counts, if nothing else was moved. */
static void
test_population (void)
{
  const guint64 sizes[] = { 0, 1, 2, 50, 57, 59, 1000000 };
  const guint64 counts[GROUPS] = { 10, 40, 1, 7, 0 };
  const gboolean locked[GROUPS] = { TRUE, FALSE, FALSE, FALSE, FALSE };
  g_autoptr (MisWorld) opened = new_world (counts);
  g_autoptr (MisWorld) moved = move (opened, 0, 29.0 / 58.0);
  g_autoptr (MisWorld) halved = mis_world_with_population (moved, 580, NULL, NULL);
  g_autoptr (MisWorld) back = mis_population_reset (halved, opened, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MisWorld) other = mis_world_with_population (opened, sizes[i], NULL, NULL);
      g_autoptr (MisWorld) kept = mis_world_with_population (opened, sizes[i], locked, NULL);
      g_autoptr (MisWorld) again = mis_population_reset (other, opened, NULL, NULL);
      g_autoptr (MisWorld) unlocked = mis_population_reset (kept, opened, locked, NULL);

      g_assert_true (mis_world_equal (again, opened));
      g_assert_true (mis_world_equal (unlocked, opened));
    }
  /* Proportions that were moved stay moved. */
  g_assert_true (mis_world_equal (back, moved));
}

/* A project without agents has no shares to go back to. */
static void
test_nobody (void)
{
  g_autoptr (MisWorld) opened = new_world ((guint64[]) { 0, 0, 0, 0, 0 });
  g_autoptr (MisWorld) some = mis_world_with_population (opened, 10, NULL, NULL);
  g_autoptr (MisWorld) same = reset (some, opened, 0, NULL);

  g_assert_cmpuint (count_changed (some, opened), ==, 0);
  g_assert_true (same == some);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share-reset/one-share-takes-the-others-along",
                   test_one_share_takes_the_others_along);
  g_test_add_func ("/share-reset/three-agents", test_three_agents);
  g_test_add_func ("/share-reset/what-was-moved-besides-stays", test_what_was_moved_besides_stays);
  g_test_add_func ("/share-reset/one-after-the-other", test_one_after_the_other);
  g_test_add_func ("/share-reset/locks", test_locks);
  g_test_add_func ("/share-reset/other-size", test_other_size);
  g_test_add_func ("/share-reset/population", test_population);
  g_test_add_func ("/share-reset/nobody", test_nobody);
  return g_test_run ();
}
