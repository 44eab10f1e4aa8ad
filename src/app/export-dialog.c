#include "app/export-dialog-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "app/export-room.h"
#include "app/name-factory.h"
#include "app/save-chooser.h"
#include "app/split.h"
#include "app/start-folder.h"
#include "config.h"
#include "plot/layout.h"

#define PREVIEW_PIXELS 1000.0 /* of the longer side: twice what is shown, for sharp screens */

G_DEFINE_FINAL_TYPE (MisExportDialog, mis_export_dialog, ADW_TYPE_WINDOW)

static void
show_fault (MisExportDialog *self, const char *message)
{
  gtk_label_set_label (self->fault, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), message != NULL);
}

/* What is left out or crowded is said beside the picture, and to those who cannot see that. */
static void
show_room (MisExportDialog *self)
{
  MisExportOptions options = mis_export_dialog_get_options (self);
  const MisExportPreset *roomier = mis_export_find_roomier (self->chart, &options);
  g_autofree char *text = mis_export_room_text (self->chart, &options, roomier);
  g_autofree char *label =
      roomier != NULL
          /* Translators: a width and a height in millimetres */
          ? mis_export_put_size (_ ("Use %s × %s mm"), self->chart, &options, roomier)
          : NULL;

  gtk_label_set_label (self->room_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->room_label), *text != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_button_set_label (self->room_button, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->room_button), roomier != NULL);
}

/* The preview is the exported PNG itself, in as many pixels as the screen can show. */
static void
show_preview (MisExportDialog *self)
{
  MisExportOptions options = mis_export_dialog_get_options (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  options.dpi =
      CLAMP (PREVIEW_PIXELS * MIS_MM_PER_INCH / MAX (options.width, options.height), 30, 300);
  bytes = mis_chart_to_png (self->chart, &options, &error);
  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, &error);
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  show_fault (self, error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->export_button, texture != NULL);
}

static void
changed_cb (MisExportDialog *self)
{
  const MisExportPreset *preset = mis_export_dialog_get_preset (self);
  MisExportOptions options;

  if (self->loading)
    return;
  if (preset != NULL)
    {
      options = mis_export_dialog_get_options (self);
      self->loading = TRUE;
      gtk_spin_button_set_value (self->height_spin,
                                 mis_export_fit_height (self->chart, &options, preset));
      self->loading = FALSE;
    }
  gtk_widget_set_sensitive (self->dpi_row,
                            mis_export_dialog_get_chart_format (self) == mis_chart_to_png);
  show_preview (self);
  show_room (self);
}

/* A chart that a worker may be drawing is not changed. A file keeps the name of what it shows where
 * the title is not drawn. */
static void
title_changed_cb (MisExportDialog *self)
{
  g_autofree char *title = mis_export_dialog_get_title (self);
  MisChart *chart;

  gtk_widget_set_visible (self->title_reset_button, strcmp (title, self->title) != 0);
  chart = mis_chart_copy (self->chart);
  mis_chart_set_title (chart, *title != '\0' ? title : self->title);
  mis_chart_unref (self->chart);
  self->chart = chart;
  changed_cb (self);
}

static void
title_reset_cb (MisExportDialog *self)
{
  gtk_editable_set_text (self->title_row, self->title);
  gtk_editable_set_position (self->title_row, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

static void
size_selected_cb (MisExportDialog *self)
{
  const MisExportPreset *preset = mis_export_dialog_get_preset (self);
  gboolean loading = self->loading;

  if (preset != NULL)
    {
      self->loading = TRUE;
      gtk_spin_button_set_value (self->width_spin, preset->width);
      if (!loading)
        gtk_spin_button_set_value (self->text_spin, preset->text_size);
      self->loading = loading;
    }
  changed_cb (self);
}

/* A length that somebody sets is a size of their own. */
static void
length_changed_cb (MisExportDialog *self)
{
  guint n;

  if (self->loading)
    return;
  mis_export_get_presets (&n);
  self->loading = TRUE;
  adw_combo_row_set_selected (self->size_row, n);
  self->loading = FALSE;
  changed_cb (self);
}

/* Who waits for a worker; both may be closed meanwhile. */
typedef struct
{
  GApplication *application; /* goes on until the file is written */
  GWeakRef dialog;
  GWeakRef window;
} Waiting;

static Waiting *
waiting_new (MisExportDialog *self)
{
  Waiting *waiting = g_new (Waiting, 1);

  waiting->application = g_object_ref (g_application_get_default ());
  g_application_hold (waiting->application);
  g_weak_ref_init (&waiting->dialog, self);
  g_weak_ref_init (&waiting->window, gtk_window_get_transient_for (GTK_WINDOW (self)));
  return waiting;
}

static void
waiting_free (Waiting *waiting)
{
  g_application_release (waiting->application);
  g_object_unref (waiting->application);
  g_weak_ref_clear (&waiting->dialog);
  g_weak_ref_clear (&waiting->window);
  g_free (waiting);
}

/* What has come of it is said in the window: the dialog is closed then, or closes now. */
static void
tell (MisWindow *window, GFile *file, const GError *error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *folder = mis_start_folder_get_name (parent, g_get_home_dir ());
  g_autofree char *text =
      /* Translators: the name of a file, and the folder it is in */
      error == NULL ? g_strdup_printf (_ ("Exported “%s” to %s"), name, folder)
                    : g_strdup_printf (_ ("“%s” was not exported. %s"), name, error->message);

  mis_window_show_toast (window, text);
}

static gboolean
is_open (gpointer window)
{
  return window != NULL && !gtk_widget_in_destruction (window) && gtk_widget_get_mapped (window);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (MisExportDialog) self = g_weak_ref_get (&waiting->dialog);
  g_autoptr (MisWindow) window = g_weak_ref_get (&waiting->window);
  GFile *file = mis_export_chart_get_file (result);
  g_autoptr (GError) error = NULL;

  waiting_free (waiting);
  mis_export_chart_finish (result, &error);
  if (is_open (self) && error != NULL)
    {
      gtk_widget_set_sensitive (self->export_button, TRUE);
      show_fault (self, error->message);
      return;
    }
  if (is_open (window))
    tell (window, file, error);
  if (!is_open (self))
    return;
  mis_export_dialog_remember (self, file);
  gtk_window_close (GTK_WINDOW (self));
}

void
mis_export_dialog_export_to (MisExportDialog *self, GFile *file)
{
  MisExportOptions options;

  g_return_if_fail (MIS_IS_EXPORT_DIALOG (self));

  options = mis_export_dialog_get_options (self);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  mis_export_chart_async (self->chart, self->name, &self->origin,
                          mis_export_dialog_get_chart_format (self), &options, file, exported_cb,
                          waiting_new (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = mis_save_chooser_ask_finish (result);

  if (file == NULL)
    return;
  mis_export_dialog_take_ending (user_data, file);
  mis_export_dialog_export_to (user_data, file);
}

static void
export_clicked_cb (MisExportDialog *self)
{
  const char *ending = mis_export_dialog_get_ending (self);
  g_autofree char *name =
      mis_save_chooser_suggest_name (mis_chart_get_title (self->chart), "chart", ending);
  g_autofree char *uri = g_settings_get_string (self->settings, "export-folder");
  g_autoptr (GFile) folder = mis_start_folder_for_charts (uri);
  const MisSaveRequest request = {
    .title = _ ("Export Chart"),
    .accept = _ ("_Export"),
    .ending = ending,
    .endings = mis_export_dialog_get_endings (),
    .name = name,
    .folder = folder,
  };

  mis_save_chooser_ask_async (GTK_WINDOW (self), &request, chosen_cb, self);
}

/* The button goes away then, with the focus that may be on it. */
static void
room_clicked_cb (MisExportDialog *self)
{
  MisExportOptions options = mis_export_dialog_get_options (self);
  const MisExportPreset *roomier = mis_export_find_roomier (self->chart, &options);

  if (roomier == NULL)
    return;
  mis_export_dialog_select_size (self, roomier->nick);
  gtk_widget_grab_focus (self->export_button);
}

static void
mis_export_dialog_dispose (GObject *object)
{
  MisExportDialog *self = MIS_EXPORT_DIALOG (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->chart, mis_chart_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->name, g_free);
  mis_chart_origin_clear (&self->origin);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (mis_export_dialog_parent_class)->dispose (object);
}

static void
mis_export_dialog_class_init (MisExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_export_dialog_dispose;

  g_type_ensure (MIS_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, room_label);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, room_button);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, width_spin);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, height_spin);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, text_spin);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, dpi_row);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, title_reset_button);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, source_switch);
  gtk_widget_class_bind_template_child (widget_class, MisExportDialog, transparent_switch);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, room_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
}

static void
mis_export_dialog_init (MisExportDialog *self)
{
  self->settings = g_settings_new (MIS_APPLICATION_ID);
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_name_factory_set_row (self->format_row);
  mis_name_factory_set_row (self->size_row);
  mis_name_factory_set_row (ADW_COMBO_ROW (self->dpi_row));
  mis_export_dialog_fill_sizes (self);
}

MisExportDialog *
mis_export_dialog_new (MisWindow *parent,
                       MisChart *chart,
                       const char *name,
                       const MisChartOrigin *origin)
{
  MisExportDialog *self = g_object_new (MIS_TYPE_EXPORT_DIALOG, "transient-for", parent,
                                        "destroy-with-parent", TRUE, NULL);

  self->chart = mis_chart_copy (chart);
  if (*mis_chart_get_source (chart) == '\0')
    mis_chart_set_source (self->chart, origin->source);
  self->title = g_strdup (mis_chart_get_title (chart));
  self->name = g_strdup (name);
  mis_chart_origin_copy (&self->origin, origin);
  gtk_widget_set_visible (self->source_row, *mis_chart_get_source (self->chart) != '\0');
  mis_export_dialog_recall (self);
  size_selected_cb (self);
  self->loading = FALSE;
  title_changed_cb (self);
  /* Not in the template: there it is out of sight yet, and the first button is Cancel. */
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
  return self;
}
