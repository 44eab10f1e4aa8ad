#include "cli/message.h"

#include <glib/gi18n-lib.h>

/* A fault's text is safe to print whatever a file or an argument holds. */
static void
say (const char *message)
{
  g_autoptr (MisFault) fault = mis_fault_new (MIS_FILE_ERROR_IO, 0, 0, "", message);
  g_autofree char *line = mis_fault_to_text (fault, MIS_PROGRAM_NAME);

  g_printerr ("%s\n", line);
}

void
mis_message (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  say (message);
}

void
mis_message_fault (const MisFault *fault, const char *file_name)
{
  g_autofree char *text = mis_fault_to_text (fault, file_name);

  say (text);
}

void
mis_message_remarks (const GPtrArray *warnings, const char *file_name)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);

      mis_message (_("%s: remark: %s%s%s"), file_name, warning->place,
                   *warning->place != '\0' ? ": " : "", warning->message);
    }
}

void
mis_message_advise (const MisCommand *command)
{
  g_printerr (_("“%s%s%s --help” says more.\n"), MIS_PROGRAM_NAME, command != NULL ? " " : "",
              command != NULL ? command->name : "");
}

MisExit
mis_usage_error (const MisCommand *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mis_message ("%s: %s", command->name, message);
  mis_message_advise (command);
  return MIS_EXIT_USAGE;
}
