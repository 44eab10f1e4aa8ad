/* number-fault.h: why a typed number is not taken, in words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mis_number_fault:
 * @low, @high: the ends between which it must lie; whole numbers themselves
 * @whole: whether it must be a whole number
 *
 * Returns: (transfer full) (nullable): what to type instead; %NULL if all is well
 */
char *mis_number_fault (double value, double low, double high, gboolean whole);

G_END_DECLS
