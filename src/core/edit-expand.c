/* A group becomes rows of one agent. */
#include "core/edit-rows.h"

#include <glib/gi18n-lib.h>

#include "core/limits.h"
#include "core/new-ids.h"
#include "core/row-draft.h"
#include "core/text.h"

/* (transfer full): "NAME NUMBER", shortened to what a name may be; what has no name gets none. */
static char *
number_name (const char *name, guint number)
{
  g_autofree char *words = NULL;
  g_autofree char *kept = NULL;
  glong room;

  if (name[0] == '\0')
    return g_strdup ("");
  /* Translators: the name of one of several rows that were one group: its name and a number. */
  words = g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "%s %u"), "", number);
  room = (glong)MIS_MAX_NAME_LENGTH - g_utf8_strlen (words, -1);
  kept = g_utf8_substring (name, 0, MIN (room, g_utf8_strlen (name, -1)));
  return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "%s %u"), kept, number);
}

static guint
count_positions (const MisWorld *world, guint agent)
{
  guint n = 0;

  for (guint i = 0; i < world->n_areas; i++)
    n += mis_world_get_position (world, agent, i).goal != MIS_UNKNOWN ? 1 : 0;
  return n;
}

static guint64
count_changes (const MisWorld *world, const char *agent_id, guint64 n_rows)
{
  guint64 n = 0;

  for (guint i = 0; i < world->n_scenarios; i++)
    {
      const MisScenario *scenario = world->scenarios[i];

      for (guint j = 0; j < scenario->n_changes; j++)
        n += g_strcmp0 (scenario->changes[j].agent_id, agent_id) == 0 ? n_rows : 1;
    }
  return n;
}

/* Before anything of that size is allocated. */
static gboolean
check_room (const MisWorld *world, guint agent, GError **error)
{
  const MisAgent *old = mis_world_get_agent (world, agent);
  guint64 n_more = old->count - 1;
  guint64 n_changes;

  if (!mis_world_check_limits (0, 0, (guint) MIN (world->n_agents + n_more, G_MAXUINT), 0,
                               world->n_positions + n_more * count_positions (world, agent), error))
    return FALSE;
  n_changes = count_changes (world, old->id, old->count);
  return mis_scenarios_check_limits (world->n_scenarios, (guint) MIN (n_changes, G_MAXUINT), error);
}

/* The row and those behind it count one each; (transfer full): the ids of those behind it. */
static char **
name_rows (MisWorld *copy, guint agent, guint n_rows, const MisWorld *world)
{
  MisAgent *old = mis_world_get_agent (world, agent);
  char **names = g_new0 (char *, n_rows);
  MisRowIds ids;

  mis_row_ids_init (&ids, world);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = i == 0 ? g_strdup (old->name) : number_name (old->name, i + 1);
      g_autofree char *id = i == 0 ? g_strdup (old->id) : mis_row_ids_make (&ids, name);
      g_autoptr (MisAgent) one =
          mis_agent_new (id, name, old->kind, old->principal, 1, old->note, NULL);
      guint row = agent + i;

      mis_block_set_agent (mis_world_own_block (copy, row / MIS_BLOCK_ROWS), row % MIS_BLOCK_ROWS,
                           one);
      if (i > 0)
        names[i - 1] = g_steal_pointer (&id);
    }
  mis_row_ids_clear (&ids);
  return names;
}

static void
expand_in_scenarios (MisWorld *copy, const char *agent_id, char *const *ids, guint n_ids)
{
  for (guint i = 0; i < copy->n_scenarios; i++)
    {
      MisScenario *old = copy->scenarios[i];

      copy->scenarios[i] = mis_scenario_with_group_expanded (old, agent_id, ids, n_ids);
      mis_scenario_unref (old);
    }
}

MisWorld *
mis_world_with_group_expanded (MisWorld *world, guint agent, GError **error)
{
  MisAgent *old = mis_world_get_agent (world, agent);
  g_autoptr (MisWorld) copy = NULL;
  g_autofree guint *order = NULL;
  g_auto (GStrv) ids = NULL;
  guint n, n_rows;

  if (old->count < 2)
    return mis_world_ref (world);
  if (!check_room (world, agent, error))
    return NULL;
  n_rows = (guint) old->count;
  n = world->n_agents + n_rows - 1;
  order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    order[i] = i <= agent ? i : i < agent + n_rows ? agent : i - n_rows + 1;
  copy = mis_world_copy (world);
  mis_world_take_rows (copy, order, n);
  ids = name_rows (copy, agent, n_rows, world);
  expand_in_scenarios (copy, old->id, ids, n_rows - 1);
  mis_world_count_rows (copy);
  return mis_world_check_growth (copy, world, error) ? g_steal_pointer (&copy) : NULL;
}
