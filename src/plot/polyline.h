/* polyline.h: the points of a series on the page: split at gaps, thinned where too dense to see. */
#pragma once

#include "plot/canvas.h"
#include "plot/scale.h"

G_BEGIN_DECLS

/**
 * MisPolyline:
 * @points: (array length=n): all runs one after the other
 * @starts: (array length=n_runs + 1): run i holds points @starts[i] to @starts[i + 1] - 1
 */
typedef struct
{
  MisPoint *points;
  guint n;
  guint *starts;
  guint n_runs;
} MisPolyline;

/**
 * mis_polyline_init:
 * @x_scale, @y_scale: the axes
 * @plot: where they lie
 * @xs, @ys: (array length=n): in data units; a gap where either cannot be drawn
 * @also: (nullable) (array length=n): a gap where this cannot be drawn either
 *
 * A run with more than four points to half a point of width keeps the first, lowest, highest and
 * last of each such column, provided that x does not run backwards. Points far outside the plot are
 * brought near, so that no canvas overflows. O(n).
 */
void mis_polyline_init (MisPolyline *polyline,
                     const MisScale *x_scale,
                     const MisScale *y_scale,
                     const MisRect *plot,
                     const double *xs,
                     const double *ys,
                     const double *also,
                     guint n);
void mis_polyline_clear (MisPolyline *polyline);

/* Where a place on the two scales lies on the page; %NAN for what cannot be drawn. */
MisPoint mis_polyline_place (
    const MisScale *x_scale, const MisScale *y_scale, const MisRect *plot, double x, double y);

G_END_DECLS
