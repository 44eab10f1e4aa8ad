/* experiment-page.h: one experiment: what can be changed, its run, its chart and its numbers. */
#pragma once

#include <adwaita.h>

#include "core/experiment.h"
#include "core/figure-data.h"
#include "document/document.h"
#include "plot/chart.h"

G_BEGIN_DECLS

#define MIS_TYPE_EXPERIMENT_PAGE (mis_experiment_page_get_type ())
G_DECLARE_FINAL_TYPE (MisExperimentPage, mis_experiment_page, MIS, EXPERIMENT_PAGE, AdwBin)

/**
 * MisExperimentPage:
 *
 * Property "chart", read-only: there is another one, or none any more.
 */

/**
 * mis_experiment_page_set_experiment:
 * @data: (nullable): the numbers of @experiment, if it was run already; else it is run now
 */
void mis_experiment_page_set_experiment (MisExperimentPage *self,
                                         MisExperiment *experiment,
                                         MisFigureData *data);

/* (nullable): the open project, into which an experiment can be taken, and whose own can be shown.
 */
void mis_experiment_page_set_document (MisExperimentPage *self, MisDocument *document);

/**
 * mis_experiment_page_set_own:
 * @id: of an experiment of the project, which can then be changed; each change is a step of the
 * document
 * @data: (nullable): its numbers, if it was run already
 *
 * It is run at once, and again with each change, as long as that takes no time.
 */
void mis_experiment_page_set_own (MisExperimentPage *self, const char *id, MisFigureData *data);

/* Follows the document; %FALSE if the experiment that is shown is not in it any more. */
gboolean mis_experiment_page_update (MisExperimentPage *self);

/* (nullable): which of the project's experiments is shown. */
const char *mis_experiment_page_get_own_id (MisExperimentPage *self);

/* (nullable): the experiment as it is set, whether it was run or not. */
MisExperiment *mis_experiment_page_get_set (MisExperimentPage *self);

/* Puts the keyboard into the title of an own experiment, to be typed. */
void mis_experiment_page_name (MisExperimentPage *self);

/* As it is seen when it opens: from its top, with the keyboard at the chart. */
void mis_experiment_page_show_top (MisExperimentPage *self);

/* Starts a run of what is set, or cancels one. Neither does anything where it cannot. */
void mis_experiment_page_run (MisExperimentPage *self);
gboolean mis_experiment_page_cancel (MisExperimentPage *self);

/* Stops all work: the page is left. */
void mis_experiment_page_leave (MisExperimentPage *self);

/* (nullable): the chart. */
MisChart *mis_experiment_page_get_chart (MisExperimentPage *self);

/* Whether there is none, but what is run will have one. */
gboolean mis_experiment_page_awaits_chart (MisExperimentPage *self);

/* (nullable) (transfer full): what the chart shows, with as many runs as were done. */
MisExperiment *mis_experiment_page_get_shown (MisExperimentPage *self);

/* (nullable) (transfer full): where the chart comes from, for the line below it in a file; %NULL
 * for one that says so itself. */
char *mis_experiment_page_get_source (MisExperimentPage *self);

G_END_DECLS
