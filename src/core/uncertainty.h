/* uncertainty.h: the overall score as a function of everything that is uncertain in a world.
 *
 * Conflicts and weights may have a range (low, high) around their value. bounds.h says how far the
 * score can go; this says what it is for any values within the ranges, so that many draws can be
 * scored: in O(what is uncertain), not in O(rows).
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * MisUncertain:
 * @area: where
 * @agent: the row whose weight it is, or -1 if it is a conflict
 * @g, @h: the pair of goals of a conflict, g < h, @g may be %MIS_NO_GOAL; of a weight, both are the
 *   goal that is held
 * @low, @value, @high: the range, low < high, and the value as set
 */
typedef struct
{
  guint area;
  int agent;
  int g;
  int h;
  double low;
  double value;
  double high;
} MisUncertain;

/* Of one world. For one thread at a time. */
typedef struct _MisUncertainty MisUncertainty;

/**
 * mis_uncertainty_new:
 *
 * What cannot change the score is left out: weights of rows without agents, of "no goal" where that
 * clashes with nobody, and all of them under the weight mean "none"; conflicts of goals that nobody
 * holds. A row of many agents has one weight, and so one value. O(positions + goals^2).
 */
MisUncertainty *mis_uncertainty_new (MisWorld *world);
void mis_uncertainty_free (MisUncertainty *self);

/* (array length=n) (transfer none): what is uncertain. */
const MisUncertain *mis_uncertainty_list (const MisUncertainty *self, guint *n);

/**
 * mis_uncertainty_score:
 * @values: (array): one for each of the list, within its range
 *
 * Time, for each area: O(uncertain rows + pairs of goals with something uncertain) under the
 * geometric and arithmetic mean; minimum, maximum and harmonic O(classes log classes) besides.
 *
 * Returns: M; 0 if no area has a score
 */
double mis_uncertainty_score (MisUncertainty *self, const double *values);

/**
 * mis_uncertainty_expects:
 *
 * Whether M is linear in each conflict, and in each weight or its root, so that with independent
 * draws its expectation is M of the expectations: the arithmetic mean of areas, weights as given,
 * and, where a weight is uncertain, their geometric (in the root) or arithmetic mean.
 */
gboolean mis_uncertainty_expects (const MisUncertainty *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisUncertainty, mis_uncertainty_free)

G_END_DECLS
