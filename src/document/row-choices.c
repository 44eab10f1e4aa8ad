#include "document/row-choices.h"

#include <string.h>

void
mis_row_choices_clear (MisRowChoices *choices)
{
  g_clear_pointer (&choices->locks, g_free);
}

static const char *
get_id (const MisWorld *world, guint row)
{
  return mis_world_get_agent (world, row)->id;
}

/* Rows that are the same value are the same; only others are looked at. */
static gboolean
has_same_rows (const MisWorld *a, const MisWorld *b)
{
  guint n = mis_world_get_n_agents (a);

  if (n != mis_world_get_n_agents (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (mis_world_get_agent (a, i) != mis_world_get_agent (b, i) &&
        strcmp (get_id (a, i), get_id (b, i)) != 0)
      return FALSE;
  return TRUE;
}

/* (transfer full): the ids of rows that are locked; they belong to @world. */
static GHashTable *
list_locked (const MisRowChoices *choices, const MisWorld *world)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < choices->n_locks; i++)
    if (choices->locks[i])
      g_hash_table_add (ids, (gpointer)get_id (world, i));
  return ids;
}

static guint
find_focus (const MisRowChoices *choices, const MisWorld *from, const MisWorld *to)
{
  guint n = mis_world_get_n_agents (from);
  int row = n > 0 ? mis_world_find_agent (to, get_id (from, MIN (choices->focus, n - 1))) : -1;

  return row >= 0 ? (guint)row : choices->focus;
}

void
mis_row_choices_follow (MisRowChoices *choices, const MisWorld *from, const MisWorld *to)
{
  g_autoptr (GHashTable) locked = NULL;

  if (from == to || (from != NULL && has_same_rows (from, to)))
    return;
  if (from != NULL)
    {
      locked = list_locked (choices, from);
      choices->focus = find_focus (choices, from, to);
    }
  g_free (choices->locks);
  choices->n_locks = mis_world_get_n_agents (to);
  choices->locks = g_new0 (gboolean, choices->n_locks);
  if (locked != NULL && g_hash_table_size (locked) > 0)
    for (guint i = 0; i < choices->n_locks; i++)
      choices->locks[i] = g_hash_table_contains (locked, get_id (to, i));
}
