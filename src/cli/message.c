#include "cli/message.h"

#include <glib/gi18n-lib.h>

#include "file/score-writer.h"

/* A large project may give rise to a hundred thousand remarks: nobody reads them in a terminal. */
#define MOST_REMARKS 20u

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

static void
say_more (guint n_more, const char *file_name)
{
  if (n_more >= MIS_FAULT_MAX_MORE)
    mis_message (_("%s: and at least %u more"), file_name, MIS_FAULT_MAX_MORE);
  else if (n_more > 0)
    mis_message (_("%s: and %u more"), file_name, n_more);
}

void
mis_message_fault (const MisFault *fault, const char *file_name)
{
  g_autofree char *text = mis_fault_to_text (fault, file_name);

  say (text);
  for (guint i = 0; fault->others != NULL && i < fault->others->len; i++)
    mis_message_fault (g_ptr_array_index (fault->others, i), file_name);
  say_more (fault->n_more, file_name);
}

void
mis_message_remarks (const GPtrArray *warnings, const char *file_name)
{
  guint n_shown = MIN (warnings->len, MOST_REMARKS);
  guint n_left = warnings->len - n_shown;
  const char *advice = mis_warnings_get_advice (warnings);

  for (guint i = 0; i < n_shown; i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);

      mis_message (_("%s: remark: %s%s%s"), file_name, warning->place,
                   *warning->place != '\0' ? ": " : "", warning->fact);
    }
  if (n_left > 0)
    mis_message (g_dngettext (GETTEXT_PACKAGE, "%s: %u more remark; --format json lists all",
                              "%s: %u more remarks; --format json lists all", n_left),
                 file_name, n_left);
  if (advice != NULL)
    mis_message ("%s: %s", file_name, advice);
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
