/* experiment-settings.h: what can be changed in an experiment before it runs, as rows. */
#pragma once

#include <adwaita.h>

#include "core/world.h"

G_BEGIN_DECLS

#define MIS_TYPE_EXPERIMENT_SETTINGS (mis_experiment_settings_get_type ())
G_DECLARE_FINAL_TYPE (
    MisExperimentSettings, mis_experiment_settings, MIS, EXPERIMENT_SETTINGS, AdwBin)

/**
 * MisExperimentSettings:
 *
 * Rows are there as far as the experiment has what they change: without chance there are neither
 * runs nor a seed. Whether uncertain values are drawn can be chosen for an experiment of the user's
 * whose world has some, and for whom weights are drawn in every world that draws them. A value that
 * cannot be is refused where it is typed.
 *
 * Signal "changed": the user has changed the experiment, or it was reset.
 */

/* Shows @original, which is what reset means. */
void mis_experiment_settings_set_experiment (MisExperimentSettings *self, MisExperiment *original);

/**
 * mis_experiment_settings_set_own:
 * @world: (nullable): what it is about; %NULL for a recipe
 *
 * Shows an experiment of the user's: there is nothing to reset it to. Over a world the values of x
 * are left to others, and the number of agents is that of the world or one that it is scaled to.
 */
void mis_experiment_settings_set_own (MisExperimentSettings *self,
                                      MisExperiment *experiment,
                                      MisWorld *world);

/* (nullable): as it is set now. */
MisExperiment *mis_experiment_settings_get_experiment (MisExperimentSettings *self);

/* Whether reset would change anything. */
gboolean mis_experiment_settings_is_changed (MisExperimentSettings *self);
void mis_experiment_settings_reset (MisExperimentSettings *self);

/* Draws a new seed, unless the user has locked it: before each run. */
void mis_experiment_settings_draw_seed (MisExperimentSettings *self);

/* Whether runs draw anything at random, so that the seed matters. */
gboolean mis_experiment_settings_has_chance (MisExperimentSettings *self);

/* Whether the seed stays, so that a run is of the one that is set. */
gboolean mis_experiment_settings_keeps_seed (MisExperimentSettings *self);

/* Whether a field has a value that was refused. */
gboolean mis_experiment_settings_has_fault (MisExperimentSettings *self);

G_END_DECLS
