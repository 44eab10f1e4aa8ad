#include "core/bounds.h"

#include <math.h>

#include "core/tally-private.h"

typedef enum
{
  END_LOW,
  END_HIGH,
} End;

static double
choose (End end, double low, double high)
{
  return end == END_LOW ? low : high;
}

/* The same area with all conflicts at one end; ranges stay, since they say which goals count. */
static MisArea *
area_at_end (const MisArea *area, End end)
{
  guint n_goals = mis_area_get_n_goals (area);
  guint n_conflicts;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n_conflicts);
  g_autofree MisGoal *goals = g_new (MisGoal, n_goals);
  g_autofree MisConflict *moved = g_memdup2 (conflicts, n_conflicts * sizeof (MisConflict));

  for (guint goal = 0; goal < n_goals; goal++)
    goals[goal] = *mis_area_get_goal (area, goal);
  for (guint i = 0; i < n_conflicts; i++)
    moved[i].value = choose (end, moved[i].low, moved[i].high);
  return mis_area_new (mis_area_get_id (area), mis_area_get_name (area),
                       mis_area_get_description (area), goals, n_goals,
                       mis_area_get_default_conflict (area), moved, n_conflicts, NULL);
}

static void
add_row_at_end (MisWorldBuilder *builder, const MisWorld *world, guint agent, End end)
{
  g_autofree guint *areas = g_new (guint, world->n_areas);
  g_autofree MisPosition *positions = g_new (MisPosition, world->n_areas);
  guint n = 0;

  for (guint area = 0; area < world->n_areas; area++)
    {
      positions[n] = mis_world_get_position (world, agent, area);
      if (positions[n].goal == MIS_UNKNOWN)
        continue;
      positions[n].weight = choose (end, positions[n].low, positions[n].high);
      areas[n++] = area;
    }
  mis_world_builder_add_agent (builder, mis_world_get_agent (world, agent), areas, positions, n,
                               NULL);
}

/* The world with every uncertain value at one end, without scenarios. */
static MisWorld *
world_at_end (const MisWorld *world, End end)
{
  MisWorldBuilder *builder = mis_world_builder_new ();

  mis_world_builder_set_scoring (builder, &world->scoring);
  for (guint area = 0; area < world->n_areas; area++)
    {
      g_autoptr (MisArea) moved = area_at_end (world->areas[area], end);

      mis_world_builder_add_area (builder, moved, NULL);
    }
  for (guint agent = 0; agent < world->n_agents; agent++)
    add_row_at_end (builder, world, agent, end);
  return mis_world_builder_end (builder);
}

static gboolean
has_uncertain_conflict (const MisWorld *world)
{
  for (guint area = 0; area < world->n_areas; area++)
    {
      guint n;
      const MisConflict *conflicts = mis_area_get_conflicts (world->areas[area], &n);

      for (guint i = 0; i < n; i++)
        if (conflicts[i].low < conflicts[i].high)
          return TRUE;
    }
  return FALSE;
}

/* Whether a weight that can matter is uncertain, among rows that have agents. */
static gboolean
has_uncertain_weight (const MisReading *reading)
{
  const MisWorld *world = reading->world;

  for (guint agent = 0; agent < world->n_agents; agent++)
    for (guint area = 0; area < world->n_areas; area++)
      {
        MisPosition position = mis_world_get_position (world, agent, area);

        if (position.goal != MIS_UNKNOWN && position.low < position.high
            && mis_reading_weight_matters (reading, area, position.goal)
            && mis_world_get_agent (world, agent)->count > 0)
          return TRUE;
      }
  return FALSE;
}

static MisScore *
score_at_end (const MisWorld *world, End end)
{
  g_autoptr (MisWorld) moved = world_at_end (world, end);
  g_autoptr (MisTally) tally = mis_tally_new (moved, NULL);

  return mis_score_new (tally, NULL, NULL);
}

static MisBounds *
bounds_new (const MisScore *low, const MisScore *high)
{
  MisBounds *self = g_new0 (MisBounds, 1);

  self->available = TRUE;
  self->overall = (MisRange) { low->overall, high->overall };
  self->n_areas = low->n_areas;
  self->areas = g_new (MisRange, self->n_areas);
  for (guint i = 0; i < self->n_areas; i++)
    self->areas[i] = (MisRange) { low->areas[i].misalignment, high->areas[i].misalignment };
  return self;
}

static void
set_unavailable (MisBounds *self)
{
  self->available = FALSE;
  self->overall = (MisRange) { NAN, NAN };
  for (guint i = 0; i < self->n_areas; i++)
    self->areas[i] = (MisRange) { NAN, NAN };
}

MisBounds *
mis_bounds_new (const MisTally *tally, const MisScore *score)
{
  const MisReading *reading = mis_tally_get_reading (tally);
  const MisWorld *world = reading->world;
  gboolean weights = world->scoring.weight_mean != MIS_WEIGHT_MEAN_NONE
                     && has_uncertain_weight (reading);
  g_autoptr (MisScore) low = NULL;
  g_autoptr (MisScore) high = NULL;
  MisBounds *self;

  if (!weights && !has_uncertain_conflict (world))
    return bounds_new (score, score);
  if (weights && world->scoring.weights == MIS_WEIGHTS_SUM_TO_ONE)
    {
      self = bounds_new (score, score);
      set_unavailable (self);
      return self;
    }
  low = score_at_end (world, END_LOW);
  high = score_at_end (world, END_HIGH);
  return bounds_new (low, high);
}

void
mis_bounds_free (MisBounds *bounds)
{
  g_free (bounds->areas);
  g_free (bounds);
}
