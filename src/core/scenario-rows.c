/* What becomes of a scenario when rows that it may name go, become one, or become many. */
#include "core/scenario.h"

#include <string.h>

static MisScenario *
with_changes (const MisScenario *scenario, GArray *changes)
{
  guint n_changes = changes->len;
  MisScenario *made =
      mis_scenario_new (scenario->id, scenario->name, scenario->description,
                        (MisChange *) (gpointer) g_array_free (changes, FALSE), n_changes, NULL);

  g_assert (made != NULL);
  return made;
}

static gboolean
names_one_of (const MisChange *change, GHashTable *agent_ids)
{
  return change->agent_id != NULL && g_hash_table_contains (agent_ids, change->agent_id);
}

static gboolean
any_names_one_of (const MisScenario *scenario, GHashTable *agent_ids)
{
  for (guint i = 0; i < scenario->n_changes; i++)
    if (names_one_of (&scenario->changes[i], agent_ids))
      return TRUE;
  return FALSE;
}

MisScenario *
mis_scenario_without_agents (MisScenario *scenario, GHashTable *agent_ids)
{
  GArray *changes;

  if (!any_names_one_of (scenario, agent_ids))
    return mis_scenario_ref (scenario);
  changes = g_array_new (FALSE, FALSE, sizeof (MisChange));
  for (guint i = 0; i < scenario->n_changes; i++)
    if (!names_one_of (&scenario->changes[i], agent_ids))
      {
        MisChange copy = mis_change_copy (&scenario->changes[i]);

        g_array_append_val (changes, copy);
      }
  return with_changes (scenario, changes);
}

/* (transfer full): id of a group -> what the scenario adds to its count; values are owned. */
static GHashTable *
sum_counts (const MisScenario *scenario, GHashTable *heads)
{
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < scenario->n_changes; i++)
    {
      const MisChange *change = &scenario->changes[i];
      const char *head;
      guint64 *sum;

      if (change->kind != MIS_CHANGE_COUNT || !names_one_of (change, heads))
        continue;
      head = g_hash_table_lookup (heads, change->agent_id);
      sum = g_hash_table_lookup (sums, head);
      if (sum == NULL)
        {
          sum = g_new0 (guint64, 1);
          g_hash_table_insert (sums, (char *) head, sum);
        }
      *sum += change->count;
    }
  return sums;
}

MisScenario *
mis_scenario_with_groups (MisScenario *scenario, GHashTable *heads)
{
  g_autoptr (GHashTable) sums = NULL;
  GArray *changes;

  if (!any_names_one_of (scenario, heads))
    return mis_scenario_ref (scenario);
  sums = sum_counts (scenario, heads);
  changes = g_array_new (FALSE, FALSE, sizeof (MisChange));
  for (guint i = 0; i < scenario->n_changes; i++)
    {
      const MisChange *change = &scenario->changes[i];
      const guint64 *sum = NULL;
      MisChange copy;

      if (names_one_of (change, heads))
        continue;
      copy = mis_change_copy (change);
      if (change->kind == MIS_CHANGE_COUNT)
        sum = g_hash_table_lookup (sums, change->agent_id);
      copy.count += sum != NULL ? *sum : 0;
      g_array_append_val (changes, copy);
    }
  return with_changes (scenario, changes);
}

/* @change, once for each of @ids; @index counts them from 1, as 0 is the row that was there. */
static void
append_for (GArray *changes, const MisChange *change, const char *id, guint index, guint n_rows)
{
  MisChange copy = mis_change_copy (change);

  g_free (copy.agent_id);
  copy.agent_id = g_strdup (id);
  if (change->kind == MIS_CHANGE_COUNT)
    copy.count = change->count / n_rows + (index < change->count % n_rows ? 1 : 0);
  g_array_append_val (changes, copy);
}

MisScenario *
mis_scenario_with_group_expanded (MisScenario *scenario,
                                  const char *agent_id,
                                  char *const *ids,
                                  guint n_ids)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (MisChange));
  gboolean named = FALSE;

  for (guint i = 0; i < scenario->n_changes; i++)
    {
      const MisChange *change = &scenario->changes[i];
      MisChange copy;

      if (g_strcmp0 (change->agent_id, agent_id) != 0)
        {
          copy = mis_change_copy (change);
          g_array_append_val (changes, copy);
          continue;
        }
      named = TRUE;
      append_for (changes, change, agent_id, 0, n_ids + 1);
      for (guint j = 0; j < n_ids; j++)
        append_for (changes, change, ids[j], j + 1, n_ids + 1);
    }
  if (named)
    return with_changes (scenario, changes);
  for (guint i = 0; i < changes->len; i++)
    mis_change_clear (&g_array_index (changes, MisChange, i));
  g_array_unref (changes);
  return mis_scenario_ref (scenario);
}
