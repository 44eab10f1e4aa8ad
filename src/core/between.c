#include "core/between.h"

#include <math.h>

#include "core/error.h"
#include "core/opposition.h"
#include "core/sum.h"

/* One area: a bloc for each sub-population, and one at the end for the rows that are in none. */
typedef struct
{
  guint n_blocs;
  MisGround ground;
  MisBloc *blocs;
} Blocs;

/* The agents of each bloc: (element-type GArray(MisGoalClass)). */
static GPtrArray *
sort_out (const MisPartition *partition, const MisGoalClass *cells)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i <= partition->n_groups; i++)
    g_ptr_array_add (lists, g_array_new (FALSE, FALSE, sizeof (MisGoalClass)));
  for (guint i = 0; i < partition->n_rows; i++)
    {
      int label = partition->labels[i];
      guint bloc = label == MIS_NO_LABEL ? partition->n_groups : (guint) label;

      if (cells[i].class.count > 0.0)
        g_array_append_val ((GArray *) g_ptr_array_index (lists, bloc), cells[i]);
    }
  return lists;
}

static void
blocs_init (Blocs *self,
            const MisReading *reading,
            const double *divisors,
            const MisPartition *partition,
            guint area)
{
  const MisWorld *world = reading->world;
  g_autofree MisGoalClass *cells = mis_cells_new (reading, divisors, area);
  g_autoptr (GPtrArray) lists = sort_out (partition, cells);
  double smallest = 1.0, largest = 0.0;

  for (guint i = 0; i < partition->n_rows; i++)
    mis_weights_widen (cells[i].class.weight, &smallest, &largest);
  mis_ground_init (&self->ground, world->areas[area], world->scoring.weight_mean, smallest,
                   largest);
  self->n_blocs = lists->len;
  self->blocs = g_new (MisBloc, self->n_blocs);
  for (guint i = 0; i < self->n_blocs; i++)
    mis_bloc_init (&self->blocs[i], &self->ground, g_ptr_array_index (lists, i));
}

static void
blocs_clear (Blocs *self)
{
  for (guint i = 0; i < self->n_blocs; i++)
    mis_bloc_clear (&self->blocs[i]);
  g_free (self->blocs);
  mis_ground_clear (&self->ground);
}

static gsize
get_cell (const MisBetween *between, guint area, guint x, guint y)
{
  return ((gsize) area * between->n_groups + x) * between->n_groups + y;
}

/* The number of ordered pairs between two blocs, or in one; 0 where there is no score. */
static double
count_pairs (const MisBloc *x, const MisBloc *y, MisPairs pairs)
{
  if (x != y)
    return x->n * y->n;
  return x->n < 2.0 ? 0.0 : mis_pairs_count (x->n, pairs);
}

/* Sets a value of the matrix and adds the pairs behind it to the part that they belong to. */
static void
add_sum (MisBetween *self, guint area, guint x, guint y, double sum, double pairs, MisSum *parts)
{
  enum { WITHIN, BETWEEN, REST };

  if (x == self->n_groups || y == self->n_groups)
    {
      mis_sum_add (&parts[REST], x == y ? sum : 2.0 * sum);
      return;
    }
  mis_sum_add (&parts[x == y ? WITHIN : BETWEEN], x == y ? sum : 2.0 * sum);
  self->values[get_cell (self, area, x, y)] = self->values[get_cell (self, area, y, x)]
      = pairs > 0.0 ? sum / pairs : (double) NAN;
}

static void
fill_area (MisBetween *self, const Blocs *blocs, guint area, MisPairs pairs)
{
  MisDecomposition *decomposition = &self->decompositions[area];
  MisSum parts[3] = { { 0.0, 0.0 } };

  for (guint y = 0; y < blocs->n_blocs; y++)
    {
      MisOpposition opposition;

      mis_opposition_init (&opposition, &blocs->blocs[y]);
      for (guint x = 0; x <= y; x++)
        add_sum (self, area, x, y, mis_opposition_sum (&opposition, &blocs->blocs[x]),
                 count_pairs (&blocs->blocs[x], &blocs->blocs[y], pairs), parts);
      mis_opposition_clear (&opposition);
    }
  for (guint x = 0; x < self->n_groups; x++)
    self->sizes[(gsize) area * self->n_groups + x] = blocs->blocs[x].n;
  *decomposition = (MisDecomposition) { .within = mis_sum_get (&parts[0]),
                                        .between = mis_sum_get (&parts[1]),
                                        .rest = mis_sum_get (&parts[2]) };
  decomposition->total = decomposition->within + decomposition->between + decomposition->rest;
}

static void
fill_overall (MisBetween *self)
{
  g_autofree double *values = g_new (double, self->n_areas);

  for (guint x = 0; x < self->n_groups; x++)
    for (guint y = 0; y < self->n_groups; y++)
      {
        for (guint area = 0; area < self->n_areas; area++)
          values[area] = mis_between_get (self, area, x, y);
        self->overall[x * self->n_groups + y] = mis_area_mean (values, self->n_areas,
                                                               MIS_AREA_MEAN_ARITHMETIC);
      }
}

static gboolean
check_cells (guint n_groups, guint n_areas, GError **error)
{
  if ((guint64) n_groups * n_groups <= MIS_BETWEEN_MAX_CELLS
      && (guint64) n_groups * n_groups * MAX (n_areas, 1) <= MIS_BETWEEN_MAX_CELLS)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT,
               "found %u sub-populations in %u areas, expected at most %" G_GUINT64_FORMAT
               " values, one for each pair of them in each area",
               n_groups, n_areas, MIS_BETWEEN_MAX_CELLS);
  return FALSE;
}

MisBetween *
mis_between_new (const MisTally *tally, const MisPartition *partition, GError **error)
{
  const MisReading *reading = mis_tally_get_reading (tally);
  gsize n_groups = partition->n_groups;
  g_autofree double *divisors = NULL;
  MisBetween *self;

  g_return_val_if_fail (partition->n_rows == reading->world->n_agents, NULL);

  if (!check_cells (partition->n_groups, reading->world->n_areas, error))
    return NULL;
  self = g_new0 (MisBetween, 1);
  self->n_groups = partition->n_groups;
  self->n_areas = reading->world->n_areas;
  self->sizes = g_new (double, self->n_areas * n_groups);
  self->values = g_new (double, self->n_areas * n_groups * n_groups);
  self->overall = g_new (double, n_groups * n_groups);
  self->decompositions = g_new0 (MisDecomposition, self->n_areas);
  divisors = mis_cells_new_divisors (reading);
  for (guint area = 0; area < self->n_areas; area++)
    {
      Blocs blocs;

      blocs_init (&blocs, reading, divisors, partition, area);
      fill_area (self, &blocs, area, reading->world->scoring.pairs);
      blocs_clear (&blocs);
    }
  fill_overall (self);
  return self;
}

void
mis_between_free (MisBetween *between)
{
  g_free (between->sizes);
  g_free (between->values);
  g_free (between->overall);
  g_free (between->decompositions);
  g_free (between);
}

double
mis_between_get (const MisBetween *between, guint area, guint x, guint y)
{
  g_return_val_if_fail (area < between->n_areas, NAN);
  g_return_val_if_fail (x < between->n_groups && y < between->n_groups, NAN);

  return between->values[get_cell (between, area, x, y)];
}

double
mis_between_get_overall (const MisBetween *between, guint x, guint y)
{
  g_return_val_if_fail (x < between->n_groups && y < between->n_groups, NAN);

  return between->overall[x * between->n_groups + y];
}

double
mis_between_get_size (const MisBetween *between, guint area, guint x)
{
  g_return_val_if_fail (area < between->n_areas && x < between->n_groups, 0.0);

  return between->sizes[(gsize) area * between->n_groups + x];
}
