/* table-reader-private.h: what the parts of the reader share: table-reader.c takes up the agents of
 * a table one by one; table-likeness.c says which of them are alike; table-world.c makes a world of
 * all. */
#pragma once

#include "file/table-agents.h"
#include "file/table-drafts.h"
#include "file/table-ids.h"
#include "file/table-reader.h"

G_BEGIN_DECLS

typedef struct
{
  MisWorld *base;
  MisTableHow how;
  MisTableSummary summary;
  MisTableScan scan;
  MisTableVocabulary *vocabulary;
  MisTableAgents rows;
  MisTableDrafts drafts;  /* those of the base first */
  GArray *areas;          /* (element-type guint): of the draft at hand */
  GArray *positions;      /* (element-type MisPosition): likewise */
  MisTableWords *known;   /* ids and names of agents of the base */
  gboolean *is_changed;   /* for each of them */
  GHashTable *seen;       /* what the table calls its agents -> line */
  GHashTable *alike;      /* GBytes of all but the id -> index of a draft + 1 */
  MisTableIds ids;
} MisTableReader;

/* (transfer full): everything but the id and the count, as a digest of 32 bytes: the same for
 * agents that are alike, and for no others. */
GBytes *mis_table_likeness_make_key (const MisTableAgent *row);

/* (transfer full): with the areas and agents that were read, and all else of the base; %NULL with
 * an error. */
MisWorld *mis_table_world_build (MisTableReader *reader, GError **error);

G_END_DECLS
