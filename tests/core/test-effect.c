#include "brute-force.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/lever-class.h"
#include "group-score.h"
#include "lever-edit.h"
#include "sample.h"

#include <math.h>

/* Against brute force over agents in long double, which is good to 1e-18 of the score: effects
 * below FLOOR are compared absolutely. */
#define TOLERANCE 1e-12
#define FLOOR 1e-4

#define N_WORLDS 500
#define N_SCORINGS 30

/* One of the 24 ways to sum pairs with all 30 ways to go on from there. */
static MisScoring
scoring_of (guint way, guint rest)
{
  return (MisScoring) {
    .weight_mean = (MisWeightMean) (way % 6),
    .unknown = (MisUnknown) (way / 6 % 2),
    .weights = (MisWeights) (way / 12 % 2),
    .area_mean = (MisAreaMean) (rest % 5),
    .pairs = (MisPairs) (rest / 5 % 2),
    .normalization = (MisNormalization) (rest / 10 % 3),
  };
}

typedef struct
{
  double worst;
  guint n_closed;
  guint n_summed;
} Record;

static void
compare_effect (Record *record, const MisEffect *effect, const MisBruteScore *before,
                const MisBruteScore *after)
{
  g_autofree char *what = mis_describe_lever (&effect->lever);
  long double expected = after->overall - before->overall;

  g_assert_cmpint (effect->has_score, ==, after->has_score);
  mis_check_close (__FILE__, __LINE__, G_STRFUNC, what, effect->overall, expected, TOLERANCE,
                   FLOOR);
  record->worst = MAX (record->worst, mis_deviation (effect->overall, expected, FLOOR));
  if (effect->method == MIS_EFFECT_CLOSED)
    record->n_closed++;
  else
    record->n_summed++;
  for (guint p = 0; p < effect->n_areas && effect->lever.kind != MIS_LEVER_REMOVE_AREA; p++)
    mis_check_close (__FILE__, __LINE__, G_STRFUNC, what, effect->areas[p],
                     after->areas[p].misalignment - before->areas[p].misalignment, TOLERANCE,
                     FLOOR);
}

static void
check_world (Record *record, MisWorld *world, guint way, GRand *rand)
{
  g_autoptr (GArray) levers = mis_list_levers (world, rand);
  g_autoptr (MisBrute) brute = mis_brute_new (world);
  MisEffects *effects[N_SCORINGS];

  for (guint i = 0; i < N_SCORINGS; i++)
    {
      MisScoring scoring = scoring_of (way, i);

      effects[i] = mis_effects_under (world, &scoring);
    }
  for (guint j = 0; j < levers->len; j++)
    {
      const MisLever *lever = &g_array_index (levers, MisLever, j);
      g_autoptr (MisWorld) edited = mis_edit_by_lever (world, lever);
      g_autoptr (MisBrute) changed = mis_brute_new (edited);

      for (guint i = 0; i < N_SCORINGS; i++)
        {
          MisScoring scoring = scoring_of (way, i);
          g_autoptr (MisBruteScore) before = mis_brute_score (brute, &scoring);
          g_autoptr (MisBruteScore) after = mis_brute_score (changed, &scoring);
          g_autoptr (MisEffect) effect = mis_effect_new (effects[i], lever, NULL);

          g_assert_nonnull (effect);
          /* No score is below 0, not even by rounding. */
          g_assert_cmpfloat (mis_effects_get_overall (effects[i]) + effect->overall, >=, 0.0);
          compare_effect (record, effect, before, after);
        }
    }
  for (guint i = 0; i < N_SCORINGS; i++)
    mis_effects_unref (effects[i]);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (600);
  Record record = { 0 };

  for (guint i = 0; i < N_WORLDS; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 5);

      check_world (&record, world, i % 24, rand);
    }
  g_test_message ("%u effects in closed form, %u summed, worst deviation %.2g", record.n_closed,
                  record.n_summed, record.worst);
  g_assert_cmpuint (record.n_closed, >, 5 * record.n_summed);
}

/* Large populations: the effect of one agent among 10^12 to nine digits */

#define LARGE_TOLERANCE 1e-9

/* What cancels beyond this part of the score is noise of the reference too. */
#define NOISE 1e-20

static double
check_large_world (MisWorld *world, GArray *levers)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisEffects) effects = mis_effects_new (tally, NULL);
  _Float128 before = mis_group_overall (world);
  double worst = 0;

  for (guint i = 0; i < levers->len; i++)
    {
      const MisLever *lever = &g_array_index (levers, MisLever, i);
      g_autofree char *what = mis_describe_lever (lever);
      g_autoptr (MisWorld) edited = mis_edit_by_lever (world, lever);
      g_autoptr (MisEffect) effect = mis_effect_new (effects, lever, NULL);
      _Float128 expected = mis_group_overall (edited) - before;
      double deviation = mis_group_deviation (effect->overall, expected, NOISE);

      worst = MAX (worst, deviation);
      if (deviation > LARGE_TOLERANCE)
        g_error ("%s: found %.17g, expected %.17g", what, effect->overall, (double) expected);
    }
  return worst;
}

static void
check_large (guint32 seed, double population, guint n_worlds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  double worst = 0;

  for (guint i = 0; i < n_worlds; i++)
    {
      g_autoptr (MisWorld) world = mis_large_random_world (rand, population);
      g_autoptr (GArray) levers = mis_list_levers (world, rand);

      for (guint j = 0; j < N_SCORINGS; j++)
        {
          MisScoring scoring = scoring_of (i % 24, j);
          g_autoptr (MisWorld) rescored = mis_world_with_scoring (world, &scoring);

          worst = MAX (worst, check_large_world (rescored, levers));
        }
    }
  g_test_message ("populations of %g: worst relative deviation %.2g", population, worst);
}

static void
test_large_million (void)
{
  check_large (601, 1e6, 24);
}

static void
test_large_trillion (void)
{
  check_large (602, 1e12, 24);
}

/* Lists */

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
  const MisScoring *scoring
      = mis_world_get_scoring (mis_tally_get_world (mis_effects_get_tally (effects)));

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
      g_assert_cmpint (mis_effects_get_item (effects, &item->lever, &alone), ==,
                       effect->has_score);
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
      MisScoring scoring = scoring_of (i % 24, i / 8);
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
      MisScoring scoring = scoring_of (i % 24, i / 8);
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
      MisScoring scoring = scoring_of (i % 24, i / 8);
      g_autoptr (MisEffects) effects = mis_effects_under (world, &scoring);
      MisLeverQuery query = { .max = 1000 };
      g_autoptr (MisLeverRanking) all = mis_effects_rank (effects, &query, NULL);
      guint64 n = 0;

      for (guint class = 0; class < MIS_N_LEVER_CLASSES; class++)
        {
          g_autoptr (MisLeverRanking) some = NULL;

          query.classes = 1u << class;
          some = mis_effects_rank (effects, &query, NULL);
          n += some->n_lowering + some->n_raising;
          for (guint j = 0; j < some->lowering->len; j++)
            g_assert_cmpint (mis_lever_get_class (
                                 &g_array_index (some->lowering, MisLeverItem, j).lever, world),
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
      double present = mis_area_get_conflict (mis_world_get_area (world, lever->area), lever->goal,
                                              lever->other).value;

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

/* The edit of core and the one of these tests give the same score. */
static void
test_edit (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (604);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 6);
      g_autoptr (GArray) levers = mis_list_levers (world, rand);

      for (guint j = 0; j < levers->len; j++)
        {
          const MisLever *lever = &g_array_index (levers, MisLever, j);
          g_autoptr (GError) error = NULL;
          g_autoptr (MisWorld) edited = mis_world_with_lever (world, lever, &error);
          g_autoptr (MisWorld) expected = mis_edit_by_lever (world, lever);

          g_assert_no_error (error);
          g_assert_cmpuint (mis_world_get_n_agents (edited), ==, mis_world_get_n_agents (expected));
          g_assert_cmpuint (mis_world_get_population (edited), ==,
                            mis_world_get_population (expected));
          g_assert_cmpfloat ((double) mis_group_overall (edited), ==,
                             (double) mis_group_overall (expected));
        }
    }
}

/* Effects taken over from the world before are those from scratch. */
static void
test_previous (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (605);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 6);
      g_autoptr (GArray) levers = mis_list_levers (world, rand);
      g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
      g_autoptr (MisEffects) effects = mis_effects_new (tally, NULL);

      for (guint j = 0; j < levers->len; j += 3)
        {
          const MisLever *lever = &g_array_index (levers, MisLever, j);
          g_autoptr (MisWorld) edited = mis_edit_by_lever (world, lever);
          g_autoptr (MisTally) edited_tally = mis_tally_new (edited, tally);
          g_autoptr (MisEffects) shared = mis_effects_new (edited_tally, effects);
          g_autoptr (MisEffects) fresh = mis_effects_new (edited_tally, NULL);

          g_assert_cmpfloat (mis_effects_get_overall (shared), ==, mis_effects_get_overall (fresh));
          for (guint p = 0; p < mis_world_get_n_areas (edited); p++)
            mis_assert_close (mis_effects_get_area (shared, p), mis_effects_get_area (fresh, p), 0,
                              1e-300);
        }
    }
}

/* More than 1,000 distinct weights: harmonic by its integral. */
static void
test_many_weights (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (606);
  MisWorldBuilder *builder = mis_world_builder_new ();
  MisScoring scoring = { 0 };
  g_autoptr (MisWorld) world = NULL;

  mis_sample_add_area (builder, mis_sample_area_with_null ("p", 3, 0.5, 0.25));
  for (guint i = 0; i < 1500; i++)
    {
      MisPosition position = mis_position (g_rand_int_range (rand, -1, 3), g_rand_double (rand));
      char id[8];

      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, 1 + i % 3, &position, 1);
    }
  world = mis_world_builder_end (builder);
  for (guint mean = 0; mean < 6; mean++)
    {
      const MisLever levers[] = {
        { .kind = MIS_LEVER_COUNT, .agent = 3, .agents = 0 },
        { .kind = MIS_LEVER_WEIGHT, .agent = 4, .agents = 1, .value = 1 },
        { .kind = MIS_LEVER_WEIGHT, .agent = 5, .agents = 1, .value = 1e-9 },
        { .kind = MIS_LEVER_MOVE, .agent = 6, .agents = 1, .goal = MIS_UNKNOWN },
        { .kind = MIS_LEVER_CONFLICT, .goal = 0, .other = 2, .value = 1 },
        { .kind = MIS_LEVER_GOAL_WEIGHT, .goal = 1, .value = 0.5 },
      };

      scoring.weight_mean = (MisWeightMean) mean;

      g_autoptr (MisWorld) rescored = mis_world_with_scoring (world, &scoring);
      g_autoptr (MisEffects) effects = mis_effects_under (world, &scoring);
      _Float128 before = mis_group_overall (rescored);

      for (guint i = 0; i < G_N_ELEMENTS (levers); i++)
        {
          g_autoptr (MisWorld) edited = mis_edit_by_lever (rescored, &levers[i]);
          g_autoptr (MisEffect) effect = mis_effect_new (effects, &levers[i], NULL);

          _Float128 expected = mis_group_overall (edited) - before;

          g_assert_cmpfloat (mis_group_deviation (effect->overall, expected, NOISE), <=,
                             LARGE_TOLERANCE);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/effect/random", test_random);
  g_test_add_func ("/core/effect/large/million", test_large_million);
  g_test_add_func ("/core/effect/large/trillion", test_large_trillion);
  g_test_add_func ("/core/effect/list", test_list);
  g_test_add_func ("/core/effect/list/query", test_list_query);
  g_test_add_func ("/core/effect/list/distinct", test_distinct);
  g_test_add_func ("/core/effect/list/both-ends", test_rank);
  g_test_add_func ("/core/effect/list/classes", test_rank_classes);
  g_test_add_func ("/core/effect/edit", test_edit);
  g_test_add_func ("/core/effect/previous", test_previous);
  g_test_add_func ("/core/effect/many-weights", test_many_weights);
  return g_test_run ();
}
