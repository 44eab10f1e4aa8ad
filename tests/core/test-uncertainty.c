/* The score as a function of uncertain values, against worlds that are edited to have these values.
 */
#include <math.h>

#include "analysis-case.h"
#include "core/edit.h"
#include "core/uncertainty.h"
#include "sample.h"

#define N_WORLDS 120
#define MAX_ROWS 10
#define N_ROWS 700

static void
take (MisWorld **world, MisWorld *edited)
{
  g_assert_nonnull (edited);
  mis_world_unref (*world);
  *world = edited;
}

static double
draw (GRand *rand, double low, double high)
{
  return MIN (low + g_rand_double (rand) * (high - low), high);
}

/* @world with every range put to use, also where it cannot matter. */
static MisWorld *
move_values (MisWorld *world, GRand *rand)
{
  MisWorld *moved = mis_world_ref (world);

  for (guint area = 0; area < mis_world_get_n_areas (world); area++)
    {
      guint n;
      const MisConflict *c = mis_area_get_conflicts (mis_world_get_area (world, area), &n);

      for (guint i = 0; i < n; i++)
        take (&moved, mis_world_with_conflict (moved, area, c[i].g, c[i].h,
                                               draw (rand, c[i].low, c[i].high), NULL));
      for (guint row = 0; row < mis_world_get_n_agents (world); row++)
        {
          MisPosition position = mis_world_get_position (world, row, area);

          if (position.goal != MIS_UNKNOWN)
            take (&moved, mis_world_with_weight (moved, row, area,
                                                 draw (rand, position.low, position.high), NULL));
        }
    }
  return moved;
}

/* (transfer full): what the listed values are in @world. */
static double *
find_values (const MisUncertainty *uncertainty, const MisWorld *world)
{
  guint n;
  const MisUncertain *list = mis_uncertainty_list (uncertainty, &n);
  double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      const MisUncertain *it = &list[i];

      values[i] =
          it->agent >= 0
              ? mis_world_get_position (world, (guint) it->agent, it->area).weight
              : mis_area_get_conflict (mis_world_get_area (world, it->area), it->g, it->h).value;
      g_assert_cmpfloat (it->low, <, it->high);
      g_assert_cmpfloat (it->low, <=, values[i]);
      g_assert_cmpfloat (values[i], <=, it->high);
    }
  return values;
}

typedef struct
{
  MisWorld *moved;
  MisBrute *brute;
  double worst;
  guint n_values;
} Moved;

static void
check_case (const MisCase *value, gpointer user_data)
{
  Moved *moved = user_data;
  g_autoptr (MisUncertainty) uncertainty = mis_uncertainty_new (value->world);
  g_autofree double *as_set = find_values (uncertainty, value->world);
  g_autofree double *drawn = find_values (uncertainty, moved->moved);
  g_autoptr (MisBruteScore) expected = mis_brute_score (moved->brute, &value->scoring);
  guint n;

  mis_compare (&moved->worst, mis_uncertainty_score (uncertainty, drawn), expected->overall);
  mis_compare (&moved->worst, mis_uncertainty_score (uncertainty, as_set),
               value->expected->overall);
  mis_uncertainty_list (uncertainty, &n);
  moved->n_values += n;
}

/* Random worlds under each of the 720 ways to score, by brute force over agents. */
static void
test_brute_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);
  Moved moved = { 0 };

  for (guint i = 0; i < N_WORLDS; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, MAX_ROWS);

      moved.moved = move_values (world, rand);
      moved.brute = mis_brute_new (moved.moved);
      mis_foreach_case_of (world, rand, check_case, &moved);
      mis_brute_free (moved.brute);
      mis_world_unref (moved.moved);
    }
  g_assert_cmpuint (moved.n_values, >, 720 * N_WORLDS);
  g_test_message ("worst %.1e over %u values", moved.worst, moved.n_values);
}

/* Rows enough for the integral of the harmonic mean and for many classes; half of them certain. */
static MisWorld *
make_large (GRand *rand)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  mis_sample_add_area (builder, mis_sample_area ("a", 3, 0.8));
  mis_sample_add_area (builder, mis_sample_area_with_null ("b", 4, 0.3, 0.6));
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      MisPosition positions[2];

      for (guint area = 0; area < 2; area++)
        {
          double weight = g_rand_int_range (rand, 0, 20) == 0 ? 0.0 : g_rand_double (rand);
          double up = 0.2 * g_rand_double (rand), down = 0.4 * g_rand_double (rand);

          positions[area] = mis_position (g_rand_int_range (rand, -1, 3), weight);
          if (i % 2 == 0)
            positions[area].high = MIN (weight + up, 1.0);
          if (i % 4 == 0)
            positions[area].low = MAX (weight - down, 0.0);
        }
      mis_sample_add_row (builder, id, 1 + i % 3, positions, 2);
    }
  return mis_world_builder_end (builder);
}

static double
score (MisWorld *world)
{
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) result = mis_score_new (tally, NULL, NULL);

  return result->overall;
}

static void
test_large (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  g_autoptr (MisWorld) world = make_large (rand);
  g_autoptr (MisWorld) moved = move_values (world, rand);

  for (guint mean = 0; mean < 6; mean++)
    for (guint weights = 0; weights < 2; weights++)
      {
        MisScoring scoring = { .weight_mean = mean, .weights = weights };
        g_autoptr (MisWorld) rescored = mis_sample_rescored (world, scoring);
        g_autoptr (MisWorld) expected = mis_sample_rescored (moved, scoring);
        g_autoptr (MisUncertainty) uncertainty = mis_uncertainty_new (rescored);
        g_autofree double *values = find_values (uncertainty, moved);
        g_autofree double *as_set = find_values (uncertainty, world);

        mis_assert_close (mis_uncertainty_score (uncertainty, values), score (expected), 1e-12, 0);
        /* The same draw again: nothing is left of one that came between. */
        mis_uncertainty_score (uncertainty, as_set);
        mis_assert_close (mis_uncertainty_score (uncertainty, values), score (expected), 1e-12, 0);
      }
}

/* Nobody has an effect where nobody is, and a weight has none where none is looked at. */
static void
test_left_out (void)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const MisPosition uncertain = { 0, 0.5, 0.2, 0.8, NULL };
  const MisPosition certain = { 1, 0.5, 0.5, 0.5, NULL };
  const MisPosition nobody = { MIS_NO_GOAL, 0.5, 0.2, 0.8, NULL };
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisWorld) none = NULL;
  g_autoptr (MisUncertainty) first = NULL;
  g_autoptr (MisUncertainty) second = NULL;
  guint n;

  mis_sample_add_area (builder, mis_sample_area ("a", 2, 0.8));
  mis_sample_add_row (builder, "empty", 0, &uncertain, 1);
  mis_sample_add_row (builder, "certain", 2, &certain, 1);
  mis_sample_add_row (builder, "without", 2, &nobody, 1);
  mis_sample_add_row (builder, "uncertain", 5, &uncertain, 1);
  world = mis_world_builder_end (builder);
  none = mis_sample_rescored (world, (MisScoring) { .weight_mean = MIS_WEIGHT_MEAN_NONE });
  first = mis_uncertainty_new (world);
  second = mis_uncertainty_new (none);
  g_assert_cmpint (mis_uncertainty_list (first, &n)->agent, ==, 3);
  g_assert_cmpuint (n, ==, 1);
  mis_uncertainty_list (second, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpfloat (mis_uncertainty_score (second, NULL), ==, score (none));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uncertainty/brute-force", test_brute_force);
  g_test_add_func ("/uncertainty/large", test_large);
  g_test_add_func ("/uncertainty/left-out", test_left_out);
  return g_test_run ();
}
