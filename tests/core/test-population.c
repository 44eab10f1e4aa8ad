/* A population that is added agent by agent has the score that a world with these agents has. */
#include <locale.h>
#include <math.h>

#include <glib.h>

#include "brute-force.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "core/population.h"

#define TOLERANCE 1e-12

/* Below this a score is what rounding leaves of it. */
#define FLOOR 1e-9

/* Adds all agents of a world, each with its areas in an order of its own. */
static void
add_agents (MisPopulation *population, const MisWorld *world, GRand *rand)
{
  guint n_areas = mis_world_get_n_areas (world);
  g_autofree guint *areas = g_new (guint, n_areas);
  g_autofree MisPosition *positions = g_new (MisPosition, n_areas);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      guint n = 0, turn = n_areas > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) n_areas) : 0;

      for (guint j = 0; j < n_areas; j++)
        {
          guint area = (j + turn) % n_areas;
          MisPosition position = mis_world_get_position (world, i, area);

          /* An unknown position is left out, or said to be unknown. */
          if (position.goal == MIS_UNKNOWN && g_rand_boolean (rand))
            continue;
          areas[n] = area;
          positions[n++] = position;
        }
      g_assert_true (mis_population_add (population, areas, positions, n,
                                         mis_world_get_agent (world, i)->count, &error));
      g_assert_no_error (error);
    }
}

static void
compare_areas (const MisAreaScore *found, const MisAreaScore *expected)
{
  g_assert_cmpuint (found->n, ==, expected->n);
  g_assert_cmpuint (found->goals_held, ==, expected->goals_held);
  g_assert_cmpuint (found->k, ==, expected->k);
  mis_assert_close (found->raw, expected->raw, TOLERANCE, FLOOR);
  mis_assert_close (found->misalignment, expected->misalignment, TOLERANCE, FLOOR);
  mis_assert_close (found->possible, expected->possible, TOLERANCE, FLOOR);
  mis_assert_close (found->entropy_bits, expected->entropy_bits, TOLERANCE, FLOOR);
}

static void
compare_scores (const MisScore *found, const MisScore *expected)
{
  g_assert_cmpint (found->has_score, ==, expected->has_score);
  g_assert_cmpuint (found->n_agents, ==, expected->n_agents);
  g_assert_cmpuint (found->n_areas, ==, expected->n_areas);
  mis_assert_close (found->overall, expected->overall, TOLERANCE, FLOOR);
  mis_assert_close (found->expected_conflicts, expected->expected_conflicts, TOLERANCE, FLOOR);
  for (guint i = 0; i < found->n_areas; i++)
    compare_areas (&found->areas[i], &expected->areas[i]);
}

static void
compare_unknown (const MisPopulation *population, const MisWorld *world)
{
  for (guint area = 0; area < mis_world_get_n_areas (world); area++)
    {
      guint64 n = 0;

      for (guint i = 0; i < mis_world_get_n_agents (world); i++)
        if (mis_world_get_position (world, i, area).goal == MIS_UNKNOWN)
          n += mis_world_get_agent (world, i)->count;
      g_assert_cmpuint (mis_population_get_n_unknown (population, area), ==, n);
    }
}

typedef struct
{
  MisWorld *world;
  GRand *rand;
} Case;

static void
check_scoring (const MisScoring *scoring, gpointer user_data)
{
  const Case *at_hand = user_data;
  g_autoptr (MisWorld) world = mis_world_with_scoring (at_hand->world, scoring);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) expected = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisPopulation) population = mis_population_new (world, FALSE);
  g_autoptr (MisScore) found = NULL;

  add_agents (population, world, at_hand->rand);
  compare_unknown (population, world);
  found = mis_population_score (population, NULL);
  compare_scores (found, expected);
}

static void
test_scores (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint n_worlds = g_getenv ("MISALIGN_FULL") != NULL ? 500 : 60;

  for (guint i = 0; i < n_worlds; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 12);
      Case at_hand = { world, rand };

      mis_foreach_scoring (check_scoring, &at_hand);
    }
}

static void
check_mean (const MisScoring *scoring, gpointer user_data)
{
  MisPopulation *population = user_data;
  const MisScoring *own = mis_world_get_scoring (mis_population_get_world (population));
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisTally) tally = NULL;
  g_autoptr (MisScore) expected = NULL;
  g_autoptr (MisScore) found = NULL;

  if (scoring->unknown != own->unknown || scoring->weights != own->weights)
    return;
  world = mis_world_with_scoring (mis_population_get_world (population), scoring);
  tally = mis_tally_new (world, NULL);
  expected = mis_score_new (tally, NULL, NULL);
  found = mis_population_score (population, scoring);
  compare_scores (found, expected);
  g_assert_cmpfloat (mis_score_get_overall (found, scoring->area_mean), ==, found->overall);
}

/* One pass over the agents, every mean. */
static void
test_every_mean (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 12);
      g_autoptr (MisPopulation) population = mis_population_new (world, TRUE);

      add_agents (population, world, rand);
      mis_foreach_scoring (check_mean, population);
    }
}

static void
test_warnings (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, 6);
      g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
      g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
      g_autoptr (GPtrArray) expected = mis_score_list_warnings (score, tally);
      g_autoptr (MisPopulation) population = mis_population_new (world, FALSE);
      g_autoptr (GPtrArray) found = NULL;
      guint n = 0;

      add_agents (population, world, rand);
      found = mis_population_list_warnings (population);
      for (guint j = 0; j < expected->len; j++)
        {
          const MisWarning *warning = expected->pdata[j];

          if (warning->code == MIS_WARNING_EMPTY_GROUP)
            continue;
          g_assert_cmpuint (n, <, found->len);
          g_assert_cmpstr (((MisWarning *) found->pdata[n++])->message, ==, warning->message);
        }
      g_assert_cmpuint (n, ==, found->len);
    }
}

static MisWorld *
make_world (MisWeightMean mean)
{
  const MisGoal goals[] = { { (char *) "a", (char *) "a", (char *) "" },
                            { (char *) "b", (char *) "b", (char *) "" } };
  g_autoptr (MisArea) area = mis_area_new ("area", "area", "", goals, 2, 1.0, NULL, 0, NULL);
  MisWorldBuilder *builder = mis_world_builder_new ();

  mis_world_builder_add_area (builder, area, NULL);
  mis_world_builder_set_scoring (builder, &(MisScoring) { .weight_mean = mean });
  return mis_world_builder_end (builder);
}

/* Agents by the 10^12: sums are compensated, counts exact. */
static void
test_large_counts (void)
{
  g_autoptr (MisWorld) world = make_world (MIS_WEIGHT_MEAN_GEOMETRIC);
  g_autoptr (MisPopulation) population = mis_population_new (world, TRUE);
  g_autoptr (MisScore) score = NULL;
  g_autoptr (GError) error = NULL;
  guint area = 0;

  for (guint i = 0; i < 9000; i++)
    {
      MisPosition position = mis_position ((int) (i % 2), 0.1);

      g_assert_true (mis_population_add (population, &area, &position, 1, MIS_MAX_COUNT, &error));
    }
  score = mis_population_score (population, NULL);
  g_assert_cmpuint (mis_population_get_n_agents (population), ==, 9000 * MIS_MAX_COUNT);
  mis_assert_close (score->overall, 0.05L, 1e-14, 0.0);
  for (guint i = 0; i < 8; i++)
    {
      MisPosition position = mis_position (0, 0.1);

      if (!mis_population_add (population, &area, &position, 1, MIS_MAX_COUNT, &error))
        break;
    }
  g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
}

/* So many different weights: refused where they are counted, else no matter. */
static void
test_too_many_weights (void)
{
  const MisWeightMean means[] = { MIS_WEIGHT_MEAN_GEOMETRIC, MIS_WEIGHT_MEAN_MINIMUM };
  guint area = 0;

  if (g_getenv ("MISALIGN_FULL") == NULL)
    {
      g_test_skip ("needs MISALIGN_FULL: 10,000,001 weights");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    {
      g_autoptr (MisWorld) world = make_world (means[i]);
      g_autoptr (MisPopulation) population = mis_population_new (world, FALSE);
      g_autoptr (GError) error = NULL;
      guint n = 0;

      for (; n <= MIS_MAX_CLASSES && error == NULL; n++)
        {
          MisPosition position = mis_position (0, n * 1e-8);

          mis_population_add (population, &area, &position, 1, 1, &error);
        }
      g_assert_cmpuint (n, ==, MIS_MAX_CLASSES + 1);
      if (means[i] == MIS_WEIGHT_MEAN_MINIMUM)
        g_assert_error (error, MIS_ERROR, MIS_ERROR_LIMIT);
      else
        g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/population/scores", test_scores);
  g_test_add_func ("/population/every-mean", test_every_mean);
  g_test_add_func ("/population/warnings", test_warnings);
  g_test_add_func ("/population/large-counts", test_large_counts);
  g_test_add_func ("/population/too-many-weights", test_too_many_weights);
  return g_test_run ();
}
