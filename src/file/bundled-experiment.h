/* bundled-experiment.h: the experiments that come with the program, embedded in it.
 *
 * Their sources are data/experiments; each is the canonical form of itself.
 */
#pragma once

#include "core/experiment.h"

G_BEGIN_DECLS

/**
 * mis_bundled_experiment_names:
 *
 * The names of all, ended by %NULL: first "figure-1" to "figure-8", the figures of the paper that
 * are curves, then those that go further.
 */
extern const char *const mis_bundled_experiment_names[];

/* How many of the names are figures of the paper. */
#define MIS_N_FIGURES 6u

/**
 * mis_bundled_experiment_load:
 * @name: one of mis_bundled_experiment_names
 *
 * Returns: (transfer full): %NULL with %MIS_FILE_ERROR_IO if there is no such experiment
 */
MisExperiment *mis_bundled_experiment_load (const char *name, GError **error);

/* Whether @experiment is a figure of the paper with other numbers than there. How its band is drawn
 * is none of them, nor for whom its weights are, of which the paper says one thing and its program
 * does another. */
gboolean mis_bundled_experiment_is_changed (const MisExperiment *experiment);

G_END_DECLS
