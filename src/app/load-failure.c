#include "app/load-failure.h"

#include <glib/gi18n.h>
#include <string.h>

#define BEGINNING 4096 /* bytes that are looked at for what a file is */

/* What a file is by its looks that could not be opened as a project. */
typedef enum
{
  LOOKS_LIKE_PROJECT,
  LOOKS_LIKE_TEXT, /* it does not begin as a project does, and may be a table */
} Looks;

/* Whether the file could be read, so that a place in it is at fault. */
static gboolean
has_place (const MisFault *fault)
{
  switch (fault->code)
    {
    case MIS_FILE_ERROR_SYNTAX:
    case MIS_FILE_ERROR_PROJECT:
    case MIS_FILE_ERROR_TABLE:
    case MIS_FILE_ERROR_VERSION:
    case MIS_FILE_ERROR_LIMIT: return TRUE;
    case MIS_FILE_ERROR_IO:
    case MIS_FILE_ERROR_FULL:
    case MIS_FILE_ERROR_DENIED:
    case MIS_FILE_ERROR_CHANGED:
    default: return FALSE;
    }
}

/* Whether the first that is not space is something else than the brace of a project. Nothing at
 * all, as in a file that cannot be read, says nothing. */
static gboolean
begins_otherwise (GFile *file)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char text[BEGINNING];
  gsize length = 0, first = 0;

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), text, BEGINNING, &length, NULL, NULL))
    return FALSE;
  if (length >= strlen ("\xef\xbb\xbf") && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    first = 3;
  while (first < length && g_ascii_isspace (text[first]))
    first++;
  return first < length && text[first] != '{';
}

static Looks
look_at (GFile *file, const MisFault *fault)
{
  if (!has_place (fault))
    return LOOKS_LIKE_PROJECT;
  return begins_otherwise (file) ? LOOKS_LIKE_TEXT : LOOKS_LIKE_PROJECT;
}

/* (transfer full): what happened; a file that could not be read has a message for people itself. */
static char *
describe_cause (const MisFault *fault, const char *name, Looks looks)
{
  if (looks == LOOKS_LIKE_TEXT)
    return g_strdup_printf (_("“%s” is not a Misalign project."), name);
  switch (fault->code)
    {
    case MIS_FILE_ERROR_SYNTAX:
      return g_strdup_printf (_("The text of “%s” breaks off or has an error, so it cannot be "
                                "read."),
                              name);
    case MIS_FILE_ERROR_PROJECT:
    case MIS_FILE_ERROR_TABLE:
      return g_strdup_printf (_("Something in “%s” does not fit a Misalign project."), name);
    case MIS_FILE_ERROR_VERSION:
      return g_strdup_printf (_("“%s” was saved by a newer version of Misalign."), name);
    case MIS_FILE_ERROR_LIMIT:
      return g_strdup_printf (_("“%s” is larger than Misalign can open."), name);
    case MIS_FILE_ERROR_IO:
    case MIS_FILE_ERROR_FULL:
    case MIS_FILE_ERROR_DENIED:
    case MIS_FILE_ERROR_CHANGED:
    default:
      return g_strdup (fault->message);
    }
}

static const char *
advise (const MisFault *fault, Looks looks)
{
  if (looks == LOOKS_LIKE_TEXT)
    return _("If it is a table, it can be imported. If it should be a project, correct the place "
              "below in a text editor, or open an earlier copy of the file.");
  switch (fault->code)
    {
    case MIS_FILE_ERROR_SYNTAX:
    case MIS_FILE_ERROR_PROJECT:
    case MIS_FILE_ERROR_TABLE:
      return _("Correct the place below in a text editor, or open an earlier copy of the file.");
    case MIS_FILE_ERROR_VERSION: return _("Update Misalign to open it.");
    case MIS_FILE_ERROR_LIMIT:
      return _("Open a part of it, or put agents that are alike together into one group.");
    case MIS_FILE_ERROR_DENIED: return _("Ask its owner for permission to read it, or for a copy.");
    case MIS_FILE_ERROR_IO:
    case MIS_FILE_ERROR_FULL:
    case MIS_FILE_ERROR_CHANGED:
    default: return _("Choose another file, or try again.");
    }
}

/* (transfer full): "Line 51, character 59, in agents[1].count (Retailer): found 1.5, expected ..."
 */
static char *
describe_place (const MisFault *fault)
{
  g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, fault->line);
  g_autofree char *column = g_strdup_printf ("%" G_GUINT64_FORMAT, fault->column);
  g_autofree char *place = mis_fault_describe_place (fault);

  if (fault->line > 0 && *place != '\0')
    /* Translators: a line of a text, a character of that line, the place as in "agents[1].count
     * (Retailer)", what is wrong */
    return g_strdup_printf (_ ("Line %s, character %s, in %s: %s"), line, column, place,
                            fault->message);
  if (fault->line > 0)
    return g_strdup_printf (_ ("Line %s, character %s: %s"), line, column, fault->message);
  if (*place != '\0')
    return g_strdup_printf (_("In %s: %s"), place, fault->message);
  return g_strdup (fault->message);
}

static GtkWidget *
new_detail (const MisFault *fault)
{
  g_autofree char *text = describe_place (fault);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "fault-detail");
  return label;
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, MisWindow *window)
{
  if (g_strcmp0 (response, "import") == 0)
    mis_window_import (window, g_object_get_data (G_OBJECT (dialog), "file"));
}

/* The way on where there is one. */
static void
offer_import (AdwMessageDialog *dialog, MisWindow *window, GFile *file)
{
  adw_message_dialog_add_response (dialog, "import", _("_Import as a Table"));
  adw_message_dialog_set_default_response (dialog, "import");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), window, 0);
}

void
mis_load_failure_show (MisWindow *window, GFile *file, const MisFault *fault)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  Looks looks = look_at (file, fault);
  g_autofree char *cause = describe_cause (fault, name, looks);
  /* Translators: what happened, what is safe, what to do */
  g_autofree char *body = g_strdup_printf (_("%s Your file was not changed, and nothing was opened."
                                             "\n\n%s"),
                                           cause, advise (fault, looks));
  GtkWidget *dialog;

  g_return_if_fail (MIS_IS_WINDOW (window));

  dialog = adw_message_dialog_new (GTK_WINDOW (window), _("The Project Could Not Be Opened"), body);
  if (has_place (fault))
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_detail (fault));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  if (looks != LOOKS_LIKE_PROJECT)
    offer_import (ADW_MESSAGE_DIALOG (dialog), window, file);
  gtk_window_present (GTK_WINDOW (dialog));
}
