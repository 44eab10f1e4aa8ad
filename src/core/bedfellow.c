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
  const MisWorld *world;
  gboolean set_only;   /* conflicts by default are no clash */
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
table_init (Table *table, const MisReading *reading, gboolean set_only)
{
  const MisWorld *world = reading->world;
  g_autofree double *divisors = mis_cells_new_divisors (reading);
  guint n_rows;

  *table = (Table) { .n_areas = world->n_areas,
                     .mean = world->scoring.weight_mean,
                     .world = world,
                     .set_only = set_only };
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

static gboolean
is_by_default (const Table *table, guint area, const MisGoalClass *a, const MisGoalClass *b)
{
  const MisArea *p = table->world->areas[area];
  guint k = mis_area_get_n_goals (p);

  /* A conflict with having no goal is never by default. */
  return a->goal < k && b->goal < k
         && mis_area_is_default_conflict (p, (int) a->goal, (int) b->goal);
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
      if (value > pair->most && !(table->set_only && is_by_default (table, p, &left[p], &right[p])))
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
  pair->n_areas = n;
  if (!(pair->most > pair->least))
    return FALSE;
  pair->by_default = is_by_default (table, pair->most_area, &left[pair->most_area],
                                    &right[pair->most_area]);
  return TRUE;
}

/* A strange pair among the others. */
typedef struct
{
  MisBedfellows pair;
  double n_agents; /* pairs of agents, one from each */
} Strange;

static double
get_gap (const MisBedfellows *pair)
{
  return pair->most - pair->least;
}

/* The wider gap first, then what says more about it, then the order of rows. */
static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const MisBedfellows *left = &((const Strange *) a)->pair;
  const MisBedfellows *right = &((const Strange *) b)->pair;
  double left_agents = ((const Strange *) a)->n_agents;
  double right_agents = ((const Strange *) b)->n_agents;

  if (get_gap (left) != get_gap (right))
    return get_gap (left) > get_gap (right) ? -1 : 1;
  if (left->by_default != right->by_default)
    return left->by_default ? 1 : -1;
  if (left_agents != right_agents)
    return left_agents > right_agents ? -1 : 1;
  if (left->n_areas != right->n_areas)
    return left->n_areas > right->n_areas ? -1 : 1;
  if (left->a != right->a)
    return left->a < right->a ? -1 : 1;
  return (left->b > right->b) - (left->b < right->b);
}

static double
count_agents (const Table *table, guint i)
{
  return (double) mis_world_get_agent ((MisWorld *) table->world, table->rows[i])->count;
}

/* (transfer full) (element-type double): the gaps of all that are found. */
static GArray *
compare_all (MisBedfellowsList *self, const Table *table, MisTop *top)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < table->n_rows; i++)
    for (guint j = i + 1; j < table->n_rows; j++)
      {
        Strange strange;
        double gap;

        if (!compare_pair (table, i, j, &strange.pair))
          continue;
        strange.n_agents = count_agents (table, i) * count_agents (table, j);
        gap = get_gap (&strange.pair);
        g_array_append_val (gaps, gap);
        mis_top_add (top, &strange);
        self->n_default += strange.pair.by_default ? 1 : 0;
      }
  self->n_found = gaps->len;
  return gaps;
}

/* Takes over what is listed, and counts what differs as much as the last of it. */
static void
take_pairs (MisBedfellowsList *self, MisTop *top, const GArray *gaps)
{
  const double rounding = 1e-12;
  g_autofree Strange *listed = mis_top_end (top, &self->n_pairs);
  double last = self->n_pairs > 0 ? get_gap (&listed[self->n_pairs - 1].pair) : 0.0;

  self->pairs = g_new (MisBedfellows, self->n_pairs);
  for (guint i = 0; i < gaps->len && self->n_pairs > 0; i++)
    self->n_tied += fabs (g_array_index (gaps, double, i) - last) <= rounding ? 1 : 0;
  for (guint i = 0; i < self->n_pairs; i++)
    {
      self->pairs[i] = listed[i].pair;
      self->n_tied -= fabs (get_gap (&listed[i].pair) - last) <= rounding ? 1 : 0;
    }
}

MisBedfellowsList *
mis_bedfellows_new (const MisTally *tally, guint max_pairs, gboolean set_only)
{
  MisBedfellowsList *self = g_new0 (MisBedfellowsList, 1);
  g_autoptr (GArray) gaps = NULL;
  Table table;
  MisTop top;

  self->n_rows = table_init (&table, mis_tally_get_reading (tally), set_only);
  self->n_compared = table.n_rows;
  mis_top_init (&top, max_pairs, sizeof (Strange), compare_gaps);
  gaps = compare_all (self, &table, &top);
  take_pairs (self, &top, gaps);
  table_clear (&table);
  return self;
}

void
mis_bedfellows_free (MisBedfellowsList *list)
{
  g_free (list->pairs);
  g_free (list);
}
