/* tally-private.h: what the rest of core may know of a tally. */
#pragma once

#include "core/reading.h"
#include "core/tally.h"

G_BEGIN_DECLS

/* How the world of @tally is read; borrowed. */
const MisReading *mis_tally_get_reading (const MisTally *tally);

/* Whether nothing that counts in area @area differs between the two, because they share
 * its sums. */
gboolean mis_tally_shares_area (const MisTally *a, const MisTally *b, guint area);

G_END_DECLS
