#include "core/tally-private.h"

#include <string.h>

#include "core/shelf.h"

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
  guint n_shelves;
  AreaSums **areas;
  MisShelf **shelves;
};

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
      const MisBlockColumn *column = world->blocks[i]->columns[area];

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
  for (guint i = 0; i < tally->n_shelves; i++)
    {
      const MisShelfCell *cell = tally->shelves[i]->cells[area];

      sums->tally.n += cell->n;
      for (guint j = 0; j < cell->n_partials; j++)
        {
          const MisPartial *partial = &cell->partials[j];
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
  if (mis_reading_visits_unknown (&tally->reading, area))
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

/* Fills the shelves, and marks the areas in which any differs from what it was. */
static void
sum_shelves (MisTally *self, const MisTally *previous, gboolean *changed)
{
  MisScratch scratch;

  mis_scratch_init (&scratch, self->world);
  for (guint i = 0; i < self->n_shelves; i++)
    {
      gboolean has_old = previous != NULL && i < previous->n_shelves;

      if (has_old && mis_shelf_has_same_blocks (self->world, previous->world, i))
        {
          self->shelves[i] = mis_shelf_ref (previous->shelves[i]);
          continue;
        }
      self->shelves[i] = mis_shelf_new (&scratch, &self->reading, i,
                                        has_old ? previous->shelves[i] : NULL,
                                        has_old ? previous->world : NULL);
      for (guint area = 0; has_old && area < self->n_areas; area++)
        if (self->shelves[i]->cells[area] != previous->shelves[i]->cells[area])
          changed[area] = TRUE;
    }
  mis_scratch_clear (&scratch);
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
  self->n_shelves = mis_shelf_count (world);
  self->areas = g_new (AreaSums *, self->n_areas);
  self->shelves = g_new (MisShelf *, self->n_shelves);

  if (!same_shape (self, previous))
    previous = NULL;
  sum_shelves (self, previous, changed);
  shares_areas = previous != NULL && previous->world->n_blocks == world->n_blocks
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
  for (guint i = 0; i < tally->n_shelves; i++)
    mis_shelf_unref (tally->shelves[i]);
  g_free (tally->areas);
  g_free (tally->shelves);
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
