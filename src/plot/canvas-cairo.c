#include "plot/canvas-cairo.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "plot/font.h"

typedef struct
{
  MisCanvas parent;
  cairo_t *cr;
  MisFont *font;
} CairoCanvas;

static cairo_t *
get_cr (MisCanvas *canvas)
{
  return ((CairoCanvas *)canvas)->cr;
}

static void
set_color (cairo_t *cr, const MisColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
stroke_path (cairo_t *cr, const MisStroke *stroke)
{
  double lengths[4];
  guint n = mis_dash_get_pattern (stroke->dash, lengths);

  for (guint i = 0; i < n; i++)
    lengths[i] *= stroke->width;
  cairo_set_dash (cr, lengths, (int)n, 0);
  cairo_set_line_cap (cr, n > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, stroke->width);
  set_color (cr, &stroke->color);
  cairo_stroke (cr);
}

static void
trace (cairo_t *cr, const MisPoint *points, guint n)
{
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
}

/* Groups carry names, and cairo has no place for them. */
static void
cairo_canvas_begin_group (MisCanvas *canvas,
                          const char *id,
                          const char *css_class,
                          const char *name)
{
}

static void
cairo_canvas_end_group (MisCanvas *canvas)
{
}

static void
cairo_canvas_push_clip (MisCanvas *canvas, const MisRect *rect)
{
  cairo_save (get_cr (canvas));
  cairo_rectangle (get_cr (canvas), rect->x, rect->y, rect->width, rect->height);
  cairo_clip (get_cr (canvas));
}

static void
cairo_canvas_pop_clip (MisCanvas *canvas)
{
  cairo_restore (get_cr (canvas));
}

static void
cairo_canvas_polyline (MisCanvas *canvas, const MisPoint *points, guint n, const MisStroke *stroke)
{
  trace (get_cr (canvas), points, n);
  stroke_path (get_cr (canvas), stroke);
}

static void
cairo_canvas_polygon (MisCanvas *canvas, const MisPoint *points, guint n, const MisColor *fill)
{
  cairo_t *cr = get_cr (canvas);

  trace (cr, points, n);
  cairo_close_path (cr);
  set_color (cr, fill);
  cairo_fill (cr);
}

static void
cairo_canvas_rect (
    MisCanvas *canvas, const MisRect *rect, double radius, MisSide round, const MisColor *fill)
{
  cairo_t *cr = get_cr (canvas);
  double left = (round & MIS_SIDE_LEFT) != 0 ? radius : 0;
  double right = (round & MIS_SIDE_RIGHT) != 0 ? radius : 0;
  double x = rect->x, y = rect->y;
  double end = x + rect->width, bottom = y + rect->height;

  cairo_new_path (cr);
  cairo_arc (cr, end - right, y + right, right, -G_PI_2, 0);
  cairo_arc (cr, end - right, bottom - right, right, 0, G_PI_2);
  cairo_arc (cr, x + left, bottom - left, left, G_PI_2, G_PI);
  cairo_arc (cr, x + left, y + left, left, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  set_color (cr, fill);
  cairo_fill (cr);
}

static void
cairo_canvas_marker (MisCanvas *canvas,
                     MisMarker shape,
                     double x,
                     double y,
                     double radius,
                     const MisColor *fill,
                     const MisStroke *edge)
{
  cairo_t *cr = get_cr (canvas);
  MisPoint corners[4];
  guint n = mis_marker_get_corners (shape, x, y, radius, corners);

  trace (cr, corners, n);
  if (n == 0)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
  if (fill != NULL)
    {
      set_color (cr, fill);
      cairo_fill_preserve (cr);
    }
  if (edge != NULL)
    stroke_path (cr, edge);
  cairo_new_path (cr);
}

static void
cairo_canvas_text (MisCanvas *canvas, const MisText *text)
{
  CairoCanvas *self = (CairoCanvas *)canvas;
  double width = mis_font_get_width (self->font, text->text, text->size, text->bold);
  PangoLayout *layout = mis_font_get_layout (self->font, text->text, text->size, text->bold);

  cairo_move_to (self->cr, text->x - width * text->anchor / 2, text->y);
  set_color (self->cr, &text->color);
  pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (layout, 0));
  cairo_new_path (self->cr);
}

static void
cairo_canvas_free (MisCanvas *canvas)
{
  CairoCanvas *self = (CairoCanvas *)canvas;

  cairo_destroy (self->cr);
  mis_font_free (self->font);
  g_free (self);
}

static const MisCanvasClass CAIRO_CANVAS_CLASS = {
  .begin_group = cairo_canvas_begin_group,
  .end_group = cairo_canvas_end_group,
  .push_clip = cairo_canvas_push_clip,
  .pop_clip = cairo_canvas_pop_clip,
  .polyline = cairo_canvas_polyline,
  .polygon = cairo_canvas_polygon,
  .rect = cairo_canvas_rect,
  .marker = cairo_canvas_marker,
  .text = cairo_canvas_text,
  .free = cairo_canvas_free,
};

MisCanvas *
mis_canvas_cairo_new (cairo_t *cr)
{
  CairoCanvas *self;

  g_return_val_if_fail (cr != NULL, NULL);

  self = g_new0 (CairoCanvas, 1);
  self->parent.class = &CAIRO_CANVAS_CLASS;
  self->cr = cairo_reference (cr);
  self->font = mis_font_new ();
  return &self->parent;
}
