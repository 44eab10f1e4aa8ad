/* uncertain-area.h: M_p of one area as a function of its uncertain conflicts and weights.
 *
 * Private to core. Pairs of goals in which nothing is uncertain are summed once; what is left are
 * terms c(g,h) F_gh (model: 2 sum_{g<h} c F / pairs), of which either factor or both change from
 * draw to draw.
 */
#pragma once

#include "core/kernel.h"
#include "core/score.h"
#include "core/uncertainty.h"

G_BEGIN_DECLS

/* In place of an index: it is the same in every draw. */
#define MIS_CERTAIN G_MAXUINT

/**
 * MisUncertainRow:
 * @goal: as a slice has it, "no goal" last
 * @count: its agents
 * @value: which value its weight is; %MIS_CERTAIN: it is @weight
 * @divisor: which divisor the weight is divided by; %MIS_CERTAIN: by none
 * @smallest, @largest: as read, all its positive weights are between them
 *
 * A row whose weight in the area, as read, can differ between two draws.
 */
typedef struct
{
  guint goal;
  double count;
  guint value;
  double weight;
  guint divisor;
  double smallest;
  double largest;
} MisUncertainRow;

/**
 * MisUncertainArea:
 * @score: M_p where no draw changes it, %NAN for none
 * @varies: whether it does change
 * @n, @k, @pairs: agents, goals for the normalization, and ordered pairs of agents
 * @base: the sum of c F over the pairs of goals in which nothing is uncertain
 * @terms: the others
 * @rows: (element-type MisUncertainRow)
 * @certain: (element-type MisGoalClass): all other rows
 * @by_kernel: whether F is a product of features; otherwise it is worked out from classes
 * @fixed: (array length=(goals+1)*terms): features of @certain
 * @features: the same with @rows: of the latest draw
 */
typedef struct
{
  MisWeightMean mean;
  guint n_goals;
  double score;
  gboolean varies;
  double n;
  guint k;
  double pairs;
  double base;
  GArray *terms;
  GArray *rows;
  GArray *certain;
  gboolean by_kernel;
  MisKernel kernel;
  double *fixed;
  double *features;
} MisUncertainArea;

/* An empty one; rows are then added to @rows and @certain. */
void mis_uncertain_area_init (MisUncertainArea *area);
void mis_uncertain_area_clear (MisUncertainArea *area);

/**
 * mis_uncertain_area_end:
 * @score: of the area in @world as it is set
 * @values: (inout) (element-type MisUncertain): uncertain conflicts between goals that are held are
 *   added at its end
 *
 * To be called when all rows are there. O(rows + k^2).
 */
void mis_uncertain_area_end (MisUncertainArea *self,
                             const MisWorld *world,
                             guint area,
                             const MisAreaScore *score,
                             GArray *values);

/* M_p of a draw; %NAN if fewer than two agents count. */
double mis_uncertain_area_score (MisUncertainArea *self,
                                 const MisScoring *scoring,
                                 const double *values,
                                 const double *divisors);

G_END_DECLS
