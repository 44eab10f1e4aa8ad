/* Effects in extreme worlds: conflicts and weights from 10^-12 to 1, counts from 1 to 10^12, nearly
 * all agents in one row. Every effect above what 106 bits leave has nine digits of its own, and
 * nothing else is one. */
#include "core/edit.h"
#include "group-score.h"
#include "lever-edit.h"
#include "sample.h"

#include <math.h>

#define TOLERANCE 1e-9
#define N_GOALS 4
#define N_WORLDS 1000
#define N_WORLDS_FULL 20000

typedef struct
{
  double worst;
  guint n;
} Record;

static void
check_effect (Record *record, MisWorld *world, const MisEffects *effects, const MisLever *lever,
              _Float128 before)
{
  g_autofree char *what = mis_describe_lever (lever);
  g_autoptr (MisWorld) edited = mis_edit_by_lever (world, lever);
  g_autoptr (MisEffect) effect = mis_effect_new (effects, lever, NULL);
  _Float128 exact = mis_group_overall (edited) - before;
  double noise = MIS_EFFECT_NOISE * (double) before;

  record->n++;
  if (fabs ((double) exact) <= noise)
    {
      if (!(fabs (effect->overall) <= noise * (1 + TOLERANCE)))
        g_error ("%s: found %.17g, expected nothing (%.17g)", what, effect->overall,
                 (double) exact);
      return;
    }
  record->worst = MAX (record->worst, mis_group_deviation (effect->overall, exact, 0));
  if (!(record->worst <= TOLERANCE))
    g_error ("%s: found %.17g, expected %.17g, which is %.2g of the score; %s mean, %s area mean, "
             "weights %u, pairs %u, normalization %u, %s",
             what, effect->overall, (double) exact, (double) (exact / before),
             mis_options[0].choices[mis_scoring_get (mis_world_get_scoring (world), 0)].nick,
             mis_options[1].choices[mis_scoring_get (mis_world_get_scoring (world), 1)].nick,
             mis_world_get_scoring (world)->weights, mis_world_get_scoring (world)->pairs,
             mis_world_get_scoring (world)->normalization, mis_effect_methods[effect->method].nick);
}

static void
check_levers (Record *record, MisWorld *world, GRand *rand)
{
  g_autoptr (GArray) levers = mis_list_levers (world, rand);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisEffects) effects = mis_effects_new (tally, NULL);
  _Float128 before = mis_group_overall (world);

  for (guint i = 0; i < levers->len; i++)
    check_effect (record, world, effects, &g_array_index (levers, MisLever, i), before);
}

/* Random worlds */

static double
draw_number (GRand *rand)
{
  const double numbers[] = { 0, 1, 0.5, 1e-12, 0.1, 0.9 };
  guint which = (guint) g_rand_int_range (rand, 0, 8);

  if (which < G_N_ELEMENTS (numbers))
    return numbers[which];
  return g_rand_double (rand) * (which == 6 ? 1 : 1e-6);
}

static guint64
draw_count (GRand *rand)
{
  const guint64 counts[] = { 0, 1, 1, 2, 10, 1000000, 999999999989, 999999999999, 1000000000000 };

  return counts[g_rand_int_range (rand, 0, G_N_ELEMENTS (counts))];
}

static MisScoring
draw_scoring (GRand *rand)
{
  return (MisScoring) {
    .weight_mean = (MisWeightMean) g_rand_int_range (rand, 0, 6),
    .area_mean = (MisAreaMean) g_rand_int_range (rand, 0, 5),
    .pairs = (MisPairs) g_rand_int_range (rand, 0, 2),
    .normalization = (MisNormalization) g_rand_int_range (rand, 0, 3),
    .unknown = (MisUnknown) g_rand_int_range (rand, 0, 2),
    .weights = (MisWeights) (g_rand_int_range (rand, 0, 3) > 0),
  };
}

static MisWorld *
draw_conflicts (MisWorld *world, GRand *rand)
{
  for (guint p = 0; p < mis_world_get_n_areas (world); p++)
    for (int g = MIS_NO_GOAL; g < N_GOALS; g++)
      for (int h = g + 1; h < N_GOALS; h++)
        {
          MisWorld *next = world;

          if (g_rand_int_range (rand, 0, 4) < (g == MIS_NO_GOAL ? 3 : 1))
            continue;
          next = mis_world_with_conflict (world, p, g, h, draw_number (rand), NULL);
          mis_world_unref (world);
          world = next;
        }
  return world;
}

static MisWorld *
draw_world (GRand *rand)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  MisScoring scoring = draw_scoring (rand);
  guint n_areas = (guint) g_rand_int_range (rand, 1, 4);
  guint n_rows = (guint) g_rand_int_range (rand, 1, 7);

  mis_world_builder_set_scoring (builder, &scoring);
  for (guint p = 0; p < n_areas; p++)
    {
      char id[8];

      g_snprintf (id, sizeof id, "p%u", p);
      mis_sample_add_area (builder, mis_sample_area (id, N_GOALS, draw_number (rand)));
    }
  for (guint i = 0; i < n_rows; i++)
    {
      MisPosition positions[3];
      char id[8];

      for (guint p = 0; p < n_areas; p++)
        {
          int goal = g_rand_int_range (rand, MIS_UNKNOWN, N_GOALS);

          positions[p] = goal == MIS_UNKNOWN ? MIS_POSITION_UNKNOWN
                                             : mis_position (goal, draw_number (rand));
        }
      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, draw_count (rand), positions, n_areas);
    }
  return draw_conflicts (mis_world_builder_end (builder), rand);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (610);
  guint n_worlds = g_getenv ("MISALIGN_FULL") != NULL ? N_WORLDS_FULL : N_WORLDS;
  Record record = { 0 };

  for (guint i = 0; i < n_worlds; i++)
    {
      g_autoptr (MisWorld) world = draw_world (rand);

      check_levers (&record, world, rand);
    }
  g_test_message ("%u effects, worst relative deviation %.2g", record.n, record.worst);
}

/* Single cases */

/* Under "sum-to-one" the first conflict with "no goal" in p changes nearly every share, but the
 * score only in its 13th digit: shares of 1/2 and 2/3 that are rounded to doubles would leave four
 * digits of that. */
static void
test_shares (void)
{
  const struct
  {
    int goal;
    double weight;
  } given[][3] = {
    { { 2, 1 }, { MIS_NO_GOAL, 0.5 }, { 0, 0.5 } },
    { { 1, 0.75 }, { MIS_UNKNOWN, 0 }, { MIS_NO_GOAL, 0.5 } },
    { { MIS_NO_GOAL, 1e-12 }, { 1, 1 }, { 1, 0.5 } },
    { { 2, 1.6554827489466239e-07 }, { 0, 0.5 }, { MIS_UNKNOWN, 0 } },
  };
  const guint64 counts[] = { 999999999989, 1, 999999999999, 999999999989 };
  MisScoring scoring = { .weight_mean = MIS_WEIGHT_MEAN_MINIMUM, .area_mean = MIS_AREA_MEAN_MAXIMUM,
                         .normalization = MIS_NORMALIZATION_LIMIT,
                         .weights = MIS_WEIGHTS_SUM_TO_ONE };
  const MisLever lever = { .kind = MIS_LEVER_CONFLICT, .goal = MIS_NO_GOAL, .other = 0,
                           .value = 0.0625 };
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisTally) tally = NULL;
  g_autoptr (MisEffects) effects = NULL;
  Record record = { 0 };

  mis_world_builder_set_scoring (builder, &scoring);
  mis_sample_add_area (builder, mis_sample_area ("p", 4, 0.5));
  mis_sample_add_area (builder, mis_sample_area ("q", 4, 0));
  mis_sample_add_area (builder, mis_sample_area_with_null ("r", 3, 0.9416565729053991, 1e-12));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      MisPosition positions[3];
      char id[8];

      for (guint p = 0; p < 3; p++)
        positions[p] = mis_position (given[i][p].goal, given[i][p].weight);
      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, counts[i], positions, 3);
    }
  world = mis_world_builder_end (builder);
  tally = mis_tally_new (world, NULL);
  effects = mis_effects_new (tally, NULL);
  check_effect (&record, world, effects, &lever, mis_group_overall (world));
  g_assert_cmpfloat (record.worst, >, 0);
}

/* All agents share a goal but for one; everybody moves, leaves, or becomes unknown. */
static void
test_everybody (void)
{
  const guint64 counts[] = { 1000000000000, 1, 1, 0 };
  Record record = { 0 };

  for (guint mean = 0; mean < 6; mean++)
    for (guint area_mean = 0; area_mean < 5; area_mean++)
      {
        MisScoring scoring = { .weight_mean = (MisWeightMean) mean,
                               .area_mean = (MisAreaMean) area_mean };
        g_autoptr (MisWorld) world = mis_sample_groups (counts, 4, 1e-12);
        g_autoptr (MisWorld) rescored = mis_world_with_scoring (world, &scoring);
        g_autoptr (MisWorld) lighter = mis_world_with_weight (rescored, 0, 0, 0.3, NULL);

        check_levers (&record, lighter, NULL);
      }
}

/* Two areas alike but for the 12th digit: under every area mean, to remove one changes M by half of
 * that or all of it; and two that are the same, by nothing. */
static void
test_twins (void)
{
  const guint64 counts[] = { 30, 70, 1 };
  const double conflicts[] = { 0.3, 0.3 * (1 + 0x1p-40), 0.3 };

  for (guint mean = 0; mean < 5; mean++)
    for (guint second = 1; second < 3; second++)
      {
        MisScoring scoring = { .area_mean = (MisAreaMean) mean };
        MisWorldBuilder *builder = mis_world_builder_new ();
        g_autoptr (MisWorld) world = NULL;
        Record record = { 0 };

        mis_world_builder_set_scoring (builder, &scoring);
        mis_sample_add_area (builder, mis_sample_area ("p", 3, conflicts[0]));
        mis_sample_add_area (builder, mis_sample_area ("q", 3, conflicts[second]));
        for (int i = 0; i < 3; i++)
          {
            MisPosition positions[] = { mis_position (i, 0.7), mis_position (i, 0.7) };
            char id[8];

            g_snprintf (id, sizeof id, "r%d", i);
            mis_sample_add_row (builder, id, counts[i], positions, 2);
          }
        world = mis_world_builder_end (builder);
        check_levers (&record, world, NULL);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/effect/extreme/random", test_random);
  g_test_add_func ("/core/effect/extreme/shares", test_shares);
  g_test_add_func ("/core/effect/extreme/everybody", test_everybody);
  g_test_add_func ("/core/effect/extreme/twins", test_twins);
  return g_test_run ();
}
