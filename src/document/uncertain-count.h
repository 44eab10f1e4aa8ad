/* uncertain-count.h: how many numbers below each heading are not known for certain.
 *
 * Counted once for each world, by who scores it: rows of the list of parameters only look it up.
 */
#pragma once

#include "document/parameter.h"

G_BEGIN_DECLS

/* Of one world: immutable. */
typedef struct _MisUncertainCount MisUncertainCount;

/* Numbers with a range that the list of parameters has under its headings: weights of rows
 * without agents, too. O(positions + conflicts). */
MisUncertainCount *mis_uncertain_count_new (const MisWorld *world);
void mis_uncertain_count_free (MisUncertainCount *self);

/**
 * mis_uncertain_count_get:
 * @self: (nullable): of a world in which nothing has a range
 *
 * Returns: how many numbers below @parameter have a range; 0 if it is no heading. O(1).
 */
guint mis_uncertain_count_get (const MisUncertainCount *self, const MisParameter *parameter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisUncertainCount, mis_uncertain_count_free)

G_END_DECLS
