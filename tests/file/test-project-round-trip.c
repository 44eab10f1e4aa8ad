/* Save, load, save: the same bytes, for worlds of every shape. */
#include <locale.h>
#include <string.h>

#include <glib.h>
#include <json-glib/json-glib.h>

#include "common/random-world.h"
#include "file/project-reader.h"
#include "file/project-writer.h"

static MisWorld *
read_or_die (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  MisFault *fault;
  MisWorld *world = mis_project_read (text, length, &fault);

  if (world == NULL)
    {
      g_autofree char *message = mis_fault_to_text (fault, "world");

      g_error ("%s\n%.*s", message, (int) length, text);
    }
  return world;
}

static void
check_world (const MisWorld *world)
{
  g_autoptr (GBytes) first = mis_project_write (world);
  g_autoptr (MisWorld) again = read_or_die (first);
  g_autoptr (GBytes) second = mis_project_write (again);

  if (!g_bytes_equal (first, second))
    g_error ("%s\n%s", (const char *) g_bytes_get_data (first, NULL),
             (const char *) g_bytes_get_data (second, NULL));
  g_assert_cmpuint (mis_world_get_population (again), ==, mis_world_get_population (world));
  g_assert_cmpuint (mis_world_get_n_experiments (again), ==, mis_world_get_n_experiments (world));
  for (guint i = 0; i < mis_world_get_n_experiments (world); i++)
    g_assert_true (mis_experiment_equal (mis_world_get_experiment (again, i),
                                         mis_world_get_experiment (world, i)));
}

static guint
number_of_worlds (void)
{
  return g_getenv ("MISALIGN_FULL") != NULL ? 100000 : 2000;
}

static void
test_random_worlds (void)
{
  guint n = number_of_worlds ();

  for (guint seed = 0; seed < n; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (MisWorld) world = mis_random_world (rand, 12, 6, 6);

      check_world (world);
    }
}

/* Rows beyond one block, areas beyond the usual. */
static void
test_large_worlds (void)
{
  for (guint seed = 0; seed < 3; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (1000000 + seed);
      g_autoptr (MisWorld) world = mis_random_world (rand, 2000, 30, 40);

      check_world (world);
    }
}

/* Everything that a world holds, position by position. */
static void
assert_same_rows (const MisWorld *a, const MisWorld *b)
{
  g_assert_cmpuint (mis_world_get_n_agents (a), ==, mis_world_get_n_agents (b));
  g_assert_cmpuint (mis_world_get_n_areas (a), ==, mis_world_get_n_areas (b));
  for (guint i = 0; i < mis_world_get_n_agents (a); i++)
    {
      const MisAgent *left = mis_world_get_agent (a, i);
      const MisAgent *right = mis_world_get_agent (b, i);

      g_assert_cmpstr (left->id, ==, right->id);
      g_assert_cmpstr (left->name, ==, right->name);
      g_assert_cmpstr (left->principal, ==, right->principal);
      g_assert_cmpstr (left->note, ==, right->note);
      g_assert_cmpuint (left->count, ==, right->count);
      g_assert_cmpint (left->kind, ==, right->kind);
      for (guint j = 0; j < mis_world_get_n_areas (a); j++)
        {
          MisPosition p = mis_world_get_position (a, i, j);
          MisPosition q = mis_world_get_position (b, i, j);

          g_assert_true (mis_position_equal (&p, &q));
        }
    }
}

static void
assert_same_areas (const MisWorld *a, const MisWorld *b)
{
  for (guint i = 0; i < mis_world_get_n_areas (a); i++)
    {
      const MisArea *left = mis_world_get_area (a, i);
      const MisArea *right = mis_world_get_area (b, i);
      int n = (int) mis_area_get_n_goals (left);

      g_assert_cmpstr (mis_area_get_description (left), ==, mis_area_get_description (right));
      g_assert_cmpint (n, ==, (int) mis_area_get_n_goals (right));
      for (int g = MIS_NO_GOAL; g < n; g++)
        for (int h = g + 1; h < n; h++)
          {
            MisConflict p = mis_area_get_conflict (left, g, h);
            MisConflict q = mis_area_get_conflict (right, g, h);

            g_assert_true (p.value == q.value && p.low == q.low && p.high == q.high);
            g_assert_true (mis_note_equal (p.note, q.note));
          }
    }
}

static void
test_same_model (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (MisWorld) world = mis_random_world (rand, 10, 5, 6);
      g_autoptr (GBytes) bytes = mis_project_write (world);
      g_autoptr (MisWorld) again = read_or_die (bytes);

      g_assert_cmpstr (mis_world_get_title (world), ==, mis_world_get_title (again));
      g_assert_cmpstr (mis_world_get_description (world), ==, mis_world_get_description (again));
      g_assert_true (mis_scoring_equal (mis_world_get_scoring (world),
                                        mis_world_get_scoring (again)));
      assert_same_areas (world, again);
      assert_same_rows (world, again);
    }
}

/* An independent reader understands what is written. */
static void
test_independent_reader (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (MisWorld) world = mis_random_world (rand, 6, 4, 5);
      g_autoptr (GBytes) bytes = mis_project_write (world);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;
      gsize length;
      const char *text = g_bytes_get_data (bytes, &length);
      JsonObject *root;

      json_parser_load_from_data (parser, text, (gssize) length, &error);
      g_assert_no_error (error);
      root = json_node_get_object (json_parser_get_root (parser));
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "agents")), ==,
                        mis_world_get_n_agents (world));
      g_assert_cmpstr (json_object_get_string_member_with_default (root, "title", ""), ==,
                       mis_world_get_title (world));
    }
}

/* Members in any order, layout of any kind: the bytes of the second save are canonical. */
static void
test_other_layout (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (MisWorld) world = mis_random_world (rand, 6, 4, 5);
      g_autoptr (GBytes) bytes = mis_project_write (world);
      const char *text = g_bytes_get_data (bytes, NULL);
      const char *agents = strstr (text, "  \"agents\": [");
      const char *areas = strstr (text, "  \"areas\": [");
      const char *scoring = strstr (text, "  \"scoring\": {");
      const char *end = strstr (agents, "\n  ]");
      g_autofree char *turned = NULL;
      g_autoptr (GBytes) turned_bytes = NULL;
      g_autoptr (MisWorld) again = NULL;
      g_autoptr (GBytes) second = NULL;

      if (end == NULL || mis_world_get_n_scenarios (world) > 0
          || mis_world_get_n_experiments (world) > 0 || mis_world_get_n_agents (world) == 0)
        continue;
      turned =
        g_strdup_printf ("\xef\xbb\xbf\t{\r\n%.*s\n  "
                         "],%.*s%.*s\"format\":\"misalign-project\",\"version\":1,\"title\":\"\"}",
                         (int) (end - agents), agents, (int) (agents - areas), areas,
                         (int) (areas - scoring), scoring);
      turned_bytes = g_bytes_new (turned, strlen (turned));
      again = read_or_die (turned_bytes);
      second = mis_project_write (again);
      g_assert_cmpstr (strstr (g_bytes_get_data (second, NULL), "  \"scoring\": {"), ==, scoring);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-round-trip/random-worlds", test_random_worlds);
  g_test_add_func ("/project-round-trip/large-worlds", test_large_worlds);
  g_test_add_func ("/project-round-trip/same-model", test_same_model);
  g_test_add_func ("/project-round-trip/independent-reader", test_independent_reader);
  g_test_add_func ("/project-round-trip/other-layout", test_other_layout);
  return g_test_run ();
}
