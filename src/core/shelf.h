/* shelf.h: the sums of 32 blocks of rows, the unit that tallies share. Private to core.
 *
 * Sums are taken over each block, then over the blocks of a shelf, then over the shelves; so an
 * edit sums one block, one shelf, and the few shelves.
 */
#pragma once

#include "core/reading.h"
#include "core/sum.h"

G_BEGIN_DECLS

#define MIS_SHELF_BLOCKS 32u

/* The sums of one goal over one block. */
typedef struct
{
  int goal;
  guint64 n;
  double s;
  double w;
} MisPartial;

/* All goals that occur in one area of one block. */
typedef struct
{
  int ref_count; /* atomic */
  guint64 n;     /* agents whose position is read */
  guint n_partials;
  MisPartial partials[];
} MisShelfCell;

/* One block: a cell for each area. */
typedef struct
{
  int ref_count; /* atomic */
  guint n_cells;
  MisShelfCell *cells[];
} MisBlockSums;

/* A shelf: its blocks, and for each area the sums over them. */
typedef struct
{
  int ref_count; /* atomic */
  guint n_blocks;
  guint n_cells;
  MisBlockSums *blocks[MIS_SHELF_BLOCKS];
  MisShelfCell *cells[];
} MisShelf;

/* The sums of one goal while they are taken. */
typedef struct
{
  int goal;
  guint64 n;
  MisSum s;
  MisSum w;
} MisRunning;

/**
 * MisScratch:
 * @slots: goal + 1 -> index into @running, plus 1; 0 for a goal that has not turned up
 * @n: how many have
 * @running: as many as there are slots
 *
 * Room to sum one cell: for each goal of the largest area, and "no goal".
 */
typedef struct
{
  guint *slots;
  guint n;
  MisRunning *running;
} MisScratch;

void mis_scratch_init (MisScratch *scratch, const MisWorld *world);
void mis_scratch_clear (MisScratch *scratch);

guint mis_shelf_count (const MisWorld *world);

/* Whether the two worlds have the same blocks on shelf @index. */
gboolean mis_shelf_has_same_blocks (const MisWorld *a, const MisWorld *b, guint index);

/* Whether every row must be visited for unknown positions, which have weights of their own. */
gboolean mis_reading_visits_unknown (const MisReading *reading, guint area);

/**
 * mis_shelf_new:
 * @old: (nullable): the same shelf of @old_world, of which all that has not changed is taken over
 *
 * Returns: (transfer full)
 */
MisShelf *mis_shelf_new (MisScratch *scratch,
                         const MisReading *reading,
                         guint index,
                         const MisShelf *old,
                         const MisWorld *old_world);

MisShelf *mis_shelf_ref (MisShelf *shelf);
void mis_shelf_unref (MisShelf *shelf);

G_END_DECLS
