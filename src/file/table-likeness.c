/* Which agents of a table are alike: a key of all that is said of them but the id and the count. */
#include <stdlib.h>

#include "file/table-reader-private.h"

typedef struct
{
  guint area;
  int goal;
  double weight;
  double low;
  double high;
} Trait;

static int
compare_traits (gconstpointer a, gconstpointer b)
{
  guint left = ((const Trait *) a)->area, right = ((const Trait *) b)->area;

  return (left > right) - (left < right);
}

GBytes *
mis_table_likeness_make_key (const MisTableAgent *row)
{
  g_autofree Trait *traits = g_new0 (Trait, row->n_positions);
  GString *key = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < row->n_positions; i++)
    {
      const MisPosition *position = &row->positions[i];

      if (position->goal == MIS_UNKNOWN)
        continue;
      traits[n].area = row->areas[i];
      traits[n].goal = position->goal;
      traits[n].weight = position->weight;
      traits[n].low = position->low;
      traits[n++].high = position->high;
    }
  if (n > 1)
    qsort (traits, n, sizeof (Trait), compare_traits);
  g_string_append_printf (key, "%d", (int) row->kind);
  g_string_append_c (key, '\0');
  g_string_append_len (key, row->name->str, (gssize) row->name->len + 1);
  g_string_append_len (key, row->principal->str, (gssize) row->principal->len + 1);
  g_string_append_len (key, (const char *) traits, (gssize) (n * sizeof (Trait)));
  return g_string_free_to_bytes (key);
}
