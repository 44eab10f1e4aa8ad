#include "core/world-private.h"

#include <string.h>

#include "core/error.h"
#include "core/limits.h"

MisWorld *
mis_world_ref (MisWorld *world)
{
  g_atomic_int_inc (&world->ref_count);
  return world;
}

static void
clear_areas (MisWorld *world)
{
  for (guint i = 0; i < world->n_areas; i++)
    mis_area_unref (world->areas[i]);
  g_free (world->areas);
}

static void
clear_blocks (MisWorld *world)
{
  for (guint i = 0; i < world->n_blocks; i++)
    mis_block_unref (world->blocks[i]);
  g_free (world->blocks);
}

static void
clear_scenarios (MisWorld *world)
{
  for (guint i = 0; i < world->n_scenarios; i++)
    mis_scenario_unref (world->scenarios[i]);
  g_free (world->scenarios);
}

static void
clear_experiments (MisWorld *world)
{
  for (guint i = 0; i < world->n_experiments; i++)
    mis_experiment_unref (world->experiments[i]);
  g_free (world->experiments);
}

void
mis_world_unref (MisWorld *world)
{
  if (!g_atomic_int_dec_and_test (&world->ref_count))
    return;
  clear_areas (world);
  clear_blocks (world);
  clear_scenarios (world);
  clear_experiments (world);
  g_free (world->title);
  g_free (world->description);
  g_free (world);
}

const char *
mis_world_get_title (const MisWorld *world)
{
  return world->title;
}

const char *
mis_world_get_description (const MisWorld *world)
{
  return world->description;
}

const MisScoring *
mis_world_get_scoring (const MisWorld *world)
{
  return &world->scoring;
}

guint
mis_world_get_n_areas (const MisWorld *world)
{
  return world->n_areas;
}

MisArea *
mis_world_get_area (const MisWorld *world, guint area)
{
  g_return_val_if_fail (area < world->n_areas, NULL);

  return world->areas[area];
}

int
mis_world_find_area (const MisWorld *world, const char *id)
{
  for (guint i = 0; i < world->n_areas; i++)
    if (strcmp (mis_area_get_id (world->areas[i]), id) == 0)
      return (int) i;
  return -1;
}

guint
mis_world_get_n_agents (const MisWorld *world)
{
  return world->n_agents;
}

guint64
mis_world_get_population (const MisWorld *world)
{
  return world->population;
}

MisAgent *
mis_world_get_agent (const MisWorld *world, guint agent)
{
  g_return_val_if_fail (agent < world->n_agents, NULL);

  return world->blocks[agent / MIS_BLOCK_ROWS]->agents[agent % MIS_BLOCK_ROWS];
}

int
mis_world_find_agent (const MisWorld *world, const char *id)
{
  for (guint i = 0; i < world->n_agents; i++)
    if (strcmp (mis_world_get_agent (world, i)->id, id) == 0)
      return (int) i;
  return -1;
}

MisPosition
mis_world_get_position (const MisWorld *world, guint agent, guint area)
{
  g_return_val_if_fail (agent < world->n_agents && area < world->n_areas, MIS_POSITION_UNKNOWN);

  return mis_block_get_position (world->blocks[agent / MIS_BLOCK_ROWS], agent % MIS_BLOCK_ROWS,
                                 area);
}

guint
mis_world_get_n_scenarios (const MisWorld *world)
{
  return world->n_scenarios;
}

MisScenario *
mis_world_get_scenario (const MisWorld *world, guint scenario)
{
  g_return_val_if_fail (scenario < world->n_scenarios, NULL);

  return world->scenarios[scenario];
}

int
mis_world_find_scenario (const MisWorld *world, const char *id)
{
  for (guint i = 0; i < world->n_scenarios; i++)
    if (strcmp (world->scenarios[i]->id, id) == 0)
      return (int) i;
  return -1;
}

guint
mis_world_get_n_experiments (const MisWorld *world)
{
  return world->n_experiments;
}

MisExperiment *
mis_world_get_experiment (const MisWorld *world, guint experiment)
{
  g_return_val_if_fail (experiment < world->n_experiments, NULL);

  return world->experiments[experiment];
}

int
mis_world_find_experiment (const MisWorld *world, const char *id)
{
  for (guint i = 0; i < world->n_experiments; i++)
    if (strcmp (world->experiments[i]->id, id) == 0)
      return (int) i;
  return -1;
}

static gboolean
has_same_scenarios (const MisWorld *a, const MisWorld *b)
{
  if (a->n_scenarios != b->n_scenarios)
    return FALSE;
  for (guint i = 0; i < a->n_scenarios; i++)
    if (!mis_scenario_equal (a->scenarios[i], b->scenarios[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_same_experiments (const MisWorld *a, const MisWorld *b)
{
  if (a->n_experiments != b->n_experiments)
    return FALSE;
  for (guint i = 0; i < a->n_experiments; i++)
    if (!mis_experiment_equal (a->experiments[i], b->experiments[i]))
      return FALSE;
  return TRUE;
}

gboolean
mis_world_equal (const MisWorld *a, const MisWorld *b)
{
  if (a == b)
    return TRUE;
  if (strcmp (a->title, b->title) != 0 || strcmp (a->description, b->description) != 0
      || !mis_scoring_equal (&a->scoring, &b->scoring) || a->n_areas != b->n_areas
      || a->n_blocks != b->n_blocks || !has_same_scenarios (a, b) || !has_same_experiments (a, b))
    return FALSE;
  for (guint i = 0; i < a->n_areas; i++)
    if (!mis_area_equal (a->areas[i], b->areas[i]))
      return FALSE;
  for (guint i = 0; i < a->n_blocks; i++)
    if (!mis_block_equal (a->blocks[i], b->blocks[i]))
      return FALSE;
  return TRUE;
}

gsize
mis_world_get_unshared_size (const MisWorld *world, const MisWorld *base)
{
  gsize size = sizeof (MisWorld) + strlen (world->title) + strlen (world->description)
               + (world->n_areas + world->n_blocks + world->n_scenarios + world->n_experiments)
                     * sizeof (gpointer);

  for (guint i = 0; i < world->n_areas; i++)
    if (base == NULL || i >= base->n_areas || world->areas[i] != base->areas[i])
      size += mis_area_get_size (world->areas[i]);
  for (guint i = 0; i < world->n_blocks; i++)
    {
      const MisBlock *other = base != NULL && i < base->n_blocks ? base->blocks[i] : NULL;

      if (world->blocks[i] != other)
        size += mis_block_get_unshared_size (world->blocks[i], other);
    }
  for (guint i = 0; i < world->n_scenarios; i++)
    if (base == NULL || i >= base->n_scenarios || world->scenarios[i] != base->scenarios[i])
      size += sizeof (MisScenario) + world->scenarios[i]->n_changes * sizeof (MisChange);
  for (guint i = 0; i < world->n_experiments; i++)
    if (base == NULL || i >= base->n_experiments || world->experiments[i] != base->experiments[i])
      size += mis_experiment_get_size (world->experiments[i]);
  return size;
}

MisWorld *
mis_world_copy (const MisWorld *world)
{
  MisWorld *copy = g_new (MisWorld, 1);

  /* All but the count, which other threads may be changing. */
  memcpy (&copy->title, &world->title, sizeof (MisWorld) - G_STRUCT_OFFSET (MisWorld, title));
  copy->ref_count = 1;
  copy->title = g_strdup (world->title);
  copy->description = g_strdup (world->description);
  copy->areas = g_memdup2 (world->areas, world->n_areas * sizeof (MisArea *));
  copy->blocks = g_memdup2 (world->blocks, world->n_blocks * sizeof (MisBlock *));
  copy->scenarios = g_memdup2 (world->scenarios, world->n_scenarios * sizeof (MisScenario *));
  copy->experiments
    = g_memdup2 (world->experiments, world->n_experiments * sizeof (MisExperiment *));
  for (guint i = 0; i < copy->n_areas; i++)
    mis_area_ref (copy->areas[i]);
  for (guint i = 0; i < copy->n_blocks; i++)
    mis_block_ref (copy->blocks[i]);
  for (guint i = 0; i < copy->n_scenarios; i++)
    mis_scenario_ref (copy->scenarios[i]);
  for (guint i = 0; i < copy->n_experiments; i++)
    mis_experiment_ref (copy->experiments[i]);
  return copy;
}

MisBlock *
mis_world_own_block (MisWorld *copy, guint block)
{
  MisBlock *own = copy->blocks[block];

  if (g_atomic_int_get (&own->ref_count) > 1)
    {
      copy->blocks[block] = mis_block_copy (own);
      mis_block_unref (own);
    }
  return copy->blocks[block];
}

static guint
count_positions (const MisBlock *block)
{
  guint n = 0;

  for (guint column = 0; column < block->n_columns; column++)
    if (block->columns[column] != NULL)
      n += block->columns[column]->n;
  return n;
}

void
mis_world_count_rows (MisWorld *copy)
{
  copy->n_agents = 0;
  copy->population = 0;
  copy->n_positions = 0;
  for (guint i = 0; i < copy->n_blocks; i++)
    {
      const MisBlock *block = copy->blocks[i];

      copy->n_agents += block->n_rows;
      copy->n_positions += count_positions (block);
      for (guint row = 0; row < block->n_rows; row++)
        copy->population += block->agents[row]->count;
    }
}

void
mis_world_take_blocks (MisWorld *copy, GPtrArray *blocks)
{
  gsize n_blocks = blocks->len;

  clear_blocks (copy);
  copy->blocks = (MisBlock **) g_ptr_array_steal (blocks, NULL);
  g_ptr_array_unref (blocks);
  copy->n_blocks = (guint) n_blocks;
  mis_world_count_rows (copy);
}

void
mis_world_remove_areas (MisWorld *copy, const gboolean *removed)
{
  GPtrArray *blocks = g_ptr_array_new ();
  MisArea **areas = g_new (MisArea *, copy->n_areas);
  guint n_areas = 0;

  for (guint i = 0; i < copy->n_areas; i++)
    if (!removed[i])
      areas[n_areas++] = mis_area_ref (copy->areas[i]);
  for (guint i = 0; i < copy->n_blocks; i++)
    g_ptr_array_add (blocks, mis_block_without_columns (copy->blocks[i], removed));
  mis_world_take_areas (copy, areas, n_areas);
  mis_world_take_blocks (copy, blocks);
}

void
mis_world_remove_rows (MisWorld *copy, const gboolean *removed)
{
  MisBlockWriter writer;
  guint first = 0;

  while (first < copy->n_agents && !removed[first])
    first++;
  mis_block_writer_init (&writer, copy->n_areas);
  for (guint i = 0; i < copy->n_blocks; i++)
    if ((i + 1) * MIS_BLOCK_ROWS <= first)
      mis_block_writer_add_block (&writer, copy->blocks[i]);
    else
      mis_block_writer_copy_rows (&writer, copy->blocks[i], 0, copy->blocks[i]->n_rows,
                                  &removed[i * MIS_BLOCK_ROWS]);
  mis_world_take_blocks (copy, mis_block_writer_end (&writer));
}

void
mis_world_take_area (MisWorld *copy, guint area, MisArea *value)
{
  mis_area_unref (copy->areas[area]);
  copy->areas[area] = value;
}

void
mis_world_take_areas (MisWorld *copy, MisArea **areas, guint n_areas)
{
  clear_areas (copy);
  copy->areas = areas;
  copy->n_areas = n_areas;
}

void
mis_world_take_scenarios (MisWorld *copy, MisScenario **scenarios, guint n_scenarios)
{
  clear_scenarios (copy);
  copy->scenarios = scenarios;
  copy->n_scenarios = n_scenarios;
}

void
mis_world_take_experiments (MisWorld *copy, MisExperiment **experiments, guint n_experiments)
{
  clear_experiments (copy);
  copy->experiments = experiments;
  copy->n_experiments = n_experiments;
}

guint64
mis_area_count_goal_pairs (const MisArea *area)
{
  guint64 k = mis_area_get_n_goals (area);

  return k < 2 ? 0 : k * (k - 1) / 2;
}

static gboolean
check_limit (guint64 found, guint64 limit, const char *what, GError **error)
{
  if (found <= limit)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT,
               "found %" G_GUINT64_FORMAT " %s, expected at most %" G_GUINT64_FORMAT, found, what,
               limit);
  return FALSE;
}

gboolean
mis_world_check_limits (guint n_areas,
                        guint64 n_goal_pairs,
                        guint n_agents,
                        guint64 population,
                        guint64 n_positions,
                        GError **error)
{
  return check_limit (n_areas, MIS_MAX_AREAS, "areas", error)
         && check_limit (n_goal_pairs, MIS_MAX_GOAL_PAIRS, "pairs of goals in all areas", error)
         && check_limit (n_agents, MIS_MAX_AGENTS, "rows of agents", error)
         && check_limit (population, MIS_MAX_POPULATION, "agents in all", error)
         && check_limit (n_positions, MIS_MAX_POSITIONS, "positions in all", error);
}
