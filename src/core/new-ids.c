#include "core/new-ids.h"

#include "core/error.h"
#include "core/text.h"
#include "core/world-private.h"

static gboolean
is_area_taken (const char *id, gpointer user_data)
{
  return mis_world_find_area (user_data, id) >= 0;
}

static gboolean
is_scenario_taken (const char *id, gpointer user_data)
{
  return mis_world_find_scenario (user_data, id) >= 0;
}

static gboolean
is_goal_taken (const char *id, gpointer user_data)
{
  return mis_area_find_goal (user_data, id) >= 0;
}

char *
mis_world_new_agent_id (const MisWorld *world, const char *name)
{
  MisRowIds ids;
  char *id;

  mis_row_ids_init (&ids, world);
  id = mis_row_ids_make (&ids, name);
  mis_row_ids_clear (&ids);
  return id;
}

char *
mis_world_new_area_id (const MisWorld *world, const char *name)
{
  return mis_id_from_name (name, "area", is_area_taken, (gpointer) world);
}

char *
mis_world_new_scenario_id (const MisWorld *world, const char *name)
{
  return mis_id_from_name (name, "scenario", is_scenario_taken, (gpointer) world);
}

char *
mis_area_new_goal_id (const MisArea *area, const char *name)
{
  return mis_id_from_name (name, "goal", is_goal_taken, (gpointer) area);
}

static void
take_added (MisRowIds *ids, const MisScenario *scenario)
{
  for (guint i = 0; i < scenario->n_changes; i++)
    if (scenario->changes[i].kind == MIS_CHANGE_ADD_AGENT)
      g_hash_table_add (ids->taken, g_strdup (scenario->changes[i].agent->id));
}

void
mis_row_ids_init (MisRowIds *ids, const MisWorld *world)
{
  ids->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ids->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < world->n_agents; i++)
    g_hash_table_add (ids->taken, g_strdup (mis_world_get_agent (world, i)->id));
  for (guint i = 0; i < world->n_scenarios; i++)
    take_added (ids, world->scenarios[i]);
}

void
mis_row_ids_clear (MisRowIds *ids)
{
  g_clear_pointer (&ids->taken, g_hash_table_unref);
  g_clear_pointer (&ids->numbers, g_hash_table_unref);
}

char *
mis_row_ids_make (MisRowIds *ids, const char *name)
{
  g_autofree char *folded = mis_id_fold_name (name);
  gboolean has_name = folded[0] != '\0';
  g_autofree char *stem = g_strdup (has_name ? folded : "agent");
  guint number =
      MAX (GPOINTER_TO_UINT (g_hash_table_lookup (ids->numbers, stem)), has_name ? 2u : 1u);
  char *id = has_name ? g_strdup (stem) : mis_id_with_number (stem, number++);

  while (!g_hash_table_add (ids->taken, g_strdup (id)))
    {
      g_free (id);
      id = mis_id_with_number (stem, number++);
    }
  g_hash_table_insert (ids->numbers, g_steal_pointer (&stem), GUINT_TO_POINTER (number));
  return id;
}

gboolean
mis_row_ids_take (MisRowIds *ids, const char *id, GError **error)
{
  if (g_hash_table_add (ids->taken, g_strdup (id)))
    return TRUE;
  g_set_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE,
               "found the id \"%s\" a second time, expected one of its own", id);
  return FALSE;
}
