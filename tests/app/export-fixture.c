#include "export-fixture.h"

#include "app/explore-view.h"
#include "app/export-job.h"
#include "app/start-folder.h"
#include "config.h"

void
export_forget (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MIS_APPLICATION_ID);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static void
open_dialog (Export *self, MisChart *chart, const char *name)
{
  self->dialog = mis_export_dialog_new (
      self->window, chart, name,
      &(MisChartOrigin) { .world = mis_document_get_world (mis_window_get_document (self->window)),
                          .source = (char *) "Source: here" });
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  app_present (self->dialog);
}

void
export_open_chart (Export *self, const char *name)
{
  open_dialog (self, mis_explore_view_get_chart (app_child (self->window, "explore_view"), name),
               name);
}

void
export_open_other (Export *self, MisChart *chart)
{
  open_dialog (self, chart, "experiment");
}

void
export_open (Export *self)
{
  export_open_chart (self, "share");
}

void
export_init (Export *self)
{
  *self = (Export) { .window = app_new_window ("shopping") };
  export_open (self);
}

void
export_clear (Export *self)
{
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  app_wait_until (self->dialog == NULL);
  app_destroy (self->window);
}

void
export_choose (Export *self, const char *row, guint selected)
{
  adw_combo_row_set_selected (app_child (self->dialog, row), selected);
}

guint
export_get_chosen (Export *self, const char *row)
{
  return adw_combo_row_get_selected (app_child (self->dialog, row));
}

gboolean
export_is_shown (Export *self, const char *part)
{
  return gtk_widget_get_visible (app_child (self->dialog, part));
}

double
export_get_number (Export *self, const char *spin)
{
  return gtk_spin_button_get_value (app_child (self->dialog, spin));
}

void
export_set_number (Export *self, const char *spin, double value)
{
  gtk_spin_button_set_value (app_child (self->dialog, spin), value);
}

const char *
export_get_title (Export *self)
{
  return gtk_editable_get_text (app_child (self->dialog, "title_row"));
}

void
export_set_title (Export *self, const char *title)
{
  gtk_editable_set_text (app_child (self->dialog, "title_row"), title);
}

void
export_to (Export *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *folder = mis_start_folder_get_name (parent, g_get_home_dir ());
  g_autofree char *expected = g_strdup_printf ("Exported “%s” to %s", name, folder);

  mis_export_dialog_export_to (self->dialog, file);
  app_wait_until (self->dialog == NULL);
  g_assert_cmpstr (app_toast (self->window), ==, expected);
}
