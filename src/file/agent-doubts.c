/* Which groups of agents look like slips of whoever filled in the table: one that is there twice,
 * a sum of the others, a row without a goal. */
#include "file/table-contents.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/row-reader.h"

#define FEWEST_ADDED 2u /* rows of which one more may be the sum */

static const char *const words_for_a_sum[]
  = { "total", "totals", "grand total", "subtotal", "sum", "all", "overall" };

/* Names that are equal are meant to be; those that are spelt in two ways hardly. */
static void
doubt_names (const MisWorld *world, GPtrArray *doubts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      const char *name = mis_world_get_agent (world, i)->name;
      char *folded = mis_name_fold (name);
      const char *other = g_hash_table_lookup (seen, folded);

      if (other != NULL && strcmp (name, other) != 0)
        g_ptr_array_add (doubts, g_strdup_printf (_("“%s” and “%s” are two groups of agents, whose "
                                                    "names differ only in capitals or "
                                                    "spaces"), other, name));
      if (other == NULL)
        g_hash_table_insert (seen, folded, (gpointer) name);
      else
        g_free (folded);
    }
}

static gboolean
is_called_a_sum (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words_for_a_sum); i++)
    if (strcmp (lower, words_for_a_sum[i]) == 0)
      return TRUE;
  return FALSE;
}

static guint64
count_all (const MisWorld *world)
{
  guint64 all = 0;

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    all += mis_world_get_agent (world, i)->count;
  return all;
}

/* Whether a row without a goal stands for all the others; @all agents are in all rows. */
static gboolean
is_sum (const MisWorld *world, const MisAgent *agent, guint64 all)
{
  return is_called_a_sum (agent->name)
         || (mis_world_get_n_agents (world) > FEWEST_ADDED && agent->count == all - agent->count);
}

/* (transfer full) (element-type MisAgent): those without a goal, or "no goal", in any area. */
static GPtrArray *
list_unknown (const MisWorld *world)
{
  GPtrArray *list = g_ptr_array_new ();
  MisRowReader rows;
  guint n;

  mis_row_reader_init (&rows, world);
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    {
      mis_row_reader_read (&rows, i, &n);
      if (n == 0)
        g_ptr_array_add (list, mis_world_get_agent (world, i));
    }
  mis_row_reader_clear (&rows);
  return list;
}

static void
doubt_sum (const MisAgent *agent, GPtrArray *doubts)
{
  g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, agent->count);

  g_ptr_array_add (doubts,
                   g_strdup_printf (_("“%s” has no goal in any problem area and looks like a sum "
                                      "of other rows: it went in as one more group "
                                      "(agents: %s); leave it out of the table"),
                                    agent->name, n));
}

static void
doubt_unknown (const MisAgent *first, guint n_rows, GPtrArray *doubts)
{
  g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, first->count);

  if (n_rows == 1)
    g_ptr_array_add (doubts,
                     g_strdup_printf (_("“%s” is unknown in every problem area: it went in as a "
                                        "group (agents: %s), which no score counts"),
                                      first->name, n));
  else
    g_ptr_array_add (doubts,
                     g_strdup_printf (_("“%s” and other groups of agents are unknown in every "
                                        "problem area, %u in all: no score counts them"),
                                      first->name, n_rows));
}

/* A project in which nobody has a goal yet is not finished, which is no slip. */
static void
doubt_rows_without_goal (const MisWorld *world, GPtrArray *doubts)
{
  g_autoptr (GPtrArray) unknown = list_unknown (world);
  guint64 all = count_all (world);
  const MisAgent *first = NULL;
  guint n = 0;

  if (unknown->len == mis_world_get_n_agents (world))
    return;
  for (guint i = 0; i < unknown->len; i++)
    {
      const MisAgent *agent = unknown->pdata[i];

      if (is_sum (world, agent, all))
        doubt_sum (agent, doubts);
      else if (n++ == 0)
        first = agent;
    }
  if (first != NULL)
    doubt_unknown (first, n, doubts);
}

void
mis_table_add_agent_doubts (const MisWorld *world, GPtrArray *doubts)
{
  doubt_names (world, doubts);
  doubt_rows_without_goal (world, doubts);
}
