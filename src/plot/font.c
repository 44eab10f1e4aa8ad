#include "plot/font.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

struct _MisFont
{
  PangoLayout *layout;
  PangoFontDescription *description;
  double ascent; /* these three for size 1 */
  double descent;
  double digit_height;
};

/* The size at which heights are taken; any would do. */
static const double SAMPLE_SIZE = 100;

static void
measure_heights (MisFont *self)
{
  PangoLayout *layout = mis_font_get_layout (self, "0", SAMPLE_SIZE, FALSE);
  PangoFontMetrics *metrics =
      pango_context_get_metrics (pango_layout_get_context (layout), self->description, NULL);
  PangoRectangle ink;
  const double unit = SAMPLE_SIZE * PANGO_SCALE;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), &ink, NULL);
  self->ascent = pango_font_metrics_get_ascent (metrics) / unit;
  self->descent = pango_font_metrics_get_descent (metrics) / unit;
  self->digit_height = -ink.y / unit;
  pango_font_metrics_unref (metrics);
}

MisFont *
mis_font_new (void)
{
  MisFont *self = g_new0 (MisFont, 1);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("en"));

  self->layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  self->description = pango_font_description_from_string (MIS_FONT_FAMILIES);
  measure_heights (self);
  return self;
}

void
mis_font_free (MisFont *font)
{
  g_return_if_fail (font != NULL);

  g_object_unref (font->layout);
  pango_font_description_free (font->description);
  g_free (font);
}

PangoLayout *
mis_font_get_layout (MisFont *font, const char *text, double size, gboolean bold)
{
  g_return_val_if_fail (font != NULL && text != NULL, NULL);

  pango_font_description_set_absolute_size (font->description, size * PANGO_SCALE);
  pango_font_description_set_weight (font->description,
                                     bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (font->layout, font->description);
  pango_layout_set_width (font->layout, -1);
  pango_layout_set_text (font->layout, text, -1);
  return font->layout;
}

double
mis_font_get_width (MisFont *font, const char *text, double size, gboolean bold)
{
  PangoRectangle logical;

  if (*text == '\0')
    return 0;
  pango_layout_get_extents (mis_font_get_layout (font, text, size, bold), NULL, &logical);
  return (double)logical.width / PANGO_SCALE;
}

double
mis_font_get_ascent (const MisFont *font, double size)
{
  return font->ascent * size;
}

double
mis_font_get_descent (const MisFont *font, double size)
{
  return font->descent * size;
}

double
mis_font_get_digit_height (const MisFont *font, double size)
{
  return font->digit_height * size;
}

/* Of @length letters the first @n1 and the last @n2 with an ellipsis between, without spaces
 * around it. */
static char *
cut_text (const char *text, glong length, glong n1, glong n2)
{
  const char *end = g_utf8_offset_to_pointer (text, n1);
  g_autofree char *head = g_strndup (text, (gsize)(end - text));
  g_autofree char *tail = g_strdup (g_utf8_offset_to_pointer (text, length - n2));

  return g_strconcat (g_strchomp (head), "\u2026", g_strchug (tail), NULL);
}

/* The last place at or before @n where a cursor may stand: never between letter and accent. */
static glong
whole_letters (const GArray *stops, glong n)
{
  while (n > 0 && !g_array_index (stops, gboolean, n))
    n--;
  return n;
}

static GArray *
find_stops (MisFont *font, const char *text, double size, gboolean bold)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (gboolean));
  PangoLayout *layout = mis_font_get_layout (font, text, size, bold);
  int n;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n);

  for (int i = 0; i < n; i++)
    {
      gboolean stop = attributes[i].is_cursor_position != 0;

      g_array_append_val (stops, stop);
    }
  return stops;
}

/* The next place at or after @n where a cursor may stand, counted from the end. */
static glong
whole_last_letters (const GArray *stops, glong length, glong n)
{
  while (n > 0 && !g_array_index (stops, gboolean, length - n))
    n--;
  return n;
}

/* @n letters of @length, of which the last @tail parts in two are from the end. */
static char *
keep_letters (const char *text, const GArray *stops, glong length, glong n, glong tail)
{
  glong last = whole_last_letters (stops, length, n * tail / 2);
  glong first = whole_letters (stops, n - n * tail / 2);

  return first + last > 0 ? cut_text (text, length, first, last) : g_strdup ("");
}

static char *
ellipsize (
    MisFont *font, const char *text, double size, gboolean bold, double width, glong tail)
{
  g_autoptr (GArray) stops = NULL;
  glong length = g_utf8_strlen (text, -1);
  glong fits = 0;
  glong too_long = length;

  if (mis_font_get_width (font, text, size, bold) <= width)
    return g_strdup (text);
  stops = find_stops (font, text, size, bold);
  while (too_long - fits > 1)
    {
      glong middle = fits + (too_long - fits) / 2;
      g_autofree char *trial = keep_letters (text, stops, length, middle, tail);

      if (mis_font_get_width (font, trial, size, bold) <= width)
        fits = middle;
      else
        too_long = middle;
    }
  return keep_letters (text, stops, length, fits, tail);
}

char *
mis_font_ellipsize (MisFont *font, const char *text, double size, gboolean bold, double width)
{
  return ellipsize (font, text, size, bold, width, 0);
}

char *
mis_font_ellipsize_middle (
    MisFont *font, const char *text, double size, gboolean bold, double width)
{
  return ellipsize (font, text, size, bold, width, 1);
}

char *
mis_font_ellipsize_start (
    MisFont *font, const char *text, double size, gboolean bold, double width)
{
  return ellipsize (font, text, size, bold, width, 2);
}

char **
mis_font_break_lines (
    MisFont *font, const char *text, double size, gboolean bold, double width, guint max_lines)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (int));
  PangoLayout *layout = mis_font_get_layout (font, text, size, bold);
  int n;

  pango_layout_set_width (layout, (int)(MAX (width, 0) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  n = pango_layout_get_line_count (layout);
  for (int i = 0; i < MIN (n, (int)max_lines); i++)
    g_array_append_val (starts, pango_layout_get_line_readonly (layout, i)->start_index);
  for (guint i = 0; i < starts->len && *text != '\0'; i++)
    {
      const char *from = text + g_array_index (starts, int, i);
      gboolean last = i + 1 == starts->len;
      g_autofree char *line = last ? g_strdup (from)
                                   : g_strndup (from, (gsize)(g_array_index (starts, int, i + 1) -
                                                              g_array_index (starts, int, i)));

      g_ptr_array_add (lines, mis_font_ellipsize (font, g_strstrip (line), size, bold, width));
    }
  g_ptr_array_add (lines, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

gboolean
mis_font_is_rtl (MisFont *font, const char *text)
{
  PangoLayout *layout = mis_font_get_layout (font, text, SAMPLE_SIZE, FALSE);

  return pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0)) ==
         PANGO_DIRECTION_RTL;
}
