#include "brute-force.h"
#include "core/edit.h"
#include "core/reach.h"
#include "group-score.h"
#include "lever-edit.h"
#include "sample.h"

#include <math.h>

/* How near a target counts as reached, and as not reached, to brute force in long double. */
#define SLACK 1e-12

#define N_WORLDS 500
#define N_LEVERS 60
#define N_POINTS 33

static gboolean
is_whole (const MisLever *lever)
{
  return lever->kind == MIS_LEVER_MOVE || lever->kind == MIS_LEVER_COUNT;
}

static MisLever
at (MisLever lever, double x)
{
  if (is_whole (&lever))
    lever.agents = (guint64) x;
  else
    lever.value = x;
  return lever;
}

static double
number_of (const MisLever *lever)
{
  return is_whole (lever) ? (double) lever->agents : lever->value;
}

static gboolean
is_no_move (const MisLever *lever)
{
  return lever->kind == MIS_LEVER_MOVE && lever->agents == 0;
}

/* M by brute force with the lever's number at @x; NaN where no area has a score. */
static long double
overall_at (MisWorld *world, const MisLever *lever, double x)
{
  MisLever set = at (*lever, x);
  g_autoptr (MisWorld) edited = is_no_move (&set) ? mis_world_ref (world)
                                                  : mis_edit_by_lever (world, &set);
  g_autoptr (MisBrute) brute = mis_brute_new (edited);
  g_autoptr (MisBruteScore) score = mis_brute_score (brute, mis_world_get_scoring (world));

  return score->has_score ? score->overall : (long double) NAN;
}

/* Where the lever's number is now; for all holders of a goal their mean weight. */
static double
present_of (const MisWorld *world, const MisLever *lever)
{
  double sum = 0, n = 0;

  switch (lever->kind)
    {
    case MIS_LEVER_CONFLICT:
      return mis_area_get_conflict (mis_world_get_area (world, lever->area), lever->goal,
                                    lever->other).value;
    case MIS_LEVER_WEIGHT:
      return mis_world_get_position (world, lever->agent, lever->area).weight;
    case MIS_LEVER_COUNT:
      return (double) mis_world_get_agent (world, lever->agent)->count;
    case MIS_LEVER_GOAL_WEIGHT:
      for (guint i = 0; i < mis_world_get_n_agents (world); i++)
        {
          MisPosition position = mis_world_get_position (world, i, lever->area);
          double count = (double) mis_world_get_agent (world, i)->count;

          if (position.goal != lever->goal)
            continue;
          sum += count * position.weight;
          n += count;
        }
      return n > 0 ? sum / n : 0;
    case MIS_LEVER_MOVE:
    case MIS_LEVER_REMOVE_AREA:
    default:
      return 0;
    }
}

/* Whether @overall is at or beyond the target, seen from @start, by more than @slack. */
static gboolean
is_beyond (long double overall, long double start, double target, double slack)
{
  return target < start ? overall < target - slack : overall > target + slack;
}

static double
end_of (const MisWorld *world, const MisLever *lever, gboolean up)
{
  if (lever->kind == MIS_LEVER_MOVE)
    return up ? (double) mis_world_get_agent (world, lever->agent)->count : 0;
  if (lever->kind == MIS_LEVER_COUNT)
    return up ? 30 : 0;
  return up ? 1 : 0;
}

/* No number nearer to the present one than @size reaches the target, among points or all agents. */
static void
check_nearer (MisWorld *world, const MisLever *lever, long double start, double target,
              double distance)
{
  double present = present_of (world, lever);

  for (guint side = 0; side < 2; side++)
    {
      double sign = side == 0 ? -1 : 1;
      double length = MIN (fabs (end_of (world, lever, side == 1) - present), distance);
      guint n = is_whole (lever) ? (guint) length : N_POINTS;

      for (guint i = 0; i <= n; i++)
        {
          double step = is_whole (lever) ? i : length * i / N_POINTS;
          double x = CLAMP (present + sign * step, 0, MAX (end_of (world, lever, TRUE), present));

          /* The solution itself. */
          if (step >= distance)
            continue;
          if (is_beyond (overall_at (world, lever, x), start, target, SLACK))
            {
              g_autofree char *what = mis_describe_lever (lever);

              g_error ("%s: %.17g reaches %.17g already, start %.17Lg", what, x, target, start);
            }
        }
    }
}

typedef struct
{
  guint n_closed;
  guint n_searched;
  guint n_none;
  double worst;
} Record;

static void
check_reach (Record *record, MisWorld *world, const MisEffects *effects, const MisLever *lever,
             double target)
{
  g_autofree char *what = mis_describe_lever (lever);
  long double start = mis_effects_get_overall (effects);
  g_autoptr (GError) error = NULL;
  MisReach reach;
  long double found;
  double distance;

  g_assert_true (mis_reach (effects, lever, target, &reach, &error));
  if (fabsl (target - start) < SLACK)
    return;
  if (!reach.reached)
    {
      record->n_none++;
      check_nearer (world, lever, start, target, INFINITY);
      return;
    }
  if (reach.method == MIS_REACH_CLOSED)
    record->n_closed++;
  else
    record->n_searched++;
  found = overall_at (world, &reach.lever, number_of (&reach.lever));
  mis_check_close (__FILE__, __LINE__, G_STRFUNC, what, reach.overall, found, SLACK, 1);
  if (!is_whole (lever)
      && (reach.method == MIS_REACH_CLOSED
          || (lever->kind == MIS_LEVER_GOAL_WEIGHT
              && mis_world_get_scoring (world)->weights == MIS_WEIGHTS_AS_GIVEN)))
    {
      mis_check_close (__FILE__, __LINE__, G_STRFUNC, what, (double) found, target, SLACK, 1);
      record->worst = MAX (record->worst, mis_deviation ((double) found, target, 1));
    }
  else
    g_assert_false (is_beyond (target, start, (double) found, SLACK));
  if (lever->kind == MIS_LEVER_GOAL_WEIGHT)
    return;
  /* A conflict with "no goal" above 0, however little, may do what 0 does not: to 1e-14. */
  distance = fabs (number_of (&reach.lever) - present_of (world, lever));
  check_nearer (world, lever, start, target, distance * (1 - 1e-9) - 1e-14);
}

/* What the lever does somewhere on its way; now and then any number. */
static double
draw_target (GRand *rand, MisWorld *world, const MisLever *lever)
{
  double low = end_of (world, lever, FALSE), high = end_of (world, lever, TRUE);
  double x = g_rand_double_range (rand, low, high);
  double target;

  if (g_rand_int_range (rand, 0, 4) == 0)
    return g_rand_double (rand);
  target = (double) overall_at (world, lever, is_whole (lever) ? floor (x) : x);
  return isnan (target) ? g_rand_double (rand) : target;
}

static MisScoring
draw_scoring (GRand *rand)
{
  MisScoring scoring = { .weight_mean = (MisWeightMean) g_rand_int_range (rand, 0, 6),
                         .pairs = (MisPairs) g_rand_int_range (rand, 0, 2),
                         .unknown = (MisUnknown) g_rand_int_range (rand, 0, 2) };

  /* Half of them in closed form. */
  if (g_rand_boolean (rand))
    return scoring;
  scoring.area_mean = (MisAreaMean) g_rand_int_range (rand, 0, 5);
  scoring.normalization = (MisNormalization) g_rand_int_range (rand, 0, 3);
  scoring.weights = (MisWeights) g_rand_int_range (rand, 0, 2);
  return scoring;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (700);
  Record record = { 0 };

  for (guint i = 0; i < N_WORLDS; i++)
    {
      MisScoring scoring = draw_scoring (rand);
      g_autoptr (MisWorld) drawn = mis_small_random_world (rand, 6);
      g_autoptr (MisWorld) world = mis_world_with_scoring (drawn, &scoring);
      g_autoptr (MisEffects) effects = mis_effects_under (world, &scoring);
      g_autoptr (GArray) levers = mis_list_levers (world, NULL);

      for (guint j = 0; j < N_LEVERS && levers->len > 0; j++)
        {
          const MisLever *lever = &g_array_index (levers, MisLever,
                                                  g_rand_int_range (rand, 0, (gint32) levers->len));

          if (lever->kind != MIS_LEVER_REMOVE_AREA)
            check_reach (&record, world, effects, lever, draw_target (rand, world, lever));
        }
    }
  g_test_message ("%u solved, %u searched, %u out of reach; solved to %.2g", record.n_closed,
                  record.n_searched, record.n_none, record.worst);
}

/* Large populations: to the agent, among 10^12 */

static _Float128
exact_at (MisWorld *world, const MisLever *lever, double x)
{
  MisLever set = at (*lever, x);
  g_autoptr (MisWorld) edited = is_no_move (&set) ? mis_world_ref (world)
                                                  : mis_edit_by_lever (world, &set);

  return mis_group_overall (edited);
}

/* The number of agents reaches the target, and one agent less does not. */
static void
check_whole (MisWorld *world, const MisReach *reach, double target, _Float128 start)
{
  double x = number_of (&reach->lever), present = present_of (world, &reach->lever);
  double nearer = x + (x > present ? -1 : 1);
  _Float128 sign = target < start ? -1 : 1, slack = 1e-15 * target;

  g_assert_true (sign * (exact_at (world, &reach->lever, x) - target) >= -slack);
  g_assert_true (sign * (exact_at (world, &reach->lever, nearer) - target) < slack);
}

static double
check_large_reach (MisWorld *world, const MisEffects *effects, const MisLever *lever, GRand *rand)
{
  _Float128 start = mis_group_overall (world);
  double low = end_of (world, lever, FALSE), high = end_of (world, lever, TRUE);
  double x, target, moved, missed;
  MisReach reach;

  if (lever->kind == MIS_LEVER_COUNT)
    high = 2 * present_of (world, lever) + 10;
  x = g_rand_double_range (rand, low, high);
  target = (double) exact_at (world, lever, is_whole (lever) ? floor (x) : x);
  g_assert_true (mis_reach (effects, lever, target, &reach, NULL));
  moved = fabs ((double) (target - start));
  if (moved < 1e-9 * target)
    return 0;
  g_assert_true (reach.reached);
  if (is_whole (lever))
    {
      check_whole (world, &reach, target, start);
      return 0;
    }
  /* A search ends where the rounding of the target begins. */
  missed = fabs ((double) (exact_at (world, lever, reach.lever.value) - target));
  return MAX (missed - (reach.method == MIS_REACH_CLOSED ? 0 : 1e-15 * target), 0) / moved;
}

static void
check_large (guint32 seed, double population)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  double worst = 0;

  for (guint i = 0; i < 60; i++)
    {
      MisScoring scoring = { .weight_mean = (MisWeightMean) (i % 6),
                             .pairs = (MisPairs) (i / 6 % 2) };
      g_autoptr (MisWorld) drawn = mis_large_random_world (rand, population);
      g_autoptr (MisWorld) world = mis_world_with_scoring (drawn, &scoring);
      g_autoptr (MisEffects) effects = mis_effects_under (world, &scoring);
      g_autoptr (GArray) levers = mis_list_levers (world, NULL);

      for (guint j = 0; j < levers->len; j++)
        {
          const MisLever *lever = &g_array_index (levers, MisLever, j);

          if (lever->kind != MIS_LEVER_REMOVE_AREA)
            worst = MAX (worst, check_large_reach (world, effects, lever, rand));
        }
    }
  g_test_message ("populations of %g: targets met to %.2g of the way", population, worst);
  g_assert_cmpfloat (worst, <=, 1e-9);
}

static void
test_large (void)
{
  check_large (701, 1e6);
  check_large (702, 1e12);
}

/* One lever, all levers, several levers */

/* Shopping, household: M = (food + household) / 2, household = 2 (c_cx S_c S_x + rest) / 6. */
static void
test_shopping (void)
{
  g_autoptr (MisWorld) world = mis_sample_shopping ();
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisEffects) effects = mis_effects_new (tally, NULL);
  MisLever lever = { .kind = MIS_LEVER_CONFLICT, .area = 1, .goal = 0, .other = 2 };
  double overall = mis_effects_get_overall (effects);
  MisReach reach;

  mis_reach (effects, &lever, 0.2, &reach, NULL);
  g_assert_true (reach.reached);
  g_assert_cmpint (reach.method, ==, MIS_REACH_CLOSED);
  mis_assert_close (reach.lever.value, 0.9 - (overall - 0.2) * 6 / sqrt (0.6), 1e-14, 0);
  mis_assert_close (reach.size, (overall - 0.2) * 6 / sqrt (0.6), 1e-14, 0);
  mis_assert_close (reach.overall, 0.2, 1e-15, 0);
  mis_reach (effects, &lever, 0.1, &reach, NULL);
  g_assert_false (reach.reached);
  g_assert_cmpfloat (reach.overall, ==, overall);
}

/* The smallest of each class, too, and the same whether one class is asked for or all. */
static void
check_classes (const MisEffects *effects, const double *sizes, double target)
{
  MisReach each[MIS_N_LEVER_CLASSES];
  MisReach best = mis_reach_smallest_of_each (effects, target, each, NULL, NULL);
  MisReach single = mis_reach_smallest (effects, target, 0, NULL);

  g_assert_cmpint (best.reached, ==, single.reached);
  g_assert_cmpfloat (best.size, ==, single.size);
  g_assert_cmpint (best.lever.kind, ==, single.lever.kind);
  /* There already: no class has anything to do. */
  if (best.reached && best.size <= 0)
    return;
  for (guint i = 0; i < MIS_N_LEVER_CLASSES; i++)
    {
      MisReach alone = mis_reach_smallest (effects, target, 1u << i, NULL);

      g_assert_cmpint (each[i].reached, ==, alone.reached);
      g_assert_cmpfloat (each[i].size, ==, alone.size);
      g_assert_cmpint (each[i].lever.kind, ==, alone.lever.kind);
      g_assert_cmpint (each[i].reached, ==, !isinf (sizes[i]));
      if (each[i].reached)
        g_assert_cmpfloat (each[i].size, ==, sizes[i]);
    }
}

static void
note_size (double *sizes, const MisEffects *effects, const MisLever *lever, const MisReach *reach)
{
  MisLeverClass class = mis_lever_get_class (lever,
                                             mis_tally_get_world (mis_effects_get_tally (effects)));

  if (reach->reached)
    sizes[class] = MIN (sizes[class], reach->size);
}

static void
check_smallest (const MisEffects *effects, GArray *levers, double target)
{
  MisReach best = mis_reach_smallest (effects, target, 0, NULL);
  double size = INFINITY;
  double sizes[MIS_N_LEVER_CLASSES];

  for (guint i = 0; i < MIS_N_LEVER_CLASSES; i++)
    sizes[i] = INFINITY;

  for (guint i = 0; i < levers->len; i++)
    {
      MisLever lever = g_array_index (levers, MisLever, i);
      MisReach reach;

      if (lever.kind == MIS_LEVER_REMOVE_AREA)
        continue;
      g_assert_true (mis_reach (effects, &lever, target, &reach, NULL));
      size = reach.reached ? MIN (size, reach.size) : size;
      note_size (sizes, effects, &lever, &reach);
      if (lever.kind != MIS_LEVER_WEIGHT)
        continue;
      lever.agents = 1;
      g_assert_true (mis_reach (effects, &lever, target, &reach, NULL));
      size = reach.reached ? MIN (size, reach.size) : size;
      note_size (sizes, effects, &lever, &reach);
    }
  g_assert_cmpint (best.reached, ==, !isinf (size));
  if (best.reached)
    g_assert_cmpfloat (best.size, ==, size);
  check_classes (effects, sizes, target);
}

static void
check_greedy (MisWorld *world, const MisEffects *effects, double target)
{
  g_autoptr (MisGreedy) greedy = mis_reach_greedy (effects, target, 0, 5, NULL, NULL);
  g_autoptr (MisWorld) replayed = mis_world_ref (world);
  double start = mis_effects_get_overall (effects);
  MisReach single = mis_reach_smallest (effects, target, 0, NULL);

  g_assert_cmpuint (greedy->steps->len, <=, 5);
  for (guint i = 0; i < greedy->steps->len; i++)
    {
      const MisReach *step = &g_array_index (greedy->steps, MisReach, i);
      MisWorld *next = mis_edit_by_lever (replayed, &step->lever);
      g_autoptr (MisBrute) brute = mis_brute_new (next);
      g_autoptr (MisBruteScore) score = mis_brute_score (brute, mis_world_get_scoring (world));

      mis_assert_close (step->overall, score->overall, 1e-12, 1);
      mis_world_unref (replayed);
      replayed = next;
      start = step->overall;
    }
  mis_assert_close (greedy->overall, start, 1e-12, 1);
  if (single.reached && fabs (target - mis_effects_get_overall (effects)) > SLACK)
    g_assert_cmpuint (greedy->steps->len, ==, 1);
  if (greedy->reached)
    g_assert_false (is_beyond (target, mis_effects_get_overall (effects), greedy->overall, SLACK));
}

static void
test_all_levers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (703);

  for (guint i = 0; i < 60; i++)
    {
      MisScoring scoring = draw_scoring (rand);
      g_autoptr (MisWorld) drawn = mis_small_random_world (rand, 4);
      g_autoptr (MisWorld) world = mis_world_with_scoring (drawn, &scoring);
      g_autoptr (MisEffects) effects = mis_effects_under (world, &scoring);
      g_autoptr (GArray) levers = mis_list_levers (world, NULL);
      double start = mis_effects_get_overall (effects);
      double target = i % 3 == 0 ? start * 0.5 : i % 3 == 1 ? start * 0.1 : (1 + start) / 2;

      if (levers->len == 0)
        continue;
      check_smallest (effects, levers, target);
      check_greedy (world, effects, target);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/reach/random", test_random);
  g_test_add_func ("/core/reach/large", test_large);
  g_test_add_func ("/core/reach/shopping", test_shopping);
  g_test_add_func ("/core/reach/all-levers", test_all_levers);
  return g_test_run ();
}
