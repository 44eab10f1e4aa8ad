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
 * @faulty_areas: indexes of areas of which goals may be missing, as they have faults
 * @has_lost_area: whether an area could not be told by its id, so that any may be missing
 * @agents_at: where the list of agents begins
 * @n_base_faults: of the input before the first scenario was read
 *
 * Where an area or an agent is at fault, as much of it is kept as the rest of the file may name.
 */
typedef struct
{
  MisJsonInput input;
  MisWorldBuilder *builder;
  GPtrArray *areas;
  GHashTable *area_indexes;
  GPtrArray *goal_indexes;
  GHashTable *faulty_areas;
  gboolean has_lost_area;
  gsize agents_at;
  guint n_base_faults;
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

/* Each says of the text at @at that it is no id of such a thing, which there are, and which of them
 * has it as its name. That of an agent returns %FALSE, and has said nothing, if there is such an
 * agent. */
void mis_reader_fail_goal (MisJsonInput *input, gsize at, const MisGoal *goals, guint n_goals);
void mis_reader_fail_area (MisProjectReader *reader, gsize at);
gboolean mis_reader_fail_agent (MisProjectReader *reader, gsize at);

/* The index of the area whose id the text at @at is; -1 after a fault, or if another fault leaves
 * it uncertain. */
int mis_reader_find_area (MisProjectReader *reader, gsize at);

/* The goal whose id the text at @at is, %MIS_NO_GOAL for null; %MIS_UNKNOWN after
 * a fault, or if another fault leaves it uncertain. */
int mis_reader_find_goal (MisProjectReader *reader, guint area, gsize at);

/* A row without its positions, and where they begin (0: none); %NULL after a fault. */
MisAgent *mis_reader_read_agent (MisProjectReader *reader, gsize at, gsize *positions_at);

/* A position in @area; its note is the caller's. */
gboolean mis_reader_read_position (MisProjectReader *reader,
                                   gsize at,
                                   guint area,
                                   MisPosition *position);

G_END_DECLS
