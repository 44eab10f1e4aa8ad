/* experiment-field.h: the numbers of an experiment that can be typed: what they may be, what they
 * change. */
#pragma once

#include "core/experiment.h"

G_BEGIN_DECLS

/* In the order of the rows. */
typedef enum
{
  MIS_FIELD_RUNS,
  MIS_FIELD_AGENTS,
  MIS_FIELD_FROM,
  MIS_FIELD_TO,
  MIS_FIELD_POINTS,
  MIS_FIELD_SEED,
  MIS_N_FIELDS,
} MisExperimentField;

gboolean mis_experiment_field_is_whole (const MisExperiment *experiment, MisExperimentField field);

/* (transfer full) (nullable): what is wrong with a number by itself, in words. */
char *mis_experiment_field_fault (const MisExperiment *experiment,
                                  MisExperimentField field,
                                  double value);

/* (transfer full): the experiment with another number; %NULL with a #MisError. */
MisExperiment *mis_experiment_field_change (const MisExperiment *experiment,
                                            MisExperimentField field,
                                            double value,
                                            GError **error);

/* (transfer full): why mis_experiment_field_change() did not, in words. */
char *mis_experiment_field_explain (MisExperimentField field, const GError *error);

G_END_DECLS
