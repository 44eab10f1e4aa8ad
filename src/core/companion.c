#include "core/companion.h"

#include <math.h>
#include <string.h>

#include "core/slice.h"
#include "core/sum.h"

#define SAMPLED_PAIRS 1000000u
#define SAMPLE_SEED 20240604u /* any will do; the same world must give the same digits */

const MisChoice mis_any_conflict_methods[] = {
  { "pairs", NULL },
  { "sampled", NULL },
  { "bounds", NULL },
  { NULL, NULL },
};

/* What one distinct row has in one scored area: goal -2 where it is left out. */
typedef struct
{
  int goal;
  double weight;
} Cell;

typedef struct
{
  guint n_areas;    /* scored ones */
  guint *areas;     /* their numbers in the world */
  double *raw;      /* their M_p */
  double **matrix;  /* their conflicts, (k+1) x (k+1), "no goal" last */
  guint *sizes;     /* k + 1 */
  guint n_rows;     /* distinct ones with agents in them */
  double *counts;   /* agents of each */
  Cell *cells;      /* n_rows x n_areas */
  MisScoring scoring;
} Table;

static double *
fill_matrix (const MisArea *area, guint size)
{
  double *matrix = g_new0 (double, (gsize) size * size);
  g_autofree double *row = g_new (double, size);

  for (int g = MIS_NO_GOAL; g < (int) size - 1; g++)
    {
      gsize i = g == MIS_NO_GOAL ? size - 1 : (gsize) g;

      mis_area_fill_upper_row (area, g, row);
      for (gsize h = (gsize) (g + 1); h < size - 1; h++)
        matrix[i * size + h] = matrix[h * size + i] = row[h];
    }
  return matrix;
}

static void
table_init_areas (Table *table, const MisTally *tally, const MisScore *score)
{
  const MisWorld *world = mis_tally_get_world (tally);

  *table = (Table) { .scoring = *mis_world_get_scoring (world) };
  table->areas = g_new (guint, score->n_areas);
  table->raw = g_new (double, score->n_areas);
  table->sizes = g_new (guint, score->n_areas);
  table->matrix = g_new (double *, score->n_areas);
  for (guint i = 0; i < score->n_areas; i++)
    {
      MisArea *area = mis_world_get_area (world, i);
      guint j = table->n_areas;

      if (isnan (score->areas[i].raw))
        continue;
      table->areas[j] = i;
      table->raw[j] = score->areas[i].raw;
      table->sizes[j] = mis_area_get_n_goals (area) + 1;
      table->matrix[j] = fill_matrix (area, table->sizes[j]);
      table->n_areas++;
    }
}

static void
table_clear (Table *table)
{
  for (guint i = 0; i < table->n_areas; i++)
    g_free (table->matrix[i]);
  g_free (table->areas);
  g_free (table->raw);
  g_free (table->sizes);
  g_free (table->matrix);
  g_free (table->counts);
  g_free (table->cells);
}

static void
read_row (const Table *table, const MisReading *reading, guint agent, Cell *cells)
{
  const MisBlock *block = reading->world->blocks[agent / MIS_BLOCK_ROWS];
  guint row = agent % MIS_BLOCK_ROWS;
  double divisor = mis_reading_get_divisor (reading, block, row);

  for (guint i = 0; i < table->n_areas; i++)
    {
      /* Cells are compared as bytes, padding included. */
      memset (&cells[i], 0, sizeof (Cell));
      if (!mis_reading_get_position (reading, block, row, table->areas[i], divisor, &cells[i].goal,
                                     &cells[i].weight))
        cells[i].goal = MIS_UNKNOWN;
      else if (cells[i].goal == MIS_NO_GOAL)
        cells[i].goal = (int) table->sizes[i] - 1;
      /* The roots once for each row, not once for each pair. */
      if (table->scoring.weight_mean == MIS_WEIGHT_MEAN_GEOMETRIC)
        cells[i].weight = sqrt (cells[i].weight);
    }
}

/* Reads all rows that have agents, those that are alike as one; %FALSE if too many differ. */
static gboolean
table_read_rows (Table *table, const MisReading *reading)
{
  guint n_agents = reading->world->n_agents;
  gsize size = table->n_areas * sizeof (Cell);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                       (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (GByteArray) cells = g_byte_array_new ();
  g_autofree Cell *row = g_new (Cell, table->n_areas);

  table->counts = g_new0 (double, MIS_ANY_CONFLICT_ROWS);
  for (guint i = 0; i < n_agents; i++)
    {
      double count = (double) mis_world_get_agent (reading->world, i)->count;
      g_autoptr (GBytes) key = NULL;
      guint known;

      if (count <= 0.0)
        continue;
      read_row (table, reading, i, row);
      key = g_bytes_new (row, size);
      known = GPOINTER_TO_UINT (g_hash_table_lookup (rows, key));
      if (known == 0)
        {
          if (table->n_rows == MIS_ANY_CONFLICT_ROWS)
            return FALSE;
          known = ++table->n_rows;
          g_byte_array_append (cells, (const guint8 *) row, (guint) size);
          g_hash_table_insert (rows, g_steal_pointer (&key), GUINT_TO_POINTER (known));
        }
      table->counts[known - 1] += count;
    }
  table->cells = (Cell *) (gpointer) g_byte_array_free (g_steal_pointer (&cells), FALSE);
  return TRUE;
}

static double
pair_weight (const Table *table, const Cell *a, const Cell *b)
{
  if (table->scoring.weight_mean == MIS_WEIGHT_MEAN_GEOMETRIC)
    return a->weight * b->weight;
  return mis_weight_mean (a->weight, b->weight, table->scoring.weight_mean);
}

/* The chance that two agents, with the cells @left and @right, are in conflict nowhere. */
static double
peace (const Table *table, const Cell *left, const Cell *right)
{
  double product = 1.0;

  for (guint i = 0; i < table->n_areas; i++)
    if (left[i].goal == MIS_UNKNOWN || right[i].goal == MIS_UNKNOWN)
      product *= 1.0 - table->raw[i];
    else
      {
        double c = table->matrix[i][(gsize) left[i].goal * table->sizes[i] + (gsize) right[i].goal];

        if (c > 0.0)
          product *= 1.0 - c * pair_weight (table, &left[i], &right[i]);
      }
  return product;
}

static double
peace_of_rows (const Table *table, guint a, guint b)
{
  return peace (table, &table->cells[(gsize) a * table->n_areas],
                &table->cells[(gsize) b * table->n_areas]);
}

static gboolean
is_stopped (const gint *stop)
{
  return stop != NULL && g_atomic_int_get (stop) != 0;
}

/* The mean of peace() over all pairs of agents; %NAN if stopped. */
static double
mean_peace (const Table *table, double n, const gint *stop)
{
  MisSum sum = { 0.0, 0.0 };

  for (guint a = 0; a < table->n_rows; a++)
    {
      double inside = table->scoring.pairs == MIS_PAIRS_DISTINCT ? table->counts[a] - 1.0
                                                                 : table->counts[a];

      if (is_stopped (stop))
        return NAN;
      mis_sum_add (&sum, table->counts[a] * inside * peace_of_rows (table, a, a));
      for (guint b = a + 1; b < table->n_rows; b++)
        mis_sum_add (&sum, 2.0 * table->counts[a] * table->counts[b] * peace_of_rows (table, a, b));
    }
  return mis_sum_get (&sum) / mis_pairs_count (n, table->scoring.pairs);
}

/* The row of agent @agent, agents numbered row after row; @ends: running sums of the counts. */
static guint
find_row (const double *ends, guint n_rows, double agent)
{
  guint first = 0, last = n_rows - 1;

  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (ends[middle] <= agent)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

static double
sample_peace (const Table *table, const MisReading *reading, double n, const gint *stop)
{
  gboolean distinct = table->scoring.pairs == MIS_PAIRS_DISTINCT;
  guint n_rows = reading->world->n_agents;
  g_autoptr (GRand) rand = g_rand_new_with_seed (SAMPLE_SEED);
  g_autofree double *ends = g_new (double, n_rows);
  g_autofree Cell *left = g_new (Cell, table->n_areas);
  g_autofree Cell *right = g_new (Cell, table->n_areas);
  MisSum sum = { 0.0, 0.0 };

  for (guint i = 0; i < n_rows; i++)
    ends[i] = (i > 0 ? ends[i - 1] : 0.0) + (double) mis_world_get_agent (reading->world, i)->count;
  for (guint i = 0; i < SAMPLED_PAIRS; i++)
    {
      double a = floor (g_rand_double (rand) * n);
      double b = floor (g_rand_double (rand) * (distinct ? n - 1.0 : n));

      if (i % 1024 == 0 && is_stopped (stop))
        return NAN;
      /* The second of two different agents: those behind the first move up by one. */
      if (distinct && b >= a)
        b += 1.0;
      read_row (table, reading, find_row (ends, n_rows, a), left);
      read_row (table, reading, find_row (ends, n_rows, b), right);
      mis_sum_add (&sum, peace (table, left, right));
    }
  return mis_sum_get (&sum) / SAMPLED_PAIRS;
}

guint64
mis_any_conflict_cost (const MisWorld *world)
{
  guint64 n_rows = mis_world_get_n_agents (world);
  guint64 n_areas = mis_world_get_n_areas (world);
  guint64 n_pairs = n_rows * (n_rows + 1) / 2;

  if (n_rows > MIS_ANY_CONFLICT_ROWS)
    n_pairs = (guint64) MIS_ANY_CONFLICT_ROWS * MIS_ANY_CONFLICT_ROWS / 2;
  return (n_pairs + n_rows) * n_areas;
}

MisAnyConflict
mis_any_conflict_bounds (const MisScore *score)
{
  MisAnyConflict any = { .method = MIS_ANY_CONFLICT_BOUNDS, .value = NAN };

  for (guint i = 0; i < score->n_areas; i++)
    if (!isnan (score->areas[i].raw))
      any.low = MAX (any.low, score->areas[i].raw);
  any.high = MIN (score->expected_conflicts, 1.0);
  return any;
}

MisAnyConflict
mis_any_conflict (const MisTally *tally, const MisScore *score, const gint *stop)
{
  const MisReading *reading = mis_tally_get_reading (tally);
  MisAnyConflict any = mis_any_conflict_bounds (score);
  gboolean sampled;
  double chance;
  Table table;

  if (!score->has_score)
    {
      any.method = MIS_ANY_CONFLICT_PAIRS;
      any.value = 0.0;
      return any;
    }
  table_init_areas (&table, tally, score);
  sampled = !table_read_rows (&table, reading);
  chance = sampled ? sample_peace (&table, reading, (double) score->n_agents, stop)
                   : mean_peace (&table, (double) score->n_agents, stop);
  table_clear (&table);
  if (isnan (chance))
    return any;
  any.method = sampled ? MIS_ANY_CONFLICT_SAMPLED : MIS_ANY_CONFLICT_PAIRS;
  any.value = CLAMP (1.0 - chance, any.low, any.high);
  return any;
}
