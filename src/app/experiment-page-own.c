/* The page of an experiment of the project: each change is a step of the document, and is run at
 * once. */
#include "app/experiment-page-private.h"

#include <glib/gi18n.h>

#include "core/edit.h"
#include "document/document-experiments.h"
#include "document/quantity.h"
#include "report/chart-source.h"

/* Whether the chart, had it been drawn from @seed, is of the same worlds as the experiment is
 * now. */
static gboolean
shows_same_worlds (MisExperimentPage *self, guint64 seed)
{
  MisExperiment *now = mis_experiment_settings_get_experiment (self->settings);
  g_autoptr (MisExperiment) seeded = mis_experiment_with (self->shown, NULL, &seed, NULL, NULL);
  g_autoptr (MisExperiment) renamed =
      mis_experiment_with_texts (seeded != NULL ? seeded : self->shown, NULL, now->title,
                                 now->description, NULL);
  g_autoptr (MisWorld) world = NULL;

  if (renamed == NULL || !mis_experiment_equal (renamed, now))
    return FALSE;
  if (self->world == NULL || self->shown_world == NULL)
    return self->world == self->shown_world;
  world = mis_world_with_experiment (self->shown_world, now, NULL);
  return world != NULL && mis_world_equal (world, self->world);
}

gboolean
mis_experiment_page_is_up_to_date (MisExperimentPage *self)
{
  return self->data != NULL && self->data->is_complete
         && self->data->runs == self->data->planned_runs
         && shows_same_worlds (self, self->shown->seed);
}

/* Whether something was changed that the chart does not show. Where each run draws a seed of its
 * own, another seed is no change. */
static gboolean
is_outdated (MisExperimentPage *self)
{
  MisExperiment *now = mis_experiment_settings_get_experiment (self->settings);

  if (self->data == NULL || now == NULL)
    return FALSE;
  return mis_experiment_settings_has_fault (self->settings)
         || !shows_same_worlds (self, mis_experiment_settings_keeps_seed (self->settings)
                                          ? self->shown->seed
                                          : now->seed);
}

static const char *
get_age_words (MisExperimentPage *self)
{
  return self->part != NULL ? _("The chart shows part of a run before your change.")
                            : _("The chart shows the run before your change.");
}

void
mis_experiment_page_show_age (MisExperimentPage *self)
{
  gboolean outdated = is_outdated (self);

  /* What may be drawn in a moment is not called old for that moment. */
  if (outdated && mis_experiment_run_is_running (self->sample) && self->own_id != NULL
      && !mis_experiment_settings_has_fault (self->settings))
    return;
  mis_plot_card_set_outdated (self->plot_card, outdated ? get_age_words (self) : NULL);
  if (outdated)
    gtk_widget_add_css_class (GTK_WIDGET (self->table), "outdated");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->table), "outdated");
}

void
mis_experiment_page_show_part (MisExperimentPage *self)
{
  mis_experiment_page_show_notice (self, is_outdated (self) ? NULL : self->part);
}

void
mis_experiment_page_show_live (MisExperimentPage *self)
{
  const char *fault = mis_experiment_run_get_fault (self->sample);
  g_autofree char *text = NULL;
  MisExperiment *now = mis_experiment_settings_get_experiment (self->settings);

  if (fault != NULL)
    {
      mis_experiment_page_show_data (self, now, self->world, NULL);
      /* Translators: what follows is the place and the reason, as in a file */
      text = g_strdup_printf (
          _("This cannot be run: one of its values leaves nothing for another one "
             "to change. %s"),
          fault);
      mis_experiment_page_show_notice (self, text);
    }
  else if (mis_experiment_run_is_complete (self->sample) && self->sample_factor == 1.0)
    {
      mis_experiment_page_show_data (self, now, self->world,
                                     mis_experiment_run_get_data (self->sample));
      mis_experiment_page_show_notice (self, NULL);
    }
  else if (self->data == NULL || !shows_same_worlds (self, self->shown->seed))
    mis_experiment_page_show_notice (
        self, _("This takes a while: run the experiment to see its chart."));
  else if (mis_experiment_page_is_up_to_date (self))
    mis_experiment_page_show_notice (self, NULL);
  mis_experiment_page_show_age (self);
}

/* (nullable): what is shown, as the project has it. */
static MisExperiment *
find_own (MisExperimentPage *self)
{
  return mis_document_find_experiment (self->document, self->own_id);
}

/* One step of the document, which then shows it; none where the window is going, or the experiment
 * is gone or is one of the paper, which another one is following: then what was typed goes too. */
char *
mis_experiment_page_take_own (MisExperiment *experiment, gpointer user_data)
{
  MisExperimentPage *self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL
      || mis_document_find_experiment (self->document, experiment->id) == NULL
      || mis_document_change_experiment (self->document, experiment, &error))
    return NULL;
  return g_strdup (error->message);
}

void
mis_experiment_page_take_settings (MisExperimentPage *self)
{
  MisExperiment *changed = mis_experiment_settings_get_experiment (self->settings);
  g_autofree char *fault = NULL;

  if (self->document == NULL || changed == find_own (self))
    return;
  fault = mis_experiment_page_take_own (changed, self);
  if (fault == NULL)
    return;
  mis_experiment_settings_set_own (self->settings, find_own (self), self->world);
  mis_experiment_page_show_notice (self, fault);
}

/* Brings what the experiment is about to what it is now. */
static void
load_world (MisExperimentPage *self)
{
  g_clear_pointer (&self->world, mis_world_unref);
  self->world =
      mis_experiment_load_world (find_own (self), mis_document_get_project (self->document));
}

/* What is missing is said in place of a chart; else it is run. */
static void
show_own (MisExperimentPage *self)
{
  MisExperiment *experiment = find_own (self);
  g_autofree char *missing = NULL;

  mis_experiment_page_show_texts (self, experiment);
  mis_experiment_settings_set_own (self->settings, experiment, self->world);
  mis_experiment_design_set (self->design, experiment, self->world);
  missing = self->world != NULL ? mis_experiment_find_missing (experiment, self->world) : NULL;
  self->is_missing = missing != NULL;
  mis_experiment_page_show_forecast (self);
  mis_experiment_page_show_buttons (self);
  if (missing == NULL)
    {
      mis_experiment_page_start_sample (self);
      mis_experiment_page_show_age (self);
      return;
    }
  mis_experiment_run_forget (self->sample);
  mis_experiment_page_show_data (self, experiment, self->world, NULL);
  mis_experiment_page_show_notice (self, missing);
}

void
mis_experiment_page_set_own (MisExperimentPage *self, const char *id, MisFigureData *data)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_PAGE (self));
  g_return_if_fail (self->document != NULL);

  mis_experiment_page_begin (self, id);
  load_world (self);
  mis_experiment_page_show_data (self, find_own (self), self->world, data);
  show_own (self);
}

gboolean
mis_experiment_page_update (MisExperimentPage *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_PAGE (self), FALSE);

  if (self->own_id == NULL)
    return TRUE;
  if (find_own (self) == NULL)
    return FALSE;
  load_world (self);
  show_own (self);
  return TRUE;
}

/* Whether the chart is made of other numbers than the project had when it was opened. */
static gboolean
shows_changed_numbers (MisExperimentPage *self)
{
  return mis_chart_source_is_changed (self->shown_world,
                                      mis_document_get_opened_world (self->document));
}

char *
mis_experiment_page_get_source (MisExperimentPage *self)
{
  g_autoptr (MisExperiment) shown = mis_experiment_page_get_shown (self);
  g_autoptr (MisWorld) example = NULL;
  const char *project = self->own_id != NULL ? mis_document_get_title (self->document) : NULL;

  if (shown == NULL || shown->is_paper)
    return NULL;
  if (shown->source == MIS_SOURCE_PROJECT)
    return mis_chart_source_experiment (shown, project, shows_changed_numbers (self), project,
                                        self->shown_world);
  example = mis_experiment_load_world (shown, NULL);
  return mis_chart_source_experiment (shown, project, FALSE,
                                      example != NULL ? mis_world_get_title (example) : NULL,
                                      example);
}
