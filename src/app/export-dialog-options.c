/* What is chosen in the dialog, and remembered from one export to the next. */
#include "app/export-dialog-private.h"

#include <glib/gi18n.h>

#include "app/save-chooser.h"

/* In the order of the list: what draws a format, and how the names of its files end; behind the
 * point is what the settings call it. */
static const MisChartFormat formats[] = { mis_chart_to_png, mis_chart_to_svg, mis_chart_to_pdf };
static const char *const endings[] = { ".png", ".svg", ".pdf", NULL };

static const int resolutions[] = { 300, 600 };

static guint
get_format (MisExportDialog *self)
{
  return MIN (adw_combo_row_get_selected (self->format_row), G_N_ELEMENTS (formats) - 1);
}

MisChartFormat
mis_export_dialog_get_chart_format (MisExportDialog *self)
{
  return formats[get_format (self)];
}

const char *
mis_export_dialog_get_ending (MisExportDialog *self)
{
  return endings[get_format (self)];
}

const char *const *
mis_export_dialog_get_endings (void)
{
  return endings;
}

const MisExportPreset *
mis_export_dialog_get_preset (MisExportDialog *self)
{
  guint n, selected = adw_combo_row_get_selected (self->size_row);
  const MisExportPreset *presets = mis_export_get_presets (&n);

  return selected < n ? &presets[selected] : NULL;
}

char *
mis_export_dialog_get_title (MisExportDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));
}

MisExportOptions
mis_export_dialog_get_options (MisExportDialog *self)
{
  MisExportOptions options = MIS_EXPORT_OPTIONS_INIT;
  guint resolution = adw_combo_row_get_selected (ADW_COMBO_ROW (self->dpi_row));
  g_autofree char *title = mis_export_dialog_get_title (self);

  options.width = gtk_spin_button_get_value (self->width_spin);
  options.height = gtk_spin_button_get_value (self->height_spin);
  options.text_size = gtk_spin_button_get_value (self->text_spin);
  options.dpi = resolutions[MIN (resolution, G_N_ELEMENTS (resolutions) - 1)];
  options.with_title = *title != '\0';
  options.with_source = gtk_switch_get_active (self->source_switch);
  options.transparent = gtk_switch_get_active (self->transparent_switch);
  return options;
}

void
mis_export_dialog_take_ending (MisExportDialog *self, GFile *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (mis_save_chooser_has_ending (file, endings[i]))
      adw_combo_row_set_selected (self->format_row, i);
}

void
mis_export_dialog_remember (MisExportDialog *self, GFile *file)
{
  const MisExportPreset *preset = mis_export_dialog_get_preset (self);
  MisExportOptions options = mis_export_dialog_get_options (self);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : g_strdup ("");

  g_settings_set_string (self->settings, "export-format", endings[get_format (self)] + 1);
  g_settings_set_string (self->settings, "export-size", preset != NULL ? preset->nick : "custom");
  g_settings_set_double (self->settings, "export-width", options.width);
  g_settings_set_double (self->settings, "export-height", options.height);
  g_settings_set_double (self->settings, "export-text-size", options.text_size);
  g_settings_set_int (self->settings, "export-dpi", (int)options.dpi);
  g_settings_set_boolean (self->settings, "export-title", options.with_title);
  g_settings_set_boolean (self->settings, "export-source", options.with_source);
  g_settings_set_boolean (self->settings, "export-transparent", options.transparent);
  g_settings_set_string (self->settings, "export-folder", uri);
}

void
mis_export_dialog_fill_sizes (MisExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const MisExportPreset *presets = mis_export_get_presets (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _ (presets[i].label));
  gtk_string_list_append (names, _ ("Other size"));
  adw_combo_row_set_model (self->size_row, G_LIST_MODEL (names));
}

void
mis_export_dialog_select_size (MisExportDialog *self, const char *nick)
{
  guint n, selected = 0;
  const MisExportPreset *presets = mis_export_get_presets (&n);

  while (selected < n && g_strcmp0 (presets[selected].nick, nick) != 0)
    selected++;
  adw_combo_row_set_selected (self->size_row, selected);
}

static guint
find_format (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (endings[i] + 1, nick) == 0)
      return i;
  return 0;
}

void
mis_export_dialog_recall (MisExportDialog *self)
{
  g_autofree char *format = g_settings_get_string (self->settings, "export-format");
  g_autofree char *size = g_settings_get_string (self->settings, "export-size");
  guint resolution = g_settings_get_int (self->settings, "export-dpi") > resolutions[0] ? 1 : 0;

  gtk_spin_button_set_value (self->width_spin,
                             g_settings_get_double (self->settings, "export-width"));
  gtk_spin_button_set_value (self->height_spin,
                             g_settings_get_double (self->settings, "export-height"));
  gtk_spin_button_set_value (self->text_spin,
                             g_settings_get_double (self->settings, "export-text-size"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->dpi_row), resolution);
  gtk_editable_set_text (
      self->title_row, g_settings_get_boolean (self->settings, "export-title") ? self->title : "");
  gtk_switch_set_active (self->source_switch,
                         g_settings_get_boolean (self->settings, "export-source"));
  gtk_switch_set_active (self->transparent_switch,
                         g_settings_get_boolean (self->settings, "export-transparent"));
  adw_combo_row_set_selected (self->format_row, find_format (format));
  mis_export_dialog_select_size (self, size);
}
