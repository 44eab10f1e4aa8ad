/* placement.h: finds free places for labels: between polylines and boxes, or along a line. */
#pragma once

#include "plot/canvas.h"
#include "plot/polyline.h"

G_BEGIN_DECLS

/**
 * MisPlacement:
 *
 * What is already there inside an area: polylines by number, and boxes.
 */
typedef struct
{
  MisRect area;
  GArray *boxes;          /* MisRect */
  const MisPolyline *polylines; /* not owned */
  guint n_polylines;
} MisPlacement;

void mis_placement_init (MisPlacement *placement,
                         const MisRect *area,
                         const MisPolyline *polylines,
                         guint n_polylines);
void mis_placement_clear (MisPlacement *placement);
void mis_placement_add_box (MisPlacement *placement, const MisRect *box);

/**
 * mis_placement_get_clearance:
 * @own: the number of a curve that may be near; -1 for none
 * @enough: stop looking at this distance
 *
 * Returns: how far @box is from the nearest curve but @own, at most @enough; negative if @box
 *   leaves the area, touches a box or touches any curve. O(points)
 */
double mis_placement_get_clearance (const MisPlacement *placement,
                                    const MisRect *box,
                                    int own,
                                    double enough);

/**
 * mis_placement_beside_curve:
 * @own: the number of the curve
 * @x: the middle of the label
 * @gap: between curve and label
 * @box: (inout): the size of the label; gets its place
 *
 * Puts a label just above or below a curve.
 *
 * Returns: how good the place is, in points; negative if it is none
 */
double mis_placement_beside_curve (
    const MisPlacement *placement, guint own, double x, gboolean above, double gap, MisRect *box);

/* The same as the next one, but only beside the point and off the polylines. */
gboolean mis_placement_beside_point (
    const MisPlacement *placement, MisPoint point, double gap, MisRect *box);

/**
 * mis_placement_near_point:
 * @point: what is labelled
 * @gap: between point and label
 * @box: (inout): the size of the label; gets its place
 *
 * Beside the point and off the polylines; if there is no such place, where it covers them least.
 *
 * Returns: whether a place was found
 */
gboolean
mis_placement_near_point (const MisPlacement *placement, MisPoint point, double gap, MisRect *box);

/**
 * mis_placement_cover_least:
 * @lesser: (element-type MisRect): boxes that may be covered rather than a curve
 * @around: what the box belongs to
 * @gap: between the two
 * @box: (inout): the size of the box; gets its place
 *
 * Near @around and inside the area, where boxes are covered least, then polylines. O(points), for
 * some 240 places.
 */
void mis_placement_cover_least (const MisPlacement *placement,
                                const GArray *lesser,
                                const MisRect *around,
                                double gap,
                                MisRect *box);

/**
 * mis_placement_spread:
 * @places: (inout) (array length=n): where middles should stand; gets where they may stand
 * @distance: between two of them
 * @low, @high: the ends of the line
 *
 * Moves places apart as little as needed, in their order, and into the line. O(n^2).
 *
 * Returns: the longest way that one was moved; INFINITY if the line is too short
 */
double mis_placement_spread (double *places, guint n, double distance, double low, double high);

G_END_DECLS
