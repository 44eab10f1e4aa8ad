#include "app/experiment-settings.h"

#include <glib/gi18n.h>

#include "app/experiment-field.h"
#include "app/name-factory.h"
#include "app/row-fault.h"
#include "app/uncertain-words.h"
#include "app/value-entry.h"
#include "app/variation-values.h"
#include "core/limits.h"
#include "document/experiment-run.h"
#include "document/quantity.h"
#include "document/ranges.h"
#include "file/experiment-writer.h"
#include "report/number-text.h"
#include "sim/engine.h"

#define DECIMALS 15
#define LEAST_AGENTS 2u /* that make a pair */

struct _MisExperimentSettings
{
  AdwBin parent_instance;

  AdwActionRow *rows[MIS_N_FIELDS];
  MisValueEntry *entries[MIS_N_FIELDS];
  GtkToggleButton *lock_button;
  AdwComboRow *band_row;
  AdwComboRow *ranges_row;
  AdwComboRow *per_row;
  AdwActionRow *uncertain_row;

  MisExperiment *original;
  MisExperiment *experiment;
  gboolean is_own;
  MisWorld *world;      /* of an own one that is not a recipe */
  guint64 world_agents; /* of the example or project */
  gboolean showing;
};

static const struct
{
  const char *row;
  const char *entry;
} names[] = {
  [MIS_FIELD_RUNS] = { "runs_row", "runs_entry" },
  [MIS_FIELD_AGENTS] = { "agents_row", "agents_entry" },
  [MIS_FIELD_FROM] = { "from_row", "from_entry" },
  [MIS_FIELD_TO] = { "to_row", "to_entry" },
  [MIS_FIELD_POINTS] = { "points_row", "points_entry" },
  [MIS_FIELD_SEED] = { "seed_row", "seed_entry" },
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisExperimentSettings, mis_experiment_settings, ADW_TYPE_BIN)

/* Whether it is the number of agents that a world of the user's is scaled to. */
static gboolean
is_scaled (MisExperimentSettings *self)
{
  return self->is_own && self->experiment->source != MIS_SOURCE_RECIPE;
}

static double
get_value (MisExperimentSettings *self, MisExperimentField field)
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
  g_autofree char *text = mis_number_text (get_value (self, field), DECIMALS);

  mis_value_entry_show (self->entries[field], text);
}

static void show_subtitle (MisExperimentSettings *self, MisExperimentField field);

static void
show_per (MisExperimentSettings *self)
{
  MisPer per = self->experiment->recipe.per;

  adw_combo_row_set_selected (self->per_row, per);
  mis_row_show_fault (ADW_ACTION_ROW (self->per_row), NULL, _(mis_pers[per].label));
}

static void
show_values (MisExperimentSettings *self)
{
  self->showing = TRUE;
  for (MisExperimentField field = 0; field < MIS_N_FIELDS; field++)
    show_value (self, field);
  adw_combo_row_set_selected (self->band_row, self->experiment->band);
  adw_combo_row_set_selected (self->ranges_row, self->experiment->ranges);
  show_per (self);
  show_subtitle (self, MIS_FIELD_POINTS);
  self->showing = FALSE;
}

static void
take (MisExperimentSettings *self, MisExperiment *experiment)
{
  mis_experiment_ref (experiment);
  mis_experiment_unref (self->experiment);
  self->experiment = experiment;
  show_values (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* As many agents as the world has are none that it is scaled to. */
static MisExperiment *
change_own (MisExperimentSettings *self, MisExperimentField field, double value, GError **error)
{
  guint64 n_agents = (guint64) value;

  if (field != MIS_FIELD_AGENTS || !is_scaled (self))
    return mis_experiment_field_change (self->experiment, field, value, error);
  return mis_experiment_with_scale (self->experiment, n_agents != self->world_agents ? n_agents : 0,
                                    error);
}

static void
typed_cb (MisExperimentSettings *self, double value, MisValueEntry *entry)
{
  MisExperimentField field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "field"));
  g_autofree char *fault = mis_experiment_field_fault (self->experiment, field, value);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) changed = NULL;

  if (fault == NULL)
    changed = change_own (self, field, value, &error);
  if (changed == NULL)
    {
      if (fault == NULL)
        fault = mis_experiment_field_explain (field, error);
      mis_value_entry_set_fault (entry, fault);
    }
  else if (value != get_value (self, field))
    take (self, changed);
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
  if (self->experiment == NULL || field != MIS_FIELD_AGENTS || !is_scaled (self))
    return g_strdup ("");
  if (mis_experiment_find_scale (self->experiment) < 0)
    return g_strdup (_("As they are"));
  text = mis_count_text (self->world_agents);
  /* Translators: the number of agents before it was changed */
  return g_strdup_printf (_("Scaled from %s; the shares stay"), text);
}

/* Below the name of a number: why it was refused, or what it is of. */
static void
show_subtitle (MisExperimentSettings *self, MisExperimentField field)
{
  g_autofree char *hint = dup_hint (self, field);

  mis_row_show_fault (self->rows[field], mis_value_entry_get_fault (self->entries[field]), hint);
}

static void
fault_changed_cb (MisExperimentSettings *self, GParamSpec *pspec, MisValueEntry *entry)
{
  MisExperimentField field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "field"));

  show_subtitle (self, field);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
band_selected_cb (MisExperimentSettings *self)
{
  guint selected = adw_combo_row_get_selected (self->band_row);
  g_autoptr (MisExperiment) changed = NULL;

  if (self->showing || self->experiment == NULL || selected == self->experiment->band
      || selected == GTK_INVALID_LIST_POSITION)
    return;
  changed = mis_experiment_with_band (self->experiment, (MisBand) selected);
  take (self, changed);
}

/* Only once the row is through with the choice: it then writes the name of what is chosen there. */
static gboolean
refuse_per_cb (gpointer user_data)
{
  MisExperimentSettings *self = user_data;

  if (self->per_row != NULL)
    mis_row_show_fault (
      ADW_ACTION_ROW (self->per_row),
      _("There are too many agents to draw a weight for each. Type fewer agents first."), NULL);
  return G_SOURCE_REMOVE;
}

/* Each agent is drawn then, of which there may be too many. */
static void
per_selected_cb (MisExperimentSettings *self)
{
  guint selected = adw_combo_row_get_selected (self->per_row);
  g_autoptr (MisExperiment) changed = NULL;

  if (self->showing || self->experiment == NULL || selected == self->experiment->recipe.per
      || selected == GTK_INVALID_LIST_POSITION)
    return;
  changed = mis_experiment_with_per (self->experiment, (MisPer) selected, NULL);
  if (changed != NULL)
    {
      take (self, changed);
      return;
    }
  self->showing = TRUE;
  show_per (self);
  self->showing = FALSE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, refuse_per_cb, g_object_ref (self), g_object_unref);
}

static void
ranges_selected_cb (MisExperimentSettings *self)
{
  guint selected = adw_combo_row_get_selected (self->ranges_row);
  g_autoptr (MisExperiment) changed = NULL;

  if (self->showing || self->world == NULL || selected == self->experiment->ranges
      || selected == GTK_INVALID_LIST_POSITION)
    return;
  changed = mis_experiment_draw_from (self->experiment, (MisRanges) selected, self->world, NULL);
  if (changed != NULL)
    take (self, changed);
  else
    show_values (self);
}

static void
lock_toggled_cb (MisExperimentSettings *self)
{
  gboolean locked = gtk_toggle_button_get_active (self->lock_button);

  gtk_button_set_icon_name (GTK_BUTTON (self->lock_button),
                            locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lock_button),
                               locked ? _("The seed stays: each run has the same result")
                                      : _("Each run draws a new seed"));
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

  if (is_scaled (self))
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

  gtk_widget_set_visible (GTK_WIDGET (self->ranges_row), self->world != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->ranges_row), has_ranges);
  adw_combo_row_set_use_subtitle (self->ranges_row, has_ranges);
  if (!has_ranges)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->ranges_row), mis_no_ranges_text ());
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

static void
show_rows (MisExperimentSettings *self, const MisWorld *world)
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
  show_subtitle (self, MIS_FIELD_FROM);
  show_subtitle (self, MIS_FIELD_AGENTS);
  for (MisExperimentField field = MIS_FIELD_FROM; field <= MIS_FIELD_POINTS; field++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[field]),
                            experiment->x.has_ends && !is_scaled (self));
}

static void
mis_experiment_settings_dispose (GObject *object)
{
  MisExperimentSettings *self = MIS_EXPERIMENT_SETTINGS (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_EXPERIMENT_SETTINGS);
  g_clear_pointer (&self->original, mis_experiment_unref);
  g_clear_pointer (&self->experiment, mis_experiment_unref);
  g_clear_pointer (&self->world, mis_world_unref);
  G_OBJECT_CLASS (mis_experiment_settings_parent_class)->dispose (object);
}

static void
mis_experiment_settings_class_init (MisExperimentSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_experiment_settings_dispose;

  signals[CHANGED] = g_signal_new ("changed", MIS_TYPE_EXPERIMENT_SETTINGS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MIS_TYPE_VALUE_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/misalign/Misalign/experiment-settings.ui");
  for (MisExperimentField field = 0; field < MIS_N_FIELDS; field++)
    {
      gtk_widget_class_bind_template_child_full (widget_class, names[field].row, FALSE,
                                                 G_STRUCT_OFFSET (MisExperimentSettings, rows)
                                                     + (gssize) (field * sizeof (gpointer)));
      gtk_widget_class_bind_template_child_full (widget_class, names[field].entry, FALSE,
                                                 G_STRUCT_OFFSET (MisExperimentSettings, entries)
                                                     + (gssize) (field * sizeof (gpointer)));
    }
  gtk_widget_class_bind_template_child (widget_class, MisExperimentSettings, lock_button);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentSettings, band_row);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentSettings, ranges_row);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentSettings, per_row);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentSettings, uncertain_row);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, band_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, ranges_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, per_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_toggled_cb);
}

static void
fill_choices (AdwComboRow *row, const MisChoice *choices)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].nick != NULL; i++)
    gtk_string_list_append (labels, _(choices[i].label));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  mis_name_factory_set_row (row);
}

static void
mis_experiment_settings_init (MisExperimentSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (MisExperimentField field = 0; field < MIS_N_FIELDS; field++)
    {
      g_object_set_data (G_OBJECT (self->entries[field]), "field", GUINT_TO_POINTER (field));
      mis_row_prepare (self->rows[field]);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self->entries[field]), GTK_ACCESSIBLE_PROPERTY_LABEL,
          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->rows[field])), -1);
    }
  self->showing = TRUE;
  fill_choices (self->band_row, mis_bands);
  fill_choices (self->ranges_row, mis_ranges);
  fill_choices (self->per_row, mis_pers);
  self->showing = FALSE;
  lock_toggled_cb (self);
}

/* @world: (nullable): of an own one. */
static void
set (MisExperimentSettings *self, MisExperiment *experiment, gboolean is_own, MisWorld *world)
{
  mis_experiment_ref (experiment);
  mis_experiment_ref (experiment);
  g_clear_pointer (&self->original, mis_experiment_unref);
  g_clear_pointer (&self->experiment, mis_experiment_unref);
  self->original = experiment;
  self->experiment = experiment;
  self->is_own = is_own;
  if (world != NULL)
    mis_world_ref (world);
  g_clear_pointer (&self->world, mis_world_unref);
  self->world = world;
}

void
mis_experiment_settings_set_experiment (MisExperimentSettings *self, MisExperiment *original)
{
  g_autoptr (MisWorld) example = NULL;

  g_return_if_fail (MIS_IS_EXPERIMENT_SETTINGS (self));

  example = mis_experiment_load_world (original, NULL);
  set (self, original, FALSE, NULL);
  gtk_toggle_button_set_active (self->lock_button, TRUE);
  show_rows (self, example);
  mis_experiment_settings_reset (self);
}

void
mis_experiment_settings_set_own (MisExperimentSettings *self,
                                 MisExperiment *experiment,
                                 MisWorld *world)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_SETTINGS (self));

  if (self->experiment == NULL || g_strcmp0 (self->experiment->id, experiment->id) != 0)
    gtk_toggle_button_set_active (self->lock_button, TRUE);
  set (self, experiment, TRUE, world);
  show_rows (self, world);
  show_values (self);
}

MisExperiment *
mis_experiment_settings_get_experiment (MisExperimentSettings *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_SETTINGS (self), NULL);

  return self->experiment;
}

gboolean
mis_experiment_settings_is_changed (MisExperimentSettings *self)
{
  g_autoptr (GBytes) original = NULL;
  g_autoptr (GBytes) now = NULL;

  g_return_val_if_fail (MIS_IS_EXPERIMENT_SETTINGS (self), FALSE);

  if (self->experiment == self->original)
    return FALSE;
  original = mis_experiment_write (self->original);
  now = mis_experiment_write (self->experiment);
  return !g_bytes_equal (original, now);
}

void
mis_experiment_settings_reset (MisExperimentSettings *self)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_SETTINGS (self));

  for (MisExperimentField field = 0; field < MIS_N_FIELDS; field++)
    mis_value_entry_stop_typing (self->entries[field]);
  take (self, self->original);
}

void
mis_experiment_settings_draw_seed (MisExperimentSettings *self)
{
  guint64 seed = g_random_int ();
  g_autoptr (MisExperiment) changed = NULL;

  g_return_if_fail (MIS_IS_EXPERIMENT_SETTINGS (self));

  if (gtk_toggle_button_get_active (self->lock_button)
      || !gtk_widget_get_visible (GTK_WIDGET (self->rows[MIS_FIELD_SEED])))
    return;
  changed = mis_experiment_with (self->experiment, NULL, &seed, NULL, NULL);
  if (changed != NULL)
    take (self, changed);
}

gboolean
mis_experiment_settings_has_fault (MisExperimentSettings *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_SETTINGS (self), FALSE);

  for (MisExperimentField field = 0; field < MIS_N_FIELDS; field++)
    if (mis_value_entry_get_fault (self->entries[field]) != NULL)
      return TRUE;
  return FALSE;
}
