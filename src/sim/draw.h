/* draw.h: numbers of agents, shares and values, drawn from a stream.
 *
 * How many agents hold each goal is one multinomial draw, so that it costs O(k), whatever n is
 * (from 10^8 on a little more).
 */
#pragma once

#include "core/recipe.h"
#include "sim/stream.h"

G_BEGIN_DECLS

/**
 * mis_draw_binomial:
 * @p: in [0,1]
 *
 * Returns: how many of @n agents there are, each of them with chance @p. O(1) up to 10^8 agents,
 *   above that O(n / 10^8).
 */
guint64 mis_draw_binomial (MisStream *stream, guint64 n, double p);

/* @counts: (array length=k) (out caller-allocates): @n agents over @k equally likely choices. */
void mis_draw_even (MisStream *stream, guint64 n, guint k, guint64 *counts);

/* The same with chances in proportion to @shares: (array length=k), which sum to 1. */
void mis_draw_by_shares (
  MisStream *stream, guint64 n, guint k, const double *shares, guint64 *counts);

/**
 * mis_draw_dirichlet:
 * @concentration: above 0; 1 draws any shares alike, a small one few goals that have almost all
 * @shares: (array length=k) (out caller-allocates)
 * @desk: (array length=k)
 */
void mis_draw_dirichlet (
  MisStream *stream, guint k, double concentration, double *shares, double *scratch);

/* Uniform on the span; its value, and nothing drawn, where it is a preset. */
static inline double
mis_draw_span (MisStream *stream, MisSpan span)
{
  return span.low < span.high ? span.low + mis_stream_uniform (stream) * (span.high - span.low)
                              : span.low;
}

G_END_DECLS
