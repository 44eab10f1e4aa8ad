/* Rows by their known positions say what mis_world_get_position() says, in any order of reading. */
#include "core/row-reader.h"
#include "random-edit.h"
#include "random-world.h"
#include "sample.h"

static void
expect_row (MisRowReader *reader, guint row)
{
  const MisWorld *world = reader->world;
  guint n, i = 0;
  const MisKnownPosition *known = mis_row_reader_read (reader, row, &n);

  for (guint area = 0; area < mis_world_get_n_areas (world); area++)
    {
      MisPosition position = mis_world_get_position (world, row, area);

      if (position.goal == MIS_UNKNOWN)
        continue;
      g_assert_cmpuint (i, <, n);
      g_assert_cmpuint (known[i].area, ==, area);
      g_assert_true (mis_position_equal (&known[i].position, &position));
      g_assert_true (known[i].position.note == position.note);
      i++;
    }
  g_assert_cmpuint (i, ==, n);
}

/* Forwards, backwards and across. */
static void
expect_world (const MisWorld *world)
{
  guint n_rows = mis_world_get_n_agents (world);
  MisRowReader reader;

  mis_row_reader_init (&reader, world);
  for (guint i = 0; i < n_rows; i++)
    expect_row (&reader, i);
  for (guint i = n_rows; i-- > 0;)
    expect_row (&reader, i);
  for (guint i = 0; i < MIN (n_rows, 50); i++)
    expect_row (&reader, i * 257 % n_rows);
  mis_row_reader_clear (&reader);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, i % 10 == 0 ? 700 : 20, 6, 4);

      expect_world (world);
    }
}

/* Rows and positions that come and go, in blocks that are shared and in some that are not. */
static void
test_edited (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);
  g_autoptr (MisWorld) world = mis_sample_table (600, 3);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (MisWorld) before = g_steal_pointer (&world);

      world = mis_random_edit (rand, before, 600);
      if (i % 10 == 0)
        expect_world (world);
    }
}

static void
test_empty (void)
{
  g_autoptr (MisWorld) nobody = mis_sample_table (0, 2);
  g_autoptr (MisWorld) nothing = mis_sample_table (3, 0);

  expect_world (nobody);
  expect_world (nothing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-reader/random", test_random);
  g_test_add_func ("/row-reader/edited", test_edited);
  g_test_add_func ("/row-reader/empty", test_empty);
  return g_test_run ();
}
