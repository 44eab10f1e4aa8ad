/* order.h: some of very many values in ascending order, without sorting them all. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mis_order_select:
 * @values: (array length=n): none of them %NAN; left in another order
 * @ranks: (array length=n_ranks): ascending, below @n
 * @found: (array length=n_ranks) (out caller-allocates): the values that would stand at these
 * places if all were sorted
 *
 * O(n), and O(m log m) for the m values that are hard to tell from those wanted.
 */
void mis_order_select (double *values, guint n, const guint *ranks, guint n_ranks, double *found);

/**
 * mis_order_quantiles:
 * @n: at least 1
 * @probabilities: (array length=n_quantiles): ascending, in [0,1]
 * @quantiles: (array length=n_quantiles) (out caller-allocates): interpolated as by mis_quantile()
 */
void mis_order_quantiles (
    double *values, guint n, const double *probabilities, guint n_quantiles, double *quantiles);

G_END_DECLS
