/* canvas-recorder.h: a canvas that keeps the calls, so that tests can ask what stands where. */
#pragma once

#include "plot/canvas.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_RECORD_POLYLINE,
  MIS_RECORD_POLYGON,
  MIS_RECORD_RECT,
  MIS_RECORD_MARKER,
  MIS_RECORD_TEXT,
} MisRecordKind;

/**
 * MisRecord:
 * @group: (nullable): the id of the innermost group with one
 * @text: (nullable): the words, of a text only
 * @size: of a text, its letters; of a marker, its radius
 * @points: (array length=n): of a line or an outline; a text's start at the baseline; a marker's
 *   centre; a rectangle's top left and bottom right corners
 * @bounds: what it covers, clipped, without the width of lines; a text by its logical width and
 *   from its ascent to its descent
 */
typedef struct
{
  MisRecordKind kind;
  char *group;
  char *text;
  double size;
  MisPoint *points;
  guint n;
  MisRect bounds;
} MisRecord;

/**
 * mis_canvas_recorder_new:
 *
 * Returns: (transfer full): a canvas for use in this thread
 */
MisCanvas *mis_canvas_recorder_new (void);

/**
 * mis_canvas_recorder_get_n_records:
 * @canvas: from mis_canvas_recorder_new()
 */
guint mis_canvas_recorder_get_n_records (const MisCanvas *canvas);

/**
 * mis_canvas_recorder_get_record:
 *
 * Returns: (transfer none): the call number @index, in the order of drawing
 */
const MisRecord *mis_canvas_recorder_get_record (const MisCanvas *canvas, guint index);

G_END_DECLS
