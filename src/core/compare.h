/* compare.h: two worlds side by side, such as a project and one of its scenarios.
 *
 * Differences of the paper's eq. 6 and 7. Areas, goals and rows are matched by id. Differences are
 * taken between sums with 106 bits (wide.h), so they keep their digits however large the population
 * is; but for the overall one where the two worlds differ in the area mean, or the second has areas
 * of its own, which is then one of doubles.
 */
#pragma once

#include "core/compare-path.h"
#include "core/effect.h"

G_BEGIN_DECLS

/**
 * MisAreaDifference:
 * @before, @after: the area in each world, or -1 where it is not there
 * @old_value, @new_value: M_p after normalization; %NAN where it has no score
 * @difference: new less old; %NAN unless both are there
 */
typedef struct
{
  int before;
  int after;
  double old_value;
  double new_value;
  double difference;
} MisAreaDifference;

/**
 * MisPairDifference:
 * @area: which of the areas of the comparison
 * @g, @h: two goals, numbered as in the world after; @g may be %MIS_NO_GOAL
 * @old_part, @new_part: what the pair contributes to M_p: 2 c(g,h) F_gh / pairs, normalized
 * @difference: new less old; over the pairs of an area these add up to its difference
 */
typedef struct
{
  guint area;
  int g;
  int h;
  double old_part;
  double new_part;
  double difference;
} MisPairDifference;

/**
 * MisGroupDifference:
 * @before, @after: the row in each world, or -1 where it is not there
 * @old_own, @new_own: its own score: the mean over the areas in which it counts of the mean of c f
 *   over the n_p - 1 pairs that a member is in (with replacement n_p), before normalization; an
 *   empty row's is what a member would have; %NAN if there is no such area
 * @difference: new less old; %NAN unless both are there
 * @against: M goes down and the row's own score up
 * @spared: M goes up and the row's own score down
 */
typedef struct
{
  int before;
  int after;
  double old_own;
  double new_own;
  double difference;
  gboolean against;
  gboolean spared;
} MisGroupDifference;

/**
 * MisComparison:
 * @old_overall, @new_overall, @difference: M; 0 where no area has a score
 * @areas: (array length=n_areas): those of the world before, then those that only the other one has
 * @pairs: (array length=n_pairs): pairs of goals that differ, of areas with a score in both worlds,
 *   the largest change of M_p first
 * @groups: (array length=n_groups): the rows of the world before, then those only the other has
 * @n_against: how many rows go against the total: "total down, group up"
 * @n_spared: "total up, group down"
 *
 * Immutable.
 */
typedef struct
{
  double old_overall;
  double new_overall;
  double difference;
  guint n_areas;
  MisAreaDifference *areas;
  guint n_pairs;
  MisPairDifference *pairs;
  guint n_groups;
  MisGroupDifference *groups;
  guint n_against;
  guint n_spared;
} MisComparison;

/**
 * mis_comparison_new:
 *
 * O(rows x areas + k^2) under geometric, arithmetic and none; what an exposure costs for each row
 * and area under the others (effect.h), except that areas that the two share are not paired anew.
 *
 * Returns: (transfer full)
 */
MisComparison *mis_comparison_new (const MisEffects *before, const MisEffects *after);
void mis_comparison_free (MisComparison *comparison);

/**
 * MisWaterfallStep:
 * @effect: what the change adds to M after all changes before it
 * @overall: M then
 * @has_score: whether any area has a score then; M is 0 if none has
 */
typedef struct
{
  double effect;
  double overall;
  gboolean has_score;
} MisWaterfallStep;

/**
 * MisWaterfall:
 * @old_overall, @new_overall: M before and after
 * @difference: between the two by themselves: the sum of the effects, to 1e-12
 * @steps: (array length=n_steps): one for each change of the scenario, in its order; or for each
 *   step of a path
 *
 * What a change adds depends on those before it; it is its effect at its place. Immutable.
 */
typedef struct
{
  double old_overall;
  double new_overall;
  double difference;
  guint n_steps;
  MisWaterfallStep *steps;
} MisWaterfall;

/**
 * mis_waterfall_new:
 * @stop: (nullable): polled; when it becomes non-zero the result is %NULL without an error
 *
 * For each change O(rows + areas), and the sums of the areas in which it changes something.
 *
 * Returns: (transfer full) (nullable): %NULL with a #MisError if the scenario cannot be applied
 */
MisWaterfall *mis_waterfall_new (const MisEffects *before,
                                 const MisScenario *scenario,
                                 const gint *stop,
                                 GError **error);

/**
 * mis_waterfall_new_along:
 * @before: of the world in which @path begins
 * @stop: (nullable): as of mis_waterfall_new()
 *
 * Returns: (transfer full) (nullable): from one scenario to another one, step by step
 */
MisWaterfall *
mis_waterfall_new_along (const MisEffects *before, const MisPath *path, const gint *stop);
void mis_waterfall_free (MisWaterfall *waterfall);

/* M before a step. */
double mis_waterfall_get_before (const MisWaterfall *waterfall, guint step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisComparison, mis_comparison_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisWaterfall, mis_waterfall_free)

G_END_DECLS
