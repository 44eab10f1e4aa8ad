#include "file/table-ids.h"

#include <string.h>

#include "core/limits.h"
#include "core/text.h"

void
mis_table_ids_init (MisTableIds *ids)
{
  ids->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ids->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
mis_table_ids_clear (MisTableIds *ids)
{
  g_clear_pointer (&ids->taken, g_hash_table_unref);
  g_clear_pointer (&ids->numbers, g_hash_table_unref);
}

void
mis_table_ids_add (MisTableIds *ids, const char *id)
{
  g_hash_table_add (ids->taken, g_strdup (id));
}

static gboolean
is_never_taken (const char *id, gpointer user_data)
{
  return FALSE;
}

static char *
add_number (const char *stem, guint number)
{
  g_autofree char *suffix = g_strdup_printf ("-%u", number);
  gsize room = MIS_MAX_ID_LENGTH - strlen (suffix);

  return g_strdup_printf ("%.*s%s", (int) MIN (strlen (stem), room), stem, suffix);
}

char *
mis_table_ids_make (MisTableIds *ids, const char *text, const char *fallback)
{
  g_autofree char *stem = NULL;
  char *id;
  guint number;

  if (mis_check_id (text, NULL) && !g_hash_table_contains (ids->taken, text))
    {
      mis_table_ids_add (ids, text);
      return g_strdup (text);
    }
  /* With an empty fallback, what begins with "-" is a text of which nothing is left. */
  stem = mis_id_from_name (text, "", is_never_taken, NULL);
  if (stem[0] == '-')
    {
      g_free (stem);
      stem = g_strdup (fallback);
      number = 1;
    }
  else
    number = 2;
  id = number == 2 ? g_strdup (stem) : add_number (stem, number++);
  number = MAX (number, GPOINTER_TO_UINT (g_hash_table_lookup (ids->numbers, stem)));
  while (g_hash_table_contains (ids->taken, id))
    {
      g_free (id);
      id = add_number (stem, number++);
    }
  g_hash_table_insert (ids->numbers, g_steal_pointer (&stem), GUINT_TO_POINTER (number));
  mis_table_ids_add (ids, id);
  return id;
}
