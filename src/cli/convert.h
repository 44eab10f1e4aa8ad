/* convert.h: what `convert` does, by what is read and what is written. Private to it. */
#pragma once

#include "cli/command.h"
#include "file/csv-emitter.h"
#include "file/table-reader.h"

G_BEGIN_DECLS

/**
 * MisConversion:
 * @in, @out: the files, as given; "-" is standard input or output
 * @into: (nullable): the project that takes up the table @in
 * @area: (nullable): the area whose conflicts the table holds; %NULL for a population
 * @default_conflict: how much the goals of new areas clash, in [0,1]
 * @merge: whether agents that are alike become one group
 * @wide: whether the table that is written has a row for each group
 * @force: whether a file that is there may be replaced
 * @style: of the table that is written
 */
typedef struct
{
  const char *in;
  const char *out;
  const char *into;
  const char *area;
  double default_conflict;
  gboolean merge;
  gboolean wide;
  gboolean force;
  MisCsvStyle style;
} MisConversion;

MisExit mis_convert_project_to_table (const MisConversion *conversion);
MisExit mis_convert_table_to_project (const MisConversion *conversion);
MisExit mis_convert_table_into_project (const MisConversion *conversion);
MisExit mis_convert_project_to_conflicts (const MisConversion *conversion);
MisExit mis_convert_conflicts_into_project (const MisConversion *conversion);

/* (transfer full): a project; %NULL if it cannot be read, which was said. */
MisWorld *mis_convert_read_project (const char *path);

/* Refuses to replace another project than that which takes up the table, unless told to. */
MisExit mis_convert_write_project (const MisConversion *conversion, const MisWorld *world);

/* %FALSE if it could not be written, or if a file is there that somebody may have filled in, which
 * was said. */
gboolean mis_convert_write_table (const MisConversion *conversion, GBytes *bytes);

G_END_DECLS
