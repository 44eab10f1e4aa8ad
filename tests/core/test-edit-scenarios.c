/* Edits of the list of scenarios, against a plain list; ids and names that are made for what is
 * new. */
#include "core/edit-scenarios.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "core/new-ids.h"
#include "core/text.h"
#include "builder-case.h"
#include "changes.h"
#include "random-edit.h"
#include "random-scenario.h"
#include "random-world.h"
#include "sample.h"

#include <string.h>

/* A world with the rows and areas of @world and the scenarios of @list, by the builder. */
static MisWorld *
rebuild (MisWorld *world, GPtrArray *list)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  guint n_areas = mis_world_get_n_areas (world);
  g_autofree guint *areas = g_new (guint, n_areas);
  g_autofree MisPosition *positions = g_new (MisPosition, n_areas);

  mis_world_builder_set_title (builder, mis_world_get_title (world), NULL);
  mis_world_builder_set_description (builder, mis_world_get_description (world), NULL);
  mis_world_builder_set_scoring (builder, mis_world_get_scoring (world));
  for (guint i = 0; i < n_areas; i++)
    g_assert_true (mis_world_builder_add_area (builder, mis_world_get_area (world, i), NULL));
  for (guint row = 0; row < mis_world_get_n_agents (world); row++)
    {
      for (guint i = 0; i < n_areas; i++)
        {
          areas[i] = i;
          positions[i] = mis_world_get_position (world, row, i);
        }
      g_assert_true (mis_world_builder_add_agent (builder, mis_world_get_agent (world, row), areas,
                                                  positions, n_areas, NULL));
    }
  for (guint i = 0; i < list->len; i++)
    g_assert_true (mis_world_builder_add_scenario (builder, g_ptr_array_index (list, i), NULL));
  for (guint i = 0; i < mis_world_get_n_experiments (world); i++)
    g_assert_true (
        mis_world_builder_add_experiment (builder, mis_world_get_experiment (world, i), NULL));
  return mis_world_builder_end (builder);
}

static int
find (GPtrArray *list, const char *id)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (((MisScenario *) g_ptr_array_index (list, i))->id, id) == 0)
      return (int) i;
  return -1;
}

static MisWorld *
put (GRand *rand, MisWorld *world, GPtrArray *list, GError **error)
{
  MisScenario *scenario = mis_random_scenario (rand, world, (guint) g_rand_int_range (rand, 0, 9));
  MisWorld *edited = mis_world_with_scenario (world, scenario, error);
  int index = find (list, scenario->id);

  if (index < 0)
    g_ptr_array_add (list, scenario);
  else
    {
      mis_scenario_unref (g_ptr_array_index (list, (guint) index));
      g_ptr_array_index (list, (guint) index) = scenario;
    }
  return edited;
}

static MisWorld *
copy (MisWorld *world, GPtrArray *list, guint index, GError **error)
{
  MisWorld *edited = mis_world_with_scenario_copied (world, index, error);
  MisScenario *old = g_ptr_array_index (list, index);
  const MisScenario *made;
  g_autofree char *name = g_strdup_printf ("%s (copy)", old->name);

  g_assert_nonnull (edited);
  made = mis_world_get_scenario (edited, index + 1);
  g_assert_cmpint (find (list, made->id), ==, -1);
  g_assert_cmpstr (made->name, ==, name);
  g_ptr_array_insert (list, (int) index + 1,
                      mis_scenario_with_texts (old, made->id, name, NULL, NULL));
  return edited;
}

static MisWorld *
edit (GRand *rand, MisWorld *world, GPtrArray *list, GError **error)
{
  guint index = list->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) list->len) : 0;
  guint to = list->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) list->len) : 0;
  guint dice = (guint) g_rand_int_range (rand, 0, 6);
  MisScenario *old;

  if (list->len == 0 || dice < 2)
    return put (rand, world, list, error);
  if (dice == 2)
    {
      g_ptr_array_remove_index (list, index);
      return mis_world_with_scenario_removed (world, index);
    }
  if (dice == 3)
    {
      g_ptr_array_insert (list, (int) to, g_ptr_array_steal_index (list, index));
      return mis_world_with_scenario_moved (world, index, to);
    }
  if (dice == 4 && list->len < 12)
    return copy (world, list, index, error);
  old = g_ptr_array_index (list, index);
  g_ptr_array_index (list, index) = mis_scenario_with_texts (old, NULL, "Other", "Why", NULL);
  mis_scenario_unref (old);
  return mis_world_with_scenario_texts (world, index, "Other", "Why", error);
}

static void
test_chains (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (81);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, 6, 4, 4);
      g_autoptr (GPtrArray) list =
          g_ptr_array_new_with_free_func ((GDestroyNotify) mis_scenario_unref);

      for (guint j = 0; j < mis_world_get_n_scenarios (world); j++)
        g_ptr_array_add (list, mis_scenario_ref (mis_world_get_scenario (world, j)));
      for (guint step = 0; step < 12; step++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (MisWorld) base = world;
          guint64 digest = mis_digest_world (base);
          g_autoptr (MisWorld) built = NULL;

          world = edit (rand, base, list, &error);
          g_assert_no_error (error);
          built = rebuild (base, list);
          g_assert_true (mis_world_equal (world, built));
          g_assert_cmpuint (mis_digest_world (base), ==, digest);
        }
    }
}

/* Worlds differ as soon as one change of one scenario does, and only then. */
static void
test_equal (void)
{
  g_autoptr (MisWorld) base = mis_sample_shopping ();
  const MisChange half[] = { mis_change_weight ("retailer", "food", 0.5) };
  const MisChange half_again[] = { mis_change_weight ("retailer", "food", 0.5) };
  const MisChange third[] = { mis_change_weight ("retailer", "food", 0.3) };
  g_autoptr (MisScenario) a = mis_make_scenario (half, 1, NULL);
  g_autoptr (MisScenario) b = mis_make_scenario (half_again, 1, NULL);
  g_autoptr (MisScenario) c = mis_make_scenario (third, 1, NULL);
  g_autoptr (MisScenario) d = mis_scenario_with_texts (a, NULL, NULL, "other", NULL);
  g_autoptr (MisWorld) with_a = mis_world_with_scenario (base, a, NULL);
  g_autoptr (MisWorld) with_b = mis_world_with_scenario (base, b, NULL);
  g_autoptr (MisWorld) with_c = mis_world_with_scenario (base, c, NULL);
  g_autoptr (MisWorld) with_d = mis_world_with_scenario (with_a, d, NULL);
  g_autoptr (MisWorld) again = mis_world_with_scenario (with_a, b, NULL);
  g_autoptr (MisWorld) back = mis_world_with_scenario (with_d, b, NULL);

  g_assert_true (mis_world_equal (with_a, with_b));
  g_assert_false (mis_world_equal (with_a, with_c));
  g_assert_false (mis_world_equal (with_a, with_d));
  g_assert_false (mis_world_equal (with_a, base));
  g_assert_true (again == with_a);
  g_assert_true (mis_world_equal (back, with_a));
}

static void
test_errors (void)
{
  g_autoptr (MisWorld) base = mis_sample_shopping ();
  const MisChange unknown[] = { mis_change_count ("nobody", 1) };
  g_autoptr (MisScenario) bad = mis_make_scenario (unknown, 1, NULL);
  g_autoptr (MisScenario) empty = mis_make_scenario (NULL, 0, NULL);
  g_autoptr (MisWorld) world = mis_world_with_scenario (base, empty, NULL);
  g_autoptr (MisWorld) same = mis_world_with_scenario_moved (world, 0, 0);
  g_autoptr (MisWorld) alike = mis_world_with_scenario_texts (world, 0, empty->name, "", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (same == world);
  g_assert_true (alike == world);
  g_assert_null (mis_world_with_scenario (base, bad, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN);
  g_assert_true (g_str_has_prefix (error->message, "changes[0]: "));
  g_clear_error (&error);
  g_assert_null (mis_world_with_scenario_texts (world, 0, "a\nb", "", &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_TEXT);
  g_clear_error (&error);
  g_assert_null (mis_world_with_scenario_texts (world, 0, "", "\r", &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_TEXT);
}

/* A thousand scenarios: not one more. */
static void
test_limits (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisWorld) one = NULL;
  g_autoptr (MisScenario) empty = mis_make_scenario (NULL, 0, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MIS_MAX_SCENARIOS; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autoptr (MisScenario) scenario = mis_scenario_with_texts (empty, id, NULL, NULL, NULL);
      MisWorld *edited = mis_world_with_scenario (world, scenario, &error);

      g_assert_no_error (error);
      mis_world_unref (world);
      world = edited;
    }
  g_assert_null (mis_world_with_scenario (world, empty, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (mis_world_with_scenario_copied (world, 5, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_clear_error (&error);
  one = mis_world_with_scenario_removed (world, 999);
  g_assert_cmpint (mis_world_find_scenario (one, "s999"), ==, -1);
}

/* Changes count over all scenarios: 2 x 50,000 and not one more. */
static void
test_change_limit (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const MisChange one_more[] = { mis_change_unknown ("r0", "p0") };
  g_autoptr (MisScenario) more = mis_make_scenario (one_more, 1, NULL);
  g_autoptr (MisScenario) half = mis_make_unknown ("half", MIS_MAX_CHANGES / 2);
  g_autoptr (MisWorld) base = NULL;
  g_autoptr (MisWorld) once = NULL;
  g_autoptr (MisWorld) twice = NULL;
  g_autoptr (MisWorld) same = NULL;
  g_autoptr (GError) error = NULL;

  for (guint p = 0; p < 100; p++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", p);

      mis_sample_add_area (builder, mis_sample_area (id, 1, 1));
    }
  for (guint row = 0; row < MIS_MAX_CHANGES / 200; row++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", row);

      mis_sample_add_row (builder, id, 1, NULL, 0);
    }
  base = mis_world_builder_end (builder);
  once = mis_world_with_scenario (base, half, &error);
  g_assert_no_error (error);
  twice = mis_world_with_scenario_copied (once, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mis_world_get_scenario (twice, 1)->id, !=, "half");
  g_assert_null (mis_world_with_scenario (twice, more, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (mis_world_with_scenario_copied (twice, 1, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
  g_clear_error (&error);
  same = mis_world_with_scenario (twice, half, &error);
  g_assert_no_error (error);
  g_assert_true (same == twice);
}

static void
test_new_ids (void)
{
  g_autoptr (MisWorld) base = mis_sample_shopping ();
  const MisChange adds[] = { mis_add_agent ("regulator", 1, "food", NULL, 1) };
  g_autoptr (MisScenario) scenario = mis_make_scenario (adds, 1, NULL);
  g_autoptr (MisWorld) world = mis_world_with_scenario (base, scenario, NULL);
  g_autofree char *row = mis_world_new_agent_id (world, "Customer");
  g_autofree char *added = mis_world_new_agent_id (world, "Regulator");
  g_autofree char *nothing = mis_world_new_agent_id (world, "???");
  g_autofree char *area = mis_world_new_area_id (world, "Food!");
  g_autofree char *free_area = mis_world_new_area_id (world, "Customer");
  g_autofree char *goal = mis_area_new_goal_id (mis_world_get_area (world, 0), "Retailer goal");
  g_autofree char *no_goal = mis_area_new_goal_id (mis_world_get_area (world, 0), "");
  g_autofree char *named = mis_world_new_scenario_id (world, "S");

  g_assert_cmpstr (row, ==, "customer-2");
  g_assert_cmpstr (added, ==, "regulator-2");
  g_assert_cmpstr (nothing, ==, "agent-1");
  g_assert_cmpstr (area, ==, "food-2");
  g_assert_cmpstr (free_area, ==, "customer");
  g_assert_cmpstr (goal, ==, "retailer-goal-2");
  g_assert_cmpstr (no_goal, ==, "goal-1");
  g_assert_cmpstr (named, ==, "s-2");
}

static gboolean
is_in_set (const char *id, gpointer user_data)
{
  return g_hash_table_contains (user_data, id);
}

/* Many ids at once are those that one after the other would be. */
static void
test_row_ids (void)
{
  static const char *const names[] = { "Bus", "bus", "Bus 2", "", "???", "agent", "Bus-2-2", "B" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (82);
  g_autoptr (MisWorld) world = mis_sample_table (3, 1);
  g_autoptr (GHashTable) set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MisRowIds ids;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    g_hash_table_add (set, g_strdup (mis_world_get_agent (world, i)->id));
  mis_row_ids_init (&ids, world);
  for (guint i = 0; i < 2000; i++)
    {
      const char *name = names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];
      g_autofree char *made = mis_row_ids_make (&ids, name);
      g_autofree char *expected = mis_id_from_name (name, "agent", is_in_set, set);

      g_assert_cmpstr (made, ==, expected);
      g_assert_true (g_hash_table_add (set, g_steal_pointer (&expected)));
    }
  g_assert_true (mis_row_ids_take (&ids, "tram", &error));
  g_assert_false (mis_row_ids_take (&ids, "tram", &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE);
  mis_row_ids_clear (&ids);
}

static void
test_name_of_copy (void)
{
  g_autofree char *longest = g_strnfill (MIS_MAX_NAME_LENGTH, 'x');
  g_autofree char *of_longest = mis_name_of_copy (longest);
  g_autofree char *plain = mis_name_of_copy ("Bus");

  g_assert_cmpstr (plain, ==, "Bus (copy)");
  g_assert_true (mis_check_name (of_longest, NULL));
  g_assert_cmpuint (strlen (of_longest), ==, MIS_MAX_NAME_LENGTH);
  g_assert_true (g_str_has_suffix (of_longest, "x (copy)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-scenarios/chains", test_chains);
  g_test_add_func ("/edit-scenarios/equal", test_equal);
  g_test_add_func ("/edit-scenarios/errors", test_errors);
  g_test_add_func ("/edit-scenarios/limits", test_limits);
  g_test_add_func ("/edit-scenarios/limits/changes", test_change_limit);
  g_test_add_func ("/edit-scenarios/new-ids", test_new_ids);
  g_test_add_func ("/edit-scenarios/row-ids", test_row_ids);
  g_test_add_func ("/edit-scenarios/name-of-copy", test_name_of_copy);
  return g_test_run ();
}
