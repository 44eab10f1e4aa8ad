/* table-advice.h: what is meant where the first row of a table holds no names of columns, or where
 * a table names an area or a goal that a project has not. */
#pragma once

#include "core/world.h"
#include "file/table-scan.h"

G_BEGIN_DECLS

/**
 * mis_table_advise:
 * @fault: of a population table whose areas and goals are to be those of @world
 *
 * Where @fault, or one of its others, is about such a name, adds which one of the project is spelt
 * almost like it: one that differs only in capitals or spaces before one with a slip.
 *
 * Returns: whether any of the faults is about the name of an area or a goal
 */
gboolean mis_table_advise (MisFault *fault, const MisWorld *world);

/* Adds to the fault of a header, whose record is at hand, that it looks like a row of data, if it
 * does. */
void mis_table_advise_header (MisTableScan *scan);

G_END_DECLS
