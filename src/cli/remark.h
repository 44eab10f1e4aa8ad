/* remark.h: what is said of a valid project on standard error, as it may not be what was meant. */
#pragma once

#include "core/world.h"
#include "file/table-reader.h"

G_BEGIN_DECLS

/* What looks like a slip in a table; @name is the file's, for messages. */
void mis_remark_doubts (const MisWorld *world, const char *name);

/* Experiments of the project that name what is not there any more. */
void mis_remark_dangling (MisWorld *world, const char *name);

/**
 * mis_remark_contents:
 * @n_rows: of the table, without its header
 *
 * What a table was taken for: how many agents, and for each area its goals and the rows that hold
 * them; where rows and groups of agents are not the same, the agents.
 */
void mis_remark_contents (const MisWorld *world, guint64 n_rows, const char *name);

/**
 * mis_remark_unknown:
 *
 * What it means for the score that agents are unknown, if more than a tenth of them are in some
 * area: how they are read, and what the score would be if they were read the other way.
 */
void mis_remark_unknown (MisWorld *world, const char *name);

/* What kinds of agents the words of a table were taken for, if they were others than those of the
 * program. */
void mis_remark_kinds (const MisTableSummary *summary, const char *name);

/* How many weights of a table were empty, if any: care is overstated by them. */
void mis_remark_empty_weights (guint64 n_empty, const char *name);

/* How @world, which a table was read into, differs from @base: agents that are gone, areas and
 * goals that are new, changes of scenarios that are left out. */
void mis_remark_differences (const MisWorld *base,
                             const MisWorld *world,
                             guint n_kept,
                             const char *name);

G_END_DECLS
