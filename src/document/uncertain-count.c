#include "document/uncertain-count.h"

struct _MisUncertainCount
{
  GArray *weights;   /* of guint: by agent */
  GArray *conflicts; /* of guint: by area */
  guint n_weights;
  guint n_conflicts;
};

static GArray *
new_counts (guint n)
{
  GArray *counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), n);

  return g_array_set_size (counts, n);
}

static guint
get_count (const GArray *counts, guint index)
{
  return index < counts->len ? g_array_index (counts, guint, index) : 0;
}

/* A weight of "no goal" is in the list only where a conflict with it is set; those come first. */
static gboolean
is_listed (const MisPosition *position, const MisConflict *conflicts, guint n_conflicts)
{
  return position->goal != MIS_NO_GOAL
         || (n_conflicts > 0 && conflicts[0].g == MIS_NO_GOAL);
}

static void
count_area (MisUncertainCount *self, const MisWorld *world, guint area)
{
  guint n_conflicts;
  const MisConflict *conflicts =
      mis_area_get_conflicts (mis_world_get_area (world, area), &n_conflicts);

  for (guint i = 0; i < n_conflicts; i++)
    if (conflicts[i].low < conflicts[i].high)
      g_array_index (self->conflicts, guint, area)++;
  self->n_conflicts += get_count (self->conflicts, area);
  for (guint agent = 0; agent < self->weights->len; agent++)
    {
      MisPosition position = mis_world_get_position (world, agent, area);

      if (position.low < position.high && is_listed (&position, conflicts, n_conflicts))
        {
          g_array_index (self->weights, guint, agent)++;
          self->n_weights++;
        }
    }
}

MisUncertainCount *
mis_uncertain_count_new (const MisWorld *world)
{
  MisUncertainCount *self = g_new0 (MisUncertainCount, 1);

  self->weights = new_counts (mis_world_get_n_agents (world));
  self->conflicts = new_counts (mis_world_get_n_areas (world));
  for (guint area = 0; area < self->conflicts->len; area++)
    count_area (self, world, area);
  return self;
}

void
mis_uncertain_count_free (MisUncertainCount *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->weights);
  g_array_unref (self->conflicts);
  g_free (self);
}

guint
mis_uncertain_count_get (const MisUncertainCount *self, const MisParameter *parameter)
{
  if (self == NULL || parameter->kind != MIS_PARAMETER_SECTION)
    return 0;
  switch (parameter->section)
    {
    case MIS_SECTION_WEIGHTS: return self->n_weights;
    case MIS_SECTION_CONFLICTS: return self->n_conflicts;
    case MIS_SECTION_AGENT: return get_count (self->weights, parameter->agent);
    case MIS_SECTION_AREA: return get_count (self->conflicts, parameter->area);
    case MIS_SECTION_ALL: return self->n_weights + self->n_conflicts;
    case MIS_SECTION_POPULATION:
    default: return 0;
    }
}
