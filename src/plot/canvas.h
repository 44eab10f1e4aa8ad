/* canvas.h: the small set of drawing calls that a chart needs; points, y downwards. */
#pragma once

#include "plot/theme.h"

G_BEGIN_DECLS

/* In points from the top left corner. */
typedef struct
{
  double x;
  double y;
} MisPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} MisRect;

/**
 * MisDash:
 *
 * Patterns of lines, told apart in grey print; lengths are in line widths.
 */
typedef enum
{
  MIS_DASH_SOLID,
  MIS_DASH_LONG,
  MIS_DASH_DOTTED,
  MIS_DASH_DASH_DOT,
  MIS_DASH_SHORT,
} MisDash;

#define MIS_N_DASHES 5

typedef enum
{
  MIS_MARKER_CIRCLE,
  MIS_MARKER_SQUARE,
  MIS_MARKER_TRIANGLE,
  MIS_MARKER_DIAMOND,
  MIS_MARKER_TRIANGLE_DOWN,
} MisMarker;

#define MIS_N_MARKERS 5

/* @width in points; ends and joins are round, but butt ends with dashes. */
typedef struct
{
  MisColor color;
  double width;
  MisDash dash;
} MisStroke;

/**
 * MisSide:
 * @MIS_SIDE_NONE: no round corners
 * @MIS_SIDE_LEFT: the two corners on the left are round
 * @MIS_SIDE_RIGHT: the two corners on the right
 */
typedef enum
{
  MIS_SIDE_NONE = 0,
  MIS_SIDE_LEFT = 1 << 0,
  MIS_SIDE_RIGHT = 1 << 1,
} MisSide;

typedef enum
{
  MIS_ANCHOR_START,
  MIS_ANCHOR_MIDDLE,
  MIS_ANCHOR_END,
} MisAnchor;

/**
 * MisText:
 * @text: one line of UTF-8 without control characters
 * @x: where the left end, middle or right end stands, by @anchor, whatever the direction of @text
 * @y: the baseline
 * @size: in points
 */
typedef struct
{
  const char *text;
  double x;
  double y;
  double size;
  gboolean bold;
  MisAnchor anchor;
  MisColor color;
} MisText;

typedef struct _MisCanvas MisCanvas;

/**
 * MisCanvasClass:
 *
 * What a canvas implements. Nothing may be left %NULL.
 */
typedef struct
{
  void (*begin_group) (MisCanvas *canvas, const char *id, const char *css_class, const char *name);
  void (*end_group) (MisCanvas *canvas);
  void (*push_clip) (MisCanvas *canvas, const MisRect *rect);
  void (*pop_clip) (MisCanvas *canvas);
  void (*polyline) (MisCanvas *canvas, const MisPoint *points, guint n, const MisStroke *stroke);
  void (*polygon) (MisCanvas *canvas, const MisPoint *points, guint n, const MisColor *fill);
  void (*rect) (
      MisCanvas *canvas, const MisRect *rect, double radius, MisSide round, const MisColor *fill);
  void (*marker) (MisCanvas *canvas,
                  MisMarker shape,
                  double x,
                  double y,
                  double radius,
                  const MisColor *fill,
                  const MisStroke *edge);
  void (*text) (MisCanvas *canvas, const MisText *text);
  void (*free) (MisCanvas *canvas);
} MisCanvasClass;

/* The first member of every canvas. */
struct _MisCanvas
{
  const MisCanvasClass *class;
};

/**
 * mis_canvas_begin_group:
 * @id: (nullable): unique in the drawing; ASCII letters, digits and -
 * @css_class: (nullable): what kind of thing it is
 * @name: (nullable): what people call it
 *
 * Groups nest and say what the marks inside belong to.
 */
void
mis_canvas_begin_group (MisCanvas *canvas, const char *id, const char *css_class, const char *name);
void mis_canvas_end_group (MisCanvas *canvas);

/* Clips nest with groups: what was pushed inside a group is popped inside it. */
void mis_canvas_push_clip (MisCanvas *canvas, const MisRect *rect);
void mis_canvas_pop_clip (MisCanvas *canvas);

/**
 * mis_canvas_polyline:
 * @points: (array length=n): finite; nothing is drawn for fewer than two
 */
void
mis_canvas_polyline (MisCanvas *canvas, const MisPoint *points, guint n, const MisStroke *stroke);

/**
 * mis_canvas_polygon:
 * @points: (array length=n): finite, not repeating the first one at the end
 */
void mis_canvas_polygon (MisCanvas *canvas, const MisPoint *points, guint n, const MisColor *fill);

/**
 * mis_canvas_rect:
 * @radius: of the round corners; made smaller where the rectangle is
 * @round: which sides have round corners
 */
void mis_canvas_rect (
    MisCanvas *canvas, const MisRect *rect, double radius, MisSide round, const MisColor *fill);

/**
 * mis_canvas_marker:
 * @radius: of a circle; other shapes have the same area
 * @fill: (nullable): %NULL for an outline only
 * @edge: (nullable): %NULL for no outline
 */
void mis_canvas_marker (MisCanvas *canvas,
                        MisMarker shape,
                        double x,
                        double y,
                        double radius,
                        const MisColor *fill,
                        const MisStroke *edge);

void mis_canvas_text (MisCanvas *canvas, const MisText *text);

void mis_canvas_free (MisCanvas *canvas);

/**
 * mis_dash_get_pattern:
 * @lengths: (out) (array fixed-size=4): on, off, on, off; in line widths
 *
 * Returns: how many lengths there are; 0 for a solid line
 */
guint mis_dash_get_pattern (MisDash dash, double lengths[4]);

/**
 * mis_marker_get_corners:
 * @corners: (out) (array fixed-size=4): the outline
 *
 * Returns: how many corners there are; 0 for a circle
 */
guint
mis_marker_get_corners (MisMarker shape, double x, double y, double radius, MisPoint corners[4]);

gboolean mis_rect_contains (const MisRect *rect, double x, double y);
gboolean mis_rect_overlaps (const MisRect *a, const MisRect *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisCanvas, mis_canvas_free)

G_END_DECLS
