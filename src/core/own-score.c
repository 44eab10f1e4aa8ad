/* The score of a sub-population: of its members against everybody, and among themselves. */
#include "core/between.h"

#include <math.h>

#include "core/edit.h"
#include "core/front.h"
#include "core/sum.h"

/* One area: own scores, %NAN where there are none, and the members that count. */
static void
fill_own (const MisReading *reading,
          const double *divisors,
          const MisPartition *partition,
          guint area,
          double *own,
          double *sizes)
{
  g_autofree MisSum *sums = g_new0 (MisSum, partition->n_groups);
  double n, partners;
  MisFront front;

  mis_front_init (&front, reading, divisors, area, FALSE);
  n = front.bloc.n;
  partners = reading->world->scoring.pairs == MIS_PAIRS_DISTINCT ? n - 1.0 : n;
  for (guint x = 0; x < partition->n_groups; x++)
    sizes[x] = 0.0;
  for (guint i = 0; i < front.n_rows; i++)
    {
      int label = partition->labels[i];
      double count = front.cells[i].class.count;

      if (label == MIS_NO_LABEL || count <= 0.0)
        continue;
      sizes[label] += count;
      mis_sum_add (&sums[label], count * mis_front_get (&front, i));
    }
  for (guint x = 0; x < partition->n_groups; x++)
    own[x] = sizes[x] > 0.0 && n >= 2.0 ? mis_sum_get (&sums[x]) / sizes[x] / partners
                                        : (double) NAN;
  mis_front_clear (&front);
}

void
mis_own_scores_fill_area (const MisTally *tally,
                          const MisPartition *partition,
                          guint area,
                          double *own,
                          double *sizes)
{
  const MisReading *reading = mis_tally_get_reading (tally);
  g_autofree double *divisors = NULL;
  g_autofree double *unasked = NULL;

  g_return_if_fail (area < reading->world->n_areas);
  g_return_if_fail (partition->n_rows == reading->world->n_agents);

  divisors = mis_cells_new_divisors (reading);
  if (sizes == NULL)
    sizes = unasked = g_new (double, partition->n_groups);
  fill_own (reading, divisors, partition, area, own, sizes);
}

double *
mis_own_scores_new (const MisTally *tally, const MisPartition *partition)
{
  const MisReading *reading = mis_tally_get_reading (tally);
  guint n_groups = partition->n_groups;
  g_autofree double *divisors = mis_cells_new_divisors (reading);
  g_autofree double *own = g_new (double, n_groups);
  g_autofree double *sizes = g_new (double, n_groups);
  g_autofree MisSum *sums = g_new0 (MisSum, n_groups);
  g_autofree guint *n_values = g_new0 (guint, n_groups);
  double *overall;

  g_return_val_if_fail (partition->n_rows == reading->world->n_agents, NULL);

  for (guint area = 0; area < reading->world->n_areas; area++)
    {
      fill_own (reading, divisors, partition, area, own, sizes);
      for (guint x = 0; x < n_groups; x++)
        if (!isnan (own[x]))
          {
            mis_sum_add (&sums[x], own[x]);
            n_values[x]++;
          }
    }
  overall = g_new (double, n_groups);
  for (guint x = 0; x < n_groups; x++)
    overall[x] = n_values[x] > 0 ? mis_sum_get (&sums[x]) / n_values[x] : (double) NAN;
  return overall;
}

MisScore *
mis_partition_score (const MisTally *tally, const MisPartition *partition, int group)
{
  MisWorld *world = mis_tally_get_world (tally);
  guint n = mis_world_get_n_agents (world);
  g_autofree guint64 *counts = g_new0 (guint64, n);
  g_autoptr (MisWorld) alone = NULL;
  g_autoptr (MisTally) alone_tally = NULL;

  g_return_val_if_fail (partition->n_rows == n, NULL);

  for (guint i = 0; i < n; i++)
    if (partition->labels[i] == group)
      counts[i] = mis_world_get_agent (world, i)->count;
  alone = mis_world_with_counts (world, counts, NULL);
  alone_tally = mis_tally_new (alone, NULL);
  return mis_score_new (alone_tally, NULL, NULL);
}
