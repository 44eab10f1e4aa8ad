/* Tables on their way into a project of a window: from the menu, the clipboard, or dropped on it.
 */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/import-dialog.h"
#include "app/import-words.h"
#include "file/table-import.h"

/* The window that shows it is this one, or one that has just come. */
static void
take_new (MisWindow *self, MisWorld *world, const char *name)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (MisWorld) titled = mis_table_set_title (world, name);
  g_autoptr (MisDocument) document = mis_document_new_draft (titled);
  g_autofree char *made = mis_import_words_world (world);
  /* Translators: the name of a table, "50 problem areas with 3 goals each, 1,212 groups for 2,000
   * agents" */
  g_autofree char *text = g_strdup_printf (_ ("Imported “%s”: %s"), name, made);
  GtkWindow *newest;

  mis_window_show_document (self, document);
  newest = gtk_application_get_active_window (application);
  mis_window_show_toast (MIS_IS_WINDOW (newest) ? MIS_WINDOW (newest) : self, text);
}

/* Whatever scenario is shown: a table says who there is, which is the base's to say. */
static void
take_into (MisWindow *self, MisWorld *world, const char *name)
{
  /* Translators: the name of the table's file; what is undone */
  g_autofree char *step = g_strdup_printf (_ ("Import Table “%s”"), name);
  g_autofree char *made = mis_import_words_world (world);
  /* Translators: the name of a table, "50 problem areas with 3 goals each, 1,212 groups for 2,000
   * agents" */
  g_autofree char *text =
      g_strdup_printf (_ ("Imported “%s”. The project has %s now."), name, made);

  mis_window_leave_start (self);
  mis_document_edit_project (self->document, world, step, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", text);
}

static void
imported_cb (MisImportDialog *dialog, MisWorld *world, gboolean is_new, MisWindow *self)
{
  const char *name = mis_import_dialog_get_name (dialog);

  if (is_new)
    take_new (self, world, name);
  else
    take_into (self, world, name);
}

static MisImportDialog *
present_dialog (MisWindow *self)
{
  MisImportDialog *dialog;

  mis_window_commit_typing (self);
  dialog = mis_import_dialog_new (
      GTK_WINDOW (self), self->document != NULL ? mis_document_get_project (self->document) : NULL);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

void
mis_window_import (MisWindow *self, GFile *file)
{
  mis_import_dialog_read_file (present_dialog (self), file);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_dialog (user_data);
}

static void
paste_table_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mis_import_dialog_paste (present_dialog (user_data));
}

static gboolean
drop_cb (MisWindow *self, const GValue *value)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr (GSList) files = list != NULL ? gdk_file_list_get_files (list) : NULL;

  /* One dialog at a time. */
  if (files != NULL)
    mis_window_open (self, files->data);
  return files != NULL;
}

static const GActionEntry entries[] = {
  { "import", import_cb },
  { "paste-table", paste_table_cb },
};

void
mis_window_add_import_actions (MisWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
