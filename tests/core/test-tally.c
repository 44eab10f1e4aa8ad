#include "brute-force.h"
#include "core/edit.h"
#include "random-edit.h"
#include "random-world.h"
#include "sample.h"

#include <math.h>
#include <string.h>

#define N_STEPS 10000
#define N_ROWS 500

/* Sums against the table */

/* Counts are whole and exact; some 10^2 terms in double against long double. */
static void
check_sums (const MisScoring *scoring, gpointer user_data)
{
  MisWorld *base = user_data;
  g_autoptr (MisWorld) world = mis_world_with_scoring (base, scoring);
  g_autoptr (MisTally) tally = NULL;

  if (scoring->weight_mean != 0 || scoring->area_mean != 0 || scoring->pairs != 0
      || scoring->normalization != 0 || scoring->weights == MIS_WEIGHTS_SUM_TO_ONE)
    return;
  tally = mis_tally_new (world, NULL);
  g_assert_true (mis_tally_get_world (tally) == world);
  for (guint p = 0; p < mis_world_get_n_areas (world); p++)
    {
      MisAreaTally sums = mis_tally_get_area (tally, p);
      guint k = mis_area_get_n_goals (mis_world_get_area (world, p));
      guint64 n = 0, n_unknown = 0;

      g_assert_cmpuint (sums.n_goals, ==, k);
      for (guint g = 0; g <= k; g++)
        {
          guint64 holders = 0;
          long double s = 0, w = 0;

          for (guint row = 0; row < mis_world_get_n_agents (world); row++)
            {
              MisPosition position = mis_world_get_position (world, row, p);
              guint64 count = mis_world_get_agent (world, row)->count;

              if (position.goal == MIS_UNKNOWN)
                {
                  n_unknown += g == 0 ? count : 0;
                  if (scoring->unknown == MIS_UNKNOWN_LEAVE_OUT)
                    continue;
                  position = mis_position (MIS_NO_GOAL, 1);
                }
              if (position.goal != (g == k ? MIS_NO_GOAL : (int) g))
                continue;
              holders += count;
              s += count * sqrtl (position.weight);
              w += count * (long double) position.weight;
            }
          n += holders;
          g_assert_cmpuint (sums.goals[g].n, ==, holders);
          mis_assert_close (sums.goals[g].s, s, 1e-14, 1e-300);
          mis_assert_close (sums.goals[g].w, w, 1e-14, 1e-300);
        }
      g_assert_cmpuint (sums.n, ==, n);
      g_assert_cmpuint (sums.n_unknown, ==, n_unknown);
    }
}

static void
test_sums (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);

  for (guint i = 0; i < 100; i++)
    {
      /* Several blocks now and then; counts up to 10^12. */
      g_autoptr (MisWorld) world = mis_random_world (rand, i % 10 == 0 ? 700 : 20, 4, 5);

      mis_foreach_scoring (check_sums, world);
    }
}

/* In each block a row of 10^12 agents for each goal, and rows of one agent that add half a unit of
 * its last place or less: to S of goal 0 and to W of goal 1. Neither their sum in a block nor that
 * over the blocks may be lost; it is some 40 units of the last place in all. */
static void
test_compensated (void)
{
  const guint n_blocks = 196;
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisTally) tally = NULL;
  /* Of the small ones alone: beside 10^14, long double would lose some too. */
  long double s = 0, w = 0;

  mis_sample_add_area (builder, mis_sample_area ("p", 2, 1));
  for (guint i = 0; i < n_blocks * MIS_BLOCK_ROWS; i++)
    {
      gboolean large = i % MIS_BLOCK_ROWS < 2;
      MisPosition position = mis_position ((int) (i % 2), large ? 1 : i % 2 == 0 ? 2.5e-9 : 5e-5);
      char id[16];

      if (!large && i % 2 == 0)
        s += sqrtl (position.weight);
      else if (!large)
        w += position.weight;
      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, large ? 1000000000000 : 1, &position, 1);
    }
  world = mis_world_builder_end (builder);
  tally = mis_tally_new (world, NULL);
  mis_assert_close (mis_tally_get_area (tally, 0).goals[0].s, n_blocks * 1e12L + s, 2.3e-16, 1);
  mis_assert_close (mis_tally_get_area (tally, 0).goals[1].w, n_blocks * 1e12L + w, 2.3e-16, 1);
}

/* Equality is by bits: the smallest change of the one weight of a goal shows. */
static void
test_equal (void)
{
  const guint64 counts[] = { 1, 3 };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 2, 1);
  g_autoptr (MisWorld) moved = mis_world_with_weight (world, 0, 0, nextafter (0.75, 1), NULL);
  g_autoptr (MisWorld) back = mis_world_with_weight (world, 0, 0, 0.75, NULL);
  g_autoptr (MisWorld) counted = mis_world_with_count (world, 0, 2, NULL);
  g_autoptr (MisTally) one = mis_tally_new (world, NULL);
  g_autoptr (MisTally) again = mis_tally_new (world, NULL);
  g_autoptr (MisTally) of_moved = mis_tally_new (moved, NULL);
  g_autoptr (MisTally) of_back = mis_tally_new (back, NULL);
  g_autoptr (MisTally) of_counted = mis_tally_new (counted, NULL);

  g_assert_true (mis_tally_equal (one, one));
  g_assert_true (mis_tally_equal (one, again));
  g_assert_false (mis_tally_equal (one, of_counted));
  g_assert_false (mis_tally_equal (of_moved, of_back));
}

/* Random edits */

typedef struct
{
  MisWorld *world;
  MisTally *tally;
  guint64 digest;
} Step;

static void
step_clear (gpointer data)
{
  Step *step = data;

  mis_world_unref (step->world);
  mis_tally_unref (step->tally);
}

static void
expect_same_bits (double a, double b)
{
  g_assert_true (memcmp (&a, &b, sizeof a) == 0 || (isnan (a) && isnan (b)));
}

static void
expect_same_score (const MisScore *a, const MisScore *b)
{
  expect_same_bits (a->overall, b->overall);
  expect_same_bits (a->possible, b->possible);
  expect_same_bits (a->possible_limit, b->possible_limit);
  expect_same_bits (a->expected_conflicts, b->expected_conflicts);
  g_assert_cmpint (a->has_score, ==, b->has_score);
  g_assert_cmpuint (a->n_agents, ==, b->n_agents);
  g_assert_cmpuint (a->n_areas, ==, b->n_areas);
  for (guint p = 0; p < a->n_areas; p++)
    {
      const MisAreaScore *one = &a->areas[p];
      const MisAreaScore *other = &b->areas[p];

      expect_same_bits (one->misalignment, other->misalignment);
      expect_same_bits (one->raw, other->raw);
      expect_same_bits (one->maximum, other->maximum);
      expect_same_bits (one->limit, other->limit);
      expect_same_bits (one->possible, other->possible);
      expect_same_bits (one->entropy_bits, other->entropy_bits);
      g_assert_cmpuint (one->n, ==, other->n);
      g_assert_cmpuint (one->k, ==, other->k);
      g_assert_cmpuint (one->goals_held, ==, other->goals_held);
    }
}

/* The tally and the score made from the step before are those made from scratch, bit for bit. */
static void
take_step (GArray *steps, GRand *rand, MisScore **score)
{
  const Step *last = &g_array_index (steps, Step, steps->len - 1);
  Step step = { .world = mis_random_edit (rand, last->world, N_ROWS) };
  g_autoptr (MisTally) scratch = mis_tally_new (step.world, NULL);
  g_autoptr (MisScore) scratch_score = mis_score_new (scratch, NULL, NULL);
  MisScore *next;

  step.tally = mis_tally_new (step.world, last->tally);
  step.digest = mis_digest_world (step.world);
  g_assert_true (mis_tally_get_world (step.tally) == step.world);
  g_assert_true (mis_tally_equal (step.tally, scratch));
  next = mis_score_new (step.tally, last->tally, *score);
  expect_same_score (next, scratch_score);
  mis_score_unref (*score);
  *score = next;
  g_array_append_val (steps, step);
}

/* From the tally of one step to that of another one. */
static void
walk (GArray *steps, guint from, guint to, MisTally **tally)
{
  const Step *step = &g_array_index (steps, Step, to);
  MisTally *next = mis_tally_new (step->world, *tally);

  g_assert_true (mis_tally_equal (next, step->tally));
  mis_tally_unref (*tally);
  *tally = next;
}

/* Back to the first world and forth to the last, then at random; and no world has
 * changed meanwhile. */
static void
undo_and_redo (GArray *steps, GRand *rand)
{
  guint last = steps->len - 1;
  MisTally *tally = mis_tally_ref (g_array_index (steps, Step, last).tally);
  guint at = 0;

  for (guint i = last; i > 0; i--)
    walk (steps, i, i - 1, &tally);
  for (guint i = 0; i < last; i++)
    walk (steps, i, i + 1, &tally);
  for (guint i = 0; i < 500; i++)
    {
      guint to = (guint) g_rand_int_range (rand, 0, (gint32) steps->len);

      walk (steps, at, to, &tally);
      at = to;
    }
  mis_tally_unref (tally);
  for (guint i = 0; i < steps->len; i++)
    g_assert_cmpuint (mis_digest_world (g_array_index (steps, Step, i).world), ==,
                      g_array_index (steps, Step, i).digest);
}

static Step
first_step (GRand *rand)
{
  Step step = { 0 };

  do
    {
      g_clear_pointer (&step.world, mis_world_unref);
      step.world = mis_random_world (rand, 2 * N_ROWS, 4, 5);
    }
  while (mis_world_get_n_agents (step.world) < N_ROWS || mis_world_get_n_areas (step.world) < 3);
  step.tally = mis_tally_new (step.world, NULL);
  step.digest = mis_digest_world (step.world);
  return step;
}

static void
run_edits (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  Step first = first_step (rand);
  g_autoptr (MisScore) score = mis_score_new (first.tally, NULL, NULL);
  guint n_changed = 0;

  g_array_set_clear_func (steps, step_clear);
  g_array_append_val (steps, first);
  for (guint i = 0; i < N_STEPS; i++)
    {
      take_step (steps, rand, &score);
      n_changed +=
        g_array_index (steps, Step, i).digest != g_array_index (steps, Step, i + 1).digest;
    }
  /* Most edits are some. */
  g_assert_cmpuint (n_changed, >, N_STEPS / 2);
  undo_and_redo (steps, rand);
}

static void
test_edits (void)
{
  guint n_seeds = g_strcmp0 (g_getenv ("MISALIGN_FULL"), "1") == 0 ? 100 : 1;

  for (guint seed = 0; seed < n_seeds; seed++)
    run_edits (1000 + seed);
}

/* Whatever the previous tally is of, it does not show. */
static void
test_strangers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  g_autoptr (MisTally) previous = NULL;
  g_autoptr (MisScore) previous_score = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (MisWorld) world = mis_random_world (rand, 600, 5, 5);
      g_autoptr (MisTally) scratch = mis_tally_new (world, NULL);
      g_autoptr (MisScore) scratch_score = mis_score_new (scratch, NULL, NULL);
      MisTally *tally = mis_tally_new (world, previous);
      MisScore *score = mis_score_new (tally, previous, previous_score);

      g_assert_true (mis_tally_equal (tally, scratch));
      expect_same_score (score, scratch_score);
      g_clear_pointer (&previous, mis_tally_unref);
      g_clear_pointer (&previous_score, mis_score_unref);
      previous = tally;
      previous_score = score;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/sums", test_sums);
  g_test_add_func ("/tally/compensated", test_compensated);
  g_test_add_func ("/tally/equal", test_equal);
  g_test_add_func ("/tally/edits", test_edits);
  g_test_add_func ("/tally/strangers", test_strangers);
  return g_test_run ();
}
