/* One row by itself: changed, read again, and put back. */
#include "core/effect-private.h"

/* How the stage's row is read in @area: one agent of it, or goal G_MAXUINT. */
static MisParcel
read_parcel (const MisStage *stage, guint area, MisWide divisor)
{
  const MisEffects *effects = stage->effects;
  MisParcel parcel = { .goal = G_MAXUINT };
  int goal;

  if (mis_reading_get_wide_position (effects->reading, stage->block, 0, area, divisor, &goal,
                                     &parcel.weight))
    parcel.goal = mis_goal_index (effects->world->areas[area], goal);
  return parcel;
}

void
mis_stage_init (MisStage *stage, const MisEffects *effects, guint row)
{
  const MisWorld *world = effects->world;
  MisBlockWriter writer;
  GPtrArray *blocks;

  *stage = (MisStage) { .effects = effects, .row = row };
  stage->count = (double) mis_world_get_agent (world, row)->count;
  mis_block_writer_init (&writer, world->n_areas);
  mis_block_writer_copy_rows (&writer, world->blocks[row / MIS_BLOCK_ROWS], row % MIS_BLOCK_ROWS,
                              row % MIS_BLOCK_ROWS + 1, NULL);
  blocks = mis_block_writer_end (&writer);
  stage->block = mis_block_ref (g_ptr_array_index (blocks, 0));
  for (guint i = 0; i < blocks->len; i++)
    mis_block_unref (g_ptr_array_index (blocks, i));
  g_ptr_array_unref (blocks);
  stage->before = g_new (MisParcel, world->n_areas);
  for (guint i = 0; i < world->n_areas; i++)
    stage->before[i] = read_parcel (stage, i, effects->divisors[row]);
}

void
mis_stage_clear (MisStage *stage)
{
  g_clear_pointer (&stage->block, mis_block_unref);
  g_clear_pointer (&stage->before, g_free);
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
      add_parcel (&parcels[n], stage->before[i], 1.0);
      if (parcels[n].n > 0)
        n++;
    }
  return n;
}

guint
mis_stage_read (MisStage *stage, const MisLever *lever, MisAreaParcels *parcels)
{
  const MisEffects *effects = stage->effects;
  gboolean local = effects->world->scoring.weights == MIS_WEIGHTS_AS_GIVEN;
  MisPosition old, position;
  MisWide divisor;
  guint n = 0;

  if (lever->kind == MIS_LEVER_COUNT)
    return read_count (stage, parcels);
  old = mis_block_get_position (stage->block, 0, lever->area);
  mis_note_ref (old.note);
  position = mis_lever_position (lever, old);
  mis_block_set_position (stage->block, 0, lever->area, &position);
  divisor = mis_reading_get_wide_divisor (effects->reading, stage->block, 0);
  for (guint i = local ? lever->area : 0; i < (local ? lever->area + 1 : effects->n_areas); i++)
    {
      MisParcel after = read_parcel (stage, i, divisor);

      if (is_same_parcel (&after, &stage->before[i]))
        continue;
      parcels[n] = (MisAreaParcels) { .area = i };
      add_parcel (&parcels[n], stage->before[i], -1.0);
      add_parcel (&parcels[n], after, 1.0);
      n++;
    }
  mis_block_set_position (stage->block, 0, lever->area, &old);
  mis_note_unref (old.note);
  return n;
}

double
mis_stage_agents (const MisStage *stage, const MisLever *lever)
{
  double agents = (double) lever->agents;

  return lever->kind == MIS_LEVER_COUNT ? agents - stage->count : agents;
}
