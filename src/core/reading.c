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

/* Its goal and weight before any division. */
static gboolean
read_as_given (const MisReading *reading, int *goal, double *weight)
{
  if (*goal != MIS_UNKNOWN)
    return TRUE;
  *goal = MIS_NO_GOAL;
  *weight = 1.0;
  return reading->world->scoring.unknown == MIS_UNKNOWN_NO_GOAL;
}

gboolean
mis_reading_read (const MisReading *reading, double divisor, int *goal, double *weight)
{
  if (!read_as_given (reading, goal, weight))
    return FALSE;
  *weight = divisor > 0.0 ? *weight / divisor : 0.0;
  return TRUE;
}

/* What a position adds to the sum of its row's weights. */
static double
get_addend (const MisReading *reading, guint area, MisPosition position)
{
  gboolean counts = read_as_given (reading, &position.goal, &position.weight);

  return counts && mis_reading_weight_matters (reading, area, position.goal) ? position.weight
                                                                             : 0.0;
}

double
mis_reading_get_divisor (const MisReading *reading, const MisBlock *block, guint row)
{
  double sum = 0.0;

  if (reading->world->scoring.weights == MIS_WEIGHTS_AS_GIVEN)
    return 1.0;

  for (guint area = 0; area < block->n_columns; area++)
    sum += get_addend (reading, area, mis_block_get_position (block, row, area));
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

MisWide
mis_reading_get_wide_divisor (const MisReading *reading,
                              const MisBlock *block,
                              guint row,
                              guint area,
                              const MisPosition *changed)
{
  MisWide sum = MIS_WIDE_ZERO;

  if (reading->world->scoring.weights == MIS_WEIGHTS_AS_GIVEN)
    return mis_wide (1.0);

  for (guint i = 0; i < block->n_columns; i++)
    {
      MisPosition position = changed != NULL && i == area
                                 ? *changed
                                 : mis_block_get_position (block, row, i);

      sum = mis_wide_add (sum, mis_wide (get_addend (reading, i, position)));
    }
  return sum;
}

gboolean
mis_reading_get_wide_position (const MisReading *reading,
                               MisPosition position,
                               guint area,
                               MisWide divisor,
                               int *goal,
                               MisWide *weight)
{
  gboolean counts = read_as_given (reading, &position.goal, &position.weight);

  *goal = position.goal;
  *weight = mis_wide (position.weight);
  if (!counts || reading->world->scoring.weights == MIS_WEIGHTS_AS_GIVEN)
    return counts;
  if (mis_wide_is_positive (divisor) && mis_reading_weight_matters (reading, area, *goal))
    *weight = mis_wide_divide (*weight, divisor);
  else
    *weight = MIS_WIDE_ZERO;
  return TRUE;
}
