/* Asks for the name of a file to write, and before a file that is there is lost. */
#include "app/save-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/text.h"

/* A question in progress; it does not keep the window open that it stands above. */
typedef struct
{
  GtkWindow *parent;
  char *ending;
  const char *const *endings;
  GtkFileChooserNative *chooser;
  GFile *file; /* what the user is asked about once more */
} Question;

static void
question_free (Question *question)
{
  g_clear_weak_pointer (&question->parent);
  g_free (question->ending);
  g_clear_object (&question->chooser);
  g_clear_object (&question->file);
  g_free (question);
}

/* Takes over @file. */
static void
answer (GTask *task, GFile *file)
{
  Question *question = g_task_get_task_data (task);

  g_signal_handlers_disconnect_by_data (question->parent, task);
  g_task_return_pointer (task, file, g_object_unref);
  g_object_unref (task);
}

static void
parent_destroyed_cb (GTask *task)
{
  answer (task, NULL);
}

gboolean
mis_save_chooser_has_ending (GFile *file, const char *ending)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *folded = g_ascii_strdown (uri, -1);

  return g_str_has_suffix (folded, ending);
}

/* (transfer full): what the user means by @file. */
static GFile *
with_ending (const Question *question, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *full = NULL;

  if (mis_save_chooser_has_ending (file, question->ending))
    return g_object_ref (file);
  for (guint i = 0; question->endings != NULL && question->endings[i] != NULL; i++)
    if (mis_save_chooser_has_ending (file, question->endings[i]))
      return g_object_ref (file);
  full = g_strconcat (uri, question->ending, NULL);
  return g_file_new_for_uri (full);
}

static void
replace_response_cb (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  Question *question = g_task_get_task_data (task);
  gboolean replace = g_strcmp0 (response, "replace") == 0;

  answer (task, replace ? g_object_ref (question->file) : NULL);
}

/* Takes over @file, of which the chooser did not know that it would be written. */
static void
ask_to_replace (GTask *task, GFile *file)
{
  Question *question = g_task_get_task_data (task);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  GtkWidget *dialog = adw_message_dialog_new (question->parent, NULL, NULL);
  AdwMessageDialog *ask = ADW_MESSAGE_DIALOG (dialog);

  question->file = file;
  adw_message_dialog_format_heading (ask, _("Replace “%s”?"), name);
  adw_message_dialog_set_body (ask, _("A file of this name is there already. What it holds is lost "
                                      "if you replace it."));
  adw_message_dialog_add_responses (ask, "cancel", _("_Cancel"), "replace", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ask, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ask, "cancel");
  adw_message_dialog_set_close_response (ask, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_response_cb), task, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chooser_response_cb (GtkNativeDialog *native, int response, GTask *task)
{
  Question *question = g_task_get_task_data (task);
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&question->chooser);
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT || chosen == NULL)
    {
      answer (task, NULL);
      return;
    }
  file = with_ending (question, chosen);
  if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
    ask_to_replace (task, g_steal_pointer (&file));
  else
    answer (task, g_steal_pointer (&file));
}

void
mis_save_chooser_ask_async (GtkWindow *parent,
                            const MisSaveRequest *request,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);
  GtkFileChooser *chooser;

  g_set_weak_pointer (&question->parent, parent);
  question->ending = g_strdup (request->ending);
  question->endings = request->endings;
  question->chooser = gtk_file_chooser_native_new (request->title, parent,
                                                   GTK_FILE_CHOOSER_ACTION_SAVE, request->accept,
                                                   _("_Cancel"));
  chooser = GTK_FILE_CHOOSER (question->chooser);
  g_task_set_source_tag (task, mis_save_chooser_ask_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  if (request->filter != NULL)
    gtk_file_chooser_add_filter (chooser, request->filter);
  if (request->file != NULL)
    gtk_file_chooser_set_file (chooser, request->file, NULL);
  else if (request->folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, request->folder, NULL);
  gtk_file_chooser_set_current_name (chooser, request->name);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_destroyed_cb), task,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chooser_response_cb), task, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GFile *
mis_save_chooser_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == mis_save_chooser_ask_async,
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static gboolean
never_taken (const char *id, gpointer user_data)
{
  return FALSE;
}

char *
mis_save_chooser_suggest_name (const char *title, const char *fallback, const char *ending)
{
  g_autofree char *id = mis_id_from_name (title, fallback, never_taken, NULL);

  return g_strconcat (id, ending, NULL);
}
