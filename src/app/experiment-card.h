/* experiment-card.h: an experiment in a gallery, with a small chart of a run of it. */
#pragma once

#include <gtk/gtk.h>

#include "core/figure-data.h"
#include "core/world.h"

G_BEGIN_DECLS

#define MIS_TYPE_EXPERIMENT_CARD (mis_experiment_card_get_type ())
G_DECLARE_FINAL_TYPE (MisExperimentCard, mis_experiment_card, MIS, EXPERIMENT_CARD, GtkButton)

GtkWidget *mis_experiment_card_new (MisExperiment *experiment);

/**
 * mis_experiment_card_set_own:
 * @world: (nullable): what it is about; %NULL for a recipe
 *
 * Shows an experiment of the user's, under its own title and with the names of @world. What it
 * names and
 * @world does not have is said in place of a chart. The chart is not drawn if it may look different
 * now.
 */
void
mis_experiment_card_set_own (MisExperimentCard *self, MisExperiment *experiment, MisWorld *world);

MisExperiment *mis_experiment_card_get_experiment (MisExperimentCard *self);

/* Whether it waits for its chart; one that cannot be run waits for none. */
gboolean mis_experiment_card_is_waiting (MisExperimentCard *self);

/**
 * mis_experiment_card_set_data:
 * @data: (nullable): the numbers that the small chart is of; %NULL if it cannot be run
 * @is_complete: whether they are all that the experiment asks for
 */
void
mis_experiment_card_set_data (MisExperimentCard *self, MisFigureData *data, gboolean is_complete);

/* (nullable): the numbers, if they are complete. */
MisFigureData *mis_experiment_card_get_data (MisExperimentCard *self);

G_END_DECLS
