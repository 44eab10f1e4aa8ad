#include "app/experiment-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/experiment-settings.h"
#include "app/figure-table.h"
#include "app/plot-card.h"
#include "app/split.h"
#include "document/experiment-run.h"
#include "report/figure.h"
#include "report/number-text.h"

#define SAMPLE_RUNS 20u /* of each point, to see how long a world takes */

struct _MisExperimentPage
{
  AdwBin parent_instance;

  MisExperimentSettings *settings;
  GtkLabel *forecast;
  GtkStack *run_stack;
  GtkWidget *run_box;
  GtkWidget *run_button;
  GtkWidget *reset_button;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
  GtkLabel *progress_label;
  GtkWidget *cancel_button;
  GtkWidget *notice_box;
  GtkLabel *notice;
  MisPlotCard *plot_card;
  GtkLabel *description;
  GtkWidget *note_card;
  GtkLabel *note;
  MisFigureTable *table;

  MisExperimentRun *run;
  MisExperimentRun *sample;
  MisExperiment *shown; /* what the chart is of */
  MisFigureData *data;
  gboolean cancelling;  /* the run is to stop, and sums up what it has */
  double world_seconds; /* that one world takes; NAN if that is not known */
};

enum
{
  PROP_0,
  PROP_CHART,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MisExperimentPage, mis_experiment_page, ADW_TYPE_BIN)

static gboolean
is_running (MisExperimentPage *self)
{
  return mis_experiment_run_is_running (self->run);
}

/* What Run will do, before it is pressed. */
static void
show_forecast (MisExperimentPage *self)
{
  MisExperiment *experiment = mis_experiment_settings_get_experiment (self->settings);
  guint n_worlds = mis_experiment_run_count (experiment);
  g_autofree char *count = mis_count_text (n_worlds);
  g_autofree char *seconds = NULL;
  g_autofree char *text = NULL;

  if (isnan (self->world_seconds))
    text = g_strdup_printf (ngettext ("This will run %s world.", "This will run %s worlds.", n_worlds),
                            count);
  else
    {
      seconds = mis_seconds_text (n_worlds * self->world_seconds);
      /* Translators: a number of worlds, and a duration such as "0.05 s" */
      text = g_strdup_printf (ngettext ("This will run %s world; expected time: %s.",
                                        "This will run %s worlds; expected time: %s.", n_worlds),
                              count, seconds);
    }
  gtk_label_set_label (self->forecast, text);
}

static void
show_buttons (MisExperimentPage *self)
{
  gtk_widget_set_sensitive (self->run_button, !mis_experiment_settings_has_fault (self->settings));
  gtk_widget_set_visible (self->reset_button, mis_experiment_settings_is_changed (self->settings)
                                                || mis_experiment_settings_has_fault (self->settings));
}

/* The keyboard stays at the button that takes the place of the one it was at. */
static void
show_running (MisExperimentPage *self, gboolean running)
{
  GtkWidget *from = running ? self->run_button : self->cancel_button;
  GtkWidget *to = running ? self->cancel_button : self->run_button;
  gboolean has_focus = gtk_widget_has_focus (from) || self->cancelling;

  self->cancelling = FALSE;
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  gtk_stack_set_visible_child (self->run_stack, running ? self->progress_box : self->run_box);
  gtk_widget_set_sensitive (GTK_WIDGET (self->settings), !running);
  if (has_focus)
    gtk_widget_grab_focus (to);
}

static void
show_notice (MisExperimentPage *self, const char *text)
{
  gtk_label_set_label (self->notice, text != NULL ? text : "");
  gtk_widget_set_visible (self->notice_box, text != NULL);
}

/* What there is of a run that was cancelled. */
static void
show_part (MisExperimentPage *self)
{
  guint runs = mis_experiment_run_get_experiment (self->run)->runs;
  g_autofree char *done_text = mis_count_text (self->data->runs);
  g_autofree char *runs_text = mis_count_text (runs);
  g_autofree char *done
    = mis_percent_text ((double) mis_experiment_run_get_n_done (self->run)
                        / MAX (mis_experiment_run_get_n_worlds (self->run), 1));
  g_autofree char *text = NULL;

  if (self->data->runs == runs)
    text = g_strdup_printf (_("Cancelled after %s of the worlds: points are missing."), done);
  else
    /* Translators: two numbers of runs */
    text = g_strdup_printf (_("Cancelled: the chart shows the first %s of %s runs of each point."),
                            done_text, runs_text);
  show_notice (self, text);
}

static void
show_data (MisExperimentPage *self, MisExperiment *experiment, MisFigureData *data)
{
  g_autoptr (MisChart) chart = data != NULL ? mis_figure_chart (data) : NULL;

  if (data != NULL)
    mis_figure_data_ref (data);
  mis_experiment_ref (experiment);
  g_clear_pointer (&self->data, mis_figure_data_unref);
  g_clear_pointer (&self->shown, mis_experiment_unref);
  self->data = data;
  self->shown = experiment;
  mis_plot_card_set_chart (self->plot_card, chart);
  mis_figure_table_set_data (self->table, data);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

static void
progressed_cb (MisExperimentPage *self)
{
  guint n_worlds = mis_experiment_run_get_n_worlds (self->run);
  guint n_done = mis_experiment_run_get_n_done (self->run);
  double fraction = (double) n_done / MAX (n_worlds, 1);
  double left = mis_experiment_run_get_seconds_left (self->run);
  g_autofree char *percent = mis_percent_text (fraction);
  g_autofree char *text = NULL;

  if (self->cancelling)
    return;
  show_running (self, TRUE);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  if (isnan (left))
    text = g_strdup (percent);
  else
    {
      g_autofree char *seconds = mis_seconds_text (left < 1.0 ? left : round (left));

      /* Translators: a percentage, and a duration */
      text = g_strdup_printf (_("%s, time left: %s"), percent, seconds);
    }
  gtk_label_set_label (self->progress_label, text);
}

static void
ended_cb (MisExperimentPage *self)
{
  const char *fault = mis_experiment_run_get_fault (self->run);
  guint n_done = mis_experiment_run_get_n_done (self->run);

  show_running (self, FALSE);
  if (n_done > 0)
    self->world_seconds = mis_experiment_run_get_seconds (self->run) / n_done;
  show_forecast (self);
  if (fault != NULL || mis_experiment_run_get_data (self->run) == NULL)
    {
      show_notice (self, fault);
      return;
    }
  show_data (self, mis_experiment_run_get_experiment (self->run),
             mis_experiment_run_get_data (self->run));
  if (mis_experiment_run_is_complete (self->run))
    show_notice (self, NULL);
  else
    show_part (self);
}

/* A sample is only for the time that a world takes, so it need not come to its end. */
static void
sample_progressed_cb (MisExperimentPage *self)
{
  mis_experiment_run_cancel (self->sample);
}

static void
sample_ended_cb (MisExperimentPage *self)
{
  guint n_done = mis_experiment_run_get_n_done (self->sample);

  if (n_done > 0)
    self->world_seconds = mis_experiment_run_get_seconds (self->sample) / n_done;
  show_forecast (self);
}

static void
start_sample (MisExperimentPage *self)
{
  MisExperiment *experiment = mis_experiment_settings_get_experiment (self->settings);
  guint runs = MIN (experiment->runs, SAMPLE_RUNS);
  g_autoptr (MisExperiment) few = mis_experiment_with (experiment, &runs, NULL, NULL, NULL);

  if (few != NULL)
    mis_experiment_run_start (self->sample, few, NULL);
}

static void
settings_changed_cb (MisExperimentPage *self)
{
  if (mis_experiment_settings_get_experiment (self->settings) == NULL)
    return;
  show_forecast (self);
  show_buttons (self);
  if (!is_running (self))
    start_sample (self);
}

static void
run_clicked_cb (MisExperimentPage *self)
{
  mis_experiment_page_run (self);
}

static void
cancel_clicked_cb (MisExperimentPage *self)
{
  mis_experiment_page_cancel (self);
}

static void
reset_clicked_cb (MisExperimentPage *self)
{
  mis_experiment_settings_reset (self->settings);
  gtk_widget_grab_focus (self->run_button);
}

static void
mis_experiment_page_dispose (GObject *object)
{
  MisExperimentPage *self = MIS_EXPERIMENT_PAGE (object);

  g_clear_object (&self->run);
  g_clear_object (&self->sample);
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_EXPERIMENT_PAGE);
  g_clear_pointer (&self->shown, mis_experiment_unref);
  g_clear_pointer (&self->data, mis_figure_data_unref);
  G_OBJECT_CLASS (mis_experiment_page_parent_class)->dispose (object);
}

static void
mis_experiment_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHART)
    g_value_set_pointer (value, mis_experiment_page_get_chart (MIS_EXPERIMENT_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, description);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, settings);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, forecast);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, run_stack);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, run_box);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, run_button);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, reset_button);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, notice_box);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, notice);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, plot_card);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, note_card);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, note);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentPage, table);
  gtk_widget_class_bind_template_callback (widget_class, settings_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, run_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
mis_experiment_page_class_init (MisExperimentPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mis_experiment_page_dispose;
  object_class->get_property = mis_experiment_page_get_property;
  properties[PROP_CHART] = g_param_spec_pointer ("chart", NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (MIS_TYPE_EXPERIMENT_SETTINGS);
  g_type_ensure (MIS_TYPE_FIGURE_TABLE);
  g_type_ensure (MIS_TYPE_PLOT_CARD);
  g_type_ensure (MIS_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/misalign/Misalign/experiment-page.ui");
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
connect_runs (MisExperimentPage *self)
{
  self->run = mis_experiment_run_new ();
  self->sample = mis_experiment_run_new ();
  g_signal_connect_object (self->run, "progressed", G_CALLBACK (progressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sample, "progressed", G_CALLBACK (sample_progressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sample, "ended", G_CALLBACK (sample_ended_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
mis_experiment_page_init (MisExperimentPage *self)
{
  self->world_seconds = NAN;
  connect_runs (self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
translate (const char *text)
{
  return *text != '\0' ? _(text) : "";
}

static void
show_texts (MisExperimentPage *self, const MisExperiment *experiment)
{
  g_autofree char *title = mis_figure_title (experiment->id, experiment->title);

  g_object_set (self->plot_card, "title", title, NULL);
  gtk_label_set_label (self->description, translate (experiment->description));
  gtk_label_set_label (self->note, translate (experiment->note));
  gtk_widget_set_visible (self->note_card, *experiment->note != '\0');
}

void
mis_experiment_page_set_experiment (MisExperimentPage *self,
                                    MisExperiment *experiment,
                                    MisFigureData *data)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_PAGE (self));

  mis_experiment_page_leave (self);
  self->world_seconds = NAN;
  show_texts (self, experiment);
  show_notice (self, NULL);
  show_running (self, FALSE);
  show_data (self, experiment, data);
  mis_experiment_settings_set_experiment (self->settings, experiment);
  if (data == NULL)
    mis_experiment_page_run (self);
}

/* A number that is being typed still is taken first, as leaving its field would. */
void
mis_experiment_page_run (MisExperimentPage *self)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_PAGE (self));

  gtk_widget_grab_focus (self->run_button);
  if (is_running (self) || mis_experiment_settings_has_fault (self->settings))
    return;
  mis_experiment_settings_draw_seed (self->settings);
  mis_experiment_run_forget (self->sample);
  mis_experiment_run_start (self->run, mis_experiment_settings_get_experiment (self->settings), NULL);
}

gboolean
mis_experiment_page_cancel (MisExperimentPage *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_PAGE (self), FALSE);

  if (!is_running (self))
    return FALSE;
  self->cancelling = TRUE;
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  gtk_label_set_label (self->progress_label, _("Cancelling…"));
  mis_experiment_run_cancel (self->run);
  return TRUE;
}

void
mis_experiment_page_leave (MisExperimentPage *self)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_PAGE (self));

  mis_experiment_run_forget (self->run);
  mis_experiment_run_forget (self->sample);
}

MisChart *
mis_experiment_page_get_chart (MisExperimentPage *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_PAGE (self), NULL);

  return self->plot_card != NULL ? mis_plot_card_get_chart (self->plot_card) : NULL;
}

MisExperiment *
mis_experiment_page_get_shown (MisExperimentPage *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_PAGE (self), NULL);

  return self->data != NULL
           ? mis_experiment_with (self->shown, &self->data->runs, NULL, NULL, NULL)
           : NULL;
}
