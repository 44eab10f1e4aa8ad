#include "core/tally-private.h"

#include <math.h>
#include <string.h>

#include "core/sum.h"

/* The sums of one goal over one block. */
typedef struct
{
  int goal;
  guint64 n;
  double s;
  double w;
} Partial;

/* All goals that occur in one area of one block. */
typedef struct
{
  int ref_count; /* atomic */
  guint64 n;     /* agents whose position is read */
  guint n_partials;
  Partial partials[];
} Cell;

/* One block: a cell for each area. */
typedef struct
{
  int ref_count; /* atomic */
  guint n_cells;
  Cell *cells[];
} BlockSums;

typedef struct
{
  int ref_count; /* atomic */
  MisAreaTally tally;
  MisGoalSums goals[];
} AreaSums;

struct _MisTally
{
  int ref_count; /* atomic */
  MisWorld *world;
  MisReading reading;
  guint n_areas;
  guint n_blocks;
  AreaSums **areas;
  BlockSums **blocks;
};

/* Room to sum one cell: a slot for each goal of the largest area, and "no goal" in slot 0. */
typedef struct
{
  guint *slots; /* goal + 1 -> index into the lists below, plus 1 */
  guint n;
  int goals[MIS_BLOCK_ROWS];
  guint64 counts[MIS_BLOCK_ROWS];
  MisSum s[MIS_BLOCK_ROWS];
  MisSum w[MIS_BLOCK_ROWS];
} Scratch;

static void
scratch_add (Scratch *scratch, int goal, double weight, guint64 count)
{
  guint *slot = &scratch->slots[goal + 1];
  guint i;

  if (*slot == 0)
    {
      i = scratch->n++;
      *slot = i + 1;
      scratch->goals[i] = goal;
      scratch->counts[i] = 0;
      scratch->s[i] = scratch->w[i] = (MisSum) { 0.0, 0.0 };
    }
  i = *slot - 1;
  scratch->counts[i] += count;
  mis_sum_add (&scratch->s[i], (double) count * sqrt (weight));
  mis_sum_add (&scratch->w[i], (double) count * weight);
}

static Cell *
scratch_take_cell (Scratch *scratch)
{
  Cell *cell = g_malloc (sizeof (Cell) + scratch->n * sizeof (Partial));

  cell->ref_count = 1;
  cell->n = 0;
  cell->n_partials = scratch->n;
  for (guint i = 0; i < scratch->n; i++)
    {
      cell->partials[i] = (Partial) { scratch->goals[i], scratch->counts[i],
                                      mis_sum_get (&scratch->s[i]), mis_sum_get (&scratch->w[i]) };
      cell->n += scratch->counts[i];
      scratch->slots[scratch->goals[i] + 1] = 0;
    }
  scratch->n = 0;
  return cell;
}

static void
cell_unref (Cell *cell)
{
  if (g_atomic_int_dec_and_test (&cell->ref_count))
    g_free (cell);
}

/* Where an unknown position has a weight of its own, which is not 1, every row must be visited. */
static gboolean
visits_unknown (const MisReading *reading, guint area)
{
  return reading->world->scoring.unknown == MIS_UNKNOWN_NO_GOAL
         && reading->world->scoring.weights == MIS_WEIGHTS_SUM_TO_ONE && reading->null_counts[area];
}

static void
sum_row (Scratch *scratch,
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

static Cell *
sum_cell (Scratch *scratch,
          const MisReading *reading,
          const MisBlock *block,
          guint area,
          const double *divisors)
{
  const MisColumn *column = block->columns[area];

  if (visits_unknown (reading, area))
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
static BlockSums *
sum_block (Scratch *scratch,
           const MisReading *reading,
           const MisBlock *block,
           const MisBlock *old,
           const BlockSums *old_sums)
{
  BlockSums *sums = g_malloc (sizeof (BlockSums) + block->n_columns * sizeof (Cell *));
  gboolean shares = old != NULL && reading->world->scoring.weights == MIS_WEIGHTS_AS_GIVEN
                    && same_counts (block, old);
  double divisors[MIS_BLOCK_ROWS];

  sums->ref_count = 1;
  sums->n_cells = block->n_columns;
  for (guint row = 0; row < block->n_rows; row++)
    divisors[row] = mis_reading_get_divisor (reading, block, row);
  for (guint area = 0; area < block->n_columns; area++)
    if (shares && block->columns[area] == old->columns[area])
      {
        sums->cells[area] = old_sums->cells[area];
        g_atomic_int_inc (&sums->cells[area]->ref_count);
      }
    else
      sums->cells[area] = sum_cell (scratch, reading, block, area, divisors);
  return sums;
}

static void
block_sums_unref (BlockSums *sums)
{
  if (!g_atomic_int_dec_and_test (&sums->ref_count))
    return;
  for (guint i = 0; i < sums->n_cells; i++)
    cell_unref (sums->cells[i]);
  g_free (sums);
}

static void
area_sums_unref (AreaSums *sums)
{
  if (g_atomic_int_dec_and_test (&sums->ref_count))
    g_free (sums);
}

/* Unknown positions that were not visited are agents with no goal and weight 1, if they count. */
static void
finish_unknown (AreaSums *sums, const MisReading *reading, guint64 n_unvisited)
{
  MisGoalSums *null_sums = &sums->goals[sums->tally.n_goals];

  sums->tally.n_unknown = n_unvisited;
  if (reading->world->scoring.unknown == MIS_UNKNOWN_LEAVE_OUT)
    return;
  sums->tally.n += n_unvisited;
  null_sums->n += n_unvisited;
  null_sums->s += (double) n_unvisited;
  null_sums->w += (double) n_unvisited;
}

static guint64
count_unknown (const MisWorld *world, guint area)
{
  guint64 known = 0;

  for (guint i = 0; i < world->n_blocks; i++)
    {
      const MisColumn *column = world->blocks[i]->columns[area];

      for (guint j = 0; column != NULL && j < column->n; j++)
        known += world->blocks[i]->agents[column->rows[j]]->count;
    }
  return world->population - known;
}

static AreaSums *
sum_area (const MisTally *tally, guint area)
{
  guint k = mis_area_get_n_goals (tally->world->areas[area]);
  AreaSums *sums = g_malloc0 (sizeof (AreaSums) + (k + 1) * sizeof (MisGoalSums));
  g_autofree MisSum *s = g_new0 (MisSum, k + 1);
  g_autofree MisSum *w = g_new0 (MisSum, k + 1);

  sums->ref_count = 1;
  sums->tally.n_goals = k;
  sums->tally.goals = sums->goals;
  for (guint i = 0; i < tally->n_blocks; i++)
    {
      const Cell *cell = tally->blocks[i]->cells[area];

      sums->tally.n += cell->n;
      for (guint j = 0; j < cell->n_partials; j++)
        {
          const Partial *partial = &cell->partials[j];
          guint goal = partial->goal == MIS_NO_GOAL ? k : (guint) partial->goal;

          sums->goals[goal].n += partial->n;
          mis_sum_add (&s[goal], partial->s);
          mis_sum_add (&w[goal], partial->w);
        }
    }
  for (guint goal = 0; goal <= k; goal++)
    {
      sums->goals[goal].s = mis_sum_get (&s[goal]);
      sums->goals[goal].w = mis_sum_get (&w[goal]);
    }
  if (visits_unknown (&tally->reading, area))
    sums->tally.n_unknown = count_unknown (tally->world, area);
  else
    finish_unknown (sums, &tally->reading, tally->world->population - sums->tally.n);
  return sums;
}

static gboolean
same_shape (const MisTally *self, const MisTally *previous)
{
  if (previous == NULL || !mis_reading_equal (&self->reading, &previous->reading))
    return FALSE;
  for (guint i = 0; i < self->n_areas; i++)
    if (self->world->areas[i] != previous->world->areas[i]
        && mis_area_get_n_goals (self->world->areas[i])
               != mis_area_get_n_goals (previous->world->areas[i]))
      return FALSE;
  return TRUE;
}

/* Marks the areas in which block @sums differs from @old. */
static void
mark_changes (gboolean *changed, const BlockSums *sums, const BlockSums *old)
{
  for (guint area = 0; area < sums->n_cells; area++)
    if (sums->cells[area] != old->cells[area])
      changed[area] = TRUE;
}

static void
sum_blocks (MisTally *self, const MisTally *previous, gboolean *changed)
{
  g_autofree Scratch *scratch = g_new0 (Scratch, 1);
  guint largest = 0;

  for (guint i = 0; i < self->n_areas; i++)
    largest = MAX (largest, mis_area_get_n_goals (self->world->areas[i]));
  scratch->slots = g_new0 (guint, largest + 1);

  for (guint i = 0; i < self->n_blocks; i++)
    {
      const MisBlock *block = self->world->blocks[i];
      gboolean has_old = previous != NULL && i < previous->n_blocks;

      if (has_old && block == previous->world->blocks[i])
        {
          self->blocks[i] = previous->blocks[i];
          g_atomic_int_inc (&self->blocks[i]->ref_count);
          continue;
        }
      self->blocks[i] = sum_block (scratch, &self->reading, block,
                                   has_old ? previous->world->blocks[i] : NULL,
                                   has_old ? previous->blocks[i] : NULL);
      if (has_old)
        mark_changes (changed, self->blocks[i], previous->blocks[i]);
    }
  g_free (scratch->slots);
}

MisTally *
mis_tally_new (MisWorld *world, MisTally *previous)
{
  MisTally *self = g_new0 (MisTally, 1);
  g_autofree gboolean *changed = g_new0 (gboolean, world->n_areas);
  gboolean shares_areas;

  self->ref_count = 1;
  self->world = mis_world_ref (world);
  mis_reading_init (&self->reading, world);
  self->n_areas = world->n_areas;
  self->n_blocks = world->n_blocks;
  self->areas = g_new (AreaSums *, self->n_areas);
  self->blocks = g_new (BlockSums *, self->n_blocks);

  if (!same_shape (self, previous))
    previous = NULL;
  sum_blocks (self, previous, changed);
  shares_areas = previous != NULL && previous->n_blocks == self->n_blocks
                 && previous->world->population == world->population;
  for (guint area = 0; area < self->n_areas; area++)
    if (shares_areas && !changed[area])
      {
        self->areas[area] = previous->areas[area];
        g_atomic_int_inc (&self->areas[area]->ref_count);
      }
    else
      self->areas[area] = sum_area (self, area);
  return self;
}

MisTally *
mis_tally_ref (MisTally *tally)
{
  g_atomic_int_inc (&tally->ref_count);
  return tally;
}

void
mis_tally_unref (MisTally *tally)
{
  if (!g_atomic_int_dec_and_test (&tally->ref_count))
    return;
  for (guint i = 0; i < tally->n_areas; i++)
    area_sums_unref (tally->areas[i]);
  for (guint i = 0; i < tally->n_blocks; i++)
    block_sums_unref (tally->blocks[i]);
  g_free (tally->areas);
  g_free (tally->blocks);
  mis_reading_clear (&tally->reading);
  mis_world_unref (tally->world);
  g_free (tally);
}

MisWorld *
mis_tally_get_world (const MisTally *tally)
{
  return tally->world;
}

const MisReading *
mis_tally_get_reading (const MisTally *tally)
{
  return &tally->reading;
}

MisAreaTally
mis_tally_get_area (const MisTally *tally, guint area)
{
  g_return_val_if_fail (area < tally->n_areas, (MisAreaTally) { 0 });

  return tally->areas[area]->tally;
}

gboolean
mis_tally_equal (const MisTally *a, const MisTally *b)
{
  if (a->n_areas != b->n_areas)
    return FALSE;
  for (guint i = 0; i < a->n_areas; i++)
    {
      const MisAreaTally *left = &a->areas[i]->tally;
      const MisAreaTally *right = &b->areas[i]->tally;

      if (left->n != right->n || left->n_unknown != right->n_unknown
          || left->n_goals != right->n_goals
          || memcmp (left->goals, right->goals, (left->n_goals + 1) * sizeof (MisGoalSums)) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
mis_tally_shares_area (const MisTally *a, const MisTally *b, guint area)
{
  return area < a->n_areas && area < b->n_areas && a->areas[area] == b->areas[area];
}
