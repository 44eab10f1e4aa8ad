#include "core/bedfellow.h"

#include <math.h>

#include "core/opposition.h"
#include "core/score.h"
#include "core/top.h"

/* Two agents */

/* The misalignment of two positions as they are read; "no goal" stands for itself. */
static double
compare_positions (const MisArea *area, const int *goals, const double *weights, MisWeightMean mean)
{
  double c = mis_area_get_conflict (area, goals[0], goals[1]).value;

  return c > 0.0 ? c * mis_weight_mean (weights[0], weights[1], mean) : 0.0;
}

double
mis_two_agents (const MisTally *tally, guint a, guint b, double *areas)
{
  const MisReading *reading = mis_tally_get_reading (tally);
  const MisWorld *world = reading->world;
  const guint rows[] = { a, b };
  const MisBlock *blocks[2];
  double divisors[2];
  g_autofree double *values = NULL;

  g_return_val_if_fail (a < world->n_agents && b < world->n_agents, NAN);

  if (areas == NULL)
    areas = values = g_new (double, world->n_areas);
  for (guint i = 0; i < 2; i++)
    {
      blocks[i] = world->blocks[rows[i] / MIS_BLOCK_ROWS];
      divisors[i] = mis_reading_get_divisor (reading, blocks[i], rows[i] % MIS_BLOCK_ROWS);
    }
  for (guint p = 0; p < world->n_areas; p++)
    {
      gboolean count = TRUE;
      int goals[2];
      double weights[2];

      for (guint i = 0; i < 2; i++)
        count = mis_reading_get_position (reading, blocks[i], rows[i] % MIS_BLOCK_ROWS, p,
                                          divisors[i], &goals[i], &weights[i])
                && count;
      areas[p] = count ? compare_positions (world->areas[p], goals, weights,
                                            world->scoring.weight_mean)
                       : (double) NAN;
    }
  return mis_area_mean (areas, world->n_areas, MIS_AREA_MEAN_ARITHMETIC);
}

/* All pairs of many */

typedef struct
{
  guint n_areas;
  MisWeightMean mean;
  MisGround *grounds;  /* (array length=n_areas) */
  guint n_rows;        /* those that are compared */
  guint *rows;         /* their numbers, ascending */
  MisGoalClass *cells; /* n_rows x n_areas; the count is not used */
} Table;

typedef struct
{
  double count;
  guint row;
} Candidate;

/* More agents first, then earlier rows. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return (left->row > right->row) - (left->row < right->row);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  return (left->row > right->row) - (left->row < right->row);
}

static guint
get_max_rows (guint n_areas)
{
  double by_terms = sqrt ((double) MIS_BEDFELLOWS_MAX_TERMS / MAX (n_areas, 1));

  return (guint) MIN (by_terms, (double) MIS_BEDFELLOWS_MAX_ROWS);
}

/* Chooses the rows; returns how many there are to choose from. */
static guint
choose_rows (Table *table, const MisWorld *world)
{
  guint n_rows = 0;
  g_autofree Candidate *chosen = NULL;
  MisTop top;

  mis_top_init (&top, get_max_rows (world->n_areas), sizeof (Candidate), compare_candidates);
  for (guint i = 0; i < world->n_agents; i++)
    {
      Candidate candidate = { (double) mis_world_get_agent ((MisWorld *) world, i)->count, i };

      if (candidate.count <= 0.0)
        continue;
      n_rows++;
      mis_top_add (&top, &candidate);
    }
  chosen = mis_top_end (&top, &table->n_rows);
  table->rows = g_new (guint, table->n_rows);
  if (table->n_rows > 0)
    qsort (chosen, table->n_rows, sizeof (Candidate), compare_rows);
  for (guint i = 0; i < table->n_rows; i++)
    table->rows[i] = chosen[i].row;
  return n_rows;
}

static void
read_area (Table *table, const MisReading *reading, const double *divisors, guint area)
{
  g_autofree MisGoalClass *cells = mis_cells_new (reading, divisors, area);

  for (guint i = 0; i < table->n_rows; i++)
    {
      MisGoalClass *cell = &table->cells[(gsize) i * table->n_areas + area];

      *cell = cells[table->rows[i]];
      /* The roots once for each row, not once for each pair. */
      if (table->mean == MIS_WEIGHT_MEAN_GEOMETRIC)
        cell->class.weight = sqrt (cell->class.weight);
    }
}

/* Conflicts are all that is asked of these grounds: no weights meet there, so they need
 * no nodes. */
static guint
table_init (Table *table, const MisReading *reading)
{
  const MisWorld *world = reading->world;
  g_autofree double *divisors = mis_cells_new_divisors (reading);
  guint n_rows;

  *table = (Table) { .n_areas = world->n_areas, .mean = world->scoring.weight_mean };
  n_rows = choose_rows (table, world);
  table->grounds = g_new (MisGround, table->n_areas);
  table->cells = g_new (MisGoalClass, (gsize) table->n_rows * table->n_areas);
  for (guint p = 0; p < table->n_areas; p++)
    {
      mis_ground_init (&table->grounds[p], world->areas[p], MIS_WEIGHT_MEAN_NONE, 1.0, 1.0);
      read_area (table, reading, divisors, p);
    }
  return n_rows;
}

static void
table_clear (Table *table)
{
  for (guint p = 0; p < table->n_areas; p++)
    mis_ground_clear (&table->grounds[p]);
  g_free (table->grounds);
  g_free (table->rows);
  g_free (table->cells);
}

static double
get_misalignment (const Table *table, guint area, const MisGoalClass *a, const MisGoalClass *b)
{
  double c = mis_ground_get_conflict (&table->grounds[area], a->goal, b->goal);

  if (c <= 0.0)
    return 0.0;
  if (table->mean == MIS_WEIGHT_MEAN_GEOMETRIC)
    return c * a->class.weight * b->class.weight;
  return c * mis_weight_mean (a->class.weight, b->class.weight, table->mean);
}

/* Finds the two ends of one pair; %FALSE if there is no gap between them. */
static gboolean
compare_pair (const Table *table, guint i, guint j, MisBedfellows *pair)
{
  const MisGoalClass *left = &table->cells[(gsize) i * table->n_areas];
  const MisGoalClass *right = &table->cells[(gsize) j * table->n_areas];
  double sum = 0.0;
  guint n = 0;

  *pair = (MisBedfellows) { .a = table->rows[i], .b = table->rows[j], .most = -1.0, .least = 2.0 };
  for (guint p = 0; p < table->n_areas; p++)
    {
      double value;

      if (left[p].goal == MIS_LEFT_OUT || right[p].goal == MIS_LEFT_OUT)
        continue;
      value = get_misalignment (table, p, &left[p], &right[p]);
      if (value > pair->most)
        {
          pair->most = value;
          pair->most_area = p;
        }
      if (value < pair->least)
        {
          pair->least = value;
          pair->least_area = p;
        }
      sum += value;
      n++;
    }
  pair->overall = n > 0 ? sum / n : 0.0;
  return pair->most > pair->least;
}

/* The wider gap first, then the order of rows. */
static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const MisBedfellows *left = a;
  const MisBedfellows *right = b;
  double left_gap = left->most - left->least;
  double right_gap = right->most - right->least;

  if (left_gap != right_gap)
    return left_gap > right_gap ? -1 : 1;
  if (left->a != right->a)
    return left->a < right->a ? -1 : 1;
  return (left->b > right->b) - (left->b < right->b);
}

MisBedfellowsList *
mis_bedfellows_new (const MisTally *tally, guint max_pairs)
{
  MisBedfellowsList *self = g_new0 (MisBedfellowsList, 1);
  Table table;
  MisTop top;

  self->n_rows = table_init (&table, mis_tally_get_reading (tally));
  self->n_compared = table.n_rows;
  mis_top_init (&top, max_pairs, sizeof (MisBedfellows), compare_gaps);
  for (guint i = 0; i < table.n_rows; i++)
    for (guint j = i + 1; j < table.n_rows; j++)
      {
        MisBedfellows pair;

        if (!compare_pair (&table, i, j, &pair))
          continue;
        mis_top_add (&top, &pair);
        self->n_found++;
      }
  self->pairs = mis_top_end (&top, &self->n_pairs);
  table_clear (&table);
  return self;
}

void
mis_bedfellows_free (MisBedfellowsList *list)
{
  g_free (list->pairs);
  g_free (list);
}
