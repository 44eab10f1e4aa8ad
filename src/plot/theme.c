#include "plot/theme.h"

#include <math.h>

struct _MisTheme
{
  guint32 colors[MIS_N_COLORS]; /* 0xRRGGBB by MisColorRole */
  double text_contrast;
  double line_scale;
  double band_opacity;
};

/* Series colours: M. Okabe and K. Ito, "Color Universal Design", 2008. On dark cards the two that
 * are too dark give way to the lighter ones of the same set. Dark cards are those of libadwaita. */
#define SERIES_ON_LIGHT                                                                            \
  [MIS_COLOR_SERIES_1] = 0x0072b2, [MIS_COLOR_SERIES_2] = 0xd55e00,                                \
  [MIS_COLOR_SERIES_3] = 0x009e73, [MIS_COLOR_SERIES_4] = 0xcc79a7, [MIS_COLOR_SERIES_5] = 0x000000

#define SERIES_ON_DARK                                                                             \
  [MIS_COLOR_SERIES_1] = 0x56b4e9, [MIS_COLOR_SERIES_2] = 0xe69f00,                                \
  [MIS_COLOR_SERIES_3] = 0x009e73, [MIS_COLOR_SERIES_4] = 0xcc79a7, [MIS_COLOR_SERIES_5] = 0xffffff

static const MisTheme THEMES[MIS_N_THEMES] = {
  [MIS_THEME_LIGHT] = {
    .colors = { SERIES_ON_LIGHT,
                [MIS_COLOR_MUTED] = 0x8b8f96, [MIS_COLOR_CARD] = 0xffffff,
                [MIS_COLOR_TEXT] = 0x1f2328, [MIS_COLOR_DIM_TEXT] = 0x5c636b,
                [MIS_COLOR_GRID] = 0xe6e8ea, [MIS_COLOR_AXIS] = 0x8b9098,
                [MIS_COLOR_REFERENCE] = 0x6a7078, [MIS_COLOR_TRACK] = 0xf1f2f4 },
    .text_contrast = 4.5, .line_scale = 1, .band_opacity = 0.2 },
  [MIS_THEME_DARK] = {
    .colors = { SERIES_ON_DARK,
                [MIS_COLOR_MUTED] = 0x9a9ea4, [MIS_COLOR_CARD] = 0x363636,
                [MIS_COLOR_TEXT] = 0xf6f6f7, [MIS_COLOR_DIM_TEXT] = 0xb9bcc1,
                [MIS_COLOR_GRID] = 0x4a4b4d, [MIS_COLOR_AXIS] = 0x8a8d92,
                [MIS_COLOR_REFERENCE] = 0xa9adb3, [MIS_COLOR_TRACK] = 0x434446 },
    .text_contrast = 4.5, .line_scale = 1, .band_opacity = 0.35 },
  [MIS_THEME_HIGH_CONTRAST_LIGHT] = {
    .colors = { SERIES_ON_LIGHT,
                [MIS_COLOR_MUTED] = 0x60646a, [MIS_COLOR_CARD] = 0xffffff,
                [MIS_COLOR_TEXT] = 0x000000, [MIS_COLOR_DIM_TEXT] = 0x2b2e33,
                [MIS_COLOR_GRID] = 0xb4b8bd, [MIS_COLOR_AXIS] = 0x2b2e33,
                [MIS_COLOR_REFERENCE] = 0x2b2e33, [MIS_COLOR_TRACK] = 0xdddfe2 },
    .text_contrast = 7, .line_scale = 1.35, .band_opacity = 0.2 },
  [MIS_THEME_HIGH_CONTRAST_DARK] = {
    .colors = { SERIES_ON_DARK,
                [MIS_COLOR_MUTED] = 0xc2c5ca, [MIS_COLOR_CARD] = 0x363636,
                [MIS_COLOR_TEXT] = 0xffffff, [MIS_COLOR_DIM_TEXT] = 0xe4e6e8,
                [MIS_COLOR_GRID] = 0x707276, [MIS_COLOR_AXIS] = 0xe4e6e8,
                [MIS_COLOR_REFERENCE] = 0xe4e6e8, [MIS_COLOR_TRACK] = 0x57595c },
    .text_contrast = 7, .line_scale = 1.35, .band_opacity = 0.35 },
  [MIS_THEME_PAPER] = {
    .colors = { SERIES_ON_LIGHT,
                [MIS_COLOR_MUTED] = 0x8b8f96, [MIS_COLOR_CARD] = 0xffffff,
                [MIS_COLOR_TEXT] = 0x1a1a1a, [MIS_COLOR_DIM_TEXT] = 0x555a60,
                [MIS_COLOR_GRID] = 0xe2e4e6, [MIS_COLOR_AXIS] = 0x80858c,
                [MIS_COLOR_REFERENCE] = 0x63686f, [MIS_COLOR_TRACK] = 0xf0f1f3 },
    .text_contrast = 4.5, .line_scale = 1, .band_opacity = 0.2 },
};

static double
channel (guint32 rgb, guint shift)
{
  return (double) ((rgb >> shift) & 0xff) / 255;
}

/* WCAG 2: from sRGB to linear light. */
static double
linear_light (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (MisColor color)
{
  return 0.2126 * linear_light (color.red) + 0.7152 * linear_light (color.green)
         + 0.0722 * linear_light (color.blue);
}

static MisColor
mix (MisColor a, MisColor b, double share)
{
  return (MisColor){ a.red + share * (b.red - a.red), a.green + share * (b.green - a.green),
                     a.blue + share * (b.blue - a.blue), 1 };
}

const MisTheme *
mis_theme_get (MisThemeKind kind)
{
  g_return_val_if_fail ((guint) kind < MIS_N_THEMES, &THEMES[MIS_THEME_LIGHT]);
  return &THEMES[kind];
}

MisColor
mis_theme_get_color (const MisTheme *theme, MisColorRole role)
{
  guint32 rgb;

  g_return_val_if_fail (theme != NULL && (guint) role < MIS_N_COLORS, (MisColor){ 0 });

  rgb = theme->colors[role];
  return (MisColor){ channel (rgb, 16), channel (rgb, 8), channel (rgb, 0), 1 };
}

MisColor
mis_theme_get_text_color (const MisTheme *theme, MisColorRole role)
{
  MisColor color = mis_theme_get_color (theme, role);
  MisColor text = mis_theme_get_color (theme, MIS_COLOR_TEXT);
  MisColor card = mis_theme_get_color (theme, MIS_COLOR_CARD);
  const int steps = 20;

  for (int i = 0; i < steps; i++)
    {
      MisColor mixed = mix (color, text, (double) i / steps);

      if (mis_color_contrast (mixed, card) >= theme->text_contrast)
        return mixed;
    }
  return text;
}

double
mis_theme_get_line_scale (const MisTheme *theme)
{
  g_return_val_if_fail (theme != NULL, 1);
  return theme->line_scale;
}

double
mis_theme_get_band_opacity (const MisTheme *theme)
{
  g_return_val_if_fail (theme != NULL, 1);
  return theme->band_opacity;
}

double
mis_color_contrast (MisColor a, MisColor b)
{
  double first = luminance (a) + 0.05;
  double second = luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}
