/* block.h: MIS_BLOCK_ROWS rows of the agent table, the unit that edits copy and tallies sum.
 *
 * Private to core. Blocks and columns are immutable once they are part of a world, and shared by
 * all worlds that do not differ in them.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * MisBlockColumn:
 * @n: how many rows of the block have a known position in the area
 * @room: for how many there is memory
 * @rows: (array length=n): which ones, ascending, numbered within the block
 * @positions: (array length=n): theirs
 */
typedef struct
{
  int ref_count; /* atomic */
  guint n;
  guint room;
  guint8 *rows;
  MisPosition positions[];
} MisBlockColumn;

/**
 * MisBlock:
 * @n_rows: MIS_BLOCK_ROWS in all blocks but the last
 * @n_columns: the areas of the world
 * @columns: (array length=n_columns): %NULL where all are unknown
 */
typedef struct
{
  int ref_count; /* atomic */
  guint n_rows;
  guint n_columns;
  MisAgent *agents[MIS_BLOCK_ROWS];
  MisBlockColumn *columns[];
} MisBlock;

MisBlock *mis_block_ref (MisBlock *block);
void mis_block_unref (MisBlock *block);

/* The position of row @row, which is numbered within the block; its note is borrowed. */
MisPosition mis_block_get_position (const MisBlock *block, guint row, guint column);

/* A copy to be changed: all columns shared. Then the three below change it, before it is shared. */
MisBlock *mis_block_copy (const MisBlock *block);

/* An empty one, and a row at its end, where everything is unknown. */
MisBlock *mis_block_new (guint n_columns);
void mis_block_append_agent (MisBlock *block, MisAgent *agent);

void mis_block_set_agent (MisBlock *block, guint row, MisAgent *agent);
void mis_block_set_position (MisBlock *block, guint row, guint column, const MisPosition *position);

/* A copy without the columns that are marked: (array length=n_columns). */
MisBlock *mis_block_without_columns (const MisBlock *block, const gboolean *removed);

/* A copy with an empty column put in before column @column. */
MisBlock *mis_block_with_column (const MisBlock *block, guint column);

/* A copy whose columns are those numbered @columns, (array length=n_columns), in that order and
 * shared; one may stand there twice. */
MisBlock *
mis_block_with_columns (const MisBlock *block, const guint *columns, guint n_columns);

/* Whether the two say the same of every row. */
gboolean mis_block_equal (const MisBlock *a, const MisBlock *b);

/* Whether the positions of all rows are the same; and makes them so, in an own block. The two have
 * the same rows and columns, in number. */
gboolean mis_block_has_same_positions (const MisBlock *a, const MisBlock *b);
void mis_block_share_positions (MisBlock *block, const MisBlock *other);

gsize mis_block_get_unshared_size (const MisBlock *block, const MisBlock *base);

/**
 * MisBlockWriter:
 *
 * Makes blocks from rows that come one after the other. O(positions) in all, and O(areas) a block.
 */
typedef struct
{
  guint n_columns;
  GPtrArray *blocks;
  GPtrArray *agents;
  GArray **rows;      /* for each column, of the block at hand */
  GArray **positions; /* likewise */
} MisBlockWriter;

void mis_block_writer_init (MisBlockWriter *writer, guint n_columns);

/* Takes over a whole block as it is; only while no rows are pending. */
void mis_block_writer_add_block (MisBlockWriter *writer, MisBlock *block);

/* Begins a row; its known positions follow, each column at most once. */
void mis_block_writer_add_row (MisBlockWriter *writer, MisAgent *agent);
void mis_block_writer_add_position (MisBlockWriter *writer,
                                    guint column,
                                    const MisPosition *position);

/**
 * mis_block_writer_copy_rows:
 * @removed: (nullable) (array length=n_rows): rows of @block that are left out
 *
 * Copies rows @first..@last-1 with all their positions. O(areas + positions).
 */
void mis_block_writer_copy_rows (MisBlockWriter *writer,
                                 const MisBlock *block,
                                 guint first,
                                 guint last,
                                 const gboolean *removed);

/* (transfer full) (element-type MisBlock): the blocks; frees what the writer holds. */
GPtrArray *mis_block_writer_end (MisBlockWriter *writer);

G_END_DECLS
