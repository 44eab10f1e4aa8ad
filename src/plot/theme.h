/* theme.h: the colours of a chart by role, for screen (light, dark, high contrast) and paper. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MisColor:
 *
 * sRGB, not premultiplied, each from 0 to 1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} MisColor;

/**
 * MisColorRole:
 * @MIS_COLOR_SERIES_1: blue; with the next four the colours of series (Okabe and Ito)
 * @MIS_COLOR_MUTED: grey, for bars and lines that are only company
 * @MIS_COLOR_CARD: what the chart stands on
 * @MIS_COLOR_TEXT: titles and labels
 * @MIS_COLOR_DIM_TEXT: ticks, subtitle, source
 * @MIS_COLOR_GRID: grid lines
 * @MIS_COLOR_AXIS: the line where a value is 0, and the x axis
 * @MIS_COLOR_REFERENCE: reference lines and what belongs to them
 * @MIS_COLOR_TRACK: the range behind a bar
 */
typedef enum
{
  MIS_COLOR_SERIES_1,
  MIS_COLOR_SERIES_2,
  MIS_COLOR_SERIES_3,
  MIS_COLOR_SERIES_4,
  MIS_COLOR_SERIES_5,
  MIS_COLOR_MUTED,
  MIS_COLOR_CARD,
  MIS_COLOR_TEXT,
  MIS_COLOR_DIM_TEXT,
  MIS_COLOR_GRID,
  MIS_COLOR_AXIS,
  MIS_COLOR_REFERENCE,
  MIS_COLOR_TRACK,
  MIS_N_COLORS,
} MisColorRole;

#define MIS_N_SERIES_COLORS 5

typedef enum
{
  MIS_THEME_LIGHT,
  MIS_THEME_DARK,
  MIS_THEME_HIGH_CONTRAST_LIGHT,
  MIS_THEME_HIGH_CONTRAST_DARK,
  MIS_THEME_PAPER,
} MisThemeKind;

#define MIS_N_THEMES 5

/* Colours and line widths; see mis_theme_get(). */
typedef struct _MisTheme MisTheme;

/**
 * mis_theme_get:
 *
 * Returns: (transfer none): a constant; never %NULL
 */
const MisTheme *mis_theme_get (MisThemeKind kind);

/**
 * mis_theme_get_color:
 *
 * Series and muted colours have a contrast of at least 3:1 with %MIS_COLOR_CARD, texts 4.5:1.
 */
MisColor mis_theme_get_color (const MisTheme *theme, MisColorRole role);

/**
 * mis_theme_get_text_color:
 *
 * Returns: the colour of @role, moved towards the colour of text until words in it can be read on
 *   the card: 4.5:1, with high contrast 7:1
 */
MisColor mis_theme_get_text_color (const MisTheme *theme, MisColorRole role);

/**
 * mis_theme_get_line_scale:
 *
 * Returns: a factor for all line widths; more than 1 with high contrast
 */
double mis_theme_get_line_scale (const MisTheme *theme);

/* How much of what lies below it a band covers, from 0 to 1: more on a dark card, where the same
 * share of a colour is harder to see. */
double mis_theme_get_band_opacity (const MisTheme *theme);

/**
 * mis_color_contrast:
 *
 * Returns: the contrast ratio of two opaque colours, from 1 to 21 (WCAG 2, relative luminance)
 */
double mis_color_contrast (MisColor a, MisColor b);

G_END_DECLS
