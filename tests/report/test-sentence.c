#include "report/sentence.h"

#include <math.h>

#include "core/edit.h"
#include "file/example.h"

#define SPACE "\u202f" /* narrow, in front of a percent sign */

/* @world, scored with these two options; (transfer full). */
static MisScore *
score_with (MisWorld **world, MisNormalization normalization, MisWeightMean weight_mean)
{
  MisScoring scoring = *mis_world_get_scoring (*world);
  g_autoptr (MisWorld) old = *world;
  g_autoptr (MisTally) tally = NULL;

  scoring.normalization = normalization;
  scoring.weight_mean = weight_mean;
  *world = mis_world_with_scoring (old, &scoring);
  tally = mis_tally_new (*world, NULL);
  return mis_score_new (tally, NULL, NULL);
}

static MisWorld *
load (const char *example)
{
  g_autoptr (GError) error = NULL;
  MisWorld *world = mis_example_load (example, &error);

  g_assert_no_error (error);
  return world;
}

static void
assert_says (MisWorld *world, MisNormalization normalization, MisWeightMean weight_mean,
             const char *sentence, const char *possible)
{
  g_autoptr (MisWorld) own = mis_world_ref (world);
  g_autoptr (MisScore) score = score_with (&own, normalization, weight_mean);
  g_autofree char *found = mis_sentence_score (own, score);
  g_autofree char *share = mis_sentence_possible (score);

  g_assert_cmpstr (found, ==, sentence);
  g_assert_cmpstr (share, ==, possible);
}

static void
test_score (void)
{
  g_autoptr (MisWorld) shopping = load ("shopping");

  assert_says (shopping, MIS_NORMALIZATION_NONE, MIS_WEIGHT_MEAN_GEOMETRIC,
               "Two agents picked at random hold conflicting goals with a chance of 0.257, "
               "weighted by how much both care, as a mean over the problem areas.",
               "26" SPACE "% of the possible");
  /* Conflicts alone: 0.1 in the one area, 1.7/3 in the other; a third of it. */
  assert_says (shopping, MIS_NORMALIZATION_NONE, MIS_WEIGHT_MEAN_NONE,
               "Two agents picked at random hold conflicting goals with a chance of 0.333, "
               "as a mean over the problem areas.",
               "33" SPACE "% of the possible");
  assert_says (shopping, MIS_NORMALIZATION_MAXIMUM, MIS_WEIGHT_MEAN_GEOMETRIC,
               "This population has 0.257 times the highest misalignment that the goals it "
               "holds allow, as a mean over the problem areas.",
               "26" SPACE "% of the possible");
  /* The limit of three goals is 2/3, so 0.2569 is 38.5 % of it. */
  assert_says (shopping, MIS_NORMALIZATION_LIMIT, MIS_WEIGHT_MEAN_GEOMETRIC,
               "This population has 0.385 times the highest misalignment that a large "
               "population with the goals it holds can have, as a mean over the problem areas.",
               "26" SPACE "% of the possible");
}

/* Two agents who agree on nothing: 1, where two goals in a large population allow 1/2. */
static void
test_above_the_limit (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) carla = load ("carla");
  const guint64 counts[] = { 1, 1 };
  g_autoptr (MisWorld) pair = mis_world_with_counts (carla, counts, &error);

  g_assert_no_error (error);
  assert_says (pair, MIS_NORMALIZATION_LIMIT, MIS_WEIGHT_MEAN_NONE,
               "This population exceeds the highest misalignment that a large population with the "
               "goals it holds can have, as few agents can: it has 2.000 times as much, as a mean "
               "over the problem areas.",
               "100" SPACE "% of the possible");
}

static void
test_nothing_to_score (void)
{
  g_autoptr (MisWorld) blank = load ("blank");

  assert_says (blank, MIS_NORMALIZATION_NONE, MIS_WEIGHT_MEAN_GEOMETRIC,
               "There is nothing to score yet: a problem area needs at least two agents whose "
               "position is known.",
               "These goals cannot conflict in this population.");
}

static void
test_method (void)
{
  static const struct
  {
    MisAnyConflict any;
    const char *text;
  } methods[] = {
    { { MIS_ANY_CONFLICT_PAIRS, 0.48, 0.42, 0.51 }, "exact, over all pairs of agents" },
    { { MIS_ANY_CONFLICT_SAMPLED, 0.48, 0.42, 0.51 },
      "sampled from a million pairs; certainly from 42" SPACE "% to 51" SPACE "%" },
    { { MIS_ANY_CONFLICT_BOUNDS, NAN, 0.42, 0.51 }, "from 42" SPACE "% to 51" SPACE "%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autofree char *found = mis_sentence_method (&methods[i].any);

      g_assert_cmpstr (found, ==, methods[i].text);
    }
}

/* 1000 of 1002 agents: 1000 x 999 of 1002 x 1001 pairs; 3, or half and half, hide nobody. */
static void
test_majority (void)
{
  const guint64 many[] = { 1000, 1, 1 }, alone[] = { 1000, 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) shopping = load ("shopping");
  g_autoptr (MisWorld) carla = load ("carla");
  g_autoptr (MisWorld) crowd = mis_world_with_counts (shopping, many, &error);
  g_autoptr (MisWorld) customers = mis_world_with_counts (shopping, alone, &error);
  g_autofree char *sentence = mis_sentence_majority (crowd);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (sentence, "Of all pairs, more than 99" SPACE "% are two agents "
                                             "of “Customer”, who want the same."));
  g_assert_null (mis_sentence_majority (shopping));
  g_assert_null (mis_sentence_majority (carla));
  g_assert_null (mis_sentence_majority (customers));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/score", test_score);
  g_test_add_func ("/sentence/above-the-limit", test_above_the_limit);
  g_test_add_func ("/sentence/nothing-to-score", test_nothing_to_score);
  g_test_add_func ("/sentence/method", test_method);
  g_test_add_func ("/sentence/majority", test_majority);
  return g_test_run ();
}
