/* Each parameter on the shopping case: what it reads, what it changes, what it is called,
 * its reset. */
#include <math.h>

#include "core/edit.h"
#include "document/parameter.h"

#include "load-example.h"

static MisWorld *
apply (MisParameter *parameter, MisWorld *world, double value)
{
  g_autoptr (GError) error = NULL;
  MisWorld *changed = mis_parameter_apply (parameter, world, value, NULL, &error);

  g_assert_no_error (error);
  return changed;
}

/* @parameter moves from @before to @after, is reset, and is called @action. */
static void
check_parameter (
  MisParameter *parameter, MisWorld *world, double before, double after, const char *action)
{
  g_autoptr (MisWorld) changed = apply (parameter, world, after);
  g_autofree char *name = mis_parameter_dup_action (parameter, changed);
  g_autoptr (MisWorld) reset = mis_parameter_reset (parameter, changed, world, NULL, NULL);

  g_assert_cmpfloat (mis_parameter_get_value (parameter, world), ==, before);
  g_assert_cmpfloat (mis_parameter_get_value (parameter, changed), ==, after);
  g_assert_false (mis_parameter_is_changed (parameter, world, world));
  g_assert_true (mis_parameter_is_changed (parameter, changed, world));
  g_assert_false (mis_parameter_is_changed (parameter, reset, world));
  g_assert_cmpfloat (mis_parameter_get_value (parameter, reset), ==, before);
  g_assert_cmpstr (name, ==, action);
}

static void
test_weight (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameter) parameter = mis_parameter_new (MIS_PARAMETER_WEIGHT, 0, 1, 0, 0);
  g_autofree char *label = mis_parameter_dup_label (parameter, world);
  g_autofree char *detail = mis_parameter_dup_detail (parameter, world);

  check_parameter (parameter, world, 0.6, 0.25,
                   "Set Weight of Customer in Household items to 0.25");
  g_assert_cmpstr (label, ==, "Household items");
  g_assert_cmpstr (detail, ==, "Avoid impulse buying");
}

/* What is a mean says so, and of how many. */
static void
test_all_pairs (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameter) parameter = mis_parameter_new (MIS_PARAMETER_AREA_CONFLICT, 0, 1, 0, 0);
  g_autofree char *detail = mis_parameter_dup_detail (parameter, world);
  g_autofree char *full = mis_parameter_dup_full_detail (parameter, world);

  g_assert_cmpstr (detail, ==, "Mean of 3 pairs; sets them all");
  g_assert_cmpstr (full, ==, detail);
}

static void
test_conflict (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameter) parameter = mis_parameter_new (MIS_PARAMETER_CONFLICT, 0, 1, 0, 2);
  g_autofree char *name = mis_parameter_dup_name (parameter, world);
  g_autofree char *detail = mis_parameter_dup_detail (parameter, world);

  check_parameter (parameter, world, 0.9, 0.125,
                   "Set Conflict of Avoid impulse buying with Maximize checkout value to 0.125");
  g_assert_cmpstr (name, ==,
                   "Conflict in Household items: Avoid impulse buying against "
                   "Maximize checkout value");
  g_assert_cmpstr (detail, ==, "Customer – Recommender system");
}

/* The reset brings back every pair, with its source, not just the mean. */
static void
test_area_conflict (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameter) parameter = mis_parameter_new (MIS_PARAMETER_AREA_CONFLICT, 0, 1, 0, 0);
  g_autoptr (MisWorld) changed = apply (parameter, world, 0.25);
  g_autoptr (MisWorld) reset = mis_parameter_reset (parameter, changed, world, NULL, NULL);
  const MisArea *area = mis_world_get_area (changed, 1);

  g_assert_cmpfloat_with_epsilon (mis_parameter_get_value (parameter, world), 1.7 / 3.0, 1e-15);
  g_assert_cmpfloat (mis_area_get_conflict (area, 0, 1).value, ==, 0.25);
  g_assert_cmpfloat (mis_area_get_conflict (area, 0, 2).value, ==, 0.25);
  g_assert_cmpfloat (mis_area_get_conflict (area, 1, 2).value, ==, 0.25);
  g_assert_true (mis_world_get_area (reset, 1) == mis_world_get_area (world, 1));
}

static void
test_share_and_count (void)
{
  g_autoptr (MisWorld) world = load_example ("carla");
  g_autoptr (MisParameter) share = mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0);
  g_autoptr (MisParameter) count = mis_parameter_new (MIS_PARAMETER_COUNT, 0, 0, 0, 0);
  g_autoptr (MisParameter) all = mis_parameter_new (MIS_PARAMETER_POPULATION, 0, 0, 0, 0);
  g_autoptr (MisWorld) moved = apply (share, world, 0.3);
  g_autoptr (MisWorld) doubled = apply (all, world, 2000);

  check_parameter (share, world, 0.5, 0.3, "Set Share of Autonomous vehicles to 0.3");
  check_parameter (count, world, 500, 17, "Set Count of Autonomous vehicles to 17");
  check_parameter (all, world, 1000, 2500, "Set Number of Agents to 2500");
  g_assert_cmpuint (mis_world_get_agent (moved, 0)->count, ==, 300);
  g_assert_cmpuint (mis_world_get_agent (moved, 1)->count, ==, 700);
  g_assert_cmpuint (mis_world_get_agent (doubled, 0)->count, ==, 1000);
}

/* A slider ends at a round number with room above what was opened; only what is typed moves it. */
static void
test_ends (void)
{
  const struct
  {
    guint64 opened;
    double value;
    double end;
  } cases[] = {
    { 0, 0, 10 },        { 3, 3, 10 },         { 5, 5, 10 },         { 6, 6, 20 },
    { 10, 0, 20 },       { 11, 11, 50 },       { 25, 25, 50 },       { 26, 50, 100 },
    { 500, 1000, 1000 }, { 501, 3, 2000 },     { 3, 10, 10 },        { 3, 11, 50 },
    { 3, 300, 1000 },    { 1000, 2000, 2000 }, { 1000, 2001, 5000 }, { 3, 1e12, 2e12 },
  };
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameter) count = mis_parameter_new (MIS_PARAMETER_COUNT, 0, 0, 0, 0);
  g_autoptr (MisParameter) share = mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MisWorld) opened = mis_world_with_count (world, 0, cases[i].opened, NULL);
      g_autoptr (MisWorld) now = apply (count, opened, cases[i].value);

      g_assert_cmpfloat (mis_parameter_get_upper (count, now, opened), ==, cases[i].end);
      g_assert_cmpfloat (mis_parameter_get_upper (share, now, opened), ==, 1.0);
    }
}

static void
test_bad_values (void)
{
  const double bad_fractions[] = { -0.01, 1.2, NAN, INFINITY };
  const double bad_counts[] = { -1, 1.5, NAN, 1e300 };
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameter) weight = mis_parameter_new (MIS_PARAMETER_WEIGHT, 0, 0, 0, 0);
  g_autoptr (MisParameter) count = mis_parameter_new (MIS_PARAMETER_COUNT, 0, 0, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (bad_fractions); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mis_parameter_apply (weight, world, bad_fractions[i], NULL, &error));
      g_assert_nonnull (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_counts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mis_parameter_apply (count, world, bad_counts[i], NULL, &error));
      g_assert_nonnull (error);
    }
}

/* Somebody has to make room: with all others locked a share cannot move, and that is said. */
static void
test_locked (void)
{
  const gboolean locked[] = { FALSE, TRUE, TRUE };
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameter) share = mis_parameter_new (MIS_PARAMETER_SHARE, 0, 0, 0, 0);
  g_autoptr (MisParameter) other = mis_parameter_new (MIS_PARAMETER_SHARE, 1, 0, 0, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) changed = NULL;

  g_assert_null (mis_parameter_apply (share, world, 0.5, locked, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  changed = mis_parameter_apply (other, world, 2.0 / 3.0, locked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mis_world_get_agent (changed, 0)->count, ==, 0);
  g_assert_cmpuint (mis_world_get_agent (changed, 1)->count, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parameter/weight", test_weight);
  g_test_add_func ("/parameter/conflict", test_conflict);
  g_test_add_func ("/parameter/all-pairs", test_all_pairs);
  g_test_add_func ("/parameter/area-conflict", test_area_conflict);
  g_test_add_func ("/parameter/share-and-count", test_share_and_count);
  g_test_add_func ("/parameter/ends", test_ends);
  g_test_add_func ("/parameter/locked", test_locked);
  g_test_add_func ("/parameter/bad-values", test_bad_values);
  return g_test_run ();
}
