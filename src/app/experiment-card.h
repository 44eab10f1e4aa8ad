/* experiment-card.h: an experiment in a gallery, with a small chart of a run of it. */
#pragma once

#include <gtk/gtk.h>

#include "core/experiment.h"
#include "core/figure-data.h"

G_BEGIN_DECLS

#define MIS_TYPE_EXPERIMENT_CARD (mis_experiment_card_get_type ())
G_DECLARE_FINAL_TYPE (MisExperimentCard, mis_experiment_card, MIS, EXPERIMENT_CARD, GtkButton)

GtkWidget *mis_experiment_card_new (MisExperiment *experiment);

MisExperiment *mis_experiment_card_get_experiment (MisExperimentCard *self);

/* (nullable): the numbers that the small chart is of. */
void mis_experiment_card_set_data (MisExperimentCard *self, MisFigureData *data);
MisFigureData *mis_experiment_card_get_data (MisExperimentCard *self);

G_END_DECLS
