/* experiments-view.h: a gallery of experiments, and the page of the one that is chosen. */
#pragma once

#include <adwaita.h>

#include "core/experiment.h"
#include "plot/chart.h"

G_BEGIN_DECLS

#define MIS_TYPE_EXPERIMENTS_VIEW (mis_experiments_view_get_type ())
G_DECLARE_FINAL_TYPE (MisExperimentsView, mis_experiments_view, MIS, EXPERIMENTS_VIEW, AdwBin)

/**
 * MisExperimentsView:
 *
 * The small charts of the gallery are run by a worker as long as it is in sight. Signal "changed":
 * another page or another chart is shown.
 */

/* Opens the page of the experiment called @name, as in mis_bundled_experiment_names. */
void mis_experiments_view_open (MisExperimentsView *self, const char *name);

/* Puts the keyboard at the beginning of what is shown, unless it is somewhere there. */
void mis_experiments_view_take_focus (MisExperimentsView *self);

/* From the page of an experiment to the gallery; %FALSE if that is where we are. */
gboolean mis_experiments_view_go_back (MisExperimentsView *self);
gboolean mis_experiments_view_is_open (MisExperimentsView *self);

/* Runs the open experiment, or cancels its run; cancel says whether there was one. */
void mis_experiments_view_run (MisExperimentsView *self);
gboolean mis_experiments_view_cancel (MisExperimentsView *self);

/* Whether the ways to the other views stand at the bottom. */
void mis_experiments_view_set_switcher_visible (MisExperimentsView *self, gboolean visible);

/* (nullable): the chart of the open experiment; (transfer full): the experiment that it shows. */
MisChart *mis_experiments_view_get_chart (MisExperimentsView *self);
MisExperiment *mis_experiments_view_get_shown (MisExperimentsView *self);

G_END_DECLS
