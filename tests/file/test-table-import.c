/* What a table makes of a project: of a new one, and of the agents that are there already. */
#include <locale.h>
#include <string.h>

#include <glib.h>

#include "core/limits.h"
#include "file/example.h"
#include "file/project-reader.h"
#include "table-text.h"

static void
test_new_project (void)
{
  MisTableSummary summary;
  g_autoptr (MisWorld) world
    = table_read ("agent,area,goal\na,Food,Cheap\nb,Food,Good\na2,home,Cheap\n", NULL, FALSE,
                  &summary);
  const MisArea *food = mis_world_get_area (world, 0);

  g_assert_cmpstr (mis_area_get_id (food), ==, "food");
  g_assert_cmpstr (mis_area_get_name (food), ==, "Food");
  g_assert_cmpstr (mis_area_get_goal (food, 0)->name, ==, "Cheap");
  g_assert_cmpfloat (mis_area_get_conflict (food, 0, 1).value, ==, 0.0);
  g_assert_cmpuint (summary.n_rows, ==, 3);
  g_assert_cmpuint (summary.n_areas, ==, 2);
  g_assert_cmpuint (summary.n_goals, ==, 3);
  g_assert_cmpuint (summary.n_agents, ==, 3);
  g_assert_cmpuint (summary.n_changed, ==, 0);
}

/* Ids first, then names; what the table does not mention stays. */
static void
test_import (void)
{
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  MisTableSummary summary;
  g_autoptr (MisWorld) world
    = table_read ("agent,count,kind,area,goal,weight\n"
                  "Retailer,7,,Food and groceries,Increase net profits,0.25\n"
                  "customer,,,household,,\n"
                  "Neighbour,2,other,food,Fun,0.5\n"
                  "Neighbour,,,work,Fun,0.5\n", shopping, FALSE, &summary);
  const MisArea *food = mis_world_get_area (world, 0);
  MisPosition position = mis_world_get_position (world, 1, 0);

  g_assert_cmpuint (mis_world_get_n_agents (world), ==, 4);
  g_assert_cmpuint (mis_world_get_agent (world, 1)->count, ==, 7);
  g_assert_cmpint (mis_world_get_agent (world, 1)->kind, ==, MIS_KIND_ORGANIZATION);
  g_assert_cmpfloat (position.weight, ==, 0.25);
  g_assert_cmpint (position.goal, ==, 1);
  /* Of the retailer's position in the household nothing was said, of the customer's that it
   * is unknown. */
  g_assert_cmpfloat (mis_world_get_position (world, 1, 1).weight, ==, 0.7);
  g_assert_cmpint (mis_world_get_position (world, 0, 1).goal, ==, MIS_UNKNOWN);
  g_assert_cmpfloat (mis_world_get_position (world, 0, 0).weight, ==, 0.8);
  g_assert_cmpstr (mis_world_get_agent (world, 3)->id, ==, "neighbour");
  g_assert_cmpuint (mis_area_get_n_goals (food), ==, 4);
  g_assert_cmpfloat (mis_area_get_conflict (food, 0, 1).value, ==,
                     mis_area_get_conflict (mis_world_get_area (shopping, 0), 0, 1).value);
  g_assert_cmpuint (summary.n_areas, ==, 1);
  g_assert_cmpuint (summary.n_goals, ==, 2);
  g_assert_cmpuint (summary.n_agents, ==, 1);
  g_assert_cmpuint (summary.n_changed, ==, 2);
}

/* What tables know nothing of stays. */
static void
test_import_keeps_the_rest (void)
{
  static const char text[] = "{ 'format': 'misalign-project', 'version': 1, 'title': 'T', "
                             "'description': 'D','scoring': { 'pairs': 'replacement' }, 'areas': "
                             "[], 'agents': [],'scenarios': [ { 'id': 's', 'name': 'S', 'changes': "
                             "[] } ],'experiments': [ { 'id': 'e', 'world': { 'agents': 3 },"
                             "  'x': { 'vary': 'goals', 'values': [2, 3] } } ] }";
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisWorld) base = mis_project_read (json, strlen (json), &fault);
  g_autoptr (MisWorld) world = table_read ("agent\nnobody\n", base, FALSE, NULL);

  g_assert_cmpuint (mis_world_get_n_scenarios (world), ==, 1);
  g_assert_cmpuint (mis_world_get_n_experiments (world), ==, 1);
  g_assert_cmpstr (mis_world_get_experiment (world, 0)->id, ==, "e");
  g_assert_cmpint (mis_world_get_scoring (world)->pairs, ==, MIS_PAIRS_REPLACEMENT);
  g_assert_cmpstr (mis_world_get_title (world), ==, "T");
  g_assert_cmpstr (mis_world_get_description (world), ==, "D");
}

static void
test_bad_imports (void)
{
  static const struct
  {
    const char *text;
    const char *fault;
  } cases[] = {
    { "agent,area,goal\na,x,y\nb,x,y\na,z,y\n",
      "4:1: agent: found \"a\" again behind rows of other agents, expected all rows of an agent "
      "together: others begin in line 2" },
    { "agent,food\na,x\nb,x\n\nc,x\na,x\n",
      "6:1: agent: found a second row of the agent \"a\", expected only that in line 2"
      ": put agents that are alike into one row, with how many they are as its count, and give "
      "others a name of their own" },
    { "agent,area,goal\nretailer,food,profit\nRetailer,food,profit\n",
      "3:1: agent: found \"Retailer\", which is an agent of the project that the table has named "
      "before, expected it once" },
  };
  g_autoptr (MisWorld) shopping = mis_example_load ("shopping", NULL);
  g_autoptr (MisWorld) twins
    = table_read ("agent,name,area,goal\na,Twin,food,x\nb,Twin,food,y\n", NULL, FALSE, NULL);
  g_autofree char *fault = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = table_read_fault (cases[i].text, strlen (cases[i].text), shopping);

      g_assert_cmpstr (found, ==, cases[i].fault);
    }
  fault = table_read_fault ("agent\nTwin\n", 11, twins);
  g_assert_cmpstr (fault, ==, "2:1: agent: found \"Twin\", which is the name of more than one "
                              "agent of the project, expected an id");
}

/* An empty cell beside a goal is a weight that nobody gave; without a goal or a column of weights,
 * nothing is missing. */
static void
test_empty_weights (void)
{
  static const struct
  {
    const char *text;
    guint64 n;
  } cases[] = {
    { "agent,food,food:weight,home,home:weight\na,x,,y,\nb,x,0.5,y,\nc,,,-,\nd,-,,,\n", 3 },
    { "agent,area,goal,weight\na,food,x,\nb,food,x,1\nc,food,,\nd,food,-,\n", 1 },
    { "agent,food,home,home:weight\na,x,y,1\nb,x,,\n", 0 },
    { "agent,food\na,x\nb,x\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MisTableSummary summary;
      g_autoptr (MisWorld) world = table_read (cases[i].text, NULL, FALSE, &summary);

      g_assert_cmpuint (summary.n_empty_weights, ==, cases[i].n);
    }
}

static void
test_merge (void)
{
  MisTableSummary summary;
  g_autoptr (MisWorld) world
    = table_read ("agent,name,kind,count,food,food:weight,home\n"
                  "a,,,,x,0.5,y\nb,,,2,x,0.5,y\nc,,ai,,x,0.5,y\nd,D,,,x,0.5,y\ne,,,,x,0.25,y\n"
                  "f,,,,x,0.5,\ng,,,3,x,0.5,y\n", NULL, TRUE, &summary);
  g_autofree char *written = table_write (world);

  g_assert_cmpstr (written, ==,
                   HEAD "a,,human,,6,food,x,0.5\na,,human,,6,home,y,1\n"
                        "c,,ai,,1,food,x,0.5\nc,,ai,,1,home,y,1\n"
                        "d,D,human,,1,food,x,0.5\nd,D,human,,1,home,y,1\n"
                        "e,,human,,1,food,x,0.25\ne,,human,,1,home,y,1\n"
                        "f,,human,,1,food,x,0.5\n");
  g_assert_cmpuint (summary.n_merged, ==, 2);
  g_assert_cmpuint (summary.n_agents, ==, 5);
}

/* More groups than a project holds, unless they are alike; and ids that all fold to nothing. */
static void
test_too_many_groups (void)
{
  g_autoptr (GString) text = g_string_new ("agent,area,goal\n");
  g_autofree char *fault = NULL;
  g_autoptr (MisWorld) world = NULL;
  MisTableSummary summary;

  for (guint i = 0; i <= MIS_MAX_AGENTS; i++)
    {
      char code[8];

      /* Texts of two letters that have no ASCII: all ids are made from the word "agent". */
      code[g_unichar_to_utf8 (0x4e00 + i / 400, code)] = '\0';
      g_string_append (text, code);
      code[g_unichar_to_utf8 (0x5e00 + i % 400, code)] = '\0';
      g_string_append_printf (text, "%s,food,x\n", code);
    }
  g_test_timer_start ();
  fault = table_read_fault (text->str, text->len, NULL);
  g_test_message ("%.2f s", g_test_timer_elapsed ());
  g_assert_cmpstr (fault, ==, "100002:1: agent: found more than 100000 groups of agents, expected "
                              "at most as many: merge those that are alike in everything but the "
                              "id, or score the table as it is with \"misalign-cli score FILE "
                              "--population TABLE\"");
  world = table_read (text->str, NULL, TRUE, &summary);
  g_assert_cmpuint (mis_world_get_n_agents (world), ==, 1);
  g_assert_cmpuint (mis_world_get_population (world), ==, MIS_MAX_AGENTS + 1);
  g_assert_cmpuint (summary.n_merged, ==, MIS_MAX_AGENTS);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-import/new-project", test_new_project);
  g_test_add_func ("/table-import/import", test_import);
  g_test_add_func ("/table-import/import-keeps-the-rest", test_import_keeps_the_rest);
  g_test_add_func ("/table-import/bad-imports", test_bad_imports);
  g_test_add_func ("/table-import/empty-weights", test_empty_weights);
  g_test_add_func ("/table-import/merge", test_merge);
  g_test_add_func ("/table-import/too-many-groups", test_too_many_groups);
  return g_test_run ();
}
