/* builder-case.h: what tests give to a world builder, and how they expect it to refuse. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* A call has failed with a #MisError of @code, or of any if that is -1; clears @error. */
void mis_expect_error (gboolean ok, GError **error, int code);

/* A scenario that makes positions unknown: of rows "r0", "r1"... in areas "p0" to "p99". */
MisScenario *mis_make_unknown (const char *id, guint n_changes);

/* As mis_world_builder_add_agent(), of humans whose name is @id. */
gboolean mis_try_add_row (MisWorldBuilder *builder,
                          const char *id,
                          guint64 count,
                          const guint *areas,
                          const MisPosition *positions,
                          guint n,
                          GError **error);

G_END_DECLS
