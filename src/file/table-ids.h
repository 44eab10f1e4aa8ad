/* table-ids.h: ids for what a table names, each its own, in O(1) however many fold to the same. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GHashTable *taken;   /* a set */
  GHashTable *numbers; /* a stem -> the next number behind it */
} MisTableIds;

void mis_table_ids_init (MisTableIds *ids);
void mis_table_ids_clear (MisTableIds *ids);

/* From now on @id is taken. */
void mis_table_ids_add (MisTableIds *ids, const char *id);

/* (transfer full): @text if that is an id and free, else one as of mis_id_from_name(); taken. */
char *mis_table_ids_make (MisTableIds *ids, const char *text, const char *fallback);

G_END_DECLS
