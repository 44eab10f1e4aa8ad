/* ranges.h: whether a project says what is not known for certain, and experiments that draw from
 * it.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* Whether a weight or conflict of @world, or of @world under one of its scenarios, has a range.
 * O(scenarios x positions). */
gboolean mis_world_offers_ranges (MisWorld *world);

/**
 * mis_experiment_draw_from:
 * @ranges: how uncertain values are drawn from now on
 * @world: what @experiment is about
 *
 * Where nothing was drawn before, one run was enough: there are as many as a distribution takes.
 * Where nothing is drawn any more one is enough again, and something varies along x.
 *
 * Returns: (transfer full): %NULL with a #MisError that begins with the place
 */
MisExperiment *mis_experiment_draw_from (const MisExperiment *experiment,
                                         MisRanges ranges,
                                         const MisWorld *world,
                                         GError **error);

/**
 * mis_experiment_with_distribution:
 *
 * Nothing along x is about what the ranges leave open, so it draws from them.
 *
 * Returns: (transfer full): the distribution of the score; %NULL with a #MisError that begins with
 * the place
 */
MisExperiment *mis_experiment_with_distribution (const MisExperiment *experiment,
                                                 const MisWorld *world,
                                                 GError **error);

G_END_DECLS
