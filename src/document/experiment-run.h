/* experiment-run.h: an experiment run by a worker: how far it is, and what has come of it. */
#pragma once

#include <gio/gio.h>

#include "core/experiment.h"
#include "core/figure-data.h"
#include "core/world.h"

G_BEGIN_DECLS

#define MIS_TYPE_EXPERIMENT_RUN (mis_experiment_run_get_type ())
G_DECLARE_FINAL_TYPE (MisExperimentRun, mis_experiment_run, MIS, EXPERIMENT_RUN, GObject)

/**
 * MisExperimentRun:
 *
 * Lives in the main thread. Signals: "progressed", ten times a second while it runs; "ended", when
 * the run that was started last has its result, was cancelled, or could not begin. Neither comes
 * after mis_experiment_run_forget(), nor when the last reference is gone, which stops the worker.
 */
MisExperimentRun *mis_experiment_run_new (void);

/**
 * mis_experiment_run_start:
 * @world: (nullable): the open project; for experiments that have their world from it
 *
 * Starts with nothing done. What ran before is stopped and forgotten, but its result stays until
 * there is a new one.
 */
void mis_experiment_run_start (MisExperimentRun *self, MisExperiment *experiment, MisWorld *world);

/* Stops a run; what was done until then becomes its result. There is none if it was not
 * yet begun. */
void mis_experiment_run_cancel (MisExperimentRun *self);

/* Stops a run that nobody waits for any more. The earlier result stays. */
void mis_experiment_run_forget (MisExperimentRun *self);

gboolean mis_experiment_run_is_running (MisExperimentRun *self);

/* Of the run that was started last: worlds, in all and done; seconds, until now or its end. */
guint mis_experiment_run_get_n_worlds (MisExperimentRun *self);
guint mis_experiment_run_get_n_done (MisExperimentRun *self);
double mis_experiment_run_get_seconds (MisExperimentRun *self);

/* Seconds that one world of the run that ended last took, without making ready, which is done once
 * however many there are; %NAN if there was none. */
double mis_experiment_run_get_world_seconds (MisExperimentRun *self);

/* Seconds that it will go on if worlds take as long as those before; %NAN before the first one. */
double mis_experiment_run_get_seconds_left (MisExperimentRun *self);

/* (nullable): the latest result. */
MisFigureData *mis_experiment_run_get_data (MisExperimentRun *self);

/* (nullable): what the latest result is of. */
MisExperiment *mis_experiment_run_get_experiment (MisExperimentRun *self);

/* Whether the latest result has all that was asked for; if not it was cancelled. */
gboolean mis_experiment_run_is_complete (MisExperimentRun *self);

/* (nullable): why the run that was started last could not begin: a message with its place. */
const char *mis_experiment_run_get_fault (MisExperimentRun *self);

/**
 * mis_experiment_load_world:
 * @project: (nullable): the open project
 *
 * Returns: (transfer full) (nullable): the world that @experiment is about: the project, or an
 *   example; %NULL for a recipe, and where there is no project
 */
MisWorld *mis_experiment_load_world (const MisExperiment *experiment, MisWorld *project);

/* How many worlds @experiment will run. */
guint mis_experiment_run_count (const MisExperiment *experiment);

G_END_DECLS
