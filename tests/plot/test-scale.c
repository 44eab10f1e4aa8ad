#include <float.h>
#include <math.h>

#include "plot/scale.h"

static void
test_known (void)
{
  MisScale scale;

  mis_scale_init (&scale, -10, 30, MIS_SPACING_LINEAR);
  g_assert_cmpfloat (mis_scale_to_unit (&scale, -10), ==, 0);
  g_assert_cmpfloat (mis_scale_to_unit (&scale, 30), ==, 1);
  g_assert_cmpfloat (mis_scale_to_unit (&scale, 0), ==, 0.25);
  g_assert_cmpfloat (mis_scale_to_unit (&scale, 70), ==, 2);
  g_assert_cmpfloat (mis_scale_from_unit (&scale, 0.5), ==, 10);
  g_assert_true (isnan (mis_scale_to_unit (&scale, NAN)));
  g_assert_true (isnan (mis_scale_to_unit (&scale, INFINITY)));

  mis_scale_init (&scale, 1, 100, MIS_SPACING_LOG);
  g_assert_cmpfloat_with_epsilon (mis_scale_to_unit (&scale, 10), 0.5, 1e-15);
  g_assert_true (isnan (mis_scale_to_unit (&scale, 0)));
  g_assert_true (isnan (mis_scale_to_unit (&scale, -1)));
}

static void
test_inversion (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 20000; i++)
    {
      double size = pow (10, g_rand_double_range (rand, -200, 200));
      MisSpacing spacing = (MisSpacing)g_rand_int_range (rand, 0, 2);
      double low = g_rand_double_range (rand, spacing == MIS_SPACING_LOG ? 0.001 : -1, 1) * size;
      double high = g_rand_double_range (rand, spacing == MIS_SPACING_LOG ? 0.001 : -1, 1) * size;
      double unit = g_rand_double_range (rand, -0.5, 1.5);
      MisScale scale;

      mis_scale_init (&scale, low, high, spacing);
      g_assert_cmpfloat (scale.min, <, scale.max);
      g_assert_cmpfloat_with_epsilon (
          mis_scale_to_unit (&scale, mis_scale_from_unit (&scale, unit)), unit, 1e-5);
      g_assert_cmpfloat_with_epsilon (mis_scale_to_unit (&scale, scale.max), 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (mis_scale_to_unit (&scale, scale.min), 0, 1e-12);
    }
}

static void
test_degenerate (void)
{
  static const double values[] = { 0,     -0.0,     1,         -1,      1e-300,   -1e-300,
                                   1e300, -1e300,   DBL_MIN,   DBL_MAX, -DBL_MAX, 5e-324,
                                   NAN,   INFINITY, -INFINITY, 1e15,    0.3 };

  for (guint s = 0; s < 2; s++)
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        {
          MisScale scale;

          mis_scale_init (&scale, values[i], values[k], (MisSpacing)s);
          g_assert_true (isfinite (scale.min) && isfinite (scale.max));
          g_assert_true (isfinite (scale.max - scale.min));
          g_assert_cmpfloat (scale.min, <, scale.max);
          g_assert_true (s == MIS_SPACING_LINEAR || scale.min > 0);
        }
}

static void
test_equal_ends (void)
{
  MisScale scale;

  mis_scale_init (&scale, 0.4, 0.4, MIS_SPACING_LINEAR);
  g_assert_cmpfloat_with_epsilon (scale.min, 0.2, 1e-15);
  g_assert_cmpfloat_with_epsilon (scale.max, 0.6, 1e-15);
  mis_scale_init (&scale, -0.0, 0, MIS_SPACING_LINEAR);
  g_assert_cmpfloat (scale.min, ==, 0);
  g_assert_cmpfloat (scale.max, ==, 1);
  mis_scale_init (&scale, NAN, NAN, MIS_SPACING_LOG);
  g_assert_cmpfloat (scale.min, ==, 1);
  g_assert_cmpfloat (scale.max, ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/scale/known", test_known);
  g_test_add_func ("/plot/scale/inversion", test_inversion);
  g_test_add_func ("/plot/scale/degenerate", test_degenerate);
  g_test_add_func ("/plot/scale/equal-ends", test_equal_ends);
  return g_test_run ();
}
