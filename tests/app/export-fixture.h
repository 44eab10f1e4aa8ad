/* export-fixture.h: the dialog that exports a chart, and what people do with it. */
#pragma once

#include "app-fixture.h"
#include "app/export-dialog.h"

G_BEGIN_DECLS

/* The formats, in the order of the list. */
enum
{
  PNG,
  SVG,
  PDF,
};

/* The dialog above a window, with the chart of an example. */
typedef struct
{
  MisWindow *window;
  MisExportDialog *dialog;
} Export;

/* Nothing of earlier exports is remembered then. */
void export_forget (void);

/* A window with the dialog above it; another dialog there, for the curve or the chart @name. */
void export_init (Export *self);
void export_open (Export *self);
void export_open_chart (Export *self, const char *name);

/* The same for a chart that is no part of the window. */
void export_open_other (Export *self, MisChart *chart);

/* Both must then be gone. */
void export_clear (Export *self);

/* The dialog's rows: what is chosen from a list, whether a part is there, a number, the title. */
void export_choose (Export *self, const char *row, guint selected);
guint export_get_chosen (Export *self, const char *row);
gboolean export_is_shown (Export *self, const char *part);
double export_get_number (Export *self, const char *spin);
void export_set_number (Export *self, const char *spin, double value);
const char *export_get_title (Export *self);
void export_set_title (Export *self, const char *title);

/* Exports, after which the dialog closes itself, and the window says where to. */
void export_to (Export *self, GFile *file);

G_END_DECLS
