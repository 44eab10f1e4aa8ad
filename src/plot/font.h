/* font.h: letters: how wide they are, where lines break. One list of fonts for all canvases. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The first of these that the system has is used; a list for Pango and for CSS. */
#define MIS_FONT_FAMILIES "Cantarell, Noto Sans, DejaVu Sans, sans-serif"

/**
 * MisFont:
 *
 * Sets and measures single lines without hinting, so that widths grow in proportion to the size and
 * are the same on every canvas. For use in the thread that made it.
 */
typedef struct _MisFont MisFont;

MisFont *mis_font_new (void);
void mis_font_free (MisFont *font);

/**
 * mis_font_get_layout:
 * @size: in points, one to a unit of user space
 *
 * Returns: (transfer none): the line as glyphs; valid until the next call with this @font
 */
PangoLayout *mis_font_get_layout (MisFont *font, const char *text, double size, gboolean bold);

/**
 * mis_font_get_width:
 *
 * Returns: the logical width in points
 */
double mis_font_get_width (MisFont *font, const char *text, double size, gboolean bold);

/* Heights from the baseline for letters of @size, in points and positive; the first font's. */
double mis_font_get_ascent (const MisFont *font, double size);
double mis_font_get_descent (const MisFont *font, double size);

/**
 * mis_font_get_digit_height:
 *
 * Returns: the height of digits: half of it below the middle is where a baseline goes
 */
double mis_font_get_digit_height (const MisFont *font, double size);

/**
 * mis_font_ellipsize:
 * @width: in points
 *
 * Returns: (transfer full): @text, or as much of its beginning as fits with an ellipsis; "" if not
 *   even one letter does
 */
char *
mis_font_ellipsize (MisFont *font, const char *text, double size, gboolean bold, double width);

/* (transfer full): the same with the ellipsis in the middle, or at the start: names that begin
 * alike keep the ends that tell them apart. */
char *mis_font_ellipsize_middle (
    MisFont *font, const char *text, double size, gboolean bold, double width);
char *mis_font_ellipsize_start (
    MisFont *font, const char *text, double size, gboolean bold, double width);

/**
 * mis_font_break_lines:
 * @max_lines: at least 1; the last line is ellipsized
 *
 * Returns: (transfer full) (array zero-terminated=1): the lines; none for ""
 */
char **mis_font_break_lines (
    MisFont *font, const char *text, double size, gboolean bold, double width, guint max_lines);

/**
 * mis_font_is_rtl:
 *
 * Returns: whether @text runs from right to left, by its first letter with a direction
 */
gboolean mis_font_is_rtl (MisFont *font, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisFont, mis_font_free)

G_END_DECLS
