/* engine.h: an experiment made ready, and each run of each of its points as a pure function.
 *
 * A cell is a point of a series: cell = series x points + point. Run r of a cell has a random
 * stream of its own, whatever was run before, so results do not depend on the order or on the
 * thread. Series that differ only in how they are scored draw the same worlds. Of a project with
 * ranges all series and points draw the same: run r is one and the same guess at what is uncertain
 * (sampler.h).
 */
#pragma once

#include <gio/gio.h>

#include "core/experiment.h"
#include "core/figure-data.h"
#include "core/world.h"
#include "sim/plan.h"

G_BEGIN_DECLS

/* Immutable, so that threads can share it. */
typedef struct _MisEngine MisEngine;

/**
 * mis_engine_new:
 * @experiment: as mis_experiment_check() allows it
 * @world: (nullable): the project or example; ignored by experiments with a recipe
 * @cancellable: (nullable): polled for each series of a project, and each point of a recipe
 *
 * O(series x points x goals of all areas), of a project O(series x rows).
 *
 * Returns: (transfer full): %NULL with a #MisError that begins with the place, if the experiment
 *   needs a project and there is none, or names what @world does not have; with
 *   %G_IO_ERROR_CANCELLED if it was cancelled
 */
MisEngine *mis_engine_new (MisExperiment *experiment,
                           MisWorld *world,
                           GCancellable *cancellable,
                           GError **error);
void mis_engine_free (MisEngine *engine);

const MisExperiment *mis_engine_get_experiment (const MisEngine *engine);

/* n, or the highest n of all points. */
guint64 mis_engine_get_n_agents (const MisEngine *engine);

/* Series times points. */
guint mis_engine_get_n_cells (const MisEngine *engine);

/* Whether two runs of the cell can differ; if not only the first one need be run. */
gboolean mis_engine_is_random (const MisEngine *engine, guint cell);

/* How many runs of a cell are best worked out one after the other: cells of some experiments take
 * longer to be made ready than to be run. */
guint mis_engine_get_batch (const MisEngine *engine);

/* What mis_engine_run() needs besides; one for each thread. @cancellable: (nullable): borrowed. */
void mis_engine_init_desk (const MisEngine *engine,
                              MisDesk *desk,
                              GCancellable *cancellable);

/**
 * mis_engine_run:
 * @run: from 0
 *
 * Returns: M of the world of this run; %NAN if it was cancelled
 */
double mis_engine_run (const MisEngine *engine, MisDesk *desk, guint cell, guint run);

/**
 * MisExpectation:
 * @mean: what theory expects of the runs; %NAN where it says nothing
 * @maximum: what no run can exceed (paper, theorem 3); %NAN where nothing is known
 * @as_set, @lowest, @highest: the score with everything as it is set, and the bounds that the
 * ranges
 *   allow, where nothing varies along x; %NAN elsewhere, and where there are none
 *
 * What can be said of a cell without its runs.
 */
typedef struct
{
  double mean;
  double maximum;
  double as_set;
  double lowest;
  double highest;
} MisExpectation;

/**
 * mis_engine_expect:
 * @expectation: (out)
 *
 * Much the same work as a run, or for a project of up to 100 rows a sum over their pairs.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean mis_engine_expect (const MisEngine *engine,
                            MisDesk *desk,
                            guint cell,
                            MisExpectation *expectation);

/**
 * mis_engine_count_runs:
 * @values: (array length=n_cells*runs): value of run r of a cell at cell x runs + r; %NAN where
 *   there is none; where nothing is random only run 0 is looked at
 * @is_complete: (out): whether nothing is left out
 *
 * Returns: how many runs every cell has; all of the experiment if nothing is left out. Where some
 *   cells have none, 1, or with batches what the others have; 0 where all have none
 */
guint mis_engine_count_runs (const MisEngine *engine, const double *values, gboolean *is_complete);

/* What the runs of a cell come to; @is_set unless it has none. */
typedef struct
{
  gboolean is_set;
  MisFigurePoint point;
  MisDistribution *distribution; /* (nullable) */
} MisCellSummary;

/**
 * mis_engine_summarize:
 * @values: as above; those of the cell are put into another order
 * @n_runs: what mis_engine_count_runs() says
 * @expectation: of the cell; not looked at if it has no run
 * @summary: (out): mean, extremes, deviation, band, theory and bounds of a cell
 *
 * O(@n_runs).
 *
 * Returns: whether the cell has a run
 */
gboolean mis_engine_summarize (const MisEngine *engine,
                               double *values,
                               guint n_runs,
                               guint cell,
                               const MisExpectation *expectation,
                               MisCellSummary *summary);

/**
 * mis_engine_collect:
 * @values: as above
 * @summaries: (array length=n_cells): their distributions are taken over
 *
 * Returns: (transfer full): the points in slot order; of cells without a run there are none. The
 * bins of distributions are chosen, and nothing is counted in them yet
 */
MisFigureData *mis_engine_collect (const MisEngine *engine,
                                   const double *values,
                                   guint n_runs,
                                   MisCellSummary *summaries);

/**
 * mis_engine_count_draws:
 * @values: as above
 * @data: of mis_engine_collect(); only this series of it is changed
 *
 * Counts the runs of a distribution in the bins of @data; does nothing for another series.
 * O(@n_runs).
 */
void mis_engine_count_draws (const MisEngine *engine,
                             const double *values,
                             guint n_runs,
                             guint series,
                             MisFigureData *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisEngine, mis_engine_free)

G_END_DECLS
