/* Who holds which goals, in words: some, many, nobody; by another route for worlds at random. */
#include "document/holders.h"

#include "load-example.h"
#include "random-world.h"
#include "sample.h"

static void
check (MisWorld *world, guint area, int goal, const char *brief, const char *full)
{
  g_autoptr (MisHolders) holders = mis_holders_new (world, area);
  g_autofree char *folded = g_ascii_strdown (full, -1);

  g_assert_cmpstr (mis_holders_get_words (holders, goal, FALSE), ==, brief);
  g_assert_cmpstr (mis_holders_get_words (holders, goal, TRUE), ==, full);
  g_assert_cmpstr (mis_holders_get_folded (holders, goal), ==, folded);
}

static void
test_one_each (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");

  check (world, 1, 0, "Customer", "Customer");
  check (world, 1, 1, "Retailer", "Retailer");
  check (world, 1, 2, "Recommender system", "Recommender system");
}

/* One area of three goals: the first held by @n rows, the second by nobody, the third by row "x";
 * row "none" has no goal, and what row "unknown" wants is unknown. */
static MisWorld *
new_world (guint n)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const MisPosition first = mis_position (0, 1), third = mis_position (2, 1);
  const MisPosition none = mis_position (MIS_NO_GOAL, 1);

  mis_sample_add_area (builder, mis_sample_area ("p", 3, 1));
  mis_sample_add_row (builder, "unknown", 1, NULL, 0);
  mis_sample_add_row (builder, "x", 0, &third, 1);
  mis_sample_add_row (builder, "none", 1, &none, 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);

      mis_sample_add_row (builder, id, 1, &first, 1);
    }
  return mis_world_builder_end (builder);
}

static void
test_nobody_and_no_goal (void)
{
  g_autoptr (MisWorld) world = new_world (1);

  check (world, 0, 1, "nobody", "nobody");
  check (world, 0, 2, "x", "x");
  check (world, 0, MIS_NO_GOAL, "none", "none");
}

static void
test_many (void)
{
  g_autoptr (MisWorld) two = new_world (2);
  g_autoptr (MisWorld) four = new_world (4);
  g_autoptr (MisWorld) eight = new_world (8);
  g_autoptr (MisWorld) nine = new_world (9);

  check (two, 0, 0, "g0, g1", "g0, g1");
  check (four, 0, 0, "g0 and 3 more", "g0, g1, g2, g3");
  check (eight, 0, 0, "g0 and 7 more", "g0, g1, g2, g3, g4, g5, g6, g7");
  check (nine, 0, 0, "g0 and 8 more", "g0, g1, g2, g3, g4, g5, g6, g7 and 1 more");
}

/* As many as there are, of those whose position is the goal. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, 20, 3, 4);

      for (guint area = 0; area < mis_world_get_n_areas (world); area++)
        {
          g_autoptr (MisHolders) holders = mis_holders_new (world, area);
          int k = (int)mis_area_get_n_goals (mis_world_get_area (world, area));

          for (int goal = MIS_NO_GOAL; goal < k; goal++)
            {
              const char *full = mis_holders_get_words (holders, goal, TRUE);
              guint n = 0;

              for (guint i = 0; i < mis_world_get_n_agents (world); i++)
                if (mis_world_get_position (world, i, area).goal == goal && n++ < MIS_HOLDERS_NAMED)
                  g_assert_nonnull (strstr (full, mis_world_get_agent (world, i)->name));
              if (n == 0)
                g_assert_cmpstr (full, ==, "nobody");
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holders/one-each", test_one_each);
  g_test_add_func ("/holders/nobody-and-no-goal", test_nobody_and_no_goal);
  g_test_add_func ("/holders/many", test_many);
  g_test_add_func ("/holders/random", test_random);
  return g_test_run ();
}
