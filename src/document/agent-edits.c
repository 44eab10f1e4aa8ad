#include "document/agent-edits.h"

#include "core/edit.h"

/* Up to so many edits of rows that are there are made one by one. */
#define FEW 16u

static void
clear_agent (MisAgentEdit *edit)
{
  mis_agent_unref (edit->agent);
}

void
mis_agent_edits_init (MisAgentEdits *edits)
{
  edits->agents = g_array_new (FALSE, FALSE, sizeof (MisAgentEdit));
  g_array_set_clear_func (edits->agents, (GDestroyNotify)clear_agent);
  edits->positions = g_array_new (FALSE, FALSE, sizeof (MisPositionEdit));
}

void
mis_agent_edits_clear (MisAgentEdits *edits)
{
  g_clear_pointer (&edits->agents, g_array_unref);
  g_clear_pointer (&edits->positions, g_array_unref);
}

void
mis_agent_edits_take_agent (MisAgentEdits *edits, guint row, MisAgent *agent)
{
  MisAgentEdit edit = { row, agent };

  g_array_append_val (edits->agents, edit);
}

void
mis_agent_edits_add_position (MisAgentEdits *edits,
                              guint row,
                              guint area,
                              const MisPosition *position)
{
  MisPositionEdit edit = { row, area, *position };

  g_array_append_val (edits->positions, edit);
}

/* Takes over @world; goes on from there, or %NULL. */
static MisWorld *
with_agent (MisWorld *world, const MisAgentEdit *edit, GError **error)
{
  MisWorld *changed = mis_world_with_agent (world, edit->row, edit->agent, error);

  mis_world_unref (world);
  return changed;
}

static MisWorld *
with_position (MisWorld *world, const MisPositionEdit *edit, GError **error)
{
  MisWorld *changed =
      mis_world_with_position (world, edit->row, edit->area, &edit->position, error);

  mis_world_unref (world);
  return changed;
}

static MisWorld *
apply_few (const MisAgentEdits *edits, MisWorld *world, GError **error)
{
  world = mis_world_ref (world);
  for (guint i = 0; i < edits->agents->len && world != NULL; i++)
    world = with_agent (world, &g_array_index (edits->agents, MisAgentEdit, i), error);
  for (guint i = 0; i < edits->positions->len && world != NULL; i++)
    world = with_position (world, &g_array_index (edits->positions, MisPositionEdit, i), error);
  return world;
}

/* How far the edits have been made, row by row. */
typedef struct
{
  const MisAgentEdits *edits;
  MisWorld *world;
  MisWorldBuilder *builder;
  guint next_agent;
  guint next_position;
  guint *areas;           /* n_areas */
  MisPosition *positions; /* n_areas */
} Pass;

static MisAgent *
get_row_agent (Pass *pass, guint row)
{
  const GArray *agents = pass->edits->agents;

  if (pass->next_agent < agents->len &&
      g_array_index (agents, MisAgentEdit, pass->next_agent).row == row)
    return g_array_index (agents, MisAgentEdit, pass->next_agent++).agent;
  return mis_world_get_agent (pass->world, row);
}

static gboolean
add_row (Pass *pass, guint row, GError **error)
{
  const GArray *edits = pass->edits->positions;
  guint n_areas = mis_world_get_n_areas (pass->world);
  gboolean is_old = row < mis_world_get_n_agents (pass->world);

  for (guint i = 0; i < n_areas; i++)
    {
      pass->areas[i] = i;
      pass->positions[i] =
          is_old ? mis_world_get_position (pass->world, row, i) : MIS_POSITION_UNKNOWN;
    }
  for (; pass->next_position < edits->len; pass->next_position++)
    {
      const MisPositionEdit *edit = &g_array_index (edits, MisPositionEdit, pass->next_position);

      if (edit->row != row)
        break;
      pass->positions[edit->area] = edit->position;
    }
  return mis_world_builder_add_agent (pass->builder, get_row_agent (pass, row), pass->areas,
                                      pass->positions, n_areas, error);
}

static gboolean
add_rest (Pass *pass, GError **error)
{
  MisWorld *world = pass->world;

  for (guint i = 0; i < mis_world_get_n_scenarios (world); i++)
    if (!mis_world_builder_add_scenario (pass->builder, mis_world_get_scenario (world, i), error))
      return FALSE;
  for (guint i = 0; i < mis_world_get_n_experiments (world); i++)
    if (!mis_world_builder_add_experiment (pass->builder, mis_world_get_experiment (world, i),
                                           error))
      return FALSE;
  return TRUE;
}

static gboolean
rebuild (Pass *pass, GError **error)
{
  MisWorld *world = pass->world;
  const GArray *agents = pass->edits->agents;
  guint n_rows = mis_world_get_n_agents (world);

  if (agents->len > 0)
    n_rows = MAX (n_rows, g_array_index (agents, MisAgentEdit, agents->len - 1).row + 1);
  if (!mis_world_builder_set_title (pass->builder, mis_world_get_title (world), error) ||
      !mis_world_builder_set_description (pass->builder, mis_world_get_description (world), error))
    return FALSE;
  mis_world_builder_set_scoring (pass->builder, mis_world_get_scoring (world));
  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    if (!mis_world_builder_add_area (pass->builder, mis_world_get_area (world, i), error))
      return FALSE;
  for (guint i = 0; i < n_rows; i++)
    if (!add_row (pass, i, error))
      return FALSE;
  return add_rest (pass, error);
}

static MisWorld *
apply_many (const MisAgentEdits *edits, MisWorld *world, GError **error)
{
  guint n_areas = mis_world_get_n_areas (world);
  g_autoptr (MisWorldBuilder) builder = mis_world_builder_new ();
  g_autofree guint *areas = g_new (guint, n_areas + 1);
  g_autofree MisPosition *positions = g_new (MisPosition, n_areas + 1);
  Pass pass = { edits, world, builder, 0, 0, areas, positions };

  if (!rebuild (&pass, error))
    return NULL;
  return mis_world_builder_end (g_steal_pointer (&builder));
}

static int
compare_agents (gconstpointer a, gconstpointer b)
{
  const MisAgentEdit *first = a, *second = b;

  return (first->row > second->row) - (first->row < second->row);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const MisPositionEdit *first = a, *second = b;

  return (first->row > second->row) - (first->row < second->row);
}

MisWorld *
mis_agent_edits_apply (MisAgentEdits *edits, MisWorld *world, GError **error)
{
  const GArray *agents = edits->agents;
  gboolean grows;

  g_array_sort (edits->agents, compare_agents);
  g_array_sort (edits->positions, compare_positions);
  grows = agents->len > 0 && g_array_index (agents, MisAgentEdit, agents->len - 1).row >=
                                 mis_world_get_n_agents (world);
  if (!grows && agents->len + edits->positions->len <= FEW)
    return apply_few (edits, world, error);
  return apply_many (edits, world, error);
}
