/* experiment-settings-private.h: what the parts of the settings share: experiment-settings.c takes
 * what is typed and chosen; experiment-settings-show.c shows what there is. */
#pragma once

#include "app/experiment-field.h"
#include "app/experiment-settings.h"
#include "app/value-entry.h"

G_BEGIN_DECLS

struct _MisExperimentSettings
{
  AdwBin parent_instance;

  AdwActionRow *rows[MIS_N_FIELDS];
  MisValueEntry *entries[MIS_N_FIELDS];
  GtkToggleButton *lock_button;
  AdwComboRow *band_row;
  AdwComboRow *ranges_row;
  AdwActionRow *no_ranges_row; /* in its place: how a number gets a range */
  AdwComboRow *per_row;
  AdwActionRow *uncertain_row;

  MisExperiment *original;
  MisExperiment *experiment;
  gboolean is_own;
  MisWorld *world;      /* of an own one that is not a recipe */
  guint64 world_agents; /* of the example or project */
  gboolean showing;
};

/* Whether it is the number of agents that a world of the user's is scaled to. */
gboolean mis_experiment_settings_is_scaled (MisExperimentSettings *self);

double mis_experiment_settings_get_value (MisExperimentSettings *self, MisExperimentField field);

/* Below the name of a number: why it was refused, or what it is of. */
void mis_experiment_settings_show_subtitle (MisExperimentSettings *self, MisExperimentField field);

/* For whom weights are drawn; what was refused there is gone. */
void mis_experiment_settings_show_per (MisExperimentSettings *self);

/* Brings all rows to the experiment as it is; nothing of that is a choice of the user's. */
void mis_experiment_settings_show_values (MisExperimentSettings *self);

/* Which rows there are. @world: (nullable): what the experiment is about, an example too. */
void mis_experiment_settings_show_rows (MisExperimentSettings *self, const MisWorld *world);

G_END_DECLS
