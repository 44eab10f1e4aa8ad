/* `new`: a bundled example as a project of one's own. */
#include <glib/gi18n-lib.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/message.h"
#include "cli/output.h"
#include "file/example.h"

static MisExit
run (const MisCommand *command, GStrv arguments)
{
  g_autofree char *path = NULL;
  gboolean force = FALSE;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_("Where to write it; “-” is standard output"),
      N_("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace a file that is there"), NULL },
    { NULL },
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  MisExit status;

  if (!mis_arguments_parse (command, &arguments, options, 1, 1, &status))
    return status;
  if (!mis_output_check_name (command, path))
    return MIS_EXIT_USAGE;
  bytes = mis_example_get_bytes (arguments[1], &error);
  if (bytes == NULL)
    return mis_usage_error (command, "%s", error->message);
  if (!force && !mis_output_is_free (path, NULL))
    return MIS_EXIT_FAILED;
  return mis_output_write (path, bytes) ? MIS_EXIT_DONE : MIS_EXIT_FAILED;
}

const MisCommand mis_command_new = {
  .name = "new",
  .operands = "shopping|ranges|carla|blank",
  .summary = N_("Writes a bundled example, or a blank project"),
  .explanation = N_("Without -o it goes to standard output. A file that is there is replaced only "
                    "with --force."),
  .run = run,
};
