/* What becomes of a scenario when areas change places: rows that it adds say their positions in the
 * order of the areas, as files do. */
#include "core/world-private.h"

static guint
get_place (const MisNamedPosition *position, GHashTable *places)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (places, position->area_id));
}

static gboolean
is_in_order (const MisChange *change, GHashTable *places)
{
  for (guint i = 1; i < change->n_positions; i++)
    if (get_place (&change->positions[i - 1], places) > get_place (&change->positions[i], places))
      return FALSE;
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer places)
{
  guint left = get_place (a, places);
  guint right = get_place (b, places);

  return (left > right) - (left < right);
}

MisScenario *
mis_scenario_with_areas_in_order (MisScenario *scenario, GHashTable *places)
{
  gboolean in_order = TRUE;
  MisScenario *sorted;

  for (guint i = 0; i < scenario->n_changes && in_order; i++)
    in_order = is_in_order (&scenario->changes[i], places);
  if (in_order)
    return mis_scenario_ref (scenario);
  /* A copy of the whole, to be put in order before anybody else sees it. */
  sorted = mis_scenario_with_texts (scenario, NULL, NULL, NULL, NULL);
  g_assert (sorted != NULL);
  for (guint i = 0; i < sorted->n_changes; i++)
    if (sorted->changes[i].n_positions > 1)
      g_qsort_with_data (sorted->changes[i].positions, (int) sorted->changes[i].n_positions,
                         sizeof (MisNamedPosition), compare_places, places);
  return sorted;
}

void
mis_world_order_scenarios (MisWorld *copy)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < copy->n_areas; i++)
    g_hash_table_insert (places, (gpointer) mis_area_get_id (copy->areas[i]),
                         GUINT_TO_POINTER (i));
  for (guint i = 0; i < copy->n_scenarios; i++)
    {
      MisScenario *old = copy->scenarios[i];

      copy->scenarios[i] = mis_scenario_with_areas_in_order (old, places);
      mis_scenario_unref (old);
    }
}
