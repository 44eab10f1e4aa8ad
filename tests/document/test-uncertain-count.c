/* How many numbers below each heading have a range, against the numbers of the list one by one. */
#include "document/uncertain-count.h"

#include "core/edit.h"
#include "document/parameter-model.h"
#include "document/parameter-range.h"
#include "load-example.h"

/* Looks at every number that unfolds below @parameter. */
static guint
count_below (MisWorld *world, MisParameter *parameter)
{
  g_autoptr (MisParameterModel) children =
      mis_parameter_model_new_children (world, parameter, FALSE);
  MisRange range = mis_parameter_get_range (parameter, world);
  guint n = parameter->kind != MIS_PARAMETER_SECTION && range.low < range.high ? 1 : 0;

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (children)); i++)
    {
      g_autoptr (MisParameter) child = g_list_model_get_item (G_LIST_MODEL (children), i);

      n += count_below (world, child);
    }
  return n;
}

static guint
get (const MisUncertainCount *count, MisParameterSection section, guint index)
{
  g_autoptr (MisParameter) parameter = mis_parameter_new_section (section, index);

  return mis_uncertain_count_get (count, parameter);
}

static void
assert_counts (MisWorld *world, MisParameterSection section, guint n)
{
  g_autoptr (MisUncertainCount) count = mis_uncertain_count_new (world);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MisParameter) parameter = mis_parameter_new_section (section, i);

      g_assert_cmpuint (mis_uncertain_count_get (count, parameter), ==,
                        count_below (world, parameter));
    }
}

static void
assert_all_counts (MisWorld *world)
{
  assert_counts (world, MIS_SECTION_POPULATION, 1);
  assert_counts (world, MIS_SECTION_WEIGHTS, 1);
  assert_counts (world, MIS_SECTION_CONFLICTS, 1);
  assert_counts (world, MIS_SECTION_AGENT, mis_world_get_n_agents (world));
  assert_counts (world, MIS_SECTION_AREA, mis_world_get_n_areas (world));
}

static void
test_against_the_list (void)
{
  g_autoptr (MisWorld) ranges = load_example ("ranges");
  g_autoptr (MisWorld) carla = load_example ("carla");
  g_autoptr (MisUncertainCount) count = mis_uncertain_count_new (ranges);

  assert_all_counts (ranges);
  assert_all_counts (carla);
  g_assert_cmpuint (get (count, MIS_SECTION_ALL, 0), >, 0);
  g_assert_cmpuint (get (count, MIS_SECTION_ALL, 0), ==,
                    get (count, MIS_SECTION_WEIGHTS, 0) + get (count, MIS_SECTION_CONFLICTS, 0));
}

/* A range more below one group is one more there and above it, and nowhere else. */
static void
test_one_more (void)
{
  g_autoptr (MisWorld) shopping = load_example ("shopping");
  g_autoptr (MisWorld) uncertain = NULL;
  g_autoptr (MisUncertainCount) none = mis_uncertain_count_new (shopping);
  g_autoptr (MisUncertainCount) one = NULL;
  MisPosition position = mis_world_get_position (shopping, 0, 0);

  position.low = 0.0;
  position.high = 1.0;
  uncertain = mis_world_with_position (shopping, 0, 0, &position, NULL);
  one = mis_uncertain_count_new (uncertain);
  assert_all_counts (uncertain);
  g_assert_cmpuint (get (none, MIS_SECTION_ALL, 0), ==, 0);
  g_assert_cmpuint (get (one, MIS_SECTION_ALL, 0), ==, 1);
  g_assert_cmpuint (get (one, MIS_SECTION_AGENT, 0), ==, 1);
  g_assert_cmpuint (get (one, MIS_SECTION_AGENT, 1), ==, 0);
  g_assert_cmpuint (get (one, MIS_SECTION_CONFLICTS, 0), ==, 0);
}

/* Who looks up what is not there is told of nothing: the world may have grown meanwhile. */
static void
test_out_of_reach (void)
{
  g_autoptr (MisWorld) world = load_example ("ranges");
  g_autoptr (MisUncertainCount) count = mis_uncertain_count_new (world);

  g_assert_cmpuint (get (count, MIS_SECTION_AGENT, mis_world_get_n_agents (world)), ==, 0);
  g_assert_cmpuint (get (count, MIS_SECTION_AREA, mis_world_get_n_areas (world)), ==, 0);
  g_assert_cmpuint (get (NULL, MIS_SECTION_WEIGHTS, 0), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/uncertain-count/against-the-list", test_against_the_list);
  g_test_add_func ("/document/uncertain-count/one-more", test_one_more);
  g_test_add_func ("/document/uncertain-count/out-of-reach", test_out_of_reach);
  return g_test_run ();
}
