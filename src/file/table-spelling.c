#include "file/table-spelling.h"

#include <string.h>

#include "file/table-header.h"
#include "file/table-ids.h"

/* The ids and names of a list; @made: the ids that somebody makes of the names who reads them. */
typedef struct
{
  guint n;
  const char **ids;
  const char **names;
  char **made;
} List;

static void
list_init (List *list, guint n)
{
  list->n = n;
  list->ids = g_new0 (const char *, n + 1);
  list->names = g_new0 (const char *, n + 1);
  list->made = g_new0 (char *, n + 1);
}

static void
list_clear (List *list)
{
  g_free (list->ids);
  g_free (list->names);
  g_strfreev (list->made);
}

static void
make_ids (List *list, const char *fallback)
{
  MisTableIds ids;

  mis_table_ids_init (&ids);
  for (guint i = 0; i < list->n; i++)
    list->made[i] = mis_table_ids_make (&ids, list->names[i], fallback);
  mis_table_ids_clear (&ids);
}

/* Whether no key is one of @words in another place. */
static gboolean
are_apart (char **keys, const char *const *words, guint n)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean apart = TRUE;

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (places, (gpointer) words[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n && apart; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, keys[i]));

      apart = place == 0 || place == i + 1;
    }
  return apart;
}

/* Columns are told apart without regard to capitals, goals with it. */
static gboolean
are_distinct (const List *list, gboolean fold)
{
  g_auto (GStrv) keys = g_new0 (char *, list->n + 1);

  for (guint i = 0; i < list->n; i++)
    keys[i] = fold ? g_ascii_strdown (list->names[i], -1) : g_strdup (list->names[i]);
  return are_apart (keys, (const char *const *) keys, list->n)
         && are_apart (keys, list->ids, list->n)
         && are_apart (keys, (const char *const *) list->made, list->n);
}

static gboolean
is_bare (const char *name)
{
  return *name != '\0' && !g_ascii_isspace (*name)
         && !g_ascii_isspace (name[strlen (name) - 1]);
}

static gboolean
is_role (const char *name)
{
  for (guint role = 0; role < MIS_TABLE_N_ROLES; role++)
    if (g_ascii_strcasecmp (name, mis_table_roles[role]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
mis_table_names_world (const MisWorld *world)
{
  gboolean fit = TRUE;
  List list;

  list_init (&list, mis_world_get_n_areas (world));
  for (guint i = 0; i < list.n; i++)
    {
      list.ids[i] = mis_area_get_id (mis_world_get_area (world, i));
      list.names[i] = mis_area_get_name (mis_world_get_area (world, i));
      fit = fit && is_bare (list.names[i]) && !is_role (list.names[i])
            && strchr (list.names[i], ':') == NULL;
    }
  make_ids (&list, "area");
  fit = fit && are_distinct (&list, TRUE);
  list_clear (&list);
  return fit;
}

gboolean
mis_table_names_goals (const MisArea *area)
{
  gboolean fit = TRUE;
  List list;

  list_init (&list, mis_area_get_n_goals (area));
  for (guint i = 0; i < list.n; i++)
    {
      list.ids[i] = mis_area_get_goal (area, i)->id;
      list.names[i] = mis_area_get_goal (area, i)->name;
      fit = fit && is_bare (list.names[i]) && strcmp (list.names[i], "-") != 0;
    }
  make_ids (&list, "goal");
  fit = fit && are_distinct (&list, FALSE);
  list_clear (&list);
  return fit;
}
