/* experiments-view.h: a gallery of experiments, and the page of the one that is chosen. */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "plot/chart.h"

G_BEGIN_DECLS

#define MIS_TYPE_EXPERIMENTS_VIEW (mis_experiments_view_get_type ())
G_DECLARE_FINAL_TYPE (MisExperimentsView, mis_experiments_view, MIS, EXPERIMENTS_VIEW, AdwBin)

/**
 * MisExperimentsView:
 *
 * The small charts of the gallery are run by a worker as long as it is in sight. Signal "changed":
 * another page or another chart is shown.
 *
 * Actions, on the experiment of the project that is open or has the keyboard:
 * "experiments.duplicate", "experiments.delete", "experiments.move-back", "experiments.move-on"; on
 * the bundled one that is open "experiments.keep"; and "experiments.new".
 */

/* (nullable): the open project, whose experiments are shown too. */
void mis_experiments_view_set_document (MisExperimentsView *self, MisDocument *document);

/* Adds an experiment to the project and opens it, if there is something that can vary. */
void mis_experiments_view_add (MisExperimentsView *self);
gboolean mis_experiments_view_can_add (MisExperimentsView *self);

/* Opens the distribution of the score of what is shown of the project; adds it if there is none. */
void mis_experiments_view_show_distribution (MisExperimentsView *self);

/* Opens the page of the experiment of the project that is called @id. */
void mis_experiments_view_open_own (MisExperimentsView *self, const char *id);

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

/* (nullable): the chart of the open experiment; (transfer full): the experiment that it shows. */
MisChart *mis_experiments_view_get_chart (MisExperimentsView *self);

/* Whether it has none, but what is run will have one. */
gboolean mis_experiments_view_awaits_chart (MisExperimentsView *self);
MisExperiment *mis_experiments_view_get_shown (MisExperimentsView *self);

/* (transfer full) (nullable): where that chart comes from, for the line below it in a file. */
char *mis_experiments_view_get_source (MisExperimentsView *self);

G_END_DECLS
