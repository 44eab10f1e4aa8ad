#include "brute-force.h"
#include "core/edit.h"
#include "core/error.h"
#include "group-score.h"
#include "lever-edit.h"
#include "sample.h"

#include <math.h>
#include <string.h>

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
  mis_check_close (__FILE__, __LINE__, G_STRFUNC, what, effect->overall, expected, TOLERANCE, FLOOR);
  record->worst = MAX (record->worst, mis_deviation (effect->overall, expected, FLOOR));
  if (effect->method == MIS_EFFECT_CLOSED)
    record->n_closed++;
  else
    record->n_summed++;
  for (guint p = 0; p < effect->n_areas && effect->lever.kind != MIS_LEVER_REMOVE_AREA; p++)
    mis_check_close (__FILE__, __LINE__, G_STRFUNC, what, effect->areas[p],
                     after->areas[p].misalignment - before->areas[p].misalignment, TOLERANCE, FLOOR);
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/effect/random", test_random);
  g_test_add_func ("/core/effect/large/million", test_large_million);
  g_test_add_func ("/core/effect/large/trillion", test_large_trillion);
  return g_test_run ();
}
