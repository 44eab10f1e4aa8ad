/* table-text.h: tables as texts, for tests: read, written, and what is wrong with them. */
#pragma once

#include "file/table-reader.h"

G_BEGIN_DECLS

/* The header of the long form, without ranges. */
#define HEAD "agent,name,kind,principal,count,area,goal,weight\n"

/* An unnamed file with these bytes, at its beginning; to be closed. */
int table_make_file (const char *text, gsize length);

/* (transfer full): "LINE:COLUMN: place: message" of the first fault, without the cell; takes over
 * @fault. */
char *table_spell_fault (MisFault *fault);

/* (transfer full): what is wrong with a table that is read into @base (nullable); "" if
 * nothing is. */
char *table_read_fault (const char *text, gsize length, MisWorld *base);

/* The same when its agents are streamed into the areas of @world. */
char *table_stream_fault (const char *text, gsize length, MisWorld *world);

/* A table that must be right. */
MisWorld *table_read (const char *text, MisWorld *base, gboolean merge, MisTableSummary *summary);
char *table_write (const MisWorld *world);

G_END_DECLS
