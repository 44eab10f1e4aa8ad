/* experiment-design.h: what an own experiment is called and what varies in it, to be changed. */
#pragma once

#include <adwaita.h>

#include "core/world.h"

G_BEGIN_DECLS

#define MIS_TYPE_EXPERIMENT_DESIGN (mis_experiment_design_get_type ())
G_DECLARE_FINAL_TYPE (MisExperimentDesign, mis_experiment_design, MIS, EXPERIMENT_DESIGN, AdwBin)

/**
 * MisExperimentDesign:
 *
 * Title, description, the x axis and the curves. Every choice and every number is offered at once.
 * What varies can be chosen over a project and over an example, not in a recipe.
 *
 * Signals "describing-began" and "describing-ended": what is offered between them is one step.
 */

/**
 * MisExperimentTake:
 * @experiment: as it is to be
 *
 * Returns: (transfer full) (nullable): why not; %NULL if it was taken, and shown with
 *   mis_experiment_design_set()
 */
typedef char *(*MisExperimentTake) (MisExperiment *experiment, gpointer user_data);

void mis_experiment_design_set_take (MisExperimentDesign *self,
                                     MisExperimentTake take,
                                     gpointer user_data);

/* @world: (nullable): what it is about; %NULL for a recipe. */
void
mis_experiment_design_set (MisExperimentDesign *self, MisExperiment *experiment, MisWorld *world);

/* Puts the keyboard into the title, all of it selected. */
void mis_experiment_design_name (MisExperimentDesign *self);

G_END_DECLS
