/* experiment.h: what `figure` and `sweep` share: options, running, progress, writing. */
#pragma once

#include "cli/command.h"
#include "cli/figure-output.h"
#include "core/experiment.h"
#include "core/world.h"

G_BEGIN_DECLS

/**
 * MisExperimentOptions:
 *
 * What is given on the command line; words that were not are %NULL.
 */
typedef struct
{
  char *path;
  char *runs;
  char *seed;
  char *threads;
  char *agents;
  char **weights_per;
  char **format;
  char **view; /* of a distribution; only where the command has it */
  gboolean decimal_comma;
} MisExperimentOptions;

#define MIS_N_EXPERIMENT_OPTIONS 8u

/* @entries: (array length=8) (out caller-allocates): options that fill @options. */
void mis_experiment_options_fill (MisExperimentOptions *options, GOptionEntry *entries);
void mis_experiment_options_clear (MisExperimentOptions *options);

/**
 * mis_experiment_options_apply:
 *
 * Returns: (transfer full): @experiment with the runs, seed, agents and kind of weights that were
 *   given; %NULL if they are wrong, which was said
 */
MisExperiment *mis_experiment_options_apply (const MisExperimentOptions *options,
                                             const MisCommand *command,
                                             const MisExperiment *experiment);

/* What --format says, else the ending of @path (nullable), else SVG; %FALSE if wrong, which
 * was said. */
gboolean mis_experiment_options_choose_format (const MisExperimentOptions *options,
                                               const MisCommand *command,
                                               const char *path,
                                               MisFigureFormat *format);

/* %FALSE, and said, if a picture is to go to a terminal that cannot show it; the letters of an SVG
 * only where they were not asked for. */
gboolean mis_experiment_check_terminal (const MisExperimentOptions *options,
                                        const MisCommand *command,
                                        MisFigureFormat format);

/**
 * mis_experiment_perform:
 * @name: what messages and the progress call it
 * @world: (nullable): the project, for experiments with one
 * @path: (nullable): where the result goes
 *
 * Runs all and then writes. Progress goes to standard error if that is a terminal.
 *
 * Returns: the exit status; what went wrong was said
 */
MisExit mis_experiment_perform (const MisExperimentOptions *options,
                                const MisCommand *command,
                                const char *name,
                                MisExperiment *experiment,
                                MisWorld *world,
                                MisFigureFormat format,
                                const char *path);

G_END_DECLS
