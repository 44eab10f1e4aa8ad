/* export-dialog-private.h: what the parts of the dialog share: export-dialog.c has the preview, and
 * writes the file; export-dialog-options.c knows what is chosen. */
#pragma once

#include "app/export-dialog.h"
#include "app/export-job.h"
#include "plot/export.h"

G_BEGIN_DECLS

struct _MisExportDialog
{
  AdwWindow parent_instance;

  GtkWidget *export_button;
  GtkPicture *preview;
  GtkLabel *room_label;
  GtkButton *room_button;
  GtkLabel *fault;
  AdwComboRow *format_row;
  AdwComboRow *size_row;
  GtkSpinButton *width_spin;
  GtkSpinButton *height_spin;
  GtkSpinButton *text_spin;
  GtkWidget *dpi_row;
  GtkEditable *title_row;
  GtkWidget *title_reset_button;
  GtkWidget *source_row;
  GtkSwitch *source_switch;
  GtkSwitch *transparent_switch;

  GSettings *settings;
  MisChart *chart; /* with the title that the user wants, unless that is none */
  char *title;     /* that the chart has by itself */
  char *name;
  MisChartOrigin origin;
  gboolean loading;
};

/* What draws the format that is chosen, and how the names of its files end; all endings. */
MisChartFormat mis_export_dialog_get_chart_format (MisExportDialog *self);
const char *mis_export_dialog_get_ending (MisExportDialog *self);
const char *const *mis_export_dialog_get_endings (void);

/* (nullable): the named size that is chosen; %NULL for one of the user's own. */
const MisExportPreset *mis_export_dialog_get_preset (MisExportDialog *self);

/* (transfer full): "" where no title is wanted. */
char *mis_export_dialog_get_title (MisExportDialog *self);

MisExportOptions mis_export_dialog_get_options (MisExportDialog *self);

/* The ending that somebody has typed says what they want. */
void mis_export_dialog_take_ending (MisExportDialog *self, GFile *file);

/* The named sizes as a menu, and one more: the user's own. */
void mis_export_dialog_fill_sizes (MisExportDialog *self);

/* Chooses the size that is called so, or one of the user's own. */
void mis_export_dialog_select_size (MisExportDialog *self, const char *nick);

/* What was chosen, and the folder of @file; and back into the rows. */
void mis_export_dialog_remember (MisExportDialog *self, GFile *file);
void mis_export_dialog_recall (MisExportDialog *self);

G_END_DECLS
