/* parameter-range.h: between which ends a weight or a conflict lies that nobody knows for certain.
 */
#pragma once

#include "core/bounds.h"
#include "document/parameter.h"

G_BEGIN_DECLS

/* Whether it is a number that may have a range: the weight of a known position, or a conflict. */
gboolean mis_parameter_may_be_uncertain (const MisParameter *self, const MisWorld *world);

/* Its range; both ends are the number itself where it is certain, or may have none. */
MisRange mis_parameter_get_range (const MisParameter *self, const MisWorld *world);

/* @range, as much wider as it takes to hold @value. */
MisRange mis_range_with_value (MisRange range, double value);

/**
 * mis_parameter_with_range:
 * @self: one that may be uncertain
 * @value, @range: the number in its range, in [0,1]
 *
 * Returns: (transfer full): @world with both, the note kept; the same one if they are no others;
 *   %NULL with a #MisError if @range does not hold @value
 */
MisWorld *mis_parameter_with_range (
    const MisParameter *self, MisWorld *world, double value, MisRange range, GError **error);

/* What setting a range, or removing it, is called in the history: (transfer full). */
char *
mis_parameter_dup_range_action (const MisParameter *self, const MisWorld *world, MisRange range);

G_END_DECLS
