#include "plot/canvas.h"

#include <math.h>
#include <string.h>

typedef struct
{
  guint n;
  double lengths[4];
} Dash;

static const Dash DASHES[MIS_N_DASHES] = {
  [MIS_DASH_SOLID] = { 0, { 0 } },
  [MIS_DASH_LONG] = { 2, { 5, 2.2 } },
  [MIS_DASH_DOTTED] = { 2, { 1.3, 1.7 } },
  [MIS_DASH_DASH_DOT] = { 4, { 5, 1.8, 1.3, 1.8 } },
  [MIS_DASH_SHORT] = { 2, { 2.8, 2 } },
};

typedef struct
{
  guint n;
  MisPoint corners[4]; /* for a circle of radius 1 with the same area, y downwards */
} Marker;

#define SQUARE 0.886227
#define DIAMOND 1.253314
#define TRIANGLE 1.555

static const Marker MARKERS[MIS_N_MARKERS] = {
  [MIS_MARKER_CIRCLE] = { 0, { { 0, 0 } } },
  [MIS_MARKER_SQUARE]
  = { 4, { { -SQUARE, -SQUARE }, { SQUARE, -SQUARE }, { SQUARE, SQUARE }, { -SQUARE, SQUARE } } },
  [MIS_MARKER_TRIANGLE]
  = { 3,
      { { 0, -TRIANGLE },
        { 0.866025 * TRIANGLE, 0.5 * TRIANGLE },
        { -0.866025 * TRIANGLE, 0.5 * TRIANGLE } } },
  [MIS_MARKER_DIAMOND]
  = { 4, { { 0, -DIAMOND }, { DIAMOND, 0 }, { 0, DIAMOND }, { -DIAMOND, 0 } } },
  [MIS_MARKER_TRIANGLE_DOWN]
  = { 3,
      { { 0, TRIANGLE },
        { -0.866025 * TRIANGLE, -0.5 * TRIANGLE },
        { 0.866025 * TRIANGLE, -0.5 * TRIANGLE } } },
};

guint
mis_dash_get_pattern (MisDash dash, double lengths[4])
{
  g_return_val_if_fail ((guint) dash < MIS_N_DASHES, 0);

  memcpy (lengths, DASHES[dash].lengths, sizeof DASHES[dash].lengths);
  return DASHES[dash].n;
}

guint
mis_marker_get_corners (MisMarker shape, double x, double y, double radius, MisPoint corners[4])
{
  g_return_val_if_fail ((guint) shape < MIS_N_MARKERS, 0);

  for (guint i = 0; i < MARKERS[shape].n; i++)
    {
      corners[i].x = x + radius * MARKERS[shape].corners[i].x;
      corners[i].y = y + radius * MARKERS[shape].corners[i].y;
    }
  return MARKERS[shape].n;
}

gboolean
mis_rect_contains (const MisRect *rect, double x, double y)
{
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y && y <= rect->y + rect->height;
}

gboolean
mis_rect_overlaps (const MisRect *a, const MisRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

void
mis_canvas_begin_group (MisCanvas *canvas, const char *id, const char *css_class, const char *name)
{
  g_return_if_fail (canvas != NULL);
  canvas->class->begin_group (canvas, id, css_class, name);
}

void
mis_canvas_end_group (MisCanvas *canvas)
{
  g_return_if_fail (canvas != NULL);
  canvas->class->end_group (canvas);
}

void
mis_canvas_push_clip (MisCanvas *canvas, const MisRect *rect)
{
  g_return_if_fail (canvas != NULL && rect != NULL);
  canvas->class->push_clip (canvas, rect);
}

void
mis_canvas_pop_clip (MisCanvas *canvas)
{
  g_return_if_fail (canvas != NULL);
  canvas->class->pop_clip (canvas);
}

void
mis_canvas_polyline (MisCanvas *canvas, const MisPoint *points, guint n, const MisStroke *stroke)
{
  g_return_if_fail (canvas != NULL && stroke != NULL);
  if (n >= 2)
    canvas->class->polyline (canvas, points, n, stroke);
}

void
mis_canvas_polygon (MisCanvas *canvas, const MisPoint *points, guint n, const MisColor *fill)
{
  g_return_if_fail (canvas != NULL && fill != NULL);
  if (n >= 3)
    canvas->class->polygon (canvas, points, n, fill);
}

void
mis_canvas_rect (MisCanvas *canvas, const MisRect *rect, double radius, MisSide round,
                 const MisColor *fill)
{
  double limit;

  g_return_if_fail (canvas != NULL && rect != NULL && fill != NULL);

  if (rect->width <= 0 || rect->height <= 0)
    return;
  limit = round == (MIS_SIDE_LEFT | MIS_SIDE_RIGHT) ? rect->width / 2 : rect->width;
  limit = MIN (limit, rect->height / 2);
  canvas->class->rect (canvas, rect, round == MIS_SIDE_NONE ? 0 : MIN (radius, limit), round, fill);
}

void
mis_canvas_marker (MisCanvas *canvas, MisMarker shape, double x, double y, double radius,
                   const MisColor *fill, const MisStroke *edge)
{
  g_return_if_fail (canvas != NULL && (fill != NULL || edge != NULL));
  canvas->class->marker (canvas, shape, x, y, radius, fill, edge);
}

void
mis_canvas_text (MisCanvas *canvas, const MisText *text)
{
  g_return_if_fail (canvas != NULL && text != NULL && text->text != NULL);
  if (*text->text != '\0')
    canvas->class->text (canvas, text);
}

void
mis_canvas_free (MisCanvas *canvas)
{
  g_return_if_fail (canvas != NULL);
  canvas->class->free (canvas);
}
