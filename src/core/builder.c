/* The builder of worlds: parts are checked as they come, areas first, then rows, then scenarios. */
#include "core/error.h"
#include "core/text.h"
#include "core/world-ids.h"

struct _MisWorldBuilder
{
  MisWorld *world; /* areas and rows are put in when all are there, scenarios at the end */
  GPtrArray *areas;
  GPtrArray *scenarios;
  MisWorldIds ids;
  GPtrArray *experiments;
  GHashTable *scenario_ids; /* a set; the ids belong to the scenarios */
  GHashTable *experiment_ids;
  MisBlockWriter writer;
  gboolean has_writer;
  gboolean has_rows; /* all of them, and in the world */
  guint n_agents;
  guint64 population;
  guint64 n_positions;
  guint64 n_goal_pairs;
  guint n_changes;
  guint64 n_cells; /* of all experiments */
};

MisWorldBuilder *
mis_world_builder_new (void)
{
  MisWorldBuilder *builder = g_new0 (MisWorldBuilder, 1);

  builder->world = g_new0 (MisWorld, 1);
  builder->world->ref_count = 1;
  builder->world->title = g_strdup ("");
  builder->world->description = g_strdup ("");
  builder->areas = g_ptr_array_new ();
  builder->scenarios = g_ptr_array_new ();
  mis_world_ids_init (&builder->ids);
  builder->experiments = g_ptr_array_new ();
  builder->scenario_ids = g_hash_table_new (g_str_hash, g_str_equal);
  builder->experiment_ids = g_hash_table_new (g_str_hash, g_str_equal);
  return builder;
}

void
mis_world_builder_free (MisWorldBuilder *builder)
{
  mis_world_unref (mis_world_builder_end (builder));
}

gboolean
mis_world_builder_set_title (MisWorldBuilder *builder, const char *title, GError **error)
{
  if (!mis_check_name (title, error))
    return FALSE;
  g_free (builder->world->title);
  builder->world->title = g_strdup (title);
  return TRUE;
}

gboolean
mis_world_builder_set_description (MisWorldBuilder *builder,
                                   const char *description,
                                   GError **error)
{
  if (!mis_check_text (description, error))
    return FALSE;
  g_free (builder->world->description);
  builder->world->description = g_strdup (description);
  return TRUE;
}

void
mis_world_builder_set_scoring (MisWorldBuilder *builder, const MisScoring *scoring)
{
  builder->world->scoring = *scoring;
}

static gboolean
check_new_id (gboolean taken, const char *id, GError **error)
{
  if (!taken)
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE,
               "found the id \"%s\" a second time, expected one of its own", id);
  return FALSE;
}

gboolean
mis_world_builder_add_area (MisWorldBuilder *builder, MisArea *area, GError **error)
{
  guint64 n_goal_pairs = builder->n_goal_pairs + mis_area_count_goal_pairs (area);
  const char *id = mis_area_get_id (area);

  g_return_val_if_fail (!builder->has_writer, FALSE);

  if (!check_new_id (mis_world_ids_find_area (&builder->ids, id) >= 0, id, error)
      || !mis_world_check_limits (builder->areas->len + 1, n_goal_pairs, 0, 0, 0, error))
    return FALSE;
  mis_world_ids_add_area (&builder->ids, id, builder->areas->len);
  g_ptr_array_add (builder->areas, mis_area_ref (area));
  builder->n_goal_pairs = n_goal_pairs;
  return TRUE;
}

static void
ensure_writer (MisWorldBuilder *builder)
{
  if (!builder->has_writer)
    mis_block_writer_init (&builder->writer, builder->areas->len);
  builder->has_writer = TRUE;
}

gboolean
mis_world_builder_add_agent (MisWorldBuilder *builder,
                             MisAgent *agent,
                             const guint *areas,
                             const MisPosition *positions,
                             guint n_positions,
                             GError **error)
{
  guint64 population = builder->population + agent->count;
  guint64 n_known = builder->n_positions;

  g_return_val_if_fail (!builder->has_rows, FALSE);

  for (guint i = 0; i < n_positions; i++)
    n_known += positions[i].goal != MIS_UNKNOWN ? 1 : 0;
  if (!check_new_id (mis_world_ids_find_row (&builder->ids, agent->id) >= 0, agent->id, error)
      || !mis_positions_check (areas, positions, n_positions, (MisArea **) builder->areas->pdata,
                               builder->areas->len, error)
      || !mis_world_check_limits (0, 0, builder->n_agents + 1, population,
                                  n_known, error))
    return FALSE;

  ensure_writer (builder);
  mis_block_writer_add_row (&builder->writer, agent);
  for (guint i = 0; i < n_positions; i++)
    mis_block_writer_add_position (&builder->writer, areas[i], &positions[i]);
  mis_world_ids_add_row (&builder->ids, agent->id, builder->n_agents);
  builder->n_agents++;
  builder->population = population;
  builder->n_positions = n_known;
  return TRUE;
}

static void
end_rows (MisWorldBuilder *builder)
{
  guint n_areas;

  if (builder->has_rows)
    return;
  ensure_writer (builder);
  n_areas = builder->areas->len;
  builder->has_rows = TRUE;
  mis_world_take_areas (builder->world,
                        (MisArea **) g_ptr_array_free (g_steal_pointer (&builder->areas), FALSE),
                        n_areas);
  mis_world_take_blocks (builder->world, mis_block_writer_end (&builder->writer));
}

gboolean
mis_world_builder_add_scenario (MisWorldBuilder *builder, MisScenario *scenario, GError **error)
{
  guint n_changes = builder->n_changes + scenario->n_changes;
  guint change;

  end_rows (builder);
  if (!check_new_id (g_hash_table_contains (builder->scenario_ids, scenario->id), scenario->id,
                     error))
    return FALSE;
  if (!mis_scenarios_check_limits (builder->scenarios->len + 1, n_changes, error))
    return FALSE;
  if (!mis_scenario_check (scenario, builder->world, &builder->ids, &change, error))
    {
      g_prefix_error (error, "changes[%u]: ", change);
      return FALSE;
    }
  g_ptr_array_add (builder->scenarios, mis_scenario_ref (scenario));
  g_hash_table_add (builder->scenario_ids, scenario->id);
  builder->n_changes = n_changes;
  return TRUE;
}

gboolean
mis_world_builder_add_experiment (MisWorldBuilder *builder,
                                  MisExperiment *experiment,
                                  GError **error)
{
  guint64 n_cells = builder->n_cells + mis_experiment_get_n_cells (experiment);

  if (!check_new_id (g_hash_table_contains (builder->experiment_ids, experiment->id),
                     experiment->id, error))
    return FALSE;
  if (!mis_experiments_check_limits (builder->experiments->len + 1, n_cells, error))
    return FALSE;
  g_ptr_array_add (builder->experiments, mis_experiment_ref (experiment));
  g_hash_table_add (builder->experiment_ids, experiment->id);
  builder->n_cells = n_cells;
  return TRUE;
}

MisWorld *
mis_world_builder_end (MisWorldBuilder *builder)
{
  MisWorld *world = builder->world;
  guint n_scenarios = builder->scenarios->len;
  guint n_experiments = builder->experiments->len;

  end_rows (builder);
  mis_world_take_scenarios (world, (MisScenario **) g_ptr_array_free (builder->scenarios, FALSE),
                            n_scenarios);
  mis_world_take_experiments (
    world, (MisExperiment **) g_ptr_array_free (builder->experiments, FALSE), n_experiments);
  mis_world_ids_clear (&builder->ids);
  g_hash_table_unref (builder->scenario_ids);
  g_hash_table_unref (builder->experiment_ids);
  g_free (builder);
  return world;
}
