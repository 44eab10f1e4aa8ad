/* Rows sorted and filtered, against the same by brute force. */
#include <string.h>

#include "core/edit.h"
#include "document/agent-order.h"

#include "table-case.h"

/* Where a row comes by one column, without regard to direction: 0 a value, 1 no goal, 2 none. */
typedef struct
{
  guint class;
  double number;
  const char *text;
} Rank;

static Rank
rank_row (const MisWorld *world, guint row, MisAgentField field, guint area)
{
  const MisAgent *agent = mis_world_get_agent (world, row);
  MisPosition position = mis_world_get_position (world, row, area);

  switch (field)
    {
    case MIS_AGENT_NAME:
      return (Rank){ 0, 0.0, agent->name };
    case MIS_AGENT_KIND:
      return (Rank){ 0, 0.0, (const char *[]){ "h", "a", "or", "ot" }[agent->kind] };
    case MIS_AGENT_PRINCIPAL:
      return (Rank){ *agent->principal == '\0' ? 2 : 0, 0.0, agent->principal };
    case MIS_AGENT_COUNT:
      return (Rank){ 0, (double)agent->count, "" };
    case MIS_AGENT_GOAL:
      if (position.goal < 0)
        return (Rank){ position.goal == MIS_NO_GOAL ? 1 : 2, 0.0, "" };
      return (Rank){ 0, 0.0,
                     mis_area_get_goal_name (mis_world_get_area (world, area), position.goal) };
    case MIS_AGENT_WEIGHT:
    default:
      return (Rank){ position.goal == MIS_UNKNOWN ? 2 : 0, position.weight, "" };
    }
}

/* Whether @a must stand before @b. */
static gboolean
comes_before (const Rank *a, const Rank *b, MisSortOrder direction)
{
  int order;

  if (a->class != b->class || a->class > 0)
    return a->class < b->class;
  order = a->number != b->number ? (a->number < b->number ? -1 : 1) : strcmp (a->text, b->text);
  return direction == MIS_SORT_ASCENDING ? order < 0 : order > 0;
}

/* By insertion, which is stable. */
static GArray *
sort_slowly (const MisWorld *world, MisAgentField field, guint area, MisSortOrder direction)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < mis_world_get_n_agents (world); row++)
    {
      Rank rank = rank_row (world, row, field, area);
      guint at = order->len;

      for (; at > 0; at--)
        {
          Rank other = rank_row (world, g_array_index (order, guint, at - 1), field, area);

          if (!comes_before (&rank, &other, direction))
            break;
        }
      g_array_insert_val (order, at, row);
    }
  return order;
}

static void
assert_rows (const GArray *order, const guint *rows, guint n)
{
  g_assert_cmpuint (order->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_array_index (order, guint, i), ==, rows[i]);
}

static void
test_sort (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (MisWorld) world = new_table_world (rand, 300, 2, 6);

      for (MisAgentField field = MIS_AGENT_NAME; field <= MIS_AGENT_WEIGHT; field++)
        for (MisSortOrder way = MIS_SORT_ASCENDING; way <= MIS_SORT_DESCENDING; way++)
          {
            g_autoptr (GArray) order = mis_agent_order_new (world);
            g_autoptr (GArray) expected = sort_slowly (world, field, 1, way);
            g_autoptr (MisGoalWords) words = mis_goal_words_new (mis_world_get_area (world, 1));

            mis_agent_order_sort (order, world, field, 1, words, way);
            assert_rows (order, (const guint *)expected->data, expected->len);
          }
    }
}

static MisWorld *
new_named_world (const char *const *names, guint n)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      g_autoptr (MisAgent) agent = mis_agent_new (id, names[i], MIS_KIND_HUMAN, "", 1, "", NULL);

      g_assert_true (mis_world_builder_add_agent (builder, agent, NULL, NULL, 0, NULL));
    }
  return mis_world_builder_end (builder);
}

/* Case does not count, numbers in names do, names that are empty come last. */
static void
test_names (void)
{
  const char *names[] = { "group 10", "", "Group 2", "b", "A", "a", "B" };
  const guint up[] = { 4, 5, 3, 6, 2, 0, 1 };
  const guint down[] = { 0, 2, 3, 6, 4, 5, 1 };
  g_autoptr (MisWorld) world = new_named_world (names, G_N_ELEMENTS (names));
  g_autoptr (GArray) order = mis_agent_order_new (world);

  mis_agent_order_sort (order, world, MIS_AGENT_NAME, 0, NULL, MIS_SORT_ASCENDING);
  assert_rows (order, up, G_N_ELEMENTS (up));
  mis_agent_order_sort (order, world, MIS_AGENT_NAME, 0, NULL, MIS_SORT_DESCENDING);
  assert_rows (order, down, G_N_ELEMENTS (down));
}

/* The texts are ASCII here: lower case is all there is to folding. */
static gboolean
matches_slowly (const MisWorld *world, guint row, const char *word)
{
  const MisAgent *agent = mis_world_get_agent (world, row);
  g_autoptr (GString) all = g_string_new (agent->name);

  g_string_append_printf (all, "\n%s", agent->principal);
  for (guint area = 0; area < mis_world_get_n_areas (world); area++)
    {
      int goal = mis_world_get_position (world, row, area).goal;

      if (goal >= 0)
        g_string_append_printf (all, "\n%s",
                                mis_area_get_goal_name (mis_world_get_area (world, area), goal));
    }
  return strstr (all->str, word) != NULL;
}

static void
test_filter (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint round = 0; round < 200; round++)
    {
      const guint areas[] = { 0, 1 };
      g_autoptr (MisWorld) world = new_table_world (rand, 100, 2, 6);
      g_autoptr (MisGoalWords) first = mis_goal_words_new (mis_world_get_area (world, 0));
      g_autoptr (MisGoalWords) second = mis_goal_words_new (mis_world_get_area (world, 1));
      MisGoalWords *words[] = { first, second };
      char one[] = { (char)g_rand_int_range (rand, 'a', 'f'), '\0' };
      char two[] = { (char)g_rand_int_range (rand, 'a', 'z'),
                     (char)g_rand_int_range (rand, 'a', 'z'), '\0' };
      g_autofree char *text = g_strdup_printf ("  %c %s", g_ascii_toupper (one[0]), two);
      g_autoptr (GArray) order = mis_agent_order_new (world);
      guint n = 0;

      mis_agent_order_filter (order, world, text, areas, words, 2);
      for (guint row = 0; row < 100; row++)
        if (matches_slowly (world, row, one) && matches_slowly (world, row, two))
          g_assert_cmpuint (g_array_index (order, guint, n++), ==, row);
      g_assert_cmpuint (order->len, ==, n);
    }
}

static void
test_filter_without_accents (void)
{
  const char *names[] = { "Élise", "Elk", "ÉTÉ", "Ötzi" };
  g_autoptr (MisWorld) world = new_named_world (names, G_N_ELEMENTS (names));
  g_autoptr (GArray) order = mis_agent_order_new (world);
  const guint expected[] = { 0, 1 };

  mis_agent_order_filter (order, world, "", NULL, NULL, 0);
  g_assert_cmpuint (order->len, ==, 4);
  mis_agent_order_filter (order, world, "èL", NULL, NULL, 0);
  assert_rows (order, expected, G_N_ELEMENTS (expected));
}

static MisWorld *
with_row (MisWorld *world, guint index, const char *id)
{
  g_autoptr (MisAgent) agent = mis_agent_new (id, id, MIS_KIND_HUMAN, "", 1, "", NULL);

  return mis_world_with_agent_added (world, index, agent, NULL, NULL, 0, NULL);
}

static char *
join_ids (const GArray *order, const MisWorld *world)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            mis_world_get_agent (world, g_array_index (order, guint, i))->id);
  return g_string_free (ids, FALSE);
}

static void
check_keep (const guint *rows, guint n, MisWorld *before, MisWorld *after, const char *expected)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) kept = NULL;
  g_autofree char *ids = NULL;

  g_array_append_vals (order, rows, n);
  kept = mis_agent_order_keep (order, before, after);
  ids = join_ids (kept, after);
  g_assert_cmpstr (ids, ==, expected);
}

static void
test_keep (void)
{
  const char *names[] = { "", "", "", "" };
  const guint sorted[] = { 3, 0, 2, 1 }, filtered[] = { 2, 0 }, fewer[] = { 2, 0, 1 };
  g_autoptr (MisWorld) world = new_named_world (names, G_N_ELEMENTS (names));
  g_autoptr (MisWorld) behind = with_row (world, 2, "x");
  g_autoptr (MisWorld) two = with_row (behind, 3, "y");
  g_autoptr (MisWorld) first = with_row (world, 0, "x");
  g_autoptr (MisWorld) last = with_row (world, 4, "x");
  g_autoptr (MisWorld) without = mis_world_with_agent_removed (world, 2, NULL);

  g_assert_true (mis_agent_order_holds (world, world));
  g_assert_false (mis_agent_order_holds (world, last));
  g_assert_false (mis_agent_order_holds (behind, first));
  check_keep (sorted, 4, world, world, "r3 r0 r2 r1");
  check_keep (sorted, 4, world, behind, "r3 r0 r2 r1 x");
  check_keep (sorted, 4, world, two, "r3 r0 r2 r1 x y");
  check_keep (filtered, 2, world, two, "r2 r0 x y");
  check_keep (sorted, 4, world, first, "x r3 r0 r2 r1");
  check_keep (sorted, 4, world, last, "r3 r0 r2 r1 x");
  check_keep (sorted, 4, world, without, "r3 r0 r1");
  check_keep (fewer, 3, without, world, "r3 r0 r1 r2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agent-order/sort", test_sort);
  g_test_add_func ("/agent-order/names", test_names);
  g_test_add_func ("/agent-order/filter", test_filter);
  g_test_add_func ("/agent-order/filter-without-accents", test_filter_without_accents);
  g_test_add_func ("/agent-order/keep", test_keep);
  return g_test_run ();
}
