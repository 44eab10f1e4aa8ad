/* The score as a function of one group's share, against worlds with whole counts and
 * the figures. */
#include "brute-force.h"
#include "core/edit.h"
#include "core/share.h"
#include "random-world.h"
#include "sample.h"

#include <math.h>

/* Rows with whole counts at Q + 1 shares: others in proportions times q, for q = 0..Q. */
typedef struct
{
  MisWorld *world;
  guint agent;
  gboolean locked[16];
  guint64 proportions[16];
  guint64 sum;
  guint64 steps;
  guint64 kept;
  guint n_compared;
  double worst;
} CurveCase;

static MisWorld *
world_at (const CurveCase *curve, MisWorld *world, guint64 q)
{
  guint n = mis_world_get_n_agents (world);
  guint64 counts[16];
  g_autoptr (GError) error = NULL;
  MisWorld *at;

  for (guint i = 0; i < n; i++)
    counts[i] = i == curve->agent    ? curve->sum * (curve->steps - q)
                : curve->locked[i] ? curve->proportions[i]
                                   : curve->proportions[i] * q;
  at = mis_world_with_counts (world, counts, &error);
  g_assert_no_error (error);
  return at;
}

static void
compare_curve (CurveCase *curve, double found, double expected)
{
  double deviation = mis_deviation (found, expected, 0.01);

  curve->worst = MAX (curve->worst, deviation);
  curve->n_compared += 1;
  if (!(deviation <= 1e-12))
    g_error ("the curve is at %.17g, the world at %.17g", found, expected);
}

static void
check_curve (const MisScoring *scoring, gpointer user_data)
{
  CurveCase *expected = user_data;
  g_autoptr (MisWorld) world = mis_sample_rescored (expected->world, *scoring);
  g_autoptr (MisShareCurve) curve = mis_share_curve_new (world, expected->agent, expected->locked);
  double n = (double) (expected->sum * expected->steps + expected->kept);

  g_assert_cmpfloat (mis_share_curve_get_lowest (curve), ==, 0);
  mis_assert_close (mis_share_curve_get_highest (curve),
                    (double) (expected->sum * expected->steps) / n, 4e-16, 0.01);
  for (guint64 q = 0; q <= expected->steps; q++)
    {
      g_autoptr (MisWorld) at = world_at (expected, world, q);
      g_autoptr (MisTally) tally = mis_tally_new (at, NULL);
      g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
      double share = (double) (expected->sum * (expected->steps - q)) / n;

      compare_curve (expected, mis_share_curve_get_overall (curve, share), score->overall);
      for (guint p = 0; p < score->n_areas; p++)
        compare_curve (expected, mis_share_curve_get_area (curve, p, share),
                       score->areas[p].misalignment);
    }
}

/* A random world with two rows or more, one to move, some locked; at q = 0 the others are all
 * empty, and share evenly. */
static gboolean
draw_case (GRand *rand, CurveCase *curve)
{
  g_autoptr (MisWorld) base = mis_random_world (rand, 12, 4, 4);
  guint n = mis_world_get_n_agents (base);
  gboolean even = g_rand_int_range (rand, 0, 4) == 0;
  guint64 start;

  curve->sum = 0;
  curve->kept = 0;
  if (n < 2)
    return FALSE;
  curve->agent = (guint) g_rand_int_range (rand, 0, (gint32) n);
  for (guint i = 0; i < n; i++)
    {
      curve->locked[i] = i != curve->agent && g_rand_int_range (rand, 0, 5) == 0;
      curve->proportions[i] =
        even && !curve->locked[i] ? 1 : (guint64) g_rand_int_range (rand, 0, 4);
      if (curve->locked[i])
        curve->kept += curve->proportions[i];
      else if (i != curve->agent)
        curve->sum += curve->proportions[i];
    }
  curve->steps = (guint64) g_rand_int_range (rand, 1, 5);
  start = even ? 0 : (guint64) g_rand_int_range (rand, 1, (gint32) curve->steps + 1);
  if (curve->sum == 0)
    return FALSE;
  curve->world = world_at (curve, base, start);
  return TRUE;
}

static void
test_curve (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);
  CurveCase curve = { 0 };

  for (guint i = 0; i < 60;)
    if (draw_case (rand, &curve))
      {
        mis_foreach_scoring (check_curve, &curve);
        mis_world_unref (curve.world);
        i += 1;
      }
  g_assert_cmpuint (curve.n_compared, >, 60 * 720 * 2);
  g_test_message ("%u points, worst deviation %.2g", curve.n_compared, curve.worst);
}

/* Many distinct weights, half of the rows locked: where the harmonic mean is an integral, not a sum
 * over pairs. At the share that it has, the world has its score. */
static void
test_curve_large (void)
{
  const guint n_rows = 6000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (44);
  g_autofree gboolean *locked = g_new (gboolean, n_rows);
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;

  mis_sample_add_area (builder, mis_sample_area_with_null ("p", 3, 1, 0.5));
  for (guint i = 0; i < n_rows; i++)
    {
      double weight = g_rand_double (rand);
      MisPosition position = mis_position ((int) (i % 4) - 1, weight);
      char id[16];

      locked[i] = i % 8 > 3;
      g_snprintf (id, sizeof id, "r%u", i);
      mis_sample_add_row (builder, id, i % 3 + 1, &position, 1);
    }
  world = mis_world_builder_end (builder);
  for (guint mean = 0; mean < 6; mean++)
    {
      MisScoring scoring = { .weight_mean = (MisWeightMean) mean };
      g_autoptr (MisWorld) rescored = mis_sample_rescored (world, scoring);
      g_autoptr (MisTally) tally = mis_tally_new (rescored, NULL);
      g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
      g_autoptr (MisShareCurve) curve = mis_share_curve_new (rescored, 1, locked);
      double share = (double) mis_world_get_agent (world, 1)->count
                     / (double) mis_world_get_population (world);

      mis_assert_close (mis_share_curve_get_overall (curve, share), score->overall, 1e-12, 0.01);
    }
}

/* All others locked: one share, that of the world. */
static void
test_curve_locked (void)
{
  const guint64 counts[] = { 10, 20, 70 };
  const gboolean locked[] = { FALSE, TRUE, TRUE };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 3, 1);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);
  g_autoptr (MisShareCurve) curve = mis_share_curve_new (world, 0, locked);

  mis_assert_close (mis_share_curve_get_lowest (curve), 0.1, 1e-15, 0.01);
  mis_assert_close (mis_share_curve_get_highest (curve), 0.1, 1e-15, 0.01);
  mis_assert_close (mis_share_curve_get_overall (curve, mis_share_curve_get_lowest (curve)),
                    score->overall, 1e-14, 0.01);
}

/* A locked group of 70 leaves 30; more is taken as that. */
static void
test_curve_limited (void)
{
  const guint64 counts[] = { 10, 20, 70 };
  const gboolean locked[] = { FALSE, FALSE, TRUE };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 3, 1);
  g_autoptr (MisShareCurve) curve = mis_share_curve_new (world, 0, locked);

  g_assert_cmpfloat (mis_share_curve_get_lowest (curve), ==, 0);
  g_assert_cmpfloat (mis_share_curve_get_highest (curve), ==, 0.3);
  mis_assert_close (mis_share_curve_get_overall (curve, 0.3), 14.0L / 33, 1e-15, 1);
  mis_assert_close (mis_share_curve_get_overall (curve, 0.9), 14.0L / 33, 1e-15, 1);
}

/* All counts of the group at which the others are whole in their proportions, and no other ones. */
static void
check_step (const guint64 *counts, const gboolean *locked, guint n)
{
  g_autoptr (MisWorld) world = mis_sample_groups (counts, n, 1);
  g_autoptr (MisShareCurve) curve = mis_share_curve_new (world, 0, locked);
  guint64 step = mis_share_curve_get_step (curve), own = counts[0], sum = 0, n_moving = 0;

  for (guint i = 1; i < n; i++)
    if (!locked[i])
      {
        own += counts[i];
        sum += counts[i];
        n_moving++;
      }
  if (n_moving == 0)
    {
      g_assert_cmpuint (step, ==, 0);
      return;
    }
  for (guint64 rest = 0; rest <= own; rest++)
    {
      gboolean whole = sum > 0 || rest % n_moving == 0;

      for (guint i = 1; i < n && sum > 0; i++)
        whole = whole && (locked[i] || rest * counts[i] % sum == 0);
      g_assert_cmpint (rest % step == 0, ==, whole);
    }
}

static void
test_step (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (45);

  for (guint i = 0; i < 500; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 2, 6);
      guint64 counts[5];
      gboolean locked[5] = { FALSE };

      for (guint k = 0; k < n; k++)
        {
          counts[k] = (guint64) g_rand_int_range (rand, 0, 9) * (i % 3 + 1);
          locked[k] = k > 0 && g_rand_int_range (rand, 0, 4) == 0;
        }
      check_step (counts, locked, n);
    }
}

/* Figure 4 of the paper: 1 - sum n_g(n_g - 1)/(n(n-1)) with real counts; it peaks at x = 1/k. */
static void
test_figure_4 (void)
{
  for (guint k = 2; k <= 5; k++)
    {
      const guint64 counts[] = { 1000 - (k - 1) * 50, 50, 50, 50, 50 };
      g_autoptr (MisWorld) world = mis_sample_groups (counts, k, 1);
      g_autoptr (MisShareCurve) curve = mis_share_curve_new (world, 0, NULL);

      for (guint i = 0; i <= 50; i++)
        {
          double x = i / 50.0;
          long double first = x * 1000.0L;
          long double other = (1000 - first) / (k - 1);
          long double same = first * (first - 1) + (k - 1) * other * (other - 1);

          mis_assert_close (mis_share_curve_get_overall (curve, x), 1 - same / (1000.0L * 999),
                            1e-13, 0.01);
        }
      mis_assert_close (mis_share_curve_get_overall (curve, 1.0 / k),
                        1000.0L * (k - 1) / (k * 999.0L), 1e-13, 0.01);
    }
}

/* Figure 8: c mean_p sqrt(w_v w_h) 2 n_v n_h/(n(n-1)); the mean as printed, and to all digits. */
static void
test_figure_8 (void)
{
  static const double weights[8][2] = { { 0.50, 0.99 }, { 0.40, 0.15 }, { 0.35, 0.15 },
                                        { 0.30, 0.05 }, { 0.20, 0.05 }, { 0.30, 0.05 },
                                        { 0.30, 0.01 }, { 0.30, 0.05 } };
  long double mean = 0;

  for (guint p = 0; p < 8; p++)
    mean += sqrtl ((long double) weights[p][0] * weights[p][1]) / 8;
  g_assert_cmpfloat_with_epsilon ((double) mean, 0.2124794800, 5.1e-11);
  for (guint series = 0; series < 4; series++)
    {
      double conflict = series % 2 == 0 ? 0.5 : 1;
      g_autoptr (MisWorld) world = mis_sample_carla (400, 600, conflict, series >= 2);
      g_autoptr (MisShareCurve) curve = mis_share_curve_new (world, 0, NULL);

      for (guint i = 0; i <= 50; i++)
        {
          double x = i / 50.0;
          long double pairs = 2 * (x * 1000.0L) * (1000 - x * 1000.0L) / (1000.0L * 999);

          mis_assert_close (mis_share_curve_get_overall (curve, x),
                            conflict * (series >= 2 ? 1 : mean) * pairs, 1e-13, 0.01);
        }
    }
}

/* Ends: one group alone is aligned; an area that fewer than two agents count in has no score. */
static void
test_curve_ends (void)
{
  const MisPosition goal = mis_position (0, 1);
  const MisPosition other = mis_position (1, 1);
  MisWorldBuilder *builder = mis_world_builder_new ();
  g_autoptr (MisWorld) world = NULL;
  g_autoptr (MisShareCurve) of_known = NULL;

  mis_sample_add_area (builder, mis_sample_area ("p", 2, 1));
  mis_sample_add_row (builder, "known", 5, &goal, 1);
  mis_sample_add_row (builder, "also-known", 0, &other, 1);
  mis_sample_add_row (builder, "unknown", 5, NULL, 0);
  world = mis_world_builder_end (builder);
  of_known = mis_share_curve_new (world, 0, NULL);
  g_assert_cmpfloat (mis_share_curve_get_overall (of_known, 1), ==, 0);
  g_assert_cmpfloat (mis_share_curve_get_area (of_known, 0, 1), ==, 0);
  g_assert_true (isnan (mis_share_curve_get_area (of_known, 0, 0)));
  g_assert_true (isnan (mis_share_curve_get_area (of_known, 0, 0.1)));
  g_assert_false (isnan (mis_share_curve_get_area (of_known, 0, 0.2)));
  g_assert_cmpfloat (mis_share_curve_get_overall (of_known, 0), ==, 0);
}

/* Two agents that count are two whatever the population is: 2/49 times 49 is less than 2
 * in double. */
static void
test_curve_of_two (void)
{
  const MisPosition goal = mis_position (0, 1);

  for (guint64 n = 3; n <= 1000; n++)
    {
      MisWorldBuilder *builder = mis_world_builder_new ();
      g_autoptr (MisWorld) world = NULL;
      g_autoptr (MisShareCurve) curve = NULL;

      mis_sample_add_area (builder, mis_sample_area ("p", 2, 1));
      mis_sample_add_row (builder, "known", 2, &goal, 1);
      mis_sample_add_row (builder, "unknown", n - 2, NULL, 0);
      world = mis_world_builder_end (builder);
      curve = mis_share_curve_new (world, 0, NULL);
      g_assert_cmpfloat (mis_share_curve_get_area (curve, 0, 2.0 / (double) n), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/curve", test_curve);
  g_test_add_func ("/share/curve/large", test_curve_large);
  g_test_add_func ("/share/curve/locked", test_curve_locked);
  g_test_add_func ("/share/curve/limited", test_curve_limited);
  g_test_add_func ("/share/curve/step", test_step);
  g_test_add_func ("/share/curve/figure-4", test_figure_4);
  g_test_add_func ("/share/curve/figure-8", test_figure_8);
  g_test_add_func ("/share/curve/ends", test_curve_ends);
  g_test_add_func ("/share/curve/of-two", test_curve_of_two);
  return g_test_run ();
}
