/* experiment-page-private.h: what the parts of the page share: experiment-page.c has its texts and
 * its chart; experiment-page-run.c its runs; experiment-page-own.c what is different where the user
 * can change all of an experiment. */
#pragma once

#include "app/experiment-design.h"
#include "app/experiment-page.h"
#include "app/experiment-settings.h"
#include "app/figure-table.h"
#include "app/plot-card.h"
#include "app/split.h"
#include "document/experiment-run.h"

G_BEGIN_DECLS

struct _MisExperimentPage
{
  AdwBin parent_instance;

  MisSplit *split;
  MisExperimentDesign *design;
  MisExperimentSettings *settings;
  GtkLabel *forecast;
  GtkStack *run_stack;
  GtkWidget *run_box;
  GtkWidget *run_button;
  GtkWidget *reset_button;
  GtkWidget *keep_button;
  GtkWidget *own_box;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
  GtkLabel *progress_label;
  GtkWidget *cancel_button;
  GtkWidget *notice_box;
  GtkLabel *notice;
  MisPlotCard *plot_card;
  GtkWidget *view_box; /* how a distribution is seen, for all experiments of the window */
  GtkToggleButton *hill_button;
  GtkWidget *description_box;
  GtkLabel *description;
  GtkWidget *note_card;
  GtkLabel *note;
  MisFigureTable *table;

  MisDocument *document; /* NULL without a project */
  char *own_id;          /* NULL for a bundled experiment */
  MisWorld *world;       /* what an own one is about; NULL for a recipe */

  gboolean is_missing; /* it names something that the world does not have */

  MisExperimentRun *run;
  MisExperimentRun *sample;
  guint n_ticks; /* of the sample */

  /* How much longer a world takes than one of the sample, which has fewer agents. */
  double sample_factor;

  MisExperiment *shown; /* what the chart is of */
  MisWorld *shown_world;
  MisFigureData *data;
  char *part; /* (nullable): how much of a run that was cancelled the chart shows */
  guint scroll_source;
  MisWorld *run_world;  /* that the run is of, whatever is shown since it began */
  gboolean cancelling;  /* the run is to stop, and sums up what it has */
  gboolean is_repeated; /* the last run has given the numbers that were there */
  double world_seconds; /* that one world takes; NAN if that is not known */
};

/* Leaves what was shown before. @own_id: (nullable): of the project's experiment that is shown
 * next. */
void mis_experiment_page_begin (MisExperimentPage *self, const char *own_id);

/* By which all of the page is scrolled. */
GtkAdjustment *mis_experiment_page_get_scrolling (MisExperimentPage *self);

/* Before the template: makes the two that run, and listens to them. */
void mis_experiment_page_connect_runs (MisExperimentPage *self);

gboolean mis_experiment_page_is_running (MisExperimentPage *self);

/* The run button, or progress and the button that cancels. The keyboard stays at the one that takes
 * the place of the other. */
void mis_experiment_page_show_running (MisExperimentPage *self, gboolean running);

/* Runs what is set, unless it cannot be run. */
void mis_experiment_page_start_run (MisExperimentPage *self);

/* Runs the experiment to see how long its worlds take, and no longer. */
void mis_experiment_page_start_sample (MisExperimentPage *self);

/* Each shows a part of @experiment, or what is set; @world, @data, @text: (nullable). */
void mis_experiment_page_show_texts (MisExperimentPage *self, const MisExperiment *experiment);
void mis_experiment_page_show_data (MisExperimentPage *self,
                                    MisExperiment *experiment,
                                    MisWorld *world,
                                    MisFigureData *data);
void mis_experiment_page_show_age (MisExperimentPage *self);
void mis_experiment_page_show_notice (MisExperimentPage *self, const char *text);

/* Says that a run was cancelled, for as long as what is set is what was run. */
void mis_experiment_page_show_part (MisExperimentPage *self);
void mis_experiment_page_show_forecast (MisExperimentPage *self);
void mis_experiment_page_show_buttons (MisExperimentPage *self);

/* A sample has ended: it is the result, if it was all that the experiment asks for. */
void mis_experiment_page_show_live (MisExperimentPage *self);

/* Makes a step of the document; a #MisExperimentTake. */
char *mis_experiment_page_take_own (MisExperiment *experiment, gpointer user_data);

/* The same with what was typed in the settings. */
void mis_experiment_page_take_settings (MisExperimentPage *self);

/* Whether the chart is of all that would be run now. */
gboolean mis_experiment_page_is_up_to_date (MisExperimentPage *self);

G_END_DECLS
