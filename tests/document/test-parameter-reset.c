/* Resets of all below a heading: what they take back, what they leave, and what they are called. */
#include "core/edit.h"
#include "document/parameter.h"

#include "load-example.h"

/* The shopping case with one number of each kind moved. */
static MisWorld *
edit_all (MisWorld *opened)
{
  g_autoptr (MisWorld) count = mis_world_with_count (opened, 0, 7, NULL);
  g_autoptr (MisWorld) weight = mis_world_with_weight (count, 0, 0, 0.125, NULL);
  g_autoptr (MisWorld) other = mis_world_with_weight (weight, 1, 1, 0.25, NULL);
  g_autoptr (MisWorld) conflict = mis_world_with_conflict (other, 0, 0, 1, 0.5, NULL);

  return mis_world_with_uniform_conflict (conflict, 1, 0.75, NULL);
}

static gboolean
is_changed (MisParameterSection section, guint index, const MisWorld *world, const MisWorld *opened)
{
  g_autoptr (MisParameter) heading = mis_parameter_new_section (section, index);

  return mis_parameter_is_changed (heading, world, opened);
}

static MisWorld *
reset (MisParameterSection section,
       guint index,
       MisWorld *world,
       const MisWorld *opened,
       const char *name)
{
  const gboolean locked[] = { TRUE, TRUE, TRUE };
  g_autoptr (MisParameter) heading = mis_parameter_new_section (section, index);
  g_autofree char *action = mis_parameter_dup_reset_action (heading, world);
  g_autoptr (GError) error = NULL;
  MisWorld *back = mis_parameter_reset (heading, world, opened, locked, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (action, ==, name);
  g_assert_false (mis_parameter_is_changed (heading, back, opened));
  return back;
}

static void
test_top_headings (void)
{
  g_autoptr (MisWorld) opened = load_example ("shopping");
  g_autoptr (MisWorld) world = edit_all (opened);
  g_autoptr (MisWorld) a = reset (MIS_SECTION_POPULATION, 0, world, opened, "Reset Population");
  g_autoptr (MisWorld) b = reset (MIS_SECTION_WEIGHTS, 0, a, opened, "Reset All Weights");
  g_autoptr (MisWorld) c = reset (MIS_SECTION_CONFLICTS, 0, b, opened, "Reset All Conflicts");
  g_autoptr (MisWorld) all = reset (MIS_SECTION_ALL, 0, world, opened, "Reset All Numbers");

  /* Locked groups too: their own heading is asked. */
  g_assert_cmpuint (mis_world_get_agent (a, 0)->count, ==, 1);
  g_assert_true (is_changed (MIS_SECTION_WEIGHTS, 0, a, opened));
  g_assert_true (is_changed (MIS_SECTION_CONFLICTS, 0, b, opened));
  g_assert_true (is_changed (MIS_SECTION_ALL, 0, b, opened));
  g_assert_false (is_changed (MIS_SECTION_WEIGHTS, 0, b, opened));
  g_assert_true (mis_world_equal (c, opened));
  g_assert_true (mis_world_equal (all, opened));
}

static void
test_inner_headings (void)
{
  g_autoptr (MisWorld) opened = load_example ("shopping");
  g_autoptr (MisWorld) world = edit_all (opened);
  g_autoptr (MisWorld) agent =
      reset (MIS_SECTION_AGENT, 0, world, opened, "Reset All Weights of Customer");
  g_autoptr (MisWorld) area =
      reset (MIS_SECTION_AREA, 1, world, opened, "Reset All Conflicts in Household items");

  g_assert_cmpfloat (mis_world_get_position (agent, 0, 0).weight, ==, 0.8);
  g_assert_cmpfloat (mis_world_get_position (agent, 1, 1).weight, ==, 0.25);
  g_assert_true (is_changed (MIS_SECTION_AGENT, 1, agent, opened));
  g_assert_false (is_changed (MIS_SECTION_AGENT, 2, world, opened));
  g_assert_true (mis_world_get_area (area, 1) == mis_world_get_area (opened, 1));
  g_assert_true (is_changed (MIS_SECTION_AREA, 0, area, opened));
}

static void
test_nothing_to_reset (void)
{
  const MisParameterSection sections[] = { MIS_SECTION_POPULATION, MIS_SECTION_WEIGHTS,
                                           MIS_SECTION_CONFLICTS,  MIS_SECTION_AGENT,
                                           MIS_SECTION_AREA,       MIS_SECTION_ALL };
  g_autoptr (MisWorld) opened = load_example ("shopping");
  g_autoptr (MisWorld) fewer = mis_world_with_agent_removed (opened, 0, NULL);
  g_autoptr (MisWorld) renamed = mis_world_with_title (opened, "Another title", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_assert_false (is_changed (sections[i], 0, opened, opened));
      g_assert_false (is_changed (sections[i], 0, renamed, opened));
      /* Rows are others now: no number can be told from another. */
      g_assert_false (is_changed (sections[i], 0, fewer, opened));
    }
}

static void
check_name (MisParameter *parameter, const MisWorld *world, const char *name)
{
  g_autofree char *action = mis_parameter_dup_reset_action (parameter, world);

  g_assert_cmpstr (action, ==, name);
  g_object_unref (parameter);
}

static void
test_names (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");

  check_name (mis_parameter_new (MIS_PARAMETER_POPULATION, 0, 0, 0, 0), world,
              "Reset Number of Agents");
  check_name (mis_parameter_new (MIS_PARAMETER_SHARE, 1, 0, 0, 0), world,
              "Reset Share of Retailer");
  check_name (mis_parameter_new (MIS_PARAMETER_COUNT, 1, 0, 0, 0), world,
              "Reset Count of Retailer");
  check_name (mis_parameter_new (MIS_PARAMETER_WEIGHT, 0, 1, 0, 0), world,
              "Reset Weight of Customer");
  check_name (mis_parameter_new (MIS_PARAMETER_CONFLICT, 0, 1, 0, 2), world,
              "Reset Conflict in Household items");
  check_name (mis_parameter_new (MIS_PARAMETER_AREA_CONFLICT, 0, 1, 0, 0), world,
              "Reset All Conflicts in Household items");
}

/* With all others locked there is nobody whose share could make room, and that is said. */
static void
test_locked (void)
{
  const gboolean locked[] = { FALSE, TRUE, TRUE };
  g_autoptr (MisWorld) opened = load_example ("shopping");
  g_autoptr (MisWorld) world = mis_world_with_counts (opened, (guint64[]) { 2, 1, 0 }, NULL);
  g_autoptr (MisParameter) share = mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_parameter_reset (share, world, opened, locked, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parameter-reset/top-headings", test_top_headings);
  g_test_add_func ("/parameter-reset/inner-headings", test_inner_headings);
  g_test_add_func ("/parameter-reset/nothing-to-reset", test_nothing_to_reset);
  g_test_add_func ("/parameter-reset/names", test_names);
  g_test_add_func ("/parameter-reset/locked", test_locked);
  return g_test_run ();
}
