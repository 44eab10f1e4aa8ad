/* Lists of parameters: what unfolds below what, and what a search finds. */
#include "document/parameter-search.h"

#include "load-example.h"

static char *
join_labels (MisParameterModel *model, MisWorld *world)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (MisParameter) parameter = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_autofree char *label = mis_parameter_dup_label (parameter, world);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", label);
    }
  return g_string_free (text, FALSE);
}

/* (transfer full): all that a search finds, which takes a few parameters at a time. */
static MisParameterModel *
find (MisWorld *world, const char *text, gboolean counts)
{
  g_autoptr (MisParameterSearch) search = mis_parameter_search_new (world, text, counts);

  while (mis_parameter_search_look (search, 3))
    ;
  return g_object_ref (mis_parameter_search_get_matches (search));
}

static void
check_children (MisWorld *world, MisParameterSection section, guint index, const char *expected)
{
  g_autoptr (MisParameter) parameter = mis_parameter_new_section (section, index);
  g_autoptr (MisParameterModel) children =
    mis_parameter_model_new_children (world, parameter, FALSE);
  g_autofree char *labels = join_labels (children, world);

  g_assert_cmpstr (labels, ==, expected);
}

static void
test_sections (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameterModel) model = mis_parameter_model_new (world);
  g_autofree char *labels = join_labels (model, world);

  g_assert_cmpstr (labels, ==, "Population; Weights; Conflicts");
  check_children (world, MIS_SECTION_POPULATION, 0,
                  "All agents; Customer; Retailer; Recommender system");
  check_children (world, MIS_SECTION_WEIGHTS, 0, "Customer; Retailer; Recommender system");
  check_children (world, MIS_SECTION_AGENT, 1, "Food and groceries; Household items");
  check_children (world, MIS_SECTION_CONFLICTS, 0, "Food and groceries; Household items");
  check_children (world, MIS_SECTION_AREA, 1,
                  "All pairs of goals; Avoid impulse buying\nagainst Move inventory; "
                  "Avoid impulse buying\nagainst Maximize checkout value; "
                  "Move inventory\nagainst Maximize checkout value");
}

/* Whether what a lock keeps is a share goes with how groups are moved. */
static void
test_locks_of_all_agents (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameter) section = mis_parameter_new_section (MIS_SECTION_POPULATION, 0);

  for (guint counts = 0; counts < 2; counts++)
    {
      g_autoptr (MisParameterModel) children =
          mis_parameter_model_new_children (world, section, counts != 0);
      g_autoptr (MisParameter) all = g_list_model_get_item (G_LIST_MODEL (children), 0);

      g_assert_cmpint (all->kind, ==, MIS_PARAMETER_POPULATION);
      g_assert_cmpint (all->keeps_shares, ==, counts == 0);
    }
}

static void
test_nothing_below_a_number (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameter) weight = mis_parameter_new (MIS_PARAMETER_WEIGHT, 0, 0, 0, 0);

  g_assert_null (mis_parameter_model_new_children (world, weight, FALSE));
}

static void
test_blank (void)
{
  g_autoptr (MisWorld) world = load_example ("blank");
  g_autoptr (MisParameterModel) model = mis_parameter_model_new (world);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
}

static void
test_search (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameterModel) one = find (world, "customer FOOD", FALSE);
  g_autoptr (MisParameterModel) none = find (world, "submarine", FALSE);
  g_autoptr (MisParameterModel) retailer = find (world, "rétailer", TRUE);
  g_autofree char *found = join_labels (one, world);

  /* Her weight, and the two conflicts that she has. */
  g_assert_cmpstr (found, ==,
                   "Food and groceries; Convenience at low price\nagainst Increase net profits; "
                   "Convenience at low price\nagainst Maximize checkout value");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (none)), ==, 0);
  /* His count; in both areas, his weight and his conflict with either of the others. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (retailer)), ==, 1 + 2 * (1 + 2));
}

/* A conflict is found by the groups that have it. */
static void
test_search_for_holders (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameterModel) found =
      find (world, "conflict customer recom household", FALSE);
  g_autoptr (MisParameter) parameter = g_list_model_get_item (G_LIST_MODEL (found), 0);
  g_autofree char *detail = mis_parameter_dup_detail (parameter, world);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, 1);
  g_assert_cmpint (parameter->kind, ==, MIS_PARAMETER_CONFLICT);
  g_assert_cmpstr (detail, ==, "Customer – Recommender system");
}

/* However many there are, no more are looked at than was asked for, and no match is lost
 * by that. */
static void
test_search_in_parts (void)
{
  g_autoptr (MisWorld) world = load_example ("carla");
  g_autoptr (MisParameterModel) all = find (world, "a", FALSE);
  g_autofree char *expected = join_labels (all, world);

  for (guint n = 1; n <= 15; n += 7)
    {
      g_autoptr (MisParameterSearch) search = mis_parameter_search_new (world, "a", FALSE);
      MisParameterModel *matches = mis_parameter_search_get_matches (search);
      guint most = 0;
      g_autofree char *found = NULL;

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (matches)), ==, 0);
      while (mis_parameter_search_look (search, n))
        g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (matches)), <=, most += n);
      g_assert_cmpuint (most, >, 0);
      g_assert_false (mis_parameter_search_look (search, n));
      found = join_labels (matches, world);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
count_cb (guint *n_added, guint position, guint n_removed, guint n)
{
  g_assert_cmpuint (n_removed, ==, 0);
  g_assert_cmpuint (position, ==, *n_added);
  *n_added += n;
}

/* A list that is shown hears of each match; there are never more than anybody reads. */
static void
test_search_with_many_matches (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisParameterSearch) search = NULL;
  MisParameterModel *matches;
  guint n_added = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("group%u", i);
      g_autoptr (MisAgent) agent = mis_agent_new (id, id, MIS_KIND_HUMAN, "", 1, "", NULL);

      g_assert_true (mis_world_builder_add_agent (builder, agent, NULL, NULL, 0, NULL));
    }
  world = mis_world_builder_end (builder);
  search = mis_parameter_search_new (world, "GROUP", FALSE);
  matches = mis_parameter_search_get_matches (search);
  g_signal_connect_swapped (matches, "items-changed", G_CALLBACK (count_cb), &n_added);
  while (mis_parameter_search_look (search, 10))
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (matches)), ==, n_added);
  g_assert_cmpuint (n_added, ==, MIS_PARAMETER_MATCHES);
}

/* What a search for letters that no name has does not find. */
static void
test_search_in_other_scripts (void)
{
  g_autoptr (MisWorld) world = load_example ("shopping");
  g_autoptr (MisParameterModel) chinese = find (world, "数学", FALSE);
  g_autoptr (MisParameterModel) question = find (world, "?", FALSE);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (chinese)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (question)), ==, 0);
}

/* Every pair of goals is listed once, in order, however many there are. */
static void
test_pairs (void)
{
  const guint k = 60;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree MisGoal *goals = g_new0 (MisGoal, k);
  g_autoptr (MisParameter) section = mis_parameter_new_section (MIS_SECTION_AREA, 0);
  g_autoptr (MisArea) area = NULL;
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisParameterModel) model = NULL;
  MisWorldBuilder *builder = mis_world_builder_new ();
  guint position = 1;

  for (guint i = 0; i < k; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("g%u", i));
      goals[i] = (MisGoal) { g_ptr_array_index (ids, i), g_ptr_array_index (ids, i), (char *) "" };
    }
  area = mis_area_new ("a", "A", "", goals, k, 0.5,
                       &(MisConflict) { MIS_NO_GOAL, 3, 0.2, 0.2, 0.2, NULL }, 1, NULL);
  g_assert_true (mis_world_builder_add_area (builder, area, NULL));
  world = mis_world_builder_end (builder);
  model = mis_parameter_model_new_children (world, section, FALSE);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1 + k * (k - 1) / 2 + 1);
  for (int g = 0; g < (int) k; g++)
    for (int h = g + 1; h < (int) k; h++)
      {
        g_autoptr (MisParameter) parameter =
          g_list_model_get_item (G_LIST_MODEL (model), position++);

        g_assert_cmpint (parameter->g, ==, g);
        g_assert_cmpint (parameter->h, ==, h);
      }
  {
    g_autoptr (MisParameter) parameter = g_list_model_get_item (G_LIST_MODEL (model), position);

    g_assert_cmpint (parameter->g, ==, MIS_NO_GOAL);
    g_assert_cmpint (parameter->h, ==, 3);
  }
}

/* Each conflict is found where it is listed, those with "no goal" too. */
static void
assert_finds_all (MisWorld *world, guint area)
{
  g_autoptr (MisParameter) heading = mis_parameter_new_section (MIS_SECTION_AREA, area);
  g_autoptr (MisParameterModel) model = mis_parameter_model_new_children (world, heading, FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (MisParameter) it = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (it->kind == MIS_PARAMETER_CONFLICT)
        g_assert_cmpuint (mis_parameter_model_find_conflict (world, area, it->g, it->h), ==, i);
    }
  g_assert_cmpuint (mis_parameter_model_find_conflict (world, area, 0, 1000), ==, G_MAXUINT);
}

static void
test_find_conflict (void)
{
  static const char *const names[] = { "shopping", "carla", "ranges" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MisWorld) world = load_example (names[i]);

      for (guint area = 0; area < mis_world_get_n_areas (world); area++)
        assert_finds_all (world, area);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parameter-model/sections", test_sections);
  g_test_add_func ("/parameter-model/locks-of-all-agents", test_locks_of_all_agents);
  g_test_add_func ("/parameter-model/nothing-below-a-number", test_nothing_below_a_number);
  g_test_add_func ("/parameter-model/blank", test_blank);
  g_test_add_func ("/parameter-model/search", test_search);
  g_test_add_func ("/parameter-model/search-for-holders", test_search_for_holders);
  g_test_add_func ("/parameter-model/search-in-parts", test_search_in_parts);
  g_test_add_func ("/parameter-model/search-with-many-matches", test_search_with_many_matches);
  g_test_add_func ("/parameter-model/search-in-other-scripts", test_search_in_other_scripts);
  g_test_add_func ("/parameter-model/find-conflict", test_find_conflict);
  g_test_add_func ("/parameter-model/pairs", test_pairs);
  return g_test_run ();
}
