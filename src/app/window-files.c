/* Opening and saving from a window, and what is asked before unsaved work is lost. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/import-file.h"
#include "app/load-failure.h"
#include "app/recent-files.h"
#include "app/save-chooser.h"
#include "app/start-folder.h"
#include "document/document-file.h"
#include "file/fault.h"

#define ENDING ".misalign"

/* A save in progress: where to, and whether the window closes when it is done. */
typedef struct
{
  MisWindow *window;
  GFile *file;
  gboolean then_close;
} Save;

static void
save_free (Save *save)
{
  g_clear_object (&save->window);
  g_object_unref (save->file);
  g_free (save);
}

static void start_save (MisWindow *self, GFile *file, gboolean overwrite, gboolean then_close);
static void choose_where (MisWindow *self, gboolean then_close);

static GtkFileFilter *
new_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Misalign Projects"));
  gtk_file_filter_add_pattern (filter, "*" ENDING);
  return filter;
}

static char *
get_shown_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* A worker may finish after its window was closed; then nobody waits for the answer any more. */
static gboolean
is_closed (MisWindow *self)
{
  return gtk_window_get_application (GTK_WINDOW (self)) == NULL;
}

static void
save_response_cb (MisWindow *self, const char *response, AdwMessageDialog *dialog)
{
  Save *save = g_object_get_data (G_OBJECT (dialog), "save");

  if (g_strcmp0 (response, "overwrite") == 0)
    start_save (self, save->file, TRUE, save->then_close);
  else if (g_strcmp0 (response, "save-as") == 0)
    choose_where (self, save->then_close);
}

/* Asks what to do about a save that failed. It stays with @dialog, and does not keep the window. */
static void
ask_about_save (AdwMessageDialog *dialog, Save *save)
{
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_response_cb), save->window,
                           G_CONNECT_SWAPPED);
  g_clear_object (&save->window);
  g_object_set_data_full (G_OBJECT (dialog), "save", save, (GDestroyNotify) save_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes over @save. */
static void
ask_about_change (Save *save, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (save->window),
                                              _("The File Has Changed on Disk"), message);
  AdwMessageDialog *ask = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (ask, "cancel", _("_Cancel"), "save-as", _("Save _As…"),
                                    "overwrite", _("_Overwrite"), NULL);
  adw_message_dialog_set_response_appearance (ask, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ask, "save-as");
  adw_message_dialog_set_close_response (ask, "cancel");
  ask_about_save (ask, save);
}

/* Takes over @save. */
static void
show_failure (Save *save, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (save->window),
                                              _("The Project Was Not Saved"), message);
  AdwMessageDialog *ask = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (ask, "close", _("_Close"), "save-as", _("Save _As…"), NULL);
  adw_message_dialog_set_default_response (ask, "save-as");
  adw_message_dialog_set_close_response (ask, "close");
  ask_about_save (ask, save);
}

/* The last save has ended well: the window goes now if that is all it waited for. */
static void
close_or_ask (MisWindow *self, MisDocument *document)
{
  if (!mis_document_is_modified (document))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (!is_closed (self))
    mis_window_ask_to_close (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MisDocument *document = MIS_DOCUMENT (source);
  Save *save = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = get_shown_name (save->file);
  g_autofree char *text = g_strdup_printf (_("Saved “%s”"), name);

  if (!mis_document_save_finish (document, result, &error))
    {
      save->window->closing = FALSE;
      if (is_closed (save->window))
        save_free (save);
      else if (g_error_matches (error, MIS_FILE_ERROR, MIS_FILE_ERROR_CHANGED))
        ask_about_change (save, error->message);
      else
        show_failure (save, error->message);
      return;
    }
  mis_recent_files_add (save->file);
  save->then_close |= save->window->closing;
  if (save->then_close && !mis_document_is_saving (document))
    close_or_ask (save->window, document);
  else if (!is_closed (save->window))
    mis_window_show_toast (save->window, text);
  save_free (save);
}

static void
start_save (MisWindow *self, GFile *file, gboolean overwrite, gboolean then_close)
{
  Save *save = g_new (Save, 1);

  save->window = g_object_ref (self);
  save->file = g_object_ref (file);
  save->then_close = then_close;
  mis_document_save_async (mis_window_get_document (self), file, overwrite, saved_cb, save);
}

static char *
suggest_name (MisDocument *document)
{
  GFile *file = mis_document_get_file (document);

  if (file != NULL)
    return get_shown_name (file);
  return mis_save_chooser_suggest_name (mis_document_get_title (document), "project", ENDING);
}

static void
close_where_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = mis_save_chooser_ask_finish (result);

  if (file != NULL)
    start_save (user_data, file, TRUE, TRUE);
}

static void
where_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = mis_save_chooser_ask_finish (result);

  if (file != NULL)
    start_save (user_data, file, TRUE, FALSE);
}

static void
choose_where (MisWindow *self, gboolean then_close)
{
  MisDocument *document = mis_window_get_document (self);
  g_autofree char *name = suggest_name (document);
  g_autoptr (GtkFileFilter) filter = new_filter ();
  g_autoptr (GFile) folder = mis_start_folder_for_projects ();
  const MisSaveRequest request = {
    .title = _("Save Project"),
    .accept = _("_Save"),
    .ending = ENDING,
    .name = name,
    .file = mis_document_get_file (document),
    .folder = folder,
    .filter = filter,
  };

  /* Without an answer, as when the window goes, nothing is done with it. */
  mis_save_chooser_ask_async (GTK_WINDOW (self), &request,
                              then_close ? close_where_chosen_cb : where_chosen_cb, self);
}

static void
save (MisWindow *self, gboolean then_close)
{
  GFile *file = mis_document_get_file (mis_window_get_document (self));

  mis_window_commit_typing (self);
  if (file != NULL)
    start_save (self, file, FALSE, then_close);
  else
    choose_where (self, then_close);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (user_data, FALSE);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mis_window_commit_typing (user_data);
  choose_where (user_data, FALSE);
}

static gboolean
destroy_cb (gpointer window)
{
  gtk_window_destroy (window);
  return G_SOURCE_REMOVE;
}

static void
close_response_cb (MisWindow *self, const char *response)
{
  if (g_strcmp0 (response, "save") == 0)
    save (self, TRUE);
  /* Not before the dialog that was answered is gone: until then GTK holds on to its window. */
  else if (g_strcmp0 (response, "discard") == 0)
    {
      mis_window_discard_draft (self);
      g_idle_add_full (G_PRIORITY_DEFAULT, destroy_cb, g_object_ref (self), g_object_unref);
    }
}

/* (transfer full): the title alone would not tell apart a project and a copy of it. */
static char *
describe_unsaved (MisDocument *document)
{
  GFile *file = mis_document_get_file (document);
  const char *title = mis_document_get_title (document);
  g_autofree char *name = file != NULL ? get_shown_name (file) : NULL;

  if (name == NULL)
    return g_strdup_printf (_("“%s” has unsaved changes. They are lost if you do not save them."),
                            title);
  /* Translators: title of the project, name of its file */
  return g_strdup_printf (
    _("“%s” (%s) has unsaved changes. They are lost if you do not save them."), title, name);
}

void
mis_window_ask_to_close (MisWindow *self)
{
  MisDocument *document = mis_window_get_document (self);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL);
  AdwMessageDialog *ask = ADW_MESSAGE_DIALOG (dialog);
  g_autofree char *body = describe_unsaved (document);

  adw_message_dialog_set_body (ask, body);
  adw_message_dialog_add_responses (ask, "cancel", _("_Cancel"), "discard", _("_Discard"), "save",
                                    _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ask, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ask, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ask, "save");
  adw_message_dialog_set_close_response (ask, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A project in which nothing stands yet, and which is in no file. */
static gboolean
is_new (MisDocument *document)
{
  MisWorld *world = mis_document_get_world (document);

  return mis_document_get_file (document) == NULL && mis_world_get_n_agents (world) == 0
         && mis_world_get_n_areas (world) == 0;
}

void
mis_window_show_document (MisWindow *self, MisDocument *document)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  MisWindow *window = self;

  if (mis_window_get_document (self) != NULL)
    {
      mis_window_leave_start (self);
      window = mis_window_new (ADW_APPLICATION (application));
    }
  mis_window_set_document (window, document);
  if (is_new (document))
    mis_window_show_guide (window);
  gtk_window_present (GTK_WINDOW (window));
}

/* A load in progress: for which window, which it keeps. */
typedef struct
{
  MisWindow *window;
  GFile *file;
} Load;

static Load *
load_new (MisWindow *window, GFile *file)
{
  Load *load = g_new (Load, 1);

  load->window = g_object_ref (window);
  load->file = g_object_ref (file);
  return load;
}

static void
load_free (Load *load)
{
  g_object_unref (load->window);
  g_object_unref (load->file);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  MisWindow *self = load->window;
  g_autoptr (MisFault) fault = NULL;
  g_autoptr (MisDocument) document = mis_document_load_finish (result, &fault);

  if (is_closed (self))
    return;
  mis_window_set_loading (self, FALSE);
  if (document == NULL)
    {
      mis_load_failure_show (self, load->file, fault);
      return;
    }
  mis_recent_files_add (mis_document_get_file (document));
  mis_window_show_document (self, document);
}

void
mis_window_open (MisWindow *self, GFile *file)
{
  g_return_if_fail (MIS_IS_WINDOW (self));

  if (mis_import_is_table (file))
    {
      mis_window_import (self, file);
      return;
    }
  if (mis_window_get_document (self) == NULL)
    mis_window_set_loading (self, TRUE);
  mis_document_load_async (file, loaded_cb, load_new (self, file));
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, MisWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      mis_window_open (self, file);
    }
  g_object_set_data (G_OBJECT (self), "chooser", NULL);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisWindow *self = user_data;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Open Project"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = new_filter ();
  g_autoptr (GtkFileFilter) tables = mis_import_new_filter ();
  g_autoptr (GFile) folder = mis_start_folder_for_projects ();

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), tables);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  g_object_set_data_full (G_OBJECT (self), "chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static const GActionEntry entries[] = {
  { "open", open_cb },
  { "save", save_cb },
  { "save-as", save_as_cb },
};

void
mis_window_add_file_actions (MisWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
