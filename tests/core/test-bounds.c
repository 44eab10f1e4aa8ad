#include "analysis-case.h"
#include "core/bounds.h"
#include "core/edit.h"
#include "core/limits.h"
#include "sample.h"

#include <math.h>

#define N_WORLDS 500
#define MAX_ROWS 10

/* A score may leave its bounds by the rounding of two programs, no more. */
#define ROUNDING 1e-13

typedef enum
{
  PLACE_LOW,
  PLACE_HIGH,
  PLACE_ANYWHERE,
} Place;

static double
choose (GRand *rand, Place place, double low, double high)
{
  double share = g_rand_double (rand);

  switch (place)
    {
    case PLACE_LOW:
      return low;
    case PLACE_HIGH:
      return high;
    case PLACE_ANYWHERE:
      return MIN (low + share * (high - low), high);
    default:
      g_assert_not_reached ();
    }
}

/* Replaces *@world by an edited one. */
static void
take (MisWorld **world, MisWorld *edited)
{
  g_assert_nonnull (edited);
  mis_world_unref (*world);
  *world = edited;
}

/* @world with every uncertain value moved within its range, edit by edit. */
static MisWorld *
move_values (MisWorld *world, GRand *rand, Place place)
{
  MisWorld *moved = mis_world_ref (world);

  for (guint p = 0; p < mis_world_get_n_areas (world); p++)
    {
      guint n;
      const MisConflict *conflicts = mis_area_get_conflicts (mis_world_get_area (world, p), &n);

      for (guint i = 0; i < n; i++)
        if (conflicts[i].low < conflicts[i].high)
          take (&moved, mis_world_with_conflict (moved, p, conflicts[i].g, conflicts[i].h,
                                                 choose (rand, place, conflicts[i].low,
                                                         conflicts[i].high), NULL));
      for (guint row = 0; row < mis_world_get_n_agents (world); row++)
        {
          MisPosition position = mis_world_get_position (world, row, p);

          if (position.goal != MIS_UNKNOWN && position.low < position.high)
            take (&moved, mis_world_with_weight (moved, row, p,
                                                 choose (rand, place, position.low, position.high),
                                                 NULL));
        }
    }
  return moved;
}

/* Whether weights that share a sum are uncertain, by the words of the header. */
static gboolean
is_available (const MisCase *value)
{
  if (value->scoring.weights == MIS_WEIGHTS_AS_GIVEN
      || value->scoring.weight_mean == MIS_WEIGHT_MEAN_NONE)
    return TRUE;
  for (guint p = 0; p < mis_world_get_n_areas (value->world); p++)
    for (guint row = 0; row < mis_world_get_n_agents (value->world); row++)
      {
        MisPosition position = mis_world_get_position (value->world, row, p);
        const MisArea *area = mis_world_get_area (value->world, p);
        gboolean matters = position.goal >= 0;

        for (guint g = 0; g < mis_area_get_n_goals (area); g++)
          matters = matters || mis_area_has_null_conflict (area, g);
        if (matters && position.goal != MIS_UNKNOWN && position.low < position.high
            && mis_world_get_agent (value->world, row)->count > 0)
          return FALSE;
      }
  return TRUE;
}

/* One world, and by brute force the same at both ends of its ranges and somewhere between. */
typedef struct
{
  MisBrute *ends[2];
  MisBrute *anywhere;
  double worst[3]; /* of bounds, of the ends of questions, of their widths */
} Moved;

static MisBrute *
move_brute (MisWorld *world, GRand *rand, Place place)
{
  g_autoptr (MisWorld) moved = move_values (world, rand, place);

  return mis_brute_new (moved);
}

static void
check_inside (MisRange range, long double value)
{
  if (isnan (value))
    {
      g_assert_true (isnan (range.low) && isnan (range.high));
      return;
    }
  g_assert_cmpfloat (range.low, <=, (double) value + ROUNDING);
  g_assert_cmpfloat (range.high, >=, (double) value - ROUNDING);
}

static void
check_bounds (const MisCase *value, const Moved *moved, double *worst)
{
  g_autoptr (MisBounds) found = mis_bounds_new (value->tally, value->score);
  g_autoptr (MisBruteScore) low = mis_brute_score (moved->ends[PLACE_LOW], &value->scoring);
  g_autoptr (MisBruteScore) high = mis_brute_score (moved->ends[PLACE_HIGH], &value->scoring);
  g_autoptr (MisBruteScore) anywhere = mis_brute_score (moved->anywhere, &value->scoring);

  g_assert_cmpint (found->available, ==, is_available (value));
  if (!found->available)
    {
      g_assert_true (isnan (found->overall.low) && isnan (found->overall.high));
      return;
    }
  mis_compare (worst, found->overall.low, low->overall);
  mis_compare (worst, found->overall.high, high->overall);
  check_inside (found->overall, anywhere->overall);
  check_inside (found->overall, value->expected->overall);
  for (guint p = 0; p < found->n_areas; p++)
    {
      mis_compare (worst, found->areas[p].low, low->areas[p].misalignment);
      mis_compare (worst, found->areas[p].high, high->areas[p].misalignment);
      check_inside (found->areas[p], anywhere->areas[p].misalignment);
    }
}

/* M with the value of @question at @at, all others as they are. */
static long double
score_at (const MisCase *value, const MisQuestion *question, double at)
{
  g_autoptr (MisWorld) moved = NULL;
  g_autoptr (MisBrute) brute = NULL;
  g_autoptr (MisBruteScore) score = NULL;

  if (question->agent < 0)
    moved =
      mis_world_with_conflict (value->world, question->area, question->g, question->h, at, NULL);
  else
    moved = mis_world_with_weight (value->world, (guint) question->agent, question->area, at, NULL);
  brute = mis_brute_new (moved);
  score = mis_brute_score (brute, &value->scoring);
  return score->overall;
}

static guint
count_uncertain (const MisCase *value, guint *n_weights)
{
  guint n_uncertain = 0;

  *n_weights = 0;
  for (guint p = 0; p < mis_world_get_n_areas (value->world); p++)
    {
      guint n;
      const MisConflict *conflicts =
        mis_area_get_conflicts (mis_world_get_area (value->world, p), &n);

      for (guint i = 0; i < n; i++)
        n_uncertain += conflicts[i].low < conflicts[i].high ? 1 : 0;
      for (guint row = 0; row < mis_world_get_n_agents (value->world); row++)
        {
          MisPosition position = mis_world_get_position (value->world, row, p);

          if (position.goal != MIS_UNKNOWN && position.low < position.high
              && mis_world_get_agent (value->world, row)->count > 0)
            *n_weights += 1;
        }
    }
  return n_uncertain + *n_weights;
}

/* Minimum, maximum and harmonic. */
static gboolean
is_by_pieces (MisWeightMean mean)
{
  return mean == MIS_WEIGHT_MEAN_MINIMUM || mean == MIS_WEIGHT_MEAN_MAXIMUM
         || mean == MIS_WEIGHT_MEAN_HARMONIC;
}

static void
check_questions (const MisCase *value, double *worst)
{
  g_autoptr (MisQuestions) all = mis_questions_new (value->tally, value->score, G_MAXUINT);
  g_autoptr (MisQuestions) few = mis_questions_new (value->tally, value->score, 3);
  const MisQuestion *question;
  guint n_weights;
  long double low, high;

  g_assert_cmpuint (all->n_uncertain, ==, count_uncertain (value, &n_weights));
  g_assert_cmpuint (all->n_unasked, ==,
                    value->scoring.weights == MIS_WEIGHTS_AS_GIVEN ? 0 : n_weights);
  g_assert_cmpuint (all->n_questions, ==, all->n_uncertain - all->n_unasked);
  g_assert_cmpuint (few->n_questions, ==, MIN (all->n_questions, 3));
  for (guint i = 1; i < all->n_questions; i++)
    g_assert_cmpfloat (all->questions[i].width, <=, all->questions[i - 1].width);
  for (guint i = 0; i < few->n_questions; i++)
    {
      g_assert_cmpfloat (few->questions[i].width, ==, all->questions[i].width);
      g_assert_cmpuint (few->questions[i].area, ==, all->questions[i].area);
      g_assert_cmpint (few->questions[i].agent, ==, all->questions[i].agent);
      g_assert_cmpint (few->questions[i].h, ==, all->questions[i].h);
    }
  if (all->n_questions == 0 || g_rand_int_range (value->rand, 0, 4) > 0)
    return;
  question = &all->questions[g_rand_int_range (value->rand, 0, (gint32) all->n_questions)];
  low = score_at (value, question, question->from);
  high = score_at (value, question, question->to);
  mis_compare (&worst[1], question->low, low);
  mis_compare (&worst[1], question->high, high);
  /* A width is exact where weights enter as sums, else to the last digits of what they add; that of
   * brute force is a difference of two scores. */
  if (high - low > 1e-5L * high && !is_by_pieces (value->scoring.weight_mean))
    mis_compare (&worst[2], question->width, high - low);
  else
    mis_assert_close (question->width, high - low, 1e-12, 1e-3);
}

static void
check_case (const MisCase *value, gpointer user_data)
{
  Moved *moved = user_data;

  check_questions (value, moved->worst);
  check_bounds (value, moved, moved->worst);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (330);
  Moved moved = { 0 };

  for (guint i = 0; i < N_WORLDS; i++)
    {
      g_autoptr (MisWorld) world = mis_small_random_world (rand, MAX_ROWS);

      moved.ends[PLACE_LOW] = move_brute (world, rand, PLACE_LOW);
      moved.ends[PLACE_HIGH] = move_brute (world, rand, PLACE_HIGH);
      moved.anywhere = move_brute (world, rand, PLACE_ANYWHERE);
      mis_foreach_case_of (world, rand, check_case, &moved);
      mis_brute_free (moved.ends[PLACE_LOW]);
      mis_brute_free (moved.ends[PLACE_HIGH]);
      mis_brute_free (moved.anywhere);
    }
  g_test_message ("%u worlds under every option: worst relative deviation of bounds %.2g, of ends "
                  "of questions %.2g, of their widths %.2g",
                  N_WORLDS, moved.worst[0], moved.worst[1], moved.worst[2]);
}

/* A world with two areas of two groups, all values with ranges. */
static MisWorld *
make_uncertain (guint64 count)
{
  MisWorldBuilder *builder = mis_world_builder_new ();
  const MisPosition sure = mis_position (0, 1);
  const MisPosition doubted = { .goal = 1, .weight = 0.5, .low = 0.25, .high = 0.75 };
  g_autoptr (MisWorld) world = NULL;
  const MisConflict conflict = { .g = 0, .h = 1, .value = 0.5, .low = 0, .high = 1 };
  g_autoptr (MisArea) area = NULL;

  mis_sample_add_area (builder, mis_sample_area ("p", 3, 0.125));
  mis_sample_add_area (builder, mis_sample_area ("q", 2, 0.5));
  mis_sample_add_row (builder, "many", count, (MisPosition[]) { sure, sure }, 2);
  mis_sample_add_row (builder, "one", 1,
                      (MisPosition[]) { doubted, mis_position (1, 1) }, 2);
  mis_sample_add_row (builder, "others", count,
                      (MisPosition[]) { mis_position (2, 1), mis_position (1, 1) }, 2);
  world = mis_world_builder_end (builder);
  area = mis_area_with_conflict_range (mis_world_get_area (world, 0), &conflict, NULL);
  return mis_world_with_area (world, 0, area, NULL);
}

/* One agent among 2 x 10^12: the width is some 10^-13 of M, and has all its digits. */
static void
test_large (void)
{
  g_autoptr (MisWorld) world = make_uncertain (MIS_MAX_COUNT);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisQuestions) found = mis_questions_new (tally, score, 10);
  long double n = 2 * (long double) MIS_MAX_COUNT + 1, count = MIS_MAX_COUNT;
  /* The one agent conflicts with both large groups. */
  long double weight =
    2 * (sqrtl (0.75L) - sqrtl (0.25L)) * count * (0.5L + 0.125L) / (n * (n - 1)) / 2;
  long double conflict = 2 * 1.0L * sqrtl (0.5L) * count / (n * (n - 1)) / 2;

  g_assert_cmpuint (found->n_questions, ==, 2);
  g_assert_cmpint (found->questions[0].agent, ==, -1);
  g_assert_cmpint (found->questions[1].agent, ==, 1);
  mis_assert_close (found->questions[0].width, conflict, 1e-14, 1e-300);
  mis_assert_close (found->questions[1].width, weight, 1e-14, 1e-300);
}

/* Not monotone under sum-to-one, so there is no range where weights are uncertain. */
static void
test_sum_to_one (void)
{
  g_autoptr (MisWorld) world = make_uncertain (5);
  g_autoptr (MisWorld) rescored
      = mis_sample_rescored (world, (MisScoring) { .weights = MIS_WEIGHTS_SUM_TO_ONE });
  g_autoptr (MisTally) tally = mis_tally_new (rescored, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisBounds) bounds = mis_bounds_new (tally, score);
  g_autoptr (MisQuestions) questions = mis_questions_new (tally, score, 10);

  g_assert_false (bounds->available);
  g_assert_cmpuint (bounds->n_areas, ==, 2);
  g_assert_true (isnan (bounds->areas[1].high));
  g_assert_cmpuint (questions->n_uncertain, ==, 2);
  g_assert_cmpuint (questions->n_unasked, ==, 1);
  g_assert_cmpuint (questions->n_questions, ==, 1);
}

/* Two groups of @counts, at @conflict, which may be anything. */
static MisWorld *
make_two (const guint64 *counts, double conflict, MisScoring scoring)
{
  const MisConflict open = { .g = 0, .h = 1, .value = conflict, .low = 0, .high = 1 };
  g_autoptr (MisWorld) groups = mis_sample_groups (counts, 2, conflict);
  g_autoptr (MisArea) area =
    mis_area_with_conflict_range (mis_world_get_area (groups, 0), &open, NULL);
  g_autoptr (MisWorld) world = mis_world_with_area (groups, 0, area, NULL);

  return mis_sample_rescored (world, scoring);
}

/* A geometric mean of areas is steep near 0: the only conflict of an area goes down to 0. */
static void
test_only_conflict (void)
{
  const guint64 counts[] = { 3, 11 };

  for (guint i = 1; i < 100; i++)
    {
      MisScoring scoring = { .area_mean = MIS_AREA_MEAN_GEOMETRIC };
      g_autoptr (MisWorld) one = make_two (counts, i / 100.0, scoring);
      g_autoptr (MisWorld) world = mis_world_with_weight (one, 0, 0, 0.7, NULL);
      g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
      g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
      g_autoptr (MisQuestions) found = mis_questions_new (tally, score, 10);

      g_assert_cmpuint (found->n_questions, ==, 1);
      g_assert_cmpfloat (found->questions[0].low, ==, 0);
      mis_assert_close (found->questions[0].high, score->overall / (i / 100.0), 1e-14, 1e-3);
      mis_assert_close (found->questions[0].width, found->questions[0].high, 1e-14, 1e-3);
    }
}

/* Under the harmonic mean, a range that reaches far beyond all weights there are. */
static void
test_far_ranges (void)
{
  const guint64 counts[] = { 4, 5 };
  const double cases[][3] = { { 0.5, 1e-9, 0.5 }, { 0.5, 0.02, 0.5 }, { 1e-9, 1e-9, 1 },
                               { 1e-5, 1e-12, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MisScoring scoring = { .weight_mean = MIS_WEIGHT_MEAN_HARMONIC };
      g_autoptr (MisWorld) groups = mis_sample_groups (counts, 2, 1);
      const MisPosition sure = mis_position (0, cases[i][0]);
      const MisPosition far = { .goal = 1, .weight = cases[i][0], .low = cases[i][1],
                                .high = cases[i][2] };
      g_autoptr (MisWorld) one = mis_world_with_position (groups, 0, 0, &sure, NULL);
      g_autoptr (MisWorld) two = mis_world_with_position (one, 1, 0, &far, NULL);
      g_autoptr (MisWorld) world = mis_sample_rescored (two, scoring);
      g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
      g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
      g_autoptr (MisQuestions) found = mis_questions_new (tally, score, 1);
      long double pairs = 2 * 20.0L / (9 * 8), x = cases[i][0];
      long double low = mis_brute_pair_weight (scoring.weight_mean, x, cases[i][1]) * pairs;
      long double high = mis_brute_pair_weight (scoring.weight_mean, x, cases[i][2]) * pairs;

      mis_assert_close (found->questions[0].low, low, 1e-12, 1e-300);
      mis_assert_close (found->questions[0].high, high, 1e-12, 1e-300);
      mis_assert_close (found->questions[0].width, high - low, 1e-12, 1e-300);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bounds/random", test_random);
  g_test_add_func ("/bounds/large", test_large);
  g_test_add_func ("/bounds/sum-to-one", test_sum_to_one);
  g_test_add_func ("/bounds/only-conflict", test_only_conflict);
  g_test_add_func ("/bounds/far-ranges", test_far_ranges);
  return g_test_run ();
}
