#include "document/agent-base.h"

#include <string.h>

struct _MisAgentBase
{
  MisWorld *world;
  GHashTable *rows; /* id -> row + 1, made when it is needed first; the ids are the world's */
};

MisWorld *
mis_document_get_compared (MisDocument *document, gboolean *resets)
{
  *resets = mis_document_get_scenario (document) != NULL;
  return *resets ? mis_document_get_project (document) : NULL;
}

MisAgentBase *
mis_agent_base_new (MisWorld *world)
{
  MisAgentBase *self = g_new0 (MisAgentBase, 1);

  self->world = mis_world_ref (world);
  return self;
}

void
mis_agent_base_free (MisAgentBase *self)
{
  g_clear_pointer (&self->rows, g_hash_table_unref);
  mis_world_unref (self->world);
  g_free (self);
}

MisWorld *
mis_agent_base_get_world (MisAgentBase *self)
{
  return self->world;
}

static void
index_rows (MisAgentBase *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < mis_world_get_n_agents (self->world); i++)
    g_hash_table_insert (self->rows, mis_world_get_agent (self->world, i)->id,
                         GUINT_TO_POINTER (i + 1));
}

int
mis_agent_base_find_row (MisAgentBase *self, const MisWorld *shown, guint row)
{
  const char *id = mis_world_get_agent (shown, row)->id;

  if (row < mis_world_get_n_agents (self->world) &&
      strcmp (mis_world_get_agent (self->world, row)->id, id) == 0)
    return (int)row;
  if (self->rows == NULL)
    index_rows (self);
  return (int)GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, id)) - 1;
}

int
mis_agent_base_find_area (const MisAgentBase *self, const MisWorld *shown, guint area)
{
  const char *id = mis_area_get_id (mis_world_get_area (shown, area));

  if (area < mis_world_get_n_areas (self->world) &&
      strcmp (mis_area_get_id (mis_world_get_area (self->world, area)), id) == 0)
    return (int)area;
  return mis_world_find_area (self->world, id);
}

MisPosition
mis_agent_base_get_position (MisAgentBase *self, const MisWorld *shown, guint row, guint area)
{
  int base_row = mis_agent_base_find_row (self, shown, row);
  int base_area = mis_agent_base_find_area (self, shown, area);
  MisPosition position;
  const MisArea *from;
  int goal;

  if (base_row < 0 || base_area < 0)
    return MIS_POSITION_UNKNOWN;
  position = mis_world_get_position (self->world, (guint)base_row, (guint)base_area);
  if (position.goal < 0)
    return position;
  from = mis_world_get_area (self->world, (guint)base_area);
  goal = mis_area_find_goal (mis_world_get_area (shown, area),
                             mis_area_get_goal (from, (guint)position.goal)->id);
  if (goal < 0)
    return MIS_POSITION_UNKNOWN;
  position.goal = goal;
  return position;
}
