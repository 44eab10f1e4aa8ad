#include "import-fixture.h"

MisImportDialog *
import_find (gpointer window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (MIS_IS_IMPORT_DIALOG (dialog) && gtk_window_get_transient_for (dialog) == window)
        return MIS_IMPORT_DIALOG (dialog);
    }
  return NULL;
}

gboolean
import_is_busy (MisImportDialog *dialog)
{
  return dialog->result == NULL;
}

MisImportDialog *
import_open (MisWindow *window, const char *name, const char *text)
{
  g_autoptr (GFile) file = app_write_file (name, text);
  MisImportDialog *dialog;

  mis_window_open (window, file);
  dialog = import_find (window);
  g_assert_nonnull (dialog);
  app_wait_until (!import_is_busy (dialog));
  return dialog;
}

void
import_close (MisImportDialog *dialog)
{
  gpointer left = dialog;

  g_object_add_weak_pointer (left, &left);
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (left == NULL);
}
