/* Rows that move, go or are copied, many at once. */
#include "core/edit-rows.h"

#include "core/new-ids.h"
#include "core/row-draft.h"
#include "core/text.h"

/* (transfer full) (array length=n_agents): which rows are in the set. */
static gboolean *
mark_rows (const MisWorld *world, const guint *rows, guint n_rows, guint *n_marked)
{
  gboolean *marks = g_new0 (gboolean, world->n_agents);

  *n_marked = 0;
  for (guint i = 0; i < n_rows; i++)
    {
      g_assert (rows[i] < world->n_agents);
      *n_marked += marks[rows[i]] ? 0 : 1;
      marks[rows[i]] = TRUE;
    }
  return marks;
}

static gboolean
is_in_order (const guint *order, guint n)
{
  for (guint i = 0; i < n; i++)
    if (order[i] != i)
      return FALSE;
  return TRUE;
}

MisWorld *
mis_world_with_rows_moved (MisWorld *world, const guint *rows, guint n_rows, guint to)
{
  guint n = world->n_agents;
  guint n_marked;
  g_autofree gboolean *marks = mark_rows (world, rows, n_rows, &n_marked);
  g_autofree guint *order = g_new (guint, n);
  guint next_marked = to;
  guint next = 0;
  MisWorld *copy;

  g_return_val_if_fail (to <= n - n_marked, NULL);

  for (guint i = 0; i < n; i++)
    if (marks[i])
      order[next_marked++] = i;
    else
      {
        next += next == to ? n_marked : 0;
        order[next++] = i;
      }
  if (is_in_order (order, n))
    return mis_world_ref (world);
  copy = mis_world_copy (world);
  mis_world_take_rows (copy, order, n);
  return copy;
}

MisWorld *
mis_world_with_rows_removed (MisWorld *world, const guint *rows, guint n_rows)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_marked;
  g_autofree gboolean *marks = mark_rows (world, rows, n_rows, &n_marked);
  MisWorld *copy;

  if (n_marked == 0)
    return mis_world_ref (world);
  for (guint i = 0; i < world->n_agents; i++)
    if (marks[i])
      g_hash_table_add (ids, mis_world_get_agent (world, i)->id);
  copy = mis_world_copy (world);
  mis_world_remove_rows (copy, marks);
  for (guint i = 0; i < copy->n_scenarios; i++)
    {
      MisScenario *old = copy->scenarios[i];

      copy->scenarios[i] = mis_scenario_without_agents (old, ids);
      mis_scenario_unref (old);
    }
  return copy;
}

/* Gives the rows that are the second of two alike ids and names of their own. */
static void
name_copies (MisWorld *copy, const guint *order, const MisWorld *world)
{
  MisRowIds ids;

  mis_row_ids_init (&ids, world);
  for (guint i = 1; i < copy->n_agents; i++)
    if (order[i] == order[i - 1])
      {
        const MisAgent *old = mis_world_get_agent (world, order[i]);
        g_autofree char *name = mis_name_of_copy (old->name);
        g_autofree char *id = mis_row_ids_make (&ids, name);
        g_autoptr (MisAgent) agent =
            mis_agent_new (id, name, old->kind, old->principal, old->count, old->note, NULL);

        mis_block_set_agent (mis_world_own_block (copy, i / MIS_BLOCK_ROWS), i % MIS_BLOCK_ROWS,
                             agent);
      }
  mis_row_ids_clear (&ids);
}

MisWorld *
mis_world_with_rows_copied (MisWorld *world, const guint *rows, guint n_rows, GError **error)
{
  guint n_marked;
  g_autofree gboolean *marks = mark_rows (world, rows, n_rows, &n_marked);
  g_autofree guint *order = g_new (guint, world->n_agents + n_marked);
  g_autoptr (MisWorld) copy = NULL;
  guint n = 0;

  if (n_marked == 0)
    return mis_world_ref (world);
  if (!mis_world_check_limits (0, 0, world->n_agents + n_marked, 0, 0, error))
    return NULL;
  for (guint i = 0; i < world->n_agents; i++)
    {
      order[n++] = i;
      if (marks[i])
        order[n++] = i;
    }
  copy = mis_world_copy (world);
  mis_world_take_rows (copy, order, n);
  name_copies (copy, order, world);
  return mis_world_check_growth (copy, world, error) ? g_steal_pointer (&copy) : NULL;
}
