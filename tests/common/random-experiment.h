/* random-experiment.h: experiments at random, as a project can hold them. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * mis_random_experiment:
 * @base: the project; what an experiment names is in it, or is gone, which is allowed
 * @number: makes the id unique
 *
 * All three kinds of world turn up, most quantities, lists and ends, scales, names and labels.
 *
 * Returns: (transfer full): an experiment that passes mis_experiment_check()
 */
MisExperiment *mis_random_experiment (GRand *rand, const MisWorld *base, guint number);

G_END_DECLS
