#include "core/population.h"

#include <math.h>

#include "core/error.h"
#include "core/limits.h"
#include "core/reading.h"
#include "core/score-private.h"
#include "core/sum.h"
#include "core/weight-table.h"

typedef struct
{
  guint64 n;
  MisSum s;
  MisSum w;
} GoalSums;

/**
 * AreaSums:
 * @n_stated: agents whose position was read, one that is unknown and visited among them
 * @n_known: agents whose position is not unknown
 * @goals: (array length=n_goals+1): "no goal" last
 * @classes: empty unless they are counted
 */
typedef struct
{
  guint n_goals;
  guint64 n_stated;
  guint64 n_known;
  GoalSums *goals;
  MisWeightTable classes;
} AreaSums;

struct _MisPopulation
{
  MisWorld *world;
  MisReading reading;
  gboolean keeps_classes;
  guint n_classes;
  guint64 n_agents;
  guint n_areas;
  AreaSums *areas;
  /* Areas where the weight of an unknown position depends on the agent's other weights. */
  guint n_visited;
  guint *visited;
  gboolean *is_known; /* of the agent at hand, for these areas */
};

/* As in a tally: an unknown position has a weight of its own where it is read as no goal, that may
 * clash, and shares a sum with the agent's other weights. */
static void
find_visited (MisPopulation *self)
{
  const MisScoring *scoring = mis_world_get_scoring (self->world);

  if (scoring->unknown != MIS_UNKNOWN_NO_GOAL || scoring->weights != MIS_WEIGHTS_SUM_TO_ONE)
    return;
  for (guint i = 0; i < self->n_areas; i++)
    if (mis_reading_weight_matters (&self->reading, i, MIS_NO_GOAL))
      self->visited[self->n_visited++] = i;
}

MisPopulation *
mis_population_new (MisWorld *world, gboolean every_mean)
{
  MisPopulation *self = g_new0 (MisPopulation, 1);

  self->world = mis_world_ref (world);
  mis_reading_init (&self->reading, world);
  self->keeps_classes
    = every_mean || mis_weight_mean_needs_classes (mis_world_get_scoring (world)->weight_mean);
  self->n_areas = mis_world_get_n_areas (world);
  self->areas = g_new0 (AreaSums, self->n_areas);
  self->visited = g_new0 (guint, self->n_areas);
  self->is_known = g_new0 (gboolean, self->n_areas);
  for (guint i = 0; i < self->n_areas; i++)
    {
      self->areas[i].n_goals = mis_area_get_n_goals (mis_world_get_area (world, i));
      self->areas[i].goals = g_new0 (GoalSums, self->areas[i].n_goals + 1);
    }
  find_visited (self);
  return self;
}

void
mis_population_free (MisPopulation *self)
{
  for (guint i = 0; i < self->n_areas; i++)
    {
      g_free (self->areas[i].goals);
      mis_weight_table_clear (&self->areas[i].classes);
    }
  g_free (self->areas);
  g_free (self->visited);
  g_free (self->is_known);
  mis_reading_clear (&self->reading);
  mis_world_unref (self->world);
  g_free (self);
}

/* What the weights of an agent are divided by; is_known is set for its areas. */
static double
get_divisor (const MisPopulation *self,
             const guint *areas,
             const MisPosition *positions,
             guint n_positions)
{
  double sum = 0.0;

  if (mis_world_get_scoring (self->world)->weights == MIS_WEIGHTS_AS_GIVEN)
    return 1.0;
  for (guint i = 0; i < n_positions; i++)
    {
      int goal = positions[i].goal;
      double weight = positions[i].weight;

      if (goal != MIS_UNKNOWN && mis_reading_read (&self->reading, 1.0, &goal, &weight)
          && mis_reading_weight_matters (&self->reading, areas[i], goal))
        sum += weight;
    }
  for (guint i = 0; i < self->n_visited; i++)
    if (!self->is_known[self->visited[i]])
      sum += 1.0;
  return sum;
}

static gboolean
check_classes (const MisPopulation *self, GError **error)
{
  if (self->n_classes <= MIS_MAX_CLASSES)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT,
               "found more than %u different weights of a goal in an area, expected at most as "
               "many: this mean of weights keeps one count for each; round the weights, or take "
               "the geometric or the arithmetic mean",
               MIS_MAX_CLASSES);
  return FALSE;
}

/* Adds a position of @count agents; an unknown one where it has to be visited. */
static gboolean
add_position (MisPopulation *self,
              guint area,
              int goal,
              double weight,
              double divisor,
              guint64 count,
              GError **error)
{
  AreaSums *sums = &self->areas[area];
  double n = (double) count;
  gboolean counts = mis_reading_read (&self->reading, divisor, &goal, &weight);
  GoalSums *goal_sums;
  guint index;

  g_assert (counts && goal < (int) sums->n_goals);

  index = goal == MIS_NO_GOAL ? sums->n_goals : (guint) goal;
  goal_sums = &sums->goals[index];
  sums->n_stated += count;
  goal_sums->n += count;
  mis_sum_add (&goal_sums->s, n * sqrt (weight));
  mis_sum_add (&goal_sums->w, n * weight);
  if (!self->keeps_classes || !mis_reading_weight_matters (&self->reading, area, goal))
    return TRUE;
  self->n_classes -= sums->classes.n;
  mis_weight_table_add (&sums->classes, index, weight, n);
  self->n_classes += sums->classes.n;
  return check_classes (self, error);
}

static gboolean
add_known (MisPopulation *self,
           const guint *areas,
           const MisPosition *positions,
           guint n_positions,
           double divisor,
           guint64 count,
           GError **error)
{
  for (guint i = 0; i < n_positions; i++)
    {
      g_return_val_if_fail (areas[i] < self->n_areas, FALSE);
      if (positions[i].goal == MIS_UNKNOWN)
        continue;
      self->areas[areas[i]].n_known += count;
      if (!add_position (self, areas[i], positions[i].goal, positions[i].weight, divisor, count,
                         error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_unknown (MisPopulation *self, double divisor, guint64 count, GError **error)
{
  for (guint i = 0; i < self->n_visited; i++)
    if (!self->is_known[self->visited[i]]
        && !add_position (self, self->visited[i], MIS_UNKNOWN, 1.0, divisor, count, error))
      return FALSE;
  return TRUE;
}

static void
mark_known (MisPopulation *self,
            const guint *areas,
            const MisPosition *positions,
            guint n_positions,
            gboolean is_known)
{
  if (self->n_visited == 0)
    return;
  for (guint i = 0; i < n_positions; i++)
    if (positions[i].goal != MIS_UNKNOWN)
      self->is_known[areas[i]] = is_known;
}

gboolean
mis_population_add (MisPopulation *self,
                    const guint *areas,
                    const MisPosition *positions,
                    guint n_positions,
                    guint64 count,
                    GError **error)
{
  gboolean added;
  double divisor;

  g_return_val_if_fail (count <= MIS_MAX_COUNT, FALSE);

  if (count == 0)
    return TRUE;
  if (!mis_world_check_limits (0, 0, 0, self->n_agents + count, 0, error))
    return FALSE;
  self->n_agents += count;
  mark_known (self, areas, positions, n_positions, TRUE);
  divisor = get_divisor (self, areas, positions, n_positions);
  added = add_known (self, areas, positions, n_positions, divisor, count, error)
          && add_unknown (self, divisor, count, error);
  mark_known (self, areas, positions, n_positions, FALSE);
  return added;
}

MisWorld *
mis_population_get_world (const MisPopulation *self)
{
  return self->world;
}

guint64
mis_population_get_n_agents (const MisPopulation *self)
{
  return self->n_agents;
}

guint64
mis_population_get_n_unknown (const MisPopulation *population, guint area)
{
  g_return_val_if_fail (population != NULL && area < population->n_areas, 0);

  return population->n_agents - population->areas[area].n_known;
}

/* The sums of an area; @goals: (array length=n_goals+1). Unknown positions that were not visited
 * are agents with no goal and weight 1, if they count. */
static MisAreaTally
get_area (const MisPopulation *self, guint area, MisGoalSums *goals)
{
  const AreaSums *sums = &self->areas[area];
  guint64 n_unvisited = self->n_agents - sums->n_stated;
  gboolean counts = mis_world_get_scoring (self->world)->unknown == MIS_UNKNOWN_NO_GOAL;

  for (guint goal = 0; goal <= sums->n_goals; goal++)
    goals[goal] = (MisGoalSums) { sums->goals[goal].n, mis_sum_get (&sums->goals[goal].s),
                                  mis_sum_get (&sums->goals[goal].w) };
  if (counts)
    {
      goals[sums->n_goals].n += n_unvisited;
      goals[sums->n_goals].s += (double) n_unvisited;
      goals[sums->n_goals].w += (double) n_unvisited;
    }
  return (MisAreaTally) { .n = sums->n_stated + (counts ? n_unvisited : 0),
                          .n_unknown = self->n_agents - sums->n_known,
                          .n_goals = sums->n_goals,
                          .goals = goals };
}

static void
set_classes (const MisPopulation *self, guint area, MisSlice *slice)
{
  const AreaSums *sums = &self->areas[area];
  g_autoptr (GArray) classes = mis_weight_table_list (&sums->classes);
  guint64 n_unvisited = self->n_agents - sums->n_stated;
  MisGoalClass unvisited = { sums->n_goals, { 1.0, (double) n_unvisited } };

  if (n_unvisited > 0 && mis_world_get_scoring (self->world)->unknown == MIS_UNKNOWN_NO_GOAL)
    g_array_append_val (classes, unvisited);
  mis_slice_set_classes (slice, classes);
}

static MisAreaScore
score_area (const MisPopulation *self, guint area, const MisScoring *scoring)
{
  g_autofree MisGoalSums *goals = g_new (MisGoalSums, self->areas[area].n_goals + 1);
  MisAreaTally sums = get_area (self, area, goals);
  MisAreaScore score;
  MisSlice all;

  mis_slice_init_sums (&all, &sums);
  if (mis_weight_mean_needs_classes (scoring->weight_mean))
    set_classes (self, area, &all);
  score = mis_score_area (mis_world_get_area (self->world, area), scoring, &sums, &all);
  mis_slice_clear (&all);
  return score;
}

MisScore *
mis_population_score (const MisPopulation *self, const MisScoring *scoring)
{
  const MisScoring *own = mis_world_get_scoring (self->world);
  MisAreaScore *areas;

  scoring = scoring != NULL ? scoring : own;
  g_return_val_if_fail (scoring->unknown == own->unknown && scoring->weights == own->weights, NULL);
  g_return_val_if_fail (self->keeps_classes
                          || !mis_weight_mean_needs_classes (scoring->weight_mean), NULL);

  areas = g_new (MisAreaScore, self->n_areas);
  for (guint i = 0; i < self->n_areas; i++)
    areas[i] = score_area (self, i, scoring);
  return mis_score_new_for_areas (areas, self->n_areas, self->n_agents, scoring->area_mean);
}

GPtrArray *
mis_population_list_warnings (const MisPopulation *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) mis_warning_free);

  mis_warnings_add_population (list, self->n_areas, self->n_agents);
  for (guint i = 0; i < self->n_areas && self->n_agents > 0; i++)
    {
      g_autofree MisGoalSums *goals = g_new (MisGoalSums, self->areas[i].n_goals + 1);
      MisAreaTally sums = get_area (self, i, goals);

      mis_warnings_add_area (list, mis_world_get_area (self->world, i), i, &sums);
    }
  return list;
}
