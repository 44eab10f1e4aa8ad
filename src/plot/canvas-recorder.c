#include "plot/canvas-recorder.h"

#include <math.h>

#include "plot/font.h"

typedef struct
{
  MisCanvas parent;
  MisFont *font;
  GArray *records; /* MisRecord */
  GPtrArray *ids;  /* of the open groups; %NULL for one without */
  GArray *clips;   /* MisRect, each already within the one before */
} RecorderCanvas;

static RecorderCanvas *
as_recorder (MisCanvas *canvas)
{
  return (RecorderCanvas *)canvas;
}

static void
record_clear (void *data)
{
  MisRecord *record = data;

  g_free (record->group);
  g_free (record->text);
  g_free (record->points);
}

/* The part of @rect inside @clip; what is wholly outside lies empty on the clip's edge. */
static MisRect
clip_rect (const MisRect *rect, const MisRect *clip)
{
  double left = CLAMP (rect->x, clip->x, clip->x + clip->width);
  double top = CLAMP (rect->y, clip->y, clip->y + clip->height);
  double right = CLAMP (rect->x + rect->width, clip->x, clip->x + clip->width);
  double bottom = CLAMP (rect->y + rect->height, clip->y, clip->y + clip->height);

  return (MisRect){ left, top, right - left, bottom - top };
}

static MisRect
bounds_of (const MisPoint *points, guint n)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  return (MisRect){ left, top, right - left, bottom - top };
}

static char *
innermost_id (RecorderCanvas *self)
{
  for (guint i = self->ids->len; i > 0; i--)
    if (self->ids->pdata[i - 1] != NULL)
      return g_strdup (self->ids->pdata[i - 1]);
  return NULL;
}

static void
append_record (MisCanvas *canvas,
               MisRecordKind kind,
               const MisPoint *points,
               guint n,
               const MisRect *bounds,
               const char *text,
               double size)
{
  RecorderCanvas *self = as_recorder (canvas);
  MisRecord record = { .kind = kind, .size = size, .n = n, .bounds = *bounds };

  record.group = innermost_id (self);
  record.text = g_strdup (text);
  record.points = g_memdup2 (points, n * sizeof *points);
  if (self->clips->len > 0)
    record.bounds = clip_rect (bounds, &g_array_index (self->clips, MisRect, self->clips->len - 1));
  g_array_append_val (self->records, record);
}

static void
recorder_begin_group (MisCanvas *canvas, const char *id, const char *css_class, const char *name)
{
  g_ptr_array_add (as_recorder (canvas)->ids, g_strdup (id));
}

static void
recorder_end_group (MisCanvas *canvas)
{
  GPtrArray *ids = as_recorder (canvas)->ids;

  g_assert (ids->len > 0);
  g_ptr_array_remove_index (ids, ids->len - 1);
}

static void
recorder_push_clip (MisCanvas *canvas, const MisRect *rect)
{
  GArray *clips = as_recorder (canvas)->clips;
  MisRect clip = *rect;

  if (clips->len > 0)
    clip = clip_rect (rect, &g_array_index (clips, MisRect, clips->len - 1));
  g_array_append_val (clips, clip);
}

static void
recorder_pop_clip (MisCanvas *canvas)
{
  GArray *clips = as_recorder (canvas)->clips;

  g_assert (clips->len > 0);
  g_array_set_size (clips, clips->len - 1);
}

static void
recorder_polyline (MisCanvas *canvas, const MisPoint *points, guint n, const MisStroke *stroke)
{
  MisRect bounds = bounds_of (points, n);

  append_record (canvas, MIS_RECORD_POLYLINE, points, n, &bounds, NULL, 0);
}

static void
recorder_polygon (MisCanvas *canvas, const MisPoint *points, guint n, const MisColor *fill)
{
  MisRect bounds = bounds_of (points, n);

  append_record (canvas, MIS_RECORD_POLYGON, points, n, &bounds, NULL, 0);
}

static void
recorder_rect (
    MisCanvas *canvas, const MisRect *rect, double radius, MisSide round, const MisColor *fill)
{
  const MisPoint corners[] = { { rect->x, rect->y },
                               { rect->x + rect->width, rect->y + rect->height } };

  append_record (canvas, MIS_RECORD_RECT, corners, 2, rect, NULL, radius);
}

static void
recorder_marker (MisCanvas *canvas,
                 MisMarker shape,
                 double x,
                 double y,
                 double radius,
                 const MisColor *fill,
                 const MisStroke *edge)
{
  const MisPoint center = { x, y };
  const MisRect bounds = { x - radius, y - radius, 2 * radius, 2 * radius };

  append_record (canvas, MIS_RECORD_MARKER, &center, 1, &bounds, NULL, radius);
}

static void
recorder_text (MisCanvas *canvas, const MisText *text)
{
  MisFont *font = as_recorder (canvas)->font;
  double width = mis_font_get_width (font, text->text, text->size, text->bold);
  double ascent = mis_font_get_ascent (font, text->size);
  const MisPoint start = { text->x - width * text->anchor / 2, text->y };
  const MisRect bounds = { start.x, text->y - ascent, width,
                           ascent + mis_font_get_descent (font, text->size) };

  append_record (canvas, MIS_RECORD_TEXT, &start, 1, &bounds, text->text, text->size);
}

static void
recorder_free (MisCanvas *canvas)
{
  RecorderCanvas *self = as_recorder (canvas);

  mis_font_free (self->font);
  g_array_unref (self->records);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->clips);
  g_free (self);
}

static const MisCanvasClass RECORDER_CLASS = {
  .begin_group = recorder_begin_group,
  .end_group = recorder_end_group,
  .push_clip = recorder_push_clip,
  .pop_clip = recorder_pop_clip,
  .polyline = recorder_polyline,
  .polygon = recorder_polygon,
  .rect = recorder_rect,
  .marker = recorder_marker,
  .text = recorder_text,
  .free = recorder_free,
};

MisCanvas *
mis_canvas_recorder_new (void)
{
  RecorderCanvas *self = g_new0 (RecorderCanvas, 1);

  self->parent.class = &RECORDER_CLASS;
  self->font = mis_font_new ();
  self->records = g_array_new (FALSE, FALSE, sizeof (MisRecord));
  g_array_set_clear_func (self->records, record_clear);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->clips = g_array_new (FALSE, FALSE, sizeof (MisRect));
  return &self->parent;
}

guint
mis_canvas_recorder_get_n_records (const MisCanvas *canvas)
{
  g_return_val_if_fail (canvas != NULL, 0);
  return ((const RecorderCanvas *)canvas)->records->len;
}

const MisRecord *
mis_canvas_recorder_get_record (const MisCanvas *canvas, guint index)
{
  const RecorderCanvas *self = (const RecorderCanvas *)canvas;

  g_return_val_if_fail (canvas != NULL && index < self->records->len, NULL);
  return &g_array_index (self->records, MisRecord, index);
}
