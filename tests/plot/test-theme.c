#include "plot/theme.h"

static double
card_contrast (const MisTheme *theme, MisColorRole role, gboolean as_text)
{
  MisColor card = mis_theme_get_color (theme, MIS_COLOR_CARD);

  return mis_color_contrast (as_text ? mis_theme_get_text_color (theme, role)
                                     : mis_theme_get_color (theme, role),
                             card);
}

static void
test_contrast (void)
{
  for (guint kind = 0; kind < MIS_N_THEMES; kind++)
    {
      const MisTheme *theme = mis_theme_get ((MisThemeKind) kind);
      gboolean high = kind == MIS_THEME_HIGH_CONTRAST_LIGHT || kind == MIS_THEME_HIGH_CONTRAST_DARK;

      for (guint role = 0; role <= MIS_COLOR_MUTED; role++)
        g_assert_cmpfloat (card_contrast (theme, (MisColorRole) role, FALSE), >=, 3);
      g_assert_cmpfloat (card_contrast (theme, MIS_COLOR_REFERENCE, FALSE), >=, 3);
      g_assert_cmpfloat (card_contrast (theme, MIS_COLOR_AXIS, FALSE), >=, 3);
      for (guint role = 0; role < MIS_N_COLORS; role++)
        if (role != MIS_COLOR_CARD)
          g_assert_cmpfloat (card_contrast (theme, (MisColorRole) role, TRUE), >=, high ? 7 : 4.5);
      /* Nothing is lost on the range behind a bar. */
      g_assert_cmpfloat (mis_color_contrast (mis_theme_get_color (theme, MIS_COLOR_TRACK),
                                             mis_theme_get_color (theme, MIS_COLOR_TEXT)),
                         >=, high ? 7 : 4.5);
    }
}

static double
blend (double below, double above, double opacity)
{
  return below + opacity * (above - below);
}

/* A band is seen on its card, on a dark one at least as well as on a light one, and its line on the
 * band. */
static void
test_bands (void)
{
  for (guint kind = 0; kind < MIS_N_THEMES; kind++)
    {
      const MisTheme *theme = mis_theme_get ((MisThemeKind) kind);
      const gboolean dark = kind == MIS_THEME_DARK || kind == MIS_THEME_HIGH_CONTRAST_DARK;
      const MisColor card = mis_theme_get_color (theme, MIS_COLOR_CARD);
      const double opacity = mis_theme_get_band_opacity (theme);

      for (guint role = MIS_COLOR_SERIES_1; role <= MIS_COLOR_SERIES_4; role++)
        {
          const MisColor line = mis_theme_get_color (theme, (MisColorRole) role);
          const MisColor band = { blend (card.red, line.red, opacity),
                                  blend (card.green, line.green, opacity),
                                  blend (card.blue, line.blue, opacity), 1 };

          g_assert_cmpfloat (mis_color_contrast (band, card), >=, dark ? 1.5 : 1.15);
          g_assert_cmpfloat (mis_color_contrast (band, line), >=, 2);
        }
    }
}

static void
test_known (void)
{
  const MisColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  MisColor blue = mis_theme_get_color (mis_theme_get (MIS_THEME_PAPER), MIS_COLOR_SERIES_1);

  g_assert_cmpfloat_with_epsilon (mis_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (mis_color_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (blue.green, 0x72 / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (blue.blue, 0xb2 / 255.0, 1e-9);
}

/* Two series are never the same colour. */
static void
test_distinct (void)
{
  for (guint kind = 0; kind < MIS_N_THEMES; kind++)
    for (guint i = 0; i < MIS_N_SERIES_COLORS; i++)
      for (guint k = 0; k < i; k++)
        {
          const MisTheme *theme = mis_theme_get ((MisThemeKind) kind);
          MisColor a = mis_theme_get_color (theme, (MisColorRole) i);
          MisColor b = mis_theme_get_color (theme, (MisColorRole) k);

          g_assert_true (a.red != b.red || a.green != b.green || a.blue != b.blue);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/theme/contrast", test_contrast);
  g_test_add_func ("/plot/theme/bands", test_bands);
  g_test_add_func ("/plot/theme/known", test_known);
  g_test_add_func ("/plot/theme/distinct", test_distinct);
  return g_test_run ();
}
