#include "core/reading.h"

#include <string.h>

static gboolean
sets_null_conflict (const MisArea *area)
{
  guint n_conflicts;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n_conflicts);

  /* Pairs with the null goal come first. */
  for (guint i = 0; i < n_conflicts && conflicts[i].g == MIS_NO_GOAL; i++)
    if (conflicts[i].high > 0.0)
      return TRUE;
  return FALSE;
}

void
mis_reading_init (MisReading *reading, const MisWorld *world)
{
  reading->world = world;
  reading->null_counts = g_new (gboolean, world->n_areas);
  for (guint i = 0; i < world->n_areas; i++)
    reading->null_counts[i] = sets_null_conflict (world->areas[i]);
}

void
mis_reading_clear (MisReading *reading)
{
  g_clear_pointer (&reading->null_counts, g_free);
}

gboolean
mis_reading_equal (const MisReading *a, const MisReading *b)
{
  const MisScoring *left = &a->world->scoring;
  const MisScoring *right = &b->world->scoring;

  if (left->unknown != right->unknown || left->weights != right->weights
      || a->world->n_areas != b->world->n_areas)
    return FALSE;
  /* Whether "no goal" matters changes a weight only where weights share a sum. */
  return left->weights == MIS_WEIGHTS_AS_GIVEN || a->world->n_areas == 0
         || memcmp (a->null_counts, b->null_counts, a->world->n_areas * sizeof (gboolean)) == 0;
}

gboolean
mis_reading_weight_matters (const MisReading *reading, guint area, int goal)
{
  return goal != MIS_NO_GOAL || reading->null_counts[area];
}

gboolean
mis_reading_read (const MisReading *reading, double divisor, int *goal, double *weight)
{
  if (*goal == MIS_UNKNOWN)
    {
      if (reading->world->scoring.unknown == MIS_UNKNOWN_LEAVE_OUT)
        return FALSE;
      *goal = MIS_NO_GOAL;
      *weight = 1.0;
    }
  *weight = divisor > 0.0 ? *weight / divisor : 0.0;
  return TRUE;
}

double
mis_reading_get_divisor (const MisReading *reading, const MisBlock *block, guint row)
{
  double sum = 0.0;

  if (reading->world->scoring.weights == MIS_WEIGHTS_AS_GIVEN)
    return 1.0;

  for (guint area = 0; area < block->n_columns; area++)
    {
      int goal;
      double weight;

      if (mis_reading_get_position (reading, block, row, area, 1.0, &goal, &weight)
          && mis_reading_weight_matters (reading, area, goal))
        sum += weight;
    }
  return sum;
}

gboolean
mis_reading_get_position (const MisReading *reading,
                          const MisBlock *block,
                          guint row,
                          guint area,
                          double divisor,
                          int *goal,
                          double *weight)
{
  MisPosition position = mis_block_get_position (block, row, area);

  *goal = position.goal;
  *weight = position.weight;
  return mis_reading_read (reading, divisor, goal, weight);
}
