/* A search finds every name, says where it is, and goes on a part at a time. */
#include "document/name-search.h"

#include <string.h>

#include "core/edit.h"
#include "core/edit-scenarios.h"

#include "load-example.h"

static MisNameSearch *
search (MisWorld *world, const char *text)
{
  MisNameSearch *search = mis_name_search_new (world, world, text);

  while (mis_name_search_look (search, 3))
    ;
  return search;
}

static guint
count_all (MisNameSearch *search)
{
  guint n = 0;

  for (MisNamed kind = 0; kind < MIS_N_NAMED; kind++)
    n += mis_name_search_count (search, kind);
  return n;
}

static const MisNameMatch *
get_only (MisNameSearch *search, MisNamed kind)
{
  GPtrArray *matches = mis_name_search_get_matches (search, kind);

  g_assert_cmpuint (matches->len, ==, 1);
  return matches->pdata[0];
}

/* Every name that the project has is found by itself, at its place. */
static void
test_every_name (void)
{
  g_autoptr (MisWorld) world = load_example ("carla");

  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      g_autoptr (MisNameSearch) found =
          search (world, mis_area_get_name (mis_world_get_area (world, i)));
      g_autofree char *place = g_strdup_printf ("areas[%u]", i);

      g_assert_cmpstr (get_only (found, MIS_NAMED_AREA)->place, ==, place);
    }
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      g_autoptr (MisNameSearch) found = search (world, mis_world_get_agent (world, i)->name);
      g_autofree char *place = g_strdup_printf ("agents[%u]", i);

      g_assert_cmpstr (get_only (found, MIS_NAMED_AGENT)->place, ==, place);
    }
  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    {
      const MisScenario *scenario = mis_world_get_scenario (world, i);
      g_autoptr (MisNameSearch) found = search (world, scenario->name);
      g_autofree char *place = g_strdup_printf ("scenarios/%s", scenario->id);

      g_assert_cmpstr (get_only (found, MIS_NAMED_SCENARIO)->place, ==, place);
    }
}

/* Each word has to be there, in any order and case; a goal says its area. */
static void
test_words (void)
{
  g_autoptr (MisWorld) world = load_example ("carla");
  MisArea *area = mis_world_get_area (world, 0);
  const char *name = mis_area_get_goal (area, 0)->name;
  g_autofree char *upper = g_utf8_strup (name, -1);
  g_autoptr (MisNameSearch) found = search (world, upper);
  g_autoptr (MisNameSearch) none = search (world, "pedestrian xyzzy");
  g_autoptr (MisNameSearch) empty = search (world, "  ");
  const MisNameMatch *match;

  g_assert_cmpuint (mis_name_search_count (found, MIS_NAMED_GOAL), >, 0);
  match = mis_name_search_get_matches (found, MIS_NAMED_GOAL)->pdata[0];
  g_assert_cmpstr (match->name, ==, name);
  g_assert_cmpstr (match->detail, ==, mis_area_get_name (area));
  g_assert_cmpstr (match->place, ==, "areas[0].goals[0]");
  g_assert_cmpuint (count_all (none), ==, 0);
  g_assert_cmpuint (count_all (empty), ==, 0);
  g_assert_false (mis_name_search_look (empty, 1));
}

static void
test_options (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisNameSearch) found = search (world, mis_options[0].label);

  g_assert_cmpstr (get_only (found, MIS_NAMED_OPTION)->place, ==, "options");
}

static MisWorld *
rename_agent (MisWorld *world, guint row, const char *name, const char *principal)
{
  const MisAgent *old = mis_world_get_agent (world, row);
  g_autoptr (MisAgent) agent =
      mis_agent_new (old->id, name, old->kind, principal, old->count, old->note, NULL);
  MisWorld *renamed = mis_world_with_agent (world, row, agent, NULL);

  mis_world_unref (world);
  return renamed;
}

static const char *
get_name (MisNameSearch *search, guint i)
{
  return ((MisNameMatch *)mis_name_search_get_matches (search, MIS_NAMED_AGENT)->pdata[i])->name;
}

/* First what begins with the words, then what holds them, then what only its principal does. */
static void
test_order (void)
{
  MisWorld *world = load_example ("shopping");
  g_autoptr (MisNameSearch) found = NULL;

  world = rename_agent (world, 0, "Customer", "Élan Ltd");
  world = rename_agent (world, 1, "The Elan Shop", "");
  world = rename_agent (world, 2, "elan", "");
  found = search (world, "Elan");
  g_assert_cmpuint (mis_name_search_count (found, MIS_NAMED_AGENT), ==, 3);
  g_assert_cmpstr (get_name (found, 0), ==, "elan");
  g_assert_cmpstr (get_name (found, 1), ==, "The Elan Shop");
  g_assert_cmpstr (get_name (found, 2), ==, "Customer");
  mis_world_unref (world);
}

/* The description of the project says "customer"; the group is called so. */
static void
test_description (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisNameSearch) named = search (world, "customer");
  g_autoptr (MisNameSearch) described = search (world, "things to try");

  g_assert_nonnull (strstr (mis_world_get_description (world), "customer"));
  g_assert_cmpuint (mis_name_search_count (named, MIS_NAMED_PROJECT), ==, 0);
  g_assert_cmpstr (get_name (named, 0), ==, "Customer");
  g_assert_cmpstr (get_only (described, MIS_NAMED_NOTE)->place, ==, "project");
  g_assert_cmpstr (get_only (described, MIS_NAMED_NOTE)->detail, ==, mis_world_get_title (world));
}

/* The note of a number leads to its cell. */
static void
test_notes (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  MisPosition position = mis_world_get_position (world, 1, 1);
  g_autoptr (MisNote) note = mis_note_new ("Asked\nin Zanzibar", "Survey of 1921");
  g_autoptr (MisWorld) noted = NULL;
  g_autoptr (MisNameSearch) by_note = NULL;
  g_autoptr (MisNameSearch) by_source = NULL;

  position.note = note;
  noted = mis_world_with_position (world, 1, 1, &position, NULL);
  by_note = search (noted, "zanzibar");
  by_source = search (noted, "1921");
  g_assert_cmpstr (get_only (by_note, MIS_NAMED_NOTE)->place, ==, "agents[1].areas[1]");
  g_assert_cmpstr (get_only (by_note, MIS_NAMED_NOTE)->name, ==, "Asked in Zanzibar");
  g_assert_cmpstr (get_only (by_source, MIS_NAMED_NOTE)->name, ==, "Survey of 1921");
}

static guint
get_rank (MisNameSearch *search, guint i)
{
  return ((MisNameMatch *)mis_name_search_get_matches (search, MIS_NAMED_AGENT)->pdata[i])->rank;
}

/* Of many only the first are kept, and all are counted; a part looks at no more than it may. */
static void
test_many (void)
{
  g_autoptr (MisWorld) world = load_large_example ();
  guint n = mis_world_get_n_agents (world), n_parts = 1, expected = 0;
  g_autoptr (MisNameSearch) found = mis_name_search_new (world, world, "a");

  for (guint i = 0; i < n; i++)
    {
      const MisAgent *agent = mis_world_get_agent (world, i);

      expected += strpbrk (agent->name, "aA") != NULL || strpbrk (agent->principal, "aA") != NULL;
    }
  while (mis_name_search_look (found, 100))
    n_parts++;
  g_assert_cmpuint (n_parts, >=, n / 100);
  g_assert_cmpuint (mis_name_search_count (found, MIS_NAMED_AGENT), ==, expected);
  g_assert_cmpuint (mis_name_search_get_matches (found, MIS_NAMED_AGENT)->len, ==,
                    MIS_NAME_MATCHES);
  for (guint i = 1; i < MIS_NAME_MATCHES; i++)
    g_assert_cmpuint (get_rank (found, i - 1), <=, get_rank (found, i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-search/every-name", test_every_name);
  g_test_add_func ("/name-search/words", test_words);
  g_test_add_func ("/name-search/options", test_options);
  g_test_add_func ("/name-search/order", test_order);
  g_test_add_func ("/name-search/description", test_description);
  g_test_add_func ("/name-search/notes", test_notes);
  g_test_add_func ("/name-search/many", test_many);
  return g_test_run ();
}
