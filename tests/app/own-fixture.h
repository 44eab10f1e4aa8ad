/* own-fixture.h: experiments of the project in a window, and what people do with them. */
#pragma once

#include "app-fixture.h"
#include "app/experiment-card.h"
#include "core/experiment.h"
#include "plot/chart.h"

G_BEGIN_DECLS

/* A window with a new experiment of @example, whose chart is there. */
MisWindow *own_new_experiment (const char *example);

/* A window that shows the experiments of the project that is @json. */
MisWindow *own_open_json (const char *json);

/* What the window shows of them: the view, in it the page of one, and in that its parts. */
gpointer own_get_view (MisWindow *window);
gpointer own_get_page (MisWindow *window);
gpointer own_get_settings (MisWindow *window);
gpointer own_get_design (MisWindow *window);
gpointer own_get_x (MisWindow *window);
gpointer own_get_series (MisWindow *window);

/* The name of what the view shows: all experiments, or one. */
const char *own_get_inner_page (MisWindow *window);

/* The experiment that is open, as the project has it, and its chart, if there is one yet. */
MisExperiment *own_get_experiment (MisWindow *window);
MisChart *own_get_chart (MisWindow *window);

/* (transfer full): the numbers of the open experiment, as they are copied. */
char *own_get_numbers (MisWindow *window);

/* How many the project has; the card of one. */
guint own_count (MisWindow *window);
MisExperimentCard *own_find_card (MisWindow *window, const char *id);

/* An action of the window; one of the view, on what is open. */
void own_activate (MisWindow *window, const char *action);
void own_act (MisWindow *window, const char *action);
void own_show_view (MisWindow *window, const char *view);

/* Types @text into a field, with Enter; chooses @name from a menu. */
void own_type (gpointer editor, const char *entry, const char *text);
void own_choose (gpointer editor, const char *drop_down, const char *name);

/* How uncertain numbers are drawn. */
void own_choose_ranges (MisWindow *window, MisRanges ranges);

G_END_DECLS
