#include "core/contribution.h"

#include <math.h>

#include "core/front.h"
#include "core/sum.h"

/* Areas whose scores differ by less share the minimum, or the maximum. */
#define ROUNDING 1e-12

static gboolean
has_part (const MisScore *score, guint area)
{
  return !isnan (score->areas[area].raw) && score->areas[area].misalignment > 0.0;
}

static gboolean
is_extreme (const MisScore *score, guint area)
{
  return fabs (score->areas[area].misalignment - score->overall) <= ROUNDING * score->overall;
}

/* What an area adds to M, before it is divided by the number of those that do. */
static double
get_weight_of_area (const MisScore *score, guint area, MisAreaMean mean)
{
  double m_p = score->areas[area].misalignment;

  switch (mean)
    {
    case MIS_AREA_MEAN_ARITHMETIC:
      return m_p;
    case MIS_AREA_MEAN_GEOMETRIC:
      return score->overall;
    case MIS_AREA_MEAN_HARMONIC:
      return score->overall * (score->overall / m_p);
    case MIS_AREA_MEAN_MINIMUM:
    case MIS_AREA_MEAN_MAXIMUM:
      return is_extreme (score, area) ? score->overall : 0.0;
    default:
      g_return_val_if_reached (0.0);
    }
}

static void
fill_areas (const MisScore *score, MisAreaMean mean, double *areas)
{
  gboolean extremes = mean == MIS_AREA_MEAN_MINIMUM || mean == MIS_AREA_MEAN_MAXIMUM;
  guint n = 0;

  for (guint i = 0; i < score->n_areas; i++)
    {
      areas[i] = 0.0;
      if (isnan (score->areas[i].raw) || (extremes && !is_extreme (score, i)))
        continue;
      n++;
      if (has_part (score, i) && score->overall > 0.0)
        areas[i] = get_weight_of_area (score, i, mean);
    }
  for (guint i = 0; i < score->n_areas; i++)
    areas[i] = n > 0 ? areas[i] / n : 0.0;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const MisPairContribution *left = a;
  const MisPairContribution *right = b;

  if (left->overall != right->overall)
    return left->overall > right->overall ? -1 : 1;
  if (left->part != right->part)
    return left->part > right->part ? -1 : 1;
  if (left->area != right->area)
    return left->area < right->area ? -1 : 1;
  if (left->g != right->g)
    return left->g < right->g ? -1 : 1;
  return (left->h > right->h) - (left->h < right->h);
}

/* Adds the pairs of held goals of one area; @scale turns a sum over ordered pairs into a part. */
static void
add_pairs (GArray *pairs, const MisBloc *bloc, guint area, double scale, double of_overall)
{
  guint k = bloc->ground->n_goals;

  for (guint i = 0; i < bloc->n_held; i++)
    for (guint j = i + 1; j < bloc->n_held; j++)
      {
        /* "No goal" is the last of a bloc, and the first of a pair. */
        gboolean null = bloc->held[j] == k;
        MisPairContribution pair = { .area = area,
                                     .g = null ? MIS_NO_GOAL : (int) bloc->held[i],
                                     .h = (int) bloc->held[null ? i : j] };
        double c = mis_ground_get_conflict (bloc->ground, bloc->held[i], bloc->held[j]);

        if (c <= 0.0)
          continue;
        pair.part = 2.0 * c * mis_bloc_sum_goals (bloc, bloc->held[i], bloc->held[j]) * scale;
        pair.overall = pair.part * of_overall;
        if (pair.part > 0.0)
          g_array_append_val (pairs, pair);
      }
}

/* What turns a sum of c f over ordered pairs into a part of the normalized M_p. */
static double
get_scale (const MisTally *tally, const MisScore *score, guint area)
{
  const MisAreaScore *values = &score->areas[area];
  const MisScoring *scoring = mis_world_get_scoring (mis_tally_get_world (tally));

  return values->misalignment / values->raw
         / mis_pairs_count ((double) values->n, scoring->pairs);
}

/* Adds the parts of all rows, @scale times what they are up against. */
static void
add_rows (const MisFront *front, double scale, MisSum *groups, MisSum *agents)
{
  for (guint i = 0; i < front->n_rows; i++)
    {
      double count = front->cells[i].class.count;
      double part;

      if (count <= 0.0)
        continue;
      part = mis_front_get (front, i) * scale;
      mis_sum_add (&agents[i], part);
      mis_sum_add (&groups[i], part * count);
    }
}

static void
take_sums (MisSum *sums, guint n, double *values)
{
  for (guint i = 0; i < n; i++)
    values[i] = mis_sum_get (&sums[i]);
}

/* Adds one area to the lists; what it adds to M stands already. @groups, @agents: (nullable) */
static void
add_area (const MisContributions *self,
          const MisTally *tally,
          const MisScore *score,
          guint area,
          const double *divisors,
          GArray *pairs,
          MisSum *groups,
          MisSum *agents)
{
  double of_overall = self->areas[area] / score->areas[area].misalignment;
  double scale = get_scale (tally, score, area);
  MisFront front;

  mis_front_init (&front, mis_tally_get_reading (tally), divisors, area, FALSE);
  add_pairs (pairs, &front.bloc, area, scale, of_overall);
  if (self->areas[area] > 0.0 && groups != NULL)
    add_rows (&front, scale * of_overall, groups, agents);
  mis_front_clear (&front);
}

/* @groups, @agents: (nullable): sums to be added to */
static MisContributions *
add_up (const MisTally *tally, const MisScore *score, MisSum *groups, MisSum *agents)
{
  const MisWorld *world = mis_tally_get_world (tally);
  MisContributions *self = g_new0 (MisContributions, 1);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (MisPairContribution));
  g_autofree double *divisors = mis_cells_new_divisors (mis_tally_get_reading (tally));

  self->overall = score->overall;
  self->n_areas = score->n_areas;
  self->areas = g_new (double, self->n_areas);
  fill_areas (score, mis_world_get_scoring (world)->area_mean, self->areas);
  for (guint i = 0; i < self->n_areas; i++)
    if (has_part (score, i))
      add_area (self, tally, score, i, divisors, pairs, groups, agents);
  g_array_sort (pairs, compare_pairs);
  self->n_pairs = pairs->len;
  self->pairs = (MisPairContribution *) (gpointer) g_array_free (pairs, FALSE);
  self->n_agents = mis_world_get_n_agents (world);
  return self;
}

MisContributions *
mis_contributions_new_pairs (const MisTally *tally, const MisScore *score)
{
  return add_up (tally, score, NULL, NULL);
}

MisContributions *
mis_contributions_new (const MisTally *tally, const MisScore *score)
{
  guint n = mis_world_get_n_agents (mis_tally_get_world (tally));
  g_autofree MisSum *groups = g_new0 (MisSum, n);
  g_autofree MisSum *agents = g_new0 (MisSum, n);
  MisContributions *self = add_up (tally, score, groups, agents);

  self->groups = g_new (double, n);
  self->agents = g_new (double, n);
  take_sums (groups, n, self->groups);
  take_sums (agents, n, self->agents);
  return self;
}

void
mis_contributions_free (MisContributions *contributions)
{
  g_free (contributions->areas);
  g_free (contributions->pairs);
  g_free (contributions->groups);
  g_free (contributions->agents);
  g_free (contributions);
}

void
mis_contributions_fill_area (const MisTally *tally,
                             const MisScore *score,
                             guint area,
                             double *groups,
                             double *agents)
{
  const MisReading *reading = mis_tally_get_reading (tally);
  guint n = reading->world->n_agents;
  g_autofree MisSum *group_sums = NULL;
  g_autofree MisSum *agent_sums = NULL;
  g_autofree double *divisors = NULL;
  MisFront front;

  g_return_if_fail (area < score->n_areas);

  group_sums = g_new0 (MisSum, n);
  agent_sums = g_new0 (MisSum, n);
  if (has_part (score, area))
    {
      divisors = mis_cells_new_divisors (reading);
      mis_front_init (&front, reading, divisors, area, FALSE);
      add_rows (&front, get_scale (tally, score, area), group_sums, agent_sums);
      mis_front_clear (&front);
    }
  take_sums (group_sums, n, groups);
  if (agents != NULL)
    take_sums (agent_sums, n, agents);
}
