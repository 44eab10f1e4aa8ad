#include "brute-force.h"
#include "core/edit.h"
#include "group-score.h"
#include "lever-edit.h"
#include "sample.h"

/* Against brute force over agents in long double, which is good to 1e-18 of the score: effects
 * below FLOOR are compared absolutely. */
#define TOLERANCE 1e-12
#define FLOOR 1e-4

#define N_WORLDS 500
#define N_SCORINGS 30

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
      MisScoring scoring = mis_scoring_of_way (way, i);

      effects[i] = mis_effects_under (world, &scoring);
    }
  for (guint j = 0; j < levers->len; j++)
    {
      const MisLever *lever = &g_array_index (levers, MisLever, j);
      g_autoptr (MisWorld) edited = mis_edit_by_lever (world, lever);
      g_autoptr (MisBrute) changed = mis_brute_new (edited);

      for (guint i = 0; i < N_SCORINGS; i++)
        {
          MisScoring scoring = mis_scoring_of_way (way, i);
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
          MisScoring scoring = mis_scoring_of_way (i % 24, j);
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
  g_test_add_func ("/core/effect/edit", test_edit);
  g_test_add_func ("/core/effect/previous", test_previous);
  g_test_add_func ("/core/effect/many-weights", test_many_weights);
  return g_test_run ();
}
