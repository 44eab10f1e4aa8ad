/* experiment-words.h: what a run of an experiment costs and has done, as sentences. */
#pragma once

#include "core/experiment.h"
#include "core/figure-data.h"
#include "document/experiment-run.h"

G_BEGIN_DECLS

/**
 * mis_forecast_text:
 * @n_worlds: that will be run
 * @world_seconds: that one takes; %NAN if that is not known
 *
 * Returns: (transfer full): "This will run 51 worlds; expected time: 0.05 s."
 */
char *mis_forecast_text (guint n_worlds, double world_seconds);

/* (transfer full): that a run has given the numbers that were there, and what gives others. */
char *mis_repeated_text (gboolean has_seed);

/* (transfer full): "40 %, time left: 3 s". */
char *mis_progress_text (double fraction, double seconds_left);

/* (transfer full): what there is of a run that was cancelled. */
char *mis_part_text (MisExperimentRun *run, const MisFigureData *data);

/* (transfer full): what varies along the axis, and how many curves there are. @world: (nullable):
 * the project it is about, with the names; %NULL for bundled ones and recipes. */
char *mis_experiment_summary (const MisExperiment *experiment, const MisWorld *world);

G_END_DECLS
