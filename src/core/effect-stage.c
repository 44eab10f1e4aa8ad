/* One row by itself: read as it is, and as a lever would have it. */
#include "core/effect-private.h"

static MisPosition
get_position (const MisStage *stage, guint area)
{
  return mis_block_get_position (stage->effects->world->blocks[stage->row / MIS_BLOCK_ROWS],
                                 stage->row % MIS_BLOCK_ROWS, area);
}

/* How a position in @area is read: one agent with it, or goal G_MAXUINT where it is left out. */
static MisParcel
read_parcel (const MisStage *stage, guint area, MisPosition position, MisWide divisor)
{
  const MisEffects *effects = stage->effects;
  MisParcel parcel = { .goal = G_MAXUINT };
  int goal;

  if (mis_reading_get_wide_position (effects->reading, position, area, divisor, &goal,
                                     &parcel.weight))
    parcel.goal = mis_goal_index (effects->world->areas[area], goal);
  return parcel;
}

static MisParcel
read_before (const MisStage *stage, guint area)
{
  return read_parcel (stage, area, get_position (stage, area),
                      stage->effects->divisors[stage->row]);
}

void
mis_stage_init (MisStage *stage, const MisEffects *effects, guint row)
{
  *stage = (MisStage) { .effects = effects, .row = row };
  stage->count = (double) mis_world_get_agent (effects->world, row)->count;
}

void
mis_stage_clear (MisStage *stage)
{
  mis_meetings_clear (&stage->meetings);
}

static void
add_parcel (MisAreaParcels *parcels, MisParcel parcel, double agents)
{
  if (parcel.goal == G_MAXUINT)
    return;
  parcel.agents = agents;
  parcels->parcels[parcels->n++] = parcel;
}

static gboolean
is_same_parcel (const MisParcel *a, const MisParcel *b)
{
  return a->goal == b->goal
         && (a->goal == G_MAXUINT || mis_wide_compare (a->weight, b->weight) == 0);
}

static guint
read_count (const MisStage *stage, MisAreaParcels *parcels)
{
  guint n = 0;

  for (guint i = 0; i < stage->effects->n_areas; i++)
    {
      parcels[n] = (MisAreaParcels) { .area = i };
      add_parcel (&parcels[n], read_before (stage, i), 1.0);
      if (parcels[n].n > 0)
        n++;
    }
  return n;
}

guint
mis_stage_read (const MisStage *stage, const MisLever *lever, MisAreaParcels *parcels)
{
  const MisEffects *effects = stage->effects;
  gboolean local = effects->world->scoring.weights == MIS_WEIGHTS_AS_GIVEN;
  MisPosition position;
  MisWide divisor;
  guint n = 0;

  if (lever->kind == MIS_LEVER_COUNT)
    return read_count (stage, parcels);
  position = mis_lever_position (lever, get_position (stage, lever->area));
  divisor = mis_reading_get_wide_divisor (
      effects->reading, effects->world->blocks[stage->row / MIS_BLOCK_ROWS],
      stage->row % MIS_BLOCK_ROWS, lever->area, &position);
  for (guint i = local ? lever->area : 0; i < (local ? lever->area + 1 : effects->n_areas); i++)
    {
      MisParcel before = read_before (stage, i);
      MisParcel after =
        read_parcel (stage, i, i == lever->area ? position : get_position (stage, i), divisor);

      if (is_same_parcel (&after, &before))
        continue;
      parcels[n] = (MisAreaParcels) { .area = i };
      add_parcel (&parcels[n], before, -1.0);
      add_parcel (&parcels[n], after, 1.0);
      n++;
    }
  return n;
}

double
mis_stage_agents (const MisStage *stage, const MisLever *lever)
{
  double agents = (double) lever->agents;

  return lever->kind == MIS_LEVER_COUNT ? agents - stage->count : agents;
}
