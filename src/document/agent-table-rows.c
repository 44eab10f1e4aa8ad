/* Whole rows of an agent table: added, removed, copied, moved, merged and expanded. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/edit-rows.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "core/local-number.h"
#include "core/new-ids.h"
#include "document/agent-table-private.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* What core says of limits is for files; this is for people. */
static void
set_limit_error (GError **error)
{
  g_autofree char *rows = mis_count_text (MIS_MAX_AGENTS);
  g_autofree char *agents = mis_count_text (MIS_MAX_POPULATION);
  g_autofree char *goals = mis_count_text (MIS_MAX_POSITIONS);

  g_set_error (error, MIS_ERROR, MIS_ERROR_LIMIT,
               TEXT ("There is no room for that: a project has at most %s groups, %s agents in "
                     "them, and %s goals of groups."),
               rows, agents, goals);
}

/* (transfer full) (array length=n_rows): their numbers in the world. */
static guint *
get_agents (MisAgentTable *self, const guint *rows, guint n_rows)
{
  guint *agents = g_new (guint, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    agents[i] = mis_agent_table_get_agent (self, rows[i]);
  return agents;
}

static const char *
get_name (MisAgentTable *self, guint row)
{
  return mis_world_get_agent (self->world, mis_agent_table_get_agent (self, row))->name;
}

/* @edited: (nullable) (transfer full); %NULL is a limit. */
static gboolean
take_world (MisAgentTable *self, MisWorld *edited, const char *step, GError **error)
{
  if (edited == NULL)
    {
      set_limit_error (error);
      return FALSE;
    }
  mis_document_edit_apart (self->document, edited, step);
  mis_world_unref (edited);
  return TRUE;
}

/* An id that neither a row that is shown has, nor one behind the scenario that is. */
static char *
dup_new_id (MisAgentTable *self, const char *name)
{
  MisRowIds ids;
  char *id;

  mis_row_ids_init (&ids, mis_document_get_project (self->document));
  for (guint i = 0; i < mis_world_get_n_agents (self->world); i++)
    mis_row_ids_take (&ids, mis_world_get_agent (self->world, i)->id, NULL);
  id = mis_row_ids_make (&ids, name);
  mis_row_ids_clear (&ids);
  return id;
}

int
mis_agent_table_add_row (MisAgentTable *self, int behind, GError **error)
{
  guint n, index;
  g_autofree char *name = NULL, *id = NULL, *step = NULL;
  g_autoptr (MisAgent) agent = NULL;

  g_return_val_if_fail (MIS_IS_AGENT_TABLE (self), -1);

  n = mis_world_get_n_agents (self->world);
  index = behind >= 0 ? mis_agent_table_get_agent (self, (guint)behind) + 1 : n;
  name = g_strdup_printf (TEXT ("Group %u"), n + 1);
  id = dup_new_id (self, name);
  agent = mis_agent_new (id, name, MIS_KIND_HUMAN, "", 1, "", NULL);
  step = g_strdup_printf (TEXT ("Add %s"), name);
  if (!take_world (self,
                   mis_world_with_agent_added (self->world, index, agent, NULL, NULL, 0, NULL),
                   step, error))
    return -1;
  return mis_agent_table_find_row (self, index);
}

void
mis_agent_table_remove_rows (MisAgentTable *self, const guint *rows, guint n_rows)
{
  g_autofree guint *agents = NULL;
  g_autofree char *step = NULL;

  g_return_if_fail (MIS_IS_AGENT_TABLE (self));

  if (n_rows == 0)
    return;
  agents = get_agents (self, rows, n_rows);
  step = n_rows == 1 ? g_strdup_printf (TEXT ("Remove %s"), get_name (self, rows[0]))
                     : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Remove %'u Group",
                                                     "Remove %'u Groups", n_rows),
                                        n_rows);
  take_world (self, mis_world_with_rows_removed (self->world, agents, n_rows), step, NULL);
}

gboolean
mis_agent_table_duplicate_rows (MisAgentTable *self,
                                const guint *rows,
                                guint n_rows,
                                GError **error)
{
  g_autofree guint *agents = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (MIS_IS_AGENT_TABLE (self), FALSE);

  if (n_rows == 0)
    return TRUE;
  agents = get_agents (self, rows, n_rows);
  step = n_rows == 1 ? g_strdup_printf (TEXT ("Duplicate %s"), get_name (self, rows[0]))
                     : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Duplicate %'u Group",
                                                     "Duplicate %'u Groups", n_rows),
                                        n_rows);
  return take_world (self, mis_world_with_rows_copied (self->world, agents, n_rows, NULL), step,
                     error);
}

/* Where row @to stands in the file; behind the last that is shown if it is the end. */
static guint
get_place (MisAgentTable *self, guint to)
{
  guint n = mis_cell_source_get_n_rows (MIS_CELL_SOURCE (self));

  if (to < n)
    return mis_agent_table_get_agent (self, to);
  return n > 0 ? mis_agent_table_get_agent (self, n - 1) + 1 : 0;
}

gboolean
mis_agent_table_move_rows (MisAgentTable *self, const guint *rows, guint n_rows, guint to)
{
  guint place, n_before = 0;
  g_autofree guint *agents = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (MIS_IS_AGENT_TABLE (self), FALSE);

  if (self->sort != MIS_SORT_NONE)
    return FALSE;
  if (n_rows == 0)
    return TRUE;
  place = get_place (self, to);
  agents = get_agents (self, rows, n_rows);
  for (guint i = 0; i < n_rows; i++)
    n_before += agents[i] < place ? 1 : 0;
  step = n_rows == 1 ? g_strdup_printf (TEXT ("Move %s"), get_name (self, rows[0]))
                     : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %'u Group",
                                                     "Move %'u Groups", n_rows),
                                        n_rows);
  return take_world (
      self, mis_world_with_rows_moved (self->world, agents, n_rows, place - n_before), step, NULL);
}

gboolean
mis_agent_table_merge_rows (
    MisAgentTable *self, const guint *rows, guint n_rows, guint *n_merged, GError **error)
{
  g_autofree guint *agents = NULL;
  MisWorld *merged;

  g_return_val_if_fail (MIS_IS_AGENT_TABLE (self), FALSE);

  agents = get_agents (self, rows, n_rows);
  merged = mis_world_with_groups (self->world, agents, n_rows, n_merged, NULL);
  return take_world (self, merged, TEXT ("Merge Groups That Are Alike"), error);
}

gboolean
mis_agent_table_expand_row (MisAgentTable *self, guint row, GError **error)
{
  g_autofree char *step = NULL;

  g_return_val_if_fail (MIS_IS_AGENT_TABLE (self), FALSE);

  step = g_strdup_printf (TEXT ("Expand %s"), get_name (self, row));
  return take_world (
      self,
      mis_world_with_group_expanded (self->world, mis_agent_table_get_agent (self, row), NULL),
      step, error);
}
