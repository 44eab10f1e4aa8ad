/* table-import.h: what a table does not say and a project needs: how much its goals clash, and a
 * title. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* (transfer full): @world, whose areas from @first on are new, with @conflict in [0,1] between any
 * two of their goals. */
MisWorld *mis_table_set_conflicts (MisWorld *world, guint first, double conflict);

/* (transfer full): @world with the name of a file, without its ending, as title; as it was if no
 * title can be called so. */
MisWorld *mis_table_set_title (MisWorld *world, const char *name);

G_END_DECLS
