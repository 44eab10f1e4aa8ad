#include "app/experiment-settings.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/value-entry.h"
#include "core/limits.h"
#include "file/example.h"
#include "file/experiment-writer.h"
#include "report/number-text.h"
#include "sim/engine.h"

#define DECIMALS 15
#define LEAST_AGENTS 2u /* that make a pair */

/* The numbers that can be typed, in the order of the rows. */
typedef enum
{
  FIELD_RUNS,
  FIELD_AGENTS,
  FIELD_FROM,
  FIELD_TO,
  FIELD_POINTS,
  FIELD_SEED,
  N_FIELDS,
} Field;

struct _MisExperimentSettings
{
  AdwBin parent_instance;

  AdwActionRow *rows[N_FIELDS];
  MisValueEntry *entries[N_FIELDS];
  GtkToggleButton *lock_button;
  AdwComboRow *band_row;

  MisExperiment *original;
  MisExperiment *experiment;
  guint64 world_agents; /* of the example */
  gboolean showing;
};

static const struct
{
  const char *row;
  const char *entry;
} names[] = {
  [FIELD_RUNS] = { "runs_row", "runs_entry" },
  [FIELD_AGENTS] = { "agents_row", "agents_entry" },
  [FIELD_FROM] = { "from_row", "from_entry" },
  [FIELD_TO] = { "to_row", "to_entry" },
  [FIELD_POINTS] = { "points_row", "points_entry" },
  [FIELD_SEED] = { "seed_row", "seed_entry" },
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisExperimentSettings, mis_experiment_settings, ADW_TYPE_BIN)

static gboolean
is_whole_axis (const MisExperiment *experiment)
{
  return mis_variation_get_kind (&experiment->x) == MIS_SETTING_WHOLE;
}

/* The ends between which a typed number must lie; what else it must be is checked by core. */
static void
get_range (const MisExperiment *experiment, Field field, double *low, double *high)
{
  *low = 1.0;
  *high = MIS_MAX_RUNS;
  switch (field)
    {
    case FIELD_RUNS:
    case N_FIELDS:
      return;
    case FIELD_SEED:
      *low = 0.0;
      *high = (double) MIS_MAX_SEED;
      return;
    case FIELD_AGENTS:
      *low = LEAST_AGENTS;
      *high = (double) MIS_MAX_COUNT;
      return;
    case FIELD_POINTS:
      *high = MIS_MAX_POINTS;
      return;
    case FIELD_FROM:
    case FIELD_TO:
      *low = mis_variation_get_lowest (&experiment->x);
      *high = mis_variation_get_highest (&experiment->x);
      return;
    }
}

static gboolean
is_whole (const MisExperiment *experiment, Field field)
{
  return (field != FIELD_FROM && field != FIELD_TO) || is_whole_axis (experiment);
}

static double
get_value (MisExperimentSettings *self, Field field)
{
  const MisExperiment *experiment = self->experiment;
  guint64 n_agents = mis_experiment_get_n_agents (experiment);

  switch (field)
    {
    case FIELD_RUNS: return experiment->runs;
    case FIELD_SEED: return (double) experiment->seed;
    case FIELD_AGENTS: return (double) (n_agents > 0 ? n_agents : self->world_agents);
    case FIELD_FROM: return experiment->x.from;
    case FIELD_TO: return experiment->x.to;
    case FIELD_POINTS: return experiment->x.n_points;
    case N_FIELDS: break;
    }
  g_assert_not_reached ();
}

/* (transfer full): the experiment with another number. */
static MisExperiment *
change (const MisExperiment *experiment, Field field, double value, GError **error)
{
  const MisVariation *x = &experiment->x;
  guint64 whole = (guint64) value;
  guint count = (guint) MIN (whole, G_MAXUINT);

  switch (field)
    {
    case FIELD_RUNS: return mis_experiment_with (experiment, &count, NULL, NULL, error);
    case FIELD_SEED: return mis_experiment_with (experiment, NULL, &whole, NULL, error);
    case FIELD_AGENTS: return mis_experiment_with (experiment, NULL, NULL, &whole, error);
    case FIELD_FROM: return mis_experiment_with_ends (experiment, value, x->to, x->n_points, error);
    case FIELD_TO: return mis_experiment_with_ends (experiment, x->from, value, x->n_points, error);
    case FIELD_POINTS: return mis_experiment_with_ends (experiment, x->from, x->to, count, error);
    case N_FIELDS: break;
    }
  g_assert_not_reached ();
}

/* (transfer full) (nullable): what is wrong with a typed number by itself. */
static char *
find_fault (MisExperimentSettings *self, Field field, double value)
{
  g_autofree char *low_text = NULL, *high_text = NULL;
  double low, high;

  get_range (self->experiment, field, &low, &high);
  low_text = mis_count_text ((guint64) low);
  high_text = mis_count_text ((guint64) high);
  if (is_whole (self->experiment, field) && (value < low || value > high || value != floor (value)))
    return g_strdup_printf (_("Type a whole number from %s to %s."), low_text, high_text);
  if (value < low || value > high)
    return g_strdup_printf (_("Type a number from %s to %s."), low_text, high_text);
  if ((field == FIELD_FROM && value > self->experiment->x.to)
      || (field == FIELD_TO && value < self->experiment->x.from))
    return g_strdup (_("The axis would end before it begins."));
  return NULL;
}

static void
show_value (MisExperimentSettings *self, Field field)
{
  g_autofree char *text = mis_number_text (get_value (self, field), DECIMALS);

  mis_value_entry_show (self->entries[field], text);
}

static void
show_values (MisExperimentSettings *self)
{
  self->showing = TRUE;
  for (Field field = 0; field < N_FIELDS; field++)
    show_value (self, field);
  adw_combo_row_set_selected (self->band_row, self->experiment->band);
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

static void
typed_cb (MisExperimentSettings *self, double value, MisValueEntry *entry)
{
  Field field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "field"));
  g_autofree char *fault = find_fault (self, field, value);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisExperiment) changed = NULL;

  if (fault == NULL)
    changed = change (self->experiment, field, value, &error);
  if (changed == NULL)
    mis_value_entry_set_fault (entry, fault != NULL ? fault : error->message);
  else if (value != get_value (self, field))
    take (self, changed);
}

/* Below the name of a number: why it was refused, or what the axis is. */
static void
show_subtitle (MisExperimentSettings *self, Field field)
{
  const char *fault = mis_value_entry_get_fault (self->entries[field]);
  g_autofree char *x_label = NULL;

  if (self->experiment != NULL && field == FIELD_FROM)
    x_label = mis_experiment_get_x_label (self->experiment);
  adw_action_row_set_subtitle (self->rows[field],
                               fault != NULL ? fault : x_label != NULL ? _(x_label) : "");
}

static void
fault_changed_cb (MisExperimentSettings *self, GParamSpec *pspec, MisValueEntry *entry)
{
  Field field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "field"));
  const char *fault = mis_value_entry_get_fault (entry);
  GtkWidget *row = GTK_WIDGET (self->rows[field]);

  show_subtitle (self, field);
  if (fault != NULL)
    gtk_widget_add_css_class (row, "fault");
  else
    gtk_widget_remove_css_class (row, "fault");
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
has_chance (MisExperiment *experiment, MisWorld *example)
{
  g_autoptr (MisEngine) engine = mis_engine_new (experiment, example, NULL);

  for (guint cell = 0; engine != NULL && cell < mis_engine_get_n_cells (engine); cell++)
    if (mis_engine_is_random (engine, cell))
      return TRUE;
  return FALSE;
}

static gboolean
can_change_agents (const MisExperiment *experiment, guint64 n_agents)
{
  g_autoptr (MisExperiment) changed = NULL;

  if (experiment->x.quantity == MIS_QUANTITY_AGENTS)
    return FALSE;
  changed = mis_experiment_with (experiment, NULL, NULL, &n_agents, NULL);
  return changed != NULL;
}

static void
show_rows (MisExperimentSettings *self)
{
  MisExperiment *experiment = self->experiment;
  g_autoptr (MisWorld) example
    = experiment->example != NULL ? mis_example_load (experiment->example, NULL) : NULL;
  gboolean is_random = has_chance (experiment, example);

  self->world_agents = example != NULL ? mis_world_get_population (example) : LEAST_AGENTS;
  for (Field field = 0; field < N_FIELDS; field++)
    mis_value_entry_set_counting (self->entries[field], is_whole (experiment, field));
  gtk_widget_set_visible (GTK_WIDGET (self->rows[FIELD_RUNS]), is_random);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[FIELD_SEED]), is_random);
  gtk_widget_set_visible (GTK_WIDGET (self->band_row), is_random);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[FIELD_AGENTS]),
                          can_change_agents (experiment, self->world_agents));
  show_subtitle (self, FIELD_FROM);
  for (Field field = FIELD_FROM; field <= FIELD_POINTS; field++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[field]), experiment->x.has_ends);
}

static void
mis_experiment_settings_dispose (GObject *object)
{
  MisExperimentSettings *self = MIS_EXPERIMENT_SETTINGS (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_EXPERIMENT_SETTINGS);
  g_clear_pointer (&self->original, mis_experiment_unref);
  g_clear_pointer (&self->experiment, mis_experiment_unref);
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
  for (Field field = 0; field < N_FIELDS; field++)
    {
      gtk_widget_class_bind_template_child_full (
        widget_class, names[field].row, FALSE,
        G_STRUCT_OFFSET (MisExperimentSettings, rows) + (gssize) (field * sizeof (gpointer)));
      gtk_widget_class_bind_template_child_full (
        widget_class, names[field].entry, FALSE,
        G_STRUCT_OFFSET (MisExperimentSettings, entries) + (gssize) (field * sizeof (gpointer)));
    }
  gtk_widget_class_bind_template_child (widget_class, MisExperimentSettings, lock_button);
  gtk_widget_class_bind_template_child (widget_class, MisExperimentSettings, band_row);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, band_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_toggled_cb);
}

static void
fill_bands (MisExperimentSettings *self)
{
  g_autoptr (GtkStringList) bands = gtk_string_list_new (NULL);

  for (guint i = 0; mis_bands[i].nick != NULL; i++)
    gtk_string_list_append (bands, _(mis_bands[i].label));
  adw_combo_row_set_model (self->band_row, G_LIST_MODEL (bands));
}

static void
mis_experiment_settings_init (MisExperimentSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (Field field = 0; field < N_FIELDS; field++)
    {
      g_object_set_data (G_OBJECT (self->entries[field]), "field", GUINT_TO_POINTER (field));
      /* The field is the stop for the keyboard, the row is none. */
      g_object_set (self->rows[field], "use-markup", FALSE, "focusable", FALSE, NULL);
      gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->entries[field]), GTK_ACCESSIBLE_PROPERTY_LABEL,
        adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->rows[field])), -1);
    }
  fill_bands (self);
  lock_toggled_cb (self);
}

void
mis_experiment_settings_set_experiment (MisExperimentSettings *self, MisExperiment *original)
{
  g_return_if_fail (MIS_IS_EXPERIMENT_SETTINGS (self));

  mis_experiment_ref (original);
  g_clear_pointer (&self->original, mis_experiment_unref);
  g_clear_pointer (&self->experiment, mis_experiment_unref);
  self->original = original;
  self->experiment = mis_experiment_ref (original);
  gtk_toggle_button_set_active (self->lock_button, TRUE);
  show_rows (self);
  mis_experiment_settings_reset (self);
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

  for (Field field = 0; field < N_FIELDS; field++)
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
      || !gtk_widget_get_visible (GTK_WIDGET (self->rows[FIELD_SEED])))
    return;
  changed = mis_experiment_with (self->experiment, NULL, &seed, NULL, NULL);
  if (changed != NULL)
    take (self, changed);
}

gboolean
mis_experiment_settings_has_fault (MisExperimentSettings *self)
{
  g_return_val_if_fail (MIS_IS_EXPERIMENT_SETTINGS (self), FALSE);

  for (Field field = 0; field < N_FIELDS; field++)
    if (mis_value_entry_get_fault (self->entries[field]) != NULL)
      return TRUE;
  return FALSE;
}
