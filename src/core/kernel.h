/* kernel.h: weight means that are sums of products, f(x,y) = sum of B(phi_j(x), phi_j(y)).
 *
 * Private to core. What one agent contributes is a vector phi of few terms, its features; those of
 * many agents add up, and f summed over all pairs of two sub-populations is one scalar product of
 * their features. Geometric: sqrt(w). None: 1. Arithmetic: w and 1. Harmonic: w exp(-t_j w) at the
 * nodes of mis_harmonic_nodes(). Minimum and maximum are no such sums.
 */
#pragma once

#include "core/slice.h"

G_BEGIN_DECLS

/**
 * MisKernel:
 * @n_terms: how many features an agent has; 0 for minimum and maximum
 * @nodes, @factors: (array length=n_terms): for the harmonic mean
 */
typedef struct
{
  MisWeightMean mean;
  guint n_terms;
  double *nodes;
  double *factors;
} MisKernel;

/* Whether @mean is such a sum: all but minimum and maximum. */
gboolean mis_kernel_has (MisWeightMean mean);

/* @smallest, @largest: all positive weights are between them; @largest 0 if there are none. */
void mis_kernel_init (MisKernel *kernel, MisWeightMean mean, double smallest, double largest);
void mis_kernel_clear (MisKernel *kernel);

/* (array length=n_terms): the features of all holders of @goal. O(1), harmonic O(classes terms). */
void mis_kernel_fill (const MisKernel *kernel,
                      const MisSlice *slice,
                      guint goal,
                      double *features);

/* Adds what @count agents with this weight contribute. O(1), harmonic O(terms). */
void mis_kernel_add (const MisKernel *kernel, double weight, double count, double *features);

/* The sum of f over pairs of agents with these features. O(terms). */
double mis_kernel_multiply (const MisKernel *kernel, const double *a, const double *b);

/* The sum of f over the pairs of one agent with all that have these features. O(terms). */
double mis_kernel_meet (const MisKernel *kernel, double weight, const double *features);

/* What one agent meets more at weight @high than at @low, at least 0. O(terms). */
double mis_kernel_gain (const MisKernel *kernel,
                        double low,
                        double high,
                        const double *features);

G_END_DECLS
