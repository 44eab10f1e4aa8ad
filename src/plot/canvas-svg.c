#include "plot/canvas-svg.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "plot/font.h"

#define POINTS_PER_MM (72 / 25.4)

typedef struct
{
  MisCanvas parent;
  GString *xml;
  MisSvgText text_mode;
  MisFont *font;
  cairo_t *outline;  /* a path to be read back, never drawn */
  GHashTable *clips; /* the ids of those that are defined */
  guint depth;
} SvgCanvas;

static SvgCanvas *
as_svg (MisCanvas *canvas)
{
  return (SvgCanvas *)canvas;
}

/* XML 1.0 knows no other control characters, not even as references. */
static void
append_escaped (GString *xml, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '&')
        g_string_append (xml, "&amp;");
      else if (letter == '<')
        g_string_append (xml, "&lt;");
      else if (letter == '>')
        g_string_append (xml, "&gt;");
      else if (letter == '"')
        g_string_append (xml, "&quot;");
      else if ((letter < 0x20 && letter != '\n' && letter != '\t') || letter == 0x7f ||
               (letter & 0xfffe) == 0xfffe)
        g_string_append_unichar (xml, 0xfffd);
      else
        g_string_append_unichar (xml, letter);
    }
}

/* A thousandth of a point is far below what any printer shows. */
static void
append_number (GString *xml, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.3f", CLAMP (value, -1e6, 1e6));
  for (end = buffer + strlen (buffer); end[-1] == '0'; end--)
    ;
  if (end[-1] == '.')
    end--;
  *end = '\0';
  g_string_append (xml, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static void
append_attribute (GString *xml, const char *name, double value)
{
  g_string_append_printf (xml, " %s=\"", name);
  append_number (xml, value);
  g_string_append_c (xml, '"');
}

static void
append_text_attribute (GString *xml, const char *name, const char *value)
{
  g_string_append_printf (xml, " %s=\"", name);
  append_escaped (xml, value);
  g_string_append_c (xml, '"');
}

static guint
to_byte (double value)
{
  return (guint)round (CLAMP (value, 0, 1) * 255);
}

/* @what: "fill" or "stroke"; no color is none. */
static void
append_color (GString *xml, const char *what, const MisColor *color)
{
  if (color == NULL)
    {
      g_string_append_printf (xml, " %s=\"none\"", what);
      return;
    }
  g_string_append_printf (xml, " %s=\"#%02x%02x%02x\"", what, to_byte (color->red),
                          to_byte (color->green), to_byte (color->blue));
  if (color->alpha < 1)
    {
      g_autofree char *name = g_strconcat (what, "-opacity", NULL);

      append_attribute (xml, name, color->alpha);
    }
}

static void
append_stroke (GString *xml, const MisStroke *stroke)
{
  double lengths[4];
  guint n = mis_dash_get_pattern (stroke->dash, lengths);

  append_color (xml, "stroke", &stroke->color);
  append_attribute (xml, "stroke-width", stroke->width);
  g_string_append (xml, " stroke-linejoin=\"round\"");
  if (n == 0)
    g_string_append (xml, " stroke-linecap=\"round\"");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (xml, i == 0 ? " stroke-dasharray=\"" : " ");
      append_number (xml, lengths[i] * stroke->width);
    }
  if (n > 0)
    g_string_append_c (xml, '"');
}

static void
append_points (GString *xml, const MisPoint *points, guint n)
{
  g_string_append (xml, " points=\"");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (xml, ' ');
      append_number (xml, points[i].x);
      g_string_append_c (xml, ',');
      append_number (xml, points[i].y);
    }
  g_string_append_c (xml, '"');
}

static void
begin_element (SvgCanvas *self, const char *name)
{
  for (guint i = 0; i <= self->depth; i++)
    g_string_append (self->xml, "  ");
  g_string_append_printf (self->xml, "<%s", name);
}

static void
append_element (SvgCanvas *self, const char *name, const char *content)
{
  if (content == NULL || *content == '\0')
    return;
  begin_element (self, name);
  g_string_append_c (self->xml, '>');
  append_escaped (self->xml, content);
  g_string_append_printf (self->xml, "</%s>\n", name);
}

static void
svg_canvas_begin_group (MisCanvas *canvas, const char *id, const char *css_class, const char *name)
{
  SvgCanvas *self = as_svg (canvas);

  begin_element (self, "g");
  if (id != NULL)
    append_text_attribute (self->xml, "id", id);
  if (css_class != NULL)
    append_text_attribute (self->xml, "class", css_class);
  g_string_append (self->xml, ">\n");
  self->depth++;
  append_element (self, "title", name);
}

static void
svg_canvas_end_group (MisCanvas *canvas)
{
  SvgCanvas *self = as_svg (canvas);

  g_assert (self->depth > 0);
  self->depth--;
  begin_element (self, "/g>\n");
}

static void
append_rect_attributes (GString *xml, const MisRect *rect)
{
  append_attribute (xml, "x", rect->x);
  append_attribute (xml, "y", rect->y);
  append_attribute (xml, "width", rect->width);
  append_attribute (xml, "height", rect->height);
}

/* The name of a clip says its numbers: drawings put into one page may share it. */
static void
svg_canvas_push_clip (MisCanvas *canvas, const MisRect *rect)
{
  SvgCanvas *self = as_svg (canvas);
  g_autoptr (GString) id = g_string_new ("clip");
  const double numbers[] = { rect->x, rect->y, rect->width, rect->height };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_string_append_c (id, '-');
      append_number (id, numbers[i]);
    }
  g_string_replace (id, ".", "_", 0);
  if (g_hash_table_add (self->clips, g_strdup (id->str)))
    {
      begin_element (self, "clipPath");
      g_string_append_printf (self->xml, " id=\"%s\"><rect", id->str);
      append_rect_attributes (self->xml, rect);
      g_string_append (self->xml, "/></clipPath>\n");
    }
  begin_element (self, "g");
  g_string_append_printf (self->xml, " clip-path=\"url(#%s)\">\n", id->str);
  self->depth++;
}

static void
svg_canvas_polyline (MisCanvas *canvas, const MisPoint *points, guint n, const MisStroke *stroke)
{
  SvgCanvas *self = as_svg (canvas);

  begin_element (self, "polyline");
  append_color (self->xml, "fill", NULL);
  append_stroke (self->xml, stroke);
  append_points (self->xml, points, n);
  g_string_append (self->xml, "/>\n");
}

static void
svg_canvas_polygon (MisCanvas *canvas, const MisPoint *points, guint n, const MisColor *fill)
{
  SvgCanvas *self = as_svg (canvas);

  begin_element (self, "polygon");
  append_color (self->xml, "fill", fill);
  append_points (self->xml, points, n);
  g_string_append (self->xml, "/>\n");
}

static void
append_path_step (GString *xml, char command, const double *numbers, guint n)
{
  g_string_append_c (xml, command);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (xml, ' ');
      append_number (xml, numbers[i]);
    }
}

/* Clockwise from the top; a corner that is not round is an arc of radius 0, which is none. */
static void
append_rect_path (GString *xml, const MisRect *rect, double left, double right)
{
  double end = rect->x + rect->width, bottom = rect->y + rect->height;
  const double steps[][7] = {
    { rect->x + left, rect->y },
    { end - right, rect->y },
    { right, right, 0, 0, 1, end, rect->y + right },
    { end, bottom - right },
    { right, right, 0, 0, 1, end - right, bottom },
    { rect->x + left, bottom },
    { left, left, 0, 0, 1, rect->x, bottom - left },
    { rect->x, rect->y + left },
    { left, left, 0, 0, 1, rect->x + left, rect->y },
  };

  g_string_append (xml, " d=\"");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (i % 2 == 1 || i == 0)
      append_path_step (xml, i == 0 ? 'M' : 'L', steps[i], 2);
    else if (steps[i][0] > 0)
      append_path_step (xml, 'A', steps[i], 7);
  g_string_append (xml, "Z\"");
}

static void
svg_canvas_rect (
    MisCanvas *canvas, const MisRect *rect, double radius, MisSide round, const MisColor *fill)
{
  SvgCanvas *self = as_svg (canvas);
  gboolean partly = radius > 0 && round != (MIS_SIDE_LEFT | MIS_SIDE_RIGHT);

  begin_element (self, partly ? "path" : "rect");
  append_color (self->xml, "fill", fill);
  if (partly)
    append_rect_path (self->xml, rect, round == MIS_SIDE_LEFT ? radius : 0,
                      round == MIS_SIDE_RIGHT ? radius : 0);
  else
    {
      append_rect_attributes (self->xml, rect);
      if (radius > 0)
        append_attribute (self->xml, "rx", radius);
    }
  g_string_append (self->xml, "/>\n");
}

static void
svg_canvas_marker (MisCanvas *canvas,
                   MisMarker shape,
                   double x,
                   double y,
                   double radius,
                   const MisColor *fill,
                   const MisStroke *edge)
{
  SvgCanvas *self = as_svg (canvas);
  MisPoint corners[4];
  guint n = mis_marker_get_corners (shape, x, y, radius, corners);

  begin_element (self, n == 0 ? "circle" : "polygon");
  append_color (self->xml, "fill", fill);
  if (edge != NULL)
    append_stroke (self->xml, edge);
  if (n == 0)
    {
      append_attribute (self->xml, "cx", x);
      append_attribute (self->xml, "cy", y);
      append_attribute (self->xml, "r", radius);
    }
  else
    append_points (self->xml, corners, n);
  g_string_append (self->xml, "/>\n");
}

/* SVG anchors text by its beginning, which is on the right in Hebrew and Arabic. */
static const char *
svg_anchor (MisAnchor anchor, gboolean rtl)
{
  static const char *const names[] = { "start", "middle", "end" };

  return names[rtl ? (int)MIS_ANCHOR_END - (int)anchor : (int)anchor];
}

static void
append_words (SvgCanvas *self, const MisText *text)
{
  gboolean rtl = mis_font_is_rtl (self->font, text->text);
  const char *anchor = svg_anchor (text->anchor, rtl);

  begin_element (self, "text");
  append_attribute (self->xml, "x", text->x);
  append_attribute (self->xml, "y", text->y);
  append_attribute (self->xml, "font-size", text->size);
  if (text->bold)
    g_string_append (self->xml, " font-weight=\"bold\"");
  if (strcmp (anchor, "start") != 0)
    append_text_attribute (self->xml, "text-anchor", anchor);
  if (rtl)
    g_string_append (self->xml, " direction=\"rtl\"");
  if (strstr (text->text, "  ") != NULL)
    g_string_append (self->xml, " xml:space=\"preserve\"");
  append_color (self->xml, "fill", &text->color);
  g_string_append_c (self->xml, '>');
  append_escaped (self->xml, text->text);
  g_string_append (self->xml, "</text>\n");
}

static void
append_glyph_path (GString *xml, const cairo_path_t *path)
{
  static const char commands[] = { 'M', 'L', 'C', 'Z' };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      double numbers[6];
      int n = 0;

      for (int k = 1; k < data->header.length; k++)
        {
          numbers[n++] = data[k].point.x;
          numbers[n++] = data[k].point.y;
        }
      append_path_step (xml, commands[data->header.type], numbers, (guint)n);
    }
}

static void
append_outline (SvgCanvas *self, const MisText *text)
{
  double width = mis_font_get_width (self->font, text->text, text->size, text->bold);
  PangoLayout *layout = mis_font_get_layout (self->font, text->text, text->size, text->bold);
  cairo_path_t *path;

  cairo_new_path (self->outline);
  cairo_move_to (self->outline, text->x - width * text->anchor / 2, text->y);
  pango_cairo_layout_line_path (self->outline, pango_layout_get_line_readonly (layout, 0));
  path = cairo_copy_path (self->outline);
  begin_element (self, "path");
  append_text_attribute (self->xml, "aria-label", text->text);
  append_color (self->xml, "fill", &text->color);
  g_string_append (self->xml, " d=\"");
  append_glyph_path (self->xml, path);
  g_string_append (self->xml, "\"/>\n");
  cairo_path_destroy (path);
}

static void
svg_canvas_text (MisCanvas *canvas, const MisText *text)
{
  SvgCanvas *self = as_svg (canvas);

  if (self->text_mode == MIS_SVG_OUTLINES)
    append_outline (self, text);
  else
    append_words (self, text);
}

static void
svg_canvas_free (MisCanvas *canvas)
{
  SvgCanvas *self = as_svg (canvas);

  if (self->xml != NULL)
    g_string_free (self->xml, TRUE);
  cairo_destroy (self->outline);
  g_hash_table_unref (self->clips);
  mis_font_free (self->font);
  g_free (self);
}

static const MisCanvasClass SVG_CANVAS_CLASS = {
  .begin_group = svg_canvas_begin_group,
  .end_group = svg_canvas_end_group,
  .push_clip = svg_canvas_push_clip,
  .pop_clip = svg_canvas_end_group,
  .polyline = svg_canvas_polyline,
  .polygon = svg_canvas_polygon,
  .rect = svg_canvas_rect,
  .marker = svg_canvas_marker,
  .text = svg_canvas_text,
  .free = svg_canvas_free,
};

static void
append_head (SvgCanvas *self, double width, double height)
{
  GString *xml = self->xml;

  g_string_append (xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"");
  append_number (xml, width / POINTS_PER_MM);
  g_string_append (xml, "mm\" height=\"");
  append_number (xml, height / POINTS_PER_MM);
  g_string_append (xml, "mm\" viewBox=\"0 0 ");
  append_number (xml, width);
  g_string_append_c (xml, ' ');
  append_number (xml, height);
  g_string_append (xml, "\" role=\"img\"");
  append_text_attribute (xml, "font-family", MIS_FONT_FAMILIES);
  g_string_append (xml, ">\n");
}

MisCanvas *
mis_canvas_svg_new (double width,
                    double height,
                    MisSvgText text,
                    const char *title,
                    const char *description,
                    const char *metadata)
{
  SvgCanvas *self = g_new0 (SvgCanvas, 1);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);

  self->parent.class = &SVG_CANVAS_CLASS;
  self->xml = g_string_sized_new (16384);
  self->text_mode = text;
  self->font = mis_font_new ();
  self->clips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->outline = cairo_create (surface);
  cairo_surface_destroy (surface);
  append_head (self, width, height);
  append_element (self, "title", title);
  append_element (self, "desc", description);
  append_element (self, "metadata", metadata);
  return &self->parent;
}

GBytes *
mis_canvas_svg_finish (MisCanvas *canvas)
{
  SvgCanvas *self = as_svg (canvas);

  g_return_val_if_fail (canvas != NULL && self->xml != NULL && self->depth == 0, NULL);

  g_string_append (self->xml, "</svg>\n");
  return g_string_free_to_bytes (g_steal_pointer (&self->xml));
}
