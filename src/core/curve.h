/* curve.h: the score as an exact function of one number: a share, a weight, a conflict.
 *
 * The paper's eq. 6 and 7 with all but one number held; share.h for shares. Points on a curve of a
 * weight or a conflict are M and M_p plus the exact effect (effect.h).
 */
#pragma once

#include "core/effect.h"
#include "core/share.h"

G_BEGIN_DECLS

/**
 * MisPeakMethod:
 * @MIS_PEAK_CLOSED: from the closed form: M_p is quadratic in a share where all groups that move
 *   count in the area, without normalization, and so is M under the arithmetic area mean if that
 *   holds for every area; M and every M_p never fall in a weight, with weights as given, nor in a
 *   conflict (with "no goal": without normalization and with weights as given)
 * @MIS_PEAK_SEARCHED: the best of 200 points, then golden section between its neighbours; of
 *   several peaks that are narrower, one may be missed
 */
typedef enum
{
  MIS_PEAK_CLOSED,
  MIS_PEAK_SEARCHED,
} MisPeakMethod;

extern const MisChoice mis_peak_methods[];

/**
 * MisPeak:
 * @x: where the maximum is: the lowest such x of a quadratic, the upper end where M never falls
 * @value: the maximum; %NAN, like @x, where an area has no score anywhere
 */
typedef struct
{
  MisPeakMethod method;
  double x;
  double value;
} MisPeak;

/* Immutable; holds what it was made of. */
typedef struct _MisCurve MisCurve;

/**
 * mis_curve_new_share:
 * @agent: the row whose share of the population is x
 * @locked: (nullable) (array length=n_agents): groups that keep their count
 *
 * As #MisShareCurve: the others keep their proportions, counts are real. A point costs O(areas).
 *
 * Returns: (transfer full)
 */
MisCurve *mis_curve_new_share (MisWorld *world, guint agent, const gboolean *locked);

/**
 * mis_curve_new_lever:
 * @lever: a conflict, a weight, or the weight of all holders of a goal; its @value is x, in [0,1]
 *
 * A point costs what mis_effect_new() does.
 *
 * Returns: (transfer full): %NULL with a #MisError as mis_lever_check()
 */
MisCurve *mis_curve_new_lever (MisEffects *effects, const MisLever *lever, GError **error);
void mis_curve_free (MisCurve *curve);

/* The ends of the curve, and where the world is on it; of all holders of a goal the first. */
double mis_curve_get_lowest (const MisCurve *curve);
double mis_curve_get_highest (const MisCurve *curve);
double mis_curve_get_present (const MisCurve *curve);

/* The stretch around the world's place in which the same areas have a score as there: of a share as
 * mis_share_curve_get_span(), else all of the curve. */
void mis_curve_get_span (
    const MisCurve *curve, double *low, double *high, int *low_area, int *high_area);

/* Of a share: see mis_share_curve_get_step(); else 0. */
guint64 mis_curve_get_step (const MisCurve *curve);

/* M at @x, which is limited to the ends; 0 where no area has a score. */
double mis_curve_get_overall (const MisCurve *curve, double x);

/* M_p after normalization; %NAN where fewer than two agents count. */
double mis_curve_get_area (const MisCurve *curve, guint area, double x);

/**
 * mis_curve_find_peak:
 * @area: an area, or -1 for M
 *
 * Closed: up to 4 points; searched: about 250.
 */
MisPeak mis_curve_find_peak (const MisCurve *curve, int area);

/* The same of the curve from @low to @high, which are on it. */
MisPeak mis_curve_find_peak_within (const MisCurve *curve, int area, double low, double high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisCurve, mis_curve_free)

G_END_DECLS
