/* What the settings show: the numbers of the experiment, and the rows that it has a use for. */
#include "app/experiment-settings-private.h"

#include <glib/gi18n.h>

#include "app/row-fault.h"
#include "app/uncertain-words.h"
#include "app/variation-values.h"
#include "document/quantity.h"
#include "document/ranges.h"
#include "report/number-text.h"
#include "sim/engine.h"

#define DECIMALS 15
#define LEAST_AGENTS 2u /* that make a pair */

/* Whether it is the number of agents that a world of the user's is scaled to. */
gboolean
mis_experiment_settings_is_scaled (MisExperimentSettings *self)
{
  return self->is_own && self->experiment->source != MIS_SOURCE_RECIPE;
}

double
mis_experiment_settings_get_value (MisExperimentSettings *self, MisExperimentField field)
{
  const MisExperiment *experiment = self->experiment;
  guint64 n_agents = mis_experiment_get_n_agents (experiment);

  switch (field)
    {
    case MIS_FIELD_RUNS:
      return experiment->runs;
    case MIS_FIELD_SEED:
      return (double) experiment->seed;
    case MIS_FIELD_AGENTS:
      return (double) (n_agents > 0 ? n_agents : self->world_agents);
    case MIS_FIELD_FROM:
      return experiment->x.from;
    case MIS_FIELD_TO:
      return experiment->x.to;
    case MIS_FIELD_POINTS:
      return experiment->x.n_points;
    case MIS_N_FIELDS:
      break;
    }
  g_assert_not_reached ();
}

static void
show_value (MisExperimentSettings *self, MisExperimentField field)
{
  g_autofree char *text =
    mis_number_text (mis_experiment_settings_get_value (self, field), DECIMALS);

  mis_value_entry_show (self->entries[field], text);
}

/* (transfer full) (nullable): what a number is of, or becomes, below its name. */
static char *
dup_hint (MisExperimentSettings *self, MisExperimentField field)
{
  g_autofree char *text = NULL;

  if (self->experiment != NULL && field == MIS_FIELD_FROM)
    {
      text = mis_experiment_get_x_label (self->experiment);
      return g_strdup (_(text));
    }
  if (self->experiment != NULL && field == MIS_FIELD_POINTS)
    return mis_values_get_points_hint (&self->experiment->x);
  if (self->experiment == NULL || field != MIS_FIELD_AGENTS
      || !mis_experiment_settings_is_scaled (self))
    return g_strdup ("");
  if (mis_experiment_find_scale (self->experiment) < 0)
    return g_strdup (_("As they are"));
  text = mis_count_text (self->world_agents);
  /* Translators: the number of agents before it was changed */
  return g_strdup_printf (_("Scaled from %s; the shares stay"), text);
}

/* Below the name of a number: why it was refused, or what it is of. */
void
mis_experiment_settings_show_subtitle (MisExperimentSettings *self, MisExperimentField field)
{
  g_autofree char *hint = dup_hint (self, field);

  mis_row_show_fault (self->rows[field], mis_value_entry_get_fault (self->entries[field]), hint);
}

void
mis_experiment_settings_show_per (MisExperimentSettings *self)
{
  MisPer per = self->experiment->recipe.per;

  adw_combo_row_set_selected (self->per_row, per);
  mis_row_show_fault (ADW_ACTION_ROW (self->per_row), NULL, _(mis_pers[per].label));
}

void
mis_experiment_settings_show_values (MisExperimentSettings *self)
{
  self->showing = TRUE;
  for (MisExperimentField field = 0; field < MIS_N_FIELDS; field++)
    show_value (self, field);
  adw_combo_row_set_selected (self->band_row, self->experiment->band);
  adw_combo_row_set_selected (self->ranges_row, self->experiment->ranges);
  mis_experiment_settings_show_per (self);
  mis_experiment_settings_show_subtitle (self, MIS_FIELD_POINTS);
  self->showing = FALSE;
}

/* Whether any run can differ from another one. */
static gboolean
has_chance (MisExperiment *experiment)
{
  g_autoptr (MisEngine) engine = NULL;

  if (experiment->source != MIS_SOURCE_RECIPE)
    return experiment->ranges != MIS_RANGES_AS_SET;
  engine = mis_engine_new (experiment, NULL, NULL, NULL);
  for (guint cell = 0; engine != NULL && cell < mis_engine_get_n_cells (engine); cell++)
    if (mis_engine_is_random (engine, cell))
      return TRUE;
  return FALSE;
}

static gboolean
can_change_agents (MisExperimentSettings *self)
{
  g_autoptr (MisExperiment) changed = NULL;

  if (mis_experiment_settings_is_scaled (self))
    return self->world_agents > 0 && !mis_experiment_varies_agents (self->experiment);
  if (mis_experiment_varies_agents (self->experiment))
    return FALSE;
  changed = mis_experiment_with (self->experiment, NULL, NULL, &self->world_agents, NULL);
  return changed != NULL;
}

/* What draws already can be set back even where the ranges are gone. */
static void
show_ranges (MisExperimentSettings *self)
{
  gboolean has_ranges = self->world != NULL
                        && (self->experiment->ranges != MIS_RANGES_AS_SET
                            || mis_world_offers_ranges (self->world));

  gtk_widget_set_visible (GTK_WIDGET (self->ranges_row), has_ranges);
  gtk_widget_set_visible (GTK_WIDGET (self->no_ranges_row), self->world != NULL && !has_ranges);
}

/* Which numbers are drawn, and that what varies is not one of them. */
static void
show_uncertain (MisExperimentSettings *self)
{
  g_autofree char *text
    = self->world != NULL ? mis_uncertain_text (self->experiment, self->world) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->uncertain_row), text != NULL);
  adw_action_row_set_subtitle (self->uncertain_row, text != NULL ? text : "");
}

static void
show_runs_title (MisExperimentSettings *self)
{
  const char *title = mis_experiment_is_distribution (self->experiment) ? _("Runs of each curve")
                                                                        : _("Runs of each point");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[MIS_FIELD_RUNS]), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[MIS_FIELD_RUNS]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
mis_experiment_settings_show_rows (MisExperimentSettings *self, const MisWorld *world)
{
  MisExperiment *experiment = self->experiment;
  gboolean is_random = has_chance (experiment);

  self->world_agents = world != NULL ? mis_world_get_population (world) : LEAST_AGENTS;
  for (MisExperimentField field = 0; field < MIS_N_FIELDS; field++)
    mis_value_entry_set_counting (self->entries[field],
                                  mis_experiment_field_is_whole (experiment, field));
  gtk_widget_set_visible (GTK_WIDGET (self->rows[MIS_FIELD_RUNS]), is_random);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[MIS_FIELD_SEED]), is_random);
  gtk_widget_set_visible (GTK_WIDGET (self->band_row),
                          is_random && !mis_experiment_is_distribution (experiment));
  gtk_widget_set_visible (GTK_WIDGET (self->per_row), mis_experiment_draws_weights (experiment));
  gtk_widget_set_visible (GTK_WIDGET (self->rows[MIS_FIELD_AGENTS]), can_change_agents (self));
  show_ranges (self);
  show_uncertain (self);
  show_runs_title (self);
  mis_experiment_settings_show_subtitle (self, MIS_FIELD_FROM);
  mis_experiment_settings_show_subtitle (self, MIS_FIELD_AGENTS);
  for (MisExperimentField field = MIS_FIELD_FROM; field <= MIS_FIELD_POINTS; field++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[field]),
                            experiment->x.has_ends && !mis_experiment_settings_is_scaled (self));
}
