#include "core/shelf.h"

#include <math.h>
#include <string.h>

void
mis_scratch_init (MisScratch *scratch, const MisWorld *world)
{
  guint largest = 0;

  for (guint i = 0; i < world->n_areas; i++)
    largest = MAX (largest, mis_area_get_n_goals (world->areas[i]));
  scratch->n = 0;
  scratch->slots = g_new0 (guint, largest + 1);
  scratch->running = g_new (MisRunning, largest + 1);
}

void
mis_scratch_clear (MisScratch *scratch)
{
  g_free (scratch->slots);
  g_free (scratch->running);
}

static MisRunning *
scratch_get (MisScratch *scratch, int goal)
{
  guint *slot = &scratch->slots[goal + 1];

  if (*slot == 0)
    {
      scratch->running[scratch->n] = (MisRunning) { .goal = goal };
      *slot = ++scratch->n;
    }
  return &scratch->running[*slot - 1];
}

static void
scratch_add (MisScratch *scratch, int goal, double weight, guint64 count)
{
  MisRunning *running = scratch_get (scratch, goal);

  running->n += count;
  mis_sum_add (&running->s, (double) count * sqrt (weight));
  mis_sum_add (&running->w, (double) count * weight);
}

static void
scratch_add_cell (MisScratch *scratch, const MisShelfCell *cell)
{
  for (guint i = 0; i < cell->n_partials; i++)
    {
      const MisPartial *partial = &cell->partials[i];
      MisRunning *running = scratch_get (scratch, partial->goal);

      running->n += partial->n;
      mis_sum_add (&running->s, partial->s);
      mis_sum_add (&running->w, partial->w);
    }
}

static MisShelfCell *
scratch_take_cell (MisScratch *scratch)
{
  MisShelfCell *cell = g_malloc (sizeof (MisShelfCell) + scratch->n * sizeof (MisPartial));

  cell->ref_count = 1;
  cell->n = 0;
  cell->n_partials = scratch->n;
  for (guint i = 0; i < scratch->n; i++)
    {
      const MisRunning *running = &scratch->running[i];

      cell->partials[i] = (MisPartial) { running->goal, running->n, mis_sum_get (&running->s),
                                      mis_sum_get (&running->w) };
      cell->n += running->n;
      scratch->slots[running->goal + 1] = 0;
    }
  scratch->n = 0;
  return cell;
}

static MisShelfCell *
cell_ref (MisShelfCell *cell)
{
  g_atomic_int_inc (&cell->ref_count);
  return cell;
}

static void
cell_unref (MisShelfCell *cell)
{
  if (g_atomic_int_dec_and_test (&cell->ref_count))
    g_free (cell);
}

/* Where an unknown position has a weight of its own, which is not 1, every row must be visited. */
gboolean
mis_reading_visits_unknown (const MisReading *reading, guint area)
{
  return reading->world->scoring.unknown == MIS_UNKNOWN_NO_GOAL
         && reading->world->scoring.weights == MIS_WEIGHTS_SUM_TO_ONE && reading->null_counts[area];
}

static void
sum_row (MisScratch *scratch,
         const MisReading *reading,
         const MisBlock *block,
         guint row,
         guint area,
         const double *divisors)
{
  int goal;
  double weight;

  if (mis_reading_get_position (reading, block, row, area, divisors[row], &goal, &weight))
    scratch_add (scratch, goal, weight, block->agents[row]->count);
}

static MisShelfCell *
sum_cell (MisScratch *scratch,
          const MisReading *reading,
          const MisBlock *block,
          guint area,
          const double *divisors)
{
  const MisBlockColumn *column = block->columns[area];

  if (mis_reading_visits_unknown (reading, area))
    {
      for (guint row = 0; row < block->n_rows; row++)
        sum_row (scratch, reading, block, row, area, divisors);
    }
  else if (column != NULL)
    {
      for (guint i = 0; i < column->n; i++)
        sum_row (scratch, reading, block, column->rows[i], area, divisors);
    }
  return scratch_take_cell (scratch);
}

static gboolean
same_counts (const MisBlock *a, const MisBlock *b)
{
  if (a->n_rows != b->n_rows)
    return FALSE;
  for (guint row = 0; row < a->n_rows; row++)
    if (a->agents[row] != b->agents[row] && a->agents[row]->count != b->agents[row]->count)
      return FALSE;
  return TRUE;
}

/* Sums a block; cells whose column has not changed are taken from @old_sums. */
static MisBlockSums *
sum_block (MisScratch *scratch,
           const MisReading *reading,
           const MisBlock *block,
           const MisBlock *old,
           const MisBlockSums *old_sums)
{
  MisBlockSums *sums
    = g_malloc (sizeof (MisBlockSums) + block->n_columns * sizeof (MisShelfCell *));
  gboolean shares = old != NULL && reading->world->scoring.weights == MIS_WEIGHTS_AS_GIVEN
                    && same_counts (block, old);
  double divisors[MIS_BLOCK_ROWS];

  sums->ref_count = 1;
  sums->n_cells = block->n_columns;
  for (guint row = 0; row < block->n_rows; row++)
    divisors[row] = mis_reading_get_divisor (reading, block, row);
  for (guint area = 0; area < block->n_columns; area++)
    if (shares && block->columns[area] == old->columns[area])
      sums->cells[area] = cell_ref (old_sums->cells[area]);
    else
      sums->cells[area] = sum_cell (scratch, reading, block, area, divisors);
  return sums;
}

static void
block_sums_unref (MisBlockSums *sums)
{
  if (!g_atomic_int_dec_and_test (&sums->ref_count))
    return;
  for (guint i = 0; i < sums->n_cells; i++)
    cell_unref (sums->cells[i]);
  g_free (sums);
}

/* Whether the two shelves have the same cells for @area all along. */
static gboolean
same_cells (const MisShelf *a, const MisShelf *b, guint area)
{
  if (b == NULL || a->n_blocks != b->n_blocks)
    return FALSE;
  for (guint i = 0; i < a->n_blocks; i++)
    if (a->blocks[i] != b->blocks[i] && a->blocks[i]->cells[area] != b->blocks[i]->cells[area])
      return FALSE;
  return TRUE;
}

static void
sum_shelf (MisScratch *scratch, MisShelf *shelf, const MisShelf *old)
{
  for (guint area = 0; area < shelf->n_cells; area++)
    {
      if (same_cells (shelf, old, area))
        {
          shelf->cells[area] = cell_ref (old->cells[area]);
          continue;
        }
      for (guint i = 0; i < shelf->n_blocks; i++)
        scratch_add_cell (scratch, shelf->blocks[i]->cells[area]);
      shelf->cells[area] = scratch_take_cell (scratch);
    }
}

void
mis_shelf_unref (MisShelf *shelf)
{
  if (!g_atomic_int_dec_and_test (&shelf->ref_count))
    return;
  for (guint i = 0; i < shelf->n_blocks; i++)
    block_sums_unref (shelf->blocks[i]);
  for (guint i = 0; i < shelf->n_cells; i++)
    cell_unref (shelf->cells[i]);
  g_free (shelf);
}

guint
mis_shelf_count (const MisWorld *world)
{
  return (world->n_blocks + MIS_SHELF_BLOCKS - 1) / MIS_SHELF_BLOCKS;
}

static guint
count_blocks (const MisWorld *world, guint shelf)
{
  return MIN (world->n_blocks - shelf * MIS_SHELF_BLOCKS, MIS_SHELF_BLOCKS);
}

/* Whether the two worlds have the same blocks on a shelf. */
gboolean
mis_shelf_has_same_blocks (const MisWorld *a, const MisWorld *b, guint index)
{
  guint n = count_blocks (a, index);

  return n == count_blocks (b, index)
         && memcmp (&a->blocks[index * MIS_SHELF_BLOCKS], &b->blocks[index * MIS_SHELF_BLOCKS],
                    n * sizeof (MisBlock *)) == 0;
}

MisShelf *
mis_shelf_new (MisScratch *scratch,
               const MisReading *reading,
               guint index,
               const MisShelf *old,
               const MisWorld *old_world)
{
  const MisWorld *world = reading->world;
  MisShelf *shelf = g_malloc (sizeof (MisShelf) + world->n_areas * sizeof (MisShelfCell *));

  shelf->ref_count = 1;
  shelf->n_blocks = count_blocks (world, index);
  shelf->n_cells = world->n_areas;
  for (guint i = 0; i < shelf->n_blocks; i++)
    {
      const MisBlock *block = world->blocks[index * MIS_SHELF_BLOCKS + i];
      gboolean has_old = old != NULL && i < old->n_blocks;
      const MisBlock *before = has_old ? old_world->blocks[index * MIS_SHELF_BLOCKS + i] : NULL;

      if (block == before)
        {
          shelf->blocks[i] = old->blocks[i];
          g_atomic_int_inc (&shelf->blocks[i]->ref_count);
        }
      else
        shelf->blocks[i] = sum_block (scratch, reading, block, before,
                                      has_old ? old->blocks[i] : NULL);
    }
  sum_shelf (scratch, shelf, old);
  return shelf;
}

MisShelf *
mis_shelf_ref (MisShelf *shelf)
{
  g_atomic_int_inc (&shelf->ref_count);
  return shelf;
}
