/* Which agents of a table are alike: a key of all that is said of them but the id and the count. */
#include <stdlib.h>

#include "file/table-reader-private.h"

#define KEY_SIZE 32 /* of SHA-256 */

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

/* (transfer full): of the texts and @n traits. Two agents that differ and yet have the same digest
 * are not to be found, while the bytes themselves would be as large as the table. */
static GBytes *
digest (const MisTableAgent *row, const Trait *traits, guint n)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const guint8 kind = (guint8) row->kind;
  guint8 key[KEY_SIZE];
  gsize size = sizeof key;

  g_checksum_update (checksum, &kind, 1);
  g_checksum_update (checksum, (const guint8 *) row->name->str, (gssize) row->name->len + 1);
  g_checksum_update (checksum, (const guint8 *) row->principal->str,
                     (gssize) row->principal->len + 1);
  g_checksum_update (checksum, (const guint8 *) traits, (gssize) (n * sizeof (Trait)));
  g_checksum_get_digest (checksum, key, &size);
  return g_bytes_new (key, size);
}

GBytes *
mis_table_likeness_make_key (const MisTableAgent *row)
{
  g_autofree Trait *traits = g_new0 (Trait, row->n_positions);
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
  return digest (row, traits, n);
}
