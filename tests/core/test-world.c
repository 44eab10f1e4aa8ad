#include "builder-case.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "core/world.h"
#include "sample.h"

static void
test_empty (void)
{
  g_autoptr (MisWorld) world = mis_world_builder_end (mis_world_builder_new ());
  const MisScoring paper = { 0 };

  g_assert_cmpstr (mis_world_get_title (world), ==, "");
  g_assert_cmpstr (mis_world_get_description (world), ==, "");
  g_assert_true (mis_scoring_equal (mis_world_get_scoring (world), &paper));
  g_assert_cmpuint (mis_world_get_n_areas (world), ==, 0);
  g_assert_cmpuint (mis_world_get_n_agents (world), ==, 0);
  g_assert_cmpuint (mis_world_get_population (world), ==, 0);
  g_assert_cmpuint (mis_world_get_n_scenarios (world), ==, 0);
  g_assert_cmpint (mis_world_find_area (world, "a"), ==, -1);
  g_assert_cmpint (mis_world_find_agent (world, "a"), ==, -1);
  g_assert_cmpint (mis_world_find_scenario (world, "a"), ==, -1);
}

static void
test_members (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisScenario) scenario = mis_make_unknown ("later", 1);
  g_autoptr (MisWorld) world = NULL;
  const MisScoring scoring = { .weight_mean = MIS_WEIGHT_MEAN_MINIMUM,
                               .weights = MIS_WEIGHTS_SUM_TO_ONE };
  const MisPosition positions[] = { mis_position (1, 0.5), mis_position (MIS_NO_GOAL, 0.25) };
  g_autoptr (GError) error = NULL;

  g_assert_true (mis_world_builder_set_title (builder, "Title", &error));
  g_assert_true (mis_world_builder_set_description (builder, "Two\nlines", &error));
  mis_world_builder_set_scoring (builder, &scoring);
  mis_sample_add_area (builder, mis_sample_area ("p0", 2, 1));
  mis_sample_add_area (builder, mis_sample_area ("q", 3, 1));
  mis_sample_add_row (builder, "r0", 10, positions, 2);
  mis_sample_add_row (builder, "two", 5, positions, 1);
  g_assert_true (mis_world_builder_add_scenario (builder, scenario, &error));
  g_assert_no_error (error);
  world = mis_world_builder_end (builder);

  g_assert_cmpstr (mis_world_get_title (world), ==, "Title");
  g_assert_cmpstr (mis_world_get_description (world), ==, "Two\nlines");
  g_assert_true (mis_scoring_equal (mis_world_get_scoring (world), &scoring));
  g_assert_cmpuint (mis_world_get_n_areas (world), ==, 2);
  g_assert_cmpstr (mis_area_get_id (mis_world_get_area (world, 1)), ==, "q");
  g_assert_cmpint (mis_world_find_area (world, "q"), ==, 1);
  g_assert_cmpint (mis_world_find_area (world, "r"), ==, -1);
  g_assert_cmpuint (mis_world_get_n_agents (world), ==, 2);
  g_assert_cmpuint (mis_world_get_population (world), ==, 15);
  g_assert_cmpstr (mis_world_get_agent (world, 1)->id, ==, "two");
  g_assert_cmpint (mis_world_find_agent (world, "two"), ==, 1);
  g_assert_cmpint (mis_world_find_agent (world, "three"), ==, -1);
  g_assert_true (mis_world_get_scenario (world, 0) == scenario);
  g_assert_cmpint (mis_world_find_scenario (world, "later"), ==, 0);
  g_assert_cmpint (mis_world_find_scenario (world, "never"), ==, -1);
}

/* The three kinds of position, over several blocks, given in any order of areas. */
static MisPosition
expected_position (guint row, guint area, MisNote *note)
{
  switch ((row * 7 + area * 3 + row / 300) % 5)
    {
    case 0:
      return MIS_POSITION_UNKNOWN;
    case 1:
      return (MisPosition) { .goal = MIS_NO_GOAL, .weight = 0.5, .low = 0.25, .high = 1 };
    case 2:
      return (MisPosition) { .goal = 1, .weight = 0, .low = 0, .high = 0, .note = note };
    default:
      return mis_position ((int) (row % 3), (double) (row % 100) / 128);
    }
}

static void
add_row_of_positions (MisWorldBuilder *builder, guint row, guint n_areas, MisNote *note)
{
  guint areas[8];
  MisPosition positions[8];
  char id[16];
  guint n = 0;
  g_autoptr (MisAgent) agent = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_areas; i++)
    {
      guint area = (i * 3 + row) % n_areas;
      MisPosition position = expected_position (row, area, note);

      if (position.goal == MIS_UNKNOWN)
        continue;
      areas[n] = area;
      positions[n++] = position;
    }
  g_snprintf (id, sizeof id, "row-%u", row);
  agent = mis_agent_new (id, id, MIS_KIND_AI, "", row % 4, "", &error);
  g_assert_no_error (error);
  g_assert_true (mis_world_builder_add_agent (builder, agent, areas, positions, n, &error));
  g_assert_no_error (error);
}

static void
test_positions (void)
{
  const guint n_rows = 3 * MIS_BLOCK_ROWS + 17;
  const guint n_areas = 5;
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisNote) note = mis_note_new ("why", NULL);
  g_autoptr (MisWorld) world = NULL;
  guint64 population = 0;

  for (guint p = 0; p < n_areas; p++)
    {
      char id[8];

      g_snprintf (id, sizeof id, "p%u", p);
      mis_sample_add_area (builder, mis_sample_area (id, 3, 1));
    }
  for (guint row = 0; row < n_rows; row++)
    add_row_of_positions (builder, row, n_areas, note);
  world = mis_world_builder_end (builder);

  g_assert_cmpuint (mis_world_get_n_agents (world), ==, n_rows);
  for (guint row = 0; row < n_rows; row++)
    {
      population += row % 4;
      g_assert_cmpuint (mis_world_get_agent (world, row)->count, ==, row % 4);
      for (guint p = 0; p < n_areas; p++)
        {
          MisPosition found = mis_world_get_position (world, row, p);
          MisPosition expected = expected_position (row, p, note);

          g_assert_true (mis_position_equal (&found, &expected));
        }
    }
  g_assert_cmpuint (mis_world_get_population (world), ==, population);
  g_assert_cmpint (mis_world_find_agent (world, "row-700"), ==, 700);
}

/* What a failed call was given is not part of the world, and the builder stays usable. */
static void
test_errors (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const guint first[] = { 0 };
  const MisPosition good = mis_position (0, 1);
  const MisPosition bad_goal = mis_position (2, 1);
  const MisPosition bad_weight = mis_position (0, 1.5);
  g_autoptr (MisArea) same = mis_sample_area ("p0", 2, 1);
  g_autoptr (MisScenario) scenario = mis_make_unknown ("s", 1);
  g_autoptr (MisScenario) dangling = mis_make_unknown ("dangling", 4);
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (GError) error = NULL;

  mis_expect_error (mis_world_builder_set_title (builder, "a\nb", &error), &error, MIS_ERROR_TEXT);
  mis_expect_error (mis_world_builder_set_description (builder, "\a", &error), &error,
                    MIS_ERROR_TEXT);
  mis_sample_add_area (builder, mis_sample_area ("p0", 2, 1));
  mis_sample_add_area (builder, mis_sample_area ("q", 2, 1));
  mis_expect_error (mis_world_builder_add_area (builder, same, &error), &error,
                    MIS_ERROR_DUPLICATE);
  g_assert_true (mis_try_add_row (builder, "r0", 1, first, &good, 1, &error));
  mis_expect_error (mis_try_add_row (builder, "r0", 1, first, &good, 1, &error), &error,
                    MIS_ERROR_DUPLICATE);
  mis_expect_error (mis_try_add_row (builder, "bad", 1, first, &bad_goal, 1, &error), &error, -1);
  mis_expect_error (mis_try_add_row (builder, "bad", 1, first, &bad_weight, 1, &error), &error,
                    MIS_ERROR_RANGE);
  g_assert_true (mis_try_add_row (builder, "bad", 2, first, &good, 1, &error));
  g_assert_true (mis_world_builder_add_scenario (builder, scenario, &error));
  mis_expect_error (mis_world_builder_add_scenario (builder, scenario, &error), &error,
                MIS_ERROR_DUPLICATE);
  mis_expect_error (mis_world_builder_add_scenario (builder, dangling, &error), &error,
                MIS_ERROR_UNKNOWN);
  world = mis_world_builder_end (builder);

  g_assert_cmpstr (mis_world_get_title (world), ==, "");
  g_assert_cmpuint (mis_world_get_n_areas (world), ==, 2);
  g_assert_cmpuint (mis_world_get_n_agents (world), ==, 2);
  g_assert_cmpuint (mis_world_get_population (world), ==, 3);
  g_assert_cmpuint (mis_world_get_n_scenarios (world), ==, 1);
}

static void
test_agent (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisAgent) agent = mis_agent_new ("id", "Name", MIS_KIND_AI, "user", 3, "note", &error);
  g_autoptr (MisAgent) more = mis_agent_with_count (agent, MIS_MAX_COUNT);

  g_assert_no_error (error);
  g_assert_cmpuint (agent->count, ==, 3);
  g_assert_cmpuint (more->count, ==, MIS_MAX_COUNT);
  g_assert_cmpstr (more->id, ==, "id");
  g_assert_cmpstr (more->name, ==, "Name");
  g_assert_cmpstr (more->principal, ==, "user");
  g_assert_cmpstr (more->note, ==, "note");
  g_assert_cmpint (more->kind, ==, MIS_KIND_AI);
  mis_expect_error (mis_agent_new ("Bad Id", "", MIS_KIND_AI, "", 1, "", &error) != NULL, &error,
                MIS_ERROR_TEXT);
  mis_expect_error (mis_agent_new ("id", "a\tb", MIS_KIND_AI, "", 1, "", &error) != NULL, &error,
                MIS_ERROR_TEXT);
  mis_expect_error (mis_agent_new ("id", "", MIS_KIND_AI, "a\nb", 1, "", &error) != NULL, &error,
                MIS_ERROR_TEXT);
  mis_expect_error (mis_agent_new ("id", "", MIS_KIND_AI, "", 1, "\a", &error) != NULL, &error,
                MIS_ERROR_TEXT);
  mis_expect_error (mis_agent_new ("id", "", MIS_KIND_AI, "", MIS_MAX_COUNT + 1, "", &error)
                      != NULL,
                    &error, MIS_ERROR_RANGE);
}

/* Sharing */

static void
test_sizes (void)
{
  g_autoptr (MisWorld) small = mis_sample_table (256, 4);
  g_autoptr (MisWorld) large = mis_sample_table (2560, 4);
  gsize small_size = mis_world_get_unshared_size (small, NULL);
  gsize large_size = mis_world_get_unshared_size (large, NULL);

  /* An id, a goal and a weight are at least 12 bytes; nothing of a row takes as much as 1000. */
  g_assert_cmpuint (large_size, >, 2560 * 4 * 12);
  g_assert_cmpuint (large_size, <, 2560 * 1000);
  g_assert_cmpuint (large_size, >, 5 * small_size);
  g_assert_cmpuint (mis_world_get_unshared_size (large, large), <, 1000);
  /* Two worlds that only look alike share nothing. */
  g_assert_cmpuint (mis_world_get_unshared_size (large, small), >, large_size / 2);
}

static void
test_references (void)
{
  MisWorld *world = mis_sample_shopping ();
  MisWorld *again = mis_world_ref (world);

  g_assert_true (again == world);
  mis_world_unref (world);
  g_assert_cmpstr (mis_world_get_agent (again, 2)->id, ==, "recommender");
  mis_world_unref (again);
}

/* A row has one position in an area: a second one is an error of a file or of an import. */
static void
test_area_twice (void)
{
  const guint areas[] = { 0, 0 };
  const MisPosition positions[] = { mis_position (0, 1.0), mis_position (1, 1.0) };
  g_autoptr (MisWorld) shopping = mis_sample_shopping ();
  g_autoptr (MisAgent) agent = mis_agent_new ("twice", "Twice", MIS_KIND_OTHER, "", 1, "", NULL);
  g_autoptr (MisWorldBuilder) builder = mis_world_builder_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (mis_world_builder_add_area (builder, mis_world_get_area (shopping, 0), NULL));
  g_assert_false (mis_world_builder_add_agent (builder, agent, areas, positions, 2, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_null (mis_world_with_agent_added (shopping, 0, agent, areas, positions, 2, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/world/empty", test_empty);
  g_test_add_func ("/world/members", test_members);
  g_test_add_func ("/world/positions", test_positions);
  g_test_add_func ("/world/errors", test_errors);
  g_test_add_func ("/world/agent", test_agent);
  g_test_add_func ("/world/sizes", test_sizes);
  g_test_add_func ("/world/references", test_references);
  g_test_add_func ("/world/area-twice", test_area_twice);
  return g_test_run ();
}
