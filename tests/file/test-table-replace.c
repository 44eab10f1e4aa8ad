/* A table in place of the agents of a project: what the project said of everything else stays. */
#include <string.h>

#include "file/example.h"
#include "file/project-reader.h"
#include "file/table-writer.h"
#include "table-text.h"

static MisWorld *
replace (const char *text, MisWorld *base, MisTableSummary *summary)
{
  MisFault *fault = NULL;
  MisWorld *world = mis_table_read (text, strlen (text), base, MIS_TABLE_REPLACE, summary, &fault);

  if (world == NULL)
    g_error ("%s: %s", text, table_spell_fault (fault));
  return world;
}

/* The project's own table changes nothing, whatever it cannot hold. */
static void
test_same (void)
{
  static const char *const names[] = { "shopping", "ranges", "carla" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MisWorld) world = mis_example_load (names[i], NULL);
      g_autofree char *table = table_write (world);
      MisTableSummary summary;
      g_autoptr (MisWorld) again = replace (table, world, &summary);
      g_autofree char *same = table_write (again);

      g_assert_cmpstr (same, ==, table);
      g_assert_cmpuint (summary.n_changed, ==, mis_world_get_n_agents (world));
      g_assert_cmpuint (summary.n_agents + summary.n_areas + summary.n_goals, ==, 0);
      for (guint area = 0; area < mis_world_get_n_areas (world); area++)
        g_assert_true (mis_world_get_area (again, area) == mis_world_get_area (world, area));
      for (guint agent = 0; agent < mis_world_get_n_agents (world); agent++)
        for (guint area = 0; area < mis_world_get_n_areas (world); area++)
          {
            MisPosition old = mis_world_get_position (world, agent, area);
            MisPosition new = mis_world_get_position (again, agent, area);

            g_assert_true (mis_position_equal (&old, &new));
          }
      for (guint j = 0; j < mis_world_get_n_scenarios (world); j++)
        g_assert_true (mis_world_get_scenario (again, j) == mis_world_get_scenario (world, j));
      g_assert_cmpuint (mis_world_get_n_experiments (again), ==,
                        mis_world_get_n_experiments (world));
      g_assert_cmpstr (mis_world_get_title (again), ==, mis_world_get_title (world));
    }
}

/* Rows that are gone, new, changed; in the order of the table. */
static void
test_rows (void)
{
  g_autoptr (MisWorld) base = mis_example_load ("ranges", NULL);
  const MisArea *old_food = mis_world_get_area (base, 0);
  MisTableSummary summary;
  g_autoptr (MisWorld) world = replace ("agent,count,food,food:weight,work\n"
                                        "Neighbour,2,Fun,0.5,x\n"
                                        "Retailer,,profit,0.25,\n"
                                        "customer,7,convenience,0.8,\n", base, &summary);
  const MisArea *food = mis_world_get_area (world, 0);
  const MisAgent *customer = mis_world_get_agent (world, 2);
  MisPosition position = mis_world_get_position (world, 2, 0);

  g_assert_cmpuint (mis_world_get_n_agents (world), ==, 3);
  g_assert_cmpstr (mis_world_get_agent (world, 0)->id, ==, "neighbour");
  g_assert_cmpstr (mis_world_get_agent (world, 1)->id, ==, "retailer");
  /* There is a column for counts, and none for kinds. */
  g_assert_cmpuint (mis_world_get_agent (world, 1)->count, ==, 1);
  g_assert_cmpint (mis_world_get_agent (world, 1)->kind, ==, MIS_KIND_ORGANIZATION);
  g_assert_cmpuint (customer->count, ==, 7);
  g_assert_cmpstr (customer->name, ==, "Customer");
  g_assert_true (g_str_has_prefix (customer->note, "One customer"));
  /* The same goal and weight keep range and source, another weight has none. */
  g_assert_cmpfloat (position.low, ==, 0.6);
  g_assert_cmpfloat (position.high, ==, 0.9);
  g_assert_nonnull (position.note);
  position = mis_world_get_position (world, 1, 0);
  g_assert_cmpfloat (position.low, ==, 0.25);
  g_assert_cmpfloat (position.high, ==, 0.25);
  g_assert_nonnull (position.note);
  /* What the table has no column for is unknown now. */
  g_assert_cmpint (mis_world_get_position (world, 2, 1).goal, ==, MIS_UNKNOWN);
  g_assert_cmpuint (mis_world_get_n_areas (world), ==, 3);
  g_assert_cmpuint (mis_area_get_n_goals (food), ==, mis_area_get_n_goals (old_food) + 1);
  for (int g = 0; g < 3; g++)
    for (int h = g + 1; h < 3; h++)
      g_assert_cmpfloat (mis_area_get_conflict (food, g, h).high, ==,
                         mis_area_get_conflict (old_food, g, h).high);
  g_assert_cmpuint (summary.n_changed, ==, 2);
  g_assert_cmpuint (summary.n_agents, ==, 1);
  g_assert_cmpuint (summary.n_areas, ==, 1);
  g_assert_cmpuint (summary.n_goals, ==, 2);
}

/* Ranges that the table has columns for are its own. */
static void
test_ranges (void)
{
  g_autoptr (MisWorld) base = mis_example_load ("ranges", NULL);
  g_autoptr (MisWorld) world =
    replace ("agent,food,food:weight,food:low\ncustomer,convenience,0.8,\n", base, NULL);
  MisPosition position = mis_world_get_position (world, 0, 0);

  g_assert_cmpfloat (position.low, ==, 0.8);
  g_assert_cmpfloat (position.high, ==, 0.8);
}

/* Changes to who is gone are left out of the scenarios; the others stay. */
static void
test_scenarios (void)
{
  static const char text[] = "{ 'format': 'misalign-project', 'version': 1,"
                             "'areas': [ { 'id': 'x', 'goals': [ { 'id': 'y' }, { 'id': 'z' } ] } "
                             "],'agents': [ { 'id': 'a', 'positions': { 'x': { 'goal': 'y' } } }, "
                             "{ 'id': 'b' } ],'scenarios': [ { 'id': 's', 'changes': ["
                             "  { 'agent': 'a', 'area': 'x', 'weight': 0.5 }, { 'agent': 'b', "
                             "'count': 5 },  { 'add_agent': { 'id': 'c' } } ] }, { 'id': 't', "
                             "'changes': [  { 'area': 'x', 'default': 1 } ] } ] }";
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisWorld) base = mis_project_read (json, strlen (json), &fault);
  g_autoptr (MisWorld) world = replace ("agent,x\nc,y\nb,y\n", base, NULL);
  g_autoptr (MisWorld) unknown = replace ("agent\na\nb\n", base, NULL);

  g_assert_cmpuint (mis_world_get_scenario (world, 0)->n_changes, ==, 1);
  g_assert_cmpint (mis_world_get_scenario (world, 0)->changes[0].kind, ==, MIS_CHANGE_COUNT);
  g_assert_true (mis_world_get_scenario (world, 1) == mis_world_get_scenario (base, 1));
  /* A change of a weight that is unknown does nothing, and may stay. */
  g_assert_true (mis_world_get_scenario (unknown, 0) == mis_world_get_scenario (base, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-replace/same", test_same);
  g_test_add_func ("/table-replace/rows", test_rows);
  g_test_add_func ("/table-replace/ranges", test_ranges);
  g_test_add_func ("/table-replace/scenarios", test_scenarios);
  return g_test_run ();
}
