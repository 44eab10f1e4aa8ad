/* theory.h: what can be said of a point without running it: its exact expectation, and a bound. */
#pragma once

#include <gio/gio.h>

#include "core/recipe.h"
#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_theory_recipe:
 *
 * The expected M of a random world (paper, eq. 6 and 7): the mean over areas of E[c] times the sum
 * over pairs of different goals of the chance that two agents hold them, times E[f]. Weights per
 * agent and per goal group give the same, as a conflict is between different groups.
 *
 * For f over two weights drawn uniformly from [lo,hi]: geometric (E sqrt w)^2; arithmetic
 * (lo+hi)/2; minimum lo + (hi-lo)/3; maximum hi - (hi-lo)/3; harmonic by its antiderivative.
 *
 * O(goals of all areas).
 *
 * Returns: E[M]; 0 for fewer than two agents; %NAN under a normalization, under weights that sum to
 *   1, and under another area mean than the arithmetic with more than one area
 */
double mis_theory_recipe (const MisRecipe *recipe, const MisScoring *scoring);

/**
 * mis_theory_maximum:
 *
 * Theorem 3 for whole agents: what no world of this recipe can exceed, all groups being as equal as
 * can be and all conflicts and weights at their highest.
 *
 * Returns: the bound; %NAN where mis_theory_recipe() is
 */
double mis_theory_maximum (const MisRecipe *recipe, const MisScoring *scoring);

/**
 * mis_theory_world:
 * @cancellable: (nullable): polled for each row
 *
 * Eq. 6 as it stands, over pairs of agent groups: the closed form of a project without anything
 * random, such as figure 8. O(rows^2 x areas).
 *
 * Returns: M; %NAN above 100 rows, where positions are unknown, if it was cancelled, and as
 *   above
 */
double mis_theory_world (const MisWorld *world, GCancellable *cancellable);

G_END_DECLS
