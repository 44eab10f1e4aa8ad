/* figure-case.h: bundled experiments, run for tests. */
#pragma once

#include "core/experiment.h"
#include "core/figure-data.h"
#include "sim/engine.h"

/* (transfer full): a bundled experiment with other runs, seed and agents; 0 runs or agents:
 * its own. */
MisExperiment *figure_case_load (const char *name, guint runs, guint64 seed, guint64 n_agents);

/* (transfer full): an experiment from JSON with ' in place of ", which must be right. */
MisExperiment *figure_case_read (const char *json);

/* (transfer full): the engine of an experiment, with its example if it has one. */
MisEngine *figure_case_engine (MisExperiment *experiment);

/* (transfer full): its result on one thread. */
MisFigureData *figure_case_run (MisExperiment *experiment);
