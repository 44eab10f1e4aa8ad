/* import-file.h: which files are tables, by their names. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean mis_import_is_table (GFile *file);

/* (transfer full): shows tables alone where a file is chosen. */
GtkFileFilter *mis_import_new_filter (void);

G_END_DECLS
