/* The colours of heat maps: lighter throughout, and every number on them can be read. */
#include "plot/cividis.h"

#include <string.h>

/* Contrast with black grows with luminance and with nothing else. */
static double
get_lightness (MisColor color)
{
  return mis_color_contrast (color, (MisColor){ 0, 0, 0, 1 });
}

static void
test_grows_lighter (void)
{
  double last = 0;

  for (guint i = 0; i <= 1000; i++)
    {
      double lightness = get_lightness (mis_cividis_color (i / 1000.0));

      g_assert_cmpfloat (lightness, >, last);
      last = lightness;
    }
}

static void
test_ends (void)
{
  MisColor first = mis_cividis_color (0), below = mis_cividis_color (-3);
  MisColor last = mis_cividis_color (1), above = mis_cividis_color (7);

  g_assert_cmpfloat (first.blue, >, first.red);
  g_assert_cmpfloat (last.red, ==, 1.0);
  g_assert_true (memcmp (&first, &below, sizeof first) == 0);
  g_assert_true (memcmp (&last, &above, sizeof last) == 0);
}

/* On either ground a high level differs more from it than a low one. */
static void
test_stands_out (void)
{
  const MisColor grounds[] = { { 1, 1, 1, 1 }, { 0.12, 0.12, 0.12, 1 } };

  for (gboolean dark = 0; dark < 2; dark++)
    g_assert_cmpfloat (mis_color_contrast (mis_cividis_color_on (0.9, dark), grounds[dark]), >,
                       2 * mis_color_contrast (mis_cividis_color_on (0.1, dark), grounds[dark]));
}

static void
test_text (void)
{
  for (guint i = 0; i <= 1000; i++)
    {
      MisColor back = mis_cividis_color (i / 1000.0);

      g_assert_cmpfloat (mis_color_contrast (mis_color_for_text_on (back), back), >=, 4.5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cividis/grows-lighter", test_grows_lighter);
  g_test_add_func ("/cividis/ends", test_ends);
  g_test_add_func ("/cividis/stands-out", test_stands_out);
  g_test_add_func ("/cividis/text", test_text);
  return g_test_run ();
}
