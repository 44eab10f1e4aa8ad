/* random-edit.h: edits at random, and a digest of all that a world says, to see what
 * they changed. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_random_edit:
 * @world: has at least one area
 *
 * One edit of any kind in edit.h and the headers beside it, all of which succeed; but none of the
 * list of scenarios, which a world with a scenario applied does not have. Keeps 1 to 5 areas and
 * between half of @n_rows and twice as many rows.
 *
 * Returns: (transfer full): often @world itself
 */
MisWorld *mis_random_edit (GRand *rand, MisWorld *world, guint n_rows);

/* Changes with everything that the public functions of world.h tell. O(positions). */
guint64 mis_digest_world (const MisWorld *world);

G_END_DECLS
