#include "brute-force.h"
#include "core/curve.h"
#include "core/edit.h"
#include "core/error.h"
#include "lever-edit.h"
#include "sample.h"

#include <math.h>

#define TOLERANCE 1e-12
#define FLOOR 1e-3
#define N_WORLDS 200

static MisScoring
draw_scoring (GRand *rand)
{
  MisScoring scoring = { .weight_mean = (MisWeightMean) g_rand_int_range (rand, 0, 6),
                         .pairs = (MisPairs) g_rand_int_range (rand, 0, 2),
                         .unknown = (MisUnknown) g_rand_int_range (rand, 0, 2) };

  if (g_rand_boolean (rand))
    return scoring;
  scoring.area_mean = (MisAreaMean) g_rand_int_range (rand, 0, 5);
  scoring.normalization = (MisNormalization) g_rand_int_range (rand, 0, 3);
  scoring.weights = (MisWeights) g_rand_int_range (rand, 0, 2);
  return scoring;
}

static gboolean
has_value (const MisLever *lever)
{
  return lever->kind == MIS_LEVER_CONFLICT || lever->kind == MIS_LEVER_WEIGHT
         || lever->kind == MIS_LEVER_GOAL_WEIGHT;
}

/* No point of a curve is above its peak, and the peak is on it. */
static void
check_peak (const MisCurve *curve, int area, guint *n_closed)
{
  MisPeak peak = mis_curve_find_peak (curve, area);
  double low = mis_curve_get_lowest (curve), high = mis_curve_get_highest (curve);

  *n_closed += peak.method == MIS_PEAK_CLOSED ? 1 : 0;
  for (guint i = 0; i <= 199; i++)
    {
      double x = MIN (low + (high - low) * i / 199, high);
      double value = area < 0 ? mis_curve_get_overall (curve, x)
                              : mis_curve_get_area (curve, (guint) area, x);

      if (!isnan (value))
        g_assert_cmpfloat (value, <=, peak.value * (1 + 1e-13) + 1e-300);
    }
  if (isnan (peak.value))
    return;
  g_assert_cmpfloat (peak.x, >=, low);
  g_assert_cmpfloat (peak.x, <=, high);
  mis_assert_close (area < 0 ? mis_curve_get_overall (curve, peak.x)
                             : mis_curve_get_area (curve, (guint) area, peak.x),
                    peak.value, 0, 1e-300);
}

static void
check_lever_curve (MisWorld *world, MisEffects *effects, const MisLever *lever, GRand *rand,
                   double *worst)
{
  g_autoptr (MisCurve) curve = mis_curve_new_lever (effects, lever, NULL);
  MisLever set = *lever;
  guint n_closed = 0;

  for (guint i = 0; i < 5; i++)
    {
      set.value = i < 2 ? i : g_rand_double (rand);

      g_autoptr (MisWorld) edited = mis_edit_by_lever (world, &set);
      g_autoptr (MisBrute) brute = mis_brute_new (edited);
      g_autoptr (MisBruteScore) score = mis_brute_score (brute, mis_world_get_scoring (world));
      double overall = mis_curve_get_overall (curve, set.value);

      mis_assert_close (overall, score->overall, TOLERANCE, FLOOR);
      *worst = MAX (*worst, mis_deviation (overall, score->overall, FLOOR));
      for (guint p = 0; p < score->n_areas; p++)
        mis_assert_close (mis_curve_get_area (curve, p, set.value), score->areas[p].misalignment,
                          TOLERANCE, FLOOR);
    }
  check_peak (curve, -1, &n_closed);
  check_peak (curve, (int) lever->area, &n_closed);
}

static void
test_levers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (800);
  double worst = 0;

  for (guint i = 0; i < N_WORLDS; i++)
    {
      MisScoring scoring = draw_scoring (rand);
      g_autoptr (MisWorld) drawn = mis_small_random_world (rand, 6);
      g_autoptr (MisWorld) world = mis_world_with_scoring (drawn, &scoring);
      g_autoptr (MisEffects) effects = mis_effects_under (world, &scoring);
      g_autoptr (GArray) levers = mis_list_levers (world, NULL);

      for (guint j = 0; j < 8 && levers->len > 0; j++)
        {
          const MisLever *lever = &g_array_index (levers, MisLever,
                                                  g_rand_int_range (rand, 0, (gint32) levers->len));

          if (has_value (lever))
            check_lever_curve (world, effects, lever, rand, &worst);
        }
    }
  g_test_message ("worst deviation %.2g", worst);
}

/* Shares: the curve of share.h, so what is new is the peak. */
/* Whether the same areas have a score at @x as at @present. */
static gboolean
is_same_mean (const MisCurve *curve, guint n_areas, double x, double present)
{
  for (guint p = 0; p < n_areas; p++)
    if (isnan (mis_curve_get_area (curve, p, x)) != isnan (mis_curve_get_area (curve, p, present)))
      return FALSE;
  return TRUE;
}

/* The span is as long as it can be and no longer; whether it ends before the curve does. */
static gboolean
check_span (const MisCurve *curve, guint n_areas)
{
  const double near = 1e-4;
  double present = mis_curve_get_present (curve);
  double lowest = mis_curve_get_lowest (curve), highest = mis_curve_get_highest (curve);
  double low, high;
  int low_area, high_area;

  mis_curve_get_span (curve, &low, &high, &low_area, &high_area);
  g_assert_cmpfloat (low, >=, lowest);
  g_assert_cmpfloat (high, <=, highest);
  g_assert_cmpfloat (low, <=, present);
  g_assert_cmpfloat (high, >=, present);
  for (guint i = 0; i <= 100; i++)
    g_assert_true (
      is_same_mean (curve, n_areas, MIN (low + (high - low) * i / 100, high), present));
  g_assert_true (low_area >= 0 || low == lowest);
  g_assert_true (high_area >= 0 || high == highest);
  if (low_area >= 0 && low - near >= lowest)
    g_assert_true (isnan (mis_curve_get_area (curve, (guint) low_area, low - near))
                   != isnan (mis_curve_get_area (curve, (guint) low_area, present)));
  if (high_area >= 0 && high + near <= highest)
    g_assert_true (isnan (mis_curve_get_area (curve, (guint) high_area, high + near))
                   != isnan (mis_curve_get_area (curve, (guint) high_area, present)));
  return low_area >= 0 || high_area >= 0;
}

static void
test_shares (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (801);
  guint n_closed = 0, n_curves = 0, n_short = 0;

  for (guint i = 0; i < 2 * N_WORLDS; i++)
    {
      MisScoring scoring = draw_scoring (rand);
      g_autoptr (MisWorld) drawn = mis_small_random_world (rand, 6);
      g_autoptr (MisWorld) world = mis_world_with_scoring (drawn, &scoring);
      guint n_rows = mis_world_get_n_agents (world);
      g_autofree gboolean *locked = g_new (gboolean, n_rows);
      g_autoptr (MisCurve) curve = NULL;
      guint row;

      if (n_rows == 0)
        continue;
      for (guint j = 0; j < n_rows; j++)
        locked[j] = g_rand_int_range (rand, 0, 4) == 0;
      row = (guint) g_rand_int_range (rand, 0, (gint32) n_rows);
      curve = mis_curve_new_share (world, row, i % 2 == 0 ? locked : NULL);
      n_curves++;
      check_peak (curve, -1, &n_closed);
      n_short += check_span (curve, mis_world_get_n_areas (world)) ? 1 : 0;
      for (guint p = 0; p < mis_world_get_n_areas (world); p++)
        {
          guint ignored = 0;

          check_peak (curve, (int) p, &ignored);
        }
    }
  g_test_message ("%u of %u peaks in closed form, %u spans end early", n_closed, n_curves, n_short);
  g_assert_cmpuint (n_closed, >, 0);
  g_assert_cmpuint (n_short, >, 20);
}

/* Two exclusive groups: 2 x (1 - x) n / (n - 1), highest in the middle; figure 8's shape. */
static void
test_two_groups (void)
{
  const guint64 counts[] = { 30, 70 };
  g_autoptr (MisWorld) world = mis_sample_groups (counts, 2, 1);
  g_autoptr (MisCurve) curve = mis_curve_new_share (world, 0, NULL);
  MisPeak peak = mis_curve_find_peak (curve, -1);

  g_assert_cmpint (peak.method, ==, MIS_PEAK_CLOSED);
  mis_assert_close (peak.x, 0.5, 1e-15, 0);
  mis_assert_close (peak.value, 0.5L * 100 / 99, 1e-15, 0);
  g_assert_cmpfloat (mis_curve_get_present (curve), ==, 0.3);
  mis_assert_close (mis_curve_get_overall (curve, 0.3), 0.42L * 100 / 99, 1e-15, 0);
}

/* A weight as given: highest at its upper end. */
static void
test_ends (void)
{
  g_autoptr (MisWorld) shopping = mis_sample_shopping ();
  g_autoptr (MisTally) tally = mis_tally_new (shopping, NULL);
  g_autoptr (MisEffects) effects = mis_effects_new (tally, NULL);
  MisLever lever = { .kind = MIS_LEVER_WEIGHT, .area = 1, .agent = 0, .agents = 1 };
  g_autoptr (MisCurve) weight = mis_curve_new_lever (effects, &lever, NULL);
  g_autoptr (MisCurve) none = NULL;
  g_autoptr (GError) error = NULL;
  MisPeak peak = mis_curve_find_peak (weight, -1);

  g_assert_cmpint (peak.method, ==, MIS_PEAK_CLOSED);
  g_assert_cmpfloat (peak.x, ==, 1);
  g_assert_cmpfloat (mis_curve_get_present (weight), ==, 0.6);
  g_assert_cmpfloat (mis_curve_get_lowest (weight), ==, 0);
  g_assert_cmpfloat (mis_curve_get_highest (weight), ==, 1);
  lever.agent = 5;
  none = mis_curve_new_lever (effects, &lever, &error);
  g_assert_null (none);
  g_assert_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/curve/levers", test_levers);
  g_test_add_func ("/core/curve/shares", test_shares);
  g_test_add_func ("/core/curve/two-groups", test_two_groups);
  g_test_add_func ("/core/curve/ends", test_ends);
  return g_test_run ();
}
