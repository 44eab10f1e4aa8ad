/* sampler.h: a world whose uncertain conflicts and weights are drawn anew for each run.
 *
 * Every run draws each of them once, independently. What is drawn depends on the seed, the run and
 * what it is (by the ids of group and area, or of area and goals), and on nothing else: two worlds
 * that have an uncertain value in common draw the same part of its range in the same run. So
 * scenarios are compared run by run, and neither another one nor another order changes a draw.
 */
#pragma once

#include "core/experiment.h"
#include "core/uncertainty.h"
#include "sim/stream.h"

G_BEGIN_DECLS

/* For one thread at a time. */
typedef struct _MisSampler MisSampler;

/* O(positions + goals^2). */
MisSampler *mis_sampler_new (MisWorld *world, MisRanges ranges);
void mis_sampler_free (MisSampler *self);

/* Whether there is anything to draw in @world: a conflict or weight with a range. O(positions). */
gboolean mis_sampler_has_ranges (const MisWorld *world);

/**
 * mis_sampler_run:
 * @stream: of the run; its parts are used up, wherever it is
 *
 * O(uncertain values), and what mis_uncertainty_score() takes.
 *
 * Returns: M of one draw
 */
double mis_sampler_run (MisSampler *self, MisStream *stream);

/* The expectation of M over all draws; %NAN where it has no closed form. */
double mis_sampler_get_expectation (MisSampler *self);

/**
 * mis_range_draw:
 * @part: in [0,1): the share of all draws that are lower
 * @low, @value, @high: a range, and what it is set to
 *
 * Returns: a number in the range, nondecreasing in @part
 */
double mis_range_draw (double part, double low, double value, double high, MisRanges ranges);

/* The expectation of a draw, and of its square root. */
double mis_range_mean (double low, double value, double high, MisRanges ranges);
double mis_range_mean_root (double low, double value, double high, MisRanges ranges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisSampler, mis_sampler_free)

G_END_DECLS
