#include "plot/cividis.h"

/* Ten equally spaced colours of the map; between them it is a straight line to within what a screen
 * shows. */
static const guint8 colors[][3] = {
  { 0, 32, 77 },     { 0, 51, 111 },    { 57, 72, 107 },   { 87, 92, 109 },  { 112, 113, 115 },
  { 138, 135, 121 }, { 166, 157, 117 }, { 196, 181, 108 }, { 228, 207, 91 }, { 255, 234, 70 },
};

static double
mix (guint channel, guint from, double part)
{
  double low = colors[from][channel], high = colors[from + 1][channel];

  return (low + (high - low) * part) / 255.0;
}

MisColor
mis_cividis_color (double level)
{
  double place = CLAMP (level, 0.0, 1.0) * (G_N_ELEMENTS (colors) - 1);
  guint from = MIN ((guint) place, (guint) G_N_ELEMENTS (colors) - 2);
  double part = place - from;

  return (MisColor){ mix (0, from, part), mix (1, from, part), mix (2, from, part), 1.0 };
}

MisColor
mis_cividis_color_on (double level, gboolean dark)
{
  return mis_cividis_color (dark ? level : 1.0 - level);
}

MisColor
mis_color_for_text_on (MisColor back)
{
  static const MisColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

  return mis_color_contrast (black, back) >= mis_color_contrast (white, back) ? black : white;
}
