#include "core/edit.h"

#include <string.h>

#include "core/error.h"
#include "core/limits.h"
#include "core/number.h"
#include "core/row-draft.h"
#include "core/text.h"
#include "core/world-private.h"

MisWorld *
mis_world_with_title (MisWorld *world, const char *title, GError **error)
{
  MisWorld *copy;

  if (strcmp (title, world->title) == 0)
    return mis_world_ref (world);
  if (!mis_check_name (title, error))
    return NULL;
  copy = mis_world_copy (world);
  g_free (copy->title);
  copy->title = g_strdup (title);
  return copy;
}

MisWorld *
mis_world_with_description (MisWorld *world, const char *description, GError **error)
{
  MisWorld *copy;

  if (strcmp (description, world->description) == 0)
    return mis_world_ref (world);
  if (!mis_check_text (description, error))
    return NULL;
  copy = mis_world_copy (world);
  g_free (copy->description);
  copy->description = g_strdup (description);
  return copy;
}

MisWorld *
mis_world_with_scoring (MisWorld *world, const MisScoring *scoring)
{
  MisWorld *copy;

  if (mis_scoring_equal (scoring, &world->scoring))
    return mis_world_ref (world);
  copy = mis_world_copy (world);
  copy->scoring = *scoring;
  return copy;
}

/* Takes @copy, which came of @world: %NULL if it, or a scenario of it, has become too large. */
static MisWorld *
within_limits (MisWorld *copy, const MisWorld *world, GError **error)
{
  if (mis_world_check_growth (copy, world, error))
    return copy;
  mis_world_unref (copy);
  return NULL;
}

static gboolean
check_population (const MisWorld *world, guint64 population, GError **error)
{
  return mis_world_check_limits (world->n_areas, 0, world->n_agents, population, 0, error);
}

MisWorld *
mis_world_with_agent (MisWorld *world, guint agent, MisAgent *meta, GError **error)
{
  MisAgent *old = mis_world_get_agent (world, agent);
  guint64 population = world->population - old->count + meta->count;
  MisWorld *copy;

  g_return_val_if_fail (strcmp (old->id, meta->id) == 0, NULL);

  if (mis_agent_equal (old, meta))
    return mis_world_ref (world);
  if (!check_population (world, population, error))
    return NULL;
  copy = mis_world_copy (world);
  mis_block_set_agent (mis_world_own_block (copy, agent / MIS_BLOCK_ROWS), agent % MIS_BLOCK_ROWS,
                       meta);
  copy->population = population;
  return within_limits (copy, world, error);
}

MisWorld *
mis_world_with_count (MisWorld *world, guint agent, guint64 count, GError **error)
{
  MisAgent *old = mis_world_get_agent (world, agent);
  g_autoptr (MisAgent) changed = NULL;

  if (old->count == count)
    return mis_world_ref (world);
  if (!mis_check_count (count, error))
    return NULL;
  changed = mis_agent_with_count (old, count);
  return mis_world_with_agent (world, agent, changed, error);
}

MisWorld *
mis_world_with_counts (MisWorld *world, const guint64 *counts, GError **error)
{
  MisWorld *copy;
  guint64 population = 0;
  gboolean changes = FALSE;

  for (guint i = 0; i < world->n_agents; i++)
    {
      if (!mis_check_count (counts[i], error))
        return NULL;
      population += counts[i];
      changes = changes || counts[i] != mis_world_get_agent (world, i)->count;
    }
  if (!changes)
    return mis_world_ref (world);
  if (!check_population (world, population, error))
    return NULL;

  copy = mis_world_copy (world);
  for (guint i = 0; i < copy->n_agents; i++)
    {
      MisAgent *old = mis_world_get_agent (copy, i);
      g_autoptr (MisAgent) changed = NULL;

      if (old->count == counts[i])
        continue;
      changed = mis_agent_with_count (old, counts[i]);
      mis_block_set_agent (mis_world_own_block (copy, i / MIS_BLOCK_ROWS), i % MIS_BLOCK_ROWS,
                           changed);
    }
  copy->population = population;
  return within_limits (copy, world, error);
}

MisWorld *
mis_world_with_position (MisWorld *world,
                         guint agent,
                         guint area,
                         const MisPosition *position,
                         GError **error)
{
  MisPosition old = mis_world_get_position (world, agent, area);
  guint n_positions = world->n_positions - (old.goal != MIS_UNKNOWN ? 1 : 0)
                      + (position->goal != MIS_UNKNOWN ? 1 : 0);
  MisWorld *copy;

  if (mis_position_equal (&old, position)
      || (old.goal == MIS_UNKNOWN && position->goal == MIS_UNKNOWN))
    return mis_world_ref (world);
  if (!mis_position_check (position, world->areas[area], error)
      || !mis_world_check_limits (0, 0, 0, 0, n_positions, error))
    return NULL;
  copy = mis_world_copy (world);
  mis_block_set_position (mis_world_own_block (copy, agent / MIS_BLOCK_ROWS),
                          agent % MIS_BLOCK_ROWS, area, position);
  copy->n_positions = n_positions;
  return within_limits (copy, world, error);
}

MisWorld *
mis_world_with_weight (MisWorld *world, guint agent, guint area, double weight, GError **error)
{
  MisPosition position = mis_world_get_position (world, agent, area);

  if (!mis_check_probability (weight, error))
    return NULL;
  if (position.goal == MIS_UNKNOWN)
    {
      g_set_error_literal (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
                           "found an unknown position, expected a goal or \"no goal\"");
      return NULL;
    }
  mis_position_set_weight (&position, weight);
  return mis_world_with_position (world, agent, area, &position, error);
}

static gboolean
same_goals (const MisArea *a, const MisArea *b)
{
  guint n = mis_area_get_n_goals (a);

  if (n != mis_area_get_n_goals (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strcmp (mis_area_get_goal (a, i)->id, mis_area_get_goal (b, i)->id) != 0)
      return FALSE;
  return TRUE;
}

static MisWorld *
with_area_taken (MisWorld *world, guint area, MisArea *value)
{
  MisWorld *copy;

  if (value == NULL)
    return NULL;
  if (mis_area_equal (value, world->areas[area]))
    {
      mis_area_unref (value);
      return mis_world_ref (world);
    }
  copy = mis_world_copy (world);
  mis_world_take_area (copy, area, value);
  return copy;
}

MisWorld *
mis_world_with_area (MisWorld *world, guint area, MisArea *value, GError **error)
{
  MisArea *old = mis_world_get_area (world, area);

  if (value == old)
    return mis_world_ref (world);
  if (strcmp (mis_area_get_id (value), mis_area_get_id (old)) != 0 || !same_goals (value, old))
    {
      g_set_error (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
                   "found other ids of area or goals, expected those of \"%s\"",
                   mis_area_get_id (old));
      return NULL;
    }
  return with_area_taken (world, area, mis_area_ref (value));
}

MisWorld *
mis_world_with_conflict (MisWorld *world, guint area, int g, int h, double value, GError **error)
{
  MisArea *old = mis_world_get_area (world, area);

  if (g != h && mis_area_get_conflict (old, g, h).value == value)
    return mis_world_ref (world);
  return with_area_taken (world, area, mis_area_with_conflict (old, g, h, value, error));
}

MisWorld *
mis_world_with_uniform_conflict (MisWorld *world, guint area, double value, GError **error)
{
  MisArea *old = mis_world_get_area (world, area);

  return with_area_taken (world, area, mis_area_with_uniform_conflict (old, value, error));
}

/* Copies rows first..last-1 of @world. */
static void
copy_rows (MisBlockWriter *writer, const MisWorld *world, guint first, guint last)
{
  while (first < last)
    {
      guint begin = first - first % MIS_BLOCK_ROWS;
      guint end = MIN (begin + MIS_BLOCK_ROWS, last);

      mis_block_writer_copy_rows (writer, world->blocks[first / MIS_BLOCK_ROWS], first - begin,
                                  end - begin, NULL);
      first = end;
    }
}

/* A writer that holds rows 0..n-1 of @world, sharing the blocks that they fill. */
static void
begin_rows (MisBlockWriter *writer, const MisWorld *world, guint n)
{
  guint n_shared = n / MIS_BLOCK_ROWS;

  mis_block_writer_init (writer, world->n_areas);
  for (guint i = 0; i < n_shared; i++)
    mis_block_writer_add_block (writer, world->blocks[i]);
  copy_rows (writer, world, n_shared * MIS_BLOCK_ROWS, n);
}

static gboolean
scenario_adds_agent (const MisScenario *scenario, const char *id)
{
  for (guint i = 0; i < scenario->n_changes; i++)
    if (scenario->changes[i].kind == MIS_CHANGE_ADD_AGENT
        && strcmp (scenario->changes[i].agent->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_new_agent_id (const MisWorld *world, const char *id, GError **error)
{
  gboolean taken = mis_world_find_agent (world, id) >= 0;

  for (guint i = 0; !taken && i < world->n_scenarios; i++)
    taken = scenario_adds_agent (world->scenarios[i], id);
  if (!taken)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE,
               "found the id \"%s\" a second time, expected one of its own", id);
  return FALSE;
}

MisWorld *
mis_world_with_agent_added (MisWorld *world,
                            guint index,
                            MisAgent *agent,
                            const guint *areas,
                            const MisPosition *positions,
                            guint n_positions,
                            GError **error)
{
  MisBlockWriter writer;
  MisWorld *copy;
  guint n_known = 0;

  g_return_val_if_fail (index <= world->n_agents, NULL);

  for (guint i = 0; i < n_positions; i++)
    n_known += positions[i].goal != MIS_UNKNOWN ? 1 : 0;

  if (!check_new_agent_id (world, agent->id, error)
      || !mis_world_check_limits (0, 0, world->n_agents + 1, world->population + agent->count,
                                  world->n_positions + n_known, error))
    return NULL;
  if (!mis_positions_check (areas, positions, n_positions, world->areas, world->n_areas, error))
    return NULL;

  begin_rows (&writer, world, index);
  mis_block_writer_add_row (&writer, agent);
  for (guint i = 0; i < n_positions; i++)
    mis_block_writer_add_position (&writer, areas[i], &positions[i]);
  copy_rows (&writer, world, index, world->n_agents);
  copy = mis_world_copy (world);
  mis_world_take_blocks (copy, mis_block_writer_end (&writer));
  return within_limits (copy, world, error);
}

/* Leaves out what scenarios say of an agent or an area that is gone. */
static void
clean_scenarios (MisWorld *copy, const char *agent_id, const char *area_id)
{
  for (guint i = 0; i < copy->n_scenarios; i++)
    {
      MisScenario *old = copy->scenarios[i];

      copy->scenarios[i] = mis_scenario_without (old, agent_id, area_id);
      mis_scenario_unref (old);
    }
}

MisWorld *
mis_world_with_agent_removed (MisWorld *world, guint agent, GError **error)
{
  MisBlockWriter writer;
  MisWorld *copy;

  g_return_val_if_fail (agent < world->n_agents, NULL);

  begin_rows (&writer, world, agent);
  copy_rows (&writer, world, agent + 1, world->n_agents);
  copy = mis_world_copy (world);
  mis_world_take_blocks (copy, mis_block_writer_end (&writer));
  clean_scenarios (copy, mis_world_get_agent (world, agent)->id, NULL);
  return copy;
}

static guint64
count_all_goal_pairs (const MisWorld *world)
{
  guint64 n = 0;

  for (guint i = 0; i < world->n_areas; i++)
    n += mis_area_count_goal_pairs (world->areas[i]);
  return n;
}

MisWorld *
mis_world_with_area_added (MisWorld *world, guint index, MisArea *area, GError **error)
{
  guint64 n_goal_pairs = count_all_goal_pairs (world) + mis_area_count_goal_pairs (area);
  GPtrArray *blocks;
  MisArea **areas;
  MisWorld *copy;

  g_return_val_if_fail (index <= world->n_areas, NULL);

  if (mis_world_find_area (world, mis_area_get_id (area)) >= 0)
    {
      g_set_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE,
                   "found the id \"%s\" a second time, expected one of its own",
                   mis_area_get_id (area));
      return NULL;
    }
  if (!mis_world_check_limits (world->n_areas + 1, n_goal_pairs, 0, 0, 0, error))
    return NULL;

  copy = mis_world_copy (world);
  areas = g_new (MisArea *, world->n_areas + 1);
  for (guint i = 0; i < world->n_areas; i++)
    areas[i < index ? i : i + 1] = mis_area_ref (world->areas[i]);
  areas[index] = mis_area_ref (area);
  mis_world_take_areas (copy, areas, world->n_areas + 1);

  blocks = g_ptr_array_new ();
  for (guint i = 0; i < world->n_blocks; i++)
    g_ptr_array_add (blocks, mis_block_with_column (world->blocks[i], index));
  mis_world_take_blocks (copy, blocks);
  return copy;
}

MisWorld *
mis_world_with_area_removed (MisWorld *world, guint area, GError **error)
{
  g_autofree gboolean *removed = g_new0 (gboolean, world->n_areas);
  MisWorld *copy;

  g_return_val_if_fail (area < world->n_areas, NULL);

  copy = mis_world_copy (world);
  removed[area] = TRUE;
  mis_world_remove_areas (copy, removed);
  clean_scenarios (copy, NULL, mis_area_get_id (world->areas[area]));
  return copy;
}
