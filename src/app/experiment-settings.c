#include "app/experiment-settings-private.h"

#include <glib/gi18n.h>

#include "app/name-factory.h"
#include "app/row-fault.h"
#include "app/tooltip.h"
#include "app/uncertain-words.h"
#include "document/experiment-run.h"
#include "document/quantity.h"
#include "document/ranges.h"
#include "file/experiment-writer.h"

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

static void
take (MisExperimentSettings *self, MisExperiment *experiment)
{
  mis_experiment_ref (experiment);
  mis_experiment_unref (self->experiment);
  self->experiment = experiment;
  mis_experiment_settings_show_values (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* As many agents as the world has are none that it is scaled to. */
static MisExperiment *
change_own (MisExperimentSettings *self, MisExperimentField field, double value, GError **error)
{
  guint64 n_agents = (guint64) value;

  if (field != MIS_FIELD_AGENTS || !mis_experiment_settings_is_scaled (self))
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
  else if (value != mis_experiment_settings_get_value (self, field))
    take (self, changed);
}

static void
fault_changed_cb (MisExperimentSettings *self, GParamSpec *pspec, MisValueEntry *entry)
{
  MisExperimentField field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "field"));

  mis_experiment_settings_show_subtitle (self, field);
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
  mis_experiment_settings_show_per (self);
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
    mis_experiment_settings_show_values (self);
}

static void
lock_toggled_cb (MisExperimentSettings *self)
{
  gboolean locked = gtk_toggle_button_get_active (self->lock_button);

  gtk_button_set_icon_name (GTK_BUTTON (self->lock_button),
                            locked ? "changes-prevent-symbolic" : "changes-allow-symbolic");
  mis_tooltip_set (GTK_WIDGET (self->lock_button),
                   locked ? _("The seed stays: each run has the same result")
                          : _("Each run draws a new seed"));
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
  gtk_widget_class_bind_template_child (widget_class, MisExperimentSettings, no_ranges_row);
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
  adw_action_row_set_subtitle (self->no_ranges_row, mis_no_ranges_text ());
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
  mis_experiment_settings_show_rows (self, example);
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
  mis_experiment_settings_show_rows (self, world);
  mis_experiment_settings_show_values (self);
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

  if (mis_experiment_settings_keeps_seed (self))
    return;
  changed = mis_experiment_with (self->experiment, NULL, &seed, NULL, NULL);
  if (changed != NULL)
    take (self, changed);
}

gboolean
mis_experiment_settings_has_chance (MisExperimentSettings *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_SETTINGS (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->rows[MIS_FIELD_SEED]));
}

gboolean
mis_experiment_settings_keeps_seed (MisExperimentSettings *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_SETTINGS (self), FALSE);

  return gtk_toggle_button_get_active (self->lock_button)
         || !mis_experiment_settings_has_chance (self);
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
