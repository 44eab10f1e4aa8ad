/* reader-private.h: what the parts of the project reader share. Private to src/file. */
#pragma once

#include "core/world.h"
#include "file/json-fields.h"

G_BEGIN_DECLS

/**
 * MisProjectReader:
 * @builder: what has been read
 * @areas: (element-type MisArea): in order
 * @area_indexes: id -> index + 1
 * @goal_indexes: (element-type GHashTable): for each area, id -> index + 1
 */
typedef struct
{
  MisJsonInput input;
  MisWorldBuilder *builder;
  GPtrArray *areas;
  GHashTable *area_indexes;
  GPtrArray *goal_indexes;
} MisProjectReader;

/* Each reads what begins at @at into the builder; areas first, then agents, then scenarios. */
gboolean mis_reader_add_area (MisProjectReader *reader, gsize at);
gboolean mis_reader_add_agent (MisProjectReader *reader, gsize at);
gboolean mis_reader_add_scenario (MisProjectReader *reader, gsize at);

/* Options of the score; bit i of @mask is set if option i of mis_options is there. */
gboolean mis_reader_read_scoring (MisJsonInput *input,
                                  gsize at,
                                  MisScoring *scoring,
                                  guint *mask);

/* The index of the area whose id the text at @at is; -1 after a fault. */
int mis_reader_find_area (MisProjectReader *reader, gsize at);

/* The goal whose id the text at @at is, %MIS_NO_GOAL for null; %MIS_UNKNOWN after a fault. */
int mis_reader_find_goal (MisProjectReader *reader, guint area, gsize at);

/* A row without its positions, and where they begin (0: none); %NULL after a fault. */
MisAgent *mis_reader_read_agent (MisProjectReader *reader, gsize at, gsize *positions_at);

/* A position in @area; its note is the caller's. */
gboolean mis_reader_read_position (MisProjectReader *reader,
                                   gsize at,
                                   guint area,
                                   MisPosition *position);

G_END_DECLS
