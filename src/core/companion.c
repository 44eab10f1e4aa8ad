#include "core/companion.h"

#include <math.h>
#include <string.h>

#include "core/row-reader.h"
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

/* What a row has in one scored area, if it is not what all unknown positions are read as. */
typedef struct
{
  guint area; /* its number among the scored ones */
  int goal;   /* k for "no goal" */
  double weight;
} Cell;

/* Agents with the same cells. */
typedef struct
{
  double count;
  gsize first; /* of its cells */
  guint n;
  double rest; /* the weight of "no goal" elsewhere, if that is what unknown positions are */
} Row;

typedef struct
{
  guint n_areas;    /* scored ones */
  int *numbers;     /* of each area of the world among them, or -1 */
  double *raw;      /* their M_p */
  double **matrix;  /* their conflicts, (k+1) x (k+1), "no goal" last */
  guint *sizes;     /* k + 1 */
  double *between;  /* (nullable): the chance of peace in areas i..j-1 that are left out, [i][j] */
  GArray *cells;
  GArray *rows;
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
add_area (Table *table, const MisArea *area, double raw)
{
  guint i = table->n_areas++;

  table->raw[i] = raw;
  table->sizes[i] = mis_area_get_n_goals (area) + 1;
  table->matrix[i] = fill_matrix (area, table->sizes[i]);
}

/* Where unknown positions are left out, many areas of a pair may be; they are one factor. */
static void
fill_between (Table *table)
{
  gsize size = table->n_areas + 1;

  table->between = g_new (double, size * size);
  for (gsize i = 0; i < size; i++)
    {
      table->between[i * size + i] = 1.0;
      for (gsize j = i + 1; j < size; j++)
        table->between[i * size + j] = table->between[i * size + j - 1]
                                       * (1.0 - table->raw[j - 1]);
    }
}

static void
table_init (Table *table, const MisTally *tally, const MisScore *score)
{
  const MisWorld *world = mis_tally_get_world (tally);

  *table = (Table) { .scoring = *mis_world_get_scoring (world) };
  table->numbers = g_new (int, score->n_areas);
  table->raw = g_new (double, score->n_areas);
  table->sizes = g_new (guint, score->n_areas);
  table->matrix = g_new (double *, score->n_areas);
  table->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < score->n_areas; i++)
    {
      gboolean is_scored = !isnan (score->areas[i].raw);

      table->numbers[i] = is_scored ? (int) table->n_areas : -1;
      if (is_scored)
        add_area (table, mis_world_get_area (world, i), score->areas[i].raw);
    }
  if (table->scoring.unknown == MIS_UNKNOWN_LEAVE_OUT)
    fill_between (table);
}

static void
table_clear (Table *table)
{
  for (guint i = 0; i < table->n_areas; i++)
    g_free (table->matrix[i]);
  g_free (table->numbers);
  g_free (table->raw);
  g_free (table->sizes);
  g_free (table->matrix);
  g_free (table->between);
  g_array_unref (table->cells);
  g_array_unref (table->rows);
}

/* The roots once for each row, not once for each pair. */
static double
prepare_weight (const Table *table, double weight)
{
  return table->scoring.weight_mean == MIS_WEIGHT_MEAN_GEOMETRIC ? sqrt (weight) : weight;
}

static void
add_cell (Table *table,
          const MisReading *reading,
          const MisKnownPosition *known,
          double divisor,
          Row *row)
{
  int number = table->numbers[known->area];
  int goal = known->position.goal;
  double weight = known->position.weight;
  Cell cell;

  if (number < 0 || !mis_reading_read (reading, divisor, &goal, &weight))
    return;
  cell = (Cell) { (guint) number, goal, prepare_weight (table, weight) };
  if (goal == MIS_NO_GOAL)
    cell.goal = (int) table->sizes[number] - 1;
  /* Rows that mean the same have the same cells. */
  if (table->between == NULL && goal == MIS_NO_GOAL && cell.weight == row->rest)
    return;
  g_array_append_val (table->cells, cell);
  row->n++;
}

static void
read_row (Table *table, const MisReading *reading, MisRowReader *rows, guint agent)
{
  const MisBlock *block = reading->world->blocks[agent / MIS_BLOCK_ROWS];
  double divisor = mis_reading_get_divisor (reading, block, agent % MIS_BLOCK_ROWS);
  Row row = { .count = (double) mis_world_get_agent (reading->world, agent)->count,
              .first = table->cells->len };
  int nobody = MIS_UNKNOWN;
  guint n;
  const MisKnownPosition *known = mis_row_reader_read (rows, agent, &n);

  if (mis_reading_read (reading, divisor, &nobody, &row.rest))
    row.rest = prepare_weight (table, row.rest);
  for (guint i = 0; i < n; i++)
    add_cell (table, reading, &known[i], divisor, &row);
  g_array_append_val (table->rows, row);
}

static void
table_read_rows (Table *table, const MisReading *reading)
{
  MisRowReader rows;

  mis_row_reader_init (&rows, reading->world);
  for (guint i = 0; i < reading->world->n_agents; i++)
    if (mis_world_get_agent (reading->world, i)->count > 0)
      read_row (table, reading, &rows, i);
  mis_row_reader_clear (&rows);
}

static const Row *
get_row (const Table *table, guint i)
{
  return &g_array_index (table->rows, Row, i);
}

static const Cell *
get_cells (const Table *table, const Row *row)
{
  return &((const Cell *) (gpointer) table->cells->data)[row->first];
}

static GBytes *
make_key (const Table *table, const Row *row)
{
  gsize size = row->n * sizeof (Cell);
  guint8 *key = g_malloc (size + sizeof (double));

  memcpy (key, &row->rest, sizeof (double));
  if (size > 0)
    memcpy (key + sizeof (double), get_cells (table, row), size);
  return g_bytes_new_take (key, size + sizeof (double));
}

/* The rows with those that are alike as one; %NULL if too many differ. */
static GArray *
merge_rows (const Table *table)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                        (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < table->rows->len; i++)
    {
      GBytes *key = make_key (table, get_row (table, i));
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (known, key));

      if (found != 0)
        {
          g_array_index (merged, Row, found - 1).count += get_row (table, i)->count;
          g_bytes_unref (key);
          continue;
        }
      g_array_append_vals (merged, get_row (table, i), 1);
      g_hash_table_insert (known, key, GUINT_TO_POINTER (merged->len));
      if (merged->len > MIS_ANY_CONFLICT_ROWS)
        return NULL;
    }
  return g_steal_pointer (&merged);
}

static double
pair_weight (const Table *table, double a, double b)
{
  if (table->scoring.weight_mean == MIS_WEIGHT_MEAN_GEOMETRIC)
    return a * b;
  return mis_weight_mean (a, b, table->scoring.weight_mean);
}

/* The chance that two agents with these cells of one area are not in conflict there. */
static double
peace_in_area (const Table *table, guint area, const Cell *left, const Cell *right)
{
  gsize size = table->sizes[area];
  double c = table->matrix[area][(gsize) left->goal * size + (gsize) right->goal];

  return c > 0.0 ? 1.0 - c * pair_weight (table, left->weight, right->weight) : 1.0;
}

/* The chance that two agents are in conflict nowhere: one walk along the cells of both. */
static double
peace (const Table *table, const Row *a, const Row *b)
{
  const Cell *left = get_cells (table, a), *left_end = left + a->n;
  const Cell *right = get_cells (table, b), *right_end = right + b->n;
  gsize size = table->n_areas + 1;
  guint done = 0; /* areas before this one are in the product */
  double product = 1.0;

  while (left < left_end || right < right_end)
    {
      guint area = MIN (left < left_end ? left->area : G_MAXUINT,
                        right < right_end ? right->area : G_MAXUINT);
      gboolean has_left = left < left_end && left->area == area;
      gboolean has_right = right < right_end && right->area == area;
      Cell other = { area, (int) table->sizes[area] - 1, has_left ? b->rest : a->rest };

      if (table->between == NULL || (has_left && has_right))
        {
          if (table->between != NULL && done < area)
            product *= table->between[done * size + area];
          product *= peace_in_area (table, area, has_left ? left : &other,
                                    has_right ? right : &other);
          done = area + 1;
        }
      left += has_left ? 1 : 0;
      right += has_right ? 1 : 0;
    }
  return table->between != NULL ? product * table->between[done * size + table->n_areas] : product;
}

static gboolean
is_stopped (const gint *stop)
{
  return stop != NULL && g_atomic_int_get (stop) != 0;
}

/* The mean of peace() over all pairs of agents; %NAN if stopped. */
static double
mean_peace (const Table *table, const GArray *merged, double n, const gint *stop)
{
  const Row *rows = (const Row *) (gpointer) merged->data;
  MisSum sum = { 0.0, 0.0 };

  for (guint a = 0; a < merged->len; a++)
    {
      double inside = table->scoring.pairs == MIS_PAIRS_DISTINCT ? rows[a].count - 1.0
                                                                 : rows[a].count;

      if (is_stopped (stop))
        return NAN;
      mis_sum_add (&sum, rows[a].count * inside * peace (table, &rows[a], &rows[a]));
      for (guint b = a + 1; b < merged->len; b++)
        mis_sum_add (&sum, 2.0 * rows[a].count * rows[b].count * peace (table, &rows[a], &rows[b]));
    }
  return mis_sum_get (&sum) / mis_pairs_count (n, table->scoring.pairs);
}

/* The row of agent @agent, agents numbered row after row; @ends: running sums of the counts. */
static const Row *
find_row (const Table *table, const double *ends, double agent)
{
  guint first = 0, last = table->rows->len - 1;

  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (ends[middle] <= agent)
        first = middle + 1;
      else
        last = middle;
    }
  return get_row (table, first);
}

static double
sample_peace (const Table *table, double n, const gint *stop)
{
  gboolean distinct = table->scoring.pairs == MIS_PAIRS_DISTINCT;
  guint n_rows = table->rows->len;
  g_autoptr (GRand) rand = g_rand_new_with_seed (SAMPLE_SEED);
  g_autofree double *ends = g_new (double, n_rows);
  MisSum sum = { 0.0, 0.0 };

  for (guint i = 0; i < n_rows; i++)
    ends[i] = (i > 0 ? ends[i - 1] : 0.0) + get_row (table, i)->count;
  for (guint i = 0; i < SAMPLED_PAIRS; i++)
    {
      double a = floor (g_rand_double (rand) * n);
      double b = floor (g_rand_double (rand) * (distinct ? n - 1.0 : n));

      if (i % 1024 == 0 && is_stopped (stop))
        return NAN;
      /* The second of two different agents: those behind the first move up by one. */
      if (distinct && b >= a)
        b += 1.0;
      mis_sum_add (&sum, peace (table, find_row (table, ends, a), find_row (table, ends, b)));
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
  g_autoptr (GArray) merged = NULL;
  double chance;
  Table table;

  if (!score->has_score)
    {
      any.method = MIS_ANY_CONFLICT_PAIRS;
      any.value = 0.0;
      return any;
    }
  table_init (&table, tally, score);
  table_read_rows (&table, reading);
  merged = merge_rows (&table);
  chance = merged != NULL ? mean_peace (&table, merged, (double) score->n_agents, stop)
                          : sample_peace (&table, (double) score->n_agents, stop);
  table_clear (&table);
  if (isnan (chance))
    return any;
  any.method = merged != NULL ? MIS_ANY_CONFLICT_PAIRS : MIS_ANY_CONFLICT_SAMPLED;
  any.value = CLAMP (1.0 - chance, any.low, any.high);
  return any;
}
