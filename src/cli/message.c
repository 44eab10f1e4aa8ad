#include "cli/message.h"

#include <string.h>

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

void
mis_message_more (guint n_more, const char *file_name)
{
  if (n_more >= MIS_FAULT_MAX_MORE)
    mis_message (_("%s: and at least %u more"), file_name, MIS_FAULT_MAX_MORE);
  else if (n_more > 0)
    mis_message (_("%s: and %u more"), file_name, n_more);
}

static const MisFault *
get_fault (const MisFault *fault, guint index)
{
  return index == 0 ? fault : g_ptr_array_index (fault->others, index - 1);
}

/* Says a fault unless one like it was said before it, with how many others there are. */
static void
say_fault (const MisFault *fault, guint index, guint n_faults, const char *file_name)
{
  const MisFault *self = get_fault (fault, index);
  g_autofree char *text = mis_fault_to_text (self, file_name);
  guint64 n_alike = self->n_alike;
  g_autofree char *n = NULL;

  for (guint i = 0; i < index; i++)
    if (mis_fault_is_alike (self, get_fault (fault, i)))
      return;
  for (guint i = index + 1; i < n_faults; i++)
    n_alike += mis_fault_is_alike (self, get_fault (fault, i)) ? 1 : 0;
  say (text);
  n = g_strdup_printf ("%" G_GUINT64_FORMAT, n_alike);
  if (n_alike > 0)
    mis_message (_("%s: and %s more like it"), file_name, n);
}

void
mis_message_fault (const MisFault *fault, const char *file_name)
{
  guint n_faults = 1 + (fault->others != NULL ? fault->others->len : 0);

  for (guint i = 0; i < n_faults; i++)
    say_fault (fault, i, n_faults, file_name);
  mis_message_more (fault->n_more, file_name);
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
