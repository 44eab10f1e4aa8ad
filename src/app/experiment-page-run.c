/* The runs of the page: of the experiment, with its progress and its end, and of the samples that
 * say how long it takes. */
#include "app/experiment-page-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/experiment-words.h"

#define SAMPLE_RUNS 20u     /* of each point, to see how long a world takes */
#define SAMPLE_WORLDS 2000u /* at least: fewer take less time than the threads that run them */

/* Of agents that a world draws one by one, in less time than a sample has. */
#define SAMPLE_POSITIONS 4e6

/* That an own experiment may take to be run with each change: half a second. */
#define LIVE_TICKS 5u

gboolean
mis_experiment_page_is_running (MisExperimentPage *self)
{
  return mis_experiment_run_is_running (self->run);
}

/* A button that has just come into the place of another is scrolled to where it was when it had no
 * room yet: once it has its own, all that belongs to the run comes into sight. */
static gboolean
scroll_to_run_cb (gpointer user_data)
{
  MisExperimentPage *self = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->split), GTK_TYPE_VIEWPORT);
  GtkWidget *content = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->run_stack), content, &bounds))
    gtk_adjustment_clamp_page (mis_experiment_page_get_scrolling (self), (double) bounds.origin.y,
                               (double) (bounds.origin.y + bounds.size.height));
  self->scroll_source = 0;
  return G_SOURCE_REMOVE;
}

/* The keyboard stays at the button that takes the place of the one it was at. */
void
mis_experiment_page_show_running (MisExperimentPage *self, gboolean running)
{
  GtkWidget *from = running ? self->run_button : self->cancel_button;
  GtkWidget *to = running ? self->cancel_button : self->run_button;
  gboolean has_focus = gtk_widget_has_focus (from) || self->cancelling;

  self->cancelling = FALSE;
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  gtk_stack_set_visible_child (self->run_stack, running ? self->progress_box : self->run_box);
  gtk_widget_set_sensitive (GTK_WIDGET (self->settings), !running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->design), !running);
  if (!has_focus)
    return;
  gtk_widget_grab_focus (to);
  g_clear_handle_id (&self->scroll_source, g_source_remove);
  self->scroll_source = g_idle_add (scroll_to_run_cb, self);
}

static void
progressed_cb (MisExperimentPage *self)
{
  guint n_worlds = mis_experiment_run_get_n_worlds (self->run);
  guint n_done = mis_experiment_run_get_n_done (self->run);
  double fraction = (double) n_done / MAX (n_worlds, 1);
  g_autofree char *text =
      mis_progress_text (fraction, mis_experiment_run_get_seconds_left (self->run));

  if (self->cancelling)
    return;
  mis_experiment_page_show_running (self, TRUE);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  gtk_label_set_label (self->progress_label, text);
}

/* A run that did nothing leaves what is known from another one. @factor: how much longer a world
 * takes than one of the run. */
static void
take_world_seconds (MisExperimentPage *self, MisExperimentRun *run, double factor)
{
  double seconds = mis_experiment_run_get_world_seconds (run);

  if (!isnan (seconds))
    self->world_seconds = seconds * factor;
}

/* Whether the run that has just ended gave the numbers that are shown: it was of what is set, which
 * is shown already. One that was cancelled gave fewer. */
static gboolean
has_repeated (MisExperimentPage *self)
{
  return mis_experiment_page_is_up_to_date (self)
         && mis_experiment_run_is_complete (self->run)
         && mis_experiment_run_get_experiment (self->run)
                == mis_experiment_settings_get_experiment (self->settings)
         && self->run_world == self->world;
}

/* That nothing is to be seen of a run does not mean that there was none. */
static void
tell_repeated (MisExperimentPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s",
                              mis_experiment_settings_has_chance (self->settings)
                                  ? _("Run again: the same seed gives the same numbers.")
                                  : _("Run again: nothing is drawn at random, so the numbers are "
                                      "the same."));
}

static void
ended_cb (MisExperimentPage *self)
{
  const char *fault = mis_experiment_run_get_fault (self->run);

  mis_experiment_page_show_running (self, FALSE);
  take_world_seconds (self, self->run, 1.0);
  mis_experiment_page_show_forecast (self);
  if (fault == NULL && mis_experiment_run_get_data (self->run) == NULL)
    fault = _("Cancelled before the first world was run.");
  if (fault != NULL)
    {
      mis_experiment_page_show_notice (self, fault);
      return;
    }
  self->is_repeated = has_repeated (self);
  if (self->is_repeated)
    tell_repeated (self);
  mis_experiment_page_show_data (self, mis_experiment_run_get_experiment (self->run),
                                 self->run_world, mis_experiment_run_get_data (self->run));
  if (!mis_experiment_run_is_complete (self->run))
    self->part = mis_part_text (self->run, self->data);
  mis_experiment_page_show_notice (self, self->part);
}

/* A sample is only for the time that a world takes, so it need not come to its end; that of an own
 * experiment is the run itself, if it takes no time. */
static void
sample_progressed_cb (MisExperimentPage *self)
{
  self->n_ticks++;
  if (self->own_id == NULL || self->n_ticks >= LIVE_TICKS)
    mis_experiment_run_cancel (self->sample);
}

static void
sample_ended_cb (MisExperimentPage *self)
{
  take_world_seconds (self, self->sample, self->sample_factor);
  mis_experiment_page_show_forecast (self);
  if (self->own_id != NULL)
    mis_experiment_page_show_live (self);
}

static guint
count_sample_runs (const MisExperiment *experiment)
{
  guint64 n_cells = MAX (mis_experiment_get_n_cells (experiment), 1);

  return MIN (experiment->runs, MAX (SAMPLE_RUNS, (guint) (SAMPLE_WORLDS / n_cells)));
}

static double
count_positions (const MisExperiment *experiment)
{
  return mis_experiment_count_positions (experiment)
         / (double) MAX (mis_experiment_get_n_cells (experiment), 1);
}

/* (transfer full) (nullable): with a share of the agents. */
static MisExperiment *
shrink (const MisExperiment *experiment, guint runs, double share)
{
  guint64 n_agents = (guint64) ((double) mis_experiment_get_n_agents (experiment) * share);

  return mis_experiment_with (experiment, &runs, NULL, &n_agents, NULL);
}

/* (transfer full): with fewer agents where a world that draws each of them would outlast
 * a sample. */
static MisExperiment *
make_sample (MisExperimentPage *self, MisExperiment *experiment)
{
  guint runs = self->own_id != NULL ? experiment->runs : count_sample_runs (experiment);
  double n_positions = count_positions (experiment);
  MisExperiment *smaller = NULL;

  self->sample_factor = 1.0;
  if (n_positions > SAMPLE_POSITIONS)
    smaller = shrink (experiment, runs, SAMPLE_POSITIONS / n_positions);
  if (smaller == NULL)
    return mis_experiment_with (experiment, &runs, NULL, NULL, NULL);
  self->sample_factor = n_positions / count_positions (smaller);
  return smaller;
}

void
mis_experiment_page_start_sample (MisExperimentPage *self)
{
  MisExperiment *experiment = mis_experiment_settings_get_experiment (self->settings);
  g_autoptr (MisExperiment) few = make_sample (self, experiment);

  self->n_ticks = 0;
  if (few != NULL)
    mis_experiment_run_start (self->sample, few, self->world);
}

void
mis_experiment_page_connect_runs (MisExperimentPage *self)
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

void
mis_experiment_page_start_run (MisExperimentPage *self)
{
  if (mis_experiment_page_is_running (self) || self->is_missing
      || mis_experiment_settings_has_fault (self->settings))
    return;
  mis_experiment_settings_draw_seed (self->settings);
  mis_experiment_run_forget (self->sample);
  mis_experiment_page_show_age (self);
  self->is_repeated = FALSE;
  g_clear_pointer (&self->run_world, mis_world_unref);
  self->run_world = self->world != NULL ? mis_world_ref (self->world) : NULL;
  mis_experiment_run_start (self->run, mis_experiment_settings_get_experiment (self->settings),
                            self->world);
}

/* A number that is being typed still is taken first, as leaving its field would. */
void
mis_experiment_page_run (MisExperimentPage *self)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_PAGE (self));

  gtk_widget_grab_focus (self->run_button);
  mis_experiment_page_start_run (self);
}

gboolean
mis_experiment_page_cancel (MisExperimentPage *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_PAGE (self), FALSE);

  if (!mis_experiment_page_is_running (self))
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
