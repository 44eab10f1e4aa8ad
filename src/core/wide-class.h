/* wide-class.h: agents of one area by goal and weight, with weights of 106 bits, and f of two
 * weights.
 *
 * Private to core. The wide counterpart of the classes in slice.h, for differences (exposure.h):
 * under "sum-to-one" a weight is a quotient, and rounded to a double it would cost an effect all
 * digits beyond the 16th of the score.
 */
#pragma once

#include "core/scoring.h"
#include "core/wide.h"

G_BEGIN_DECLS

/* f(x,y). Finite weights, not negative. */
MisWide mis_wide_weight_mean (MisWide x, MisWide y, MisWeightMean mean);

/* @goal: an explicit goal, or n_goals for "no goal". */
typedef struct
{
  guint goal;
  MisWide weight;
  double count;
} MisWideClass;

/**
 * MisWideClasses:
 * @n: how many there are
 * @classes: (array length=n): goal after goal, "no goal" last, weights ascending, none twice
 * @first: (array length=n_goals+2): where the classes of each goal begin
 * @below: (array length=n): sums of w over the classes of the goal up to and with each
 * @count_below: (array length=n): likewise of agents
 */
typedef struct
{
  guint n;
  MisWideClass *classes;
  guint *first;
  MisWide *below;
  double *count_below;
} MisWideClasses;

/* @agents: (element-type MisWideClass): in any order, a goal and weight more than once; sorted. All
 * zero is an empty one. O(D log D). */
void mis_wide_classes_init (MisWideClasses *classes, guint n_goals, GArray *agents);
void mis_wide_classes_clear (MisWideClasses *classes);

/* The sum of f over one agent with @weight and all holders of @goal, under minimum, maximum or
 * harmonic. O(log D), harmonic O(D). */
MisWide mis_wide_classes_meet (const MisWideClasses *classes,
                               guint goal,
                               MisWide weight,
                               MisWeightMean mean);

G_END_DECLS
