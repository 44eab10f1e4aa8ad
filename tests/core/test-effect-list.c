/* Lists of levers by their effect: sorted, whole, both ends, by class. */
#include "brute-force.h"
#include "core/edit.h"
#include "core/lever-class.h"
#include "lever-edit.h"
#include "sample.h"

#include <math.h>

/* All but what the list leaves out: no area with a score left, or weights that are not asked. */
static guint
count_listed (const MisEffects *effects, GArray *levers)
{
  guint n = 0;

  for (guint i = 0; i < levers->len; i++)
    {
      const MisLever *lever = &g_array_index (levers, MisLever, i);
      g_autoptr (MisEffect) effect = mis_effect_new (effects, lever, NULL);
      gboolean is_weight = lever->kind == MIS_LEVER_WEIGHT || lever->kind == MIS_LEVER_GOAL_WEIGHT;

      if (effect->has_score && (!is_weight || effect->overall != 0))
        n++;
    }
  return n;
}

/* Sorted, each with the effect that it has by itself, and all that have one. */
static void
check_list (const MisEffects *effects, GArray *levers)
{
  MisLeverQuery all = { .max = G_MAXUINT };
  MisLeverQuery ten = { .max = 10, .raise = TRUE };
  g_autoptr (GArray) list = mis_effects_list (effects, &all, NULL);
  g_autoptr (GArray) few = mis_effects_list (effects, &ten, NULL);
  guint n = count_listed (effects, levers);
  const MisScoring *scoring =
      mis_world_get_scoring (mis_tally_get_world (mis_effects_get_tally (effects)));

  g_assert_cmpuint (list->len, >=, n);
  if (scoring->weights == MIS_WEIGHTS_AS_GIVEN)
    g_assert_cmpuint (list->len, <=, levers->len);
  g_assert_cmpuint (few->len, ==, MIN (list->len, 10));
  for (guint i = 0; i < list->len; i++)
    {
      const MisLeverItem *item = &g_array_index (list, MisLeverItem, i);
      g_autoptr (MisEffect) effect = mis_effect_new (effects, &item->lever, NULL);
      MisLeverItem alone;

      g_assert_cmpfloat (item->effect, ==, effect->overall);
      g_assert_cmpint (mis_effects_get_item (effects, &item->lever, &alone), ==, effect->has_score);
      g_assert_cmpfloat (alone.effect, ==, effect->overall);
      g_assert_cmpint (alone.method, ==, effect->method);
      g_assert_cmpint (item->method, ==, effect->method);
      if (i > 0)
        g_assert_cmpfloat (item->effect, >=, item[-1].effect);
    }
  for (guint i = 0; i < few->len; i++)
    g_assert_cmpfloat (g_array_index (few, MisLeverItem, i).effect, ==,
                       g_array_index (list, MisLeverItem, list->len - 1 - i).effect);
}

static void
test_list (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (603);

  for (guint i = 0; i < 240; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 5);
      g_autoptr (GArray) levers = mis_list_levers (world, NULL);
      MisScoring scoring = mis_scoring_of_way (i % 24, i / 8);
      g_autoptr (MisEffects) effects = mis_effects_under (world, &scoring);

      check_list (effects, levers);
    }
}

static gboolean
is_whole (const MisLever *lever, MisWorld *world)
{
  guint64 count = mis_world_get_agent (world, lever->agent)->count;

  if (lever->kind == MIS_LEVER_MOVE)
    return lever->agents == count;
  return lever->kind != MIS_LEVER_COUNT || lever->agents == 0 || lever->agents > count;
}

static void
assert_same_lever (const MisLever *a, const MisLever *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpuint (a->area, ==, b->area);
  g_assert_cmpuint (a->agent, ==, b->agent);
  g_assert_cmpuint (a->agents, ==, b->agents);
  g_assert_cmpint (a->goal, ==, b->goal);
  g_assert_cmpint (a->other, ==, b->other);
  g_assert_cmpfloat (a->value, ==, b->value);
}

/* What is in @all, with one sign and in whole rows, is in @side, in the same order. */
static void
check_side (GArray *all, int sign, const MisEffects *effects, GArray *side, guint64 n)
{
  MisWorld *world = mis_tally_get_world (mis_effects_get_tally (effects));
  double noise = MIS_EFFECT_NOISE * mis_effects_get_overall (effects);
  guint found = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const MisLeverItem *item = &g_array_index (all, MisLeverItem, i);

      if (item->effect * sign <= noise || !is_whole (&item->lever, world))
        continue;
      if (found < side->len)
        assert_same_lever (&item->lever, &g_array_index (side, MisLeverItem, found).lever);
      found++;
    }
  g_assert_cmpuint (found, ==, n);
  g_assert_cmpuint (side->len, ==, MIN (n, 7));
}

/* Both ends of the list of all levers. */
static void
test_rank (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (605);

  for (guint i = 0; i < 120; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 5);
      MisScoring scoring = mis_scoring_of_way (i % 24, i / 8);
      g_autoptr (MisEffects) effects = mis_effects_under (world, &scoring);
      MisLeverQuery query = { .max = G_MAXUINT, .step = 0.125 };
      MisLeverQuery seven = { .max = 7, .step = 0.125, .whole = TRUE };
      g_autoptr (GArray) falling = mis_effects_list (effects, &query, NULL);
      g_autoptr (MisLeverRanking) ranking = mis_effects_rank (effects, &seven, NULL);
      g_autoptr (GArray) rising = NULL;

      query.raise = TRUE;
      rising = mis_effects_list (effects, &query, NULL);
      check_side (falling, -1, effects, ranking->lowering, ranking->n_lowering);
      check_side (rising, 1, effects, ranking->raising, ranking->n_raising);
    }
}

/* Every lever stands in the list of its class, and in no other one. */
static void
test_rank_classes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (606);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 5);
      MisScoring scoring = mis_scoring_of_way (i % 24, i / 8);
      g_autoptr (MisEffects) effects = mis_effects_under (world, &scoring);
      MisLeverQuery query = { .max = 1000 };
      g_autoptr (MisLeverRanking) all = mis_effects_rank (effects, &query, NULL);
      guint64 n = 0;

      for (guint class = 0; class < MIS_N_LEVER_CLASSES; class ++)
        {
          g_autoptr (MisLeverRanking) some = NULL;

          query.classes = 1u << class;
          some = mis_effects_rank (effects, &query, NULL);
          n += some->n_lowering + some->n_raising;
          for (guint j = 0; j < some->lowering->len; j++)
            g_assert_cmpint (
                mis_lever_get_class (&g_array_index (some->lowering, MisLeverItem, j).lever, world),
                ==, class);
        }
      g_assert_cmpuint (n, ==, all->n_lowering + all->n_raising);
    }
}

/* Where one row holds a goal, its weight is not that of all holders once more. */
static void
test_distinct (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisEffects) effects = mis_effects_new (tally, NULL);
  const MisPosition position = mis_position (0, 0.5);
  MisLeverQuery query = { .kinds = 1u << MIS_LEVER_GOAL_WEIGHT, .max = 100 };
  g_autoptr (GArray) all = mis_effects_list (effects, &query, NULL);
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) shared = NULL;

  g_autoptr (MisWorld) edited = mis_world_with_position (world, 1, 0, &position, NULL);
  g_autoptr (MisTally) edited_tally = mis_tally_new (edited, NULL);
  g_autoptr (MisEffects) edited_effects = mis_effects_new (edited_tally, NULL);

  query.distinct = TRUE;
  none = mis_effects_list (effects, &query, NULL);
  shared = mis_effects_list (edited_effects, &query, NULL);
  g_assert_cmpuint (all->len, >, 0);
  g_assert_cmpuint (none->len, ==, 0);
  /* The first two rows hold the first goal of the first area: to 0 and to 1. */
  g_assert_cmpuint (shared->len, ==, 2);
  for (guint i = 0; i < shared->len; i++)
    g_assert_cmpint (g_array_index (shared, MisLeverItem, i).lever.goal, ==, 0);
}

static void
test_list_query (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisEffects) effects = mis_effects_new (tally, NULL);
  MisLeverQuery steps = { .kinds = 1u << MIS_LEVER_CONFLICT, .max = 100, .step = 0.25 };
  const gint stop = 1;
  g_autoptr (GArray) list = mis_effects_list (effects, &steps, NULL);
  g_autoptr (GArray) nothing = mis_effects_list (effects, &steps, &stop);
  guint n_steps = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const MisLever *lever = &g_array_index (list, MisLeverItem, i).lever;
      double present =
          mis_area_get_conflict (mis_world_get_area (world, lever->area), lever->goal, lever->other)
              .value;

      g_assert_cmpint (lever->kind, ==, MIS_LEVER_CONFLICT);
      if (fabs (fabs (lever->value - present) - 0.25) < 1e-15)
        n_steps++;
    }
  /* 2 areas of 3 goals: 3 pairs with "no goal" at 0 to 1 and a step up; 3 others to 0 and to 1, and
   * up, but for 0.9; down only from 0.3, 0.5 and 0.9. */
  g_assert_cmpuint (list->len, ==, 2 * 3 * 2 + 6 * 2 + 5 + 3);
  g_assert_cmpuint (n_steps, ==, 6 + 5 + 3);
  g_assert_cmpuint (nothing->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/effect/list", test_list);
  g_test_add_func ("/core/effect/list/query", test_list_query);
  g_test_add_func ("/core/effect/list/distinct", test_distinct);
  g_test_add_func ("/core/effect/list/both-ends", test_rank);
  g_test_add_func ("/core/effect/list/classes", test_rank_classes);
  return g_test_run ();
}
