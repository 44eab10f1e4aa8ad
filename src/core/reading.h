/* reading.h: positions as the options of the score read them: who counts, with what weight.
 *
 * Private to core. What is unknown, and what a weight is once each agent's weights are to sum to 1,
 * is decided here and nowhere else.
 */
#pragma once

#include "core/wide.h"
#include "core/world-private.h"

G_BEGIN_DECLS

/**
 * MisReading:
 * @world: whose positions are read; borrowed
 * @null_counts: (array length=n_areas): whether the area sets a conflict with "no goal" above 0, a
 *   range counting by its high end: only there does the weight of "no goal" matter
 */
typedef struct
{
  const MisWorld *world;
  gboolean *null_counts;
} MisReading;

void mis_reading_init (MisReading *reading, const MisWorld *world);
void mis_reading_clear (MisReading *reading);

/* Whether two worlds read the same row of numbers alike in every area. */
gboolean mis_reading_equal (const MisReading *a, const MisReading *b);

/* Whether the weight of a position with @goal, as read, is part of what its agent's weights
 * sum to. */
gboolean mis_reading_weight_matters (const MisReading *reading, guint area, int goal);

/**
 * mis_reading_read:
 * @goal: (inout): a goal, %MIS_NO_GOAL or %MIS_UNKNOWN; as read, an explicit goal or %MIS_NO_GOAL
 * @weight: (inout): its weight, as given and as read
 * @divisor: of the agent, as mis_reading_get_divisor() gives it; 1 for what is given
 *
 * Returns: %FALSE if an agent with this position does not count in the area
 */
gboolean mis_reading_read (const MisReading *reading, double divisor, int *goal, double *weight);

/**
 * mis_reading_get_divisor:
 *
 * What the weights of a row are divided by: 1, or under "sum-to-one" the sum of its weights in the
 * areas where they matter, which may be 0. Weights of explicit goals always matter, that of "no
 * goal" where a conflict with it is set. O(areas).
 */
double mis_reading_get_divisor (const MisReading *reading, const MisBlock *block, guint row);

/**
 * mis_reading_get_position:
 * @divisor: of this row
 * @goal: (out): an explicit goal, or %MIS_NO_GOAL
 * @weight: (out): its weight
 *
 * Returns: %FALSE if the row does not count in the area
 */
gboolean mis_reading_get_position (const MisReading *reading,
                                   const MisBlock *block,
                                   guint row,
                                   guint area,
                                   double divisor,
                                   int *goal,
                                   double *weight);

/**
 * mis_reading_get_wide_divisor:
 * @changed: (nullable): what the row would hold in @area, instead of what it does
 *
 * The divisor with 106 bits, for differences.
 */
MisWide mis_reading_get_wide_divisor (const MisReading *reading,
                                      const MisBlock *block,
                                      guint row,
                                      guint area,
                                      const MisPosition *changed);

/* What a position is with 106 bits. A weight that no conflict meets is 0 under "sum-to-one", where
 * it may be any multiple of those that matter. */
gboolean mis_reading_get_wide_position (const MisReading *reading,
                                        MisPosition position,
                                        guint area,
                                        MisWide divisor,
                                        int *goal,
                                        MisWide *weight);

G_END_DECLS
