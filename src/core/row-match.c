#include "core/row-match.h"

#include <string.h>

#include "core/area-private.h"
#include "core/world-ids.h"

static gboolean
is_same_row (const MisAgent *a, const MisAgent *b)
{
  return a == b || strcmp (a->id, b->id) == 0;
}

/* Whether the rows of @block, as many as @other has at least, are those of @other. */
static gboolean
begins_alike (const MisBlock *block, const MisBlock *other)
{
  if (block == other)
    return TRUE;
  if (block->n_rows > other->n_rows)
    return FALSE;
  for (guint row = 0; row < block->n_rows; row++)
    if (!is_same_row (block->agents[row], other->agents[row]))
      return FALSE;
  return TRUE;
}

static gboolean
is_identity (const MisWorld *from, const MisWorld *to)
{
  if (from->n_blocks > to->n_blocks)
    return FALSE;
  for (guint i = 0; i < from->n_blocks; i++)
    if (!begins_alike (from->blocks[i], to->blocks[i]))
      return FALSE;
  return TRUE;
}

/* Rows that are there in both, in the same order: those of @from that are not next in @to are gone.
 * %FALSE if one of them turns up later in @to. */
static gboolean
match_in_order (const MisWorld *from, const MisWorld *to, guint *matches)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  guint next = 0;

  for (guint i = 0; i < from->n_agents; i++)
    {
      MisAgent *agent = mis_world_get_agent (from, i);

      if (next < to->n_agents && is_same_row (agent, mis_world_get_agent (to, next)))
        {
          matches[i] = next++;
          continue;
        }
      matches[i] = MIS_NO_MATCH;
      g_hash_table_add (gone, agent->id);
    }
  for (; next < to->n_agents; next++)
    if (g_hash_table_contains (gone, mis_world_get_agent (to, next)->id))
      return FALSE;
  return TRUE;
}

static void
match_by_id (const MisWorld *from, const MisWorld *to, guint *matches)
{
  MisWorldIds ids;

  mis_world_ids_init_all (&ids, to);
  for (guint i = 0; i < from->n_agents; i++)
    {
      int row = mis_world_ids_find_row (&ids, mis_world_get_agent (from, i)->id);

      matches[i] = row >= 0 ? (guint)row : MIS_NO_MATCH;
    }
  mis_world_ids_clear (&ids);
}

guint *
mis_rows_match (const MisWorld *from, const MisWorld *to)
{
  guint *matches;

  if (is_identity (from, to))
    return NULL;
  matches = g_new (guint, from->n_agents);
  if (!match_in_order (from, to, matches))
    match_by_id (from, to, matches);
  return matches;
}

guint *
mis_areas_match (const MisWorld *from, const MisWorld *to)
{
  guint *matches = g_new (guint, from->n_areas);

  for (guint i = 0; i < from->n_areas; i++)
    {
      MisArea *area = from->areas[i];
      int found =
          i < to->n_areas && (to->areas[i] == area || strcmp (to->areas[i]->id, area->id) == 0)
              ? (int)i
              : mis_world_find_area (to, area->id);

      matches[i] = found >= 0 ? (guint)found : MIS_NO_MATCH;
    }
  return matches;
}

gboolean
mis_matches_ascend (const guint *matches, guint n)
{
  guint last = 0;

  for (guint i = 0; matches != NULL && i < n; i++)
    {
      if (matches[i] == MIS_NO_MATCH)
        continue;
      if (matches[i] < last)
        return FALSE;
      last = matches[i];
    }
  return TRUE;
}

gboolean
mis_area_has_same_goals (const MisArea *a, const MisArea *b)
{
  guint n = mis_area_get_n_goals (a);

  if (a == b || a->goals == b->goals)
    return TRUE;
  if (n != mis_area_get_n_goals (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strcmp (mis_area_get_goal (a, i)->id, mis_area_get_goal (b, i)->id) != 0)
      return FALSE;
  return TRUE;
}
