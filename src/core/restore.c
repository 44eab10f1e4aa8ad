#include "core/restore.h"

#include <string.h>

#include "core/area-private.h"
#include "core/edit.h"
#include "core/row-draft.h"

gboolean
mis_world_has_same_shape (const MisWorld *a, const MisWorld *b)
{
  if (a->n_agents != b->n_agents || a->n_areas != b->n_areas)
    return FALSE;
  for (guint i = 0; i < a->n_areas; i++)
    if (a->areas[i] != b->areas[i] &&
        mis_area_get_n_goals (a->areas[i]) != mis_area_get_n_goals (b->areas[i]))
      return FALSE;
  return TRUE;
}

gboolean
mis_world_shares_numbers (const MisWorld *a, const MisWorld *b)
{
  if (a->n_blocks != b->n_blocks || a->n_areas != b->n_areas)
    return FALSE;
  for (guint i = 0; i < a->n_blocks; i++)
    if (a->blocks[i] != b->blocks[i])
      return FALSE;
  for (guint i = 0; i < a->n_areas; i++)
    if (a->areas[i] != b->areas[i])
      return FALSE;
  return TRUE;
}

static gboolean
column_has_same_goals (const MisBlockColumn *a, const MisBlockColumn *b)
{
  guint n = a != NULL ? a->n : 0;

  if (a == b)
    return TRUE;
  if (n != (b != NULL ? b->n : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (a->rows[i] != b->rows[i] || a->positions[i].goal != b->positions[i].goal)
      return FALSE;
  return TRUE;
}

static gboolean
block_has_same_layout (const MisBlock *a, const MisBlock *b)
{
  if (a == b)
    return TRUE;
  if (a->n_rows != b->n_rows)
    return FALSE;
  for (guint row = 0; row < a->n_rows; row++)
    if (a->agents[row] != b->agents[row] &&
        (strcmp (a->agents[row]->id, b->agents[row]->id) != 0 ||
         strcmp (a->agents[row]->name, b->agents[row]->name) != 0))
      return FALSE;
  for (guint column = 0; column < a->n_columns; column++)
    if (!column_has_same_goals (a->columns[column], b->columns[column]))
      return FALSE;
  return TRUE;
}

static gboolean
area_has_same_layout (const MisArea *a, const MisArea *b)
{
  return a == b || (strcmp (a->id, b->id) == 0 && strcmp (a->name, b->name) == 0 &&
                    mis_goal_list_equal (a->goals, b->goals));
}

gboolean
mis_world_has_same_layout (const MisWorld *a, const MisWorld *b)
{
  if (a->n_blocks != b->n_blocks || a->n_areas != b->n_areas || strcmp (a->title, b->title) != 0 ||
      strcmp (a->description, b->description) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_areas; i++)
    if (!area_has_same_layout (a->areas[i], b->areas[i]))
      return FALSE;
  for (guint i = 0; i < a->n_blocks; i++)
    if (!block_has_same_layout (a->blocks[i], b->blocks[i]))
      return FALSE;
  return TRUE;
}

static gboolean
block_has_same_counts (const MisBlock *a, const MisBlock *b)
{
  if (a == b)
    return TRUE;
  for (guint row = 0; row < a->n_rows; row++)
    if (a->agents[row] != b->agents[row] && a->agents[row]->count != b->agents[row]->count)
      return FALSE;
  return TRUE;
}

gboolean
mis_world_has_same_counts (const MisWorld *a, const MisWorld *b)
{
  g_return_val_if_fail (mis_world_has_same_shape (a, b), FALSE);

  if (a->population != b->population)
    return FALSE;
  for (guint i = 0; i < a->n_blocks; i++)
    if (!block_has_same_counts (a->blocks[i], b->blocks[i]))
      return FALSE;
  return TRUE;
}

gboolean
mis_world_has_same_positions (const MisWorld *a, const MisWorld *b)
{
  g_return_val_if_fail (mis_world_has_same_shape (a, b), FALSE);

  for (guint i = 0; i < a->n_blocks; i++)
    if (!mis_block_has_same_positions (a->blocks[i], b->blocks[i]))
      return FALSE;
  return TRUE;
}

gboolean
mis_world_has_same_conflicts (const MisWorld *a, const MisWorld *b)
{
  g_return_val_if_fail (mis_world_has_same_shape (a, b), FALSE);

  for (guint i = 0; i < a->n_areas; i++)
    if (a->areas[i] != b->areas[i] && !mis_area_has_same_conflicts (a->areas[i], b->areas[i]))
      return FALSE;
  return TRUE;
}

/* What @other could hold, @world can; but perhaps not its scenarios. */
MisWorld *
mis_world_with_counts_of (MisWorld *world, const MisWorld *other)
{
  g_autofree guint64 *counts = NULL;
  MisWorld *restored;

  g_return_val_if_fail (mis_world_has_same_shape (world, other), NULL);

  counts = g_new (guint64, other->n_agents);
  for (guint i = 0; i < other->n_agents; i++)
    counts[i] = mis_world_get_agent (other, i)->count;
  restored = mis_world_with_counts (world, counts, NULL);
  return restored != NULL ? restored : mis_world_ref (world);
}

MisWorld *
mis_world_with_positions_of (MisWorld *world, const MisWorld *other)
{
  g_autoptr (MisWorld) copy = NULL;

  if (mis_world_has_same_positions (world, other))
    return mis_world_ref (world);
  copy = mis_world_copy (world);
  for (guint i = 0; i < copy->n_blocks; i++)
    if (!mis_block_has_same_positions (copy->blocks[i], other->blocks[i]))
      mis_block_share_positions (mis_world_own_block (copy, i), other->blocks[i]);
  copy->n_positions = other->n_positions;
  return mis_world_ref (mis_world_check_growth (copy, world, NULL) ? copy : world);
}

MisWorld *
mis_world_with_conflicts_of (MisWorld *world, const MisWorld *other)
{
  MisWorld *copy;

  if (mis_world_has_same_conflicts (world, other))
    return mis_world_ref (world);
  copy = mis_world_copy (world);
  for (guint i = 0; i < copy->n_areas; i++)
    if (!mis_area_has_same_conflicts (copy->areas[i], other->areas[i]))
      mis_world_take_area (copy, i, mis_area_ref (other->areas[i]));
  return copy;
}
