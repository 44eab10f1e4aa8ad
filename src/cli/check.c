/* `check`: which projects are faulty, where, and in what way. */
#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/remark.h"

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
} Format;

static const MisChoice formats[] = {
  { "text", N_("FILE:LINE:COLUMN: place: message") },
  { "json", N_("One object on a line") },
  { NULL, NULL },
};

static gboolean
print_one (const MisFault *fault, const char *path, Format format)
{
  gboolean is_empty = *path == '\0' && format == FORMAT_JSON;
  g_autofree char *name = is_empty ? g_strdup ("") : mis_input_get_name (path);
  g_autofree char *text = format == FORMAT_JSON ? mis_fault_to_json (fault, name)
                                                : mis_fault_to_text (fault, name);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  return mis_output_print (line);
}

/* Each fault on a line of its own; how many more there are is for people. */
static gboolean
print_faults (const MisFault *fault, const char *path, Format format)
{
  guint n_others = fault->others != NULL ? fault->others->len : 0;

  if (!print_one (fault, path, format))
    return FALSE;
  for (guint i = 0; i < n_others; i++)
    if (!print_one (g_ptr_array_index (fault->others, i), path, format))
      return FALSE;
  if (format == FORMAT_TEXT)
    mis_message_more (fault->n_more, path);
  return TRUE;
}

static void
say_remarks (MisWorld *world, const char *path)
{
  g_autofree char *name = mis_input_get_name (path);

  mis_remark_doubts (world, name);
  mis_remark_dangling (world, name);
}

static MisExit
check_files (char **paths, Format format)
{
  MisExit status = MIS_EXIT_DONE;

  for (; *paths != NULL; paths++)
    {
      g_autoptr (MisFault) fault = NULL;
      g_autoptr (MisWorld) world = mis_input_read (*paths, &fault);

      if (world != NULL)
        {
          say_remarks (world, *paths);
          continue;
        }
      status = MIS_EXIT_FAILED;
      if (!print_faults (fault, *paths, format))
        break;
    }
  return status;
}

static MisExit
run (const MisCommand *command, GStrv arguments)
{
  g_auto (GStrv) words = NULL;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words, N_("text or json"), N_("FORMAT") },
    { NULL },
  };
  guint format = FORMAT_TEXT;
  MisExit status;

  if (!mis_arguments_parse (command, &arguments, options, 1, G_MAXUINT, &status))
    return status;
  if (!mis_arguments_choose (command, "--format", words, formats, &format))
    return MIS_EXIT_USAGE;
  return check_files (arguments + 1, (Format) format);
}

const MisCommand mis_command_check = {
  .name = "check",
  .operands = "FILE…",
  .summary = N_("Says what is wrong with projects; nothing if they are valid"),
  .explanation =
    N_("Faults go to standard output as FILE:LINE:COLUMN: place: message, or as one "
       "JSON object a line;\nup to 20 of a project, one of a text that is no JSON. The exit "
       "status is 1\nif there is a fault. What looks like a slip of a table, or that an "
       "experiment\nnames what is not there any more, is no fault, but a remark on standard "
       "error."),
  .run = run,
};
