/* group-score.h: the score of any population by a double loop over its rows, with 113 bits.
 *
 * As brute-force.h, from the model's text alone, but agents of a row are counted, not written out:
 * for populations of 10^12, where the effect of one agent stands in the 13th digit of the score and
 * is to have nine digits of its own.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* M under the world's scoring; 0 if no area has a score. O(rows^2 areas). */
_Float128 mis_group_overall (const MisWorld *world);

/* M_p after normalization; NaN where fewer than two agents count. */
_Float128 mis_group_area (const MisWorld *world, guint area);

/* The mean of c f over the pairs that a member of row @row is in, in the area, times the
 * normalization; NaN where the row does not count or the area has no score. */
_Float128 mis_group_own (const MisWorld *world, guint row, guint area);

/* |found - expected| / |expected|, or of max (|expected|, floor). */
double mis_group_deviation (double found, _Float128 expected, double floor);

G_END_DECLS
