#include "app/load-failure.h"

#include <glib/gi18n.h>

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

/* (transfer full): what happened; a file that could not be read has a message for people itself. */
static char *
describe_cause (const MisFault *fault, const char *name)
{
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
advise (const MisFault *fault)
{
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

/* (transfer full): "Line 51, column 59, in agents[1].count (Retailer): found 1.5, expected ..." */
static char *
describe_place (const MisFault *fault)
{
  g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, fault->line);
  g_autofree char *column = g_strdup_printf ("%" G_GUINT64_FORMAT, fault->column);
  g_autofree char *place = mis_fault_describe_place (fault);

  if (fault->line > 0 && *place != '\0')
    /* Translators: line and column, the place as in "agents[1].count (Retailer)", what is wrong */
    return g_strdup_printf (_("Line %s, column %s, in %s: %s"), line, column, place, fault->message);
  if (fault->line > 0)
    return g_strdup_printf (_("Line %s, column %s: %s"), line, column, fault->message);
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

void
mis_load_failure_show (MisWindow *window, GFile *file, const MisFault *fault)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *cause = describe_cause (fault, name);
  /* Translators: what happened, what is safe, what to do */
  g_autofree char *body = g_strdup_printf (_("%s Your file was not changed, and nothing was opened."
                                             "\n\n%s"),
                                           cause, advise (fault));
  GtkWidget *dialog;

  g_return_if_fail (MIS_IS_WINDOW (window));

  dialog = adw_message_dialog_new (GTK_WINDOW (window), _("The Project Could Not Be Opened"), body);
  if (has_place (fault))
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_detail (fault));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
