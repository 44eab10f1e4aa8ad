/* What many rows and cells say, in one pass. */
#include "core/edit-rows.h"
#include "core/new-ids.h"
#include "core/number.h"
#include "core/row-draft.h"
#include "core/text.h"

/* One value for all */

MisWorld *
mis_world_with_rows_kind (MisWorld *world, const guint *rows, guint n_rows, MisKind kind)
{
  MisRowDraft draft;

  mis_row_draft_init (&draft, world);
  for (guint i = 0; i < n_rows; i++)
    {
      const MisAgent *old = mis_world_get_agent (world, rows[i]);
      g_autoptr (MisAgent) agent =
          mis_agent_new (old->id, old->name, kind, old->principal, old->count, old->note, NULL);

      mis_row_draft_set_agent (&draft, rows[i], agent);
    }
  return mis_row_draft_end (&draft, NULL);
}

MisWorld *
mis_world_with_rows_principal (
    MisWorld *world, const guint *rows, guint n_rows, const char *principal, GError **error)
{
  MisRowDraft draft;

  if (!mis_check_name (principal, error))
    return NULL;
  mis_row_draft_init (&draft, world);
  for (guint i = 0; i < n_rows; i++)
    {
      const MisAgent *old = mis_world_get_agent (world, rows[i]);
      g_autoptr (MisAgent) agent =
          mis_agent_new (old->id, old->name, old->kind, principal, old->count, old->note, NULL);

      mis_row_draft_set_agent (&draft, rows[i], agent);
    }
  return mis_row_draft_end (&draft, error);
}

MisWorld *
mis_world_with_rows_count (
    MisWorld *world, const guint *rows, guint n_rows, guint64 count, GError **error)
{
  MisRowDraft draft;

  if (!mis_check_count (count, error))
    return NULL;
  mis_row_draft_init (&draft, world);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (MisAgent) agent =
          mis_agent_with_count (mis_world_get_agent (world, rows[i]), count);

      mis_row_draft_set_agent (&draft, rows[i], agent);
    }
  return mis_row_draft_end (&draft, error);
}

MisWorld *
mis_world_with_rows_goal (
    MisWorld *world, const guint *rows, guint n_rows, guint area, int goal, GError **error)
{
  const MisPosition wanted = mis_position (goal, 1.0);
  MisRowDraft draft;

  if (!mis_position_check (&wanted, mis_world_get_area (world, area), error))
    return NULL;
  mis_row_draft_init (&draft, world);
  for (guint i = 0; i < n_rows; i++)
    {
      MisPosition position = mis_world_get_position (world, rows[i], area);

      if (goal == MIS_UNKNOWN)
        position = MIS_POSITION_UNKNOWN;
      else if (position.goal == MIS_UNKNOWN)
        position = wanted;
      else
        position.goal = goal;
      mis_row_draft_set_position (&draft, rows[i], area, &position);
    }
  return mis_row_draft_end (&draft, error);
}

MisWorld *
mis_world_with_rows_weight (
    MisWorld *world, const guint *rows, guint n_rows, guint area, double weight, GError **error)
{
  MisRowDraft draft;

  if (!mis_check_probability (weight, error))
    return NULL;
  mis_row_draft_init (&draft, world);
  for (guint i = 0; i < n_rows; i++)
    {
      MisPosition position = mis_world_get_position (world, rows[i], area);

      if (position.goal == MIS_UNKNOWN)
        continue;
      mis_position_set_weight (&position, weight);
      mis_row_draft_set_position (&draft, rows[i], area, &position);
    }
  return mis_row_draft_end (&draft, error);
}

/* Each its own value */

static guint
count_new_rows (const MisWorld *world, const MisRowEdit *rows, guint n_rows)
{
  guint n = 0;

  for (guint i = 0; i < n_rows; i++)
    n += rows[i].row >= world->n_agents ? 1 : 0;
  return n;
}

static gboolean
append_row (MisRowDraft *draft, const MisRowEdit *edit, MisRowIds *ids, GError **error)
{
  g_return_val_if_fail (edit->row == draft->world->n_agents, FALSE);

  if (!mis_row_ids_take (ids, edit->agent->id, error))
    return FALSE;
  mis_row_draft_append (draft, edit->agent);
  return TRUE;
}

static gboolean
set_row (MisRowDraft *draft, const MisRowEdit *edit)
{
  const MisAgent *old = mis_world_get_agent (draft->world, edit->row);

  g_return_val_if_fail (g_str_equal (old->id, edit->agent->id), FALSE);

  mis_row_draft_set_agent (draft, edit->row, edit->agent);
  return TRUE;
}

static gboolean
set_rows (MisRowDraft *draft, const MisRowEdit *rows, guint n_rows, GError **error)
{
  gboolean grows = count_new_rows (draft->base, rows, n_rows) > 0;
  gboolean valid = TRUE;
  MisRowIds ids = { NULL, NULL };

  if (grows)
    mis_row_ids_init (&ids, draft->base);
  for (guint i = 0; i < n_rows && valid; i++)
    {
      gboolean is_new = rows[i].row >= draft->world->n_agents;

      valid = is_new ? append_row (draft, &rows[i], &ids, error) : set_row (draft, &rows[i]);
      if (!valid)
        g_prefix_error (error, "rows[%u]: ", i);
    }
  mis_row_ids_clear (&ids);
  return valid;
}

static gboolean
set_cells (MisRowDraft *draft, const MisCellEdit *cells, guint n_cells, GError **error)
{
  for (guint i = 0; i < n_cells; i++)
    {
      const MisCellEdit *cell = &cells[i];

      g_return_val_if_fail (
          cell->row < draft->world->n_agents && cell->area < draft->world->n_areas, FALSE);
      if (!mis_position_check (&cell->position, draft->world->areas[cell->area], error))
        {
          g_prefix_error (error, "cells[%u]: ", i);
          return FALSE;
        }
      mis_row_draft_set_position (draft, cell->row, cell->area, &cell->position);
    }
  return TRUE;
}

MisWorld *
mis_world_with_cells (MisWorld *world,
                      const MisRowEdit *rows,
                      guint n_rows,
                      const MisCellEdit *cells,
                      guint n_cells,
                      GError **error)
{
  MisRowDraft draft;

  if (!mis_world_check_limits (0, 0, world->n_agents + count_new_rows (world, rows, n_rows), 0, 0,
                               error))
    return NULL;
  mis_row_draft_init (&draft, world);
  if (set_rows (&draft, rows, n_rows, error) && set_cells (&draft, cells, n_cells, error))
    return mis_row_draft_end (&draft, error);
  mis_row_draft_clear (&draft);
  return NULL;
}
