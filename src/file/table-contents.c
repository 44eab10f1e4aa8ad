#include "file/table-contents.h"

#include "core/row-reader.h"

static void
contents_free (gpointer data)
{
  MisAreaContents *contents = data;

  g_free (contents->n_holders);
  g_free (contents->agents);
  g_free (contents);
}

static void
add_position (MisAreaContents *contents, int goal, guint64 count)
{
  if (goal == MIS_NO_GOAL)
    {
      contents->n_none++;
      contents->n_agents_none += count;
      return;
    }
  contents->n_rows++;
  contents->n_agents += count;
  contents->agents[goal] += count;
  contents->n_held += contents->n_holders[goal]++ == 0 ? 1 : 0;
}

GPtrArray *
mis_area_contents_list (const MisWorld *world)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (contents_free);
  MisRowReader rows;

  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      MisAreaContents *contents = g_new0 (MisAreaContents, 1);

      guint n_goals = mis_area_get_n_goals (mis_world_get_area (world, i));

      contents->n_holders = g_new0 (guint, n_goals);
      contents->agents = g_new0 (guint64, n_goals);
      g_ptr_array_add (list, contents);
    }
  mis_row_reader_init (&rows, world);
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      guint64 count = mis_world_get_agent (world, i)->count;
      guint n;
      const MisKnownPosition *known = mis_row_reader_read (&rows, i, &n);

      for (guint j = 0; j < n; j++)
        add_position (g_ptr_array_index (list, known[j].area), known[j].position.goal,
                      count);
    }
  mis_row_reader_clear (&rows);
  return list;
}
